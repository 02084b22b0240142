(* loss.SphereHessian: the second derivative of the loss along the great circles through w.

   w, v           unit vectors, phi their angle             xi        a unit vector with w.xi = 0
   d = a.b        a, b: the output weights                  t, u      P_w v and its direction t / |t|
   hessian x      (d / 2 PI) [(PI - phi) cos phi P_w x - sin phi (u.x) u]

   Formalised: S1, the second derivative at tau = 0 of the loss at cos tau w + sin tau xi, that it is
   xi.hessian xi, and the eigenvectors. S2 is in SphereHessian_ends.v, the covariant derivative in
   SphereHessian_covariant.v, the count p - 2 in SphereHessian_directions.v.
   Not formalised: S3. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import loss.FilterGradient_product loss.FilterGradient loss.TangentGradient.
Open Scope R_scope.

(* The great circle, the direction of P_w v, and the Riemannian Hessian times x. *)
Definition circle (w xi : vec) (tau : R) : vec := fun i => cos tau * w i + sin tau * xi i.
Definition direction (p : nat) (w v : vec) : vec := fun i => tangent p w v i / norm p (tangent p w v).
Definition hessian (p k : nat) (w a v b x : vec) : vec := fun i =>
  dot k a b / (2 * PI) * ((PI - angle p w v) * cos (angle p w v) * tangent p w x i
  - sin (angle p w v) * dot p (direction p w v) x * direction p w v i).

(* On the sphere the loss is a constant minus d K(w.v) / 2 PI. *)
Lemma loss_on_sphere p k w a v b : dot p w w = 1 -> dot p v v = 1 -> loss p k w a v b =
  (sum k a ^ 2 + (PI - 1) * dot k a a + 2 * (PI * dot k a b - sum k a * sum k b - (PI - 1) * dot k a b)
   + (sum k b ^ 2 + (PI - 1) * dot k b b)) / (4 * PI) - dot k a b / (2 * PI) * K (dot p w v).
Proof.
intros W V. unfold loss.
rewrite loss_at_polynomial, (norm_unit p w W), (angle_unit p w v V), (norm_unit p w W).
replace (dot p w v / 1) with (dot p w v) by field. unfold K. field. exact PI_neq0.
Qed.

Lemma circle_sq p w xi tau : dot p w w = 1 -> dot p xi xi = 1 -> dot p w xi = 0 ->
  dot p (circle w xi tau) (circle w xi tau) = 1.
Proof.
intros W X O. change (circle w xi tau) with (lin (cos tau) w (sin tau) xi).
rewrite dot_lin_sq, W, X, O. assert (T := sin2_cos2 tau). unfold Rsqr in T. lra.
Qed.

Lemma circle_dot p w xi v tau : dot p (circle w xi tau) v = cos tau * dot p w v + sin tau * dot p xi v.
Proof. apply dot_lin_l. Qed.

(* A first derivative near 0 and its derivative at 0. *)
Lemma second_derivative (F F1 : R -> R) (l : R) : locally 0 (fun t => is_derive F t (F1 t)) ->
  is_derive F1 0 l -> locally 0 (fun t => ex_derive F t) /\ is_derive_n F 2 0 l.
Proof.
intros H H1. split.
- apply (filter_imp _ _ (fun t (D : is_derive F t (F1 t)) => ex_intro _ (F1 t) D) H).
- apply (is_derive_ext_loc F1); [|exact H1].
  apply (filter_imp (fun t => is_derive F t (F1 t))); [|exact H].
  intros t D. symmetry. exact (is_derive_unique F t (F1 t) D).
Qed.

(* The same for alpha - beta K(c). *)
Lemma second_derivative_loss p k w a v b xi (f1 : R -> R) (l : R) :
  dot p w w = 1 -> dot p v v = 1 -> dot p xi xi = 1 -> dot p w xi = 0 ->
  locally 0 (fun t => is_derive (fun s => K (cos s * dot p w v + sin s * dot p xi v)) t (f1 t)) ->
  is_derive f1 0 l ->
  locally 0 (fun t => ex_derive (fun s => loss p k (circle w xi s) a v b) t)
  /\ is_derive_n (fun s => loss p k (circle w xi s) a v b) 2 0 (- (dot k a b / (2 * PI)) * l).
Proof.
intros W V X O H H1. apply second_derivative with (fun t => - (dot k a b / (2 * PI)) * f1 t).
- apply (filter_imp (fun t => is_derive (fun s => K (cos s * dot p w v + sin s * dot p xi v)) t (f1 t)));
    [|exact H].
  intros t D. eapply is_derive_ext.
  + intros s. symmetry. rewrite (loss_on_sphere p k _ a v b (circle_sq p w xi s W X O) V), circle_dot.
    reflexivity.
  + eapply derive_value; [apply derive_plus; [apply derive_const|]|].
    * apply (is_derive_opp (V := R_NormedModule)).
      apply (is_derive_scal _ t (dot k a b / (2 * PI)) _ D).
    * unfold zero, opp, scal, mult. simpl. ring.
- apply (is_derive_scal f1 0 (- (dot k a b / (2 * PI))) l H1).
Qed.

(* Strictly between the ends. *)
Lemma K_circle_derive x y t : -1 < cos t * x + sin t * y < 1 ->
  is_derive (fun s => K (cos s * x + sin s * y)) t
    ((- sin t * x + cos t * y) * (PI - acos (cos t * x + sin t * y))).
Proof.
intros H. apply (derive_comp K (fun s => cos s * x + sin s * y));
  [auto_derive; [exact I|ring]|now apply K_derive].
Qed.

Lemma K_circle_second x y : -1 < x < 1 ->
  is_derive (fun t => (- sin t * x + cos t * y) * (PI - acos (cos t * x + sin t * y))) 0
    (y ^ 2 / sin (acos x) - (PI - acos x) * x).
Proof.
intros H. assert (A := acos_bound_lt x H). assert (S := sin_gt_0 (acos x) (proj1 A) (proj2 A)).
assert (E : cos 0 * x + sin 0 * y = x) by (rewrite cos_0, sin_0; ring).
assert (D : is_derive (fun t => acos (cos t * x + sin t * y)) 0 (y * - / sin (acos x))).
{ apply (derive_comp acos (fun t => cos t * x + sin t * y)); [|rewrite E; now apply acos_derive].
  auto_derive; [exact I|rewrite cos_0, sin_0; ring]. }
eapply derive_value.
- apply (derive_mult (fun t => - sin t * x + cos t * y) (fun t => PI - acos (cos t * x + sin t * y)) 0 (- x)).
  + auto_derive; [exact I|rewrite cos_0, sin_0; ring].
  + apply derive_plus; [apply derive_const|apply (is_derive_opp (V := R_NormedModule)), D].
- rewrite E, cos_0, sin_0. unfold zero, opp. simpl. field. lra.
Qed.

Lemma inside_near x y : -1 < x < 1 -> locally 0 (fun t => -1 < cos t * x + sin t * y < 1).
Proof.
intros H. assert (C : continuous (fun t => cos t * x + sin t * y) 0).
{ apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I. }
assert (E : cos 0 * x + sin 0 * y = x) by (rewrite cos_0, sin_0; ring).
unfold continuous in C. rewrite E in C. apply (C (fun z => -1 < z < 1)).
apply (locally_interval _ x (-1) 1); [apply H|apply H|]. intros z Z1 Z2. now split.
Qed.

(* t.t = sin^2 phi, and xi.v = sin phi (xi.u) for every tangent xi. *)
Lemma tangent_sq p w v : dot p w w = 1 -> dot p v v = 1 ->
  dot p (tangent p w v) (tangent p w v) = sin (angle p w v) ^ 2.
Proof.
intros W V. assert (C := cos_angle p w v). rewrite (norm_unit p w W) in C.
assert (E : dot p w v = cos (angle p w v)) by (rewrite C; [field| |]; lra).
assert (T := sin2_cos2 (angle p w v)). unfold Rsqr in T. unfold tangent.
rewrite dot_minus_l, !dot_minus_r, dot_scal_l, !dot_scal_r, dot_scal_l, W, V, (dot_sym p v w), E. lra.
Qed.

Lemma cosine_on_sphere p w v : dot p w w = 1 -> dot p v v = 1 -> dot p w v = cos (angle p w v).
Proof.
intros W V. rewrite (cos_angle p w v), (norm_unit p w W); [field| |]; lra.
Qed.

Lemma cosine_strict p w v : dot p w w = 1 -> dot p v v = 1 -> 0 < angle p w v < PI -> -1 < dot p w v < 1.
Proof.
intros W V H. rewrite (cosine_on_sphere p w v W V). rewrite <- cos_PI at 1. rewrite <- cos_0.
split; apply cos_decreasing_1; lra.
Qed.

Lemma norm_tangent p w v : dot p w w = 1 -> dot p v v = 1 ->
  norm p (tangent p w v) = sin (angle p w v).
Proof.
intros W V. unfold norm. rewrite tangent_sq by assumption. apply sqrt_pow2.
assert (A := acos_bound (dot p w v / (norm p w * norm p v))). apply sin_ge_0; apply A.
Qed.

Lemma direction_dot p w v x : dot p (direction p w v) x =
  (dot p v x - dot p w v * dot p w x) / norm p (tangent p w v).
Proof.
rewrite (dot_ext p _ (fun i => / norm p (tangent p w v) * tangent p w v i) x x); [|intros i _|easy].
- rewrite dot_scal_l. unfold tangent at 2. rewrite dot_minus_l, dot_scal_l. unfold Rdiv. ring.
- unfold direction, Rdiv. ring.
Qed.

Lemma S1_second_derivative p k w a v b xi :
  dot p w w = 1 -> dot p v v = 1 -> dot p xi xi = 1 -> dot p w xi = 0 ->
  let phi := angle p w v in let d := dot k a b in let u := direction p w v in
  let F := fun tau => loss p k (fun i => cos tau * w i + sin tau * xi i) a v b in
  0 < phi < PI ->
  locally 0 (fun tau => ex_derive F tau) /\
  is_derive_n F 2 0 (d / (2 * PI) * ((PI - phi) * cos phi - sin phi * dot p xi u ^ 2)).
Proof.
intros W V X O phi d u F H. assert (E := cosine_on_sphere p w v W V). fold phi in E.
assert (S := sin_gt_0 phi (proj1 H) (proj2 H)). assert (Hc := cosine_strict p w v W V H).
assert (D := second_derivative_loss p k w a v b xi _ _ W V X O
  (filter_imp _ _ (fun t Ht => K_circle_derive _ (dot p xi v) t Ht) (inside_near _ (dot p xi v) Hc))
  (K_circle_second _ (dot p xi v) Hc)).
split; [exact (proj1 D)|]. eapply derive_value; [exact (proj2 D)|].
assert (U : dot p xi v = sin phi * dot p xi u).
{ unfold u. rewrite (dot_sym p xi (direction p w v)), direction_dot, norm_tangent, O by assumption.
  rewrite (dot_sym p v xi). fold phi. field. lra. }
rewrite U, E, acos_cos by lra. fold d. field. split; [exact PI_neq0|lra].
Qed.

Lemma direction_tangent p w v : dot p w w = 1 -> dot p v v = 1 -> 0 < angle p w v < PI ->
  dot p w (direction p w v) = 0 /\ dot p (direction p w v) (direction p w v) = 1.
Proof.
intros W V H. assert (S := sin_gt_0 _ (proj1 H) (proj2 H)). assert (N := norm_tangent p w v W V).
assert (Z : dot p w (direction p w v) = 0).
{ rewrite dot_sym, direction_dot, W, (dot_sym p v w). unfold Rdiv. ring. }
split; [exact Z|]. rewrite direction_dot, Z, (dot_sym p v (direction p w v)), direction_dot, V, N.
assert (C := cosine_on_sphere p w v W V). assert (T := sin2_cos2 (angle p w v)). unfold Rsqr in T.
rewrite C. field_simplify_eq; lra.
Qed.

Lemma S1_quadratic_form p k w a v b xi :
  dot p w w = 1 -> dot p v v = 1 -> dot p xi xi = 1 -> dot p w xi = 0 ->
  let phi := angle p w v in let d := dot k a b in let u := direction p w v in
  dot p xi (hessian p k w a v b xi) =
  d / (2 * PI) * ((PI - phi) * cos phi - sin phi * dot p xi u ^ 2).
Proof.
intros W V X O phi d u. unfold hessian. fold phi d u.
rewrite dot_scal_r, dot_minus_r, !dot_scal_r. unfold tangent. rewrite dot_minus_r, dot_scal_r, O, X.
rewrite (dot_sym p u xi). ring.
Qed.

Lemma S1_symmetric p k w a v b x y : dot p w x = 0 -> dot p w y = 0 ->
  dot p y (hessian p k w a v b x) = dot p x (hessian p k w a v b y).
Proof.
intros X Y. unfold hessian. rewrite !dot_scal_r, !dot_minus_r, !dot_scal_r. unfold tangent.
rewrite !dot_minus_r, !dot_scal_r, X, Y, (dot_sym p y x), !(dot_sym p _ (direction p w v)). ring.
Qed.

Lemma S1_eigenvalue_along p k w a v b i : dot p w w = 1 -> dot p v v = 1 ->
  let phi := angle p w v in let d := dot k a b in let u := direction p w v in 0 < phi < PI ->
  hessian p k w a v b u i = d / (2 * PI) * ((PI - phi) * cos phi - sin phi) * u i.
Proof.
intros W V phi d u H. destruct (direction_tangent p w v W V H) as [O U]. fold u in O, U.
unfold hessian. fold phi d u. unfold tangent. rewrite O, U. ring.
Qed.

Lemma S1_eigenvalue_across p k w a v b x i :
  let phi := angle p w v in let d := dot k a b in let u := direction p w v in
  dot p w x = 0 -> dot p u x = 0 ->
  hessian p k w a v b x i = d / (2 * PI) * ((PI - phi) * cos phi) * x i.
Proof.
intros phi d u O U. unfold hessian. fold phi d u. unfold tangent. rewrite O, U. ring.
Qed.
