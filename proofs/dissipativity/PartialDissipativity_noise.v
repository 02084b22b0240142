(* How the sharp constants of C1 and C2 depend on the noise and on the angle.

   term b theta m      b^2 / (m - theta), the two parts of gamma_a up to constants

   Formalised: S4 for c_w (NETWORK) and for gamma_a (0 without noise at phi = 0, else positive); S9's
   dependence on phi; the two parts of gamma_a. S9's dependence on rho is in PartialDissipativity_levels.v
   and PartialDissipativity_fixed.v.
   Not formalised: S10. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.Intervals Definitions loss.AngleKernel smoothing.Drift
  smoothing.Drift_noise.
From Lemmata Require Import dissipativity.OutputDissipativity dissipativity.OutputDissipativity_slack.
From Lemmata Require Import dissipativity.FilterDissipativity dissipativity.FilterDissipativity_drift.
Open Scope R_scope.

(* S4: on {d = 1, phi = PI/3} the sharp c_w is 3 kappa / 8 PI. *)
Lemma S4_sharp_c_w p k rho c v b : (2 <= p)%nat -> 0 <= rho -> dot p v v = 1 -> 0 < dot k b b ->
  (C1 p k (kappa p p rho) (fun a => dot k a b = 1) (PI / 3) (PI / 3) c 0 v b <->
   c <= 3 * kappa p p rho (PI / 3) / (8 * PI)).
Proof.
intros Hp H V B. assert (P := PI_RGT_0).
replace (3 * kappa p p rho (PI / 3) / (8 * PI)) with (1 * kappa p p rho (PI / 3) * (1 + cos (PI / 3)) / (4 *
  PI))
  by (rewrite cos_PI3; field; lra).
apply S2_sharp_if_d_not_negative; try lra; try easy; [apply S1_drift_pulls; [lia|easy]|].
split; [|intros; lra]. exists (fun i => / dot k b b * b i). rewrite dot_scal_l. split; field; lra.
Qed.

Lemma S4_c_w_without_noise p : 3 * kappa p p 0 (PI / 3) / (8 * PI) = 1 / 4.
Proof.
assert (P := PI_RGT_0). rewrite kappa_0 by lra. field. lra.
Qed.

Lemma S4_c_w_falls_with_the_noise p rho1 rho2 : (2 <= p)%nat -> 0 <= rho1 < rho2 ->
  3 * kappa p p rho2 (PI / 3) / (8 * PI) < 3 * kappa p p rho1 (PI / 3) / (8 * PI).
Proof.
intros Hp H. assert (P := PI_RGT_0). enough (kappa p p rho2 (PI / 3) < kappa p p rho1 (PI / 3)).
{ unfold Rdiv. apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; lra|lra]. }
assert (A : forall rho, 0 <= rho -> PI / 2 < kappa p p rho (PI / 3)).
{ intros rho R0. rewrite <- (S2_middle p p rho) at 1 by (lia || easy).
  apply S2_strictly_decreasing; (lia || lra). }
assert (D := S5_distance_decreases p p rho1 rho2 (PI / 3) ltac:(lia) ltac:(lra) ltac:(lra) ltac:(lra)
  ltac:(lra)
  ltac:(intros; lia)).
assert (A1 := A rho1 ltac:(lra)). assert (A2 := A rho2 ltac:(lra)). rewrite !Rabs_pos_eq in D by lra. lra.
Qed.

(* The sharp gamma_a is 0 without noise at phi = 0, and positive where b_1, b_2 > 0. *)
Lemma S4_gamma_without_noise k ca b : slack k 1 1 PI ca b = 0.
Proof.
unfold slack, pull_along, pull_across, b_along, b_across, Rdiv. ring.
Qed.

Lemma nonzero_part k b : (1 <= k)%nat -> 0 < dot k b b -> 0 < along k b ^ 2 \/ 0 < a_2 k b ^ 2.
Proof.
intros H B. rewrite (dot_split k b b H) in B. rewrite <- a_2_sq in B.
destruct (Req_dec (along k b) 0) as [E|N]; [right; rewrite E in B; lra|left].
apply Rsqr_pos_lt in N. unfold Rsqr in N. lra.
Qed.

Lemma S4_gamma_with_noise k m2 m1 h ca b : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 -> 0 < dot k b b ->
  0 < b_along k m2 m1 h -> 0 < b_across m2 m1 h -> 0 < slack k m2 m1 h ca b.
