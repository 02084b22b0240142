(* The poster's sentence without its hypothesis, refuted: the spurious point need not be a local minimum.

   p, k          length of the filters, number of patches      v      the teacher's filter, w* in the paper
   fun _ => 1    the teacher's output weights, a* = 1          opposite v, spurious k b   the spurious point

   Formalised: S6 is false, by the witness of the page (p = 2, k = 2) and by a* = 1 for every k >= 1 and p
   >= 2; and it is false of every other point, too: from the threshold on only the teacher itself is a
   local minimum.
   Not formalised: nothing of it. The repaired statement is landscape.LocalMinimality/S1. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.OutputGradient model.Teacher.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.HalfSpaceMinimum landscape.LocalMinimality.
From Lemmata Require Import landscape.CriticalPoints landscape.CriticalPoints_minima.
Open Scope R_scope.

Lemma ones_nonzero k : (1 <= k)%nat -> ~ agree k (fun _ => 1) (fun _ => 0).
Proof. intros H A. assert (E := A 0%nat H). simpl in E. lra. Qed.

Lemma alignment_of_ones k : dot k (spurious k (fun _ => 1)) (fun _ => 1) = INR k * (INR k - 1) / (PI - 1 +
  INR k).
Proof.
assert (P := PI_above_3). assert (D := size_pos k). rewrite S4_alignment, dot_ones_r, sum_const. field. lra.
Qed.

Lemma S6_refuted_by_ones p k v :
  (2 <= p)%nat -> (1 <= k)%nat -> norm p v = 1 ->
  ~ local_minimum p k v (fun _ => 1) (opposite v) (spurious k (fun _ => 1)).
Proof.
intros Hp Hk V. apply no_minimum_otherwise; [exact Hp|exact V|now apply ones_nonzero|].
rewrite alignment_of_ones. assert (K := size_at_least_1 k Hk). assert (D := size_pos k).
apply Rmult_le_pos; [nra|now apply Rlt_le, Rinv_0_lt_compat].
Qed.

Lemma S6_refuted_by_the_witness v :
  norm 2 v = 1 ->
  q 2 (fun _ => 1) > 1 + (INR 2 - 1) / PI /\ dot 2 (spurious 2 (fun _ => 1)) (fun _ => 1) = 2 / (PI + 1) /\
  ~ local_minimum 2 2 v (fun _ => 1) (opposite v) (spurious 2 (fun _ => 1)).
Proof.
intros V. assert (P := PI_above_3). split; [|split].
- unfold q, dot. simpl. apply Rlt_gt, Rmult_lt_reg_r with PI; [lra|]. field_simplify; lra.
- rewrite alignment_of_ones. simpl. field. lra.
- apply S6_refuted_by_ones; [lia|lia|exact V].
Qed.

Lemma S6_refuted :
  ~ (forall p k v b, (1 <= p)%nat -> (1 <= k)%nat -> norm p v = 1 -> ~ agree k b (fun _ => 0) ->
       local_minimum p k v b (opposite v) (spurious k b)).
Proof.
intros H. assert (V : norm 2 (basis 0) = 1).
{ apply norm_of_dot. rewrite dot_basis by lia. reflexivity. }
apply (S6_refuted_by_ones 2 2 (basis 0) (le_n 2) (le_S 1 1 (le_n 1)) V).
apply H; [lia|lia|exact V|apply ones_nonzero; lia].
Qed.

(* No point at all: from the threshold on every local minimum is the teacher. *)
Lemma dist_ext n u u' x x' : agree n u u' -> agree n x x' -> dist n u x = dist n u' x'.
Proof. intros U X. apply norm_ext. intros i Hi. now rewrite (U i Hi), (X i Hi). Qed.

Lemma local_minimum_ext p k v b w w' a a' :
  agree p w w' -> agree k a a' -> local_minimum p k v b w a -> local_minimum p k v b w' a'.
Proof.
intros W A [eps [E M]]. exists eps. split; [exact E|]. intros x y X Dx Dy.
rewrite <- (loss_ext p k w w' a a' v b W A). apply M; [exact X| |].
- now rewrite (dist_ext p x x w w' (fun i _ => eq_refl) W).
- now rewrite (dist_ext k y y a a' (fun i _ => eq_refl) A).
Qed.

Lemma S6_no_spurious_local_minimum p k v b w a :
  (2 <= p)%nat -> (1 <= k)%nat -> norm p v = 1 -> ~ agree k b (fun _ => 0) -> 1 + (INR k - 1) / PI <= q k b ->
  norm p w = 1 -> local_minimum p k v b w a -> agree p w v /\ agree k a b.
Proof.
intros Hp Hk V H Q W M. destruct (local_minima p k w a v b W V H M) as [C|[A B]]; [exact C|].
exfalso. apply (local_minimum_ext p k v b _ _ _ _ A B) in M.
apply (S1_iff_q p k v b Hp Hk V H) in M. lra.
Qed.
