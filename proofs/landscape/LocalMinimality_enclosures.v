(* Certified enclosures of the threshold 1 + (k-1)/PI:
   the Java values are held against them.

   dyad n e    n / 2^e

   Formalised: each of the 9 rows.
   Not formalised: that Java keeps its promises elsewhere; a test reads these rows.
   The integers are values to 400 bits (mpmath 1.3.0), cut outwards; what counts is that Coq proves each. *)
From Coq Require Import Reals List ZArith.
Import ListNotations.
From Lemmata Require Import num.Vectors num.Intervals Definitions num.Tables.
From Lemmata Require Import landscape.SpuriousOptimum_algebra.
Open Scope R_scope.

Ltac threshold_row := unfold threshold; simpl INR; numbers; interval with (i_prec 100).

(* k, low, high *)
Definition threshold_enclosures : list (nat * R * R) := [
  (2%nat, dyad 48637050160547108137 65, dyad 48637050160547108138 65);
  (3%nat, dyad 60380612173675113043 65, dyad 60380612173675113044 65);
  (10%nat, dyad 71292773132785573692 64, dyad 71292773132785573693 64);
  (25%nat, dyad 39842372057811402621 62, dyad 39842372057811402622 62);
  (36%nat, dyad 55989769825862409367 62, dyad 55989769825862409368 62);
  (49%nat, dyad 37536529048597708669 61, dyad 37536529048597708670 61);
  (64%nat, dyad 48546118435905213269 61, dyad 48546118435905213270 61);
  (81%nat, dyad 61023653074853718481 61, dyad 61023653074853718482 61);
  (100%nat, dyad 37484566482721612153 60, dyad 37484566482721612154 60)].

Lemma S1_threshold_enclosures :
  Forall (fun '(k, low, high) =>
    low <= threshold k <= high) threshold_enclosures.
Proof.
rows threshold_enclosures threshold_row. Qed.
