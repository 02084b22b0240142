(* How kappa depends on the size of the noise (smoothing.Drift/S5) and its bounds for large noise (S4).

   isotropic p   g0 = (2p/PI) W_(p-1)^2, which is (p/2) (Gamma(p/2) / Gamma((p+1)/2))^2; here as W_(p-1) / W_p
   c0 p          p g0 / (p+1)

   Formalised: all of S5, for NETWORK and ANGLE; the upper bounds of S4 for large noise, NETWORK and ANGLE.
   Not formalised: here the rest of S4 (see Drift_bounds.v, Drift_survival.v, Drift_small.v). *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise
  smoothing.Drift.
Open Scope R_scope.

Definition isotropic (p : nat) : R := wallis (p - 1) / wallis p.
Definition c0 (p : nat) : R := INR p * isotropic p / INR (p + 1).

Lemma radial_lt_near q f g r : (1 <= q)%nat -> 0 < r -> cts f -> cts g ->
  (forall R, 0 < R <= 1 -> f R <= g R) -> (forall R, 0 < R < r -> f R < g R) -> radial q f < radial q g.
Proof.
intros Hq Hr C D H S. destruct q as [|m]; [lia|]. assert (P := PI_RGT_0). assert (A := asin_range r).
apply int_lt_left with (asin r); [split; [now apply asin_pos|lra]|now apply cts_radial|now apply
  cts_radial| |].
- intros b Hb. apply Rmult_le_compat_r; [left; now apply radial_weight|].
  apply H. split; [apply sin_gt_0; lra|apply SIN_bound].
- intros b Hb. apply Rmult_lt_compat_r; [apply radial_weight; lra|].
  apply S. split; [apply sin_gt_0; lra|now apply sin_below_asin].
Qed.

Lemma ratio_lt_1 x y : 0 < y -> x < y -> x / y < 1.
Proof. intros H L. apply Rmult_lt_reg_r with y; [exact H|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma ratio_le x y z : 0 <= x -> 0 < y -> y <= z -> x / z <= x / y.
Proof. intros H L M. apply Rmult_le_compat_l; [exact H|]. now apply Rinv_le_contravar. Qed.

Lemma ratio_lt x y z : 0 < x -> 0 < y -> y < z -> x / z < x / y.
Proof. intros H L M. apply Rmult_lt_compat_l; [exact H|]. apply Rinv_lt_contravar; [nra|exact M]. Qed.

Lemma held_le_noise p q rho1 rho2 t : (1 <= p)%nat -> 0 < rho1 -> rho1 <= rho2 -> 0 <= sin t ->
  held p q rho2 t <= held p q rho1 t.
Proof.
intros Hp H L S. rewrite !held_at by lra. apply radial_le; try now apply cts_inside_lin.
intros R HR. apply inside_le. apply Rmult_le_compat_l; [lra|]. now apply ratio_le.
Qed.

Lemma held_lt_noise p q rho1 rho2 t : (1 <= p)%nat -> 0 < rho1 -> rho1 < rho2 -> 0 < sin t ->
  (q = O -> sin t < rho2) -> held p q rho2 t < held p q rho1 t.
Proof.
intros Hp H L S Z. rewrite !held_at by lra.
assert (I : forall R, 0 < R -> R * sin t < rho2 ->
  inside p (R * (sin t / rho2)) < inside p (R * (sin t / rho1))).
{ intros R HR B. assert (Q := ratio_lt (R * sin t) rho1 rho2 ltac:(nra) H L).
  assert (T := ratio_lt_1 (R * sin t) rho2 ltac:(lra) B). unfold Rdiv in *. rewrite <- !Rmult_assoc.
  assert (0 < R * sin t * / rho2) by (apply Rmult_lt_0_compat; [nra|apply Rinv_0_lt_compat; lra]).
  destruct (Rle_lt_dec 1 (R * sin t * / rho1)) as [G|G]; [|apply inside_lt; lra].
  rewrite (inside_beyond p (R * sin t * / rho1)), <- (inside_beyond p 1) by lra. apply inside_lt; lra. }
destruct q as [|m]; [simpl; apply I; [lra|rewrite Rmult_1_l; now apply Z]|].
apply radial_lt_near with rho2; [lia|lra|now apply cts_inside_lin|now apply cts_inside_lin| |].
- intros R HR. apply inside_le. apply Rmult_le_compat_l; [lra|]. left. now apply ratio_lt.
- intros R HR. apply I; [lra|]. assert (sin t <= 1) by apply SIN_bound. nra.
Qed.

(* held < 1: the noise throws something over. *)
Lemma held_lt_1 p q rho t : (1 <= p)%nat -> 0 < rho -> 0 < sin t -> (q = O -> sin t < rho)
  -> held p q rho t < 1.
Proof.
intros Hp H S Z. assert (B := held_bounds p q (rho / 2) t Hp ltac:(lra) ltac:(lra)).
assert (Q := held_lt_noise p q (rho / 2) rho t Hp ltac:(lra) ltac:(lra) S Z). lra.
Qed.

(* |kappa - PI/2| as an integral over angles up to PI/2. *)
Definition smaller (phi : R) : R := Rmin phi (PI - phi).

Lemma smaller_range phi : 0 <= phi <= PI -> 0 <= smaller phi <= PI / 2 /\ Rabs (cos phi)
  = cos (smaller phi) /\
  sin (smaller phi) = sin phi.
Proof.
intros F. unfold smaller. assert (P := PI_RGT_0). destruct (Rle_lt_dec phi (PI / 2)).
- rewrite Rmin_left by lra. split; [lra|]. split; [|reflexivity]. apply Rabs_right, Rle_ge, cos_ge_0; lra.
- rewrite Rmin_right by lra. split; [lra|]. split; [|apply sin_PI_x].
  rewrite <- Rabs_Ropp, <- Rtrigo_facts.cos_pi_minus. apply Rabs_right, Rle_ge, cos_ge_0; lra.
Qed.

Lemma distance p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI ->
  Rabs (kappa p q rho phi - PI / 2) = RInt (held p q rho) (smaller phi) (PI / 2).
Proof.
intros Hp H F. assert (S := kappa_sum p q rho phi Hp H). unfold smaller. destruct (Rle_lt_dec phi (PI / 2)).
- rewrite Rmin_left by lra. assert (U := kappa_upper_half p q rho phi Hp H ltac:(lra)).
  assert (E := kappa_diff p q rho phi (PI / 2) Hp H). rewrite kappa_middle in E by assumption.
  rewrite Rabs_right; lra.
- rewrite Rmin_right by lra. assert (U := kappa_upper_half p q rho (PI - phi) Hp H ltac:(lra)).
  assert (E := kappa_diff p q rho (PI - phi) (PI / 2) Hp H). rewrite kappa_middle in E by assumption.
  rewrite Rabs_left1; lra.
Qed.

Lemma distance_0 p q phi : 0 <= phi <= PI -> Rabs (kappa p q 0 phi - PI / 2) = PI / 2 - smaller phi.
Proof.
intros F. rewrite kappa_0 by exact F. unfold smaller. destruct (Rle_lt_dec phi (PI / 2)).
- rewrite Rmin_left, Rabs_right; lra.
- rewrite Rmin_right, Rabs_left1; lra.
Qed.

Lemma distance_max p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI ->
  Rabs (kappa p q rho phi - PI / 2) <= PI / 2 - smaller phi.
Proof.
intros Hp H F. assert (Z := S2_between p q rho phi Hp ltac:(lra) F). revert Z. unfold smaller.
destruct (Rle_lt_dec phi (PI / 2)).
- rewrite (Rmin_left phi), Rmin_right, Rmax_left by lra. intros Z. rewrite Rabs_right; lra.
- rewrite (Rmin_right phi), Rmin_left, Rmax_right by lra. intros Z. rewrite Rabs_left1; lra.
Qed.

Lemma sin_of_inner x t : 0 <= x -> x < t < PI / 2 -> 0 < sin t.
Proof. intros H T. assert (P := PI_RGT_0). apply sin_gt_0; lra. Qed.

Lemma S5_distance_does_not_increase p q rho1 rho2 phi : (1 <= p)%nat -> 0 <= rho1 -> rho1 <= rho2 ->
  0 <= phi <= PI -> Rabs (kappa p q rho2 phi - PI / 2) <= Rabs (kappa p q rho1 phi - PI / 2).
Proof.
intros Hp H L F. destruct (smaller_range phi F) as [M _]. destruct (Req_dec rho1 0) as [->|N].
- rewrite distance_0 by exact F. destruct (Req_dec rho2 0) as [->|N]; [rewrite distance_0; lra|].
  apply distance_max; [exact Hp|lra|exact F].
- rewrite !distance by (try exact Hp; lra).
  apply int_le; [lra|apply cts_held; [exact Hp|lra]|apply cts_held; [exact Hp|lra]|].
  intros t Ht. assert (S := sin_of_inner _ t (proj1 M) Ht). apply held_le_noise; [exact Hp|lra|lra|lra].
Qed.

(* In the exceptional case q = 0 (ANGLE, p = 2) the strict part starts at sin phi. *)
Lemma split_point q rho phi : 0 <= phi <= PI -> phi <> PI / 2 -> 0 < rho -> (q = O -> sin phi < rho) ->
  exists c, smaller phi < c <= PI / 2 /\ forall t, smaller phi < t < c -> q = O -> sin t < rho.
Proof.
intros F N H Z. destruct (smaller_range phi F) as [M [_ S]].
assert (M' : smaller phi < PI / 2).
{ unfold smaller in *. destruct (Rle_lt_dec phi (PI / 2)); [rewrite Rmin_left|rewrite Rmin_right]; lra. }
destruct q as [|m]; [|exists (PI / 2); split; [lra|discriminate]].
exists (asin rho). assert (A := asin_range rho). split.
- split; [|lra]. rewrite <- (asin_sin (smaller phi)) by lra. rewrite S. assert (V := Z eq_refl).
  assert (0 <= sin phi) by (apply sin_ge_0; lra). destruct (Rle_lt_dec 1 rho) as [G|G].
  + rewrite (asin_high rho) by exact G. rewrite <- S, asin_sin; lra.
  + apply asin_lt; lra.
- intros t Ht _. apply sin_below_asin. lra.
Qed.

Lemma S5_distance_decreases p q rho1 rho2 phi : (1 <= p)%nat -> 0 <= rho1 -> rho1 < rho2 -> 0 <= phi <= PI ->
  phi <> PI / 2 -> (q = O -> sin phi < rho2) ->
  Rabs (kappa p q rho2 phi - PI / 2) < Rabs (kappa p q rho1 phi - PI / 2).
Proof.
intros Hp H L F N Z. destruct (smaller_range phi F) as [M _].
destruct (split_point q rho2 phi F N ltac:(lra) Z) as [c [I Q]].
rewrite (distance p q rho2) by (try exact Hp; lra). assert (C := cts_held p q rho2 Hp ltac:(lra)).
destruct (Req_dec rho1 0) as [->|N1].
- rewrite distance_0 by exact F. replace (PI / 2 - smaller phi) with (RInt (fun _ => 1) (smaller phi)
  (PI / 2))
    by (rewrite int_const; lra).
  apply int_lt_left with c; [exact I|exact C|intros x; apply continuous_const| |]; intros t Ht.
  + assert (S := sin_of_inner _ t (proj1 M) Ht). apply held_bounds; [exact Hp|lra|lra].
  + assert (S := sin_of_inner _ t (proj1 M) ltac:(lra)). apply held_lt_1; [exact Hp|lra|exact S|now apply Q].
- rewrite distance by (try exact Hp; lra).
  apply int_lt_left with c; [exact I|exact C|apply cts_held; [exact Hp|lra]| |]; intros t Ht.
  + assert (S := sin_of_inner _ t (proj1 M) Ht). apply held_le_noise; [exact Hp|lra|lra|lra].
  + assert (S := sin_of_inner _ t (proj1 M) ltac:(lra)).
    apply held_lt_noise; [exact Hp|lra|lra|exact S|now apply Q].
Qed.

Lemma S5_exception_of_the_circle p rho phi : (1 <= p)%nat -> 0 <= rho -> 0 <= phi <= PI -> rho <= sin phi ->
  kappa p 0 rho phi = PI - phi.
Proof.
intros Hp H F B. destruct (Req_dec rho 0) as [->|N]; [now apply kappa_0|].
assert (W : forall x, 0 <= x <= PI / 2 -> rho <= sin x -> kappa p 0 rho x = PI - x).
{ intros x X V. assert (E := kappa_diff p 0 rho x (PI / 2) Hp ltac:(lra)).
  rewrite kappa_middle in E by (try exact Hp; lra).
  rewrite (int_ext _ (fun _ => 1)), int_const in E; [lra|lra|].
  intros t Ht. assert (P := PI_RGT_0). rewrite held_at by lra. simpl. apply inside_beyond. rewrite Rmult_1_l.
  assert (sin x <= sin t) by (apply sin_incr_1; lra).
  apply Rmult_le_reg_r with rho; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
destruct (Rle_lt_dec phi (PI / 2)); [apply W; lra|].
assert (S := kappa_sum p 0 rho phi Hp ltac:(lra)). rewrite <- sin_PI_x in B.
assert (Q := W (PI - phi) ltac:(lra) B). lra.
Qed.

Lemma S5_above_the_angle p q rho phi : (1 <= p)%nat -> 0 < rho -> PI / 2 < phi <= PI ->
  (q = O -> sin phi < rho) -> PI - phi < kappa p q rho phi.
Proof.
intros Hp H F Z.
assert (Q := S5_distance_decreases p q 0 rho phi Hp ltac:(lra) H ltac:(lra) ltac:(lra) Z).
rewrite distance_0 in Q by lra. unfold smaller in Q. rewrite Rmin_right in Q by lra.
apply Rabs_def2 in Q. lra.
Qed.

(* E R = W_(q+1). *)
Lemma radial_id q : radial q (fun R => R) = wallis (q + 1).
Proof.
destruct q as [|m]; [simpl; now rewrite wallis_1|]. unfold radial.
assert (E := int_primitive (fun b => - (sin b * cos b ^ S m))
  (fun b => sin b * (INR (S m) * cos b ^ m * sin b) - cos b ^ (S m + 1)) 0 (PI / 2)).
rewrite int_minus in E; [|smooth|smooth].
rewrite sin_0, cos_PI2, pow_i in E by lia. unfold wallis.
assert (E' : forall a b, a - b = - (sin (PI / 2) * 0) - - (0 * cos 0 ^ S m) -> a = b) by (intros; lra).
apply E', E; [|smooth]. intros b. auto_derive; [auto|]. simpl Init.Nat.pred. rewrite pow_add, pow_1.
replace (cos b ^ S m) with (cos b ^ m * cos b) by (simpl; ring).
  change (match m with O => 1 | S _ => INR m + 1 end) with (INR (S m)). ring.
Qed.

Lemma held_linear p q rho t : (1 <= p)%nat -> 0 < rho -> 0 <= sin t ->
  held p q rho t <= wallis (q + 1) / wallis p / rho * sin t.
Proof.
intros Hp H S. rewrite held_at by exact H. rewrite <- (radial_id q).
assert (0 <= sin t / rho) by (apply Rmult_le_pos; [exact S|left; now apply Rinv_0_lt_compat]).
replace (radial q (fun R => R) / wallis p / rho * sin t) with
  (radial q (fun R => density0 p * (sin t / rho) * R + 0 * 1)).
- apply radial_le; [now apply cts_inside_lin|smooth|]. intros R HR.
  assert (I := inside_linear p (R * (sin t / rho)) Hp ltac:(nra)). lra.
- rewrite radial_lin; [|smooth|smooth]. unfold density0. field. split; [apply wallis_nonzero|lra].
Qed.

Lemma int_sin a b : RInt sin a b = cos a - cos b.
Proof.
rewrite (int_primitive (fun t => - cos t)); [change (- cos b - - cos a = cos a - cos b); ring| |smooth].
intros t. auto_derive; [auto|ring].
Qed.

Lemma distance_linear p q rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI ->
  Rabs (kappa p q rho phi - PI / 2) <= wallis (q + 1) / wallis p * Rabs (cos phi) / rho.
Proof.
intros Hp H F. destruct (smaller_range phi F) as [M [-> _]]. rewrite distance by assumption.
apply Rle_trans with (RInt (fun t => wallis (q + 1) / wallis p / rho * sin t) (smaller phi) (PI / 2)).
- apply int_le; [lra|now apply cts_held|smooth|].
  intros t Ht. assert (P := PI_RGT_0). apply held_linear; [exact Hp|exact H|apply sin_ge_0; lra].
- right. rewrite int_scal, int_sin, cos_PI2 by smooth. field. split; [apply wallis_nonzero|lra].
Qed.

Lemma c0_wallis p : (1 <= p)%nat -> c0 p = wallis (p + 1) / wallis p.
Proof.
intros Hp. unfold c0, isotropic. destruct p as [|p]; [lia|]. simpl (S p - 1)%nat. rewrite Nat.sub_0_r.
assert (Q := wallis_step p). replace (p + 2)%nat with (S p + 1)%nat in Q by lia.
replace (p + 1)%nat with (S p) in Q by lia.
assert (0 < INR (S p + 1)) by (apply lt_0_INR; lia).
replace (wallis (S p + 1)) with (INR (S p) * wallis p / INR (S p + 1)) by (rewrite <- Q; field; lra).
field. split; [lra|apply wallis_nonzero].
Qed.

Lemma S4_large_noise_network p rho phi : (1 <= p)%nat -> 0 < rho -> 0 <= phi <= PI ->
  Rabs (kappa p p rho phi - PI / 2) <= c0 p * Rabs (cos phi) / rho.
Proof. intros Hp H F. rewrite c0_wallis by exact Hp. now apply distance_linear. Qed.

Lemma S4_large_noise_angle p rho phi : (2 <= p)%nat -> 0 < rho -> 0 <= phi <= PI ->
  Rabs (kappa p (p - 2) rho phi - PI / 2) <= isotropic p * Rabs (cos phi) / rho.
Proof.
intros Hp H F. unfold isotropic. replace (p - 1)%nat with (p - 2 + 1)%nat by lia.
apply distance_linear; [lia|exact H|exact F].
Qed.

Lemma S5_limit p q phi : (1 <= p)%nat -> 0 <= phi <= PI ->
  is_lim (fun rho => kappa p q rho phi) p_infty (PI / 2).
Proof.
intros Hp F. apply is_lim_spec. intros e. set (C := wallis (q + 1) / wallis p).
assert (0 < C) by (apply Rdiv_lt_0_compat; apply wallis_pos). assert (He := cond_pos e).
exists (C / e). intros rho L.
assert (0 < C / e) by (apply Rdiv_lt_0_compat; assumption).
assert (B := distance_linear p q rho phi Hp ltac:(lra) F). fold C in B.
apply Rle_lt_trans with (1 := B). apply Rmult_lt_reg_r with rho; [lra|].
unfold Rdiv. rewrite (Rmult_assoc _ (/ rho)), Rinv_l, Rmult_1_r by lra.
assert (Rabs (cos phi) <= 1) by (apply Rabs_le; apply COS_bound).
apply Rmult_lt_compat_l with (r := e) in L; [|exact He].
replace (e * (C / e)) with C in L by (field; lra). nra.
Qed.

Lemma isotropic_step p : (1 <= p)%nat ->
  isotropic (p + 2) = INR p * INR (p + 2) / (INR (p + 1) * INR (p + 1)) * isotropic p.
Proof.
intros Hp. unfold isotropic. destruct p as [|p]; [lia|]. replace (S p + 2 - 1)%nat with (p + 2)%nat by lia.
replace (S p - 1)%nat with p by lia. assert (Q := wallis_step p). assert (T := wallis_step (S p)).
replace (p + 2)%nat with (S p + 1)%nat in * by lia. replace (p + 1)%nat with (S p) in Q by lia.
assert (0 < INR (S p + 1)) by (apply lt_0_INR; lia). assert (0 < INR (S p + 2)) by (apply lt_0_INR; lia).
replace (wallis (S p + 1)) with (INR (S p) * wallis p / INR (S p + 1)) by (rewrite <- Q; field; lra).
replace (wallis (S p + 2)) with (INR (S p + 1) * wallis (S p) / INR (S p + 2)) by (rewrite <- T; field; lra).
field. repeat split; try lra. apply wallis_nonzero.
Qed.

Lemma S4_constant_by_roots p : (1 <= p)%nat -> isotropic p = 2 * INR p / PI * wallis (p - 1) ^ 2.
Proof.
intros Hp. assert (Q := wallis_product (p - 1)). replace (p - 1 + 1)%nat with p in Q by lia.
replace PI with (2 * (PI / 2)) by field. rewrite <- Q. unfold isotropic. field.
split; [apply wallis_nonzero|]. split; [apply wallis_nonzero|]. apply not_0_INR. lia.
Qed.
