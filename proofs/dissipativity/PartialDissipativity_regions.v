(* C1 and C2 on the regions of the poster's remarks.

   start_region    S x the ball of radius |s*| / sqrt k, where (w_0, a_0) is drawn
   aligned d phi   the points with a.b >= d and angle <= phi

   Formalised: S3 for every kappa and all moments, and both witnesses of the page; S6, S7, S8 for all p, k,
   every pulling kappa and all moments as in PartialDissipativity.v.
   Not formalised: the probability 1/2 in the proof of S6; what the a-step does to the error (S7). *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Planes Definitions loss.AngleKernel loss.Angle
  loss.FilterGradient.
From Lemmata Require Import dissipativity.OutputDissipativity dissipativity.OutputDissipativity_slack.
From Lemmata Require Import dissipativity.FilterDissipativity dissipativity.PartialDissipativity.
Open Scope R_scope.

Definition start_region (k : nat) (b : vec) : vec -> vec -> Prop :=
  fun _ a => norm k a <= Rabs (sum k b) / sqrt (INR k).
Definition aligned (p k : nat) (v b : vec) (d phi : R) : vec -> vec -> Prop :=
  fun w a => d <= dot k a b /\ angle p w v <= phi.

(* S3: at one point C2 holds with a large gamma_a, whatever the moments; at w = -w* C1 does not. *)
Lemma S3_one_holds_and_the_other_does_not p k kappa m2 m1 h v b : dot p v v = 1 ->
  exists U, C2_holds p k m2 m1 h U v b /\ ~ C1_holds p k kappa U v b.
Proof.
intros V. set (w := opposite_of v). exists (fun w' a' => w' = w /\ a' = b). split.
- exists 1, (1 * dot k (gap b b) (gap b b) - inner_a k m2 m1 (h (angle p w v)) b b). split; [lra|].
  intros w' a' _ [-> ->]. lra.
- intros [c [C F]]. destruct (S1_C1_fails_at_the_opposite p k kappa b v b c V C) as [_ [_ N]].
  apply N, F; [apply at_opposite; easy|easy].
Qed.

(* The witness of the page: at a = -a* and any filter but w*, C2 holds and C1 does not. *)
Lemma S3_C2_holds_and_C1_does_not p k kappa m2 m1 h v b : (2 <= p)%nat -> (1 <= k)%nat -> dot p v v = 1 ->
  0 < dot k b b -> pulling kappa -> moments k m2 m1 h ->
  exists U, C2_holds p k m2 m1 h U v b /\ ~ C1_holds p k kappa U v b.
Proof.
intros Hp H V B K M. assert (P := PI_RGT_0).
destruct (filter_at_angle p v (PI / 2) Hp V ltac:(lra)) as [w [W E]].
exists (fun w' a' => w' = w /\ a' = (fun i => - b i)). split.
- apply C2_holds_on, S1_C2_holds_globally; easy.
- rewrite S2_C1_at_one_point, <- (angle_0 p w v) by easy. rewrite E. intros [[D _]|D]; [|lra].
  rewrite (dot_ext k _ (fun i => -1 * b i) b b), dot_scal_l in D; [lra|intros i _; ring|easy].
Qed.

(* The other way round, if gamma_a = 0 is asked of C2: k = 1, a* = 1, no noise, w orthogonal to w*, a =
9/10. *)
Lemma S3_C1_holds_and_C2_with_gamma_0_does_not p v ca : (2 <= p)%nat -> dot p v v = 1 -> 0 < ca ->
  exists U, C1_holds p 1 (fun x => PI - x) U v (fun _ => 1) /\
  ~ C2_at_all p 1 1 1 g U ca 0 v (fun _ => 1).
Proof.
intros Hp V C. assert (P := PI2_3_2). destruct (filter_at_angle p v (PI / 2) Hp V ltac:(lra)) as [w [W E]].
exists (fun w' a' => w' = w /\ a' = (fun _ => 9 / 10)). split.
- rewrite S2_C1_at_one_point, <- (angle_PI p w v) by (easy || apply pulling_without_noise). rewrite E. left.
  unfold dot. simpl. lra.
- intros F. specialize (F w (fun _ => 9 / 10) W (conj eq_refl eq_refl)). rewrite E, g_PI2, inner_a_value in F.
  unfold gap, dot in F. simpl in F.
  replace ((1 * ((0 + (9 / 10 - 1)) * (0 + (9 / 10 - 1)) + (PI - 1) * (0 + (9 / 10 - 1) * (9 / 10 - 1))) +
    (1 - 1) * (0 + 1) * (0 + (9 / 10 - 1)) + (1 * (PI - 1) - 1 + 1) * (0 + (9 / 10 - 1) * 1)) / (2 * PI))
    with ((10 - 9 * PI) / 200 / PI) in F by (field; lra).
  assert (0 < (9 * PI - 10) / 200 / PI) by (apply Rdiv_lt_0_compat; lra).
  replace ((10 - 9 * PI) / 200 / PI) with (- ((9 * PI - 10) / 200 / PI)) in F by (field; lra). lra.
Qed.

(* S6 *)
Lemma S6_C2_holds_around_the_start p k m2 m1 h v b : (1 <= k)%nat -> dot p v v = 1 -> moments k m2 m1 h ->
  C2_holds p k m2 m1 h (start_region k b) v b.
Proof.
intros H V M. now apply C2_holds_on, S1_C2_holds_globally.
Qed.

Lemma zero_in_start_region k b w : start_region k b w (fun _ => 0).
Proof.
unfold start_region, norm. rewrite dot_ones_r, Rmult_0_l, sqrt_0.
apply Rmult_le_pos; [apply Rabs_pos|]. destruct (Rle_lt_or_eq_dec 0 (sqrt (INR k)) (sqrt_pos _)) as [L|E].
- left. now apply Rinv_0_lt_compat.
- rewrite <- E. rewrite Rinv_0. lra.
Qed.

Lemma S6_C1_does_not_hold_around_the_start p k kappa v b : dot p v v = 1 ->
  ~ C1_holds p k kappa (start_region k b) v b.
Proof.
intros V. apply (S2_C1_on_no_product p k kappa (fun a => norm k a <= Rabs (sum k b) / sqrt (INR k)) v b V).
exists (fun _ => 0). exact (zero_in_start_region k b v).
Qed.

(* If s* <> 0 it fails off -w* too: at the point -(s* / k) 1 of the ball, d < 0. *)
Lemma S6_fails_off_the_opposite_too k b w : (1 <= k)%nat -> sum k b <> 0 ->
  let a := fun _ : nat => - (sum k b / INR k) in
  start_region k b w a /\ dot k a b < 0.
Proof.
intros H S a. destruct (sqrt_INR_pos k H) as [H1 [H2 H3]]. assert (Q : 0 < sum k b * sum k b) by nra. split.
- unfold start_region, norm, a. rewrite dot_ones_l, sum_const.
  replace (- (sum k b / INR k) * (INR k * - (sum k b / INR k))) with (sum k b / sqrt (INR k) * (sum k b /
    sqrt (INR k))).
  + assert (A := sqrt_Rsqr_abs (sum k b / sqrt (INR k))). unfold Rsqr in A. rewrite A. unfold Rdiv.
    rewrite Rabs_mult, (Rabs_pos_eq (/ _)); [lra|].
    left. now apply Rinv_0_lt_compat.
  + transitivity (sum k b * sum k b / (sqrt (INR k) * sqrt (INR k))); [field; lra|]. rewrite H3. field. lra.
- unfold a. rewrite dot_ones_l. replace (- (sum k b / INR k) * sum k b) with (- (sum k b * sum k b / INR k))
    by (field; lra).
  assert (0 < sum k b * sum k b / INR k) by now apply Rdiv_lt_0_compat. lra.
Qed.

(* S7 *)
Lemma S7_reducing_the_error_of_a p k kappa w a v b : pulling kappa -> dot p v v = 1 -> dot p w w = 1 ->
  dot k (gap a b) (gap a b) < dot k b b ->
  0 < dot k a b /\ (~ agree p w (opposite_of v) -> C1_holds p k kappa (fun w' a' => w' = w /\ a' = a) v b).
Proof.
intros K V W L. assert (D : 0 < dot k a b).
{ assert (A := dot_nonneg k a). unfold gap in L. rewrite dot_minus_l, !dot_minus_r, (dot_sym k b a) in L.
  lra. }
split; [easy|]. intros N. apply S2_C1_at_one_point; try easy. now left.
Qed.

Lemma S7_no_larger_radius_will_do p k kappa w v b : pulling kappa -> dot p v v = 1 -> dot p w w = 1 -> ~
  agree p w v ->
  let a := fun _ : nat => 0 in
  dot k (gap a b) (gap a b) = dot k b b /\ ~ C1_holds p k kappa (fun w' a' => w' = w /\ a' = a) v b.
Proof.
intros K V W N a. split; [apply sum_ext; intros i _; unfold gap, a; ring|].
rewrite S2_C1_at_one_point by easy. intros [[D _]|D]; [|easy]. unfold a in D. rewrite dot_ones_l in D. lra.
Qed.

(* S8 *)
Lemma S8_C1_and_C2_jointly p k kappa m2 m1 h v b d phi : (1 <= k)%nat -> dot p v v = 1 -> pulling kappa ->
  moments k m2 m1 h -> 0 < d -> 0 <= phi < PI ->
  let U := aligned p k v b d phi in let c := d * kappa phi * (1 + cos phi) / (4 * PI) in
  0 < c /\ C1_at_all p k kappa U c v b /\ C2_holds p k m2 m1 h U v b.
Proof.
intros H V K M D F U c. assert (P := PI_RGT_0).
assert (C : c = d * coefficient kappa phi) by (unfold c, coefficient, Rdiv; ring).
assert (Q : 0 < coefficient kappa phi).
{ unfold coefficient. apply Rdiv_lt_0_compat; [apply S1_positive; easy|lra]. }
split; [rewrite C; now apply Rmult_lt_0_compat|split].
- intros w a W [Ud Up]. destruct (Req_dec (angle p w v) 0) as [E|N]; [now apply inner_w_on|].
  apply (inner_w_off p k kappa w a v b c W V N). rewrite C. assert (A := angle_range p w v).
  assert (E := coefficient_falls kappa (angle p w v) phi K ltac:(lra) ltac:(lra)).
  apply Rmult_le_compat; lra.
- now apply C2_holds_on, S1_C2_holds_globally.
Qed.
