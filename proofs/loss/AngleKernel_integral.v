(* loss.AngleKernel, S3 in the plane: the polar integral of the product of two ReLU units is g(phi) / (2 PI).

   g phi = (PI - phi) cos phi + sin phi   Definitions.v      relu x = max (x, 0)   model/ForwardPass.v
   is_gauss2 F x   the mean of F (X, Y), (X, Y) ~ N(0, I_2), is x, in polar coordinates (num/PlanarGaussian.v)

   Formalised: the integral over the angle and over the plane for every phi in [0, PI], end points included;
   for any two unit vectors of the plane; the means of relu and of its square.
   Not formalised here: N(0, I_p), p >= 1, and the change from Cartesian to polar coordinates: see
   AngleKernel_gaussian.v. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import Definitions.
From Lemmata Require Import num.GaussianIntegral num.PlanarGaussian model.ForwardPass.
Open Scope R_scope.

(* The integral over the angle: both units are positive on (phi - PI/2, PI/2) only. *)
Lemma relu_cos_zero t : PI / 2 <= t <= 3 * (PI / 2) -> relu (cos t) = 0.
Proof. intros H. apply relu_neg, cos_le_0; lra. Qed.

Lemma relu_cos_zero_neg t : - (3 * (PI / 2)) <= t <= - (PI / 2) -> relu (cos t) = 0.
Proof. intros H. rewrite <- cos_neg. apply relu_cos_zero. lra. Qed.

Lemma relu_cos t : - (PI / 2) <= t <= PI / 2 -> relu (cos t) = cos t.
Proof. intros H. apply relu_pos, cos_ge_0; lra. Qed.

Lemma zero_integral (f : R -> R) a b : a <= b -> (forall t, a < t < b -> f t = 0) -> is_RInt f a b 0.
Proof.
intros H E. replace 0 with ((b - a) * 0) by ring. apply is_RInt_ext with (fun _ => 0).
- intros t Ht. rewrite Rmin_left, Rmax_right in Ht by exact H. now rewrite E.
- apply (is_RInt_const (V := R_NormedModule)).
Qed.

Lemma three_pieces (f : R -> R) a b c d l :
  is_RInt f a b 0 -> is_RInt f b c l -> is_RInt f c d 0 -> is_RInt f a d l.
Proof.
intros H1 H2 H3. replace l with (plus (plus 0 l) 0) by (change (@eq R (0 + l + 0) l); ring).
apply (is_RInt_Chasles f a c d); [|exact H3]. now apply (is_RInt_Chasles f a b c).
Qed.

Lemma product_integral phi : 0 <= phi <= PI ->
  is_RInt (fun t => cos t * cos (t - phi)) (phi - PI / 2) (PI / 2) (g phi / 2).
Proof.
intros H. pose (P := fun t => (t * cos phi + sin (2 * t - phi) / 2) / 2).
replace (g phi / 2) with (P (PI / 2) - P (phi - PI / 2)).
- apply (is_RInt_derive (V := R_CompleteNormedModule) P).
+ intros t _. unfold P. auto_derive; [exact I|]. replace (2 * t + - phi) with (t + (t - phi)) by ring.
replace (cos phi) with (cos (t - (t - phi))) by (f_equal; ring).
rewrite cos_plus, (cos_minus t (t - phi)). field.
+ intros t _. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I.
- unfold P, g. replace (2 * (PI / 2) - phi) with (PI - phi) by field.
replace (2 * (phi - PI / 2) - phi) with (- (PI - phi)) by field. rewrite sin_neg, sin_PI_x. field.
Qed.

Lemma S3_integral_over_the_angle phi : 0 <= phi <= PI ->
  is_RInt (fun theta => relu (cos theta) * relu (cos (theta - phi))) (- PI) PI (g phi / 2).
Proof.
intros H. apply (three_pieces _ (- PI) (phi - PI / 2) (PI / 2) PI).
- apply zero_integral; [lra|]. intros t Ht. destruct (Rle_dec t (- (PI / 2))).
+ rewrite (relu_cos_zero_neg t) by lra. ring.
+ rewrite (relu_cos_zero_neg (t - phi)) by lra. ring.
- apply is_RInt_ext with (2 := product_integral phi H). intros t Ht.
rewrite Rmin_left, Rmax_right in Ht by lra. now rewrite !relu_cos by lra.
- apply zero_integral; [lra|]. intros t Ht. rewrite (relu_cos_zero t) by lra. ring.
Qed.

Lemma relu_integral : is_RInt (fun t => relu (cos t)) (- PI) PI 2.
Proof.
assert (P := PI_RGT_0). apply (three_pieces _ (- PI) (- (PI / 2)) (PI / 2) PI).
- apply zero_integral; [lra|]. intros t Ht. apply relu_cos_zero_neg. lra.
- apply is_RInt_ext with cos.
+ intros t Ht. rewrite Rmin_left, Rmax_right in Ht by lra. now rewrite relu_cos by lra.
+ evar_last; [apply (is_RInt_derive (V := R_CompleteNormedModule) sin)|].
* intros t _. apply is_derive_sin.
* intros t _. apply continuous_cos.
* rewrite sin_neg, sin_PI2. change (@eq R (1 - - 1) 2). ring.
- apply zero_integral; [lra|]. intros t Ht. apply relu_cos_zero. lra.
Qed.

(* The integral over the plane. *)
Lemma S3_polar_integral phi : 0 <= phi <= PI ->
  is_gauss2 (fun x y => relu x * relu (cos phi * x + sin phi * y)) (g phi / (2 * PI)).
Proof.
intros H. apply gauss2_value with (g phi / 2 / (2 * PI) * 2); [|field; apply PI_neq0].
apply (gauss2_homogeneous _ _ 2 _ _) with (2 := S3_integral_over_the_angle phi H); [|exact half_bell_3].
intros rho t Hr. replace (cos phi * (rho * cos t) + sin phi * (rho * sin t)) with (rho * cos (t - phi)).
- rewrite !relu_scal by lra. ring.
- rewrite cos_minus. ring.
Qed.

Lemma relu_mean_first : is_gauss2 (fun x _ => relu x) (/ sqrt (2 * PI)).
Proof.
destruct sqrt_2PI as [E P]. apply gauss2_value with (2 / (2 * PI) * sqrt (PI / 2)).
- apply (gauss2_homogeneous _ _ 1 _ _) with (2 := relu_integral); [|exact half_bell_2].
intros rho t Hr. rewrite relu_scal by lra. ring.
- assert (Q : sqrt (2 * PI) * sqrt (2 * PI) = 2 * PI) by (apply sqrt_sqrt; assert (H := PI_RGT_0); lra).
rewrite E in *. rewrite <- Q. field. lra.
Qed.

(* Two unit vectors (a, b) and (c, d) of the plane, wherever they point. *)
Lemma S3_any_two_directions_of_the_plane a b c d : a * a + b * b = 1 -> c * c + d * d = 1 ->
  is_gauss2 (fun x y => relu (a * x + b * y) * relu (c * x + d * y)) (g (acos (a * c + b * d)) / (2 * PI)).
Proof.
intros U V. pose (t := a * c + b * d). pose (s := a * d - b * c). fold t.
assert (E : t * t + s * s = 1).
{ replace (t * t + s * s) with ((a * a + b * b) * (c * c + d * d)) by (unfold s, t; ring). rewrite U, V.
ring. }
assert (T : -1 <= t <= 1) by nra. assert (C := cos_acos t T).
assert (Q := S3_polar_integral _ (acos_bound t)).
assert (S : sin (acos t) = Rabs s).
{ rewrite sin_acos by exact T. rewrite <- sqrt_Rsqr_abs. f_equal. unfold Rsqr. lra. }
assert (P : is_gauss2 (fun x y => relu x * relu (t * x + s * y)) (g (acos t) / (2 * PI))).
{ rewrite C, S in Q. destruct (Rle_dec 0 s).
- now rewrite Rabs_pos_eq in Q.
- rewrite Rabs_left in Q by lra. apply gauss2_reflect in Q. apply gauss2_ext with (2 := Q).
intros x y. do 2 f_equal. ring. }
apply (gauss2_rotate _ _ a b U) in P. apply gauss2_ext with (2 := P). intros x y. do 2 f_equal. unfold s, t.
replace (c * x + d * y) with ((a * a + b * b) * (c * x + d * y)) by (rewrite U; ring). ring.
Qed.

Lemma relu_sq_mean_first : is_gauss2 (fun x _ => relu x * relu x) (1 / 2).
Proof.
apply gauss2_value with (g 0 / (2 * PI)).
- assert (P := PI_RGT_0).
apply gauss2_ext with (2 := S3_polar_integral 0 (conj (Rle_refl 0) (Rlt_le _ _ P))).
intros x y. rewrite cos_0, sin_0. do 2 f_equal. ring.
- unfold g. rewrite cos_0, sin_0. field. apply PI_neq0.
Qed.
