(* Epoch II: how the mean path settles and how the exponent of 1 - cos phi falls, step by step.

   q, l          1 - eta lambda_2, and the rate eta lambda of a coordinate, 1 - l <= q
   X t, X1       a1 X(phi_t) or a2 Y(phi_t), and its least value, at phi_1
   d1, E0, Ud    the least d_oo, the part of a0 against a*, what noise takes of d at most
   f t           (1/theta) log E[exp(theta W_t); tau >= t]
   b, c          eta mu / 4 and eta^2 Gamma_0^2; omega is the goal

   Formalised: what S1 and S2 do with sums and recursions, and every number in them.
   Not formalised: the inequalities of Bernstein and Hoelder, stopping, the means over the noise. S3 to
     S7 are in
   Convergence_conditions.v. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Intervals.
Open Scope R_scope.

Definition positive_part (x : R) : R := Rmax 0 x.

Fixpoint total (u : nat -> R) (n : nat) : R :=
  match n with O => 0 | S m => total u m + u m end.

Lemma power_unit q t : 0 <= q <= 1 -> 0 <= q ^ t <= 1.
Proof. intros H. induction t as [|t IH]; simpl; [lra|]. nra. Qed.

Lemma power_mono p q t : 0 <= p <= q -> p ^ t <= q ^ t.
Proof. intros H. now apply pow_incr. Qed.

(* One coordinate of the mean path, times that of a*. *)
Lemma coordinate (e X : nat -> R) (X1 q l : R) (t : nat) :
  0 <= X1 -> 0 <= 1 - l <= q -> q <= 1 -> 0 <= l ->
  (forall s, (s < t)%nat -> X1 <= X s) -> (forall s, e (S s) = (1 - l) * e s + l * X s) ->
  (1 - q ^ t) * X1 - q ^ t * positive_part (- e 0%nat) <= e t.
Proof.
intros HX Hl Hq Hl0 Hlow Hrec.
assert (B : forall n, (n <= t)%nat -> (1 - (1 - l) ^ n) * X1 + (1 - l) ^ n * e 0%nat <= e n).
{ induction n as [|n IH]; intros Hn; [simpl; lra|]. rewrite Hrec. simpl.
  assert (A := IH ltac:(lia)). assert (C := Hlow n ltac:(lia)).
  assert ((1 - l) * ((1 - (1 - l) ^ n) * X1 + (1 - l) ^ n * e 0%nat) <= (1 - l) * e n) by nra.
  assert (l * X1 <= l * X n) by nra. nra. }
assert (A := B t (le_n t)). assert (P := power_unit (1 - l) t ltac:(lra)).
assert (Q := power_mono (1 - l) q t ltac:(lra)). assert (Q1 := power_unit q t ltac:(lra)).
set (r := (1 - l) ^ t) in *. set (s := q ^ t) in *.
assert (N : - e 0%nat <= positive_part (- e 0%nat)) by apply Rmax_r.
assert (N0 : 0 <= positive_part (- e 0%nat)) by apply Rmax_l.
set (m := positive_part _) in *. nra.
Qed.

(* d along a path: both coordinates, and noise that takes at most Ud. *)
Lemma S1_alignment (e1 e2 X Y : nat -> R) (X1 Y1 q l1 l2 E0 Ud noise : R) (t : nat) :
  0 <= X1 -> 0 <= Y1 -> 0 <= 1 - l1 <= q -> 0 <= 1 - l2 <= q -> q <= 1 -> 0 <= l1 -> 0 <= l2 ->
  (forall s, (s < t)%nat -> X1 <= X s) -> (forall s, (s < t)%nat -> Y1 <= Y s) ->
  (forall s, e1 (S s) = (1 - l1) * e1 s + l1 * X s) -> (forall s, e2 (S s) = (1 - l2) * e2 s + l2 * Y s) ->
  positive_part (- e1 0%nat) + positive_part (- e2 0%nat) <= E0 -> Rabs noise <= Ud ->
  (1 - q ^ t) * (X1 + Y1) - q ^ t * E0 - Ud <= e1 t + e2 t + noise.
Proof.
intros HX HY H1 H2 Hq K1 K2 LX LY R1 R2 HE HU.
assert (A := coordinate e1 X X1 q l1 t HX H1 Hq K1 LX R1).
assert (B := coordinate e2 Y Y1 q l2 t HY H2 Hq K2 LY R2).
assert (P := power_unit q t ltac:(lra)). assert (- Ud <= noise) by (unfold Rabs in HU; destruct
  (Rcase_abs noise); lra).
set (s := q ^ t) in *. nra.
Qed.

(* From then on d >= d1/2. *)
Lemma S1_settled (d1 E0 Ud s d : R) : 0 < d1 -> Ud <= d1 / 4 -> s * (d1 + E0) <= d1 / 4 ->
  (1 - s) * d1 - s * E0 - Ud <= d -> d1 / 2 <= d.
Proof. intros. nra. Qed.

(* Before, d >= - j with j = q^t E0 + (Ud - (1 - q^t) d1)_+. *)
Lemma S1_adversity (d1 E0 Ud s : R) : 0 <= s <= 1 -> 0 <= Ud <= d1 -> 0 <= E0 ->
  0 <= s * E0 + positive_part (Ud - (1 - s) * d1) <= s * (E0 + Ud).
Proof.
intros Hs HU HE. unfold positive_part, Rmax. destruct (Rle_dec 0 (Ud - (1 - s) * d1)); nra.
Qed.

Lemma geometric q C n : q <> 1 -> total (fun t => q ^ t * C) n = C * (1 - q ^ n) / (1 - q).
Proof.
intros H. induction n as [|n IH]; simpl; [|rewrite IH]; (field; intros E; apply H; lra).
Qed.

Lemma total_le u v n : (forall t, (t < n)%nat -> u t <= v t) -> total u n <= total v n.
Proof. induction n as [|n IH]; intros H; simpl; [lra|]. apply Rplus_le_compat; auto. Qed.

Lemma S1_adverse_sum (eta lambda d1 E0 Ud : R) (n : nat) :
  0 < eta -> 0 < lambda -> eta * lambda <= 1 -> 0 <= Ud <= d1 -> 0 <= E0 ->
  E0 <= 15 / 100 * lambda -> Ud <= lambda / 20 ->
  let q := 1 - eta * lambda in
  total (fun t => eta / 2 * (q ^ t * E0 + positive_part (Ud - (1 - q ^ t) * d1))) n <= 1 / 10.
Proof.
intros He Hl Hel HU HE H1 H2 q.
assert (Hq : 0 <= q <= 1) by (unfold q; nra).
apply Rle_trans with (total (fun t => q ^ t * (eta / 2 * (E0 + Ud))) n).
- apply total_le. intros t _. assert (A := S1_adversity d1 E0 Ud (q ^ t) (power_unit q t Hq) HU HE). nra.
- assert (K : 0 < eta * lambda) by now apply Rmult_lt_0_compat.
  rewrite geometric by (intros E; unfold q in E; lra). assert (P := power_unit q n Hq).
  replace (1 - q) with (eta * lambda) by (unfold q; ring).
  apply Rle_trans with (eta / 2 * (E0 + Ud) / (eta * lambda)).
  + apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    assert (0 <= eta / 2 * (E0 + Ud)) by (apply Rmult_le_pos; lra). nra.
  + replace (eta / 2 * (E0 + Ud) / (eta * lambda)) with ((E0 + Ud) / lambda / 2) by (field; lra).
    apply Rmult_le_reg_r with (2 * lambda); [lra|].
    replace ((E0 + Ud) / lambda / 2 * (2 * lambda)) with (E0 + Ud) by (field; lra). lra.
Qed.

(* Phase I: the start, what the adverse part adds, what noise adds. *)
Lemma S1_settling (f g : nat -> R) (h : R) (n : nat) :
  f 0%nat <= 7412 / 10000 -> (forall t, (t < n)%nat -> f (S t) <= f t + g t + h) ->
  (forall t, 0 <= g t) -> total g n <= 1 / 10 -> 0 <= h -> INR n * h <= 3 / 100 ->
  forall t, (t <= n)%nat -> f t <= 8712 / 10000.
Proof.
intros H0 Hrec Hg Hsum Hh Hn t Ht.
assert (B : forall m, (m <= n)%nat -> f m <= 7412 / 10000 + total g m + INR m * h).
{ induction m as [|m IH]; intros Hm; [simpl; lra|]. rewrite S_INR. simpl total.
  assert (A := IH ltac:(lia)). assert (C := Hrec m ltac:(lia)). lra. }
assert (M : forall m j, total g m <= total g (m + j)%nat).
{ intros m j. induction j as [|j IH]; [rewrite Nat.add_0_r; lra|]. rewrite Nat.add_succ_r. simpl.
  specialize (Hg (m + j)%nat). lra. }
assert (A := B t Ht). assert (C := M t (n - t)%nat). replace (t + (n - t))%nat with n in C by lia.
assert (D : INR t <= INR n) by now apply le_INR. nra.
Qed.

Lemma S1_start : 1 - cos (5 * PI / 12) <= 7412 / 10000.
Proof. interval with (i_prec 60). Qed.

(* Phase II: the contraction, above and in the end. *)
Lemma contraction (f : nat -> R) (b c : R) (n : nat) : 0 < b <= 1 ->
  (forall t, (t < n)%nat -> f (S t) <= (1 - b) * f t + c) ->
  forall t, (t <= n)%nat -> f t <= (1 - b) ^ t * f 0%nat + (1 - (1 - b) ^ t) * (c / b).
Proof.
intros Hb Hrec. induction t as [|t IH]; intros Ht; [simpl; lra|].
assert (A := IH ltac:(lia)). assert (C := Hrec t ltac:(lia)). simpl.
assert (Q : (1 - b) * (c / b) + c = c / b) by (field; lra).
assert ((1 - b) * f t <= (1 - b) * ((1 - b) ^ t * f 0%nat + (1 - (1 - b) ^ t) * (c / b)))
  by (apply Rmult_le_compat_l; lra).
set (r := (1 - b) ^ t) in *. set (x := c / b) in *. nra.
Qed.

Lemma S1_turning (f : nat -> R) (b c omega : R) (n : nat) : 0 < b <= 1 -> 0 <= c -> 0 < omega <= 1 / 6 ->
  c / b <= omega / 8 -> f 0%nat <= 8712 / 10000 ->
  (forall t, (t < n)%nat -> f (S t) <= (1 - b) * f t + c) ->
  forall t, (t <= n)%nat -> f t <= 8922 / 10000.
Proof.
intros Hb Hc Ho Hcb H0 Hrec t Ht. assert (A := contraction f b c n Hb Hrec t Ht).
assert (P := power_unit (1 - b) t ltac:(lra)). set (r := (1 - b) ^ t) in *.
assert (0 <= c / b) by (apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]). nra.
Qed.

