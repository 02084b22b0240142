(* The kernel g as the code computes it from a double angle.

   psi_java phi            the computed supplement PI - phi
   g_java sin_d cos_d phi  the computed g(phi), for any sin_d, cos_d within 1 ulp of sine and cosine
   java_pi                 Math.PI, the largest double below PI
   u, underflow            2^-53, 2^-1000

   Formalised: S4 for AngleKernel.g(double): within 15u < 2^-49 in absolute terms, within 16u g + 2^-1000,
   hence within 22u g + 2^-1000 and within the computed gError.
   Taken on trust: Java's double arithmetic (num/Doubles.v); StrictMath.sin and cos are within 1 ulp at every
   double, as their specification says. Not formalised: S4 for an angle from Angle.between. *)
From Coq Require Import Reals ZArith Lra Lia.
From Flocq Require Import Core Sterbenz.
From Lemmata Require Import num.Vectors num.Doubles num.RoundOff Definitions.
From Lemmata Require Import loss.AngleKernel loss.AngleKernel_java loss.AngleKernel_series.
From Lemmata Require Import loss.AngleKernel_branches.
Open Scope R_scope.

Lemma java_pi_plus : rnd (java_pi + pi_low) = java_pi.
Proof. rewrite java_pi_dyadic at 2. unfold java_pi, pi_low. dyadic. Qed.

Lemma psi_double phi : double (psi_java phi).
Proof. apply double_rnd. Qed.

Lemma first_range phi : 0 <= phi <= java_pi -> 0 <= rnd (java_pi - phi) <= java_pi.
Proof.
intros H. split; [rewrite <- (rnd_double 0) by now apply double_integer|].
- apply rnd_le. lra.
- rewrite <- (rnd_double java_pi) at 2 by exact java_pi_double. apply rnd_le. lra.
Qed.

Lemma psi_range phi : 0 <= phi <= java_pi -> pi_low <= psi_java phi <= java_pi.
Proof.
intros H. assert (A := first_range phi H). unfold psi_java.
split; [rewrite <- (rnd_double pi_low) at 1 by exact pi_low_double|rewrite <- java_pi_plus at 2];
  apply rnd_le; lra.
Qed.

(* The step from phi to psi: two roundings, and what is left of PI. *)
Lemma psi_relative phi : 0 <= phi <= java_pi -> Rabs (psi_java phi - (PI - phi)) <= 2.01 * u * (PI - phi).
Proof.
intros H. assert (P := PI_in_two_doubles). apply Rabs_le_inv in P. assert (T := tiny_small).
assert (A := rnd_within (java_pi - phi) (java_pi - phi)). feed A.
assert (L : 0 < pi_low) by (unfold pi_low; lra). rewrite u_value in *.
assert (B := rnd_within (rnd (java_pi - phi) + pi_low) ((1 + / 10 ^ 15) * (java_pi - phi) + tiny + pi_low)).
rewrite u_value in *. feed B. apply Rabs_le. unfold psi_java. unfold pi_low in *. lra.
Qed.

(* From PI/2 on the first difference is exact (Sterbenz). *)
Lemma first_exact phi : double phi -> java_pi / 2 <= phi <= java_pi -> rnd (java_pi - phi) = java_pi - phi.
Proof.
intros D H. apply rnd_double. unfold java_pi in *.
apply (sterbenz radix2 format); [exact java_pi_double|exact D|]. lra.
Qed.

Lemma psi_relative_right phi : double phi -> java_pi / 2 <= phi <= java_pi ->
  Rabs (psi_java phi - (PI - phi)) <= 1.23 * u * (PI - phi).
Proof.
intros D H. assert (P := PI_in_two_doubles). apply Rabs_le_inv in P. assert (T := tiny_small).
assert (L : 0 < pi_low) by (unfold pi_low; lra).
assert (B := rnd_within (java_pi - phi + pi_low) (java_pi - phi + pi_low)). feed B.
apply Rabs_le. unfold psi_java. rewrite (first_exact phi D H), u_value in *. unfold pi_low in *. lra.
Qed.

