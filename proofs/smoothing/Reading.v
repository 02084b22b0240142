(* The parts of the gradient at a perturbed filter z: two readings of the a-part, three of the w-part.

   z, w, v          perturbed filter w + xi, filter and teacher (unit vectors)
   a, b             output weights, a*
   part_RADIAL      r^2/2PI M a - r/2PI (11^T + (g - 1) I) a*, r and phi those of z
   part_UNIT        the same with r = 1
   part_NETWORK     grad_w L at (z, a)
   part_ANGLE       -((PI - phi)/2PI) d w*
   part_NORMALISED  -((PI - phi)/(2PI r)) d (I - z z^T / r^2) w*

   Formalised: S2 for the five parts; of S3 that P_w of ANGLE is 0 over -w*, the exact value of P_w of
   NETWORK and of NORMALISED there, and that along a fixed direction of z the former vanishes at one length
   at most. The moments of S2 and the means of S3 are in Reading_moments.v.
   Not formalised: S1 (not a statement); that the exceptional sets of S3 have probability 0. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.Angle loss.FilterGradient loss.TangentGradient.
Open Scope R_scope.

Definition part_RADIAL (p k : nat) (z a v b : vec) : vec := gradient_a k (norm p z) (angle p z v) a b.
Definition part_UNIT (p k : nat) (z a v b : vec) : vec := gradient_a k 1 (angle p z v) a b.
Definition part_NETWORK (p k : nat) (z a v b : vec) : vec := gradient_w p k z a v b.
Definition part_ANGLE (p k : nat) (z a v b : vec) : vec :=
  fun i => - ((PI - angle p z v) / (2 * PI)) * dot k a b * v i.
Definition part_NORMALISED (p k : nat) (z a v b : vec) : vec :=
  fun i => - ((PI - angle p z v) / (2 * PI * norm p z)) * dot k a b * (v i - dot p z v / norm p z ^ 2 * z i).

(* The loss is differentiated at w itself: without noise. *)
Lemma S2_a_parts_agree p k w a v b i : dot p w w = 1 ->
  part_RADIAL p k w a v b i = part_UNIT p k w a v b i.
Proof.
intros W. unfold part_RADIAL, part_UNIT. now rewrite (norm_unit p w W).
Qed.

Lemma S2_NETWORK p k w a v b i : dot p w w = 1 ->
  tangent p w (part_NETWORK p k w a v b) i = - ((PI - angle p w v) / (2 * PI)) * dot k a b * tangent p w v i.
Proof.
apply S1_on_the_sphere.
Qed.

Lemma tangent_scal p w x u i : tangent p w (fun j => x * u j) i = x * tangent p w u i.
Proof. unfold tangent. rewrite dot_scal_r. ring. Qed.

Lemma S2_ANGLE p k w a v b i :
  tangent p w (part_ANGLE p k w a v b) i = - ((PI - angle p w v) / (2 * PI)) * dot k a b * tangent p w v i.
Proof.
unfold part_ANGLE. apply tangent_scal.
Qed.

Lemma S2_NORMALISED p k w a v b i : dot p w w = 1 ->
  tangent p w (part_NORMALISED p k w a v b) i = - ((PI - angle p w v) / (2 * PI)) * dot k a b * tangent p w
    v i.
Proof.
intros W. unfold part_NORMALISED. rewrite tangent_scal, (norm_unit p w W), Rmult_1_r. f_equal.
unfold tangent. rewrite dot_minus_r, dot_scal_r, W. field.
Qed.

(* Over -w*: P_w w* = 0. *)
Lemma opposite p w v : dot p v v = 1 -> (forall i, w i = - v i) ->
  dot p w w = 1 /\ dot p w v = -1 /\ forall i, tangent p w v i = 0.
Proof.
intros V H. assert (E : dot p w v = -1).
{ rewrite (dot_ext p w (fun i => -1 * v i) v v), dot_scal_l, V; [ring|intros i _; rewrite H; ring|easy]. }
split; [|split; [exact E|intros i; unfold tangent; rewrite E, H; ring]].
rewrite (dot_ext p w w w (fun i => -1 * v i)), dot_scal_r, E; [ring|easy|intros i _; rewrite H; ring].
Qed.

Lemma S3_ANGLE_never_moves p k w a v b z i : dot p v v = 1 -> (forall j, w j = - v j) ->
  tangent p w (part_ANGLE p k z a v b) i = 0.
Proof.
intros V H. unfold part_ANGLE. rewrite tangent_scal, (proj2 (proj2 (opposite p w v V H))). ring.
Qed.

Lemma S3_NETWORK_moves_by_the_noise p k w a v b xi i : dot p v v = 1 -> (forall j, w j = - v j) ->
  let z := fun j => w j + xi j in
  tangent p w (part_NETWORK p k z a v b) i =
  (sum k a ^ 2 + (PI - 1) * dot k a a
   - (sum k a * sum k b - dot k a b * (1 - sin (angle p z v))) / norm p z) / (2 * PI) * tangent p w xi i.
Proof.
intros V H z. destruct (opposite p w v V H) as [W [E T]].
set (x := (sum k a ^ 2 + (PI - 1) * dot k a a - (sum k a * sum k b - dot k a b * (1 - sin (angle p z v))) /
  norm p z)
  / (2 * PI)).
set (y := - ((PI - angle p z v) * dot k a b / (2 * PI))).
transitivity (tangent p w (lin x z y v) i).
- apply tangent_ext; [easy|]. intros j. unfold part_NETWORK, gradient_w, lin, x, y, g, Rdiv. ring.
- rewrite tangent_lin, T. replace (tangent p w z i) with (tangent p w xi i); [ring|].
  unfold tangent, z. rewrite dot_plus_r, W. ring.
Qed.

(* At a fixed direction of z the angle is fixed, and the factor above vanishes for one length of z at most. *)
Lemma S3_NETWORK_stays_at_one_length_only k a b c r1 r2 : 0 < dot k a a -> 0 < r1 -> 0 < r2 ->
  let factor := fun r => sum k a ^ 2 + (PI - 1) * dot k a a - (sum k a * sum k b - dot k a b * c) / r in
  factor r1 = 0 -> factor r2 = 0 -> r1 = r2.
Proof.
intros A R1 R2 factor. unfold factor. assert (P := PI2_3_2). set (y := _ - dot k a b * c).
set (s := _ + _). assert (0 < s) by (unfold s; assert (S := pow2_ge_0 (sum k a)); nra). intros F1 F2.
assert (s * r1 = y) by (replace y with (y / r1 * r1) by (field; lra); nra).
assert (s * r2 = y) by (replace y with (y / r2 * r2) by (field; lra); nra). nra.
Qed.

Lemma S3_NORMALISED_moves_by_the_noise p k w a v b xi i : dot p v v = 1 -> (forall j, w j = - v j) ->
  let z := fun j => w j + xi j in
  tangent p w (part_NORMALISED p k z a v b) i =
  (PI - angle p z v) / (2 * PI * norm p z) * dot k a b * (dot p z v / norm p z ^ 2) * tangent p w xi i.
Proof.
intros V H z. destruct (opposite p w v V H) as [W [E T]]. unfold part_NORMALISED. rewrite tangent_scal.
transitivity (- ((PI - angle p z v) / (2 * PI * norm p z)) * dot k a b *
  tangent p w (lin 1 v (- (dot p z v / norm p z ^ 2)) z) i).
- f_equal. apply tangent_ext; [easy|]. intros j. unfold lin. ring.
- rewrite tangent_lin, T. replace (tangent p w z i) with (tangent p w xi i); [ring|].
  unfold tangent, z. rewrite dot_plus_r, W. ring.
Qed.
