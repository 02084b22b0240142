(* The poster's Theorem 2: T2 at gamma >= 1, and gradient descent, which it admits as noise 0.

   CT, Ce                    the constants hidden in T2 and eta
   p, k, eta, gamma, delta   as printed; B = |a*|^2
   burn_in, largest_step     T2 and the largest eta, as printed
   w, v; b                   unit vectors w and w*; a*
   c, u                      cos phi; eta d psi / 2 pi with d = a^T a*, psi = pi - phi
   filter_step u c           cos phi after a step of gradient descent; 2 - 2c is |w - w*|^2
   x, x*, m, theta           a coordinate of a, of a*, the rate of the step, what drives it over m x*

   Formalised: S3; S4 that w = -w* never moves; S5 up to the time that descent takes.
   Not formalised: P-GD with noise. What holds for every choice of the constants is in
   ConvergenceBox_constants.v. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Definition burn_in (CT p eta gamma delta B : R) : R :=
  CT * (p / eta) * ln (1 / gamma) * ln (1 / delta) * B.

Definition largest_step (Ce k p gamma delta : R) : R :=
  Ce / (Rmax (k ^ 4 * p ^ 6) (k ^ 2 * p / gamma) * Rmax 1 (p * ln (1 / gamma) * ln (1 / delta))).

(* cos phi after w -> (w + u P_w w* ) / |w + u P_w w*|, u = eta d psi / 2 pi. *)
Definition filter_step (u c : R) : R := (c + u * (1 - c ^ 2)) / sqrt (1 + u ^ 2 * (1 - c ^ 2)).

Lemma log_inverse_positive x : 0 < x < 1 -> 0 < ln (1 / x).
Proof.
intros H. rewrite <- ln_1. apply ln_increasing; [lra|].
apply Rmult_lt_reg_r with x; [lra|]. field_simplify; lra.
Qed.

Lemma log_inverse_small x : 0 < x <= 1 -> ln (1 / x) <= (1 - x) / x.
Proof.
intros H. assert (E : ln (1 / x) <= 1 / x - 1).
{ assert (P : 0 < 1 / x) by (apply Rdiv_lt_0_compat; lra).
  pose proof (exp_ineq1_le (ln (1 / x))) as Q. rewrite exp_ln in Q by exact P. lra. }
replace ((1 - x) / x) with (1 / x - 1) by (field; lra). exact E.
Qed.

Lemma log_inverse_negative x : 1 <= x -> ln (1 / x) <= 0.
Proof.
intros H. unfold Rdiv. rewrite Rmult_1_l, ln_Rinv by lra.
destruct (Rle_lt_or_eq_dec 1 x H) as [L|<-]; [|rewrite ln_1; lra].
pose proof (ln_increasing 1 x Rlt_0_1 L) as Q. rewrite ln_1 in Q. lra.
Qed.

(* S3: no time is left from gamma = 1 on, whatever CT is. *)
Lemma S3_no_time_left (CT p eta gamma delta B : R) :
  0 <= CT -> 0 <= p -> 0 < eta -> 0 <= B -> 0 < delta < 1 -> 1 <= gamma ->
  burn_in CT p eta gamma delta B <= 0.
Proof.
intros HC Hp He HB Hd Hg. unfold burn_in.
pose proof (log_inverse_positive delta Hd). pose proof (log_inverse_negative gamma Hg).
assert (0 <= CT * (p / eta)).
{ apply Rmult_le_pos; [lra|apply Rmult_le_pos; [lra|left; now apply Rinv_0_lt_compat]]. }
assert (CT * (p / eta) * ln (1 / gamma) <= 0) by nra.
assert (CT * (p / eta) * ln (1 / gamma) * ln (1 / delta) <= 0) by nra. nra.
Qed.

(* At t = 0 a run from a = 0 is outside for every gamma below |a*|^2. *)
Lemma S3_starts_outside (k : nat) (b : vec) (gamma : R) :
  gamma < dot k b b -> gamma < dot k (fun i => 0 - b i) (fun i => 0 - b i).
Proof.
intros H. replace (dot k (fun i => 0 - b i) (fun i => 0 - b i)) with (dot k b b); [exact H|].
apply sum_ext. intros i _. ring.
Qed.

(* The same from every a with a^T a* <= M, as epoch I leaves it. *)
Lemma S3_small_alignment_is_outside (k : nat) (a b : vec) (M gamma : R) :
  dot k a b <= M -> gamma < dot k b b - 2 * M -> gamma < dot k (fun i => a i - b i) (fun i => a i - b i).
Proof.
intros HM H. rewrite dot_minus_l, !dot_minus_r, (dot_sym k b a). pose proof (dot_nonneg k a). lra.
Qed.

(* gamma >= 4 asks nothing of the filter, gamma >= |a*|^2 nothing of a but a = 0. *)
Lemma S3_every_filter_is_near (p : nat) (w v : vec) (gamma : R) :
  dot p w w = 1 -> dot p v v = 1 -> 4 <= gamma ->
  dot p (fun i => w i - v i) (fun i => w i - v i) <= gamma.
Proof.
intros Hw Hv Hg.
assert (E : dot p (fun i => w i - v i) (fun i => w i - v i) + dot p (fun i => w i + v i) (fun i => w i + v i)
  = 2 * dot p w w + 2 * dot p v v).
{ unfold dot. rewrite <- !sum_plus, <- !sum_scal, <- sum_plus. apply sum_ext. intros i _. ring. }
assert (0 <= dot p (fun i => w i + v i) (fun i => w i + v i)) by apply dot_nonneg. lra.
Qed.

Lemma S3_zero_weights_are_near (k : nat) (b : vec) (gamma : R) :
  dot k b b <= gamma -> dot k (fun i => 0 - b i) (fun i => 0 - b i) <= gamma.
Proof.
intros H. replace (dot k (fun i => 0 - b i) (fun i => 0 - b i)) with (dot k b b); [exact H|].
apply sum_ext. intros i _. ring.
Qed.

(* T2 falls below one step as gamma rises to 1. *)
Lemma S3_less_than_a_step (CT p eta delta B : R) :
  0 < CT -> 0 < p -> 0 < eta -> 0 < B -> 0 < delta < 1 ->
  exists gamma, 0 < gamma < 1 /\ burn_in CT p eta gamma delta B < 1.
Proof.
intros HC Hp He HB Hd. pose proof (log_inverse_positive delta Hd) as L.
set (K := CT * (p / eta) * ln (1 / delta) * B).
assert (HK : 0 < K).
{ unfold K. repeat apply Rmult_lt_0_compat; try lra. now apply Rinv_0_lt_compat. }
exists ((K + 1) / (K + 2)). assert (Q : 0 < (K + 1) / (K + 2) < 1).
{ split; [apply Rdiv_lt_0_compat; lra|]. apply Rmult_lt_reg_r with (K + 2); [lra|]. field_simplify; lra. }
split; [exact Q|]. unfold burn_in.
replace (CT * (p / eta) * ln (1 / ((K + 1) / (K + 2))) * ln (1 / delta) * B)
  with (K * ln (1 / ((K + 1) / (K + 2)))) by (unfold K; ring).
pose proof (log_inverse_small ((K + 1) / (K + 2))) as S.
replace ((1 - (K + 1) / (K + 2)) / ((K + 1) / (K + 2))) with (/ (K + 1)) in S by (field; lra).
apply Rle_lt_trans with (K * / (K + 1)); [apply Rmult_le_compat_l; [lra|apply S; lra]|].
apply Rmult_lt_reg_r with (K + 1); [lra|]. field_simplify; lra.
Qed.

(* S4: gradient descent never leaves w = -w*, whatever the output weights do. *)
Lemma S4_opposite_stays (u c : nat -> R) :
  c 0%nat = -1 -> (forall t, c (S t) = filter_step (u t) (c t)) ->
  forall t, c t = -1 /\ 2 - 2 * c t = 4.
Proof.
intros H0 HS t. assert (E : c t = -1); [|split; lra].
induction t as [|t IH]; [exact H0|]. rewrite HS, IH. unfold filter_step.
replace (1 + u t ^ 2 * (1 - (-1) ^ 2)) with 1 by ring. rewrite sqrt_1. field.
Qed.

Lemma root_at_least_one u c : -1 <= c <= 1 -> 1 <= sqrt (1 + u ^ 2 * (1 - c ^ 2)).
Proof.
intros H. rewrite <- sqrt_1 at 1. apply sqrt_le_1_alt. assert (0 <= 1 - c ^ 2) by nra.
assert (0 <= u ^ 2 * (1 - c ^ 2)) by (apply Rmult_le_pos; [apply pow2_ge_0|lra]). lra.
Qed.

(* A step stays on the sphere, and lowers |w - w*|^2 = 2 - 2c by 2U at most, if |u| <= U. *)
Lemma filter_step_range u c : -1 <= c <= 1 -> -1 <= filter_step u c <= 1.
Proof.
intros H. pose proof (root_at_least_one u c H) as D. unfold filter_step.
set (r := sqrt (1 + u ^ 2 * (1 - c ^ 2))) in *. set (n := c + u * (1 - c ^ 2)).
assert (E : r ^ 2 = 1 + u ^ 2 * (1 - c ^ 2)).
{ unfold r. apply pow2_sqrt. assert (0 <= u ^ 2 * (1 - c ^ 2)) by (apply Rmult_le_pos; nra). lra. }
assert (N : n ^ 2 <= r ^ 2).
{ rewrite E. unfold n.
  assert (0 <= (1 - c ^ 2) * (1 - u * c) ^ 2) by (apply Rmult_le_pos; [nra|apply pow2_ge_0]). nra. }
assert (- r <= n <= r) by (split; nra).
split; apply Rmult_le_reg_r with r; try lra; unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra.
Qed.

Lemma S5_one_step (u U c : R) : Rabs u <= U -> -1 <= c <= 1 ->
  Rmax 0 (filter_step u c) <= Rmax 0 c + U.
Proof.
intros HU H. pose proof (root_at_least_one u c H) as D. pose proof (Rmax_l 0 c). pose proof (Rmax_r 0 c).
pose proof (Rabs_pos u). apply Rmax_lub; [lra|]. unfold filter_step.
set (r := sqrt (1 + u ^ 2 * (1 - c ^ 2))) in *. set (n := c + u * (1 - c ^ 2)).
assert (N : n <= Rmax 0 c + U).
{ unfold n. pose proof (Rle_abs u). assert (0 <= 1 - c ^ 2 <= 1) by nra. nra. }
apply Rmult_le_reg_r with r; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. nra.
Qed.

(* So from phi_0 <= pi/2 it takes (|w_0 - w*|^2 - gamma) / 2U steps to |w - w*|^2 <= gamma. *)
Lemma S5_steps_needed (u c : nat -> R) (U gamma : R) :
  0 <= c 0%nat <= 1 -> (forall t, Rabs (u t) <= U) -> (forall t, c (S t) = filter_step (u t) (c t)) ->
  forall t, 2 - 2 * c t <= gamma -> 2 - 2 * c 0%nat - gamma <= INR t * (2 * U).
Proof.
intros H0 HU HS. assert (R : forall t, -1 <= c t <= 1).
{ induction t as [|t IH]; [lra|]. rewrite HS. now apply filter_step_range. }
assert (M : forall t, Rmax 0 (c t) <= c 0%nat + INR t * U).
{ induction t as [|t IH]; [rewrite Rmax_right by lra; simpl; lra|].
  rewrite S_INR, HS. pose proof (S5_one_step (u t) U (c t) (HU t) (R t)). lra. }
intros t Ht. pose proof (M t). pose proof (Rmax_r 0 (c t)). lra.
Qed.

(* The output weights keep their size, so |d| <= |x*| X + |y*| Y: x' = (1-m) x + m theta x*, |theta| <= 1. *)
Lemma S5_coordinate_keeps_its_size (x theta : nat -> R) (star m X : R) :
  0 <= m <= 1 -> Rabs star <= X -> Rabs (x 0%nat) <= X -> (forall t, Rabs (theta t) <= 1) ->
  (forall t, x (S t) = (1 - m) * x t + m * (theta t * star)) -> forall t, Rabs (x t) <= X.
Proof.
intros Hm Hs H0 HT HS. induction t as [|t IH]; [exact H0|]. rewrite HS.
apply Rle_trans with (1 := Rabs_triang _ _).
rewrite !Rabs_mult, (Rabs_pos_eq (1 - m)), (Rabs_pos_eq m) by lra.
pose proof (HT t). pose proof (Rabs_pos (theta t)). pose proof (Rabs_pos star).
assert (Rabs (theta t) * Rabs star <= X) by nra. nra.
Qed.
