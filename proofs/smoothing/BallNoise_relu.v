(* The smoothed ReLU (smoothing.BallNoise/S2).

   relu          sigma                         smoothed p lambda x   E sigma(x + lambda v), v of law `mean p`
   excess p y    X_(p+2)(y) for y >= 0         bend p u              E (u - v)_+ = smoothed p 1 u

   Formalised: X as E (|v| - y)_+; all of S2 for lambda > 0: the formula, convex, C^1 with derivative P(x +
   lambda v > 0), equality with sigma exactly for |x| >= lambda, the largest excess; lambda = 0.
   Not formalised: that z^T xi is rho ||z|| times a coordinate v of law `mean p` (an integral over R^p). *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise.
Open Scope R_scope.

Definition relu (x : R) : R := Rmax 0 x.
Definition smoothed (p : nat) (lambda x : R) : R := mean p (fun v => relu (x + lambda * v)).
Definition excess (p : nat) (y : R) : R := mu p * sqrt (1 - y ^ 2) ^ (p + 1) - y * (1 - inside p y).
Definition bend (p : nat) (u : R) : R :=
  RInt (fun t => (u - sin t) * cos t ^ p) (- (PI / 2)) (asin u) / (2 * wallis p).

Lemma relu_pos x : 0 <= x -> relu x = x.
Proof. intros H. unfold relu. now apply Rmax_right. Qed.

Lemma relu_neg x : x <= 0 -> relu x = 0.
Proof. intros H. unfold relu. now apply Rmax_left. Qed.

Lemma cts_relu : cts relu.
Proof.
apply (lipschitz_cts _ 1). intros x y. destruct (Rle_lt_dec 0 x), (Rle_lt_dec 0 y);
rewrite ?(relu_pos x), ?(relu_pos y), ?(relu_neg x), ?(relu_neg y) by lra;
unfold Rabs; repeat destruct Rcase_abs; lra.
Qed.

Lemma cts_relu_lin a b : cts (fun v => relu (a + b * v)).
Proof. intros v. apply (continuous_comp (fun v => a + b * v) relu); [revert v; smooth|apply cts_relu]. Qed.

Lemma mean_mirror p f : cts f -> mean p (fun v => f (- v)) = mean p f.
Proof.
intros C. assert (C' : cts (fun v => f (- v))).
{ intros v. apply (continuous_comp Ropp f); [revert v; smooth|apply C]. }
rewrite !mean_split by assumption. rewrite Rplus_comm. do 2 f_equal. apply int_eq. intros t.
now rewrite Ropp_involutive.
Qed.

Lemma sin_left_of_cut u t : - (PI / 2) < t < asin u -> sin t < u.
Proof.
intros H. assert (A := asin_range u). destruct (Rle_lt_dec u (-1)); [rewrite asin_low in H; lra|].
assert (P := PI_RGT_0). assert (S : sin t < sin (asin u)) by (apply sin_increasing_1; lra).
destruct (Rle_lt_dec 1 u); [assert (Q := SIN_bound (asin u)); lra|]. rewrite sin_asin in S; lra.
Qed.

Lemma sin_right_of_cut u t : asin u < t < PI / 2 -> u < sin t.
Proof.
intros H. assert (Q := sin_left_of_cut (- u) (- t)). rewrite asin_opp, sin_neg in Q. lra.
Qed.

Lemma cts_gap p u : cts (fun t => (u - sin t) * cos t ^ p).
Proof. smooth. Qed.

Lemma mean_bend p u : mean p (fun v => relu (u - v)) = bend p u.
Proof.
assert (A := asin_range u). unfold mean, bend.
assert (C : cts (fun t => relu (u - sin t) * cos t ^ p)).
{ apply (cts_mean p (fun v => relu (u - v))). intros v.
  apply (continuous_comp (fun v => u - v) relu); [revert v; smooth|apply cts_relu]. }
rewrite <- (int_chasles _ (- (PI / 2)) (asin u) (PI / 2)) by exact C.
rewrite (int_ext _ (fun t => (u - sin t) * cos t ^ p) (- (PI / 2))); [|lra|].
- rewrite (int_ext _ (fun _ => 0) (asin u)), int_const; [field; apply wallis_nonzero|lra|].
  intros t Ht. assert (S := sin_right_of_cut u t Ht). rewrite relu_neg by lra. ring.
- intros t Ht. assert (S := sin_left_of_cut u t Ht). rewrite relu_pos by lra. ring.
Qed.

Lemma bend_closed p u : bend p u = u * below p u + mu p / 2 * sqrt (1 - u ^ 2) ^ (p + 1).
Proof.
unfold bend, below, mu, density0. assert (0 < INR (p + 1)) by (apply lt_0_INR; lia).
assert (E : RInt (fun t => sin t * cos t ^ p) (- (PI / 2)) (asin u) =
  - cos (asin u) ^ (p + 1) / INR (p + 1) - - cos (- (PI / 2)) ^ (p + 1) / INR (p + 1)).
{ apply (int_primitive (fun t => - cos t ^ (p + 1) / INR (p + 1))); [|smooth].
  intros t. auto_derive; [auto|]. replace (Init.Nat.pred (p + 1)) with p by lia. field. lra. }
rewrite cos_neg, cos_PI2, (pow_i (p + 1)), cos_asin_any in E by lia.
rewrite (int_eq _ (fun t => u * cos t ^ p - sin t * cos t ^ p)) by (intros; ring).
rewrite int_minus, int_scal, E by smooth. field. split; [apply wallis_nonzero|lra].
Qed.

Lemma bend_excess p u : bend p u = relu u + excess p (Rabs u) / 2.
Proof.
rewrite bend_closed, below_inside. unfold excess. destruct (Rle_lt_dec 0 u).
- rewrite relu_pos, Rabs_right by lra. field.
- rewrite relu_neg, Rabs_left, inside_opp by lra. replace ((- u) ^ 2) with (u ^ 2) by ring. field.
Qed.

Lemma smoothed_bend p lambda x : 0 < lambda -> smoothed p lambda x = lambda * bend p (x / lambda).
Proof.
intros H. rewrite <- mean_bend. unfold smoothed. rewrite <- (mean_mirror p (fun v => relu (x + lambda * v)))
  by apply cts_relu_lin.
unfold mean. unfold Rdiv. rewrite <- Rmult_assoc. f_equal.
assert (C : cts (fun t => relu (x * / lambda - sin t) * cos t ^ p)).
{ apply (cts_mean p (fun v => relu (x * / lambda - v))). intros v.
  apply (continuous_comp (fun v => x * / lambda - v) relu); [revert v; smooth|apply cts_relu]. }
rewrite <- int_scal by exact C. apply int_eq. intros t. unfold relu.
rewrite <- Rmult_assoc, <- RmaxRmult by lra.
do 2 f_equal; field; lra.
Qed.

Lemma S2_excess_is_a_mean p y : 0 <= y -> mean p (fun v => relu (Rabs v - y)) = excess p y.
Proof.
intros H. assert (B := bend_excess p (- y)). rewrite relu_neg, Rabs_Ropp, Rabs_right in B by lra.
rewrite <- mean_bend in B. replace (excess p y) with (2 * mean p (fun v => relu (- y - v))) by lra.
assert (C : cts (fun v => relu (Rabs v - y))).
{ intros v. apply (continuous_comp (fun v => Rabs v - y) relu); [|apply cts_relu].
  apply (continuous_minus (V:=R_NormedModule)); [apply cts_Rabs|apply continuous_const]. }
assert (D : cts (fun v => relu (- y - v))).
{ intros v. apply (continuous_comp (fun v => - y - v) relu); [revert v; smooth|apply cts_relu]. }
rewrite !mean_split by assumption. assert (P := PI_RGT_0).
rewrite (int_ext (fun t => relu (- y - sin t) * cos t ^ p) (fun _ => 0)), int_const;
  [|lra|intros t Ht; assert (0 < sin t) by (apply sin_gt_0; lra); rewrite relu_neg; lra].
assert (E : forall s, (s = 1 \/ s = -1) -> RInt (fun t => relu (Rabs (s * sin t) - y) * cos t ^ p)
  0 (PI / 2) =
  RInt (fun t => relu (- y - - sin t) * cos t ^ p) 0 (PI / 2)).
{ intros s Hs. apply int_ext; [lra|]. intros t Ht. assert (0 < sin t) by (apply sin_gt_0; lra).
  replace (Rabs (s * sin t)) with (sin t) by (destruct Hs; subst; unfold Rabs; destruct Rcase_abs; lra).
  do 2 f_equal. ring. }
assert (E1 := E 1 (or_introl eq_refl)). assert (E2 := E (-1) (or_intror eq_refl)).
rewrite (int_eq _ (fun t => relu (Rabs (sin t) - y) * cos t ^ p)) in E1 by (intros t; now rewrite Rmult_1_l).
rewrite (int_eq _ (fun t => relu (Rabs (- sin t) - y) * cos t ^ p)) in E2
  by (intros t; now replace (-1 * sin t) with (- sin t) by ring).
cbv beta. rewrite E1, E2. field. apply wallis_nonzero.
Qed.

Lemma S2_formula p lambda x : 0 < lambda ->
  smoothed p lambda x = relu x + lambda / 2 * excess p (Rabs x / lambda).
Proof.
intros H. rewrite smoothed_bend, bend_excess by exact H.
replace (Rabs (x / lambda)) with (Rabs x / lambda).
- replace (relu (x / lambda)) with (relu x / lambda); [field; lra|].
  assert (I := Rinv_0_lt_compat _ H). unfold Rdiv. destruct (Rle_lt_dec 0 x).
  + rewrite !relu_pos; [reflexivity|nra|lra].
  + rewrite !relu_neg; [ring|nra|lra].
- unfold Rdiv. rewrite Rabs_mult, (Rabs_right (/ lambda)); [reflexivity|].
  apply Rle_ge. left. now apply Rinv_0_lt_compat.
Qed.

(* below p u is a slope of bend p at u. *)
Lemma bend_slope p u x : bend p u + (x - u) * below p u <= bend p x.
Proof.
assert (W := wallis_pos p). assert (I := Rinv_0_lt_compat _ W). unfold bend, below.
assert (Au := asin_range u).
assert (Ax := asin_range x).
assert (E : RInt (fun t => (u - sin t) * cos t ^ p) (- (PI / 2)) (asin u) +
  (x - u) * RInt (fun t => cos t ^ p) (- (PI / 2)) (asin u) =
  RInt (fun t => (x - sin t) * cos t ^ p) (- (PI / 2)) (asin u)).
{ rewrite <- int_scal, <- int_plus by smooth. apply int_eq. intros t. ring. }
assert (D : 0 <= RInt (fun t => (x - sin t) * cos t ^ p) (asin u) (asin x)).
{ destruct (Rle_lt_dec u x).
  - apply int_nonneg; [now apply asin_le|apply cts_gap|]. intros t Ht.
    assert (S := sin_left_of_cut x t ltac:(lra)).
    apply Rmult_le_pos; [lra|apply pow_le, cos_nonneg; lra].
  - rewrite int_swap by apply cts_gap. replace (- _) with (-1 * RInt (fun t => (x - sin t) * cos t ^ p)
      (asin x) (asin u)) by ring. rewrite <- int_scal by apply cts_gap.
    apply int_nonneg; [apply asin_le; lra|smooth|]. intros t Ht.
    assert (S := sin_right_of_cut x t ltac:(lra)).
    replace (-1 * ((x - sin t) * cos t ^ p)) with ((sin t - x) * cos t ^ p) by ring.
    apply Rmult_le_pos; [lra|apply pow_le, cos_nonneg; lra]. }
rewrite <- (int_chasles _ (- (PI / 2)) (asin u) (asin x)) by apply cts_gap. rewrite <- E.
unfold Rdiv. rewrite Rinv_mult. assert (0 <= RInt (fun t => (x - sin t) * cos t ^ p) (asin u) (asin x)
  * (/ 2 * / wallis p)).
{ apply Rmult_le_pos; [exact D|]. lra. }
lra.
Qed.

Lemma below_rise p x y : (1 <= p)%nat -> Rabs (below p x - below p y) <= density0 p * Rabs (x - y).
Proof.
intros Hp. rewrite !below_inside. assert (Q := inside_lipschitz p x y Hp).
replace ((1 + inside p x) / 2 - (1 + inside p y) / 2) with (/ 2 * (inside p x - inside p y)) by field.
rewrite Rabs_mult, (Rabs_right (/ 2)) by lra.
assert (0 <= Rabs (inside p x - inside p y)) by apply Rabs_pos. lra.
Qed.

Lemma bend_derive p u : (1 <= p)%nat -> is_derive (bend p) u (below p u).
Proof.
intros Hp. apply is_derive_Reals. intros e He.
assert (W : 0 < density0 p) by apply Rinv_0_lt_compat, wallis_pos.
assert (Hd : 0 < e / density0 p) by now apply Rdiv_lt_0_compat.
exists (mkposreal _ Hd). intros d Nd Sd. simpl in Sd.
assert (A := bend_slope p u (u + d)). assert (B := bend_slope p (u + d) u).
assert (L := below_rise p (u + d) u Hp). replace (u + d - u) with d in * by ring.
replace (u - (u + d)) with (- d) in B by ring.
assert (S : density0 p * Rabs d < e).
{ apply Rmult_lt_compat_l with (r := density0 p) in Sd; [|exact W].
  replace (density0 p * (e / density0 p)) with e in Sd by (field; lra). exact Sd. }
replace ((bend p (u + d) - bend p u) / d - below p u) with ((bend p (u + d) - bend p u - d * below p u) / d)
  by (field; exact Nd).
unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_right (_ - _ - _)) by lra.
assert (P := Rabs_pos_lt d Nd). apply Rmult_lt_reg_r with (Rabs d); [exact P|].
rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
apply Rle_lt_trans with (Rabs (d * (below p (u + d) - below p u))).
- assert (Q := Rle_abs (d * (below p (u + d) - below p u))). lra.
- rewrite Rabs_mult, Rmult_comm. nra.
Qed.

Lemma S2_derivative p lambda x : (1 <= p)%nat -> 0 < lambda ->
  is_derive (smoothed p lambda) x (below p (x / lambda)).
Proof.
intros Hp H. apply is_derive_ext with (fun y => lambda * bend p (y / lambda)).
{ intros y. symmetry. now apply smoothed_bend. }
assert (D := is_derive_comp (bend p) (fun y => y / lambda) x _ (/ lambda) (bend_derive p (x / lambda) Hp)).
assert (E := is_derive_scal _ x lambda _ (D ltac:(auto_derive; [auto|field; lra]))).
replace (below p (x / lambda)) with (lambda * scal (/ lambda) (below p (x / lambda))); [exact E|].
unfold scal; simpl; unfold mult; simpl. field. lra.
Qed.

Lemma S2_derivative_continuous p lambda : (1 <= p)%nat -> 0 < lambda -> cts (fun x => below p (x / lambda)).
Proof.
intros Hp H x. apply (continuous_comp (fun x => x / lambda) (below p)); [revert x; smooth|].
apply (lipschitz_cts _ (density0 p)). intros a b. now apply below_rise.
Qed.

Lemma S2_convex p lambda x y c : 0 < lambda -> 0 <= c <= 1 ->
  smoothed p lambda (c * x + (1 - c) * y) <= c * smoothed p lambda x + (1 - c) * smoothed p lambda y.
Proof.
intros H B. rewrite !smoothed_bend by exact H. set (z := (c * x + (1 - c) * y) / lambda).
assert (X := bend_slope p z (x / lambda)). assert (Y := bend_slope p z (y / lambda)).
assert (Z : c * (x / lambda - z) + (1 - c) * (y / lambda - z) = 0) by (unfold z; field; lra).
assert (M : bend p z <= c * bend p (x / lambda) + (1 - c) * bend p (y / lambda)).
{ apply Rmult_le_compat_l with (r := c) in X; [|lra]. apply Rmult_le_compat_l with (r := 1 - c) in Y; [|lra].
  assert (V : c * ((x / lambda - z) * below p z) + (1 - c) * ((y / lambda - z) * below p z) = 0).
  { transitivity ((c * (x / lambda - z) + (1 - c) * (y / lambda - z)) * below p z); [ring|rewrite Z; ring]. }
  lra. }
nra.
Qed.

Lemma excess_beyond p y : 1 <= y -> excess p y = 0.
Proof.
intros H. unfold excess. rewrite inside_beyond, sqrt_neg_0, pow_i by (nra || lia). ring.
Qed.

Lemma excess_pos p y : 0 <= y < 1 -> 0 < excess p y.
Proof.
intros H. assert (B := bend_excess p (- y)). rewrite relu_neg, Rabs_Ropp, Rabs_right in B by lra.
assert (0 < bend p (- y)); [|lra]. assert (A := asin_range (- y)).
apply Rdiv_lt_0_compat; [|assert (W := wallis_pos p); lra].
apply int_pos; [rewrite <- (asin_low (-1)) by lra; apply asin_lt; lra|apply cts_gap|].
intros t Ht. assert (S := sin_left_of_cut (- y) t Ht). apply Rmult_lt_0_compat; [lra|].
apply pow_lt, cos_gt_0; lra.
Qed.

Lemma excess_at_most p y : 0 <= y -> excess p y <= mu p.
Proof.
intros H. unfold excess. assert (B := inside_bounds p y H).
assert (0 < mu p) by (apply Rdiv_lt_0_compat; [apply Rinv_0_lt_compat, wallis_pos|apply lt_0_INR; lia]).
assert (0 <= sqrt (1 - y ^ 2)) by apply sqrt_pos.
assert (S := sqrt_le_1_alt (1 - y ^ 2) 1 ltac:(nra)). rewrite sqrt_1 in S.
assert (Q := pow_incr (sqrt (1 - y ^ 2)) 1 (p + 1) ltac:(lra)). rewrite pow1 in Q. nra.
Qed.

Lemma ratio_side x lambda : 0 < lambda -> 0 <= Rabs x / lambda /\ (lambda <= Rabs x <-> 1 <= Rabs x / lambda).
Proof.
intros H. assert (Q := Rabs_pos x). split; [apply Rmult_le_pos; [exact Q|left; now apply Rinv_0_lt_compat]|].
split; intros L.
- apply Rmult_le_reg_r with lambda; [exact H|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
- apply Rmult_le_compat_r with (r := lambda) in L; [|lra]. unfold Rdiv in L.
  rewrite (Rmult_assoc _ _ lambda), Rinv_l in L; lra.
Qed.

Lemma S2_equals_relu p lambda x : 0 < lambda -> (smoothed p lambda x = relu x <-> lambda <= Rabs x).
Proof.
intros H. rewrite S2_formula by exact H. destruct (ratio_side x lambda H) as [N I]. rewrite I.
split; intros E.
- destruct (Rle_lt_dec 1 (Rabs x / lambda)) as [G|G]; [exact G|].
  assert (Q := excess_pos p _ (conj N G)).
  assert (0 < lambda / 2 * excess p (Rabs x / lambda)) by (apply Rmult_lt_0_compat; lra). lra.
- rewrite excess_beyond by exact E. ring.
Qed.

Lemma S2_exceeds_by_at_most p lambda x : 0 < lambda ->
  relu x <= smoothed p lambda x <= relu x + lambda / 2 * mu p.
Proof.
intros H. rewrite S2_formula by exact H. destruct (ratio_side x lambda H) as [N _].
assert (A := excess_at_most p _ N). apply Rmult_le_compat_l with (r := lambda / 2) in A; [|lra].
assert (0 <= lambda / 2 * excess p (Rabs x / lambda)); [|lra]. apply Rmult_le_pos; [lra|].
destruct (Rle_lt_dec 1 (Rabs x / lambda)); [rewrite excess_beyond; lra|]. left. now apply excess_pos.
Qed.

Lemma S2_largest_excess_at_0 p lambda : 0 < lambda -> smoothed p lambda 0 = lambda / 2 * mu p.
Proof.
intros H. rewrite S2_formula, relu_pos, Rabs_R0 by lra. unfold Rdiv at 2. rewrite Rmult_0_l. unfold excess.
replace (1 - 0 ^ 2) with 1 by ring. rewrite sqrt_1, pow1. ring.
Qed.

Lemma S2_no_noise p x : smoothed p 0 x = relu x.
Proof.
unfold smoothed. transitivity (relu x * mean p (fun _ => 1)); [|rewrite S1_law_of_mass_one; ring].
unfold mean, Rdiv. rewrite <- Rmult_assoc. f_equal. rewrite <- int_scal.
- apply int_eq. intros t. rewrite Rmult_0_l, Rplus_0_r. ring.
- smooth.
Qed.
