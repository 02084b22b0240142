(* Where C1 and C2 hold: the poster's remarks, read with quantifiers.

   U w a                   a set of points (w, a); only its points with w on the sphere matter
   kappa, m2, m1, h        the means over the noise on the filter, kappa and h as functions of phi
   moments k m2 m1 h       m2 > 0, h is least at PI, and b_1, b_2 >= 0 at every angle
   C1_holds ... U          C1 with gamma_w = 0 and some c_w > 0 at every point of U
   C2_holds ... U          C2 with some c_a > 0 and some finite gamma_a at every point of U
   opposite_of v           -v

   Formalised: S1 (C1 fails on S x R^k for every kappa; C2 holds there, against the words of the poster), S2,
   and the noise-free instance of each premise. S3, S6, S7 and S8 are in PartialDissipativity_regions.v, S5
   in PartialDissipativity_law.v, S4 and S9 in PartialDissipativity_noise.v, _levels.v and _fixed.v; C2 for
   every law of the noise with mean 0, without `moments`, in PartialDissipativity_centred.v.
   Not formalised: the probability 1/2 of S6; S10. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Planes Definitions loss.AngleKernel loss.Angle
  loss.FilterGradient.
From Lemmata Require Import dissipativity.OutputDissipativity dissipativity.OutputDissipativity_slack.
From Lemmata Require Import dissipativity.FilterDissipativity.
Open Scope R_scope.

Definition opposite_of (v : vec) : vec := fun i => - v i.
Definition moments (k : nat) (m2 m1 : R) (h : R -> R) : Prop :=
  0 < m2 /\ forall x, 0 <= x <= PI ->
  h PI <= h x /\ 0 <= b_along k m2 m1 (h x) /\ 0 <= b_across m2 m1 (h x).
Definition C1_at_all (p k : nat) (kappa : R -> R) (U : vec -> vec -> Prop) (c : R) (v b : vec) : Prop :=
  forall w a, dot p w w = 1 -> U w a ->
  inner_w p k (kappa (angle p w v)) w a v b >= c * dot p (gap w v) (gap w v).
Definition C1_holds (p k : nat) (kappa : R -> R) (U : vec -> vec -> Prop) (v b : vec) : Prop :=
  exists c, 0 < c /\ C1_at_all p k kappa U c v b.
Definition C2_at_all (p k : nat) (m2 m1 : R) (h : R -> R) (U : vec -> vec -> Prop) (c gamma : R) (v b : vec)
  : Prop :=
  forall w a, dot p w w = 1 -> U w a ->
  inner_a k m2 m1 (h (angle p w v)) a b >= c * dot k (gap a b) (gap a b) - gamma.
Definition C2_holds (p k : nat) (m2 m1 : R) (h : R -> R) (U : vec -> vec -> Prop) (v b : vec) : Prop :=
  exists c gamma, 0 < c /\ C2_at_all p k m2 m1 h U c gamma v b.
Definition everywhere : vec -> vec -> Prop := fun _ _ => True.

(* The two ends of the sphere. *)
Lemma at_opposite p v : dot p v v = 1 -> dot p (opposite_of v) (opposite_of v) = 1 /\ angle p (opposite_of
  v) v = PI.
Proof.
intros V. assert (W : dot p (opposite_of v) (opposite_of v) = 1).
{ rewrite <- V. apply sum_ext. intros i _. unfold opposite_of. ring. }
split; [exact W|]. unfold opposite_of. rewrite S3_opposite. unfold angle.
rewrite V, (norm_unit p v V). replace (1 / (1 * 1)) with 1 by field. rewrite acos_1. ring.
Qed.

Lemma angle_PI p w v : dot p w w = 1 -> dot p v v = 1 -> (angle p w v = PI <-> agree p w (opposite_of v)).
Proof.
intros W V. assert (C := dot_cos p w v W V). split.
- intros E. rewrite E, cos_PI in C. apply dot_zero_agree. unfold opposite_of.
  rewrite (dot_ext p _ (lin 1 w 1 v) _ (lin 1 w 1 v)); try (intros i _; unfold lin; ring).
  rewrite dot_lin_sq, W, V, C. ring.
- intros A. destruct (at_opposite p v V) as [_ E]. rewrite <- E. unfold angle, norm.
  now rewrite (dot_ext p w _ w _ A A), (dot_ext p w _ v v A (fun i _ => eq_refl)).
Qed.

Lemma angle_0 p w v : dot p w w = 1 -> dot p v v = 1 -> (angle p w v = 0 <-> agree p w v).
Proof.
intros W V. assert (C := dot_cos p w v W V). split.
- intros E. apply dot_zero_agree. change (dot p (gap w v) (gap w v) = 0).
  rewrite distance, E, cos_0 by easy. ring.
- intros A. rewrite (dot_ext p w v v v A), V in C by easy.
  rewrite <- (acos_cos (angle p w v)), <- C by apply angle_range. apply acos_1.
Qed.

Lemma inner_w_off p k kappa w a v b c : dot p w w = 1 -> dot p v v = 1 -> angle p w v <> 0 ->
  (inner_w p k (kappa (angle p w v)) w a v b >= c * dot p (gap w v) (gap w v) <->
   c <= dot k a b * coefficient kappa (angle p w v)).
Proof. intros W V N. rewrite <- (C1_at p k kappa w a v b c W V N). lra. Qed.

Lemma inner_w_on p k kappa w a v b c : dot p w w = 1 -> dot p v v = 1 -> angle p w v = 0 ->
  inner_w p k (kappa (angle p w v)) w a v b >= c * dot p (gap w v) (gap w v).
Proof. intros W V E. rewrite S1_identity, distance, E, cos_0 by easy. lra. Qed.

(* S1 *)
Lemma S1_C1_fails_at_the_opposite p k kappa a v b c : dot p v v = 1 -> 0 < c ->
  let w := opposite_of v in
  inner_w p k (kappa (angle p w v)) w a v b = 0 /\ dot p (gap w v) (gap w v) = 4 /\
  ~ inner_w p k (kappa (angle p w v)) w a v b >= c * dot p (gap w v) (gap w v).
Proof.
intros V C w. destruct (at_opposite p v V) as [W E]. fold w in W, E.
assert (I : inner_w p k (kappa (angle p w v)) w a v b = 0).
{ rewrite S1_identity, E, cos_PI by easy. unfold Rdiv. ring. }
assert (D : dot p (gap w v) (gap w v) = 4) by (rewrite distance, E, cos_PI by easy; ring).
rewrite I, D. repeat split; lra.
Qed.

Lemma S1_C1_does_not_hold_globally p k kappa v b : dot p v v = 1 -> ~ C1_holds p k kappa everywhere v b.
Proof.
intros V [c [C H]]. destruct (S1_C1_fails_at_the_opposite p k kappa b v b c V C) as [_ [_ F]].
apply F, H; [apply at_opposite; easy|exact I].
Qed.

Lemma limit_pos k m2 : (1 <= k)%nat -> 0 < m2 -> 0 < limit k m2.
Proof.
intros H H2. assert (P := PI2_3_2). destruct k as [|[|k]]; [lia| |]; unfold limit, stiffness_along,
  stiffness_across;
  apply Rdiv_lt_0_compat; simpl; nra.
Qed.

Lemma S2_C2_holds_with_the_slack_of_PI p k m2 m1 h ca gamma v b : (1 <= k)%nat -> dot p v v = 1 -> moments k
  m2 m1 h ->
  ca < limit k m2 ->
  (C2_at_all p k m2 m1 h everywhere ca gamma v b <-> slack k m2 m1 (h PI) ca b <= gamma).
Proof.
intros H V [H2 M] L. split.
- intros C. apply S2_smallest_gamma; try easy. intros a. destruct (at_opposite p v V) as [W E].
  rewrite <- E. now apply C.
- intros G w a W _. destruct (M _ (angle_range p w v)) as [M1 [M2 M3]].
  revert a. change (C2 k m2 m1 (h (angle p w v)) ca gamma b). apply S2_smallest_gamma; try easy.
  apply Rle_trans with (2 := G). now apply slack_monotone.
Qed.

Lemma S2_C2_holds_everywhere p k m2 m1 h ca v b : (1 <= k)%nat -> dot p v v = 1 -> moments k m2 m1 h ->
  0 < ca < limit k m2 -> C2_at_all p k m2 m1 h everywhere ca (slack k m2 m1 (h PI) ca b) v b.
Proof.
intros H V M L. apply S2_C2_holds_with_the_slack_of_PI; try easy. lra.
Qed.

(* The poster's "C2 does not globally hold" is refuted: for all means with `moments`; without noise by
   S1_C2_holds_globally_without_noise. *)
Lemma S1_C2_holds_globally p k m2 m1 h v b : (1 <= k)%nat -> dot p v v = 1 -> moments k m2 m1 h ->
  C2_holds p k m2 m1 h everywhere v b.
Proof.
intros H V M. assert (L := limit_pos k m2 H (proj1 M)).
exists (limit k m2 / 2), (slack k m2 m1 (h PI) (limit k m2 / 2) b).
split; [lra|]. apply S2_C2_holds_everywhere; easy || lra.
Qed.

Lemma moments_without_noise k : moments k 1 1 g.
Proof.
split; [lra|]. intros x X. assert (G := g_bounds x X). rewrite g_PI. unfold b_along, b_across. lra.
Qed.

Lemma S1_C2_holds_globally_without_noise p k v b : (1 <= k)%nat -> dot p v v = 1 -> C2_holds p k 1 1 g
  everywhere v b.
Proof.
intros H V. apply S1_C2_holds_globally; try easy. apply moments_without_noise.
Qed.

(* The example of the page: k = 1, a* = 1, no noise, c_a = gamma_a = 1/4. *)
Lemma S1_C2_example p v : dot p v v = 1 -> C2_at_all p 1 1 1 g everywhere (1 / 4) (1 / 4) v (fun _ => 1).
Proof.
intros V. assert (P := PI_RGT_0). assert (L : limit 1 1 = 1 / 2) by (unfold limit, stiffness_along; simpl;
  field; lra).
apply S2_C2_holds_with_the_slack_of_PI; try easy; [apply moments_without_noise|lra|].
assert (A : pull_along 1 1 1 (g PI) (fun _ => 1) = 1 / 2).
{ unfold pull_along, b_along, along. simpl. rewrite sqrt_1, g_PI. field. lra. }
unfold slack. rewrite A, pull_across_one. replace (stiffness_along 1 1) with (1 / 2) by (symmetry; exact L).
unfold Rdiv. replace (0 ^ 2) with 0 by ring. rewrite Rmult_0_l. lra.
Qed.

(* S2: C1 *)
Lemma S2_C1_iff_positive_infimum p k kappa U v b : dot p v v = 1 ->
  (C1_holds p k kappa U v b <-> exists m, 0 < m /\ forall w a, dot p w w = 1 -> U w a -> ~ agree p w v ->
   m <= dot k a b * kappa (angle p w v) * (1 + cos (angle p w v))).
Proof.
intros V. assert (P := PI_RGT_0).
assert (Q : forall w a, dot k a b * kappa (angle p w v) * (1 + cos (angle p w v)) =
  4 * PI * (dot k a b * coefficient kappa (angle p w v))) by (intros; unfold coefficient; field; lra).
split.
- intros [c [C H]]. exists (4 * PI * c). split; [nra|]. intros w a W Ua N. rewrite Q.
  apply Rmult_le_compat_l; [lra|]. apply (inner_w_off p k kappa w a v b c W V); [|now apply H].
  rewrite angle_0; easy.
- intros [m [M H]]. exists (m / (4 * PI)). split; [apply Rdiv_lt_0_compat; lra|]. intros w a W Ua.
  destruct (Req_dec (angle p w v) 0) as [E|N]; [now apply inner_w_on|].
  apply (inner_w_off p k kappa w a v b _ W V N). apply Rmult_le_reg_l with (4 * PI); [lra|].
  rewrite <- Q. replace (4 * PI * (m / (4 * PI))) with m by (field; lra). apply H; try easy.
  rewrite <- angle_0; easy.
Qed.

Lemma S2_C1_at_one_point p k kappa w a v b : pulling kappa -> dot p v v = 1 -> dot p w w = 1 ->
  (C1_holds p k kappa (fun w' a' => w' = w /\ a' = a) v b <->
   0 < dot k a b /\ ~ agree p w (opposite_of v) \/ agree p w v).
Proof.
intros K V W. rewrite S2_C1_iff_positive_infimum by easy.
rewrite <- (angle_0 p w v), <- (angle_PI p w v) by easy.
assert (A := angle_range p w v). split.
- intros [m [M H]]. destruct (Req_dec (angle p w v) 0) as [E|N]; [now right|left].
  assert (B := H w a W (conj eq_refl eq_refl)). rewrite <- (angle_0 p w v) in B by easy. specialize (B N).
  split.
  + assert (E := coefficient_nonneg kappa (angle p w v) K A).
    assert (0 <= kappa (angle p w v) * (1 + cos (angle p w v))).
    { destruct (Req_dec (angle p w v) PI) as [->|N']; [rewrite S1_zero_at_PI; lra|].
      left. apply S1_positive; [easy|lra]. }
    nra.
  + intros E. rewrite E in B. rewrite Rmult_assoc, S1_zero_at_PI in B. lra.
- intros [[D N]|E].
  + exists (dot k a b * kappa (angle p w v) * (1 + cos (angle p w v))). split.
    * rewrite Rmult_assoc. apply Rmult_lt_0_compat; [easy|]. apply S1_positive; [easy|lra].
    * intros w' a' _ [-> ->] _. lra.
  + exists 1. split; [lra|]. intros w' a' _ [-> ->] N. now rewrite angle_0 in E.
Qed.

Lemma S2_C1_on_no_product p k kappa (A : vec -> Prop) v b : dot p v v = 1 -> (exists a, A a) ->
  ~ C1_holds p k kappa (fun _ a => A a) v b.
Proof.
intros V [a Aa] [c [C H]]. destruct (S1_C1_fails_at_the_opposite p k kappa a v b c V C) as [_ [_ F]].
apply F, H; [apply at_opposite; easy|exact Aa].
Qed.

Lemma C2_holds_on p k m2 m1 h (U : vec -> vec -> Prop) v b : C2_holds p k m2 m1 h everywhere v b ->
  C2_holds p k m2 m1 h U v b.
Proof. intros [c [gamma [C H]]]. exists c, gamma. split; [easy|]. intros w a W _. now apply H. Qed.
