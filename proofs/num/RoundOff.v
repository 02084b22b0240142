(* The constants of num.RoundOff and the error bounds that the code computes from them.

   underflow       2^-1000
   java_pi         Math.PI
   pi_low          PI_LOW, what Math.PI lacks of PI
   bound_java k d  the double k * RoundOff.U * d + RoundOff.UNDERFLOW, with k * RoundOff.U rounded first

   Formalised: java_pi and pi_low are the doubles nearest to what they stand for; an error of (k - 1) u is
   below the computed bound with k u, whatever the roundings of the bound itself.
   Not formalised: RoundOff.doubleDouble, MAX_ENTRY, MIN_FILTER_NORM. *)
From Coq Require Import Reals ZArith Lra Lia.
From Flocq Require Import Core.
From Lemmata Require Import num.Intervals num.Doubles.
Open Scope R_scope.

Definition underflow : R := bpow radix2 (-1000).
Definition java_pi : R := 884279719003555 / 2 ^ 48.
Definition pi_low : R := 4967757600021511 / 2 ^ 105.
Definition bound_java (k d : R) : R := rnd (rnd (rnd (k * u) * d) + underflow).

Lemma underflow_pos : 0 < underflow <= / 10 ^ 40.
Proof.
split; [apply bpow_gt_0|]. apply Rle_trans with (bpow radix2 (-140)); [apply bpow_le; lia|]. simpl. lra.
Qed.

Lemma tiny_underflow : 0 < tiny <= / 10 ^ 20 * underflow.
Proof.
split; [apply bpow_gt_0|]. unfold tiny, underflow. replace (-1074)%Z with (-74 + -1000)%Z by lia.
rewrite bpow_plus. apply Rmult_le_compat_r; [apply bpow_ge_0|]. simpl. lra.
Qed.

Lemma java_pi_dyadic : java_pi = 7074237752028440 * bpow radix2 (-51).
Proof. unfold java_pi. simpl. lra. Qed.

Lemma pi_low_dyadic : pi_low = 4967757600021511 * bpow radix2 (-105).
Proof. unfold pi_low. simpl. lra. Qed.

Lemma java_pi_nearest : rnd PI = java_pi.
Proof.
rewrite java_pi_dyadic. apply rnd_dyadic; [easy| |]; simpl bpow; [split|]; interval with (i_prec 120).
Qed.

(* The literal 1.2246467991473532e-16. *)
Lemma pi_low_nearest : rnd (12246467991473532 / 10 ^ 32) = pi_low.
Proof. rewrite pi_low_dyadic. dyadic. Qed.

Lemma java_pi_double : double java_pi.
Proof. rewrite <- java_pi_nearest. apply double_rnd. Qed.

Lemma pi_low_double : double pi_low.
Proof. rewrite <- pi_low_nearest. apply double_rnd. Qed.

Lemma PI_in_two_doubles : Rabs (PI - java_pi - pi_low) <= 3 / 10 ^ 33.
Proof. unfold java_pi, pi_low. interval with (i_prec 150). Qed.

Lemma java_pi_below : java_pi < PI.
Proof. assert (H := PI_in_two_doubles). apply Rabs_le_inv in H. unfold pi_low in H. lra. Qed.

Lemma two_pi_error : Rabs (rnd (2 * java_pi) - 2 * PI) <= 0.352 * u * (2 * PI).
Proof.
rewrite rnd_double.
- rewrite u_value. unfold java_pi. interval with (i_prec 100).
- replace (2 * java_pi) with (884279719003555 * bpow radix2 (-47)) by (unfold java_pi; simpl; lra).
  now apply double_dyadic.
Qed.

Lemma factor_error k : 1 <= k <= 64 -> Rabs (rnd (k * u) - k * u) <= / 10 ^ 29.
Proof.
intros K. assert (T := tiny_small). assert (B := rnd_within (k * u) (64 * u)). rewrite u_value in *.
feed B. apply Rabs_le. lra.
Qed.

Lemma scaled_error k d D : 1 <= k <= 64 -> 0 <= D -> Rabs (d - D) <= 64 * u * D + underflow ->
  Rabs (rnd (k * u) * d - k * u * D) <= / 10 ^ 10 * (u * D + underflow).
Proof.
intros K HD H. assert (W := underflow_pos).
assert (U : Rabs (k * u) <= 64 * u) by (rewrite u_value, Rabs_pos_eq; lra).
assert (M := mult_error _ _ _ _ _ _ (factor_error k K) H). rewrite (Rabs_pos_eq D) in M by exact HD.
apply Rle_trans with (1 := M). assert (Q : 0 <= 64 * u * D + underflow) by (rewrite u_value; lra).
apply (Rmult_le_compat_r _ _ _ Q) in U. rewrite u_value in *. lra.
Qed.

(* The computed bound is at least k u D + underflow, less what its own roundings take away. *)
Lemma bound_java_above k d D : 1 <= k <= 64 -> 0 <= D -> Rabs (d - D) <= 64 * u * D + underflow ->
  k * u * D - u * D / 100 + underflow / 2 <= bound_java k d.
Proof.
intros K HD H. assert (W := underflow_pos). assert (T := tiny_underflow).
assert (S := scaled_error k d D K HD H).
unfold bound_java. set (p := rnd (k * u) * d) in *. apply Rabs_le_inv in S. rewrite u_value in *.
assert (Z : 0 <= k * D <= 64 * D) by (split; [apply Rmult_le_pos|apply Rmult_le_compat_r]; lra).
assert (P := rnd_within p (/ 10 ^ 14 * D + underflow)). rewrite u_value in P. feed P.
assert (R := rnd_within (rnd p + underflow) (/ 10 ^ 13 * D + 3 * underflow)).
rewrite u_value in R. feed R. lra.
Qed.

Lemma bound_is_enough k d D : 1 <= k <= 64 -> 0 <= D ->
  Rabs (d - D) <= (k - 1) * u * D + underflow / 4 -> Rabs (d - D) <= bound_java k d.
Proof.
intros K HD H. assert (U : 0 <= u * D) by (apply Rmult_le_pos; [apply bpow_ge_0|exact HD]).
assert (W := underflow_pos). assert (Z : (k - 1) * (u * D) <= 64 * (u * D)) by (apply Rmult_le_compat_r; lra).
assert (B := bound_java_above k d D K HD ltac:(lra)). lra.
Qed.
