(* Gradient descent on the sphere: one step, in exact arithmetic.

   w, a        the student, w of norm 1                 v, b   the teacher, v of norm 1
   eta         the step size                            lam1   (PI - 1 + k) / 2 PI, the largest rate of a
   descent_a   the step of the output weights
   descent_w   the step of the filter along the sphere and back; descent_m, before it is put back

   Formalised: S1 without rounding; of S2 the part of the output weights, with the filter at rest; S3, with
   the teacher and the spurious point.
   Not formalised: the rounding of S1. The rest of S2 is in GradientDescent_loss.v and
   GradientDescent_sharp.v, of S3 in GradientDescent_rest.v, and S4 in GradientDescent_symmetry.v. *)
From Coq Require Import Reals Lra Lia Psatz List Permutation FunctionalExtensionality.
From Lemmata Require Import num.Vectors Definitions loss.FilterGradient dynamics.PopulationGradient.
Open Scope R_scope.

Definition descent_a (p k : nat) (eta : R) (w a v b : vec) : vec :=
  fun i => a i - eta * gradient_a k (norm p w) (angle p w v) a b i.
Definition descent_m (p k : nat) (eta : R) (w a v b : vec) : vec :=
  fun i => w i - eta * tangent p w (gradient_w p k w a v b) i.
Definition descent_w (p k : nat) (eta : R) (w a v b : vec) : vec :=
  fun i => descent_m p k eta w a v b i / norm p (descent_m p k eta w a v b).
Definition lam1 (k : nat) : R := (PI - 1 + INR k) / (2 * PI).

(* w^T P_w u = 0. *)
Lemma tangent_across p w u : dot p w w = 1 -> dot p w (tangent p w u) = 0.
Proof. intros H. unfold tangent. rewrite (dot_minus_r p u), dot_scal_r, H. ring. Qed.

(* The norm before the filter is put back on the sphere. *)
Lemma S1_norm_before_projection (p k : nat) (eta : R) (w a v b : vec) : dot p w w = 1 ->
  let m := descent_m p k eta w a v b in let t := tangent p w (gradient_w p k w a v b) in
  dot p m m = 1 + eta ^ 2 * dot p t t /\ dot p w m = 1.
Proof.
intros H m t. assert (T := tangent_across p w (gradient_w p k w a v b) H). fold t in T.
unfold m, descent_m. fold t. split.
- rewrite (dot_minus_l p w), !(dot_minus_r p w), !dot_scal_l, !dot_scal_r, (dot_sym p t w), H, T. ring.
- rewrite (dot_minus_r p w), dot_scal_r, H, T. ring.
Qed.

Lemma S1_filter_stays_on_the_sphere (p k : nat) (eta : R) (w a v b : vec) : dot p w w = 1 ->
  dot p (descent_w p k eta w a v b) (descent_w p k eta w a v b) = 1.
Proof.
intros H. destruct (S1_norm_before_projection p k eta w a v b H) as [D _].
assert (N := norm_sq p (descent_m p k eta w a v b)). set (n := norm p (descent_m p k eta w a v b)) in *.
set (t := tangent p w (gradient_w p k w a v b)) in *. assert (Q := dot_nonneg p t).
assert (n <> 0) by (intros Z; rewrite Z in N; assert (R := pow2_ge_0 eta); nra).
assert (E : agree p (descent_w p k eta w a v b) (fun i => / n * descent_m p k eta w a v b i)).
{ intros i _. apply Rmult_comm. }
rewrite (dot_ext p _ _ _ _ E E), dot_scal_l, dot_scal_r, <- N. now field.
Qed.

(* S3: exactly the critical points rest. *)
Lemma S3_rest_of_the_filter (p k : nat) (eta : R) (w a v b : vec) : dot p w w = 1 -> 0 < eta ->
  (agree p (descent_w p k eta w a v b) w <-> agree p (tangent p w (gradient_w p k w a v b)) (fun _ => 0)).
Proof.
intros H He. destruct (S1_norm_before_projection p k eta w a v b H) as [D C].
assert (N := norm_sq p (descent_m p k eta w a v b)). unfold descent_w.
set (m := descent_m p k eta w a v b) in *. set (t := tangent p w (gradient_w p k w a v b)) in *.
assert (Q := dot_nonneg p t). assert (P := norm_nonneg p m).
assert (E2 : 0 < eta ^ 2) by (apply pow_lt; exact He). split; intros A.
- assert (E : agree p m (fun i => norm p m * w i)).
  { intros i Hi. rewrite <- (A i Hi). field. intros Z. rewrite Z in N. nra. }
  assert (F : norm p m = 1) by (rewrite (dot_ext p w w m _ (fun i _ => eq_refl) E), dot_scal_r, H in C; lra).
  rewrite F in N. assert (Z : dot p t t = 0) by nra. intros i Hi. now apply dot_zero with (1 := Z).
