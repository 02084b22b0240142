(* The edges of landscape.LocalMinimality: one patch (k = 1) and filters of length one (p = 1).

   v, b          the teacher, w* and a* in the paper           q k b = (1^T b)^2 / b^T b
   opposite v    -v, the filter of the spurious point          spurious k b   its output weights
   threshold k   1 + (k-1)/PI                                  local_minimum, strict_local_minimum
   rational x    x is a quotient of integers, as every double is

   Formalised: S5, S6; of S4 that a teacher with rational entries is on the boundary iff k = 1.
   Not formalised: the sign that the program computes (S4). *)
From Coq Require Import Reals Lra Lia Psatz ZArith.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel model.Teacher.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.HalfSpaceMinimum landscape.LocalMinimality.
From Lemmata Require Import landscape.LocalMinimality_irrational.
Open Scope R_scope.

Definition rational (x : R) : Prop := exists m n : Z, n <> 0%Z /\ IZR n * x = IZR m.

Lemma rational_integer m : rational (IZR m).
Proof. exists m, 1%Z. split; [lia|ring]. Qed.

Lemma rational_plus x y : rational x -> rational y -> rational (x + y).
Proof.
intros [m [n [N E]]] [m' [n' [N' E']]]. exists (m * n' + m' * n)%Z, (n * n')%Z. split; [lia|].
rewrite plus_IZR, !mult_IZR, <- E, <- E'. ring.
Qed.

Lemma rational_mult x y : rational x -> rational y -> rational (x * y).
Proof.
intros [m [n [N E]]] [m' [n' [N' E']]]. exists (m * m')%Z, (n * n')%Z. split; [lia|].
rewrite !mult_IZR, <- E, <- E'. ring.
Qed.

Lemma rational_sum k b : (forall i, (i < k)%nat -> rational (b i)) -> rational (sum k b).
Proof.
induction k as [|k IH]; intros H; [apply (rational_integer 0)|]. simpl.
apply rational_plus; [apply IH; intros; apply H; lia|apply H; lia].
Qed.

Lemma rational_dot k b : (forall i, (i < k)%nat -> rational (b i)) -> rational (dot k b b).
Proof. intros H. apply rational_sum. intros i Hi. apply rational_mult; now apply H. Qed.

(* PI x = y in rationals only if both are 0. *)
Lemma rational_PI x y : rational x -> rational y -> PI * x = y -> x = 0.
Proof.
intros [m [n [N E]]] [m' [n' [N' E']]] H. destruct (Z.eq_dec m 0) as [->|M].
- apply Rmult_eq_reg_l with (IZR n); [lra|]. now apply not_0_IZR.
- exfalso. apply (PI_irrational (m * n') (m' * n)); [lia|].
  rewrite !mult_IZR, <- E, <- E', <- H. ring.
Qed.

Lemma boundary_in_integers k b :
  dot k (spurious k b) b = 0 <-> PI * ((sum k b) ^ 2 - dot k b b) = (INR k - 1) * dot k b b.
Proof.
assert (P := PI_above_3). assert (D := size_pos k). rewrite S4_alignment.
replace ((PI * (sum k b) ^ 2 / (PI - 1 + INR k) - dot k b b) / (PI - 1))
  with ((PI * ((sum k b) ^ 2 - dot k b b) - (INR k - 1) * dot k b b) * / ((PI - 1 + INR k) * (PI - 1)))
  by (field; lra).
assert (I : 0 < / ((PI - 1 + INR k) * (PI - 1))) by (apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra).
split; intros E; [apply Rmult_integral in E; lra|]. rewrite E. ring.
Qed.

Lemma S4_boundary_iff_one_patch k b :
  (1 <= k)%nat -> ~ agree k b (fun _ => 0) -> (forall i, (i < k)%nat -> rational (b i)) ->
  (dot k (spurious k b) b = 0 <-> k = 1%nat).
Proof.
intros K H Q. assert (B := square_pos k b H). assert (S := rational_sum k b Q).
assert (T := rational_dot k b Q).
rewrite boundary_in_integers. split; intros E.
- assert (X : (sum k b) ^ 2 - dot k b b = 0).
  { apply rational_PI with ((INR k - 1) * dot k b b); [| |exact E].
    - replace (_ - _) with (sum k b * sum k b + IZR (-1) * dot k b b) by ring.
      repeat (apply rational_plus || apply rational_mult || apply rational_integer || assumption).
    - rewrite INR_IZR_INZ, <- minus_IZR. apply rational_mult; [apply rational_integer|exact T]. }
  rewrite X, Rmult_0_r in E. symmetry in E. apply Rmult_integral in E. apply INR_eq. simpl. lra.
