(* The mean of a function of a standard Gaussian number.

   is_gauss1 F x   the mean of F (X), X ~ N(0, 1), is x: the integrals of F t exp (- t^2 / 2) / sqrt (2 PI)
                   over the two half lines have the sum x

   Formalised: the mean is linear and unique, constants keep their value.
   Not formalised: monotone limits; uniform ones are in num/GaussianWeight.v. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.GaussianIntegral.
Open Scope R_scope.

Definition is_gauss1 (F : R -> R) (x : R) : Prop :=
  exists left right, half (fun t => F (- t) * bell t / sqrt (2 * PI)) left /\
  half (fun t => F t * bell t / sqrt (2 * PI)) right /\ x = left + right.

Lemma gauss1_unique F x y : is_gauss1 F x -> is_gauss1 F y -> x = y.
Proof.
intros [l [r [Hl [Hr ->]]]] [l' [r' [Hl' [Hr' ->]]]].
now rewrite (half_unique _ _ _ Hl Hl'), (half_unique _ _ _ Hr Hr').
Qed.

Lemma gauss1_lin F H x y c d : is_gauss1 F x -> is_gauss1 H y ->
  is_gauss1 (fun t => c * F t + d * H t) (c * x + d * y).
Proof.
intros [l [r [Hl [Hr ->]]]] [l' [r' [Hl' [Hr' ->]]]]. exists (c * l + d * l'), (c * r + d * r'). split;
[|split].
- apply half_ext with (2 := half_plus _ _ _ _ (half_scal c _ _ Hl) (half_scal d _ _ Hl')).
intros t _. unfold Rdiv. ring.
- apply half_ext with (2 := half_plus _ _ _ _ (half_scal c _ _ Hr) (half_scal d _ _ Hr')).
intros t _. unfold Rdiv. ring.
- ring.
Qed.

Lemma gauss1_const c : is_gauss1 (fun _ => c) c.
Proof.
destruct sqrt_2PI as [E P].
assert (H : half (fun t => c * bell t / sqrt (2 * PI)) (c / sqrt (2 * PI) * sqrt (PI / 2))).
{ apply half_ext with (2 := half_scal (c / sqrt (2 * PI)) _ _ half_bell). intros t _. unfold Rdiv. ring. }
exists (c / sqrt (2 * PI) * sqrt (PI / 2)), (c / sqrt (2 * PI) * sqrt (PI / 2)).
split; [exact H|split; [exact H|]]. rewrite E in *. field. lra.
Qed.
