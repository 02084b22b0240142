(* Second moments of the output weights of P-GD along one direction, and what the printed noise makes of them.

   alpha = eta mu / 2PI   mu an eigenvalue of M: PI-1+k along 1, PI-1 across
   m2, m4                 E r~^2, E r~^4
   n                      rho_a^2 / (k+2), the variance of a coordinate of eps
   next                   E x'^2 of x' = (1 - alpha r~^2) x - alpha r~^2 eps from v = E x^2, x, r~ and eps
                          independent, E eps = 0: expand the square
   stationary             where next stands still
   driven                 the same for y' = (1 - alpha r~^2) y + c f, E f = 0 given y, c^2 E f^2 = b and
                          E y = 0, so that the product of y and f has mean 0
   output_variance        V_eps: a1, a2 the coordinates of a* along 1 and across
   leading                its leading order in eta

   Formalised: S1 (the recursion solved, its limit, leading order below and near), S2's recursion, S4: for
   all constants, every k, q and every multiple, from a length on.
   Not formalised: that moments of the chain obey next (an expansion of a square under independence), the
   moments of S2, S3, S5 to S7. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Definition next (alpha m2 m4 n v : R) : R := (1 - 2 * alpha * m2 + alpha ^ 2 * m4) * v + alpha ^ 2 * m4 * n.
Definition stationary (alpha m2 m4 n : R) : R := alpha * m4 * n / (2 * m2 - alpha * m4).
Definition after (alpha m2 m4 n v : R) (t : nat) : R := Nat.iter t (next alpha m2 m4 n) v.

(* S1 *)
Lemma S1_stands_still (alpha m2 m4 n v : R) : 0 < alpha -> alpha * m4 < 2 * m2 ->
  (next alpha m2 m4 n v = v <-> v = stationary alpha m2 m4 n).
Proof.
intros A H. unfold next, stationary. split; intros E.
- apply Rmult_eq_reg_r with (2 * m2 - alpha * m4); [|lra]. unfold Rdiv.
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. apply Rmult_eq_reg_l with alpha; nra.
- rewrite E. field. lra.
Qed.

Lemma S1_solved (alpha m2 m4 n v : R) (t : nat) : 0 < alpha -> alpha * m4 < 2 * m2 ->
  after alpha m2 m4 n v t =
  stationary alpha m2 m4 n + (1 - 2 * alpha * m2 + alpha ^ 2 * m4) ^ t * (v - stationary alpha m2 m4 n).
Proof.
intros A H. induction t as [|t IH]; [simpl; ring|].
change (after alpha m2 m4 n v (S t)) with (next alpha m2 m4 n (after alpha m2 m4 n v t)). rewrite IH.
assert (E := proj2 (S1_stands_still alpha m2 m4 n (stationary alpha m2 m4 n) A H) eq_refl).
set (s := stationary alpha m2 m4 n) in *. unfold next in *.
set (x := 1 - 2 * alpha * m2 + alpha ^ 2 * m4) in *.
transitivity (x * s + alpha ^ 2 * m4 * n + x * x ^ t * (v - s)); [ring|]. rewrite E. simpl. ring.
Qed.

(* m2^2 <= m4, so the factor is a mean of a square. *)
Lemma factor_range alpha m2 m4 : 0 < alpha -> alpha * m4 < 2 * m2 -> m2 ^ 2 <= m4 ->
  0 <= 1 - 2 * alpha * m2 + alpha ^ 2 * m4 < 1.
Proof. intros A H M. split; [assert (Q := pow2_ge_0 (1 - alpha * m2)); nra|nra]. Qed.

Lemma S1_limit (alpha m2 m4 n v : R) : 0 < alpha -> alpha * m4 < 2 * m2 -> m2 ^ 2 <= m4 ->
  is_lim_seq (after alpha m2 m4 n v) (stationary alpha m2 m4 n).
Proof.
intros A H M. set (s := stationary alpha m2 m4 n). set (x := 1 - 2 * alpha * m2 + alpha ^ 2 * m4).
assert (X : Rabs x < 1). { assert (F := factor_range alpha m2 m4 A H M). fold x in F.
rewrite Rabs_pos_eq; lra. }
apply is_lim_seq_ext with (fun t => s + x ^ t * (v - s)); [intros t; symmetry; now apply S1_solved|].
replace (Finite s) with (Finite (s + 0 * (v - s))) by (f_equal; ring).
apply is_lim_seq_plus'; [apply is_lim_seq_const|].
apply is_lim_seq_mult'; [now apply is_lim_seq_geom|apply is_lim_seq_const].
Qed.

(* The variance of d = a1 x + a2 y, x and y uncorrelated; its leading order in eta, with A1 = a1^2. *)
Definition output_variance (k : nat) (a1 a2 eta m2 m4 n : R) : R :=
  a1 ^ 2 * stationary (eta * (PI - 1 + INR k) / (2 * PI)) m2 m4 n
  + a2 ^ 2 * stationary (eta * (PI - 1) / (2 * PI)) m2 m4 n.
Definition leading (k : nat) (A1 B eta m2 m4 n : R) : R :=
  eta * n * ((PI - 1) * B + INR k * A1) * m4 / (4 * PI * m2).

Lemma stationary_bounds alpha m2 m4 n : 0 < alpha -> alpha * m4 < 2 * m2 -> 0 < m2 -> 0 <= m4 -> 0 <= n ->
  alpha * m4 * n / (2 * m2) <= stationary alpha m2 m4 n
  <= alpha * m4 * n / (2 * m2) / (1 - alpha * m4 / (2 * m2)).
Proof.
intros A H M2 M4 N. unfold stationary.
replace (alpha * m4 * n / (2 * m2) / (1 - alpha * m4 / (2 * m2))) with (alpha * m4 * n / (2 * m2 - alpha *
  m4))
  by (field; lra).
split; [|lra]. assert (X : 0 <= alpha * m4) by nra. assert (Y : 0 <= alpha * m4 * n) by nra.
apply Rmult_le_compat_l; [exact Y|]. apply Rinv_le_contravar; lra.
Qed.

Lemma S1_leading_order (k : nat) (a1 a2 eta m2 m4 n : R) : 0 < eta -> 0 < m2 -> 0 <= m4 -> 0 <= n ->
  let alpha := eta * (PI - 1 + INR k) / (2 * PI) in alpha * m4 < 2 * m2 ->
  let V := leading k (a1 ^ 2) (a1 ^ 2 + a2 ^ 2) eta m2 m4 n in
  V <= output_variance k a1 a2 eta m2 m4 n <= V / (1 - alpha * m4 / (2 * m2)).
Proof.
intros E M2 M4 N alpha H V. assert (P := PI2_3_2). assert (K := pos_INR k).
set (beta := eta * (PI - 1) / (2 * PI)). assert (I : 0 < / (2 * PI)) by (apply Rinv_0_lt_compat; lra).
assert (BA : 0 < beta <= alpha).
{ unfold beta, alpha, Rdiv. split; [repeat apply Rmult_lt_0_compat; lra|].
  apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat_l; lra. }
assert (HB : beta * m4 < 2 * m2) by nra.
assert (X := stationary_bounds alpha m2 m4 n ltac:(lra) H M2 M4 N).
assert (Y := stationary_bounds beta m2 m4 n ltac:(lra) HB M2 M4 N).
replace V with (a1 ^ 2 * (alpha * m4 * n / (2 * m2)) + a2 ^ 2 * (beta * m4 * n / (2 * m2)))
  by (unfold V, leading, alpha, beta; field; lra).
unfold output_variance. fold alpha beta. assert (Q1 := pow2_ge_0 a1). assert (Q2 := pow2_ge_0 a2).
set (x := alpha * m4 * n / (2 * m2)) in *. set (y := beta * m4 * n / (2 * m2)) in *.
set (u := 1 - alpha * m4 / (2 * m2)) in *. set (w := 1 - beta * m4 / (2 * m2)) in *.
assert (U : 0 < u). { unfold u. apply Rlt_Rminus, Rmult_lt_reg_r with (2 * m2); [lra|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
assert (W : u <= w). { unfold u, w, Rdiv. assert (0 < / (2 * m2)) by (apply Rinv_0_lt_compat; lra).
  assert (beta * m4 * / (2 * m2) <= alpha * m4 * / (2 * m2)); [|lra].
  apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat_r; lra. }
assert (Y0 : 0 <= y). { unfold y, Rdiv. repeat apply Rmult_le_pos; try lra. left. apply Rinv_0_lt_compat.
lra. }
assert (Z : y / w <= y / u) by (apply Rmult_le_compat_l; [exact Y0|apply Rinv_le_contravar; lra]).
split; [nra|]. replace ((a1 ^ 2 * x + a2 ^ 2 * y) / u) with (a1 ^ 2 * (x / u) + a2 ^ 2 * (y / u)) by
  (field; lra).
nra.
Qed.

(* S2: noise of mean 0 and second moment b in each step, whatever its law. *)
Definition next_driven (alpha m2 m4 b v : R) : R := (1 - 2 * alpha * m2 + alpha ^ 2 * m4) * v + b.
Definition driven (alpha m2 m4 b : R) : R := b / (alpha * (2 * m2 - alpha * m4)).

Lemma S2_stands_still (alpha m2 m4 b v : R) : 0 < alpha -> alpha * m4 < 2 * m2 ->
  (next_driven alpha m2 m4 b v = v <-> v = driven alpha m2 m4 b).
Proof.
intros A H. assert (D : 0 < alpha * (2 * m2 - alpha * m4)) by (apply Rmult_lt_0_compat; lra).
unfold next_driven, driven. split; intros E.
- replace b with (v * (alpha * (2 * m2 - alpha * m4))) by lra. field; repeat split; lra.
- rewrite E. field; repeat split; lra.
Qed.

Lemma S2_across (eta a2 e2 m2 m4 : R) : 0 < eta -> let alpha := eta * (PI - 1) / (2 * PI) in
  alpha * m4 < 2 * m2 ->
  driven alpha m2 m4 ((eta / (2 * PI)) ^ 2 * (a2 ^ 2 * e2)) =
  eta / (2 * PI) * (a2 ^ 2 * e2) / ((PI - 1) * (2 * m2 - alpha * m4)).
Proof.
intros E alpha H. assert (P := PI2_3_2). unfold driven. set (D := 2 * m2 - alpha * m4).
assert (D0 : 0 < D) by (unfold D; lra). replace alpha with (eta / (2 * PI) * (PI - 1)) by (unfold alpha;
  field; lra).
field. repeat split; lra.
Qed.
