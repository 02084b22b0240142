(* The least a.b on a region: a ball cut by a strip of 1^T a and by a strip of a.b.

   x, a_1, a_2        along k a, along k b, a_2 k b (dissipativity.OutputDissipativity)
   low a1 a2 rad x      x a_1 - a_2 sqrt (rad^2 - x^2), the least a.b on the ball at the given x
   nearest lo hi c    the number of [lo, hi] nearest to c
   ball_strip         |a| <= rad and s_lo <= 1^T a <= s_hi
   cut A b lo hi      the points of A with lo <= a.b <= hi

   Formalised: S2's value of d_min, for a finite radius.
   Not formalised: radius infinity. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions dissipativity.OutputDissipativity
  dissipativity.FilterDissipativity.
Open Scope R_scope.

Definition low (a1 a2 rad x : R) : R := x * a1 - a2 * sqrt (rad ^ 2 - x ^ 2).
Definition nearest (lo hi c : R) : R := Rmax lo (Rmin hi c).
Definition ball_strip (k : nat) (rad slo shi : R) (a : vec) : Prop := norm k a <= rad /\ slo <= sum k a <=
  shi.
Definition cut (k : nat) (A : vec -> Prop) (b : vec) (lo hi : R) (a : vec) : Prop := A a /\ lo <= dot k a b
  <= hi.

Lemma square_le u v : 0 <= v -> u ^ 2 <= v ^ 2 -> u <= v.
Proof. intros V H. destruct (Rle_or_lt u v); [easy|nra]. Qed.

(* low grows to the right of its least place -rad a_1 / |b|. *)
Lemma slope_sign a1 a2 N rad y Y : 0 <= a2 -> 0 < N -> N ^ 2 = a1 ^ 2 + a2 ^ 2 -> 0 <= rad -> 0 <= Y ->
  Y ^ 2 = rad ^ 2 - y ^ 2 -> - (rad * a1) <= N * y -> 0 <= a1 * Y + a2 * y.
Proof.
intros A2 N0 E R0 Y0 F H. assert (P1 := pow2_ge_0 (N * y)). destruct (Rle_or_lt 0 a1) as [A1|A1].
- destruct (Rle_or_lt 0 y) as [Hy|Hy]; [nra|]. assert (a2 * - y <= a1 * Y); [|lra]. apply square_le; [nra|].
  assert ((N * - y) ^ 2 <= (rad * a1) ^ 2) by (apply pow_incr; split; [nra|lra]). nra.
- assert (0 <= y) by nra. assert (- a1 * Y <= a2 * y); [|lra]. apply square_le; [nra|].
  assert ((rad * - a1) ^ 2 <= (N * y) ^ 2) by (apply pow_incr; split; nra). nra.
Qed.

Lemma low_grows a1 a2 N rad x y : 0 <= a2 -> 0 < N -> N ^ 2 = a1 ^ 2 + a2 ^ 2 -> 0 <= rad -> - rad <= y -> y
  <= x -> x <= rad ->
  - (rad * a1) <= N * y -> low a1 a2 rad y <= low a1 a2 rad x.
Proof.
intros A2 N0 E R0 Y1 XY X1 H. unfold low.
assert (SX : sqrt (rad ^ 2 - x ^ 2) ^ 2 = rad ^ 2 - x ^ 2) by (rewrite <- Rsqr_pow2; apply Rsqr_sqrt; nra).
assert (SY : sqrt (rad ^ 2 - y ^ 2) ^ 2 = rad ^ 2 - y ^ 2) by (rewrite <- Rsqr_pow2; apply Rsqr_sqrt; nra).
assert (PX := sqrt_pos (rad ^ 2 - x ^ 2)). assert (PY := sqrt_pos (rad ^ 2 - y ^ 2)).
set (X := sqrt (rad ^ 2 - x ^ 2)) in *. set (Y := sqrt (rad ^ 2 - y ^ 2)) in *.
assert (S := slope_sign a1 a2 N rad y Y A2 N0 E R0 PY SY H).
assert (C : X * Y <= rad ^ 2 - x * y).
{ apply square_le; [nra|]. replace ((X * Y) ^ 2) with (X ^ 2 * Y ^ 2) by ring. rewrite SX, SY.
  assert (Q := pow2_ge_0 (rad * (x - y))). nra. }
destruct (Rle_lt_or_eq_dec 0 Y PY) as [Y0|Y0].
- assert (0 <= Y * (a1 * (x - y) + a2 * (Y - X))); [|assert (0 <= a1 * (x - y) + a2 * (Y - X)) by nra; lra].
  assert (0 <= (x - y) * (a1 * Y + a2 * y)) by (apply Rmult_le_pos; lra).
  assert (0 <= a2 * (Y * (Y - X) - y * (x - y))) by (apply Rmult_le_pos; nra). nra.
- rewrite <- Y0 in *. assert (y = rad \/ y = - rad) as [->| ->] by (assert (Z : (y - rad) * (y + rad) = 0)
    by nra;
    apply Rmult_integral in Z; lra).
  + replace x with rad in * by lra. assert (X = 0) by nra. nra.
  + destruct (Req_dec rad 0) as [->|NR]; [replace x with 0 in * by lra; assert (X = 0) by nra; nra|].
    assert (N <= a1) by nra. assert (a2 = 0) by nra. nra.
Qed.

Lemma low_mirror a1 a2 rad x : low (- a1) a2 rad (- x) = low a1 a2 rad x.
Proof. unfold low. replace ((- x) ^ 2) with (x ^ 2) by ring. ring. Qed.

Lemma low_falls a1 a2 N rad x y : 0 <= a2 -> 0 < N -> N ^ 2 = a1 ^ 2 + a2 ^ 2 -> 0 <= rad -> - rad <= x -> x
  <= y -> y <= rad ->
  N * y <= - (rad * a1) -> low a1 a2 rad y <= low a1 a2 rad x.
Proof.
intros A2 N0 E R0 X1 XY Y1 H. rewrite <- (low_mirror a1 a2 rad x), <- (low_mirror a1 a2 rad y).
apply low_grows with N; try lra; nra.
Qed.

Lemma low_nearest a1 a2 N rad lo hi x : 0 <= a2 -> 0 < N -> N ^ 2 = a1 ^ 2 + a2 ^ 2 -> 0 <= rad -> - rad <=
  lo -> hi <= rad ->
  lo <= x <= hi -> low a1 a2 rad (nearest lo hi (- (rad * a1) / N)) <= low a1 a2 rad x.
Proof.
intros A2 N0 E R0 L H X. set (c := - (rad * a1) / N).
assert (C : N * c = - (rad * a1)) by (unfold c; field; lra).
unfold nearest. destruct (Rle_or_lt hi c) as [D|D].
- rewrite (Rmin_left hi c), (Rmax_right lo hi) by lra. apply low_falls with N; try lra; nra.
- rewrite (Rmin_right hi c) by lra. destruct (Rle_or_lt lo c) as [F|F].
  + rewrite (Rmax_right lo c) by lra. destruct (Rle_or_lt c x); [apply low_grows with N|apply low_falls with
      N]; lra.
  + rewrite (Rmax_left lo c) by lra. apply low_grows with N; try lra; nra.
Qed.

Lemma nearest_between lo hi c : lo <= hi -> lo <= nearest lo hi c <= hi.
Proof.
intros H. unfold nearest. split; [apply Rmax_l|]. apply Rmax_lub; [easy|apply Rmin_l].
Qed.

(* At a given x. *)
Lemma above_low k a b rad : (1 <= k)%nat -> norm k a <= rad -> low (along k b) (a_2 k b) rad (along k a) <=
  dot k a b.
Proof.
intros H A. assert (S : dot k a a <= rad ^ 2) by (rewrite <- norm_sq; assert (Q := norm_nonneg k a); nra).
rewrite (dot_split k a a H) in S. rewrite (dot_split k a b H). unfold low.
assert (C := cauchy_schwarz_norm k (across k a) (across k b)). fold (a_2 k b) in C.
assert (D : norm k (across k a) <= sqrt (rad ^ 2 - along k a ^ 2)) by (apply sqrt_le_1_alt; lra).
assert (P := norm_nonneg k (across k b)). fold (a_2 k b) in P.
assert (B := Rle_abs (- dot k (across k a) (across k b))). rewrite Rabs_Ropp in B.
assert (norm k (across k a) * a_2 k b <= sqrt (rad ^ 2 - along k a ^ 2) * a_2 k b) by now apply
  Rmult_le_compat_r. nra.
Qed.

Lemma low_attained k b rad x : (1 <= k)%nat -> 0 <= rad -> - rad <= x <= rad ->
  exists a, norm k a <= rad /\ along k a = x /\ dot k a b = low (along k b) (a_2 k b) rad x.
Proof.
intros H R0 X. destruct (sqrt_INR_pos k H) as [H1 [H2 H3]]. set (y := sqrt (rad ^ 2 - x ^ 2)).
assert (Y : y * y = rad ^ 2 - x ^ 2) by (apply sqrt_sqrt; nra).
set (a := lin (x / sqrt (INR k)) (fun _ => 1) (- (y / a_2 k b)) (across k b)). exists a.
assert (S : sum k a = x * sqrt (INR k)).
{ unfold a. rewrite sum_lin, sum_const, sum_across, Rmult_0_r by easy.
  set (t := sqrt (INR k)) in *. clearbody t.
  rewrite <- H3. field. lra. }
assert (L : along k a = x) by (unfold along; rewrite S; field; lra).
assert (C : agree k (across k a) (fun i => - (y / a_2 k b) * across k b i)).
{ intros i _. assert (E : sum k a / INR k = x / sqrt (INR k)).
  { rewrite S. set (t := sqrt (INR k)) in *. clearbody t. rewrite <- H3. field. lra. }
  unfold across at 1. rewrite E. unfold a, lin. ring. }
split; [|split; [exact L|]].
- unfold norm. rewrite <- (sqrt_pow2 rad R0). apply sqrt_le_1_alt. rewrite (dot_split k a a H), L.
  rewrite (dot_ext k _ _ _ _ C C), dot_scal_l, dot_scal_r, <- a_2_sq.
  destruct (Req_dec (a_2 k b) 0) as [Z|N].
  + rewrite Z. replace (x * x + _) with (x * x) by ring. nra.
  + replace (x * x + _) with (x * x + y * y) by (field; easy). lra.
- rewrite (dot_split k a b H), L, (dot_ext k _ _ (across k b) _ C (fun i _ => eq_refl)), dot_scal_l, <-
    a_2_sq.
  unfold low. fold y. destruct (Req_dec (a_2 k b) 0) as [->|N]; [ring|field; easy].
Qed.

Lemma S2_least_d_of_ball_and_strip k b rad slo shi : (1 <= k)%nat -> 0 < dot k b b -> 0 <= rad ->
  let lo := Rmax (- rad) (slo / sqrt (INR k)) in let hi := Rmin rad (shi / sqrt (INR k)) in lo <= hi ->
  let x := nearest lo hi (- (rad * along k b) / norm k b) in
  least k (ball_strip k rad slo shi) b (low (along k b) (a_2 k b) rad x).
Proof.
intros H B R0 lo hi I x. destruct (sqrt_INR_pos k H) as [H1 [H2 H3]].
assert (N : 0 < norm k b) by (apply norm_pos; lra).
assert (E : norm k b ^ 2 = along k b ^ 2 + a_2 k b ^ 2).
{ replace (norm k b ^ 2) with (norm k b * norm k b) by ring.
  rewrite norm_sq, (dot_split k b b H), <- a_2_sq. ring. }
assert (L1 := Rmax_l (- rad) (slo / sqrt (INR k))). assert (L2 := Rmax_r (- rad) (slo / sqrt (INR k))).
fold lo in L1, L2.
assert (U1 := Rmin_l rad (shi / sqrt (INR k))). assert (U2 := Rmin_r rad (shi / sqrt (INR k))).
fold hi in U1, U2.
assert (V : forall a, sum k a = along k a * sqrt (INR k)) by (intros a; unfold along; field; lra).
assert (W : forall s, s = s / sqrt (INR k) * sqrt (INR k)) by (intros s; field; lra). split.
- destruct (nearest_between lo hi (- (rad * along k b) / norm k b) I) as [X1 X2]. fold x in X1, X2.
  destruct (low_attained k b rad x H R0) as [a [A1 [A2 A3]]]; [lra|]. exists a. split; [|exact A3].
  split; [exact A1|]. rewrite V, A2, (W slo), (W shi). split; apply Rmult_le_compat_r; lra.
- intros a [A1 A2]. apply Rle_trans with (2 := above_low k a b rad H A1).
  assert (Q : - rad <= along k a <= rad).
  { assert (S := norm_sq k a). rewrite (dot_split k a a H) in S. assert (P := dot_nonneg k (across k a)).
    assert (P' := norm_nonneg k a). assert (along k a ^ 2 <= rad ^ 2) by nra.
    split; [|now apply square_le]. assert (- along k a <= rad); [apply square_le; [easy|lra]|lra]. }
  rewrite V, (W slo), (W shi) in A2. apply low_nearest; try easy; [apply norm_nonneg|].
  split; [apply Rmax_lub|apply Rmin_glb]; try lra; apply Rmult_le_reg_r with (sqrt (INR k)); lra.
Qed.

(* Cutting a convex set by a strip of a.b. *)
Lemma S2_least_d_of_the_cut k (A : vec -> Prop) b dA lo hi :
  (forall a c t, A a -> A c -> 0 <= t <= 1 -> A (lin t a (1 - t) c)) -> least k A b dA ->
  (exists a, cut k A b lo hi a) -> least k (cut k A b lo hi) b (Rmax lo dA).
Proof.
intros Conv [[a0 [A0 D0]] D] [a1 [A1 D1]]. split; [|intros a [Aa Da]; apply Rmax_lub; [lra|now apply D]].
destruct (Rle_or_lt lo dA) as [L|L].
- exists a0. rewrite Rmax_right by easy. split; [|easy]. split; [easy|]. specialize (D a1 A1). lra.
- rewrite Rmax_left by lra. assert (P : 0 < dot k a1 b - dA) by lra.
  assert (E : dot k (lin ((lo - dA) / (dot k a1 b - dA)) a1 (1 - (lo - dA) / (dot k a1 b - dA)) a0) b = lo).
  { rewrite dot_lin_l, D0. field. lra. }
  exists (lin ((lo - dA) / (dot k a1 b - dA)) a1 (1 - (lo - dA) / (dot k a1 b - dA)) a0). split; [|exact E].
  split; [|rewrite E; lra]. apply Conv; [easy|easy|].
  split; [apply Rmult_le_pos; [lra|left; now apply Rinv_0_lt_compat]|].
  apply Rmult_le_reg_r with (dot k a1 b - dA); [easy|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma ball_strip_convex k rad slo shi a c t : ball_strip k rad slo shi a -> ball_strip k rad slo shi c -> 0
  <= t <= 1 ->
  ball_strip k rad slo shi (lin t a (1 - t) c).
Proof.
intros [A1 A2] [C1 C2] T. assert (PA := norm_nonneg k a). assert (PC := norm_nonneg k c).
assert (SA := norm_sq k a). assert (SC := norm_sq k c). split.
- unfold norm at 1. rewrite <- (sqrt_pow2 rad) by lra. apply sqrt_le_1_alt. rewrite dot_lin_sq.
  assert (M := dot_nonneg k (lin 1 a (-1) c)). rewrite dot_lin_sq in M.
  assert (0 <= t * (1 - t) * (dot k a a + dot k c c - 2 * dot k a c)) by (apply Rmult_le_pos; [apply
    Rmult_le_pos|]; lra).
  assert (t * dot k a a <= t * rad ^ 2) by (apply Rmult_le_compat_l; nra).
  assert ((1 - t) * dot k c c <= (1 - t) * rad ^ 2) by (apply Rmult_le_compat_l; nra). nra.
- rewrite sum_lin. nra.
Qed.

Lemma S2_least_d_of_the_region k b rad slo shi dlo dhi : (1 <= k)%nat -> 0 < dot k b b -> 0 <= rad ->
  let lo := Rmax (- rad) (slo / sqrt (INR k)) in let hi := Rmin rad (shi / sqrt (INR k)) in lo <= hi ->
  (exists a, cut k (ball_strip k rad slo shi) b dlo dhi a) ->
  let x := nearest lo hi (- (rad * along k b) / norm k b) in
  least k (cut k (ball_strip k rad slo shi) b dlo dhi) b (Rmax dlo (low (along k b) (a_2 k b) rad x)).
Proof.
intros H B R0 lo hi I N x. apply S2_least_d_of_the_cut; [apply ball_strip_convex| |exact N].
now apply S2_least_d_of_ball_and_strip.
Qed.
