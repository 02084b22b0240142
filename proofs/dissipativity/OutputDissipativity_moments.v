(* The bounds of the means m2, m1, h, for a law of the noise on the filter with mean 0.

   positive p E    E F >= 0 if 0 <= F and F has a bound c (1 + |x|^2): asked of no other F, as for a law with
                   E |x|^2 finite the integral of the others need not exist
   E x = 0         asked along w only

   Formalised: 1 <= m1, 2 m1 <= 1 + m2, h <= PI m1 and E g <= PI (the preliminaries of OutputDissipativity),
   so that S1's signs hold for such a law. *)
From Coq Require Import Reals Lra Lia.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.FilterGradient.
From Lemmata Require Import smoothing.SmoothedGradient smoothing.SmoothedGradient_instance.
From Lemmata Require Import dissipativity.OutputDissipativity.
Open Scope R_scope.

Definition positive (p : nat) (E : functional -> R) : Prop :=
  forall F c, (forall x e, 0 <= F x e <= c * (1 + dot p x x)) -> 0 <= E F.

Lemma mean_le p E F H c : mean E -> positive p E ->
  (forall x e, F x e <= H x e <= F x e + c * (1 + dot p x x)) -> E F <= E H.
Proof.
intros M P L. assert (Q : 0 <= E (fun x e => H x e - F x e)) by (apply (P _ c); intros x e;
  specialize (L x e); lra).
rewrite mean_minus in Q by easy. lra.
Qed.

(* The law of four points satisfies it. *)
Lemma four_positive p w t c y n : positive p (four w t c y n).
Proof.
intros F d H. unfold four. assert (P : forall x e, 0 <= F x e) by (intros x e; apply H).
assert (A := P (lin c w y t) n). assert (A' := P (lin c w y t) (fun i => - n i)).
assert (B := P (lin c w (- y) t) n). assert (B' := P (lin c w (- y) t) (fun i => - n i)). lra.
Qed.

(* r^2 = 1 + 2 w.x + |x|^2, and 2 |w.x| <= 1 + |x|^2. *)
Lemma shifted_norm p w x : dot p w w = 1 -> let r := norm p (shift w x) in
  0 <= r /\ r * r = 1 + 2 * dot p w x + dot p x x /\ 2 * dot p w x <= 1 + dot p x x /\ 0 <= dot p x x /\
  1 + dot p w x <= r.
Proof.
intros W r. assert (N := norm_nonneg p (shift w x)). fold r in N.
assert (E : r * r = 1 + 2 * dot p w x + dot p x x).
{ unfold r. rewrite norm_sq. unfold shift. rewrite dot_plus_l, !dot_plus_r, (dot_sym p x w), W. ring. }
assert (Q := dot_nonneg p (lin 1 w (-1) x)). rewrite dot_lin_sq, W in Q.
assert (C := cauchy_schwarz_norm p w (shift w x)). rewrite (norm_unit p w W) in C. fold r in C.
unfold shift in C. rewrite dot_plus_r, W in C. assert (A := Rle_abs (1 + dot p w x)).
assert (D := dot_nonneg p x). repeat split; lra.
Qed.

Lemma moments_bounds p E w v : mean E -> positive p E -> dot p w w = 1 -> E (fun x _ => dot p w x) = 0 ->
  1 <= mean_m1 p E w /\ 2 * mean_m1 p E w <= 1 + mean_m2 p E w /\ mean_h p E w v <= PI * mean_m1 p E w /\
  mean_g p E w v <= PI.
Proof.
intros M P W Z. assert (Pi := PI_RGT_0).
assert (G : forall x, 0 <= g (angle p (shift w x) v) <= PI) by (intros x; apply g_bounds, acos_bound).
split; [|split; [|split]].
- replace 1 with (E (fun x _ => 1 + dot p w x))
    by (rewrite (mean_plus E (fun _ _ => 1)), (mean_const E 1), Z by easy; ring).
  apply (mean_le p E _ _ 1); [easy|easy|]. intros x _. destruct (shifted_norm p w x W) as [N [S [T [D L]]]].
  assert (A := pow2_ge_0 (norm p (shift w x) - 1)). lra.
- unfold mean_m1. rewrite <- mean_scal by easy.
  rewrite <- (mean_const E 1) by easy. unfold mean_m2. rewrite <- (mean_plus E (fun _ _ => 1)) by easy.
  apply (mean_le p E _ _ 3); [easy|easy|]. intros x _. destruct (shifted_norm p w x W) as [N [S [T [D _]]]].
  assert (A := pow2_ge_0 (norm p (shift w x) - 1)). lra.
- unfold mean_m1. rewrite <- mean_scal by easy. apply (mean_le p E _ _ (2 * PI)); [easy|easy|]. intros x _.
  destruct (shifted_norm p w x W) as [N [S [T [D _]]]]. destruct (G x).
  assert (A := pow2_ge_0 (norm p (shift w x) - 1)). split.
  + rewrite Rmult_comm. now apply Rmult_le_compat_r.
  + assert (0 <= norm p (shift w x) * g (angle p (shift w x) v)) by now apply Rmult_le_pos.
    assert (PI * norm p (shift w x) <= PI * (2 * (1 + dot p x x))) by (apply Rmult_le_compat_l; lra). lra.
- rewrite <- (mean_const E PI) by easy. apply (mean_le p E _ _ PI); [easy|easy|]. intros x _.
  assert (D := dot_nonneg p x). assert (0 <= PI * dot p x x) by (apply Rmult_le_pos; lra).
  specialize (G x). lra.
Qed.

Lemma S1_b_not_negative_for_centred_noise p k E w v : (1 <= k)%nat ->
  mean E -> positive p E -> dot p w w = 1 -> E (fun x _ => dot p w x) = 0 ->
  0 <= b_along k (mean_m2 p E w) (mean_m1 p E w) (mean_h p E w v) /\
  0 <= b_across (mean_m2 p E w) (mean_m1 p E w) (mean_h p E w v) /\
  0 <= b_along k 1 1 (mean_g p E w v) /\ 0 <= b_across 1 1 (mean_g p E w v).
Proof.
intros H M P W Z. destruct (moments_bounds p E w v M P W Z) as [B1 [B2 [B3 B4]]].
destruct (S1_b_not_negative k _ _ _ H B1 B2 B3) as [A1 A2].
destruct (S1_b_not_negative k 1 1 (mean_g p E w v) H) as [A3 A4]; [lra|lra|lra|]. repeat split; easy.
Qed.
