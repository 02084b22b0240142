(* Bessel's integrals, and the polar integral of a cosine up to the radius r.

   J s, J1 s, J2 s   the integrals over [-PI, PI] of cos (s cos theta), cos theta sin (s cos theta),
                     cos theta^2 cos (s cos theta): J' = - J1, J1' = J2, s J2 + J1 = s J (Bessel)
   Ring r a          the integral of rho bell rho J (a rho) from 0 to r

   Formalised: the derivatives of J, J1 and of Ring r in a, and Bessel's equation.
   Not formalised: the limit of Ring r a for large r is in num/PlanarWaves.v. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.GaussianIntegral num.PlanarGaussian num.HalfLine num.CharacteristicFunction.
Open Scope R_scope.

Definition J (s : R) : R := RInt (fun t => cos (s * cos t)) (- PI) PI.
Definition J1 (s : R) : R := RInt (fun t => cos t * sin (s * cos t)) (- PI) PI.
Definition J2 (s : R) : R := RInt (fun t => cos t * cos t * cos (s * cos t)) (- PI) PI.

(* The derivative under the integral. *)
Lemma parameter_derive (f f' : R -> R -> R) a b u : (forall u x, is_derive (fun z => f z x) u (f' u x)) ->
  (forall u x, continuity_2d_pt f' u x) -> (forall u, ex_RInt (f u) a b) ->
  is_derive (fun z => RInt (f z) a b) u (RInt (f' u) a b).
Proof.
intros D C I. replace (RInt (f' u) a b) with (RInt (fun x => Derive (fun z => f z x) u) a b).
- apply (is_derive_RInt_param f a b u).
+ apply filter_forall. intros v x _. exists (f' v x). apply D.
+ intros x _. apply continuity_2d_pt_ext with f'; [|apply C]. intros v y. symmetry.
apply is_derive_unique, D.
+ apply filter_forall. intros v. apply I.
- apply RInt_ext. intros x _. apply is_derive_unique, D.
Qed.

Lemma smooth_integrable (f f' : R -> R) a b : (forall x, is_derive f x (f' x)) -> ex_RInt f a b.
Proof.
intros D. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros x _.
apply (ex_derive_continuous (V := R_NormedModule)). exists (f' x). apply D.
Qed.

Lemma J_integrable s : ex_RInt (fun t => cos (s * cos t)) (- PI) PI.
Proof.
apply smooth_integrable with (fun t => - (- s * sin t * sin (s * cos t))). intros x. auto_derive;
[exact I|ring].
Qed.

Lemma J1_integrable s : ex_RInt (fun t => cos t * sin (s * cos t)) (- PI) PI.
Proof.
apply smooth_integrable with (fun t => - sin t * sin (s * cos t) - cos t * (s * sin t) * cos (s * cos t)).
intros x. auto_derive; [exact I|ring].
Qed.

Lemma J2_integrable s : ex_RInt (fun t => cos t * cos t * cos (s * cos t)) (- PI) PI.
Proof.
apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros x _.
apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I.
Qed.

Lemma cos_continuity_2d u x : continuity_2d_pt (fun _ v => cos v) u x.
Proof.
apply (continuity_1d_2d_pt_comp cos (fun _ v => v)); [apply continuity_cos|apply continuity_2d_pt_id2].
Qed.

Lemma product_continuity_2d u x : continuity_2d_pt (fun w v => w * cos v) u x.
Proof. apply continuity_2d_pt_mult; [apply continuity_2d_pt_id1|apply cos_continuity_2d]. Qed.

Lemma J_derive s : is_derive J s (- J1 s).
Proof.
unfold J1. replace (- RInt (fun t => cos t * sin (s * cos t)) (- PI) PI)
with (RInt (fun t => - (cos t * sin (s * cos t))) (- PI) PI).
- apply (parameter_derive (fun u t => cos (u * cos t)) (fun u t => - (cos t * sin (u * cos t)))).
+ intros u x. auto_derive; [exact I|ring].
+ intros u x. apply continuity_2d_pt_opp, continuity_2d_pt_mult; [apply cos_continuity_2d|].
apply (continuity_1d_2d_pt_comp sin (fun w v => w * cos v));
[apply continuity_sin|apply product_continuity_2d].
+ apply J_integrable.
- apply (RInt_opp (V := R_CompleteNormedModule)), J1_integrable.
Qed.

Lemma J1_derive s : is_derive J1 s (J2 s).
Proof.
apply (parameter_derive (fun u t => cos t * sin (u * cos t)) (fun u t => cos t * cos t * cos (u * cos t))).
- intros u x. auto_derive; [exact I|ring].
- intros u x. apply continuity_2d_pt_mult; [apply continuity_2d_pt_mult; apply cos_continuity_2d|].
apply (continuity_1d_2d_pt_comp cos (fun w v => w * cos v));
[apply continuity_cos|apply product_continuity_2d].
- apply J1_integrable.
Qed.

(* Integration by parts in theta. *)
Lemma by_parts s :
  is_RInt (fun t => cos t * sin (s * cos t) - s * (sin t * sin t) * cos (s * cos t)) (- PI) PI 0.
Proof.
replace 0 with (sin PI * sin (s * cos PI) - sin (- PI) * sin (s * cos (- PI))) by
(rewrite sin_neg, sin_PI; ring).
apply (is_RInt_derive (V := R_CompleteNormedModule) (fun t => sin t * sin (s * cos t))); intros t _.
- auto_derive; [exact I|ring].
- apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I.
Qed.

Lemma bessel s : J1 s + s * J2 s = s * J s.
Proof.
assert (A := RInt_correct (V := R_CompleteNormedModule) _ _ _ (J1_integrable s)).
assert (B := is_RInt_scal (V := R_NormedModule) _ _ _ s _
(RInt_correct (V := R_CompleteNormedModule) _ _ _ (J2_integrable s))).
assert (C := is_RInt_scal (V := R_NormedModule) _ _ _ s _
(RInt_correct (V := R_CompleteNormedModule) _ _ _ (J_integrable s))).
assert (Q := is_RInt_plus (V := R_NormedModule) _ _ _ _ _ _ A
(is_RInt_minus (V := R_NormedModule) _ _ _ _ _ _ B C)).
assert (U : J1 s + (s * J2 s - s * J s) = 0); [|lra].
rewrite <- (is_RInt_unique (V := R_CompleteNormedModule) _ _ _ _ (by_parts s)). symmetry.
apply (is_RInt_unique (V := R_CompleteNormedModule)). apply is_RInt_ext with (2 := Q). intros t _.
assert (T := sin2_cos2 t). unfold Rsqr in T. match goal with |- ?l = ?r => change (@eq R l r) end.
replace (sin t * sin t) with (1 - cos t * cos t) by lra.
change (cos t * sin (s * cos t) + (s * (cos t * cos t * cos (s * cos t)) - s * cos (s * cos t)) =
cos t * sin (s * cos t) - s * (1 - cos t * cos t) * cos (s * cos t)). ring.
Qed.

Lemma J1_bound s : Rabs (J1 s) <= 2 * PI.
Proof.
assert (P := PI_RGT_0). replace (2 * PI) with ((PI - - PI) * 1) by ring.
apply abs_RInt_le_const; [lra|apply J1_integrable|]. intros t _. rewrite Rabs_mult.
assert (A : Rabs (cos t) <= 1) by (apply Rabs_le, COS_bound).
assert (B : Rabs (sin (s * cos t)) <= 1) by (apply Rabs_le, SIN_bound).
assert (C := Rabs_pos (cos t)). assert (D := Rabs_pos (sin (s * cos t))). nra.
Qed.

Lemma J_0 : J 0 = 2 * PI.
Proof.
apply is_RInt_unique. apply is_RInt_ext with (fun _ => 1); [intros t _; now rewrite Rmult_0_l, cos_0|].
replace (2 * PI) with ((PI - - PI) * 1) by ring. apply (is_RInt_const (V := R_NormedModule)).
Qed.

(* The integral over rho up to r. *)
Definition Ring (r a : R) : R := RInt (fun x => x * bell x * J (a * x)) 0 r.

Lemma scaled_derive (f f' : R -> R) c x : (forall u, is_derive f u (f' u)) ->
  is_derive (fun z => f (c * z)) x (c * f' (c * x)).
Proof.
intros D. apply (is_derive_comp f (fun z => c * z) x (f' (c * x)) c); [apply D|]. auto_derive;
[exact I|ring].
Qed.

Lemma Ring_density_derive a x : is_derive (fun u => x * bell x * J (u * x)) a
  (- x * (x * bell x) * J1 (a * x)).
Proof.
evar_last.
- apply (is_derive_scal (fun u => J (u * x)) a (x * bell x)).
apply is_derive_ext with (fun u => J (x * u)); [intros u; f_equal; apply Rmult_comm|].
apply (scaled_derive J (fun u => - J1 u) x a J_derive).
- change (@eq R (x * bell x * (x * - J1 (x * a))) (- x * (x * bell x) * J1 (a * x))).
rewrite (Rmult_comm x a). ring.
Qed.

Lemma Ring_integrable a r : ex_RInt (fun x => x * bell x * J (a * x)) 0 r.
Proof.
apply smooth_integrable with (fun x => (1 * bell x + x * (- x * bell x)) * J (a * x) + x * bell x *
(a * - J1 (a * x))).
intros x. apply (is_derive_mult (fun z => z * bell z) (fun z => J (a * z))).
- apply (is_derive_mult (fun z => z) bell x 1 (- x * bell x));
[apply (is_derive_id x)|apply bell_derive|exact Rmult_comm].
- apply (scaled_derive J (fun u => - J1 u) a x J_derive).
- exact Rmult_comm.
Qed.

Lemma J_scaled_continuous a x : continuous (fun z => J (a * z)) x.
Proof.
apply (ex_derive_continuous (V := R_NormedModule)). exists (a * - J1 (a * x)).
apply (scaled_derive J (fun u => - J1 u) a x J_derive).
Qed.

Lemma J1_scaled_continuous a x : continuous (fun z => J1 (a * z)) x.
Proof.
apply (ex_derive_continuous (V := R_NormedModule)). exists (a * J2 (a * x)).
apply (scaled_derive J1 J2 a x J1_derive).
Qed.

(* The derivative of bell x (x J1 (a x)). *)
Definition flow (a x : R) : R := - x * bell x * (x * J1 (a * x)) + bell x * (a * x * J (a * x)).

Lemma flow_derive a x : is_derive (fun z => bell z * (z * J1 (a * z))) x (flow a x).
Proof.
evar_last.
- apply (is_derive_mult bell (fun z => z * J1 (a * z))); [apply bell_derive| |exact Rmult_comm].
apply (is_derive_mult (fun z => z) (fun z => J1 (a * z)) x 1); [apply (is_derive_id x)| |exact Rmult_comm].
apply (scaled_derive J1 J2 a x J1_derive).
- change (@eq R (- x * bell x * (x * J1 (a * x)) + bell x * (1 * J1 (a * x) + x * (a * J2 (a * x))))
(flow a x)).
unfold flow. rewrite <- (bessel (a * x)). ring.
Qed.

Lemma flow_continuous a x : continuous (flow a) x.
Proof.
assert (CB := bell_continuous x). assert (CX := continuous_id x).
assert (C0 := J_scaled_continuous a x). assert (C1 := J1_scaled_continuous a x).
apply (continuous_plus (V := R_NormedModule)).
- apply (continuous_mult (fun z => - z * bell z) (fun z => z * J1 (a * z))).
+ apply (continuous_mult (fun z => - z) bell); [apply (continuous_opp (V := R_NormedModule)), CX|exact CB].
+ apply (continuous_mult (fun z => z) (fun z => J1 (a * z))); [exact CX|exact C1].
- apply (continuous_mult bell (fun z => a * z * J (a * z))); [exact CB|].
apply (continuous_mult (fun z => a * z) (fun z => J (a * z))); [|exact C0].
apply (continuous_mult (fun _ => a) (fun z => z)); [apply continuous_const|exact CX].
Qed.

Lemma Ring_slope r a :
  RInt (fun x => - x * (x * bell x) * J1 (a * x)) 0 r = r * bell r * J1 (a * r) - a * Ring r a.
Proof.
apply is_RInt_unique. apply is_RInt_ext with (fun x => flow a x - a * (x * bell x * J (a * x))).
- intros x _. match goal with |- ?l = ?r => change (@eq R l r) end. unfold flow. ring.
- apply (is_RInt_minus (V := R_NormedModule)).
+ replace (r * bell r * J1 (a * r)) with (bell r * (r * J1 (a * r)) - bell 0 * (0 * J1 (a * 0))) by ring.
apply (is_RInt_derive (V := R_CompleteNormedModule) (fun x => bell x * (x * J1 (a * x)))); intros x _;
[apply flow_derive|apply flow_continuous].
+ apply (is_RInt_scal (V := R_NormedModule)), (RInt_correct (V := R_CompleteNormedModule)), Ring_integrable.
Qed.

Lemma J1_continuity_2d u x : continuity_2d_pt (fun w v => J1 (w * v)) u x.
Proof.
apply (continuity_1d_2d_pt_comp J1 (fun w v => w * v)).
- apply continuity_pt_filterlim, (ex_derive_continuous (V := R_NormedModule)). exists (J2 (u * x)).
apply J1_derive.
- apply continuity_2d_pt_mult; [apply continuity_2d_pt_id1|apply continuity_2d_pt_id2].
Qed.

Lemma Ring_derive r a : is_derive (Ring r) a (r * bell r * J1 (a * r) - a * Ring r a).
Proof.
rewrite <- Ring_slope. apply (parameter_derive (fun u x => x * bell x * J (u * x))
(fun u x => - x * (x * bell x) * J1 (u * x))).
- apply Ring_density_derive.
- intros u x. apply continuity_2d_pt_mult; [|apply J1_continuity_2d].
apply continuity_2d_pt_mult; [apply continuity_2d_pt_opp, continuity_2d_pt_id2|].
apply continuity_2d_pt_mult; [apply continuity_2d_pt_id2|apply bell_continuity_2d].
- intros u. apply Ring_integrable.
Qed.