Proof.
intros H H2 L B B1 B2. assert (P := PI_RGT_0). destruct (below_limit k m2 m1 h ca b H H2 L) as [L1 _].
assert (T : forall x y z, 0 < z -> 0 <= (x * y / (2 * PI)) ^ 2 / z).
{ intros x y z Z. apply Rmult_le_pos; [apply pow2_ge_0|left; now apply Rinv_0_lt_compat]. }
assert (T' : forall x y z, 0 < z -> 0 < x -> 0 < y ^ 2 -> 0 < (x * y / (2 * PI)) ^ 2 / z).
{ intros x y z Z X Y. apply Rdiv_lt_0_compat; [|easy].
  replace ((x * y / (2 * PI)) ^ 2) with (x ^ 2 * y ^ 2 * (/ (2 * PI)) ^ 2) by (field; lra).
  assert (0 < / (2 * PI)) by (apply Rinv_0_lt_compat; lra). apply Rmult_lt_0_compat;
  [apply Rmult_lt_0_compat; [now apply pow_lt|exact Y]|now apply pow_lt]. }
unfold slack. destruct k as [|[|k]]; [lia| |].
- rewrite pull_across_one. unfold pull_along.
  assert (Z0 : 0 ^ 2 / (stiffness_across m2 - ca) = 0) by (unfold Rdiv; ring). rewrite Z0.
  destruct (nonzero_part 1 b H B) as [Z|Z]; [|rewrite a_2_one in Z; lra].
  assert (Q := T' (b_along 1 m2 m1 h) (along 1 b) (stiffness_along 1 m2 - ca) ltac:(lra) B1 Z). lra.
- unfold limit in L. unfold pull_along, pull_across. destruct (nonzero_part _ b H B) as [Z|Z].
  + assert (Q := T' (b_along (S (S k)) m2 m1 h) _ (stiffness_along (S (S k)) m2 - ca) ltac:(lra) B1 Z).
    assert (Q' := T (b_across m2 m1 h) (a_2 (S (S k)) b) (stiffness_across m2 - ca) ltac:(lra)). lra.
  + assert (Q := T' (b_across m2 m1 h) _ (stiffness_across m2 - ca) ltac:(lra) B2 Z).
    assert (Q' := T (b_along (S (S k)) m2 m1 h) (along (S (S k)) b) (stiffness_along (S (S k)) m2 - ca)
      ltac:(lra)). lra.
Qed.

(* The two parts of gamma_a, and how they compare. *)
Definition term (b theta m : R) : R := b ^ 2 / (m - theta).
Definition size_across (k : nat) (b : vec) : R := match k with 1%nat => 0 | _ => a_2 k b ^ 2 end.

Lemma slack_terms k m2 m1 h ca b : (1 <= k)%nat -> ca < limit k m2 -> 0 < m2 -> slack k m2 m1 h ca b =
  (term (b_along k m2 m1 h) (2 * PI * ca / (PI - 1 + INR k)) m2 * along k b ^ 2 / (PI - 1 + INR k)
   + term (b_across m2 m1 h) (2 * PI * ca / (PI - 1)) m2 * size_across k b / (PI - 1)) / (8 * PI).
Proof.
intros H L H2. assert (P := PI2_3_2). apply le_INR in H as H'. simpl in H'.
destruct (below_limit k m2 m1 h ca b H H2 L) as [L1 _].
assert (Q : forall x y z, 1 < y -> ca < m2 * y / (2 * PI) -> (x * z / (2 * PI)) ^ 2 / (m2 * y / (2 * PI) -
  ca) =
  term x (2 * PI * ca / y) m2 * z ^ 2 / y / (2 * PI)).
{ intros x y z Y C. unfold term. assert (m2 * y - 2 * PI * ca <> 0).
  { apply Rmult_lt_compat_r with (r := 2 * PI) in C; [|lra]. unfold Rdiv in C.
    rewrite Rmult_assoc, Rinv_l in C; lra. }
  field. repeat split; lra. }
unfold slack, pull_along, stiffness_along. rewrite Q by (easy || lra). destruct k as [|[|k]]; [lia| |].
- rewrite pull_across_one. unfold size_across. replace (0 ^ 2) with 0 by ring. unfold Rdiv.
  rewrite !Rinv_mult. lra.
- unfold pull_across, stiffness_across, size_across. unfold limit, stiffness_across in L.
  rewrite Q by (easy || lra).
  set (x := term _ _ _). set (y := term _ _ _). field. lra.
Qed.

Lemma term_le b1 b2 theta m : 0 <= b1 <= b2 -> theta < m -> term b1 theta m <= term b2 theta m.
Proof.
intros B T. unfold term, Rdiv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|apply pow_incr;
  lra].
Qed.

Lemma term_lt b1 b2 theta m : 0 <= b1 < b2 -> theta < m -> term b1 theta m < term b2 theta m.
Proof.
intros B T. unfold term, Rdiv. apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; lra|nra].
Qed.

(* Two terms that both grow make gamma_a grow, if a* <> 0. *)
Lemma grow k b i1 i2 x x' y y' : (1 <= k)%nat -> 0 < dot k b b -> 0 < i1 -> (k <> 1%nat -> 0 < i2) -> x < x'
  ->
  (k <> 1%nat -> y < y') ->
  x * along k b ^ 2 * i1 + y * size_across k b * i2 < x' * along k b ^ 2 * i1 + y' * size_across k b * i2.
Proof.
intros H B I1 I2 X Y. assert (A := pow2_ge_0 (along k b)).
assert (M : forall u u' z i, 0 < i -> u < u' -> 0 <= z -> u * z * i <= u' * z * i).
{ intros u u' z i Hi U Z. apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat_r; lra. }
assert (N : forall u u' z i, 0 < i -> u < u' -> 0 < z -> u * z * i < u' * z * i).
{ intros u u' z i Hi U Z. apply Rmult_lt_compat_r; [lra|]. apply Rmult_lt_compat_r; lra. }
destruct (nonzero_part k b H B) as [Z|Z].
- apply Rplus_lt_le_compat; [now apply N|]. destruct k as [|[|k]]; [lia| |].
  + unfold size_across. lra.
  + apply M; [apply I2; lia|apply Y; lia|apply pow2_ge_0].
- destruct k as [|[|k]]; [lia|rewrite a_2_one in Z; lra|].
  apply Rplus_le_lt_compat; [now apply M|]. apply N; [apply I2; lia|apply Y; lia|exact Z].
Qed.

Lemma both_grow k b x x' y y' : (1 <= k)%nat -> 0 < dot k b b -> x < x' -> (k <> 1%nat -> y < y') ->
  (x * along k b ^ 2 / (PI - 1 + INR k) + y * size_across k b / (PI - 1)) / (8 * PI) <
  (x' * along k b ^ 2 / (PI - 1 + INR k) + y' * size_across k b / (PI - 1)) / (8 * PI).
Proof.
intros H B X Y. assert (P := PI2_3_2). apply le_INR in H as H'. simpl in H'.
unfold Rdiv. apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; lra|].
apply grow; try easy; intros; apply Rinv_0_lt_compat; lra.
Qed.

Lemma theta_below k m2 ca : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 ->
  2 * PI * ca / (PI - 1 + INR k) < m2 /\ (k <> 1%nat -> 2 * PI * ca / (PI - 1) < m2).
Proof.
intros H H2 L. assert (P := PI2_3_2). apply le_INR in H as H'. simpl in H'.
destruct (below_limit k m2 0 0 ca (fun _ => 0) H H2 L) as [L1 _].
assert (Q : forall y, 1 < y -> ca < m2 * y / (2 * PI) -> 2 * PI * ca / y < m2).
{ intros y Y C. apply Rmult_lt_compat_r with (r := 2 * PI) in C; [|lra].
  unfold Rdiv in C. rewrite (Rmult_assoc (m2 * y)), Rinv_l, Rmult_1_r in C by lra.
  apply Rmult_lt_reg_r with y; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
split; [apply Q; [lra|exact L1]|]. intros N. destruct k as [|[|k]]; [lia|easy|]. apply Q; [lra|exact L].
Qed.

(* S9, in phi: the angle enters through h alone, which falls strictly. *)
Lemma S9_gamma_rises_with_the_angle k m2 m1 (h : R -> R) ca b phi phi' : (1 <= k)%nat -> 0 < m2 -> 0 < dot k
  b b ->
  ca < limit k m2 -> h phi' < h phi -> 0 <= b_along k m2 m1 (h phi) -> 0 <= b_across m2 m1 (h phi) ->
  slack k m2 m1 (h phi) ca b < slack k m2 m1 (h phi') ca b.
Proof.
intros H H2 B L D B1 B2. rewrite !slack_terms by easy. destruct (theta_below k m2 ca H H2 L) as [T1 T2].
apply both_grow; try easy; [|intros N]; apply term_lt; try easy; try (now apply T2); unfold b_along,
  b_across in *; lra.
Qed.
