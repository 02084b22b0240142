(* The mean step of P-GD on the spurious side: GD on the smoothed loss, in the plane of w and w*.

   phi t        angle of w and w* after t steps       u t, v t    a1 x and a2 y, so d = u + v
   l1 t, l2 t   eta lambda_1, eta lambda_2 of a step  g t         eta kappa / 2PI
   U t, V t     a1 X and a2 Y: where u and v rest at an angle, under the noise of the step
   turn x phi   phi - atan (x sin phi), x = g d: the angle after a step

   Formalised: S1, that a run with a negative ceiling never comes nearer, for rates and levels that change
   from step to step; that one whose floor is positive comes nearer in each step.
   Not formalised: that GD on the smoothed gradient takes these steps; that h, so U and V, fall in phi; that
   the angle tends to 0; S2 to S5. *)
From Coq Require Import Reals Lra Lia Psatz.
Open Scope R_scope.

Definition turn (x phi : R) : R := phi - atan (x * sin phi).

Lemma atan_below s : 0 < s -> 0 < atan s < s.
Proof.
intros H. split; [rewrite <- atan_0; now apply atan_increasing|].
destruct (MVT_cor2 atan (fun x => / (1 + x ^ 2)) 0 s H) as [c [E [C0 C1]]].
{ intros c _. apply derivable_pt_lim_atan. }
rewrite atan_0, !Rminus_0_r in E. rewrite E. assert (Q : / (1 + c ^ 2) < 1); [|nra].
rewrite <- Rinv_1. apply Rinv_lt_contravar; nra.
Qed.

Lemma turn_farther x phi : -1 <= x <= 0 -> 0 <= phi <= PI -> phi <= turn x phi <= PI.
Proof.
intros X F. unfold turn. assert (S0 : 0 <= sin phi) by (apply sin_ge_0; lra).
replace (x * sin phi) with (- (- x * sin phi)) by ring. rewrite atan_opp.
destruct (Req_dec (- x * sin phi) 0) as [Z|Z]; [rewrite Z, atan_0; lra|].
assert (P : 0 < - x * sin phi) by (assert (0 <= - x * sin phi) by (apply Rmult_le_pos; lra); lra).
assert (A := atan_below _ P). assert (B : - x * sin phi <= sin phi) by nra.
assert (phi < PI).
{ destruct (Req_dec phi PI) as [E|E]; [rewrite E, sin_PI in P; lra|lra]. }
assert (C : sin (PI - phi) < PI - phi) by (apply sin_lt_x; lra).
rewrite sin_PI_x in C. lra.
Qed.

Lemma turn_nearer x phi : 0 < x <= 1 -> 0 < phi < PI -> 0 < turn x phi < phi.
Proof.
intros X F. unfold turn. assert (S0 : 0 < sin phi) by (apply sin_gt_0; lra).
assert (A := atan_below (x * sin phi) ltac:(nra)). assert (C : sin phi < phi) by (apply sin_lt_x; lra). nra.
Qed.

(* A convex combination stays below a level that both parts are below. *)
Lemma combination_below l y z c : 0 <= l <= 1 -> y <= c -> z <= c -> (1 - l) * y + l * z <= c.
Proof. intros. nra. Qed.

Lemma combination_above l y z c : 0 <= l <= 1 -> c <= y -> c <= z -> c <= (1 - l) * y + l * z.
Proof. intros. nra. Qed.

Lemma S1_stays (phi u v l1 l2 g : nat -> R) (U V : nat -> R -> R) (cu cv : R) :
  (forall t, 0 <= l1 t <= 1 /\ 0 <= l2 t <= 1 /\ 0 <= g t) ->
  (forall t, u (S t) = (1 - l1 t) * u t + l1 t * U t (phi t)) ->
  (forall t, v (S t) = (1 - l2 t) * v t + l2 t * V t (phi t)) ->
  (forall t, phi (S t) = turn (g t * (u t + v t)) (phi t)) ->
  (forall t y, phi 0%nat <= y <= PI -> U t y <= U t (phi 0%nat) /\ V t y <= V t (phi 0%nat)) ->
  (forall t, -1 <= g t * (u t + v t)) ->
  0 <= phi 0%nat <= PI ->
  u 0%nat <= cu -> v 0%nat <= cv -> (forall t, U t (phi 0%nat) <= cu /\ V t (phi 0%nat) <= cv) ->
  cu + cv < 0 ->
  forall t, phi 0%nat <= phi t <= phi (S t) /\ phi (S t) <= PI /\ u t + v t <= cu + cv.
Proof.
intros HL Hu Hv Hp HM HX H0 u0 v0 HC C t.
assert (I : phi 0%nat <= phi t <= PI /\ u t <= cu /\ v t <= cv).
{ induction t as [|t [F [A B]]]; [repeat split; lra|].
  destruct (HL t) as [L1 [L2 G]]. destruct (HM t _ F) as [MU MV]. destruct (HC t) as [CU CV].
  rewrite Hu, Hv, Hp.
  assert (X : -1 <= g t * (u t + v t) <= 0) by (split; [apply HX|nra]).
  assert (T := turn_farther _ (phi t) X ltac:(split; lra)).
  split; [split; lra|split; apply combination_below; lra]. }
destruct I as [F [A B]]. destruct (HL t) as [_ [_ G]]. rewrite Hp.
assert (X : -1 <= g t * (u t + v t) <= 0) by (split; [apply HX|nra]).
assert (T := turn_farther _ (phi t) X ltac:(split; lra)). repeat split; lra.
Qed.

Lemma S1_leaves (phi u v l1 l2 g : nat -> R) (U V : nat -> R -> R) (cu cv : R) :
  (forall t, 0 <= l1 t <= 1 /\ 0 <= l2 t <= 1 /\ 0 < g t) ->
  (forall t, u (S t) = (1 - l1 t) * u t + l1 t * U t (phi t)) ->
  (forall t, v (S t) = (1 - l2 t) * v t + l2 t * V t (phi t)) ->
  (forall t, phi (S t) = turn (g t * (u t + v t)) (phi t)) ->
  (forall t y, 0 <= y <= PI -> cu <= U t y /\ cv <= V t y) ->
  (forall t, g t * (u t + v t) <= 1) ->
  0 < phi 0%nat < PI -> cu <= u 0%nat -> cv <= v 0%nat -> 0 < cu + cv ->
  forall t, 0 < phi (S t) < phi t /\ cu + cv <= u t + v t.
Proof.
intros HL Hu Hv Hp HM HX H0 u0 v0 C t.
assert (I : 0 < phi t < PI /\ cu <= u t /\ cv <= v t).
{ induction t as [|t [F [A B]]]; [repeat split; lra|]. destruct (HL t) as [L1 [L2 G]].
  destruct (HM t (phi t) ltac:(split; lra)) as [MU MV]. rewrite Hu, Hv, Hp.
  assert (T := turn_nearer (g t * (u t + v t)) (phi t) ltac:(split; [nra|apply HX]) F).
  split; [split; lra|split; apply combination_above; lra]. }
destruct I as [F [A B]]. destruct (HL t) as [_ [_ G]]. rewrite Hp.
assert (T := turn_nearer (g t * (u t + v t)) (phi t) ltac:(split; [nra|apply HX]) F). repeat split; lra.
Qed.
