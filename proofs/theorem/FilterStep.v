(* One step of the filter: the form of its gradient, what it does to cos phi and to log cot^2(phi/2).

   w, v; a, b    the filter and w*; output weights and a*      xi      the noise, w + xi the perturbed filter
   noise_factor  H - (s s* - d (1 - sin phi)) / r, all at the perturbed point;  turn_factor  d (PI - phi)
   put p x       x / |x|, as in Contraction.v                  G       any tangent vector
   rise c g      2 g / (1 - c^2) - (g / (1 + c))^2

   Formalised: S1, the form; S2; S3, for the part that is noise alone, given bounds of its two factors; S5.
   Not formalised: the mean of S1 (smoothing.SmoothedGradient), the bounds of H, b and d in S3 by coordinates
   of a, S4 (a law of noise). S6 is of the code. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Lemmata Require Import num.Vectors Definitions dynamics.Contraction theorem.ExitBound.
Open Scope R_scope.

Definition noise_factor (k : nat) (r phi : R) (a b : vec) : R :=
  sum k a ^ 2 + (PI - 1) * dot k a a - (sum k a * sum k b - dot k a b * (1 - sin phi)) / r.
Definition turn_factor (k : nat) (phi : R) (a b : vec) : R := dot k a b * (PI - phi).
Definition rise (c g : R) : R := 2 * g / (1 - c ^ 2) - (g / (1 + c)) ^ 2.

(* S1: the form of the gradient. *)
Lemma S1_form (p k : nat) (w xi v a b : vec) (i : nat) : dot p w w = 1 ->
  let z := fun j => w j + xi j in dot p z z <> 0 ->
  2 * PI * tangent p w (gradient_w p k z a v b) i =
  noise_factor k (norm p z) (angle p z v) a b * tangent p w xi i - turn_factor k (angle p z v) a b * tangent
    p w v i.
Proof.
intros W z Z. assert (R := norm_pos p z Z). assert (P := PI_RGT_0). set (r := norm p z) in *.
set (phi := angle p z v).
set (x := noise_factor k r phi a b). set (y := turn_factor k phi a b).
assert (E : forall j, gradient_w p k z a v b j = / (2 * PI) * (x * z j - y * v j)).
{ intros j. unfold gradient_w. fold r phi. unfold x, y, noise_factor, turn_factor, g. field. lra. }
assert (D : dot p w (gradient_w p k z a v b) = / (2 * PI) * (x * (1 + dot p w xi) - y * dot p w v)).
{ rewrite (dot_ext p w w _ (fun j => / (2 * PI) * (x * z j - y * v j)) (fun _ _ => eq_refl) (fun j _ => E j)).
  rewrite dot_scal_r, dot_minus_r, !dot_scal_r. unfold z. now rewrite dot_plus_r, W. }
unfold tangent. rewrite D, E. unfold z. field. lra.
Qed.

(* S2: one step of cos phi. *)
Lemma S2_cosine (p : nat) (eta : R) (w G v : vec) : dot p w w = 1 -> dot p v v <= 1 -> dot p w G = 0 ->
  dot p w v - eta * dot p G v - eta ^ 2 * dot p G G / 2 <= dot p (put p (fun i => w i - eta * G i)) v.
Proof.
intros W V O. set (m := fun i => w i - eta * G i). destruct (S2_outside_the_ball p (- eta) w G W O) as [D N].
assert (Q : (fun i => w i + - eta * G i) = m) by (apply functional_extensionality; intros i; unfold m; ring).
rewrite Q in D, N. set (r := norm p m) in *. set (Y := dot p m v).
assert (Ed : dot p (put p m) v = Y / r).
{ unfold put. fold r. rewrite (dot_ext p _ (fun i => / r * m i) v v); [|intros i _; apply Rmult_comm|easy].
  rewrite dot_scal_l. unfold Y. field. lra. }
assert (Ey : Y = dot p w v - eta * dot p G v) by (unfold Y, m; now rewrite dot_minus_l, dot_scal_l).
assert (R2 : r * r = 1 + eta ^ 2 * dot p G G) by (unfold r; rewrite norm_sq, D; ring).
assert (C := cauchy_schwarz_norm p m v). fold r Y in C.
assert (L : norm p v <= 1) by (unfold norm; rewrite <- sqrt_1; now apply sqrt_le_1_alt).
assert (M : Y <= r).
{ apply Rle_trans with (1 := Rle_abs Y). apply Rle_trans with (1 := C). rewrite <- (Rmult_1_r r) at 2.
  apply Rmult_le_compat_l; lra. }
rewrite Ed, <- Ey. replace (eta ^ 2 * dot p G G / 2) with ((r * r - 1) / 2) by lra.
enough (Y - Y / r <= (r * r - 1) / 2) by lra. apply Rmult_le_reg_r with r; [lra|].
replace ((Y - Y / r) * r) with (Y * (r - 1)) by (field; lra).
apply Rle_trans with (r * (r - 1)); [apply Rmult_le_compat_r; lra|].
assert (0 <= r * (r - 1) ^ 2) by (apply Rmult_le_pos; [lra|apply pow2_ge_0]). nra.
Qed.

(* S3: the part of the gradient that is noise alone. *)
Lemma S3_tangent_is_shorter (p : nat) (w u : vec) : dot p w w = 1 -> norm p (tangent p w u) <= norm p u.
Proof.
intros W. apply sqrt_le_1_alt. unfold tangent. rewrite dot_minus_l, !dot_minus_r, !dot_scal_l, !dot_scal_r, W.
rewrite (dot_sym p u w). nra.
Qed.

Lemma tangent_of_the_sum p w xi : dot p w w = 1 -> agree p (tangent p w (fun j => w j + xi j)) (tangent p w
  xi).
Proof. intros W i _. unfold tangent. rewrite dot_plus_r, W. ring. Qed.

Lemma S3_direction (p : nat) (w xi : vec) : dot p w w = 1 ->
  norm p (tangent p w xi) <= norm p (fun j => w j + xi j) /\ 1 - norm p xi <= norm p (fun j => w j + xi j).
Proof.
intros W. set (z := fun j => w j + xi j). split.
- apply Rle_trans with (2 := S3_tangent_is_shorter p w z W). right. unfold norm. f_equal.
  apply dot_ext; intros i Hi; symmetry; now apply tangent_of_the_sum.
- assert (C := cauchy_schwarz_norm p w z). assert (B := cauchy_schwarz_norm p w xi).
  assert (N : norm p w = 1) by (unfold norm; now rewrite W, sqrt_1). rewrite N, Rmult_1_l in C, B.
  unfold z in C at 1. rewrite dot_plus_r, W in C. unfold Rabs in B, C.
  destruct (Rcase_abs (dot p w xi)), (Rcase_abs (1 + dot p w xi)); lra.
Qed.

(* x = H, y = b of the form, with bounds X, Y of them; rho = |xi| at most. *)
Lemma S3_noise_part (p : nat) (w xi : vec) (x y X Y rho : R) : dot p w w = 1 ->
  let z := fun j => w j + xi j in dot p z z <> 0 -> Rabs x <= X -> Rabs y <= Y -> norm p xi <= rho ->
  Rabs (x - y / norm p z) * norm p (tangent p w xi) <= X * rho + Y /\
  (rho < 1 -> Rabs (x - y / norm p z) * norm p (tangent p w xi) <= X * rho + Y * (rho / (1 - rho))).
Proof.
intros W z Z Hx Hy Hr. assert (R := norm_pos p z Z). destruct (S3_direction p w xi W) as [D S]. fold z in D,
  S.
assert (T := S3_tangent_is_shorter p w xi W). set (r := norm p z) in *. set (t := norm p (tangent p w xi))
  in *.
assert (T0 : 0 <= t) by apply norm_nonneg. assert (X0 := Rabs_pos x). assert (Y0 := Rabs_pos y).
assert (A : Rabs (x - y / r) * t <= Rabs x * t + Rabs y * (t / r)).
{ replace (Rabs x * t + Rabs y * (t / r)) with ((Rabs x + Rabs y / r) * t) by (field; lra).
  apply Rmult_le_compat_r; [exact T0|]. unfold Rminus, Rdiv. apply Rle_trans with (1 := Rabs_triang _ _).
  rewrite Rabs_Ropp, Rabs_mult, (Rabs_right (/ r)); [lra|]. left. now apply Rinv_0_lt_compat. }
assert (B : Rabs x * t <= X * rho) by (apply Rmult_le_compat; lra).
assert (Q0 : 0 <= t / r) by (now apply Rle_mult_inv_pos).
assert (F : forall q, t / r <= q -> Rabs (x - y / r) * t <= X * rho + Y * q).
{ intros q H. assert (Rabs y * (t / r) <= Y * q) by (apply Rmult_le_compat; lra). lra. }
split.
- rewrite <- (Rmult_1_r Y). apply F. apply Rmult_le_reg_r with r; [lra|].
  replace (t / r * r) with t by (field; lra). lra.
- intros L. apply F. apply Rmult_le_compat; [exact T0|left; now apply Rinv_0_lt_compat|lra|].
  apply Rinv_le_contravar; lra.
Qed.

Lemma ln_monotone x y : 0 < x -> x <= y -> ln x <= ln y.
Proof. intros H [L|L]; [left; now apply ln_increasing|right; now rewrite L]. Qed.

(* S5: one step of log cot^2(phi/2). *)
Lemma S5_logarithm (e : R) : - 1 / 2 <= e -> e - e ^ 2 <= ln (1 + e).
Proof.
intros H. rewrite <- (ln_exp (e - e ^ 2)). apply ln_monotone; [apply exp_pos|].
destruct (Rle_dec e 4) as [L|L].
- assert (B := S1_exponential (e - e ^ 2) ltac:(nra)). apply Rle_trans with (1 := B).
  enough ((e - e ^ 2) ^ 2 / (2 * (1 - (e - e ^ 2) / 3)) <= e ^ 2) by lra.
  apply Rmult_le_reg_r with (2 * (1 - (e - e ^ 2) / 3)); [nra|].
  replace ((e - e ^ 2) ^ 2 / (2 * (1 - (e - e ^ 2) / 3)) * (2 * (1 - (e - e ^ 2) / 3)))
    with (e ^ 2 * (1 - e) ^ 2) by (field; nra).
  apply Rmult_le_compat_l; [apply pow2_ge_0|nra].
- apply Rle_trans with (exp 0); [left; apply exp_increasing; nra|rewrite exp_0; lra].
Qed.

Lemma ln_below x : 0 < x -> ln x <= x - 1.
Proof. intros H. rewrite <- (ln_exp (x - 1)). apply ln_monotone; [easy|]. assert (Q := exp_ineq1_le (x -
  1)). lra. Qed.

Lemma S5_rise (c c' gain : R) : - 1 < c < 1 -> - (1 + c) / 2 <= gain -> c + gain <= c' < 1 ->
  ln ((1 + c) / (1 - c)) + rise c gain <= ln ((1 + c') / (1 - c')).
Proof.
intros C H L. assert (Q : forall x, - 1 < x < 1 -> ln ((1 + x) / (1 - x)) = ln (1 + x) - ln (1 - x)).
{ intros x X. unfold Rdiv. rewrite ln_mult, ln_Rinv; try lra. apply Rinv_0_lt_compat. lra. }
rewrite !Q by lra. assert (A : ln (1 + (c + gain)) <= ln (1 + c')) by (apply ln_monotone; lra).
assert (B : ln (1 - c') <= ln (1 - (c + gain))) by (apply ln_monotone; lra).
set (e := gain / (1 + c)). assert (He : - 1 / 2 <= e).
{ unfold e. apply Rmult_le_reg_r with (1 + c); [lra|]. replace (gain / (1 + c) * (1 + c)) with gain by
  (field; lra). lra. }
assert (E1 := S5_logarithm e He). set (y := gain / (1 - c)).
assert (Hy : 0 < 1 - y).
{ unfold y. apply Rmult_lt_reg_r with (1 - c); [lra|].
  replace ((1 - gain / (1 - c)) * (1 - c)) with (1 - c - gain) by (field; lra). lra. }
assert (E2 := ln_below (1 - y) Hy).
assert (F1 : ln (1 + (c + gain)) = ln (1 + c) + ln (1 + e)).
{ rewrite <- ln_mult by lra. f_equal. unfold e. field. lra. }
assert (F2 : ln (1 - (c + gain)) = ln (1 - c) + ln (1 - y)).
{ rewrite <- ln_mult by lra. f_equal. unfold y. field. lra. }
assert (F3 : rise c gain = e - e ^ 2 + y) by (unfold rise, e, y; field; nra). lra.
Qed.
