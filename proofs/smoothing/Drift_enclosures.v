(* Certified enclosures of kappa: the Java values are held against them.

   kappa p q rho phi    NETWORK has q = p, ANGLE q = p - 2 (Drift.v)

   NETWORK for p = 3 comes from its closed form (Drift_closed.v), for p = 2 at PI from the integral over one
   variable of S3, ANGLE for p = 2 from that of S1; the last three are wider than what Java promises.

   Formalised: each of the 12 rows.
   Not formalised: that Java is within its promised error elsewhere; a test reads these rows. The integers are
   values to 400 bits (mpmath 1.3.0), cut outwards; what counts is that Coq proves each. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine num.Intervals smoothing.BallNoise
  smoothing.Drift smoothing.Drift_sphere smoothing.Drift_duality smoothing.Drift_closed.
Open Scope R_scope.

Ltac closed := rewrite S1_closed_form_p3 by (split || idtac; interval with (i_prec 60));
  interval with (i_prec 160).

Lemma S1_enclosure_1 :
  43464116748462737054 / 2 ^ 64 <= kappa 3 3 1 0
  <= 43464116748462737055 / 2 ^ 64.
Proof.
closed. Qed.

Lemma S1_enclosure_2 :
  41507878032079794832 / 2 ^ 64 <= kappa 3 3 1 (1 / 2)
  <= 41507878032079794833 / 2 ^ 64.
Proof.
closed. Qed.

Lemma S1_enclosure_3 :
  23258490895232996280 / 2 ^ 64 <= kappa 3 3 1 2
  <= 23258490895232996281 / 2 ^ 64.
Proof.
closed. Qed.

Lemma S1_enclosure_4 :
  14650880501197677560 / 2 ^ 64 <= kappa 3 3 1 3
  <= 14650880501197677561 / 2 ^ 64.
Proof.
closed. Qed.

Lemma S1_enclosure_5 :
  33213669361297127535 / 2 ^ 64 <= kappa 3 3 2 1
  <= 33213669361297127536 / 2 ^ 64.
Proof.
closed. Qed.

Lemma S1_enclosure_6 :
  22660978417468027104 / 2 ^ 64 <= kappa 3 3 2 (5 / 2)
  <= 22660978417468027105 / 2 ^ 64.
Proof.
closed. Qed.

Lemma S1_enclosure_7 :
  21054053365372696028 / 2 ^ 64 <= kappa 3 3 2 (25 / 8)
  <= 21054053365372696029 / 2 ^ 64.
Proof.
closed. Qed.

Lemma S1_enclosure_8 :
  28130308879289883348 / 2 ^ 64 <= kappa 3 3 8 2
  <= 28130308879289883349 / 2 ^ 64.
Proof.
closed. Qed.

Lemma S1_enclosure_9 :
  28959941903074596135 / 2 ^ 64 <= kappa 3 3 1000 3
  <= 28959941903074596136 / 2 ^ 64.
Proof.
closed. Qed.

(* The arcsine in the form that interval arithmetic knows. *)
Definition arc (x : R) : R := atan (x / sqrt (1 - x ^ 2)).

Lemma asin_arc x : -1 < x < 1 -> asin x = arc x.
Proof. intros H. rewrite asin_atan by exact H. unfold arc. do 3 f_equal. unfold Rsqr. ring. Qed.

Lemma inside_2 x : -1 < x < 1 -> inside 2 x = 2 / PI * (arc x + x * sqrt (1 - x ^ 2)).
Proof.
intros H. assert (P := PI_RGT_0). assert (E := cos_pow_step 0 0 (asin x)).
rewrite sin_0, sin_asin, cos_asin_any in E by lra. unfold inside. rewrite wallis_2. simpl (0 + _)%nat in E.
rewrite <- (asin_arc x) by exact H. assert (F : RInt (fun t => cos t ^ 0) 0 (asin x) = asin x).
{ change (RInt (fun _ => 1) 0 (asin x) = asin x). rewrite int_const. lra. }
rewrite F in E. rewrite pow_1 in E. simpl (INR _) in E.
replace (RInt (fun t => cos t ^ 2) 0 (asin x)) with ((asin x + x * sqrt (1 - x ^ 2)) / 2) by lra. field. lra.
Qed.

Lemma kappa_2_half : kappa 2 2 (1 / 2) PI = 4 / PI *
  RInt (fun t => (arc (sin t / 2) + sin t / 2 * sqrt (1 - (sin t / 2) ^ 2)) * cos t ^ 2) 0 (PI / 2).
Proof.
assert (P := PI_RGT_0). rewrite S3_as_a_probability by (lia || lra). unfold half. rewrite wallis_2.
set (f := fun t => (arc (sin t / 2) + sin t / 2 * sqrt (1 - (sin t / 2) ^ 2)) * cos t ^ 2).
assert (C := cts_mean 2 _ (cts_inside_scaled 2 (1 / 2) ltac:(lia))). cbv beta in C.
assert (I : RInt f 0 (PI / 2) = PI / 2 * RInt (fun t => inside 2 (1 / 2 * sin t) * cos t ^ 2) 0 (PI / 2)).
{ rewrite <- int_scal by exact C. apply int_eq. intros t. assert (S := SIN_bound t). unfold f.
  replace (1 / 2 * sin t) with (sin t / 2) by field. rewrite inside_2 by lra. field. lra. }
rewrite I. field. lra.
Qed.

Lemma S3_enclosure_1 :
  27340 / 2 ^ 16 <= kappa 2 2 (1 / 2) PI
  <= 27341 / 2 ^ 16.
Proof.
rewrite kappa_2_half. unfold arc. integral with (i_prec 40, i_degree 8). Qed.

(* ANGLE, p = 2: U is on the circle, R = 1, and kappa is one integral of A_4. *)
Lemma kappa_circle x : kappa 2 0 2 x = PI / 2 - 2 / PI *
  RInt (fun t => arc (sin t / 2) + sin t / 2 * sqrt (1 - (sin t / 2) ^ 2)) (PI / 2) x.
Proof.
assert (P := PI_RGT_0). assert (E := kappa_diff 2 0 2 (PI / 2) x ltac:(lia) ltac:(lra)).
rewrite kappa_middle in E by (lia || lra).
set (f := fun t => arc (sin t / 2) + sin t / 2 * sqrt (1 - (sin t / 2) ^ 2)).
assert (C := cts_held 2 0 2 ltac:(lia) ltac:(lra)).
assert (I : RInt f (PI / 2) x = PI / 2 * RInt (held 2 0 2) (PI / 2) x).
{ rewrite <- int_scal by exact C. apply int_eq. intros t. rewrite held_at by lra. simpl. rewrite Rmult_1_l.
  assert (S := SIN_bound t). rewrite inside_2 by lra. unfold f. simpl. field. lra. }
rewrite I. replace (2 / PI * (PI / 2 * RInt (held 2 0 2) (PI / 2) x)) with (RInt (held 2 0 2) (PI / 2) x).
- lra.
- rewrite <- Rmult_assoc. replace (2 / PI * (PI / 2)) with 1 by (field; lra). now rewrite Rmult_1_l.
Qed.

Lemma S1_enclosure_10 :
  1380633 / 2 ^ 20 <= kappa 2 0 2 2
  <= 1380634 / 2 ^ 20.
Proof.
rewrite kappa_circle. unfold arc. integral with (i_prec 40, i_degree 8). Qed.

Lemma S1_enclosure_11 :
  1005379 / 2 ^ 20 <= kappa 2 0 2 3
  <= 1005380 / 2 ^ 20.
Proof.
rewrite kappa_circle. unfold arc. integral with (i_prec 40, i_degree 8). Qed.
