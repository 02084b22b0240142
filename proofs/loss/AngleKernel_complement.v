(* pi - g as the code computes it from a double angle: 2 PI sin^2(phi/2) - v(phi).

   pi_minus_g_java sin_d cos_d phi   the computed PI - g(phi), for any sin_d, cos_d within 1 ulp
   java_pi                           Math.PI, the largest double below PI
   u, tiny, underflow                2^-53, 2^-1074, 2^-1000

   Formalised: S5 for AngleKernel.piMinusG(double): the identity, v at most half the minuend, the error within
   26u (PI - g) + 2^-1000, hence within 27u (PI - g) + 2^-1000 and within the computed piMinusGError.
   Taken on trust: as in AngleKernel_rounding.v. Not formalised: S5 for an angle from Angle.between. *)
From Coq Require Import Reals ZArith Lra Lia.
From Flocq Require Import Core.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.Doubles num.RoundOff Definitions.
From Lemmata Require Import loss.AngleKernel loss.AngleKernel_java loss.AngleKernel_branches.
Open Scope R_scope.

(* 2 PI sin^2 (phi/2) *)
Lemma minuend phi : 2 * PI * (sin (phi / 2) * sin (phi / 2)) = PI * (1 - cos phi).
Proof.
replace (cos phi) with (cos (2 * (phi / 2))) by (f_equal; field). rewrite cos_2a_sin. ring.
Qed.

(* S5: the form that the code evaluates. *)
Lemma S5_identity phi : PI - g phi = 2 * PI * (sin (phi / 2) * sin (phi / 2)) - (sin phi - phi * cos phi).
Proof. rewrite minuend. unfold g. ring. Qed.

(* v is at most half the minuend: PI (1 - cos) - 2 v rises on [0, PI/2] and falls to 0 on [PI/2, PI]. *)
Lemma half_derive x : is_derive (fun t => PI * (1 - cos t) - 2 * arc t) x ((PI - 2 * x) * sin x).
Proof. unfold arc. auto_derive; [exact I|ring]. Qed.

Lemma half_left phi : 0 <= phi <= PI / 2 -> 0 <= PI * (1 - cos phi) - 2 * arc phi.
Proof.
intros H. destruct (Req_dec phi 0) as [->|N]; [rewrite arc_0, cos_0; lra|]. left.
replace 0 with ((fun t => PI * (1 - cos t) - 2 * arc t) 0) by (cbv beta; rewrite arc_0, cos_0; ring).
apply (increasing (fun t => PI * (1 - cos t) - 2 * arc t) (fun t => (PI - 2 * t) * sin t));
  [lra|exact half_derive|].
intros t Ht. apply Rmult_lt_0_compat; [lra|apply sin_gt_0; lra].
Qed.

Lemma half_right phi : PI / 2 <= phi <= PI -> 0 <= PI * (1 - cos phi) - 2 * arc phi.
Proof.
intros H. destruct (Req_dec phi PI) as [->|N]; [unfold arc; rewrite sin_PI, cos_PI; lra|]. left.
apply Ropp_lt_cancel. rewrite Ropp_0.
replace 0 with (- (PI * (1 - cos PI) - 2 * arc PI)) by (unfold arc; rewrite sin_PI, cos_PI; ring).
apply (increasing (fun t => - (PI * (1 - cos t) - 2 * arc t)) (fun t => - ((PI - 2 * t) * sin t))); [lra| |].
- intros t. apply (is_derive_opp (V := R_NormedModule)), half_derive.
- intros t Ht. assert (0 < sin t) by (apply sin_gt_0; lra). nra.
Qed.

Lemma S5_subtrahend phi : 0 <= phi <= PI ->
  2 * (sin phi - phi * cos phi) <= 2 * PI * (sin (phi / 2) * sin (phi / 2)).
Proof.
intros H. rewrite minuend. fold (arc phi). apply Rminus_le_0.
destruct (Rle_dec phi (PI / 2)); [apply half_left|apply half_right]; lra.
Qed.

(* The sine of phi/2, its square and the minuend. *)
Lemma sin_lipschitz x y : Rabs (sin x - sin y) <= Rabs (x - y).
Proof.
destruct (MVT_gen sin y x cos) as [c [_ H]].
- intros. apply is_derive_Reals, derivable_pt_lim_sin.
- intros t _. apply continuity_sin.
- rewrite H, Rabs_mult. assert (B : Rabs (cos c) <= 1) by (apply Rabs_le, COS_bound).
  assert (P := Rabs_pos (x - y)). nra.
Qed.

Lemma half_sine sin_d phi : within_1_ulp sin_d sin -> double phi -> 0 <= phi <= java_pi ->
  Rabs (sin_d (rnd (phi / 2)) - sin (phi / 2)) <= 2 * u * sin (phi / 2) + 4 * tiny.
Proof.
intros S D H. assert (T := tiny_small). assert (Q := java_pi_below).
assert (A := S _ (double_rnd (phi / 2))). assert (B := ulp_of_le (sin (rnd (phi / 2)))).
assert (C := sin_lipschitz (rnd (phi / 2)) (phi / 2)). assert (E := half_error phi D).
assert (P : 0 <= sin (phi / 2)) by (apply sin_ge_0; lra).
assert (F : Rabs (sin (rnd (phi / 2))) <= sin (phi / 2) + tiny).
{ apply (Rle_trans _ _ _ C) in E. apply Rabs_le_inv in E. apply Rabs_le. lra. }
assert (G := Rle_trans _ _ _ A B). apply (Rle_trans _ _ _ C) in E. apply Rabs_le_inv in E, G.
rewrite u_value in *. apply Rabs_le. lra.
Qed.

