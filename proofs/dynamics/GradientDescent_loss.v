(* No step of gradient descent of size at most 2/Lam increases the loss (S2).

   x, th       |grad_a|; the angle of the turn, tan th = eta |P_w grad_w|
   V           any number with x sin x <= V on [0, PI]; the least is their maximum, 1.8197...
   chi         V |b| / 2 PI, the coupling
   Lam         the larger eigenvalue of [[lam1, chi], [chi, |d|/2]], d = a^T b

   Formalised: S2 with every V, so with the least, which exists; that Lam is the larger
   eigenvalue. That it is sharp is in GradientDescent_sharp.v.
   Not formalised: nothing of it. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Lemmata Require Import num.Vectors num.Intervals Definitions loss.FilterGradient
  dynamics.PopulationGradient dynamics.LumpedChain_frames dynamics.GradientDescent
  dynamics.GradientDescent_turn.
Open Scope R_scope.

Definition coupling (V : R) (k : nat) (b : vec) : R := V * norm k b / (2 * PI).
Definition larger (x y chi : R) : R := (x + y + sqrt ((x - y) ^ 2 + 4 * chi ^ 2)) / 2.
Definition Lam (V : R) (k : nat) (a b : vec) : R := larger (lam1 k) (Rabs (dot k a b) / 2) (coupling V k b).

(* The larger eigenvalue bounds the form. *)
Lemma larger_bounds x y chi u t : x * u ^ 2 + 2 * chi * u * t + y * t ^ 2 <= larger x y chi * (u ^ 2 + t ^ 2).
Proof.
unfold larger. assert (S : 0 <= (x - y) ^ 2 + 4 * chi ^ 2).
{ assert (A := pow2_ge_0 (x - y)). assert (B := pow2_ge_0 chi). lra. }
assert (D := sqrt_sqrt _ S). assert (D0 := sqrt_pos ((x - y) ^ 2 + 4 * chi ^ 2)). set (r := sqrt _) in *.
assert (A : Rabs (x - y) <= r).
{ unfold r. rewrite <- sqrt_Rsqr_abs. apply sqrt_le_1_alt. unfold Rsqr. assert (B := pow2_ge_0 chi). nra. }
assert (A1 := Rle_abs (x - y)). assert (A2 := Rle_abs (- (x - y))). rewrite Rabs_Ropp in A2.
assert (G : 0 <= (r - (x - y)) * u ^ 2 - 4 * chi * u * t + (r + (x - y)) * t ^ 2); [|lra].
assert (E : (r - (x - y)) * (r + (x - y)) = 4 * chi ^ 2) by (ring_simplify; lra).
destruct (Req_dec (r - (x - y)) 0) as [Z|Z].
- assert (C : chi ^ 2 = 0) by (rewrite Z in E; lra). assert (chi = 0) as -> by nra. rewrite Z.
  assert (T := pow2_ge_0 t). assert (0 <= (r + (x - y)) * t ^ 2) by (apply Rmult_le_pos; lra). lra.
- apply Rmult_le_reg_l with (r - (x - y)); [lra|]. rewrite Rmult_0_r.
  replace ((r - (x - y)) * ((r - (x - y)) * u ^ 2 - 4 * chi * u * t + (r + (x - y)) * t ^ 2)) with
    (((r - (x - y)) * u - 2 * chi * t) ^ 2 + ((r - (x - y)) * (r + (x - y)) - 4 * chi ^ 2) * t ^ 2) by ring.
  rewrite E. assert (Q := pow2_ge_0 ((r - (x - y)) * u - 2 * chi * t)). lra.
Qed.

(* S2: it is an eigenvalue of [[x, chi], [chi, y]], and none is larger. *)
Lemma S2_larger_eigenvalue (x y chi : R) :
  (x - larger x y chi) * (y - larger x y chi) - chi ^ 2 = 0 /\
  forall z, (x - z) * (y - z) - chi ^ 2 = 0 -> z <= larger x y chi.
Proof.
unfold larger. assert (H : 0 <= (x - y) ^ 2 + 4 * chi ^ 2).
{ assert (A := pow2_ge_0 (x - y)). assert (B := pow2_ge_0 chi). lra. }
assert (S := sqrt_sqrt _ H). assert (P := sqrt_pos ((x - y) ^ 2 + 4 * chi ^ 2)). set (r := sqrt _) in *.
split; [lra|]. intros z Z. assert (F : (2 * z - x - y) ^ 2 = r * r) by (rewrite S; lra).
destruct (Rle_dec (2 * z - x - y) 0); [lra|]. assert (2 * z - x - y <= r); [|lra].
apply Rsqr_incr_0_var; [|exact P]. unfold Rsqr. lra.
Qed.

(* The angle after the step, and the norm of the tangent gradient. *)
Lemma unit_angle p w v : dot p w w = 1 -> dot p v v = 1 ->
  0 <= angle p w v <= PI /\ dot p w v = cos (angle p w v) /\
  sin (angle p w v) * sin (angle p w v) = 1 - dot p w v * dot p w v /\ 0 <= sin (angle p w v).
Proof.
intros Hw Hv. assert (B := acos_bound (dot p w v / (norm p w * norm p v))). fold (angle p w v) in B.
assert (C : cos (angle p w v) = dot p w v) by (rewrite cos_angle, (norm_unit p w Hw) by lra; field).
split; [exact B|split; [now rewrite C|split; [|apply sin_ge_0; lra]]].
assert (E := sin2_cos2 (angle p w v)). rewrite C in E. unfold Rsqr in E. lra.
Qed.

Lemma tangent_target p w v : dot p w w = 1 -> dot p v v = 1 ->
  dot p (tangent p w v) (tangent p w v) = 1 - dot p w v * dot p w v /\
  dot p (tangent p w v) v = 1 - dot p w v * dot p w v.
Proof.
intros Hw Hv. unfold tangent.
rewrite (dot_minus_l p v (fun i => dot p w v * w i) v), !(dot_minus_l p v), !(dot_minus_r p v).
rewrite !dot_scal_l, !dot_scal_r, (dot_sym p v w), Hv, Hw. split; ring.
Qed.

(* P_w grad_w and the point before the projection, as multiples of P_w v. *)
Lemma tangent_gradient p k w a v b : dot p w w = 1 -> dot p v v = 1 ->
  tangent p w (gradient_w p k w a v b) =
  fun i => - ((PI - angle p w v) * dot k a b / (2 * PI)) * tangent p w v i.
Proof.
intros Hw Hv. apply functional_extensionality. intros i.
replace (gradient_w p k w a v b) with (slope_w Network p k w a v b).
- rewrite S1_sphere_filter by exact Hw. field. apply PI_neq0.
- apply functional_extensionality. intros j. apply S1_literal_reading; [lra|exact Hv].
Qed.

Lemma tangent_norm p k w a v b : dot p w w = 1 -> dot p v v = 1 ->
  let phi := angle p w v in
  norm p (tangent p w (gradient_w p k w a v b)) = q phi * Rabs (dot k a b) / (2 * PI).
Proof.
intros Hw Hv phi. assert (P := PI_RGT_0). destruct (unit_angle p w v Hw Hv) as (R & C & S & S0).
fold phi in R, C, S, S0.
unfold norm. rewrite tangent_gradient by assumption. fold phi.
rewrite dot_scal_l, dot_scal_r, (proj1 (tangent_target p w v Hw Hv)), <- S.
replace (q phi * Rabs (dot k a b) / (2 * PI)) with (Rabs ((PI - phi) * dot k a b / (2 * PI)) * sin phi).
- set (y := (PI - phi) * dot k a b / (2 * PI)). rewrite <- (Rabs_pos_eq (sin phi)) at 3 by exact S0.
  rewrite <- Rabs_mult, <- sqrt_Rsqr_abs. f_equal. unfold Rsqr. ring.
- unfold Rdiv. rewrite !Rabs_mult, (Rabs_pos_eq (PI - phi)), (Rabs_pos_eq (/ (2 * PI))); [unfold q;
  ring| |lra].
  left. apply Rinv_0_lt_compat. lra.
Qed.

Lemma angle_of_the_step p k eta w a v b : dot p w w = 1 -> dot p v v = 1 -> 0 < eta ->
  let phi := angle p w v in
  let th := atan (eta * norm p (tangent p w (gradient_w p k w a v b))) in
  angle p (descent_w p k eta w a v b) v = if Rle_dec 0 (dot k a b) then towards phi th else away phi th.
Proof.
intros Hw Hv He phi th. assert (P := PI_RGT_0).
destruct (unit_angle p w v Hw Hv) as (R & C & S & S0). fold phi in R, C, S, S0.
set (x := eta * ((PI - phi) * dot k a b / (2 * PI))).
assert (T : th = atan (Rabs x * sin phi)).
{ unfold th. rewrite tangent_norm by assumption. fold phi. f_equal. unfold x, q, Rdiv.
  rewrite !Rabs_mult, (Rabs_pos_eq eta), (Rabs_pos_eq (PI - phi)), (Rabs_pos_eq (/ (2 * PI)));
    [ring| |lra|lra].
  left. apply Rinv_0_lt_compat. lra. }
destruct (tangent_target p w v Hw Hv) as [T1 T2].
destruct (S1_norm_before_projection p k eta w a v b Hw) as [N _].
assert (M : agree p (descent_m p k eta w a v b) (fun i => 1 * w i + x * tangent p w v i)).
{ intros i _. unfold descent_m. rewrite tangent_gradient by assumption. fold phi. unfold x. field. lra. }
assert (Mv : dot p (descent_m p k eta w a v b) v = cos phi + x * (sin phi * sin phi)).
{ rewrite (dot_ext p _ _ v v M (fun i _ => eq_refl)). change (fun i => 1 * w i + x * tangent p w v i) with
    (lin 1 w x (tangent p w v)). rewrite dot_lin_l, T2, <- S, C. ring. }
assert (MM : dot p (descent_m p k eta w a v b) (descent_m p k eta w a v b) = 1 + x ^ 2 * (sin phi * sin phi)).
{ rewrite N, tangent_gradient, dot_scal_l, dot_scal_r, T1, <- S by assumption. fold phi. unfold x. field.
  lra. }
assert (A : angle p (descent_w p k eta w a v b) v = if Rle_dec 0 x then towards phi th else away phi th).
{ rewrite T, <- angle_after by exact R. unfold angle. rewrite (norm_unit p v Hv).
  rewrite (norm_unit p _ (S1_filter_stays_on_the_sphere p k eta w a v b Hw)). f_equal.
  unfold descent_w. rewrite (proj1 (unit_coordinates p v (descent_m p k eta w a v b))), Mv.
  unfold norm. rewrite MM. field. apply Rgt_not_eq, sqrt_lt_R0.
  assert (0 <= x ^ 2 * (sin phi * sin phi)) by (apply Rmult_le_pos; [apply pow2_ge_0|nra]). lra. }
rewrite A. assert (Y : 0 <= eta * / (2 * PI)).
{ apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat. lra. }
assert (X : x = eta * / (2 * PI) * ((PI - phi) * dot k a b)) by (unfold x, Rdiv; ring).
destruct (Rle_dec 0 x) as [U|U], (Rle_dec 0 (dot k a b)) as [D|D]; try reflexivity.
- assert (E : PI - phi = 0).
  { destruct (Req_dec (PI - phi) 0) as [E|E]; [exact E|].
    assert (0 < eta * / (2 * PI)) by (apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat; lra]).
    assert ((PI - phi) * dot k a b < 0) by nra. nra. }
  assert (Z : th = 0) by (rewrite T; replace phi with PI by lra; rewrite sin_PI, Rmult_0_r; apply atan_0).
  rewrite Z. unfold towards, away. rewrite Rminus_0_r, Rabs_pos_eq by lra. destruct Rle_dec; lra.
