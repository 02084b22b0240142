(* One step of the filter in the repaired Theorem 1, and what its conditions pay for.

   S, W            1 + cos phi and 1 - cos phi; odds S = log (S / (2 - S)) = log cot^2 (phi / 2)
   h               eta Gamma, the longest stride of w before the projection
   x               eta A, by which S grows at least (theorem.FilterStep/S1): |x| <= h sin phi + h^2 / 2
   zeta            what S is kept above; mu, E  least drift, transient of the output weights
   d, kappa        a^T a* and the factor of the smoothed gradient; theta  exponent of the moment

   Formalised: of S2 the step of the odds with all its constants, the drift, what the bend, the noise and the
   range condition leave, and the step from S >= 3/2. The angle 5 pi / 12.
   Not formalised: Bernstein's inequality, the law of the noise, conditional means, stopping. The sums over
   steps are in Escape_sums.v. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Intervals.
Open Scope R_scope.

Definition odds (S : R) : R := ln (S / (2 - S)).

(* log (1 + e) >= e - e^2 from e = -1/2 on: the difference falls up to 0 and rises from there. *)
Lemma log_below_parabola (e : R) : - / 2 <= e -> e - e ^ 2 <= ln (1 + e).
Proof.
intros He. set (f := fun t => ln (1 + t) - t + t ^ 2). set (f' := fun t => t * (1 + 2 * t) / (1 + t)).
assert (D : forall t, - / 2 <= t -> derivable_pt_lim f t (f' t)).
{ intros t Ht. apply is_derive_Reals. unfold f, f'. auto_derive; [lra|]. field. lra. }
assert (Z : f 0 = 0) by (unfold f; rewrite Rplus_0_r, ln_1; ring).
destruct (Rtotal_order e 0) as [N | [-> | P]].
- destruct (MVT_cor2 f f' e 0 N) as [t [Q [T1 T2]]]; [intros t Ht; apply D; lra|].
  assert (f' t <= 0). { unfold f'. apply Rcomplements.Rle_div_l; [lra|]. nra. }
  assert (0 <= f e) by nra. unfold f in *. lra.
- rewrite Rplus_0_r, ln_1. lra.
- destruct (MVT_cor2 f f' 0 e P) as [t [Q [T1 T2]]]; [intros t Ht; apply D; lra|].
  assert (0 <= f' t). { unfold f'. apply Rcomplements.Rle_div_r; [lra|]. nra. }
  assert (0 <= f e) by nra. unfold f in *. lra.
Qed.

Lemma minus_log (x : R) : x < 1 -> x <= - ln (1 - x).
Proof.
intros H. assert (L : ln (1 - x) <= - x); [|lra].
rewrite <- (ln_exp (- x)). apply Rcomplements.ln_le; [lra|]. assert (E := exp_ineq1_le (- x)). lra.
Qed.

(* The odds grow with S. *)
Lemma odds_monotone (S S' : R) : 0 < S -> S <= S' -> S' < 2 -> odds S <= odds S'.
Proof.
intros H1 H2 H3. unfold odds. apply Rcomplements.ln_le; [apply Rdiv_lt_0_compat; lra|].
apply Rmult_le_compat; [lra|apply Rlt_le, Rinv_0_lt_compat; lra|exact H2|apply Rinv_le_contravar; lra].
Qed.

Lemma S2_odds_grow (S S' x : R) : 0 < S < 2 -> S + x <= S' -> S' < 2 -> - / 2 <= x / S ->
  odds S + 2 * x / (S * (2 - S)) - (x / S) ^ 2 <= odds S'.
Proof.
intros HS HS' H2 He. assert (Hx : - / 2 * S <= x).
{ apply Rmult_le_compat_r with (r := S) in He; [|lra]. unfold Rdiv in He.
  rewrite Rmult_assoc, Rinv_l in He; lra. }
apply Rle_trans with (odds (S + x)); [|apply odds_monotone; lra].
assert (L1 := log_below_parabola (x / S) He).
assert (A : x / (2 - S) < 1). { apply Rcomplements.Rlt_div_l; lra. }
assert (L2 := minus_log (x / (2 - S)) A).
assert (Q : odds (S + x) = odds S + ln (1 + x / S) - ln (1 - x / (2 - S))).
{ unfold odds. rewrite !ln_div by lra.
  replace (S + x) with (S * (1 + x / S)) at 1 by (field; lra).
  replace (2 - (S + x)) with ((2 - S) * (1 - x / (2 - S))) by (field; lra).
  rewrite !ln_mult; try lra. }
rewrite Q. replace (2 * x / (S * (2 - S))) with (x / S + x / (2 - S)) by (field; lra). lra.
Qed.

(* S (2 - S) = sin^2 phi. *)
Lemma S2_sine (S zeta : R) : 0 <= zeta <= 3 / 4 -> zeta <= S <= 3 / 2 -> zeta <= S * (2 - S).
Proof.
intros Hz HS. nra.
Qed.

(* What a stride of sqrt zeta / 4 can do to S in proportion to S. *)
Lemma stride (S zeta h x : R) : 0 < zeta -> zeta <= S < 2 -> 0 <= h <= sqrt zeta / 4 ->
  Rabs x <= h * sqrt (S * (2 - S)) + h ^ 2 / 2 ->
  Rabs (x / S) <= h / sqrt zeta * (sqrt 2 + / 8).
Proof.
intros Hz HS Hh Hx. assert (Z := sqrt_lt_R0 zeta Hz). assert (ZZ := sqrt_sqrt zeta (Rlt_le _ _ Hz)).
unfold Rdiv at 1. rewrite Rabs_mult, (Rabs_pos_eq (/ S)) by (apply Rlt_le, Rinv_0_lt_compat; lra).
set (z := sqrt zeta) in *. assert (A : sqrt (S * (2 - S)) <= sqrt 2 * S / z).
{ apply Rle_trans with (sqrt ((sqrt 2 * S / z) ^ 2)).
  - apply sqrt_le_1_alt. unfold Rdiv. rewrite !Rpow_mult_distr. replace (sqrt 2 ^ 2) with 2
      by (simpl; rewrite Rmult_1_r, sqrt_sqrt; lra).
    replace ((/ z) ^ 2) with (/ zeta) by (rewrite <- ZZ; field; lra).
    apply Rmult_le_reg_r with zeta; [lra|].
    replace (2 * S ^ 2 * / zeta * zeta) with (2 * S ^ 2) by (field; lra). nra.
  - rewrite sqrt_pow2; [lra|]. apply Rmult_le_pos; [apply Rmult_le_pos; [apply sqrt_pos|lra]|].
    apply Rlt_le, Rinv_0_lt_compat, Z. }
apply Rle_trans with ((h * (sqrt 2 * S / z) + h ^ 2 / 2) * / S).
- apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; lra|].
  apply Rle_trans with (1 := Hx). apply Rplus_le_compat_r, Rmult_le_compat_l; lra.
- assert (B : h ^ 2 / 2 <= h / z * / 8 * S).
  { replace (h / z * / 8 * S) with (h * (S / (8 * z))) by (field; lra).
    replace (h ^ 2 / 2) with (h * (h / 2)) by field. apply Rmult_le_compat_l; [lra|].
    assert (h * z <= z * z / 4) by nra. apply Rmult_le_reg_r with (8 * z); [lra|].
    replace (S / (8 * z) * (8 * z)) with S by (field; lra). lra. }
  apply Rcomplements.Rle_div_l; [lra|].
  replace (h / z * (sqrt 2 + / 8) * S) with (h * (sqrt 2 * S / z) + h / z * / 8 * S) by (field; lra). lra.
Qed.

Lemma S2_square_of_the_stride (S zeta h x : R) : 0 < zeta -> zeta <= S < 2 -> 0 <= h <= sqrt zeta / 4 ->
  Rabs x <= h * sqrt (S * (2 - S)) + h ^ 2 / 2 ->
  - / 2 <= x / S /\ (x / S) ^ 2 <= 2.37 * h ^ 2 / zeta.
Proof.
intros Hz HS Hh Hx. assert (A := stride S zeta h x Hz HS Hh Hx). assert (Z := sqrt_lt_R0 zeta Hz).
assert (C : (sqrt 2 + / 8) ^ 2 <= 2.37) by interval with (i_prec 40).
assert (C1 : 0 <= sqrt 2 + / 8 <= 2) by interval with (i_prec 40).
assert (Q : 0 <= h / sqrt zeta <= / 4).
{ split; [apply Rcomplements.Rdiv_le_0_compat; lra|]. apply Rcomplements.Rle_div_l; lra. }
set (y := x / S) in *. set (e := h / sqrt zeta) in *. split.
- assert (Rabs y <= / 2) by nra. assert (N := Rle_abs (- y)). rewrite Rabs_Ropp in N. lra.
- rewrite <- (pow2_abs y). replace (2.37 * h ^ 2 / zeta) with (2.37 * e ^ 2).
  + apply Rle_trans with ((e * (sqrt 2 + / 8)) ^ 2).
    * apply pow_incr. split; [apply Rabs_pos|exact A].
    * rewrite Rpow_mult_distr. assert (0 <= e ^ 2) by apply pow2_ge_0. nra.
  + unfold e. rewrite <- (sqrt_sqrt zeta) at 2 by lra. field. lra.
Qed.

(* The whole step: m is eta (- G^T w-star), n >= 0 what the square of the stride takes away. *)
Lemma S2_step (S S' zeta h m n : R) : 0 < zeta <= 3 / 4 -> zeta <= S <= 3 / 2 -> S' < 2 ->
  0 <= h <= sqrt zeta / 4 -> Rabs m <= h * sqrt (S * (2 - S)) -> 0 <= n <= h ^ 2 / 2 -> S + (m - n) <= S' ->
  odds S + 2 * m / (S * (2 - S)) - 3.37 * h ^ 2 / zeta <= odds S'.
Proof.
intros Hz HS H2 Hh Hm Hn Hs. assert (Q := S2_sine S zeta ltac:(lra) HS).
assert (X : Rabs (m - n) <= h * sqrt (S * (2 - S)) + h ^ 2 / 2).
{ apply Rle_trans with (1 := Rabs_triang m (- n)). rewrite Rabs_Ropp, (Rabs_pos_eq n); lra. }
destruct (S2_square_of_the_stride S zeta h (m - n) ltac:(lra) ltac:(lra) Hh X) as [E1 E2].
assert (G := S2_odds_grow S S' (m - n) ltac:(lra) Hs H2 E1).
assert (B : 2 * n / (S * (2 - S)) <= h ^ 2 / zeta).
{ apply Rle_trans with (h ^ 2 / (S * (2 - S))).
  - apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat|]; lra.
  - apply Rmult_le_compat_l; [apply pow2_ge_0|]. apply Rinv_le_contravar; lra. }
replace (2 * (m - n) / (S * (2 - S))) with (2 * m / (S * (2 - S)) - 2 * n / (S * (2 - S))) in G
  by (field; lra).
assert (T : 3.37 * h ^ 2 / zeta = 2.37 * h ^ 2 / zeta + h ^ 2 / zeta) by (unfold Rdiv at 1 2 3; lra).
rewrite T. lra.
Qed.

(* From S >= 3/2, W <= 1/2: the odds of the next step. *)
Lemma S2_from_above (W W' h : R) : W <= / 2 -> 0 <= h <= / 32 -> W' <= W + h + h ^ 2 / 2 -> 0 < W' ->
  1.014 <= odds (2 - W').
Proof.
intros HW Hh HW' H0. assert (B : W' <= 0.5318) by nra.
apply Rle_trans with (odds (2 - 0.5318)).
- clear. unfold odds. interval with (i_prec 60).
- apply odds_monotone; lra.
Qed.

(* The drift of S is d kappa sin^2 phi / 2 pi: a negative d meets the largest kappa. *)
Lemma S2_drift (least d E kappa low : R) : 0 <= least -> 0 <= E -> 0 <= low <= kappa -> kappa <= PI ->
  least / 2 - E <= d -> least * low / (4 * PI) - E / 2 <= d * kappa / (2 * PI).
Proof.
intros Hl HE Hk Hp Hd. assert (P := PI_RGT_0).
replace (least * low / (4 * PI) - E / 2) with ((least / 2 * low - E * PI) / (2 * PI)) by (field; lra).
apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; lra|]. nra.
Qed.

(* The bend takes half of eta mu, the noise another half of it in the moment; the range condition is what
   Bernstein's inequality needs for that. *)
Lemma S2_bend (eta mu zeta Gamma : R) : 0 < zeta -> 0 <= eta -> 6.74 * eta * Gamma ^ 2 <= mu * zeta ->
  3.37 * (eta * Gamma) ^ 2 / zeta <= eta * mu / 2.
Proof.
intros Hz He H. apply Rcomplements.Rle_div_l; [lra|]. rewrite Rpow_mult_distr. nra.
Qed.

Lemma S2_noise (theta eta mu zeta Sigma R0 : R) : 0 < zeta -> 0 <= eta -> 0 <= theta ->
  8 * theta * eta * Sigma ^ 2 <= mu * zeta -> 4 * theta * eta * R0 <= 3 * sqrt zeta ->
  theta * (2 * eta * R0 / sqrt zeta) / 3 <= / 2 /\
  theta ^ 2 * (4 * eta ^ 2 * Sigma ^ 2 / zeta) <= theta * (eta * mu / 2).
Proof.
intros Hz He Ht HS HR. assert (Z := sqrt_lt_R0 zeta Hz). split.
- replace (theta * (2 * eta * R0 / sqrt zeta) / 3) with (4 * theta * eta * R0 / (6 * sqrt zeta))
    by (field; lra).
  apply Rcomplements.Rle_div_l; lra.
- replace (theta ^ 2 * (4 * eta ^ 2 * Sigma ^ 2 / zeta)) with
    (theta * eta * (8 * theta * eta * Sigma ^ 2) / (2 * zeta)) by (field; lra).
  apply Rcomplements.Rle_div_l; [lra|]. replace (theta * (eta * mu / 2) * (2 * zeta)) with
    (theta * eta * (mu * zeta)) by field.
  apply Rmult_le_compat_l; [nra|exact HS].
Qed.

(* phi = 5 pi / 12 lies 0.48 below the level that is reached. *)
Lemma S1_angle : odds (1 + cos (5 * PI / 12)) <= 0.5298 /\ 0.5298 <= 1.014 - 0.48.
Proof.
split; [|lra]. unfold odds. interval with (i_prec 60).
Qed.
