(* One step of gradient descent for a small teacher, in the angle and in the distance from equilibrium.

   alpha, N       the teacher's output weights are b = N alpha (scaled N alpha) with |alpha| = 1
   run            the iterates (w_t, a_t) of gradient descent on the sphere (dynamics/GradientDescent.v)
   balance        A(phi)^T b / N^2 = 1 - (PI - g phi) tau alpha, with A(phi) the equilibrium at the angle phi
   error          the distance of a_t from its equilibrium, over N
   contraction    the larger of |1 - eta lambda1| and |1 - eta lambda2|

   Formalised: the error contracts up to the turn of the filter; the alignment a^T b is within the error of
   the balance; the turn of the filter and its bounds from either pole.
   Not formalised: nothing of what DescentBasin_starts.v needs of these. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.CriticalPoints landscape.DescentBasin.
From Lemmata Require Import dynamics.GradientDescent dynamics.GradientDescent_turn
  dynamics.GradientDescent_loss.
Open Scope R_scope.

Fixpoint run (p k : nat) (eta : R) (v b w a : vec) (t : nat) : vec * vec :=
  match t with
  | O => (w, a)
  | S t => let x := run p k eta v b w a t in
    (descent_w p k eta (fst x) (snd x) v b, descent_a p k eta (fst x) (snd x) v b)
  end.
Definition balance (k : nat) (alpha : vec) (phi : R) : R := 1 - (PI - g phi) * tau k alpha.
Definition contraction (k : nat) (eta : R) : R := Rmax (Rabs (1 - eta * lambda1 k)) (Rabs (1 - eta *
  lambda2)).
Definition scaled (N : R) (alpha : vec) : vec := fun i => N * alpha i.

(* The norm. *)
Lemma norm_triangle n u x : norm n (fun i => u i + x i) <= norm n u + norm n x.
Proof.
assert (U := norm_nonneg n u). assert (X := norm_nonneg n x). apply Rsqr_incr_0; [|apply norm_nonneg|lra].
unfold Rsqr. rewrite norm_sq, dot_plus_l, !dot_plus_r, (dot_sym n x u), <- !norm_sq.
assert (C := cauchy_schwarz_norm n u x). assert (A := Rle_abs (dot n u x)). nra.
Qed.

Lemma norm_scal n c u : norm n (fun i => c * u i) = Rabs c * norm n u.
Proof.
unfold norm. rewrite dot_scal_l, dot_scal_r, <- Rmult_assoc, sqrt_mult by (nra || apply dot_nonneg).
f_equal. apply sqrt_Rsqr_abs.
Qed.

(* The step of the output weights contracts towards the equilibrium. *)
Lemma contraction_below_1 k eta : 0 < eta < 4 * PI / (PI - 1 + INR k) -> 0 <= contraction k eta < 1.
Proof.
intros H. assert (P := PI_above_3). assert (D := size_pos k). assert (K := pos_INR k).
assert (A := lambda1_pos k). assert (B := lambda2_pos).
assert (L : eta * lambda1 k < 2).
{ destruct H as [_ H]. apply Rmult_lt_compat_r with (r := lambda1 k) in H; [|exact A].
  replace (4 * PI / (PI - 1 + INR k) * lambda1 k) with 2 in H by (unfold lambda1; field; lra). exact H. }
assert (M : lambda2 <= lambda1 k).
{ unfold lambda1, lambda2. apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; lra|lra]. }
assert (X1 : 0 < eta * lambda1 k) by (apply Rmult_lt_0_compat; lra).
assert (X2 : 0 < eta * lambda2) by (apply Rmult_lt_0_compat; lra).
assert (X3 : eta * lambda2 <= eta * lambda1 k) by (apply Rmult_le_compat_l; lra). unfold contraction. split.
- apply Rle_trans with (2 := Rmax_l _ _). apply Rabs_pos.
- apply Rmax_lub_lt; apply Rabs_def1; lra.
Qed.

Lemma contracts k eta e :
  (1 <= k)%nat -> norm k (fun i => e i - eta * (system k e i / (2 * PI))) <= contraction k eta * norm k e.
