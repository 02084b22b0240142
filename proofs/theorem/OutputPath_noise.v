(* The ceiling of the mean alignment, and what the bounds on one step's noise in the output weights rest on.

   equilibrium         a_infinity (dissipativity.SmoothedEquilibrium); dot k (equilibrium ...) b is d_infinity
   mean_m2, mean_m1, mean_h   the means over a law of the noise on the filter (smoothing.SmoothedGradient)
   linear_mean X E     E is linear and 1 of 1; monotone X E: it keeps <=

   Formalised: S3; of S4 the norm of the gradient of r(g-1), the variance as half a mean square and what a
   Lipschitz bound gives, sd r from sd r^2, m4 - m2^2, the ranges of r^2 - m2 and r(g-1).
   Not formalised: that (PI-phi) v - (1 - sin phi) w is that gradient; the even part of r(g-1); the variances
   of uniform points of a ball; S6. *)
From Coq Require Import Reals Lra Lia FunctionalExtensionality.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel smoothing.SmoothedGradient.
From Lemmata Require Import smoothing.SmoothedGradient_instance.
From Lemmata Require Import dissipativity.OutputDissipativity_moments dissipativity.SmoothedEquilibrium.
From Lemmata Require Import theorem.OutputPath.
Open Scope R_scope.

(* S3 *)
Lemma S3_ceiling k m2 m1 h b : (1 <= k)%nat -> 0 < m2 -> 0 < m1 -> 0 < dot k b b -> h <= PI * m1 ->
  dot k (equilibrium k m2 m1 h b) b <= m1 / m2 * dot k b b.
Proof.
intros H H2 H1 B Hh. destruct (sizes k H) as [P K]. assert (Q := quotient_le k b B).
rewrite S2_alignment by (easy || lra). set (q := quotient k b) in *. set (t := q / (PI - 1 + INR k)).
assert (T : 0 <= t <= 1).
{ unfold t. split; [apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat]; lra|].
  apply Rmult_le_reg_r with (PI - 1 + INR k); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
