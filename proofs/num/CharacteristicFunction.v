(* The mean of a cosine: cos (b X + d), X ~ N(0, 1), has the mean cos d exp (- b^2 / 2).

   Phi R b       the integral of cos (b x) bell x from 0 to R

   Formalised: the mean on the line. The derivative of Phi R in b is - b Phi R b plus a term that vanishes
   with bell R, so exp (b^2 / 2) Phi R b hardly depends on b for large R.
   Not formalised: the mean over the plane is in num/PlanarWaves.v. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.GaussianIntegral num.LineGaussian num.HalfLine.
Open Scope R_scope.

Definition Phi (r b : R) : R := RInt (fun x => cos (b * x) * bell x) 0 r.

Lemma Phi_density_derive b x : is_derive (fun u => cos (u * x) * bell x) b (- x * sin (b * x) * bell x).
Proof. auto_derive; [exact I|]. ring. Qed.

Lemma bell_continuity_2d t x : continuity_2d_pt (fun u v => bell v) t x.
Proof.
apply (continuity_1d_2d_pt_comp bell (fun u v => v)); [|apply continuity_2d_pt_id2].
apply continuity_pt_filterlim, bell_continuous.
Qed.

Lemma Phi_slope_continuous t x : continuity_2d_pt (fun u v => Derive (fun z => cos (z * v) * bell v) u) t x.
Proof.
apply continuity_2d_pt_ext with (fun u v => - v * sin (u * v) * bell v).
- intros u v. symmetry. apply is_derive_unique, Phi_density_derive.
- apply continuity_2d_pt_mult; [apply continuity_2d_pt_mult|apply bell_continuity_2d].
+ apply continuity_2d_pt_opp, continuity_2d_pt_id2.
+ apply (continuity_1d_2d_pt_comp sin (fun u v => u * v)); [apply continuity_sin|].
apply continuity_2d_pt_mult; [apply continuity_2d_pt_id1|apply continuity_2d_pt_id2].
Qed.

Lemma wave_bell_integrable b d r s : ex_RInt (fun x => cos (b * x + d) * bell x) r s.
Proof.
apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros x _.
apply (ex_derive_continuous (V := R_NormedModule)). unfold bell. auto_derive. exact I.
Qed.

Lemma Phi_integrable b r : ex_RInt (fun x => cos (b * x) * bell x) 0 r.
Proof.
apply ex_RInt_ext with (2 := wave_bell_integrable b 0 0 r). intros x _. now rewrite Rplus_0_r.
Qed.

Lemma Phi_slope r b :
  RInt (fun x => Derive (fun u => cos (u * x) * bell x) b) 0 r = sin (b * r) * bell r - b * Phi r b.
Proof.
apply is_RInt_unique.
apply is_RInt_ext with (fun x => (b * cos (b * x) * bell x - x * sin (b * x) * bell x) - b *
(cos (b * x) * bell x)).
- intros x _. transitivity (- x * sin (b * x) * bell x).
{ match goal with |- ?l = ?r => change (@eq R l r) end. ring. }
symmetry. apply is_derive_unique, Phi_density_derive.
- apply (is_RInt_minus (V := R_NormedModule)).
+ replace (sin (b * r) * bell r) with (sin (b * r) * bell r - sin (b * 0) * bell 0) by
(rewrite Rmult_0_r, sin_0; ring).
apply (integral_of_derivative _ (fun x => sin (b * x) * bell x)); intros x; unfold bell.
* auto_derive; [exact I|]. unfold Rdiv. simpl. field.
* auto_derive. exact I.
+ apply (is_RInt_scal (V := R_NormedModule)), (RInt_correct (V := R_CompleteNormedModule)), Phi_integrable.
Qed.

Lemma Phi_derive r b : is_derive (Phi r) b (sin (b * r) * bell r - b * Phi r b).
Proof.
rewrite <- Phi_slope. apply (is_derive_RInt_param (fun u x => cos (u * x) * bell x) 0 r b).
- apply filter_forall. intros u x _. exists (- x * sin (u * x) * bell x). apply Phi_density_derive.
- intros x _. apply Phi_slope_continuous.
- apply filter_forall. intros u. apply Phi_integrable.
Qed.

(* exp (b^2 / 2) Phi r b is nearly constant. *)
Definition Psi (r b : R) : R := exp (b ^ 2 / 2) * Phi r b.

Lemma Psi_derive r b : is_derive (Psi r) b (exp (b ^ 2 / 2) * (sin (b * r) * bell r)).
Proof.
unfold Psi. evar_last.
- apply (is_derive_mult (fun u => exp (u ^ 2 / 2)) (Phi r) b (b * exp (b ^ 2 / 2)));
[auto_derive; [exact I|unfold Rdiv; simpl; field]|apply Phi_derive|exact Rmult_comm].
- change (@eq R (b * exp (b ^ 2 / 2) * Phi r b + exp (b ^ 2 / 2) * (sin (b * r) * bell r - b * Phi r b))
(exp (b ^ 2 / 2) * (sin (b * r) * bell r))). ring.
Qed.

Lemma nearly_constant (f f' : R -> R) b C : (forall u, is_derive f u (f' u)) ->
  (forall u, Rabs u <= Rabs b -> Rabs (f' u) <= C) -> Rabs (f b - f 0) <= C * Rabs b.
Proof.
intros D B. replace (Rabs b) with (Rabs (b - 0)) by (f_equal; ring). apply (bounded_variation f f').
intros u Hu. rewrite !Rminus_0_r in Hu. split; [apply D|now apply B].
Qed.

Lemma Psi_bound r b : Rabs (Psi r b - Psi r 0) <= exp (b ^ 2 / 2) * Rabs b * bell r.
Proof.
replace (exp (b ^ 2 / 2) * Rabs b * bell r) with (exp (b ^ 2 / 2) * bell r * Rabs b) by ring.
apply nearly_constant with (1 := Psi_derive r). intros u Hu.
assert (P := bell_pos r). assert (Q := exp_pos (u ^ 2 / 2)).
rewrite !Rabs_mult, (Rabs_pos_eq (exp _)), (Rabs_pos_eq (bell r)) by lra.
assert (S : Rabs (sin (u * r)) <= 1) by (apply Rabs_le, SIN_bound).
assert (E : exp (u ^ 2 / 2) <= exp (b ^ 2 / 2)).
{ apply exp_monotone. rewrite <- (pow2_abs u), <- (pow2_abs b). assert (A := Rabs_pos u). nra. }
apply Rmult_le_compat; [lra|apply Rmult_le_pos; [apply Rabs_pos|lra]|exact E|].
rewrite <- (Rmult_1_l (bell r)) at 2. apply Rmult_le_compat_r; lra.
Qed.

Lemma squeeze_zero (f v : R -> R) C : (forall r, 0 < r -> Rabs (f r) <= C * v r) -> is_lim v p_infty 0 ->
  is_lim f p_infty 0.
Proof.
intros B L. assert (LC : is_lim (fun r => C * v r) p_infty 0).
{ replace (Finite 0) with (Rbar_mult C 0) by (simpl; f_equal; ring). now apply is_lim_scal_l. }
apply is_lim_le_le_loc with (fun r => - (C * v r)) (fun r => C * v r); [| |exact LC].
- exists 0. intros r Hr. now apply Rabs_le_between, B.
- replace (Finite 0) with (Rbar_opp 0) by (simpl; f_equal; ring). now apply is_lim_opp.
Qed.

(* If exp (b^2 / 2) q r b hardly depends on b for large r, the limit of q r b follows from that of q r 0. *)
Lemma settles (q : R -> R -> R) (v : R -> R) b C (l : R) :
  (forall r, 0 < r -> Rabs (exp (b ^ 2 / 2) * q r b - exp (0 ^ 2 / 2) * q r 0) <= C * v r) ->
  is_lim v p_infty 0 -> is_lim (fun r => q r 0) p_infty l ->
  is_lim (fun r => q r b) p_infty (exp (- b ^ 2 / 2) * l).
Proof.
intros B V L. replace (0 ^ 2 / 2) with 0 in B by field. rewrite exp_0 in B.
assert (E : exp (- b ^ 2 / 2) * exp (b ^ 2 / 2) = 1) by (rewrite <- exp_plus, <- exp_0; f_equal; field).
apply is_lim_ext with (fun r => exp (- b ^ 2 / 2) * (exp (b ^ 2 / 2) * q r b - 1 * q r 0 + q r 0)).
{ intros r. transitivity (exp (- b ^ 2 / 2) * exp (b ^ 2 / 2) * q r b); [ring|rewrite E; ring]. }
apply (is_lim_scal_l _ (exp (- b ^ 2 / 2)) p_infty l). replace (Finite l) with (Finite (0 + l)) by
(f_equal; ring).
apply is_lim_plus'; [|exact L]. now apply squeeze_zero with v C.
Qed.

Lemma Phi_limit b : is_lim (fun r => Phi r b) p_infty (exp (- b ^ 2 / 2) * sqrt (PI / 2)).
Proof.
apply settles with bell (exp (b ^ 2 / 2) * Rabs b); [intros r _; apply Psi_bound| |].
- apply is_lim_ext with (fun t => 1 * bell t); [intros; ring|].
apply (bell_vanishes (fun _ => 1)). intros t Ht. rewrite Rabs_pos_eq; nra.
- apply is_lim_ext with (2 := Bell_limit). intros r. unfold Phi, Bell. apply RInt_ext. intros x _.
rewrite Rmult_0_l, cos_0. symmetry. apply Rmult_1_l.
Qed.

Lemma half_cos b : half (fun x => cos (b * x) * bell x) (exp (- b ^ 2 / 2) * sqrt (PI / 2)).
Proof. apply half_of_lim; [intros t _; apply Phi_integrable|apply Phi_limit]. Qed.

Lemma half_wave b d : exists x, half (fun t => cos (b * t + d) * bell t) x.
Proof.
apply half_dominated with (1 := half_bell); [intros t _; apply wave_bell_integrable|]. intros t _.
assert (P := bell_pos t). rewrite Rabs_mult, (Rabs_pos_eq (bell t)) by lra.
assert (S : Rabs (cos (b * t + d)) <= 1) by (apply Rabs_le, COS_bound).
rewrite <- (Rmult_1_l (bell t)) at 2. apply Rmult_le_compat_r; lra.
Qed.

Lemma gauss1_cos b d : is_gauss1 (fun t => cos (b * t + d)) (cos d * exp (- b ^ 2 / 2)).
Proof.
destruct sqrt_2PI as [E P]. destruct (half_wave (- b) d) as [l Hl]. destruct (half_wave b d) as [r Hr].
assert (S : l + r = 2 * cos d * (exp (- b ^ 2 / 2) * sqrt (PI / 2))).
{ apply (half_unique (fun t => cos (- b * t + d) * bell t + cos (b * t + d) * bell t));
[now apply half_plus|].
apply half_ext with (2 := half_scal (2 * cos d) _ _ (half_cos b)). intros t _.
replace (- b * t + d) with (d - b * t) by ring. rewrite (Rplus_comm (b * t)), cos_plus, cos_minus. ring. }
exists (/ sqrt (2 * PI) * l), (/ sqrt (2 * PI) * r). split; [|split].
- apply half_ext with (2 := half_scal (/ sqrt (2 * PI)) _ _ Hl). intros t _.
replace (- b * t + d) with (b * - t + d) by ring. unfold Rdiv. ring.
- apply half_ext with (2 := half_scal (/ sqrt (2 * PI)) _ _ Hr). intros t _. unfold Rdiv. ring.
- rewrite <- Rmult_plus_distr_l, S, E. rewrite E in P. field. lra.
Qed.
