(* The constants of landscape.GlobalOptimum/S3 are the best possible.

   p, k            length of the filters, number of patches    v, b   the teacher, w* and a* in the paper
   opposite u      -u, so that (opposite v, opposite b) is the antipode of the teacher
   residual r a b  r a - b                                      basis i   the i-th unit vector

   Formalised: equality at the antipode of every teacher with 1^T b = 0, and nowhere else with a residual that
   does not vanish; no larger constant for k >= 2, nor for k = 1.
   Not formalised: the exercise, the best constant for one teacher. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.OutputGradient.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.HalfSpaceMinimum landscape.GlobalOptimum.
Open Scope R_scope.

Lemma loss_at_the_antipode p k v b :
  norm p v = 1 ->
  loss p k (opposite v) (opposite b) v b = (2 * (sum k b) ^ 2 + (PI - 2) * dot k b b) / (2 * PI).
Proof.
intros V. assert (P := PI_neq0). rewrite loss_opposite by exact V. unfold loss_at, residual.
rewrite dot_lin_sq, sum_lin, !dot_opposite, (dot_sym k b (opposite b)), dot_opposite, g_PI.
replace (sum k (opposite b)) with (- sum k b); [field; exact P|].
rewrite (sum_ext k (opposite b) (fun i => -1 * b i)); [rewrite sum_scal; ring|].
intros i _. unfold opposite. ring.
Qed.

Lemma residual_at_the_antipode p k v b :
  norm p v = 1 -> norm k (residual (norm p (opposite v)) (opposite b) b) ^ 2 = 4 * dot k b b.
Proof.
intros V. rewrite norm_opposite, V. replace (norm k _ ^ 2) with (norm k (residual 1 (opposite b) b) *
  norm k (residual 1 (opposite b) b)) by ring. rewrite norm_sq. unfold residual.
rewrite dot_lin_sq, !dot_opposite, (dot_sym k b (opposite b)), dot_opposite. ring.
Qed.

Lemma S3_equality p k v b :
  norm p v = 1 -> sum k b = 0 ->
  loss p k (opposite v) (opposite b) v b =
  (PI - 2) / (8 * PI) * norm k (residual (norm p (opposite v)) (opposite b) b) ^ 2.
Proof.
intros V S. rewrite residual_at_the_antipode, loss_at_the_antipode, S by exact V. field. apply PI_neq0.
Qed.

Lemma unit_basis p i : (i < p)%nat -> norm p (basis i) = 1.
Proof.
intros H. apply norm_of_dot. rewrite dot_basis by exact H. unfold basis.
destruct (Nat.eq_dec i i); [reflexivity|lia].
Qed.

Lemma balanced_teacher k : (2 <= k)%nat -> exists b, sum k b = 0 /\ 0 < dot k b b.
Proof.
intros H. exists (lin 1 (basis 0) (-1) (basis 1)). split.
- rewrite <- (Rmult_1_l (sum k _)), <- dot_ones_l, dot_lin_r, !(dot_sym k (fun _ => 1)), !dot_basis by lia.
  ring.
- rewrite dot_lin_sq, !dot_basis by lia. unfold basis. simpl. lra.
Qed.

Lemma S3_no_larger_constant p k c :
  (1 <= p)%nat -> (2 <= k)%nat ->
  (forall w a v b, norm p v = 1 -> dot p w w <> 0 ->
     c * norm k (residual (norm p w) a b) ^ 2 <= loss p k w a v b) ->
  c <= (PI - 2) / (8 * PI).
Proof.
intros Hp Hk H. destruct (balanced_teacher k Hk) as [b [S B]]. assert (V := unit_basis p 0 Hp).
assert (N : dot p (opposite (basis 0)) (opposite (basis 0)) <> 0).
{ rewrite dot_opposite, dot_sym, dot_opposite, (dot_unit p _ V). lra. }
assert (E := H (opposite (basis 0)) (opposite b) (basis 0) b V N).
rewrite (S3_equality p k _ b V S), (residual_at_the_antipode p k _ b V) in E.
apply Rmult_le_reg_r with (4 * dot k b b); lra.
Qed.

Lemma S3_no_larger_constant_one_patch p c :
  (1 <= p)%nat ->
  (forall w a v b, norm p v = 1 -> dot p w w <> 0 ->
     c * norm 1 (residual (norm p w) a b) ^ 2 <= loss p 1 w a v b) ->
  c <= 1 / 8.
Proof.
intros Hp H. assert (V := unit_basis p 0 Hp). assert (P := PI_above_3).
assert (N : dot p (opposite (basis 0)) (opposite (basis 0)) <> 0).
{ rewrite dot_opposite, dot_sym, dot_opposite, (dot_unit p _ V). lra. }
assert (E := H (opposite (basis 0)) (opposite (fun _ => 1)) (basis 0) (fun _ => 1) V N).
rewrite (loss_at_the_antipode p 1 _ _ V), (residual_at_the_antipode p 1 _ _ V) in E.
unfold dot in E. simpl in E.
replace (_ / (2 * PI)) with (1 / 2) in E by (field; lra). lra.
Qed.

(* Equality, with a residual that does not vanish, is met at the antipode only, and only if 1^T b = 0. *)
Lemma equality_terms m s n y x :
  0 <= m <= PI -> 0 < n -> x = n + 4 * y -> 0 <= x -> s ^ 2 + PI / 2 * n + 2 * m * y = 0 ->
  s = 0 /\ x = 0 /\ m = PI.
Proof.
intros M N X X0 E. assert (P := PI_above_3). assert (S := pow2_ge_0 s).
assert (Y : y < 0) by (destruct (Rlt_or_le y 0); [assumption|nra]).
assert (F : s ^ 2 + PI / 2 * x + 2 * (PI - m) * - y = 0) by (subst x; nra).
assert (A : 0 <= 2 * (PI - m) * - y) by (apply Rmult_le_pos; lra).
assert (B : 0 <= PI / 2 * x) by (apply Rmult_le_pos; lra).
split; [|split].
- assert (Z : s ^ 2 = 0) by lra. nra.
- assert (Z : PI / 2 * x = 0) by lra. apply Rmult_integral in Z. lra.
- assert (Z : 2 * (PI - m) * - y = 0) by lra. apply Rmult_integral in Z. lra.
Qed.

Lemma S3_equality_only_at_the_antipode p k w a v b :
  norm p v = 1 -> ~ agree k (residual (norm p w) a b) (fun _ => 0) ->
  loss p k w a v b = (PI - 2) / (8 * PI) * norm k (residual (norm p w) a b) ^ 2 ->
  angle p w v = PI /\ agree k (fun i => norm p w * a i) (fun i => - b i) /\ sum k b = 0.
Proof.
intros V H E. assert (P := PI_above_3). assert (G := g_bounds _ (angle_range p w v)).
unfold loss, loss_at in E. set (r := norm p w) in *. set (phi := angle p w v) in *.
assert (N := square_pos k _ H). assert (Q := dot_nonneg k (lin r a 1 b)).
destruct (equality_terms (PI - g phi) (sum k (residual r a b)) (dot k (residual r a b) (residual r a b))
  (r * dot k a b) (dot k (lin r a 1 b) (lin r a 1 b))) as [S [X M]]; [lra|exact N| |exact Q| |].
- unfold residual. rewrite !dot_lin_sq. ring.
- replace (norm k (residual r a b) ^ 2) with (dot k (residual r a b) (residual r a b)) in E
    by (rewrite <- norm_sq; ring).
  apply Rmult_eq_compat_r with (r := 4 * PI) in E. unfold Rdiv at 1 in E.
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r in E by lra.
  replace ((PI - 2) / (8 * PI) * dot k (residual r a b) (residual r a b) * (4 * PI))
    with ((PI / 2 - 1) * dot k (residual r a b) (residual r a b)) in E by (field; lra). lra.
- assert (A : agree k (fun i => r * a i) (fun i => - b i)).
  { intros i Hi. assert (Z := dot_zero k _ X i Hi). unfold lin in Z. lra. }
  split; [|split; [exact A|]].
  + destruct (Req_dec phi PI) as [F|F]; [exact F|]. assert (B := g_of_angle_pos p w v F). fold phi in B. lra.
  + unfold residual in S. rewrite sum_lin, <- sum_scal, (sum_ext k _ _ A) in S.
    rewrite (sum_ext k (fun i => - b i) (fun i => -1 * b i)) in S by (intros i _; ring).
    rewrite sum_scal in S. lra.
Qed.
