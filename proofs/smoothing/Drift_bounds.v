(* kappa for small and for large noise, NETWORK (smoothing.Drift/S4): the bounds that need A_(p+2) to third
   order.

   cubic p x     D (x - (p+3) x^3 / 6), a lower bound of A_(p+2) on [0, 1]

   Formalised: c0 rho (1 - rho^2/3) <= kappa(PI; rho) <= c0 rho, the lower bound for rho <= 1; for rho >= 1
   the lower bound of |kappa - PI/2|.
   Not formalised: here nothing; the bound inside is in Drift_survival.v, the upper bounds for large noise in
   Drift_noise.v. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise smoothing.Drift
  smoothing.Drift_noise smoothing.Drift_sphere smoothing.Drift_duality.
Open Scope R_scope.

Definition cubic (p : nat) (x : R) : R := density0 p * (x - INR (p + 3) / 6 * x ^ 3).

(* cos^n >= 1 - ((n+4)/2) sin^2. *)
Lemma cos_pow_lower n c : 0 <= c <= 1 -> 1 - (INR n + 4) / 2 * (1 - c ^ 2) <= c ^ n.
Proof.
intros H. enough (G : 1 - (INR n + 4) / 2 * (1 - c ^ 2) <= c ^ n /\
  1 - (INR (S n) + 4) / 2 * (1 - c ^ 2) <= c ^ S n) by apply G.
induction n as [|n [A B]].
- simpl. split; nra.
- split; [exact B|]. rewrite !S_INR. replace (c ^ S (S n)) with (c ^ 2 * c ^ n) by (simpl; ring).
  assert (N := pos_INR n). assert (0 <= c ^ 2 <= 1) by (split; simpl; nra).
  apply Rmult_le_compat_l with (r := c ^ 2) in A; [|lra]. simpl (c ^ S n) in B.
  set (z := c ^ 2) in *. assert (0 <= (INR n + 4) / 2 * (1 - z) * (1 - z)) by (repeat apply Rmult_le_pos;
    lra). lra.
Qed.

Lemma inside_cubic p x : (1 <= p)%nat -> 0 <= x <= 1 -> cubic p x <= inside p x.
Proof.
intros Hp H. unfold cubic, inside, density0, Rdiv. rewrite Rmult_comm.
apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, wallis_pos|]. assert (A := asin_unit x ltac:(lra)).
set (k := INR (p + 3) * / 6).
assert (E : RInt (fun t => cos t * (1 - 3 * k * sin t ^ 2)) 0 (asin x) = x - k * x ^ 3).
{ rewrite (int_primitive (fun t => sin t - k * sin t ^ 3)); [|intros t; auto_derive; [auto|]; simpl;
  ring|smooth].
  cbv beta. rewrite sin_0, sin_asin by lra. change (x - k * x ^ 3 - (0 - k * 0 ^ 3) = x - k * x ^ 3). ring. }
rewrite <- E. apply int_le; [lra|smooth|apply cts_cos_pow|]. intros t T.
assert (C : 0 <= cos t <= 1) by (split; [apply cos_nonneg; lra|apply COS_bound]).
assert (Q := cos_pow_lower (p - 1) (cos t) C). destruct p as [|p]; [lia|]. simpl (S p - 1)%nat in Q.
rewrite Nat.sub_0_r in Q. simpl (cos t ^ S p). apply Rmult_le_compat_l; [lra|].
replace (sin t ^ 2) with (1 - cos t ^ 2) by (assert (S := sin2_cos2 t); unfold Rsqr in S; simpl; lra).
replace (3 * k) with ((INR p + 4) / 2); [exact Q|]. unfold k. rewrite plus_INR, S_INR. simpl. field.
Qed.

Lemma half_id p : half p (fun y => y) = mu p.
Proof.
unfold half, mu, density0. assert (0 < INR (p + 1)) by (apply lt_0_INR; lia).
rewrite (int_primitive (fun t => - cos t ^ (p + 1) / INR (p + 1))).
- rewrite cos_PI2, cos_0, pow1, pow_i by lia. field. split; [apply wallis_nonzero|lra].
- intros t. auto_derive; [auto|]. replace (Init.Nat.pred (p + 1)) with p by lia. field. lra.
- smooth.
Qed.

Lemma half_cube p : half p (fun y => y ^ 3) = 2 * mu p / INR (p + 3).
Proof.
unfold half, mu, density0. assert (0 < INR (p + 1)) by (apply lt_0_INR; lia).
assert (0 < INR (p + 3)) by (apply lt_0_INR; lia).
assert (N : INR (p + 3) - INR (p + 1) = 2) by (rewrite !plus_INR; simpl; ring).
rewrite (int_primitive (fun t => - cos t ^ (p + 1) / INR (p + 1) + cos t ^ (p + 3) / INR (p + 3))).
- rewrite cos_PI2, cos_0, !pow1, !pow_i by lia. rewrite <- N. field. repeat split; try lra.
  apply wallis_nonzero.
