(* What loss.AngleKernel and loss.Angle compute in double, line by line, every operation rounded once.

   sin_d, cos_d         StrictMath.sin and StrictMath.cos; each theorem says what it asks of them
   taylor               the quotients written in SERIES, unrounded; java_taylor: SERIES, each quotient rounded
   psi_java phi         Angle.ofRadians(phi).psi() = (Math.PI - phi) + PI_LOW
   v_java, g_java       v and g; series_java is the branch x < 1 of v, horner_java its loop
   pi_minus_g_java      piMinusG
   g_error_java, pi_minus_g_error_java     gError and piMinusGError

   Formalised: the order of the operations; the divisors of SERIES are doubles and its entries are the numbers
   given here.
   Not formalised: the overloads for an angle from Angle.between; derivative and derivativeError. *)
From Coq Require Import Reals ZArith List Lra Lia.
From Flocq Require Import Core.
From Lemmata Require Import num.Doubles num.RoundOff.
Import ListNotations.
Open Scope R_scope.

Definition psi_java (phi : R) : R := rnd (rnd (java_pi - phi) + pi_low).

Definition taylor : list R :=
  [1 / 3; -1 / 30; 1 / 840; -1 / 45360; 1 / 3991680; -1 / 518918400; 1 / 93405312000;
   -1 / 22230464256000; 1 / 6758061133824000; -1 / 2554547108585472000].

Definition java_taylor : list R := map rnd taylor.

Fixpoint horner_java (series : list R) (square : R) : R :=
  match series with [] => 0 | c :: rest => rnd (rnd (horner_java rest square * square) + c) end.

Definition series_java (x : R) : R :=
  let square := rnd (x * x) in rnd (rnd (square * x) * horner_java java_taylor square).

Definition v_java (sin_d cos_d : R -> R) (x : R) : R :=
  if Rle_dec 1 x then rnd (sin_d x - rnd (x * cos_d x)) else series_java x.

Definition g_java (sin_d cos_d : R -> R) (phi : R) : R := v_java sin_d cos_d (psi_java phi).

Definition pi_minus_g_java (sin_d cos_d : R -> R) (phi : R) : R :=
  let half := sin_d (rnd (phi / 2)) in
  rnd (rnd (rnd (2 * java_pi) * rnd (half * half)) - v_java sin_d cos_d phi).

Definition g_error_java (sin_d cos_d : R -> R) (phi : R) : R := bound_java 22 (g_java sin_d cos_d phi).
Definition pi_minus_g_error_java (sin_d cos_d : R -> R) (phi : R) : R :=
  bound_java 27 (pi_minus_g_java sin_d cos_d phi).

(* S4: the constants. *)
Lemma S4_divisors_are_doubles : Forall double
  [3; 30; 840; 45360; 3991680; 518918400; 93405312000; 22230464256000; 6758061133824000; 2554547108585472000].
Proof.
do 9 (apply Forall_cons; [apply double_integer; reflexivity|]). apply Forall_cons; [|apply Forall_nil].
replace 2554547108585472000 with (38979295480125 * bpow radix2 16) by (simpl; lra).
now apply double_dyadic.
Qed.

Lemma S4_coefficients : java_taylor =
  [6004799503160661 * bpow radix2 (-54); -4803839602528529 * bpow radix2 (-57);
   5490102402889748 * bpow radix2 (-62); -6506788033054516 * bpow radix2 (-68);
   4732209478585102 * bpow radix2 (-74); -4659406255837639 * bpow radix2 (-81);
   6626711119413531 * bpow radix2 (-89); -7127890951974218 * bpow radix2 (-97);
   6002434485873026 * bpow radix2 (-105); -8130281631658702 * bpow radix2 (-114)].
Proof.
unfold java_taylor, taylor, map. repeat f_equal; dyadic.
Qed.

Lemma S4_pi_and_its_rest : rnd PI = java_pi /\ rnd (12246467991473532 / 10 ^ 32) = pi_low /\
  Rabs (PI - java_pi - pi_low) <= 3 / 10 ^ 33.
Proof.
exact (conj java_pi_nearest (conj pi_low_nearest PI_in_two_doubles)).
Qed.
