(* Theorem 1 as the poster prints it: its formulas, and what becomes of them at the ends of p, delta, |a*|.

   p, k, B        length of the filter, number of patches, |a*|^2, as reals
   L              log(1/delta)
   Cw, Ceta, CT   constants that the poster hides in rho_w = Cw k p^2 and in the O of the step size and of T1
   largest_step   Ceta / (k^4 p^6 max{1, p L})
   burn_in        T1 = CT (p k / eta) log(1/eta) L B
   ceiling        sqrt 2 B / (Cw k p^2), above which no mean of a^T a* is in the long run (OutputPath/S3)
   needed         c k p^3 / (eta B), the order of the steps that the drift needs; c > 0

   Formalised: S1's formulas and how they move; of S3, S5, S6, S7 that for all constants some p, some target
   or some delta defeats the printed formula; of S4 the two recursions of moments; of S8 that nothing moves
   for p = 1 and that a^T a* = 0 for a* = 0; of S10 that smaller steps are no worse; of S11 the distance.
   Not formalised: that ceiling and needed bound what P-GD does, all probabilities, S2, S9. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions.
Open Scope R_scope.

Definition largest_step (Ceta k p L : R) : R := Ceta / (k ^ 4 * p ^ 6 * Rmax 1 (p * L)).
Definition burn_in (CT p k eta L B : R) : R := CT * (p * k / eta) * ln (1 / eta) * L * B.
Definition ceiling (Cw k p B : R) : R := sqrt 2 * B / (Cw * k * p ^ 2).
Definition needed (c k p eta B : R) : R := c * k * p ^ 3 / (eta * B).

Lemma ln_inverse_pos (eta : R) : 0 < eta < 1 -> 0 < ln (1 / eta).
Proof.
intros H. rewrite <- ln_1. apply ln_increasing; [lra|].
apply Rmult_lt_reg_r with eta; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma ln_inverse (eta : R) : 0 < eta -> ln (1 / eta) = - ln eta.
Proof.
intros H. unfold Rdiv. rewrite Rmult_1_l. now apply ln_Rinv.
Qed.

(* S1: T1 grows as the step size falls, and in proportion to |a*|^2. *)
Lemma S1_burn_in_falls_with_eta (CT p k L B eta eta' : R) :
  0 < CT -> 0 < p -> 0 < k -> 0 < L -> 0 < B -> 0 < eta' < eta -> eta < 1 ->
  burn_in CT p k eta L B < burn_in CT p k eta' L B.
Proof.
intros HC Hp Hk HL HB He H1. unfold burn_in. apply Rmult_lt_compat_r; [lra|]. apply Rmult_lt_compat_r; [lra|].
assert (A : ln (1 / eta) < ln (1 / eta')).
{ rewrite !ln_inverse by lra. assert (Q := ln_increasing eta' eta (proj1 He) (proj2 He)). lra. }
assert (P := ln_inverse_pos eta ltac:(lra)).
assert (Q : p * k / eta < p * k / eta').
{ unfold Rdiv. apply Rmult_lt_compat_l; [nra|]. apply Rinv_lt_contravar; nra. }
assert (0 < p * k / eta) by (apply Rdiv_lt_0_compat; nra).
apply Rmult_le_0_lt_compat; nra.
Qed.

Lemma S1_largest_step_falls (Ceta k p p' L : R) :
  0 < Ceta -> 0 < k -> 0 < L -> 0 < p < p' -> largest_step Ceta k p' L < largest_step Ceta k p L.
Proof.
intros HC Hk HL Hp. unfold largest_step, Rdiv. apply Rmult_lt_compat_l; [lra|].
assert (K : 0 < k ^ 4) by (apply pow_lt; lra). assert (P : 0 < p ^ 6) by (apply pow_lt; lra).
assert (A : 0 < p ^ 2 < p' ^ 2) by nra. assert (F : 0 < p ^ 2 * p ^ 2 < p' ^ 2 * p' ^ 2) by nra.
assert (D : p ^ 6 < p' ^ 6) by (replace (p ^ 6) with (p ^ 2 * (p ^ 2 * p ^ 2)) by ring;
  replace (p' ^ 6) with (p' ^ 2 * (p' ^ 2 * p' ^ 2)) by ring; apply Rmult_le_0_lt_compat; lra).
assert (M : 1 <= Rmax 1 (p * L)) by apply Rmax_l.
assert (N : Rmax 1 (p * L) <= Rmax 1 (p' * L)) by (apply Rle_max_compat_l; nra).
assert (E : k ^ 4 * p ^ 6 < k ^ 4 * p' ^ 6) by nra.
assert (G : 0 < k ^ 4 * p ^ 6) by nra.
assert (H : k ^ 4 * p ^ 6 * Rmax 1 (p * L) < k ^ 4 * p' ^ 6 * Rmax 1 (p' * L)).
{ apply Rlt_le_trans with (k ^ 4 * p' ^ 6 * Rmax 1 (p * L)); [apply Rmult_lt_compat_r; lra|].
  apply Rmult_le_compat_l; lra. }
apply Rinv_lt_contravar; [|exact H]. apply Rmult_lt_0_compat; apply Rmult_lt_0_compat; lra.
Qed.

(* S3: whatever m_a > 0 is said to be, from some p on all means of a^T a* are below it. *)
Lemma S3_no_uniform_lower_bound (Cw B m_a : R) : 0 < Cw -> 0 < B -> 0 < m_a ->
  exists P : R, forall p k : R, P < p -> 1 <= k -> ceiling Cw k p B < m_a.
Proof.
intros HC HB Hm. assert (S : 0 < sqrt 2) by (apply sqrt_lt_R0; lra).
exists (1 + sqrt 2 * B / (Cw * m_a)). intros p k Hp Hk. unfold ceiling.
assert (X : 0 < sqrt 2 * B / (Cw * m_a)) by (apply Rdiv_lt_0_compat; nra).
assert (Y : sqrt 2 * B = sqrt 2 * B / (Cw * m_a) * (Cw * m_a)) by (field; lra).
assert (D : 0 < Cw * k * p ^ 2) by (apply Rmult_lt_0_compat; [nra|apply pow_lt; lra]).
apply Rmult_lt_reg_r with (Cw * k * p ^ 2); [exact D|]. unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l by lra.
rewrite Rmult_1_r. rewrite Y. set (x := sqrt 2 * B / (Cw * m_a)) in *.
assert (x < p ^ 2) by nra. assert (p ^ 2 <= k * p ^ 2) by nra.
replace (m_a * (Cw * k * p ^ 2)) with ((k * p ^ 2) * (Cw * m_a)) by ring. apply Rmult_lt_compat_r; nra.
Qed.

(* S4: the second moment of the part of the noise that knows nothing of w rises to its limit. *)
Lemma S4_second_moment (alpha m2 m4 s2 : R) (N : nat -> R) : 0 < alpha -> alpha * m4 < 2 * m2 ->
  N 0%nat = 0 -> (forall t, N (S t) = (1 - 2 * alpha * m2 + alpha ^ 2 * m4) * N t + alpha ^ 2 * m4 * s2) ->
  forall t, N t = (1 - (1 - 2 * alpha * m2 + alpha ^ 2 * m4) ^ t) * (alpha * m4 * s2 / (2 * m2 - alpha * m4)).
Proof.
intros Ha Hm H0 HN t. induction t as [|t IH].
- rewrite H0. simpl. ring.
- rewrite HN, IH. simpl. field. lra.
Qed.

(* S4: a bound that the recursion of the rest reproduces is a bound for ever. *)
Lemma S4_rest_stays_small (lambda Y b f x : R) (s : nat -> R) :
  0 <= lambda <= 1 -> 0 <= Y -> 0 <= b -> 0 <= f -> 0 <= x -> (forall t, 0 <= s t) -> s 0%nat <= x ->
  (forall t, s (S t) ^ 2 <= ((1 - lambda) * s t + lambda * Y) ^ 2 + (b * s t + f) ^ 2) ->
  ((1 - lambda) * x + lambda * Y) ^ 2 + (b * x + f) ^ 2 <= x ^ 2 -> forall t, s t <= x.
Proof.
intros Hl HY Hb Hf Hx Hs H0 HS HX t. induction t as [|t IH]; [exact H0|].
assert (A := HS t). assert (P := Hs t). assert (Q := Hs (S t)).
assert (U : 0 <= (1 - lambda) * s t + lambda * Y) by nra.
assert (V : (1 - lambda) * s t + lambda * Y <= (1 - lambda) * x + lambda * Y) by nra.
assert (W : 0 <= b * s t + f) by nra. assert (Z : b * s t + f <= b * x + f) by nra.
assert (E : s (S t) ^ 2 <= x ^ 2).
{ apply Rle_trans with (1 := A). apply Rle_trans with (2 := HX). apply Rplus_le_compat; apply pow_incr; lra. }
destruct (Rle_lt_dec (s (S t)) x) as [G|G]; [exact G|]. assert (x ^ 2 < s (S t) ^ 2) by nra. lra.
Qed.

(* S5: for a small target the printed burn-in is less than one step. *)
Lemma S5_burn_in_below_one_step (CT p k eta L : R) : 0 < CT -> 0 < p -> 0 < k -> 0 < eta < 1 -> 0 < L ->
  exists b, 0 < b /\ forall B, 0 < B < b -> 0 < burn_in CT p k eta L B < 1.
Proof.
intros HC Hp Hk He HL. assert (P := ln_inverse_pos eta He).
set (A := CT * (p * k / eta) * ln (1 / eta) * L).
assert (HA : 0 < A).
{ assert (U : 0 < p * k / eta) by (apply Rdiv_lt_0_compat; nra). unfold A. revert U. generalize (p * k / eta).
  intros u U. repeat apply Rmult_lt_0_compat; lra. }
exists (/ A). split; [now apply Rinv_0_lt_compat|]. intros B HB. unfold burn_in. fold A.
split; [nra|]. apply Rmult_lt_reg_l with (/ A); [now apply Rinv_0_lt_compat|].
rewrite <- Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma ln_below (x : R) : 0 < x -> ln x < x.
Proof.
intros H. apply exp_lt_inv. rewrite exp_ln by lra. assert (1 + x < exp x) by (apply exp_ineq1; lra). lra.
Qed.

Lemma ln_monotone (x y : R) : 0 < x -> x <= y -> ln x <= ln y.
Proof.
intros Hx H. destruct (Req_dec x y) as [->|N]; [lra|]. left. apply ln_increasing; lra.
Qed.

Lemma ln_power (x : R) (n : nat) : 0 < x -> ln (x ^ n) = INR n * ln x.
Proof.
intros H. induction n as [|n IH]; [simpl; rewrite ln_1; ring|].
rewrite S_INR. simpl pow. rewrite ln_mult, IH; [ring|exact H|now apply pow_lt].
Qed.

(* log(1/eta) at the printed step size grows no faster than p. *)
Lemma ln_inverse_step (Ceta k p L : R) : 0 < Ceta -> 0 < k -> 0 < L -> 1 <= p ->
  ln (1 / largest_step Ceta k p L) <= ln (k ^ 4 * Rmax 1 L / Ceta) + 7 * p.
Proof.
intros HC Hk HL Hp. assert (K : 0 < k ^ 4) by (apply pow_lt; lra).
assert (P : 0 < p ^ 6) by (apply pow_lt; lra).
assert (M : 1 <= Rmax 1 L) by apply Rmax_l. assert (M' : L <= Rmax 1 L) by apply Rmax_r.
assert (N : 0 < Rmax 1 (p * L)) by (apply Rlt_le_trans with 1; [lra|apply Rmax_l]).
assert (Q : Rmax 1 (p * L) <= Rmax 1 L * p) by (apply Rmax_lub; nra).
replace (1 / largest_step Ceta k p L) with (k ^ 4 * p ^ 6 * Rmax 1 (p * L) / Ceta)
  by (unfold largest_step; field; repeat split; lra).
apply Rle_trans with (ln (k ^ 4 * Rmax 1 L / Ceta * p ^ 7)).
- apply ln_monotone; [apply Rdiv_lt_0_compat; [|lra]; repeat apply Rmult_lt_0_compat; lra|].
  replace (k ^ 4 * Rmax 1 L / Ceta * p ^ 7) with (k ^ 4 * p ^ 6 * (Rmax 1 L * p) / Ceta) by (field; lra).
  unfold Rdiv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
  apply Rmult_le_compat_l; [nra|lra].
- rewrite ln_mult; [|apply Rdiv_lt_0_compat; nra|apply pow_lt; lra].
  apply Rplus_le_compat_l. rewrite ln_power by lra. replace (INR 7) with 7 by (simpl; ring).
  assert (A := ln_below p ltac:(lra)). lra.
Qed.

(* S6: the printed burn-in falls short of what the drift needs, whatever the constants, for all large p. *)
Lemma S6_exponent_of_p (CT Ceta c k L B : R) : 0 < CT -> 0 < Ceta -> 0 < c -> 0 < k -> 0 < L -> 0 < B ->
  exists P, forall p, P < p ->
  let eta := largest_step Ceta k p L in burn_in CT p k eta L B < needed c k p eta B.
Proof.
intros HC HE Hc Hk HL HB. set (x := CT * L * B ^ 2 / c). set (y := ln (k ^ 4 * Rmax 1 L / Ceta)).
assert (Hx : 0 < x).
{ unfold x. apply Rdiv_lt_0_compat; [repeat apply Rmult_lt_0_compat|]; try apply pow_lt; lra. }
exists (1 + x * (Rabs y + 7)). intros p Hp eta.
assert (Ya := Rabs_pos y). assert (P1 : 1 < p) by nra.
assert (A : 0 < eta).
{ unfold eta, largest_step. apply Rdiv_lt_0_compat; [lra|]. apply Rmult_lt_0_compat.
  - apply Rmult_lt_0_compat; apply pow_lt; lra.
  - apply Rlt_le_trans with 1; [lra|apply Rmax_l]. }
assert (D := ln_inverse_step Ceta k p L HE Hk HL ltac:(lra)). fold eta y in D. assert (Yb := Rle_abs y).
assert (F : x * ln (1 / eta) < p ^ 2).
{ apply Rle_lt_trans with (x * ((Rabs y + 7) * p)); [apply Rmult_le_compat_l; nra|]. nra. }
unfold burn_in, needed. apply Rmult_lt_reg_r with (eta * B / (c * k * p)).
{ apply Rdiv_lt_0_compat; [nra|]. repeat apply Rmult_lt_0_compat; lra. }
replace (CT * (p * k / eta) * ln (1 / eta) * L * B * (eta * B / (c * k * p))) with (x * ln (1 / eta))
  by (unfold x; field; repeat split; lra).
replace (c * k * p ^ 3 / (eta * B) * (eta * B / (c * k * p))) with (p ^ 2) by (field; repeat split; lra).
exact F.
Qed.

(* S6: and for all small targets, where the printed one falls and the needed one grows. *)
Lemma S6_target_inverted (CT c p k eta L : R) : 0 < CT -> 0 < c -> 0 < p -> 0 < k -> 0 < eta < 1 -> 0 < L ->
  exists b, 0 < b /\ forall B, 0 < B < b -> burn_in CT p k eta L B < needed c k p eta B.
Proof.
intros HC Hc Hp Hk He HL. destruct (S5_burn_in_below_one_step CT p k eta L HC Hp Hk He HL) as (b & Hb & H).
set (x := c * k * p ^ 3 / eta).
assert (Hx : 0 < x) by (unfold x; apply Rdiv_lt_0_compat; [repeat apply Rmult_lt_0_compat|];
  try apply pow_lt; lra).
exists (Rmin b x). split; [now apply Rmin_pos|]. intros B [B0 B1].
assert (B2 := Rlt_le_trans _ _ _ B1 (Rmin_l b x)). assert (B3 := Rlt_le_trans _ _ _ B1 (Rmin_r b x)).
destruct (H B (conj B0 B2)) as [_ U]. apply Rlt_trans with (1 := U). unfold needed.
replace (c * k * p ^ 3 / (eta * B)) with (x / B) by (unfold x; field; lra).
apply Rmult_lt_reg_r with B; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(* S7: for delta near 1 the printed burn-in is less than one step, at the largest step size allowed. *)
Lemma S7_one_step_must_do (CT Ceta p k B : R) : 0 < CT -> 0 < Ceta -> 0 < p -> 0 < k -> 0 < B ->
  exists delta0, 0 < delta0 < 1 /\ forall delta, delta0 < delta < 1 ->
  burn_in CT p k (largest_step Ceta k p (ln (1 / delta))) (ln (1 / delta)) B < 1.
Proof.
intros HC HE Hp Hk HB. set (eta := Ceta / (k ^ 4 * p ^ 6)). set (A := CT * (p * k / eta) * ln (1 / eta) * B).
set (l := Rmin (/ p) (/ (Rabs A + 1))). assert (Ha := Rabs_pos A).
assert (Hl : 0 < l) by (apply Rmin_pos; apply Rinv_0_lt_compat; lra).
exists (exp (- l)). split.
{ split; [apply exp_pos|]. rewrite <- exp_0. apply exp_increasing. lra. }
intros delta [D0 D1]. assert (D : 0 < delta) by (assert (P := exp_pos (- l)); lra).
assert (G : 0 < ln (1 / delta) < l).
{ split; [apply ln_inverse_pos; lra|]. rewrite ln_inverse by lra.
  assert (Q := ln_increasing _ _ (exp_pos (- l)) D0). rewrite ln_exp in Q. lra. }
set (L := ln (1 / delta)) in *. assert (G1 := Rmin_l (/ p) (/ (Rabs A + 1))).
assert (G2 := Rmin_r (/ p) (/ (Rabs A + 1))). fold l in G1, G2.
assert (M : Rmax 1 (p * L) = 1).
{ apply Rmax_left. apply Rmult_le_reg_l with (/ p); [now apply Rinv_0_lt_compat|].
  rewrite <- Rmult_assoc, Rinv_l by lra. lra. }
unfold largest_step. rewrite M, Rmult_1_r. fold eta. unfold burn_in.
replace (CT * (p * k / eta) * ln (1 / eta) * L * B) with (A * L) by (unfold A; ring).
apply Rle_lt_trans with (Rabs A * L); [apply Rmult_le_compat_r; [lra|apply Rle_abs]|].
apply Rle_lt_trans with (Rabs A * / (Rabs A + 1)); [apply Rmult_le_compat_l; lra|].
apply Rmult_lt_reg_r with (Rabs A + 1); [lra|]. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(* S7: and with a smaller one, at which the first step cannot bring a^T a* up to m_a, whatever m_a > 0; c bounds
   a_1^T a* over the step size. *)
Lemma S7_no_first_step_aligns (CT Ceta p k B c m_a : R) :
  0 < CT -> 0 < Ceta -> 0 < p -> 0 < k -> 0 < B -> 0 < c -> 0 < m_a ->
  exists eta delta0, 0 < eta < 1 /\ eta * c < m_a /\ 0 < delta0 < 1 /\ forall delta, delta0 < delta < 1 ->
  eta <= largest_step Ceta k p (ln (1 / delta)) /\ burn_in CT p k eta (ln (1 / delta)) B < 1.
Proof.
intros HC HE Hp Hk HB Hc Hm. set (top := Ceta / (k ^ 4 * p ^ 6)).
assert (HT : 0 < top) by (apply Rdiv_lt_0_compat; [lra|]; apply Rmult_lt_0_compat; apply pow_lt; lra).
set (eta := Rmin (/ 2) (Rmin top (m_a / (2 * c)))).
assert (HM : 0 < m_a / (2 * c)) by (apply Rdiv_lt_0_compat; lra).
assert (E0 : 0 < eta) by (unfold eta; repeat apply Rmin_pos; lra).
assert (E1 : eta <= / 2) by apply Rmin_l.
assert (E2 : eta <= top) by (apply Rle_trans with (1 := Rmin_r _ _); apply Rmin_l).
assert (E3 : eta <= m_a / (2 * c)) by (apply Rle_trans with (1 := Rmin_r _ _); apply Rmin_r).
set (A := CT * (p * k / eta) * ln (1 / eta) * B). set (l := Rmin (/ p) (/ (Rabs A + 1))).
assert (Ha := Rabs_pos A). assert (Hl : 0 < l) by (apply Rmin_pos; apply Rinv_0_lt_compat; lra).
exists eta, (exp (- l)). split; [lra|]. split.
{ apply Rle_lt_trans with (m_a / (2 * c) * c); [apply Rmult_le_compat_r; lra|].
  replace (m_a / (2 * c) * c) with (m_a / 2) by (field; lra). lra. }
split.
{ split; [apply exp_pos|]. rewrite <- exp_0. apply exp_increasing. lra. }
intros delta [D0 D1]. assert (D : 0 < delta) by (assert (P := exp_pos (- l)); lra).
assert (G : 0 < ln (1 / delta) < l).
{ split; [apply ln_inverse_pos; lra|]. rewrite ln_inverse by lra.
  assert (Q := ln_increasing _ _ (exp_pos (- l)) D0). rewrite ln_exp in Q. lra. }
set (L := ln (1 / delta)) in *. assert (G1 := Rmin_l (/ p) (/ (Rabs A + 1))).
assert (G2 := Rmin_r (/ p) (/ (Rabs A + 1))). fold l in G1, G2. split.
- unfold largest_step. rewrite Rmax_left; [rewrite Rmult_1_r; exact E2|].
  apply Rmult_le_reg_l with (/ p); [now apply Rinv_0_lt_compat|].
  rewrite <- Rmult_assoc, Rinv_l by lra. lra.
- unfold burn_in.
  replace (CT * (p * k / eta) * ln (1 / eta) * L * B) with (A * L) by (unfold A; ring).
  apply Rle_lt_trans with (Rabs A * L); [apply Rmult_le_compat_r; [lra|apply Rle_abs]|].
  apply Rle_lt_trans with (Rabs A * / (Rabs A + 1)); [apply Rmult_le_compat_l; lra|].
  apply Rmult_lt_reg_r with (Rabs A + 1); [lra|]. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(* S8: on the line the projected gradient is 0, so w stands still; with a* = 0 nothing can be aligned. *)
Lemma S8_the_line_stands_still (w G : vec) : dot 1 w w = 1 -> G 0%nat - dot 1 w G * w 0%nat = 0.
Proof.
unfold dot. simpl. intros H. replace (G 0%nat - (0 + w 0%nat * G 0%nat) * w 0%nat)
  with (G 0%nat * (1 - (0 + w 0%nat * w 0%nat))) by ring. rewrite H. ring.
Qed.

Lemma S8_nothing_to_align_with (k : nat) (a b : vec) (m_a : R) : dot k b b = 0 -> 0 < m_a -> dot k a b < m_a.
Proof.
intros Hb Hm. assert (C := cauchy_schwarz k a b). rewrite Hb in C. nra.
Qed.

(* S10: what the printed burn-in covers at one step size it covers at every smaller one. *)
Lemma S10_smaller_steps (CT p k L B c eta eta' : R) :
  0 < CT -> 0 < p -> 0 < k -> 0 < L -> 0 < B -> 0 <= c -> 0 < eta' <= eta -> eta < 1 ->
  c / eta <= burn_in CT p k eta L B -> c / eta' <= burn_in CT p k eta' L B.
Proof.
intros HC Hp Hk HL HB Hc He H1 H. unfold burn_in in *.
assert (A : c <= CT * (p * k) * ln (1 / eta) * L * B).
{ apply Rmult_le_reg_r with (/ eta); [apply Rinv_0_lt_compat; lra|]. apply Rle_trans with (1 := H).
  right. field. lra. }
assert (E : ln (1 / eta) <= ln (1 / eta')).
{ rewrite !ln_inverse by lra. destruct (Req_dec eta eta') as [->|N]; [lra|].
  assert (Q := ln_increasing eta' eta ltac:(lra) ltac:(lra)). lra. }
replace (CT * (p * k / eta') * ln (1 / eta') * L * B) with (CT * (p * k) * L * B * ln (1 / eta') * / eta')
  by (field; lra).
apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|]. apply Rle_trans with (1 := A).
replace (CT * (p * k) * ln (1 / eta) * L * B) with (CT * (p * k) * L * B * ln (1 / eta)) by ring.
apply Rmult_le_compat_l; [|exact E]. repeat apply Rmult_le_pos; lra.
Qed.

(* S11: with a^T a* at most M <= |a*|^2, a is at least (|a*|^2 - M) / |a*| away from a*; Q is |a - a*|^2. *)
Lemma S11_little_alignment_is_far (k : nat) (a b : vec) (M Q : R) :
  dot k a b <= M -> M <= dot k b b -> Q = dot k a a - 2 * dot k a b + dot k b b ->
  (dot k b b - M) ^ 2 <= dot k b b * Q.
Proof.
intros H1 H2 ->. assert (C := cauchy_schwarz k a b). assert (N := dot_nonneg k b).
set (d := dot k a b) in *. set (B := dot k b b) in *. set (A := dot k a a) in *.
assert (K : (B - M) ^ 2 <= (B - d) ^ 2) by (apply pow_incr; lra). nra.
Qed.

(* S11: 7/4 times the ceiling of the means is less than |a*|^2 from rho_w = 5/2 on. *)
Lemma S11_ceiling_leaves_room (rho B : R) : 5 / 2 <= rho -> 0 < B -> 7 / 4 * (sqrt 2 * B / rho) < B.
Proof.
intros Hr HB. assert (S : sqrt 2 < 10 / 7).
{ rewrite <- (sqrt_Rsqr (10 / 7)) by lra. apply sqrt_lt_1_alt. unfold Rsqr. lra. }
apply Rmult_lt_reg_r with rho; [lra|].
replace (7 / 4 * (sqrt 2 * B / rho) * rho) with (7 / 4 * sqrt 2 * B) by (field; lra). nra.
Qed.
