(* h(PI) for small noise (smoothing.SmoothedKernel/S4): |h(PI) - C3 rho^3| <= (3/5) C3 rho^5 for rho <= 1.

   C3            (p-1) c0 / (3 (p+3)); h as in SmoothedKernel_moments.v, h(PI) = c0 rho - kappa(PI) by
                 SmoothedKernel_link.v

   Formalised: A_(p+2)(x) to fifth order, and the bound.
   Not formalised: m1 for small noise. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise smoothing.Drift
  smoothing.Drift_noise smoothing.Drift_sphere smoothing.Drift_duality smoothing.Drift_bounds
  smoothing.SmoothedKernel smoothing.SmoothedKernel_moments smoothing.SmoothedKernel_link.
Open Scope R_scope.

Definition C3 (p : nat) : R := (INR p - 1) * c0 p / (3 * (INR p + 3)).

(* cos^n to second order in z = sin^2, with b = n (n+6) / 8. *)
Lemma cos_pow_second n c : (1 <= n)%nat -> 0 <= c <= 1 ->
  Rabs (c ^ n - (1 - INR n / 2 * (1 - c ^ 2))) <= INR n * (INR n + 6) / 8 * (1 - c ^ 2) ^ 2.
Proof.
intros Hn H. destruct n as [|n]; [lia|]. clear Hn.
enough (G : forall k, (k = n \/ k = S n) ->
  Rabs (c ^ S k - (1 - INR (S k) / 2 * (1 - c ^ 2))) <= INR (S k) * (INR (S k) + 6) / 8 * (1 - c ^ 2) ^ 2)
  by (apply G; now left).
assert (Z : 0 <= c ^ 2 <= 1) by (split; simpl; nra).
induction n as [|n IH]; intros k [->| ->].
- simpl (INR 1). rewrite pow_1. replace (c - (1 - 1 / 2 * (1 - c ^ 2))) with (- ((1 - c) ^ 2 / 2)) by field.
  rewrite Rabs_Ropp, Rabs_right by (assert (Q := pow2_ge_0 (1 - c)); lra).
  replace ((1 - c ^ 2) ^ 2) with ((1 - c) ^ 2 * (1 + c) ^ 2) by ring. assert (Q := pow2_ge_0 (1 - c)).
  assert (1 <= (1 + c) ^ 2) by (simpl; nra). nra.
- replace (c ^ 2 - (1 - INR 2 / 2 * (1 - c ^ 2))) with 0 by (simpl; field). rewrite Rabs_R0.
  simpl (INR 2). apply Rmult_le_pos; [lra|apply pow2_ge_0].
- apply IH. now right.
- assert (A := IH n (or_introl eq_refl)). rewrite 2 S_INR. assert (N := pos_INR (S n)).
  replace (c ^ S (S (S n))) with (c ^ 2 * c ^ S n) by (simpl; ring).
  set (u := c ^ S n) in *. set (m := INR (S n)) in *. set (z := c ^ 2) in *.
  replace (z * u - (1 - (m + 1 + 1) / 2 * (1 - z))) with
    (z * (u - (1 - m / 2 * (1 - z))) + m / 2 * (1 - z) ^ 2) by field.
  apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_mult, (Rabs_right z) by lra.
  assert (S2 : 0 <= (1 - z) ^ 2) by apply pow2_ge_0. rewrite (Rabs_right (m / 2 * _)) by nra.
  assert (B : z * Rabs (u - (1 - m / 2 * (1 - z))) <= m * (m + 6) / 8 * (1 - z) ^ 2).
  { apply Rle_trans with (1 * Rabs (u - (1 - m / 2 * (1 - z)))); [|lra].
    apply Rmult_le_compat_r; [apply Rabs_pos|lra]. }
  assert (0 <= 2 * (1 - z) ^ 2) by lra. lra.
Qed.

Lemma inside_fifth p x : (2 <= p)%nat -> 0 <= x <= 1 ->
  Rabs (inside p x - density0 p * (x - (INR p - 1) / 6 * x ^ 3)) <=
  density0 p * ((INR p - 1) * (INR p + 5) / 40 * x ^ 5).
Proof.
intros Hp H. assert (A := asin_unit x ltac:(lra)). assert (D := density0_pos p).
assert (N : INR (p - 1) = INR p - 1) by (rewrite minus_INR by lia; simpl; ring).
set (k := (INR p - 1) / 2). set (b := (INR p - 1) * (INR p + 5) / 8).
assert (E : forall e, RInt (fun t => cos t * (1 - k * sin t ^ 2 + e * (b * sin t ^ 4))) 0 (asin x) =
  x - k / 3 * x ^ 3 + e * (b / 5 * x ^ 5)).
{ intros e. rewrite (int_primitive (fun t => sin t - k / 3 * sin t ^ 3 + e * (b / 5 * sin t ^ 5)));
  [|intros t; auto_derive; [auto|]; simpl; field|smooth].
  cbv beta. rewrite sin_0, sin_asin by lra.
  change (x - k / 3 * x ^ 3 + e * (b / 5 * x ^ 5) - (0 - k / 3 * 0 ^ 3 + e * (b / 5 * 0 ^ 5)) =
    x - k / 3 * x ^ 3 + e * (b / 5 * x ^ 5)). ring. }
assert (B : forall t, 0 < t < asin x -> cos t * (1 - k * sin t ^ 2 + -1 * (b * sin t ^ 4)) <= cos t ^ p <=
  cos t * (1 - k * sin t ^ 2 + 1 * (b * sin t ^ 4))).
{ intros t T. assert (C : 0 <= cos t <= 1) by (split; [apply cos_nonneg; lra|apply COS_bound]).
  assert (Q := cos_pow_second (p - 1) (cos t) ltac:(lia) C). rewrite N in Q.
  replace (1 - cos t ^ 2) with (sin t ^ 2) in Q by (assert (S := sin2_cos2 t); unfold Rsqr in S; simpl; lra).
  replace ((sin t ^ 2) ^ 2) with (sin t ^ 4) in Q by ring.
  replace (INR p - 1 + 6) with (INR p + 5) in Q by ring.
  fold k b in Q. apply Rabs_le_between in Q.
  replace (cos t ^ p) with (cos t * cos t ^ (p - 1)) by (rewrite tech_pow_Rmult; f_equal; lia).
  split; apply Rmult_le_compat_l; lra. }
assert (L : RInt (fun t => cos t * (1 - k * sin t ^ 2 + -1 * (b * sin t ^ 4))) 0 (asin x) <=
  RInt (fun t => cos t ^ p) 0 (asin x)).
{ apply int_le; [lra|smooth|apply cts_cos_pow|]. intros t T. now apply B. }
assert (U : RInt (fun t => cos t ^ p) 0 (asin x) <=
  RInt (fun t => cos t * (1 - k * sin t ^ 2 + 1 * (b * sin t ^ 4))) 0 (asin x)).
{ apply int_le; [lra|apply cts_cos_pow|smooth|]. intros t T. now apply B. }
rewrite E in L, U. unfold inside, Rdiv at 1. fold (density0 p). rewrite (Rmult_comm _ (density0 p)).
replace ((INR p - 1) / 6) with (k / 3) by (unfold k; field).
replace ((INR p - 1) * (INR p + 5) / 40) with (b / 5) by (unfold b; field).
rewrite <- Rmult_minus_distr_l, Rabs_mult, (Rabs_right (density0 p)) by lra.
apply Rmult_le_compat_l; [lra|]. apply Rabs_le. lra.
Qed.

Lemma half_fifth p : half p (fun y => y ^ 5) = 8 * mu p / (INR (p + 3) * INR (p + 5)).
Proof.
assert (0 < INR (p + 1)) by (apply lt_0_INR; lia). assert (0 < INR (p + 3)) by (apply lt_0_INR; lia).
assert (0 < INR (p + 5)) by (apply lt_0_INR; lia).
assert (N3 : INR (p + 3) = INR (p + 1) + 2) by (rewrite !plus_INR; simpl; ring).
assert (N5 : INR (p + 5) = INR (p + 1) + 4) by (rewrite !plus_INR; simpl; ring).
unfold half, mu, density0. rewrite (int_primitive (fun t => - cos t ^ (p + 1) / INR (p + 1) +
  2 * cos t ^ (p + 3) / INR (p + 3) - cos t ^ (p + 5) / INR (p + 5))).
- rewrite cos_PI2, cos_0, !pow1, !pow_i by lia. rewrite N3, N5 in *. field.
  repeat split; first [lra|apply wallis_nonzero].
- intros t. auto_derive; [auto|]. replace (Init.Nat.pred (p + 1)) with p by lia.
  replace (Init.Nat.pred (p + 3)) with (p + 2)%nat by lia.
  replace (Init.Nat.pred (p + 5)) with (p + 4)%nat by lia.
  rewrite !pow_add. assert (S := sin2_cos2 t). unfold Rsqr in S.
  transitivity (sin t * cos t ^ p * (1 - cos t ^ 2) ^ 2); [field; lra|].
  replace (1 - cos t ^ 2) with (sin t ^ 2) by (simpl; lra). ring.
- smooth.
Qed.

Lemma S4_h_at_PI_small_noise p rho : (2 <= p)%nat -> 0 < rho <= 1 ->
  Rabs (h p rho PI - C3 p * rho ^ 3) <= 3 / 5 * C3 p * rho ^ 5.
Proof.
intros Hp H. assert (P := PI_RGT_0). rewrite S2_h_at_PI_from_kappa by (exact Hp || lra).
rewrite S3_as_a_probability by (lia || lra). unfold C3. rewrite c0_mu by lia. assert (D := density0_pos p).
assert (N2 : 2 <= INR p) by (replace 2 with (INR 2) by (simpl; ring); now apply le_INR).
assert (N3 : INR (p + 3) = INR p + 3) by (rewrite plus_INR; simpl; ring).
assert (N5 : INR (p + 5) = INR p + 5) by (rewrite plus_INR; simpl; ring).
set (k := (INR p - 1) / 6). set (b := (INR p - 1) * (INR p + 5) / 40). set (d := density0 p) in *.
assert (C := cts_inside_scaled p rho ltac:(lia)).
assert (E : forall e, half p (fun y => 1 * (d * rho * y + - (d * k * rho ^ 3) * y ^ 3)
  + e * (d * b * rho ^ 5) * y ^ 5) =
  d * rho * mu p - d * k * rho ^ 3 * (2 * mu p / INR (p + 3)) +
  e * (d * b * rho ^ 5) * (8 * mu p / (INR (p + 3) * INR (p + 5)))).
{ intros e. rewrite (half_lin p 1 (fun y => d * rho * y + - (d * k * rho ^ 3) * y ^ 3) _ (fun y => y ^ 5))
  by smooth.
  rewrite half_lin, half_id, half_cube, half_fifth by smooth. ring. }
assert (B : forall y, 0 < y < 1 -> Rabs (inside p (rho * y) - d * (rho * y - k * (rho * y) ^ 3)) <=
  d * (b * (rho * y) ^ 5)) by (intros y Y; apply inside_fifth; [exact Hp|nra]).
assert (L : half p (fun y => 1 * (d * rho * y + - (d * k * rho ^ 3) * y ^ 3) + -1 * (d * b * rho ^ 5)
  * y ^ 5) <=
  half p (fun y => inside p (rho * y))).
{ apply half_le; [smooth|exact C|]. intros y Y. specialize (B y Y). rewrite !Rpow_mult_distr in B.
  apply Rabs_le_between in B. lra. }
assert (U : half p (fun y => inside p (rho * y)) <=
  half p (fun y => 1 * (d * rho * y + - (d * k * rho ^ 3) * y ^ 3) + 1 * (d * b * rho ^ 5) * y ^ 5)).
{ apply half_le; [exact C|smooth|]. intros y Y. specialize (B y Y). rewrite !Rpow_mult_distr in B.
  apply Rabs_le_between in B. lra. }
rewrite E in L, U. rewrite N3, N5 in L, U. set (x := half p (fun y => inside p (rho * y))) in *.
apply Rmult_le_compat_l with (r := PI / 2) in L; [|lra].
apply Rmult_le_compat_l with (r := PI / 2) in U; [|lra].
set (w := PI / 2 * (d * mu p)) in *.
replace (PI / 2 * (d * rho * mu p - d * k * rho ^ 3 * (2 * mu p / (INR p + 3)) + -1 * (d * b * rho ^ 5) *
  (8 * mu p / ((INR p + 3) * (INR p + 5))))) with (w * rho - (INR p - 1) * w / (3 * (INR p + 3)) * rho ^ 3 -
  3 / 5 * ((INR p - 1) * w / (3 * (INR p + 3))) * rho ^ 5) in L by (unfold w, k, b; field; lra).
replace (PI / 2 * (d * rho * mu p - d * k * rho ^ 3 * (2 * mu p / (INR p + 3)) + 1 * (d * b * rho ^ 5) *
  (8 * mu p / ((INR p + 3) * (INR p + 5))))) with (w * rho - (INR p - 1) * w / (3 * (INR p + 3)) * rho ^ 3 +
  3 / 5 * ((INR p - 1) * w / (3 * (INR p + 3))) * rho ^ 5) in U by (unfold w, k, b; field; lra).
apply Rabs_le. lra.
Qed.
