(* P(rho |v| < R sin phi) as the mean over v of the chance that R survives: the first form of kappa' in
   smoothing.Drift/S2, and the bound inside (0, PI) of S4.

   survival      sqrt (1 - (y/l)^2) ^ q = (1 - y^2/l^2)_+^(q/2) = P(R l > |y|), q >= 1, q/2 = m = (n-2)/2: the
                 root of a negative number is 0 in Coq

   Formalised: kappa' = -E (1 - rho^2 v^2 / sin^2 phi)_+^m for m > 0; 0 <= kappa(PI-phi) - phi <= ... cot phi.
   Not formalised: nothing of these (m = 0 is the case q = 0 of `held`). *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise smoothing.Drift
  smoothing.Drift_cap smoothing.Drift_noise smoothing.Drift_sphere smoothing.Drift_duality
  smoothing.Drift_bounds.
Open Scope R_scope.

Definition survival (q : nat) (l y : R) : R := sqrt (1 - (y / l) ^ 2) ^ q.

Lemma cts_survival q l : cts (survival q l).
Proof.
intros y. apply (continuous_comp (fun y => 1 - (y / l) ^ 2) (fun z => sqrt z ^ q)); [|apply cts_sqrt_pow].
apply (ex_derive_continuous (V:=R_NormedModule)). unfold Rdiv. auto_derive. auto.
Qed.

Lemma survival_range q l y : 0 <= survival q l y <= 1.
Proof.
unfold survival. assert (A := sqrt_pos (1 - (y / l) ^ 2)). assert (Z := pow2_ge_0 (y / l)).
assert (B := sqrt_le_1_alt (1 - (y / l) ^ 2) 1 ltac:(lra)). rewrite sqrt_1 in B.
split; [now apply pow_le|]. assert (C := pow_incr _ 1 q (conj A B)). now rewrite pow1 in C.
Qed.

Lemma survival_beyond m l y : 0 < l <= y -> survival (S m) l y = 0.
Proof.
intros H. unfold survival. rewrite sqrt_neg_0, pow_i; [reflexivity|lia|].
assert (1 <= y / l); [|simpl; nra]. apply Rmult_le_reg_r with l; [lra|].
unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

(* The primitive of A(l sin b) against the law of R. *)
Lemma radial_parts_derive m p l b : (1 <= p)%nat -> 0 < l -> 0 < b < PI / 2 -> l * sin b < 1 ->
  is_derive (fun b => density0 p * part p (survival (S m) l) (l * sin b)
    - cos b ^ S m * inside p (l * sin b)) b
    (inside p (l * sin b) * (INR (S m) * cos b ^ m * sin b)).
Proof.
intros Hp L B X. assert (S0 : 0 < sin b) by (apply sin_gt_0; lra).
assert (C0 : 0 < cos b) by (apply cos_gt_0; lra).
assert (X0 : 0 < l * sin b) by nra.
assert (Hl : is_derive (fun b => l * sin b) b (l * cos b)) by (auto_derive; [auto|ring]).
assert (Hc : is_derive (fun b => cos b ^ S m) b (- (INR (S m) * cos b ^ m * sin b))).
{ auto_derive; [auto|]. simpl Init.Nat.pred.
  change (match m with O => 1 | S _ => INR m + 1 end) with (INR (S m)). ring. }
assert (D1 := is_derive_comp (inside p) (fun b => l * sin b) b _ _ (S1_density p (l * sin b) Hp ltac:(lra))
  Hl).
assert (D2 := is_derive_mult _ _ b _ _ Hc D1 Rmult_comm).
assert (D3 := is_derive_comp (part p (survival (S m) l)) (fun b => l * sin b) b _ _
  (part_derive p _ (l * sin b) Hp (cts_survival (S m) l) ltac:(lra)) Hl).
assert (D4 := is_derive_scal _ b (density0 p) _ D3).
assert (D5 := is_derive_minus (V:=R_NormedModule) _ _ b _ _ D4 D2).
replace (inside p (l * sin b) * (INR (S m) * cos b ^ m * sin b)) with (minus
  (density0 p * scal (l * cos b) (survival (S m) l (l * sin b) * sqrt (1 - (l * sin b) ^ 2) ^ (p - 1)))
  (plus (mult (- (INR (S m) * cos b ^ m * sin b)) (inside p (l * sin b)))
    (mult (cos b ^ S m) (scal (l * cos b) (density0 p * sqrt (1 - (l * sin b) ^ 2) ^ (p - 1))))));
      [exact D5|].
replace (survival (S m) l (l * sin b)) with (cos b ^ S m).
- unfold minus, plus, opp, scal, mult; simpl; unfold mult; simpl. ring.
- unfold survival. replace (l * sin b / l) with (sin b) by (field; lra).
  replace (1 - sin b ^ 2) with (cos b ^ 2) by (assert (Q := sin2_cos2 b); unfold Rsqr in Q; simpl; lra).
  now rewrite sqrt_pow2 by lra.
Qed.

Lemma half_part p h : cts h -> half p h = density0 p * part p h 1.
Proof. intros C. unfold half, part, density0. rewrite asin_high by lra. field. apply wallis_nonzero. Qed.

Lemma part_end m p l : 0 < l <= 1 -> part p (survival (S m) l) l = part p (survival (S m) l) 1.
Proof.
intros L. unfold part. rewrite (asin_high 1) by lra. assert (A := asin_unit l ltac:(lra)).
rewrite <- (int_chasles _ 0 (asin l) (PI / 2)) by (apply cts_mean, cts_survival).
rewrite (int_ext _ (fun _ => 0) (asin l)), int_const; [lra|lra|].
intros t T. assert (S := sin_above_asin l t ltac:(lra) T). rewrite survival_beyond; lra.
Qed.

Lemma radial_survival m p l : (1 <= p)%nat -> 0 < l ->
  radial (S m) (fun R => inside p (R * l)) = half p (survival (S m) l).
Proof.
intros Hp L. assert (I := Rinv_0_lt_compat _ L). set (b0 := asin (/ l)).
assert (B0 : 0 <= b0 <= PI / 2) by (apply asin_unit; lra). assert (P := PI_RGT_0).
set (F := fun b => density0 p * part p (survival (S m) l) (l * sin b) - cos b ^ S m * inside p (l * sin b)).
set (f := fun b => inside p (l * sin b) * (INR (S m) * cos b ^ m * sin b)).
assert (Cf : cts f) by (apply (cts_radial m (fun y => inside p (l * y))); now apply cts_inside_scaled).
assert (CF : cts F).
{ intros b. apply (continuous_minus (V:=R_NormedModule) (fun b => density0 p * part p (survival (S m) l)
  (l * sin b))).
  - apply (continuous_mult (K:=R_AbsRing) (fun _ => density0 p)); [apply continuous_const|].
    apply (cts_sin_cts (fun y => part p (survival (S m) l) (l * y))). intros y.
    apply (continuous_comp (fun y => l * y) (part p (survival (S m) l))); [revert y; smooth|].
    apply cts_part; [exact Hp|apply cts_survival|]. intros z. assert (Q := survival_range (S m) l z). lra.
  - apply (continuous_mult (K:=R_AbsRing) (fun b => cos b ^ S m)); [apply cts_cos_pow|].
    apply (cts_sin_cts (fun y => inside p (l * y))). now apply cts_inside_scaled. }
transitivity (RInt f 0 (PI / 2)); [apply int_eq; intros b; unfold f;
  now rewrite Rmult_comm with (r1 := sin b)|].
rewrite <- (int_chasles f 0 b0) by exact Cf.
rewrite (int_primitive_open F f 0 b0); [|lra|exact Cf|exact CF|].
- rewrite (int_ext f (fun b => INR (S m) * cos b ^ m * sin b) b0); [|lra|].
  + unfold b0 at 2. rewrite weight_beyond. rewrite half_part by apply cts_survival. unfold F.
    rewrite sin_0, Rmult_0_r, inside_0. unfold part at 2. rewrite asin_0, int_point. unfold b0.
    rewrite cos_asin_any. destruct (Rle_lt_dec l 1) as [G|G].
    * assert (1 <= / l) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
      rewrite (asin_high (/ l)), sin_PI2, Rmult_1_r, part_end by lra.
      rewrite (sqrt_neg_0 (1 - (/ l) ^ 2)), !pow_i by (lia || nra). lra.
    * assert (/ l < 1) by (rewrite <- Rinv_1; apply Rinv_lt_contravar; lra).
      rewrite sin_asin, Rinv_r, inside_beyond by lra. lra.
  + intros b Hb. unfold f. rewrite inside_beyond; [ring|].
    assert (S := sin_above_asin (/ l) b ltac:(lra) Hb).
    apply Rmult_lt_compat_l with (r := l) in S; [|exact L].
    rewrite Rinv_r in S; lra.
- intros b Hb. assert (S := sin_below_asin (/ l) b Hb).
  apply Rmult_lt_compat_l with (r := l) in S; [|exact L]. rewrite Rinv_r in S by lra. unfold F, f.
  exact (radial_parts_derive m p l b Hp L ltac:(lra) S).
Qed.

Lemma mean_even p f : cts f -> (forall y, f (- y) = f y) -> mean p f = half p f.
Proof.
intros C E. rewrite mean_split by exact C. unfold half.
rewrite (int_eq (fun t => f (- sin t) * cos t ^ p) (fun t => f (sin t) * cos t ^ p)) by (intros;
  now rewrite E).
field. apply wallis_nonzero.
Qed.

Lemma held_survival p m rho t : (1 <= p)%nat -> 0 < rho -> 0 < sin t ->
  held p (S m) rho t = half p (survival (S m) (sin t / rho)).
Proof. intros Hp H S. rewrite held_at by exact H.
apply radial_survival; [exact Hp|now apply Rdiv_lt_0_compat]. Qed.

Lemma S2_derivative_as_survival p q rho phi : (1 <= p)%nat -> (1 <= q)%nat -> 0 < rho -> 0 < phi < PI ->
  is_derive (kappa p q rho) phi (- mean p (fun v => sqrt (1 - (rho * v / sin phi) ^ 2) ^ q)).
Proof.
intros Hp Hq H F. assert (S := sin_gt_0 phi ltac:(lra) ltac:(lra)). destruct q as [|m]; [lia|].
replace (mean p (fun v => sqrt (1 - (rho * v / sin phi) ^ 2) ^ Datatypes.S m)) with
  (held p (Datatypes.S m) rho phi); [now apply kappa_derive|].
rewrite held_survival, <- mean_even by (try assumption; try apply cts_survival;
  intros y; unfold survival; do 2 f_equal; unfold Rdiv; ring).
unfold mean. f_equal. apply int_eq. intros t. unfold survival. do 4 f_equal. field. lra.
Qed.

(* (1 - z)^(p/2) >= 1 - (p/2) z, p >= 2. *)
Lemma bernoulli n c : 0 <= c <= 1 -> 1 - INR (n + 2) / 2 * (1 - c ^ 2) <= c ^ (n + 2).
Proof.
intros H. enough (G : 1 - INR (n + 2) / 2 * (1 - c ^ 2) <= c ^ (n + 2) /\
  1 - INR (n + 3) / 2 * (1 - c ^ 2) <= c ^ (n + 3)) by apply G.
induction n as [|n [A B]].
- split; [simpl; lra|]. assert (Q := pow2_ge_0 (c - 1)). simpl in *. nra.
- replace (S n + 2)%nat with (n + 3)%nat by lia. split; [exact B|].
  replace (S n + 3)%nat with (S (S (n + 2))) by lia. rewrite !S_INR.
  replace (c ^ S (S (n + 2))) with (c ^ 2 * c ^ (n + 2)) by (simpl; ring).
  assert (N := pos_INR (n + 2)). assert (0 <= c ^ 2 <= 1) by (split; simpl; nra).
  apply Rmult_le_compat_l with (r := c ^ 2) in A; [|lra]. set (z := c ^ 2) in *.
  assert (0 <= INR (n + 2) / 2 * (1 - z) * (1 - z)) by (repeat apply Rmult_le_pos; lra). lra.
Qed.

Lemma survival_lower p l y : (2 <= p)%nat -> 0 < l -> 0 <= y ->
  1 - INR p / 2 / l ^ 2 * y ^ 2 <= survival p l y.
Proof.
intros Hp L Y. assert (Q : 0 <= (y / l) ^ 2) by apply pow2_ge_0. replace p with (p - 2 + 2)%nat by lia.
set (n := (p - 2)%nat). replace (INR (n + 2) / 2 / l ^ 2 * y ^ 2) with (INR (n + 2) / 2 * (y / l) ^ 2)
  by (field; lra).
destruct (Rle_lt_dec ((y / l) ^ 2) 1) as [G|G].
- assert (B := bernoulli n (sqrt (1 - (y / l) ^ 2))). rewrite pow2_sqrt in B by lra.
  replace (1 - (1 - (y / l) ^ 2)) with ((y / l) ^ 2) in B by ring. apply B. split; [apply sqrt_pos|].
  assert (M := sqrt_le_1_alt (1 - (y / l) ^ 2) 1 ltac:(lra)). now rewrite sqrt_1 in M.
- assert (S := survival_range (n + 2) l y). assert (N := pos_INR n). rewrite plus_INR in *.
  simpl (INR 2) in *. nra.
Qed.

Lemma half_square p : half p (fun y => y ^ 2) = / INR (p + 2).
Proof. rewrite <- S1_mean_square. symmetry. apply mean_even; [smooth|intros; ring]. Qed.

Lemma thrown_upper p rho t : (2 <= p)%nat -> 0 < rho -> 0 < sin t ->
  thrown p p rho t <= INR p * rho ^ 2 / (2 * INR (p + 2)) * / sin t ^ 2.
Proof.
intros Hp H S. rewrite thrown_held by (lia || assumption). destruct p as [|m]; [lia|].
rewrite held_survival by (lia || assumption). set (l := sin t / rho).
assert (L : 0 < l) by now apply Rdiv_lt_0_compat.
assert (Q : half (Datatypes.S m) (fun y => 1 * 1 + - (INR (Datatypes.S m) / 2 / l ^ 2) * y ^ 2) <=
  half (Datatypes.S m) (survival (Datatypes.S m) l)).
{ apply half_le; [smooth|apply cts_survival|]. intros y Y.
  assert (B := survival_lower (Datatypes.S m) l y Hp L ltac:(lra)). lra. }
assert (E := half_lin (Datatypes.S m) 1 (fun _ => 1) (- (INR (Datatypes.S m) / 2 / l ^ 2)) (fun y => y ^ 2)
  ltac:(smooth) ltac:(smooth)). rewrite E, half_mass, half_square in Q.
replace (INR (Datatypes.S m) * rho ^ 2 / (2 * INR (Datatypes.S m + 2)) * / sin t ^ 2) with
  (INR (Datatypes.S m) / 2 / l ^ 2 * / INR (Datatypes.S m + 2)); [lra|].
unfold l. field. assert (0 < INR (Datatypes.S m + 2)) by (apply lt_0_INR; lia). repeat split; lra.
Qed.

Lemma int_cot phi : 0 < phi <= PI / 2 -> is_RInt (fun t => / sin t ^ 2) phi (PI / 2) (cos phi / sin phi).
Proof.
intros F. assert (P := PI_RGT_0). assert (S : forall t, phi <= t <= PI / 2 -> 0 < sin t) by (intros;
  apply sin_gt_0; lra).
replace (cos phi / sin phi) with (minus (- (cos (PI / 2) / sin (PI / 2))) (- (cos phi / sin phi)))
  by (rewrite cos_PI2, sin_PI2; unfold minus, plus, opp; simpl; lra).
apply (is_RInt_derive (V:=R_CompleteNormedModule) (fun t => - (cos t / sin t)));
rewrite Rmin_left, Rmax_right by lra; intros t T; specialize (S t T).
- auto_derive; [lra|]. assert (Q := sin2_cos2 t). unfold Rsqr in Q.
  transitivity ((sin t * sin t + cos t * cos t) / sin t ^ 2); [field; lra|rewrite Q; field; lra].
- apply (ex_derive_continuous (V:=R_NormedModule)). auto_derive. simpl in *. nra.
Qed.

Lemma S4_inside p rho phi : (2 <= p)%nat -> 0 < rho -> 0 < phi <= PI / 2 ->
  0 <= kappa p p rho (PI - phi) - phi <= INR p * rho ^ 2 / (2 * INR (p + 2)) * (cos phi / sin phi).
Proof.
intros Hp H F. assert (P := PI_RGT_0). rewrite S1_mean_over_one_variable by (lia || lra).
assert (C := cts_thrown p p rho ltac:(lia) H).
replace (phi + RInt (thrown p p rho) phi (PI / 2) - phi) with (RInt (thrown p p rho) phi (PI / 2)) by lra.
split.
- apply int_nonneg; [lra|exact C|]. intros t T. apply thrown_nonneg; [lia|exact H|apply sin_ge_0; lra].
- set (k := INR p * rho ^ 2 / (2 * INR (p + 2))).
  assert (I := is_RInt_scal (V:=R_NormedModule) _ _ _ k _ (int_cot phi F)).
  apply (is_RInt_le (thrown p p rho) (fun t => k * / sin t ^ 2) phi (PI / 2)); [lra| |exact I|].
  + apply (RInt_correct (V:=R_CompleteNormedModule)). now apply int_ex.
  + intros t T. apply thrown_upper; [exact Hp|exact H|apply sin_gt_0; lra].
Qed.
