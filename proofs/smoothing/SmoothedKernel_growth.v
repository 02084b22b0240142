(* delta with the start of smoothing.SmoothedKernel_moments: its sign and its growth with the noise (S2).

   h, h_PI       as in SmoothedKernel_moments.v          delta          h - g

   Formalised: h(PI) > 0, delta >= h(PI), h(0) = PI + h(PI) > PI, delta rises strictly with rho.
   Not formalised: that h is E[r g(phi)] (see SmoothedKernel.v). *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions num.ContinuousIntegrals num.Wallis num.Arcsine
  smoothing.BallNoise
  smoothing.BallNoise_relu smoothing.Drift smoothing.Drift_noise smoothing.Drift_sphere
    smoothing.SmoothedKernel
  smoothing.SmoothedKernel_moments.
Open Scope R_scope.

Definition delta (p : nat) (rho phi : R) : R := h p rho phi - g phi.

Lemma excess_nonneg p y : 0 <= y -> 0 <= excess p y.
Proof.
intros H. destruct (Rle_lt_dec 1 y); [rewrite excess_beyond; lra|]. left. now apply excess_pos.
Qed.

Lemma excess_falls p x y : (1 <= p)%nat -> 0 <= x -> x <= y -> excess p y <= excess p x.
Proof.
intros Hp H L. rewrite !excess_integral by (exact Hp || lra). assert (C := cts_inside p Hp).
rewrite <- (int_chasles _ 0 x y) by exact C.
assert (B : RInt (inside p) x y <= RInt (fun _ => 1) x y).
{ apply int_le; [exact L|exact C|intros z; apply continuous_const|]. intros t T. apply inside_bounds. lra. }
rewrite int_const in B. lra.
Qed.

(* rho X(c/rho) = E (rho |v| - c)_+. *)
Lemma reach_rises p rho1 rho2 c : (1 <= p)%nat -> 0 < rho1 -> rho1 < rho2 -> 0 <= c ->
  rho1 * excess p (c / rho1) <= rho2 * excess p (c / rho2) /\
  (c < rho2 -> rho1 * excess p (c / rho1) < rho2 * excess p (c / rho2)).
Proof.
intros Hp H L C. assert (Q := ratio_le c rho1 rho2 C H ltac:(lra)).
assert (C2 : 0 <= c / rho2) by (apply Rmult_le_pos; [exact C|left; apply Rinv_0_lt_compat; lra]).
assert (F := excess_falls p _ _ Hp C2 Q). assert (N := excess_nonneg p _ C2).
assert (N1 := excess_nonneg p (c / rho1) ltac:(lra)). split; [nra|].
intros S. assert (P := excess_pos p (c / rho2) (conj C2 (ratio_lt_1 c rho2 ltac:(lra) S))). nra.
Qed.

Lemma half_lt p f g r : 0 < r <= 1 -> cts f -> cts g -> (forall y, 0 < y < 1 -> f y <= g y) ->
  (forall y, 0 < y < r -> f y < g y) -> half p f < half p g.
Proof.
intros Hr C D H S. assert (P := PI_RGT_0). assert (A := asin_range r). unfold half.
apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat, wallis_pos|].
apply int_lt_left with (asin r); [split; [apply asin_pos; lra|lra]|now apply cts_mean|now apply cts_mean| |].
- intros t T. apply Rmult_le_compat_r; [apply pow_le, cos_nonneg; lra|]. apply H.
  split; [apply sin_gt_0; lra|].
  rewrite <- sin_PI2. apply sin_increasing_1; lra.
- intros t T. apply Rmult_lt_compat_r; [apply pow_lt, cos_gt_0; lra|]. apply S.
  split; [apply sin_gt_0; lra|now apply sin_below_asin].
Qed.

Definition reach (p : nat) (rho c : R) : R := rho * (excess p (c / rho) * c).

Lemma cts_reach p rho : (1 <= p)%nat -> 0 < rho -> cts (reach p rho).
Proof.
intros Hp H c. apply (continuous_mult (K:=R_AbsRing) (fun _ => rho)); [apply continuous_const|].
apply (continuous_mult (K:=R_AbsRing) (fun c => excess p (c / rho)));
  [now apply cts_excess|apply continuous_id].
Qed.

Lemma h_PI_reach p rho : (1 <= p)%nat -> 0 < rho -> h_PI p rho = PI * INR p / 2 * half (p - 2) (reach p rho).
Proof.
intros Hp H. unfold h_PI. rewrite Rmult_assoc. f_equal. unfold half, reach.
assert (C : cts (fun c => excess p (c / rho) * c)).
{ intros c. apply (continuous_mult (K:=R_AbsRing)); [now apply cts_excess|apply continuous_id]. }
rewrite (int_eq (fun t => rho * (excess p (sin t / rho) * sin t) * cos t ^ (p - 2))
  (fun t => rho * (excess p (sin t / rho) * sin t * cos t ^ (p - 2)))) by (intros; ring).
rewrite int_scal by exact (cts_mean (p - 2) (fun c => excess p (c / rho) * c) C). field. apply wallis_nonzero.
Qed.

Lemma factor_pos p : (1 <= p)%nat -> 0 < PI * INR p / 2.
Proof.
intros Hp. assert (P := PI_RGT_0). assert (N : 0 < INR p) by (apply lt_0_INR; lia).
assert (0 < PI * INR p) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Lemma S2_h_at_PI_positive p rho : (1 <= p)%nat -> 0 < rho -> 0 < h p rho PI.
Proof.
intros Hp H. unfold h. rewrite kernel_at_PI, h_PI_reach by assumption.
apply Rmult_lt_0_compat; [now apply factor_pos|]. rewrite <- (half_mass (p - 2) 0).
apply half_lt with (Rmin rho 1); [|intros z; apply continuous_const|now apply cts_reach| |].
- split; [apply Rmin_glb_lt; lra|apply Rmin_r].
- intros y Y. apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; [|lra]. apply excess_nonneg.
  apply Rmult_le_pos; [lra|left; now apply Rinv_0_lt_compat].
