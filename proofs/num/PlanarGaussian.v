(* The mean of a function of a standard Gaussian point of the plane, as an integral in polar coordinates.

   is_gauss2 F x   the mean of F (X, Y), X and Y independent N(0, 1), is x:
                   1 / (2 PI) times the integral over rho in (0, infinity) of rho exp (- rho^2 / 2) times
                   the integral over theta in [-PI, PI] of F (rho cos theta, rho sin theta)

   Formalised: the mean is linear and unique, constants keep their value, it is invariant under rotations and
   reflections of the plane; the first two moments of the coordinates; the mean of a homogeneous function.
   Not formalised: the change from Cartesian to polar coordinates for every function; num/PlaneReduction.v has
   it for those that sums of cosines approximate. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.GaussianIntegral.
Open Scope R_scope.

Definition is_gauss2 (F : R -> R -> R) (x : R) : Prop :=
  exists A : R -> R,
  (forall rho, 0 < rho -> is_RInt (fun theta => F (rho * cos theta) (rho * sin theta)) (- PI) PI (A rho)) /\
  half (fun rho => A rho / (2 * PI) * (rho * bell rho)) x.

Lemma gauss2_ext F H x : (forall s t, F s t = H s t) -> is_gauss2 F x -> is_gauss2 H x.
Proof. intros E. replace H with F; [easy|]. extensionality s. extensionality t. apply E. Qed.

Lemma gauss2_value F x y : is_gauss2 F x -> x = y -> is_gauss2 F y.
Proof. now intros H <-. Qed.

Lemma gauss2_unique F x y : is_gauss2 F x -> is_gauss2 F y -> x = y.
Proof.
intros [A [IA HA]] [A' [IA' HA']]. apply half_unique with (1 := HA). apply half_ext with (2 := HA').
intros t Ht. rewrite <- (is_RInt_unique _ _ _ _ (IA t Ht)).
now rewrite <- (is_RInt_unique _ _ _ _ (IA' t Ht)).
Qed.

Lemma gauss2_plus F H x y : is_gauss2 F x -> is_gauss2 H y -> is_gauss2 (fun s t => F s t + H s t) (x + y).
Proof.
intros [A [IA HA]] [A' [IA' HA']]. exists (fun t => A t + A' t). split.
- intros rho Hr. apply (is_RInt_plus (V := R_NormedModule) _ _ _ _ _ _ (IA rho Hr) (IA' rho Hr)).
- apply half_ext with (2 := half_plus _ _ _ _ HA HA'). intros t _. unfold Rdiv. ring.
Qed.

Lemma gauss2_scal c F x : is_gauss2 F x -> is_gauss2 (fun s t => c * F s t) (c * x).
Proof.
intros [A [IA HA]]. exists (fun t => c * A t). split.
- intros rho Hr. apply (is_RInt_scal (V := R_NormedModule) _ _ _ c _ (IA rho Hr)).
- apply half_ext with (2 := half_scal c _ _ HA). intros t _. unfold Rdiv. ring.
Qed.

(* F of degree n: the angular integral A times the radial integral. *)
Lemma gauss2_homogeneous F f n A m :
  (forall rho theta, 0 < rho -> F (rho * cos theta) (rho * sin theta) = rho ^ n * f theta) ->
  is_RInt f (- PI) PI A -> half (fun rho => rho ^ S n * bell rho) m -> is_gauss2 F (A / (2 * PI) * m).
Proof.
intros E IA Hm. exists (fun rho => rho ^ n * A). split.
- intros rho Hr. apply is_RInt_ext with (fun theta => rho ^ n * f theta); [intros; now rewrite E|].
apply (is_RInt_scal (V := R_NormedModule) f (- PI) PI (rho ^ n) A IA).
- apply half_ext with (2 := half_scal (A / (2 * PI)) _ _ Hm). intros t _. simpl. unfold Rdiv. ring.
Qed.

Lemma gauss2_const c : is_gauss2 (fun _ _ => c) c.
Proof.
apply gauss2_value with ((2 * PI * c) / (2 * PI) * 1); [|field; apply PI_neq0].
apply gauss2_homogeneous with (fun _ => c) 0%nat; [intros; simpl; ring| |].
- replace (2 * PI * c) with ((PI - - PI) * c) by ring. apply (is_RInt_const (V := R_NormedModule)).
- apply half_ext with (2 := half_bell_1). intros t _. simpl. ring.
Qed.

Lemma gauss2_lin F H x y c d : is_gauss2 F x -> is_gauss2 H y ->
  is_gauss2 (fun s t => c * F s t + d * H s t) (c * x + d * y).
Proof. intros HF HH. apply gauss2_plus; now apply gauss2_scal. Qed.

(* Rotations: the integral of a function of period 2 PI over a period does not depend on where it starts. *)
Lemma period_shift (f : R -> R) (a l : R) : (forall t, f (t + 2 * PI) = f t) -> 0 <= a <= 2 * PI ->
  is_RInt f (- PI) PI l -> is_RInt (fun t => f (t - a)) (- PI) PI l.
Proof.
intros P Ha I. assert (Q := PI_RGT_0).
assert (X : ex_RInt f (- PI) PI) by now exists l.
destruct (ex_RInt_Chasles_1 (V := R_CompleteNormedModule) f (- PI) (PI - a) PI) as [l1 I1]; [lra|exact X|].
destruct (ex_RInt_Chasles_2 (V := R_CompleteNormedModule) f (- PI) (PI - a) PI) as [l2 I2]; [lra|exact X|].
assert (E : l = l2 + l1).
{ rewrite <- (is_RInt_unique _ _ _ _ I), Rplus_comm.
apply is_RInt_unique, (is_RInt_Chasles f _ _ _ _ _ I1 I2). }
rewrite E. apply (is_RInt_Chasles (V := R_NormedModule) _ (- PI) (- PI + a)).
- apply is_RInt_ext with (fun t => 1 * f (1 * t + (2 * PI - a))).
+ intros t _. rewrite Rmult_1_l. rewrite <- (P (t - a)). f_equal. ring.
+ apply (is_RInt_comp_lin (V := R_NormedModule) f).
replace (1 * - PI + (2 * PI - a)) with (PI - a) by ring.
now replace (1 * (- PI + a) + (2 * PI - a)) with PI by ring.
- apply is_RInt_ext with (fun t => 1 * f (1 * t + - a)).
+ intros t _. rewrite Rmult_1_l. f_equal. ring.
+ apply (is_RInt_comp_lin (V := R_NormedModule) f).
replace (1 * (- PI + a) + - a) with (- PI) by ring. now replace (1 * PI + - a) with (PI - a) by ring.
Qed.

Lemma sin_turn t : sin (t + 2 * PI) = sin t.
Proof. rewrite sin_plus, sin_2PI, cos_2PI. ring. Qed.

Lemma cos_turn t : cos (t + 2 * PI) = cos t.
Proof. rewrite cos_plus, sin_2PI, cos_2PI. ring. Qed.

Lemma angle_of_unit c s : c * c + s * s = 1 -> exists a, 0 <= a <= 2 * PI /\ cos a = c /\ sin a = s.
Proof.
intros E. assert (Hc : -1 <= c <= 1) by nra. assert (B := acos_bound c).
assert (S : sin (acos c) = Rabs s).
{ rewrite sin_acos by exact Hc. rewrite <- sqrt_Rsqr_abs. f_equal. unfold Rsqr. lra. }
destruct (Rle_dec 0 s) as [Hs|Hs].
- exists (acos c). rewrite cos_acos, S, Rabs_pos_eq by assumption. lra.
- exists (- acos c + 2 * PI).
rewrite sin_turn, cos_turn, sin_neg, cos_neg, cos_acos, S, Rabs_left by lra. lra.
Qed.

Lemma gauss2_rotate F x c s : c * c + s * s = 1 ->
  is_gauss2 F x -> is_gauss2 (fun t u => F (c * t + s * u) (- s * t + c * u)) x.
Proof.
intros E [A [IA HA]]. destruct (angle_of_unit c s E) as [a [Ha [<- <-]]]. exists A. split; [|exact HA].
intros rho Hr. assert (J := IA rho Hr).
apply (period_shift (fun t => F (rho * cos t) (rho * sin t)) a) in J; [|intros;
now rewrite sin_turn, cos_turn|exact Ha].
apply is_RInt_ext with (2 := J). intros t _. rewrite cos_minus, sin_minus. f_equal; ring.
Qed.

Lemma gauss2_reflect F x : is_gauss2 F x -> is_gauss2 (fun t u => F t (- u)) x.
Proof.
intros [A [IA HA]]. exists A. split; [|exact HA]. intros rho Hr.
apply is_RInt_ext with (fun t => opp (opp (F (rho * cos (- t)) (rho * sin (- t))))).
{ intros t _. rewrite opp_opp, cos_neg, sin_neg. f_equal. ring. }
replace (A rho) with (opp (opp (A rho))) by apply opp_opp. apply (is_RInt_opp (V := R_NormedModule)).
apply (is_RInt_comp_opp (V := R_NormedModule) (fun t => F (rho * cos t) (rho * sin t))).
rewrite Ropp_involutive. apply (is_RInt_swap (V := R_NormedModule)), IA, Hr.
Qed.

(* The coordinates: mean 0, variance 1, covariance 0. *)
Lemma gauss2_derivative F f n H m :
  (forall rho theta, 0 < rho -> F (rho * cos theta) (rho * sin theta) = rho ^ n * f theta) ->
  (forall t, is_derive H t (f t)) -> (forall t, continuous f t) ->
  half (fun rho => rho ^ S n * bell rho) m -> is_gauss2 F ((H PI - H (- PI)) / (2 * PI) * m).
Proof.
intros E D C Hm. apply gauss2_homogeneous with f n; [exact E| |exact Hm].
apply (is_RInt_derive (V := R_CompleteNormedModule) H f); intros; [apply D|apply C].
Qed.

Lemma gauss2_x : is_gauss2 (fun x _ => x) 0.
Proof.
replace 0 with ((sin PI - sin (- PI)) / (2 * PI) * sqrt (PI / 2)).
- apply gauss2_derivative with cos 1%nat; [intros; simpl; ring|apply is_derive_sin| |exact half_bell_2].
intros t. apply continuous_cos.
- rewrite sin_neg, sin_PI. field. apply PI_neq0.
Qed.

Lemma gauss2_x_sq : is_gauss2 (fun x _ => x ^ 2) 1.
Proof.
pose (H := fun t => (t + sin t * cos t) / 2).
replace 1 with ((H PI - H (- PI)) / (2 * PI) * 2).
- apply gauss2_derivative with (fun t => cos t ^ 2) 2%nat; [intros; simpl; ring| | |exact half_bell_3].
+ intros t. unfold H. auto_derive; [exact I|]. assert (E := sin2_cos2 t). unfold Rsqr in E. simpl. nra.
+ intros t. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I.
- unfold H. rewrite sin_neg, sin_PI. field. apply PI_neq0.
Qed.

Lemma gauss2_xy : is_gauss2 (fun x y => x * y) 0.
Proof.
pose (H := fun t => (sin t) ^ 2 / 2).
replace 0 with ((H PI - H (- PI)) / (2 * PI) * 2).
- apply gauss2_derivative with (fun t => cos t * sin t) 2%nat; [intros; simpl; ring| | |exact half_bell_3].
+ intros t. unfold H. auto_derive; [exact I|]. simpl. field.
+ intros t. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I.
- unfold H. rewrite sin_neg, sin_PI. field. apply PI_neq0.
Qed.
