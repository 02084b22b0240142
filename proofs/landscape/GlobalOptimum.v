(* Where the loss is zero, and how fast it grows.

   p, k            length of the filters, number of patches    v, b   the teacher, w* and a* in the paper
   w, a            the student, w <> 0 on or off the sphere     r      norm p w
   residual r a b  r a - b                                      opposite u   -u

   Formalised: S1, S2, the inequalities of S3. That its constants are the best possible is in
   GlobalOptimum_sharp.v, S4 in GlobalOptimum_hessian.v.
   Not formalised: the numeric contract. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.HalfSpaceMinimum landscape.LocalMinimality.
Open Scope R_scope.

(* The inner product of r a and b is at least minus a quarter of |r a - b|^2. *)
Lemma inner_product_bound k r a b : - dot k (residual r a b) (residual r a b) <= 4 * (r * dot k a b).
Proof.
assert (Q := dot_nonneg k (lin r a 1 b)). unfold residual. rewrite dot_lin_sq in *. lra.
Qed.

Lemma rotation_bound m r d n : 0 <= m <= PI -> 0 <= n -> - n <= 4 * (r * d) ->
  - (PI / 2) * n <= 2 * r * m * d.
Proof.
intros M N H. replace (2 * r * m * d) with (2 * m * (r * d)) by ring. set (x := r * d) in *.
destruct (Rle_or_lt 0 x) as [L|L]; [assert (0 <= m * x) by nra; assert (P := PI_above_3); nra|].
assert (PI * x <= m * x) by nra. assert (P := PI_above_3). nra.
Qed.

Lemma lower_bound p k w a v b :
  (sum k (residual (norm p w) a b)) ^ 2
  + (PI / 2 - 1) * dot k (residual (norm p w) a b) (residual (norm p w) a b) <= 4 * PI * loss p k w a v b.
Proof.
assert (P := PI_above_3). unfold loss, loss_at. set (r := norm p w). set (x := residual r a b).
assert (A := g_bounds _ (angle_range p w v)). assert (N := dot_nonneg k x). set (phi := angle p w v) in *.
assert (M : 0 <= PI - g phi <= PI) by lra.
assert (R := rotation_bound (PI - g phi) r (dot k a b) (dot k x x) M N (inner_product_bound k r a b)).
replace (4 * PI * (_ / (4 * PI))) with ((sum k x) ^ 2 + (PI - 1) * dot k x x + 2 * r * (PI - g phi) * dot k a
  b)
  by (field; lra). lra.
Qed.

Lemma S3_lower_bound p k w a v b :
  (PI - 2) / (8 * PI) * norm k (residual (norm p w) a b) ^ 2 <= loss p k w a v b.
Proof.
assert (P := PI_above_3). assert (H := lower_bound p k w a v b). set (x := residual (norm p w) a b) in *.
replace (norm k x ^ 2) with (dot k x x) by (rewrite <- norm_sq; ring).
apply Rmult_le_reg_l with (4 * PI); [lra|]. replace (4 * PI * ((PI - 2) / (8 * PI) * dot k x x))
  with ((PI / 2 - 1) * dot k x x) by (field; lra). assert (S := pow2_ge_0 (sum k x)). lra.
Qed.

Lemma S3_lower_bound_one_patch p w a v b :
  1 / 8 * norm 1 (residual (norm p w) a b) ^ 2 <= loss p 1 w a v b.
Proof.
assert (P := PI_above_3). assert (H := lower_bound p 1 w a v b). set (x := residual (norm p w) a b) in *.
replace (norm 1 x ^ 2) with (dot 1 x x) by (rewrite <- norm_sq; ring).
apply Rmult_le_reg_l with (4 * PI); [lra|].
replace (4 * PI * (1 / 8 * dot 1 x x)) with (sum 1 x ^ 2 + (PI / 2 - 1) * dot 1 x x); [exact H|].
unfold dot. simpl. field.
Qed.

Lemma S1_nonnegative p k w a v b : 0 <= loss p k w a v b.
Proof.
assert (P := PI_above_3). apply Rle_trans with (2 := S3_lower_bound p k w a v b).
apply Rmult_le_pos; [|apply pow2_ge_0]. apply Rmult_le_pos; [lra|apply Rlt_le, Rinv_0_lt_compat; lra].
Qed.

Lemma loss_without_residual p k w a v b :
  agree k (residual (norm p w) a b) (fun _ => 0) ->
  loss p k w a v b = (PI - g (angle p w v)) * dot k b b / (2 * PI).
Proof.
intros Z. assert (P := PI_above_3). unfold loss. rewrite loss_at_form. unfold form, bilinear.
rewrite (square_zero k _ Z), (sum_ext k _ _ Z), sum_const.
assert (D : norm p w * dot k a b = dot k b b).
{ rewrite <- dot_scal_l. apply dot_ext; [|now intros i _]. intros i Hi.
  assert (E := Z i Hi). unfold residual, lin in E. lra. }
replace (2 * norm p w * (PI - g (angle p w v)) * dot k a b)
  with (2 * (PI - g (angle p w v)) * (norm p w * dot k a b)) by ring. rewrite D. field. lra.
Qed.

Lemma S1_zero_at_the_teacher p k v b : norm p v = 1 -> loss p k v b v b = 0.
Proof.
intros V. rewrite loss_without_residual.
- rewrite (angle_self p v V), g_0. field. apply PI_neq0.
- intros i _. rewrite V. unfold residual, lin. ring.
Qed.

(* Angle 0 with v means a positive multiple of v. *)
Lemma angle_0_multiple p w v : dot p w w <> 0 -> norm p v = 1 -> angle p w v = 0 ->
  agree p w (fun i => norm p w * v i).
Proof.
intros W V E. assert (N := norm_pos p w W). assert (C := cauchy_schwarz_norm p w v). rewrite V in C.
assert (C1 := Rle_abs (dot p w v)). assert (C2 := Rle_abs (- dot p w v)). rewrite Rabs_Ropp in C2.
assert (B : -1 <= dot p w v / (norm p w * 1) <= 1).
{ split; (apply Rmult_le_reg_r with (norm p w); [exact N|]; field_simplify; lra). }
assert (F : dot p w v = norm p w).
{ assert (A := cos_acos _ B). unfold angle in E. rewrite V in E. rewrite E, cos_0 in A.
  apply Rmult_eq_reg_r with (/ norm p w); [|apply Rinv_neq_0_compat; lra]. rewrite Rinv_r by lra.
  rewrite A. field. lra. }
apply dot_zero_agree. rewrite dot_minus_l, !dot_minus_r, !dot_scal_l, !dot_scal_r, (dot_sym p v w), F.
rewrite (dot_unit p v V), <- norm_sq. ring.
Qed.

Lemma angle_multiple p c v : 0 < c -> norm p v = 1 -> angle p (fun i => c * v i) v = 0.
Proof.
intros C V. unfold angle, norm. rewrite !dot_scal_l, dot_scal_r, (dot_unit p v V), sqrt_1.
replace (c * (c * 1)) with (c * c) by ring. rewrite sqrt_square by lra.
replace (c * 1 / (c * 1)) with 1 by (field; lra). rewrite <- cos_0. apply acos_cos.
assert (P := PI_above_3). lra.
Qed.

Lemma norm_multiple p c v : 0 < c -> norm p v = 1 -> norm p (fun i => c * v i) = c.
Proof.
intros C V. unfold norm. rewrite dot_scal_l, dot_scal_r, (dot_unit p v V).
replace (c * (c * 1)) with (c * c) by ring. apply sqrt_square. lra.
Qed.

Lemma zero_means_no_residual p k w a v b :
  loss p k w a v b = 0 -> agree k (residual (norm p w) a b) (fun _ => 0).
Proof.
intros L. assert (P := PI_above_3). assert (H := lower_bound p k w a v b). rewrite L in H.
set (x := residual (norm p w) a b) in *. assert (S := pow2_ge_0 (sum k x)). assert (N := dot_nonneg k x).
intros i Hi. apply (dot_zero k x); [nra|exact Hi].
Qed.

Lemma div_zero x y : y <> 0 -> x / y = 0 -> x = 0.
Proof. intros H E. replace x with (x / y * y) by (field; exact H). rewrite E. ring. Qed.

Lemma S2_zeros p k w a v b :
  dot p w w <> 0 -> norm p v = 1 -> ~ agree k b (fun _ => 0) ->
  (loss p k w a v b = 0 <-> exists c, 0 < c /\ agree p w (fun i => c * v i) /\ agree k a (fun i => b i / c)).
Proof.
intros W V H. assert (P := PI_above_3). split.
- intros L. assert (Z := zero_means_no_residual p k w a v b L). assert (N := norm_pos p w W).
  rewrite (loss_without_residual p k w a v b Z) in L. assert (B := square_pos k b H).
  assert (G : g (angle p w v) = PI).
  { assert (E : (PI - g (angle p w v)) * dot k b b = 0) by (apply div_zero with (2 * PI); lra).
    apply Rmult_integral in E. lra. }
  exists (norm p w). split; [exact N|split].
  + apply angle_0_multiple; [exact W|exact V|]. assert (R := angle_range p w v).
    destruct (Req_dec (angle p w v) 0) as [E|D]; [exact E|].
    assert (Q := g_decreasing 0 (angle p w v)). rewrite g_0 in Q. lra.
  + intros i Hi. assert (E := Z i Hi). unfold residual, lin in E.
    apply Rmult_eq_reg_l with (norm p w); [|lra]. field_simplify; lra.
- intros [c [C [A B]]]. rewrite (loss_ext p k _ _ _ _ v b A B), loss_without_residual.
  + rewrite (angle_multiple p c v C V), g_0. field. lra.
  + intros i _. rewrite (norm_multiple p c v C V). unfold residual, lin. field. lra.
Qed.

Lemma S2_only_zero_on_the_sphere p k w a v b :
  norm p w = 1 -> norm p v = 1 -> ~ agree k b (fun _ => 0) ->
  (loss p k w a v b = 0 <-> agree p w v /\ agree k a b).
Proof.
intros W V H. split.
- intros L. assert (D : dot p w w <> 0) by (rewrite (dot_unit p w W); lra).
  destruct (proj1 (S2_zeros p k w a v b D V H) L) as [c [C [A B]]].
  assert (E := norm_multiple p c v C V). rewrite <- (norm_ext p _ _ A), W in E. subst c.
  split; intros i Hi; [rewrite (A i Hi)|rewrite (B i Hi)]; field.
- intros [A B]. rewrite (loss_ext p k _ _ _ _ v b A B). now apply S1_zero_at_the_teacher.
Qed.
