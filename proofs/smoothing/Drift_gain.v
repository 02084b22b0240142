(* Cutting a rising function off: what the cut at y has more than the cut at x, in both coordinates of a
   sphere.

   gentle f L    f rises, and at most with the slope L
   half p f      E f(|v|)                      polar p f     E f(R sin T), T uniform on [0, PI/2]
   cut f x       f (min z x)                   gain f x y    cut f y - cut f x

   Formalised: bounds of the mean gain by (f(y) - f(x)) P(c > x) and (f(y) - f(x)) P(c > y).
   Not formalised: nothing of these. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise
  smoothing.Drift_radial
  smoothing.Drift_cap.
Open Scope R_scope.

Definition gentle (f : R -> R) (L : R) : Prop := forall x y, x <= y -> 0 <= f y - f x <= L * (y - x).
Definition half (p : nat) (f : R -> R) : R := RInt (fun t => f (sin t) * cos t ^ p) 0 (PI / 2) / wallis p.
Definition polar (p : nat) (f : R -> R) : R :=
  RInt (fun t => radial p (fun R => f (R * sin t))) 0 (PI / 2) / (PI / 2).

Lemma gentle_cts f L : gentle f L -> cts f.
Proof.
intros G. apply (lipschitz_cts _ L). intros x y. destruct (Rle_lt_dec x y) as [H|H].
- assert (Q := G x y H). rewrite !Rabs_left1 by lra. lra.
- assert (Q := G y x (Rlt_le _ _ H)). rewrite !Rabs_right by lra. lra.
Qed.

Lemma gentle_cap f L x : 0 <= L -> gentle f L -> gentle (fun z => f (Rmin z x)) L.
Proof.
intros HL G a b H. unfold Rmin. destruct (Rle_dec a x), (Rle_dec b x); try (apply G; lra).
- assert (Q := G a x r). nra.
- exfalso. lra.
- assert (Q := G x x (Rle_refl x)). nra.
Qed.

Lemma cts_of_product f c : cts f -> cts (fun z => f (z * c)).
Proof. intros C z. apply (continuous_comp (fun z => z * c) f); [revert z; smooth|apply C]. Qed.

Lemma gentle_radial q f L : 0 <= L -> gentle f L -> gentle (fun a => radial q (fun R => f (R * a))) L.
Proof.
intros HL G a b H. assert (C := gentle_cts f L G).
assert (K : cts (fun _ : R => 1)) by (intros z; apply continuous_const). split.
- enough (radial q (fun R => f (R * a)) <= radial q (fun R => f (R * b))) by lra.
  apply radial_le; try now apply cts_of_product. intros R HR. assert (Q := G (R * a) (R * b) ltac:(nra)). lra.
- enough (Q : radial q (fun R => f (R * b)) <= radial q (fun R => 1 * f (R * a) + L * (b - a) * 1)).
  { rewrite radial_lin, radial_mass in Q by first [exact K|now apply cts_of_product]. lra. }
  apply radial_le; [now apply cts_of_product| |].
  + intros z. apply (continuous_plus (V:=R_NormedModule)); [|apply continuous_const].
    apply (continuous_mult (K:=R_AbsRing) (fun _ => 1)); [apply continuous_const|now apply cts_of_product].
  + intros R HR. assert (Q := G (R * a) (R * b) ltac:(nra)). assert (R * (b - a) <= b - a) by nra.
    assert (L * (R * (b - a)) <= L * (b - a)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Lemma cts_sin_comp f L : gentle f L -> cts (fun t => f (sin t)).
Proof.
intros G t. apply (continuous_comp sin f); [revert t; smooth|now apply (gentle_cts f L)].
Qed.

(* An integrand that vanishes before b0 and is at most, or at least, d after it. *)
Lemma step_above h w d b0 : cts h -> cts w -> 0 <= b0 <= PI / 2 -> (forall b, 0 < b < PI / 2 -> 0 <= w b) ->
  (forall b, 0 < b < b0 -> h b = 0) -> (forall b, b0 < b < PI / 2 -> h b <= d) ->
  RInt (fun b => h b * w b) 0 (PI / 2) <= d * RInt w b0 (PI / 2).
Proof.
intros C D B W Z U. assert (E : cts (fun b => h b * w b)).
{ intros b. apply (continuous_mult (K:=R_AbsRing)); auto. }
rewrite <- (int_chasles _ 0 b0 (PI / 2)) by exact E.
rewrite (int_ext _ (fun _ => 0) 0 b0) by (try lra; intros b Hb; rewrite Z; lra).
rewrite int_const, Rmult_0_r, Rplus_0_l, <- int_scal by exact D. apply int_le; [lra|exact E| |].
- intros b. apply (continuous_mult (K:=R_AbsRing) (fun _ => d)); [apply continuous_const|apply D].
- intros b Hb. apply Rmult_le_compat_r; [apply W; lra|now apply U].
Qed.

Lemma step_below h w d b0 : cts h -> cts w -> 0 <= b0 <= PI / 2 -> (forall b, 0 < b < PI / 2 -> 0 <= w b) ->
  (forall b, 0 < b < b0 -> 0 <= h b) -> (forall b, b0 < b < PI / 2 -> d <= h b) ->
  d * RInt w b0 (PI / 2) <= RInt (fun b => h b * w b) 0 (PI / 2).
Proof.
intros C D B W Z U. assert (E : cts (fun b => h b * w b)).
{ intros b. apply (continuous_mult (K:=R_AbsRing)); auto. }
rewrite <- (int_chasles _ 0 b0 (PI / 2)) by exact E. rewrite <- int_scal by exact D.
apply Rle_trans with (0 + RInt (fun x => d * w x) b0 (PI / 2)); [right; lra|].
apply Rplus_le_compat; [apply int_nonneg; [lra|exact E|]|apply int_le; [lra| |exact E|]].
- intros b Hb. apply Rmult_le_pos; [now apply Z|apply W; lra].
- intros b. apply (continuous_mult (K:=R_AbsRing) (fun _ => d)); [apply continuous_const|apply D].
- intros b Hb. apply Rmult_le_compat_r; [apply W; lra|now apply U].
Qed.

(* What the cut-off at y has more than that at x. *)
Definition gain (f : R -> R) (x y z : R) : R := f (Rmin z y) - f (Rmin z x).

Lemma gain_range f L x y z : 0 <= L -> gentle f L -> x <= y -> 0 <= gain f x y z <= f y - f x.
Proof.
intros HL G H. unfold gain, Rmin. destruct (Rle_dec z y), (Rle_dec z x).
- assert (Q := G x y H). lra.
- assert (Q := G x z ltac:(lra)). assert (T := G z y r). lra.
- exfalso. lra.
- assert (Q := G x y H). lra.
Qed.

Lemma gain_before f x y z : x <= y -> z <= x -> gain f x y z = 0.
Proof. intros H Z. unfold gain. rewrite !Rmin_left by lra. ring. Qed.

Lemma gain_after f x y z : x <= y -> y <= z -> gain f x y z = f y - f x.
Proof. intros H Z. unfold gain. rewrite !Rmin_right by lra. ring. Qed.

Lemma cts_gain f L x y : 0 <= L -> gentle f L -> cts (gain f x y).
Proof.
intros HL G z. apply (continuous_minus (V:=R_NormedModule) (fun z => f (Rmin z y)) (fun z => f (Rmin z x)));
apply (gentle_cts _ L); now apply gentle_cap.
Qed.

Lemma cts_sin_cts f : cts f -> cts (fun t => f (sin t)).
Proof. intros C t. apply (continuous_comp sin f); [revert t; smooth|apply C]. Qed.

Lemma sin_asin_unit x : 0 <= x <= 1 -> sin (asin x) = x.
Proof. intros H. apply sin_asin. lra. Qed.

Lemma asin_unit x : 0 <= x -> 0 <= asin x <= PI / 2.
Proof.
intros H. assert (A := asin_range x). split; [|lra]. rewrite <- asin_0. now apply asin_le.
Qed.

Lemma weight_nonneg m b : 0 < b < PI / 2 -> 0 <= INR (S m) * cos b ^ m * sin b.
Proof. intros H. left. now apply radial_weight. Qed.

Lemma weight_beyond m y : RInt (fun b => INR (S m) * cos b ^ m * sin b) (asin y) (PI / 2)
  = sqrt (1 - y ^ 2) ^ S m.
Proof.
rewrite (int_primitive (fun b => - cos b ^ S m)).
- rewrite cos_PI2, cos_asin_any, (pow_i (S m)) by lia.
  change (- 0 - - sqrt (1 - y ^ 2) ^ S m = sqrt (1 - y ^ 2) ^ S m). ring.
- intros b. auto_derive; [auto|]. simpl Init.Nat.pred.
  change (match m with O => 1 | S _ => INR m + 1 end) with (INR (S m)). ring.
- smooth.
Qed.

Lemma level_range x s : 0 < x -> 0 < x / Rmax x s <= 1.
Proof.
intros H. assert (M := Rmax_l x s). split; [apply Rdiv_lt_0_compat; lra|].
apply Rmult_le_reg_r with (Rmax x s); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma level_times x s : 0 < x -> x / Rmax x s * Rmax x s = x.
Proof. intros H. assert (M := Rmax_l x s). field. lra. Qed.

Lemma radial_gain_above m f L x y t : 0 <= L -> gentle f L -> 0 < x -> x <= y -> 0 <= sin t ->
  radial (S m) (fun R => gain f x y (R * sin t)) <= (f y - f x) * slant (S m) x t.
Proof.
intros HL G Hx H S. unfold slant. fold (ratio x t). rewrite <- weight_beyond.
assert (Lv := level_range x (sin t) Hx). assert (E := level_times x (sin t) Hx).
assert (M := Rmax_l x (sin t)). assert (M' := Rmax_r x (sin t)).
apply (step_above (fun b => gain f x y (sin b * sin t))).
- apply (cts_sin_cts (fun R => gain f x y (R * sin t))). now apply cts_of_product, (cts_gain f L).
- smooth.
- apply asin_unit. unfold ratio. lra.
- intros b Hb. now apply weight_nonneg.
- intros b Hb. apply gain_before; [exact H|].
  assert (sin b < ratio x t) by (apply sin_below_asin; exact Hb). unfold ratio in *.
  assert (0 < sin b) by (assert (A := asin_range (x / Rmax x (sin t))); apply sin_gt_0;
    assert (P := PI_RGT_0); lra).
  nra.
- intros b _. now apply (gain_range f L).
Qed.

Lemma radial_gain_below m f L x y t : 0 <= L -> gentle f L -> 0 < x -> x <= y -> 0 <= sin t ->
  (f y - f x) * slant (S m) y t <= radial (S m) (fun R => gain f x y (R * sin t)).
Proof.
intros HL G Hx H S. unfold slant. fold (ratio y t). rewrite <- weight_beyond.
assert (Lv := level_range y (sin t) ltac:(lra)). assert (E := level_times y (sin t) ltac:(lra)).
assert (M := Rmax_l y (sin t)). assert (M' := Rmax_r y (sin t)).
apply (step_below (fun b => gain f x y (sin b * sin t))).
- apply (cts_sin_cts (fun R => gain f x y (R * sin t))). now apply cts_of_product, (cts_gain f L).
- smooth.
- apply asin_unit. unfold ratio. lra.
- intros b Hb. now apply weight_nonneg.
- intros b _. now apply (gain_range f L).
- intros b Hb. right. symmetry. apply gain_after; [exact H|].
  assert (A := sin_above_asin (ratio y t) b ltac:(unfold ratio; lra) Hb). unfold ratio in A.
  assert (sin b <= 1) by apply SIN_bound. unfold Rmax in *. destruct (Rle_dec y (sin t)); [|nra].
  assert (0 < sin t) by lra. rewrite <- E. nra.
Qed.

Lemma half_gain_above p f L x y : 0 <= L -> gentle f L -> 0 < x -> x <= y -> x <= 1 ->
  half p (gain f x y) <= (f y - f x) * (1 - inside p x).
Proof.
intros HL G Hx H X. assert (Q := inside_diff p x 1).
rewrite (inside_beyond p 1), (asin_high 1) in Q by lra. rewrite Q.
unfold half, Rdiv. rewrite <- Rmult_assoc.
apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, wallis_pos|].
apply (step_above (fun t => gain f x y (sin t))).
- apply cts_sin_cts. now apply (cts_gain f L).
- apply cts_cos_pow.
- apply asin_unit. lra.
- intros b Hb. apply pow_le, cos_nonneg. lra.
- intros b Hb. apply gain_before; [exact H|]. left. now apply sin_below_asin.
- intros b _. now apply (gain_range f L).
Qed.

Lemma half_gain_below p f L x y : 0 <= L -> gentle f L -> 0 < x -> x <= y -> y <= 1 ->
  (f y - f x) * (1 - inside p y) <= half p (gain f x y).
Proof.
intros HL G Hx H Y. assert (Q := inside_diff p y 1).
rewrite (inside_beyond p 1), (asin_high 1) in Q by lra. rewrite Q.
unfold half, Rdiv. rewrite <- Rmult_assoc.
apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, wallis_pos|].
apply (step_below (fun t => gain f x y (sin t))).
- apply cts_sin_cts. now apply (cts_gain f L).
- apply cts_cos_pow.
- apply asin_unit. lra.
- intros b Hb. apply pow_le, cos_nonneg. lra.
- intros b _. now apply (gain_range f L).
- intros b Hb. right. symmetry. apply gain_after; [exact H|]. left. apply sin_above_asin; [lra|exact Hb].
Qed.

Lemma cts_radial_sin q f L : 0 <= L -> gentle f L -> cts (fun t => radial q (fun R => f (R * sin t))).
Proof.
intros HL G. apply (cts_sin_comp (fun a => radial q (fun R => f (R * a))) L). now apply gentle_radial.
Qed.

Lemma radial_minus q f g : cts f -> cts g -> radial q (fun R => f R - g R) = radial q f - radial q g.
Proof.
intros C D. rewrite (radial_eq q _ (fun R => 1 * f R + -1 * g R)) by (intros; ring).
rewrite radial_lin by assumption. ring.
Qed.

Lemma radial_gain_split q f L x y t : 0 <= L -> gentle f L ->
  radial q (fun R => gain f x y (R * sin t)) =
  radial q (fun R => f (Rmin (R * sin t) y)) - radial q (fun R => f (Rmin (R * sin t) x)).
Proof.
intros HL G. unfold gain.
apply (radial_minus q (fun R => f (Rmin (R * sin t) y)) (fun R => f (Rmin (R * sin t) x)));
[apply (cts_of_product (fun z => f (Rmin z y)))|apply (cts_of_product (fun z => f (Rmin z x)))];
apply (gentle_cts _ L); now apply gentle_cap.
Qed.

Definition cut (f : R -> R) (x z : R) : R := f (Rmin z x).

Lemma polar_gain q f L x y : 0 <= L -> gentle f L ->
  PI / 2 * (polar q (cut f y) - polar q (cut f x)) =
  RInt (fun t => radial q (fun R => gain f x y (R * sin t))) 0 (PI / 2).
Proof.
intros HL G. unfold polar. assert (P := PI_RGT_0).
rewrite (int_eq (fun t => radial q (fun R => gain f x y (R * sin t)))
  (fun t => radial q (fun R => cut f y (R * sin t)) - radial q (fun R => cut f x (R * sin t))))
  by (intros t; now apply (radial_gain_split q f L)).
rewrite int_minus by (apply (cts_radial_sin q _ L); [exact HL|now apply gentle_cap]). field. lra.
Qed.

Lemma half_gain p f L x y : 0 <= L -> gentle f L ->
  half p (cut f y) - half p (cut f x) = half p (gain f x y).
Proof.
intros HL G. unfold half. assert (C : forall z, cts (fun t => cut f z (sin t) * cos t ^ p)).
{ intros z. apply (cts_mean p (cut f z)). apply (gentle_cts _ L). now apply gentle_cap. }
rewrite (int_eq (fun t => gain f x y (sin t) * cos t ^ p)
  (fun t => cut f y (sin t) * cos t ^ p - cut f x (sin t) * cos t ^ p)) by (intros; unfold gain, cut; ring).
rewrite int_minus by apply C. field. apply wallis_nonzero.
Qed.

Lemma slant_0_before m x t : 0 < x -> 0 < t < asin x -> slant (S m) x t = 0.
Proof.
intros H Ht. assert (S := sin_below_asin x t Ht). unfold slant, ratio. rewrite Rmax_left by lra.
replace (1 - (x / x) ^ 2) with 0 by (field; lra). rewrite sqrt_0, pow_i by lia. reflexivity.
Qed.

Lemma slant_int m x : 0 < x < 1 -> RInt (slant (S m) x) 0 (PI / 2) = PI / 2 * (1 - inside (S m) x).
Proof.
intros H. assert (A := asin_unit x ltac:(lra)).
rewrite <- (int_chasles _ 0 (asin x)) by (apply cts_slant; lra).
rewrite (int_ext _ (fun _ => 0) 0 (asin x)), int_const by (try lra; intros t Ht; apply slant_0_before; lra).
assert (Q := cap_inside (S m) x H). unfold cap in Q. rewrite Q. lra.
Qed.
