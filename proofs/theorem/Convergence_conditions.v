(* Epoch II: its conditions in the step size, the noise that they allow, and where they let it begin.

   rho, m1, m2, h    radius of the noise, E |w~|, E |w~|^2 and E |w~| g at phi = 0
   c1, c2            the shares of a_oo: a_oo = (c1 a1, c2 a2)
   a1, a2; x, y      coordinates of a* and of a; top = PI - 1 + k
   omega, gamma      the goal of 1 - cos phi, and min{gamma/2, sqrt gamma / 6}

   Formalised: S3's two inequalities in eta; S4 from the bounds of m1, m2 and h; S5's region; S7's bound
     on E0.
   Not formalised: that m1, m2, h have these bounds but for the kernel; the limits in S4; the runs of S5. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Intervals Definitions loss.AngleKernel.
Open Scope R_scope.

(* S3: eta^-2 exp(-A/eta) at eta/s against that at eta, where A/eta = a. *)
Lemma S3_exit_falls (a s : R) : 2 <= a -> 1 <= s -> s ^ 2 * exp (- (a * s)) <= exp (- a).
Proof.
intros Ha Hs. replace (- (a * s)) with (- a + - (a * (s - 1))) by ring. rewrite exp_plus.
assert (E := exp_pos (- a)). assert (F := exp_ineq1_le (s - 1)).
assert (G : s ^ 2 * exp (- (a * (s - 1))) <= 1).
{ apply Rmult_le_reg_r with (exp (a * (s - 1))); [apply exp_pos|].
  rewrite Rmult_assoc, <- exp_plus. replace (- (a * (s - 1)) + a * (s - 1)) with 0 by ring. rewrite exp_0.
  apply Rle_trans with (exp (s - 1) * exp (s - 1)).
  - assert (0 <= s) by lra. nra.
  - rewrite <- exp_plus, Rmult_1_l. destruct (Req_dec ((s - 1) + (s - 1)) (a * (s - 1))) as [->|N]; [lra|].
    left. apply exp_increasing. nra. }
nra.
Qed.

(* S3: eta log(8/(eta^2 delta)) grows up to eta = 2/3. *)
Lemma S3_logarithm_grows (eta less delta : R) : 0 < less <= eta -> eta <= 2 / 3 -> 0 < delta <= 1 ->
  less * ln (8 / (less ^ 2 * delta)) <= eta * ln (8 / (eta ^ 2 * delta)).
Proof.
intros Hl He Hd.
assert (D : 0 < eta ^ 2 * delta) by (apply Rmult_lt_0_compat; [apply pow_lt|]; lra).
assert (P : 0 < 8 / (eta ^ 2 * delta)) by (apply Rmult_lt_0_compat; [lra|now apply Rinv_0_lt_compat]).
assert (L2 : 2 <= ln (8 / (eta ^ 2 * delta))).
{ apply Rle_trans with (ln 18); [interval with (i_prec 60)|].
  assert (18 <= 8 / (eta ^ 2 * delta)).
  { apply Rmult_le_reg_r with (eta ^ 2 * delta); [exact D|].
    replace (8 / (eta ^ 2 * delta) * (eta ^ 2 * delta)) with 8 by (field; split; lra).
    assert (eta ^ 2 <= 4 / 9) by nra. assert (eta ^ 2 * delta <= eta ^ 2 * 1) by (apply
      Rmult_le_compat_l; nra). lra. }
  destruct H as [H|<-]; [left; apply ln_increasing; lra|lra]. }
assert (Q : ln (8 / (less ^ 2 * delta)) = ln (8 / (eta ^ 2 * delta)) + 2 * ln (eta / less)).
{ replace (8 / (less ^ 2 * delta)) with (8 / (eta ^ 2 * delta) * (eta / less * (eta / less)))
    by (field; repeat split; lra).
  assert (0 < eta / less) by (apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat; lra]).
  rewrite !ln_mult by nra. ring. }
assert (R : ln (eta / less) <= eta / less - 1).
{ assert (0 < eta / less) by (apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat; lra]).
  assert (E := exp_ineq1_le (ln (eta / less))). rewrite exp_ln in E by assumption. lra. }
rewrite Q. assert (S : less * (2 * ln (eta / less)) <= 2 * (eta - less)).
{ assert (less * ln (eta / less) <= less * (eta / less - 1)) by (apply Rmult_le_compat_l; lra).
  replace (less * (eta / less - 1)) with (eta - less) in H by (field; lra). lra. }
set (l := ln (8 / (eta ^ 2 * delta))) in *. nra.
Qed.

