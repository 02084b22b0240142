(* loss.SphereHessian: there are p - 2 directions across w and u, and no more.

   u              the direction of P_w v (SphereHessian.v); phi is the angle of w and v, d = a.b
   x 0, x 1, ...  orthogonal unit vectors across w and u
   frame          orthogonal unit vectors (num/Frames.v)

   Formalised: of S1, that the second eigenvalue has p - 2 orthogonal eigenvectors, and that w, u and these
   are all: what is orthogonal to them is 0.
   Not formalised: nothing. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Frames Definitions loss.SphereHessian.
Open Scope R_scope.

(* w and u. *)
Lemma pair_frame p w u : dot p w w = 1 -> dot p u u = 1 -> dot p w u = 0 ->
  frame p 2 (fun i => match i with O => w | _ => u end).
Proof.
intros W U O i j Hi Hj. destruct i as [|[|i]], j as [|[|j]]; try lia; simpl; auto. now rewrite dot_sym.
Qed.

Lemma S1_p_minus_2_directions p k w a v b : dot p w w = 1 -> dot p v v = 1 ->
  let phi := angle p w v in let d := dot k a b in let u := direction p w v in 0 < phi < PI -> (2 <= p)%nat ->
  exists x : nat -> vec,
  frame p (p - 2) x /\
  (forall i, (i < p - 2)%nat -> dot p w (x i) = 0 /\ dot p u (x i) = 0 /\
     forall l, hessian p k w a v b (x i) l = d / (2 * PI) * ((PI - phi) * cos phi) * x i l) /\
  (forall z, dot p w z = 0 -> dot p u z = 0 -> (forall i, (i < p - 2)%nat -> dot p z (x i) = 0) ->
     agree p z (fun _ => 0)).
Proof.
intros W V phi d u H Hp. destruct (direction_tangent p w v W V H) as [O U]. fold u in O, U.
destruct (completed p (p - 2) 2 _ ltac:(lia) (pair_frame p w u W U O)) as [f [F E]].
assert (E0 : f 0%nat = w) by (apply (E 0%nat); lia). assert (E1 : f 1%nat = u) by (apply (E 1%nat); lia).
assert (X : forall i, (i < p - 2)%nat -> dot p w (f (2 + i)%nat) = 0 /\ dot p u (f (2 + i)%nat) = 0).
{ intros i Hi. split; [rewrite <- E0|rewrite <- E1]; rewrite F by lia; reflexivity. }
exists (fun i => f (2 + i)%nat). split; [intros i j Hi Hj; rewrite F by lia; reflexivity|split].
- intros i Hi. destruct (X i Hi) as [A B]. repeat split; auto. intros l. now apply S1_eigenvalue_across.
- intros z Zw Zu Zx. apply (nothing_beyond p f); [now replace p with (2 + (p - 2))%nat at 2 by lia|].
  intros j Hj. destruct j as [|[|j]]; [rewrite E0, dot_sym; exact Zw|rewrite E1, dot_sym; exact Zu|].
  apply (Zx j). lia.
Qed.
