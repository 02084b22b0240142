(* All critical points of the loss on the sphere.

   p, k               length of the filters, number of patches      v, b   the teacher, w* and a* in the paper
   critical           both gradients vanish, the one in w on the tangent space of the sphere
   level k b          1 - (PI-1) q / (PI-1+k-q), the value of g at the angle of the saddles
   equilibrium k x b  M^-1 (11^T + (x-1) I) b, where the gradient in a vanishes if x = g(phi)
   q k b              (1^T b)^2 / b^T b                              opposite v   -v

   Formalised: S1: the list, with both directions; the saddles exist iff q < 1 + (k-1)/PI; their angle is
   unique, at least PI/2, and PI/2 iff q = 0. S2 is in CriticalPoints_saddles.v.
   Not formalised: S3, the accuracy. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel model.Teacher.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.HalfSpaceMinimum landscape.LocalMinimality.
Open Scope R_scope.

Definition critical (p k : nat) (w a v b : vec) : Prop :=
  (forall i, (i < p)%nat -> tangent p w (gradient_w p k w a v b) i = 0) /\
  (forall i, (i < k)%nat -> gradient_a k (norm p w) (angle p w v) a b i = 0).
Definition level (k : nat) (b : vec) : R := 1 - (PI - 1) * q k b / (PI - 1 + INR k - q k b).
Definition equilibrium (k : nat) (x : R) (b : vec) : vec := inverse k (fun i => sum k b + (x - 1) * b i).

(* The gradient in w on the tangent space. *)
Lemma gradient_w_on_sphere p k w a v b :
  norm p w = 1 ->
  agree p (gradient_w p k w a v b)
    (lin (((sum k a) ^ 2 + (PI - 1) * dot k a a - sum k a * sum k b - (g (angle p w v) - 1) * dot k a b
           + (PI - angle p w v) * dot k a b * cos (angle p w v)) / (2 * PI)) w
         (- ((PI - angle p w v) * dot k a b / (2 * PI))) v).
Proof. intros W i _. unfold gradient_w, lin. cbv zeta. rewrite W. field. apply PI_neq0. Qed.

Lemma tangent_gradient p k w a v b i :
  norm p w = 1 -> norm p v = 1 -> (i < p)%nat ->
  tangent p w (gradient_w p k w a v b) i =
  - ((PI - angle p w v) * dot k a b / (2 * PI)) * (v i - cos (angle p w v) * w i).
Proof.
intros W V Hi. assert (A := gradient_w_on_sphere p k w a v b W). unfold tangent.
rewrite (dot_ext p w w _ _ (fun j _ => eq_refl) A), (A i Hi), dot_lin_r, (dot_unit p w W).
rewrite <- (cos_angle p w v W V). unfold lin. ring.
Qed.

Lemma across_not_zero p w v :
  norm p w = 1 -> norm p v = 1 -> 0 < angle p w v < PI ->
  exists i, (i < p)%nat /\ v i - cos (angle p w v) * w i <> 0.
Proof.
intros W V A. assert (S := sin_gt_0 _ (proj1 A) (proj2 A)). set (c := cos (angle p w v)).
assert (N : ~ agree p (fun i => v i - c * w i) (fun _ => 0)).
{ intros Z. assert (Q := square_zero p _ Z). rewrite dot_minus_l, !dot_minus_r, !dot_scal_l, !dot_scal_r in Q.
  rewrite (dot_unit p w W), (dot_unit p v V), (dot_sym p v w), <- (cos_angle p w v W V) in Q. fold c in Q.
  assert (T := sin2_cos2 (angle p w v)). unfold Rsqr in T. fold c in T. nra. }
apply Classical_Pred_Type.not_all_not_ex. intros H. apply N. intros i Hi.
destruct (Req_dec (v i - c * w i) 0) as [E|D]; [exact E|]. exfalso. now apply (H i).
Qed.

(* The gradient in w vanishes on the tangent space at the poles, and elsewhere iff d = 0. *)
Lemma tangent_vanishes p k w a v b :
  norm p w = 1 -> norm p v = 1 ->
  ((forall i, (i < p)%nat -> tangent p w (gradient_w p k w a v b) i = 0) <->
   angle p w v = 0 \/ angle p w v = PI \/ dot k a b = 0).
Proof.
intros W V. assert (R := angle_range p w v). assert (P := PI_above_3). split.
- intros H. destruct (Req_dec (angle p w v) 0) as [|N0]; [now left|].
  destruct (Req_dec (angle p w v) PI) as [|N1]; [now right; left|]. right; right.
  destruct (across_not_zero p w v W V) as [i [Hi N]]; [lra|]. assert (E := H i Hi).
  rewrite (tangent_gradient p k w a v b i W V Hi) in E. apply Rmult_integral in E.
  destruct E as [E|E]; [|contradiction]. unfold Rdiv in E. apply Ropp_eq_0_compat in E.
  rewrite Ropp_involutive in E.
  apply Rmult_integral in E. destruct E as [E|E]; [|assert (Q := Rinv_neq_0_compat (2 * PI)); lra].
  apply Rmult_integral in E. lra.
- intros H i Hi. rewrite (tangent_gradient p k w a v b i W V Hi). destruct H as [A|[A|D]].
  + rewrite A, cos_0, (angle_0_agree p w v W V A i Hi). ring.
  + rewrite A, Rminus_eq_0. unfold Rdiv. ring.
  + rewrite D. unfold Rdiv. ring.
Qed.

(* The gradient in a vanishes at one point for each angle. *)
Lemma gradient_a_vanishes k phi a b :
  (forall i, (i < k)%nat -> gradient_a k 1 phi a b i = 0) <-> agree k a (equilibrium k (g phi) b).
Proof.
assert (P := PI_above_3).
assert (G : forall i, gradient_a k 1 phi a b i = (system k a i - (sum k b + (g phi - 1) * b i)) / (2 * PI)).
{ intros i. unfold gradient_a, system. field. lra. }
split; intros H.
- apply system_unique. intros i Hi. assert (E := H i Hi). rewrite G in E.
  apply Rmult_eq_reg_r with (/ (2 * PI)); [|apply Rinv_neq_0_compat; lra]. unfold Rdiv in E. lra.
- intros i Hi. rewrite G. replace (system k a i) with (sum k b + (g phi - 1) * b i); [field; lra|].
  rewrite <- (system_inverse k (fun j => sum k b + (g phi - 1) * b j) i). unfold system.
  now rewrite (sum_ext k _ _ H), (H i Hi).
Qed.

Lemma equilibrium_value k x b i : equilibrium k x b i = b i - (PI - x) * inverse k b i.
Proof.
assert (P := PI_above_3). assert (D := size_pos k). unfold equilibrium, inverse.
rewrite (sum_plus k (fun _ => sum k b)), sum_const, sum_scal. field. lra.
Qed.

Lemma equilibrium_PI k b : agree k (equilibrium k PI b) b.
Proof. intros i _. rewrite equilibrium_value. ring. Qed.

Lemma equilibrium_0 k b : agree k (equilibrium k 0 b) (spurious k b).
Proof. intros i _. rewrite equilibrium_value, spurious_inverse. ring. Qed.

Lemma dot_equilibrium k x b : dot k (equilibrium k x b) b = dot k b b - (PI - x) * tau k b.
Proof.
rewrite (dot_ext k _ (fun i => b i - (PI - x) * inverse k b i) b b).
- rewrite dot_minus_l, dot_scal_l, (dot_sym k (inverse k b) b). unfold tau. ring.
- intros i _. apply equilibrium_value.
- now intros i _.
Qed.

Lemma q_below_size k b : ~ agree k b (fun _ => 0) -> 0 < PI - 1 + INR k - q k b.
Proof. intros H. assert (Q := S2_q_at_most_k k b H). assert (P := PI_above_3). lra. Qed.

Lemma dot_equilibrium_zero k x b :
  ~ agree k b (fun _ => 0) -> (dot k (equilibrium k x b) b = 0 <-> x = level k b).
Proof.
intros H. assert (P := PI_above_3). assert (D := size_pos k). assert (B := square_pos k b H).
assert (Q := q_below_size k b H).
replace (dot k (equilibrium k x b) b)
  with ((x - level k b) * (dot k b b * (PI - 1 + INR k - q k b) / ((PI - 1 + INR k) * (PI - 1)))).
- assert (C : 0 < dot k b b * (PI - 1 + INR k - q k b) / ((PI - 1 + INR k) * (PI - 1))).
  { apply Rdiv_lt_0_compat; apply Rmult_lt_0_compat; lra. }
  split; intros E; [apply Rmult_integral in E; lra|rewrite E; ring].
- rewrite dot_equilibrium, tau_value. unfold level in *. set (x0 := q k b) in *.
  replace ((sum k b) ^ 2) with (x0 * dot k b b) by (unfold x0, q; field; lra). field. lra.
Qed.

Lemma S1_critical_points p k w a v b :
  norm p w = 1 -> norm p v = 1 -> ~ agree k b (fun _ => 0) ->
  (critical p k w a v b <->
   (agree p w v /\ agree k a b) \/
   (agree p w (opposite v) /\ agree k a (spurious k b)) \/
   (0 < angle p w v < PI /\ g (angle p w v) = level k b /\ agree k a (equilibrium k (level k b) b))).
Proof.
intros W V H. unfold critical. rewrite (tangent_vanishes p k w a v b W V), W, gradient_a_vanishes.
assert (R := angle_range p w v). assert (P := PI_above_3). split.
- intros [T E]. destruct (Req_dec (angle p w v) 0) as [A|N0]; [left|].
  { split; [now apply angle_0_agree|]. rewrite A, g_0 in E. intros i Hi.
    now rewrite (E i Hi), equilibrium_PI. }
  right. destruct (Req_dec (angle p w v) PI) as [A|N1]; [left|].
  { split; [now apply angle_PI_agree|]. rewrite A, g_PI in E. intros i Hi.
    now rewrite (E i Hi), equilibrium_0. }
  right. assert (D : dot k a b = 0) by lra.
  rewrite (dot_agree_l k _ _ b E), dot_equilibrium_zero in D by exact H.
  rewrite <- D. split; [lra|now split].
- intros [[A E]|[[A E]|[A [G E]]]].
  + rewrite (angle_ext p w v v A), (angle_self p v V), g_0. split; [now left|].
    intros i Hi. now rewrite (E i Hi), equilibrium_PI.
  + rewrite (angle_ext p w _ v A), (angle_opposite p v V), g_PI. split; [now right; left|].
    intros i Hi. now rewrite (E i Hi), equilibrium_0.
  + rewrite G. split; [|exact E]. right; right. rewrite (dot_agree_l k _ _ b E).
    now apply dot_equilibrium_zero.
Qed.

Lemma S1_saddle_alignment k b :
  ~ agree k b (fun _ => 0) -> dot k (equilibrium k (level k b) b) b = 0.
Proof.
intros H. now apply dot_equilibrium_zero.
Qed.

Lemma S1_saddle_weights k x b i : system k (equilibrium k x b) i = sum k b + (x - 1) * b i.
Proof.
unfold equilibrium. now rewrite system_inverse.
Qed.

(* The level and its angle. *)
Lemma level_range k b : ~ agree k b (fun _ => 0) -> level k b <= 1.
Proof.
intros H. assert (P := PI_above_3). assert (Q := q_below_size k b H). assert (Q0 := S2_q_at_least_0 k b H).
unfold level. assert (X : 0 <= (PI - 1) * q k b / (PI - 1 + INR k - q k b)); [|lra].
apply Rmult_le_pos; [apply Rmult_le_pos; lra|now apply Rlt_le, Rinv_0_lt_compat].
Qed.

Lemma level_positive_iff k b : ~ agree k b (fun _ => 0) -> (0 < level k b <-> q k b < 1 + (INR k - 1) / PI).
Proof.
intros H. assert (P := PI_above_3). assert (Q := q_below_size k b H). set (x := q k b) in *.
replace (level k b) with ((1 + (INR k - 1) / PI - x) * (PI / (PI - 1 + INR k - x))).
- assert (C : 0 < PI / (PI - 1 + INR k - x)) by (apply Rdiv_lt_0_compat; lra).
  split; intros E; [|apply Rmult_lt_0_compat; lra].
  destruct (Rlt_or_le x (1 + (INR k - 1) / PI)) as [L|L]; [exact L|nra].
- unfold level. fold x. field. lra.
Qed.

Lemma g_injective x y : 0 <= x <= PI -> 0 <= y <= PI -> g x = g y -> x = y.
Proof.
intros X Y E. destruct (Rtotal_order x y) as [L|[L|L]]; [|exact L|].
- assert (Q := g_decreasing x y). lra.
- assert (Q := g_decreasing y x). lra.
Qed.

Lemma g_surjective y : 0 < y < PI -> exists phi, 0 < phi < PI /\ g phi = y.
Proof.
intros Y. assert (P := PI_above_3).
destruct (IVT (fun t => y - g t) 0 PI) as [z [R E]]; [|lra|rewrite g_0; lra|rewrite g_PI; lra|].
- intros x. unfold g. reg.
- exists z. assert (N0 : z <> 0) by (intros Z; rewrite Z, g_0 in E; lra).
  assert (N1 : z <> PI) by (intros Z; rewrite Z, g_PI in E; lra). split; lra.
Qed.

Lemma S1_angle_exists_iff k b :
  ~ agree k b (fun _ => 0) ->
  ((exists phi, 0 < phi < PI /\ g phi = level k b) <-> q k b < 1 + (INR k - 1) / PI).
Proof.
intros H. rewrite <- (level_positive_iff k b H). assert (L := level_range k b H). assert (P := PI_above_3).
split.
- intros [phi [R E]]. rewrite <- E, <- g_PI. apply g_decreasing; lra.
- intros Z. apply g_surjective. lra.
Qed.

Lemma S1_angle_unique k b phi phi' :
  0 <= phi <= PI -> 0 <= phi' <= PI -> g phi = level k b -> g phi' = level k b -> phi = phi'.
Proof.
intros R R' E E'. apply g_injective; [exact R|exact R'|]. now rewrite E, E'.
Qed.

Lemma S1_angle_at_least_PI_2 k b phi :
  ~ agree k b (fun _ => 0) -> 0 <= phi <= PI -> g phi = level k b -> PI / 2 <= phi.
Proof.
intros H R E. assert (L := level_range k b H). assert (P := PI_above_3).
destruct (Rle_or_lt (PI / 2) phi) as [A|A]; [exact A|].
assert (Q := g_decreasing phi (PI / 2)). rewrite g_PI2 in Q. lra.
Qed.

Lemma S1_angle_is_PI_2_iff k b phi :
  ~ agree k b (fun _ => 0) -> 0 <= phi <= PI -> g phi = level k b -> (phi = PI / 2 <-> q k b = 0).
Proof.
intros H R E. assert (P := PI_above_3). assert (Q := q_below_size k b H). split; intros Z.
- rewrite Z, g_PI2 in E. unfold level in E. set (x := q k b) in *.
  assert (X : (PI - 1) * x / (PI - 1 + INR k - x) * (PI - 1 + INR k - x) = 0) by (replace (_ / _) with 0 by
    lra; ring).
  unfold Rdiv in X. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in X by lra. nra.
- apply g_injective; [exact R|lra|]. rewrite g_PI2, E. unfold level. rewrite Z. field. lra.
Qed.

Lemma S1_saddles_exist_iff p k v b :
  (2 <= p)%nat -> norm p v = 1 -> ~ agree k b (fun _ => 0) ->
  ((exists w a, norm p w = 1 /\ 0 < angle p w v < PI /\ critical p k w a v b)
   <-> q k b < 1 + (INR k - 1) / PI).
Proof.
intros Hp V H. rewrite <- (S1_angle_exists_iff k b H). assert (P := PI_above_3). split.
- intros [w [a [W [A C]]]]. exists (angle p w v). split; [exact A|].
  apply S1_critical_points in C; [|exact W|exact V|exact H].
  destruct C as [[C _]|[[C _]|[_ [C _]]]]; [| |exact C].
  + rewrite (angle_ext p w v v C), angle_self in A by exact V. lra.
  + rewrite (angle_ext p w _ v C), angle_opposite in A by exact V. lra.
- intros [phi [R E]]. destruct (unit_at_angle p v phi Hp V) as [w [W A]]; [lra|].
  exists w, (equilibrium k (level k b) b). rewrite A. split; [exact W|split; [exact R|]].
  apply S1_critical_points; [exact W|exact V|exact H|]. right; right. rewrite A. now split.
Qed.
