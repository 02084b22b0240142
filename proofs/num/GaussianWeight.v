(* The weight (1 + t^2)^2 has a Gaussian mean; limits that are uniform against it keep the means on the line.

   weight t        (1 + t^2)^2
   mean1 F         the mean of F (X), X ~ N(0, 1), as a function of F; it is the mean where there is one

   Formalised: the integrals of x^4 bell x and x^5 bell x over (0, infinity); is_gauss1 weight; a function
   approximated to any accuracy relative to the weight by functions with means has a mean; comparison of
   means.
   Not formalised: other weights. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.GaussianIntegral num.LineGaussian num.HalfLine.
Open Scope R_scope.

Definition weight (t : R) : R := (1 + t ^ 2) ^ 2.
Definition mean1 (F : R -> R) : R :=
  RInt_gen (fun t => F (- t) * bell t / sqrt (2 * PI)) (at_point 0) (Rbar_locally p_infty) +
  RInt_gen (fun t => F t * bell t / sqrt (2 * PI)) (at_point 0) (Rbar_locally p_infty).

(* A faster decay than in num/GaussianIntegral.v. *)
Lemma bell_tiny t : 0 < t -> bell t <= 4096 / t ^ 8.
Proof.
intros H. assert (E : bell t * exp (t ^ 2 / 8) ^ 4 = 1).
{ replace (exp (t ^ 2 / 8) ^ 4) with (exp (t ^ 2 / 8) * exp (t ^ 2 / 8) *
(exp (t ^ 2 / 8) * exp (t ^ 2 / 8))) by ring.
unfold bell. rewrite <- !exp_plus, <- exp_0. f_equal. field. }
assert (L := exp_ineq1_le (t ^ 2 / 8)). assert (P := bell_pos t). assert (0 < t ^ 2) by nra.
assert (Q : (t ^ 2 / 8) ^ 4 <= exp (t ^ 2 / 8) ^ 4) by (apply pow_incr; lra).
assert (T : 0 < t ^ 8) by (apply pow_lt; lra).
apply Rmult_le_reg_r with (t ^ 8); [lra|]. replace (4096 / t ^ 8 * t ^ 8) with 4096 by (field; lra).
replace (t ^ 8) with (4096 * (t ^ 2 / 8) ^ 4) by field. nra.
Qed.

Lemma bell_vanishes_6 P C : 0 < C -> (forall t, 1 <= t -> Rabs (P t) <= C * t ^ 6) ->
  is_lim (fun t => P t * bell t) p_infty 0.
Proof.
intros HC H. apply is_lim_spec. intros [eps He]. exists (Rmax 1 (4096 * C / eps)). intros t Ht. simpl.
assert (1 < t) by (apply Rle_lt_trans with (2 := Ht), Rmax_l).
assert (Q : 4096 * C / eps < t) by (apply Rle_lt_trans with (2 := Ht), Rmax_r).
rewrite Rminus_0_r, Rabs_mult, (Rabs_pos_eq (bell t)) by apply Rlt_le, bell_pos.
apply Rle_lt_trans with (C * t ^ 6 * (4096 / t ^ 8)).
- apply Rmult_le_compat; [apply Rabs_pos|apply Rlt_le, bell_pos|apply H; lra|apply bell_tiny; lra].
- apply Rlt_div_l in Q; [|exact He].
replace (C * t ^ 6 * (4096 / t ^ 8)) with (4096 * C / (t * t)) by (field; lra).
apply Rlt_div_l; [nra|]. assert (t * eps < t * t * eps) by nra. nra.
Qed.

Lemma half_bell_4 : half (fun x => x ^ 4 * bell x) (3 * sqrt (PI / 2)).
Proof.
assert (D : half (fun x => (-3 * x ^ 2 + x ^ 4) * bell x) (- (- 0 ^ 3 * bell 0))).
{ apply half_of_limit with (fun t => - t ^ 3 * bell t - - 0 ^ 3 * bell 0).
- intros t _. apply (integral_of_derivative _ (fun x => - x ^ 3 * bell x)); intros x; unfold bell.
+ auto_derive; [exact I|]. unfold Rdiv. simpl. field.
+ auto_derive. exact I.
- apply limit_minus, (bell_vanishes_6 (fun t => - t ^ 3) 1); [lra|]. intros t Ht.
rewrite Rabs_Ropp, Rabs_pos_eq by (apply pow_le; lra). rewrite Rmult_1_l. apply Rle_pow; [lra|lia]. }
replace (3 * sqrt (PI / 2)) with (- (- 0 ^ 3 * bell 0) + 3 * sqrt (PI / 2)) by ring.
apply half_ext with (2 := half_plus _ _ _ _ D (half_scal 3 _ _ half_bell_2)). intros t _. ring.
Qed.

Lemma half_bell_5 : half (fun x => x ^ 5 * bell x) 8.
Proof.
replace 8 with (- (- (0 ^ 4 + 4 * 0 ^ 2 + 8) * bell 0)).
2: { unfold bell; replace (- 0 ^ 2 / 2) with 0 by field; rewrite exp_0; ring. }
apply half_of_limit with (fun t => - (t ^ 4 + 4 * t ^ 2 + 8) * bell t - - (0 ^ 4 + 4 * 0 ^ 2 + 8) * bell 0).
- intros t _. apply (integral_of_derivative _ (fun x => - (x ^ 4 + 4 * x ^ 2 + 8) * bell x)); intros x;
unfold bell.
+ auto_derive; [exact I|]. unfold Rdiv. simpl. field.
+ auto_derive. exact I.
- apply limit_minus, (bell_vanishes_6 (fun t => - (t ^ 4 + 4 * t ^ 2 + 8)) 13); [lra|]. intros t Ht.
assert (A : t ^ 4 <= t ^ 6) by (apply Rle_pow; [lra|lia]). assert (B : t ^ 2 <= t ^ 6) by (apply Rle_pow;
[lra|lia]).
assert (C : t ^ 0 <= t ^ 6) by (apply Rle_pow; [lra|lia]). simpl (t ^ 0) in C.
assert (0 <= t ^ 4) by (apply pow_le; lra). assert (0 <= t ^ 2) by (apply pow_le; lra).
rewrite Rabs_left; lra.
Qed.

(* The weight on the line. *)
Lemma half_weight : half (fun t => weight t * bell t) (6 * sqrt (PI / 2)).
Proof.
assert (A := half_plus _ _ _ _ half_bell_4 (half_plus _ _ _ _ (half_scal 2 _ _ half_bell_2) half_bell)).
replace (6 * sqrt (PI / 2)) with (3 * sqrt (PI / 2) + (2 * sqrt (PI / 2) + sqrt (PI / 2))) by ring.
apply half_ext with (2 := A). intros t _. unfold weight. ring.
Qed.

Lemma weight_mean : is_gauss1 weight 6.
Proof.
destruct sqrt_2PI as [E P].
assert (H : half (fun t => weight t * bell t / sqrt (2 * PI)) 3).
{ replace 3 with (/ sqrt (2 * PI) * (6 * sqrt (PI / 2))) by (rewrite E in *; field; lra).
apply half_ext with (2 := half_scal _ _ _ half_weight). intros t _. unfold Rdiv. ring. }
exists 3, 3. split; [|split; [exact H|ring]]. apply half_ext with (2 := H). intros t _. unfold weight.
replace ((- t) ^ 2) with (t ^ 2) by ring. reflexivity.
Qed.

Lemma gauss1_mean1 F x : is_gauss1 F x -> mean1 F = x.
Proof.
intros [l [r [Hl [Hr ->]]]]. unfold mean1, half in *.
now rewrite (is_RInt_gen_unique _ _ Hl), (is_RInt_gen_unique _ _ Hr).
Qed.

Lemma bell_part_le x y t : x <= y -> x * bell t / sqrt (2 * PI) <= y * bell t / sqrt (2 * PI).
Proof.
intros H. destruct sqrt_2PI as [_ P]. assert (B := bell_pos t). unfold Rdiv. apply Rmult_le_compat_r.
- apply Rlt_le, Rinv_0_lt_compat, P.
- apply Rmult_le_compat_r; lra.
Qed.

Lemma gauss1_le F H x y : is_gauss1 F x -> is_gauss1 H y -> (forall t, F t <= H t) -> x <= y.
Proof.
intros [l [r [Hl [Hr ->]]]] [l' [r' [Hl' [Hr' ->]]]] L.
apply Rplus_le_compat; [apply half_le with (1 := Hl) (2 := Hl')|apply half_le with (1 := Hr) (2 := Hr')];
intros t _; apply bell_part_le, L.
Qed.

