(* Values of the threshold 1 + (k-1)/PI as Java computes them,
   each within the error that Java promises.

   dyad n e    n / 2^e: value, arguments and error are the doubles of the program, exactly

   Formalised: each row. Written by the test lemmata.proof.ValuesTest from what the lemma code returns.
   Not formalised: other arguments. *)
From Coq Require Import Reals List ZArith.
Import ListNotations.
From Lemmata Require Import num.Vectors num.Intervals Definitions num.Constants num.Tables.
Open Scope R_scope.
From Lemmata Require Import landscape.SpuriousOptimum_algebra.

Ltac threshold_row := unfold threshold; simpl INR; numbers; interval with (i_prec 120).

(* k, computed value, promised error *)
Definition threshold_values : list (nat * R * R) := [
  (1%nat, dyad 1 0, dyad 3 53);
  (2%nat, dyad 5937139912176161 52, dyad 4452854934132121 103);
  (3%nat, dyad 3685340098490913 51, dyad 2764005073868185 102);
  (7%nat, dyad 3276210334051121 50, dyad 2457157750538341 101);
  (25%nat, dyad 2431785403919153 48, dyad 7295356211757459 101);
  (36%nat, dyad 6834688699446095 49, dyad 5126016524584571 100);
  (49%nat, dyad 2291047915563825 47, dyad 6873143746691475 100);
  (64%nat, dyad 5926039848132961 48, dyad 4444529886099721 99);
  (81%nat, dyad 1862294100184745 46, dyad 5586882300554235 99);
  (100%nat, dyad 4575752744472853 47, dyad 214488409897165 94);
  (200%nat, dyad 2263891533622639 45, dyad 6791674600867917 98)].

Lemma S1_threshold_values :
  Forall (fun '(k, y, e) =>
    Rabs (y - threshold k) <= e) threshold_values.
Proof.
rows threshold_values threshold_row. Qed.