- assert (Z : dot p t t = 0) by (rewrite (dot_ext p t _ t _ A A), dot_ones_r, sum_const; ring).
  assert (F : norm p m = 1) by (rewrite Z in D; nra). intros i Hi. rewrite F. unfold m, descent_m. fold t.
  rewrite (A i Hi). field.
Qed.

Lemma S3_exactly_the_critical_points_rest (p k : nat) (eta : R) (w a v b : vec) : dot p w w = 1 -> 0 < eta ->
  (agree p (descent_w p k eta w a v b) w /\ agree k (descent_a p k eta w a v b) a <->
   agree p (tangent p w (gradient_w p k w a v b)) (fun _ => 0) /\
   agree k (gradient_a k (norm p w) (angle p w v) a b) (fun _ => 0)).
Proof.
intros H He. rewrite (S3_rest_of_the_filter p k eta w a v b H He).
split; intros [A B]; (split; [exact A|]); intros i Hi; assert (E := B i Hi); unfold descent_a in *; nra.
Qed.

(* Across w nothing of w* is left if w = x w*. *)
Lemma parallel_filter_rests p k w a v b x : dot p w w = 1 -> dot p v v = 1 -> agree p w (fun i => x * v i) ->
  agree p (tangent p w (gradient_w p k w a v b)) (fun _ => 0).
Proof.
intros Hw Hv Hx i Hi.
replace (tangent p w (gradient_w p k w a v b) i) with (tangent p w (slope_w Network p k w a v b) i).
- rewrite S1_sphere_filter by exact Hw. unfold tangent.
  assert (C : dot p w v = x) by (rewrite (dot_ext p w _ v v Hx), dot_scal_l, Hv; [ring|now intros j]).
  assert (X : x * x = 1).
  { rewrite <- Hw, (dot_ext p w _ w _ Hx Hx), dot_scal_l, dot_scal_r, Hv. ring. }
  rewrite C, (Hx i Hi). replace (v i - x * (x * v i)) with (v i * (1 - x * x)) by ring. rewrite X. ring.
- f_equal. apply functional_extensionality. intros j. symmetry. apply (S1_filter Network); [lra|exact Hv].
Qed.

Lemma S3_the_teacher_is_at_rest (p k : nat) (eta : R) (v b : vec) : dot p v v = 1 -> 0 < eta ->
  agree p (descent_w p k eta v b v b) v /\ agree k (descent_a p k eta v b v b) b.
Proof.
intros Hv He. apply S3_exactly_the_critical_points_rest; [exact Hv|exact He|]. split.
- apply (parallel_filter_rests p k v b v b 1); [exact Hv|exact Hv|intros i _; ring].
- intros i _. unfold gradient_a, angle. rewrite (norm_unit p v Hv), Hv.
  replace (1 / (1 * 1)) with 1 by field. rewrite acos_1. unfold g. rewrite cos_0, sin_0. field. apply PI_neq0.
Qed.

Lemma S3_the_spurious_point_is_at_rest (p k : nat) (eta : R) (v b : vec) : dot p v v = 1 -> 0 < eta ->
  let w := fun i => - v i in
  agree p (descent_w p k eta w (spurious k b) v b) w /\
  agree k (descent_a p k eta w (spurious k b) v b) (spurious k b).
Proof.
intros Hv He w. assert (P := PI2_3_2). unfold PI2 in P. assert (0 <= INR k) by apply pos_INR.
assert (Hx : agree p w (fun i => -1 * v i)) by (intros i _; unfold w; ring).
assert (Hw : dot p w w = 1) by (rewrite (dot_ext p w _ w _ Hx Hx), dot_scal_l, dot_scal_r, Hv; ring).
apply S3_exactly_the_critical_points_rest; [exact Hw|exact He|]. split.
- now apply (parallel_filter_rests p k w _ v b (-1)).
- assert (S : sum k (spurious k b) = (INR k - 1) * sum k b / (PI - 1 + INR k)).
  { unfold spurious, Rdiv. rewrite (sum_ext k _ (fun i => / (PI - 1) * (PI * sum k b * / (PI - 1 + INR k) - b
    i))).
    - rewrite sum_scal, sum_minus, sum_const. field. lra.
    - intros i _. ring. }
  intros i _. unfold gradient_a, angle. rewrite (norm_unit p v Hv), (norm_unit p w Hw), S.
  rewrite (dot_ext p w _ v v Hx), dot_scal_l, Hv; [|now intros j].
  replace (-1 * 1 / (1 * 1)) with (- (1)) by field. rewrite acos_opp, acos_1, Rminus_0_r.
  unfold g. rewrite cos_PI, sin_PI. unfold spurious. field. lra.
