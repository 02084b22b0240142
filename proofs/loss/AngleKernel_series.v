(* The branch x < 1 of v(x) = sin x - x cos x as the code evaluates it.

   arc x                 v(x) of the page (AngleKernel.v)
   size, slope, wobble   of a series on [0, 1]: bounds of its value, its derivative and its rounding error

   Formalised: for 0 <= x <= 1 the computed value is within 6u v(x) + 8 tiny. *)
From Coq Require Import Reals ZArith List Lra Lia Psatz.
From Flocq Require Import Core.
From Lemmata Require Import num.Vectors num.Intervals num.Doubles Definitions.
From Lemmata Require Import loss.AngleKernel loss.AngleKernel_java loss.AngleKernel_taylor.
Import ListNotations.
Open Scope R_scope.

(* The error of Horner's scheme. *)
Fixpoint size (series : list R) : R :=
  match series with [] => 0 | c :: rest => size rest + Rabs c end.
Fixpoint wobble (series : list R) : R :=
  match series with
  | [] => 0
  | c :: rest =>
      (1 + u) * ((1 + u) * wobble rest + u * size rest + u * Rabs c + 2 * tiny) + u * size (c :: rest) + tiny
  end.
Fixpoint slope (series : list R) : R :=
  match series with [] => 0 | c :: rest => slope rest + size rest end.

Lemma mult_within s q e : 0 <= q <= 1 -> Rabs s <= e -> Rabs (s * q) <= e.
Proof. intros H E. rewrite Rabs_mult, (Rabs_pos_eq q) by lra. assert (P := Rabs_pos s). nra. Qed.

Lemma horner_size series q : 0 <= q <= 1 -> Rabs (horner series q) <= size series.
Proof.
intros H. induction series as [|c rest IH]; simpl; [rewrite Rabs_R0; lra|].
assert (M := mult_within _ _ _ H IH). assert (T := Rabs_triang (horner rest q * q) c). lra.
Qed.

Lemma horner_step s S c q A E : 0 <= q <= 1 -> Rabs S <= A -> Rabs (s - S) <= E ->
  Rabs (rnd (rnd (s * q) + rnd c) - (S * q + c)) <=
  (1 + u) * ((1 + u) * E + u * A + u * Rabs c + 2 * tiny) + u * (A + Rabs c) + tiny.
Proof.
intros H HS HE. apply (mult_within _ _ _ H) in HS. apply (mult_within _ _ _ H) in HE.
rewrite Rmult_minus_distr_r in HE. apply Rabs_le_inv in HS, HE.
assert (C := Rle_abs c). assert (C' := Rle_abs (- c)). rewrite Rabs_Ropp in C'.
assert (D := rnd_within c _ (Rle_refl _)).
assert (P := rnd_within (s * q) (A + E)). feed P.
assert (T := rnd_within (rnd (s * q) + rnd c)
  (A + Rabs c + ((1 + u) * E + u * A + u * Rabs c + 2 * tiny))). feed T. apply Rabs_le. lra.
Qed.

Lemma horner_error series q : 0 <= q <= 1 ->
  Rabs (horner_java (map rnd series) q - horner series q) <= wobble series.
Proof.
intros H. induction series as [|c rest IH]; simpl.
- rewrite Rminus_0_r, Rabs_R0. lra.
- apply horner_step; [exact H|now apply horner_size|exact IH].
Qed.

Lemma horner_slope series q y : 0 <= q <= 1 -> 0 <= y <= 1 ->
  Rabs (horner series q - horner series y) <= slope series * Rabs (q - y).
Proof.
intros H K. induction series as [|c rest IH]; simpl; [rewrite Rminus_0_r, Rabs_R0; lra|].
replace (horner rest q * q + c - (horner rest y * y + c))
  with ((horner rest q - horner rest y) * q + horner rest y * (q - y)) by ring.
apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rmult_plus_distr_r. apply Rplus_le_compat.
- now apply mult_within.
- rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos|]. now apply horner_size.
Qed.

Lemma taylor_wobble : wobble taylor <= 0.82 * u.
Proof. assert (T := tiny_small). unfold taylor, wobble, size. rewrite u_value. interval with (i_prec 90). Qed.

Lemma taylor_slope : slope taylor <= 0.037.
Proof. unfold taylor, slope, size. interval with (i_prec 60). Qed.

Lemma square_range x : 0 <= x <= 1 -> 0 <= rnd (x * x) <= 1.
Proof.
intros H. rewrite <- (rnd_double 0), <- (rnd_double 1) by (apply double_integer; reflexivity).
split; apply rnd_le; nra.
Qed.

Lemma square_error x : 0 <= x <= 1 -> Rabs (rnd (x * x) - x ^ 2) <= u * x ^ 2 + tiny.
Proof.
intros H. replace (x * x) with (x ^ 2) by ring. rewrite <- (Rabs_pos_eq (x ^ 2)) at 3 by nra. apply rnd_error.
Qed.

Lemma cube_error x : 0 <= x <= 1 -> Rabs (rnd (rnd (x * x) * x) - x ^ 3) <= 2.001 * u * x ^ 3 + 3 * tiny.
Proof.
intros H. assert (S := square_error x H). assert (T := tiny_small).
assert (W : 0 <= x ^ 3) by (apply pow_le; lra).
assert (E : Rabs ((rnd (x * x) - x ^ 2) * x) <= u * x ^ 3 + tiny).
{ rewrite Rabs_mult, (Rabs_pos_eq x) by lra. apply (Rmult_le_compat_r x) in S; [|lra].
  assert (tiny * x <= tiny) by nra. lra. }
rewrite Rmult_minus_distr_r in E. replace (x ^ 2 * x) with (x ^ 3) in E by ring. apply Rabs_le_inv in E.
assert (R := rnd_within (rnd (x * x) * x) ((1 + u) * x ^ 3 + tiny)). rewrite u_value in *. feed R.
apply Rabs_le. lra.
Qed.

Lemma taylor_range y : 0 <= y <= 1 -> 0.298 <= horner taylor y <= 0.369.
Proof.
intros H. assert (S := horner_size (tl taylor) y H). apply (mult_within _ y _ H) in S.
apply Rabs_le_inv in S. change (horner taylor y) with (horner (tl taylor) y * y + 1 / 3).
assert (Z : size (tl taylor) <= 0.035) by (unfold tl, taylor, size; interval with (i_prec 60)). lra.
Qed.

Lemma sum_error x : 0 <= x <= 1 ->
  Rabs (horner_java java_taylor (rnd (x * x)) - horner taylor (x ^ 2)) <= 0.86 * u.
Proof.
intros H. assert (Q := square_range x H). assert (Y : 0 <= x ^ 2 <= 1) by nra.
assert (A := horner_error taylor _ Q). assert (B := horner_slope taylor _ _ Q Y). fold java_taylor in A.
assert (W := taylor_wobble). assert (S := square_error x H). assert (T := tiny_small).
assert (L : slope taylor * Rabs (rnd (x * x) - x ^ 2) <= 0.037 * (u * x ^ 2 + tiny)).
{ assert (L := taylor_slope). assert (P := Rabs_pos (rnd (x * x) - x ^ 2)). nra. }
assert (u * x ^ 2 <= u) by (rewrite u_value; lra). rewrite u_value in *.
apply Rabs_le_inv in A, B. apply Rabs_le. lra.
Qed.

(* For x < 1 the computed v is within 6u. *)
Lemma series_error x : 0 <= x <= 1 -> Rabs (series_java x - arc x) <= 6 * u * arc x + 8 * tiny.
Proof.
intros H. assert (P := taylor_range (x ^ 2)). assert (T := S4_taylor_remainder x H). fold (arc x) in T.
assert (M := mult_error _ _ _ _ _ _ (cube_error x H) (sum_error x H)). unfold series_java.
set (r := rnd (rnd (x * x) * x) * horner_java java_taylor (rnd (x * x))) in *.
set (p := horner taylor (x ^ 2)) in *. assert (W : 0 <= x ^ 3) by (apply pow_le; lra).
rewrite (Rabs_pos_eq p), (Rabs_pos_eq (x ^ 3)) in M by nra. assert (S := remainder_small x H).
assert (A : 0.298 * x ^ 3 <= x ^ 3 * p <= 0.369 * x ^ 3) by nra. assert (Y := tiny_small).
assert (B : 0 <= tiny * p <= tiny) by nra. clear P. revert T S M W A. generalize (x ^ 3) (x ^ 23).
intros w z T S M W A. apply Rabs_le_inv in M. rewrite u_value in *.
assert (R := rnd_within r (w * p * (1 + 4 / 10 ^ 15) + 4 * tiny)). rewrite u_value in R. feed R.
apply Rabs_le. lra.
Qed.

(* S4: the branch x < 1 of v. *)
Lemma S4_v_below_1 x : 0 <= x < 1 ->
  Rabs (series_java x - (sin x - x * cos x)) <= 6 * u * (sin x - x * cos x) + 8 * tiny.
Proof.
intros H. apply (series_error x). lra.
Qed.