Lemma weight_part_bounded t : exists C, 0 <= C /\ forall s, 0 < s < t -> weight s * bell s / sqrt (2 * PI)
  <= C.
Proof.
exists (weight t / sqrt (2 * PI)). destruct sqrt_2PI as [_ P].
assert (W : forall s, 0 <= weight s) by (intros s; unfold weight; nra).
split; [apply Rdiv_le_0_compat; [apply W|exact P]|]. intros s Hs. unfold Rdiv.
apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, P|].
assert (B : bell s <= 1). { unfold bell. rewrite <- exp_0. apply exp_monotone. nra. }
apply Rle_trans with (weight s * 1); [apply Rmult_le_compat_l; [apply W|exact B]|].
unfold weight. rewrite Rmult_1_r. apply pow_incr. nra.
Qed.

(* One half line: s is t or - t. *)
Lemma part_near F H c s t : weight s = weight t -> Rabs (F s - H s) <= c * weight s ->
  Rabs (F s * bell t / sqrt (2 * PI) - H s * bell t / sqrt (2 * PI)) <= c *
  (weight t * bell t / sqrt (2 * PI)).
Proof.
intros W A. destruct sqrt_2PI as [_ P]. set (q := bell t / sqrt (2 * PI)).
assert (Q : 0 <= q) by (apply Rlt_le, Rdiv_lt_0_compat; [apply bell_pos|exact P]).
replace (F s * bell t / sqrt (2 * PI) - H s * bell t / sqrt (2 * PI)) with ((F s - H s) * q)
by (unfold q, Rdiv; ring).
replace (c * (weight t * bell t / sqrt (2 * PI))) with (c * weight s * q) by
(rewrite W; unfold q, Rdiv; ring).
rewrite Rabs_mult, (Rabs_pos_eq q) by exact Q. now apply Rmult_le_compat_r.
Qed.

