(* The double numbers and their rounding, as Java's operations do it.

   double x      x is a number of the type double: m 2^e with |m| < 2^53 and e >= -1074
   rnd x         the double nearest to x, ties to the even mantissa; Java's x + y is rnd (x + y), and so on
   ulp_of y      distance of the two doubles that bracket y: the ulp of a real number in Java's class Math
   u, tiny       2^-53 and 2^-1074
   within_1_ulp  what the specification of StrictMath promises for sin and cos, and no more

   Formalised: gradual underflow; bounds on one rounding, on halving and on a product; a test for being the
   rounded value of a number.
   Not formalised: overflow, infinities, NaN and the sign of zero; none occurs where this file is used.
   Taken on trust: +, -, *, / on double are IEEE 754 binary64 operations, rounded to nearest even (Java
   Language Specification, 15.17 and 15.18, strict since Java 17). *)
From Coq Require Import Reals ZArith Lra Lia.
From Flocq Require Import Core Relative.
Open Scope R_scope.

Definition format : Z -> Z := FLT_exp (-1074) 53.
Definition double (x : R) : Prop := generic_format radix2 format x.
Definition rnd (x : R) : R := round radix2 format ZnearestE x.
Definition ulp_of (y : R) : R := ulp radix2 format y.
Definition u : R := bpow radix2 (-53).
Definition tiny : R := bpow radix2 (-1074).
Definition within_1_ulp (computed exact : R -> R) : Prop :=
  forall x, double x -> Rabs (computed x - exact x) <= ulp_of (exact x).

#[global] Instance prec_53 : Prec_gt_0 53 := eq_refl.
#[global] Instance format_valid : Valid_exp format := FLT_exp_valid (-1074) 53.

Lemma u_value : u = / 9007199254740992.
Proof. unfold u. simpl. reflexivity. Qed.

Lemma tiny_below : 0 < tiny <= bpow radix2 (-1070) / 16.
Proof.
split; [apply bpow_gt_0|]. right. replace (-1070)%Z with (-1074 + 4)%Z by lia.
rewrite bpow_plus. unfold tiny. change (bpow radix2 4) with 16. field.
Qed.

Lemma tiny_small : 0 < tiny <= / 10 ^ 40.
Proof.
split; [apply bpow_gt_0|]. apply Rle_trans with (bpow radix2 (-140)); [apply bpow_le; lia|]. simpl. lra.
Qed.

Lemma double_rnd x : double (rnd x).
Proof. apply generic_format_round; auto with typeclass_instances. Qed.

Lemma rnd_double x : double x -> rnd x = x.
Proof. intros H. apply round_generic; auto with typeclass_instances. Qed.

Lemma rnd_le x y : x <= y -> rnd x <= rnd y.
Proof. intros H. apply round_le; auto with typeclass_instances. Qed.

Lemma ulp_of_pos y : 0 <= ulp_of y.
Proof. apply ulp_ge_0. Qed.

(* An ulp is at most 2u of the number, or tiny. *)
Lemma ulp_of_le y : ulp_of y <= 2 * u * Rabs y + tiny.
Proof.
assert (T := tiny_below). assert (A := Rabs_pos y). assert (U : 0 < u) by apply bpow_gt_0.
destruct (Rlt_dec (Rabs y) (bpow radix2 (-1074 + 53))) as [S|S].
- unfold ulp_of, format. rewrite ulp_FLT_small by (exact prec_53 || exact S). fold tiny. nra.
- assert (B : ulp_of y <= Rabs y * bpow radix2 (1 - 53)).
  { apply ulp_FLT_le. apply Rle_trans with (2 := Rnot_lt_le _ _ S). apply bpow_le. lia. }
  replace (bpow radix2 (1 - 53)) with (2 * u) in B by (unfold u; simpl; lra). lra.
Qed.

(* The same, absolute: below 2^e an ulp is at most 2^(e - 53). *)
Lemma ulp_of_le_pow y e : (-1021 <= e)%Z -> Rabs y < bpow radix2 e -> ulp_of y <= bpow radix2 (e - 53).
Proof.
intros E H. unfold ulp_of. destruct (Req_dec y 0) as [->|N].
- unfold format. rewrite ulp_FLT_0 by exact prec_53. apply bpow_le. lia.
- rewrite ulp_neq_0 by exact N. apply bpow_le. unfold cexp, format, FLT_exp.
  assert (M := mag_le_bpow radix2 y e N H). lia.
Qed.

Lemma rnd_half_ulp x : Rabs (rnd x - x) <= / 2 * ulp_of x.
Proof. apply error_le_half_ulp. exact format_valid. Qed.

(* One rounding errs by at most u of the exact result, or by tiny. *)
Lemma rnd_error x : Rabs (rnd x - x) <= u * Rabs x + tiny.
Proof.
assert (H := rnd_half_ulp x). assert (U := ulp_of_le x). assert (T := tiny_below). lra.
Qed.

Lemma rnd_within x m : Rabs x <= m -> x - (u * m + tiny) <= rnd x <= x + (u * m + tiny).
Proof.
intros H. assert (U : 0 < u) by apply bpow_gt_0. assert (E := rnd_error x).
assert (u * Rabs x <= u * m) by (apply Rmult_le_compat_l; lra). apply Rabs_le_inv in E. lra.
Qed.

(* The promise can be kept: by correct rounding. *)
Lemma within_1_ulp_rnd f : within_1_ulp (fun x => rnd (f x)) f.
Proof. intros x _. assert (H := rnd_half_ulp (f x)). assert (P := ulp_of_pos (f x)). lra. Qed.

