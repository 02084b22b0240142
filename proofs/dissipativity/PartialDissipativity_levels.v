(* S9: the sharp gamma_a rises with the radius of the noise on the filter.

   radial_noise    equation (2) of the page, at one angle, as functions of rho >= 0 (RADIAL): for rho >= 0
                   m2 = 1 + rho^2 p/(p+2), 1 <= m1, m1^2 <= m2, 0 <= h <= PI m1; for rho > 0
                   m1' = (p-1) n, 0 <= h' <= p n, n <= J rho/(p+2); m1 and h continuous at 0 from the right
   from_right f x  f is continuous at x from the right
   spread p        J: 3/2 for p = 2 and 1 for p >= 3

   Formalised: equation (3) of the page and S9 in rho, for c_a = theta lambda (a fixed c_a is in
   PartialDissipativity_fixed.v).
   Not formalised: equation (2); UNIT, where m2 = m1 = 1 and only h varies. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.Intervals Definitions loss.AngleKernel.
From Lemmata Require Import dissipativity.OutputDissipativity dissipativity.OutputDissipativity_slack.
From Lemmata Require Import dissipativity.FilterDissipativity dissipativity.PartialDissipativity_noise.
Open Scope R_scope.

Definition spread (p : nat) : R := match p with 2%nat => 3 / 2 | _ => 1 end.
Definition from_right (f : R -> R) (x : R) : Prop := limit1_in f (fun t => x < t) (f x) x.
Definition radial_noise (p : nat) (m2 m1 h n h' : R -> R) : Prop :=
  from_right m1 0 /\ from_right h 0 /\
  (forall rho, 0 <= rho -> m2 rho = 1 + rho ^ 2 * INR p / (INR p + 2) /\
   1 <= m1 rho /\ m1 rho ^ 2 <= m2 rho /\ 0 <= h rho <= PI * m1 rho) /\
  forall rho, 0 < rho -> is_derive m1 rho ((INR p - 1) * n rho) /\ is_derive h rho (h' rho) /\
  0 <= h' rho <= INR p * n rho /\ n rho <= spread p * (rho / (INR p + 2)).

(* Continuity from the right. *)
Lemma derive_from_right f x l : is_derive f x l -> from_right f x.
Proof.
intros D. apply is_derive_Reals in D. assert (C := derivable_continuous_pt f x (exist _ l D)).
apply limit1_imp with (2 := C). intros t T. split; [exact I|lra].
Qed.

Lemma from_right_const c x : from_right (fun _ => c) x.
Proof. apply (limit_free (fun _ => c) _ x). Qed.

Lemma from_right_plus f1 f2 x : from_right f1 x -> from_right f2 x -> from_right (fun t => f1 t + f2 t) x.
Proof. apply limit_plus. Qed.

Lemma from_right_mult f1 f2 x : from_right f1 x -> from_right f2 x -> from_right (fun t => f1 t * f2 t) x.
Proof. apply limit_mul. Qed.

Lemma from_right_ext f1 f2 x : (forall t, x <= t -> f1 t = f2 t) -> from_right f1 x -> from_right f2 x.
Proof.
intros H C e P. destruct (C e P) as [d [D Q]]. exists d. split; [easy|]. intros t [T N].
rewrite <- (H t), <- (H x) by lra. now apply Q.
Qed.

Lemma from_right_term b m theta x : from_right b x -> from_right m x -> theta < m x ->
  from_right (fun t => term (b t) theta (m t)) x.
Proof.
intros B M T. apply from_right_ext with (fun t => b t * b t * / (m t + - theta)); [intros; unfold term, Rdiv,
  Rminus; ring|].
apply from_right_mult; [now apply from_right_mult|].
apply (limit_inv (fun t => m t + - theta)); [|lra]. change (from_right (fun t => m t + - theta) x).
apply from_right_plus; [easy|apply from_right_const].
Qed.

(* A function that rises strictly on (x, y] and is continuous at x from the right rises on [x, y]. *)
Lemma from_right_le f x M : from_right f x -> (exists z, x < z /\ forall t, x < t < z -> f t <= M) ->
  f x <= M.
Proof.
intros C [z [Z B]]. apply (limit_upper f (fun t => x < t < z) (f x) x M).
- apply limit1_imp with (2 := C). intros t T. apply T.
- intros e P. exists (x + Rmin ((z - x) / 2) (e / 2)). assert (A := Rmin_l ((z - x) / 2) (e / 2)).
  assert (A' := Rmin_r ((z - x) / 2) (e / 2)).
  assert (0 < Rmin ((z - x) / 2) (e / 2)) by (apply Rmin_pos; lra).
  split; [lra|]. simpl. unfold R_dist. rewrite Rabs_pos_eq; lra.
- exact B.
Qed.

Lemma rises_from (f f' : R -> R) x y : x < y -> from_right f x ->
  (forall t, x < t <= y -> is_derive f t (f' t)) -> (forall t, x < t < y -> 0 < f' t) -> f x < f y.
Proof.
intros L C D P. assert (Q : forall s t, x < s < t -> t <= y -> f s < f t).
{ intros s t S T. destruct (MVT_cor2 f f' s t) as [c [E X]]; [lra|intros c X; apply is_derive_Reals, D; lra|].
  assert (0 < f' c) by (apply P; lra). nra. }
apply Rle_lt_trans with (f ((x + y) / 2)); [|apply Q; lra].
apply from_right_le; [easy|]. exists ((x + y) / 2). split; [lra|]. intros t T. left. apply Q; lra.
Qed.

(* What radial_noise gives at each rho. *)
Lemma noise_from_right p m2 m1 h n h' rho : radial_noise p m2 m1 h n h' -> 0 <= rho ->
  from_right m2 rho /\ from_right m1 rho /\ from_right h rho.
Proof.
intros [C1 [Ch [V D]]] R. split; [|destruct (Req_dec rho 0) as [->|N]; [easy|];
  destruct (D rho ltac:(lra)) as [D1 [Dh _]]; split; eapply derive_from_right; eassumption].
apply from_right_ext with (fun t => 1 + t * t * (INR p / (INR p + 2))).
- intros t T. destruct (V t ltac:(lra)) as [E _]. rewrite E. unfold Rdiv. ring.
- assert (I : from_right (fun t => t) rho) by (eapply derive_from_right; apply is_derive_id).
  apply from_right_plus; [apply from_right_const|]. apply from_right_mult; [now apply from_right_mult|].
  apply from_right_const.
Qed.

Lemma noise_derive_m2 p m2 m1 h n h' rho : radial_noise p m2 m1 h n h' -> 0 < rho ->
  is_derive m2 rho (2 * INR p * rho / (INR p + 2)).
Proof.
intros [_ [_ [V _]]] R. assert (P := pos_INR p).
apply (is_derive_ext_loc (fun t => 1 + t ^ 2 * INR p / (INR p + 2))).
- exists (mkposreal rho R). intros t T. symmetry. apply V. apply Rabs_def2 in T. simpl in T.
  unfold minus, plus, opp in T. simpl in T. lra.
- auto_derive; [easy|]. field. lra.
Qed.

Lemma b_from_right k p m2 m1 h n h' rho : radial_noise p m2 m1 h n h' -> 0 <= rho ->
  from_right (fun r => b_along k (m2 r) (m1 r) (h r)) rho /\
  from_right (fun r => b_across (m2 r) (m1 r) (h r)) rho.
Proof.
intros N R. destruct (noise_from_right p m2 m1 h n h' rho N R) as [C2 [C1 Ch]].
assert (A : forall x y z, from_right (fun r => x * m2 r + y * m1 r + -1 * h r + z) rho).
{ intros x y z. repeat (apply from_right_plus || apply from_right_mult); easy || apply from_right_const. }
split.
- apply from_right_ext with (2 := A (PI - 1 + INR k) (- (INR k - 1)) (- (PI - 1 + INR k) + (INR k - 1) + PI)).
  intros t _. unfold b_along. ring.
- apply from_right_ext with (2 := A (PI - 1) 1 (- (PI - 1) - 1 + PI)). intros t _. unfold b_across. ring.
Qed.

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
Lemma term_grows (b b' m m' : R -> R) theta x y : 0 <= x < y -> from_right b x -> from_right m x ->
  (forall t, x < t <= y -> is_derive b t (b' t) /\ is_derive m t (m' t)) ->
  (forall t, x <= t <= y -> theta < m t) ->
  (forall t, x < t < y -> 0 < b t /\ 0 < 2 * b' t * (m t - theta) - b t * m' t) ->
  term (b x) theta (m x) < term (b y) theta (m y).
Proof.
intros L Cb Cm D M P. set (f' := fun t => b t * (2 * b' t * (m t - theta) - b t * m' t) / (m t - theta) ^ 2).
apply (rises_from (fun t => term (b t) theta (m t)) f'); [lra| | |].
- apply from_right_term; try easy. apply M. lra.
- intros t T. destruct (D t T) as [Db Dm]. assert (Mt := M t ltac:(lra)). unfold term, f'.
  auto_derive.
  + repeat split; [now exists (b' t)|now exists (m' t)|lra].
  + replace (Derive (fun x0 => b x0) t) with (b' t) by (symmetry; now apply is_derive_unique).
    replace (Derive (fun x0 => m x0) t) with (m' t) by (symmetry; now apply is_derive_unique). field. lra.
- intros t T. destruct (P t T) as [P1 P2]. assert (Mt := M t ltac:(lra)).
  unfold f'. apply Rdiv_lt_0_compat; [now apply Rmult_lt_0_compat|apply pow_lt; lra].
Qed.

Lemma b_derivatives k p m2 m1 h n h' t : radial_noise p m2 m1 h n h' -> 0 < t -> let x := 2 * INR p * t /
  (INR p + 2) in
  is_derive (fun r => b_along k (m2 r) (m1 r) (h r)) t (x * (PI - 1 + INR k) - (INR p - 1) * n t * (INR k -
    1) - h' t) /\
  is_derive (fun r => b_across (m2 r) (m1 r) (h r)) t (x * (PI - 1) + (INR p - 1) * n t - h' t).
Proof.
intros R T x. assert (D2 := noise_derive_m2 p m2 m1 h n h' t R T).
destruct R as [_ [_ [_ R]]]. destruct (R t T) as [D1 [Dh _]]. unfold b_along, b_across.
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
intros [_ [_ [R _]]] Hp H T. destruct (R t ltac:(lra)) as [E [M1 [M2 Hh]]].
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
{ intros t T0. destruct R as [_ [_ [R _]]]. destruct (R t T0) as [_ [M1 [M2 _]]]. nra. }
assert (A1 := A rho ltac:(lra)). assert (A2 := A rho' ltac:(lra)). rewrite !slack_share by (easy || lra).
assert (N0 := noise_from_right p m2 m1 h n h' rho R ltac:(lra)).
assert (C0 := b_from_right k p m2 m1 h n h' rho R ltac:(lra)).
assert (F : forall t, rho < t -> 0 <= h' t <= INR p * n t /\ 1 <= m1 t /\ 0 <= h t <= PI * m1 t).
{ intros t T0. destruct R as [_ [_ [R R']]]. destruct (R t ltac:(lra)) as [_ [M1 [_ Hh]]].
  destruct (R' t ltac:(lra)) as [_ [_ [Q1 _]]]. easy. }
assert (S : forall t, rho < t < rho' -> 0 < 2 * INR p * t / (INR p + 2) /\
  INR p * n t >= 0 /\ n t <= spread p * (2 * INR p * t / (INR p + 2) / (2 * INR p))).
{ intros t T0. apply le_INR in Hp. simpl in Hp. destruct R as [_ [_ [_ R]]].
  destruct (R t ltac:(lra)) as [_ [_ [Q1 Q2]]].
  split; [apply Rdiv_lt_0_compat; nra|]. split; [lra|].
  replace (2 * INR p * t / (INR p + 2) / (2 * INR p)) with (t / (INR p + 2)) by (field; lra). exact Q2. }
apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; lra|]. apply grow; try easy.
- apply Rinv_0_lt_compat. destruct k as [|[|k]]; [lia| |]; simpl INR in *; nra.
- intros N. apply Rinv_0_lt_compat. destruct k as [|[|k]]; [lia|easy|]. nra.
- apply (term_grows (fun t => b_along k (m2 t) (m1 t) (h t))
    (fun t => 2 * INR p * t / (INR p + 2) * (PI - 1 + INR k) - (INR p - 1) * n t * (INR k - 1) - h' t)
    m2 (fun t => 2 * INR p * t / (INR p + 2))); [lra|apply C0|apply N0| | |].
  + intros t T0. split; [exact (proj1 (b_derivatives k p m2 m1 h n h' t R ltac:(lra)))|].
    apply (noise_derive_m2 p m2 m1 h n h' t R). lra.
  + intros t T0. specialize (A t). lra.
  + intros t T0. destruct (values k p m2 m1 h n h' t R Hp H ltac:(lra)) as [V1 [V2 [V3 [V4 V5]]]].
    split; [exact V4|]. destruct (S t T0) as [X [Y Z]]. destruct (F t ltac:(lra)) as [Q1 [M1 Hh]].
    destruct (slopes k p (n t) (h' t) _ Hp H X Q1 Z) as [G _]. set (x := 2 * INR p * t / (INR p + 2)) in *.
    set (b' := x * (PI - 1 + INR k) - _ - _) in *.
    assert (0 < x * ((PI - 3 / 2) * m2 t + m1 t * (INR k - 1) + h t)) by (apply Rmult_lt_0_compat; nra).
    assert (x * (PI - 5 / 4 + INR k / 2) * m2 t <= b' * m2 t) by (apply Rmult_le_compat_r; lra).
    unfold b_along. lra.
- intros N. apply (term_grows (fun t => b_across (m2 t) (m1 t) (h t))
    (fun t => 2 * INR p * t / (INR p + 2) * (PI - 1) + (INR p - 1) * n t - h' t)
    m2 (fun t => 2 * INR p * t / (INR p + 2))); [lra|apply C0|apply N0| | |].
  + intros t T0. split; [exact (proj2 (b_derivatives 1 p m2 m1 h n h' t R ltac:(lra)))|].
    apply (noise_derive_m2 p m2 m1 h n h' t R). lra.
  + intros t T0. specialize (A t). lra.
  + intros t T0. destruct (values k p m2 m1 h n h' t R Hp H ltac:(lra)) as [V1 [V2 [V3 [V4 V5]]]].
    split; [exact V5|]. destruct (S t T0) as [X [Y Z]]. destruct (F t ltac:(lra)) as [Q1 [M1 Hh]].
    destruct (slopes k p (n t) (h' t) _ Hp H X Q1 Z) as [_ G]. set (x := 2 * INR p * t / (INR p + 2)) in *.
    set (b' := x * (PI - 1) + _ - _) in *.
    assert (0 < x * ((PI - 7 / 4) * m2 t - m1 t + h t)) by (apply Rmult_lt_0_compat; nra).
    assert (x * (PI - 11 / 8) * m2 t <= b' * m2 t) by (apply Rmult_le_compat_r; lra).
    unfold b_across. lra.
Qed.
