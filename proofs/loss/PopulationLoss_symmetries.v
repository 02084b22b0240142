(* loss.PopulationLoss, S3: the symmetries of the loss.

   p, k, w, a, v, b, loss   Definitions.v; v and b are the teacher's w and a
   apply p Q u              the matrix Q times u, and orthogonal p Q: Q^T Q = I (Angle.v)
   permutation k s          s maps {0, ..., k-1} to itself, no two numbers to the same one

   Formalised: S3, and that the loss depends on the entries below the dimensions alone.
   Not formalised: nothing. *)
From Coq Require Import Reals Lra Lia Psatz List Permutation.
From Lemmata Require Import num.Vectors Definitions loss.Angle.
Open Scope R_scope.

Definition permutation (k : nat) (s : nat -> nat) : Prop :=
  (forall i, (i < k)%nat -> (s i < k)%nat) /\
  (forall i j, (i < k)%nat -> (j < k)%nat -> s i = s j -> i = j).

(* Orthogonal matrices keep inner products. *)
Lemma S3_rotations p k Q w a v b : orthogonal p Q ->
  loss p k (apply p Q w) a (apply p Q v) b = loss p k w a v b.
Proof.
intros O. unfold loss, angle, norm. now rewrite !dot_orthogonal.
Qed.

(* Sums do not depend on the order. *)
Lemma sum_of_list k u : sum k u = fold_right Rplus 0 (map u (seq 0 k)).
Proof.
induction k as [|k IH]; [reflexivity|]. rewrite seq_S, map_app, fold_right_app. simpl.
rewrite IH, Rplus_0_r. generalize (map u (seq 0 k)). intros l.
induction l as [|x l H]; simpl; [ring|]. rewrite <- H. ring.
Qed.

Lemma no_repetition k s n : permutation k s -> (n <= k)%nat -> NoDup (map s (seq 0 n)).
Proof.
intros [B I]. induction n as [|n IH]; intros H; [constructor|]. rewrite seq_S, map_app. simpl.
apply (Permutation_NoDup (Permutation_cons_append (map s (seq 0 n)) (s n))).
constructor; [|apply IH; lia]. rewrite in_map_iff. intros [j [E J]]. apply in_seq in J.
apply I in E; lia.
Qed.

Lemma sum_permuted k s u : permutation k s -> sum k (fun i => u (s i)) = sum k u.
Proof.
intros P. rewrite !sum_of_list. rewrite <- (map_map s u).
assert (M : Permutation (map s (seq 0 k)) (seq 0 k)).
{ apply NoDup_Permutation_bis; [now apply no_repetition with k|now rewrite map_length|].
intros x. rewrite in_map_iff. intros [i [<- J]]. apply in_seq in J. apply in_seq.
destruct P as [B _]. specialize (B i). lia. }
apply (Permutation_map u) in M. induction M; simpl; lra.
Qed.

Lemma S3_permutations p k s w a v b : permutation k s ->
  loss p k w (fun i => a (s i)) v (fun i => b (s i)) = loss p k w a v b.
Proof.
intros P. unfold loss, loss_at, residual, lin, dot.
rewrite (sum_permuted k s (fun i => norm p w * a i + -1 * b i) P).
rewrite (sum_permuted k s (fun i => (norm p w * a i + -1 * b i) * (norm p w * a i + -1 * b i)) P).
now rewrite (sum_permuted k s (fun i => a i * b i) P).
Qed.

(* Scaling: r a, the angle and r d are the same for (c w, a / c). *)
Lemma angle_scaled p c w v : 0 < c -> angle p (fun i => c * w i) v = angle p w v.
Proof.
intros C. unfold angle. rewrite norm_scal, dot_scal_l by lra. f_equal.
unfold Rdiv. rewrite !Rinv_mult. replace (c * dot p w v * (/ c * / norm p w * / norm p v))
with (c * / c * (dot p w v * (/ norm p w * / norm p v))) by ring. rewrite Rinv_r; lra.
Qed.

Lemma S3_filter_against_weights p k c w a v b : 0 < c ->
  loss p k (fun i => c * w i) (fun i => a i / c) v b = loss p k w a v b.
Proof.
intros C. unfold loss. rewrite angle_scaled, norm_scal by lra. unfold loss_at.
assert (E : agree k (residual (c * norm p w) (fun i => a i / c) b) (residual (norm p w) a b)).
{ intros i _. unfold residual, lin. field. lra. }
rewrite (sum_ext k _ _ E), (dot_ext k _ _ _ _ E E).
replace (dot k (fun i => a i / c) b) with (dot k a b / c); [f_equal; field; lra|].
unfold Rdiv. rewrite Rmult_comm, <- dot_scal_l. apply dot_ext; intros i _; [apply Rmult_comm|reflexivity].
Qed.

Lemma S3_both_weights p k c w a v b :
  loss p k w (fun i => c * a i) v (fun i => c * b i) = c ^ 2 * loss p k w a v b.
Proof.
unfold loss, loss_at. rewrite dot_scal_l, dot_scal_r.
assert (E : agree k (residual (norm p w) (fun i => c * a i) (fun i => c * b i))
(fun i => c * residual (norm p w) a b i)) by (intros i _; unfold residual, lin; ring).
rewrite (sum_ext k _ _ E), (dot_ext k _ _ _ _ E E), sum_scal, dot_scal_l, dot_scal_r.
unfold Rdiv. ring.
Qed.

(* Only the entries below the dimensions count. *)
Lemma loss_agree p k w w' a a' v v' b b' : agree p w w' -> agree p v v' -> agree k a a' -> agree k b b' ->
  loss p k w a v b = loss p k w' a' v' b'.
Proof.
intros W V A B. unfold loss, angle, norm, loss_at.
rewrite (dot_ext p w w' w w' W W), (dot_ext p v v' v v' V V), (dot_ext p w w' v v' W V).
assert (E : forall r, agree k (residual r a b) (residual r a' b')).
{ intros r i Hi. unfold residual, lin. now rewrite (A i Hi), (B i Hi). }
now rewrite (sum_ext k _ _ (E _)), (dot_ext k _ _ _ _ (E _) (E _)), (dot_ext k a a' b b' A B).
Qed.
