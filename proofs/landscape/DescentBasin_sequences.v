(* Two coupled sequences: the distance x to a pole and the distance f of the output weights from equilibrium.

   r, C0         f contracts by r and is pushed by C0 times the step of x
   delta, q      x moves by at most kappa q |delta|; if delta > 0, to the pole by atan (kappa q delta)
   nu, x1        delta >= 2 nu - f as long as x <= x1

   Formalised: for all small kappa every start with x <= x1 - omega and f <= F0 ends at x = 0, f = 0, where
   "small" depends on the constants only.
   Not formalised: nothing of it; DescentBasin_starts.v applies it to gradient descent. *)
From Coq Require Import Reals Lra Lia Psatz ZArith.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

(* Powers of a number below 1. *)
Lemma power_small r F e : 0 <= r < 1 -> 0 <= F -> 0 < e -> exists T, forall t, (T <= t)%nat -> r ^ t * F < e.
Proof.
intros H HF E. destruct (pow_lt_1_zero r) with (y := e / (F + 1)) as [T HT].
- rewrite Rabs_pos_eq; lra.
- apply Rdiv_lt_0_compat; lra.
- exists T. intros t L. assert (Q := HT t L). rewrite Rabs_pos_eq in Q by (apply pow_le; lra).
  assert (P := pow_le r t (proj1 H)). apply Rmult_lt_compat_r with (r := F + 1) in Q; [|lra].
  unfold Rdiv in Q. rewrite Rmult_assoc, Rinv_l in Q by lra. nra.
Qed.

Lemma contraction_bound (y : nat -> R) r c :
  0 <= r < 1 -> (forall t, y (S t) <= r * y t + (1 - r) * c) -> forall t, y t <= r ^ t * (y O - c) + c.
