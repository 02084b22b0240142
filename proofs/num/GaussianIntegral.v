(* The Gaussian integral over a half line and its first moments.

   bell x        exp (- x^2 / 2)
   Bell t        the integral of bell from 0 to t
   half f l      the improper integral of f from 0 to infinity is l: the limit of the integrals from 0 to t

   Formalised: the integrals of bell x, x bell x, x^2 bell x, x^3 bell x over (0, infinity) are
   sqrt (PI / 2), 1, sqrt (PI / 2), 2. The first by differentiation under the integral: the square of Bell t
   and the integral of 2 exp (- t^2 (1 + x^2) / 2) / (1 + x^2) over [0, 1]
   have the sum PI / 2 for every t >= 0.
   Not formalised: integrals over several variables. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Definition bell (x : R) : R := exp (- x ^ 2 / 2).
Definition Bell (t : R) : R := RInt bell 0 t.
Definition half (f : R -> R) (l : R) : Prop := is_RInt_gen f (at_point 0) (Rbar_locally p_infty) l.

Lemma half_of_limit f F (l : R) : (forall t, 0 <= t -> is_RInt f 0 t (F t)) -> is_lim F p_infty l -> half f l.
Proof.
intros H L P HP. destruct (L P HP) as [M HM].
exists (fun a => a = 0) (fun t => Rmax 0 M < t); [reflexivity|now exists (Rmax 0 M)|].
intros a t -> Ht. exists (F t).
assert (0 <= Rmax 0 M) by apply Rmax_l. assert (M <= Rmax 0 M) by apply Rmax_r.
split; [apply H; simpl; lra|apply HM; lra].
Qed.

Lemma half_unique f x y : half f x -> half f y -> x = y.
Proof.
intros Hx Hy. unfold half in *. rewrite <- (is_RInt_gen_unique f x Hx). apply (is_RInt_gen_unique f y Hy).
Qed.

Lemma half_ext f h x : (forall t, 0 < t -> f t = h t) -> half f x -> half h x.
Proof.
intros E. apply (is_RInt_gen_ext (V := R_NormedModule) f h x).
exists (fun a => a = 0) (fun t => 0 < t); [reflexivity|now exists 0|].
intros a t -> Ht z Hz. simpl in Hz. rewrite Rmin_left in Hz by lra. apply E. lra.
Qed.

Lemma half_plus f h x y : half f x -> half h y -> half (fun t => f t + h t) (x + y).
Proof. apply (is_RInt_gen_plus (V := R_NormedModule) f h x y). Qed.

Lemma half_scal c f x : half f x -> half (fun t => c * f t) (c * x).
Proof. apply (is_RInt_gen_scal (V := R_NormedModule) f c x). Qed.

(* The bell falls faster than any power that is needed here. *)
Lemma bell_pos t : 0 < bell t.
Proof. apply exp_pos. Qed.

Lemma bell_small t : 0 < t -> bell t <= 16 / t ^ 4.
Proof.
intros H. assert (E : bell t * (exp (t ^ 2 / 4) * exp (t ^ 2 / 4)) = 1).
{ unfold bell. rewrite <- !exp_plus. rewrite <- exp_0. f_equal. lra. }
assert (L := exp_ineq1_le (t ^ 2 / 4)). assert (P := bell_pos t). assert (0 < t ^ 2) by nra.
assert (Q : t ^ 2 / 4 * (t ^ 2 / 4) <= exp (t ^ 2 / 4) * exp (t ^ 2 / 4)) by (apply Rmult_le_compat; lra).
assert (0 < t ^ 4) by (apply pow_lt; lra).
apply Rmult_le_reg_r with (t ^ 4); [lra|]. replace (16 / t ^ 4 * t ^ 4) with 16 by (field; lra).
replace (t ^ 4) with (16 * (t ^ 2 / 4 * (t ^ 2 / 4))) by field. nra.
Qed.

Lemma bell_vanishes P : (forall t, 1 <= t -> Rabs (P t) <= 3 * t ^ 2) ->
  is_lim (fun t => P t * bell t) p_infty 0.
Proof.
intros H. apply is_lim_spec. intros [eps He]. exists (Rmax 1 (48 / eps)). intros t Ht. simpl.
assert (1 < t) by (apply Rle_lt_trans with (2 := Ht), Rmax_l).
assert (Q : 48 / eps < t) by (apply Rle_lt_trans with (2 := Ht), Rmax_r).
rewrite Rminus_0_r, Rabs_mult, (Rabs_pos_eq (bell t)) by apply Rlt_le, bell_pos.
apply Rle_lt_trans with (3 * t ^ 2 * (16 / t ^ 4)).
- apply Rmult_le_compat; [apply Rabs_pos|apply Rlt_le, bell_pos|apply H; lra|apply bell_small; lra].
- replace (3 * t ^ 2 * (16 / t ^ 4)) with (48 / t * / t) by (field; lra).
apply Rle_lt_trans with (48 / t).
+ rewrite <- (Rmult_1_r (48 / t)) at 2. apply Rmult_le_compat_l; [apply Rlt_le, Rdiv_lt_0_compat; lra|].
rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
+ apply Rmult_lt_reg_r with (t / eps); [apply Rdiv_lt_0_compat; lra|].
replace (48 / t * (t / eps)) with (48 / eps) by (field; lra).
replace (eps * (t / eps)) with t by (field; lra). lra.
Qed.

Lemma bell_derive x : is_derive bell x (- x * bell x).
Proof. unfold bell. auto_derive; [exact I|]. unfold Rdiv. simpl. field. Qed.

Lemma bell_continuous x : continuous bell x.
Proof. apply (ex_derive_continuous (V := R_NormedModule)). exists (- x * bell x). apply bell_derive. Qed.

Lemma Bell_is_integral t : is_RInt bell 0 t (Bell t).
Proof.
apply (RInt_correct (V := R_CompleteNormedModule)), ex_RInt_continuous.
intros z _. apply bell_continuous.
Qed.

Lemma Bell_derive t : is_derive Bell t (bell t).
Proof.
apply (is_derive_RInt (V := R_NormedModule) bell Bell 0 t); [|apply bell_continuous].
apply filter_forall. intros b. apply Bell_is_integral.
Qed.

(* The partner of the square of Bell. *)
Definition partner_density (t x : R) : R := 2 * exp (- t ^ 2 * (1 + x ^ 2) / 2) / (1 + x ^ 2).
Definition partner (t : R) : R := RInt (partner_density t) 0 1.

Lemma one_plus_sq_pos x : 0 < 1 + x ^ 2.
Proof. nra. Qed.

Lemma partner_density_derive t x :
  is_derive (fun u => partner_density u x) t (-2 * t * exp (- t ^ 2 * (1 + x ^ 2) / 2)).
Proof.
assert (P := one_plus_sq_pos x). unfold partner_density.
auto_derive; [exact I|]. unfold Rdiv. simpl. field. simpl in P. lra.
Qed.

Lemma partner_density_integrable t a b : ex_RInt (partner_density t) a b.
Proof.
apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros x _.
apply (ex_derive_continuous (V := R_NormedModule)). unfold partner_density. auto_derive.
assert (P := one_plus_sq_pos x). simpl in P. lra.
Qed.

Lemma partner_slope_continuous t x :
  continuity_2d_pt (fun u v => Derive (fun z => partner_density z v) u) t x.
Proof.
apply continuity_2d_pt_ext with (fun u v => -2 * u * exp (- u ^ 2 * (1 + v ^ 2) / 2)).
- intros u v. symmetry. apply is_derive_unique, partner_density_derive.
- apply continuity_2d_pt_mult.
+ apply continuity_2d_pt_mult; [apply continuity_2d_pt_const|apply continuity_2d_pt_id1].
+ apply (continuity_1d_2d_pt_comp exp (fun u v => - u ^ 2 * (1 + v ^ 2) / 2)).
* apply derivable_continuous_pt, derivable_pt_exp.
* unfold Rdiv. simpl.
repeat first [apply continuity_2d_pt_mult|apply continuity_2d_pt_plus|apply continuity_2d_pt_opp
|apply continuity_2d_pt_const|apply continuity_2d_pt_id1|apply continuity_2d_pt_id2].
Qed.

Lemma product_of_bells t x :
  -2 * t * (exp (- t ^ 2 / 2) * exp (- (t * x + 0) ^ 2 / 2)) = -2 * bell t * (t * bell (t * x + 0)).
Proof. unfold bell. ring. Qed.

Lemma partner_slope t :
  RInt (fun x => Derive (fun u => partner_density u x) t) 0 1 = -2 * bell t * Bell t.
Proof.
apply is_RInt_unique. apply is_RInt_ext with (fun x => -2 * bell t * (t * bell (t * x + 0))).
- intros x _. transitivity (-2 * t * exp (- t ^ 2 * (1 + x ^ 2) / 2)).
2: symmetry; apply is_derive_unique, partner_density_derive.
replace (- t ^ 2 * (1 + x ^ 2) / 2) with (- t ^ 2 / 2 + - (t * x + 0) ^ 2 / 2) by field.
rewrite exp_plus. symmetry. apply product_of_bells.
- apply (is_RInt_scal (V := R_NormedModule) (fun x => t * bell (t * x + 0)) 0 1 (-2 * bell t) (Bell t)).
apply (is_RInt_comp_lin (V := R_NormedModule) bell t 0 0 1 (Bell t)).
replace (t * 0 + 0) with 0 by ring. replace (t * 1 + 0) with t by ring. apply Bell_is_integral.
Qed.

Lemma partner_derive t : is_derive partner t (-2 * bell t * Bell t).
Proof.
rewrite <- partner_slope. apply (is_derive_RInt_param partner_density 0 1 t).
- apply filter_forall. intros u x _. exists (-2 * u * exp (- u ^ 2 * (1 + x ^ 2) / 2)).
apply partner_density_derive.
- intros x _. apply partner_slope_continuous.
- apply filter_forall. intros u. apply partner_density_integrable.
Qed.

Lemma partner_0 : partner 0 = PI / 2.
Proof.
replace (PI / 2) with (2 * atan 1 - 2 * atan 0) by (rewrite atan_1, atan_0; field).
apply is_RInt_unique. apply (is_RInt_derive (V := R_CompleteNormedModule) (fun x => 2 * atan x)).
- intros x _. unfold partner_density. evar_last; [apply is_derive_scal, is_derive_atan|].
replace (- 0 ^ 2 * (1 + x ^ 2) / 2) with 0 by field. rewrite exp_0. assert (P := one_plus_sq_pos x).
unfold Rsqr. simpl in *. field. lra.
- intros x _. apply (ex_derive_continuous (V := R_NormedModule)). unfold partner_density. auto_derive.
assert (P := one_plus_sq_pos x). simpl in P. lra.
Qed.

Lemma square_and_partner t : 0 <= t -> Bell t ^ 2 + partner t = PI / 2.
Proof.
assert (E0 : Bell 0 ^ 2 + partner 0 = PI / 2).
{ rewrite partner_0. replace (Bell 0) with 0; [ring|].
symmetry. apply (RInt_point (V := R_CompleteNormedModule)). }
intros [Ht| <-]; [|exact E0]. rewrite <- E0. symmetry.
apply (eq_is_derive (V := R_NormedModule) (fun u => Bell u ^ 2 + partner u)); [|exact Ht].
intros u _. evar_last.
- apply (is_derive_plus (V := R_NormedModule) (fun z => Bell z ^ 2)); [|apply partner_derive].
apply is_derive_pow, Bell_derive.
- change (@eq R (INR 2 * bell u * Bell u ^ 1 + -2 * bell u * Bell u) 0). simpl. ring.
Qed.

Lemma exp_monotone x y : x <= y -> exp x <= exp y.
Proof. intros [H| ->]; [left; now apply exp_increasing|apply Rle_refl]. Qed.

Lemma partner_bounds t : 0 <= partner t <= 2 * bell t.
Proof.
assert (P : forall x, 0 <= partner_density t x).
{ intros x. assert (Q := one_plus_sq_pos x). assert (E := exp_pos (- t ^ 2 * (1 + x ^ 2) / 2)).
apply Rle_div_r; lra. }
unfold partner. split.
{ apply (RInt_ge_0 (partner_density t)); [lra|apply partner_density_integrable|intros; apply P]. }
replace (2 * bell t) with (RInt (fun _ => 2 * bell t) 0 1).
- apply (RInt_le (partner_density t)); [lra|apply partner_density_integrable|apply ex_RInt_const|].
intros x Hx. assert (Q := one_plus_sq_pos x). unfold partner_density, bell. apply Rle_div_l; [lra|].
assert (exp (- t ^ 2 * (1 + x ^ 2) / 2) <= exp (- t ^ 2 / 2)) by (apply exp_monotone; nra).
assert (E := exp_pos (- t ^ 2 / 2)). nra.
- rewrite RInt_const. change (@eq R ((1 - 0) * (2 * bell t)) (2 * bell t)). ring.
Qed.

Lemma Bell_limit : is_lim Bell p_infty (sqrt (PI / 2)).
Proof.
assert (L : is_lim (fun t => 2 * bell t) p_infty 0).
{ apply (bell_vanishes (fun _ => 2)). intros t Ht. rewrite Rabs_pos_eq; nra. }
assert (Q : is_lim (fun t => PI / 2 - partner t) p_infty (PI / 2)).
{ replace (Finite (PI / 2)) with (Rbar_minus (PI / 2) 0) by (simpl; f_equal; ring).
apply is_lim_minus with (PI / 2) 0; [apply is_lim_const| |now simpl; f_equal].
apply (is_lim_le_le_loc (fun _ => 0) (fun t => 2 * bell t));
[exists 0; intros t _; apply partner_bounds|apply is_lim_const|exact L]. }
apply is_lim_ext_loc with (fun t => sqrt (PI / 2 - partner t)).
- exists 0. intros t Ht. rewrite <- (square_and_partner t) by lra.
replace (Bell t ^ 2 + partner t - partner t) with (Bell t ^ 2) by ring. apply sqrt_pow2.
apply RInt_ge_0; [lra| |intros; apply Rlt_le, bell_pos]. exists (Bell t). apply Bell_is_integral.
- apply is_lim_comp_continuous; [exact Q|]. apply continuity_pt_filterlim, continuity_pt_sqrt.
assert (H := PI_RGT_0). lra.
Qed.

(* The four integrals. *)
Lemma half_bell : half bell (sqrt (PI / 2)).
Proof. apply half_of_limit with Bell; [intros; apply Bell_is_integral|exact Bell_limit]. Qed.

Lemma integral_of_derivative f F t :
  (forall x, is_derive F x (f x)) -> (forall x, ex_derive f x) -> is_RInt f 0 t (F t - F 0).
Proof.
intros D C. apply (is_RInt_derive (V := R_CompleteNormedModule)); [intros; apply D|].
intros x _. apply (ex_derive_continuous (V := R_NormedModule)), C.
Qed.

Lemma limit_minus F t0 : is_lim F p_infty 0 -> is_lim (fun t => F t - t0) p_infty (- t0).
Proof.
intros H. replace (Finite (- t0)) with (Rbar_minus 0 t0) by (simpl; f_equal; ring).
apply is_lim_minus with 0 t0; [exact H|apply is_lim_const|now simpl; f_equal].
Qed.

Lemma half_bell_1 : half (fun x => x * bell x) 1.
Proof.
replace 1 with (- (-1 * bell 0)) by (unfold bell; replace (- 0 ^ 2 / 2) with 0 by field; rewrite exp_0;
ring).
apply half_of_limit with (fun t => -1 * bell t - -1 * bell 0).
- intros t _. apply (integral_of_derivative _ (fun x => -1 * bell x)); intros x; unfold bell.
+ auto_derive; [exact I|]. unfold Rdiv. simpl. field.
+ auto_derive. exact I.
- apply limit_minus, (bell_vanishes (fun _ => -1)). intros t Ht. rewrite Rabs_left; nra.
Qed.

Lemma half_bell_2 : half (fun x => x ^ 2 * bell x) (sqrt (PI / 2)).
Proof.
apply half_of_limit with (fun t => Bell t - t * bell t).
- intros t _. replace (Bell t - t * bell t) with ((Bell t - t * bell t) - (Bell 0 - 0 * bell 0)).
+ apply (integral_of_derivative _ (fun x => Bell x - x * bell x)); intros x.
* evar_last; [apply (is_derive_minus (V := R_NormedModule) Bell); [apply Bell_derive|]|].
apply (is_derive_mult (fun z => z) bell); [apply is_derive_id|apply bell_derive|exact Rmult_comm].
change (@eq R (bell x - (1 * bell x + x * (- x * bell x))) (x ^ 2 * bell x)). ring.
* unfold bell. auto_derive. exact I.
+ replace (Bell 0) with 0; [ring|]. symmetry. apply (RInt_point (V := R_CompleteNormedModule)).
- replace (Finite (sqrt (PI / 2))) with (Rbar_minus (sqrt (PI / 2)) 0) by (simpl; f_equal; ring).
apply is_lim_minus with (sqrt (PI / 2)) 0; [exact Bell_limit| |now simpl; f_equal].
apply (bell_vanishes (fun t => t)). intros t Ht. rewrite Rabs_pos_eq; nra.
Qed.

Lemma half_bell_3 : half (fun x => x ^ 3 * bell x) 2.
Proof.
replace 2 with (- (- (0 ^ 2 + 2) * bell 0)).
2: { unfold bell; replace (- 0 ^ 2 / 2) with 0 by field; rewrite exp_0; ring. }
apply half_of_limit with (fun t => - (t ^ 2 + 2) * bell t - - (0 ^ 2 + 2) * bell 0).
- intros t _. apply (integral_of_derivative _ (fun x => - (x ^ 2 + 2) * bell x)); intros x; unfold bell.
+ auto_derive; [exact I|]. unfold Rdiv. simpl. field.
+ auto_derive. exact I.
- apply limit_minus, (bell_vanishes (fun t => - (t ^ 2 + 2))). intros t Ht. rewrite Rabs_left; nra.
Qed.

Lemma sqrt_2PI : sqrt (2 * PI) = 2 * sqrt (PI / 2) /\ 0 < sqrt (2 * PI).
Proof.
assert (P := PI_RGT_0). split; [|apply sqrt_lt_R0; lra].
replace (2 * PI) with ((2 * 2) * (PI / 2)) by field. rewrite sqrt_mult by lra.
now rewrite sqrt_square by lra.
Qed.