- exfalso. apply U. rewrite X. apply Rmult_le_pos; [exact Y|]. apply Rmult_le_pos; lra.
Qed.

(* What the turn does, whichever way it goes: at most - |T| th + |d| th^2 / 4. *)
Lemma turn_part phi d th : 0 <= phi <= PI -> 0 <= th <= PI / 2 ->
  let phi' := if Rle_dec 0 d then towards phi th else away phi th in
  (g phi - g phi') * d / (2 * PI) <= - (q phi * Rabs d / (2 * PI)) * th + Rabs d * th ^ 2 / 4 /\
  0 <= phi' <= PI /\ Rabs (phi - phi') <= th.
Proof.
intros Hp Ht phi'. assert (P := PI_RGT_0). destruct (turn_range phi th Hp Ht) as [R1 R2].
assert (A := towards_second_order phi th Hp). assert (B := away_second_order phi th Hp).
unfold phi'. destruct (Rle_dec 0 d) as [D|D]; (split; [|assumption]).
- rewrite Rabs_pos_eq by exact D.
  replace (- (q phi * d / (2 * PI)) * th + d * th ^ 2 / 4)
    with ((- (q phi * th) + PI / 2 * th ^ 2) * (d / (2 * PI)))
    by (field; lra).
  unfold Rdiv at 1. rewrite Rmult_assoc. apply Rmult_le_compat_r; [|lra].
  apply Rmult_le_pos; [exact D|]. left. apply Rinv_0_lt_compat. lra.
- rewrite Rabs_left by lra.
  replace (- (q phi * - d / (2 * PI)) * th + - d * th ^ 2 / 4) with
    ((- (q phi * th) + PI / 2 * th ^ 2) * (- d / (2 * PI))) by (field; lra).
  replace ((g phi - g (away phi th)) * d / (2 * PI))
    with ((g (away phi th) - g phi) * (- d / (2 * PI))) by (field; lra).
  apply Rmult_le_compat_r; [|lra]. apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat. lra.
Qed.

(* The mixed part. *)
Lemma mixed_part V k phi phi' th b G : (forall z, 0 <= z <= PI -> z * sin z <= V) -> 0 <= phi <= PI ->
  0 <= phi' <= PI -> Rabs (phi - phi') <= th ->
  - (g phi - g phi') * dot k G b / (2 * PI) <= coupling V k b * norm k G * th.
Proof.
intros HV Hp Hp' Ht. assert (P := PI_RGT_0). assert (L := g_lipschitz V phi phi' HV Hp Hp').
assert (C := cauchy_schwarz_norm k G b). assert (V0 : 0 <= V) by (assert (E := HV 0); rewrite Rmult_0_l in E;
  lra).
assert (A := Rle_abs (- (g phi - g phi') * dot k G b)). rewrite Rabs_mult, Rabs_Ropp in A.
assert (B : Rabs (g phi - g phi') * Rabs (dot k G b) <= V * th * (norm k G * norm k b)).
{ apply Rmult_le_compat; try apply Rabs_pos; [|exact C]. apply Rle_trans with (1 := L).
  now apply Rmult_le_compat_l. }
replace (coupling V k b * norm k G * th) with (V * th * (norm k G * norm k b) * / (2 * PI))
  by (unfold coupling; field; lra).
unfold Rdiv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|lra].
Qed.

Lemma S2_descent (V : R) (p k : nat) (eta : R) (w a v b : vec) :
  (forall z, 0 <= z <= PI -> z * sin z <= V) -> dot p w w = 1 -> dot p v v = 1 -> 0 < eta ->
  let G := gradient_a k 1 (angle p w v) a b in
  let th := atan (eta * norm p (tangent p w (gradient_w p k w a v b))) in
  loss p k (descent_w p k eta w a v b) (descent_a p k eta w a v b) v b
  <= loss p k w a v b - (1 - eta * Lam V k a b / 2) * (eta * dot k G G + th ^ 2 / eta).
Proof.
intros HV Hw Hv He G th. assert (P := PI_RGT_0). set (phi := angle p w v) in *. set (d := dot k a b).
destruct (unit_angle p w v Hw Hv) as (R & _). fold phi in R.
set (T := norm p (tangent p w (gradient_w p k w a v b))) in *.
assert (T0 : 0 <= T) by apply norm_nonneg. destruct (atan_below (eta * T)) as [A1 A2];
  [now apply Rmult_le_pos; lra|].
fold th in A1, A2. assert (A3 : th <= PI / 2) by (unfold th; destruct (atan_bound (eta * T)); lra).
set (phi' := if Rle_dec 0 d then towards phi th else away phi th).
assert (E : angle p (descent_w p k eta w a v b) v = phi') by now apply angle_of_the_step.
destruct (turn_part phi d th R) as (B & R' & Q); [lra|]. fold phi' in B, R', Q.
assert (M := mixed_part V k phi phi' th b G HV R R' Q).
destruct (S2_output_part p k eta w a v b Hw) as [_ O]. fold phi G in O.
assert (D : descent_a p k eta w a v b = lin 1 a (- eta) G).
{ apply functional_extensionality. intros i. unfold descent_a, lin, G. rewrite (norm_unit p w Hw). fold phi.
  ring. }
assert (S : loss p k (descent_w p k eta w a v b) (descent_a p k eta w a v b) v b
            - loss p k w (descent_a p k eta w a v b) v b
            = (g phi - g phi') * d / (2 * PI) + eta * (- (g phi - g phi') * dot k G b / (2 * PI))).
{ unfold loss. rewrite E, (norm_unit p w Hw), (norm_unit p _ (S1_filter_stays_on_the_sphere p k eta w a v b
  Hw)).
  fold phi. apply Rmult_eq_reg_l with (4 * PI); [|lra]. rewrite Rmult_minus_distr_l, !loss_on_the_sphere.
  rewrite D, (dot_lin_l k 1 a (- eta) G b). fold d. field. lra. }
assert (TN : T = q phi * Rabs d / (2 * PI)) by now apply tangent_norm. rewrite <- TN in B.
assert (N := norm_sq k G). set (x := norm k G) in *. rewrite <- N in O |- *.
assert (F := larger_bounds (lam1 k) (Rabs d / 2) (coupling V k b) (eta * x) th).
change (larger (lam1 k) (Rabs d / 2) (coupling V k b)) with (Lam V k a b) in F.
assert (T1 : th * th <= th * (eta * T)) by now apply Rmult_le_compat_l.
apply Rmult_le_reg_l with eta; [exact He|].
replace (eta * (loss p k w a v b - (1 - eta * Lam V k a b / 2) * (eta * (x * x) + th ^ 2 / eta))) with
  (eta * loss p k w a v b - (1 - eta * Lam V k a b / 2) * ((eta * x) ^ 2 + th ^ 2)) by (field; lra).
assert (O' := Rmult_le_compat_l eta _ _ (Rlt_le _ _ He) O).
assert (B' := Rmult_le_compat_l eta _ _ (Rlt_le _ _ He) B).
assert (M' := Rmult_le_compat_l (eta ^ 2) _ _ (pow2_ge_0 eta) M).
assert (S' := f_equal (Rmult eta) S). assert (F' := Rmult_le_compat_l (eta / 2) _ _ ltac:(lra) F). lra.
Qed.

Lemma lam1_pos k : 0 < lam1 k.
Proof.
assert (P := PI2_3_2). unfold PI2 in P. assert (Q := pos_INR k).
unfold lam1. apply Rdiv_lt_0_compat; lra.
Qed.

Lemma S2_limit_is_positive (V : R) (k : nat) (a b : vec) : 0 < Lam V k a b.
Proof.
unfold Lam, larger. assert (L := lam1_pos k). assert (D := Rabs_pos (dot k a b)).
assert (S := sqrt_pos ((lam1 k - Rabs (dot k a b) / 2) ^ 2 + 4 * coupling V k b ^ 2)). lra.
Qed.

Lemma S2_no_rise (V : R) (p k : nat) (eta : R) (w a v b : vec) :
  (forall z, 0 <= z <= PI -> z * sin z <= V) -> dot p w w = 1 -> dot p v v = 1 ->
  0 < eta <= 2 / Lam V k a b ->
  loss p k (descent_w p k eta w a v b) (descent_a p k eta w a v b) v b <= loss p k w a v b.
Proof.
intros HV Hw Hv [He Hl]. assert (D := S2_descent V p k eta w a v b HV Hw Hv He). cbv zeta in D.
set (G := gradient_a _ _ _ _ _) in D. set (th := atan _) in D. apply Rle_trans with (1 := D).
assert (L := S2_limit_is_positive V k a b).
assert (E : eta * Lam V k a b <= 2).
{ apply Rmult_le_compat_r with (r := Lam V k a b) in Hl; [|lra]. unfold Rdiv in Hl.
  rewrite Rmult_assoc, Rinv_l in Hl; lra. }
assert (0 <= eta * dot k G G) by (apply Rmult_le_pos; [lra|apply dot_nonneg]).
assert (0 <= th ^ 2 / eta).
{ apply Rmult_le_pos; [apply pow2_ge_0|left; now apply Rinv_0_lt_compat]. }
assert (0 <= (1 - eta * Lam V k a b / 2) * (eta * dot k G G + th ^ 2 / eta)) by (apply Rmult_le_pos; lra).
lra.
Qed.

Lemma S2_limit_in_closed_form (V : R) (k : nat) (a b : vec) :
  let d := Rabs (dot k a b) in let chi := coupling V k b in
  2 / Lam V k a b = 8 / (d + 2 * lam1 k + sqrt ((d - 2 * lam1 k) ^ 2 + 16 * chi ^ 2)).
Proof.
intros d chi. assert (E : sqrt ((d - 2 * lam1 k) ^ 2 + 16 * chi ^ 2) = 2 * sqrt ((lam1 k - d / 2) ^ 2 + 4 *
  chi ^ 2)).
{ replace ((d - 2 * lam1 k) ^ 2 + 16 * chi ^ 2) with (2 * 2 * ((lam1 k - d / 2) ^ 2 + 4 * chi ^ 2)) by field.
  rewrite sqrt_mult, sqrt_square; [reflexivity|lra|lra|].
  assert (A := pow2_ge_0 (lam1 k - d / 2)). assert (B := pow2_ge_0 chi). lra. }
assert (L := S2_limit_is_positive V k a b). unfold Lam, larger in *. fold d chi in L |- *. rewrite E.
set (r := sqrt _) in *. field. lra.
Qed.

(* The least V is the maximum of z sin z; it is between 1.8197 and 1.8198. *)
Lemma S2_maximum_is_attained :
  exists V, (forall z, 0 <= z <= PI -> z * sin z <= V) /\ exists z, 0 <= z <= PI /\ z * sin z = V.
Proof.
assert (P := PI_RGT_0). destruct (continuity_ab_maj (fun z => z * sin z) 0 PI) as (m & H & Q); [lra| |].
- intros c _. apply continuity_pt_mult; [apply derivable_continuous_pt, derivable_pt_id|apply continuity_sin].
- exists (m * sin m). split; [exact H|now exists m].
Qed.

Lemma S2_coupling_constant :
  (forall z, 0 <= z <= PI -> z * sin z <= 18198 / 10000) /\
  (forall V, (forall z, 0 <= z <= PI -> z * sin z <= V) -> 18197 / 10000 <= V).
Proof.
split.
- intros z [H0 H1]. assert (H2 : z <= 31416 / 10000) by (apply Rle_trans with (1 := H1);
  interval with (i_prec 40)).
  interval with (i_prec 40, i_bisect z, i_depth 20).
- intros V H. apply Rle_trans with (20288 / 10000 * sin (20288 / 10000)); [interval with (i_prec 40)|].
  apply H. split; [lra|interval with (i_prec 40)].
Qed.
