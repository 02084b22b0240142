(* The drift kappa as a mean over one variable, and its monotony and symmetry (smoothing.Drift/S1, S2).

   p, rho        dimension and radius of the noise; v is a coordinate of it, with the law of smoothing.BallNoise
   q             n-2 for the sphere of R^n on which U lives: q = p for NETWORK, q = p-2 for ANGLE
   R, alpha      polar coordinates of U from w in a plane that holds w and w-star: alpha is uniform on the circle, and
                 P(R > y) = (1 - y^2)^(q/2); so R = sin b with the density q cos^(q-1) b sin b db, and R = 1 if q = 0
   noise_below   P(rho v < x), the step function at 0 if rho = 0
   kappa         2 PI P(U^T w + rho v > 0, U^T w-star > 0) in these coordinates

   Formalised: kappa as an integral over the half circle where U^T w-star > 0; the second form of S1 with P(R sin t <
   rho |v|); all of S2 with kappa' = -P(rho |v| < R sin phi), for NETWORK and ANGLE, p >= 1 (the page has p >= 2).
   Not formalised: the reduction of the noise in R^p to v and of U to its plane (integrals over R^p), that is, the
   first sentence of S1 starts from its polar form; the third form of S1, with theta; S6. The form of kappa' with
   (1 - rho^2 v^2 / sin^2)^m is in Drift_survival.v. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise.
Open Scope R_scope.

(* E f(R). *)
Definition radial (q : nat) (f : R -> R) : R :=
  match q with
  | O => f 1
  | S m => RInt (fun b => f (sin b) * (INR q * cos b ^ m * sin b)) 0 (PI / 2)
  end.

Definition noise_below (p : nat) (rho x : R) : R :=
  if Rlt_dec 0 rho then below p (x / rho) else if Rlt_dec 0 x then 1 else 0.

(* P(rho |v| < x) for x > 0. *)
Definition noise_inside (p : nat) (rho x : R) : R := 2 * noise_below p rho x - 1.

(* P(R cos alpha + rho v > 0) = P(rho v < R cos alpha), the law of v being symmetric. *)
Definition half_plane (p q : nat) (rho alpha : R) : R := radial q (fun R => noise_below p rho (R * cos alpha)).

(* U^T w-star > 0 iff phi - PI/2 < alpha < phi + PI/2. *)
Definition kappa (p q : nat) (rho phi : R) : R := RInt (half_plane p q rho) (phi - PI / 2) (phi + PI / 2).

(* P(rho |v| < R sin t) and P(R sin t < rho |v|). *)
Definition held (p q : nat) (rho t : R) : R := radial q (fun R => noise_inside p rho (R * sin t)).
Definition thrown (p q : nat) (rho t : R) : R := radial q (fun R => 1 - noise_inside p rho (R * sin t)).

Lemma cts_radial m f : cts f -> cts (fun b => f (sin b) * (INR (S m) * cos b ^ m * sin b)).
Proof.
intros C b. apply (continuous_mult (K:=R_AbsRing)); [|revert b; smooth].
apply (continuous_comp sin f); [|apply C]. revert b; smooth.
Qed.

Lemma radial_mass q : radial q (fun _ => 1) = 1.
Proof.
destruct q as [|m]; [reflexivity|]. unfold radial.
rewrite (int_primitive (fun b => - cos b ^ S m)).
- rewrite cos_PI2, cos_0, pow1, pow_i by lia. ring.
- intros b. auto_derive; [auto|]. simpl. ring.
- smooth.
Qed.

Lemma radial_lin q x f y g : cts f -> cts g ->
  radial q (fun R => x * f R + y * g R) = x * radial q f + y * radial q g.
Proof.
intros C D. destruct q as [|m]; [reflexivity|]. unfold radial.
assert (C' := cts_radial m f C). assert (D' := cts_radial m g D).
rewrite <- !int_scal by assumption. rewrite <- int_plus.
- apply int_eq. intros b. ring.
- intros b. apply (continuous_mult (K:=R_AbsRing) (fun _ => x)); [apply continuous_const|apply C'].
- intros b. apply (continuous_mult (K:=R_AbsRing) (fun _ => y)); [apply continuous_const|apply D'].
Qed.

Lemma radial_eq q f g : (forall R, f R = g R) -> radial q f = radial q g.
Proof. intros H. destruct q as [|m]; [apply H|]. apply int_eq. intros b. now rewrite H. Qed.

Lemma radial_ext q f g : (forall R, 0 < R <= 1 -> f R = g R) -> radial q f = radial q g.
Proof.
intros H. destruct q as [|m]; [apply H; lra|]. apply int_ext; [assert (Q := PI_RGT_0); lra|].
intros b Hb. rewrite H; [reflexivity|]. split; [apply sin_gt_0; lra|apply SIN_bound].
Qed.

Lemma radial_const q c : radial q (fun _ => c) = c.
Proof.
rewrite (radial_eq q _ (fun _ => c * 1 + 0 * 1)) by (intros; ring).
rewrite radial_lin, radial_mass by (intros x; apply continuous_const). ring.
Qed.

Lemma radial_weight m b : 0 < b < PI / 2 -> 0 < INR (S m) * cos b ^ m * sin b.
Proof.
intros H. apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; [apply lt_0_INR; lia|apply pow_lt, cos_gt_0; lra]|].
apply sin_gt_0; lra.
Qed.

Lemma radial_le q f g : cts f -> cts g -> (forall R, 0 < R <= 1 -> f R <= g R) -> radial q f <= radial q g.
Proof.
intros C D H. destruct q as [|m]; [apply H; lra|].
apply int_le; [assert (Q := PI_RGT_0); lra|now apply cts_radial|now apply cts_radial|].
intros b Hb. apply Rmult_le_compat_r; [left; now apply radial_weight|].
apply H. split; [apply sin_gt_0; lra|apply SIN_bound].
Qed.

Lemma radial_lt q f g : cts f -> cts g -> (forall R, 0 < R <= 1 -> f R < g R) -> radial q f < radial q g.
Proof.
intros C D H. destruct q as [|m]; [apply H; lra|].
apply int_lt; [assert (Q := PI_RGT_0); lra|now apply cts_radial|now apply cts_radial|].
intros b Hb. apply Rmult_lt_compat_r; [now apply radial_weight|].
apply H. split; [apply sin_gt_0; lra|apply SIN_bound].
Qed.

(* The law of rho v, rho > 0. *)
Lemma noise_below_at p rho x : 0 < rho -> noise_below p rho x = (1 + inside p (x / rho)) / 2.
Proof. intros H. unfold noise_below. destruct (Rlt_dec 0 rho); [apply below_inside|lra]. Qed.

Lemma noise_inside_at p rho x : 0 < rho -> noise_inside p rho x = inside p (x / rho).
Proof. intros H. unfold noise_inside. rewrite noise_below_at by exact H. field. Qed.

Lemma cts_inside_lin p c : (1 <= p)%nat -> cts (fun R => inside p (R * c)).
Proof.
intros Hp x. apply (continuous_comp (fun R => R * c) (inside p)); [|now apply cts_inside].
revert x; smooth.
Qed.

Lemma held_at p q rho t : 0 < rho -> held p q rho t = radial q (fun R => inside p (R * (sin t / rho))).
Proof.
intros H. apply radial_eq. intros R. rewrite noise_inside_at by exact H. f_equal. unfold Rdiv. ring.
Qed.

Lemma thrown_held p q rho t : (1 <= p)%nat -> 0 < rho -> thrown p q rho t = 1 - held p q rho t.
Proof.
intros Hp H. unfold thrown. rewrite held_at by exact H.
rewrite (radial_eq q _ (fun R => 1 * 1 + -1 * inside p (R * (sin t / rho)))).
- rewrite radial_lin, radial_mass; [ring|intros x; apply continuous_const|now apply cts_inside_lin].
- intros R. rewrite noise_inside_at by exact H. unfold Rdiv. rewrite Rmult_assoc. ring.
Qed.

Lemma half_plane_at p q rho a : (1 <= p)%nat -> 0 < rho ->
  half_plane p q rho a = (1 + held p q rho (PI / 2 - a)) / 2.
Proof.
intros Hp H. rewrite held_at, sin_shift by exact H. unfold half_plane.
rewrite (radial_eq q _ (fun R => / 2 * 1 + / 2 * inside p (R * (cos a / rho)))).
- rewrite radial_lin, radial_mass; [field|intros x; apply continuous_const|now apply cts_inside_lin].
- intros R. rewrite noise_below_at by exact H. unfold Rdiv. rewrite Rmult_assoc. field.
Qed.

(* E A(R x) rises with x, at most like x D / 1. *)
Lemma radial_rise p q x y : (1 <= p)%nat -> x <= y ->
  0 <= radial q (fun R => inside p (R * y)) - radial q (fun R => inside p (R * x)) <= density0 p * (y - x).
Proof.
intros Hp H. assert (C := cts_inside_lin p). split.
- assert (Q : radial q (fun R => inside p (R * x)) <= radial q (fun R => inside p (R * y))); [|lra].
  apply radial_le; auto. intros R HR. apply inside_le. nra.
- assert (Q : radial q (fun R => inside p (R * y)) <=
    radial q (fun R => 1 * inside p (R * x) + density0 p * (y - x) * 1)).
  + apply radial_le; auto.
    * intros z. apply (continuous_plus (V:=R_NormedModule)); [|apply continuous_const].
      apply (continuous_mult (K:=R_AbsRing) (fun _ => 1)); [apply continuous_const|now apply C].
    * intros R HR. assert (L : R * x <= R * y) by nra. assert (I := inside_rise p _ _ Hp L).
      assert (D := Rinv_0_lt_compat _ (wallis_pos p)). fold (density0 p) in D.
      assert (R * (y - x) <= y - x) by nra. nra.
  + rewrite radial_lin, radial_mass in Q; [lra|auto|intros z; apply continuous_const].
Qed.

Lemma cts_held p q rho : (1 <= p)%nat -> 0 < rho -> cts (held p q rho).
Proof.
intros Hp H t. apply continuous_ext with (fun u => radial q (fun R => inside p (R * (sin u / rho)))).
{ intros u. symmetry. now apply held_at. }
apply (continuous_comp (fun u => sin u / rho) (fun x => radial q (fun R => inside p (R * x)))).
- revert t; smooth.
- apply (lipschitz_cts _ (density0 p)). intros x y. destruct (Rle_lt_dec x y) as [L|L].
  + assert (Q := radial_rise p q x y Hp L). rewrite !Rabs_left1 by lra. lra.
  + assert (Q := radial_rise p q y x Hp (Rlt_le _ _ L)). rewrite !Rabs_right by lra. lra.
Qed.

Lemma held_bounds p q rho t : (1 <= p)%nat -> 0 < rho -> 0 <= sin t -> 0 <= held p q rho t <= 1.
Proof.
intros Hp H S. rewrite held_at by exact H. assert (0 <= sin t / rho).
{ apply Rmult_le_pos; [exact S|]. left. now apply Rinv_0_lt_compat. }
split.
- rewrite <- (radial_const q 0). apply radial_le; [intros x; apply continuous_const|now apply cts_inside_lin|].
  intros R HR. apply inside_bounds. nra.
- rewrite <- (radial_const q 1). apply radial_le; [now apply cts_inside_lin|intros x; apply continuous_const|].
  intros R HR. apply inside_bounds. nra.
Qed.

Lemma held_pos p q rho t : (1 <= p)%nat -> 0 < rho -> 0 < sin t -> 0 < held p q rho t.
Proof.
intros Hp H S. rewrite held_at by exact H.
assert (0 < sin t / rho) by (apply Rdiv_lt_0_compat; assumption).
rewrite <- (radial_const q 0). apply radial_lt; [intros x; apply continuous_const|now apply cts_inside_lin|].
intros R HR. apply inside_pos. nra.
Qed.

Lemma held_odd p q rho t : (1 <= p)%nat -> 0 < rho -> held p q rho (- t) = - held p q rho t.
Proof.
intros Hp H. rewrite !held_at by exact H.
rewrite (radial_eq q _ (fun R => -1 * inside p (R * (sin t / rho)) + 0 * 1)).
- rewrite radial_lin; [ring|now apply cts_inside_lin|intros x; apply continuous_const].
- intros R. replace (R * (sin (- t) / rho)) with (- (R * (sin t / rho))).
  + rewrite inside_opp. ring.
  + rewrite sin_neg. unfold Rdiv. ring.
Qed.

Lemma held_mirror p q rho t : held p q rho (PI - t) = held p q rho t.
Proof. apply radial_eq. intros R. now rewrite sin_PI_x. Qed.

Lemma cts_half_plane p q rho : (1 <= p)%nat -> 0 < rho -> cts (half_plane p q rho).
Proof.
intros Hp H t. apply continuous_ext with (fun a => (1 + held p q rho (PI / 2 - a)) * / 2).
{ intros a. symmetry. now apply half_plane_at. }
apply (continuous_mult (K:=R_AbsRing) _ (fun _ => / 2)); [|apply continuous_const].
apply (continuous_plus (V:=R_NormedModule) (fun _ => 1)); [apply continuous_const|].
apply (continuous_comp (fun a => PI / 2 - a) (held p q rho)); [revert t; smooth|now apply cts_held].
Qed.

Lemma kappa_0 p q phi : 0 <= phi <= PI -> kappa p q 0 phi = PI - phi.
Proof.
intros H. assert (P := PI_RGT_0). unfold kappa. apply is_RInt_unique.
replace (PI - phi) with (plus ((PI / 2 - (phi - PI / 2)) * 1) ((phi + PI / 2 - PI / 2) * 0))
  by (unfold plus; simpl; lra).
apply (is_RInt_Chasles (V:=R_NormedModule)) with (PI / 2).
- apply (is_RInt_ext (V:=R_NormedModule) (fun _ => 1)); [|apply (is_RInt_const (V:=R_NormedModule))].
  rewrite Rmin_left, Rmax_right by lra. intros a Ha. transitivity (radial q (fun _ => 1)); [now rewrite radial_const|]. apply radial_ext.
  intros R HR. unfold noise_below. assert (0 < cos a) by (apply cos_gt_0; lra).
  destruct (Rlt_dec 0 0); [lra|]. destruct (Rlt_dec 0 (R * cos a)); [reflexivity|nra].
- apply (is_RInt_ext (V:=R_NormedModule) (fun _ => 0)); [|apply (is_RInt_const (V:=R_NormedModule))].
  rewrite Rmin_left, Rmax_right by lra. intros a Ha. transitivity (radial q (fun _ => 0)); [now rewrite radial_const|]. apply radial_ext.
  intros R HR. unfold noise_below. assert (cos a <= 0) by (apply cos_le_0; lra).
  destruct (Rlt_dec 0 0); [lra|]. destruct (Rlt_dec 0 (R * cos a)); [nra|reflexivity].
Qed.

Lemma kappa_derive p q rho phi : (1 <= p)%nat -> 0 < rho ->
  is_derive (kappa p q rho) phi (- held p q rho phi).
Proof.
intros Hp H. assert (C := cts_half_plane p q rho Hp H).
apply is_derive_ext with
  (fun x => RInt (half_plane p q rho) 0 (x + PI / 2) - RInt (half_plane p q rho) 0 (x - PI / 2)).
{ intros x. unfold kappa. rewrite <- (int_chasles _ 0 (x - PI / 2) (x + PI / 2)) by exact C. simpl. ring. }
assert (A := int_derive _ 0 (phi + PI / 2) C). assert (B := int_derive _ 0 (phi - PI / 2) C).
assert (A' := is_derive_comp _ (fun x => x + PI / 2) phi _ 1 A).
assert (B' := is_derive_comp _ (fun x => x - PI / 2) phi _ 1 B).
replace (- held p q rho phi) with
  (minus (scal 1 (half_plane p q rho (phi + PI / 2))) (scal 1 (half_plane p q rho (phi - PI / 2)))).
- refine (is_derive_minus (V:=R_NormedModule) _ _ phi _ _ (A' _) (B' _)); auto_derive; auto; ring.
- rewrite !half_plane_at by assumption. replace (PI / 2 - (phi + PI / 2)) with (- phi) by ring.
  replace (PI / 2 - (phi - PI / 2)) with (PI - phi) by field. rewrite held_odd, held_mirror by assumption.
  unfold minus, plus, opp, scal; simpl; unfold mult; simpl. field.
Qed.

(* Integrating kappa'. *)
Lemma kappa_diff p q rho x y : (1 <= p)%nat -> 0 < rho ->
  kappa p q rho x - kappa p q rho y = RInt (held p q rho) x y.
Proof.
intros Hp H. assert (C := cts_held p q rho Hp H).
assert (E : RInt (fun t => -1 * held p q rho t) x y = kappa p q rho y - kappa p q rho x).
{ apply int_primitive.
  - intros t. replace (-1 * held p q rho t) with (- held p q rho t) by ring. now apply kappa_derive.
  - intros t. apply (continuous_mult (K:=R_AbsRing) (fun _ => -1)); [apply continuous_const|apply C]. }
rewrite int_scal in E by exact C. lra.
Qed.

Lemma kappa_sum p q rho phi : (1 <= p)%nat -> 0 < rho -> kappa p q rho phi + kappa p q rho (PI - phi) = PI.
Proof.
intros Hp H. assert (C := cts_half_plane p q rho Hp H). unfold kappa.
replace (PI - phi - PI / 2) with (PI - (phi + PI / 2)) by field.
replace (PI - phi + PI / 2) with (PI - (phi - PI / 2)) by field.
rewrite <- (int_reflect (half_plane p q rho) PI) by exact C.
assert (C' : cts (fun a => half_plane p q rho (PI - a))).
{ intros a. apply (continuous_comp (fun a => PI - a) (half_plane p q rho)); [revert a; smooth|apply C]. }
rewrite <- int_plus by assumption. rewrite (int_eq _ (fun _ => 1)).
- rewrite int_const. field.
- intros a. rewrite !half_plane_at by assumption. replace (PI / 2 - (PI - a)) with (- (PI / 2 - a)) by field.
  rewrite held_odd by assumption. field.
Qed.

Lemma kappa_middle p q rho : (1 <= p)%nat -> 0 < rho -> kappa p q rho (PI / 2) = PI / 2.
Proof.
intros Hp H. assert (E := kappa_sum p q rho (PI / 2) Hp H).
replace (PI - PI / 2) with (PI / 2) in E by field. lra.
Qed.

Lemma cts_thrown p q rho : (1 <= p)%nat -> 0 < rho -> cts (thrown p q rho).
Proof.
intros Hp H t. apply continuous_ext with (fun u => 1 - held p q rho u).
{ intros u. symmetry. now apply thrown_held. }
apply (continuous_minus (V:=R_NormedModule) (fun _ => 1)); [apply continuous_const|now apply cts_held].
Qed.

Lemma S1_mean_over_one_variable p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI / 2 ->
  kappa p q rho (PI - phi) = phi + RInt (thrown p q rho) phi (PI / 2).
Proof.
intros Hp H _. rewrite (int_eq _ (fun t => 1 - held p q rho t)) by (intros; now apply thrown_held).
rewrite int_minus, int_const by (try (now apply cts_held); intros x; apply continuous_const).
assert (D := kappa_diff p q rho phi (PI / 2) Hp H). assert (S := kappa_sum p q rho phi Hp H).
rewrite kappa_middle in D by assumption. lra.
Qed.

Lemma S2_derivative p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 < phi < PI ->
  is_derive (kappa p q rho) phi (- held p q rho phi).
Proof. intros Hp H _. now apply kappa_derive. Qed.

Lemma S2_strictly_decreasing p q rho x y : (1 <= p)%nat -> 0 <= rho -> 0 <= x -> x < y -> y <= PI ->
  kappa p q rho y < kappa p q rho x.
Proof.
intros Hp H X L Y. destruct (Req_dec rho 0) as [->|N].
{ rewrite !kappa_0 by lra. lra. }
assert (E := kappa_diff p q rho x y Hp ltac:(lra)).
assert (0 < RInt (held p q rho) x y); [|lra].
apply int_pos; [exact L|apply cts_held; [exact Hp|lra]|].
intros t Ht. apply held_pos; [exact Hp|lra|apply sin_gt_0; lra].
Qed.

Lemma S2_sum p q rho phi : (1 <= p)%nat -> 0 <= rho -> 0 <= phi <= PI ->
  kappa p q rho phi + kappa p q rho (PI - phi) = PI.
Proof.
intros Hp H F. destruct (Req_dec rho 0) as [->|N]; [rewrite !kappa_0 by lra; lra|].
apply kappa_sum; [exact Hp|lra].
Qed.

Lemma S2_middle p q rho : (1 <= p)%nat -> 0 <= rho -> kappa p q rho (PI / 2) = PI / 2.
Proof.
intros Hp H. destruct (Req_dec rho 0) as [->|N].
- assert (P := PI_RGT_0). rewrite kappa_0; lra.
- apply kappa_middle; [exact Hp|lra].
Qed.

Lemma kappa_upper_half p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI / 2 ->
  PI / 2 <= kappa p q rho phi <= PI - phi.
Proof.
intros Hp H F. assert (E := kappa_diff p q rho phi (PI / 2) Hp H). assert (C := cts_held p q rho Hp H).
rewrite kappa_middle in E by assumption.
assert (B : forall t, phi < t < PI / 2 -> 0 <= held p q rho t <= 1).
{ intros t Ht. apply held_bounds; [exact Hp|exact H|apply sin_ge_0; lra]. }
assert (A : 0 <= RInt (held p q rho) phi (PI / 2)) by (apply int_nonneg; [lra|exact C|apply B]).
assert (D : RInt (held p q rho) phi (PI / 2) <= RInt (fun _ => 1) phi (PI / 2)).
{ apply int_le; [lra|exact C|intros x; apply continuous_const|apply B]. }
rewrite int_const in D. lra.
Qed.

Lemma S2_between p q rho phi : (1 <= p)%nat -> 0 <= rho -> 0 <= phi <= PI ->
  Rmin (PI - phi) (PI / 2) <= kappa p q rho phi <= Rmax (PI - phi) (PI / 2).
Proof.
intros Hp H F. destruct (Req_dec rho 0) as [->|N].
{ rewrite kappa_0 by lra. split; [apply Rmin_l|apply Rmax_l]. }
assert (S := kappa_sum p q rho phi Hp ltac:(lra)). destruct (Rle_lt_dec phi (PI / 2)).
- assert (U := kappa_upper_half p q rho phi Hp ltac:(lra) ltac:(lra)).
  rewrite Rmin_right, Rmax_left; lra.
- assert (U := kappa_upper_half p q rho (PI - phi) Hp ltac:(lra) ltac:(lra)).
  rewrite Rmin_left, Rmax_right; lra.
Qed.

Lemma thrown_nonneg p q rho t : (1 <= p)%nat -> 0 < rho -> 0 <= sin t -> 0 <= thrown p q rho t.
Proof.
intros Hp H S. rewrite thrown_held by assumption. assert (B := held_bounds p q rho t Hp H S). lra.
Qed.

Lemma thrown_pos p q rho t : (1 <= p)%nat -> 0 < rho -> 0 <= sin t < rho -> 0 < thrown p q rho t.
Proof.
intros Hp H S. rewrite thrown_held, held_at by assumption.
assert (radial q (fun R => inside p (R * (sin t / rho))) < radial q (fun _ => 1)); [|rewrite radial_mass in *; lra].
apply radial_lt; [now apply cts_inside_lin|intros x; apply continuous_const|]. intros R HR.
rewrite <- (inside_beyond p 1) by lra.
assert (0 <= sin t / rho) by (apply Rmult_le_pos; [lra|left; now apply Rinv_0_lt_compat]).
assert (sin t / rho < 1) by (apply Rmult_lt_reg_r with rho; [exact H|unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra]).
apply inside_lt; nra.
Qed.

Lemma sin_below_asin rho t : 0 < t < asin rho -> sin t < rho.
Proof.
intros Ht. assert (Q := asin_range rho). destruct (Rle_lt_dec rho 0) as [N|N].
{ assert (L := asin_le rho 0 N). rewrite asin_0 in L. lra. }
assert (P := PI_RGT_0). assert (S : sin t < sin (asin rho)) by (apply sin_increasing_1; lra).
destruct (Rle_lt_dec 1 rho) as [L|L].
- rewrite asin_high, sin_PI2 in S by exact L. lra.
- rewrite sin_asin in S by lra. exact S.
Qed.

Lemma kappa_PI_pos p q rho : (1 <= p)%nat -> 0 < rho -> 0 < kappa p q rho PI.
Proof.
intros Hp H. assert (P := PI_RGT_0). assert (A := asin_range rho). assert (B := asin_pos rho H).
assert (E := S1_mean_over_one_variable p q rho 0 Hp H ltac:(lra)). rewrite Rminus_0_r in E.
assert (C := cts_thrown p q rho Hp H). rewrite E, <- (int_chasles _ 0 (asin rho)) by exact C.
assert (0 < RInt (thrown p q rho) 0 (asin rho)).
{ apply int_pos; [exact B|exact C|]. intros t Ht. apply thrown_pos; [exact Hp|exact H|].
  split; [apply sin_ge_0; lra|now apply sin_below_asin]. }
assert (0 <= RInt (thrown p q rho) (asin rho) (PI / 2)); [|lra].
apply int_nonneg; [lra|exact C|]. intros t Ht. apply thrown_nonneg; [exact Hp|exact H|apply sin_ge_0; lra].
Qed.

Lemma S2_positive p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI -> 0 < kappa p q rho phi < PI.
Proof.
intros Hp H F. assert (M : forall x, 0 <= x <= PI -> 0 < kappa p q rho x).
{ intros x X. assert (K := kappa_PI_pos p q rho Hp H). destruct (Req_dec x PI) as [->|N]; [exact K|].
  assert (Q := S2_strictly_decreasing p q rho x PI Hp ltac:(lra)). lra. }
assert (S := kappa_sum p q rho phi Hp H). assert (A := M phi F). assert (B := M (PI - phi) ltac:(lra)). lra.
Qed.
