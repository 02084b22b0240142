(* Many steps of the repaired Theorem 1: the moment of the odds, and the choice of T1.

   e t             E exp(- theta l_t) on the runs that have not been stopped before t
   r i             eta mu - eta E q^i, what the odds gain in step i at least; q = 1 - eta lambda
   l0, b           the odds at the start, cut at b; the level of one step after S >= 3/2
   part r s t      r s + ... + r (t - 1)
   Td, Tw          settling of the output weights; turning of the filter: T1 = Td + Tw
   N, n, delta     the horizon eta^-2, a number of steps n <= N, the failure probability

   Formalised: of S1 the recursion of the moment, the sums, the choice of T1, both unions over t, and the
   bounds of a^T a-star from T1 on. Of S2 the floor zeta. Of S4 the adverse parts.
   Not formalised: that the moments obey the recursion (the single step is in Escape.v, its mean is not),
   Markov's inequality, the exit of the output weights. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Definition gain (eta mu E q : R) (i : nat) : R := eta * mu - eta * E * q ^ i.
Definition part (r : nat -> R) (s t : nat) : R := sum t r - sum s r.

(* Any sequence that obeys the recursion. *)
Lemma S1_iterated (e r : nat -> R) (theta b l0 : R) (t : nat) : e 0%nat <= exp (- theta * l0) ->
  (forall i, (i < t)%nat -> e (S i) <= exp (- theta * r i) * e i + exp (- theta * b)) ->
  e t <= exp (- theta * (l0 + part r 0 t)) + sum t (fun s => exp (- theta * (b + part r (S s) t))).
Proof.
intros H0. induction t as [|t IH]; intros H.
- unfold part. simpl. replace (- theta * (l0 + (0 - 0))) with (- theta * l0) by ring. lra.
- apply Rle_trans with (1 := H t ltac:(lia)).
  assert (I : e t <= _) by (apply IH; intros i Hi; apply H; lia).
  apply Rmult_le_compat_l with (r := exp (- theta * r t)) in I; [|apply Rlt_le, exp_pos].
  rewrite Rmult_plus_distr_l, <- exp_plus, <- sum_scal in I.
  cbn [sum]. replace (part r (S t) (S t)) with 0 by (unfold part; ring).
  replace (- theta * (b + 0)) with (- theta * b) by ring.
  replace (- theta * (l0 + part r 0 (S t))) with (- theta * r t + - theta * (l0 + part r 0 t))
    by (unfold part; cbn [sum]; ring).
  rewrite (sum_ext t (fun s => exp (- theta * (b + part r (S s) (S t))))
    (fun s => exp (- theta * r t) * exp (- theta * (b + part r (S s) t)))).
  + lra.
  + intros s _. rewrite <- exp_plus. f_equal. unfold part. cbn [sum]. ring.
Qed.

(* Sums of the gains, in closed form. *)
Lemma sum_gain (eta mu E lambda : R) (t : nat) : lambda <> 0 ->
  sum t (gain eta mu E (1 - eta * lambda)) = INR t * (eta * mu) - E / lambda * (1 - (1 - eta * lambda) ^ t).
Proof.
intros H. induction t as [|t IH]; cbn [sum].
- simpl. field. exact H.
- rewrite IH, S_INR. unfold gain. simpl. field. exact H.
Qed.

Lemma part_gain (eta mu E lambda : R) (s t : nat) : lambda <> 0 ->
  part (gain eta mu E (1 - eta * lambda)) s t =
  (INR t - INR s) * (eta * mu) - E / lambda * ((1 - eta * lambda) ^ s - (1 - eta * lambda) ^ t).
Proof.
intros H. unfold part. rewrite !sum_gain by exact H. ring.
Qed.

Lemma power_in_unit (q : R) (t : nat) : 0 <= q <= 1 -> 0 <= q ^ t <= 1.
Proof.
intros H. induction t as [|t IH]; simpl; [lra|nra].
Qed.

(* The transient takes E / lambda in all, at most. *)
Lemma S1_transient (eta mu E lambda : R) (s t : nat) : 0 < lambda -> 0 <= eta * lambda <= 1 -> 0 <= E ->
  (INR t - INR s) * (eta * mu) - E / lambda <= part (gain eta mu E (1 - eta * lambda)) s t.
Proof.
intros Hl He HE. rewrite part_gain by lra. assert (A := power_in_unit (1 - eta * lambda) s ltac:(lra)).
assert (B := power_in_unit (1 - eta * lambda) t ltac:(lra)).
assert (C : 0 <= E / lambda) by (apply Rcomplements.Rdiv_le_0_compat; lra). nra.
Qed.

(* When the output weights have settled, every gain is nonnegative. *)
Lemma part_nonneg (r : nat -> R) (s t : nat) : (s <= t)%nat ->
  (forall i, (s <= i < t)%nat -> 0 <= r i) -> 0 <= part r s t.
Proof.
intros H. induction t as [|t IH]; intros P.
- replace s with 0%nat by lia. unfold part. lra.
- destruct (Nat.eq_dec s (S t)) as [-> | N]; [unfold part; lra|].
  assert (I : 0 <= part r s t) by (apply IH; [lia|intros i Hi; apply P; lia]).
  assert (Q := P t ltac:(lia)). unfold part in *. cbn [sum]. lra.
Qed.

Lemma S1_settled (eta lambda E F mu least Td : R) (t : nat) : 0 < lambda -> 0 < eta -> eta * lambda <= 1 ->
  0 <= E -> 0 <= F -> 0 < mu -> 0 < least -> E <= mu * exp (eta * lambda * Td) ->
  4 * F <= least * exp (eta * lambda * Td) -> Td <= INR t ->
  E * (1 - eta * lambda) ^ t <= mu /\ F * (1 - eta * lambda) ^ t <= least / 4.
Proof.
intros Hl He H1 HE HF Hm Hd PE PF Ht. assert (Q : (1 - eta * lambda) ^ t <= exp (- (eta * lambda * Td))).
{ apply Rle_trans with (exp (- (eta * lambda)) ^ t).
  - apply pow_incr. split; [lra|]. assert (X := exp_ineq1_le (- (eta * lambda))). lra.
  - rewrite <- Rpower_pow by apply exp_pos. unfold Rpower. rewrite ln_exp.
    destruct (Rle_lt_or_eq_dec (INR t * - (eta * lambda)) (- (eta * lambda * Td))) as [L | ->].
    + assert (0 < eta * lambda) by (apply Rmult_lt_0_compat; lra). nra.
    + apply Rlt_le, exp_increasing, L.
    + lra. }
assert (X : exp (- (eta * lambda * Td)) * exp (eta * lambda * Td) = 1)
  by (rewrite <- exp_plus, Rplus_opp_l; apply exp_0).
assert (P := exp_pos (- (eta * lambda * Td))). set (x := exp (- (eta * lambda * Td))) in *.
set (y := exp (eta * lambda * Td)) in *. assert (Z := power_in_unit (1 - eta * lambda) t ltac:(nra)). split.
- apply Rle_trans with (E * x); [apply Rmult_le_compat_l; lra|].
  apply Rle_trans with (mu * y * x); [apply Rmult_le_compat_r; lra|]. nra.
- apply Rle_trans with (F * x); [apply Rmult_le_compat_l; lra|].
  assert (4 * F * x <= least * y * x) by (apply Rmult_le_compat_r; lra). nra.
Qed.

(* From T1 = Td + Tw on every exponent of the iterated recursion is at least b. *)
Lemma S1_exponents (eta mu E lambda Td Tw b l0 : R) (t : nat) :
  0 < lambda -> 0 < eta -> eta * lambda <= 1 -> 0 <= E -> 0 < mu -> 0 <= Td -> l0 <= b ->
  (forall i, Td <= INR i -> E * (1 - eta * lambda) ^ i <= mu) ->
  b + E / lambda - l0 <= eta * mu * Tw -> Td + Tw <= INR t ->
  b <= l0 + part (gain eta mu E (1 - eta * lambda)) 0 t /\
  forall s, (s < t)%nat -> b <= b + part (gain eta mu E (1 - eta * lambda)) (S s) t.
Proof.
intros Hl He H1 HE Hm HT Hb Hs Hw Ht. assert (M : 0 < eta * mu) by (apply Rmult_lt_0_compat; lra).
assert (EL : 0 <= eta * lambda <= 1) by nra. split.
- assert (A := S1_transient eta mu E lambda 0 t Hl EL HE). simpl INR in A.
  assert (eta * mu * Tw <= (INR t - 0) * (eta * mu)) by nra. lra.
- intros s Hst. assert (P : 0 <= part (gain eta mu E (1 - eta * lambda)) (S s) t); [|lra].
  destruct (Rle_lt_dec Td (INR (S s))) as [L | L].
  + apply part_nonneg; [lia|]. intros i Hi. assert (Q := Hs i). unfold gain.
    assert (INR (S s) <= INR i) by (apply le_INR; lia). assert (Q' := Q ltac:(lra)). nra.
  + assert (A := S1_transient eta mu E lambda (S s) t Hl EL HE).
    assert (eta * mu * Tw <= (INR t - INR (S s)) * (eta * mu)) by nra. lra.
Qed.

(* So the moment is at most (1 + t) exp (- theta b) from T1 on, and always (1 + t) times
   exp (- theta (l0 - E / lambda)). *)
Lemma S1_moment (e r : nat -> R) (theta b l0 level : R) (t : nat) : 0 <= theta ->
  e 0%nat <= exp (- theta * l0) ->
  (forall i, (i < t)%nat -> e (S i) <= exp (- theta * r i) * e i + exp (- theta * b)) ->
  level <= l0 + part r 0 t -> (forall s, (s < t)%nat -> level <= b + part r (S s) t) ->
  e t <= (1 + INR t) * exp (- theta * level).
Proof.
intros Ht H0 H L1 L2. apply Rle_trans with (1 := S1_iterated e r theta b l0 t H0 H).
assert (M : forall x, level <= x -> exp (- theta * x) <= exp (- theta * level)).
{ intros x Hx. destruct (Rle_lt_or_eq_dec (- theta * x) (- theta * level)) as [Q | ->].
  - nra.
  - now apply Rlt_le, exp_increasing.
  - lra. }
rewrite Rmult_plus_distr_r, Rmult_1_l, <- sum_const.
apply Rplus_le_compat; [apply M, L1|apply sum_le; intros s Hs; apply M, L2, Hs].
Qed.

(* Never far below the start: S2's floor. *)
Lemma S2_floor (eta mu E lambda b l0 : R) (t : nat) : 0 < lambda -> 0 <= eta * lambda <= 1 -> 0 <= E ->
  0 <= eta * mu -> l0 <= b ->
  l0 - E / lambda <= l0 + part (gain eta mu E (1 - eta * lambda)) 0 t /\
  forall s, (s < t)%nat -> l0 - E / lambda <= b + part (gain eta mu E (1 - eta * lambda)) (S s) t.
Proof.
intros Hl He HE Hm Hb. split.
- assert (A := S1_transient eta mu E lambda 0 t Hl He HE). simpl INR in A.
  assert (0 <= (INR t - 0) * (eta * mu)) by (assert (P := pos_INR t); apply Rmult_le_pos; lra). lra.
- intros s Hs. assert (A := S1_transient eta mu E lambda (S s) t Hl He HE).
  assert (0 <= (INR t - INR (S s)) * (eta * mu)).
  { apply Rmult_le_pos; [|lra]. assert (INR (S s) <= INR t) by (apply le_INR; lia). lra. }
  lra.
Qed.

(* Both unions over t: step t = 1, ..., n fails with probability (1 + t) exp (- 0.48 theta) at most. *)
Lemma S1_union (N delta theta gap : R) (n : nat) :
  0 < N -> 0 < delta -> gap * theta = ln (8 * N ^ 2 / delta) -> INR n <= N -> sum n (fun i => (1 + INR (S i)) * exp (- (gap * theta))) <= delta / 4.
Proof.
intros HN Hd Ht Hn. assert (Q : exp (- (gap * theta)) = delta / (8 * N ^ 2)).
{ rewrite Ht, exp_Ropp, exp_ln by (apply Rdiv_lt_0_compat; [|lra]; assert (0 < N ^ 2) by (apply pow_lt; lra);
    lra). field. lra. }
assert (C : forall m, sum m (fun i => (1 + INR (S i)) * exp (- (gap * theta))) =
  INR m * (INR m + 3) / 2 * exp (- (gap * theta))).
{ induction m as [|m IH]; cbn [sum]; [simpl; field|]. rewrite IH, !S_INR. field. }
rewrite C, Q. assert (0 < N ^ 2) by (apply pow_lt; lra).
apply Rmult_le_reg_r with (8 * N ^ 2); [lra|].
replace (INR n * (INR n + 3) / 2 * (delta / (8 * N ^ 2)) * (8 * N ^ 2)) with
  (delta * (INR n * (INR n + 3) / 2)) by (field; lra).
replace (delta / 4 * (8 * N ^ 2)) with (delta * (2 * N ^ 2)) by field. apply Rmult_le_compat_l; [lra|].
assert (P := pos_INR n). destruct n as [|n]; [simpl INR in *; nra|].
assert (1 <= INR (S n)) by (rewrite S_INR; assert (R := pos_INR n); lra). nra.
Qed.

(* The bounds of a^T a-star: dhat the mean path, u the noise of d. *)
Lemma S1_alignment (least most E F mu dhat d w : R) :
  0 < least -> mu <= least / 8 -> E <= mu -> F <= least / 4 ->
  least - E <= dhat <= most + F -> Rabs w <= least / 2 -> d = dhat + w ->
  least / 4 <= d <= most + 3 / 4 * least.
Proof.
intros Hl Hm HE HF Hd Hw ->. assert (A := Rle_abs w). assert (B := Rle_abs (- w)).
rewrite Rabs_Ropp in B. lra.
Qed.

(* S4: what a part of a^T a-star may point against a-star at the end. *)
Lemma S4_adverse (mu E e1 e2 m1 m2 u1 u2 z1 z2 : R) : E <= mu -> e1 + e2 <= E -> 0 <= e1 -> 0 <= e2 ->
  Rabs z1 <= u1 -> Rabs z2 <= u2 ->
  Rmax 0 (- (m1 - e1 + z1)) + Rmax 0 (- (m2 - e2 + z2)) <= Rmax 0 (u1 - m1) + Rmax 0 (u2 - m2) + mu.
Proof.
intros HE He He1 He2 H1 H2.
assert (A := Rle_abs (- z1)). assert (B := Rle_abs (- z2)). rewrite Rabs_Ropp in A, B.
assert (C : Rmax 0 (- (m1 - e1 + z1)) <= Rmax 0 (u1 - m1) + e1).
{ assert (X := Rmax_l 0 (u1 - m1)). assert (Y := Rmax_r 0 (u1 - m1)). apply Rmax_lub; lra. }
assert (D : Rmax 0 (- (m2 - e2 + z2)) <= Rmax 0 (u2 - m2) + e2).
{ assert (X := Rmax_l 0 (u2 - m2)). assert (Y := Rmax_r 0 (u2 - m2)). apply Rmax_lub; lra. }
lra.
Qed.

(* That is at most this. *)
Lemma S4_at_most (least mu m1 m2 u1 u2 : R) : mu <= least / 8 -> 0 <= m1 -> 0 <= u1 -> 0 <= u2 ->
  u1 + u2 <= least / 2 -> Rmax 0 (u1 - m1) + Rmax 0 (u2 - m2) + mu <= Rmax 0 (- m2) + 5 / 8 * least.
Proof.
intros Hm H1 U1 U2 Hu.
assert (C : Rmax 0 (u1 - m1) <= u1) by (apply Rmax_lub; lra).
assert (D : Rmax 0 (u2 - m2) <= Rmax 0 (- m2) + u2).
{ assert (X := Rmax_l 0 (- m2)). assert (Y := Rmax_r 0 (- m2)). apply Rmax_lub; lra. }
lra.
Qed.