(* S4: the supplement. *)
Lemma S4_supplement phi : 0 <= phi <= java_pi -> Rabs (psi_java phi - (PI - phi)) <= 3 * u * (PI - phi).
Proof.
intros H. assert (P := psi_relative phi H). assert (Q := java_pi_below).
assert (0 <= u * (PI - phi)); [|lra]. apply Rmult_le_pos; [apply bpow_ge_0|lra].
Qed.

Lemma psi_absolute phi : 0 <= phi <= java_pi -> Rabs (psi_java phi - (PI - phi)) <= 3.11 * u.
Proof.
intros H. assert (P := PI_in_two_doubles). apply Rabs_le_inv in P.
assert (L := rnd_error_4 (java_pi - phi)). assert (F : 0 <= java_pi - phi < 4) by (unfold java_pi in *; lra).
rewrite (Rabs_pos_eq (java_pi - phi)) in L by lra. specialize (L (proj2 F)).
assert (N := rnd_nearest (rnd (java_pi - phi) + pi_low) _ (double_rnd (java_pi - phi))).
replace (rnd (java_pi - phi) - (rnd (java_pi - phi) + pi_low)) with (- pi_low) in N by ring.
rewrite Rabs_Ropp, (Rabs_pos_eq pi_low) in N by (unfold pi_low; lra).
apply Rabs_le_inv in L, N. apply Rabs_le. unfold psi_java. rewrite u_value in *. unfold pi_low in *. lra.
Qed.

Lemma PI_below phi : 0 <= phi <= java_pi -> 0 < PI - phi <= PI.
Proof. intros H. assert (P := java_pi_below). lra. Qed.

Lemma psi_range_PI phi : 0 <= phi <= java_pi -> 0 < psi_java phi <= PI.
Proof. intros H. assert (R := psi_range phi H). assert (P := java_pi_below). unfold pi_low in R. lra. Qed.

(* What an error e u of the argument does to g, on the left half and on the right half. *)
Lemma g_error phi e : 0 <= phi <= java_pi ->
  Rabs (psi_java phi - (PI - phi)) <= e * u * (PI - phi) -> 0 <= e <= 3 ->
  Rabs (arc (psi_java phi) - g phi) <= 3.02 * e * u * g phi /\ 0 <= g phi.
Proof.
intros H P E. rewrite g_arc. assert (X := psi_range_PI phi H). assert (Y := PI_below phi H).
split; [|apply arc_nonneg; lra]. assert (U : 0 <= e * u <= / 1000) by (rewrite u_value; lra).
assert (R := arc_relative _ _ (e * u) X Y U P). lra.
Qed.

Lemma g_error_left sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  0 <= phi <= java_pi / 2 -> Rabs (g_java sin_d cos_d phi - g phi) <= 11 * u * g phi.
Proof.
intros S C H. assert (J : 0 <= phi <= java_pi) by (unfold java_pi in *; lra).
assert (P := psi_relative phi J).
destruct (g_error phi 2.01 J P) as [E G]; [lra|]. assert (R := psi_range phi J).
assert (Q := java_pi_below). apply Rabs_le_inv in P. rewrite u_value in *.
assert (V := v_error_right sin_d cos_d (psi_java phi) S C (psi_double phi)). rewrite u_value in V.
assert (L : 1.57 <= psi_java phi) by (unfold java_pi in *; lra). specialize (V (conj L (proj2 R))).
apply Rabs_le_inv in E, V. apply Rabs_le. unfold g_java. lra.
Qed.

Lemma g_error_right sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos -> double phi ->
  java_pi / 2 <= phi <= java_pi -> Rabs (g_java sin_d cos_d phi - g phi) <= 15.8 * u * g phi + 9 * tiny.
