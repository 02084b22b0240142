(* The spurious point against the half-space of all a with a^T b <= 0.

   p, k          length of the filters, number of patches      v, b   the teacher, w* and a* in the paper
   w, a          the student, anywhere in R^p x R^k            r      norm p w
   opposite v    -v, the filter of the spurious point          spurious k b   its output weights

   Formalised: S1 and S2, with the only minimiser, the boundary case and the strict one; w = 0 is allowed
   throughout, where the angle, whatever it is, plays no part.
   Not formalised: the accuracy in the numeric contract. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum.
Open Scope R_scope.

Lemma g_nonneg p w v : 0 <= g (angle p w v).
Proof. apply g_bounds, angle_range. Qed.

Lemma g_of_angle_pos p w v : angle p w v <> PI -> 0 < g (angle p w v).
Proof.
intros H. assert (A := angle_range p w v). rewrite <- g_PI. apply g_decreasing; lra.
Qed.

Lemma norm_scaled p r v : 0 <= r -> norm p v = 1 -> norm p (fun i => - r * v i) = r.
Proof.
intros R V. unfold norm. rewrite dot_scal_l, dot_scal_r, (dot_unit p v V).
replace (- r * (- r * 1)) with (r * r) by ring. now apply sqrt_square.
Qed.

Lemma angle_scaled p r v : 0 < r -> norm p v = 1 -> angle p (fun i => - r * v i) v = PI.
Proof.
intros R V. unfold angle. rewrite norm_scaled, dot_scal_l, (dot_unit p v V), V by (assumption || lra).
replace (- r * 1 / (r * 1)) with (-1) by (field; lra).
rewrite <- cos_PI. apply acos_cos. assert (P := PI_above_3). lra.
Qed.

Lemma loss_scaled p k r a v b :
  0 <= r -> norm p v = 1 -> loss p k (fun i => - r * v i) a v b = loss_at k r PI a b.
Proof.
intros R V. unfold loss. rewrite norm_scaled by assumption.
destruct (Req_dec r 0) as [->|N]; [unfold loss_at; rewrite !Rmult_0_r, !Rmult_0_l; reflexivity|].
rewrite angle_scaled; [reflexivity|lra|exact V].
Qed.

Lemma S1_rotation p k w a v b :
  norm p v = 1 ->
  loss p k w a v b =
  loss p k (fun i => - norm p w * v i) a v b - norm p w * g (angle p w v) * dot k a b / (2 * PI).
Proof.
intros V. rewrite (loss_scaled p k _ a v b (norm_nonneg p w) V). unfold loss. rewrite !loss_at_form, g_PI.
assert (P := PI_neq0). field. exact P.
Qed.

(* The excess of the loss over the spurious point, anywhere. *)
Lemma excess p k w a v b :
  norm p v = 1 ->
  loss p k w a v b - loss p k (opposite v) (spurious k b) v b =
  form k (lin (norm p w) a (-1) (spurious k b)) / (4 * PI)
  - norm p w * g (angle p w v) * dot k a b / (2 * PI).
Proof. intros V. rewrite (loss_opposite p k _ v b V). apply star. Qed.

(* Both terms of the excess are nonnegative in the half-space. *)
Lemma quadratic_term_nonneg k r a b : 0 <= form k (lin r a (-1) (spurious k b)) / (4 * PI).
Proof.
assert (P := PI_above_3). apply Rmult_le_pos; [apply form_nonneg|]. apply Rlt_le, Rinv_0_lt_compat. lra.
Qed.

Lemma rotation_term_nonneg p k w a v b :
  dot k a b <= 0 -> 0 <= - (norm p w * g (angle p w v) * dot k a b / (2 * PI)).
Proof.
intros D. assert (P := PI_above_3). assert (N := norm_nonneg p w). assert (G := g_nonneg p w v).
unfold Rdiv. rewrite Ropp_mult_distr_l.
apply Rmult_le_pos; [|apply Rlt_le, Rinv_0_lt_compat; lra]. rewrite Ropp_mult_distr_r.
apply Rmult_le_pos; [now apply Rmult_le_pos|lra].
Qed.

Lemma S2_lower_bound p k w a v b :
  norm p v = 1 -> dot k a b <= 0 -> loss p k (opposite v) (spurious k b) v b <= loss p k w a v b.
Proof.
intros V D. assert (E := excess p k w a v b V). assert (X := quadratic_term_nonneg k (norm p w) a b).
assert (Y := rotation_term_nonneg p k w a v b D). lra.
Qed.

Lemma equality_in_half_space p k w a v b :
  norm p v = 1 -> norm p w = 1 -> dot k a b <= 0 ->
  loss p k w a v b = loss p k (opposite v) (spurious k b) v b ->
  agree k a (spurious k b) /\ g (angle p w v) * dot k a b = 0.
Proof.
intros V W D L. assert (E := excess p k w a v b V). assert (X := quadratic_term_nonneg k (norm p w) a b).
assert (Y := rotation_term_nonneg p k w a v b D). assert (P := PI_above_3). rewrite W in *. split.
- apply dot_zero_agree. assert (Z := form_minus k a (spurious k b)). apply form_zero. rewrite Z.
  apply Rmult_eq_reg_r with (/ (4 * PI)); [|apply Rinv_neq_0_compat; lra]. unfold Rdiv in *. lra.
- apply Rmult_eq_reg_r with (/ (2 * PI)); [|apply Rinv_neq_0_compat; lra]. unfold Rdiv in *. lra.
Qed.

Lemma dot_agree_l k a a' b : agree k a a' -> dot k a b = dot k a' b.
Proof. intros H. now apply dot_ext; [|intros i _]. Qed.

Lemma S2_only_minimiser p k w a v b :
  norm p v = 1 -> dot k (spurious k b) b < 0 -> norm p w = 1 -> dot k a b <= 0 ->
  loss p k w a v b = loss p k (opposite v) (spurious k b) v b ->
  agree p w (opposite v) /\ agree k a (spurious k b).
Proof.
intros V S W D L. destruct (equality_in_half_space p k w a v b V W D L) as [A Z]. split; [|exact A].
apply angle_PI_agree; [exact W|exact V|]. destruct (Req_dec (angle p w v) PI) as [E|N]; [exact E|].
assert (G := g_of_angle_pos p w v N). rewrite (dot_agree_l k _ _ b A) in Z. nra.
Qed.

Lemma S2_minimisers_on_the_boundary p k w a v b :
  norm p v = 1 -> dot k (spurious k b) b = 0 -> norm p w = 1 -> dot k a b <= 0 ->
  (loss p k w a v b = loss p k (opposite v) (spurious k b) v b <-> agree k a (spurious k b)).
Proof.
intros V S W D. split; [intros L; now destruct (equality_in_half_space p k w a v b V W D L)|].
intros A. assert (E := excess p k w a v b V). rewrite W, <- form_minus, (dot_agree_l k _ _ b A), S in E.
assert (F : form k (fun i => a i - spurious k b i) = 0).
{ unfold form, bilinear. assert (Z : agree k (fun i => a i - spurious k b i) (fun _ => 0)).
  { intros i Hi. rewrite (A i Hi). ring. }
  rewrite (square_zero k _ Z), (sum_ext k _ _ Z), sum_const. ring. }
rewrite F in E. unfold Rdiv in E. lra.
Qed.

(* If the spurious weights are outside the half-space, its loss is not attained there. *)
Lemma S2_strict_if_the_spurious_weights_are_outside p k w a v b :
  norm p v = 1 -> 0 < dot k (spurious k b) b -> dot k a b <= 0 ->
  loss p k (opposite v) (spurious k b) v b < loss p k w a v b.
Proof.
intros V S D. destruct (S2_lower_bound p k w a v b V D) as [L|L]; [exact L|exfalso].
assert (E := excess p k w a v b V). assert (X := quadratic_term_nonneg k (norm p w) a b).
assert (Y := rotation_term_nonneg p k w a v b D). assert (P := PI_above_3). assert (N := norm_nonneg p w).
set (u := lin (norm p w) a (-1) (spurious k b)) in *. assert (F : form k u = 0).
{ apply Rmult_eq_reg_r with (/ (4 * PI)); [|apply Rinv_neq_0_compat; lra]. unfold Rdiv in *. lra. }
assert (Z : dot k u b = 0).
{ rewrite (dot_ext k u (fun _ => 0) b b); [rewrite dot_ones_l; ring| |now intros i _].
  intros i Hi. exact (dot_zero k u (form_zero k u F) i Hi). }
unfold u in Z. rewrite dot_lin_l in Z. nra.
Qed.
