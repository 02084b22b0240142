(* One law in two coordinates: R sin T, with the polar coordinates (R, T) of Drift_radial.v and q = p, is
   distributed as |v|.

   gentle, half, polar, cut, gain    as in Drift_gain.v

   Formalised: polar p f = half p f for gentle f and p >= 1. The proof cuts f off at x and lets x grow from 0
   to 1: both sides then gain between (f(y) - f(x)) P(c > y) and (f(y) - f(x)) P(c > x), which agree by
   Drift_cap.v.
   Not formalised: other f. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise
  smoothing.Drift_radial
  smoothing.Drift_cap.
From Lemmata Require Export smoothing.Drift_gain.
Open Scope R_scope.

Lemma polar_gain_bounds m f L x y : 0 <= L -> gentle f L -> 0 < x -> x <= y -> y < 1 ->
  (f y - f x) * (1 - inside (S m) y) <= polar (S m) (cut f y) - polar (S m) (cut f x)
  <= (f y - f x) * (1 - inside (S m) x).
Proof.
intros HL G Hx H Y. assert (P := PI_RGT_0). assert (E := polar_gain (S m) f L x y HL G).
assert (C : cts (fun t => radial (S m) (fun R => gain f x y (R * sin t)))).
{ intros t. eapply continuous_ext; [intros u; symmetry; now apply (radial_gain_split (S m) f L)|].
  apply (continuous_minus (V:=R_NormedModule) (fun u => radial (S m) (fun R => cut f y (R * sin u)))
    (fun u => radial (S m) (fun R => cut f x (R * sin u))));
  apply (cts_radial_sin (S m) _ L); [exact HL|now apply gentle_cap|exact HL|now apply gentle_cap]. }
assert (B : forall z, 0 < z < 1 -> RInt (fun t => (f y - f x) * slant (S m) z t) 0 (PI / 2) =
  PI / 2 * ((f y - f x) * (1 - inside (S m) z))).
{ intros z Z. rewrite int_scal, slant_int by (try apply cts_slant; lra). lra. }
assert (D : forall z, 0 < z -> cts (fun t => (f y - f x) * slant (S m) z t)).
{ intros z Z t. apply (continuous_mult (K:=R_AbsRing) (fun _ => f y - f x)); [apply continuous_const|].
  now apply cts_slant. }
split; apply Rmult_le_reg_l with (PI / 2); try lra; rewrite E, <- B by lra.
- apply int_le; [lra|apply D; lra|exact C|]. intros t Ht.
  apply (radial_gain_below m f L); try assumption. apply sin_ge_0; lra.
- apply int_le; [lra|exact C|apply D; lra|]. intros t Ht.
  apply (radial_gain_above m f L); try assumption. apply sin_ge_0; lra.
Qed.

Lemma half_mass p c : half p (fun _ => c) = c.
Proof. unfold half. rewrite int_scal by apply cts_cos_pow. fold (wallis p). field. apply wallis_nonzero. Qed.

Lemma half_le p f g : cts f -> cts g -> (forall y, 0 < y < 1 -> f y <= g y) -> half p f <= half p g.
Proof.
intros C D H. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, wallis_pos|]. assert (P := PI_RGT_0).
apply int_le; [lra|now apply (cts_mean p)|now apply (cts_mean p)|]. intros t Ht.
apply Rmult_le_compat_r; [apply pow_le, cos_nonneg; lra|]. apply H. split; [apply sin_gt_0; lra|].
rewrite <- sin_PI2. apply sin_increasing_1; lra.
Qed.

Lemma half_ext p f g : (forall y, 0 < y < 1 -> f y = g y) -> half p f = half p g.
Proof.
intros H. unfold half. f_equal. assert (P := PI_RGT_0). apply int_ext; [lra|]. intros t Ht.
rewrite H; [reflexivity|].
split; [apply sin_gt_0; lra|]. rewrite <- sin_PI2. apply sin_increasing_1; lra.
Qed.

Lemma half_gain_any p f L x y : 0 <= L -> gentle f L -> x <= y ->
  0 <= half p (cut f y) - half p (cut f x) <= f y - f x.
