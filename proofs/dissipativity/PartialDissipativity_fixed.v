(* S9 for a fixed c_a: the sharp gamma_a rises with the radius of the noise, if phi <= 5 PI / 12.

   radial_noise    equation (2) of the page, at one angle, with h(0) = g(phi)

   Formalised: S9 in rho for every c_a with 0 <= c_a <= lambda^0 / 2 (lambda^0 = limit k 1).
   Not formalised: as in PartialDissipativity_levels.v. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.Intervals Definitions loss.AngleKernel.
From Lemmata Require Import dissipativity.OutputDissipativity dissipativity.OutputDissipativity_slack.
From Lemmata Require Import dissipativity.PartialDissipativity_noise
  dissipativity.PartialDissipativity_levels.
Open Scope R_scope.

Lemma g_at_75_degrees : 11 / 8 < g (5 * PI / 12).
Proof. unfold g. interval with (i_prec 30). Qed.

Lemma h_stays_above p m2 m1 h n h' phi t : radial_noise p m2 m1 h n h' -> h 0 = g phi -> 0 <= phi <= 5 * PI
  / 12 ->
  0 <= t -> 11 / 8 < h t.
Proof.
intros R E F T. assert (P := PI_RGT_0). apply Rlt_le_trans with (h 0).
- apply Rlt_le_trans with (1 := g_at_75_degrees). rewrite E.
  destruct (Req_dec phi (5 * PI / 12)) as [->|N]; [lra|].
  left. apply g_decreasing; lra.
- destruct (Req_dec t 0) as [->|N]; [lra|]. destruct R as [_ [C [_ R]]].
  apply (from_right_le h 0 _ C). exists t. split; [lra|]. intros s S.
  destruct (MVT_cor2 h h' s t) as [c [D X]]; [lra|intros c X; apply is_derive_Reals, R; lra|].
  assert (0 <= h' c) by (apply R; lra). nra.
Qed.

Lemma theta_half k ca : (1 <= k)%nat -> 0 <= ca <= limit k 1 / 2 ->
  2 * PI * ca / (PI - 1 + INR k) <= 1 / 2 /\ (k <> 1%nat -> 2 * PI * ca / (PI - 1) <= 1 / 2).
Proof.
intros H C. assert (P := PI2_3_2). apply le_INR in H as H'. simpl in H'.
assert (Q : forall y, 1 < y -> ca <= y / (2 * PI) / 2 -> 2 * PI * ca / y <= 1 / 2).
{ intros y Y D. apply Rmult_le_reg_r with y; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra.
  apply Rmult_le_compat_l with (r := 2 * PI) in D; [|lra].
  replace (2 * PI * (y / (2 * PI) / 2)) with (y / 2) in D by (field; lra). lra. }
destruct k as [|[|k]]; [lia| |]; unfold limit, stiffness_along, stiffness_across in C; rewrite Rmult_1_l in C.
- split; [apply Q; [lra|]; apply C|easy].
- split; [apply Q; [lra|]|intros _; apply Q; [lra|apply C]]. apply Rle_trans with (1 := proj2 C).
  unfold Rdiv. apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat|]; lra.
Qed.

Lemma fixed_below_limit k ca m : (1 <= k)%nat -> 0 <= ca <= limit k 1 / 2 -> 1 <= m -> ca < limit k m.
Proof.
intros H C M. assert (P := PI2_3_2). assert (E : limit k m = m * limit k 1).
{ unfold limit, stiffness_along, stiffness_across. destruct k as [|[|k]]; field; lra. }
assert (0 < limit k 1).
{ unfold limit, stiffness_along, stiffness_across.
  destruct k as [|[|k]]; [lia| |]; simpl INR; apply Rdiv_lt_0_compat; lra. }
rewrite E. nra.
Qed.

(* The two inequalities of the page, with x = m2', b_1' and b_2' as in `slopes`, and theta <= 1/2. *)
Lemma rates K x b1' b2' m2 m1 h theta : 1 <= K -> 0 < x -> 1 <= m1 -> 1 <= m2 -> 2 * m1 <= 1 + m2 -> 11 / 8
  < h ->
  theta <= 1 / 2 -> x * (PI - 5 / 4 + K / 2) <= b1' -> x * (PI - 11 / 8) <= b2' ->
  0 < 2 * b1' * (m2 - theta) - (m2 * (PI - 1 + K) - m1 * (K - 1) - h) * x /\
  0 < 2 * b2' * (m2 - theta) - (m2 * (PI - 1) + m1 - h) * x.
Proof.
intros H X M1 M2 M H3 T B1 B2. assert (P := PI2_3_2). split.
- assert (x * (PI - 5 / 4 + K / 2) * (m2 - 1 / 2) <= b1' * (m2 - theta)).
  { apply Rmult_le_compat; nra. }
  assert (0 < x * (2 * (PI - 5 / 4 + K / 2) * (m2 - 1 / 2) - (m2 * (PI - 1 + K) - m1 * (K - 1) - h))).
  { apply Rmult_lt_0_compat; nra. }
  nra.
- assert (x * (PI - 11 / 8) * (m2 - 1 / 2) <= b2' * (m2 - theta)).
  { apply Rmult_le_compat; nra. }
  assert (0 < x * (2 * (PI - 11 / 8) * (m2 - 1 / 2) - (m2 * (PI - 1) + m1 - h))).
  { apply Rmult_lt_0_compat; nra. }
  nra.
Qed.

Lemma S9_gamma_rises_with_the_noise_at_fixed_c_a k p m2 m1 h n h' phi ca b rho rho' : (2 <= p)%nat -> (1 <=
  k)%nat ->
  radial_noise p m2 m1 h n h' -> h 0 = g phi -> 0 <= phi <= 5 * PI / 12 -> 0 < dot k b b ->
  0 <= ca <= limit k 1 / 2 -> 0 <= rho < rho' ->
  slack k (m2 rho) (m1 rho) (h rho) ca b < slack k (m2 rho') (m1 rho') (h rho') ca b.
Proof.
intros Hp H R E F B C L. apply le_INR in H as H'. simpl in H'. destruct (theta_half k ca H C) as [T1 T2].
assert (A : forall t, 0 <= t -> 1 <= m2 t).
{ intros t T0. destruct R as [_ [_ [R _]]]. destruct (R t T0) as [_ [M1 [M2 _]]]. nra. }
assert (N0 := noise_from_right p m2 m1 h n h' rho R ltac:(lra)).
assert (C0 := b_from_right k p m2 m1 h n h' rho R ltac:(lra)).
assert (A1 := A rho ltac:(lra)). assert (A2 := A rho' ltac:(lra)).
rewrite !slack_terms by (try easy; try lra; now apply fixed_below_limit).
assert (W : forall t theta, rho < t < rho' -> theta <= 1 / 2 -> let x := 2 * INR p * t / (INR p + 2) in
  0 < 2 * (x * (PI - 1 + INR k) - (INR p - 1) * n t * (INR k - 1) - h' t) * (m2 t - theta)
      - (m2 t * (PI - 1 + INR k) - m1 t * (INR k - 1) - h t) * x /\
  0 < 2 * (x * (PI - 1) + (INR p - 1) * n t - h' t) * (m2 t - theta) - (m2 t * (PI - 1) + m1 t - h t) * x).
{ intros t theta T0 Th x. apply le_INR in Hp as Hp'. simpl in Hp'.
  assert (M1 := proj1 (proj2 (proj1 (proj2 (proj2 R)) t ltac:(lra)))).
  destruct (proj2 (proj2 (proj2 R)) t ltac:(lra)) as [_ [_ [Q1 Q2]]].
  destruct (values k p m2 m1 h n h' t R Hp H ltac:(lra)) as [V1 [V2 [V3 _]]].
  assert (X : 0 < x) by (unfold x; apply Rdiv_lt_0_compat; nra).
  assert (Z : n t <= spread p * (x / (2 * INR p))).
  { unfold x. replace (2 * INR p * t / (INR p + 2) / (2 * INR p)) with (t / (INR p + 2)) by (field; lra).
    exact Q2. }
  destruct (slopes k p (n t) (h' t) x Hp H X Q1 Z) as [G1 G2].
  apply rates; try easy; try lra. apply (h_stays_above p m2 m1 h n h' phi t R E F). lra. }
apply both_grow; try easy; [|intros N].
- apply (term_grows (fun t => b_along k (m2 t) (m1 t) (h t))
    (fun t => 2 * INR p * t / (INR p + 2) * (PI - 1 + INR k) - (INR p - 1) * n t * (INR k - 1) - h' t)
    m2 (fun t => 2 * INR p * t / (INR p + 2))); [lra|apply C0|apply N0| | |]; intros t T0.
  + split; [exact (proj1 (b_derivatives k p m2 m1 h n h' t R ltac:(lra)))|].
    apply (noise_derive_m2 p m2 m1 h n h' t R). lra.
  + assert (A0 := A t ltac:(lra)). lra.
  + split; [apply (values k p m2 m1 h n h' t R Hp H); lra|]. destruct (W t _ T0 T1) as [W1 _].
    unfold b_along. lra.
- apply (term_grows (fun t => b_across (m2 t) (m1 t) (h t))
    (fun t => 2 * INR p * t / (INR p + 2) * (PI - 1) + (INR p - 1) * n t - h' t)
    m2 (fun t => 2 * INR p * t / (INR p + 2))); [lra|apply C0|apply N0| | |]; intros t T0.
  + split; [exact (proj2 (b_derivatives 1 p m2 m1 h n h' t R ltac:(lra)))|].
    apply (noise_derive_m2 p m2 m1 h n h' t R). lra.
  + assert (A0 := A t ltac:(lra)). specialize (T2 N). lra.
  + split; [apply (values k p m2 m1 h n h' t R Hp H); lra|]. destruct (W t _ T0 (T2 N)) as [_ W2].
    unfold b_across. lra.
Qed.
