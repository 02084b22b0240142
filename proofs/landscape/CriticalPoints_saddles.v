(* The saddles are strict.

   p, k           length of the filters, number of patches     v, b   the teacher, w* and a* in the paper
   w, a           a point of the sphere times R^k with a^T b = 0 and an angle phi, 0 < phi < PI
   u, sigma       a unit vector across w, a speed: eta = sigma u is the tangent vector of the page
   e              a direction of R^k                            form k e = e^T M e
   toward p w v   the unit tangent vector t/|t| at w, t = v - cos phi w

   Formalised: S2: the Hessian form on every direction (the second derivative along geodesic times line),
   its value on the direction of the page, negative; hence no saddle is a local minimum.
   Not formalised: the Riemannian Hessian as such, the signs of all its eigenvalues. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.SpuriousOptimum_curves
  landscape.CriticalPoints.
Open Scope R_scope.

Definition toward (p : nat) (w v : vec) : vec :=
  fun i => (v i - cos (angle p w v) * w i) / sin (angle p w v).

Lemma dot_toward p w v x :
  sin (angle p w v) <> 0 ->
  dot p (toward p w v) x = (dot p v x - cos (angle p w v) * dot p w x) / sin (angle p w v).
Proof.
intros S. set (c := cos (angle p w v)). set (s := sin (angle p w v)) in *.
rewrite (dot_ext p _ (lin (/ s) v (- c / s) w) x x); [| |now intros i _].
- rewrite dot_lin_l. field. exact S.
- intros i _. unfold toward, lin. fold c s. field. exact S.
Qed.

Lemma sin_angle_pos p w v : 0 < angle p w v < PI -> 0 < sin (angle p w v).
Proof. intros [A B]. now apply sin_gt_0. Qed.

Lemma toward_across p w v : norm p w = 1 -> norm p v = 1 -> 0 < angle p w v < PI ->
  dot p (toward p w v) w = 0.
Proof.
intros W V A. assert (S := sin_angle_pos p w v A). rewrite dot_toward by lra.
rewrite (dot_unit p w W), (dot_sym p v w), (cos_angle p w v W V). field. lra.
Qed.

Lemma toward_dot p w v : norm p w = 1 -> norm p v = 1 -> 0 < angle p w v < PI ->
  dot p (toward p w v) v = sin (angle p w v).
Proof.
intros W V A. assert (S := sin_angle_pos p w v A). rewrite dot_toward by lra.
rewrite (dot_unit p v V), <- (cos_angle p w v W V). assert (T := sin2_cos2 (angle p w v)). unfold Rsqr in T.
replace (1 - cos (angle p w v) * cos (angle p w v)) with (sin (angle p w v) * sin (angle p w v)) by lra.
field. lra.
Qed.

Lemma toward_unit p w v : norm p w = 1 -> norm p v = 1 -> 0 < angle p w v < PI -> norm p (toward p w v) = 1.
Proof.
intros W V A. assert (S := sin_angle_pos p w v A). apply norm_of_dot. rewrite dot_toward by lra.
rewrite dot_sym, (toward_dot p w v W V A), (dot_sym p w), (toward_across p w v W V A). field. lra.
Qed.

(* The loss along geodesic times line, where a^T b = 0. *)
Definition cosine (c s x : R) : R := c * cos x + s * sin x.

Lemma g_on_geodesic p w u v x :
  norm p w = 1 -> norm p u = 1 -> dot p u w = 0 -> norm p v = 1 ->
  g (angle p (geodesic w u x) v) = K (cosine (cos (angle p w v)) (dot p u v) x).
Proof.
intros W U O V. unfold K, angle at 1. rewrite (geodesic_unit p w u x W U O), V. do 2 f_equal.
unfold geodesic, cosine. rewrite dot_lin_l, (cos_angle p w v W V). field.
Qed.

Lemma loss_on_curve p k w u a v b e x t :
  norm p w = 1 -> norm p u = 1 -> dot p u w = 0 -> norm p v = 1 -> dot k a b = 0 ->
  loss p k (geodesic w u x) (line a e t) v b =
  (form k (residual 1 a b) + 2 * t * bilinear k (residual 1 a b) e + t ^ 2 * form k e
   + 2 * (PI - K (cosine (cos (angle p w v)) (dot p u v) x)) * (t * dot k e b)) / (4 * PI).
Proof.
intros W U O V D. unfold loss.
rewrite (geodesic_unit p w u x W U O), loss_at_form, (g_on_geodesic p w u v x W U O V).
replace (dot k (line a e t) b) with (t * dot k e b).
- f_equal. rewrite Rmult_1_r. f_equal. unfold form, bilinear.
  assert (A : agree k (residual 1 (line a e t) b) (lin 1 (residual 1 a b) t e)).
  { intros i _. unfold residual, lin, line. ring. }
  rewrite (sum_ext k _ _ A), (dot_ext k _ _ _ _ A A), sum_lin, dot_lin_sq. ring.
- unfold line. rewrite dot_plus_l, dot_scal_l, D. ring.
Qed.

Lemma second_at_saddle (h h1 : R -> R) (A C f E eps : R) :
  0 < eps -> (forall t, Rabs t < eps -> is_derive h t (h1 t)) -> ex_derive h1 0 ->
  second_derivative (fun t => (A + 2 * t * C + t ^ 2 * f + 2 * (PI - h t) * (t * E)) / (4 * PI))
    ((f - 2 * h1 0 * E) / (2 * PI)).
Proof.
intros Z D X. assert (P := PI_neq0).
exists (fun t => (2 * C + 2 * t * f - 2 * h1 t * (t * E) + 2 * (PI - h t) * E) / (4 * PI)). split.
- exists eps. split; [exact Z|]. intros t T. auto_derive.
  + repeat split. now exists (h1 t); apply D.
  + replace (Derive (fun x => h x) t) with (h1 t) by (symmetry; now apply is_derive_unique, D). field.
    exact P.
- assert (D0 : is_derive h 0 (h1 0)) by (apply D; rewrite Rabs_R0; exact Z).
  auto_derive; [repeat split; [exact X|now exists (h1 0)]|].
  replace (Derive (fun x => h x) 0) with (h1 0) by (symmetry; now apply is_derive_unique). field. exact P.
Qed.

(* K along a curve that stays inside (-1, 1) near its start. *)
Lemma inside c s sigma : -1 < c < 1 ->
  exists eps, 0 < eps /\ forall t, Rabs t < eps -> -1 < cosine c s (sigma * t) < 1.
Proof.
intros H. assert (D : 0 < Rmin (1 - c) (1 + c)) by (apply Rmin_glb_lt; lra).
assert (C : continuity_pt (fun t => cosine c s (sigma * t)) 0) by (unfold cosine; reg).
destruct (C _ D) as [eps [E L]]. exists eps. split; [exact E|]. intros t T.
assert (A := Rmin_l (1 - c) (1 + c)). assert (B := Rmin_r (1 - c) (1 + c)).
destruct (Req_dec t 0) as [->|N]; [unfold cosine; rewrite Rmult_0_r, cos_0, sin_0; lra|].
assert (Q : Rabs (cosine c s (sigma * t) - c) < Rmin (1 - c) (1 + c)).
{ replace c with (cosine c s (sigma * 0)) at 2 by (unfold cosine; rewrite Rmult_0_r, cos_0, sin_0; ring).
  apply L. split; [split; [exact I|now apply not_eq_sym]|]. simpl. unfold R_dist. now rewrite Rminus_0_r. }
apply Rabs_def2 in Q. lra.
Qed.

Definition slope (c s sigma t : R) : R :=
  (PI - acos (cosine c s (sigma * t))) * (sigma * (- c * sin (sigma * t) + s * cos (sigma * t))).

Lemma slope_derive c s sigma t : -1 < cosine c s (sigma * t) < 1 ->
  is_derive (fun x => K (cosine c s (sigma * x))) t (slope c s sigma t).
Proof.
intros H. unfold slope. rewrite Rmult_comm. apply (is_derive_comp K); [now apply K_derive|].
unfold cosine. auto_derive; [exact I|ring].
Qed.

Lemma slope_smooth c s sigma : -1 < c < 1 -> ex_derive (slope c s sigma) 0.
Proof.
intros H. assert (A : ex_derive acos (cosine c s (sigma * 0))).
{ unfold cosine. rewrite Rmult_0_r, cos_0, sin_0, Rmult_1_r, Rmult_0_r, Rplus_0_r.
  eexists. now apply acos_derive. }
unfold slope, cosine in *. auto_derive. now repeat split.
Qed.

Lemma slope_0 phi s sigma : 0 <= phi <= PI -> slope (cos phi) s sigma 0 = (PI - phi) * (sigma * s).
Proof.
intros H. unfold slope, cosine. rewrite Rmult_0_r, cos_0, sin_0, !Rmult_1_r, !Rmult_0_r, Rplus_0_r, Rplus_0_l.
now rewrite acos_cos.
Qed.

Lemma cos_inside x : 0 < x < PI -> -1 < cos x < 1.
Proof.
intros H. split; [rewrite <- cos_PI|rewrite <- cos_0]; apply cos_decreasing_1; lra.
Qed.

Lemma S2_hessian_form p k w a v b u sigma e :
  norm p w = 1 -> norm p v = 1 -> 0 < angle p w v < PI -> dot k a b = 0 -> norm p u = 1 -> dot p u w = 0 ->
  second_derivative (fun t => loss p k (geodesic w u (sigma * t)) (line a e t) v b)
    ((form k e - 2 * (PI - angle p w v) * (sigma * dot p u v) * dot k e b) / (2 * PI)).
Proof.
intros W V A D U O. set (c := cos (angle p w v)). set (s := dot p u v).
assert (C : -1 < c < 1) by now apply cos_inside.
destruct (inside c s sigma C) as [eps [E N]].
replace (2 * (PI - angle p w v) * (sigma * s)) with (2 * slope c s sigma 0).
- eapply second_derivative_ext; [exact Rlt_0_1|intros t _; apply loss_on_curve; assumption|].
  apply (second_at_saddle (fun t => K (cosine c s (sigma * t))) _ _ _ _ _ eps E).
  + intros t T. now apply slope_derive, N.
  + now apply slope_smooth.
- unfold c. rewrite slope_0 by lra. ring.
Qed.

Lemma S2_negative_direction p k w a v b :
  norm p w = 1 -> norm p v = 1 -> 0 < angle p w v < PI -> dot k a b = 0 ->
  second_derivative (fun t => loss p k (geodesic w (toward p w v) t)
    (line a (fun i => (PI - angle p w v) * sin (angle p w v) * inverse k b i) t) v b)
    (- ((PI - angle p w v) * sin (angle p w v)) ^ 2 * tau k b / (2 * PI)).
Proof.
intros W V A D. set (x := (PI - angle p w v) * sin (angle p w v)). set (e := fun i => x * inverse k b i).
apply second_derivative_ext with (eps := 1)
  (f := fun t => loss p k (geodesic w (toward p w v) (1 * t)) (line a e t) v b); [lra| |].
- intros t _. now rewrite Rmult_1_l.
- replace (- x ^ 2 * tau k b) with
    (form k e - 2 * (PI - angle p w v) * (1 * dot p (toward p w v) v) * dot k e b).
  + apply S2_hessian_form; [exact W|exact V|exact A|exact D|now apply toward_unit|now apply toward_across].
  + rewrite toward_dot by assumption. unfold e. rewrite dot_scal_l, (dot_sym k (inverse k b) b).
    fold (tau k b).
    replace (form k (fun i => x * inverse k b i)) with (x ^ 2 * tau k b); [unfold x; ring|].
    rewrite <- form_inverse. unfold form, bilinear. rewrite sum_scal, dot_scal_l, dot_scal_r. ring.
Qed.

Lemma S2_negative p k w v b :
  0 < angle p w v < PI -> ~ agree k b (fun _ => 0) ->
  - ((PI - angle p w v) * sin (angle p w v)) ^ 2 * tau k b / (2 * PI) < 0.
Proof.
intros A H. assert (S := sin_angle_pos p w v A). assert (T := tau_pos k b H). assert (P := PI_above_3).
assert (X : 0 < ((PI - angle p w v) * sin (angle p w v)) ^ 2) by (apply pow_lt, Rmult_lt_0_compat; lra).
assert (I : 0 < / (2 * PI)) by (apply Rinv_0_lt_compat; lra). unfold Rdiv.
assert (Y := Rmult_lt_0_compat _ _ (Rmult_lt_0_compat _ _ X T) I). lra.
Qed.