- subst k. unfold dot. simpl. ring.
Qed.

Lemma S4_threshold_iff_one_patch k b :
  (1 <= k)%nat -> ~ agree k b (fun _ => 0) -> (forall i, (i < k)%nat -> rational (b i)) ->
  (q k b = 1 + (INR k - 1) / PI <-> k = 1%nat).
Proof.
intros K H Q. rewrite <- (S4_boundary_iff_one_patch k b K H Q), boundary_in_integers.
assert (B := square_pos k b H). assert (P := PI_above_3). unfold q. split; intros E.
- replace (PI * _) with (PI * dot k b b * ((sum k b) ^ 2 / dot k b b) - PI * dot k b b) by (field; lra).
  rewrite E. field. lra.
- apply Rmult_eq_reg_l with (PI * dot k b b); [|nra]. field_simplify; lra.
Qed.

(* The unit sphere of R^1 is {-1, 1}. *)
Lemma line_agree w v : norm 1 w = 1 -> norm 1 v = 1 -> dist 1 w (opposite v) < 1 -> agree 1 w (opposite v).
Proof.
intros W V D. assert (N := norm_nonneg 1 (fun i => w i - opposite v i)). fold (dist 1 w (opposite v)) in N.
assert (S := dist_opposite 1 w v W V). rewrite (cos_angle 1 w v W V) in S.
assert (W2 := dot_unit 1 w W). assert (V2 := dot_unit 1 v V). unfold dot in S, W2, V2. simpl in S, W2, V2.
intros i Hi. replace i with 0%nat by lia. unfold opposite.
assert (Z : (w 0%nat + v 0%nat) * (w 0%nat - v 0%nat) = 0) by lra.
apply Rmult_integral in Z. destruct Z as [Z|Z]; [lra|]. nra.
Qed.

Lemma S5_strict_local_minimum k v b :
  norm 1 v = 1 -> ~ agree k b (fun _ => 0) -> strict_local_minimum 1 k v b (opposite v) (spurious k b).
Proof.
intros V H. assert (P := PI_above_3). exists 1. split; [lra|]. intros w a W Dw _ N.
assert (A := line_agree w v W V Dw). rewrite (loss_ext 1 k w (opposite v) a a v b A) by now intros i _.
assert (E := excess 1 k (opposite v) a v b V). rewrite norm_opposite, V, (angle_opposite 1 v V), g_PI in E.
assert (F : 0 < form k (lin 1 a (-1) (spurious k b)) / (4 * PI)); [|unfold Rdiv in *; lra].
apply Rdiv_lt_0_compat; [|lra]. rewrite <- form_minus. apply form_pos. intros Z. apply N. split; [exact A|].
intros i Hi. assert (Q := Z i Hi). simpl in Q. lra.
Qed.

Lemma S5_positive k v b :
  norm 1 v = 1 -> ~ agree k b (fun _ => 0) -> 0 < loss 1 k (opposite v) (spurious k b) v b.
Proof.
apply S3_positive.
Qed.

Lemma S6_output_weight_is_0 b : spurious 1 b 0%nat = 0.
Proof.
assert (P := PI_above_3). unfold spurious. simpl. field. lra.
Qed.

Lemma S6_boundary b : b 0%nat <> 0 -> q 1 b = 1 /\ threshold 1 = 1.
Proof.
intros H. split; [now apply S2_one_patch|]. unfold threshold. simpl. field. apply PI_neq0.
Qed.

Lemma S6_no_local_minimum p v b :
  (2 <= p)%nat -> norm p v = 1 -> b 0%nat <> 0 ->
  ~ local_minimum p 1 v b (opposite v) (fun _ => 0).
Proof.
intros Hp V H M. assert (N : ~ agree 1 b (fun _ => 0)) by (intros A; apply H, (A 0%nat); lia).
apply (no_minimum_otherwise p 1 v b Hp V N); [right; symmetry; apply boundary_in_integers; unfold dot;
  simpl; ring|].
destruct M as [eps [E M]]. exists eps. split; [exact E|]. intros w a W Dw Da.
assert (A : agree 1 (spurious 1 b) (fun _ => 0)).
{ intros i Hi. replace i with 0%nat by lia. apply S6_output_weight_is_0. }
rewrite (loss_ext p 1 (opposite v) (opposite v) _ (fun _ => 0) v b (fun i _ => eq_refl) A).
apply M; [exact W|exact Dw|]. unfold dist in *. erewrite norm_ext; [exact Da|].
intros i Hi. now rewrite (A i Hi).
Qed.
