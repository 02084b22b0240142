(* Values of alignment and loss at the spurious point as Java computes them,
   each within the error that Java promises.

   dyad n e    n / 2^e: value, arguments and error are the doubles of the program, exactly

   Formalised: each row. Written by the test lemmata.proof.ValuesTest from what the lemma code returns.
   Not formalised: other arguments. *)
From Coq Require Import Reals List ZArith.
Import ListNotations.
From Lemmata Require Import num.Vectors num.Intervals Definitions num.Constants num.Tables.
Open Scope R_scope.
From Lemmata Require Import num.Constants_bridge.

Ltac closed := cbn [entries dot sum length nth INR]; numbers; interval with (i_prec 140).
Ltac alignment_row := rewrite alignment_closed; closed.
Ltac loss_row := rewrite spurious_loss_closed; closed.

(* b, computed value, promised error *)
Definition alignment_values : list (list R * R * R) := [
  ([dyad 1 0], dyad 0 0, dyad 3680111310938399 101);
  ([dyad 1 0; dyad 1 0], dyad 8699261379009695 54, dyad 2315796512133793 99);
  ([dyad 1 0; dyad (-1) 0], dyad (-8411682996430615) 53, dyad 1840055655469203 100);
  ([dyad 3 2; dyad 3602879701896397 55; dyad (-5404319552844595) 54],
    dyad (-8035980562550145) 55, dyad 6236553477871075 103);
  ([dyad 1 0; dyad (-2) 0; dyad 1 0], dyad (-3154381123661481) 50, dyad 5520166966407613 100);
  ([dyad 2476979795053773 50; dyad 5404319552844595 54],
    dyad (-3180983807709231) 55, dyad 8897514329479059 100);
  ([dyad 4835703278458517 82; dyad 300000 0; dyad 1 0],
    dyad (-8570444364298039) 19, dyad 7764695504408241 66);
  ([dyad (-694681) 20], dyad 0 0, dyad 1615221064913789 101);
  ([dyad (-13099047) 26; dyad 8908403 28], dyad (-1298253997667963) 57, dyad 6960922965336229 107);
  ([dyad 10911839 25; dyad (-3844467) 23; dyad (-9129717) 26],
    dyad (-4879395779526775) 55, dyad 2786265377293095 103);
  ([dyad 3315865 24; dyad (-5460347) 24; dyad (-7775403) 23; dyad 7619165 24],
    dyad (-539327798680827) 50, dyad 5133317023085093 102);
  ([dyad 1590581 22], dyad 0 0, dyad 264620039942579 100);
  ([dyad 12867957 24; dyad (-13036405) 25], dyad (-2652039505306881) 53, dyad 6240544347922605 103);
  ([dyad (-217155) 18; dyad (-9376201) 24; dyad (-4750689) 24],
    dyad 5267139586724545 54, dyad 5122018483246883 101);
  ([dyad 16753495 27; dyad 16035609 24; dyad (-3271189) 23; dyad 959525 24],
    dyad (-3357832691883025) 53, dyad 5043800538474035 102);
  ([dyad 14653283 28], dyad 8411682996430615 115, dyad 5614628594199577 110)].

Lemma S5_alignment_values :
  Forall (fun '(b, y, e) =>
    Rabs (y - alignment b) <= e) alignment_values.
Proof.
rows alignment_values alignment_row. Qed.

(* b, computed value, promised error *)
Definition loss_values : list (list R * R * R) := [
  ([dyad 1 0], dyad 1 2, dyad 3940649673949189 103);
  ([dyad 1 0; dyad 1 0], dyad 1397751824936677 51, dyad 611516423409797 99);
  ([dyad 1 0; dyad (-1) 0], dyad 1200339439131421 52, dyad 8402376073919971 104);
  ([dyad 3 2; dyad 3602879701896397 55; dyad (-5404319552844595) 54],
    dyad 7916548731256741 56, dyad 6926980139849667 105);
  ([dyad 1 0; dyad (-2) 0; dyad 1 0], dyad 3601018317394263 52, dyad 6301782055439981 102);
  ([dyad 2476979795053773 50; dyad 5404319552844595 54], dyad 681410099592903 49, dyad 596233837143791 98);
  ([dyad 4835703278458517 82; dyad 300000 0; dyad 1 0], dyad 4826934454528281 18, dyad 4223567647712255 67);
  ([dyad (-694681) 20], dyad 482581691761 42, dyad 6918291133085705 105);
  ([dyad (-13099047) 26; dyad 8908403 28], dyad 8702372648431087 60, dyad 118977751052769 103);
  ([dyad 10911839 25; dyad (-3844467) 23; dyad (-9129717) 26],
    dyad 7164923827268977 57, dyad 3134654174430187 105);
  ([dyad 3315865 24; dyad (-5460347) 24; dyad (-7775403) 23; dyad 7619165 24],
    dyad 6587444573929225 55, dyad 5764014002188091 104);
  ([dyad 1590581 22], dyad 2529947917561 46, dyad 2266833334134659 105);
  ([dyad 12867957 24; dyad (-13036405) 25], dyad 4006241492608487 55, dyad 3505461306032435 104);
  ([dyad (-217155) 18; dyad (-9376201) 24; dyad (-4750689) 24],
    dyad 385933427536093 50, dyad 2701533992752655 102);
  ([dyad 16753495 27; dyad 16035609 24; dyad (-3271189) 23; dyad 959525 24],
    dyad 6410160037358967 55, dyad 5608890032689113 104);
  ([dyad 14653283 28], dyad 6870998485698849 63, dyad 6012123674986501 112)].

Lemma S5_loss_values :
  Forall (fun '(b, y, e) =>
    Rabs (y - spurious_loss b) <= e) loss_values.
Proof.
rows loss_values loss_row. Qed.
