(* Gradient descent for a small teacher near either pole: the sequences of DescentBasin_sequences.v.

   alpha, N       the teacher's output weights are b = N alpha (scaled N alpha) with |alpha| = 1
   run            the iterates (w_t, a_t) of gradient descent on the sphere, with the step size eta
   balance        A(phi)^T b / N^2, with A(phi) the equilibrium at the angle phi
   x1, omega      the balance has the sign of the pole up to the distance x1 from it; starts within x1 - omega

   Formalised: such starts end at the pole, uniformly in p, v, w_0, a_0 and N if N^2 < eps.
   Not formalised: nothing of what DescentBasin_starts.v needs of these. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel model.Teacher.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.LocalMinimality landscape.CriticalPoints.
From Lemmata Require Import landscape.DescentBasin_sequences landscape.DescentBasin_step.
From Lemmata Require Import dynamics.GradientDescent dynamics.GradientDescent_turn.
Open Scope R_scope.

Lemma squeeze (y x f : nat -> R) A B :
  (forall t, 0 <= y t <= A * x t + B * f t) -> Un_cv x 0 -> Un_cv f 0 -> Un_cv y 0.
Proof.
intros H X F. assert (Z : Un_cv (fun t => A * x t + B * f t) 0).
{ replace 0 with (A * 0 + B * 0) by ring.
  assert (Cst : forall z, Un_cv (fun _ => z) z).
  { intros z e E. exists O. intros. unfold R_dist. rewrite Rminus_eq_0, Rabs_R0. exact E. }
  apply CV_plus; apply CV_mult; try apply Cst; assumption. }
intros e E. destruct (Z e E) as [n N]. exists n. intros t T. assert (Q := N t T). assert (Y := H t).
unfold R_dist in *. rewrite Rminus_0_r in *. rewrite Rabs_pos_eq by lra.
assert (L := Rle_abs (A * x t + B * f t)).
lra.
Qed.

Lemma run_unit p k eta v b w a t : norm p w = 1 -> norm p (fst (run p k eta v b w a t)) = 1.
Proof.
intros W. induction t as [|t IH]; [exact W|]. simpl. apply norm_of_dot.
apply S1_filter_stays_on_the_sphere. now apply dot_unit.
Qed.

Lemma tau_nonneg k alpha : 0 <= tau k alpha.
Proof. rewrite <- form_inverse. apply form_nonneg. Qed.

(* The start, and the distance of the weights from the equilibrium at a pole. *)
Lemma error_at_the_start k N alpha a phi C :
  norm k alpha = 1 -> 0 < N -> 0 <= phi <= PI -> norm k a <= C * N ->
  error k N alpha a phi <= C + 1 + PI * norm k (inverse k alpha).
Proof.
intros H HN R A. assert (G := g_bounds phi R). assert (M := norm_nonneg k (inverse k alpha)).
assert (T1 := norm_triangle k a (fun i => -1 * equilibrium k (g phi) (scaled N alpha) i)).
rewrite norm_scal in T1. replace (Rabs (-1)) with 1 in T1 by (rewrite Rabs_left; lra).
assert (T2 := norm_triangle k (scaled N alpha) (fun i => (N * - (PI - g phi)) * inverse k alpha i)).
rewrite norm_scal, (norm_scaled_teacher k N alpha H HN), Rabs_mult, Rabs_Ropp, (Rabs_pos_eq N), Rabs_pos_eq
  in T2
  by lra.
rewrite (norm_ext k _ (equilibrium k (g phi) (scaled N alpha))) in T2
  by (intros i _; rewrite equilibrium_value, inverse_scaled; ring).
assert (T3 : N * (PI - g phi) * norm k (inverse k alpha) <= N * PI * norm k (inverse k alpha)).
{ apply Rmult_le_compat_r; [exact M|]. apply Rmult_le_compat_l; lra. }
unfold error. rewrite (norm_ext k _ (fun i => a i + -1 * equilibrium k (g phi) (scaled N alpha) i))
  by (intros i _; ring).
apply Rmult_le_reg_r with N; [exact HN|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma weights_near_a_pole k N alpha a phi pole :
  0 < N -> 0 <= phi <= PI -> 0 <= pole <= PI ->
  0 <= dist k a (equilibrium k (g pole) (scaled N alpha)) <=
  (N * PI * norm k (inverse k alpha)) * Rabs (phi - pole) + N * error k N alpha a phi.
Proof.
intros HN R R'. split; [apply norm_nonneg|]. assert (M := norm_nonneg k (inverse k alpha)).
assert (T := norm_triangle k (fun i => a i - equilibrium k (g phi) (scaled N alpha) i)
  (fun i => equilibrium k (g phi) (scaled N alpha) i - equilibrium k (g pole) (scaled N alpha) i)).
rewrite (equilibrium_moves k _ _ N alpha HN) in T. assert (G := g_moves phi pole R R').
unfold dist. rewrite (norm_ext k (fun i => a i - equilibrium k (g pole) (scaled N alpha) i)
  (fun i => (a i - equilibrium k (g phi) (scaled N alpha) i)
    + (equilibrium k (g phi) (scaled N alpha) i - equilibrium k (g pole) (scaled N alpha) i)))
  by (intros i _; ring).
apply Rle_trans with (1 := T). unfold error, Rdiv.
replace (N * (norm k (fun i => a i - equilibrium k (g phi) (scaled N alpha) i) * / N))
  with (norm k (fun i => a i - equilibrium k (g phi) (scaled N alpha) i)) by (field; lra).
assert (GM := Rmult_le_compat_r _ _ _ M G).
assert (GN := Rmult_le_compat_l N _ _ (Rlt_le _ _ HN) GM). lra.
Qed.

Lemma filter_near_the_teacher p w v : norm p w = 1 -> norm p v = 1 -> 0 <= dist p w v <= angle p w v.
Proof.
intros W V. assert (N := norm_nonneg p (fun i => w i - v i)). fold (dist p w v) in N. split; [exact N|].
assert (D := dist_sq_units p w v W V). rewrite <- (cos_angle p w v W V) in D. assert (R := angle_range p w v).
destruct (Req_dec (angle p w v) 0) as [Z|Z]; [rewrite Z, cos_0 in D; nra|].
assert (C := cos_above (angle p w v) ltac:(lra)). apply Rsqr_incr_0; [unfold Rsqr; lra|exact N|lra].
Qed.

Lemma filter_near_the_opposite p w v :
  norm p w = 1 -> norm p v = 1 -> 0 <= dist p w (opposite v) <= PI - angle p w v.
Proof.
intros W V. assert (N := norm_nonneg p (fun i => w i - opposite v i)). fold (dist p w (opposite v)) in N.
split; [exact N|]. assert (D := dist_opposite p w v W V). assert (R := angle_range p w v).
replace (cos (angle p w v)) with (- cos (PI - angle p w v)) in D by (rewrite cos_minus, cos_PI, sin_PI; ring).
destruct (Req_dec (PI - angle p w v) 0) as [Z|Z]; [rewrite Z, cos_0 in D; nra|].
assert (C := cos_above (PI - angle p w v) ltac:(lra)). apply Rsqr_incr_0; [unfold Rsqr; lra|exact N|lra].
Qed.

Lemma small_steps eta N k0 : 0 < N -> 0 < eta -> 0 < k0 -> N ^ 2 < 2 * PI * k0 / eta ->
  0 < eta * N ^ 2 / (2 * PI) < k0.
Proof.
intros HN He K0 H. assert (P := PI_above_3). assert (N2 := pow_lt N 2 HN).
split; [apply Rdiv_lt_0_compat; [now apply Rmult_lt_0_compat|lra]|].
apply Rmult_lt_reg_r with (2 * PI / eta); [apply Rdiv_lt_0_compat; lra|].
replace (eta * N ^ 2 / (2 * PI) * (2 * PI / eta)) with (N ^ 2) by (field; lra).
replace (k0 * (2 * PI / eta)) with (2 * PI * k0 / eta) by (field; lra). exact H.
Qed.

Lemma alignment_bounded k alpha phi d e :
  0 <= phi <= PI -> Rabs (d - balance k alpha phi) <= e -> Rabs d <= 1 + PI * tau k alpha + e.
Proof.
intros R H. assert (B := balance_bound k alpha phi (tau_nonneg k alpha) R).
assert (T := Rabs_triang (balance k alpha phi) (d - balance k alpha phi)).
replace (balance k alpha phi + (d - balance k alpha phi)) with d in T by ring. lra.
Qed.

(* The pole of the teacher. *)
Lemma teacher_pole k alpha eta C x1 omega :
  (1 <= k)%nat -> norm k alpha = 1 -> 0 < eta < 4 * PI / (PI - 1 + INR k) -> 0 <= C -> 0 < omega ->
  0 < x1 < PI -> 0 < balance k alpha x1 ->
  exists eps, 0 < eps /\ forall p v w a N,
  norm p v = 1 -> norm p w = 1 -> 0 < N -> N ^ 2 < eps -> norm k a <= C * N -> angle p w v <= x1 - omega ->
  Un_cv (fun t => dist p (fst (run p k eta v (scaled N alpha) w a t)) v) 0 /\
  Un_cv (fun t => dist k (snd (run p k eta v (scaled N alpha) w a t)) (scaled N alpha)) 0.
Proof.
intros K H He HC Ho X1 B. assert (P := PI_above_3). assert (M := norm_nonneg k (inverse k alpha)).
assert (T0 := tau_nonneg k alpha). assert (Hr := contraction_below_1 k eta He).
set (nu := balance k alpha x1 / 2). set (c := ((PI - x1) / PI) ^ 2).
assert (Hc : 0 < c) by (apply pow_lt, Rdiv_lt_0_compat; lra).
assert (PT : 0 <= PI * tau k alpha) by (apply Rmult_le_pos; lra).
assert (PM : 0 <= PI * norm k (inverse k alpha)) by (apply Rmult_le_pos; lra).
destruct (far_starts (contraction k eta) (PI * norm k (inverse k alpha)) (1 + PI * tau k alpha) nu x1 c
  (C + 1 + PI * norm k (inverse k alpha)) omega) as [k0 [K0 L]]; try assumption; try lra; [unfold nu; lra|].
exists (2 * PI * k0 / eta). split; [apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; lra|].
intros p v w a N V W HN N2 A0 St. set (b := scaled N alpha).
set (Wt := fun t => fst (run p k eta v b w a t)). set (At := fun t => snd (run p k eta v b w a t)).
set (x := fun t => angle p (Wt t) v). set (f := fun t => error k N alpha (At t) (x t)).
assert (U : forall t, norm p (Wt t) = 1) by (intros t; now apply run_unit).
assert (R : forall t, 0 <= x t <= PI) by (intros t; apply angle_range).
assert (Near : forall t, Rabs (dot k (At t) b / N ^ 2 - balance k alpha (x t)) <= f t)
  by (intros t; now apply alignment_near).
assert (Turn : forall t, _) by (intros t;
  exact (turn_of_the_filter p k eta (Wt t) (At t) v alpha N (U t) V (proj1 He) HN)).
cbv zeta in Turn. fold b in Turn.
destruct (L (eta * N ^ 2 / (2 * PI)) x f (fun t => dot k (At t) b / N ^ 2) (fun t => (PI - x t) * sin (x t)))
  as [CX CF].
- apply small_steps; [exact HN|lra|exact K0|exact N2].
- exact R.
- intros t. now apply error_nonneg.
- intros t. now apply (q_bounds (x t) x1).
- intros t. now apply (q_bounds (x t) x1).
- intros t. now apply (q_bounds (x t) x1).
- intros t D. destruct (Turn t) as [E _].
  change (x (S t)) with (angle p (descent_w p k eta (Wt t) (At t) v b) v).
  rewrite E. fold (x t). destruct (Rle_dec 0 (dot k (At t) b / N ^ 2)) as [Y|Y]; [|lra].
  unfold towards, GradientDescent_turn.q. now rewrite (Rabs_pos_eq (dot k (At t) b / N ^ 2)) by exact Y.
- intros t. exact (proj2 (Turn t)).
- intros t D. assert (Q := Near t). assert (Z := balance_decreasing k alpha (x t) x1 T0 (proj1 (R t)) D).
  rewrite Rabs_minus_sym in Q. assert (A := Rle_abs (balance k alpha (x t) - dot k (At t) b / N ^ 2)).
  unfold nu. lra.
- intros t. now apply alignment_bounded with (x t).
- intros t. apply error_step; [exact K|exact HN|apply U|apply R].
- exact St.
- now apply error_at_the_start.
- split.
  + apply squeeze with (x := x) (f := f) (A := 1) (B := 0); [|exact CX|exact CF].
    intros t. assert (Q := filter_near_the_teacher p (Wt t) v (U t) V). fold (x t) in Q.
    change (0 <= dist p (Wt t) v <= 1 * x t + 0 * f t). lra.
  + apply squeeze with (x := x) (f := f) (A := N * PI * norm k (inverse k alpha)) (B := N);
      [|exact CX|exact CF].
    intros t. assert (Q := weights_near_a_pole k N alpha (At t) (x t) 0 HN (R t) ltac:(lra)).
    rewrite g_0, Rminus_0_r, (Rabs_pos_eq (x t)) in Q by apply R. fold (f t) in Q.
    fold (At t). unfold dist in *.
    rewrite (norm_ext k _ (fun i => At t i - equilibrium k PI b i)); [exact Q|].
    intros i Hi. now rewrite (equilibrium_PI k b i Hi).
Qed.

(* The opposite pole. *)
Lemma distance_after_away phi th : 0 <= phi <= PI -> PI - away phi th = Rabs (PI - phi - th).
Proof.
intros R. unfold away. destruct (Rle_dec (phi + th) PI) as [L|L].
- rewrite Rabs_pos_eq; lra.
- rewrite Rabs_left; lra.
Qed.

Lemma opposite_pole k alpha eta C x1 omega :
  (1 <= k)%nat -> norm k alpha = 1 -> 0 < eta < 4 * PI / (PI - 1 + INR k) -> 0 <= C -> 0 < omega ->
  0 < x1 < PI -> balance k alpha (PI - x1) < 0 ->
  exists eps, 0 < eps /\ forall p v w a N,
  norm p v = 1 -> norm p w = 1 -> 0 < N -> N ^ 2 < eps -> norm k a <= C * N ->
    PI - angle p w v <= x1 - omega ->
  Un_cv (fun t => dist p (fst (run p k eta v (scaled N alpha) w a t)) (opposite v)) 0 /\
  Un_cv (fun t => dist k (snd (run p k eta v (scaled N alpha) w a t)) (spurious k (scaled N alpha))) 0.
Proof.
intros K H He HC Ho X1 B. assert (P := PI_above_3). assert (M := norm_nonneg k (inverse k alpha)).
assert (T0 := tau_nonneg k alpha). assert (Hr := contraction_below_1 k eta He).
set (nu := - balance k alpha (PI - x1) / 2). set (c := ((PI - x1) / PI) ^ 2).
assert (Hc : 0 < c) by (apply pow_lt, Rdiv_lt_0_compat; lra).
assert (PT : 0 <= PI * tau k alpha) by (apply Rmult_le_pos; lra).
assert (PM : 0 <= PI * norm k (inverse k alpha)) by (apply Rmult_le_pos; lra).
destruct (far_starts (contraction k eta) (PI * norm k (inverse k alpha)) (1 + PI * tau k alpha) nu x1 c
  (C + 1 + PI * norm k (inverse k alpha)) omega) as [k0 [K0 L]]; try assumption; try lra; [unfold nu; lra|].
exists (2 * PI * k0 / eta). split; [apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; lra|].
intros p v w a N V W HN N2 A0 St. set (b := scaled N alpha).
set (Wt := fun t => fst (run p k eta v b w a t)). set (At := fun t => snd (run p k eta v b w a t)).
set (x := fun t => PI - angle p (Wt t) v). set (f := fun t => error k N alpha (At t) (PI - x t)).
assert (Y : forall t, PI - x t = angle p (Wt t) v) by (intros t; unfold x; ring).
assert (U : forall t, norm p (Wt t) = 1) by (intros t; now apply run_unit).
assert (R : forall t, 0 <= x t <= PI) by (intros t; assert (Z := angle_range p (Wt t) v); unfold x; lra).
assert (Near : forall t, Rabs (dot k (At t) b / N ^ 2 - balance k alpha (PI - x t)) <= f t)
  by (intros t; now apply alignment_near).
assert (Turn : forall t, _) by (intros t;
  exact (turn_of_the_filter p k eta (Wt t) (At t) v alpha N (U t) V (proj1 He) HN)).
cbv zeta in Turn. fold b in Turn.
destruct (L (eta * N ^ 2 / (2 * PI)) x f (fun t => - (dot k (At t) b / N ^ 2)) (fun t => x t * sin (x t)))
  as [CX CF].
- apply small_steps; [exact HN|lra|exact K0|exact N2].
- exact R.
- intros t. now apply error_nonneg.
- intros t. now apply (q_bounds (x t) x1).
- intros t. now apply (q_bounds (x t) x1).
- intros t. now apply (q_bounds (x t) x1).
- intros t D. destruct (Turn t) as [E _]. unfold x.
  change (Wt (S t)) with (descent_w p k eta (Wt t) (At t) v b).
  rewrite E. destruct (Rle_dec 0 (dot k (At t) b / N ^ 2)) as [Z|Z]; [lra|].
  rewrite (distance_after_away _ _ (angle_range p (Wt t) v)). unfold GradientDescent_turn.q.
  fold (x t). rewrite <- (Y t), sin_PI_x. replace (PI - (PI - x t)) with (x t) by ring.
  rewrite (Rabs_left (dot k (At t) b / N ^ 2)) by lra. reflexivity.
- intros t. assert (Q := proj2 (Turn t)). unfold GradientDescent_turn.q in Q. rewrite <- (Y t), sin_PI_x in Q.
  replace (PI - (PI - x t)) with (x t) in Q by ring. rewrite Rabs_Ropp, <- Rabs_Ropp.
  replace (- (x (S t) - x t)) with (angle p (descent_w p k eta (Wt t) (At t) v b) v - (PI - x t)); [exact Q|].
  rewrite (Y t). unfold x. change (Wt (S t)) with (descent_w p k eta (Wt t) (At t) v b). ring.
- intros t D. assert (Q := Near t). assert (Rt := R t).
  assert (Z := balance_decreasing k alpha (PI - x1) (PI - x t) T0 ltac:(lra) ltac:(lra) ltac:(lra)).
  assert (A := Rle_abs (dot k (At t) b / N ^ 2 - balance k alpha (PI - x t))). unfold nu. lra.
- intros t. rewrite Rabs_Ropp. apply alignment_bounded with (PI - x t); [assert (Rt := R t); lra|apply Near].
- intros t. unfold f. rewrite (Y t), (Y (S t)).
  replace (x (S t) - x t) with (- (angle p (Wt (S t)) v - angle p (Wt t) v)) by (unfold x; ring).
  rewrite Rabs_Ropp.
  apply error_step; [exact K|exact HN|apply U|apply angle_range].
- exact St.
- apply error_at_the_start; [exact H|exact HN|assert (Rt := R O); lra|exact A0].
- split.
  + apply squeeze with (x := x) (f := f) (A := 1) (B := 0); [|exact CX|exact CF].
    intros t. assert (Q := filter_near_the_opposite p (Wt t) v (U t) V). fold (x t) in Q.
    change (0 <= dist p (Wt t) (opposite v) <= 1 * x t + 0 * f t). lra.
  + apply squeeze with (x := x) (f := f) (A := N * PI * norm k (inverse k alpha)) (B := N);
      [|exact CX|exact CF].
    intros t. assert (Rt := R t).
    assert (Q := weights_near_a_pole k N alpha (At t) (PI - x t) PI HN ltac:(lra) ltac:(lra)).
    rewrite g_PI in Q. replace (Rabs (PI - x t - PI)) with (x t) in Q by (rewrite Rabs_left1; lra).
    fold (f t) in Q.
    fold (At t). unfold dist in *. rewrite (norm_ext k _ (fun i => At t i - equilibrium k 0 b i)); [exact Q|].
    intros i Hi. fold b. now rewrite (equilibrium_0 k b i Hi).
Qed.
