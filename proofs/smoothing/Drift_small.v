(* ANGLE with small noise (smoothing.Drift/S4): kappa(PI; rho) / rho tends to (p-1) g0 / (p+1) as rho -> 0, p
   >= 2.

   half q f      E f(c), c = |U^T w| on the sphere of R^(q+2); outer p rho c = P(c < rho |v|)

   Formalised: kappa(PI; rho) = (PI/2) P(c < rho |v|) for every p and q; the rate, and the limit.
   Not formalised: nothing of this. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise smoothing.Drift
  smoothing.Drift_noise smoothing.Drift_sphere smoothing.Drift_duality smoothing.Drift_bounds.
Open Scope R_scope.

Lemma polar_half_any q f L : 0 <= L -> gentle f L -> polar q f = half q f.
Proof.
intros HL G. destruct q as [|m]; [|now apply (polar_half m f L)].
unfold polar, half. rewrite wallis_0. f_equal. apply int_eq. intros t. simpl.
now rewrite Rmult_1_l, Rmult_1_r.
Qed.

(* P(c < rho |v|), where c < 1. *)
Definition outer (p : nat) (rho c : R) : R := 1 - inside p (/ rho * c).

Lemma cts_outer p rho : (1 <= p)%nat -> cts (outer p rho).
Proof.
intros Hp c. apply (continuous_minus (V:=R_NormedModule) (fun _ => 1)); [apply continuous_const|].
now apply (cts_inside_scaled p (/ rho) Hp).
Qed.

Lemma kappa_PI_outer p q rho : (1 <= p)%nat -> 0 < rho -> kappa p q rho PI = PI / 2 * half q (outer p rho).
Proof.
intros Hp H. assert (I := Rinv_0_lt_compat _ H). assert (D := density0_pos p). assert (P := PI_RGT_0).
assert (E := kappa_diff p q rho 0 (PI / 2) Hp H). assert (S := kappa_sum p q rho 0 Hp H).
rewrite Rminus_0_r in S. rewrite kappa_middle in E by assumption.
assert (Z : half q (outer p rho) = 1 - half q (fun y => inside p (/ rho * y))).
{ transitivity (half q (fun y => 1 * 1 + -1 * inside p (/ rho * y))); [apply half_ext; intros;
  unfold outer; ring|].
  assert (L := half_lin q 1 (fun _ => 1) (-1) (fun y => inside p (/ rho * y)) ltac:(smooth)
    (cts_inside_scaled p (/ rho) Hp)). rewrite L, half_mass. ring. }
rewrite Z, <- (polar_half_any q _ _ (Rlt_le _ _ (Rmult_lt_0_compat _ _ D I))
  (gentle_inside p _ Hp (Rlt_le _ _ I))).
unfold polar. rewrite (int_eq (held p q rho) (fun t => radial q (fun R => inside p (/ rho * (R * sin t)))))
  in E.
- apply Rminus_diag_uniq. assert (V : kappa p q rho PI = PI / 2 - RInt
    (fun t => radial q (fun R => inside p (/ rho * (R * sin t)))) 0 (PI / 2)) by lra. rewrite V. field. lra.
- intros t. rewrite held_at by exact H. apply radial_eq. intros R. f_equal. field. lra.
Qed.

Lemma outer_range p rho c : 0 < rho -> 0 <= c -> 0 <= outer p rho c /\ (rho <= c -> outer p rho c = 0).
Proof.
intros H C. assert (I := Rinv_0_lt_compat _ H). unfold outer. split.
- assert (B := inside_bounds p (/ rho * c) ltac:(nra)). lra.
- intros L. rewrite inside_beyond; [ring|]. apply Rmult_le_compat_l with (r := / rho) in L; [|lra].
  rewrite Rinv_l in L; lra.
Qed.

Lemma root_pow_derive p x : (1 <= p)%nat -> -1 < x < 1 ->
  is_derive (fun x => sqrt (1 - x ^ 2) ^ (p + 1)) x (- (INR (p + 1) * x * sqrt (1 - x ^ 2) ^ (p - 1))).
Proof.
intros Hp H. assert (P : 0 < 1 - x ^ 2) by nra. assert (R0 := sqrt_lt_R0 _ P).
auto_derive; [simpl in *; lra|]. replace (Init.Nat.pred (p + 1)) with (p - 1 + 1)%nat by lia.
rewrite pow_add, pow_1. replace (1 + - x ^ 2) with (1 - x ^ 2) by ring.
replace (1 + - (x * (x * 1))) with (1 - x ^ 2) by ring. field. lra.
Qed.

(* E |v| by its distribution function: the primitive of 1 - A is x (1 - A(x)) + E (|v|; |v| < x). *)
Lemma outer_int p rho : (1 <= p)%nat -> 0 < rho <= 1 ->
  RInt (fun t => outer p rho (sin t) * cos t) 0 (PI / 2) = rho * mu p.
Proof.
intros Hp H. assert (P := PI_RGT_0). assert (I := Rinv_0_lt_compat _ (proj1 H)).
assert (A := asin_unit rho ltac:(lra)). assert (Cs : cts (fun t => outer p rho (sin t)))
  by (apply cts_sin_cts, cts_outer, Hp).
assert (C : cts (fun t => outer p rho (sin t) * cos t)).
{ intros t. apply (continuous_mult (K:=R_AbsRing)); [apply Cs|revert t; smooth]. }
set (F := fun t => sin t * outer p rho (sin t) - rho * (mu p * sqrt (1 - (/ rho * sin t) ^ 2) ^ (p + 1))).
assert (CF : cts F).
{ intros t. apply (continuous_minus (V:=R_NormedModule) (fun t => sin t * outer p rho (sin t))).
  - apply (continuous_mult (K:=R_AbsRing) sin); [revert t; smooth|apply Cs].
  - apply (continuous_mult (K:=R_AbsRing) (fun _ => rho)); [apply continuous_const|].
    apply (continuous_mult (K:=R_AbsRing) (fun _ => mu p)); [apply continuous_const|].
    apply (continuous_comp (fun t => 1 - (/ rho * sin t) ^ 2) (fun y => sqrt y ^ (p + 1))).
    + revert t; smooth.
    + apply Drift_cap.cts_sqrt_pow. }
rewrite <- (int_chasles _ 0 (asin rho)) by exact C.
rewrite (int_ext _ (fun _ => 0) (asin rho)), int_const.
- rewrite (int_primitive_open F); [|lra|exact C|exact CF|].
  + unfold F. rewrite sin_0, sin_asin, Rinv_l by lra.
    destruct (outer_range p rho rho (proj1 H) ltac:(lra)) as [_ Z].
    rewrite Z by lra. replace (1 - 1 ^ 2) with 0 by ring. replace (1 - (/ rho * 0) ^ 2) with 1 by ring.
    rewrite sqrt_0, sqrt_1, pow1, pow_i by lia. lra.
  + intros t T. assert (S := sin_below_asin rho t T). assert (S0 : 0 < sin t) by (apply sin_gt_0; lra).
    assert (X : 0 < / rho * sin t < 1).
    { split; [nra|]. apply Rmult_lt_compat_l with (r := / rho) in S; [|lra]. rewrite Rinv_l in S; lra. }
    assert (Hx : is_derive (fun t => / rho * sin t) t (/ rho * cos t)) by (auto_derive; [auto|ring]).
    assert (D1 := is_derive_comp (inside p) _ t _ _ (S1_density p (/ rho * sin t) Hp ltac:(lra)) Hx).
    assert (D2 := is_derive_comp _ _ t _ _ (root_pow_derive p (/ rho * sin t) Hp ltac:(lra)) Hx).
    assert (D3 := is_derive_minus (V:=R_NormedModule) _ _ t _ _ (is_derive_const (V:=R_NormedModule) 1 t) D1).
    assert (D4 := is_derive_mult _ _ t _ _ (is_derive_sin t) D3 Rmult_comm).
    assert (D5 := is_derive_scal _ t rho _ (is_derive_scal _ t (mu p) _ D2)).
    assert (D6 := is_derive_minus (V:=R_NormedModule) _ _ t _ _ D4 D5). unfold F, outer.
    match type of D6 with is_derive _ _ ?d => replace (_ * cos t) with d; [exact D6|] end.
    unfold minus, plus, opp, scal, mult, zero; simpl; unfold mult, zero; simpl.
    unfold mu. assert (0 < INR (p + 1)) by (apply lt_0_INR; lia). field. lra.
- lra.
- intros t T. assert (S := sin_above_asin rho t ltac:(lra) T).
  destruct (outer_range p rho (sin t) (proj1 H) ltac:(lra)) as [_ Z]. rewrite Z by lra. ring.
Qed.


Lemma outer_cos_pow_upper p q rho t : 0 < rho <= 1 / 2 -> 0 < t < PI / 2 ->
  outer p rho (sin t) * cos t ^ q <= (1 + 2 * rho ^ 2) * (outer p rho (sin t) * cos t).
Proof.
intros H T. assert (S : 0 < sin t) by (apply sin_gt_0; lra). assert (C : 0 < cos t) by (apply cos_gt_0; lra).
destruct (outer_range p rho (sin t) ltac:(lra) ltac:(lra)) as [O Z].
destruct (Rle_lt_dec rho (sin t)) as [G|G]; [rewrite Z by exact G; lra|].
enough (cos t ^ q <= (1 + 2 * rho ^ 2) * cos t) by nra.
assert (Q : sin t ^ 2 + cos t ^ 2 = 1) by (assert (Q := sin2_cos2 t); unfold Rsqr in Q; simpl; lra).
assert (C1 : cos t <= 1) by apply COS_bound. destruct q as [|q].
- assert (sin t ^ 2 <= rho ^ 2) by (apply pow_incr; lra). simpl (cos t ^ 0).
  assert (cos t ^ 2 <= cos t) by nra.
  assert (0 <= rho ^ 2 <= 1 / 4) by (simpl; nra). nra.
- assert (B := pow_incr (cos t) 1 q ltac:(lra)). rewrite pow1 in B. simpl.
  assert (0 <= rho ^ 2) by apply pow2_ge_0.
  simpl in *. nra.
Qed.

Lemma outer_cos_pow_lower p q rho t : 0 < rho <= 1 / 2 -> 0 < t < PI / 2 ->
  (1 - (INR q + 3) * rho ^ 2) * (outer p rho (sin t) * cos t) <= outer p rho (sin t) * cos t ^ q.
Proof.
intros H T. assert (S : 0 < sin t) by (apply sin_gt_0; lra). assert (C : 0 < cos t) by (apply cos_gt_0; lra).
destruct (outer_range p rho (sin t) ltac:(lra) ltac:(lra)) as [O Z].
destruct (Rle_lt_dec rho (sin t)) as [G|G]; [rewrite Z by exact G; lra|].
enough ((1 - (INR q + 3) * rho ^ 2) * cos t <= cos t ^ q) by nra.
assert (Q : sin t ^ 2 + cos t ^ 2 = 1) by (assert (Q := sin2_cos2 t); unfold Rsqr in Q; simpl; lra).
assert (C1 : cos t <= 1) by apply COS_bound. assert (R2 := pow2_ge_0 rho). destruct q as [|q].
- simpl in *. nra.
- assert (B := cos_pow_lower q (cos t) ltac:(lra)). assert (sin t ^ 2 <= rho ^ 2) by (apply pow_incr; lra).
  assert (N := pos_INR q). rewrite S_INR. simpl (cos t ^ Datatypes.S q).
  assert (E : 1 - (INR q + 1 + 3) * rho ^ 2 <= cos t ^ q); [|nra].
  replace (1 - cos t ^ 2) with (sin t ^ 2) in B by lra.
  assert ((INR q + 4) / 2 * sin t ^ 2 <= (INR q + 4) * rho ^ 2); [|lra].
  assert (0 <= sin t ^ 2) by apply pow2_ge_0. nra.
Qed.

Lemma small_noise_rate p q rho : (1 <= p)%nat -> 0 < rho <= 1 / 2 ->
  Rabs (kappa p q rho PI / rho - PI / 2 * mu p / wallis q) <= PI / 2 * mu p / wallis q * (INR q + 3)
    * rho ^ 2.
Proof.
intros Hp H. assert (P := PI_RGT_0). assert (W := wallis_pos q). assert (N := pos_INR q).
assert (C1 : cts (fun t => outer p rho (sin t) * cos t)).
{ intros t. apply (continuous_mult (K:=R_AbsRing)); [now apply cts_sin_cts, cts_outer|revert t; smooth]. }
assert (Ck : forall k, cts (fun t => k * (outer p rho (sin t) * cos t))).
{ intros k t. apply (continuous_mult (K:=R_AbsRing) (fun _ => k)); [apply continuous_const|apply C1]. }
assert (Cq : cts (fun t => outer p rho (sin t) * cos t ^ q)) by now apply cts_mean, cts_outer.
set (I := RInt (fun t => outer p rho (sin t) * cos t ^ q) 0 (PI / 2)).
assert (U : I <= (1 + 2 * rho ^ 2) * (rho * mu p)).
{ rewrite <- outer_int, <- int_scal by (try exact C1; exact Hp || lra).
  apply int_le; [lra|exact Cq|apply Ck|].
  intros t T. now apply outer_cos_pow_upper. }
assert (L : (1 - (INR q + 3) * rho ^ 2) * (rho * mu p) <= I).
{ rewrite <- outer_int, <- int_scal by (try exact C1; exact Hp || lra).
  apply int_le; [lra|apply Ck|exact Cq|].
  intros t T. now apply outer_cos_pow_lower. }
assert (M : 0 < mu p) by (apply Rdiv_lt_0_compat; [apply density0_pos|apply lt_0_INR; lia]).
assert (E : kappa p q rho PI / rho = PI / 2 / wallis q / rho * I)
  by (rewrite kappa_PI_outer by (exact Hp || lra); unfold half; fold I; field; lra).
rewrite E. assert (R2 := pow2_ge_0 rho).
replace (PI / 2 / wallis q / rho * I - PI / 2 * mu p / wallis q) with
  (PI / 2 / wallis q / rho * (I - rho * mu p)) by (field; lra).
replace (PI / 2 * mu p / wallis q * (INR q + 3) * rho ^ 2) with
  (PI / 2 / wallis q / rho * ((INR q + 3) * rho ^ 2 * (rho * mu p))) by (field; lra).
assert (K0 : 0 < PI / 2 / wallis q / rho) by (repeat apply Rdiv_lt_0_compat; lra).
rewrite Rabs_mult, (Rabs_right (PI / 2 / wallis q / rho)).
- apply Rmult_le_compat_l; [lra|].
  apply Rabs_le. assert (0 < rho * mu p) by (apply Rmult_lt_0_compat; lra).
  assert (2 * rho ^ 2 * (rho * mu p) <= (INR q + 3) * rho ^ 2 * (rho * mu p)); [|lra].
  apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat_r; lra.
- lra.
Qed.

Lemma angle_constant p : (2 <= p)%nat ->
  PI / 2 * mu p / wallis (p - 2) = (INR p - 1) * isotropic p / (INR p + 1).
Proof.
intros Hp. assert (Q := wallis_product (p - 2)). replace (p - 2 + 1)%nat with (p - 1)%nat in Q by lia.
rewrite minus_INR in Q by lia. simpl (INR 1) in Q. rewrite <- Q. unfold mu, density0, isotropic.
rewrite plus_INR. simpl (INR 1). assert (0 <= INR p) by apply pos_INR. field.
repeat split; first [lra|apply wallis_nonzero].
Qed.

Lemma S4_small_noise_angle p : (2 <= p)%nat ->
  filterlim (fun rho => kappa p (p - 2) rho PI / rho) (at_right 0)
    (locally ((INR p - 1) * isotropic p / (INR p + 1))).
Proof.
intros Hp. rewrite <- angle_constant by exact Hp. assert (P := PI_RGT_0). assert (N := pos_INR (p - 2)).
set (c := PI / 2 * mu p / wallis (p - 2)). set (k := c * (INR (p - 2) + 3)).
assert (M : 0 < mu p) by (apply Rdiv_lt_0_compat; [apply density0_pos|apply lt_0_INR; lia]).
assert (C : 0 < c) by (apply Rdiv_lt_0_compat; [nra|apply wallis_pos]). assert (K : 0 < k) by (unfold k; nra).
apply filterlim_locally. intros e. assert (He := cond_pos e).
assert (Hd : 0 < Rmin (1 / 2) (e / k)) by (apply Rmin_glb_lt; [lra|now apply Rdiv_lt_0_compat]).
exists (mkposreal _ Hd). intros rho B L.
unfold ball in *; simpl in *; unfold AbsRing_ball, abs, minus, plus, opp in *.
simpl in *. rewrite Ropp_0, Rplus_0_r, Rabs_right in B by lra.
assert (M1 := Rmin_l (1 / 2) (e / k)). assert (M2 := Rmin_r (1 / 2) (e / k)).
assert (Q := small_noise_rate p (p - 2) rho ltac:(lia) ltac:(lra)). fold c in Q. fold k in Q.
apply Rle_lt_trans with (1 := Q). assert (S : rho < e / k) by lra.
apply Rmult_lt_compat_l with (r := k) in S; [|exact K].
replace (k * (e / k)) with (pos e) in S by (field; lra).
assert (rho ^ 2 <= rho) by (simpl; nra). nra.
Qed.
