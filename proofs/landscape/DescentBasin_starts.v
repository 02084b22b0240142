(* Gradient descent from far starts, for a small teacher: where it ends.

   alpha, N       the teacher's output weights are b = N alpha (scaled N alpha) with |alpha| = 1
   run            the iterates (w_t, a_t) of gradient descent on the sphere, with the step size eta
   level k alpha  the value of g at the angle phi_c of the saddles
   C              the start has |a_0| <= C |b|
   Un_cv x 0      the sequence x tends to 0

   Formalised: S1's uniform half: for every omega > 0 there is eps > 0 such that for N^2 < eps all starts
   with phi_0 <= phi_c - omega end at (v, b) and all with phi_0 >= phi_c + omega at (opposite v, spurious k
   b); from the threshold on all starts with phi_0 <= PI - omega end at (v, b). For p = 1 the filter stays,
   whatever N.
   Not formalised: the probabilities that follow. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel model.Teacher.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.LocalMinimality landscape.CriticalPoints.
From Lemmata Require Import landscape.DescentBasin_sequences landscape.DescentBasin_step
  landscape.DescentBasin_poles.
From Lemmata Require Import dynamics.GradientDescent.
Open Scope R_scope.

(* The balance at the angle of the saddles, and at PI. *)
Lemma balance_of_equilibrium k alpha phi :
  norm k alpha = 1 -> dot k (equilibrium k (g phi) alpha) alpha = balance k alpha phi.
Proof. intros H. rewrite dot_equilibrium, (dot_unit k alpha H). reflexivity. Qed.

Lemma unit_nonzero k alpha : norm k alpha = 1 -> ~ agree k alpha (fun _ => 0).
Proof. intros H Z. assert (D := dot_unit k alpha H). rewrite (square_zero k alpha Z) in D. lra. Qed.

Lemma balance_strict k alpha x y :
  norm k alpha = 1 -> 0 <= x -> x < y -> y <= PI -> balance k alpha y < balance k alpha x.
Proof.
intros H X L Y. assert (T := tau_pos k alpha (unit_nonzero k alpha H)). assert (G := g_decreasing x y X L Y).
unfold balance. nra.
Qed.

Lemma S1_starts_below_the_saddle_succeed k alpha eta C phic omega :
  (1 <= k)%nat -> norm k alpha = 1 -> 0 < eta < 4 * PI / (PI - 1 + INR k) -> 0 <= C -> 0 < omega ->
  0 < phic < PI -> g phic = level k alpha ->
  exists eps, 0 < eps /\ forall p v w a N,
  norm p v = 1 -> norm p w = 1 -> 0 < N -> N ^ 2 < eps -> norm k a <= C * N -> angle p w v <= phic - omega ->
  Un_cv (fun t => dist p (fst (run p k eta v (scaled N alpha) w a t)) v) 0 /\
  Un_cv (fun t => dist k (snd (run p k eta v (scaled N alpha) w a t)) (scaled N alpha)) 0.
Proof.
intros K H He HC Ho R G. destruct (Rlt_or_le phic omega) as [L|L].
- exists 1. split; [lra|]. intros p v w a N _ _ _ _ _ A. exfalso. assert (Q := angle_range p w v). lra.
- assert (B : 0 < balance k alpha (phic - omega / 2)).
  { assert (Z := balance_strict k alpha (phic - omega / 2) phic H).
    rewrite <- (balance_of_equilibrium k alpha phic H) in Z.
    rewrite G, S1_saddle_alignment in Z by now apply unit_nonzero. apply Z; lra. }
  destruct (teacher_pole k alpha eta C (phic - omega / 2) (omega / 2) K H He HC) as [eps [E S]];
    [lra|lra|exact B|].
  exists eps. split; [exact E|]. intros p v w a N V W HN N2 A0 A. apply S; try assumption. lra.
Qed.

Lemma S1_starts_above_the_saddle_fail k alpha eta C phic omega :
  (1 <= k)%nat -> norm k alpha = 1 -> 0 < eta < 4 * PI / (PI - 1 + INR k) -> 0 <= C -> 0 < omega ->
  0 < phic < PI -> g phic = level k alpha ->
  exists eps, 0 < eps /\ forall p v w a N,
  norm p v = 1 -> norm p w = 1 -> 0 < N -> N ^ 2 < eps -> norm k a <= C * N -> phic + omega <= angle p w v ->
  Un_cv (fun t => dist p (fst (run p k eta v (scaled N alpha) w a t)) (opposite v)) 0 /\
  Un_cv (fun t => dist k (snd (run p k eta v (scaled N alpha) w a t)) (spurious k (scaled N alpha))) 0.
Proof.
intros K H He HC Ho R G. destruct (Rlt_or_le (PI - phic) omega) as [L|L].
- exists 1. split; [lra|]. intros p v w a N _ _ _ _ _ A. exfalso. assert (Q := angle_range p w v). lra.
- assert (B : balance k alpha (PI - (PI - phic - omega / 2)) < 0).
  { assert (Z := balance_strict k alpha phic (PI - (PI - phic - omega / 2)) H).
    rewrite <- (balance_of_equilibrium k alpha phic H) in Z.
    rewrite G, S1_saddle_alignment in Z by now apply unit_nonzero. apply Z; lra. }
  destruct (opposite_pole k alpha eta C (PI - phic - omega / 2) (omega / 2) K H He HC) as [eps [E S]];
    [lra|lra|exact B|].
  exists eps. split; [exact E|]. intros p v w a N V W HN N2 A0 A. apply S; try assumption. lra.
Qed.

Lemma S1_without_saddles_all_far_starts_succeed k alpha eta C omega :
  (1 <= k)%nat -> norm k alpha = 1 -> 0 < eta < 4 * PI / (PI - 1 + INR k) -> 0 <= C -> 0 < omega ->
  1 + (INR k - 1) / PI <= Teacher.q k alpha ->
  exists eps, 0 < eps /\ forall p v w a N,
  norm p v = 1 -> norm p w = 1 -> 0 < N -> N ^ 2 < eps -> norm k a <= C * N -> angle p w v <= PI - omega ->
  Un_cv (fun t => dist p (fst (run p k eta v (scaled N alpha) w a t)) v) 0 /\
  Un_cv (fun t => dist k (snd (run p k eta v (scaled N alpha) w a t)) (scaled N alpha)) 0.
Proof.
intros K H He HC Ho Q. assert (NZ := unit_nonzero k alpha H). destruct (Rlt_or_le PI omega) as [L|L].
- exists 1. split; [lra|]. intros p v w a N _ _ _ _ _ A. exfalso. assert (R := angle_range p w v). lra.
- assert (B0 : 0 <= balance k alpha PI).
  { rewrite <- (balance_of_equilibrium k alpha PI H), g_PI, (dot_ext k _ _ alpha alpha (equilibrium_0 k alpha)
      (fun i _ => eq_refl)).
    destruct (Rlt_or_le (dot k (spurious k alpha) alpha) 0) as [Z|Z]; [|exact Z].
    apply (alignment_below_iff k alpha K NZ) in Z. unfold threshold in Z. lra. }
  assert (P := PI_above_3). assert (B : 0 < balance k alpha (PI - omega / 2)).
  { assert (Z := balance_strict k alpha (PI - omega / 2) PI H). lra. }
  destruct (teacher_pole k alpha eta C (PI - omega / 2) (omega / 2) K H He HC) as [eps [E S]];
    [lra|lra|exact B|].
  exists eps. split; [exact E|]. intros p v w a N V W HN N2 A0 A. apply S; try assumption. lra.
Qed.

(* p = 1. *)
Lemma filter_stays p k eta w a v b :
  norm p w = 1 -> norm p v = 1 -> 0 < eta -> angle p w v = 0 \/ angle p w v = PI ->
  agree p (descent_w p k eta w a v b) w.
Proof.
intros W V He A. apply S3_rest_of_the_filter; [now apply dot_unit|exact He|].
intros i Hi. apply tangent_vanishes; [exact W|exact V|tauto|exact Hi].
Qed.

Lemma run_stays p k eta v b w a t :
  norm p w = 1 -> norm p v = 1 -> 0 < eta -> angle p w v = 0 \/ angle p w v = PI ->
  agree p (fst (run p k eta v b w a t)) w.
Proof.
intros W V He A. induction t as [|t IH]; [now intros i _|]. simpl. intros i Hi.
rewrite filter_stays; [now apply IH|now apply run_unit|exact V|exact He| |exact Hi].
now rewrite (angle_ext p _ w v IH).
Qed.

Lemma weights_settle p k eta v b w a :
  (1 <= k)%nat -> norm p w = 1 -> norm p v = 1 -> 0 < eta < 4 * PI / (PI - 1 + INR k) ->
  angle p w v = 0 \/ angle p w v = PI ->
  Un_cv (fun t => dist k (snd (run p k eta v b w a t)) (equilibrium k (g (angle p w v)) b)) 0.
Proof.
intros K W V He A. apply contraction_to_0 with (r := contraction k eta) (u := fun _ => 0).
- now apply contraction_below_1.
- intros t. apply norm_nonneg.
- intros t. rewrite Rplus_0_r. apply Rle_trans with (2 := contracts k eta _ K). right. apply norm_ext.
  intros i _. simpl. assert (S := run_stays p k eta v b w a t W V (proj1 He) A).
  rewrite <- (angle_ext p _ w v S). apply step_of_the_weights. now apply run_unit.
- intros e E. exists O. intros. unfold R_dist. rewrite Rminus_0_r, Rabs_R0. exact E.
Qed.

Lemma S1_one_entry k eta v b w a :
  (1 <= k)%nat -> norm 1 w = 1 -> norm 1 v = 1 -> 0 < eta < 4 * PI / (PI - 1 + INR k) ->
  (forall t, agree 1 (fst (run 1 k eta v b w a t)) w) /\
  (agree 1 w v -> Un_cv (fun t => dist k (snd (run 1 k eta v b w a t)) b) 0) /\
  (agree 1 w (opposite v) -> Un_cv (fun t => dist k (snd (run 1 k eta v b w a t)) (spurious k b)) 0) /\
  (agree 1 w v \/ agree 1 w (opposite v)).
Proof.
intros K W V He. assert (D : forall x y e, agree k x y -> Un_cv (fun t => dist k (e t) x) 0 ->
  Un_cv (fun t => dist k (e t) y) 0).
{ intros x y e A U eps E. destruct (U eps E) as [n N]. exists n. intros t T. unfold dist.
  rewrite (norm_ext k _ (fun i => e t i - x i)); [now apply N|]. intros i Hi. now rewrite (A i Hi). }
assert (A : agree 1 w v \/ agree 1 w (opposite v)).
{ assert (W2 := dot_unit 1 w W). assert (V2 := dot_unit 1 v V). unfold dot in W2, V2. simpl in W2, V2.
  assert (Z : (w 0%nat - v 0%nat) * (w 0%nat + v 0%nat) = 0) by lra. apply Rmult_integral in Z.
  destruct Z as [Z|Z]; [left|right]; intros i Hi; replace i with 0%nat by lia; unfold opposite; lra. }
assert (P : angle 1 w v = 0 \/ angle 1 w v = PI).
{ destruct A as [A|A]; [left|right]; rewrite (angle_ext 1 _ _ v A);
    [now apply angle_self|now apply angle_opposite]. }
assert (S := weights_settle 1 k eta v b w a K W V He P). split; [|split; [|split; [|exact A]]].
- intros t. now apply run_stays.
- intros B. rewrite (angle_ext 1 _ _ v B), (angle_self 1 v V), g_0 in S.
  exact (D _ _ _ (equilibrium_PI k b) S).
- intros B. rewrite (angle_ext 1 _ _ v B), (angle_opposite 1 v V), g_PI in S.
  exact (D _ _ _ (equilibrium_0 k b) S).
Qed.
