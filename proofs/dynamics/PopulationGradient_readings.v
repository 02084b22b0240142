(* What the six readings are the gradients of, and that they are those of smoothing.Reading.

   reading_a, reading_w   the gradients that PopulationGradient.v puts into five numbers
   part_RADIAL ...        the same in smoothing/Reading.v
   hat p w                w / |w|
   q, m                   |w + t u|^2 and its product with v, along a line

   Formalised: the part Normalised is the gradient of L(w/|w|, a) in w, UnitNorm that of L(w/|w|, a) in a,
   Radial and Network those of L(w, a) in a and w, in every direction; all w <> 0, the end points included.
   Not formalised: Angular is a formula, no gradient. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.FilterGradient_product.
From Lemmata Require Import loss.FilterGradient loss.TangentGradient loss.SphereHessian loss.OutputGradient.
From Lemmata Require Import smoothing.Reading dynamics.PopulationGradient.
Open Scope R_scope.

Lemma S1_readings_of_the_output (p k : nat) (w a v b : vec) (i : nat) :
  reading_a Radial p k w a v b i = part_RADIAL p k w a v b i /\
  reading_a UnitNorm p k w a v b i = part_UNIT p k w a v b i.
Proof.
split; reflexivity.
Qed.

Lemma S1_readings_of_the_filter (p k : nat) (w a v b : vec) (i : nat) :
  reading_w Network p k w a v b i = part_NETWORK p k w a v b i /\
  reading_w Angular p k w a v b i = part_ANGLE p k w a v b i /\
  reading_w Normalised p k w a v b i = part_NORMALISED p k w a v b i.
Proof.
repeat split. unfold reading_w, part_NORMALISED.
replace (norm p w ^ 2) with (dot p w w); [reflexivity|]. rewrite <- norm_sq. ring.
Qed.

(* The square of the length stays positive along a line. *)
Lemma stays_positive A B C : 0 < A -> locally 0 (fun t => 0 < A + 2 * B * t + C * t ^ 2).
Proof.
intros H. assert (ct : continuous (fun t => A + 2 * B * t + C * t ^ 2) 0).
{ apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I. }
apply (ct (fun y => 0 < y)). apply (open_gt 0). lra.
Qed.

(* The kernel of the angle along a line. *)
Lemma kernel_along p w v u : dot p w w <> 0 -> dot p v v = 1 ->
  let z := fun t i => w i + t * u i in
  is_derive (fun t => K (dot p (z t) v / norm p (z t))) 0
    ((PI - angle p w v) * (dot p v u - dot p w v / dot p w w * dot p w u) / norm p w).
Proof.
intros W V z. assert (A : 0 < dot p w w) by (assert (Q := dot_nonneg p w); lra).
assert (N := norm_pos p w W). assert (L := stays_positive _ (dot p w u) (dot p u u) A).
set (q := fun t => dot p w w + 2 * dot p w u * t + dot p u u * t ^ 2) in L.
set (m := fun t => dot p w v + t * dot p u v).
assert (M : forall t, m t ^ 2 <= q t).
{ intros t. unfold q, m. rewrite <- moved_sq, <- moved_dot. now apply dot_sq_le. }
assert (S : sqrt (q 0) = norm p w) by (unfold q, norm; f_equal; ring).
assert (E : forall t, 0 < q t -> rK (q t) (m t) / sqrt (q t) = K (dot p (z t) v / norm p (z t))).
{ intros t Q. unfold z. rewrite moved_dot. unfold norm. rewrite moved_sq. fold (q t) (m t). unfold rK.
  field. assert (T := sqrt_lt_R0 _ Q). lra. }
apply (is_derive_ext_loc (K := R_AbsRing) (V := R_NormedModule)) with (1 := filter_imp _ _ E L).
eapply derive_value.
- apply is_derive_div; [apply (rK_derive _ _ _ _ (dot p u v) A M)|apply (root_derive _ _ _ A)|rewrite S; lra].
- unfold rK. rewrite S. unfold m. rewrite Rmult_0_l, Rplus_0_r, (angle_unit p w v V), (dot_sym p v u).
  fold (norm p w). rewrite <- (norm_sq p w). unfold K. field. lra.
Qed.

Lemma S1_normalised_is_the_gradient (p k : nat) (w a v b u : vec) : dot p w w <> 0 -> dot p v v = 1 ->
  is_derive (fun t => loss p k (hat p (fun i => w i + t * u i)) a v b) 0
    (dot p (reading_w Normalised p k w a v b) u).
Proof.
intros W V. assert (A : 0 < dot p w w) by (assert (Q := dot_nonneg p w); lra).
pose (C := loss p k v a v b + dot k a b / (2 * PI) * K 1). pose (z := fun t i => w i + t * u i).
assert (E : forall t, 0 < dot p w w + 2 * dot p w u * t + dot p u u * t ^ 2 ->
  C + - (dot k a b / (2 * PI)) * K (dot p (z t) v / norm p (z t)) = loss p k (hat p (z t)) a v b).
{ intros t Q. unfold z. rewrite <- moved_sq in Q. assert (U := hat_unit p _ (Rgt_not_eq _ _ Q)).
  unfold C. rewrite !loss_on_sphere, V, hat_dot by (exact V || exact U). ring. }
apply (is_derive_ext_loc (K := R_AbsRing) (V := R_NormedModule))
  with (1 := filter_imp _ _ E (stays_positive _ (dot p w u) (dot p u u) A)).
eapply derive_value; [apply derive_plus; [apply derive_const|apply derive_scal, (kernel_along p w v u W V)]|].
rewrite (dot_ext p (reading_w Normalised p k w a v b) (fun i => - ((PI - angle p w v) / (2 * PI * norm p w))
  * dot k a b * (v i - dot p w v / dot p w w * w i)) u u) by (intros i _; reflexivity).
rewrite dot_scal_l, dot_minus_l, dot_scal_l. assert (N := norm_pos p w W). field.
repeat split; [exact W|lra|apply PI_neq0].
Qed.

(* On the sphere the norm is 1. *)
Lemma S1_unit_norm_is_the_gradient (p k : nat) (w a v b u : vec) : dot p w w <> 0 -> dot p v v = 1 ->
  is_derive (fun t => loss p k (hat p w) (fun i => a i + t * u i) v b) 0
    (dot k (reading_a UnitNorm p k w a v b) u).
Proof.
intros W V. assert (N := norm_pos p w W). unfold loss, reading_a.
replace (norm p (hat p w)) with 1 by (symmetry; apply norm_unit, hat_unit, W).
replace (angle p (hat p w) v) with (angle p w v); [apply S1_derivative_in_every_direction|].
rewrite !angle_unit, hat_dot, (norm_unit p (hat p w)) by (exact V || apply hat_unit, W). f_equal. field. lra.
Qed.

Lemma S1_literal_readings_are_the_gradient (p k : nat) (w a v b u : vec) : dot p w w <> 0 -> dot p v v = 1 ->
  is_derive (fun t => loss p k w (fun i => a i + t * u i) v b) 0 (dot k (reading_a Radial p k w a v b) u) /\
  is_derive (fun t => loss p k (fun i => w i + t * u i) a v b) 0 (dot p (reading_w Network p k w a v b) u).
Proof.
intros W V. split; [apply S1_derivative_in_every_direction|now apply S1_derivative].
Qed.