(* S4: what the angle of the perturbed filter costs h at phi = 0. *)
Lemma S4_kernel (x : R) : 0 <= x <= PI / 2 -> 0 <= sin x - x * cos x <= sin x ^ 3.
Proof.
intros Hx. assert (P := PI_RGT_0).
assert (C : 0 <= cos x) by (apply cos_ge_0; lra). assert (S : 0 <= sin x) by (apply sin_ge_0; lra).
assert (C1 : cos x <= 1) by apply COS_bound.
assert (A : sin x <= x) by (destruct (Req_dec x 0) as [->|N]; [rewrite sin_0; lra|left; apply sin_lt_x;
  lra]).
assert (U := sin2_cos2 x). unfold Rsqr in U. split.
- assert (G := g_bounds (PI - x) ltac:(lra)). rewrite g_arc in G. unfold arc in G.
  replace (PI - (PI - x)) with x in G by ring. lra.
- assert (E : sin x ^ 3 - (sin x - x * cos x) = cos x * (x - sin x * cos x)).
  { replace (sin x ^ 3) with (sin x * (sin x * sin x)) by ring.
    replace (sin x * sin x) with (1 - cos x * cos x) by lra. ring. }
  assert (sin x * cos x <= x) by nra. nra.
Qed.

(* S4: between 0.2 rho^2 and rho^2, or 1.24 rho^2. *)
Lemma S4_along (p k rho m1 m2 h : R) : 2 <= p -> 1 <= k -> 0 <= rho <= 1 / 2 ->
  m2 = 1 + rho ^ 2 * (p / (p + 2)) -> 1 <= m1 <= 1 + (m2 - 1) / 2 -> PI <= h <= PI + rho ^ 3 ->
  1 / 5 * rho ^ 2 <= 1 - (m1 * (k - 1) + h) / (m2 * (PI - 1 + k)) <= rho ^ 2.
Proof.
intros Hp Hk Hr Hm Hm1 Hh. assert (P := PI_range).
assert (F : 1 / 2 <= p / (p + 2) <= 1).
{ split; apply Rmult_le_reg_r with (p + 2); try lra;
  replace (p / (p + 2) * (p + 2)) with p by (field; lra); lra. }
assert (R2 : 0 <= rho ^ 2 <= 1 / 4) by nra. assert (R3 : rho ^ 3 <= rho ^ 2 / 2) by (simpl; nra).
assert (N : rho ^ 2 / 2 <= m2 - 1 <= rho ^ 2) by (rewrite Hm; nra).
set (L := PI - 1 + k). assert (HL : PI <= L) by (unfold L; lra). set (r := rho ^ 2) in *.
assert (E : m1 * (k - 1) + h = m2 * L - ((m2 - 1) * L - (m1 - 1) * (k - 1) - (h - PI))) by (unfold L; ring).
assert (D : 0 < m2 * L) by nra.
assert (A : (m1 - 1) * (k - 1) <= (m2 - 1) / 2 * (k - 1)) by (apply Rmult_le_compat_r; lra).
assert (B : 0 <= (m1 - 1) * (k - 1)) by (apply Rmult_le_pos; lra).
assert (Q : (m1 * (k - 1) + h) / (m2 * L) * (m2 * L) = m1 * (k - 1) + h) by (field; nra).
set (c := (m1 * (k - 1) + h) / (m2 * L)) in *.
assert (T : (1 - c) * (m2 * L) = (m2 - 1) * L - (m1 - 1) * (k - 1) - (h - PI)) by lra.
assert (Lo : 1 / 4 * r * L <= (1 - c) * (m2 * L)).
{ rewrite T. replace (k - 1) with (L - PI) in * by (unfold L; ring).
  assert (r / 2 * ((L + PI) / 2) <= (m2 - 1) * ((L + PI) / 2)) by (apply Rmult_le_compat_r; lra).
  assert (r * 2 <= r * PI) by (apply Rmult_le_compat_l; lra). lra. }
assert (Up : (1 - c) * (m2 * L) <= r * L).
{ rewrite T. assert ((m2 - 1) * L <= r * L) by (apply Rmult_le_compat_r; lra). lra. }
assert (M : 1 <= m2 <= 5 / 4) by lra. split.
- apply Rmult_le_reg_r with (m2 * L); [exact D|]. apply Rle_trans with (2 := Lo).
  replace (1 / 5 * r * (m2 * L)) with (m2 * (1 / 5 * r * L)) by ring.
  assert (Z : 0 <= r * L) by (apply Rmult_le_pos; lra).
  assert (m2 * (r * L) <= 5 / 4 * (r * L)) by (apply Rmult_le_compat_r; lra). lra.
- apply Rmult_le_reg_r with (m2 * L); [exact D|]. apply Rle_trans with (1 := Up).
  assert (Z : 0 <= r * L) by (apply Rmult_le_pos; lra).
  assert (1 * (r * L) <= m2 * (r * L)) by (apply Rmult_le_compat_r; lra). lra.
