(* Orthonormal families of R^p and how they are completed.

   frame p m e     e 0, ..., e (m-1) are orthogonal unit vectors of R^p
   axis i          the unit vector with the entry 1 at i (Planes.v)
   rest m e i      axis i less its components along e 0, ..., e (m-1)

   Formalised: m < p such vectors are completed to p; only 0 is orthogonal to p of them.
   Not formalised: subspaces and their dimension. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Planes.
Open Scope R_scope.

Definition frame (p m : nat) (e : nat -> vec) : Prop := forall i j, (i < m)%nat -> (j < m)%nat ->
  dot p (e i) (e j) = if Nat.eqb i j then 1 else 0.
Definition rest (m : nat) (e : nat -> vec) (i : nat) : vec :=
  fun l => axis i l - sum m (fun j => e j i * e j l).

Lemma sum_swap n m (f : nat -> nat -> R) :
  sum n (fun i => sum m (fun j => f i j)) = sum m (fun j => sum n (fun i => f i j)).
Proof.
induction n; cbn [sum]; [rewrite sum_const; ring|]. rewrite IHn. symmetry. apply sum_plus.
Qed.

Lemma sum_pick n j (v : vec) : (j < n)%nat -> sum n (fun l => (if Nat.eqb j l then 1 else 0) * v l) = v j.
Proof.
intros H. rewrite (sum_single n _ j H), Nat.eqb_refl; [ring|].
intros i _ N. apply not_eq_sym, Nat.eqb_neq in N. rewrite N. ring.
Qed.

Lemma dot_sum p m (c : vec) (e : nat -> vec) u :
  dot p u (fun l => sum m (fun j => c j * e j l)) = sum m (fun j => c j * dot p u (e j)).
Proof.
unfold dot. transitivity (sum p (fun l => sum m (fun j => c j * (u l * e j l)))).
- apply sum_ext. intros l _. rewrite <- sum_scal. apply sum_ext. intros j _. ring.
- rewrite sum_swap. apply sum_ext. intros j _. apply sum_scal.
Qed.

Lemma rest_across p m e i j : frame p m e -> (i < p)%nat -> (j < m)%nat -> dot p (e j) (rest m e i) = 0.
Proof.
intros F Hi Hj. unfold rest. rewrite dot_minus_r, dot_axis, (dot_sum p m (fun j => e j i)) by exact Hi.
rewrite (sum_ext m _ (fun l => (if Nat.eqb j l then 1 else 0) * e l i)), (sum_pick m j (fun l => e l i) Hj).
- ring.
- intros l Hl. rewrite (F j l Hj Hl). ring.
Qed.

Lemma rest_square p m e i : frame p m e -> (i < p)%nat ->
  dot p (rest m e i) (rest m e i) = 1 - sum m (fun j => e j i * e j i).
Proof.
intros F Hi. unfold rest at 2. rewrite dot_minus_r, dot_axis, (dot_sum p m (fun j => e j i)) by exact Hi.
rewrite (sum_ext m _ (fun _ => 0)), sum_const.
- unfold rest, axis. rewrite Nat.eqb_refl. ring.
- intros j Hj. rewrite dot_sym, (rest_across p m e i j F Hi Hj). ring.
Qed.

(* The squares of the p rests add up to p - m. *)
Lemma rests p m e : frame p m e -> sum p (fun i => dot p (rest m e i) (rest m e i)) = INR p - INR m.
Proof.
intros F. rewrite (sum_ext p _ (fun i => 1 - sum m (fun j => e j i * e j i))).
- rewrite sum_minus, sum_const, sum_swap, (sum_ext m _ (fun _ => 1)), sum_const; [ring|].
  intros j Hj. fold (dot p (e j) (e j)). now rewrite (F j j Hj Hj), Nat.eqb_refl.
- intros i Hi. now apply rest_square.
Qed.

Lemma one_more p m e : (m < p)%nat -> frame p m e ->
  exists u, dot p u u = 1 /\ forall j, (j < m)%nat -> dot p (e j) u = 0.
Proof.
intros H F. assert (R := rests p m e F). apply lt_INR in H.
assert (A : exists i, (i < p)%nat /\ dot p (rest m e i) (rest m e i) <> 0).
{ apply Classical_Prop.NNPP. intros N. rewrite (sum_ext p _ (fun _ => 0)), sum_const in R; [lra|].
  intros i Hi. apply Classical_Prop.NNPP. intros Z. apply N. now exists i. }
destruct A as [i [Hi A]]. set (r := rest m e i) in *.
assert (Q := norm_pos p r A). assert (S := norm_sq p r).
exists (fun l => / norm p r * r l). split; [rewrite dot_scal_l, dot_scal_r, <- S; field; lra|].
intros j Hj. rewrite dot_scal_r. unfold r. rewrite (rest_across p m e i j F Hi Hj). ring.
Qed.

Lemma completed p n m e : (m + n <= p)%nat -> frame p m e ->
  exists f, frame p (m + n) f /\ forall i, (i < m)%nat -> f i = e i.
Proof.
revert m e. induction n as [|n IH]; intros m e H F.
- exists e. rewrite Nat.add_0_r. now split.
- destruct (one_more p m e) as [u [U O]]; [lia|exact F|].
  pose (f := fun i => if Nat.eqb i m then u else e i).
  assert (Z : forall i, (i < m)%nat -> f i = e i).
  { intros i Hi. unfold f. now destruct (Nat.eqb_spec i m); [lia|]. }
  assert (T : f m = u) by (unfold f; now rewrite Nat.eqb_refl).
  destruct (IH (S m) f) as [h [Fh Eh]]; [lia| |].
  + intros i j Hi Hj. destruct (Nat.eq_dec i m) as [->|Ni], (Nat.eq_dec j m) as [->|Nj].
    * now rewrite T, U, Nat.eqb_refl.
    * rewrite T, (Z j), dot_sym, (O j) by lia. now destruct (Nat.eqb_spec m j); [lia|].
    * rewrite T, (Z i), (O i) by lia. now destruct (Nat.eqb_spec i m); [lia|].
    * rewrite (Z i), (Z j) by lia. apply F; lia.
  + exists h. rewrite Nat.add_succ_r. split; [exact Fh|]. intros i Hi. rewrite Eh by lia. now apply Z.
Qed.

(* Only 0 is orthogonal to p of them. *)
Lemma nothing_beyond p e z : frame p p e -> (forall j, (j < p)%nat -> dot p z (e j) = 0) ->
  agree p z (fun _ => 0).
Proof.
intros F O i Hi. assert (R := rests p p e F). rewrite (Rminus_diag_eq (INR p)) in R by reflexivity.
assert (Q := sum_zero p _ (fun j _ => dot_nonneg p (rest p e j)) R i Hi). cbv beta in Q.
assert (A : agree p (axis i) (fun l => sum p (fun j => e j i * e j l))) by now apply dot_zero_agree.
rewrite <- (dot_axis p i z Hi), (dot_ext p z z _ _ (fun l _ => eq_refl) A), (dot_sum p p (fun j => e j i)).
rewrite (sum_ext p _ (fun _ => 0)), sum_const; [ring|]. intros j Hj. rewrite O by exact Hj. ring.
Qed.
