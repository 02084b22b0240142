(* loss.AngleKernel: the arc-cosine kernel of degree 1, its values, derivative, bounds and reflection.

   g phi = (PI - phi) cos phi + sin phi     K c = g (acos c)     (Definitions.v)
   arc x = sin x - x cos x                  v(x) of the page, so that g (PI - x) = arc x

   Formalised: S1, S2, S6 with its cases of equality, S7; K, its derivative and its monotonicity on [-1, 1].
   Not formalised here: S3, S4 and S5 have files of their own. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.Intervals Definitions.
Open Scope R_scope.

(* The mean value theorem, as it is used here. *)
Lemma increasing (f f' : R -> R) x y : x < y -> (forall t, is_derive f t (f' t)) ->
  (forall t, x < t < y -> 0 < f' t) -> f x < f y.
Proof.
intros H D P. destruct (MVT_cor2 f f' x y H) as [c [E C]].
- intros c _. apply is_derive_Reals, D.
- assert (Q := P c C). nra.
Qed.

Lemma g_derive phi : is_derive g phi (- (PI - phi) * sin phi).
Proof. unfold g. auto_derive; [exact I|ring]. Qed.

Lemma g_decreasing phi1 phi2 : 0 <= phi1 -> phi1 < phi2 -> phi2 <= PI -> g phi2 < g phi1.
Proof.
intros H0 H1 H2. apply Ropp_lt_cancel.
apply (increasing (fun t => - g t) (fun t => (PI - t) * sin t) phi1 phi2); [exact H1| |].
- intros t. unfold g. auto_derive; [exact I|ring].
- intros t Ht. apply Rmult_lt_0_compat; [lra|apply sin_gt_0; lra].
Qed.

Lemma g_0 : g 0 = PI.
Proof. unfold g. rewrite cos_0, sin_0. ring. Qed.

Lemma g_PI2 : g (PI / 2) = 1.
Proof. unfold g. rewrite cos_PI2, sin_PI2. ring. Qed.

Lemma g_PI : g PI = 0.
Proof. unfold g. rewrite sin_PI. ring. Qed.

Lemma g_bounds phi : 0 <= phi <= PI -> 0 <= g phi <= PI.
Proof.
intros [H0 H1]. split.
- rewrite <- g_PI at 1. destruct H1 as [H1| ->]; [left; apply g_decreasing; lra|lra].
- rewrite <- g_0. destruct H0 as [H0| <-]; [left; apply g_decreasing; lra|lra].
Qed.

(* S1: the values, strictly decreasing, between 0 and PI. *)
Lemma S1_values : g 0 = PI /\ g (PI / 2) = 1 /\ g PI = 0.
Proof.
exact (conj g_0 (conj g_PI2 g_PI)).
Qed.

Lemma S1_strictly_decreasing phi1 phi2 : 0 <= phi1 -> phi1 < phi2 -> phi2 <= PI -> g phi1 > g phi2.
Proof.
exact (g_decreasing phi1 phi2).
Qed.

Lemma S1_between_0_and_PI phi : 0 <= phi <= PI -> 0 <= g phi <= PI.
Proof.
exact (g_bounds phi).
Qed.

(* S2: on the whole line, so that the one-sided derivatives at 0 and PI are those of the formula. *)
Lemma S2_derivative phi : is_derive g phi (- (PI - phi) * sin phi).
Proof.
exact (g_derive phi).
Qed.

Lemma S2_derivative_at_the_ends : is_derive g 0 0 /\ is_derive g PI 0.
Proof.
split.
- assert (H := g_derive 0). rewrite sin_0, Rmult_0_r in H. exact H.
- assert (H := g_derive PI). rewrite sin_PI, Rmult_0_r in H. exact H.
Qed.

Lemma S7_reflection phi : g phi - g (PI - phi) = PI * cos phi.
Proof.
unfold g. rewrite (sin_minus PI), (cos_minus PI), sin_PI, cos_PI. ring.
Qed.

(* K c = g (acos c). *)
Lemma K_cos phi : 0 <= phi <= PI -> K (cos phi) = g phi.
Proof. intros H. unfold K. now rewrite acos_cos. Qed.

Lemma K_m1 : K (-1) = 0.
Proof. rewrite <- cos_PI, K_cos; [exact g_PI|]. assert (H := PI_RGT_0). lra. Qed.

Lemma K_0 : K 0 = 1.
Proof. rewrite <- cos_PI2, K_cos; [exact g_PI2|]. assert (H := PI_RGT_0). lra. Qed.

Lemma K_1 : K 1 = PI.
Proof. rewrite <- cos_0, K_cos; [exact g_0|]. assert (H := PI_RGT_0). lra. Qed.

Lemma K_bounds c : 0 <= K c <= PI.
Proof. apply g_bounds, acos_bound. Qed.

Lemma K_reflection c : -1 <= c <= 1 -> K c - K (- c) = PI * c.
Proof.
intros H. rewrite <- (cos_acos c) at 3 by exact H. unfold K.
rewrite acos_opp. apply S7_reflection.
Qed.

Lemma acos_decreasing c1 c2 : -1 <= c1 -> c1 < c2 -> c2 <= 1 -> acos c2 < acos c1.
Proof.
intros H0 H1 H2. assert (B1 := acos_bound c1). assert (B2 := acos_bound c2).
apply cos_decreasing_0; try lra. rewrite !cos_acos; lra.
Qed.

Lemma K_increasing c1 c2 : -1 <= c1 -> c1 < c2 -> c2 <= 1 -> K c1 < K c2.
Proof.
intros H0 H1 H2. assert (B1 := acos_bound c1). assert (B2 := acos_bound c2).
apply g_decreasing; [lra|now apply acos_decreasing|lra].
Qed.

Lemma acos_derive c : -1 < c < 1 -> is_derive acos c (- / sin (acos c)).
Proof.
intros H. apply is_derive_Reals.
replace (- / sin (acos c)) with (derive_pt acos c (derivable_pt_acos c H)).
- exact (proj2_sig (derivable_pt_acos c H)).
- rewrite derive_pt_acos, sin_acos by lra. field. apply Rgt_not_eq, sqrt_lt_R0. unfold Rsqr. nra.
Qed.

Lemma K_derive c : -1 < c < 1 -> is_derive K c (PI - acos c).
Proof.
intros H. assert (A := acos_bound_lt c H). assert (S := sin_gt_0 (acos c) (proj1 A) (proj2 A)).
replace (PI - acos c) with (- / sin (acos c) * (- (PI - acos c) * sin (acos c))) by (field; lra).
apply (is_derive_comp g acos); [apply g_derive|now apply acos_derive].
Qed.

(* The bounds S6: of sine and cosine by monotonicity, of g by arc, of PI - g by two halves of [0, PI]. *)
Lemma PI_range : 3.1415 < PI < 3.1416.
Proof. split; interval with (i_prec 60). Qed.

Lemma cos_above x : 0 < x -> 1 - x ^ 2 / 2 < cos x.
Proof.
intros H. apply Rminus_lt_0.
replace 0 with ((fun t => cos t - (1 - t ^ 2 / 2)) 0) by (rewrite cos_0; field).
apply (increasing (fun t => cos t - (1 - t ^ 2 / 2)) (fun t => t - sin t)); [exact H| |].
- intros t. auto_derive; [exact I|field].
- intros t Ht. assert (S := sin_lt_x t (proj1 Ht)). lra.
Qed.

Lemma sin_above x : 0 < x -> x - x ^ 3 / 6 < sin x.
Proof.
intros H. apply Rminus_lt_0.
replace 0 with ((fun t => sin t - (t - t ^ 3 / 6)) 0) by (rewrite sin_0; field).
apply (increasing (fun t => sin t - (t - t ^ 3 / 6)) (fun t => cos t - (1 - t ^ 2 / 2))); [exact H| |].
- intros t. auto_derive; [exact I|field].
- intros t Ht. assert (C := cos_above t (proj1 Ht)). lra.
Qed.

Definition arc (x : R) : R := sin x - x * cos x.

Lemma g_arc phi : g phi = arc (PI - phi).
Proof. unfold g, arc. rewrite (sin_minus PI), (cos_minus PI), sin_PI, cos_PI. ring. Qed.

Lemma arc_0 : arc 0 = 0.
Proof. unfold arc. rewrite sin_0. ring. Qed.

Lemma arc_below x : 0 < x -> arc x < x ^ 3 / 3.
Proof.
intros H. apply Rminus_lt_0.
replace 0 with ((fun t => t ^ 3 / 3 - arc t) 0) by (rewrite arc_0; field).
apply (increasing (fun t => t ^ 3 / 3 - arc t) (fun t => t * (t - sin t))); [exact H| |].
- intros t. unfold arc. auto_derive; [exact I|field].
- intros t Ht. assert (S := sin_lt_x t (proj1 Ht)). apply Rmult_lt_0_compat; lra.
Qed.

Lemma arc_above x : 0 < x -> x ^ 3 / 3 - x ^ 5 / 30 < arc x.
Proof.
intros H. apply Rminus_lt_0.
replace 0 with ((fun t => arc t - (t ^ 3 / 3 - t ^ 5 / 30)) 0) by (rewrite arc_0; field).
apply (increasing (fun t => arc t - (t ^ 3 / 3 - t ^ 5 / 30)) (fun t => t * (sin t - (t - t ^ 3 / 6))));
  [exact H| |].
- intros t. unfold arc. auto_derive; [exact I|field].
- intros t Ht. assert (S := sin_above t (proj1 Ht)). apply Rmult_lt_0_compat; lra.
Qed.

Lemma PI_minus_g_below phi : 0 < phi <= PI -> PI - g phi < PI / 2 * phi ^ 2.
Proof.
intros H. apply Rminus_lt_0.
replace 0 with ((fun t => PI / 2 * t ^ 2 - (PI - g t)) 0) by (rewrite g_0; field).
apply (increasing (fun t => PI / 2 * t ^ 2 - (PI - g t)) (fun t => PI * (t - sin t) + t * sin t)); [lra| |].
- intros t. unfold g. auto_derive; [exact I|field].
- intros t Ht. assert (S := sin_lt_x t (proj1 Ht)).
  assert (0 < sin t) by (apply sin_gt_0; lra). assert (P := PI_RGT_0). nra.
Qed.

(* The lower bound on (0, PI/2], where its derivative is positive. *)
Lemma PI_minus_g_above_left phi : 0 < phi <= PI / 2 -> phi ^ 2 / PI < PI - g phi.
Proof.
intros H. assert (P := PI_range). apply Rminus_lt_0.
replace 0 with ((fun t => PI - g t - t ^ 2 / PI) 0) by (rewrite g_0; field; lra).
apply (increasing (fun t => PI - g t - t ^ 2 / PI) (fun t => (PI - t) * sin t - 2 / PI * t)); [lra| |].
- intros t. unfold g. auto_derive; [exact I|field; lra].
- intros t Ht. assert (S := sin_above t (proj1 Ht)). apply Rlt_Rminus.
  assert (t ^ 2 < 2.5) by nra. assert (0.58 * t < sin t) by nra.
  assert (2 / PI < 0.7) by (apply Rmult_lt_reg_r with PI; [lra|field_simplify; lra]). nra.
Qed.

(* The lower bound on [PI/2, PI), by the upper bound of g. *)
Lemma PI_minus_g_above_right phi : PI / 2 <= phi < PI -> phi ^ 2 / PI < PI - g phi.
Proof.
intros H. assert (P := PI_range). rewrite g_arc. set (psi := PI - phi).
assert (Hp : 0 < psi <= PI / 2) by (unfold psi; lra). assert (A := arc_below psi (proj1 Hp)).
replace (phi ^ 2 / PI) with (PI - psi * (2 - psi / PI)) by (unfold psi; field; lra).
assert (psi / PI <= 1 / 2) by (apply Rmult_le_reg_r with PI; [lra|field_simplify; lra]).
assert (psi ^ 2 < 2.5) by nra. nra.
Qed.

Lemma PI_minus_g_above phi : 0 < phi < PI -> phi ^ 2 / PI < PI - g phi.
Proof.
intros H. destruct (Rle_dec phi (PI / 2)).
- apply PI_minus_g_above_left; lra.
- apply PI_minus_g_above_right; lra.
Qed.

Lemma S6_PI_minus_g phi : 0 <= phi <= PI -> phi ^ 2 / PI <= PI - g phi <= PI / 2 * phi ^ 2.
Proof.
intros H. assert (P := PI_RGT_0). destruct (Req_dec phi 0) as [->|N0]; [rewrite g_0; lra|].
split; [|left; apply PI_minus_g_below; lra].
destruct (Req_dec phi PI) as [->|N1]; [rewrite g_PI; right; field; lra|].
left. apply PI_minus_g_above; lra.
Qed.

Lemma S6_equality_left phi : 0 <= phi <= PI -> (phi ^ 2 / PI = PI - g phi <-> phi = 0 \/ phi = PI).
Proof.
intros H. assert (P := PI_RGT_0). split.
- intros E. destruct (Req_dec phi 0) as [Z|N0]; [now left|].
  destruct (Req_dec phi PI) as [Z|N1]; [now right|].
  assert (Q := PI_minus_g_above phi). lra.
- intros [->| ->]; [rewrite g_0|rewrite g_PI]; field; lra.
Qed.

Lemma S6_equality_right phi : 0 <= phi <= PI -> (PI - g phi = PI / 2 * phi ^ 2 <-> phi = 0).
Proof.
intros H. split; [|intros ->; rewrite g_0; field].
intros E. destruct (Req_dec phi 0) as [Z|N0]; [exact Z|].
assert (Q := PI_minus_g_below phi). lra.
Qed.

Lemma S6_g phi psi : 0 <= phi <= PI -> psi = PI - phi -> psi ^ 3 / 3 - psi ^ 5 / 30 <= g phi <= psi ^ 3 / 3.
Proof.
intros H E. rewrite g_arc, <- E. destruct (Req_dec psi 0) as [->|N0]; [rewrite arc_0; lra|].
split; left; [apply arc_above|apply arc_below]; lra.
Qed.

Lemma S6_g_equality phi psi : 0 <= phi <= PI -> psi = PI - phi ->
  (psi ^ 3 / 3 - psi ^ 5 / 30 = g phi <-> phi = PI) /\ (g phi = psi ^ 3 / 3 <-> phi = PI).
Proof.
intros H E. rewrite g_arc, <- E. destruct (Req_dec psi 0) as [Z|N0].
- rewrite Z, arc_0. split; split; intros; lra.
- assert (A := arc_above psi). assert (B := arc_below psi). split; split; intros; lra.
Qed.