Lemma square_sine_error half s : 0 <= s <= 1 -> Rabs (half - s) <= 2 * u * s + 4 * tiny ->
  Rabs (rnd (half * half) - s * s) <= 5.001 * u * (s * s) + 11 * tiny.
Proof.
intros P E. assert (T := tiny_small). assert (M := mult_error _ _ _ _ _ _ E E).
rewrite (Rabs_pos_eq s) in M by lra. assert (X : 0 <= s * s <= 1) by nra.
assert (Y : 0 <= tiny * s <= tiny) by nra. assert (Z : 0 <= tiny * tiny <= tiny / 1000) by (split; nra).
assert (V : Rabs (half * half - s * s) <= 4.0001 * u * (s * s) + 9 * tiny) by (rewrite u_value in *; lra).
assert (W := rnd_within (half * half) ((1 + 5 * u) * (s * s) + 9 * tiny)).
apply Rabs_le_inv in V. rewrite u_value in *. feed W. apply Rabs_le. lra.
Qed.

Lemma minuend_error half s : 0 <= s <= 1 -> Rabs (half - s) <= 2 * u * s + 4 * tiny ->
  Rabs (rnd (rnd (2 * java_pi) * rnd (half * half)) - 2 * PI * (s * s)) <=
  6.4 * u * (2 * PI * (s * s)) + 200 * tiny.
Proof.
intros P E. assert (T := tiny_small). assert (Q := PI_range). assert (X : 0 <= s * s <= 1) by nra.
assert (M := mult_error _ _ _ _ _ _ two_pi_error (square_sine_error _ _ P E)).
rewrite (Rabs_pos_eq (s * s)), (Rabs_pos_eq (2 * PI)) in M by lra.
assert (Y : 0 <= tiny * PI <= 4 * tiny) by (split; nra).
assert (Z : 0 <= PI * (s * s)) by (apply Rmult_le_pos; lra).
apply Rabs_le_inv in M. set (p := rnd (2 * java_pi) * rnd (half * half)) in *.
assert (W := rnd_within p ((1 + 6 * u) * (2 * PI * (s * s)) + 150 * tiny)).
rewrite u_value in *. feed W. apply Rabs_le. lra.
Qed.

Lemma pi_minus_g_error sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double phi -> 0 <= phi <= java_pi ->
  Rabs (pi_minus_g_java sin_d cos_d phi - (PI - g phi)) <= 25.9 * u * (PI - g phi) + 1000 * tiny.
Proof.
intros S C D H. assert (Q := java_pi_below). assert (F := S5_subtrahend phi). rewrite S5_identity.
fold (arc phi) in *. assert (A := arc_nonneg phi). assert (T := tiny_small).
assert (R : 0 <= sin (phi / 2) <= 1) by (split; [apply sin_ge_0; lra|apply SIN_bound]).
assert (M := minuend_error _ _ R (half_sine sin_d phi S D H)). assert (V := v_error sin_d cos_d phi S C D H).
apply Rabs_le_inv in M, V. unfold pi_minus_g_java.
set (m := 2 * PI * (sin (phi / 2) * sin (phi / 2))) in *.
set (d := rnd (rnd (2 * java_pi) * _) - v_java sin_d cos_d phi).
assert (W := rnd_within d ((1 + 26 * u) * (m - arc phi) + 300 * tiny)).
unfold d in *. specialize (F ltac:(lra)). specialize (A ltac:(lra)). rewrite u_value in *. feed W.
apply Rabs_le. lra.
Qed.

(* S5: in relative terms. *)
Lemma S5_within_26u sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double phi -> 0 <= phi <= java_pi ->
  Rabs (pi_minus_g_java sin_d cos_d phi - (PI - g phi)) <= 26 * u * (PI - g phi) + underflow / 4.
Proof.
intros S C D H. assert (E := pi_minus_g_error sin_d cos_d phi S C D H). assert (T := tiny_underflow).
assert (G : g phi <= PI) by (apply g_bounds; assert (Q := java_pi_below); lra). rewrite u_value in *. lra.
Qed.

Lemma S5_relative sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double phi -> 0 <= phi <= java_pi ->
  Rabs (pi_minus_g_java sin_d cos_d phi - (PI - g phi)) <= 27 * u * (PI - g phi) + underflow.
Proof.
intros S C D H. assert (E := S5_within_26u sin_d cos_d phi S C D H). assert (T := underflow_pos).
assert (G : g phi <= PI) by (apply g_bounds; assert (Q := java_pi_below); lra). rewrite u_value in *. lra.
Qed.

(* S5: the computed bound piMinusGError. *)
Lemma S5_within_piMinusGError sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double phi -> 0 <= phi <= java_pi ->
  Rabs (pi_minus_g_java sin_d cos_d phi - (PI - g phi)) <= pi_minus_g_error_java sin_d cos_d phi.
Proof.
intros S C D H. assert (E := S5_within_26u sin_d cos_d phi S C D H).
assert (G : g phi <= PI) by (apply g_bounds; assert (Q := java_pi_below); lra).
unfold pi_minus_g_error_java. apply bound_is_enough; [lra|lra|rewrite u_value in *; lra].
Qed.