assert (L : (h / m1 - 1) / (PI - 1) <= 1).
{ apply Rmult_le_reg_r with (PI - 1); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra.
  assert (h / m1 <= PI); [|unfold Rdiv in *; lra]. apply Rmult_le_reg_r with m1; [easy|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
assert (M : (h / m1 - 1) / (PI - 1) * (1 - t) <= 1 * (1 - t)) by (apply Rmult_le_compat_r; lra).
replace ((h / m1 - 1) * (1 - t) / (PI - 1)) with ((h / m1 - 1) / (PI - 1) * (1 - t)) by (field; lra).
rewrite <- (Rmult_1_r (m1 / m2 * dot k b b)) at 2. apply Rmult_le_compat_l; [|lra].
left. apply Rmult_lt_0_compat; [|easy]. now apply Rdiv_lt_0_compat.
Qed.

Lemma S3_ceiling_by_the_root m2 m1 B : 0 < m2 -> 0 <= B -> m1 * m1 <= m2 -> m1 / m2 * B <= B / sqrt m2.
Proof.
intros H2 HB H. assert (S := sqrt_lt_R0 m2 H2). assert (E := sqrt_sqrt m2 ltac:(lra)).
assert (M : m1 <= sqrt m2).
{ destruct (Rle_lt_dec m1 (sqrt m2)) as [L|L]; [easy|].
  assert (sqrt m2 * sqrt m2 < m1 * m1) by (apply Rmult_le_0_lt_compat; lra). lra. }
unfold Rdiv. rewrite (Rmult_comm B). apply Rmult_le_compat_r; [easy|].
rewrite <- E at 1. rewrite Rinv_mult, <- Rmult_assoc. rewrite <- (Rmult_1_l (/ sqrt m2)) at 3.
apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
apply Rmult_le_reg_r with (sqrt m2); [easy|]. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(* m1^2 <= m2 for every law of the noise. *)
Lemma mean_norm_square p E w : mean E -> positive p E -> dot p w w = 1 ->
  mean_m1 p E w * mean_m1 p E w <= mean_m2 p E w.
Proof.
intros M P W. set (s := mean_m1 p E w).
assert (L : E (fun x _ => 2 * s * norm p (shift w x)) <=
  E (fun x _ => s * s + norm p (shift w x) * norm p (shift w x))).
{ apply (mean_le p E _ _ (2 * (s * s) + 4)); [easy|easy|]. intros x _.
  destruct (shifted_norm p w x W) as [N [S [T [D _]]]]. assert (A := pow2_ge_0 (norm p (shift w x) - s)).
  assert (A' := pow2_ge_0 (norm p (shift w x) + s)). assert (Q := Rle_0_sqr s). unfold Rsqr in Q.
  assert (0 <= s * s * dot p x x) by now apply Rmult_le_pos. split; lra. }
rewrite (mean_plus E (fun _ _ => s * s)), (mean_const E (s * s)), (mean_scal E) in L by easy.
change (2 * s * mean_m1 p E w <= s * s + mean_m2 p E w) in L. fold s in L. lra.
Qed.

Lemma S3_ceiling_for_every_law_of_the_noise p k E w v b : (1 <= k)%nat -> 0 < dot k b b -> mean E ->
  positive p E -> dot p w w = 1 -> E (fun x _ => dot p w x) = 0 ->
  let m2 := mean_m2 p E w in let m1 := mean_m1 p E w in
  dot k (equilibrium k m2 m1 (mean_h p E w v) b) b <= m1 / m2 * dot k b b /\
  m1 / m2 * dot k b b <= dot k b b / sqrt m2.
Proof.
intros H B M P W Z m2 m1. destruct (moments_bounds p E w v M P W Z) as [B1 [B2 [B3 _]]].
fold m1 m2 in B1, B2, B3. split; [apply S3_ceiling|apply S3_ceiling_by_the_root]; try easy; try lra.
now apply mean_norm_square.
Qed.

(* Whatever m_a > 0: from some radius on the alignment is below it. *)
Lemma S3_no_constant_serves p k b (m1 h : R -> R) ma : (1 <= p)%nat -> (1 <= k)%nat -> 0 < dot k b b ->
  0 < ma ->
  let m2 := fun rho => 1 + rho ^ 2 * INR p / INR (p + 2) in
  (forall rho, 0 < m1 rho /\ m1 rho * m1 rho <= m2 rho /\ h rho <= PI * m1 rho) ->
  forall rho, 0 <= rho -> (INR p + 2) / INR p * (dot k b b / ma) ^ 2 <= rho ^ 2 ->
  dot k (equilibrium k (m2 rho) (m1 rho) (h rho) b) b < ma.
Proof.
intros Hp Hk B A m2 Hm rho R G. destruct (Hm rho) as [M1 [M2 H]]. assert (P := lt_0_INR p ltac:(lia)).
set (x := dot k b b / ma) in *. assert (X : 0 < x) by now apply Rdiv_lt_0_compat.
assert (N : x ^ 2 < m2 rho).
{ unfold m2. rewrite plus_INR. simpl (INR 2). replace (INR p + (1 + 1)) with (INR p + 2) by ring.
  assert (C : INR p / (INR p + 2) * ((INR p + 2) / INR p * x ^ 2) <= INR p / (INR p + 2) * rho ^ 2).
  { apply Rmult_le_compat_l; [left; apply Rdiv_lt_0_compat; lra|easy]. }
  replace (INR p / (INR p + 2) * ((INR p + 2) / INR p * x ^ 2)) with (x ^ 2) in C by (field; lra).
  replace (rho ^ 2 * INR p / (INR p + 2)) with (INR p / (INR p + 2) * rho ^ 2) by (field; lra). lra. }
assert (N0 : 0 < m2 rho) by (assert (0 <= x ^ 2) by apply pow2_ge_0; lra).
apply Rle_lt_trans with (m1 rho / m2 rho * dot k b b); [now apply S3_ceiling|].
apply Rle_lt_trans with (dot k b b / sqrt (m2 rho)); [apply S3_ceiling_by_the_root; lra|].
assert (S : x < sqrt (m2 rho)).
{ rewrite <- (sqrt_pow2 x) by lra. apply sqrt_lt_1_alt. split; [apply pow2_ge_0|easy]. }
apply Rmult_lt_reg_r with (sqrt (m2 rho)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
replace (dot k b b) with (ma * x) by (unfold x; field; lra). now apply Rmult_lt_compat_l.
Qed.

(* Pathwise ends are ends of every mean, and noise of mean 0 does not move it. *)
Definition monotone (X : Type) (E : (X -> R) -> R) : Prop :=
  forall F G, (forall o, F o <= G o) -> E F <= E G.

Lemma S3_every_law X E low high (d u : X -> R) : linear_mean X E -> monotone X E ->
  (forall o, low <= d o <= high) -> E u = 0 -> low <= E (fun o => d o + u o) <= high.
Proof.
intros M Q B U. assert (S : E (fun o => d o + u o) = E d).
{ assert (L := proj2 M 1 d u). rewrite U in L.
  replace (fun o => 1 * d o + u o) with (fun o => d o + u o) in L
    by (apply functional_extensionality; intros o; ring). lra. }
rewrite S, <- (linear_const X E low M), <- (linear_const X E high M).
split; apply Q; intros o; apply B.
Qed.

(* S4 *)
Lemma S4_gradient_square phi : 0 <= phi <= PI ->
  (PI - phi) ^ 2 + (1 - sin phi) ^ 2 - 2 * (PI - phi) * (1 - sin phi) * cos phi <= PI ^ 2.
Proof.
intros H. assert (S := SIN_bound phi). assert (S0 := sin_ge_0 phi ltac:(lra) ltac:(lra)).
assert (C := COS_bound phi). assert (U := sin2_cos2 phi). unfold Rsqr in U. assert (P := PI2_3_2).
destruct (Rle_lt_dec phi (PI / 2)) as [L|L].
- assert (C0 := cos_ge_0 phi ltac:(lra) ltac:(lra)).
  assert (A : 1 - sin phi <= cos phi).
  { assert (sin phi * sin phi <= sin phi * 1) by (apply Rmult_le_compat_l; lra).
    assert (cos phi * cos phi <= cos phi * 1) by (apply Rmult_le_compat_l; lra). lra. }
  assert (D : 1 - sin phi <= 2 * (PI - phi) * cos phi).
  { assert (1 * cos phi <= 2 * (PI - phi) * cos phi) by (apply Rmult_le_compat_r; lra). lra. }
  assert (E : (1 - sin phi) * (1 - sin phi) <= (1 - sin phi) * (2 * (PI - phi) * cos phi))
    by (apply Rmult_le_compat_l; lra).
  assert (F : (PI - phi) ^ 2 <= PI ^ 2) by (apply pow_incr; lra). lra.
- assert (T : (PI - phi) ^ 2 + (1 - sin phi) ^ 2 - 2 * (PI - phi) * (1 - sin phi) * cos phi <=
    ((PI - phi) + (1 - sin phi)) ^ 2).
  { assert (0 <= 2 * (PI - phi) * (1 - sin phi) * (1 + cos phi)).
    { repeat apply Rmult_le_pos; lra. } lra. }
  assert (F : ((PI - phi) + (1 - sin phi)) ^ 2 <= PI ^ 2) by (apply pow_incr; lra). lra.
Qed.

(* The gradient of r (g - 1) in w, r = |w|, at a unit vector in the direction of w. *)
Lemma S4_gradient_norm p w v phi : 0 <= phi <= PI -> dot p w w = 1 -> dot p v v = 1 -> dot p w v = cos phi ->
  norm p (lin (PI - phi) v (- (1 - sin phi)) w) <= PI.
Proof.
intros H W V C. assert (P := PI_RGT_0). unfold norm.
apply Rle_trans with (sqrt (PI ^ 2)); [apply sqrt_le_1_alt|rewrite sqrt_pow2; lra].
rewrite dot_lin_sq, W, V, (dot_sym p v w), C. assert (S := S4_gradient_square phi H). lra.
Qed.

(* E, E' over two independent copies of the noise. *)
Lemma S4_variance_is_half_a_mean_square X E (f : X -> R) : linear_mean X E ->
  E (fun x => E (fun y => (f x - f y) ^ 2)) = 2 * (E (fun x => f x ^ 2) - E f ^ 2).
Proof.
intros M. assert (L := proj2 M). assert (K := linear_const X E).
assert (I : forall x, E (fun y => (f x - f y) ^ 2) = f x ^ 2 + (- (2 * E f) * f x + E (fun y => f y ^ 2))).
{ intros x. replace (fun y => (f x - f y) ^ 2) with (fun y => - (2 * f x) * f y + (1 * f y ^ 2 + f x ^ 2))
    by (apply functional_extensionality; intros y; ring). rewrite !L, (K (f x ^ 2)) by easy. ring. }
replace (fun x => E (fun y => (f x - f y) ^ 2)) with
  (fun x => 1 * f x ^ 2 + (- (2 * E f) * f x + E (fun y => f y ^ 2)))
  by (apply functional_extensionality; intros x; rewrite I; ring).
rewrite !L, (K (E (fun y => f y ^ 2))) by easy. ring.
Qed.

Lemma S4_variance_of_a_Lipschitz_function X E (f : X -> R) (D : X -> X -> R) c : linear_mean X E ->
  monotone X E -> (forall x y, (f x - f y) ^ 2 <= c * D x y) ->
  E (fun x => f x ^ 2) - E f ^ 2 <= c / 2 * E (fun x => E (fun y => D x y)).
Proof.
intros M Q H. assert (V := S4_variance_is_half_a_mean_square X E f M).
assert (L : E (fun x => E (fun y => (f x - f y) ^ 2)) <= E (fun x => c * E (fun y => D x y))).
{ apply Q. intros x. rewrite <- (linear_scal X E) by easy. apply Q. intros y. apply H. }
rewrite (linear_scal X E) in L by easy. lra.
Qed.

Lemma S4_sd_of_the_radius r s : 0 <= r -> 0 < s -> (r - s) ^ 2 <= (r ^ 2 - s ^ 2) ^ 2 / s ^ 2.
Proof.
intros R S. assert (0 < s ^ 2) by now apply pow_lt. apply Rmult_le_reg_r with (s ^ 2); [easy|].
unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
replace ((r ^ 2 - s ^ 2) ^ 2) with ((r - s) ^ 2 * (r + s) ^ 2) by ring.
apply Rmult_le_compat_l; [apply pow2_ge_0|]. apply pow_incr. lra.
Qed.

Lemma S4_fourth_moment p rho : 0 < p -> let m2 := 1 + rho ^ 2 * p / (p + 2) in
  1 + 2 * rho ^ 2 + rho ^ 4 * p / (p + 4) - m2 ^ 2 =
  4 * rho ^ 2 / (p + 2) + 4 * p * rho ^ 4 / ((p + 4) * (p + 2) ^ 2).
Proof. intros P m2. unfold m2. field. lra. Qed.

Lemma S4_range_of_the_square p rho r : 0 < p -> 0 <= rho -> 0 <= r -> 1 - rho <= r <= 1 + rho ->
  let m2 := 1 + rho ^ 2 * p / (p + 2) in
  r ^ 2 - m2 <= 2 * rho + 2 * rho ^ 2 / (p + 2) /\
  (rho <= 1 -> m2 - r ^ 2 <= 2 * rho + 2 * rho ^ 2 / (p + 2)) /\ m2 - r ^ 2 <= m2.
Proof.
intros P H R B m2. assert (Q : rho ^ 2 * p / (p + 2) = rho ^ 2 - 2 * rho ^ 2 / (p + 2)) by (field; lra).
assert (N : 0 <= 2 * rho ^ 2 / (p + 2)).
{ apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat; lra]. assert (0 <= rho ^ 2) by apply pow2_ge_0. lra. }
assert (U : r ^ 2 <= (1 + rho) ^ 2) by (apply pow_incr; lra). assert (S := pow2_ge_0 r). unfold m2. rewrite Q.
repeat split; [lra| |lra]. intros L. assert (D : (1 - rho) ^ 2 <= r ^ 2) by (apply pow_incr; lra). lra.
Qed.

(* r (g - 1) has its values in [-(1+rho), (PI-1)(1+rho)]: a range of PI (1+rho). *)
Lemma S4_range_of_the_kernel rho r phi : 0 <= r <= 1 + rho -> 0 <= phi <= PI ->
  - (1 + rho) <= r * (g phi - 1) <= (PI - 1) * (1 + rho).
Proof.
intros R H. assert (G := g_bounds phi H). assert (P := PI2_3_2). split.
- assert (r * 0 <= r * g phi) by (apply Rmult_le_compat_l; lra). lra.
- apply Rle_trans with (r * (PI - 1)); [apply Rmult_le_compat_l; lra|].
  rewrite Rmult_comm. apply Rmult_le_compat_l; lra.
Qed.