Proof.
intros H Y. induction t as [|t IH]; [simpl; lra|]. assert (Q := Y t). simpl.
assert (r * y t <= r * (r ^ t * (y O - c) + c)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

(* A contraction with a vanishing push. *)
Lemma contraction_to_0 (y u : nat -> R) r :
  0 <= r < 1 -> (forall t, 0 <= y t) -> (forall t, y (S t) <= r * y t + u t) -> Un_cv u 0 -> Un_cv y 0.
Proof.
intros H Y0 Y U e E. destruct (U ((1 - r) * (e / 2))) as [T HT]; [apply Rmult_lt_0_compat; lra|].
destruct (power_small r (y T) (e / 2) H (Y0 T)) as [T' HT']; [lra|].
exists (T + T')%nat. intros t L. replace t with (T + (t - T))%nat by lia. unfold R_dist.
rewrite Rminus_0_r, Rabs_pos_eq by apply Y0. assert (A := HT' (t - T)%nat ltac:(lia)).
assert (P := pow_le r (t - T) (proj1 H)).
assert (W : y (T + (t - T))%nat <= r ^ (t - T) * (y (T + 0)%nat - e / 2) + e / 2).
{ apply (contraction_bound (fun t => y (T + t)%nat) r (e / 2) H). intros s.
  replace (T + S s)%nat with (S (T + s)) by lia. assert (Q := Y (T + s)%nat).
  assert (V := HT (T + s)%nat ltac:(lia)).
  unfold R_dist in V. apply Rabs_def2 in V. lra. }
rewrite Nat.add_0_r in W. nra.
Qed.

Lemma above y : exists n, y < INR n.
Proof.
exists (Z.to_nat (up y)). assert (A := proj1 (archimed y)). rewrite INR_IZR_INZ.
destruct (Z.le_gt_cases 0 (up y)) as [L|L]; [rewrite Z2Nat.id by exact L; lra|].
apply IZR_lt in L. assert (Q := IZR_le 0 (Z.of_nat (Z.to_nat (up y))) (Zle_0_nat _)). lra.
Qed.

(* A slow descent: steps of at least c x^2. *)
Lemma slow_descent (x : nat -> R) c :
  0 < c -> (forall t, 0 <= x t) -> (forall t, x (S t) <= x t - c * x t ^ 2) -> Un_cv x 0.
Proof.
intros C X0 X e E.
assert (M : forall s t, x (t + s)%nat <= x t).
{ induction s as [|s IH]; intros t; [rewrite Nat.add_0_r; lra|].
  replace (t + S s)%nat with (S (t + s)) by lia.
  assert (Q := X (t + s)%nat). assert (Q2 := pow2_ge_0 (x (t + s)%nat)). assert (I := IH t). nra. }
assert (S : exists n, x n < e).
{ destruct (above (x O / (c * e ^ 2))) as [n N]. exists n. apply Rnot_le_lt. intros L.
  assert (E2 : 0 < c * e ^ 2) by (apply Rmult_lt_0_compat; [exact C|now apply pow_lt]).
  assert (B : forall m, (m <= n)%nat -> x m <= x O - INR m * (c * e ^ 2)).
  { induction m as [|m IH]; intros Hm; [simpl; lra|]. rewrite S_INR. assert (I := IH ltac:(lia)).
    assert (Q := X m).
    assert (G : e <= x m) by (assert (Q2 := M (n - m)%nat m); replace (m + (n - m))%nat with n in Q2 by lia;
      lra).
    assert (G2 : e ^ 2 <= x m ^ 2) by (apply pow_incr; lra).
    assert (G3 : c * e ^ 2 <= c * x m ^ 2) by (apply Rmult_le_compat_l; lra). lra. }
  assert (Q := B n (le_n n)). assert (Z := X0 n).
  apply Rmult_lt_compat_r with (r := c * e ^ 2) in N; [|exact E2].
  unfold Rdiv in N. rewrite Rmult_assoc, Rinv_l in N by lra. lra. }
destruct S as [n N]. exists n. intros t L. unfold R_dist. rewrite Rminus_0_r, Rabs_pos_eq by apply X0.
assert (Q := M (t - n)%nat n). replace (n + (t - n))%nat with t in Q by lia. lra.
Qed.

Lemma atan_half y : 0 <= y <= 1 -> y / 2 <= atan y <= y.
Proof.
intros H. destruct (Req_dec y 0) as [->|N]; [rewrite atan_0; lra|].
destruct (MVT_cor2 atan (fun t => / (1 + t ^ 2)) 0 y) as [c [E B]]; [lra| |].
- intros c _. apply derivable_pt_lim_atan.
- rewrite atan_0, !Rminus_0_r in E. rewrite E.
  assert (A1 : / 2 <= / (1 + c ^ 2)) by (apply Rinv_le_contravar; nra).
  assert (A2 : / (1 + c ^ 2) <= / 1) by (apply Rinv_le_contravar; nra). rewrite Rinv_1 in A2. nra.
Qed.

(* The trap: near the pole and near equilibrium the drift keeps both. *)
Lemma trap (x f delta q : nat -> R) (kappa r K C1 nu x1 c : R) :
  0 < kappa -> 0 <= r < 1 -> 0 <= K -> 0 <= C1 -> 0 < nu -> 0 < c ->
  (forall t, 0 <= x t <= PI) -> (forall t, 0 <= f t) ->
  (forall t, 0 <= q t <= PI * x t) -> (forall t, q t <= 10) -> (forall t, x t <= x1 -> c * x t ^ 2 <= q t) ->
  (forall t, 0 < delta t -> x (S t) = Rabs (x t - atan (kappa * (q t * delta t)))) ->
  (forall t, x t <= x1 -> 2 * nu - f t <= delta t) -> (forall t, Rabs (delta t) <= C1 + f t) ->
  (forall t, f (S t) <= r * f t + K * Rabs (x (S t) - x t)) ->
  kappa * (10 * (C1 + nu)) <= 1 -> K * (kappa * (10 * (C1 + nu))) <= (1 - r) * nu ->
  x O <= x1 -> f O <= nu -> Un_cv x 0 /\ Un_cv f 0.
Proof.
intros Hk Hr HK HC Hn Hc X F Q Q10 Qc St Dl Du Fs S1 S2 X0 F0.
assert (D1 : forall t, x t <= x1 -> f t <= nu -> nu <= delta t <= C1 + nu).
{ intros t A B. assert (U := Dl t A). assert (V := Du t). assert (W := Rle_abs (delta t)). lra. }
assert (Y : forall t, x t <= x1 -> f t <= nu -> 0 <= kappa * (q t * delta t) <= 1 /\
  kappa * (q t * delta t) <= x t /\ kappa * c * nu * x t ^ 2 <= kappa * (q t * delta t)).
{ intros t A B. assert (D := D1 t A B). assert (Qt := Q t). assert (Qu := Q10 t). assert (Ql := Qc t A).
  assert (P := PI_4). assert (Xt := X t). assert (M1 : 0 <= q t * delta t) by (apply Rmult_le_pos; lra).
  assert (M2 : q t * delta t <= 10 * (C1 + nu)) by (apply Rmult_le_compat; lra).
  assert (M3 : q t * delta t <= (10 * (C1 + nu)) * x t).
  { apply Rle_trans with (PI * x t * (C1 + nu)); [apply Rmult_le_compat; lra|].
    assert (Z : 0 <= x t * (C1 + nu)) by (apply Rmult_le_pos; lra). nra. }
  assert (M4 : c * x t ^ 2 * nu <= q t * delta t).
  { apply Rmult_le_compat; try lra. apply Rmult_le_pos; [lra|apply pow2_ge_0]. }
  split; [split; nra|split; [nra|]]. apply Rmult_le_compat_l with (r := kappa) in M4; lra. }
assert (Step : forall t, x t <= x1 -> f t <= nu ->
  0 <= x t - x (S t) <= kappa * (10 * (C1 + nu)) /\ x (S t) <= x t - kappa * c * nu / 2 * x t ^ 2).
{ intros t A B. destruct (Y t A B) as [Y1 [Y2 Y3]]. assert (D := D1 t A B). assert (Hf := atan_half _ Y1).
  rewrite (St t) by lra. rewrite Rabs_pos_eq by lra. split; [|lra].
  assert (M2 : q t * delta t <= 10 * (C1 + nu)).
  { assert (Qt := Q t). assert (Qu := Q10 t). apply Rmult_le_compat; lra. }
  split; [lra|]. apply Rle_trans with (kappa * (q t * delta t)); [lra|]. apply Rmult_le_compat_l; lra. }
assert (I : forall t, x t <= x1 /\ f t <= nu).
{ induction t as [|t [A B]]; [now split|]. destruct (Step t A B) as [[U V] W]. split; [lra|].
  apply Rle_trans with (1 := Fs t). rewrite Rabs_left1 by lra.
  assert (T1 : r * f t <= r * nu) by (apply Rmult_le_compat_l; lra).
  assert (T2 : K * - (x (S t) - x t) <= K * (kappa * (10 * (C1 + nu)))) by (apply Rmult_le_compat_l; lra).
  lra. }
assert (CX : Un_cv x 0).
{ apply slow_descent with (kappa * c * nu / 2); [|intros t; apply X|].
  - apply Rmult_lt_0_compat; [|lra]. repeat apply Rmult_lt_0_compat; assumption.
  - intros t. apply Step; apply I. }
split; [exact CX|]. apply contraction_to_0 with (u := fun t => K * (x t - x (S t))) (r := r).
- exact Hr.
- exact F.
- intros t. assert (U := Fs t). destruct (Step t (proj1 (I t)) (proj2 (I t))) as [[V _] _].
  rewrite Rabs_left1 in U by lra. lra.
- replace 0 with (K * (0 - 0)) by ring. apply CV_mult.
  + intros e E. exists O. intros. unfold R_dist. rewrite Rminus_eq_0, Rabs_R0. exact E.
  + apply CV_minus; [exact CX|]. intros e E. destruct (CX e E) as [n N]. exists n. intros t L. apply N. lia.
Qed.

(* Far starts: in a time that does not depend on kappa f comes near 0, and x hardly moves. *)
Lemma far_starts (r K C1 nu x1 c F0 omega : R) :
  0 <= r < 1 -> 0 <= K -> 0 <= C1 -> 0 < nu -> 0 < c -> 0 <= F0 -> 0 < omega ->
  exists kappa0, 0 < kappa0 /\ forall kappa (x f delta q : nat -> R),
  0 < kappa < kappa0 ->
  (forall t, 0 <= x t <= PI) -> (forall t, 0 <= f t) ->
  (forall t, 0 <= q t <= PI * x t) -> (forall t, q t <= 10) -> (forall t, x t <= x1 -> c * x t ^ 2 <= q t) ->
  (forall t, 0 < delta t -> x (S t) = Rabs (x t - atan (kappa * (q t * delta t)))) ->
  (forall t, Rabs (x (S t) - x t) <= kappa * (q t * Rabs (delta t))) ->
  (forall t, x t <= x1 -> 2 * nu - f t <= delta t) -> (forall t, Rabs (delta t) <= C1 + f t) ->
  (forall t, f (S t) <= r * f t + K * Rabs (x (S t) - x t)) ->
  x O <= x1 - omega -> f O <= F0 -> Un_cv x 0 /\ Un_cv f 0.
Proof.
intros Hr HK HC Hn Hc HF Ho.
destruct (power_small r F0 (nu / 2) Hr HF) as [T HT]; [lra|].
set (G := 10 * (C1 + F0 + nu)). assert (HG : 0 < G) by (unfold G; lra).
set (k1 := / G). set (k2 := (1 - r) * (nu / 2) / ((K + 1) * G)). set (k3 := omega / ((INR T + 1) * G)).
assert (NT := pos_INR T).
assert (P1 : 0 < k1) by now apply Rinv_0_lt_compat.
assert (P2 : 0 < k2).
{ apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; lra|apply Rmult_lt_0_compat; lra]. }
assert (P3 : 0 < k3) by (apply Rdiv_lt_0_compat; [lra|apply Rmult_lt_0_compat; lra]).
exists (Rmin k1 (Rmin k2 k3)). split; [repeat apply Rmin_glb_lt; assumption|].
intros kappa x f delta q [Hk Hk0] X F Q Q10 Qc St Mv Dl Du Fs X0 F00.
assert (A1 := Rlt_le_trans _ _ _ Hk0 (Rmin_l _ _)).
assert (A23 := Rlt_le_trans _ _ _ Hk0 (Rmin_r _ _)).
assert (A2 := Rlt_le_trans _ _ _ A23 (Rmin_l _ _)). assert (A3 := Rlt_le_trans _ _ _ A23 (Rmin_r _ _)).
assert (B1 : kappa * G <= 1).
{ unfold k1 in A1. apply Rmult_lt_compat_r with (r := G) in A1; [|exact HG]. rewrite Rinv_l in A1; lra. }
assert (B2 : (K + 1) * (kappa * G) <= (1 - r) * (nu / 2)).
{ unfold k2 in A2. assert (Z : 0 < (K + 1) * G) by (apply Rmult_lt_0_compat; lra).
  apply Rmult_lt_compat_r with (r := (K + 1) * G) in A2; [|exact Z]. unfold Rdiv in A2 at 1.
  rewrite Rmult_assoc, Rinv_l in A2; lra. }
assert (B3 : (INR T + 1) * (kappa * G) <= omega).
{ unfold k3 in A3. assert (Z : 0 < (INR T + 1) * G) by (apply Rmult_lt_0_compat; lra).
  apply Rmult_lt_compat_r with (r := (INR T + 1) * G) in A3; [|exact Z]. unfold Rdiv in A3 at 1.
  rewrite Rmult_assoc, Rinv_l in A3; lra. }
assert (KG : 0 < kappa * G) by now apply Rmult_lt_0_compat.
assert (Mb : forall t, f t <= F0 + nu -> Rabs (x (S t) - x t) <= kappa * G).
{ intros t B. apply Rle_trans with (1 := Mv t). apply Rmult_le_compat_l; [lra|]. assert (V := Du t).
  assert (Qt := Q t). assert (Qu := Q10 t). unfold G. apply Rmult_le_compat; try lra. apply Rabs_pos. }
assert (Fb : forall t, f t <= r ^ t * F0 + nu / 2).
{ induction t as [|t IH]; [simpl; lra|]. assert (P := pow_le r t (proj1 Hr)). assert (P' := pow_incr r 1 t).
  rewrite pow1 in P'. assert (P1' := P' ltac:(lra)). assert (W : f t <= F0 + nu) by nra.
  apply Rle_trans with (1 := Fs t). assert (V := Mb t W). simpl.
  assert (V1 : K * Rabs (x (S t) - x t) <= K * (kappa * G)) by (apply Rmult_le_compat_l; lra).
  assert (V2 : r * f t <= r * (r ^ t * F0 + nu / 2)) by (apply Rmult_le_compat_l; lra). nra. }
assert (Fw : forall t, f t <= F0 + nu).
{ intros t. assert (U := Fb t). assert (P := pow_le r t (proj1 Hr)). assert (P' := pow_incr r 1 t).
  rewrite pow1 in P'. assert (P1' := P' ltac:(lra)). nra. }
assert (Xb : forall t, x t <= x O + INR t * (kappa * G)).
{ induction t as [|t IH]; [simpl; lra|]. rewrite S_INR. assert (U := Mb t (Fw t)).
  assert (V := Rle_abs (x (S t) - x t)). lra. }
destruct (trap (fun t => x (T + t)%nat) (fun t => f (T + t)%nat) (fun t => delta (T + t)%nat)
  (fun t => q (T + t)%nat) kappa r K C1 nu x1 c) as [CX CF]; try assumption;
  try (intros t; replace (T + S t)%nat with (S (T + t)) by lia); auto.
- apply Rle_trans with (kappa * G); [|exact B1]. apply Rmult_le_compat_l; [lra|]. unfold G. lra.
- apply Rle_trans with ((K + 1) * (kappa * G)); [|nra].
  assert (V : kappa * (10 * (C1 + nu)) <= kappa * G) by (apply Rmult_le_compat_l; unfold G; lra). nra.
- rewrite Nat.add_0_r. assert (U := Xb T). nra.
- rewrite Nat.add_0_r. assert (U := Fb T). assert (V := HT T (le_n T)). lra.
- split; intros e E; [destruct (CX e E) as [n N]|destruct (CF e E) as [n N]]; exists (T + n)%nat; intros t L;
    replace t with (T + (t - T))%nat by lia; apply N; lia.
Qed.
