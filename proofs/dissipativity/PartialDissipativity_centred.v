(* C2 on the whole sphere, and where its gamma_a is positive, for every law of the noise with mean 0.

   E, w.x           the law; E (u.x) = 0 for every u is asked, and E |x|^2 finite (by `positive`)
   second p E       1 + E |x|^2 = E |w + x|^2 for each unit vector w
   slack ... (- m2) a gamma_a that serves at every w: of h only 0 <= h <= PI m1 is used

   Formalised: of S1 and S2 that C2 holds on S x R^k, for each c_a below the limit, RADIAL and UNIT; S6's
   part on C2 (RADIAL); of S4 that the sharp gamma_a is positive with noise (RADIAL).
   Not formalised: that the sharp gamma_a is the one of phi = PI (PartialDissipativity.v has it from the
   monotony of h). *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.FilterGradient smoothing.Reading.
From Lemmata Require Import smoothing.SmoothedGradient dissipativity.OutputDissipativity.
From Lemmata Require Import dissipativity.OutputDissipativity_slack dissipativity.OutputDissipativity_moments.
From Lemmata Require Import dissipativity.FilterDissipativity dissipativity.PartialDissipativity.
From Lemmata Require Import dissipativity.PartialDissipativity_noise dissipativity.PartialDissipativity_law.
From Lemmata Require Import dissipativity.PartialDissipativity_regions.
Open Scope R_scope.

Definition second (p : nat) (E : functional -> R) : R := 1 + E (fun x _ => dot p x x).

Lemma mean_m2_second p E w : mean E -> dot p w w = 1 -> E (fun x _ => dot p w x) = 0 ->
  mean_m2 p E w = second p E.
Proof.
intros M W Z. unfold mean_m2, second.
rewrite (mean_ext E _ (fun x _ => (1 + 2 * dot p w x) + dot p x x) M).
- rewrite (mean_plus E (fun x _ => 1 + 2 * dot p w x)), (mean_plus E (fun _ _ => 1)) by easy.
  rewrite (mean_const E 1) by easy.
  rewrite (mean_scal E 2 (fun x _ => dot p w x)), Z by easy. ring.
- intros x _. apply (shifted_norm p w x W).
Qed.

(* 0 <= h and 0 <= E g. *)
Lemma kernel_means_nonneg p E w v : mean E -> positive p E -> dot p w w = 1 ->
  0 <= mean_h p E w v /\ 0 <= mean_g p E w v.
Proof.
intros M P W. assert (Pi := PI_RGT_0).
assert (G : forall x, 0 <= g (angle p (shift w x) v) <= PI) by (intros x; apply g_bounds, acos_bound).
split; [apply (P _ (2 * PI))|apply (P _ PI)]; intros x _; specialize (G x); assert (D := dot_nonneg p x).
- destruct (shifted_norm p w x W) as [N [S [T _]]]. split; [now apply Rmult_le_pos|].
  assert (A := pow2_ge_0 (norm p (shift w x) - 1)).
  replace (2 * PI * (1 + dot p x x)) with (2 * (1 + dot p x x) * PI) by ring. apply Rmult_le_compat; lra.
- assert (0 <= PI * dot p x x) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma S2_C2_holds_everywhere_for_centred_noise p k E ca v b : (1 <= k)%nat ->
  mean E -> positive p E -> independent E -> centred k E -> (forall u, E (fun x _ => dot p u x) = 0) ->
  let m2 := second p E in ca < limit k m2 ->
  bound_of_output part_RADIAL p k E everywhere ca (slack k m2 1 (- m2) ca b) v b.
Proof.
intros H M P I C Z m2 L w a W _. rewrite pull_of_output_RADIAL by easy.
destruct (moments_bounds p E w v M P W (Z w)) as [A1 [A2 [A3 _]]].
destruct (kernel_means_nonneg p E w v M P W) as [A4 _]. rewrite (mean_m2_second p E w M W (Z w)) in *.
fold m2 in A2 |- *. set (m1 := mean_m1 p E w) in *. set (h := mean_h p E w v) in *.
destruct (S1_b_not_negative k m2 m1 h H A1 A2 A3) as [B1 B2].
revert a. change (C2 k m2 m1 h ca (slack k m2 1 (- m2) ca b) b). apply S2_smallest_gamma; [easy|lra|easy|].
assert (K := H). apply le_INR in K. simpl in K.
assert (0 <= (m1 - 1) * (INR k - 1)) by (apply Rmult_le_pos; lra).
apply slack_le; [easy|lra|easy| |]; unfold b_along, b_across in *; lra.
Qed.

Lemma S2_C2_holds_everywhere_UNIT p k E ca v b : (1 <= k)%nat ->
  mean E -> positive p E -> independent E -> centred k E -> ca < limit k 1 ->
  bound_of_output part_UNIT p k E everywhere ca (slack k 1 1 0 ca b) v b.
Proof.
intros H M P I C L w a W _. rewrite pull_of_output_UNIT by easy.
destruct (kernel_means_nonneg p E w v M P W) as [_ A]. set (h := mean_g p E w v) in *.
assert (B : h <= PI).
{ unfold h, mean_g. rewrite <- (mean_const E PI M). apply (mean_le p E _ _ PI M P). intros x _.
  assert (G := g_bounds (angle p (shift w x) v) (acos_bound _)). assert (D := dot_nonneg p x).
  assert (Pi := PI_RGT_0). assert (0 <= PI * dot p x x) by (apply Rmult_le_pos; lra). lra. }
revert a. change (C2 k 1 1 h ca (slack k 1 1 0 ca b) b). apply S2_smallest_gamma; [easy|lra|easy|].
apply slack_le; [easy|lra|easy| |]; unfold b_along, b_across; lra.
Qed.

(* The poster's "C2 does not globally hold" is refuted, for every teacher and every such noise. *)
Lemma S1_C2_holds_globally_for_centred_noise p k E v b : (1 <= k)%nat ->
  mean E -> positive p E -> independent E -> centred k E -> (forall u, E (fun x _ => dot p u x) = 0) ->
  (exists c gamma, 0 < c /\ bound_of_output part_RADIAL p k E everywhere c gamma v b) /\
  (exists c gamma, 0 < c /\ bound_of_output part_UNIT p k E everywhere c gamma v b).
Proof.
intros H M P I C Z. assert (S : 0 < second p E).
{ unfold second. enough (0 <= E (fun x _ => dot p x x)) by lra. apply (P _ 1). intros x _.
  assert (D := dot_nonneg p x). lra. }
assert (L := limit_pos k (second p E) H S). assert (L1 := limit_pos k 1 H Rlt_0_1). split.
- exists (limit k (second p E) / 2), (slack k (second p E) 1 (- second p E) (limit k (second p E) / 2) b).
  split; [lra|]. apply S2_C2_holds_everywhere_for_centred_noise; easy || lra.
- exists (limit k 1 / 2), (slack k 1 1 0 (limit k 1 / 2) b).
  split; [lra|]. apply S2_C2_holds_everywhere_UNIT; easy || lra.
Qed.

Lemma S6_C2_holds_around_the_start_for_centred_noise p k E v b : (1 <= k)%nat ->
  mean E -> positive p E -> independent E -> centred k E -> (forall u, E (fun x _ => dot p u x) = 0) ->
  exists c gamma, 0 < c /\ bound_of_output part_RADIAL p k E (start_region k b) c gamma v b.
Proof.
intros H M P I C Z.
destruct (S1_C2_holds_globally_for_centred_noise p k E v b H M P I C Z) as [[c [gamma [L B]]] _].
exists c, gamma. split; [easy|]. intros w a W _. now apply B.
Qed.

Lemma S4_gamma_with_centred_noise p k E w v ca b : (1 <= k)%nat -> 0 < dot k b b ->
  mean E -> positive p E -> dot p w w = 1 -> E (fun x _ => dot p w x) = 0 -> 0 < E (fun x _ => dot p x x) ->
  ca < limit k (mean_m2 p E w) ->
  0 < slack k (mean_m2 p E w) (mean_m1 p E w) (mean_h p E w v) ca b.
Proof.
intros H B M P W Z N L. destruct (moments_bounds p E w v M P W Z) as [A1 [A2 [A3 _]]].
assert (S : 1 < mean_m2 p E w) by (rewrite (mean_m2_second p E w M W Z); unfold second; lra).
destruct (b_bounds k _ _ _ H A1 A2 A3) as [B1 B2]. apply S4_gamma_with_noise; easy || lra.
Qed.
