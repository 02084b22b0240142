(* How g, PI - g and g' are evaluated at a given angle.

   kernel, slope    tactics for the rows of a table (num/Tables.v)

   Formalised: g as a difference of small numbers next to PI. *)
From Coq Require Import Reals.
From Lemmata Require Import num.Intervals Definitions num.Constants num.Tables.
Open Scope R_scope.

Lemma g_supplement phi : g phi = sin (PI - phi) - (PI - phi) * cos (PI - phi).
Proof.
unfold g. rewrite <- sin_PI_x, Rtrigo_facts.cos_pi_minus. ring.
Qed.

Ltac middle := unfold g; numbers; interval with (i_prec 100).
Ltac edge := rewrite g_supplement; numbers; interval with (i_prec 240).
Ltac kernel := first [middle | edge].
Ltac slope :=
  unfold kernel_slope; numbers; first [interval with (i_prec 100) | interval with (i_prec 240)].