Proof.
intros K. set (r := contraction k eta). assert (P := PI_above_3). assert (N := size_at_least_1 k K).
assert (R0 : 0 <= r) by (apply Rle_trans with (2 := Rmax_l _ _); apply Rabs_pos).
assert (S : forall y, Rabs y <= r -> y ^ 2 <= r ^ 2).
{ intros y Y. rewrite <- (pow2_abs y). apply pow_incr. split; [apply Rabs_pos|exact Y]. }
assert (S1 := S _ (Rmax_l _ _)). assert (S2 := S _ (Rmax_r _ _)).
apply Rsqr_incr_0; [|apply norm_nonneg|apply Rmult_le_pos; [exact R0|apply norm_nonneg]].
unfold Rsqr. rewrite norm_sq.
replace (r * norm k e * (r * norm k e)) with (r ^ 2 * (norm k e * norm k e)) by ring.
rewrite norm_sq. set (c2 := 1 - eta * lambda2) in *. set (c1 := 1 - eta * lambda1 k) in *.
assert (A : agree k (fun i => e i - eta * (system k e i / (2 * PI)))
  (lin c2 e (- (eta * sum k e / (2 * PI))) (fun _ => 1))).
{ intros i _. unfold lin, system, c2, lambda2. field. lra. }
rewrite (dot_ext k _ _ _ _ A A), dot_lin_sq, (dot_ones_r k 1 e), (dot_ones_r k 1), sum_const.
destruct (coordinates_nonneg k e K) as [C1 C2]. set (x := sum k e ^ 2 / INR k) in *.
apply Rle_trans with (c2 ^ 2 * (dot k e e - x) + c1 ^ 2 * x).
- right. unfold x, c1, c2, lambda1, lambda2. field. lra.
- assert (c2 ^ 2 * (dot k e e - x) <= r ^ 2 * (dot k e e - x)) by (apply Rmult_le_compat_r; lra).
  assert (c1 ^ 2 * x <= r ^ 2 * x) by (apply Rmult_le_compat_r; lra). lra.
Qed.

Lemma step_of_the_weights p k eta w a v b i :
  norm p w = 1 ->
  descent_a p k eta w a v b i - equilibrium k (g (angle p w v)) b i =
  (a i - equilibrium k (g (angle p w v)) b i)
  - eta * (system k (fun j => a j - equilibrium k (g (angle p w v)) b j) i / (2 * PI)).
Proof.
intros W. unfold descent_a. rewrite W. set (x := g (angle p w v)).
assert (E : system k (equilibrium k x b) i = sum k b + (x - 1) * b i) by (unfold equilibrium;
  now rewrite system_inverse).
unfold gradient_a. fold x. unfold system in *. rewrite sum_minus.
replace (1 * 1 * (sum k a + (PI - 1) * a i) - 1 * (sum k b + (x - 1) * b i))
  with (sum k a - sum k (equilibrium k x b) + (PI - 1) * (a i - equilibrium k x b i)) by lra. ring.
Qed.

Lemma inverse_scaled k N alpha i : inverse k (scaled N alpha) i = N * inverse k alpha i.
Proof.
assert (P := PI_above_3). assert (D := size_pos k). unfold inverse, scaled. rewrite sum_scal. field. lra.
Qed.

Lemma equilibrium_moves k x y N alpha :
  0 < N -> norm k (fun i => equilibrium k x (scaled N alpha) i - equilibrium k y (scaled N alpha) i) =
  N * (Rabs (x - y) * norm k (inverse k alpha)).
Proof.
intros HN. rewrite (norm_ext k _ (fun i => (N * (x - y)) * inverse k alpha i)).
- rewrite norm_scal, Rabs_mult, (Rabs_pos_eq N) by lra. ring.
- intros i _. rewrite !equilibrium_value, inverse_scaled. ring.
Qed.

Lemma g_moves x y : 0 <= x <= PI -> 0 <= y <= PI -> Rabs (g x - g y) <= PI * Rabs (x - y).
Proof.
apply g_lipschitz. intros z Z. assert (S := SIN_bound z). assert (P := PI_above_3). nra.
Qed.