- intros y Y. assert (L := Rmin_l rho 1). apply Rmult_lt_0_compat; [lra|]. apply Rmult_lt_0_compat; [|lra].
  apply excess_pos. split; [apply Rmult_le_pos; [lra|left; now apply Rinv_0_lt_compat]|apply ratio_lt_1; lra].
Qed.

Lemma S2_h_at_0_above_PI p rho : (1 <= p)%nat -> 0 < rho -> h p rho 0 = PI + h p rho PI /\ PI < h p rho 0.
Proof.
intros Hp H. assert (E := S2_h_at_0 p (h_PI p rho) rho Hp H). assert (A := S2_h_at_PI_positive p rho Hp H).
unfold h in *. split; lra.
Qed.

Lemma S2_delta_positive p rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI -> 0 < delta p rho phi.
Proof.
intros Hp H F. assert (E := S2_shift_lower p (h_PI p rho) rho phi Hp H F).
assert (A := S2_h_at_PI_positive p rho Hp H). unfold delta, h, shift in *. lra.
Qed.

Lemma h_PI_rises p rho1 rho2 : (1 <= p)%nat -> 0 < rho1 -> rho1 < rho2 -> h_PI p rho1 < h_PI p rho2.
Proof.
intros Hp H L. rewrite !h_PI_reach by (exact Hp || lra). apply Rmult_lt_compat_l; [now apply factor_pos|].
apply half_lt with (Rmin rho2 1); [|apply cts_reach; [exact Hp|lra]|apply cts_reach; [exact Hp|lra]| |].
- split; [apply Rmin_glb_lt; lra|apply Rmin_r].
- intros y Y. destruct (reach_rises p rho1 rho2 y Hp H L ltac:(lra)) as [A _]. unfold reach.
  rewrite <- !Rmult_assoc. apply Rmult_le_compat_r; lra.
- intros y Y. assert (M := Rmin_l rho2 1). destruct (reach_rises p rho1 rho2 y Hp H L ltac:(lra)) as [_ A].
  unfold reach. rewrite <- !Rmult_assoc. apply Rmult_lt_compat_r; [lra|]. apply A. lra.
Qed.

Lemma kappa_falls_with_noise p rho1 rho2 t : (1 <= p)%nat -> 0 < rho1 -> rho1 < rho2 -> 0 <= t <= PI / 2 ->
  kappa p p rho2 t <= kappa p p rho1 t.
Proof.
intros Hp H L T. assert (P := PI_RGT_0).
assert (D := S5_distance_does_not_increase p p rho1 rho2 t Hp ltac:(lra) ltac:(lra) ltac:(lra)).
assert (U1 := kappa_upper_half p p rho1 t Hp H T). assert (U2 := kappa_upper_half p p rho2 t Hp ltac:(lra) T).
rewrite !Rabs_right in D by lra. lra.
Qed.

Lemma S2_delta_increases_with_noise p rho1 rho2 phi : (1 <= p)%nat -> 0 < rho1 -> rho1 < rho2 ->
  0 <= phi <= PI -> delta p rho1 phi < delta p rho2 phi.
Proof.
intros Hp H L F. assert (P := PI_RGT_0).
assert (W : forall x, 0 <= x <= PI / 2 -> delta p rho1 x < delta p rho2 x).
{ intros x X. assert (D1 := shift_diff p (h_PI p rho1) rho1 0 x Hp H).
  assert (D2 := shift_diff p (h_PI p rho2) rho2 0 x Hp ltac:(lra)).
  destruct (S2_shift_at_the_ends p (h_PI p rho1) rho1 Hp H) as [_ E1].
  destruct (S2_shift_at_the_ends p (h_PI p rho2) rho2 Hp ltac:(lra)) as [_ E2].
  assert (R := h_PI_rises p rho1 rho2 Hp H L).
  change (shift p (h_PI p rho1) rho1 x < shift p (h_PI p rho2) rho2 x).
  assert (C : forall rho, 0 < rho -> cts (fun t => (PI - t - kappa p p rho t) * sin t)).
  { intros rho Hr t. apply (continuous_mult (K:=R_AbsRing)); [|revert t; smooth].
    apply (continuous_minus (V:=R_NormedModule) (fun t => PI - t)); [revert t; smooth|now apply cts_kappa]. }
  assert (I : RInt (fun t => (PI - t - kappa p p rho1 t) * sin t) 0 x <=
    RInt (fun t => (PI - t - kappa p p rho2 t) * sin t) 0 x); [|lra].
  apply int_le; [lra|apply C; lra|apply C; lra|]. intros t T.
  apply Rmult_le_compat_r; [apply sin_ge_0; lra|].
  assert (K := kappa_falls_with_noise p rho1 rho2 t Hp H L ltac:(lra)). lra. }
destruct (Rle_lt_dec phi (PI / 2)); [apply W; lra|]. assert (V := W (PI - phi) ltac:(lra)).
assert (M1 := S2_shift_mirror p (h_PI p rho1) rho1 phi Hp H).
assert (M2 := S2_shift_mirror p (h_PI p rho2) rho2 phi Hp ltac:(lra)). unfold delta, h, shift in *. lra.
Qed.
