(* loss.TangentGradient: the part of the filter gradient along the sphere.

   hat p w        w / |w|, the unit vector of w <> 0
   tangent p h u  P_h u = u - (h.u) h, for a unit vector h (Definitions.v)
   v, a, b        the teacher's filter (v.v = 1), the output weights of student and teacher

   Formalised: S1 at every w <> 0, entry by entry, on the sphere, and that it is free of |w|; S2.
   Not formalised: S3. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.Angle loss.FilterGradient.
Open Scope R_scope.

Definition hat (p : nat) (w : vec) : vec := fun i => w i / norm p w.

Lemma hat_unit p w : dot p w w <> 0 -> dot p (hat p w) (hat p w) = 1.
Proof.
intros W. assert (N := norm_pos p w W). assert (S := norm_sq p w).
rewrite (dot_ext p _ (fun i => / norm p w * w i) _ (fun i => / norm p w * w i)).
- rewrite dot_scal_l, dot_scal_r, <- S. field. lra.
- intros i _. unfold hat, Rdiv. ring.
- intros i _. unfold hat, Rdiv. ring.
Qed.

Lemma hat_on_sphere p w i : dot p w w = 1 -> hat p w i = w i.
Proof. intros W. unfold hat. rewrite norm_unit by exact W. field. Qed.

Lemma hat_scal p w x i : 0 < x -> dot p w w <> 0 -> hat p (fun j => x * w j) i = hat p w i.
Proof.
intros X W. assert (N := norm_pos p w W). unfold hat. rewrite norm_scal by lra. field. lra.
Qed.

Lemma hat_dot p w v : dot p (hat p w) v = dot p w v / norm p w.
Proof.
rewrite (dot_ext p _ (fun i => / norm p w * w i) v v); [|intros i _; unfold hat, Rdiv; ring|easy].
rewrite dot_scal_l. unfold Rdiv. ring.
Qed.

Lemma tangent_ext p h h' u u' i : (forall j, h j = h' j) -> (forall j, u j = u' j) ->
  tangent p h u i = tangent p h' u' i.
Proof.
intros H U. unfold tangent. rewrite H, U, (dot_ext p h h' u u'); [reflexivity| |]; intros j _; auto.
Qed.

Lemma tangent_lin p h x u y v i :
  tangent p h (lin x u y v) i = x * tangent p h u i + y * tangent p h v i.
Proof. unfold tangent. rewrite dot_lin_r. unfold lin. ring. Qed.

Lemma tangent_self p h i : dot p h h = 1 -> tangent p h h i = 0.
Proof. intros H. unfold tangent. rewrite H. ring. Qed.

Lemma tangent_twice p h u i : dot p h h = 1 -> tangent p h (tangent p h u) i = tangent p h u i.
Proof.
intros H. unfold tangent at 1. replace (dot p h (tangent p h u)) with 0; [ring|].
unfold tangent. rewrite dot_minus_r, dot_scal_r, H. ring.
Qed.

Lemma tangent_orthogonal p h u : dot p h h = 1 -> dot p h (tangent p h u) = 0.
Proof. intros H. unfold tangent. rewrite dot_minus_r, dot_scal_r, H. ring. Qed.

(* The gradient in the two directions h = w/|w| and v. *)
Lemma gradient_w_parts p k w a v b i : dot p w w <> 0 -> gradient_w p k w a v b i =
  lin (((sum k a ^ 2 + (PI - 1) * dot k a a) * norm p w
        - (sum k a * sum k b + (g (angle p w v) - 1) * dot k a b)
        + (PI - angle p w v) * dot k a b * cos (angle p w v)) / (2 * PI)) (hat p w)
      (- ((PI - angle p w v) / (2 * PI)) * dot k a b) v i.
Proof.
intros W. assert (N := norm_pos p w W). unfold gradient_w, lin, hat. field. split; [exact PI_neq0|lra].
Qed.

Lemma S1_tangent_part p k w a v b i : dot p w w <> 0 ->
  tangent p (hat p w) (gradient_w p k w a v b) i =
  - ((PI - angle p w v) / (2 * PI)) * dot k a b * tangent p (hat p w) v i.
Proof.
intros W. rewrite (tangent_ext p _ (hat p w) _ _ i (fun j => eq_refl)
  (fun j => gradient_w_parts p k w a v b j W)).
rewrite tangent_lin, tangent_self; [ring|]. now apply hat_unit.
Qed.

Lemma S1_on_the_sphere p k w a v b i : dot p w w = 1 ->
  tangent p w (gradient_w p k w a v b) i =
  - ((PI - angle p w v) / (2 * PI)) * dot k a b * tangent p w v i.
Proof.
intros W. assert (H : forall u, tangent p w u i = tangent p (hat p w) u i).
{ intros u. apply tangent_ext; [|reflexivity]. intros j. symmetry. now apply hat_on_sphere. }
rewrite !H. apply S1_tangent_part. lra.
Qed.

Lemma S1_free_of_the_length p k w a v b x i : 0 < x -> dot p w w <> 0 -> dot p v v <> 0 ->
  tangent p (hat p (fun j => x * w j)) (gradient_w p k (fun j => x * w j) a v b) i =
  tangent p (hat p w) (gradient_w p k w a v b) i.
Proof.
intros X W V. rewrite !S1_tangent_part; [|exact W|rewrite dot_scal_l, dot_scal_r].
- rewrite (tangent_ext p (hat p (fun j => x * w j)) (hat p w) v v i); [|intros; now apply hat_scal|easy].
  now rewrite angle_scal_l by assumption.
- intros E. apply W. assert (0 < x * x) by nra. nra.
Qed.

Lemma S2_orthogonal_to_w p k w a v b : dot p w w <> 0 ->
  dot p w (tangent p (hat p w) (gradient_w p k w a v b)) = 0.
Proof.
intros W. assert (N := norm_pos p w W).
assert (E := tangent_orthogonal p (hat p w) (gradient_w p k w a v b) (hat_unit p w W)). rewrite hat_dot in E.
apply (Rmult_eq_compat_r (norm p w)) in E. unfold Rdiv in E.
rewrite Rmult_assoc, Rinv_l, Rmult_1_r, Rmult_0_l in E by lra. exact E.
Qed.
