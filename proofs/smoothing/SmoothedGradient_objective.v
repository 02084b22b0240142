(* The smoothed loss, and when the mean gradients are the gradients of a function.

   objective           (1/4 PI) [m2 (s^2 + (PI-1) |a|^2) - 2 m1 (s s* - d) - 2 h(phi) d]
   gradients_of ... F  the mean gradients are those of F: in every direction of a, and along every great
                       circle through w, at the w with 0 < phi < PI
   turned v e phi      cos phi v + sin phi e

   Formalised: the value of the smoothed loss in S5 for every law of the noise; of S6 that the field is a
   gradient iff h' = -kappa sin phi on (0, PI), both directions.
   Not formalised: the points phi = 0, PI of S6; which readings satisfy h' = -kappa sin phi (for RADIAL x
   NETWORK see SmoothedGradient_readings.v); E |eps|^2 = k rho^2 / (k+2) for the ball. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.Planes Definitions loss.AngleKernel loss.Angle
  loss.FilterGradient_product
  loss.FilterGradient loss.SphereHessian smoothing.Reading smoothing.SmoothedGradient.
Open Scope R_scope.

(* S5: V and V' are E (1^T eps)^2 and E |eps|^2, both k rho^2 / (k+2) on a ball. *)
Lemma loss_expanded p k z a v b : 4 * PI * loss p k z a v b =
  norm p z * norm p z * (sum k a * sum k a + (PI - 1) * dot k a a) - 2 * norm p z * (sum k a * sum k b)
  + 2 * norm p z * dot k a b - 2 * (norm p z * g (angle p z v)) * dot k a b + (sum k b ^ 2 + (PI - 1) * dot
      k b b).
Proof.
unfold loss, loss_at, residual. rewrite sum_lin, dot_lin_sq. field. apply PI_neq0.
Qed.

Lemma mean_energy k E a : mean E -> centred k E ->
  E (fun _ e => sum k (shift a e) * sum k (shift a e) + (PI - 1) * dot k (shift a e) (shift a e)) =
  sum k a ^ 2 + (PI - 1) * dot k a a + E (fun _ e => sum k e ^ 2) + (PI - 1) * E (fun _ e => dot k e e).
Proof.
intros M C. assert (Z : forall u, E (fun _ e => dot k e u) = 0).
{ intros u. unfold dot. rewrite (mean_sum E k (fun i _ e => e i * u i)) by easy.
  rewrite (sum_ext k _ (fun _ => 0)), sum_const; [ring|]. intros i Hi.
  rewrite (mean_ext E _ (fun _ e => u i * e i) M), mean_scal, (C i Hi) by (easy || (intros; ring)). ring. }
assert (S : forall u, sum k u = dot k u (fun _ => 1)) by (intros u; rewrite dot_ones_r; ring).
rewrite (mean_ext E _ (fun _ e => (sum k a ^ 2 + (PI - 1) * dot k a a) + (sum k e ^ 2 + ((PI - 1) * dot k e e
  + (2 * sum k a * dot k e (fun _ => 1) + 2 * (PI - 1) * dot k e a)))) M).
- rewrite (mean_plus E (fun _ _ => sum k a ^ 2 + (PI - 1) * dot k a a)), mean_const by easy.
  rewrite (mean_plus E (fun _ e => sum k e ^ 2)), (mean_plus E (fun _ e => (PI - 1) * dot k e e)) by easy.
  rewrite (mean_plus E (fun _ e => 2 * sum k a * dot k e (fun _ => 1))), !mean_scal, !Z by easy. ring.
- intros _ e. rewrite <- S. unfold shift. rewrite sum_plus, dot_plus_l, !dot_plus_r, (dot_sym k a e). ring.
Qed.

Lemma S5_smoothed_loss p k E w a v b : mean E -> independent E -> centred k E ->
  4 * PI * E (fun x e => loss p k (shift w x) (shift a e) v b) =
  mean_m2 p E w * (sum k a ^ 2 + (PI - 1) * dot k a a + E (fun _ e => sum k e ^ 2) + (PI - 1) * E (fun _ e
    => dot k e e))
  - 2 * mean_m1 p E w * (sum k a * sum k b - dot k a b) - 2 * mean_h p E w v * dot k a b
  + sum k b ^ 2 + (PI - 1) * dot k b b.
Proof.
intros M I C. rewrite <- mean_scal by easy.
rewrite (mean_ext E _ _ M (fun x e => loss_expanded p k (shift w x) (shift a e) v b)).
rewrite (mean_plus E _ (fun _ _ => sum k b ^ 2 + (PI - 1) * dot k b b)), mean_const, mean_minus, mean_plus,
  mean_minus by easy.
rewrite (I (fun x => norm p (shift w x) * norm p (shift w x)) (fun e => sum k (shift a e) * sum k (shift a e)
  + (PI - 1) * dot k (shift a e) (shift a e))), mean_energy by easy.
rewrite (mean_output_dot k E (fun x => 2 * norm p (shift w x))) by easy.
rewrite (mean_output_dot k E (fun x => 2 * (norm p (shift w x) * g (angle p (shift w x) v)))) by easy.
rewrite (mean_ext E (fun x e => 2 * norm p (shift w x) * (sum k (shift a e) * sum k b))
  (fun x e => (2 * sum k b) * (norm p (shift w x) * sum k (shift a e))) M) by (intros; ring).
rewrite mean_scal, (mean_output_sum k E (fun x => norm p (shift w x))) by easy.
rewrite !(mean_scal E 2 (fun x _ => _)) by easy. unfold mean_m2, mean_m1, mean_h. ring.
Qed.

(* S6 *)
Definition objective (p k : nat) (m2 m1 : R) (h : R -> R) (v b w a : vec) : R :=
  (m2 * (sum k a ^ 2 + (PI - 1) * dot k a a) - 2 * m1 * (sum k a * sum k b - dot k a b)
   - 2 * h (angle p w v) * dot k a b) / (4 * PI).
Definition gradients_of (p k : nat) (m2 m1 : R) (h kappa : R -> R) (v b : vec) (F : vec -> vec -> R) : Prop :=
  forall w a, dot p w w = 1 -> 0 < angle p w v < PI ->
  (forall u, is_derive (fun t => F w (fun i => a i + t * u i)) 0
               (dot k (smoothed_a k m2 m1 (h (angle p w v)) a b) u)) /\
  (forall xi, dot p xi xi = 1 -> dot p w xi = 0 ->
     is_derive (fun t => F (circle w xi t) a) 0 (dot p (smoothed_w p k (kappa (angle p w v)) w a v b) xi)).

Lemma smoothed_a_dot k m2 m1 h a b u : dot k (smoothed_a k m2 m1 h a b) u =
  (m2 * (sum k a * sum k u + (PI - 1) * dot k a u) - (m1 * (sum k b * sum k u) + (h - m1) * dot k b u)) / (2
    * PI).
Proof.
rewrite (dot_ext k _ (lin (/ (2 * PI)) (lin (m2 * sum k a - m1 * sum k b) (fun _ => 1) (m2 * (PI - 1)) a)
  (- (h - m1) / (2 * PI)) b) u u); [|intros i _; unfold smoothed_a, lin; field; apply PI_neq0|easy].
rewrite !dot_lin_l, dot_ones_l. field. apply PI_neq0.
Qed.

Lemma smoothed_w_dot p k kappa w a v b xi : dot p w xi = 0 ->
  dot p (smoothed_w p k kappa w a v b) xi = - (dot k a b * kappa / (2 * PI)) * dot p v xi.
Proof.
intros X. rewrite (dot_ext p _ (fun i => - (dot k a b * kappa / (2 * PI)) * tangent p w v i) xi xi) by easy.
rewrite dot_scal_l. f_equal. unfold tangent. rewrite dot_minus_l, dot_scal_l, X. ring.
Qed.

(* If h' = -kappa sin phi, the objective is such a function. *)
Lemma S6_objective_has_the_field_as_gradient p k m2 m1 h kappa v b : dot p v v = 1 ->
  (forall x, 0 < x < PI -> is_derive h x (- kappa x * sin x)) ->
  gradients_of p k m2 m1 h kappa v b (objective p k m2 m1 h v b).
Proof.
intros V D w a W A. split.
- intros u. rewrite smoothed_a_dot. unfold objective. set (h0 := h (angle p w v)).
  apply (derive_ext (fun t => (m2 * ((sum k a + t * sum k u) ^ 2 + (PI - 1) * (dot k a a + 2 * t * dot k a u
    + t ^ 2 * dot k u u))
    - 2 * m1 * ((sum k a + t * sum k u) * sum k b - (dot k a b + t * dot k u b)) - 2 * h0 * (dot k a b + t *
        dot k u b)) / (4 * PI))).
  + intros t. assert (L : (fun i => a i + t * u i) = lin 1 a t u) by (apply functional_extensionality;
      intros i; unfold lin; ring).
    rewrite L, sum_lin, dot_lin_sq, dot_lin_l. f_equal. ring.
  + auto_derive; [exact I|]. rewrite (dot_sym k b u). field. apply PI_neq0.
- intros xi X O. rewrite smoothed_w_dot by easy. assert (C := cosine_on_sphere p w v W V).
  assert (S := sin_gt_0 _ (proj1 A) (proj2 A)).
  assert (Q : -1 < dot p w v < 1).
  { rewrite C. split; [rewrite <- cos_PI|rewrite <- cos_0]; apply cos_decreasing_1; lra. }
  assert (N : forall t, dot p (circle w xi t) (circle w xi t) = 1) by (intros t; now apply circle_sq).
  apply (derive_ext (fun t => (m2 * (sum k a ^ 2 + (PI - 1) * dot k a a) - 2 * m1 * (sum k a * sum k b - dot
    k a b)) / (4 * PI)
    + - (2 * dot k a b / (4 * PI)) * h (acos (cos t * dot p w v + sin t * dot p xi v)))).
  + intros t. unfold objective. rewrite <- circle_dot, (cosine_on_sphere p _ v (N t) V), acos_cos by apply
      acos_bound.
    field. apply PI_neq0.
  + assert (E : acos (cos 0 * dot p w v + sin 0 * dot p xi v) = angle p w v).
    { rewrite cos_0, sin_0, C. rewrite <- (acos_cos (angle p w v)) at 2 by lra. f_equal. ring. }
    eapply derive_value.
    * apply (derive_plus (fun _ => _)); [apply derive_const|]. apply (derive_mult (fun _ => _)); [apply
        derive_const|].
      apply (derive_comp h); [|rewrite E; now apply D].
      apply (derive_comp acos); [|apply acos_derive; rewrite cos_0, sin_0; lra].
      instantiate (1 := dot p xi v). auto_derive; [exact I|]. rewrite sin_0, cos_0. ring.
    * cbv beta. rewrite E, (dot_sym p v xi). field. split; [apply PI_neq0|lra].
Qed.

(* The converse. Along a great circle through w*, at fixed a; and along a line of a, at fixed w. *)
Definition turned (v e : vec) (phi : R) : vec := lin (cos phi) v (sin phi) e.

Lemma filter_across p v : (2 <= p)%nat -> dot p v v = 1 -> exists e, dot p e e = 1 /\ dot p v e = 0.
Proof.
intros H V. destruct (plane_exists p v v H V) as [e1 [e2 [[O1 [O2 O3]] [[x [y X]] _]]]].
exists (lin (- y) e1 x e2). split.
- rewrite <- V, (dot_ext p _ _ _ _ X X), !dot_lin_sq, O1, O2, O3. ring.
- rewrite (dot_ext p v _ _ _ X (fun i _ => eq_refl)), dot_lin, O1, O2, O3, (dot_sym p e2), O2. ring.
Qed.

Lemma turned_unit p v e phi : dot p v v = 1 -> dot p e e = 1 -> dot p v e = 0 -> 0 <= phi <= PI ->
  dot p (turned v e phi) (turned v e phi) = 1 /\ angle p (turned v e phi) v = phi.
Proof.
intros V E O F. assert (T := sin2_cos2 phi). unfold Rsqr in T.
assert (W : dot p (turned v e phi) (turned v e phi) = 1) by (unfold turned; rewrite dot_lin_sq, V, E, O; lra).
split; [exact W|]. assert (C := cosine_on_sphere p _ v W V). unfold turned at 1 in C.
rewrite dot_lin_l, V, (dot_sym p e v), O in C.
transitivity (acos (cos (angle p (turned v e phi) v))); [symmetry; apply acos_cos, acos_bound|].
rewrite <- C. transitivity (acos (cos phi)); [f_equal; ring|now apply acos_cos].
Qed.

Lemma turned_circle v e phi t : circle (turned v e phi) (turned v e (phi + PI / 2)) t = turned v e (phi + t).
Proof.
apply functional_extensionality. intros i. unfold circle, turned, lin.
rewrite (cos_plus phi (PI / 2)), (sin_plus phi (PI / 2)), cos_PI2, sin_PI2, cos_plus, sin_plus. ring.
Qed.

Lemma along_the_circle p k m2 m1 h kappa v b e F phi a : dot p v v = 1 -> dot p e e = 1 -> dot p v e = 0 ->
  gradients_of p k m2 m1 h kappa v b F -> 0 < phi < PI ->
  is_derive (fun s => F (turned v e s) a) phi (dot k a b * kappa phi / (2 * PI) * sin phi).
Proof.
intros V E O G P. destruct (turned_unit p v e phi V E O ltac:(lra)) as [W A].
destruct (G (turned v e phi) a W ltac:(lra)) as [_ D]. rewrite A in D.
assert (T := sin2_cos2 phi). unfold Rsqr in T.
assert (X : dot p (turned v e (phi + PI / 2)) (turned v e (phi + PI / 2)) = 1).
{ assert (T' := sin2_cos2 (phi + PI / 2)). unfold Rsqr in T'. unfold turned. rewrite dot_lin_sq, V, E, O.
  lra. }
assert (N : dot p (turned v e phi) (turned v e (phi + PI / 2)) = 0).
{ unfold turned. rewrite dot_lin, V, E, O, (dot_sym p e v), O, cos_plus, sin_plus, cos_PI2, sin_PI2. ring. }
specialize (D _ X N). rewrite smoothed_w_dot in D by easy.
apply (derive_ext (fun s => F (turned v e (phi + (s - phi))) a)); [intros s; do 2 f_equal; ring|].
assert (D' : is_derive (fun t => F (turned v e (phi + t)) a) (phi - phi)
  (- (dot k a b * kappa phi / (2 * PI)) * dot p v (turned v e (phi + PI / 2)))).
{ rewrite Rminus_diag_eq by easy. apply (derive_ext (fun t => F (circle (turned v e phi) (turned v e (phi +
    PI / 2)) t) a));
  [intros t; now rewrite turned_circle|exact D]. }
eapply derive_value; [apply (derive_comp (fun t => F (turned v e (phi + t)) a) (fun s => s - phi)); [|exact
  D']|].
- instantiate (1 := 1). auto_derive; [exact I|ring].
- unfold turned. rewrite dot_lin_r, V, O, cos_plus, cos_PI2, sin_PI2. field. apply PI_neq0.
Qed.

Lemma along_the_line p k m2 m1 h kappa v b w F : gradients_of p k m2 m1 h kappa v b F -> dot p w w = 1 ->
  0 < angle p w v < PI ->
  F w b - F w (fun _ => 0) = (m2 * (sum k b ^ 2 + (PI - 1) * dot k b b) / 2 - m1 * sum k b ^ 2
    - (h (angle p w v) - m1) * dot k b b) / (2 * PI).
Proof.
intros G W A. set (h0 := h (angle p w v)).
set (f' := fun t => (m2 * t * (sum k b ^ 2 + (PI - 1) * dot k b b) - m1 * sum k b ^ 2 - (h0 - m1) * dot k b
  b) / (2 * PI)).
assert (D : forall t, is_derive (fun s => F w (fun i => s * b i)) t (f' t)).
{ intros t. destruct (G w (fun i => t * b i) W A) as [D _]. specialize (D b). fold h0 in D.
  rewrite smoothed_a_dot, sum_scal, dot_scal_l in D.
  apply (derive_ext (fun s => F w (fun i => t * b i + (s - t) * b i)));
    [intros s; f_equal; apply functional_extensionality; intros i; ring|].
  eapply derive_value; [apply (derive_comp (fun s => F w (fun i => t * b i + s * b i)) (fun s => s - t))|].
  - instantiate (1 := 1). auto_derive; [exact I|ring].
  - rewrite Rminus_diag_eq by easy. exact D.
  - unfold f'. field. apply PI_neq0. }
set (q := fun t => F w (fun i => t * b i) - ((m2 * t ^ 2 * (sum k b ^ 2 + (PI - 1) * dot k b b) / 2 - t *
  (m1 * sum k b ^ 2
    + (h0 - m1) * dot k b b)) / (2 * PI))).
assert (Q : forall t, is_derive q t 0).
{ intros t. unfold q. eapply derive_value.
  - apply (derive_plus (fun t => F w (fun i => t * b i))); [apply D|]. auto_derive; [exact I|reflexivity].
  - unfold f'. field. apply PI_neq0. }
destruct (MVT_cor2 q (fun _ => 0) 0 1) as [c [E _]]; [lra|intros c _; apply is_derive_Reals, Q|].
unfold q in E. replace (fun i => 1 * b i) with b in E by (apply functional_extensionality; intros; ring).
replace (fun i => 0 * b i) with (fun _ : nat => 0) in E by (apply functional_extensionality; intros; ring).
unfold Rdiv in *. lra.
Qed.

Lemma S6_gradients_only_if p k m2 m1 h kappa v b F : (2 <= p)%nat -> dot p v v = 1 -> 0 < dot k b b ->
  gradients_of p k m2 m1 h kappa v b F -> forall phi, 0 < phi < PI -> is_derive h phi (- kappa phi * sin phi).
Proof.
intros Hp V B G phi P. destruct (filter_across p v Hp V) as [e [E O]].
set (c := (m2 * (sum k b ^ 2 + (PI - 1) * dot k b b) / 2 - m1 * sum k b ^ 2 + m1 * dot k b b) / dot k b b).
assert (D := along_the_circle p k m2 m1 h kappa v b e F phi b V E O G P).
assert (D0 := along_the_circle p k m2 m1 h kappa v b e F phi (fun _ => 0) V E O G P).
rewrite dot_ones_l in D0.
apply (is_derive_ext_loc (fun s => c - 2 * PI / dot k b b * (F (turned v e s) b - F (turned v e s) (fun _ =>
  0)))).
- apply (locally_interval _ phi 0 PI); try apply P. intros s S1 S2.
  destruct (turned_unit p v e s V E O) as [W A]; [simpl in *; lra|].
  rewrite (along_the_line p k m2 m1 h kappa v b _ F G W); rewrite A; [|simpl in *; lra].
  unfold c. match goal with |- ?x = ?y => change (@eq R x y) end. field. split; [apply PI_neq0|lra].
- eapply derive_value.
  + apply (derive_plus (fun _ => c)); [apply derive_const|].
    apply (derive_ext (fun s => - (2 * PI / dot k b b) * (F (turned v e s) b + -1 * F (turned v e s) (fun _
      => 0))));
      [intros; ring|].
    apply (derive_mult (fun _ => - (2 * PI / dot k b b))); [apply derive_const|].
    apply (derive_plus (fun s => F (turned v e s) b)); [exact D|].
    apply (derive_mult (fun _ => -1)); [apply derive_const|exact D0].
  + field. split; [apply PI_neq0|lra].
Qed.

Lemma S6_gradients_iff p k m2 m1 h kappa v b : (2 <= p)%nat -> dot p v v = 1 -> 0 < dot k b b ->
  ((exists F, gradients_of p k m2 m1 h kappa v b F) <->
   forall phi, 0 < phi < PI -> is_derive h phi (- kappa phi * sin phi)).
Proof.
intros Hp V B. split.
- intros [F G]. now apply (S6_gradients_only_if p k m2 m1 h kappa v b F).
- intros D. exists (objective p k m2 m1 h v b). now apply S6_objective_has_the_field_as_gradient.
Qed.
