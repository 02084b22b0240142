(* The arcsine on the whole line: the standard library continues it by -PI/2 below -1 and PI/2 above 1.

   Formalised: its values beyond 1, monotony, cos (asin x) = sqrt (1 - x^2) for every x (the root of a
   negative number is 0 in Coq), |asin x - asin y| measured along the sine, the derivative on (-1, 1).
   Not formalised: nothing. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Lemma asin_high x : 1 <= x -> asin x = PI / 2.
Proof. intros H. unfold asin. destruct (Rle_dec x (-1)); [lra|]. destruct (Rle_dec 1 x); lra. Qed.

Lemma asin_low x : x <= -1 -> asin x = - (PI / 2).
Proof. intros H. unfold asin. destruct (Rle_dec x (-1)); lra. Qed.

Lemma asin_range x : - (PI / 2) <= asin x <= PI / 2.
Proof. assert (H := asin_bound x). lra. Qed.

Lemma asin_lt x y : -1 <= x -> x < y -> y <= 1 -> asin x < asin y.
Proof.
intros A H B. destruct (Rlt_le_dec (asin x) (asin y)) as [L|L]; [exact L|exfalso].
assert (Rx := asin_range x). assert (Ry := asin_range y).
assert (S : sin (asin y) <= sin (asin x)) by (apply sin_incr_1; lra).
rewrite !sin_asin in S by lra. lra.
Qed.

Lemma asin_le x y : x <= y -> asin x <= asin y.
Proof.
intros H. assert (Rx := asin_range x). assert (Ry := asin_range y).
destruct (Rle_lt_dec x (-1)); [rewrite (asin_low x); lra|].
destruct (Rle_lt_dec 1 y); [rewrite (asin_high y); lra|].
destruct (Req_dec x y) as [->|]; [lra|]. left. apply asin_lt; lra.
Qed.

Lemma asin_pos x : 0 < x -> 0 < asin x.
Proof.
intros H. destruct (Rle_lt_dec 1 x); [rewrite asin_high; assert (Q := PI_RGT_0); lra|].
rewrite <- asin_0. apply asin_lt; lra.
Qed.

Lemma cos_asin_any x : cos (asin x) = sqrt (1 - x ^ 2).
Proof.
destruct (Rle_lt_dec x (-1)).
{ rewrite asin_low, cos_neg, cos_PI2 by lra. symmetry. apply sqrt_neg_0. nra. }
destruct (Rle_lt_dec 1 x).
{ rewrite asin_high, cos_PI2 by lra. symmetry. apply sqrt_neg_0. nra. }
rewrite cos_asin by lra. f_equal. unfold Rsqr. ring.
Qed.

(* The sine of the continued arcsine is x cut off at -1 and 1. *)
Lemma sin_asin_lipschitz x y : x <= y -> 0 <= sin (asin y) - sin (asin x) <= y - x.
Proof.
intros H. assert (Rx := asin_range x). assert (Ry := asin_range y). assert (L := asin_le x y H).
assert (I : sin (asin x) <= sin (asin y)) by (apply sin_incr_1; lra). split; [lra|clear I].
destruct (Rle_lt_dec x (-1)); [rewrite (asin_low x) by lra; rewrite sin_neg, sin_PI2|
 destruct (Rle_lt_dec 1 x); [rewrite (asin_high x), (asin_high y) by lra; lra|rewrite (sin_asin x) by lra]].
- destruct (Rle_lt_dec y (-1)); [rewrite asin_low, sin_neg, sin_PI2; lra|].
  destruct (Rle_lt_dec 1 y); [rewrite asin_high, sin_PI2; lra|rewrite sin_asin; lra].
- destruct (Rle_lt_dec 1 y); [rewrite asin_high, sin_PI2; lra|rewrite sin_asin; lra].
Qed.

Lemma sin_below_asin rho t : 0 < t < asin rho -> sin t < rho.
Proof.
intros Ht. assert (Q := asin_range rho). destruct (Rle_lt_dec rho 0) as [N|N].
{ assert (L := asin_le rho 0 N). rewrite asin_0 in L. lra. }
assert (P := PI_RGT_0). assert (S : sin t < sin (asin rho)) by (apply sin_increasing_1; lra).
destruct (Rle_lt_dec 1 rho) as [L|L].
- rewrite asin_high, sin_PI2 in S by exact L. lra.
- rewrite sin_asin in S by lra. exact S.
Qed.

Lemma sin_above_asin x t : 0 <= x -> asin x < t < PI / 2 -> x < sin t.
Proof.
intros H Ht. assert (A := asin_range x). assert (P := PI_RGT_0).
assert (B : sin (asin x) < sin t) by (apply sin_increasing_1; lra).
destruct (Rle_lt_dec 1 x); [rewrite asin_high in Ht; lra|]. rewrite sin_asin in B; lra.
Qed.

Lemma asin_derive x : -1 < x < 1 -> is_derive asin x (/ sqrt (1 - x ^ 2)).
Proof.
intros H. apply is_derive_Reals.
assert (E := derive_pt_eq_1 asin x _ (derivable_pt_asin x H) (derive_pt_asin x H)).
replace (/ sqrt (1 - x ^ 2)) with (1 / sqrt (1 - x²)); [exact E|].
unfold Rsqr, Rdiv. rewrite Rmult_1_l. do 2 f_equal. ring.
Qed.
