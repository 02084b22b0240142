(* The tactic `interval` on integers only.

   Its usual instance computes with the floating point numbers of the machine and adds their 59 axioms to
   every proof. Always give a precision: interval with (i_prec 60). *)
From Interval Require Export Tactic.
From Interval Require Import Specific_stdz Specific_ops.
Module SFZ := SpecificFloat StdZRadix2.
Module ITZ := IntervalTactic SFZ.
Export ITZ.
