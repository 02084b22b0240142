(* loss.SphereHessian at the ends of [0, PI]: the tangent gradient near them, uniformly in the direction.

   v, xi       unit vectors with v.xi = 0: the teacher's filter and any direction
   field       the tangent gradient at cos tau v + sin tau xi (SphereHessian_covariant.v)
   velocity    the derivative of that point in tau, a unit vector, parallel along the circle

   Formalised: of S2, that (d/2) P_w and 0 give the tangent gradient up to |d| tau^2, whatever xi is.
   Not formalised: nothing. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import loss.SphereHessian loss.SphereHessian_ends loss.SphereHessian_covariant.
Open Scope R_scope.

Definition velocity (w xi : vec) (tau : R) : vec := fun i => - sin tau * w i + cos tau * xi i.

Lemma velocity_unit p w xi tau : dot p w w = 1 -> dot p xi xi = 1 -> dot p w xi = 0 ->
  dot p (velocity w xi tau) (velocity w xi tau) = 1.
Proof.
intros W X O. change (velocity w xi tau) with (lin (- sin tau) w (cos tau) xi).
rewrite dot_lin_sq, W, X, O. assert (T := sin2_cos2 tau). unfold Rsqr in T. lra.
Qed.

(* The norm of a multiple of a unit vector. *)
Lemma norm_multiple p u z x : dot p z z = 1 -> agree p u (fun i => x * z i) -> norm p u = Rabs x.
Proof.
intros Z E. unfold norm. rewrite (dot_ext p _ _ _ _ E E), dot_scal_l, dot_scal_r, Z, Rmult_1_r.
apply sqrt_Rsqr_abs.
Qed.

Lemma sin_near t : -1 < t < 1 -> Rabs (sin t - t) <= t ^ 2.
Proof.
intros H. assert (P := PI_range). assert (Q : forall s, 0 <= s < 1 -> 0 <= s - sin s <= s ^ 2).
{ intros s Hs. destruct (sin_bound s 0) as [A B]; [lra|lra|].
  unfold sin_approx, sin_term in A, B. simpl in A, B. field_simplify in A. field_simplify in B.
  assert (s ^ 3 <= s ^ 2) by (assert (0 <= s ^ 2) by apply pow2_ge_0; nra).
  destruct (Req_dec s 0) as [->|N]; [rewrite sin_0; lra|]. assert (L := sin_lt_x s). lra. }
destruct (Rle_dec 0 t) as [T|T].
- specialize (Q t ltac:(lra)). rewrite Rabs_left1; lra.
- specialize (Q (- t) ltac:(lra)). rewrite sin_neg in Q. rewrite Rabs_pos_eq by lra.
  replace (t ^ 2) with ((- t) ^ 2) by ring. lra.
Qed.

(* The field on the circles through v and through -v. *)
Lemma field_at_the_teacher p k a v b xi t i :
  dot p v v = 1 -> dot p xi xi = 1 -> dot p v xi = 0 -> -1 < t < 1 ->
  field p k v a v b xi t i = dot k a b / (2 * PI) * ((PI - Rabs t) * sin t) * velocity v xi t i.
Proof.
intros V X O H. rewrite (field_value p k v a v b xi t i V V X O), V, (dot_sym p xi v), O. cbv zeta.
replace (cos t * 1 + sin t * 0) with (cos t) by ring. rewrite acos_cos_abs by exact H.
assert (T := sin2_cos2 t). unfold Rsqr in T. unfold velocity.
replace (v i - _) with (v i * (1 - cos t * cos t) - cos t * sin t * xi i) by ring. rewrite <- T. ring.
Qed.

Lemma field_opposite p k a v b xi t i :
  dot p v v = 1 -> dot p xi xi = 1 -> dot p v xi = 0 -> -1 < t < 1 ->
  field p k (fun j => - v j) a v b xi t i =
  - (dot k a b / (2 * PI)) * (Rabs t * sin t) * velocity (fun j => - v j) xi t i.
Proof.
intros V X O H. assert (E := dot_opposite p v).
assert (W : dot p (fun i => - v i) (fun i => - v i) = 1) by (rewrite E, dot_sym, E, V; ring).
assert (O' : dot p (fun i => - v i) xi = 0) by (rewrite E, O; ring).
rewrite (field_value p k _ a v b xi t i W V X O'), E, V, (dot_sym p xi v), O. cbv zeta.
replace (cos t * -(1) + sin t * 0) with (- cos t) by ring. rewrite acos_opp, acos_cos_abs by exact H.
assert (T := sin2_cos2 t). unfold Rsqr in T. unfold velocity.
replace (v i - _) with (v i * (1 - cos t * cos t) + cos t * sin t * xi i) by ring. rewrite <- T. ring.
Qed.

Lemma S2_uniform_at_the_teacher p k a v b xi t :
  dot p v v = 1 -> dot p xi xi = 1 -> dot p v xi = 0 -> -1 < t < 1 ->
  norm p (fun i => field p k v a v b xi t i - dot k a b / 2 * t * velocity v xi t i)
  <= Rabs (dot k a b) * t ^ 2.
Proof.
intros V X O H. assert (P := PI_range). set (d := dot k a b).
set (x := PI * (sin t - t) - Rabs t * sin t).
rewrite (norm_multiple p _ _ (d * / (2 * PI) * x) (velocity_unit p v xi t V X O)) by
  (intros i _; rewrite field_at_the_teacher by assumption; unfold x; fold d; field; lra).
assert (S := sin_near t H). assert (A := sin_abs t H). assert (T := Rabs_pos t).
assert (B : Rabs x <= (PI + 1) * t ^ 2).
{ unfold x. apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_Ropp, !Rabs_mult, Rabs_Rabsolu.
  rewrite (Rabs_pos_eq PI) by lra. rewrite <- (pow2_abs t) in S |- *. nra. }
rewrite !Rabs_mult, (Rabs_pos_eq (/ (2 * PI))) by (left; apply Rinv_0_lt_compat; lra).
rewrite Rmult_assoc. apply Rmult_le_compat_l; [apply Rabs_pos|].
apply Rmult_le_reg_l with (2 * PI); [lra|]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra.
assert (0 <= t ^ 2) by apply pow2_ge_0. nra.
Qed.

Lemma S2_uniform_opposite p k a v b xi t :
  dot p v v = 1 -> dot p xi xi = 1 -> dot p v xi = 0 -> -1 < t < 1 ->
  norm p (field p k (fun j => - v j) a v b xi t) <= Rabs (dot k a b) * t ^ 2.
Proof.
intros V X O H. assert (P := PI_range). set (d := dot k a b). assert (E := dot_opposite p v).
assert (U : dot p (velocity (fun j => - v j) xi t) (velocity (fun j => - v j) xi t) = 1).
{ apply velocity_unit; [rewrite E, dot_sym, E, V; ring|exact X|rewrite E, O; ring]. }
rewrite (norm_multiple p _ _ (d * / (2 * PI) * - (Rabs t * sin t)) U) by
  (intros i _; rewrite field_opposite by assumption; fold d; field; lra).
assert (A := sin_abs t H). assert (T := Rabs_pos t).
rewrite !Rabs_mult, Rabs_Ropp, Rabs_mult, Rabs_Rabsolu, (Rabs_pos_eq (/ (2 * PI)))
  by (left; apply Rinv_0_lt_compat; lra).
rewrite Rmult_assoc. apply Rmult_le_compat_l; [apply Rabs_pos|].
apply Rmult_le_reg_l with (2 * PI); [lra|]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra.
rewrite <- (pow2_abs t). nra.
Qed.
