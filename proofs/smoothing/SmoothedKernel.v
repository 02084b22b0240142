(* Norm and kernel of the perturbed filter (smoothing.SmoothedKernel/S1, S2, S3).

   m2            E ||w + xi||^2 = 1 + 2 rho E v + rho^2 E |b|^2: v is the coordinate of b along w, and |b|, b
                 uniform in the unit ball of R^p, has the density p x^(p-1)
   start         h(PI), any number: the statements hold whatever it is
   kernel        h, the function with h(PI) = start and h' = -kappa sin phi, kappa of NETWORK
   shift         delta = h - g

   Formalised: m2; S3: h' = -kappa sin phi with that h, h(phi) - h(PI-phi) = PI cos phi, h strictly
   decreasing; of S2 delta(PI-phi) = delta(phi), its growth in phi up to PI/2, h(PI) <= delta(phi) <= h(PI) +
   ... sin phi, and h(0) = PI + h(PI).
   Not formalised: that the mean E[r g(phi)] over the noise is this h (so that S3 says here what follows from
   h' = -kappa sin phi and h(PI)); the integral for delta inside (0, PI); S5. With h(PI) as in S2: m1 and S4
   in SmoothedKernel_moments.v, _link.v and _small.v, the sign and the growth of delta in _growth.v. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions num.ContinuousIntegrals num.Wallis num.Arcsine
  smoothing.BallNoise smoothing.Drift smoothing.Drift_noise smoothing.Drift_survival.
Open Scope R_scope.

Definition radius_mean (p : nat) (f : R -> R) : R := RInt (fun x => f x * (INR p * x ^ (p - 1))) 0 1.
Definition m2 (p : nat) (rho : R) : R :=
  1 + 2 * rho * mean p (fun v => v) + rho ^ 2 * radius_mean p (fun x => x ^ 2).
Definition kernel (p : nat) (start rho phi : R) : R := start + RInt (fun t => kappa p p rho t * sin t) phi PI.
Definition shift (p : nat) (start rho phi : R) : R := kernel p start rho phi - g phi.

Lemma mean_odd p : mean p (fun v => v) = 0.
Proof.
rewrite mean_split by smooth. rewrite (int_eq (fun t => - sin t * cos t ^ p)
  (fun t => -1 * (sin t * cos t ^ p)))
  by (intros; ring).
rewrite int_scal by smooth. field. apply wallis_nonzero.
Qed.

Lemma radius_power p k : (1 <= p)%nat -> radius_mean p (fun x => x ^ k) = INR p / INR (p + k).
Proof.
intros Hp. unfold radius_mean. assert (0 < INR (p + k)) by (apply lt_0_INR; lia).
rewrite (int_primitive (fun x => INR p / INR (p + k) * x ^ (p + k))).
- rewrite pow1, pow_i by lia. change (INR p / INR (p + k) * 1 - INR p / INR (p + k)
  * 0 = INR p / INR (p + k)). ring.
- intros x. auto_derive; [auto|]. replace (Init.Nat.pred (p + k)) with (k + (p - 1))%nat by lia.
  rewrite (pow_add x k). field. lra.
- smooth.
Qed.

Lemma S1_law_of_the_radius p : (1 <= p)%nat -> radius_mean p (fun _ => 1) = 1.
Proof.
intros Hp. assert (E := radius_power p 0 Hp). rewrite Nat.add_0_r in E.
assert (0 < INR p) by (apply lt_0_INR; lia).
unfold Rdiv in E. rewrite Rinv_r in E by lra. exact E.
Qed.

Lemma S1_m2 p rho : (1 <= p)%nat -> m2 p rho = 1 + rho ^ 2 * INR p / INR (p + 2).
Proof.
intros Hp. unfold m2. rewrite mean_odd, radius_power by exact Hp. field. apply not_0_INR. lia.
Qed.

(* The same by the p coordinates: E |b|^2 = p E v^2. *)
Lemma S1_m2_by_coordinates p : (1 <= p)%nat -> radius_mean p (fun x => x ^ 2)
  = INR p * mean p (fun v => v ^ 2).
Proof. intros Hp. now rewrite radius_power, S1_mean_square by exact Hp. Qed.

Lemma cts_kappa p q rho : (1 <= p)%nat -> 0 < rho -> cts (kappa p q rho).
Proof.
intros Hp H x. apply (ex_derive_continuous (V:=R_NormedModule)). eexists. now apply kappa_derive.
Qed.

Lemma cts_pull p rho : (1 <= p)%nat -> 0 < rho -> cts (fun t => kappa p p rho t * sin t).
Proof.
intros Hp H x. apply (continuous_mult (K:=R_AbsRing)); [now apply cts_kappa|revert x; smooth].
Qed.

Lemma kernel_diff p start rho x y : (1 <= p)%nat -> 0 < rho ->
  kernel p start rho x - kernel p start rho y = RInt (fun t => kappa p p rho t * sin t) x y.
Proof.
intros Hp H. unfold kernel. rewrite <- (int_chasles _ x y PI) by now apply cts_pull. ring.
Qed.

Lemma S3_derivative p start rho phi : (1 <= p)%nat -> 0 < rho ->
  is_derive (kernel p start rho) phi (- (kappa p p rho phi * sin phi)).
Proof.
intros Hp H. assert (C := cts_pull p rho Hp H).
apply is_derive_ext with (fun y => kernel p start rho 0 - RInt (fun t => kappa p p rho t * sin t) 0 y).
{ intros y. rewrite <- (kernel_diff p start rho 0 y) by assumption. simpl. ring. }
replace (- (kappa p p rho phi * sin phi)) with (minus 0 (kappa p p rho phi * sin phi))
  by (unfold minus, plus, opp; simpl; ring).
apply (is_derive_minus (V:=R_NormedModule));
  [apply (is_derive_const (V:=R_NormedModule))|exact (int_derive (fun t => kappa p p rho t * sin t) 0 phi C)].
Qed.

Lemma S3_mirror p start rho phi : (1 <= p)%nat -> 0 < rho ->
  kernel p start rho phi - kernel p start rho (PI - phi) = PI * cos phi.
Proof.
intros Hp H. rewrite kernel_diff by assumption. assert (C := cts_pull p rho Hp H).
assert (E := int_reflect (fun t => kappa p p rho t * sin t) PI phi (PI - phi) C).
replace (PI - (PI - phi)) with phi in E by ring.
assert (C' : cts (fun t => kappa p p rho (PI - t) * sin (PI - t))).
{ intros x. apply (continuous_comp (fun t => PI - t) (fun t => kappa p p rho t * sin t)); [revert x;
  smooth|apply C]. }
assert (S := int_plus _ _ phi (PI - phi) C C'). rewrite E in S.
rewrite (int_eq _ (fun t => PI * sin t)) in S.
- rewrite int_scal, int_sin, Rtrigo_facts.cos_pi_minus in S by smooth. lra.
- intros t. rewrite sin_PI_x, <- Rmult_plus_distr_r. now rewrite kappa_sum.
Qed.

Lemma S3_strictly_decreasing p start rho x y : (1 <= p)%nat -> 0 < rho -> 0 <= x -> x < y -> y <= PI ->
  kernel p start rho y < kernel p start rho x.
Proof.
intros Hp H X L Y. assert (D := kernel_diff p start rho x y Hp H).
assert (0 < RInt (fun t => kappa p p rho t * sin t) x y); [|lra].
apply int_pos; [exact L|now apply cts_pull|]. intros t Ht.
apply Rmult_lt_0_compat; [apply S2_positive; [exact Hp|exact H|lra]|apply sin_gt_0; lra].
Qed.

Lemma kernel_at_PI p start rho : kernel p start rho PI = start.
Proof. unfold kernel. rewrite int_point. ring. Qed.

Lemma S2_h_at_0 p start rho : (1 <= p)%nat -> 0 < rho -> kernel p start rho 0 = PI + kernel p start rho PI.
Proof.
intros Hp H. assert (E := S3_mirror p start rho 0 Hp H). rewrite Rminus_0_r, cos_0 in E. lra.
Qed.

Lemma S2_shift_at_the_ends p start rho : (1 <= p)%nat -> 0 < rho ->
  shift p start rho PI = start /\ shift p start rho 0 = start.
Proof.
intros Hp H. unfold shift, g. rewrite S2_h_at_0, kernel_at_PI, sin_PI, sin_0, cos_0 by assumption.
split; ring.
Qed.

Lemma S2_shift_mirror p start rho phi : (1 <= p)%nat -> 0 < rho ->
  shift p start rho (PI - phi) = shift p start rho phi.
Proof.
intros Hp H. assert (E := S3_mirror p start rho phi Hp H). unfold shift, g.
rewrite sin_PI_x, Rtrigo_facts.cos_pi_minus. lra.
Qed.

Lemma shift_diff p start rho x y : (1 <= p)%nat -> 0 < rho ->
  shift p start rho y - shift p start rho x = RInt (fun t => (PI - t - kappa p p rho t) * sin t) x y.
Proof.
intros Hp H. assert (D := kernel_diff p start rho x y Hp H). unfold shift.
assert (G : RInt (fun t => (PI - t) * sin t) x y = g x - g y).
{ rewrite (int_primitive (fun t => - g t)); [change (- g y - - g x = g x - g y); ring| |smooth].
  intros t. unfold g. auto_derive; [auto|ring]. }
rewrite (int_eq _ (fun t => (PI - t) * sin t - kappa p p rho t * sin t)) by (intros; ring).
rewrite int_minus; [lra|smooth|now apply cts_pull].
Qed.

Lemma kappa_below p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi < PI / 2 -> (q = O -> sin phi < rho) ->
  kappa p q rho phi < PI - phi.
Proof.
intros Hp H F Z. assert (S := kappa_sum p q rho phi Hp H). rewrite <- sin_PI_x in Z.
assert (A := S5_above_the_angle p q rho (PI - phi) Hp H ltac:(lra) Z). lra.
Qed.

Lemma S2_shift_increases p start rho x y : (1 <= p)%nat -> 0 < rho -> 0 <= x -> x < y -> y <= PI / 2 ->
  shift p start rho x < shift p start rho y.
Proof.
intros Hp H X L Y. assert (D := shift_diff p start rho x y Hp H).
assert (0 < RInt (fun t => (PI - t - kappa p p rho t) * sin t) x y); [|lra].
apply int_pos; [exact L| |].
- intros t. apply (continuous_mult (K:=R_AbsRing)); [|revert t; smooth].
  apply (continuous_minus (V:=R_NormedModule) (fun t => PI - t)); [revert t; smooth|now apply cts_kappa].
- intros t Ht. assert (K := kappa_below p p rho t Hp H ltac:(lra) ltac:(lia)).
  apply Rmult_lt_0_compat; [lra|]. apply sin_gt_0; lra.
Qed.

Lemma S2_shift_lower p start rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI ->
  kernel p start rho PI <= shift p start rho phi.
Proof.
intros Hp H F. rewrite kernel_at_PI. destruct (S2_shift_at_the_ends p start rho Hp H) as [_ E].
assert (W : forall x, 0 <= x <= PI / 2 -> start <= shift p start rho x).
{ intros x X. destruct (Req_dec x 0) as [->|N]; [lra|].
  assert (Q := S2_shift_increases p start rho 0 x Hp H ltac:(lra) ltac:(lra) ltac:(lra)). lra. }
destruct (Rle_lt_dec phi (PI / 2)); [apply W; lra|]. rewrite <- S2_shift_mirror by assumption. apply W. lra.
Qed.

(* What is above the start comes from kappa(PI-t) - t <= K cot t. *)
Lemma S2_shift_upper p start rho phi : (2 <= p)%nat -> 0 < rho -> 0 <= phi <= PI / 2 ->
  shift p start rho phi <= kernel p start rho PI + INR p * rho ^ 2 / (2 * INR (p + 2)) * sin phi.
Proof.
intros Hp H F. assert (P := PI_RGT_0). assert (Hp' : (1 <= p)%nat) by lia. rewrite kernel_at_PI.
assert (D := shift_diff p start rho 0 phi Hp' H). destruct (S2_shift_at_the_ends p start rho Hp' H) as [_ E].
set (k := INR p * rho ^ 2 / (2 * INR (p + 2))).
assert (I : RInt (fun t => k * cos t) 0 phi = k * sin phi - k * sin 0).
{ apply (int_primitive (fun t => k * sin t)); [intros t; auto_derive; [auto|ring]|smooth]. }
rewrite sin_0 in I.
assert (RInt (fun t => (PI - t - kappa p p rho t) * sin t) 0 phi <= RInt (fun t => k * cos t) 0 phi); [|lra].
apply int_le; [lra| |smooth|].
- intros t. apply (continuous_mult (K:=R_AbsRing)); [|revert t; smooth].
  apply (continuous_minus (V:=R_NormedModule) (fun t => PI - t)); [revert t; smooth|now apply cts_kappa].
- intros t T. assert (S := sin_gt_0 t ltac:(lra) ltac:(lra)).
  assert (Q := S4_inside p rho t Hp H ltac:(lra)). assert (M := kappa_sum p p rho t Hp' H). fold k in Q.
  replace (k * cos t) with (k * (cos t / sin t) * sin t) by (field; lra).
  apply Rmult_le_compat_r; lra.
Qed.
