(* loss.SphereHessian at the ends of [0, PI]: the second derivative on the great circles through v and -v.

   v, xi       unit vectors with v.xi = 0: the teacher's filter and a direction
   a, b        the output weights of student and teacher

   Formalised: S2, as second derivatives. The covariant derivatives are in SphereHessian_covariant.v, that
   they are uniform in xi is in SphereHessian_uniform.v.
   Not formalised: nothing. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.FilterGradient_product.
From Lemmata Require Import loss.SphereHessian.
Open Scope R_scope.

(* Near tau = 0 the angle to v is |tau|. *)
Lemma acos_cos_abs t : -1 < t < 1 -> acos (cos t) = Rabs t.
Proof.
intros H. assert (P := PI_range). assert (A := Rabs_pos t). assert (B : Rabs t < 1) by (apply Rabs_def1; lra).
replace (cos t) with (cos (Rabs t)) by (unfold Rabs; destruct (Rcase_abs t); [apply cos_neg|easy]).
apply acos_cos. lra.
Qed.

Lemma sin_abs t : -1 < t < 1 -> Rabs (sin t) <= Rabs t.
Proof.
intros H. assert (P := PI_range).
assert (Q : forall s, 0 < s < 1 -> Rabs (sin s) <= Rabs s).
{ intros s Hs. assert (U := sin_lt_x s (proj1 Hs)). assert (L : 0 < sin s) by (apply sin_gt_0; lra).
  rewrite !Rabs_pos_eq; lra. }
destruct (Rtotal_order t 0) as [N|[->|N]]; [|rewrite sin_0; lra|apply Q; lra].
assert (Z := Q (- t)). rewrite sin_neg, !Rabs_Ropp in Z. apply Z. lra.
Qed.

Lemma sin_acos_cos_flat : is_derive (fun t => sin t * acos (cos t)) 0 0.
Proof.
apply derive_flat with (M := 1) (d := 1); [lra|lra|rewrite sin_0; ring|].
intros t T. assert (H : -1 < t < 1) by (apply Rabs_def2 in T; lra).
rewrite Rabs_mult, acos_cos_abs, Rabs_Rabsolu, <- (pow2_abs t) by exact H.
assert (S := sin_abs t H). assert (A := Rabs_pos t). nra.
Qed.

(* The first derivative of K(cos t) near 0, at 0 included. *)
Lemma K_cos_derive_0 : is_derive (fun t => K (cos t)) 0 0.
Proof.
apply derive_value with (0 + 0); [|ring].
apply (derive_ext (fun t => PI + (K (cos t) - PI))); [intros t; ring|].
apply derive_plus; [apply derive_const|]. assert (P := PI_range).
apply derive_flat with (M := PI / 2) (d := 1); [lra|lra|rewrite cos_0, K_1; ring|].
intros t T. assert (H : -1 < t < 1) by (apply Rabs_def2 in T; lra). assert (A := Rabs_pos t).
unfold K. rewrite acos_cos_abs by exact H. assert (B := S6_PI_minus_g (Rabs t)).
assert (G := g_bounds (Rabs t)). rewrite pow2_abs in B. rewrite Rabs_left1; lra.
Qed.

Lemma cos_inside t : -1 < t < 1 -> t <> 0 -> -1 < cos t < 1.
Proof.
intros H N. assert (P := PI_range). assert (A := Rabs_pos_lt t N). assert (E := acos_cos_abs t H).
assert (B : Rabs t < 1) by (apply Rabs_def1; lra). assert (C := COS_bound t).
split; [destruct (proj1 C) as [L|L]|destruct (proj2 C) as [L|L]]; try exact L.
- rewrite <- L, acos_m1 in E. lra.
- rewrite L, acos_1 in E. lra.
Qed.

Lemma K_cos_derive t : -1 < t < 1 -> is_derive (fun s => K (cos s)) t (sin t * acos (cos t) - PI * sin t).
Proof.
intros H. destruct (Req_dec t 0) as [->|N].
- rewrite sin_0. apply derive_value with 0; [exact K_cos_derive_0|ring].
- apply derive_value with (- sin t * (PI - acos (cos t))); [|ring].
  apply (derive_comp K cos); [apply is_derive_Reals, derivable_pt_lim_cos|].
  now apply K_derive, cos_inside.
Qed.

Lemma near_0 (P : R -> Prop) : (forall t, -1 < t < 1 -> P t) -> locally 0 P.
Proof. intros H. apply (locally_interval P 0 (-1) 1); simpl; [lra|lra|]. intros t A B. now apply H. Qed.

Lemma S2_at_the_teacher p k a v b xi : dot p v v = 1 -> dot p xi xi = 1 -> dot p v xi = 0 ->
  let F := fun tau => loss p k (fun i => cos tau * v i + sin tau * xi i) a v b in
  locally 0 (fun tau => ex_derive F tau) /\ is_derive_n F 2 0 (dot k a b / 2).
Proof.
intros V X O F. assert (O' := O). rewrite dot_sym in O'. assert (P := PI_neq0).
assert (D := second_derivative_loss p k v a v b xi (fun t => sin t * acos (cos t) - PI * sin t) (- PI)
  V V X O).
rewrite V, O' in D. replace (dot k a b / 2) with (- (dot k a b / (2 * PI)) * - PI) by (field; exact P).
apply D.
- apply near_0. intros t H. apply (derive_ext (fun s => K (cos s))); [|now apply K_cos_derive].
  intros s. f_equal. ring.
- apply derive_value with (0 + - PI); [|ring]. apply derive_plus; [exact sin_acos_cos_flat|].
  auto_derive; [exact I|rewrite cos_0; ring].
Qed.

Lemma dot_opposite p v u : dot p (fun i => - v i) u = - dot p v u.
Proof. rewrite (dot_ext p _ (fun i => -1 * v i) u u), dot_scal_l; [ring|intros i _; ring|easy]. Qed.

Lemma S2_opposite p k a v b xi : dot p v v = 1 -> dot p xi xi = 1 -> dot p v xi = 0 ->
  let F := fun tau => loss p k (fun i => cos tau * (- v i) + sin tau * xi i) a v b in
  locally 0 (fun tau => ex_derive F tau) /\ is_derive_n F 2 0 0.
Proof.
intros V X O F. assert (E := dot_opposite p v).
assert (W : dot p (fun i => - v i) (fun i => - v i) = 1) by (rewrite E, dot_sym, E, V; ring).
assert (O' : dot p (fun i => - v i) xi = 0) by (rewrite E, O; ring).
assert (D := second_derivative_loss p k _ a v b xi (fun t => sin t * acos (cos t)) 0 W V X O').
rewrite E, V, (dot_sym p xi v), O, Rmult_0_r in D. apply D; [|exact sin_acos_cos_flat].
apply near_0. intros t H. apply (derive_ext (fun s => K (cos s) + - PI * cos s)).
- intros s. assert (R := K_reflection (cos s) (COS_bound s)).
  replace (cos s * -(1) + sin s * 0) with (- cos s) by ring. lra.
- apply derive_value with (sin t * acos (cos t) - PI * sin t + - PI * - sin t); [|ring].
  apply derive_plus; [now apply K_cos_derive|]. auto_derive; [exact I|ring].
Qed.