Definition error (k : nat) (N : R) (alpha a : vec) (phi : R) : R :=
  norm k (fun i => a i - equilibrium k (g phi) (scaled N alpha) i) / N.

Lemma error_nonneg k N alpha a phi : 0 < N -> 0 <= error k N alpha a phi.
Proof. intros H. apply Rmult_le_pos; [apply norm_nonneg|now apply Rlt_le, Rinv_0_lt_compat]. Qed.

Lemma error_step p k eta w a v alpha N phi' :
  (1 <= k)%nat -> 0 < N -> norm p w = 1 -> 0 <= phi' <= PI ->
  error k N alpha (descent_a p k eta w a v (scaled N alpha)) phi' <=
  contraction k eta * error k N alpha a (angle p w v)
  + PI * norm k (inverse k alpha) * Rabs (phi' - angle p w v).
Proof.
intros K HN W R'. set (b := scaled N alpha). set (phi := angle p w v). assert (R := angle_range p w v).
fold phi in R.
assert (I : 0 < / N) by now apply Rinv_0_lt_compat. unfold error. fold b.
assert (T : norm k (fun i => descent_a p k eta w a v b i - equilibrium k (g phi') b i) <=
  contraction k eta * norm k (fun i => a i - equilibrium k (g phi) b i)
  + N * (Rabs (g phi - g phi') * norm k (inverse k alpha))).
{ rewrite <- (equilibrium_moves k (g phi) (g phi') N alpha HN). fold b.
  rewrite (norm_ext k _ (fun i => (descent_a p k eta w a v b i - equilibrium k (g phi) b i)
    + (equilibrium k (g phi) b i - equilibrium k (g phi') b i))) by (intros i _; ring).
  apply Rle_trans with (1 := norm_triangle k _ _). apply Rplus_le_compat_r.
  apply Rle_trans with (2 := contracts k eta _ K). right. apply norm_ext. intros i _.
  now apply step_of_the_weights. }
assert (G := g_moves phi phi' R R'). rewrite (Rabs_minus_sym phi) in G.
assert (M := norm_nonneg k (inverse k alpha)).
assert (GM := Rmult_le_compat_r _ _ _ M G).
apply Rmult_le_compat_r with (r := / N) in T; [|lra]. unfold Rdiv. apply Rle_trans with (1 := T).
rewrite Rmult_plus_distr_r. replace (N * (Rabs (g phi - g phi') * norm k (inverse k alpha)) * / N)
  with (Rabs (g phi - g phi') * norm k (inverse k alpha)) by (field; lra). lra.
Qed.

(* The alignment of the weights with the teacher, over N^2. *)
Lemma scaled_square k N alpha : norm k alpha = 1 -> dot k (scaled N alpha) (scaled N alpha) = N ^ 2.
Proof. intros H. unfold scaled. rewrite dot_scal_l, dot_scal_r, (dot_unit k alpha H). ring. Qed.

Lemma norm_scaled_teacher k N alpha : norm k alpha = 1 -> 0 < N -> norm k (scaled N alpha) = N.
Proof. intros H HN. unfold scaled. rewrite norm_scal, H, Rabs_pos_eq; lra. Qed.

Lemma tau_scaled k N alpha : tau k (scaled N alpha) = N ^ 2 * tau k alpha.
Proof.
unfold tau. rewrite (dot_ext k _ _ (inverse k (scaled N alpha)) (fun i => N * inverse k alpha i) (fun i _ =>
  eq_refl)).
- unfold scaled. rewrite dot_scal_l, dot_scal_r. ring.
- intros i _. apply inverse_scaled.
Qed.

Lemma alignment_near k N alpha a phi :
  norm k alpha = 1 -> 0 < N ->
  Rabs (dot k a (scaled N alpha) / N ^ 2 - balance k alpha phi) <= error k N alpha a phi.
Proof.
intros H HN. set (b := scaled N alpha). set (A := equilibrium k (g phi) b).
assert (E : dot k A b = N ^ 2 * balance k alpha phi).
{ unfold A. rewrite dot_equilibrium. unfold b. rewrite (scaled_square k N alpha H), tau_scaled.
  unfold balance. ring. }
assert (C := cauchy_schwarz_norm k (fun i => a i - A i) b). rewrite dot_minus_l, E in C.
assert (NB : norm k b = N) by now apply norm_scaled_teacher. rewrite NB in C.
replace (dot k a b / N ^ 2 - balance k alpha phi) with ((dot k a b - N ^ 2 * balance k alpha phi) * / N ^ 2)
  by (field; lra).
assert (I : 0 < / N ^ 2) by (apply Rinv_0_lt_compat, pow_lt, HN).
rewrite Rabs_mult, (Rabs_pos_eq (/ N ^ 2)) by lra. unfold error. fold b A.
replace (norm k (fun i => a i - A i) / N) with (norm k (fun i => a i - A i) * N * / N ^ 2) by (field; lra).
apply Rmult_le_compat_r; lra.
Qed.

Lemma balance_bound k alpha phi : 0 <= tau k alpha -> 0 <= phi <= PI ->
  Rabs (balance k alpha phi) <= 1 + PI * tau k alpha.
Proof.
intros T R. assert (G := g_bounds phi R). assert (P := PI_above_3). unfold balance.
assert (0 <= (PI - g phi) * tau k alpha) by (apply Rmult_le_pos; lra).
assert ((PI - g phi) * tau k alpha <= PI * tau k alpha) by (apply Rmult_le_compat_r; lra).
apply Rabs_le. lra.
Qed.

Lemma balance_decreasing k alpha x y : 0 <= tau k alpha -> 0 <= x -> x <= y -> y <= PI ->
  balance k alpha y <= balance k alpha x.
Proof.
intros T X L Y. unfold balance. destruct L as [L| ->]; [|lra]. assert (G := g_decreasing x y X L Y).
assert ((PI - g x) * tau k alpha <= (PI - g y) * tau k alpha) by (apply Rmult_le_compat_r; lra). lra.
Qed.

(* The turn of the filter. *)
Lemma turn_of_the_filter p k eta w a v alpha N :
  norm p w = 1 -> norm p v = 1 -> 0 < eta -> 0 < N ->
  let phi := angle p w v in let d := dot k a (scaled N alpha) / N ^ 2 in
  let th := atan (eta * N ^ 2 / (2 * PI) * (GradientDescent_turn.q phi * Rabs d)) in
  angle p (descent_w p k eta w a v (scaled N alpha)) v = (if Rle_dec 0 d then towards phi th else away phi
    th) /\
  Rabs (angle p (descent_w p k eta w a v (scaled N alpha)) v - phi) <=
  eta * N ^ 2 / (2 * PI) * (GradientDescent_turn.q phi * Rabs d).
Proof.
intros W V He HN phi d th. assert (P := PI_above_3). set (b := scaled N alpha) in *.
assert (R := angle_range p w v). fold phi in R.
assert (A := angle_of_the_step p k eta w a v b (dot_unit p w W) (dot_unit p v V) He). cbv zeta in A.
fold phi in A.
rewrite tangent_norm in A by now apply dot_unit. fold phi in A.
assert (N2 : 0 < N ^ 2) by now apply pow_lt. assert (I : 0 < / N ^ 2) by now apply Rinv_0_lt_compat.
assert (D : dot k a b = N ^ 2 * d) by (unfold d, b; field; lra).
replace (eta * (GradientDescent_turn.q phi * Rabs (dot k a b) / (2 * PI)))
  with (eta * N ^ 2 / (2 * PI) * (GradientDescent_turn.q phi * Rabs d)) in A
  by (rewrite D, Rabs_mult, (Rabs_pos_eq (N ^ 2)) by lra; field; lra).
fold th in A.
assert (E : angle p (descent_w p k eta w a v b) v = (if Rle_dec 0 d then towards phi th else away phi th)).
{ rewrite A. destruct (Rle_dec 0 (dot k a b)) as [U|U], (Rle_dec 0 d) as [U'|U']; try reflexivity; exfalso;
    nra. }
split; [exact E|]. set (y := eta * N ^ 2 / (2 * PI) * (GradientDescent_turn.q phi * Rabs d)) in *.
assert (Q : 0 <= GradientDescent_turn.q phi).
{ unfold GradientDescent_turn.q. apply Rmult_le_pos; [lra|]. apply sin_ge_0; lra. }
assert (Y : 0 <= y).
{ apply Rmult_le_pos; [|apply Rmult_le_pos; [exact Q|apply Rabs_pos]].
  apply Rmult_le_pos; [nra|]. apply Rlt_le, Rinv_0_lt_compat. lra. }
assert (T := atan_below y Y). assert (B := atan_bound y). fold th in T, B.
destruct (turn_range phi th R) as [[_ T1] [_ T2]]; [lra|]. rewrite E, Rabs_minus_sym.
destruct (Rle_dec 0 d); lra.
Qed.

(* Bounds of q by the distance from either pole. *)
Lemma sin_parabola x : 0 <= x <= PI -> x * (PI - x) / PI <= sin x.
Proof.
assert (P := PI_range). assert (H : forall y, 0 <= y <= PI / 2 -> y * (PI - y) / PI <= sin y).
{ intros y Y. destruct (Req_dec y 0) as [->|N]; [rewrite sin_0; right; field; lra|].
  assert (S := sin_above y ltac:(lra)). apply Rle_trans with (y - y ^ 3 / 6); [|lra].
  apply Rmult_le_reg_r with PI; [lra|]. replace (y * (PI - y) / PI * PI) with (y * (PI - y)) by (field; lra).
  assert (Z : y * PI <= 6) by nra. assert (Y2 : 0 <= y * y) by nra. nra. }
intros X. destruct (Rle_or_lt x (PI / 2)) as [L|L]; [apply H; lra|].
rewrite <- sin_PI_x. replace (x * (PI - x)) with ((PI - x) * (PI - (PI - x))) by ring. apply H. lra.
Qed.

Lemma q_bounds x x1 : 0 <= x <= PI -> 0 < x1 < PI ->
  0 <= (PI - x) * sin x <= PI * x /\ (PI - x) * sin x <= 10 /\
  (x <= x1 -> ((PI - x1) / PI) ^ 2 * x ^ 2 <= (PI - x) * sin x) /\
  0 <= x * sin x <= PI * x /\ x * sin x <= 10 /\
  (x <= x1 -> ((PI - x1) / PI) ^ 2 * x ^ 2 <= x * sin x).
Proof.
intros X X1. assert (P := PI_range). assert (S := sin_parabola x X). assert (B := SIN_bound x).
assert (S0 : 0 <= sin x) by (apply sin_ge_0; lra).
assert (Sx : sin x <= x) by (destruct (Req_dec x 0) as [->|N]; [rewrite sin_0; lra|left; apply sin_lt_x;
  lra]).
replace (x * (PI - x) / PI) with (x * ((PI - x) / PI)) in S by (field; lra).
assert (U1 : 0 < (PI - x1) / PI) by (apply Rdiv_lt_0_compat; lra). set (u1 := (PI - x1) / PI) in *.
set (u := (PI - x) / PI) in *. assert (HU : PI - x = PI * u) by (unfold u; field; lra).
assert (HU1 : PI - x1 = PI * u1) by (unfold u1; field; lra).
assert (L1 : u1 <= 1) by nra. assert (U0 : 0 <= u) by nra.
repeat split; try nra; intros L; assert (V : u1 <= u) by nra.
- rewrite HU. apply Rle_trans with (PI * u * (x * u)); [|apply Rmult_le_compat_l; nra].
  assert (W : u1 ^ 2 <= u ^ 2) by (apply pow_incr; lra). assert (Z : x ^ 2 <= PI * x) by nra.
  apply Rle_trans with (u ^ 2 * (PI * x)); [apply Rmult_le_compat; nra|right; ring].
- apply Rle_trans with (x * (x * u)); [|apply Rmult_le_compat_l; lra].
  assert (W : u1 ^ 2 <= u) by nra. assert (Z := pow2_ge_0 x). nra.
Qed.
