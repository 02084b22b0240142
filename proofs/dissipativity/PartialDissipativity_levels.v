(* S9: the sharp gamma_a rises with the radius of the noise on the filter.

   radial_noise    equation (2) of the page, at one angle, as functions of rho >= 0 (RADIAL):
                   m2 = 1 + rho^2 p/(p+2), m1' = (p-1) n, 0 <= h' <= p n, n <= J rho/(p+2),
                   and 1 <= m1, m1^2 <= m2, 0 <= h <= PI m1
   spread p        J: 3/2 for p = 2 and 1 for p >= 3

   Formalised: equation (3) of the page and S9 in rho, for c_a = theta lambda (a fixed c_a is in
   PartialDissipativity_fixed.v).
   Not formalised: equation (2); UNIT, where m2 = m1 = 1 and only h varies. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.Intervals Definitions loss.AngleKernel.
From Lemmata Require Import dissipativity.OutputDissipativity dissipativity.OutputDissipativity_slack.
From Lemmata Require Import dissipativity.PartialDissipativity_noise.
Open Scope R_scope.

Definition spread (p : nat) : R := match p with 2%nat => 3 / 2 | _ => 1 end.
Definition radial_noise (p : nat) (m2 m1 h n h' : R -> R) : Prop :=
  forall rho, 0 <= rho -> m2 rho = 1 + rho ^ 2 * INR p / (INR p + 2) /\
  is_derive m2 rho (2 * INR p * rho / (INR p + 2)) /\ is_derive m1 rho ((INR p - 1) * n rho) /\ is_derive h
    rho (h' rho) /\
  0 <= h' rho <= INR p * n rho /\ n rho <= spread p * (rho / (INR p + 2)) /\
  1 <= m1 rho /\ m1 rho ^ 2 <= m2 rho /\ 0 <= h rho <= PI * m1 rho.

(* Equation (3), with x = m2' = 2 p rho / (p+2). *)
Lemma slopes k p n h' x : (2 <= p)%nat -> (1 <= k)%nat -> 0 < x -> 0 <= h' <= INR p * n ->
  n <= spread p * (x / (2 * INR p)) ->
  x * (PI - 5 / 4 + INR k / 2) <= x * (PI - 1 + INR k) - (INR p - 1) * n * (INR k - 1) - h' /\
  x * (PI - 11 / 8) <= x * (PI - 1) + (INR p - 1) * n - h'.
Proof.
intros Hp H X Hh N. apply le_INR in H. simpl in H. destruct p as [|[|[|p]]]; [lia|lia| |].
- simpl in *. nra.
- assert (P : 3 <= INR (3 + p)) by (rewrite plus_INR; assert (Q := pos_INR p); simpl; lra).
  change (S (S (S p))) with (3 + p)%nat in *.
  set (q := INR (3 + p)) in *. unfold spread in N. rewrite Rmult_1_l in N.
  assert (N' : q * n <= x / 2) by (replace (x / 2) with (q * (x / (2 * q))) by (field; lra); apply
    Rmult_le_compat_l; lra).
  assert (0 <= n) by nra. split; [|nra].
  assert ((q - 1) * n * (INR k - 1) <= x / 2 * (INR k - 1)) by (apply Rmult_le_compat_r; nra). nra.
Qed.

(* A term with a positive derivative. *)
Lemma term_grows (b b' m m' : R -> R) theta x y : 0 <= x < y ->
  (forall t, x <= t <= y -> is_derive b t (b' t) /\ is_derive m t (m' t) /\ theta < m t) ->
  (forall t, x < t < y -> 0 < b t /\ 0 < 2 * b' t * (m t - theta) - b t * m' t) ->
  term (b x) theta (m x) < term (b y) theta (m y).
Proof.
intros L D P. set (f' := fun t => b t * (2 * b' t * (m t - theta) - b t * m' t) / (m t - theta) ^ 2).
destruct (MVT_cor2 (fun t => term (b t) theta (m t)) f' x y) as [c [E C]]; [lra| |].
- intros t T. destruct (D t T) as [Db [Dm M]]. apply is_derive_Reals. unfold term, f'.
  auto_derive.
  + repeat split; [now exists (b' t)|now exists (m' t)|lra].
  + replace (Derive (fun x0 => b x0) t) with (b' t) by (symmetry; now apply is_derive_unique).
    replace (Derive (fun x0 => m x0) t) with (m' t) by (symmetry; now apply is_derive_unique). field. lra.
- destruct (P c C) as [P1 P2]. destruct (D c ltac:(lra)) as [_ [_ M]].
  assert (0 < f' c) by (unfold f'; apply Rdiv_lt_0_compat; [nra|apply pow_lt; lra]). nra.
Qed.

Lemma b_derivatives k p m2 m1 h n h' t : radial_noise p m2 m1 h n h' -> 0 <= t -> let x := 2 * INR p * t /
  (INR p + 2) in
  is_derive (fun r => b_along k (m2 r) (m1 r) (h r)) t (x * (PI - 1 + INR k) - (INR p - 1) * n t * (INR k -
    1) - h' t) /\
  is_derive (fun r => b_across (m2 r) (m1 r) (h r)) t (x * (PI - 1) + (INR p - 1) * n t - h' t).
Proof.
intros R T x. destruct (R t T) as [_ [D2 [D1 [Dh _]]]]. unfold b_along, b_across.
assert (E2 : ex_derive m2 t) by (eexists; exact D2). assert (E1 : ex_derive m1 t) by (eexists; exact D1).
assert (E0 : ex_derive h t) by (eexists; exact Dh).
assert (U2 : Derive (fun r => m2 r) t = x) by now apply is_derive_unique.
assert (U1 : Derive (fun r => m1 r) t = (INR p - 1) * n t) by now apply is_derive_unique.
assert (U0 : Derive (fun r => h r) t = h' t) by now apply is_derive_unique.
split; auto_derive; try (repeat split; assumption); rewrite U2, U1, U0; ring.
Qed.

(* What the two rules for c_a need of the values. *)
Lemma values k p m2 m1 h n h' t : radial_noise p m2 m1 h n h' -> (2 <= p)%nat -> (1 <= k)%nat -> 0 < t ->
  1 < m2 t /\ m1 t <= m2 t /\ 2 * m1 t <= 1 + m2 t /\
  0 < b_along k (m2 t) (m1 t) (h t) /\ 0 < b_across (m2 t) (m1 t) (h t).
Proof.
intros R Hp H T. destruct (R t ltac:(lra)) as [E [_ [_ [_ [_ [_ [M1 [M2 Hh]]]]]]]].
apply le_INR in Hp. simpl in Hp.
assert (A : 1 < m2 t).
{ rewrite E. assert (0 < t ^ 2 * INR p / (INR p + 2)); [|lra].
  apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; [now apply pow_lt|lra]|lra]. }
assert (B : m1 t <= m2 t) by nra. assert (C : 2 * m1 t <= 1 + m2 t) by nra.
destruct (b_bounds k (m2 t) (m1 t) (h t) H M1 C ltac:(lra)). repeat split; lra.
Qed.

(* Rule 1: c_a = theta lambda with 0 <= theta < 1. *)
Lemma slack_share k m2 m1 h theta b : (1 <= k)%nat -> 0 < m2 -> 0 <= theta < 1 ->
  let L := match k with 1%nat => PI | _ => PI - 1 end in
  slack k m2 m1 h (theta * limit k m2) b =
  (term (b_along k m2 m1 h) 0 m2 * along k b ^ 2 * / (PI - 1 + INR k - theta * L)
   + term (b_across m2 m1 h) 0 m2 * size_across k b * / (PI - 1 - theta * L)) * / (8 * PI).
Proof.
intros H H2 T L. assert (P := PI_RGT_0).
replace (theta * limit k m2) with (theta * L * m2 / (2 * PI)).
- unfold L. rewrite S4_closed_form by easy. fold L. unfold term, Rdiv. rewrite Rminus_0_r, !Rinv_mult.
  destruct k as [|[|k]]; [lia| |]; unfold size_across; [rewrite a_2_one|]; ring.
- unfold L, limit, stiffness_along, stiffness_across. destruct k as [|[|k]]; [lia| |]; simpl INR; field; lra.
Qed.

Lemma S9_gamma_rises_with_the_noise k p m2 m1 h n h' theta b rho rho' : (2 <= p)%nat -> (1 <= k)%nat ->
  radial_noise p m2 m1 h n h' -> 0 < dot k b b -> 0 <= theta < 1 -> 0 <= rho < rho' ->
  slack k (m2 rho) (m1 rho) (h rho) (theta * limit k (m2 rho)) b <
  slack k (m2 rho') (m1 rho') (h rho') (theta * limit k (m2 rho')) b.
Proof.
intros Hp H R B T L. assert (P := PI2_3_2). apply le_INR in H as H'. simpl in H'.
assert (A : forall t, 0 <= t -> 1 <= m2 t).
{ intros t T0. destruct (R t T0) as [_ [_ [_ [_ [_ [_ [M1 [M2 _]]]]]]]]. nra. }
assert (A1 := A rho ltac:(lra)). assert (A2 := A rho' ltac:(lra)). rewrite !slack_share by (easy || lra).
assert (S : forall t, rho < t < rho' -> 0 < 2 * INR p * t / (INR p + 2) /\
  INR p * n t >= 0 /\ n t <= spread p * (2 * INR p * t / (INR p + 2) / (2 * INR p))).
{ intros t T0. apply le_INR in Hp. simpl in Hp. destruct (R t ltac:(lra)) as [_ [_ [_ [_ [Q1 [Q2 _]]]]]].
  split; [apply Rdiv_lt_0_compat; nra|]. split; [lra|].
  replace (2 * INR p * t / (INR p + 2) / (2 * INR p)) with (t / (INR p + 2)) by (field; lra). exact Q2. }
apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; lra|]. apply grow; try easy.
- apply Rinv_0_lt_compat. destruct k as [|[|k]]; [lia| |]; simpl INR in *; nra.
- intros N. apply Rinv_0_lt_compat. destruct k as [|[|k]]; [lia|easy|]. nra.
- apply (term_grows (fun t => b_along k (m2 t) (m1 t) (h t))
    (fun t => 2 * INR p * t / (INR p + 2) * (PI - 1 + INR k) - (INR p - 1) * n t * (INR k - 1) - h' t)
    m2 (fun t => 2 * INR p * t / (INR p + 2))); [lra| |].
  + intros t T0. split; [|split]; [exact (proj1 (b_derivatives k p m2 m1 h n h' t R ltac:(lra)))|apply R;
      lra|specialize (A t); lra].
  + intros t T0. destruct (values k p m2 m1 h n h' t R Hp H ltac:(lra)) as [V1 [V2 [V3 [V4 V5]]]].
    split; [exact V4|]. destruct (S t T0) as [X [Y Z]]. destruct (R t ltac:(lra)) as [_ [_ [_ [_ [Q1 [_ [M1
      [_ Hh]]]]]]]].
    destruct (slopes k p (n t) (h' t) _ Hp H X Q1 Z) as [G _]. set (x := 2 * INR p * t / (INR p + 2)) in *.
    set (b' := x * (PI - 1 + INR k) - _ - _) in *.
    assert (0 < x * ((PI - 3 / 2) * m2 t + m1 t * (INR k - 1) + h t)) by (apply Rmult_lt_0_compat; nra).
    assert (x * (PI - 5 / 4 + INR k / 2) * m2 t <= b' * m2 t) by (apply Rmult_le_compat_r; lra).
    unfold b_along. lra.
- intros N. apply (term_grows (fun t => b_across (m2 t) (m1 t) (h t))
    (fun t => 2 * INR p * t / (INR p + 2) * (PI - 1) + (INR p - 1) * n t - h' t)
    m2 (fun t => 2 * INR p * t / (INR p + 2))); [lra| |].
  + intros t T0. split; [|split]; [exact (proj2 (b_derivatives 1 p m2 m1 h n h' t R ltac:(lra)))|apply R;
      lra|specialize (A t); lra].
  + intros t T0. destruct (values k p m2 m1 h n h' t R Hp H ltac:(lra)) as [V1 [V2 [V3 [V4 V5]]]].
    split; [exact V5|]. destruct (S t T0) as [X [Y Z]]. destruct (R t ltac:(lra)) as [_ [_ [_ [_ [Q1 [_ [M1
      [_ Hh]]]]]]]].
    destruct (slopes k p (n t) (h' t) _ Hp H X Q1 Z) as [_ G]. set (x := 2 * INR p * t / (INR p + 2)) in *.
    set (b' := x * (PI - 1) + _ - _) in *.
    assert (0 < x * ((PI - 7 / 4) * m2 t - m1 t + h t)) by (apply Rmult_lt_0_compat; nra).
    assert (x * (PI - 11 / 8) * m2 t <= b' * m2 t) by (apply Rmult_le_compat_r; lra).
    unfold b_across. lra.
Qed.