Lemma power_exp b n : 0 < b <= 1 -> (1 - b) ^ n <= exp (- (b * INR n)).
Proof.
intros Hb. induction n as [|n IH]; [simpl; rewrite Rmult_0_r, Ropp_0, exp_0; lra|].
rewrite S_INR. replace (- (b * (INR n + 1))) with (- b + - (b * INR n)) by ring. rewrite exp_plus. simpl.
assert (E := exp_ineq1_le (- b)). apply Rmult_le_compat; [lra|apply pow_le; lra|lra|exact IH].
Qed.

Lemma S1_level (f : nat -> R) (b c omega : R) (n t : nat) : 0 < b <= 1 -> 0 <= c -> 0 < omega <= 1 / 6 ->
  c / b <= omega / 8 -> f 0%nat <= 8712 / 10000 ->
  (forall t, (t < n)%nat -> f (S t) <= (1 - b) * f t + c) ->
  (t <= n)%nat -> ln (8 / omega) <= b * INR t -> f t <= omega / 4.
Proof.
intros Hb Hc Ho Hcb H0 Hrec Ht Hn. assert (A := contraction f b c n Hb Hrec t Ht).
assert (P := power_unit (1 - b) t ltac:(lra)). assert (E := power_exp b t Hb).
assert (L : exp (- (b * INR t)) <= omega / 8).
{ apply Rle_trans with (exp (- ln (8 / omega))).
  - destruct Hn as [Hn|<-]; [left; apply exp_increasing; lra|lra].
  - rewrite exp_Ropp, exp_ln; [right; field; lra|]. apply Rmult_lt_0_compat; [lra|].
    apply Rinv_0_lt_compat; lra. }
