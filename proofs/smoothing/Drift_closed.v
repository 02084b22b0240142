(* A closed form of kappa, NETWORK, for p = 3 and rho >= 1, and two of its values.

   Formalised: the closed form from S1, for every phi in [0, PI]; the value at PI for rho = 2, and by duality
   for 1/2.
   Not formalised: other p; rho < 1 inside (0, PI). *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise
  smoothing.Drift smoothing.Drift_noise smoothing.Drift_sphere smoothing.Drift_duality smoothing.Drift_bounds.
Open Scope R_scope.

Lemma wallis_2 : wallis 2 = PI / 4.
Proof. assert (Q := wallis_step 0). rewrite wallis_0 in Q. simpl in Q. simpl. lra. Qed.

Lemma wallis_3 : wallis 3 = 2 / 3.
Proof. assert (Q := wallis_step 1). rewrite wallis_1 in Q. simpl in Q. simpl. lra. Qed.

Lemma wallis_4 : wallis 4 = 3 * PI / 16.
Proof. assert (Q := wallis_step 2). rewrite wallis_2 in Q. simpl in Q. simpl. lra. Qed.

Lemma wallis_6 : wallis 6 = 5 * PI / 32.
Proof. assert (Q := wallis_step 4). rewrite wallis_4 in Q. simpl in Q. simpl. lra. Qed.

Lemma cos_asin_sq x : -1 <= x <= 1 -> cos (asin x) ^ 2 = 1 - x ^ 2.
Proof. intros H. rewrite cos_asin_any, pow2_sqrt by nra. reflexivity. Qed.

Lemma inside_3 x : -1 <= x <= 1 -> inside 3 x = (3 * x - x ^ 3) / 2.
Proof.
intros H. assert (E := cos_pow_step 1 0 (asin x)). rewrite sin_0, sin_asin in E by exact H.
simpl (1 + _)%nat in E.
rewrite (cos_asin_sq x H) in E.
assert (F : RInt (fun t => cos t ^ 1) 0 (asin x) = x).
{ rewrite (int_primitive sin); [rewrite sin_asin, sin_0 by exact H; lra| |smooth].
  intros t. auto_derive; [auto|ring]. }
rewrite F in E. unfold inside. rewrite wallis_3. simpl (INR _) in E. lra.
Qed.

Lemma held_3 rho t : 1 <= rho -> 0 <= sin t ->
  held 3 3 rho t = 9 * PI / 32 / rho * sin t - 3 * PI / 64 / rho ^ 3 * sin t ^ 3.
Proof.
intros H S. rewrite held_at by lra. assert (B : sin t <= 1) by apply SIN_bound.
assert (I : 0 < / rho <= 1) by (split; [apply Rinv_0_lt_compat; lra|rewrite <- Rinv_1;
  apply Rinv_le_contravar; lra]).
set (u := sin t / rho). assert (U : 0 <= u <= 1) by (unfold u, Rdiv; split; nra).
rewrite (radial_ext 3 _ (fun R => 3 / 2 * u * R + - (u ^ 3 / 2) * R ^ 3)).
- rewrite radial_lin, radial_id, radial_cube by smooth. simpl (3 + _)%nat. rewrite wallis_4. unfold u.
  simpl INR.
  field. lra.
- intros R HR. rewrite inside_3 by nra. field.
Qed.

Lemma int_sin_cube x : 0 <= x -> RInt (fun t => sin t ^ 3) x (PI / 2) = cos x - cos x ^ 3 / 3.
Proof.
intros H. rewrite (int_primitive (fun t => cos t ^ 3 / 3 - cos t)).
- rewrite cos_PI2. lra.
- intros t. auto_derive; [auto|]. assert (Q := sin2_cos2 t). unfold Rsqr in Q. simpl.
  transitivity (sin t * (1 - cos t * cos t)); [field|].
  replace (1 - cos t * cos t) with (sin t * sin t) by lra. ring.
- smooth.
Qed.

Lemma S1_closed_form_p3 rho phi : 1 <= rho -> 0 <= phi <= PI ->
  kappa 3 3 rho phi = PI / 2 + 9 * PI / 32 * cos phi / rho - 3 * PI / 64 * (cos phi - cos phi ^ 3 / 3)
    / rho ^ 3.
Proof.
intros H F. assert (P := PI_RGT_0). assert (Hp : (1 <= 3)%nat) by lia.
assert (W : forall x, 0 <= x <= PI / 2 ->
  kappa 3 3 rho x = PI / 2 + 9 * PI / 32 * cos x / rho - 3 * PI / 64 * (cos x - cos x ^ 3 / 3) / rho ^ 3).
{ intros x X. assert (E := kappa_diff 3 3 rho x (PI / 2) Hp ltac:(lra)).
  rewrite kappa_middle in E by (exact Hp || lra).
  rewrite (int_ext _ (fun t => 9 * PI / 32 / rho * sin t - 3 * PI / 64 / rho ^ 3 * sin t ^ 3)) in E;
    [|lra|intros t T; apply held_3; [exact H|apply sin_ge_0; lra]].
  assert (C1 : cts (fun t => 9 * PI / 32 / rho * sin t)) by smooth.
  assert (C3 : cts (fun t => 3 * PI / 64 / rho ^ 3 * sin t ^ 3)) by smooth.
  rewrite int_minus, int_scal, int_sin, cos_PI2 in E by (assumption || smooth).
  rewrite (int_scal (fun t => sin t ^ 3)), int_sin_cube in E by (lra || smooth). unfold Rdiv in *. lra. }
destruct (Rle_lt_dec phi (PI / 2)); [apply W; lra|].
assert (S := kappa_sum 3 3 rho phi Hp ltac:(lra)). rewrite (W (PI - phi)) in S by lra.
rewrite Rtrigo_facts.cos_pi_minus in S. replace ((- cos phi) ^ 3) with (- cos phi ^ 3) in S by ring.
unfold Rdiv in *. lra.
Qed.

Lemma S1_value_p3_rho2 : kappa 3 3 2 PI = 93 * PI / 256.
Proof. rewrite S1_closed_form_p3, cos_PI by (assert (P := PI_RGT_0); lra). field. Qed.

Lemma S3_value_p3_rho_half : kappa 3 3 (1 / 2) PI = 35 * PI / 256.
Proof.
assert (E := S3_duality 3 2 ltac:(lia) ltac:(lra)). rewrite S1_value_p3_rho2 in E. lra.
Qed.
