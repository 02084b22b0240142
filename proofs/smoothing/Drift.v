(* The drift kappa as a mean over one variable, and its monotony and symmetry (smoothing.Drift/S1, S2).

   p, rho        dimension and radius of the noise; q = p for NETWORK, q = p-2 for ANGLE
   R, alpha, v   as in Drift_radial.v: alpha is uniform on the circle, R and v are independent of it
   kappa         2 PI P(U^T w + rho v > 0, U^T w-star > 0) in the polar coordinates (R, alpha) of U from w

   Formalised: kappa as an integral over the half circle where U^T w-star > 0; the second form of S1 with P(R
   sin t < rho |v|); all of S2 with kappa' = -P(rho |v| < R sin phi), for NETWORK and ANGLE, p >= 1 (the page
   has p >= 2). kappa' in the form -E (1 - rho^2 v^2 / sin^2 phi)_+^m is in Drift_survival.v.
   Not formalised: the reduction of the noise in R^p to v and of U to its plane (integrals over R^p), so that
   S1 starts here from the polar form of its first sentence; the third form of S1, with theta; S6. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise.
From Lemmata Require Export smoothing.Drift_radial.
Open Scope R_scope.

(* U^T w-star > 0 iff phi - PI/2 < alpha < phi + PI/2. *)
Definition kappa (p q : nat) (rho phi : R) : R := RInt (half_plane p q rho) (phi - PI / 2) (phi + PI / 2).

Lemma kappa_0 p q phi : 0 <= phi <= PI -> kappa p q 0 phi = PI - phi.
Proof.
intros H. assert (P := PI_RGT_0). unfold kappa. apply is_RInt_unique.
replace (PI - phi) with (plus ((PI / 2 - (phi - PI / 2)) * 1) ((phi + PI / 2 - PI / 2) * 0))
  by (unfold plus; simpl; lra).
apply (is_RInt_Chasles (V:=R_NormedModule)) with (PI / 2).
- apply (is_RInt_ext (V:=R_NormedModule) (fun _ => 1)); [|apply (is_RInt_const (V:=R_NormedModule))].
  rewrite Rmin_left, Rmax_right by lra. intros a Ha.
  transitivity (radial q (fun _ => 1)); [now rewrite radial_const|]. apply radial_ext.
  intros R HR. unfold noise_below. assert (0 < cos a) by (apply cos_gt_0; lra).
  destruct (Rlt_dec 0 0); [lra|]. destruct (Rlt_dec 0 (R * cos a)); [reflexivity|nra].
- apply (is_RInt_ext (V:=R_NormedModule) (fun _ => 0)); [|apply (is_RInt_const (V:=R_NormedModule))].
  rewrite Rmin_left, Rmax_right by lra. intros a Ha.
  transitivity (radial q (fun _ => 0)); [now rewrite radial_const|]. apply radial_ext.
  intros R HR. unfold noise_below. assert (cos a <= 0) by (apply cos_le_0; lra).
  destruct (Rlt_dec 0 0); [lra|]. destruct (Rlt_dec 0 (R * cos a)); [nra|reflexivity].
Qed.

Lemma kappa_derive p q rho phi : (1 <= p)%nat -> 0 < rho ->
  is_derive (kappa p q rho) phi (- held p q rho phi).
