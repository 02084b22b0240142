(* Theorem 1's noise and step size: the stationary standard deviation of d against its mean.

   b = a*, B = |b|^2, A1 = (1^T b)^2 / k      Cw, Ca, Ce, L        the printed constants, L = log (1/delta)
   rho p                                      Cw k p^2
   step p                                     Ce / (k^4 p^6 max {1, p L})
   second, fourth                             m2 and m4 of the noise of radius rho in R^p
   mean                                       d_infinity = a_infinity^T b at an angle with h, m1

   Formalised: S4, the ceiling of the mean and that it is exceeded by any factor; h <= PI m1, 0 <= h and
   m1^2 <= m2 are premises (smoothing.SmoothedKernel).
   Not formalised: the exact growth for large p. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions dissipativity.SmoothedEquilibrium theorem.Fluctuation.
Open Scope R_scope.

Definition rho (k p : nat) (Cw : R) : R := Cw * INR k * INR p ^ 2.
Definition step (k p : nat) (Ce L : R) : R := Ce / (INR k ^ 4 * INR p ^ 6 * Rmax 1 (INR p * L)).
Definition second (p : nat) (r : R) : R := 1 + r ^ 2 * (INR p / (INR p + 2)).
Definition fourth (p : nat) (r : R) : R := 1 + 2 * r ^ 2 + r ^ 4 * (INR p / (INR p + 4)).
Definition mean (k : nat) (m2 m1 h : R) (b : vec) : R := dot k (equilibrium k m2 m1 h b) b.

Lemma share_bounds k m2 m1 h : (1 <= k)%nat -> 0 < m2 -> 0 < m1 -> 0 <= h <= PI * m1 ->
  0 <= c_along k m2 m1 h <= m1 / m2 /\ - (m1 / m2) <= c_across m2 m1 h <= m1 / m2.
Proof.
intros H M2 M1 Hh. destruct (sizes k H) as [P K].
assert (I : 0 < / (m2 * (PI - 1 + INR k))) by (apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra).
assert (J : 0 < / (m2 * (PI - 1))) by (apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra).
unfold c_along, c_across, Rdiv. repeat split.
- apply Rmult_le_pos; [|lra]. nra.
- replace (m1 * / m2) with (m1 * (PI - 1 + INR k) * / (m2 * (PI - 1 + INR k))) by (field; lra).
  apply Rmult_le_compat_r; nra.
- replace (- (m1 * / m2)) with (- (m1 * (PI - 1)) * / (m2 * (PI - 1))) by (field; lra).
  apply Rmult_le_compat_r; nra.
- replace (m1 * / m2) with (m1 * (PI - 1) * / (m2 * (PI - 1))) by (field; lra).
  apply Rmult_le_compat_r; nra.
Qed.

Lemma S4_ceiling (k : nat) (m2 m1 h : R) (b : vec) : (1 <= k)%nat -> 0 < m1 -> m1 ^ 2 <= m2 ->
  0 <= h <= PI * m1 -> mean k m2 m1 h b ^ 2 <= dot k b b ^ 2 / m2.
Proof.
intros H M1 M Hh. assert (M2 : 0 < m2) by nra. destruct (sizes k H) as [P K].
destruct (share_bounds k m2 m1 h H M2 M1 Hh) as [X Y]. unfold mean. rewrite alignment_parts by exact H.
assert (S := sum_sq_le k b). set (A := sum k b ^ 2 / INR k).
assert (A0 : 0 <= A <= dot k b b).
{ unfold A. split; [apply Rmult_le_pos; [apply pow2_ge_0|left; apply Rinv_0_lt_compat; lra]|].
  apply Rmult_le_reg_r with (INR k); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
set (c := m1 / m2) in *. set (B := dot k b b) in *.
set (x := c_along k m2 m1 h) in *. set (y := c_across m2 m1 h) in *.
assert (C : - (c * B) <= x * A + y * (B - A) <= c * B) by nra.
apply Rle_trans with ((c * B) ^ 2).
- assert (0 <= (c * B - (x * A + y * (B - A))) * (c * B + (x * A + y * (B - A)))) by (apply Rmult_le_pos;
  lra).
  nra.
- replace ((c * B) ^ 2) with (m1 ^ 2 * (B ^ 2 / m2 ^ 2)) by (unfold c; field; lra).
  replace (B ^ 2 / m2) with (m2 * (B ^ 2 / m2 ^ 2)) by (field; lra).
  apply Rmult_le_compat_r; [|exact M]. apply Rmult_le_pos; [apply pow2_ge_0|].
  left. apply Rinv_0_lt_compat. nra.
Qed.

(* V m2 / B^2 with m4 >= rho^4 p / (p + 4). *)
Definition factor (k : nat) (Cw Ca Ce B : R) : R := Cw ^ 4 * Ca ^ 2 * Ce * (PI - 1) / (4 * PI * (INR k + 2)
  * B).

Lemma denominator_positive k B : 0 < B -> 0 < 4 * PI * (INR k + 2) * B.
Proof.
intros H. assert (P := PI_RGT_0). assert (K := pos_INR k). apply Rmult_lt_0_compat; [|exact H].
apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; lra.
Qed.

Lemma factor_nonneg k Cw Ca Ce B : (1 <= k)%nat -> 0 < Cw -> 0 < Ce -> 0 < B -> 0 <= factor k Cw Ca Ce B.
Proof.
intros H W E B0. destruct (sizes k H) as [P K]. unfold factor. apply Rmult_le_pos.
- assert (0 < Cw ^ 4) by now apply pow_lt. assert (C := pow2_ge_0 Ca).
  apply Rmult_le_pos; [|lra]. apply Rmult_le_pos; [|lra]. apply Rmult_le_pos; [lra|exact C].
- left. now apply Rinv_0_lt_compat, denominator_positive.
Qed.

Lemma power_of_the_noise k p Cw Ce L : (1 <= k)%nat -> (1 <= p)%nat ->
  step k p Ce L * rho k p Cw ^ 4 = Cw ^ 4 * Ce * (INR p ^ 2 / Rmax 1 (INR p * L)).
Proof.
intros H Hp. apply le_INR in H, Hp. simpl in H, Hp. assert (M := Rmax_l 1 (INR p * L)).
unfold step, rho. set (m := Rmax 1 (INR p * L)) in *. field; repeat split; lra.
Qed.

Lemma S4_growth (k p : nat) (Cw Ca Ce L m1 h : R) (b : vec) : (1 <= k)%nat -> (1 <= p)%nat ->
  0 < Cw -> 0 < Ce -> 0 < dot k b b ->
  let m2 := second p (rho k p Cw) in let m4 := fourth p (rho k p Cw) in
  0 < m1 -> m1 ^ 2 <= m2 -> 0 <= h <= PI * m1 ->
  factor k Cw Ca Ce (dot k b b) * (INR p ^ 3 / ((INR p + 4) * Rmax 1 (INR p * L))) * mean k m2 m1 h b ^ 2
  <= leading k (sum k b ^ 2 / INR k) (dot k b b) (step k p Ce L) m2 m4 (Ca ^ 2 / (INR k + 2)).
Proof.
intros H Hp Cw0 Ce0 B0 m2 m4 M1 M Hh. destruct (sizes k H) as [P K].
assert (C := S4_ceiling k m2 m1 h b H M1 M Hh). assert (M2 : 0 < m2) by nra.
assert (N := power_of_the_noise k p Cw Ce L H Hp). assert (Hq := Hp). apply le_INR in Hp. simpl in Hp.
assert (X := Rmax_l 1 (INR p * L)). set (B := dot k b b) in *. set (A := sum k b ^ 2 / INR k).
assert (A0 : 0 <= A) by (apply Rmult_le_pos; [apply pow2_ge_0|left; apply Rinv_0_lt_compat; lra]).
set (r := rho k p Cw) in *. set (e := step k p Ce L) in *. set (m := Rmax 1 (INR p * L)) in *.
assert (E0 : 0 < e).
{ unfold e, step. fold m. apply Rdiv_lt_0_compat; [exact Ce0|].
  apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; apply pow_lt|]; lra. }
assert (F : r ^ 4 * (INR p / (INR p + 4)) <= m4) by (unfold m4, fourth; nra).
assert (n0 : 0 <= Ca ^ 2 / (INR k + 2)) by (apply Rmult_le_pos; [apply pow2_ge_0|left; apply
  Rinv_0_lt_compat; lra]).
assert (D0 : 0 <= factor k Cw Ca Ce B * (INR p ^ 3 / ((INR p + 4) * m))).
{ apply Rmult_le_pos; [now apply factor_nonneg|]. apply Rmult_le_pos; [apply pow_le; lra|].
  left. apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra. }
apply Rle_trans with (1 := Rmult_le_compat_l _ _ _ D0 C).
assert (Z : 0 <= / (4 * PI * m2)) by (left; apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra).
apply Rle_trans with (e * (Ca ^ 2 / (INR k + 2)) * ((PI - 1) * B) * (r ^ 4 * (INR p / (INR p + 4))) / (4 *
  PI * m2)).
- right. replace (e * (Ca ^ 2 / (INR k + 2)) * ((PI - 1) * B) * (r ^ 4 * (INR p / (INR p + 4))))
    with (e * r ^ 4 * ((Ca ^ 2 / (INR k + 2)) * ((PI - 1) * B) * (INR p / (INR p + 4)))) by ring.
  rewrite N. unfold factor. field. repeat split; lra.
- unfold leading, Rdiv. apply Rmult_le_compat_r; [exact Z|].
  apply Rmult_le_compat; [|assert (0 <= r ^ 4) by (replace (r ^ 4) with ((r ^ 2) ^ 2) by ring; apply
    pow2_ge_0);
    apply Rmult_le_pos; [lra|apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]]| |exact F].
  + apply Rmult_le_pos; [apply Rmult_le_pos; [lra|exact n0]|nra].
  + apply Rmult_le_compat_l; [apply Rmult_le_pos; [lra|exact n0]|]. nra.
