(* The planes of R^p that contain two given vectors.

   orthonormal p e1 e2     e1 and e2 are orthogonal unit vectors of R^p
   in_plane p e1 e2 u      u is a combination of e1 and e2
   axis m                  the unit vector with the entry 1 at m

   Formalised: every two vectors lie in such a plane, if p >= 2 and one of them is a unit vector.
   Not formalised: subspaces of more dimensions. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Definition orthonormal (p : nat) (e1 e2 : vec) : Prop :=
  dot p e1 e1 = 1 /\ dot p e1 e2 = 0 /\ dot p e2 e2 = 1.
Definition in_plane (p : nat) (e1 e2 u : vec) : Prop := exists x y, agree p u (lin x e1 y e2).

(* A sum with one term. *)
Lemma sum_single n u m : (m < n)%nat -> (forall i, (i < n)%nat -> i <> m -> u i = 0) -> sum n u = u m.
Proof.
induction n as [|n IH]; intros Hm H; simpl; [lia|]. destruct (Nat.eq_dec m n) as [->|N].
- rewrite (sum_ext n u (fun _ => 0)), sum_const; [ring|]. intros i Hi. apply H; lia.
- rewrite IH, (H n); [ring|lia|lia|lia|]. intros i Hi. apply H. lia.
Qed.

(* Every two vectors lie in such a plane. *)
Lemma plane_of_independent p u v : dot p u u = 1 -> dot p v v <> dot p u v ^ 2 ->
  exists e, orthonormal p u e /\ in_plane p u e v.
Proof.
intros U N. pose (q := lin 1 v (- dot p u v) u).
assert (Q : dot p q q = dot p v v - dot p u v ^ 2).
{ unfold q. rewrite dot_lin_sq, U, (dot_sym p v u). ring. }
assert (L := norm_pos p q). assert (S := norm_sq p q). rewrite Q in L, S.
assert (P : 0 < norm p q) by (apply L; lra).
exists (fun i => / norm p q * q i). split; [split; [exact U|split]|].
- rewrite dot_scal_r. unfold q at 2. rewrite dot_lin_r, U. field. lra.
- rewrite dot_scal_l, dot_scal_r, Q, <- S. field. lra.
- exists (dot p u v), (norm p q). intros i _. unfold lin, q, lin. field. apply Rgt_not_eq, P.
Qed.

Definition axis (m : nat) : vec := fun i => if Nat.eqb i m then 1 else 0.

Lemma dot_axis p m u : (m < p)%nat -> dot p u (axis m) = u m.
Proof.
intros H. unfold dot. rewrite (sum_single p _ m H); unfold axis.
- rewrite Nat.eqb_refl. ring.
- intros i _ N. apply Nat.eqb_neq in N. rewrite N. ring.
Qed.

Lemma two_entries p u : (2 <= p)%nat -> u 0%nat * u 0%nat + u 1%nat * u 1%nat <= dot p u u.
Proof.
intros H. induction H as [|p H IH]; [unfold dot; simpl; lra|].
unfold dot in *. simpl. nra.
Qed.

Lemma plane_exists p u v : (2 <= p)%nat -> dot p u u = 1 ->
  exists e1 e2, orthonormal p e1 e2 /\ in_plane p e1 e2 u /\ in_plane p e1 e2 v.
Proof.
intros Hp U. exists u. assert (I : forall e, in_plane p u e u).
{ intros e. exists 1, 0. intros i _. unfold lin. ring. }
destruct (Req_dec (dot p v v) (dot p u v ^ 2)) as [E|N].
- assert (A : exists m, (m < p)%nat /\ 1 <> u m ^ 2).
{ destruct (Req_dec 1 (u 0%nat ^ 2)) as [E0|N0]; [|exists 0%nat; split; [lia|exact N0]].
exists 1%nat. split; [lia|]. assert (T := two_entries p u Hp). nra. }
destruct A as [m [Hm A]]. destruct (plane_of_independent p u (axis m) U) as [e [O _]].
{ rewrite !dot_axis by exact Hm. unfold axis. now rewrite Nat.eqb_refl. }
exists e. split; [exact O|split; [apply I|]]. exists (dot p u v), 0. intros i Hi.
assert (Z : dot p (lin 1 v (- dot p u v) u) (lin 1 v (- dot p u v) u) = 0).
{ rewrite dot_lin_sq, U, (dot_sym p v u), E. ring. }
assert (Y := dot_zero p _ Z i Hi). unfold lin in *. lra.
- destruct (plane_of_independent p u v U N) as [e [O V]]. exists e. split; [exact O|split;
[apply I|exact V]].
Qed.
