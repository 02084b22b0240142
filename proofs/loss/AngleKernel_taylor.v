(* The Taylor series of v(x) = sin x - x cos x on [0, 1].

   horner series q   c_1 + q (c_2 + q (c_3 + ...)), without rounding
   taylor            c_1 ... c_10 (AngleKernel_java.v)
   factorial n       n! as an integer, to compute with

   Formalised: the coefficients; the rest after ten terms. *)
From Coq Require Import Reals ZArith List Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Doubles loss.AngleKernel loss.AngleKernel_java.
Import ListNotations.
Open Scope R_scope.

Fixpoint horner (series : list R) (q : R) : R :=
  match series with [] => 0 | c :: rest => horner rest q * q + c end.

Fixpoint factorial (n : nat) : Z := match n with O => 1 | S m => Z.of_nat n * factorial m end.

Lemma fact_value n : INR (fact n) = IZR (factorial n).
Proof.
induction n as [|n IH]; [reflexivity|].
change (fact (S n)) with (S n * fact n)%nat. rewrite mult_INR, IH, INR_IZR_INZ, <- mult_IZR. reflexivity.
Qed.

Lemma sin_term_value x n : sin_term x n = (-1) ^ n * (x ^ (2 * n + 1) / IZR (factorial (2 * n + 1))).
Proof. unfold sin_term. now rewrite fact_value. Qed.

Lemma cos_term_value x n : cos_term x n = (-1) ^ n * (x ^ (2 * n) / IZR (factorial (2 * n))).
Proof. unfold cos_term. now rewrite fact_value. Qed.

(* Replaces factorials and exponents by their values. *)
Ltac evaluate := repeat match goal with
  | |- context [IZR (factorial ?n)] => let m := eval vm_compute in (factorial n) in
    change (factorial n) with m
  | |- context [(_ ^ (2 * ?n + 1))] => let m := eval vm_compute in (2 * n + 1)%nat in
    change (2 * n + 1)%nat with m
  | |- context [(_ ^ (2 * ?n))] => let m := eval vm_compute in (2 * n)%nat in
    change (2 * n)%nat with m
  end.

(* S4: the coefficients (-1)^(n+1) 2n/(2n+1)!, counted from n = 0. *)
Lemma S4_taylor_coefficients n : (n < 10)%nat ->
  nth n taylor 0 = (-1) ^ n * (2 * INR (n + 1)) / INR (fact (2 * n + 3)).
Proof.
intros H. rewrite fact_value, INR_IZR_INZ. unfold taylor.
do 10 (destruct n as [|n]; [simpl nth; evaluate; simpl Z.of_nat; field|]). lia.
Qed.

(* The ten terms of v are those of sine up to x^21 less x times those of cosine up to x^20. *)
Lemma taylor_value x : sin_approx x 10 - x * cos_approx x 10 = x ^ 3 * horner taylor (x ^ 2).
Proof.
unfold sin_approx, cos_approx. simpl sum_f_R0. rewrite !sin_term_value, !cos_term_value.
unfold taylor, horner. evaluate. field.
Qed.

Lemma sin_enclosed x : 0 <= x <= 1 ->
  sin_approx x 10 - x ^ 23 / IZR (factorial 23) <= sin x <=
  sin_approx x 10 - x ^ 23 / IZR (factorial 23) + x ^ 25 / IZR (factorial 25).
Proof.
intros H. assert (P := PI_range).
destruct (sin_bound x 5) as [A B]; [lra|lra|]. unfold sin_approx in *.
change (2 * 5 + 1)%nat with 11%nat in A. change (2 * (5 + 1))%nat with 12%nat in B.
rewrite (tech5 _ 10), sin_term_value in A. rewrite (tech5 _ 11), (tech5 _ 10), !sin_term_value in B.
replace ((-1) ^ 11) with (-1) in A, B by ring. replace ((-1) ^ 12) with 1 in B by ring.
change (2 * 11 + 1)%nat with 23%nat in A, B. change (2 * 12 + 1)%nat with 25%nat in B. lra.
Qed.

Lemma cos_enclosed x : 0 <= x <= 1 ->
  cos_approx x 10 - x ^ 22 / IZR (factorial 22) + x ^ 24 / IZR (factorial 24) - x ^ 26 / IZR (factorial 26)
  <= cos x <= cos_approx x 10 - x ^ 22 / IZR (factorial 22) + x ^ 24 / IZR (factorial 24).
Proof.
intros H. assert (P := PI_range).
destruct (cos_bound x 5) as [_ B]; [lra|lra|]. destruct (cos_bound x 6) as [A _]; [lra|lra|].
unfold cos_approx in *. change (2 * 6 + 1)%nat with 13%nat in A. change (2 * (5 + 1))%nat with 12%nat in B.
rewrite (tech5 _ 12), (tech5 _ 11), (tech5 _ 10), !cos_term_value in A.
rewrite (tech5 _ 11), (tech5 _ 10), !cos_term_value in B.
replace ((-1) ^ 11) with (-1) in A, B by ring. replace ((-1) ^ 12) with 1 in A, B by ring.
replace ((-1) ^ 13) with (-1) in A by ring. change (2 * 11)%nat with 22%nat in A, B.
change (2 * 12)%nat with 24%nat in A, B. change (2 * 13)%nat with 26%nat in A. lra.
Qed.

Lemma pow_below x n : 0 <= x <= 1 -> 0 <= x ^ (S (S n)) <= x ^ n.
Proof.
intros H. assert (P : 0 <= x ^ n) by (apply pow_le; lra). assert (X : 0 <= x * x <= 1) by nra.
simpl. rewrite <- Rmult_assoc. nra.
Qed.

(* S4: the rest after ten terms is at most c_11 = 22/23! times x^20 of x^3. *)
Lemma S4_taylor_remainder x : 0 <= x <= 1 ->
  0 <= (sin x - x * cos x) - x ^ 3 * horner taylor (x ^ 2) <= 22 / INR (fact 23) * x ^ 23.
Proof.
intros H. rewrite <- taylor_value, fact_value. assert (S := sin_enclosed x H).
destruct (cos_enclosed x H) as [A B].
apply (Rmult_le_compat_l x) in A; [|lra]. apply (Rmult_le_compat_l x) in B; [|lra].
assert (P := pow_below x 23 H). assert (Q := pow_below x 25 H).
revert S A B. evaluate. lra.
Qed.

Lemma remainder_small x : 0 <= x <= 1 -> 22 / INR (fact 23) * x ^ 23 <= / 10 ^ 21 * x ^ 3.
Proof.
intros H. rewrite fact_value. replace (x ^ 23) with (x ^ 20 * x ^ 3) by ring.
rewrite <- Rmult_assoc. apply Rmult_le_compat_r; [apply pow_le; lra|].
assert (P : 0 <= x ^ 20 <= 1) by (split; [apply pow_le|rewrite <- (pow1 20); apply pow_incr]; lra).
evaluate. lra.
Qed.
