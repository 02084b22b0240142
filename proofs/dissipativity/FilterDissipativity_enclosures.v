(* Certified enclosures of the sharp c_w of C1 without noise, kappa = PI - phi, at the least
   alignment d and the largest angle phi of a region:
   the Java values are held against them.

   dyad n e    n / 2^e

   Formalised: each of the 11 rows.
   Not formalised: that Java keeps its promises elsewhere; a test reads these rows.
   The integers are values to 400 bits (mpmath 1.3.0), cut outwards; what counts is that Coq proves each. *)
From Coq Require Import Reals List ZArith.
Import ListNotations.
From Lemmata Require Import num.Vectors num.Intervals Definitions num.Constants num.Tables.
Open Scope R_scope.

Ltac rate_row := unfold rate; numbers; interval with (i_prec 130).

(* d, phi, low, high *)
Definition rate_enclosures : list (R * R * R * R) := [
  (dyad 1 0, dyad 1 6, dyad 73415508872537052758 67, dyad 73415508872537052759 67);
  (dyad 1 0, dyad 1 1, dyad 58245816367739589496 67, dyad 58245816367739589497 67);
  (dyad 1 1, dyad 1 0, dyad 38738489217061968059 68, dyad 38738489217061968060 68);
  (dyad 3 1, dyad 5 2, dyad 43827926736767337387 67, dyad 43827926736767337388 67);
  (dyad 1 0, dyad 5361 12, dyad 54193911861811020766 68, dyad 54193911861811020767 68);
  (dyad 1 10, dyad 3 1, dyad 41283654334812743459 78, dyad 41283654334812743460 78);
  (dyad 7 3, dyad 2 0, dyad 54791436717793729709 70, dyad 54791436717793729710 70);
  (dyad 100 0, dyad 5 1, dyad 37457498913257460535 65, dyad 37457498913257460536 65);
  (dyad 1 0, dyad 3 0, dyad 68159478779689403733 79, dyad 68159478779689403734 79);
  (dyad 1 0, dyad 25 3, dyad 56251917847205518447 88, dyad 56251917847205518448 88);
  (dyad 5 4, dyad 12867 12, dyad 52521523497788876116 108, dyad 52521523497788876117 108)].

Lemma S4_rate_enclosures :
  Forall (fun '(d, phi, low, high) =>
    low <= rate (PI - phi) d phi <= high) rate_enclosures.
Proof.
rows rate_enclosures rate_row. Qed.
