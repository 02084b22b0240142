(* Theorem 2 of the poster, as printed, against every choice of the constants in it.

   CT, Ce, Cw, Ch   the constants hidden in T2, eta, rho_w and the horizon; the same for all a* and delta
   burn_in, largest_step, filter_step   as in ConvergenceBox.v; B = |a*|^2
   m1, m2, h        E r~, E r~^2 and E[r~ g(phi~)] at w = w*, of noise of radius rho on the filter
   share            c2, the part across 1 of a_inf over that of a*

   Formalised: S2 by a bound of c2 from m1^2 <= m2 and h <= pi m1; S5, S6 and S8 of gradient descent.
   Not formalised: that E r~, E r~^2, E[r~ g(phi~)] obey these two; that a run follows the mean of a. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors theorem.ConvergenceBox.
Open Scope R_scope.

Definition share (m1 m2 h : R) : R := (h - m1) / (m2 * (PI - 1)).

Lemma PI_above_one : 1 < PI.
Proof.
pose proof PI2_1. lra.
Qed.

Lemma burn_in_times_square CT p eta gamma delta B : 0 < eta ->
  burn_in CT p eta gamma delta B * eta ^ 2 = CT * p * ln (1 / gamma) * ln (1 / delta) * B * eta.
Proof.
intros H. unfold burn_in. field. lra.
Qed.

Lemma largest_step_positive Ce k p gamma delta :
  0 < Ce -> 1 <= k -> 1 <= p -> 0 < largest_step Ce k p gamma delta.
Proof.
intros HC Hk Hp. unfold largest_step. apply Rdiv_lt_0_compat; [exact HC|]. apply Rmult_lt_0_compat.
- apply Rlt_le_trans with (2 := Rmax_l _ _). apply Rmult_lt_0_compat; apply pow_lt; lra.
- apply Rlt_le_trans with (2 := Rmax_l _ _). lra.
Qed.

(* S2: a_inf keeps away from a* by (m2 - 1) / 2 m2 of |a*|, for 1^T a* = 0. *)
Lemma S2_bias_from_below (m1 m2 h : R) :
  0 < m1 -> 1 <= m2 -> m1 ^ 2 <= m2 -> h <= PI * m1 -> (m2 - 1) / (2 * m2) <= 1 - share m1 m2 h.
Proof.
intros H1 H2 HM Hh. pose proof PI_above_one. unfold share.
assert (A : (h - m1) / (m2 * (PI - 1)) <= m1 / m2).
{ apply Rmult_le_reg_r with (m2 * (PI - 1)); [nra|]. field_simplify; nra. }
assert (B : m1 / m2 <= 1 - (m2 - 1) / (2 * m2)).
{ apply Rmult_le_reg_r with (2 * m2); [lra|]. field_simplify; [|lra|lra].
  assert (0 <= (m1 - 1) ^ 2) by apply pow2_ge_0. nra. }
lra.
Qed.

(* For every choice of the constants there are a* and eta with a non-empty interval and a bias above gamma. *)
Lemma S2_for_every_constant (CT Ce Cw Ch k p gamma delta : R) :
  0 < CT -> 0 < Ce -> 0 < Cw -> 0 < Ch -> 1 <= k -> 1 <= p -> 0 < gamma < 1 -> 0 < delta < 1 ->
  exists eta B, 0 < eta <= largest_step Ce k p gamma delta /\ 0 < B /\
  burn_in CT p eta gamma delta B <= Ch / eta ^ 2 /\
  forall m1 m2 h, m2 = 1 + (Cw * gamma / (k * p)) ^ 2 * p / (p + 2) ->
  0 < m1 -> m1 ^ 2 <= m2 -> h <= PI * m1 -> gamma < (1 - share m1 m2 h) ^ 2 * B.
Proof.
intros HT He Hw Hh Hk Hp Hg Hd.
set (x := (Cw * gamma / (k * p)) ^ 2 * p / (p + 2)).
assert (Hx : 0 < x).
{ unfold x. apply Rdiv_lt_0_compat; [|lra]. apply Rmult_lt_0_compat; [|lra]. apply pow_lt.
  apply Rdiv_lt_0_compat; apply Rmult_lt_0_compat; lra. }
set (y := x / (2 * (1 + x))). assert (Hy : 0 < y) by (unfold y; apply Rdiv_lt_0_compat; lra).
set (B := (gamma + 1) / y ^ 2). assert (Hy2 : 0 < y ^ 2) by (apply pow_lt; lra).
assert (HB : 0 < B) by (unfold B; apply Rdiv_lt_0_compat; lra).
pose proof (log_inverse_positive gamma Hg) as G. pose proof (log_inverse_positive delta Hd) as D.
set (K := CT * p * ln (1 / gamma) * ln (1 / delta) * B).
assert (HK : 0 < K) by (unfold K; repeat (apply Rmult_lt_0_compat; [|solve [assumption|lra]]); lra).
pose proof (largest_step_positive Ce k p gamma delta He Hk Hp) as S.
set (eta := Rmin (largest_step Ce k p gamma delta) (Ch / K)).
assert (HE : 0 < eta) by (unfold eta; apply Rmin_pos; [lra|apply Rdiv_lt_0_compat; lra]).
exists eta, B. split; [split; [exact HE|apply Rmin_l]|]. split; [exact HB|]. split.
- apply Rmult_le_reg_r with (eta ^ 2); [apply pow_lt; lra|].
  rewrite burn_in_times_square by exact HE. fold K. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r.
  + apply Rle_trans with (K * (Ch / K)); [apply Rmult_le_compat_l; [lra|apply Rmin_r]|right; field; lra].
  + apply pow_nonzero. lra.
- intros m1 m2 h HM H1 H2 H3. fold x in HM. pose proof (S2_bias_from_below m1 m2 h H1) as Q.
  assert (Y : y <= 1 - share m1 m2 h).
  { unfold y. replace (x / (2 * (1 + x))) with ((m2 - 1) / (2 * m2)) by (rewrite HM; field; lra).
    apply Q; lra. }
  apply Rlt_le_trans with (y ^ 2 * B); [unfold B; field_simplify; lra|].
  apply Rmult_le_compat_r; [lra|]. simpl. nra.
Qed.

(* S5: for every CT some |a*| makes T2 too short for gradient descent from phi_0 <= pi/2, |d| <= B. *)
Lemma S5_for_every_constant (CT p eta gamma delta c0 : R) :
  0 < CT -> 0 < p -> 0 < eta -> 0 < gamma < 1 -> 0 < delta < 1 -> 0 <= c0 <= 1 -> gamma < 2 - 2 * c0 ->
  exists B, 0 < B /\ forall u c : nat -> R, c 0%nat = c0 -> (forall t, Rabs (u t) <= eta * B / 2) ->
  (forall t, c (S t) = filter_step (u t) (c t)) ->
  forall t, INR t <= burn_in CT p eta gamma delta B + 1 -> gamma < 2 - 2 * c t.
Proof.
intros HT Hp He Hg Hd Hc H0.
pose proof (log_inverse_positive gamma Hg) as G. pose proof (log_inverse_positive delta Hd) as D.
set (K := CT * p * ln (1 / gamma) * ln (1 / delta)).
assert (HK : 0 < K) by (unfold K; repeat (apply Rmult_lt_0_compat; [|solve [assumption|lra]]); lra).
set (z := 2 - 2 * c0 - gamma). assert (Hz : 0 < z) by (unfold z; lra).
set (B := Rmin 1 (z / (2 * (K + eta)))).
assert (HB : 0 < B) by (unfold B; apply Rmin_pos; [lra|apply Rdiv_lt_0_compat; lra]).
exists B. split; [exact HB|]. intros u c E HU HS t Ht.
destruct (Rlt_le_dec gamma (2 - 2 * c t)) as [Q|Q]; [exact Q|exfalso].
assert (N := S5_steps_needed u c (eta * B / 2) gamma). rewrite E in N. specialize (N Hc HU HS t Q).
fold z in N. replace (2 * (eta * B / 2)) with (eta * B) in N by field.
assert (A : INR t * (eta * B) <= (burn_in CT p eta gamma delta B + 1) * (eta * B))
  by (apply Rmult_le_compat_r; [nra|exact Ht]).
assert (F : (burn_in CT p eta gamma delta B + 1) * (eta * B) = K * B * B + eta * B)
  by (unfold burn_in, K; field; lra).
assert (B1 : B <= 1) by apply Rmin_l. assert (B2 : B <= z / (2 * (K + eta))) by apply Rmin_r.
assert (B3 : B * (K + eta) <= z / 2).
{ apply Rle_trans with (z / (2 * (K + eta)) * (K + eta)); [apply Rmult_le_compat_r; lra|right; field; lra]. }
nra.
Qed.

(* S6: one step of gradient descent in phi, at a = a*, and its slope at the optimum. *)
Lemma S6_slope_at_the_optimum (eta B : R) :
  is_derive (fun phi => phi - atan (eta * B / (2 * PI) * (PI - phi) * sin phi)) 0 (1 - eta * B / 2).
Proof.
pose proof PI_above_one. auto_derive; [exact I|]. rewrite sin_0, cos_0. field. lra.
Qed.

(* For every choice of the constants some delta leaves an interval where the optimum repels: slope < -1. *)
Lemma S6_for_every_constant (CT Ce Ch k p gamma : R) :
  0 < CT -> 0 < Ce -> 0 < Ch -> 1 <= k -> 1 <= p -> 0 < gamma < 1 ->
  exists delta B, 0 < delta < 1 /\ 0 < B /\
  burn_in CT p (largest_step Ce k p gamma delta) gamma delta B <= Ch / largest_step Ce k p gamma delta ^ 2 /\
  1 - largest_step Ce k p gamma delta * B / 2 < -1.
Proof.
intros HT He Hh Hk Hp Hg. pose proof (log_inverse_positive gamma Hg) as G.
set (K := 5 * CT * p * ln (1 / gamma)).
assert (HK : 0 < K) by (unfold K; repeat (apply Rmult_lt_0_compat; [|solve [assumption|lra]]); lra).
set (x := Ch / K). assert (Hx : 0 < x) by (unfold x; apply Rdiv_lt_0_compat; lra).
set (delta := / (1 + x)). assert (Hd : 0 < delta < 1).
{ unfold delta. split; [apply Rinv_0_lt_compat; lra|].
  apply Rmult_lt_reg_r with (1 + x); [lra|]. rewrite Rinv_l; lra. }
set (eta := largest_step Ce k p gamma delta).
assert (HE : 0 < eta) by now apply largest_step_positive.
exists delta, (5 / eta). split; [exact Hd|]. split; [apply Rdiv_lt_0_compat; lra|]. split.
- fold eta. apply Rmult_le_reg_r with (eta ^ 2); [apply pow_lt; lra|].
  rewrite burn_in_times_square by exact HE.
  replace (Ch / eta ^ 2 * eta ^ 2) with Ch by (field; lra).
  replace (CT * p * ln (1 / gamma) * ln (1 / delta) * (5 / eta) * eta) with (K * ln (1 / delta))
    by (unfold K; field; lra).
  assert (L : ln (1 / delta) <= x).
  { apply Rle_trans with (1 := log_inverse_small delta (conj (proj1 Hd) (Rlt_le _ _ (proj2 Hd)))).
    right. unfold delta. field. lra. }
  apply Rle_trans with (K * x); [apply Rmult_le_compat_l; lra|right; unfold x; field; lra].
- fold eta. replace (eta * (5 / eta) / 2) with (5 / 2) by (field; lra). lra.
Qed.

(* S8: T2 falls below one step as delta rises to 1, at every gamma. *)
Lemma S8_less_than_a_step (CT p eta gamma B : R) :
  0 < CT -> 0 < p -> 0 < eta -> 0 < B -> 0 < gamma < 1 ->
  exists delta, 0 < delta < 1 /\ burn_in CT p eta gamma delta B < 1.
Proof.
intros HC Hp He HB Hg. destruct (S3_less_than_a_step CT p eta gamma B HC Hp He HB Hg) as [d [Hd L]].
exists d. split; [exact Hd|]. unfold burn_in in *.
replace (CT * (p / eta) * ln (1 / gamma) * ln (1 / d) * B)
  with (CT * (p / eta) * ln (1 / d) * ln (1 / gamma) * B) by ring. exact L.
Qed.

(* A step that moves a by less than |a*| - sqrt gamma from 0 does not end within gamma of a*. *)
Lemma S8_one_step_is_not_enough (k : nat) (a b : vec) (gamma : R) :
  0 <= gamma -> sqrt gamma + norm k a < norm k b ->
  gamma < dot k (fun i => a i - b i) (fun i => a i - b i).
Proof.
intros Hg H. rewrite dot_minus_l, !dot_minus_r, (dot_sym k b a), <- !norm_sq.
pose proof (cauchy_schwarz_norm k a b) as C. pose proof (Rle_abs (dot k a b)).
pose proof (sqrt_pos gamma). pose proof (sqrt_sqrt gamma Hg).
assert (0 <= norm k a) by apply sqrt_pos. nra.
Qed.