- intros t. auto_derive; [auto|]. replace (Init.Nat.pred (p + 1)) with p by lia.
  replace (Init.Nat.pred (p + 3)) with (p + 2)%nat by lia. rewrite pow_add.
  assert (S := sin2_cos2 t). unfold Rsqr in S.
  transitivity (sin t * cos t ^ p * (1 - cos t ^ 2)); [field; lra|].
  replace (1 - cos t ^ 2) with (sin t ^ 2) by (simpl; lra). ring.
- smooth.
Qed.

Lemma half_lin p x f y h : cts f -> cts h -> half p (fun z => x * f z + y * h z)
  = x * half p f + y * half p h.
Proof.
intros C D. unfold half. assert (C' := cts_mean p f C). assert (D' := cts_mean p h D).
rewrite (int_eq _ (fun t => x * (f (sin t) * cos t ^ p) + y * (h (sin t) * cos t ^ p))) by (intros; ring).
rewrite int_plus, !int_scal by assumption || (intros t; apply (continuous_mult (K:=R_AbsRing) (fun _ => _));
  [apply continuous_const|apply C' || apply D']). field. apply wallis_nonzero.
Qed.

Lemma c0_mu p : (1 <= p)%nat -> c0 p = PI / 2 * (density0 p * mu p).
Proof.
intros Hp. rewrite c0_wallis by exact Hp. unfold mu, density0. rewrite <- (wallis_product p).
assert (0 < INR (p + 1)) by (apply lt_0_INR; lia). field. repeat split; first [lra|apply wallis_nonzero].
Qed.

Lemma S4_small_noise_upper p rho : (1 <= p)%nat -> 0 < rho -> kappa p p rho PI <= c0 p * rho.
Proof.
intros Hp H. assert (P := PI_RGT_0). rewrite S3_as_a_probability, c0_mu, Rmult_assoc by assumption.
apply Rmult_le_compat_l; [lra|].
apply Rle_trans with (half p (fun y => density0 p * rho * y + 0 * y)).
- apply half_le; [now apply cts_inside_scaled|smooth|]. intros y Y.
  assert (Q := inside_linear p (rho * y) Hp ltac:(nra)). lra.
- rewrite half_lin, half_id by smooth. lra.
Qed.

Lemma S4_small_noise_lower p rho : (1 <= p)%nat -> 0 < rho <= 1 ->
  c0 p * rho * (1 - rho ^ 2 / 3) <= kappa p p rho PI.
Proof.
intros Hp H. assert (P := PI_RGT_0). rewrite S3_as_a_probability, c0_mu, !Rmult_assoc by (exact Hp || lra).
apply Rmult_le_compat_l; [lra|]. assert (N : 0 < INR (p + 3)) by (apply lt_0_INR; lia).
apply Rle_trans with (half p (fun y => density0 p * rho * y + - (density0 p * (INR (p + 3) / 6) * rho ^ 3)
  * y ^ 3)).
- rewrite half_lin, half_id, half_cube by smooth. right. field. lra.
- apply half_le; [smooth|now apply cts_inside_scaled|]. intros y Y.
  assert (Q := inside_cubic p (rho * y) Hp ltac:(nra)). unfold cubic in Q. rewrite Rpow_mult_distr in Q. lra.
Qed.

(* E R^3 = 3 E R / (q+3). *)
Lemma radial_cube_parts m : radial (S m) (fun R => R ^ 3) = 3 * (wallis (S m + 1) - wallis (S m + 3)).
Proof.
unfold radial. set (f := fun b => sin b ^ 3 * (INR (S m) * cos b ^ m * sin b)).
set (h := fun b => cos b ^ (S m + 1) - cos b ^ (S m + 3)).
assert (Cf : cts f) by (unfold f; smooth). assert (Ch : cts h) by (unfold h; smooth).
assert (E : RInt (fun b => f b - 3 * h b) 0 (PI / 2) = - (sin (PI / 2) ^ 3 * cos (PI / 2) ^ S m)
  - - (sin 0 ^ 3 * cos 0 ^ S m)).
{ apply (int_primitive (fun b => - (sin b ^ 3 * cos b ^ S m))); [|unfold f, h; smooth].
  intros b. unfold f, h. auto_derive; [auto|]. simpl Init.Nat.pred.
  change (match m with O => 1 | S _ => INR m + 1 end) with (INR (S m)).
  replace (cos b ^ (S m + 3)) with (cos b ^ (S m + 1) * cos b ^ 2) by (rewrite <- pow_add; f_equal; lia).
  transitivity (sin b ^ 3 * (INR (S m) * cos b ^ m * sin b) - 3 * (cos b ^ (S m + 1) * (1 - cos b ^ 2)));
    [|ring].
  replace (1 - cos b ^ 2) with (sin b ^ 2) by (assert (S := sin2_cos2 b); unfold Rsqr in S; simpl; lra).
  rewrite pow_add. simpl. ring. }
