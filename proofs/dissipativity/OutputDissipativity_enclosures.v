(* Certified enclosures of the sharp gamma_a of C2 without noise, m2 = m1 = 1 and h = g phi:
   the Java values are held against them.

   dyad n e    n / 2^e

   Formalised: each of the 10 rows.
   Not formalised: that Java keeps its promises elsewhere; a test reads these rows.
   The integers are values to 400 bits (mpmath 1.3.0), cut outwards; what counts is that Coq proves each. *)
From Coq Require Import Reals List ZArith.
Import ListNotations.
From Lemmata Require Import num.Vectors num.Intervals Definitions num.Constants num.Tables.
Open Scope R_scope.

Ltac slack_row := unfold slack, pull_1, pull_2, g; simpl INR; numbers; interval with (i_prec 130).

(* k, a1, a2, phi, ca, low, high *)
Definition slack_enclosures : list (nat * R * R * R * R * R * R) := [
  (2%nat, dyad 1 0, dyad 1 0, dyad 1 1, dyad 1 3, dyad 46027373277022441567 73, dyad 46027373277022441568 73);
  (25%nat, dyad 3 2, dyad 5 3, dyad 3 1, dyad 1 3,
    dyad 59767776389846749520 70, dyad 59767776389846749521 70);
  (25%nat, dyad 0 0, dyad 1 0, dyad 1 0, dyad 1 2,
    dyad 53759093647764614747 69, dyad 53759093647764614748 69);
  (36%nat, dyad 1 0, dyad 0 0, dyad 2 0, dyad 1 2,
    dyad 37659899703416633895 72, dyad 37659899703416633896 72);
  (49%nat, dyad 1 1, dyad 3 2, dyad 3 0, dyad 0 0,
    dyad 61981583141850630973 69, dyad 61981583141850630974 69);
  (64%nat, dyad (-3) 2, dyad 1 1, dyad 5 1, dyad 5 4,
    dyad 38757276635589865558 66, dyad 38757276635589865559 66);
  (81%nat, dyad 2 0, dyad 3 0, dyad 1 3, dyad (-1) 0,
    dyad 60966560752970158171 81, dyad 60966560752970158172 81);
  (100%nat, dyad 1 1, dyad 7 3, dyad 25 3, dyad 43 7,
    dyad 44971130056621941374 62, dyad 44971130056621941375 62);
  (3%nat, dyad 100 0, dyad 1 7, dyad 5 2, dyad 87 8,
    dyad 48594332810040275685 57, dyad 48594332810040275686 57);
  (2%nat, dyad 1 2, dyad 1 0, dyad 1 10, dyad 1 3,
    dyad 43792487257320632904 109, dyad 43792487257320632905 109)].

Lemma S5_slack_enclosures :
  Forall (fun '(k, a1, a2, phi, ca, low, high) =>
    low <= slack k a1 a2 1 1 (g phi) ca <= high) slack_enclosures.
Proof.
rows slack_enclosures slack_row. Qed.
