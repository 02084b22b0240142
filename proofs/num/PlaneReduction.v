(* The reduction of N(0, I_p) to the plane: the mean of H (z^T u, z^T v), z ~ N(0, I_p), is the mean of
   H (X, c X + e Y), (X, Y) ~ N(0, I_2) in polar coordinates, for unit vectors u, v with
   u^T v = c and c^2 + e^2 = 1.

   gaussian p F x   the p-fold iterated integral (num/GaussianVectors.v)
   is_gauss2 F x    the polar integral (num/PlanarGaussian.v)
   close_to H T C   the functions T n come within C (1 + s^2 + t^2)^2 / (n + 1) of H

   Formalised: the reduction for every H that waves approximate in this sense; max (s, 0), its square and
   max (s, 0) max (t, 0) are such. Both means agree on waves, because both have the same characteristic
   function.
   Not formalised: the reduction for every function with a mean. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.PlanarGaussian num.GaussianWeight num.GaussianVectors.
From Lemmata Require Import num.Waves num.PlanarWaves.
Open Scope R_scope.

Definition close_to (H : R -> R -> R) (T : nat -> R -> R -> R) (C : R) : Prop :=
  forall n s t, Rabs (H s t - T n s t) <= C / INR (S n) * (1 + s ^ 2 + t ^ 2) ^ 2.

(* Waves have the same mean on both sides. *)
Lemma wave_means p u v c e W : dot p u u = 1 -> dot p v v = 1 -> dot p u v = c -> c * c + e * e = 1 -> wave
  W ->
  exists x, gaussian p (fun z => W (dot p z u) (dot p z v)) x /\ is_gauss2 (fun x y => W x (c * x + e * y)) x.
Proof.
intros U V D E HW. induction HW as [a b d|r r' F G WF IF WG IG].
- exists (cos d * exp (- (a ^ 2 + 2 * a * b * c + b ^ 2) / 2)). split.
+ assert (Q := gaussian_cos p (lin a u b v) d). rewrite dot_lin_sq, U, V, D in Q. revert Q.
apply gaussian_eq.
* intros z. now rewrite dot_lin_r.
* do 3 f_equal. ring.
+ assert (Q := gauss2_cos (a + b * c) (b * e) d).
apply gauss2_value with (x := cos d * exp (- ((a + b * c) ^ 2 + (b * e) ^ 2) / 2)).
* apply gauss2_ext with (2 := Q). intros x y. f_equal. ring.
* do 3 f_equal. replace ((a + b * c) ^ 2 + (b * e) ^ 2) with
(a ^ 2 + 2 * a * b * c + b ^ 2 * (c * c + e * e)) by ring.
rewrite E. ring.
- destruct IF as [x [F1 F2]]. destruct IG as [y [G1 G2]]. exists (r * x + r' * y). split.
+ exact (gaussian_lin p _ _ _ _ r r' F1 G1).
+ exact (gauss2_lin _ _ _ _ r r' F2 G2).
Qed.

(* The weights on both sides. *)
Lemma weights_dominate p z : (1 + dot p z z) ^ 2 <= weights p z.
Proof.
induction p as [|p IH]; [unfold dot; simpl; lra|]. unfold dot. simpl sum. fold (dot p z z). simpl weights.
apply Rle_trans with ((1 + dot p z z) ^ 2 * weight (z p)).
- unfold weight. assert (P := dot_nonneg p z). rewrite <- Rpow_mult_distr. apply pow_incr. nra.
- apply Rmult_le_compat_r; [unfold weight; nra|exact IH].
Qed.

Lemma pair_weight p u v z : dot p u u = 1 -> dot p v v = 1 ->
  (1 + dot p z u ^ 2 + dot p z v ^ 2) ^ 2 <= 4 * weights p z.
Proof.
intros U V. assert (A := cauchy_schwarz p z u). assert (B := cauchy_schwarz p z v). rewrite U in A.
rewrite V in B.
assert (Q := weights_dominate p z). assert (P := dot_nonneg p z).
apply Rle_trans with ((2 * (1 + dot p z z)) ^ 2); [apply pow_incr; split; nra|].
rewrite Rpow_mult_distr. lra.
Qed.

Lemma planar_weight c e x y : c * c + e * e = 1 ->
  (1 + x ^ 2 + (c * x + e * y) ^ 2) ^ 2 <= (1 + 2 * (x ^ 2 + y ^ 2)) ^ 2.
Proof.
intros E. assert (A : (c * x + e * y) ^ 2 <= x ^ 2 + y ^ 2).
{ assert (Z : (c * c + e * e) * (x ^ 2 + y ^ 2) = (c * x + e * y) ^ 2 + (c * y - e * x) ^ 2) by ring.
rewrite E in Z. assert (0 <= (c * y - e * x) ^ 2) by apply pow2_ge_0. lra. }
assert (0 <= x ^ 2) by apply pow2_ge_0. assert (0 <= y ^ 2) by apply pow2_ge_0.
assert (0 <= (c * x + e * y) ^ 2) by apply pow2_ge_0. apply pow_incr. lra.
Qed.

(* Means over the plane of functions that are close. *)
Lemma near_means_plane F H x y C : 0 <= C -> is_gauss2 F x -> is_gauss2 H y ->
  (forall s t, Rabs (F s t - H s t) <= C * (1 + 2 * (s ^ 2 + t ^ 2)) ^ 2) -> Rabs (x - y) <= C * 41.
Proof.
intros HC HF HH L. apply Rabs_le. assert (A := gauss2_lin _ _ _ _ 1 (-1) HF HH).
assert (B := gauss2_scal C _ _ gauss2_weight). assert (D := gauss2_scal (- C) _ _ gauss2_weight). split.
- replace (- (C * 41)) with (- C * 41) by ring. replace (x - y) with (1 * x + -1 * y) by ring.
apply (gauss2_le _ _ _ _ D A). intros s t. assert (Q := proj1 (Rabs_le_between _ _) (L s t)). lra.
- replace (x - y) with (1 * x + -1 * y) by ring.
apply (gauss2_le _ _ _ _ A B). intros s t. assert (Q := proj1 (Rabs_le_between _ _) (L s t)). lra.
Qed.

Lemma zero_if_small x K : 0 <= K -> (forall n, Rabs x <= K / INR (S n)) -> x = 0.
Proof.
intros HK H. destruct (Req_dec x 0) as [E|N]; [exact E|exfalso]. assert (P := Rabs_pos_lt x N).
destruct (nfloor_ex (K / Rabs x)) as [n [_ Hn]]; [now apply Rdiv_le_0_compat|]. specialize (H n).
rewrite S_INR in H.
assert (M : 0 < INR n + 1) by (assert (Q := pos_INR n); lra). apply Rle_div_r in H; [|exact M].
apply Rlt_div_l in Hn; [lra|exact P].
Qed.

(* Two means that are both close to the same sequence are equal. *)
Lemma same_limit x y (t : nat -> R -> Prop) K : 0 <= K -> (forall n, exists m, t n m) ->
  (forall n m, t n m -> Rabs (x - m) + Rabs (m - y) <= K / INR (S n)) -> x = y.
Proof.
intros HK E H. assert (Z : x - y = 0); [|lra]. apply zero_if_small with (1 := HK). intros n.
destruct (E n) as [m Hm]. apply Rle_trans with (2 := H n m Hm).
replace (x - y) with ((x - m) + (m - y)) by ring. apply Rabs_triang.
Qed.

Lemma pair_near p u v H T C n z : dot p u u = 1 -> dot p v v = 1 -> 0 <= C -> close_to H T C ->
  Rabs (H (dot p z u) (dot p z v) - T n (dot p z u) (dot p z v)) <= 4 * C / INR (S n) * weights p z.
Proof.
intros U V HC A. apply Rle_trans with (1 := A n _ _).
replace (4 * C / INR (S n) * weights p z) with (C / INR (S n) * (4 * weights p z)) by (unfold Rdiv; ring).
apply Rmult_le_compat_l; [apply Rdiv_le_0_compat; [exact HC|apply lt_0_INR; lia]|now apply pair_weight].
Qed.

Lemma planar_near c e H T C n x y : c * c + e * e = 1 -> 0 <= C -> close_to H T C ->
  Rabs (T n x (c * x + e * y) - H x (c * x + e * y)) <= C / INR (S n) * (1 + 2 * (x ^ 2 + y ^ 2)) ^ 2.
Proof.
intros E HC A. rewrite Rabs_minus_sym. apply Rle_trans with (1 := A n _ _).
apply Rmult_le_compat_l; [apply Rdiv_le_0_compat; [exact HC|apply lt_0_INR; lia]|now apply planar_weight].
Qed.

Lemma reduction p u v c e H T C y : dot p u u = 1 -> dot p v v = 1 -> dot p u v = c -> c * c + e * e = 1 ->
  0 <= C -> (forall n, wave (T n)) -> close_to H T C -> is_gauss2 (fun x y => H x (c * x + e * y)) y ->
  gaussian p (fun z => H (dot p z u) (dot p z v)) y.
Proof.
intros U V D E HC HT A HP. assert (M := fun n => wave_means p u v c e (T n) U V D E (HT n)).
assert (B := fun n z => pair_near p u v H T C n z U V HC A).
destruct (gaussian_closed p (fun z => H (dot p z u) (dot p z v)) (fun n z => T n (dot p z u) (dot p z v))
(4 * C))
as [x Hx]; [lra| |exact B|].
{ intros n. destruct (M n) as [t [G _]]. now exists t. }
replace y with x; [exact Hx|]. apply (same_limit x y _ (4 * C * 6 ^ p + C * 41)) with (2 := M);
[assert (0 < 6 ^ p) by (apply pow_lt; lra); nra|]. intros n t [G1 G2].
replace ((4 * C * 6 ^ p + C * 41) / INR (S n)) with (4 * C / INR (S n) * 6 ^ p + C / INR (S n) * 41)
by (unfold Rdiv; ring). apply Rplus_le_compat.
- apply (near_means _ _ _ _ _ _ _ p Hx G1 (gaussian_weights p) (B n)).
- apply (near_means_plane _ _ _ _ _) with (2 := G2) (3 := HP).
+ apply Rdiv_le_0_compat; [exact HC|apply lt_0_INR; lia].
+ intros s r. now apply planar_near.
Qed.

(* The three functions that the loss needs. *)
Lemma close_relu : close_to (fun s _ => Rmax s 0) (fun n s _ => tooth n s) 1.
Proof.
intros n s t. apply Rle_trans with (1 := tooth_near n s).
apply Rmult_le_compat_l; [apply Rdiv_le_0_compat; [lra|apply lt_0_INR; lia]|nra].
Qed.

Lemma product_near x y x' y' d e f : Rabs (x - x') <= d * e -> Rabs (y - y') <= d * f -> 0 <= d <= 1 ->
  Rabs x <= e -> Rabs y <= f -> Rabs (x * y - x' * y') <= 3 * d * (e * f).
Proof.
intros X Y D E F. replace (x * y - x' * y') with (x * (y - y') + (x - x') * y + - (x - x') * (y - y')) by
ring.
assert (A := Rabs_pos x). assert (B := Rabs_pos y). assert (G := Rabs_pos (x - x')).
assert (K := Rabs_pos (y - y')).
assert (P1 : Rabs (x * (y - y')) <= e * (d * f)) by (rewrite Rabs_mult; apply Rmult_le_compat; assumption).
assert (P2 : Rabs ((x - x') * y) <= d * e * f) by (rewrite Rabs_mult; apply Rmult_le_compat; assumption).
assert (P3 : Rabs (- (x - x') * (y - y')) <= d * e * (d * f)).
{ rewrite Rabs_mult, Rabs_Ropp. apply Rmult_le_compat; assumption. }
assert (Z : 0 <= e * f) by (apply Rmult_le_pos; lra).
assert (Q : d * e * (d * f) <= d * (e * f)).
{ replace (d * e * (d * f)) with (d * d * (e * f)) by ring. apply Rmult_le_compat_r; [exact Z|nra]. }
assert (T1 := Rabs_triang (x * (y - y') + (x - x') * y) (- (x - x') * (y - y'))).
assert (T2 := Rabs_triang (x * (y - y')) ((x - x') * y)). lra.
Qed.

Lemma relu_below s : Rabs (Rmax s 0) <= 1 + s ^ 2.
Proof.
destruct (Rle_dec 0 s); [rewrite Rmax_left, Rabs_pos_eq by lra; nra|rewrite Rmax_right, Rabs_R0 by lra;
nra].
Qed.

Lemma tooth_product n s t : Rabs (Rmax s 0 * Rmax t 0 - tooth n s * tooth n t) <=
  3 * (1 / INR (S n)) * ((1 + s ^ 2) * (1 + t ^ 2)).
Proof.
assert (N : 1 <= INR (S n)) by (rewrite S_INR; assert (Q := pos_INR n); lra).
apply product_near; try apply tooth_near; try apply relu_below.
split; [apply Rdiv_le_0_compat; lra|apply Rle_div_l; lra].
Qed.

Lemma close_relu_product : close_to (fun s t => Rmax s 0 * Rmax t 0) (fun n s t => tooth n s * tooth n t) 3.
Proof.
intros n s t. apply Rle_trans with (1 := tooth_product n s t).
assert (N : 0 < INR (S n)) by (apply lt_0_INR; lia).
replace (3 * (1 / INR (S n))) with (3 / INR (S n)) by (field; lra).
apply Rmult_le_compat_l; [apply Rdiv_le_0_compat; lra|].
assert (0 <= s ^ 2) by apply pow2_ge_0. assert (0 <= t ^ 2) by apply pow2_ge_0. nra.
Qed.

Lemma wave_tooth_s n : wave (fun s _ => tooth n s).
Proof. apply wave_eq with (2 := wave_tooth n 1 0). intros s t. f_equal. ring. Qed.

Lemma wave_tooth_t n : wave (fun _ t => tooth n t).
Proof. apply wave_eq with (2 := wave_tooth n 0 1). intros s t. f_equal. ring. Qed.