Lemma weight_even t : weight (- t) = weight t.
Proof. unfold weight. ring. Qed.

Lemma gauss1_closed F (T : nat -> R -> R) c : 0 <= c -> (forall n, exists x, is_gauss1 (T n) x) ->
  (forall n t, Rabs (F t - T n t) <= c / INR (S n) * weight t) -> exists x, is_gauss1 F x.
Proof.
intros Hc HT A.
assert (HW : half (fun t => weight t * bell t / sqrt (2 * PI)) (/ sqrt (2 * PI) * (6 * sqrt (PI / 2)))).
{ apply half_ext with (2 := half_scal (/ sqrt (2 * PI)) _ _ half_weight). intros t _. unfold Rdiv. ring. }
destruct (half_closed (fun t => F (- t) * bell t / sqrt (2 * PI))
(fun n t => T n (- t) * bell t / sqrt (2 * PI)) _ _ c HW Hc) as [l Hl].
{ intros n. destruct (HT n) as [x [l [r [Hl _]]]]. now exists l. }
{ apply weight_part_bounded. }
{ intros n t _. apply part_near; [apply weight_even|apply A]. }
destruct (half_closed (fun t => F t * bell t / sqrt (2 * PI))
(fun n t => T n t * bell t / sqrt (2 * PI)) _ _ c HW Hc) as [r Hr].
{ intros n. destruct (HT n) as [x [l' [r [_ [Hr _]]]]]. now exists r. }
{ apply weight_part_bounded. }
{ intros n t _. apply part_near; [reflexivity|apply A]. }
exists (l + r), l, r. tauto.
Qed.