Proof.
intros HL G H. rewrite (half_gain p f L) by assumption. assert (C := cts_gain f L x y HL G).
rewrite <- (half_mass p 0) at 1. rewrite <- (half_mass p (f y - f x)).
split; apply half_le; try exact C; try (intros z; apply continuous_const); intros z _;
apply (gain_range f L); assumption.
Qed.

Lemma polar_gain_any q f L x y : 0 <= L -> gentle f L -> x <= y ->
  0 <= polar q (cut f y) - polar q (cut f x) <= f y - f x.
Proof.
intros HL G H. assert (P := PI_RGT_0). assert (E := polar_gain q f L x y HL G).
assert (C := cts_gain f L x y HL G). assert (K : forall c : R, cts (fun _ => c)) by (intros c z;
  apply continuous_const).
assert (D : cts (fun t => radial q (fun R => gain f x y (R * sin t)))).
{ intros t. eapply continuous_ext; [intros u; symmetry; now apply (radial_gain_split q f L)|].
  apply (continuous_minus (V:=R_NormedModule) (fun u => radial q (fun R => cut f y (R * sin u)))
    (fun u => radial q (fun R => cut f x (R * sin u))));
  apply (cts_radial_sin q _ L); [exact HL|now apply gentle_cap|exact HL|now apply gentle_cap]. }
assert (B : forall t, 0 <= radial q (fun R => gain f x y (R * sin t)) <= f y - f x).
{ intros t. rewrite <- (radial_const q 0) at 1. rewrite <- (radial_const q (f y - f x)).
  split; apply radial_le; try apply K; try now apply cts_of_product.
  - intros R _. now apply (gain_range f L).
  - intros R _. now apply (gain_range f L). }
split; apply Rmult_le_reg_l with (PI / 2); try lra; rewrite E.
- rewrite Rmult_0_r. apply int_nonneg; [lra|exact D|]. intros t _. apply B.
- replace (PI / 2 * (f y - f x)) with ((PI / 2 - 0) * (f y - f x)) by ring. rewrite <- int_const.
  apply int_le; [lra|exact D|apply K|]. intros t _. apply B.
Qed.

Lemma flat_derive (F : R -> R) C x : 0 <= C -> 0 < x < 1 ->
  (forall y z, 0 < y -> y <= z -> z < 1 -> Rabs (F z - F y) <= C * (z - y) ^ 2) -> is_derive F x 0.
