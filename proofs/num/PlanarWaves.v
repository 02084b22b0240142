(* The mean over the plane of cos (a X + b Y + d), (X, Y) ~ N(0, I_2) in polar coordinates, is
   cos d exp (- (a^2 + b^2) / 2), and of the weight (1 + 2 (X^2 + Y^2))^2 it is 41.

   J, Ring       num/CharacteristicFunction_plane.v
   level r a     exp (a^2 / 2) Ring r a

   Formalised: both means, for all real a, b, d, and the comparison of means over the plane. As on the line,
   exp (a^2 / 2) Ring r a hardly depends on a.
   Not formalised: nothing beyond these functions. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.GaussianIntegral num.PlanarGaussian num.HalfLine num.GaussianWeight.
From Lemmata Require Import num.CharacteristicFunction num.CharacteristicFunction_plane.
Open Scope R_scope.

Definition level (r a : R) : R := exp (a ^ 2 / 2) * Ring r a.

Lemma level_derive r a : is_derive (level r) a (exp (a ^ 2 / 2) * (r * bell r * J1 (a * r))).
Proof.
unfold level. evar_last.
- apply (is_derive_mult (fun u => exp (u ^ 2 / 2)) (Ring r) a (a * exp (a ^ 2 / 2)));
[auto_derive; [exact I|unfold Rdiv; simpl; field]|apply Ring_derive|exact Rmult_comm].
- change (@eq R (a * exp (a ^ 2 / 2) * Ring r a + exp (a ^ 2 / 2) * (r * bell r * J1 (a * r) - a * Ring r a))
(exp (a ^ 2 / 2) * (r * bell r * J1 (a * r)))). ring.
Qed.

Lemma level_bound r a : 0 <= r -> Rabs (level r a - level r 0) <= exp (a ^ 2 / 2) * (2 * PI) * Rabs a *
  (r * bell r).
Proof.
intros Hr. replace (exp (a ^ 2 / 2) * (2 * PI) * Rabs a * (r * bell r))
with (exp (a ^ 2 / 2) * (r * bell r * (2 * PI)) * Rabs a) by ring.
apply nearly_constant with (1 := level_derive r). intros u Hu.
assert (P := bell_pos r). assert (Q := exp_pos (u ^ 2 / 2)). assert (B := J1_bound (u * r)).
rewrite !Rabs_mult, (Rabs_pos_eq (exp _)), (Rabs_pos_eq (bell r)), (Rabs_pos_eq r) by lra.
assert (E : exp (u ^ 2 / 2) <= exp (a ^ 2 / 2)).
{ apply exp_monotone. rewrite <- (pow2_abs u), <- (pow2_abs a). assert (A := Rabs_pos u). nra. }
assert (C : 0 <= r * bell r) by (apply Rmult_le_pos; lra). assert (D := Rabs_pos (J1 (u * r))).
apply Rmult_le_compat; [lra|apply Rmult_le_pos; lra|exact E|apply Rmult_le_compat_l; lra].
Qed.

Lemma Ring_0 r : Ring r 0 = 2 * PI * (1 - bell r).
Proof.
apply is_RInt_unique. apply is_RInt_ext with (fun x => 2 * PI * (x * bell x)).
{ intros x _. rewrite Rmult_0_l, J_0. apply Rmult_comm. }
apply (is_RInt_scal (V := R_NormedModule) (fun x => x * bell x) 0 r (2 * PI)).
replace (1 - bell r) with (-1 * bell r - -1 * bell 0).
- apply (integral_of_derivative _ (fun x => -1 * bell x)); intros x; unfold bell.
+ auto_derive; [exact I|]. unfold Rdiv. simpl. field.
+ auto_derive. exact I.
- replace (bell 0) with 1; [ring|]. unfold bell. replace (- 0 ^ 2 / 2) with 0 by field. now rewrite exp_0.
Qed.

Lemma Ring_limit_0 : is_lim (fun r => Ring r 0) p_infty (2 * PI).
Proof.
assert (P := PI_RGT_0).
apply is_lim_ext with (fun r => -2 * PI * bell r - -2 * PI * 1); [intros r; rewrite Ring_0; ring|].
replace (2 * PI) with (- (-2 * PI * 1)) by ring.
apply limit_minus, (bell_vanishes_6 (fun _ => -2 * PI) (2 * PI)); [lra|]. intros t Ht. rewrite Rabs_left by
lra.
assert (A : t ^ 0 <= t ^ 6) by (apply Rle_pow; [lra|lia]). simpl (t ^ 0) in A. nra.
Qed.

Lemma Ring_limit a : is_lim (fun r => Ring r a) p_infty (exp (- a ^ 2 / 2) * (2 * PI)).
Proof.
apply settles with (fun r => r * bell r) (exp (a ^ 2 / 2) * (2 * PI) * Rabs a); [| |exact Ring_limit_0].
- intros r Hr. apply level_bound. lra.
- apply (bell_vanishes (fun t => t)). intros t Ht. rewrite Rabs_pos_eq; nra.
Qed.

(* The odd part of the integral over theta vanishes. *)
Lemma sine_integral s : is_RInt (fun t => sin (s * cos t)) (- PI) PI 0.
Proof.
assert (X : ex_RInt (fun t => sin (s * cos t)) (- PI) PI).
{ apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros x _.
apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I. }
destruct X as [l Hl]. assert (P := PI_RGT_0).
assert (S : is_RInt (fun t => sin (s * cos (t - PI))) (- PI) PI l).
{ apply (period_shift (fun t => sin (s * cos t)) PI l); [intros t; now rewrite cos_turn|lra|exact Hl]. }
assert (T : is_RInt (fun t => sin (s * cos t)) (- PI) PI (- l)).
{ apply is_RInt_ext with (fun t => opp (sin (s * cos (t - PI))));
[|now apply (is_RInt_opp (V := R_NormedModule))].
intros t _. rewrite cos_minus, cos_PI, sin_PI.
replace (s * (cos t * -1 + sin t * 0)) with (- (s * cos t)) by ring. rewrite sin_neg.
apply Ropp_involutive. }
replace 0 with l; [exact Hl|].
assert (Q : l = - l) by (rewrite <- (is_RInt_unique _ _ _ _ Hl) at 1; now apply is_RInt_unique). lra.
Qed.

Lemma gauss2_cos_x a d : is_gauss2 (fun x _ => cos (a * x + d)) (cos d * exp (- a ^ 2 / 2)).
Proof.
assert (P := PI_RGT_0). exists (fun rho => cos d * J (a * rho)). split.
- intros rho _. assert (A := RInt_correct (V := R_CompleteNormedModule) _ _ _ (J_integrable (a * rho))).
assert (B := is_RInt_minus (V := R_NormedModule) _ _ _ _ _ _
(is_RInt_scal (V := R_NormedModule) _ _ _ (cos d) _ A)
(is_RInt_scal (V := R_NormedModule) _ _ _ (sin d) _ (sine_integral (a * rho)))).
replace (cos d * J (a * rho)) with (cos d * J (a * rho) - sin d * 0) by ring.
apply is_RInt_ext with (2 := B). intros t _.
change (@eq R (cos d * cos (a * rho * cos t) - sin d * sin (a * rho * cos t)) (cos (a * (rho * cos t) + d))).
rewrite cos_plus, <- !Rmult_assoc. ring.
- replace (cos d * exp (- a ^ 2 / 2)) with (cos d / (2 * PI) * (exp (- a ^ 2 / 2) * (2 * PI))) by (field;
lra).
assert (H : half (fun x => x * bell x * J (a * x)) (exp (- a ^ 2 / 2) * (2 * PI))).
{ apply half_of_lim; [intros t _; apply Ring_integrable|apply Ring_limit]. }
apply half_ext with (2 := half_scal (cos d / (2 * PI)) _ _ H). intros t _. unfold Rdiv. ring.
Qed.

Lemma gauss2_cos a b d : is_gauss2 (fun x y => cos (a * x + b * y + d)) (cos d * exp (- (a ^ 2 + b ^ 2) / 2)).
Proof.
destruct (Req_dec (a ^ 2 + b ^ 2) 0) as [E|N].
- assert (a = 0 /\ b = 0) as [-> ->] by nra. replace (- (0 ^ 2 + 0 ^ 2) / 2) with (- 0 ^ 2 / 2) by field.
apply gauss2_ext with (2 := gauss2_cos_x 0 d). intros x y. f_equal. ring.
- assert (S : 0 < sqrt (a ^ 2 + b ^ 2)) by (apply sqrt_lt_R0; nra).
assert (Q : sqrt (a ^ 2 + b ^ 2) * sqrt (a ^ 2 + b ^ 2) = a ^ 2 + b ^ 2) by (apply sqrt_sqrt; nra).
assert (G := gauss2_cos_x (sqrt (a ^ 2 + b ^ 2)) d).
set (n := sqrt (a ^ 2 + b ^ 2)) in *. clearbody n.
replace (n ^ 2) with (a ^ 2 + b ^ 2) in G by (rewrite <- Q; ring).
apply (gauss2_rotate _ _ (a / n) (b / n)) in G.
+ apply gauss2_ext with (2 := G). intros x y. f_equal. field. lra.
+ apply Rmult_eq_reg_r with (n * n); [|nra]. replace ((a / n * (a / n) + b / n * (b / n)) * (n * n))
with (a ^ 2 + b ^ 2) by (field; lra). lra.
Qed.

(* The weight over the plane, and comparison. *)
Lemma gauss2_le F H x y : is_gauss2 F x -> is_gauss2 H y -> (forall s t, F s t <= H s t) -> x <= y.
Proof.
intros [A [IA HA]] [C [IC HC]] L. apply half_le with (1 := HA) (2 := HC). intros t Ht.
assert (P := PI_RGT_0).
assert (B := bell_pos t). apply Rmult_le_compat_r; [apply Rmult_le_pos; lra|].
apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; lra|].
apply (is_RInt_le _ _ (- PI) PI _ _) with (2 := IA t Ht) (3 := IC t Ht); [lra|]. intros s _. apply L.
Qed.

Lemma gauss2_weight : is_gauss2 (fun x y => (1 + 2 * (x ^ 2 + y ^ 2)) ^ 2) 41.
Proof.
assert (P := PI_RGT_0). exists (fun rho => 2 * PI * (1 + 2 * rho ^ 2) ^ 2). split.
- intros rho _. apply is_RInt_ext with (fun _ => (1 + 2 * rho ^ 2) ^ 2).
+ intros t _. assert (E := sin2_cos2 t). unfold Rsqr in E.
replace ((rho * cos t) ^ 2 + (rho * sin t) ^ 2) with (rho ^ 2 * (sin t * sin t + cos t * cos t)) by ring.
now rewrite E, Rmult_1_r.
+ replace (2 * PI) with (PI - - PI) by ring. apply (is_RInt_const (V := R_NormedModule)).
- assert (A := half_plus _ _ _ _ half_bell_1 (half_plus _ _ _ _ (half_scal 4 _ _ half_bell_3)
(half_scal 4 _ _ half_bell_5))).
replace 41 with (1 + (4 * 2 + 4 * 8)) by ring. apply half_ext with (2 := A). intros t _. field. lra.
Qed.
