(* The named constants that the statements speak of and Definitions.v does not give, as functions of scalars.

   rate kappa d phi             the quotient of C1, d = a^T a* (dissipativity.FilterDissipativity)
   pull_1, pull_2               b1 a1 and b2 a2 of C2 (dissipativity.OutputDissipativity)
   slack k a1 a2 m2 m1 h ca     the smallest gamma_a of C2, a1 and a2 the coordinates of a*
   q_of k a1 a2                 the q of a teacher with those coordinates
   tangent_coefficient          the factor of P_w w* in the tangent gradient (loss.TangentGradient)
   kernel_slope phi             g' (loss.AngleKernel)
   alignment b                  spurious^T a* for the teacher a* = entries b (landscape.SpuriousOptimum)
   spurious_loss b              the loss there, at the angle PI

   Formalised: the definitions. That they are the constants of the theorems is in Constants_bridge.v; the
   threshold and the level of g are those of SpuriousOptimum_algebra.v and SmoothedEquilibrium.v themselves.
   Not formalised: that the constants are sharp, which is for the files of their stems. *)
From Coq Require Import Reals List.
From Lemmata Require Import num.Vectors Definitions num.Tables.
Open Scope R_scope.

Definition rate (kappa d phi : R) : R := d * kappa * (1 + cos phi) / (4 * PI).

Definition pull_1 (k : nat) (a1 m2 m1 h : R) : R :=
  ((m2 - 1) * (PI - 1 + INR k) - (m1 - 1) * (INR k - 1) + (PI - h)) * a1.
Definition pull_2 (a2 m2 m1 h : R) : R := ((m2 - 1) * (PI - 1) + (m1 - 1) + (PI - h)) * a2.
Definition slack (k : nat) (a1 a2 m2 m1 h ca : R) : R :=
  ((pull_1 k a1 m2 m1 h / (2 * PI)) ^ 2 / (m2 * (PI - 1 + INR k) / (2 * PI) - ca)
   + (pull_2 a2 m2 m1 h / (2 * PI)) ^ 2 / (m2 * (PI - 1) / (2 * PI) - ca)) / 4.

Definition q_of (k : nat) (a1 a2 : R) : R := INR k * a1 ^ 2 / (a1 ^ 2 + a2 ^ 2).

Definition tangent_coefficient (k : nat) (phi : R) (a b : vec) : R := - ((PI - phi) * dot k a b / (2 * PI)).

Definition kernel_slope (phi : R) : R := - ((PI - phi) * sin phi).

(* Alignment and loss of the spurious weights for the teacher b = a*, given by its entries. *)
Definition alignment (b : list R) : R := dot (length b) (spurious (length b) (entries b)) (entries b).
Definition spurious_loss (b : list R) : R :=
  loss_at (length b) 1 PI (spurious (length b) (entries b)) (entries b).