Proof.
intros HC X H. apply is_derive_Reals. intros e He.
assert (Hd : 0 < Rmin (e / (C + 1)) (Rmin x (1 - x))).
{ repeat apply Rmin_glb_lt; try lra. apply Rdiv_lt_0_compat; lra. }
exists (mkposreal _ Hd). intros d Nd Sd. simpl in Sd.
assert (D1 := Rmin_l (e / (C + 1)) (Rmin x (1 - x))). assert (D2 := Rmin_r (e / (C + 1)) (Rmin x (1 - x))).
assert (D3 := Rmin_l x (1 - x)). assert (D4 := Rmin_r x (1 - x)).
assert (A := Rabs_def2 d _ (Rlt_le_trans _ _ _ Sd (Rle_trans _ _ _ D2 D3))).
assert (A' := Rabs_def2 d _ (Rlt_le_trans _ _ _ Sd (Rle_trans _ _ _ D2 D4))).
assert (B : Rabs (F (x + d) - F x) <= C * (Rabs d * Rabs d)).
{ rewrite <- Rabs_mult, (Rabs_right (d * d)) by nra. replace (d * d) with (d ^ 2) by ring.
  destruct (Rle_lt_dec 0 d) as [S|S].
  - assert (Q := H x (x + d) ltac:(lra) ltac:(lra) ltac:(lra)). replace (x + d - x) with d in Q by ring.
    exact Q.
  - assert (Q := H (x + d) x ltac:(lra) ltac:(lra) ltac:(lra)). rewrite Rabs_minus_sym.
    replace ((x - (x + d)) ^ 2) with (d ^ 2) in Q by ring. exact Q. }
assert (P := Rabs_pos_lt d Nd). rewrite Rminus_0_r. unfold Rdiv. rewrite Rabs_mult, Rabs_inv.
apply Rmult_lt_reg_r with (Rabs d); [exact P|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
apply Rle_lt_trans with (1 := B). assert (S : Rabs d < e / (C + 1)) by lra.
apply Rmult_lt_compat_l with (r := C + 1) in S; [|lra].
replace ((C + 1) * (e / (C + 1))) with e in S by (field; lra). nra.
Qed.

(* How much polar has over half when f is cut off at x. *)
Definition surplus (p : nat) (f : R -> R) (x : R) : R := polar p (cut f x) - half p (cut f x).

Lemma surplus_flat m f L x y : 0 <= L -> gentle f L -> 0 < x -> x <= y -> y < 1 ->
  Rabs (surplus (S m) f y - surplus (S m) f x) <= L * density0 (S m) * (y - x) ^ 2.
Proof.
intros HL G Hx H Y. assert (A := polar_gain_bounds m f L x y HL G Hx H Y).
assert (B := half_gain_above (S m) f L x y HL G Hx H ltac:(lra)).
assert (C := half_gain_below (S m) f L x y HL G Hx H ltac:(lra)).
rewrite <- (half_gain (S m) f L x y HL G) in B, C.
assert (D := inside_rise (S m) x y ltac:(lia) H). assert (E := G x y H). unfold surplus.
assert (M : (f y - f x) * (inside (S m) y - inside (S m) x) <= L * (y - x) * (density0 (S m) * (y - x)))
  by (apply Rmult_le_compat; lra).
apply Rabs_le. replace (L * density0 (S m) * (y - x) ^ 2) with (L * (y - x) * (density0 (S m) * (y - x)))
  by ring.
lra.
Qed.

Lemma cts_surplus p f L : 0 <= L -> gentle f L -> cts (surplus p f).
Proof.
intros HL G. assert (H : forall x y, x <= y -> Rabs (surplus p f y - surplus p f x) <= L * (y - x)).
{ intros x y H. assert (A := half_gain_any p f L x y HL G H). assert (B := polar_gain_any p f L x y HL G H).
  assert (E := G x y H). unfold surplus. apply Rabs_le. lra. }
apply (lipschitz_cts _ L). intros x y. destruct (Rle_lt_dec x y) as [D|D].
- rewrite Rabs_minus_sym, (Rabs_minus_sym x), (Rabs_right (y - x)) by lra. now apply H.
- rewrite (Rabs_right (x - y)) by lra. apply H. lra.
Qed.

Lemma surplus_0 p f : surplus p f 0 = 0.
Proof.
unfold surplus. assert (P := PI_RGT_0). unfold polar.
rewrite (int_ext _ (fun _ => f 0)), int_const; [|lra|].
- rewrite (half_ext p _ (fun _ => f 0)), half_mass by (intros y Hy; unfold cut;
  now rewrite Rmin_right by lra).
  field. lra.
- intros t Ht. rewrite <- (radial_const p (f 0)). apply radial_ext. intros R HR. unfold cut.
  assert (0 < sin t) by (apply sin_gt_0; lra). now rewrite Rmin_right by nra.
Qed.

Lemma surplus_1 p f : surplus p f 1 = polar p f - half p f.
Proof.
unfold surplus. assert (P := PI_RGT_0). f_equal.
- unfold polar. f_equal. apply int_ext; [lra|]. intros t Ht. apply radial_ext. intros R HR. unfold cut.
  assert (Q := SIN_bound t). assert (0 < sin t) by (apply sin_gt_0; lra). now rewrite Rmin_left by nra.
- apply half_ext. intros y Hy. unfold cut. now rewrite Rmin_left by lra.
Qed.

Lemma polar_half m f L : 0 <= L -> gentle f L -> polar (S m) f = half (S m) f.
Proof.
intros HL G. assert (D : 0 < density0 (S m)) by apply Rinv_0_lt_compat, wallis_pos.
assert (E := int_primitive_open (surplus (S m) f) (fun _ => 0) 0 1 ltac:(lra)
  (fun x => continuous_const 0 x) (cts_surplus (S m) f L HL G)).
rewrite int_const, surplus_0, surplus_1 in E.
assert (Z : (1 - 0) * 0 = polar (S m) f - half (S m) f - 0); [|lra]. apply E. intros x X.
apply (flat_derive _ (L * density0 (S m))); [nra|exact X|]. intros y z Y H Z. now apply surplus_flat.
Qed.
