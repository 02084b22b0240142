(* The spurious stationary point (-w*, spurious).

   p, k             length of the filters, number of patches       v, b   the teacher, w* and a* in the paper
   system k a       M a with M = 11^T + (PI-1) I                   spurious k b   its output weights
   opposite v       its filter -v

   Formalised: S1, S2, S3, S4; S6 has its refutation in SpuriousOptimum_refuted.v.
   Not formalised: S5, the accuracy. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
Open Scope R_scope.

Lemma sum_system k a : sum k (system k a) = (PI - 1 + INR k) * sum k a.
Proof.
unfold system. rewrite (sum_plus k (fun _ => sum k a)), sum_const, sum_scal. ring.
Qed.

Lemma system_unique k a y : agree k (system k a) y -> agree k a (inverse k y).
Proof.
intros H i Hi. assert (P := PI_above_3). assert (D := size_pos k). unfold inverse.
rewrite <- (sum_ext k _ _ H), sum_system, <- (H i Hi). unfold system. field. lra.
Qed.

Lemma inverse_spurious k b i : inverse k (fun j => sum k b - b j) i = spurious k b i.
Proof.
assert (P := PI_above_3). assert (D := size_pos k). unfold inverse, spurious.
rewrite (sum_minus k (fun _ => sum k b)), sum_const. field. lra.
Qed.

Lemma loss_opposite p k a v b : norm p v = 1 -> loss p k (opposite v) a v b = loss_at k 1 PI a b.
Proof. intros V. unfold loss. now rewrite angle_opposite, norm_opposite, V. Qed.

Lemma loss_on_sphere p k w a v b : norm p w = 1 -> loss p k w a v b = loss_at k 1 (angle p w v) a b.
Proof. intros W. unfold loss. now rewrite W. Qed.

Lemma S1_invertible k y :
  exists a, agree k (system k a) y /\ forall a', agree k (system k a') y -> agree k a' a.
Proof.
exists (inverse k y). split; [intros i _; apply system_inverse|intros a'; apply system_unique].
Qed.

Lemma S1_solution k b i : system k (spurious k b) i = sum k b - b i.
Proof.
apply system_spurious.
Qed.

Lemma S1_only_solution k a b :
  (forall i, (i < k)%nat -> system k a i = sum k b - b i) -> agree k a (spurious k b).
Proof.
intros H i Hi. rewrite <- inverse_spurious. now apply system_unique.
Qed.

Lemma S2_output_gradient_vanishes p k v b i :
  norm p v = 1 -> gradient_a k (norm p (opposite v)) (angle p (opposite v) v) (spurious k b) b i = 0.
Proof.
intros V. assert (P := PI_neq0). rewrite norm_opposite, V, angle_opposite by exact V.
unfold gradient_a. rewrite g_PI. assert (S := system_spurious k b i). unfold system in S.
rewrite !Rmult_1_l, S. field. exact P.
Qed.

Lemma S2_filter_gradient_vanishes p k v b i :
  norm p v = 1 -> gradient_w p k (opposite v) (spurious k b) v b i = 0.
Proof.
intros V. assert (P := PI_neq0). unfold gradient_w. cbv zeta.
rewrite norm_opposite, V, angle_opposite by exact V.
rewrite g_PI. assert (F := form_spurious k b). unfold form, bilinear in F.
replace (sum k (spurious k b) ^ 2) with (sum k (spurious k b) * sum k b - dot k (spurious k b) b
  - (PI - 1) * dot k (spurious k b) (spurious k b)) by lra. field. exact P.
Qed.

Lemma S3_loss p k v b :
  norm p v = 1 ->
  loss p k (opposite v) (spurious k b) v b =
  ((PI - 2) * dot k b b + PI * (sum k b) ^ 2 / (PI - 1 + INR k)) / (4 * (PI - 1)).
Proof.
intros V. assert (P := PI_above_3). assert (D := size_pos k).
rewrite (loss_opposite p k _ v b V), loss_at_form, g_PI. unfold residual.
rewrite form_lin, form_spurious, bilinear_sym, bilinear_spurious, sum_spurious, sum_inverse,
  dot_spurious_teacher.
rewrite tau_value. unfold form, bilinear. field. lra.
Qed.

Lemma S3_positive p k v b :
  norm p v = 1 -> ~ agree k b (fun _ => 0) -> 0 < loss p k (opposite v) (spurious k b) v b.
Proof.
intros V H. rewrite (S3_loss p k v b V). assert (P := PI_above_3). assert (D := size_pos k).
assert (B := square_pos k b H). assert (Q : 0 <= (sum k b) ^ 2 / (PI - 1 + INR k)).
{ apply Rmult_le_pos; [apply pow2_ge_0|]. now apply Rlt_le, Rinv_0_lt_compat. }
apply Rdiv_lt_0_compat; [|lra]. unfold Rdiv in *. nra.
Qed.

Lemma S3_zero_for_the_zero_teacher p k v b :
  norm p v = 1 -> agree k b (fun _ => 0) -> loss p k (opposite v) (spurious k b) v b = 0.
Proof.
intros V H. assert (P := PI_above_3). assert (D := size_pos k).
rewrite (S3_loss p k v b V), (square_zero k b H), (sum_ext k _ _ H), sum_const. field. lra.
Qed.

Lemma S4_alignment k b :
  dot k (spurious k b) b = (PI * (sum k b) ^ 2 / (PI - 1 + INR k) - dot k b b) / (PI - 1).
Proof.
assert (P := PI_above_3). assert (D := size_pos k). rewrite dot_spurious_teacher, tau_value. field. lra.
Qed.