set (r := (1 - b) ^ t) in *.
assert (0 <= c / b) by (apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]). nra.
Qed.

(* N times the probability of one step is at most delta / 8. *)
Lemma S1_union (theta N delta gap : R) : 0 < N -> 0 < delta -> 0 < gap ->
  ln (8 * N / delta) <= theta * gap -> N * exp (- (theta * gap)) <= delta / 8.
Proof.
intros HN Hd Hg H. assert (P : 0 < 8 * N / delta) by (apply Rmult_lt_0_compat; [lra|now apply
  Rinv_0_lt_compat]).
assert (E : exp (- (theta * gap)) <= / (8 * N / delta)).
{ rewrite <- (exp_ln (8 * N / delta)) at 1 by exact P. rewrite <- exp_Ropp.
  destruct H as [H|H]; [left; apply exp_increasing; lra|rewrite <- H; lra]. }
apply Rle_trans with (N * / (8 * N / delta)); [apply Rmult_le_compat_l; lra|]. right. field. lra.
Qed.

(* theta = log(8N/delta) max(4/(3 omega), 20) serves for both levels. *)
Lemma S1_exponent (L theta omega : R) : 0 <= L -> 0 < omega -> L * (4 / (3 * omega)) <= theta ->
  L * 20 <= theta ->
  L <= theta * (95 / 100 - 8922 / 10000) /\ L <= theta * (omega - omega / 4).
Proof.
intros HL Ho H1 H2. split; [lra|]. assert (A : L * (4 / (3 * omega)) * (3 * omega / 4) <= theta * (3 *
  omega / 4))
  by (apply Rmult_le_compat_r; lra).