Proof.
intros S C D H. assert (J : 0 <= phi <= java_pi) by (unfold java_pi in *; lra). assert (T := tiny_small).
destruct (g_error phi 1.23 J (psi_relative_right phi D H)) as [E G]; [lra|].
assert (R := psi_range phi J). assert (V := v_error sin_d cos_d (psi_java phi) S C (psi_double phi)).
assert (L : 0 <= psi_java phi) by (unfold pi_low in R; lra). specialize (V (conj L (proj2 R))).
apply Rabs_le_inv in E, V. apply Rabs_le. unfold g_java. rewrite u_value in *. lra.
Qed.

(* S4: in relative terms. *)
Lemma S4_within_16u sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double phi -> 0 <= phi <= java_pi ->
  Rabs (g_java sin_d cos_d phi - g phi) <= 16 * u * g phi + underflow / 4.
Proof.
intros S C D H. assert (T := tiny_underflow). assert (G : 0 <= g phi).
{ apply g_bounds. assert (Q := java_pi_below). lra. }
assert (0 <= u * g phi) by (apply Rmult_le_pos; [apply bpow_ge_0|exact G]).
destruct (Rle_dec phi (java_pi / 2)) as [L|L].
- assert (E := g_error_left sin_d cos_d phi S C (conj (proj1 H) L)). lra.
- apply Rnot_le_lt, Rlt_le in L. assert (E := g_error_right sin_d cos_d phi S C D (conj L (proj2 H))). lra.
Qed.

Lemma S4_relative sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double phi -> 0 <= phi <= java_pi ->
  Rabs (g_java sin_d cos_d phi - g phi) <= 22 * u * g phi + underflow.
Proof.
intros S C D H. assert (E := S4_within_16u sin_d cos_d phi S C D H). assert (T := underflow_pos).
assert (G : 0 <= g phi) by (apply g_bounds; assert (Q := java_pi_below); lra). rewrite u_value in *. lra.
Qed.

(* S4: the computed bound gError. *)
Lemma S4_within_gError sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double phi -> 0 <= phi <= java_pi ->
  Rabs (g_java sin_d cos_d phi - g phi) <= g_error_java sin_d cos_d phi.
Proof.
intros S C D H. assert (E := S4_within_16u sin_d cos_d phi S C D H).
assert (G : 0 <= g phi) by (apply g_bounds; assert (Q := java_pi_below); lra).
unfold g_error_java. apply bound_is_enough; [lra|exact G|rewrite u_value in *; lra].
Qed.

(* S4: in absolute terms. *)
Lemma S4_absolute sin_d cos_d phi : within_1_ulp sin_d sin -> within_1_ulp cos_d cos ->
  double phi -> 0 <= phi <= java_pi -> Rabs (g_java sin_d cos_d phi - g phi) <= 15 * u.
Proof.
intros S C D H. rewrite g_arc. unfold g_java, v_java. assert (R := psi_range phi H).
assert (E := arc_absolute (psi_java phi) (PI - phi)). assert (P := psi_absolute phi H).
assert (X := psi_range_PI phi H). assert (Y := PI_below phi H). specialize (E ltac:(lra) ltac:(lra)).
assert (A : Rabs (arc (psi_java phi) - arc (PI - phi)) <= 5.67 * u) by (rewrite u_value in *; lra).
apply Rabs_le_inv in A. destruct (Rle_dec 1 (psi_java phi)) as [L|L].
- assert (F := difference_absolute sin_d cos_d _ S C (psi_double phi) (conj L (proj2 R))).
  apply Rabs_le_inv in F. apply Rabs_le. rewrite u_value in *. lra.
- assert (F := series_error (psi_java phi)). assert (B := arc_below (psi_java phi)).
  assert (T := tiny_small). assert (Q : psi_java phi ^ 3 <= 1) by (rewrite <- (pow1 3); apply pow_incr; lra).
  specialize (F ltac:(lra)). apply Rabs_le_inv in F. apply Rabs_le. rewrite u_value in *. lra.
Qed.