Qed.

(* S2, the part of the output weights: L(w, .) is quadratic, and its largest rate is lam1. *)
Lemma loss_on_the_sphere k phi a b :
  4 * PI * loss_at k 1 phi a b =
  (sum k a - sum k b) ^ 2 + (PI - 1) * (dot k a a - 2 * dot k a b + dot k b b) + 2 * (PI - g phi) * dot k a b.
Proof.
unfold loss_at. rewrite (sum_ext k (residual 1 a b) (lin 1 a (-1) b)) by now intros i.
change (residual 1 a b) with (lin 1 a (-1) b). rewrite sum_lin, dot_lin_sq. field. apply PI_neq0.
Qed.

Lemma S2_output_part (p k : nat) (eta : R) (w a v b : vec) : dot p w w = 1 ->
  let G := gradient_a k 1 (angle p w v) a b in
  loss p k w (descent_a p k eta w a v b) v b - loss p k w a v b
  = - eta * dot k G G + eta ^ 2 * ((sum k G) ^ 2 + (PI - 1) * dot k G G) / (4 * PI) /\
  loss p k w (descent_a p k eta w a v b) v b - loss p k w a v b
  <= - eta * (1 - eta * lam1 k / 2) * dot k G G.
Proof.
intros Hw G. assert (P := PI_RGT_0). unfold loss. rewrite (norm_unit p w Hw). set (phi := angle p w v) in *.
assert (D : descent_a p k eta w a v b = lin 1 a (- eta) G).
{ apply functional_extensionality. intros i. unfold descent_a, lin. rewrite (norm_unit p w Hw).
  fold phi. fold (G i). ring. }
assert (GG : 2 * PI * dot k G G = (sum k a - sum k b) * sum k G + (PI - 1) * dot k a G - (g phi - 1) * dot k
  b G).
{ rewrite <- (dot_scal_l k (2 * PI) G G), <- (dot_ones_l k (sum k a - sum k b) G), <- !dot_scal_l.
  rewrite <- dot_plus_l, <- dot_minus_l. apply sum_ext. intros i _. f_equal. unfold G, gradient_a. field.
  lra. }
assert (E : 4 * PI * (loss_at k 1 phi (lin 1 a (- eta) G) b - loss_at k 1 phi a b)
            = 4 * PI * (- eta * dot k G G + eta ^ 2 * ((sum k G) ^ 2 + (PI - 1) * dot k G G) / (4 * PI))).
{ rewrite Rmult_minus_distr_l, !loss_on_the_sphere, sum_lin, dot_lin_sq, dot_lin_l, (dot_sym k G b).
  apply Rminus_diag_uniq. transitivity (2 * eta * (2 * PI * dot k G G - ((sum k a - sum k b) * sum k G
    + (PI - 1) * dot k a G - (g phi - 1) * dot k b G))); [field; lra|rewrite GG; ring]. }
apply Rmult_eq_reg_l in E; [|lra]. rewrite D, E. split; [reflexivity|].
assert (S := sum_sq_le k G). assert (0 <= eta ^ 2 / (4 * PI)).
{ apply Rmult_le_pos; [apply pow2_ge_0|left; apply Rinv_0_lt_compat; lra]. }
replace (- eta * (1 - eta * lam1 k / 2) * dot k G G) with
  (- eta * dot k G G + eta ^ 2 / (4 * PI) * (INR k * dot k G G + (PI - 1) * dot k G G)) by (unfold lam1;
    field; lra).
replace (eta ^ 2 * ((sum k G) ^ 2 + (PI - 1) * dot k G G) / (4 * PI)) with
  (eta ^ 2 / (4 * PI) * (sum k G * sum k G + (PI - 1) * dot k G G)) by (field; lra).
apply Rplus_le_compat_l, Rmult_le_compat_l; lra.
Qed.
