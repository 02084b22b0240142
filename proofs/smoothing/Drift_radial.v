(* The polar coordinates of U in a plane that holds w and w-star, and the noise beside them: what
   smoothing.Drift is built from.

   q             n-2 for the sphere of R^n on which U lives: q = p for NETWORK, q = p-2 for ANGLE
   radial q f    E f(R), P(R > y) = (1 - y^2)^(q/2): R = sin b with the density q cos^(q-1) b sin b db; R = 1
                 if q = 0
   noise_below   P(rho v < x), the step function at 0 if rho = 0; v has the law of smoothing.BallNoise
   noise_inside  P(rho |v| < x) for x > 0
   half_plane    P(R cos alpha + rho v > 0)
   held, thrown  P(rho |v| < R sin t), P(R sin t < rho |v|)

   Formalised: the laws, positivity, monotony and continuity of these means.
   Not formalised: that U and the noise have these laws (integrals over R^p and R^n). *)
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
Definition half_plane (p q : nat) (rho alpha : R) : R :=
  radial q (fun R => noise_below p rho (R * cos alpha)).

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
intros H. apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; [apply lt_0_INR; lia|apply pow_lt, cos_gt_0;
  lra]|].
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
- rewrite <- (radial_const q 0). apply radial_le; [intros x;
  apply continuous_const|now apply cts_inside_lin|].
  intros R HR. apply inside_bounds. nra.
- rewrite <- (radial_const q 1). apply radial_le; [now apply cts_inside_lin|intros x;
  apply continuous_const|].
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
