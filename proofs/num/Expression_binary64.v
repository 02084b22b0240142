(* binary64 as an arithmetic of num/Expression.v.

   format64, nearest    53 bits, least positive number 2^-1074; rounding to nearest, ties to even (Flocq)
   binary64 sin64 cos64 its machine: up and down are the neighbours of the rounded result

   Formalised: it is sound for u = 2^-53, eta = 2^-1074 if its sine and cosine err by at most 3u; then what it
   computes of an expression is within the bound that it computes.
   Not formalised: overflow (no number is the greatest), and the accuracy of the library's sine and cosine,
   which is a hypothesis: within one unit in the last place is within 3u. *)
From Coq Require Import Reals Lra Lia ZArith.
From Flocq Require Import Core Relative.
From Lemmata Require Import num.Vectors num.Expression.
Open Scope R_scope.

Definition format64 : Z -> Z := FLT_exp (-1074) 53.
Definition nearest (y : R) : R := round radix2 format64 ZnearestE y.
Definition binary64 (sin64 cos64 : R -> R) : machine :=
  Machine nearest (fun y => succ radix2 format64 (nearest y)) (fun y => pred radix2 format64 (nearest y))
    sin64 cos64 (nearest PI).

Global Instance prec53 : Prec_gt_0 53.
Proof. reflexivity. Qed.

Lemma nearest_error_normal y : bpow radix2 (-1074 + 53 - 1) <= Rabs y ->
  Rabs (nearest y - y) <= / 2 ^ 53 * Rabs (nearest y).
Proof.
intros L. assert (H := relative_error_N_FLT_round radix2 (-1074) 53 eq_refl (fun x => negb (Z.even x)) y L).
assert (W : / 2 * bpow radix2 (Z.opp 53 + 1) = / 2 ^ 53) by (simpl; lra). rewrite W in H. exact H.
Qed.

Lemma smallest : / 2 * bpow radix2 (-1074) <= / 2 ^ 1074.
Proof.
change (bpow radix2 (-1074)) with (/ IZR (Z.pow_pos 2 1074)). rewrite (pow_IZR 2 1074).
change (2 ^ Z.of_nat 1074)%Z with (Z.pow_pos 2 1074).
assert (P : 0 < / IZR (Z.pow_pos 2 1074)) by (apply Rinv_0_lt_compat, IZR_lt; reflexivity).
generalize dependent (/ IZR (Z.pow_pos 2 1074)). intros; lra.
Qed.

Lemma nearest_error_tiny y : Rabs y < bpow radix2 (-1074 + 53 - 1) -> Rabs (nearest y - y) <= / 2 ^ 1074.
Proof.
intros L. assert (H := error_le_half_ulp radix2 format64 (fun x => negb (Z.even x)) y). unfold format64 in H.
rewrite (ulp_FLT_small radix2 (-1074) 53 y) in H; [|eapply Rlt_le_trans; [exact L|apply bpow_le; lia]].
eapply Rle_trans; [exact H|exact smallest].
Qed.

(* Half a unit in the last place of the result, or of the smallest number. *)
Lemma nearest_error y : Rabs (nearest y - y) <= / 2 ^ 53 * Rabs (nearest y) + / 2 ^ 1074.
Proof.
assert (0 <= / 2 ^ 53 * Rabs (nearest y)).
{ apply Rmult_le_pos; [left; apply Rinv_0_lt_compat, pow_lt; lra|apply Rabs_pos]. }
assert (0 < / 2 ^ 1074) by (apply Rinv_0_lt_compat, pow_lt; lra).
destruct (Rle_or_lt (bpow radix2 (-1074 + 53 - 1)) (Rabs y)) as [L|L].
- assert (E := nearest_error_normal y L). generalize dependent (/ 2 ^ 1074). intros; lra.
- assert (E := nearest_error_tiny y L). generalize dependent (/ 2 ^ 1074). intros; lra.
Qed.

Theorem binary64_is_sound sin64 cos64 :
  (forall y, Rabs (sin64 y - sin y) <= 3 * / 2 ^ 53 * Rabs (sin64 y) + / 2 ^ 1074) ->
  (forall y, Rabs (cos64 y - cos y) <= 3 * / 2 ^ 53 * Rabs (cos64 y) + / 2 ^ 1074) ->
  sound (/ 2 ^ 53) (/ 2 ^ 1074) (binary64 sin64 cos64).
Proof.
intros Sn Cn. unfold sound, binary64; cbn [rnd up down sine cosine pi].
split; [exact nearest_error|]. split; [|split; [|split; [exact Sn|split; [exact Cn|apply nearest_error]]]].
- intros y. apply succ_round_ge_id; unfold format64; auto with typeclass_instances.
- intros y. apply pred_round_le_id; unfold format64; auto with typeclass_instances.
Qed.

(* What binary64 computes of an expression is within the bound that binary64 computes. *)
Corollary binary64_within_error sin64 cos64 k x dx x0 v dv v0 e i :
  (forall y, Rabs (sin64 y - sin y) <= 3 * / 2 ^ 53 * Rabs (sin64 y) + / 2 ^ 1074) ->
  (forall y, Rabs (cos64 y - cos y) <= 3 * / 2 ^ 53 * Rabs (cos64 y) + / 2 ^ 1074) ->
  (forall s, Rabs (x s - x0 s) <= dx s) -> (forall s j, Rabs (v s j - v0 s j) <= dv s j) ->
  let m := binary64 sin64 cos64 in let u := / 2 ^ 53 in let eta := / 2 ^ 1074 in
  divides u eta m k x dx v dv e i ->
  Rabs (computed m k x v e i - real k x0 v0 e i) <= error u eta m k x dx v dv e i.
Proof.
intros Sn Cn X V m u eta. apply computed_within_error; [now apply binary64_is_sound|exact X|exact V].
Qed.
