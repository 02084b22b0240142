(* Bernstein's bound of one step: a centred variable with a bound and a variance.

   noise V C E      E is a mean over x in [-C, C] with E x = 0 and E x^2 <= V
   log_moment       theta^2 V / 2(1 - theta C / 3)
   two_points       the centred law on two points

   Formalised: S1, but for its being sharp, for laws for which every function has a mean, such as two_points.
   Not formalised: that neither 1/2 nor 1/3 can be smaller; that the uniform law on a ball has such a mean.
   S2 is in ExitBound_sum.v, S3 in ExitBound_exit.v; S4 is of the code. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Definition law := (R -> R) -> R.
Definition mean_on (C : R) (E : law) : Prop :=
  E (fun _ => 1) = 1 /\
  (forall a b f g, E (fun x => a * f x + b * g x) = a * E f + b * E g) /\
  forall f g, (forall x, Rabs x <= C -> f x <= g x) -> E f <= E g.
Definition noise (V C : R) (E : law) : Prop :=
  mean_on C E /\ E (fun x => x) = 0 /\ E (fun x => x * x) <= V.
Definition log_moment (theta V C : R) : R := theta ^ 2 * V / (2 * (1 - theta * C / 3)).

(* S1: one step. *)
Lemma rising (f f' : R -> R) x y : (forall t, is_derive f t (f' t)) ->
  (forall t, x <= t <= y -> 0 <= f' t) -> x <= y -> f x <= f y.
Proof.
intros D P [H|H]; [|rewrite H; lra].
destruct (MVT_cor2 f f' x y H) as [c [E C]]; [intros t _; apply is_derive_Reals, D|].
assert (0 <= f' c * (y - x)) by (apply Rmult_le_pos; [apply P|]; lra). lra.
Qed.

Lemma sinking (f f' : R -> R) x y : (forall t, is_derive f t (f' t)) ->
  (forall t, x <= t <= y -> f' t <= 0) -> x <= y -> f y <= f x.
Proof.
intros D P H. apply Ropp_le_cancel. apply (rising (fun t => - f t) (fun t => - f' t)); [|intros t T|easy].
- intros t. apply @is_derive_opp, D.
- specialize (P t T). lra.
Qed.

Lemma exp_tangent t : (1 - t) * exp t <= 1.
Proof.
replace 1 with (exp (- t) * exp t) at 2 by (rewrite <- exp_plus, <- exp_0; f_equal; ring).
apply Rmult_le_compat_r; [left; apply exp_pos|]. replace (1 - t) with (1 + - t) by ring. apply exp_ineq1_le.
Qed.

(* x^2 - (2 - 2x/3)(e^x - 1 - x) and its derivative vanish at 0; the second one is not negative. *)
Lemma slope_has_the_sign_of_x t :
  let s := 2 * t + 2 / 3 * (exp t - 1 - t) - (2 - 2 * t / 3) * (exp t - 1) in (0 <= t -> 0 <= s) /\ (t <= 0
    -> s <= 0).
Proof.
set (f t := 2 * t + 2 / 3 * (exp t - 1 - t) - (2 - 2 * t / 3) * (exp t - 1)).
assert (D : forall x, is_derive f x (2 / 3 * (1 - (1 - x) * exp x))).
{ intros x. unfold f. auto_derive; [easy|]. field. }
assert (P : forall x, 0 <= 2 / 3 * (1 - (1 - x) * exp x)) by (intros x; assert (Q := exp_tangent x); lra).
assert (Z : f 0 = 0) by (unfold f; rewrite exp_0; lra).
split; intros H; change (2 * t + _ - _) with (f t); rewrite <- Z; now apply (rising f _ _ _ D).
Qed.

Lemma exp_below_the_fraction x : (2 - 2 * x / 3) * (exp x - 1 - x) <= x ^ 2.
Proof.
set (f t := t ^ 2 - (2 - 2 * t / 3) * (exp t - 1 - t)).
assert (D : forall t, is_derive f t (2 * t + 2 / 3 * (exp t - 1 - t) - (2 - 2 * t / 3) * (exp t - 1))).
{ intros t. unfold f. auto_derive; [easy|]. field. }
assert (Z : f 0 = 0) by (unfold f; rewrite exp_0; lra).
enough (0 <= f x) by (unfold f in *; lra). rewrite <- Z. destruct (Rle_dec 0 x) as [H|H].
- apply (rising f _ _ _ D); [intros t T; now apply slope_has_the_sign_of_x|easy].
- apply (sinking f _ _ _ D); [intros t T; now apply slope_has_the_sign_of_x|lra].
Qed.

Lemma S1_exponential (x : R) : x < 3 -> exp x <= 1 + x + x ^ 2 / (2 * (1 - x / 3)).
Proof.
intros H. assert (B := exp_below_the_fraction x).
enough (exp x - 1 - x <= x ^ 2 / (2 * (1 - x / 3))) by lra.
apply Rmult_le_reg_r with (2 * (1 - x / 3)); [lra|].
replace (x ^ 2 / (2 * (1 - x / 3)) * (2 * (1 - x / 3))) with (x ^ 2) by (field; lra). lra.
Qed.

Lemma S1_exponential_within (x y : R) : Rabs x <= y -> y < 3 -> exp x <= 1 + x + x ^ 2 / (2 * (1 - y / 3)).
Proof.
intros H Y. assert (A := Rle_abs x). apply Rle_trans with (1 := S1_exponential x ltac:(lra)).
apply Rplus_le_compat_l, Rmult_le_compat_l; [apply pow2_ge_0|apply Rinv_le_contravar; lra].
Qed.

Lemma mean_scal C E c f : mean_on C E -> E (fun x => c * f x) = c * E f.
Proof.
intros [_ [L _]]. rewrite <- (Rplus_0_r (c * E f)), <- (Rmult_0_l (E f)), <- L.
f_equal. apply functional_extensionality. intros x. ring.
Qed.

Lemma mean_plus C E f g : mean_on C E -> E (fun x => f x + g x) = E f + E g.
Proof.
intros [_ [L _]]. rewrite <- (Rmult_1_l (E f)), <- (Rmult_1_l (E g)), <- L.
f_equal. apply functional_extensionality. intros x. ring.
Qed.

Lemma mean_const C E c : mean_on C E -> E (fun _ => c) = c.
Proof.
intros M. transitivity (E (fun _ => c * 1)); [f_equal; apply functional_extensionality; intros; ring|].
rewrite (mean_scal C E c _ M). destruct M as [-> _]. ring.
Qed.

Lemma variance_nonneg V C E : noise V C E -> 0 <= V.
Proof.
intros [M [_ Q]]. apply Rle_trans with (2 := Q). rewrite <- (mean_const C E 0 M) at 1.
destruct M as [_ [_ P]]. apply P. intros x _. nra.
Qed.

(* A theta of either sign: X and -X. *)
Lemma S1_one_step (V C theta : R) (E : law) : noise V C E -> Rabs theta * C < 3 ->
  E (fun x => exp (theta * x)) <= exp (log_moment (Rabs theta) V C).
Proof.
intros N T. assert (V0 := variance_nonneg _ _ _ N). destruct N as [M [Z Q]].
set (d := 2 * (1 - Rabs theta * C / 3)). assert (0 < d) by (unfold d; lra).
apply Rle_trans with (E (fun x => 1 * (1 + theta * x) + theta ^ 2 / d * (x * x))).
- apply M. intros x X. replace (1 * (1 + theta * x) + theta ^ 2 / d * (x * x))
    with (1 + theta * x + (theta * x) ^ 2 / d) by (field; lra).
  unfold d. apply S1_exponential_within; [|lra]. rewrite Rabs_mult.
  apply Rmult_le_compat_l; [apply Rabs_pos|exact X].
- assert (L := proj1 (proj2 M)). rewrite L, (mean_plus C E (fun _ => 1)), (mean_scal C E), Z, (mean_const C E)
    by exact M.
  apply Rle_trans with (1 + log_moment (Rabs theta) V C); [|apply exp_ineq1_le].
  assert (0 <= theta ^ 2 / d) by (apply Rle_mult_inv_pos; [apply pow2_ge_0|lra]).
  unfold log_moment. fold d. rewrite pow2_abs. replace (theta ^ 2 * V / d) with (theta ^ 2 / d * V) by
    (field; lra).
  assert (theta ^ 2 / d * E (fun x => x * x) <= theta ^ 2 / d * V) by now apply Rmult_le_compat_l. lra.
Qed.

(* Such laws exist: low with weight high / (high - low), high with the rest. *)
Definition two_points (low high : R) : law := fun f => (high * f low - low * f high) / (high - low).

Lemma two_points_noise (low high C : R) : low < 0 < high -> - low <= C -> high <= C ->
  noise (- low * high) C (two_points low high).
Proof.
intros H A B. unfold noise, mean_on, two_points. repeat split.
- field. lra.
- intros a b f g. field. lra.
- intros f g P. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
  assert (f low <= g low) by (apply P; rewrite Rabs_left; lra).
  assert (f high <= g high) by (apply P; rewrite Rabs_right; lra). nra.
- field. lra.
- right. field. lra.
Qed.