replace (L * (4 / (3 * omega)) * (3 * omega / 4)) with L in A by (field; lra). lra.
Qed.

Lemma S1_output : 1 / 2 + 1 / 4 + sqrt 3 / 8 < 1.
Proof. interval with (i_prec 60). Qed.

(* S2: what is in the exponent after a step of the filter. *)
Lemma S2_filter_step (W d kappa d1 kappa1 eta mu G0 D theta Sigma : R) :
  0 <= W <= 95 / 100 -> 0 < eta -> 0 <= d1 -> 0 <= kappa1 -> d1 / 2 <= d -> kappa1 <= kappa ->
  mu = d1 * kappa1 / (4 * PI) -> 2 * eta * D ^ 2 <= mu -> 4 * theta * eta * Sigma ^ 2 <= mu ->
  W - eta * d * kappa / (2 * PI) * (W * (2 - W)) + eta ^ 2 * G0 ^ 2 + eta ^ 2 * D ^ 2 / 4 * (W * (2 - W))
  + theta * eta ^ 2 * Sigma ^ 2 * (W * (2 - W)) <= (1 - eta * mu / 4) * W + eta ^ 2 * G0 ^ 2.
Proof.
intros HW He Hd1 Hk1 Hd Hk Hmu HD HS. assert (P := PI_RGT_0).
assert (A : mu <= d * kappa / (2 * PI)).
{ rewrite Hmu. apply Rmult_le_reg_r with (4 * PI); [lra|].
  replace (d1 * kappa1 / (4 * PI) * (4 * PI)) with (d1 * kappa1) by (field; lra).
  replace (d * kappa / (2 * PI) * (4 * PI)) with (2 * d * kappa) by (field; lra). nra. }
set (m := d * kappa / (2 * PI)) in *.
replace (eta * d * kappa / (2 * PI)) with (eta * m) by (unfold m; field; lra).
set (s := W * (2 - W)). assert (S : W <= s <= 2 * W) by (unfold s; nra).
assert (B : eta * s * mu <= eta * s * m) by (apply Rmult_le_compat_l; [apply Rmult_le_pos|]; lra).
assert (M : 0 <= mu) by (assert (0 <= 2 * eta * D ^ 2) by (assert (0 <= D ^ 2) by apply pow2_ge_0; nra);
  lra).
assert (C : eta ^ 2 * D ^ 2 / 4 * s <= eta * mu / 8 * s) by (assert (eta * (2 * eta * D ^ 2) <= eta * mu)
  by (apply Rmult_le_compat_l; lra); nra).
assert (F : theta * eta ^ 2 * Sigma ^ 2 * s <= eta * mu / 4 * s) by
  (assert (eta * (4 * theta * eta * Sigma ^ 2) <= eta * mu) by (apply Rmult_le_compat_l; lra); nra).
assert (0 <= eta * mu) by (apply Rmult_le_pos; lra). nra.
Qed.

(* S2: the same of the rest of a, after Hoeffding's inequality. *)
Lemma S2_rest_step (b least greatest Z theta rho : R) :
  0 <= least <= b -> b <= greatest -> greatest <= 1 -> 0 <= Z -> 0 <= theta ->
    2 * theta * greatest * rho ^ 2 <= 1 / 2 ->
  (1 - b) ^ 2 * Z + 2 * theta * (b * (1 - b)) ^ 2 * Z * rho ^ 2 + b ^ 2 * rho ^ 2 <=
  (1 - least / 2) * Z + greatest ^ 2 * rho ^ 2.
Proof.
intros Hb Hg H1 HZ Ht Hc. assert (R2 : 0 <= rho ^ 2) by apply pow2_ge_0. set (r := rho ^ 2) in *.
assert (A : 2 * theta * b * r <= 1 / 2) by (assert (2 * theta * b * r <= 2 * theta * greatest * r)
  by (apply Rmult_le_compat_r; [lra|nra]); lra).
assert (B : (1 - b) ^ 2 + 2 * theta * (b * (1 - b)) ^ 2 * r <= (1 - b) ^ 2 * (1 + b / 2)).
{ replace (2 * theta * (b * (1 - b)) ^ 2 * r) with ((1 - b) ^ 2 * (b * (2 * theta * b * r))) by ring.
  assert (0 <= (1 - b) ^ 2) by apply pow2_ge_0. assert (b * (2 * theta * b * r) <= b * (1 / 2))
    by (apply Rmult_le_compat_l; lra). nra. }
assert (C : (1 - b) ^ 2 * (1 + b / 2) <= 1 - b / 2).
{ assert (0 <= b * (1 - b) * (2 - b)) by (apply Rmult_le_pos; [nra|lra]). nra. }
assert (D : b ^ 2 * r <= greatest ^ 2 * r) by (apply Rmult_le_compat_r; [lra|nra]). nra.
Qed.
