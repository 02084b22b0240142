(* Second derivatives of the loss along geodesics of the sphere and lines of R^k.

   geodesic w u t   cos t w + sin t u, for unit vectors w, u with u^T w = 0: t is the distance from w
   line a e t       a + t e
   second_derivative f l   f is differentiable near 0, and its derivative has the derivative l at 0
   arc x            sin x - x cos x (loss/AngleKernel.v)

   Formalised: the angles along a geodesic through v or -v, the derivative of arc |t|.
   Not formalised: the Riemannian Hessian as such; it is the quadratic form of these second derivatives. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
Open Scope R_scope.

Definition geodesic (w u : vec) (t : R) : vec := lin (cos t) w (sin t) u.
Definition line (a e : vec) (t : R) : vec := fun i => a i + t * e i.
Definition second_derivative (f : R -> R) (l : R) : Prop :=
  exists f1 : R -> R, (exists eps, 0 < eps /\ forall t, Rabs t < eps ->
    is_derive f t (f1 t)) /\ is_derive f1 0 l.

Lemma locally_ball (P : R -> Prop) x d : 0 < d -> (forall t, Rabs (t - x) < d -> P t) -> locally x P.
Proof. intros D H. exists (mkposreal d D). intros t Ht. apply H. exact Ht. Qed.

Lemma second_derivative_ext f h l eps :
  0 < eps -> (forall t, Rabs t < eps -> h t = f t) -> second_derivative f l -> second_derivative h l.
Proof.
intros E H [f1 [[d [D F]] G]]. exists f1. split; [|exact G]. exists (Rmin d eps).
split; [now apply Rmin_glb_lt|]. intros t Ht. assert (A := Rmin_l d eps). assert (B := Rmin_r d eps).
apply is_derive_ext_loc with f; [|apply F; lra]. apply locally_ball with (eps - Rabs t); [lra|].
intros s Hs. symmetry. apply H. assert (T := Rabs_triang (s - t) t). replace (s - t + t) with s in T by ring.
lra.
Qed.

(* A function below a parabola is flat at its foot. *)
Lemma flat f c : 0 <= c -> f 0 = 0 -> (forall t, Rabs t < 1 -> Rabs (f t) <= c * t ^ 2) -> is_derive f 0 0.
Proof.
intros C Z H. apply is_derive_Reals. intros eps E.
assert (D : 0 < Rmin 1 (eps / (c + 1))) by (apply Rmin_glb_lt; [lra|apply Rdiv_lt_0_compat; lra]).
exists (mkposreal _ D). intros h N L. simpl in L. assert (L1 := Rlt_le_trans _ _ _ L (Rmin_l _ _)).
assert (L2 := Rlt_le_trans _ _ _ L (Rmin_r _ _)). assert (P := Rabs_pos_lt h N).
rewrite Rplus_0_l, Z, !Rminus_0_r. unfold Rdiv. rewrite Rabs_mult, Rabs_inv.
apply Rle_lt_trans with (c * Rabs h).
- apply Rmult_le_reg_r with (Rabs h); [exact P|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  apply Rle_trans with (1 := H h L1). rewrite <- (pow2_abs h). right. ring.
- apply Rmult_lt_compat_r with (r := c + 1) in L2; [|lra]. unfold Rdiv in L2.
  rewrite Rmult_assoc, Rinv_l in L2 by lra. lra.
Qed.

Lemma arc_abs_small t : Rabs t < 1 -> Rabs (arc (Rabs t)) <= 1 * t ^ 2.
Proof.
intros H. assert (N := Rabs_pos t). rewrite <- (pow2_abs t). destruct (Req_dec (Rabs t) 0) as [->|Z].
- rewrite arc_0, Rabs_R0. lra.
- assert (B := arc_below (Rabs t)). assert (A := arc_above (Rabs t)). set (x := Rabs t) in *.
  assert (Y : x ^ 2 <= 1) by nra. assert (Q := pow_le x 3 N). assert (C : x ^ 3 <= x ^ 2) by nra.
  assert (X : x ^ 5 <= x ^ 3) by (replace (x ^ 5) with (x ^ 3 * x ^ 2) by ring; nra).
  rewrite Rabs_pos_eq; lra.
Qed.

Lemma arc_abs_derive t : is_derive (fun s => arc (Rabs s)) t (Rabs t * sin t).
Proof.
destruct (Req_dec t 0) as [->|N].
- rewrite Rabs_R0, Rmult_0_l. apply flat with 1; [lra| |exact arc_abs_small].
  rewrite Rabs_R0. exact arc_0.
- unfold arc. auto_derive; [now repeat split|].
  unfold Rabs at 1 3. destruct (Rcase_abs t) as [L|L].
  + rewrite sign_eq_m1 by lra. rewrite (Rabs_left t L), sin_neg. ring.
  + rewrite sign_eq_1 by lra. rewrite (Rabs_pos_eq t) by lra. ring.
Qed.

Lemma sin_abs_small t : Rabs t < 1 -> Rabs (sin t) <= Rabs t.
Proof.
assert (B : forall x, 0 < x < 1 -> Rabs (sin x) <= x).
{ intros x X. assert (U := sin_lt_x x (proj1 X)). assert (L := sin_above x (proj1 X)). apply Rabs_le. nra. }
intros H. destruct (Rtotal_order t 0) as [L|[->|L]].
- rewrite Rabs_left in H by exact L. rewrite <- Rabs_Ropp, <- sin_neg, (Rabs_left t L). apply B. lra.
- rewrite sin_0. apply Rle_refl.
- rewrite Rabs_right in H by lra. rewrite (Rabs_right t) by lra. apply B. lra.
Qed.

Lemma arc_abs_second : is_derive (fun t => Rabs t * sin t) 0 0.
Proof.
apply flat with 1; [lra|rewrite sin_0; ring|]. intros t H. assert (N := Rabs_pos t).
rewrite Rabs_mult, Rabs_Rabsolu, <- (pow2_abs t). assert (S := sin_abs_small t H). nra.
Qed.

(* Geodesics through v and through -v. *)
Lemma cos_abs t : cos (Rabs t) = cos t.
Proof. unfold Rabs. destruct (Rcase_abs t); [apply cos_neg|reflexivity]. Qed.

Lemma geodesic_unit p w u t : norm p w = 1 -> norm p u = 1 -> dot p u w = 0 -> norm p (geodesic w u t) = 1.
Proof. apply circle_norm. Qed.

Lemma angle_geodesic p v u t : norm p v = 1 -> norm p u = 1 -> dot p u v = 0 -> Rabs t <= PI ->
  angle p (geodesic v u t) v = Rabs t.
Proof.
intros V U O T. apply angle_of_cos; [now apply geodesic_unit|exact V|split; [apply Rabs_pos|exact T]|].
rewrite cos_abs. now apply circle_dot.
Qed.

Lemma angle_geodesic_opposite p v u t : norm p v = 1 -> norm p u = 1 -> dot p u v = 0 -> Rabs t <= PI ->
  angle p (geodesic (opposite v) u t) v = PI - Rabs t.
Proof.
intros V U O T. assert (N := Rabs_pos t). apply angle_of_cos; [|exact V|lra|].
- apply geodesic_unit; [now rewrite norm_opposite|exact U|]. rewrite dot_sym, dot_opposite, dot_sym, O. ring.
- unfold geodesic. rewrite dot_lin_l, dot_opposite, O, (dot_unit p v V), cos_minus, cos_PI, sin_PI, cos_abs.
  ring.
Qed.

Lemma loss_geodesic_opposite p k a v b u t :
  norm p v = 1 -> norm p u = 1 -> dot p u v = 0 -> Rabs t <= PI ->
  loss p k (geodesic (opposite v) u t) a v b =
  loss p k (opposite v) a v b - arc (Rabs t) * dot k a b / (2 * PI).
Proof.
intros V U O T. unfold loss. rewrite (angle_geodesic_opposite p v u t V U O T), (angle_opposite p v V).
rewrite geodesic_unit, norm_opposite, V, !loss_at_form, (g_arc (PI - Rabs t)), g_PI.
- replace (PI - (PI - Rabs t)) with (Rabs t) by ring. assert (P := PI_neq0). field. exact P.
- now rewrite norm_opposite.
- exact U.
- rewrite dot_sym, dot_opposite, dot_sym, O. ring.
Qed.