Proof.
intros Hp H. assert (C := cts_half_plane p q rho Hp H).
apply is_derive_ext with
  (fun x => RInt (half_plane p q rho) 0 (x + PI / 2) - RInt (half_plane p q rho) 0 (x - PI / 2)).
{ intros x. unfold kappa. rewrite <- (int_chasles _ 0 (x - PI / 2) (x + PI / 2)) by exact C. simpl. ring. }
assert (A := int_derive _ 0 (phi + PI / 2) C). assert (B := int_derive _ 0 (phi - PI / 2) C).
assert (A' := is_derive_comp _ (fun x => x + PI / 2) phi _ 1 A).
assert (B' := is_derive_comp _ (fun x => x - PI / 2) phi _ 1 B).
replace (- held p q rho phi) with
  (minus (scal 1 (half_plane p q rho (phi + PI / 2))) (scal 1 (half_plane p q rho (phi - PI / 2)))).
- refine (is_derive_minus (V:=R_NormedModule) _ _ phi _ _ (A' _) (B' _)); auto_derive; auto; ring.
- rewrite !half_plane_at by assumption. replace (PI / 2 - (phi + PI / 2)) with (- phi) by ring.
  replace (PI / 2 - (phi - PI / 2)) with (PI - phi) by field. rewrite held_odd, held_mirror by assumption.
  unfold minus, plus, opp, scal; simpl; unfold mult; simpl. field.
Qed.

(* Integrating kappa'. *)
Lemma kappa_diff p q rho x y : (1 <= p)%nat -> 0 < rho ->
  kappa p q rho x - kappa p q rho y = RInt (held p q rho) x y.
Proof.
intros Hp H. assert (C := cts_held p q rho Hp H).
assert (E : RInt (fun t => -1 * held p q rho t) x y = kappa p q rho y - kappa p q rho x).
{ apply int_primitive.
  - intros t. replace (-1 * held p q rho t) with (- held p q rho t) by ring. now apply kappa_derive.
  - intros t. apply (continuous_mult (K:=R_AbsRing) (fun _ => -1)); [apply continuous_const|apply C]. }
rewrite int_scal in E by exact C. lra.
Qed.

Lemma kappa_sum p q rho phi : (1 <= p)%nat -> 0 < rho -> kappa p q rho phi + kappa p q rho (PI - phi) = PI.
Proof.
intros Hp H. assert (C := cts_half_plane p q rho Hp H). unfold kappa.
replace (PI - phi - PI / 2) with (PI - (phi + PI / 2)) by field.
replace (PI - phi + PI / 2) with (PI - (phi - PI / 2)) by field.
rewrite <- (int_reflect (half_plane p q rho) PI) by exact C.
assert (C' : cts (fun a => half_plane p q rho (PI - a))).
{ intros a. apply (continuous_comp (fun a => PI - a) (half_plane p q rho)); [revert a; smooth|apply C]. }
rewrite <- int_plus by assumption. rewrite (int_eq _ (fun _ => 1)).
- rewrite int_const. field.
- intros a. rewrite !half_plane_at by assumption. replace (PI / 2 - (PI - a)) with (- (PI / 2 - a)) by field.
  rewrite held_odd by assumption. field.
Qed.

Lemma kappa_middle p q rho : (1 <= p)%nat -> 0 < rho -> kappa p q rho (PI / 2) = PI / 2.
Proof.
intros Hp H. assert (E := kappa_sum p q rho (PI / 2) Hp H).
replace (PI - PI / 2) with (PI / 2) in E by field. lra.
Qed.

Lemma cts_thrown p q rho : (1 <= p)%nat -> 0 < rho -> cts (thrown p q rho).
Proof.
intros Hp H t. apply continuous_ext with (fun u => 1 - held p q rho u).
{ intros u. symmetry. now apply thrown_held. }
apply (continuous_minus (V:=R_NormedModule) (fun _ => 1)); [apply continuous_const|now apply cts_held].
Qed.

Lemma S1_mean_over_one_variable p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI / 2 ->
  kappa p q rho (PI - phi) = phi + RInt (thrown p q rho) phi (PI / 2).
Proof.
intros Hp H _. rewrite (int_eq _ (fun t => 1 - held p q rho t)) by (intros; now apply thrown_held).
rewrite int_minus, int_const by (try (now apply cts_held); intros x; apply continuous_const).
assert (D := kappa_diff p q rho phi (PI / 2) Hp H). assert (S := kappa_sum p q rho phi Hp H).
rewrite kappa_middle in D by assumption. lra.
Qed.

Lemma S2_derivative p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 < phi < PI ->
  is_derive (kappa p q rho) phi (- held p q rho phi).
Proof. intros Hp H _. now apply kappa_derive. Qed.

Lemma S2_strictly_decreasing p q rho x y : (1 <= p)%nat -> 0 <= rho -> 0 <= x -> x < y -> y <= PI ->
  kappa p q rho y < kappa p q rho x.
Proof.
intros Hp H X L Y. destruct (Req_dec rho 0) as [->|N].
{ rewrite !kappa_0 by lra. lra. }
assert (E := kappa_diff p q rho x y Hp ltac:(lra)).
assert (0 < RInt (held p q rho) x y); [|lra].
apply int_pos; [exact L|apply cts_held; [exact Hp|lra]|].
intros t Ht. apply held_pos; [exact Hp|lra|apply sin_gt_0; lra].
Qed.

Lemma S2_sum p q rho phi : (1 <= p)%nat -> 0 <= rho -> 0 <= phi <= PI ->
  kappa p q rho phi + kappa p q rho (PI - phi) = PI.
Proof.
intros Hp H F. destruct (Req_dec rho 0) as [->|N]; [rewrite !kappa_0 by lra; lra|].
apply kappa_sum; [exact Hp|lra].
Qed.

Lemma S2_middle p q rho : (1 <= p)%nat -> 0 <= rho -> kappa p q rho (PI / 2) = PI / 2.
Proof.
intros Hp H. destruct (Req_dec rho 0) as [->|N].
- assert (P := PI_RGT_0). rewrite kappa_0; lra.
- apply kappa_middle; [exact Hp|lra].
Qed.

Lemma kappa_upper_half p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI / 2 ->
  PI / 2 <= kappa p q rho phi <= PI - phi.
Proof.
intros Hp H F. assert (E := kappa_diff p q rho phi (PI / 2) Hp H). assert (C := cts_held p q rho Hp H).
rewrite kappa_middle in E by assumption.
assert (B : forall t, phi < t < PI / 2 -> 0 <= held p q rho t <= 1).
{ intros t Ht. apply held_bounds; [exact Hp|exact H|apply sin_ge_0; lra]. }
assert (A : 0 <= RInt (held p q rho) phi (PI / 2)) by (apply int_nonneg; [lra|exact C|apply B]).
assert (D : RInt (held p q rho) phi (PI / 2) <= RInt (fun _ => 1) phi (PI / 2)).
{ apply int_le; [lra|exact C|intros x; apply continuous_const|apply B]. }
rewrite int_const in D. lra.
Qed.

Lemma S2_between p q rho phi : (1 <= p)%nat -> 0 <= rho -> 0 <= phi <= PI ->
  Rmin (PI - phi) (PI / 2) <= kappa p q rho phi <= Rmax (PI - phi) (PI / 2).
Proof.
intros Hp H F. destruct (Req_dec rho 0) as [->|N].
{ rewrite kappa_0 by lra. split; [apply Rmin_l|apply Rmax_l]. }
assert (S := kappa_sum p q rho phi Hp ltac:(lra)). destruct (Rle_lt_dec phi (PI / 2)).
- assert (U := kappa_upper_half p q rho phi Hp ltac:(lra) ltac:(lra)).
  rewrite Rmin_right, Rmax_left; lra.
- assert (U := kappa_upper_half p q rho (PI - phi) Hp ltac:(lra) ltac:(lra)).
  rewrite Rmin_left, Rmax_right; lra.
Qed.

Lemma thrown_nonneg p q rho t : (1 <= p)%nat -> 0 < rho -> 0 <= sin t -> 0 <= thrown p q rho t.
Proof.
intros Hp H S. rewrite thrown_held by assumption. assert (B := held_bounds p q rho t Hp H S). lra.
Qed.

Lemma thrown_pos p q rho t : (1 <= p)%nat -> 0 < rho -> 0 <= sin t < rho -> 0 < thrown p q rho t.
Proof.
intros Hp H S. rewrite thrown_held, held_at by assumption.
assert (radial q (fun R => inside p (R * (sin t / rho))) < radial q (fun _ => 1));
  [|rewrite radial_mass in *; lra].
apply radial_lt; [now apply cts_inside_lin|intros x; apply continuous_const|]. intros R HR.
rewrite <- (inside_beyond p 1) by lra.
assert (0 <= sin t / rho) by (apply Rmult_le_pos; [lra|left; now apply Rinv_0_lt_compat]).
assert (sin t / rho < 1) by (apply Rmult_lt_reg_r with rho; [exact H|unfold Rdiv; rewrite Rmult_assoc,
  Rinv_l; lra]).
apply inside_lt; nra.
Qed.

Lemma kappa_PI_pos p q rho : (1 <= p)%nat -> 0 < rho -> 0 < kappa p q rho PI.
Proof.
intros Hp H. assert (P := PI_RGT_0). assert (A := asin_range rho). assert (B := asin_pos rho H).
assert (E := S1_mean_over_one_variable p q rho 0 Hp H ltac:(lra)). rewrite Rminus_0_r in E.
assert (C := cts_thrown p q rho Hp H). rewrite E, <- (int_chasles _ 0 (asin rho)) by exact C.
assert (0 < RInt (thrown p q rho) 0 (asin rho)).
{ apply int_pos; [exact B|exact C|]. intros t Ht. apply thrown_pos; [exact Hp|exact H|].
  split; [apply sin_ge_0; lra|now apply sin_below_asin]. }
assert (0 <= RInt (thrown p q rho) (asin rho) (PI / 2)); [|lra].
apply int_nonneg; [lra|exact C|]. intros t Ht. apply thrown_nonneg; [exact Hp|exact H|apply sin_ge_0; lra].
Qed.

Lemma S2_positive p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI -> 0 < kappa p q rho phi < PI.
Proof.
intros Hp H F. assert (M : forall x, 0 <= x <= PI -> 0 < kappa p q rho x).
{ intros x X. assert (K := kappa_PI_pos p q rho Hp H). destruct (Req_dec x PI) as [->|N]; [exact K|].
  assert (Q := S2_strictly_decreasing p q rho x PI Hp ltac:(lra)). lra. }
assert (S := kappa_sum p q rho phi Hp H). assert (A := M phi F). assert (B := M (PI - phi) ltac:(lra)). lra.
Qed.
