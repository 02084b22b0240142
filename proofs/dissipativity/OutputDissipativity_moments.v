(* The bounds of the means m2, m1, h, for any law of the noise on the filter with mean 0.

   positive E    E F >= 0 if F >= 0
   E x = 0       asked along w only

   Formalised: 1 <= m1, 2 m1 <= 1 + m2, h <= PI m1 and E g <= PI (the preliminaries of OutputDissipativity),
   so that S1's signs hold for such a law. *)
From Coq Require Import Reals Lra Lia.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.FilterGradient.
From Lemmata Require Import smoothing.SmoothedGradient dissipativity.OutputDissipativity.
Open Scope R_scope.

Definition positive (E : functional -> R) : Prop := forall F, (forall x e, 0 <= F x e) -> 0 <= E F.

Lemma mean_le E F H : mean E -> positive E -> (forall x e, F x e <= H x e) -> E F <= E H.
Proof.
intros M P L. assert (Q : 0 <= E (fun x e => H x e - F x e)) by (apply P; intros x e; specialize (L x e);
  lra).
rewrite mean_minus in Q by easy. lra.
Qed.

Lemma moments_bounds p E w v : mean E -> positive E -> dot p w w = 1 -> E (fun x _ => dot p w x) = 0 ->
  1 <= mean_m1 p E w /\ 2 * mean_m1 p E w <= 1 + mean_m2 p E w /\ mean_h p E w v <= PI * mean_m1 p E w /\
  mean_g p E w v <= PI.
Proof.
intros M P W Z. assert (G : forall x, 0 <= g (angle p (shift w x) v) <= PI) by (intros x; apply g_bounds,
  acos_bound).
split; [|split; [|split]].
- replace 1 with (E (fun x _ => 1 + dot p w x)) by (rewrite (mean_plus E (fun _ _ => 1)), (mean_const E 1),
    Z by easy; ring).
  apply mean_le; [easy|easy|]. intros x _. assert (C := cauchy_schwarz_norm p w (shift w x)).
  rewrite (norm_unit p w W) in C. unfold shift at 1 in C. rewrite dot_plus_r, W in C.
  assert (A := Rle_abs (1 + dot p w x)). lra.
- unfold mean_m1. rewrite <- mean_scal by easy.
  rewrite <- (mean_const E 1) by easy. unfold mean_m2. rewrite <- (mean_plus E (fun _ _ => 1)) by easy.
  apply mean_le; [easy|easy|]. intros x _. assert (A := pow2_ge_0 (norm p (shift w x) - 1)). lra.
- unfold mean_m1. rewrite <- mean_scal by easy. apply mean_le; [easy|easy|]. intros x _.
  assert (N := norm_nonneg p (shift w x)). destruct (G x). rewrite Rmult_comm. now apply Rmult_le_compat_r.
- rewrite <- (mean_const E PI) by easy. apply mean_le; [easy|easy|]. intros x _. apply G.
Qed.

Lemma S1_b_not_negative_for_every_law p k E w v : (1 <= k)%nat ->
  mean E -> positive E -> dot p w w = 1 -> E (fun x _ => dot p w x) = 0 ->
  0 <= b_along k (mean_m2 p E w) (mean_m1 p E w) (mean_h p E w v) /\
  0 <= b_across (mean_m2 p E w) (mean_m1 p E w) (mean_h p E w v) /\
  0 <= b_along k 1 1 (mean_g p E w v) /\ 0 <= b_across 1 1 (mean_g p E w v).
Proof.
intros H M P W Z. destruct (moments_bounds p E w v M P W Z) as [B1 [B2 [B3 B4]]].
destruct (S1_b_not_negative k _ _ _ H B1 B2 B3) as [A1 A2].
destruct (S1_b_not_negative k 1 1 (mean_g p E w v) H) as [A3 A4]; [lra|lra|lra|]. repeat split; easy.
Qed.
