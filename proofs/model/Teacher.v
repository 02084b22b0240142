(* The alignment of the teacher's output weights with 1.

   b   the teacher's output weights, a* in the paper      k   number of patches
   q = (1^T b)^2 / b^T b

   Formalised: S2, 0 <= q <= k with both cases of equality, for every k.
   Not formalised: S1, which speaks of the constructor. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Definition q (k : nat) (b : vec) : R := (sum k b) ^ 2 / dot k b b.

Lemma dot_pos k b : ~ agree k b (fun _ => 0) -> 0 < dot k b b.
Proof.
intros H. assert (Q := dot_nonneg k b). destruct (Req_dec (dot k b b) 0) as [E|E]; [|lra].
exfalso. apply H. intros i Hi. exact (dot_zero k b E i Hi).
Qed.

(* k b^T b - (1^T b)^2 is the squared distance from the mean, up to the factor k. *)
Lemma variance k b :
  dot k (lin (INR k) b (- sum k b) (fun _ => 1)) (lin (INR k) b (- sum k b) (fun _ => 1)) =
  INR k * (INR k * dot k b b - (sum k b) ^ 2).
Proof. rewrite dot_lin_sq, (dot_ones_r k 1 b), (dot_ones_r k 1), sum_const. ring. Qed.

Lemma S2_q_at_least_0 k b : ~ agree k b (fun _ => 0) -> 0 <= q k b.
Proof.
intros H. apply Rmult_le_pos; [apply pow2_ge_0|]. apply Rlt_le, Rinv_0_lt_compat, dot_pos, H.
Qed.

Lemma S2_q_at_most_k k b : ~ agree k b (fun _ => 0) -> q k b <= INR k.
Proof.
intros H. assert (P := dot_pos k b H). apply Rmult_le_reg_r with (dot k b b); [exact P|].
unfold q, Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
assert (S := sum_sq_le k b). lra.
Qed.

Lemma S2_q_is_0_iff k b : ~ agree k b (fun _ => 0) -> (q k b = 0 <-> sum k b = 0).
Proof.
intros H. assert (P := dot_pos k b H). unfold q. split; intros E.
- apply Rmult_eq_compat_r with (r := dot k b b) in E. unfold Rdiv in E.
  rewrite Rmult_assoc, Rinv_l in E by lra. nra.
- rewrite E. field. lra.
Qed.

Lemma q_is_k k b : ~ agree k b (fun _ => 0) -> (q k b = INR k <-> (sum k b) ^ 2 = INR k * dot k b b).
Proof.
intros H. assert (P := dot_pos k b H). unfold q. split; intros E.
- rewrite <- E. field. lra.
- rewrite E. field. lra.
Qed.

Lemma S2_q_is_k_iff k b :
  ~ agree k b (fun _ => 0) -> (q k b = INR k <-> exists c, c <> 0 /\ agree k b (fun _ => c)).
Proof.
intros H. rewrite (q_is_k k b H). split.
- intros E. assert (V := variance k b). rewrite E, Rminus_eq_0, Rmult_0_r in V.
  assert (K : INR k <> 0).
  { intros Z. apply H. intros i Hi. apply (INR_eq k 0) in Z. lia. }
  assert (A : agree k b (fun _ => sum k b / INR k)).
  { intros i Hi. assert (Z := dot_zero k _ V i Hi). unfold lin in Z.
    apply Rmult_eq_reg_l with (INR k); [|exact K]. replace (INR k * (sum k b / INR k)) with (sum k b) by
    (field; exact K). lra. }
  exists (sum k b / INR k). split; [|exact A].
  intros Z. apply H. intros i Hi. rewrite (A i Hi). exact Z.
- intros [c [_ A]]. rewrite (sum_ext k b (fun _ => c) A), (dot_ext k b (fun _ => c) b (fun _ => c) A A).
  rewrite dot_ones_r, !sum_const. ring.
Qed.

Lemma S2_one_patch b : b 0%nat <> 0 -> q 1 b = 1.
Proof.
intros H. unfold q, dot. simpl. field. exact H.
Qed.