Qed.

Lemma large_enough y : exists N : nat, y <= INR N.
Proof.
destruct (Rle_dec y 0) as [H|H]; [exists 0%nat; simpl; lra|].
exists (Z.to_nat (up y)). assert (A := proj1 (archimed y)). rewrite INR_IZR_INZ, Z2Nat.id; [lra|].
apply le_IZR. simpl. lra.
Qed.

(* Whatever the constants, k, q and K: from some p on the standard deviation is at least K times the mean. *)
Lemma S4_any_multiple (k : nat) (Cw Ca Ce L K : R) (b : vec) : (1 <= k)%nat ->
  0 < Cw -> 0 < Ca -> 0 < Ce -> 0 < L -> 0 < dot k b b ->
  exists P : nat, forall p m1 h, (P <= p)%nat ->
  let m2 := second p (rho k p Cw) in let m4 := fourth p (rho k p Cw) in
  0 < m1 -> m1 ^ 2 <= m2 -> 0 <= h <= PI * m1 ->
  K ^ 2 * mean k m2 m1 h b ^ 2
  <= leading k (sum k b ^ 2 / INR k) (dot k b b) (step k p Ce L) m2 m4 (Ca ^ 2 / (INR k + 2)).
Proof.
intros H Cw0 Ca0 Ce0 L0 B0. destruct (sizes k H) as [P K0]. set (c := factor k Cw Ca Ce (dot k b b)).
assert (c0 : 0 < c).
{ unfold c, factor. apply Rdiv_lt_0_compat; [|now apply denominator_positive].
  assert (0 < Cw ^ 4) by now apply pow_lt. assert (0 < Ca ^ 2) by now apply pow_lt.
  apply Rmult_lt_0_compat; [|lra]. apply Rmult_lt_0_compat; [|lra]. now apply Rmult_lt_0_compat. }
