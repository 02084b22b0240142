(* loss.PopulationLoss: the five means over one patch that the loss needs.

   p, w, v, g, angle     Definitions.v; w of norm r, v a unit vector, phi the angle
   gaussian p F x        the mean of F (z), z ~ N(0, I_p), is x (num/GaussianVectors.v)
   mean M                M is linear and keeps the constant 1 (num/IteratedMean.v)
   moments p w v r phi M the means of relu (z^T w), relu (z^T v), of their squares and of their product
   unit_of p w           w / r

   Formalised: N(0, I_p) has these moments for every p, w <> 0 and unit v.
   Not formalised: nothing. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.IteratedMean num.GaussianVectors Definitions.
From Lemmata Require Import model.ForwardPass loss.AngleKernel_gaussian.
Open Scope R_scope.

(* The means that the loss needs, for a filter w of norm r and a unit filter v at the angle phi. *)
Definition moments (p : nat) (w v : vec) (r phi : R) (M : averager) : Prop :=
  M (fun z => relu (dot p z w)) (r / sqrt (2 * PI)) /\
  M (fun z => relu (dot p z v)) (1 / sqrt (2 * PI)) /\
  M (fun z => relu (dot p z w) ^ 2) (r ^ 2 / 2) /\
  M (fun z => relu (dot p z v) ^ 2) (1 / 2) /\
  M (fun z => relu (dot p z w) * relu (dot p z v)) (r * g phi / (2 * PI)).

(* w has the norm r; the unit vector w / r. *)
Definition unit_of (p : nat) (w : vec) : vec := fun i => / norm p w * w i.

Lemma unit_of_unit p w : dot p w w <> 0 -> dot p (unit_of p w) (unit_of p w) = 1.
Proof.
intros H. assert (P := norm_pos p w H). unfold unit_of. rewrite dot_scal_l, dot_scal_r, <- norm_sq.
field. lra.
Qed.

Lemma dot_unit_of p w z : dot p w w <> 0 -> dot p z w = norm p w * dot p z (unit_of p w).
Proof. intros H. assert (P := norm_pos p w H). unfold unit_of. rewrite dot_scal_r. field. lra. Qed.

Lemma angle_unit_of p w v : dot p w w <> 0 -> dot p v v = 1 -> angle p (unit_of p w) v = angle p w v.
Proof.
intros H V. unfold angle. rewrite (norm_of_unit p _ (unit_of_unit p w H)), (norm_of_unit p v V).
unfold unit_of. rewrite dot_scal_l. f_equal. field. apply Rgt_not_eq, norm_pos, H.
Qed.

(* From a unit filter u to one with r times its answers. *)
Lemma moments_scaled p u w v r phi (M : averager) : mean M ->
  (forall z, relu (dot p z w) = r * relu (dot p z u)) -> moments p u v 1 phi M -> moments p w v r phi M.
Proof.
intros [H1 L] E [Mu [Mv [Su [Sv P]]]]. split; [|split; [exact Mv|split; [|split; [exact Sv|]]]].
- assert (B := L _ _ _ _ r 0 Mu H1). revert B.
apply mean_eq; [intros z; rewrite E; ring|unfold Rdiv; ring].
- assert (B := L _ _ _ _ (r ^ 2) 0 Su H1). revert B.
apply mean_eq; [intros z; rewrite E; ring|unfold Rdiv; ring].
- assert (B := L _ _ _ _ r 0 P H1). revert B.
apply mean_eq; [intros z; rewrite E; ring|unfold Rdiv; ring].
Qed.

Lemma moments_of_units p w v (M : averager) : mean M -> dot p w w <> 0 -> dot p v v = 1 ->
  moments p (unit_of p w) v 1 (angle p (unit_of p w) v) M -> moments p w v (norm p w) (angle p w v) M.
Proof.
intros HM W V. rewrite (angle_unit_of p w v W V). apply moments_scaled; [exact HM|].
intros z. rewrite (dot_unit_of p w z W). apply relu_scal, norm_nonneg.
Qed.

(* One patch of N(0, I_p). *)
Lemma gaussian_mean p : mean (gaussian p).
Proof. split; [exact (gaussian_const p 1)|]. intros f h x y c d. exact (gaussian_lin p _ _ x y c d). Qed.

Lemma gaussian_moments p w v : dot p w w <> 0 -> dot p v v = 1 ->
  moments p w v (norm p w) (angle p w v) (gaussian p).
Proof.
intros W V. assert (U := unit_of_unit p w W).
apply moments_of_units; [apply gaussian_mean|exact W|exact V|]. repeat split.
- now apply relu_mean.
- now apply relu_mean.
- rewrite pow1. now apply relu_sq_mean.
- now apply relu_sq_mean.
- rewrite Rmult_1_l. now apply S3_mean_product_of_two_units.
Qed.
