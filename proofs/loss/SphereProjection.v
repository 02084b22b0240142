(* Projection onto the unit sphere in exact arithmetic.

   p   length of the filters      w   a nonzero vector of R^p      z   any point of the unit sphere
   projection p w = w / |w|

   Formalised: what S1 and S2 say of exact numbers (unit norm, idempotent, the same for c w with c > 0), S3
   entirely.
   Not formalised: the rounding of S1 and S2. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Definition projection (p : nat) (w : vec) : vec := fun i => w i / norm p w.

Lemma dot_projection p w z : dot p (projection p w) z = dot p w z / norm p w.
Proof.
unfold projection. rewrite (dot_ext p _ (fun i => / norm p w * w i) z z).
- rewrite dot_scal_l. unfold Rdiv. ring.
- intros i _. unfold Rdiv. ring.
- now intros i _.
Qed.

Lemma dot_of_unit p z : norm p z = 1 -> dot p z z = 1.
Proof. intros H. rewrite <- norm_sq, H. ring. Qed.

Lemma S1_exact_unit_norm p w : dot p w w <> 0 -> norm p (projection p w) = 1.
Proof.
intros H. assert (N := norm_pos p w H). unfold norm at 1.
rewrite dot_projection, dot_sym, dot_projection, <- norm_sq.
replace (norm p w * norm p w / norm p w / norm p w) with 1 by (field; lra). apply sqrt_1.
Qed.

Lemma S2_exact_idempotent p w i : dot p w w <> 0 -> projection p (projection p w) i = projection p w i.
Proof.
intros H. unfold projection at 1. rewrite (S1_exact_unit_norm p w H). field.
Qed.

Lemma S2_exact_same_after_scaling p c w i :
  0 < c -> dot p w w <> 0 -> projection p (fun j => c * w j) i = projection p w i.
Proof.
intros C H. assert (N := norm_pos p w H). unfold projection.
replace (norm p (fun j => c * w j)) with (c * norm p w); [field; lra|].
unfold norm. rewrite dot_scal_l, dot_scal_r, <- Rmult_assoc, sqrt_mult by (nra || apply dot_nonneg).
rewrite sqrt_square by lra. reflexivity.
Qed.

(* |w - z|^2 = (|w| - 1)^2 + 2 (|w| - w^T z) on the unit sphere. *)
Lemma distance_sq p w z :
  norm p z = 1 ->
  dot p (fun i => w i - z i) (fun i => w i - z i) = (norm p w - 1) ^ 2 + 2 * (norm p w - dot p w z).
Proof.
intros Z. rewrite dot_minus_l, !dot_minus_r, (dot_of_unit p z Z), <- norm_sq, (dot_sym p z w). ring.
Qed.

Lemma dot_below_norm p w z : norm p z = 1 -> dot p w z <= norm p w.
Proof.
intros Z. assert (C := cauchy_schwarz_norm p w z). rewrite Z, Rmult_1_r in C.
assert (D := Rle_abs (dot p w z)). lra.
Qed.

Lemma S3_distance p w :
  dot p w w <> 0 -> norm p (fun i => w i - projection p w i) = Rabs (norm p w - 1).
Proof.
intros H. assert (N := norm_pos p w H). unfold norm at 1.
rewrite (distance_sq p w _ (S1_exact_unit_norm p w H)).
rewrite dot_sym, dot_projection, <- norm_sq.
replace (norm p w * norm p w / norm p w) with (norm p w) by (field; lra).
rewrite <- sqrt_Rsqr_abs. f_equal. unfold Rsqr. ring.
Qed.

Lemma S3_nearest p w z :
  dot p w w <> 0 -> norm p z = 1 ->
  norm p (fun i => w i - projection p w i) <= norm p (fun i => w i - z i).
Proof.
intros H Z. rewrite (S3_distance p w H), <- sqrt_Rsqr_abs. apply sqrt_le_1_alt.
rewrite (distance_sq p w z Z). assert (D := dot_below_norm p w z Z). unfold Rsqr. nra.
Qed.

Lemma S3_only_nearest p w z :
  dot p w w <> 0 -> norm p z = 1 ->
  norm p (fun i => w i - z i) = norm p (fun i => w i - projection p w i) -> agree p z (projection p w).
Proof.
intros H Z E. assert (N := norm_pos p w H).
assert (S := distance_sq p w z Z). rewrite <- norm_sq, E, (S3_distance p w H) in S.
rewrite <- Rabs_mult, (Rabs_pos_eq ((norm p w - 1) * (norm p w - 1))) in S by apply Rle_0_sqr.
assert (D : dot p w z = norm p w) by lra. apply dot_zero_agree.
rewrite (distance_sq p z _ (S1_exact_unit_norm p w H)), Z, dot_sym, dot_projection, D. field. lra.
Qed.