Qed.

Lemma S4_across (p rho m1 m2 h : R) : 2 <= p -> 0 <= rho <= 1 / 2 ->
  m2 = 1 + rho ^ 2 * (p / (p + 2)) -> 1 <= m1 <= 1 + (m2 - 1) / 2 -> PI <= h <= PI + rho ^ 3 ->
  1 / 5 * rho ^ 2 <= 1 - (h - m1) / (m2 * (PI - 1)) <= 124 / 100 * rho ^ 2.
Proof.
intros Hp Hr Hm Hm1 Hh. assert (P := PI_range).
assert (F : 1 / 2 <= p / (p + 2) <= 1).
{ split; apply Rmult_le_reg_r with (p + 2); try lra;
  replace (p / (p + 2) * (p + 2)) with p by (field; lra); lra. }
assert (R2 : 0 <= rho ^ 2 <= 1 / 4) by nra. assert (R3 : rho ^ 3 <= rho ^ 2 / 2) by (simpl; nra).
assert (N : rho ^ 2 / 2 <= m2 - 1 <= rho ^ 2) by (rewrite Hm; nra). set (r := rho ^ 2) in *.
assert (D : 0 < m2 * (PI - 1)) by nra.
assert (Q : (h - m1) / (m2 * (PI - 1)) * (m2 * (PI - 1)) = h - m1) by (field; nra).
set (c := (h - m1) / (m2 * (PI - 1))) in *.
assert (T : (1 - c) * (m2 * (PI - 1)) = (m2 - 1) * (PI - 1) + (m1 - 1) - (h - PI)) by lra.
assert (M : 1 <= m2 <= 5 / 4) by lra. split.
- apply Rmult_le_reg_r with (m2 * (PI - 1)); [exact D|]. rewrite T.
  assert (r / 2 * (PI - 1) <= (m2 - 1) * (PI - 1)) by (apply Rmult_le_compat_r; lra).
  assert (0 <= r * (PI - 1)) by (apply Rmult_le_pos; lra).
  assert (m2 * (r * (PI - 1)) <= 5 / 4 * (r * (PI - 1))) by (apply Rmult_le_compat_r; lra).
  assert (r * 3 <= r * PI) by (apply Rmult_le_compat_l; lra). lra.
- apply Rmult_le_reg_r with (m2 * (PI - 1)); [exact D|]. rewrite T.
  assert ((m2 - 1) * (PI - 1) <= r * (PI - 1)) by (apply Rmult_le_compat_r; lra).
  assert (0 <= r * (PI - 1)) by (apply Rmult_le_pos; lra).
  assert (1 * (r * (PI - 1)) <= m2 * (r * (PI - 1))) by (apply Rmult_le_compat_r; lra).
  assert (r * (31415 / 10000) <= r * PI) by (apply Rmult_le_compat_l; lra). lra.
Qed.

(* S4: 0.45 gamma^(1/4), with root = sqrt gamma, is enough; off the angle 0 it costs PI omega / (PI - 1)
  more. *)
Lemma S4_enough (root rho off : R) : 0 <= root -> 0 <= rho -> rho ^ 2 <= (45 / 100) ^ 2 * root ->
  off <= (1 + 1 / (2 * (PI - 1))) * rho ^ 2 + PI / (PI - 1) * (root / 6) -> off <= root / 2.
Proof.
intros Hg Hr H Ho. assert (P := PI_range).
assert (A : 1 + 1 / (2 * (PI - 1)) <= 12335 / 10000) by interval with (i_prec 60).
assert (B : PI / (PI - 1) <= 14670 / 10000) by interval with (i_prec 60).
assert (0 <= rho ^ 2) by apply pow2_ge_0. nra.
Qed.

Lemma S4_too_much (root rho off : R) : 0 < root -> (16 / 10) ^ 2 * root <= rho ^ 2 ->
  1 / 5 * rho ^ 2 <= off ->
  root / 2 < off.
Proof. intros. lra. Qed.

(* S5: without noise s s* <= s*^2, d >= 0 and an acute angle last; x, y, a1, a2 the coordinates. *)
Lemma S5_sum_stays (k eta phi a1 x : R) : 1 <= k -> 0 <= eta -> eta * (PI - 1 + k) <= 2 * PI ->
  0 <= phi <= PI / 2 ->
  a1 * x <= a1 ^ 2 ->
  a1 * (x - eta / (2 * PI) * ((PI - 1 + k) * x - (k - 1 + g phi) * a1)) <= a1 ^ 2.
Proof.
intros Hk He Hs Hphi H. assert (P := PI_range). assert (G := g_bounds phi ltac:(lra)).
set (e := eta / (2 * PI)). assert (E0 : 0 <= e) by (apply Rmult_le_pos; [lra|left; apply
  Rinv_0_lt_compat; lra]).
