(* Duality of small and large noise, NETWORK (smoothing.Drift/S3).

   half p f      E f(|v|); so half p (fun y => inside p (rho y)) = P(|v'| < rho |v|), v' an independent copy
                 of v

   Formalised: kappa(PI; rho) = (PI/2) P(|v'| < rho |v|), the duality and the special values.
   Not formalised: kappa as a mean angle over the sphere of R^(p+2), the last sentence of S3. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise smoothing.Drift
  smoothing.Drift_noise smoothing.Drift_sphere.
Open Scope R_scope.

Lemma gentle_inside p c : (1 <= p)%nat -> 0 <= c -> gentle (fun z => inside p (c * z)) (density0 p * c).
Proof.
intros Hp H x y L. assert (Q := inside_rise p (c * x) (c * y) Hp ltac:(nra)).
replace (density0 p * c * (y - x)) with (density0 p * (c * y - c * x)) by ring. exact Q.
Qed.

Lemma density0_pos p : 0 < density0 p.
Proof. apply Rinv_0_lt_compat, wallis_pos. Qed.

Lemma cts_inside_scaled p c : (1 <= p)%nat -> cts (fun z => inside p (c * z)).
Proof.
intros Hp z. apply (continuous_comp (fun z => c * z) (inside p)); [revert z; smooth|now apply cts_inside].
Qed.

Lemma kappa_PI p rho : (1 <= p)%nat -> 0 < rho ->
  kappa p p rho PI = PI / 2 * (1 - half p (fun y => inside p (/ rho * y))).
Proof.
intros Hp H. assert (I := Rinv_0_lt_compat _ H). destruct p as [|m]; [lia|].
assert (D := density0_pos (S m)). assert (P := PI_RGT_0).
assert (E := kappa_diff (S m) (S m) rho 0 (PI / 2) Hp H). assert (S := kappa_sum (S m) (S m) rho 0 Hp H).
rewrite Rminus_0_r in S. rewrite kappa_middle in E by assumption.
rewrite <- (polar_half m _ _ (Rlt_le _ _ (Rmult_lt_0_compat _ _ D I)) (gentle_inside _ _ Hp (Rlt_le _ _ I))).
unfold polar. rewrite (int_eq (held (Datatypes.S m) (Datatypes.S m) rho)
  (fun t => radial (Datatypes.S m) (fun R => inside (Datatypes.S m) (/ rho * (R * sin t))))) in E.
- assert (Z : kappa (Datatypes.S m) (Datatypes.S m) rho PI = PI / 2 - RInt
    (fun t => radial (Datatypes.S m) (fun R => inside (Datatypes.S m) (/ rho * (R * sin t)))) 0 (PI / 2))
      by lra.
  rewrite Z. field. lra.
- intros t. rewrite held_at by exact H. apply radial_eq. intros R. f_equal. field. lra.
Qed.

(* The part of E h(|v|) below x, times W_p. *)
Definition part (p : nat) (h : R -> R) (x : R) : R := RInt (fun t => h (sin t) * cos t ^ p) 0 (asin x).

Lemma cts_part p h : (1 <= p)%nat -> cts h -> (forall y, -1 <= h y <= 1) -> cts (part p h).
Proof.
intros Hp C B. assert (E : forall x y, x <= y -> Rabs (part p h y - part p h x) <= y - x).
{ intros x y L. assert (K := cts_mean p h C). unfold part.
  rewrite <- (int_chasles _ 0 (asin x) (asin y)) by exact K. assert (Rx := asin_range x).
  assert (Ry := asin_range y).
  assert (M := asin_le x y L). assert (S := sin_asin_lipschitz x y L).
  assert (Q := cos_pow_int_le p (asin x) (asin y) Hp ltac:(lra) M ltac:(lra)).
  assert (W : forall t, asin x < t < asin y -> 0 <= cos t ^ p) by (intros t T; apply pow_le, cos_nonneg; lra).
  assert (U : RInt (fun t => h (sin t) * cos t ^ p) (asin x) (asin y) <= RInt (fun t => cos t ^ p) (asin x)
    (asin y)).
  { apply int_le; [exact M|exact K|apply cts_cos_pow|]. intros t T. specialize (W t T).
    specialize (B (sin t)). nra. }
  assert (V : RInt (fun t => -1 * cos t ^ p) (asin x) (asin y) <= RInt (fun t => h (sin t) * cos t ^ p)
    (asin x) (asin y)).
  { apply int_le; [exact M|smooth|exact K|]. intros t T. specialize (W t T). specialize (B (sin t)). nra. }
  rewrite int_scal in V by apply cts_cos_pow. apply Rabs_le. lra. }
apply (lipschitz_cts _ 1). intros x y. destruct (Rle_lt_dec x y) as [D|D].
- rewrite Rabs_minus_sym, (Rabs_minus_sym x), (Rabs_right (y - x)) by lra. rewrite Rmult_1_l. now apply E.
- rewrite (Rabs_right (x - y)), Rmult_1_l by lra. apply E. lra.
Qed.

Lemma part_derive p h x : (1 <= p)%nat -> cts h -> -1 < x < 1 ->
  is_derive (part p h) x (h x * sqrt (1 - x ^ 2) ^ (p - 1)).
Proof.
intros Hp C H. assert (P : 0 < sqrt (1 - x ^ 2)) by (apply sqrt_lt_R0; nra).
assert (D := is_derive_comp (fun y => RInt (fun t => h (sin t) * cos t ^ p) 0 y) asin x _ _
  (int_derive _ 0 (asin x) (cts_mean p h C)) (asin_derive x H)).
replace (h x * sqrt (1 - x ^ 2) ^ (p - 1)) with
  (scal (/ sqrt (1 - x ^ 2)) (h (sin (asin x)) * cos (asin x) ^ p)); [exact D|].
rewrite cos_asin_any, sin_asin by lra. unfold scal; simpl; unfold mult; simpl.
destruct p as [|p]; [lia|]. simpl in *. rewrite Nat.sub_0_r. field. lra.
Qed.

Lemma inside_abs p y : -1 <= inside p y <= 1.
Proof.
destruct (Rle_lt_dec 0 y); [assert (B := inside_bounds p y r); lra|].
assert (B := inside_bounds p (- y) ltac:(lra)). rewrite inside_opp in B. lra.
Qed.

(* A(sin t) A(l sin t), less the part of its derivative that comes from the second factor. *)
Lemma by_parts_derive p l t : (1 <= p)%nat -> 0 < l <= 1 -> 0 < t < PI / 2 ->
  is_derive (fun t => inside p (sin t) * inside p (l * sin t)
                      - density0 p * part p (fun y => inside p (/ l * y)) (l * sin t)) t
    (density0 p * (inside p (l * sin t) * cos t ^ p)).
Proof.
intros Hp L T. assert (S0 : 0 < sin t) by (apply sin_gt_0; lra).
assert (C0 : 0 < cos t) by (apply cos_gt_0; lra).
assert (S1 : sin t < 1) by (rewrite <- sin_PI2; apply sin_increasing_1; lra).
assert (D1 := is_derive_comp (inside p) sin t _ (cos t) (S1_density p (sin t) Hp ltac:(lra))
  (is_derive_sin t)).
assert (Hl : is_derive (fun t => l * sin t) t (l * cos t)) by (auto_derive; [auto|ring]).
assert (D2 := is_derive_comp (inside p) (fun t => l * sin t) t _ _ (S1_density p (l * sin t) Hp ltac:(nra))
  Hl).
assert (D3 := is_derive_comp (part p (fun y => inside p (/ l * y))) (fun t => l * sin t) t _ _
  (part_derive p _ (l * sin t) Hp (cts_inside_scaled p (/ l) Hp) ltac:(nra)) Hl).
assert (D4 := is_derive_mult _ _ t _ _ D1 D2 Rmult_comm).
assert (D5 := is_derive_scal _ t (density0 p) _ D3).
assert (D6 := is_derive_minus (V:=R_NormedModule) _ _ t _ _ D4 D5).
replace (density0 p * (inside p (l * sin t) * cos t ^ p)) with (minus
  (plus (mult (scal (cos t) (density0 p * sqrt (1 - sin t ^ 2) ^ (p - 1))) (inside p (l * sin t)))
    (mult (inside p (sin t)) (scal (l * cos t) (density0 p * sqrt (1 - (l * sin t) ^ 2) ^ (p - 1)))))
  (density0 p * scal (l * cos t) (inside p (/ l * (l * sin t)) * sqrt (1 - (l * sin t) ^ 2) ^ (p - 1))));
    [exact D6|].
replace (/ l * (l * sin t)) with (sin t) by (field; lra).
replace (1 - sin t ^ 2) with (cos t ^ 2) by (assert (Q := sin2_cos2 t); unfold Rsqr in Q; simpl; lra).
rewrite sqrt_pow2 by lra. unfold minus, plus, opp, scal, mult; simpl; unfold mult; simpl.
destruct p as [|p]; [lia|]. simpl. rewrite Nat.sub_0_r. ring.
Qed.

Lemma half_up p l : (1 <= p)%nat -> 0 < l <= 1 ->
  half p (fun y => inside p (l * y)) = inside p l - density0 p * part p (fun y => inside p (/ l * y)) l.
Proof.
intros Hp L. assert (P := PI_RGT_0).
transitivity (RInt (fun t => density0 p * (inside p (l * sin t) * cos t ^ p)) 0 (PI / 2)).
{ rewrite int_scal by (apply (cts_mean p (fun y => inside p (l * y))); now apply cts_inside_scaled).
  unfold half, density0. field. apply wallis_nonzero. }
rewrite (int_primitive_open (fun t => inside p (sin t) * inside p (l * sin t)
  - density0 p * part p (fun y => inside p (/ l * y)) (l * sin t))).
- cbv beta. rewrite sin_PI2, sin_0, Rmult_0_r, Rmult_1_r, inside_0, (inside_beyond p 1) by lra.
  unfold part at 2. rewrite asin_0, int_point.
  change (1 * inside p l - density0 p * part p (fun y => inside p (/ l * y)) l - (0 * 0 - density0 p * 0) =
    inside p l - density0 p * part p (fun y => inside p (/ l * y)) l). ring.
- lra.
- intros t. apply (continuous_mult (K:=R_AbsRing) (fun _ => density0 p)); [apply continuous_const|].
  apply (cts_mean p (fun y => inside p (l * y))). now apply cts_inside_scaled.
- intros t. apply (continuous_minus (V:=R_NormedModule) (fun t => inside p (sin t) * inside p (l * sin t))).
  + apply (continuous_mult (K:=R_AbsRing) (fun t => inside p (sin t)) (fun t => inside p (l * sin t)));
    [apply (cts_sin_cts (inside p)); now apply cts_inside|].
    apply (cts_sin_cts (fun y => inside p (l * y))). now apply cts_inside_scaled.
  + apply (continuous_mult (K:=R_AbsRing) (fun _ => density0 p)); [apply continuous_const|].
    apply (cts_sin_cts (fun y => part p (fun y => inside p (/ l * y)) (l * y))). intros y.
    apply (continuous_comp (fun y => l * y) (part p (fun y => inside p (/ l * y)))); [revert y; smooth|].
    apply cts_part; [exact Hp|now apply cts_inside_scaled|intros z; apply inside_abs].
- intros t T. now apply by_parts_derive.
Qed.

Lemma half_down p l : (1 <= p)%nat -> 0 < l <= 1 ->
  half p (fun y => inside p (/ l * y)) = density0 p * part p (fun y => inside p (/ l * y))
    l + (1 - inside p l).
Proof.
intros Hp L. assert (A := asin_unit l ltac:(lra)). assert (Q := inside_diff p l 1).
rewrite (inside_beyond p 1), (asin_high 1) in Q by lra. rewrite Q. unfold half, part.
rewrite <- (int_chasles _ 0 (asin l) (PI / 2))
  by (apply (cts_mean p (fun y => inside p (/ l * y))); now apply cts_inside_scaled).
rewrite (int_ext _ (fun t => cos t ^ p) (asin l)).
- unfold density0. field. apply wallis_nonzero.
- lra.
- intros t T. assert (S := sin_above_asin l t ltac:(lra) T). rewrite inside_beyond; [ring|].
  apply Rmult_le_reg_l with l; [lra|]. rewrite <- Rmult_assoc, Rinv_r; lra.
Qed.

Lemma half_duality p rho : (1 <= p)%nat -> 0 < rho ->
  half p (fun y => inside p (rho * y)) + half p (fun y => inside p (/ rho * y)) = 1.
Proof.
intros Hp H. destruct (Rle_lt_dec rho 1).
- rewrite half_up, half_down by lra || assumption. ring.
- assert (I := Rinv_0_lt_compat _ H). assert (L : / rho <= 1) by (rewrite <- Rinv_1;
  apply Rinv_le_contravar; lra).
  assert (E := half_down p (/ rho) Hp ltac:(lra)). rewrite Rinv_inv in E.
  rewrite E, half_up by lra || assumption.
  rewrite Rinv_inv. ring.
Qed.

Lemma S3_as_a_probability p rho : (1 <= p)%nat -> 0 < rho ->
  kappa p p rho PI = PI / 2 * half p (fun y => inside p (rho * y)).
Proof. intros Hp H. assert (E := half_duality p rho Hp H). rewrite kappa_PI by assumption. f_equal. lra. Qed.

Lemma S3_duality p rho : (1 <= p)%nat -> 0 < rho -> kappa p p rho PI + kappa p p (1 / rho) PI = PI / 2.
Proof.
intros Hp H. assert (I := Rinv_0_lt_compat _ H). unfold Rdiv at 1. rewrite Rmult_1_l.
rewrite (S3_as_a_probability p rho), (kappa_PI p (/ rho)), Rinv_inv by assumption. ring.
Qed.

Lemma S3_special_values p : (1 <= p)%nat -> kappa p p 1 PI = PI / 4 /\ kappa p p 1 0 = 3 * PI / 4.
Proof.
intros Hp. assert (E := S3_duality p 1 Hp ltac:(lra)). replace (1 / 1) with 1 in E by field.
assert (S := kappa_sum p p 1 0 Hp ltac:(lra)). rewrite Rminus_0_r in S. lra.
Qed.
