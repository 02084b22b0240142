(* loss.SphereHessian: the covariant derivative of the tangent gradient, the end points included.

   w, v, xi     unit vectors, w.xi = 0                     a, b    the output weights of student and teacher
   field        the tangent gradient along the great circle: P_x grad_w L(x, a) at x = cos tau w + sin tau xi
   D            the derivative of field at tau = 0, entry by entry; P_w D is the covariant derivative

   Formalised: S1, S2 as covariant derivatives, P_w D = hessian xi, (d/2) xi and 0.
   Not formalised: nothing. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.FilterGradient_product.
From Lemmata Require Import loss.FilterGradient loss.TangentGradient.
From Lemmata Require Import loss.SphereHessian loss.SphereHessian_ends.
Open Scope R_scope.

Definition field (p k : nat) (w a v b xi : vec) (tau : R) : vec :=
  tangent p (circle w xi tau) (gradient_w p k (circle w xi tau) a v b).

Lemma field_value p k w a v b xi tau i :
  dot p w w = 1 -> dot p v v = 1 -> dot p xi xi = 1 -> dot p w xi = 0 ->
  let c := cos tau * dot p w v + sin tau * dot p xi v in
  field p k w a v b xi tau i =
  - (dot k a b / (2 * PI)) * ((PI - acos c) * (v i - c * (cos tau * w i + sin tau * xi i))).
Proof.
intros W V X O c. assert (U := circle_sq p w xi tau W X O). unfold field.
rewrite (S1_on_the_sphere p k _ a v b i U), (angle_unit p _ v V), (norm_unit p _ U).
unfold tangent. rewrite circle_dot. fold c. unfold circle. replace (c / 1) with c by field.
field. exact PI_neq0.
Qed.

Lemma acos_circle_derive x y : -1 < x < 1 ->
  is_derive (fun t => acos (cos t * x + sin t * y)) 0 (y * - / sin (acos x)).
Proof.
intros H. assert (E : cos 0 * x + sin 0 * y = x) by (rewrite cos_0, sin_0; ring).
apply (derive_comp acos (fun t => cos t * x + sin t * y)); [|rewrite E; now apply acos_derive].
auto_derive; [exact I|rewrite cos_0, sin_0; ring].
Qed.

Lemma field_factor_derive x y wi xii vi : -1 < x < 1 ->
  is_derive (fun t => (PI - acos (cos t * x + sin t * y))
    * (vi - (cos t * x + sin t * y) * (cos t * wi + sin t * xii))) 0
    (y / sin (acos x) * (vi - x * wi) - (PI - acos x) * (y * wi + x * xii)).
Proof.
intros H. assert (A := acos_bound_lt x H). assert (S := sin_gt_0 (acos x) (proj1 A) (proj2 A)).
eapply derive_value.
- apply (derive_mult (fun t => PI - acos (cos t * x + sin t * y)) _ 0 (0 + - (y * - / sin (acos x)))
    (- (y * wi + x * xii))).
  + apply derive_plus; [apply derive_const|].
    apply (is_derive_opp (V := R_NormedModule)), acos_circle_derive, H.
  + auto_derive; [exact I|rewrite cos_0, sin_0; ring].
- cbv beta. rewrite cos_0, sin_0. replace (1 * x + 0 * y) with x by ring. field. lra.
Qed.

(* P_w of a vector in the span of P_w v, w and xi. *)
Lemma tangent_parts p w v xi x y z i : dot p w w = 1 -> dot p w xi = 0 ->
  tangent p w (fun j => x * tangent p w v j + (y * w j + z * xi j)) i = x * tangent p w v i + z * xi i.
Proof.
intros W O. assert (T := tangent_orthogonal p w v W). unfold tangent at 1.
rewrite !dot_plus_r, !dot_scal_r, T, W, O. ring.
Qed.

Lemma S1_covariant_derivative p k w a v b xi :
  dot p w w = 1 -> dot p v v = 1 -> dot p xi xi = 1 -> dot p w xi = 0 -> 0 < angle p w v < PI ->
  exists D : vec, (forall i, is_derive (fun tau => field p k w a v b xi tau i) 0 (D i)) /\
  (forall i, tangent p w D i = hessian p k w a v b xi i).
Proof.
intros W V X O H. assert (S := sin_gt_0 _ (proj1 H) (proj2 H)). assert (P := PI_neq0).
assert (E := cosine_on_sphere p w v W V). assert (Hc := cosine_strict p w v W V H).
assert (A : acos (dot p w v) = angle p w v) by (rewrite E; apply acos_cos; lra).
set (d := dot k a b). set (y := dot p xi v). set (phi := angle p w v) in *.
exists (fun i => - (d / (2 * PI)) * (y / sin phi) * tangent p w v i
  + (d / (2 * PI) * (PI - phi) * y * w i + d / (2 * PI) * (PI - phi) * cos phi * xi i)). split; intros i.
- eapply derive_ext; [intros t; symmetry; now apply field_value|].
  eapply derive_value; [apply derive_scal, field_factor_derive, Hc|].
  fold y d. rewrite A. unfold tangent. rewrite E. field. split; lra.
- rewrite tangent_parts by assumption. unfold hessian. fold d phi.
  rewrite direction_dot. unfold direction. rewrite norm_tangent by assumption. fold phi.
  unfold tangent. rewrite O, (dot_sym p v xi). fold y. field. split; lra.
Qed.

(* The factor of the field at the two ends, where acos (cos t) = |t| near 0. *)
Lemma factor_at_the_teacher vi xii :
  is_derive (fun t => (PI - acos (cos t)) * (vi - cos t * (cos t * vi + sin t * xii))) 0 (- PI * xii).
Proof.
apply (derive_ext (fun t => (PI * sin t - sin t * acos (cos t)) * (sin t * vi - cos t * xii))).
- intros t. assert (T := sin2_cos2 t). unfold Rsqr in T.
  replace (vi - cos t * (cos t * vi + sin t * xii)) with (sin t * (sin t * vi - cos t * xii)).
  + ring.
  + replace (vi - _) with (vi * (1 - cos t * cos t) - cos t * sin t * xii) by ring. rewrite <- T. ring.
- eapply derive_value.
  + apply (derive_mult (fun t => PI * sin t - sin t * acos (cos t)) _ 0 (PI + - 0) vi).
    * apply derive_plus; [auto_derive; [exact I|rewrite cos_0; ring]|].
      apply (is_derive_opp (V := R_NormedModule)), sin_acos_cos_flat.
    * auto_derive; [exact I|rewrite cos_0, sin_0; ring].
  + cbv beta. rewrite cos_0, sin_0. ring.
Qed.

Lemma factor_opposite vi xii :
  is_derive (fun t => (PI - acos (- cos t)) * (vi - - cos t * (cos t * - vi + sin t * xii))) 0 0.
Proof.
apply (derive_ext (fun t => sin t * acos (cos t) * (sin t * vi + cos t * xii))).
- intros t. assert (T := sin2_cos2 t). unfold Rsqr in T. rewrite acos_opp.
  replace (vi - - cos t * (cos t * - vi + sin t * xii)) with (sin t * (sin t * vi + cos t * xii)).
  + ring.
  + replace (vi - _) with (vi * (1 - cos t * cos t) + cos t * sin t * xii) by ring. rewrite <- T. ring.
- eapply derive_value.
  + apply (derive_mult (fun t => sin t * acos (cos t)) _ 0 0 vi); [exact sin_acos_cos_flat|].
    auto_derive; [exact I|rewrite cos_0, sin_0; ring].
  + cbv beta. rewrite sin_0. ring.
Qed.

Lemma tangent_scal p w xi x i : dot p w xi = 0 -> tangent p w (fun j => x * xi j) i = x * tangent p w xi i.
Proof. intros O. unfold tangent. rewrite dot_scal_r, O. ring. Qed.

Lemma S2_covariant_derivative_at_the_teacher p k a v b xi :
  dot p v v = 1 -> dot p xi xi = 1 -> dot p v xi = 0 ->
  exists D : vec, (forall i, is_derive (fun tau => field p k v a v b xi tau i) 0 (D i)) /\
  (forall i, tangent p v D i = dot k a b / 2 * tangent p v xi i).
Proof.
intros V X O. assert (P := PI_neq0). exists (fun i => dot k a b / 2 * xi i).
split; intros i; [|now apply tangent_scal].
apply (derive_ext (fun t => - (dot k a b / (2 * PI))
  * ((PI - acos (cos t)) * (v i - cos t * (cos t * v i + sin t * xi i))))).
- intros t. rewrite (field_value p k v a v b xi t i V V X O), V, (dot_sym p xi v), O. cbv zeta.
  now replace (cos t * 1 + sin t * 0) with (cos t) by ring.
- eapply derive_value; [apply derive_scal, factor_at_the_teacher|field; exact P].
Qed.

Lemma S2_covariant_derivative_opposite p k a v b xi :
  dot p v v = 1 -> dot p xi xi = 1 -> dot p v xi = 0 ->
  forall i, is_derive (fun tau => field p k (fun j => - v j) a v b xi tau i) 0 0.
Proof.
intros V X O i. assert (E := dot_opposite p v).
assert (W : dot p (fun i => - v i) (fun i => - v i) = 1) by (rewrite E, dot_sym, E, V; ring).
assert (O' : dot p (fun i => - v i) xi = 0) by (rewrite E, O; ring).
apply (derive_ext (fun t => - (dot k a b / (2 * PI))
  * ((PI - acos (- cos t)) * (v i - - cos t * (cos t * - v i + sin t * xi i))))).
- intros t. rewrite (field_value p k _ a v b xi t i W V X O'), E, V, (dot_sym p xi v), O. cbv zeta.
  now replace (cos t * -(1) + sin t * 0) with (- cos t) by ring.
- eapply derive_value; [apply derive_scal, factor_opposite|ring].
Qed.
