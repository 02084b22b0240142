(* Certified enclosures of the alignment of the spurious weights with a* given by its entries:
   the Java values are held against them.

   dyad n e    n / 2^e

   Formalised: each of the 9 rows.
   Not formalised: that Java keeps its promises elsewhere; a test reads these rows.
   The integers are values to 400 bits (mpmath 1.3.0), cut outwards; what counts is that Coq proves each. *)
From Coq Require Import Reals List ZArith.
Import ListNotations.
From Lemmata Require Import num.Vectors num.Intervals Definitions num.Constants num.Tables.
From Lemmata Require Import num.Constants_bridge.
Open Scope R_scope.

Ltac alignment_row :=
  rewrite alignment_closed; cbn [entries dot sum length nth INR]; numbers;
  interval with (i_prec 130).

(* b, low, high *)
Definition alignment_enclosures : list (list R * R * R) := [
  ([dyad 1 0; dyad 1 0], dyad 71264349216847423875 67, dyad 71264349216847423876 67);
  ([dyad 1 0; dyad (-1) 0], dyad (-68908507106759597837) 66, dyad (-68908507106759597836) 66);
  ([dyad 3 1; dyad (-1) 0; dyad 2 0], dyad (-59108913066834216902) 65, dyad (-59108913066834216901) 65);
  ([dyad 1 1; dyad 1 2; dyad (-3) 2], dyad (-60294943718414648107) 67, dyad (-60294943718414648106) 67);
  ([dyad 1 0; dyad 2 0; dyad 3 0; dyad 4 0], dyad 45550107297441313930 62, dyad 45550107297441313931 62);
  ([dyad 5 3; dyad (-5) 3; dyad 1 0; dyad 0 0],
    dyad (-43747345908353216919) 66, dyad (-43747345908353216918) 66);
  ([dyad 1 0; dyad 1 0; dyad 1 0; dyad 1 0; dyad 1 0],
    dyad 51660028703645287102 64, dyad 51660028703645287103 64);
  ([dyad 100 0; dyad (-99) 0; dyad 1 7], dyad (-41638628809067149805) 52, dyad (-41638628809067149804) 52);
  ([dyad 3 0; dyad 1 0; dyad 4 0; dyad 1 0; dyad 5 0; dyad 9 0],
    dyad 38289975269188742923 60, dyad 38289975269188742924 60)].

Lemma S5_alignment_enclosures :
  Forall (fun '(b, low, high) =>
    low <= alignment b <= high) alignment_enclosures.
Proof.
rows alignment_enclosures alignment_row. Qed.