Lemma rnd_error_pow x e : (-1021 <= e)%Z -> Rabs x < bpow radix2 e ->
  Rabs (rnd x - x) <= / 2 * bpow radix2 (e - 53).
Proof.
intros E H. assert (Q := rnd_half_ulp x). assert (U := ulp_of_le_pow x e E H). lra.
Qed.

Lemma rnd_error_4 x : Rabs x < 4 -> Rabs (rnd x - x) <= 2 * u.
Proof.
intros H. assert (E := rnd_error_pow x 2). replace (/ 2 * bpow radix2 (2 - 53)) with (2 * u) in E
  by (unfold u; simpl; lra). apply E; [lia|exact H].
Qed.

Lemma ulp_of_le_u y : Rabs y < 1 -> ulp_of y <= u.
Proof. intros H. apply (ulp_of_le_pow y 0); [lia|exact H]. Qed.

(* It errs by no more than any other double would. *)
Lemma rnd_nearest x y : double y -> Rabs (rnd x - x) <= Rabs (y - x).
Proof. intros H. destruct (round_N_pt radix2 format (fun n => negb (Z.even n)) x) as [_ N]. now apply N. Qed.

(* m 2^e with a mantissa below 2^53 is a double. *)
Lemma double_dyadic m e : (Z.abs m < 2 ^ 53)%Z -> (-1074 <= e)%Z -> double (IZR m * bpow radix2 e).
Proof.
intros M E. apply generic_format_FLT. exists (Float radix2 m e); simpl; [reflexivity|exact M|exact E].
Qed.

(* m 2^e is the rounded value of x if it is off by less than 2^(e - 1) and x has the exponent of e. *)
Lemma rnd_dyadic x m e : (-1074 <= e)%Z -> bpow radix2 (e + 52) <= Rabs x < bpow radix2 (e + 53) ->
  Rabs (x * bpow radix2 (- e) - IZR m) < / 2 -> rnd x = IZR m * bpow radix2 e.
Proof.
intros E X M.
assert (C : cexp radix2 format x = e).
{ unfold cexp, format, FLT_exp. rewrite (mag_unique radix2 x (e + 53)); [lia|].
  now replace (e + 53 - 1)%Z with (e + 52)%Z by lia. }
unfold rnd, round, scaled_mantissa, F2R. rewrite C. simpl. now rewrite (Znearest_imp _ _ m M).
Qed.

Lemma double_integer n : (Z.abs n < 2 ^ 53)%Z -> double (IZR n).
Proof. intros H. replace (IZR n) with (IZR n * bpow radix2 0) by (simpl; ring). now apply double_dyadic. Qed.

(* Halving a double is exact or loses less than tiny. *)
Lemma half_small m : (Z.abs m < 2 ^ 53)%Z -> Rabs (IZR m * bpow radix2 (-1074) / 2) < bpow radix2 (-1021).
Proof.
intros M. unfold Rdiv. rewrite !Rabs_mult, (Rabs_pos_eq (bpow _ _)) by apply bpow_ge_0.
rewrite (Rabs_pos_eq (/ 2)), <- abs_IZR by lra. apply IZR_lt in M.
replace (-1021)%Z with (53 + -1074)%Z by lia. rewrite bpow_plus. assert (P := bpow_gt_0 radix2 (-1074)).
change (bpow radix2 53) with (IZR (2 ^ 53)). simpl Z.pow in *. nra.
Qed.

Lemma half_error x : double x -> Rabs (rnd (x / 2) - x / 2) <= tiny.
Proof.
intros H. apply FLT_format_generic in H; [|exact prec_53]. destruct H as [[m e] -> M L].
unfold F2R. simpl in *. assert (T := tiny_small). destruct (Z.eq_dec e (-1074)) as [->|N].
- apply Rle_trans with (1 := rnd_half_ulp _).
  assert (U := ulp_of_le_pow _ (-1021) ltac:(lia) (half_small m M)).
  change (bpow radix2 (-1021 - 53)) with tiny in U. lra.
- rewrite rnd_double; [rewrite Rminus_diag_eq, Rabs_R0 by reflexivity; lra|].
  replace (IZR m * bpow radix2 e / 2) with (IZR m * bpow radix2 (e + -1)).
  + apply double_dyadic; [exact M|lia].
  + rewrite bpow_plus. change (bpow radix2 (-1)) with (/ 2). lra.
Qed.

(* The error of a product of two approximate factors. *)
Lemma mult_error a A b B da db : Rabs (a - A) <= da -> Rabs (b - B) <= db ->
  Rabs (a * b - A * B) <= da * (Rabs B + db) + Rabs A * db.
Proof.
intros HA HB. replace (a * b - A * B) with ((a - A) * b + A * (b - B)) by ring.
assert (T : Rabs b <= Rabs B + db).
{ replace b with (B + (b - B)) by ring. apply Rle_trans with (1 := Rabs_triang _ _). lra. }
apply Rle_trans with (1 := Rabs_triang _ _). rewrite !Rabs_mult. apply Rplus_le_compat.
- apply Rmult_le_compat; auto using Rabs_pos.
- apply Rmult_le_compat_l; auto using Rabs_pos.
Qed.

(* rnd x = m 2^e for numbers x, m, e that are written out. *)
Ltac dyadic := apply rnd_dyadic; [easy| |]; cbn -[Rabs]; split_Rabs; lra.

(* Discharges a hypothesis |x| <= m of H by linear arithmetic. *)
Ltac feed H := match type of H with ?P -> _ =>
  let h := fresh in assert (h : P) by (apply Rabs_le; lra); specialize (H h); clear h end.
