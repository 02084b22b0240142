(* v(x) = sin x - x cos x on [0, PI] as the code evaluates it, and what an error of x does to v.

   arc x           v(x) of the page (AngleKernel.v)
   sin_d, cos_d    any functions within 1 ulp of sine and cosine at every double

   Formalised: the computed v is within 12u v + 8 tiny on [0, Math.PI], within 4.04u v from 1.57 on, and
   within 9.15u in absolute terms from 1 on; x v'(x) <= 3 v(x): an error of x counts at most three times. *)
From Coq Require Import Reals ZArith Lra Lia.
From Flocq Require Import Core.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.Intervals num.Doubles num.RoundOff Definitions.
From Lemmata Require Import loss.AngleKernel loss.AngleKernel_java loss.AngleKernel_series.
Open Scope R_scope.

(* v rises from 0 to PI on [0, PI]. *)
Lemma arc_derive x : is_derive arc x (x * sin x).
Proof. unfold arc. auto_derive; [exact I|ring]. Qed.

Lemma arc_increasing x y : 0 <= x -> x <= y -> y <= PI -> arc x <= arc y.
Proof.
intros H0 [H1| ->] H2; [left|lra]. apply (increasing arc (fun t => t * sin t)); [exact H1|exact arc_derive|].
intros t Ht. apply Rmult_lt_0_compat; [lra|apply sin_gt_0; lra].
Qed.

Lemma arc_nonneg x : 0 <= x <= PI -> 0 <= arc x.
Proof. intros H. rewrite <- arc_0. apply arc_increasing; lra. Qed.

Lemma arc_range x : 0 <= x <= java_pi -> 0 <= arc x <= 3.15.
Proof.
intros H. assert (Q := java_pi_below). split; [apply arc_nonneg; lra|].
apply Rle_trans with (arc PI); [apply arc_increasing; lra|]. unfold arc. rewrite sin_PI, cos_PI.
assert (P := PI_range). lra.
Qed.

(* The branch x >= 1: worst at 1 in relative terms, at most 3.02u + u from 1.57 on. *)
Lemma quotient_below x : 1 <= x <= java_pi -> 2 * Rabs (sin x) + 3 * (x * Rabs (cos x)) <= 10.98 * arc x.
Proof.
intros H. assert (1 <= x <= 3.1416) by (unfold java_pi in H; lra). unfold arc. apply Rminus_le.
interval with (i_prec 40, i_bisect x, i_depth 20).
Qed.

Lemma quotient_right x : 1.57 <= x <= java_pi -> 2 * Rabs (sin x) + 3 * (x * Rabs (cos x)) <= 3.02 * arc x.
Proof.
intros H. assert (1.57 <= x <= 3.1416) by (unfold java_pi in H; lra). unfold arc. apply Rminus_le.
interval with (i_prec 40, i_bisect x, i_depth 20).
Qed.

Lemma difference_exact x s c p ds dc dp : 1 <= x -> Rabs (s - sin x) <= ds -> Rabs (c - cos x) <= dc ->
  Rabs (p - x * c) <= dp -> Rabs (s - p - arc x) <= ds + x * dc + dp.
Proof.
intros H S C P. assert (Q : Rabs (x * c - x * cos x) <= x * dc).
{ rewrite <- Rmult_minus_distr_l, Rabs_mult, (Rabs_pos_eq x) by lra. apply Rmult_le_compat_l; lra. }
unfold arc. apply Rabs_le_inv in S, P, Q. apply Rabs_le. lra.
Qed.

Lemma product_bound x c dc : 1 <= x -> Rabs (c - cos x) <= dc -> Rabs (x * c) <= x * Rabs (cos x) + x * dc.
Proof.
intros H C. rewrite Rabs_mult, (Rabs_pos_eq x) by lra. rewrite <- Rmult_plus_distr_l.
apply Rmult_le_compat_l; [lra|]. replace c with (cos x + (c - cos x)) by ring.
apply Rle_trans with (1 := Rabs_triang _ _). lra.
Qed.

Lemma arc_above_1 x : 1 <= x <= java_pi -> 0.3 <= arc x.
Proof.
intros H. assert (1 <= x <= 3.1416) by (unfold java_pi in H; lra).
unfold arc. interval with (i_prec 40, i_bisect x).
Qed.

(* Before the last rounding, for a bound q of 2 sin x + 3 x |cos x|. *)
Lemma difference_bound x s c ds dc q : 1 <= x <= java_pi ->
  2 * Rabs (sin x) + 3 * (x * Rabs (cos x)) <= q <= 11 * arc x ->
  Rabs (s - sin x) <= ds -> Rabs (c - cos x) <= dc ->
  ds <= 2 * u * Rabs (sin x) + tiny -> 0 <= dc <= 2 * u * Rabs (cos x) + tiny ->
  Rabs (s - rnd (x * c) - arc x) <= u * q + 0.001 * u * arc x.
Proof.
intros H Q S C DS DC. assert (X : 1 <= x <= 4) by (unfold java_pi in H; lra). assert (T := tiny_small).
assert (P := rnd_within _ _ (product_bound x c dc (proj1 X) C)). assert (A := arc_above_1 x H).
assert (E := difference_exact x s c (rnd (x * c)) ds dc
  (u * (x * Rabs (cos x) + x * dc) + tiny) (proj1 X) S C). feed E.
assert (Y : x * dc <= 2 * u * (x * Rabs (cos x)) + 4 * tiny).
{ apply Rle_trans with (x * (2 * u * Rabs (cos x) + tiny)); [apply Rmult_le_compat_l; lra|nra]. }
apply Rle_trans with (1 := E). clear E S C P DC. assert (G := Rabs_pos (sin x)). revert Q Y.
rewrite u_value in *. generalize (x * Rabs (cos x)) (x * dc). intros. lra.
Qed.

Lemma difference_error sin_d cos_d x q : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double x -> 1 <= x <= java_pi -> 2 * Rabs (sin x) + 3 * (x * Rabs (cos x)) <= q <= 11 * arc x ->
  Rabs (rnd (sin_d x - rnd (x * cos_d x)) - arc x) <= u * q + 1.01 * u * arc x.
Proof.
intros S C D H Q. assert (T := tiny_small). assert (A := arc_above_1 x H).
assert (E := difference_bound x _ _ _ _ q H Q (S x D) (C x D) (ulp_of_le _)
  (conj (ulp_of_pos _) (ulp_of_le _))).
apply Rabs_le_inv in E. assert (R := rnd_within (sin_d x - rnd (x * cos_d x)) ((1 + 12 * u) * arc x)).
rewrite u_value in *. feed R. apply Rabs_le. lra.
Qed.

(* In absolute terms: 2u of the sine, x u of the cosine, 2u of the product and 2u of the difference. *)
Lemma difference_absolute sin_d cos_d x : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double x -> 1 <= x <= java_pi -> Rabs (rnd (sin_d x - rnd (x * cos_d x)) - arc x) <= 9.15 * u.
Proof.
intros S C D H. assert (T := tiny_small). assert (X : 1 <= x <= 3.1416) by (unfold java_pi in H; lra).
assert (G : 0 < sin x) by (assert (Q := java_pi_below); apply sin_gt_0; lra).
assert (B : Rabs (cos x) < 1) by (assert (Q := sin2_cos2 x); unfold Rsqr in Q; apply Rabs_def1; nra).
assert (SB : Rabs (sin x) <= 1) by (apply Rabs_le, SIN_bound).
assert (US := ulp_of_le (sin x)). assert (UC := ulp_of_le_u (cos x) B).
assert (SX := S x D). assert (CX := C x D). apply Rle_trans with (2 := UC) in CX.
assert (PB := product_bound x (cos_d x) u (proj1 X) CX).
assert (P := rnd_error_4 (x * cos_d x)).
assert (XC : x * Rabs (cos x) <= x) by nra. rewrite u_value in *. specialize (P ltac:(lra)).
assert (E := difference_exact x _ _ _ _ _ _ (proj1 X) SX CX P). assert (A := arc_range x).
apply Rabs_le_inv in E. assert (R := rnd_error_4 (sin_d x - rnd (x * cos_d x))). rewrite u_value in R.
assert (F : Rabs (sin_d x - rnd (x * cos_d x)) < 4) by (apply Rabs_def1; lra).
specialize (R F). apply Rabs_le_inv in R. apply Rabs_le. lra.
Qed.

(* v on [0, PI]. *)
Lemma v_error sin_d cos_d x : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double x -> 0 <= x <= java_pi -> Rabs (v_java sin_d cos_d x - arc x) <= 12 * u * arc x + 8 * tiny.
Proof.
intros S C D H. assert (T := tiny_small). assert (A := proj1 (arc_range x H)).
unfold v_java. destruct (Rle_dec 1 x) as [L|L].
- assert (Q := quotient_below x (conj L (proj2 H))). rewrite u_value in *.
  assert (E := difference_error sin_d cos_d x (10.98 * arc x) S C D). rewrite u_value in E. lra.
- apply Rnot_le_lt in L. assert (E := series_error x (conj (proj1 H) (Rlt_le _ _ L))).
  rewrite u_value in *. lra.
Qed.

Lemma v_error_right sin_d cos_d x : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double x -> 1.57 <= x <= java_pi -> Rabs (v_java sin_d cos_d x - arc x) <= 4.04 * u * arc x.
Proof.
intros S C D H. assert (A := arc_range x ltac:(lra)). assert (Q := quotient_right x H).
unfold v_java. destruct (Rle_dec 1 x) as [L|L]; [|lra].
assert (E := difference_error sin_d cos_d x (3.02 * arc x) S C D). rewrite u_value in *. lra.
Qed.

(* S4: v for an exact argument. *)
Lemma S4_v sin_d cos_d x : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double x -> 0 <= x <= java_pi ->
  Rabs (v_java sin_d cos_d x - (sin x - x * cos x)) <= 12 * u * (sin x - x * cos x) + 8 * tiny.
Proof.
exact (v_error sin_d cos_d x).
Qed.

(* The condition of v: x v'(x) <= 3 v(x). *)
Lemma S4_condition x : 0 <= x <= PI -> x * (x * sin x) <= 3 * (sin x - x * cos x).
Proof.
fold (arc x). intros [[H0| <-] H1]; [|rewrite arc_0; lra]. left. apply Rminus_lt_0.
replace 0 with ((fun t => 3 * arc t - t * (t * sin t)) 0) by (cbv beta; rewrite arc_0; ring).
apply (increasing (fun t => 3 * arc t - t * (t * sin t)) (fun t => t * arc t)); [exact H0| |].
- intros t. unfold arc. auto_derive; [exact I|ring].
- intros t Ht. apply Rmult_lt_0_compat; [lra|]. rewrite <- arc_0.
  apply (increasing arc (fun t => t * sin t)); [lra|exact arc_derive|].
  intros r Hr. apply Rmult_lt_0_compat; [lra|apply sin_gt_0; lra].
Qed.

Lemma arc_between x y : exists c, Rmin x y <= c <= Rmax x y /\ arc y - arc x = c * sin c * (y - x).
Proof.
destruct (MVT_gen arc x y (fun t => t * sin t)) as [c H]; [intros; apply arc_derive| |now exists c].
intros t _. apply continuity_pt_filterlim, (ex_derive_continuous arc). eexists. apply arc_derive.
Qed.

Lemma solve_error D e c f y a : 0 <= e <= / 1000 -> 0 < y -> 0 <= D -> (1 - e) * y <= c ->
  c * f <= 3 * (a + D) -> D <= f * (e * y) -> D <= 3.02 * e * a.
Proof.
intros E Y HD C F H. assert (P : (1 - e) * y * D <= 3 * (a + D) * e * y).
{ apply Rle_trans with (c * D); [apply Rmult_le_compat_r; lra|].
  apply Rle_trans with (c * (f * (e * y))); [apply Rmult_le_compat_l; nra|].
  replace (c * (f * (e * y))) with (c * f * (e * y)) by ring. rewrite Rmult_assoc with (r3 := y).
  apply Rmult_le_compat_r; nra. }
assert (Q : (1 - e) * D <= 3 * (a + D) * e) by (apply Rmult_le_reg_r with y; [exact Y|lra]).
assert (0 <= D * (/ 1000 - e)) by (apply Rmult_le_pos; lra). lra.
Qed.

(* An argument that errs by e changes v by 3e, nearly ... *)
Lemma arc_relative x y e : 0 < x <= PI -> 0 < y <= PI -> 0 <= e <= / 1000 -> Rabs (x - y) <= e * y ->
  Rabs (arc x - arc y) <= 3.02 * e * arc y.
Proof.
intros X Y E H. destruct (arc_between y x) as [c [R M]].
assert (C : 0 < c <= PI /\ (1 - e) * y <= c).
{ apply Rabs_le_inv in H. revert R. unfold Rmin, Rmax. destruct Rle_dec; nra. }
assert (A : arc c <= arc y + Rabs (arc x - arc y)).
{ apply Rle_trans with (arc (Rmax y x)).
  - apply arc_increasing; [lra|lra|]. apply Rmax_lub; lra.
  - assert (Q := Rle_abs (arc x - arc y)). assert (Z := Rabs_pos (arc x - arc y)).
    unfold Rmax. destruct Rle_dec; lra. }
assert (K := S4_condition c). fold (arc c) in K. specialize (K ltac:(lra)).
assert (S : 0 <= c * sin c) by (apply Rmult_le_pos; [lra|apply sin_ge_0; lra]).
apply (solve_error _ e c (c * sin c) y); [exact E|lra|apply Rabs_pos|lra|lra|].
rewrite M, Rabs_mult, (Rabs_pos_eq (c * sin c)) by exact S. now apply Rmult_le_compat_l.
Qed.

(* ... and by no more than 1.82 e in absolute terms. *)
Lemma arc_absolute x y : 0 <= x <= PI -> 0 <= y <= PI -> Rabs (arc x - arc y) <= 1.82 * Rabs (x - y).
Proof.
intros X Y. destruct (arc_between y x) as [c [R ->]]. rewrite Rabs_mult.
apply Rmult_le_compat_r; [apply Rabs_pos|]. assert (P := PI_range).
assert (0 <= c <= 3.1416) by (revert R; unfold Rmin, Rmax; destruct Rle_dec; lra).
interval with (i_prec 40, i_bisect c).
Qed.
