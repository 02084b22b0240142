(* loss.FilterGradient: the gradient of the loss in the filter, on and off the sphere, end points included.

   w, v, u           the student's filter (w <> 0), the teacher's (v.v = 1), a direction
   a, b, d = a.b     the output weights of student and teacher
   r, phi            norm of w, angle of w and v
   gradient_w        the formula (Definitions.v): a vector of R^p

   Formalised: S1, the derivative in every direction at every w <> 0, and the form of the page; S3.
   That L is continuously differentiable is in FilterGradient_continuity.v.
   Not formalised: S2. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.FilterGradient_product.
Open Scope R_scope.

Lemma norm_unit p v : dot p v v = 1 -> norm p v = 1.
Proof. intros H. unfold norm. rewrite H. apply sqrt_1. Qed.

(* The squared length and the product with the teacher along w + t u. *)
Lemma moved_sq p w u t : dot p (fun i => w i + t * u i) (fun i => w i + t * u i) =
  dot p w w + 2 * dot p w u * t + dot p u u * t ^ 2.
Proof.
rewrite dot_plus_l, !dot_plus_r, !(dot_scal_l p t), !dot_scal_r, (dot_sym p u w). ring.
Qed.

Lemma moved_dot p w u v t : dot p (fun i => w i + t * u i) v = dot p w v + t * dot p u v.
Proof. now rewrite dot_plus_l, dot_scal_l. Qed.

(* The loss as a polynomial in r and r g(phi). *)
Lemma loss_at_polynomial k r phi a b : loss_at k r phi a b =
  ((sum k a ^ 2 + (PI - 1) * dot k a a) * r ^ 2
   + 2 * (PI * dot k a b - sum k a * sum k b - (PI - 1) * dot k a b) * r
   + (sum k b ^ 2 + (PI - 1) * dot k b b) - 2 * dot k a b * (r * g phi)) / (4 * PI).
Proof.
unfold loss_at, residual. rewrite sum_lin, dot_lin_sq. field. apply PI_neq0.
Qed.

Lemma polynomial_derive (r h : R -> R) (r' h' a2 a1 a0 d : R) : is_derive r 0 r' -> is_derive h 0 h' ->
  is_derive (fun t => (a2 * r t ^ 2 + 2 * a1 * r t + a0 - 2 * d * h t) / (4 * PI)) 0
    ((a2 * r 0 * r' + a1 * r' - d * h') / (2 * PI)).
Proof.
intros D E. assert (P := PI_neq0). auto_derive.
- assert (R : ex_derive r 0) by now exists r'. repeat split; try exact R. now exists h'.
- replace (Derive (fun x => r x) 0) with r' by (symmetry; now apply is_derive_unique).
  replace (Derive (fun x => h x) 0) with h' by (symmetry; now apply is_derive_unique). field. exact P.
Qed.

(* w.v / r is the cosine of the angle, which lies in [-1, 1]. *)
Lemma angle_unit p w v : dot p v v = 1 -> angle p w v = acos (dot p w v / norm p w).
Proof. intros H. unfold angle. now rewrite (norm_unit p v H), Rmult_1_r. Qed.

Lemma dot_sq_le p w v : dot p v v = 1 -> dot p w v ^ 2 <= dot p w w.
Proof. intros H. assert (Q := cauchy_schwarz p w v). rewrite H in Q. lra. Qed.

Lemma cos_angle p w v : dot p w w <> 0 -> dot p v v = 1 -> cos (angle p w v) = dot p w v / norm p w.
Proof.
intros W V. rewrite angle_unit by exact V. apply cos_acos, cosine_range.
- assert (Q := dot_nonneg p w). lra.
- now apply dot_sq_le.
Qed.

Lemma g_angle p w v : dot p v v = 1 -> norm p w * g (angle p w v) = rK (dot p w w) (dot p w v).
Proof. intros H. now rewrite angle_unit by exact H. Qed.

Lemma loss_along p k w a v b u t : dot p v v = 1 ->
  let q := dot p w w + 2 * dot p w u * t + dot p u u * t ^ 2 in
  ((sum k a ^ 2 + (PI - 1) * dot k a a) * sqrt q ^ 2
   + 2 * (PI * dot k a b - sum k a * sum k b - (PI - 1) * dot k a b) * sqrt q
   + (sum k b ^ 2 + (PI - 1) * dot k b b) - 2 * dot k a b * rK q (dot p w v + t * dot p u v)) / (4 * PI)
  = loss p k (fun i => w i + t * u i) a v b.
Proof.
intros V q. unfold loss. rewrite loss_at_polynomial, g_angle by exact V. unfold norm.
now rewrite moved_sq, moved_dot.
Qed.

(* The product of the gradient with a direction. *)
Lemma gradient_w_dot p k w a v b u : dot p (gradient_w p k w a v b) u =
  ((sum k a ^ 2 + (PI - 1) * dot k a a) * dot p w u
   - (sum k a * sum k b + (g (angle p w v) - 1) * dot k a b) * (dot p w u / norm p w)
   - (PI - angle p w v) * dot k a b * (dot p v u - cos (angle p w v) * (dot p w u / norm p w))) / (2 * PI).
Proof.
set (al := sum k a ^ 2 + (PI - 1) * dot k a a).
set (be := sum k a * sum k b + (g (angle p w v) - 1) * dot k a b).
set (ga := (PI - angle p w v) * dot k a b). set (c := cos (angle p w v)).
rewrite (dot_ext p _ (lin ((al - be / norm p w + ga * c / norm p w) / (2 * PI)) w (- ga / (2 * PI)) v) u u).
- rewrite dot_lin_l. unfold Rdiv. ring.
- intros i _. unfold gradient_w, lin, Rdiv. fold al be ga c. ring.
- intros i _. reflexivity.
Qed.

Lemma S1_derivative p k w a v b u : dot p w w <> 0 -> dot p v v = 1 ->
  is_derive (fun t => loss p k (fun i => w i + t * u i) a v b) 0 (dot p (gradient_w p k w a v b) u).
Proof.
intros W V. assert (HA : 0 < dot p w w) by (assert (Q := dot_nonneg p w); lra).
assert (N := norm_pos p w W). assert (P := PI_neq0).
pose (q := fun t => dot p w w + 2 * dot p w u * t + dot p u u * t ^ 2).
pose (m := fun t => dot p w v + t * dot p u v).
assert (DK := rK_derive (dot p w w) (dot p w u) (dot p u u) (dot p w v) (dot p u v) HA).
assert (DR := root_derive (dot p w w) (dot p w u) (dot p u u) HA).
eapply is_derive_ext; [intros t; exact (loss_along p k w a v b u t V)|].
eapply derive_value.
- apply (polynomial_derive (fun t => sqrt (q t)) (fun t => rK (q t) (m t))); [exact DR|apply DK].
  intros t. rewrite <- moved_sq, <- moved_dot. now apply dot_sq_le.
- rewrite gradient_w_dot, (cos_angle p w v W V), (angle_unit p w v V). unfold q. fold (norm p w).
  replace (dot p w w + 2 * dot p w u * 0 + dot p u u * 0 ^ 2) with (dot p w w) by ring. fold (norm p w).
  unfold K. rewrite (dot_sym p v u). field. lra.
Qed.

(* The form of the page: s = 1^T a, delta = r a - b, sigma = 1^T delta, t = v - cos phi w / r. *)
Lemma S1_formula_of_the_page p k w a v b i : dot p w w <> 0 ->
  let r := norm p w in let phi := angle p w v in let d := dot k a b in
  let delta := residual r a b in
  2 * PI * gradient_w p k w a v b i =
  (sum k a * sum k delta + (PI - 1) * dot k a delta + (PI - g phi) * d) * (w i / r)
  - (PI - phi) * d * (v i - cos phi * (w i / r)).
Proof.
intros W r phi d delta. assert (N := norm_pos p w W). assert (P := PI_neq0).
unfold delta, residual. rewrite sum_lin, dot_lin_r. unfold gradient_w. fold r phi d. field. split; [|exact P].
unfold r. lra.
Qed.

Lemma dot_gradient_a k r phi a b : dot k a (gradient_a k r phi a b) =
  (r * r * (sum k a ^ 2 + (PI - 1) * dot k a a)
   - r * (sum k a * sum k b + (g phi - 1) * dot k a b)) / (2 * PI).
Proof.
rewrite (dot_ext k a a _ (fun i => lin (r * r * (PI - 1) / (2 * PI)) a (- r * (g phi - 1) / (2 * PI)) b i
  + (r * r * sum k a - r * sum k b) / (2 * PI))); [|intros i _; reflexivity|].
- rewrite dot_plus_r, dot_lin_r, dot_ones_r. field. apply PI_neq0.
- intros i _. unfold gradient_a, lin. field. apply PI_neq0.
Qed.

(* Euler's relation: w.grad_w = a.grad_a. *)
Lemma S3_Euler_relation p k w a v b : dot p w w <> 0 -> dot p v v = 1 ->
  dot p w (gradient_w p k w a v b) = dot k a (gradient_a k (norm p w) (angle p w v) a b).
Proof.
intros W V. assert (N := norm_pos p w W). assert (S := norm_sq p w). assert (P := PI_neq0).
rewrite dot_gradient_a, dot_sym, gradient_w_dot, (cos_angle p w v W V), (dot_sym p v w), <- S.
field. split; [exact P|lra].
Qed.
