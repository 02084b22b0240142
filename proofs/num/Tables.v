(* Tables of numbers, each row of which is proved.

   dyad n e       n / 2^e, what a double is
   entries l      the vector with the entries of the list l
   rows t tac     proves `Forall holds t` for the table t, each row by tac
   numbers        writes dyads as fractions of integers

   Formalised: the two definitions. *)
From Coq Require Import Reals List ZArith.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Definition dyad (n e : Z) : R := IZR n / IZR (2 ^ e).
Definition entries (l : list R) : vec := fun i => nth i l 0.

Ltac numbers := cbv [dyad Z.pow Z.pow_pos Pos.iter Z.mul Pos.mul].
Ltac each tac := lazymatch goal with
  | |- Forall _ nil => apply Forall_nil
  | _ => apply Forall_cons; [cbv beta iota; tac|each tac]
  end.
Ltac rows t tac := unfold t; each tac.