assert (E1 : e * (PI - 1 + k) <= 1).
{ unfold e. apply Rmult_le_reg_r with (2 * PI); [lra|].
  replace (eta / (2 * PI) * (PI - 1 + k) * (2 * PI)) with (eta * (PI - 1 + k)) by (field; lra). lra. }
assert (A : (1 - e * (PI - 1 + k)) * (a1 * x) <= (1 - e * (PI - 1 + k)) * a1 ^ 2)
  by (apply Rmult_le_compat_l; lra).
assert (B : 0 <= e * (PI - g phi) * a1 ^ 2) by (apply Rmult_le_pos; [nra|apply pow2_ge_0]). nra.
Qed.

Lemma S5_alignment_stays (k eta phi a1 a2 x y : R) : 1 <= k -> 0 <= eta -> eta * (PI - 1 + k) <= 2 * PI ->
  0 <= phi <= PI / 2 -> a1 * x <= a1 ^ 2 -> 0 <= a1 * x + a2 * y ->
  0 <= a1 * (x - eta / (2 * PI) * ((PI - 1 + k) * x - (k - 1 + g phi) * a1))
       + a2 * (y - eta / (2 * PI) * ((PI - 1) * y - (g phi - 1) * a2)).
Proof.
intros Hk He Hs Hphi H Hd. assert (P := PI_range).
assert (G : 1 <= g phi).
{ rewrite <- g_PI2. destruct (Req_dec phi (PI / 2)) as [->|N]; [lra|].
  left. apply g_decreasing; lra. }
set (e := eta / (2 * PI)). assert (E0 : 0 <= e) by (apply Rmult_le_pos; [lra|left; apply
  Rinv_0_lt_compat; lra]).
assert (E1 : e * (PI - 1 + k) <= 1).
{ unfold e. apply Rmult_le_reg_r with (2 * PI); [lra|].
  replace (eta / (2 * PI) * (PI - 1 + k) * (2 * PI)) with (eta * (PI - 1 + k)) by (field; lra). lra. }
assert (A : 0 <= (1 - e * (PI - 1)) * (a1 * x + a2 * y)) by (apply Rmult_le_pos; [nra|lra]).
assert (B : 0 <= e * k * (a1 ^ 2 - a1 * x)) by (apply Rmult_le_pos; [nra|lra]).
assert (C : 0 <= e * (g phi - 1) * (a1 ^ 2 + a2 ^ 2)) by (apply Rmult_le_pos; [nra|nra]). nra.
Qed.

(* The step w + tau P_w w* keeps a nonnegative inner product with w*. *)
Lemma S5_angle_stays (p : nat) (w v : vec) (tau : R) : 0 <= tau -> dot p w w = 1 -> dot p v v = 1 ->
  0 <= dot p w v ->
  0 <= dot p (fun i => w i + tau * tangent p w v i) v.
Proof.
intros Ht Hw Hv Hc.
assert (E : dot p (fun i => w i + tau * tangent p w v i) v =
  dot p w v + tau * (dot p v v - dot p w v * dot p w v)).
{ unfold tangent.
  rewrite (dot_ext p _ (fun i => lin 1 w tau (lin 1 v (- dot p w v) w) i) v v);
    [|intros i _; unfold lin; ring|now intros i].
  rewrite dot_lin_l, dot_lin_l. ring. }
rewrite E, Hv. assert (C : dot p w v * dot p w v <= dot p w w * dot p v v) by apply cauchy_schwarz.
rewrite Hw, Hv in C. nra.
Qed.

(* S7: E0 = (-a2 Y(PI))_+ + 5/8 d_- at most, both over |a*|^2 / sqrt m2 =: scale; lambda is epoch II's rate
  across. *)
Lemma S7_adverse (square root adverse lambda : R) : 0 < square -> 0 < root ->
  adverse <= (1 / (PI - 1) + 5 / 8) * (square / root) -> (PI - 1) / (2 * PI) <= lambda ->
    22 * square <= root ->
  adverse <= 110 / 100 * (square / root) /\ adverse <= 15 / 100 * lambda.
Proof.
intros Hs Hr Ha Hl Hm. assert (P := PI_range).
assert (A : 1 / (PI - 1) + 5 / 8 <= 110 / 100) by interval with (i_prec 60).
assert (S : 0 < square / root) by (apply Rmult_lt_0_compat; [lra|now apply Rinv_0_lt_compat]).
assert (T : square / root <= / 22).
{ apply Rmult_le_reg_r with root; [lra|]. replace (square / root * root) with square by (field; lra). lra. }
assert (B : 110 / 100 / 22 <= 15 / 100 * ((PI - 1) / (2 * PI))) by interval with (i_prec 60).
split; nra.
Qed.