destruct (large_enough (Rmax 4 (2 * K ^ 2 * Rmax 1 L / c))) as [N HN]. exists N.
intros p m1 h Hp m2 m4 M1 M Hh. assert (Q : INR N <= INR p) by now apply le_INR.
assert (X4 := Rmax_l 4 (2 * K ^ 2 * Rmax 1 L / c)). assert (XK := Rmax_r 4 (2 * K ^ 2 * Rmax 1 L / c)).
assert (p1 : (1 <= p)%nat) by (apply INR_le; simpl; lra).
apply Rle_trans with (2 := S4_growth k p Cw Ca Ce L m1 h b H p1 Cw0 Ce0 B0 M1 M Hh). fold c m2.
apply Rmult_le_compat_r; [apply pow2_ge_0|].
assert (R : Rmax 1 (INR p * L) <= INR p * Rmax 1 L).
{ assert (U := Rmax_l 1 L). assert (V := Rmax_r 1 L). apply Rmax_lub; nra. }
assert (R1 := Rmax_l 1 (INR p * L)). assert (L1 := Rmax_l 1 L).
set (m := Rmax 1 (INR p * L)) in *. set (l := Rmax 1 L) in *.
assert (G : INR p / (2 * l) <= INR p ^ 3 / ((INR p + 4) * m)).
{ replace (INR p / (2 * l)) with (INR p ^ 3 * / (2 * INR p * (INR p * l))) by (field; lra).
  apply Rmult_le_compat_l; [apply pow_le; lra|]. apply Rinv_le_contravar.
  - apply Rmult_lt_0_compat; lra.
  - apply Rmult_le_compat; lra. }
apply Rle_trans with (c * (INR p / (2 * l))); [|now apply Rmult_le_compat_l; [lra|]].
apply Rmult_le_reg_r with (2 * l); [lra|].
replace (c * (INR p / (2 * l)) * (2 * l)) with (c * INR p) by (field; lra).
assert (Y : 2 * K ^ 2 * l / c * c = 2 * K ^ 2 * l) by (field; lra).
assert (W : 2 * K ^ 2 * l / c <= INR p) by lra. nra.
Qed.
