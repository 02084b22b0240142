(* Certified enclosures of the level of g at the saddles of gradient descent, by the coordinates of a*:
   the Java values are held against them.

   dyad n e    n / 2^e

   Formalised: each of the 10 rows.
   Not formalised: that Java keeps its promises elsewhere; a test reads these rows.
   The integers are values to 400 bits (mpmath 1.3.0), cut outwards; what counts is that Coq proves each. *)
From Coq Require Import Reals List ZArith.
Import ListNotations.
From Lemmata Require Import num.Vectors num.Intervals Definitions num.Constants num.Tables.
From Lemmata Require Import dissipativity.SmoothedEquilibrium.
Open Scope R_scope.

Ltac level_row := unfold level, q_of; simpl INR; numbers; interval with (i_prec 130).

(* k, a1, a2, low, high *)
Definition level_enclosures : list (nat * R * R * R * R) := [
  (2%nat, dyad 3 0, dyad 4 0, dyad 40534746441455521724 66, dyad 40534746441455521725 66);
  (25%nat, dyad 3 0, dyad 4 0, dyad (-73714851204169376265) 70, dyad (-73714851204169376264) 70);
  (25%nat, dyad 4 0, dyad 3 0, dyad (-38285413087938445252) 64, dyad (-38285413087938445251) 64);
  (36%nat, dyad 5 0, dyad 12 0, dyad 48143035006766707501 66, dyad 48143035006766707502 66);
  (49%nat, dyad 8 0, dyad 15 0, dyad 62455560980624546344 67, dyad 62455560980624546345 67);
  (64%nat, dyad 7 0, dyad 24 0, dyad 60815156582606395067 66, dyad 60815156582606395068 66);
  (81%nat, dyad 20 0, dyad 21 0, dyad (-62663386294204712302) 66, dyad (-62663386294204712301) 66);
  (100%nat, dyad 9 0, dyad 40 0, dyad 65963167000343490747 66, dyad 65963167000343490748 66);
  (3%nat, dyad 12 0, dyad 5 0, dyad (-41225984892804972781) 65, dyad (-41225984892804972780) 65);
  (10%nat, dyad 40 0, dyad 9 0, dyad (-62441493373412944592) 63, dyad (-62441493373412944591) 63)].

Lemma S6_level_enclosures :
  Forall (fun '(k, a1, a2, low, high) =>
    low <= level k (q_of k a1 a2) <= high) level_enclosures.
Proof.
rows level_enclosures level_row. Qed.