assert (Ch3 : cts (fun b => 3 * h b)) by (unfold h; smooth).
rewrite int_minus, int_scal, cos_PI2, sin_0, pow_i in E by (assumption || lia).
assert (Eh : RInt h 0 (PI / 2) = wallis (S m + 1) - wallis (S m + 3))
  by (unfold h; now rewrite int_minus by apply cts_cos_pow).
rewrite Eh in E. simpl (0 ^ 3) in E. lra.
Qed.

Lemma radial_cube q : radial q (fun R => R ^ 3) = 3 / INR (q + 3) * wallis (q + 1).
Proof.
destruct q as [|m]; [simpl; rewrite wallis_1; field|]. rewrite radial_cube_parts.
assert (S := wallis_step (Datatypes.S m + 1)).
replace (Datatypes.S m + 1 + 2)%nat with (Datatypes.S m + 3)%nat in S by lia.
assert (H : 0 < INR (Datatypes.S m + 3)) by (apply lt_0_INR; lia).
assert (N : INR (Datatypes.S m + 1 + 1) = INR (Datatypes.S m + 3) - 1).
{ replace (Datatypes.S m + 3)%nat with (Datatypes.S (Datatypes.S m + 1 + 1)) by lia. rewrite S_INR. ring. }
rewrite N in S. apply Rmult_eq_reg_l with (INR (Datatypes.S m + 3)); [|lra].
transitivity (3 * (INR (Datatypes.S m + 3) * wallis (Datatypes.S m + 1) -
  INR (Datatypes.S m + 3) * wallis (Datatypes.S m + 3))); [ring|]. rewrite S. field. lra.
Qed.

Lemma held_cubic p rho t : (1 <= p)%nat -> 1 <= rho -> 0 <= sin t ->
  wallis (p + 1) / wallis p / rho * (1 - / (2 * rho ^ 2)) * sin t <= held p p rho t.
Proof.
intros Hp H S. rewrite held_at by lra. assert (B : sin t <= 1) by apply SIN_bound.
assert (I : 0 < / rho <= 1) by (split; [apply Rinv_0_lt_compat; lra|rewrite <- Rinv_1;
  apply Rinv_le_contravar; lra]).
assert (N : 0 < INR (p + 3)) by (apply lt_0_INR; lia). assert (D := density0_pos p).
assert (W := wallis_pos (p + 1)).
set (u := sin t / rho). assert (U : 0 <= u <= 1) by (unfold u, Rdiv; split; nra).
apply Rle_trans with (radial p (fun R => density0 p * u * R + - (density0 p * (INR (p + 3) / 6) * u ^ 3)
  * R ^ 3)).
- rewrite radial_lin, radial_id, radial_cube by smooth.
  replace (density0 p * u * wallis (p + 1) + - (density0 p * (INR (p + 3) / 6) * u ^ 3) *
    (3 / INR (p + 3) * wallis (p + 1))) with (density0 p * wallis (p + 1) * (u - u ^ 3 / 2)) by (field; lra).
  replace (wallis (p + 1) / wallis p / rho * (1 - / (2 * rho ^ 2)) * sin t) with
    (density0 p * wallis (p + 1) * (u - u * (/ rho) ^ 2 / 2))
    by (unfold u, density0; field; split; [lra|apply wallis_nonzero]).
  apply Rmult_le_compat_l; [nra|]. assert (u ^ 2 <= (/ rho) ^ 2) by (apply pow_incr; unfold u, Rdiv; nra).
  assert (u * u ^ 2 <= u * (/ rho) ^ 2) by (apply Rmult_le_compat_l; lra). simpl in *. lra.
- apply radial_le; [smooth|now apply cts_inside_lin|]. intros R HR.
  assert (Q := inside_cubic p (R * u) Hp ltac:(nra)). unfold cubic in Q. rewrite Rpow_mult_distr in Q. lra.
Qed.

Lemma S4_large_noise_lower p rho phi : (1 <= p)%nat -> 1 <= rho -> 0 <= phi <= PI ->
  (1 - 1 / (2 * rho ^ 2)) * (c0 p * Rabs (cos phi) / rho) <= Rabs (kappa p p rho phi - PI / 2).
Proof.
intros Hp H F. destruct (smaller_range phi F) as [M [-> _]]. rewrite distance by (exact Hp || lra).
set (k := wallis (p + 1) / wallis p / rho * (1 - / (2 * rho ^ 2))).
apply Rle_trans with (RInt (fun t => k * sin t) (smaller phi) (PI / 2)).
- right. rewrite int_scal, int_sin, cos_PI2 by smooth. unfold k. rewrite c0_wallis by exact Hp. field.
  repeat split; first [lra|apply wallis_nonzero].
- apply int_le; [lra|smooth|apply cts_held; [exact Hp|lra]|]. intros t Ht. assert (P := PI_RGT_0).
  apply held_cubic; [exact Hp|exact H|apply sin_ge_0; lra].
Qed.
