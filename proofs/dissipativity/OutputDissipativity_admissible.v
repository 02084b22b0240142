(* The c_a for which there is a gamma_a of C2.

   ray            the form along the line a* + t u
   contrast       (1, -1, 0, ..., 0), a direction across 1

   Formalised: S2's iff, every k >= 1, all a* (multiples of 1 and 0 included): a finite gamma_a serves iff c_a
   is below the limit, or at it with no pull in its eigenspace.
   Not formalised: nothing of that; the smallest gamma_a is in OutputDissipativity_slack.v. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions dissipativity.OutputDissipativity.
From Lemmata Require Import dissipativity.OutputDissipativity_slack.
Open Scope R_scope.

(* Outside the admissible c_a: along a line through a* the form is a quadratic without lower bound. *)
Lemma affine_unbounded x y : x <> 0 -> exists t, t * x < y.
Proof. intros N. exists ((y - 1) / x). replace ((y - 1) / x * x) with (y - 1) by now field. lra. Qed.

Lemma quadratic_unbounded x y z : x < 0 -> exists t, x * t ^ 2 + y * t < z.
Proof.
intros N. set (v := Rabs z / - x + 1). assert (0 <= Rabs z / - x) by (apply Rmult_le_pos; [apply
  Rabs_pos|left; apply Rinv_0_lt_compat; lra]).
assert (V : x * v ^ 2 < z).
{ assert (V1 : v <= v ^ 2) by (unfold v; nra). assert (x * v = - Rabs z + x) by (unfold v; field; lra).
  assert (A := Rle_abs (- z)). rewrite Rabs_Ropp in A. nra. }
destruct (Rle_or_lt 0 y); [exists (- v)|exists v]; unfold v in *; nra.
Qed.

Lemma ray k m2 m1 h ca b u t : (1 <= k)%nat -> let a := fun i => b i + t * u i in
  inner_a k m2 m1 h a b - ca * dot k (gap a b) (gap a b) =
  ((stiffness_along k m2 - ca) * along k u ^ 2
   + (stiffness_across m2 - ca) * dot k (across k u) (across k u)) * t ^ 2
  + (pull_along k m2 m1 h b * along k u + b_across m2 m1 h / (2 * PI) * dot k (across k u) (across k b)) * t.
Proof.
intros H a. rewrite inner_a_across, (dot_split k (gap a b)) by easy.
assert (S : sum k (gap a b) = t * sum k u).
{ rewrite <- sum_scal. apply sum_ext. intros i _. unfold gap, a. ring. }
assert (C : agree k (across k (gap a b)) (fun i => t * across k u i)).
{ intros i _. unfold across. rewrite S. unfold gap, a, Rdiv. ring. }
rewrite (dot_ext k _ _ _ _ C C), (dot_ext k _ _ (across k b) _ C), !dot_scal_l, dot_scal_r by easy.
unfold along. rewrite S. unfold Rdiv. ring.
Qed.

Lemma no_gamma k m2 m1 h ca b u : (1 <= k)%nat ->
  let x := (stiffness_along k m2 - ca) * along k u ^ 2
           + (stiffness_across m2 - ca) * dot k (across k u) (across k u) in
  let y := pull_along k m2 m1 h b * along k u
           + b_across m2 m1 h / (2 * PI) * dot k (across k u) (across k b) in
  x < 0 \/ x = 0 /\ y <> 0 -> forall gamma, ~ C2 k m2 m1 h ca gamma b.
Proof.
intros H x y N gamma C. assert (exists t, x * t ^ 2 + y * t < - gamma) as [t T].
{ destruct N as [N|[-> N]]; [now apply quadratic_unbounded|].
  destruct (affine_unbounded y (- gamma) N) as [t T]. exists t. lra. }
specialize (C (fun i => b i + t * u i)). assert (R := ray k m2 m1 h ca b u t H). cbv zeta in R.
fold x y in R. lra.
Qed.

(* A direction across 1 when k >= 2: (1, -1, 0, ..., 0). *)
Definition contrast : vec := fun i => match i with 0%nat => 1 | 1%nat => -1 | _ => 0 end.

Lemma contrast_across k : (2 <= k)%nat -> along k contrast = 0 /\ 0 < dot k (across k contrast) (across k
  contrast).
Proof.
intros H. assert (S : sum k contrast = 0 /\ dot k contrast contrast = 2).
{ induction k as [|[|[|k]] IH]; try lia; [unfold dot, contrast; simpl; lra|].
  destruct IH as [I J]; [lia|]. unfold dot in *. remember (S (S k)) as m. simpl. rewrite I, J. subst m.
  simpl. lra. }
destruct S as [S D]. rewrite dot_across, dot_sym, dot_across_l, D by lia. unfold along. rewrite S.
unfold Rdiv. lra.
Qed.

Lemma above_limit k m2 m1 h ca b : (1 <= k)%nat -> limit k m2 < ca -> forall gamma, ~ C2 k m2 m1 h ca gamma b.
Proof.
intros H L. destruct k as [|[|k]]; [lia| |].
- apply (no_gamma 1 m2 m1 h ca b (fun _ => 1)); [easy|left]. rewrite one_across. unfold along. simpl in *.
  rewrite sqrt_1. lra.
- destruct (contrast_across (S (S k))) as [A B]; [lia|]. simpl in L.
  apply (no_gamma _ m2 m1 h ca b contrast); [easy|left]. rewrite A. nra.
Qed.

Lemma across_twice k b : (1 <= k)%nat -> agree k (across k (across k b)) (across k b).
Proof. intros H i _. unfold across at 1. rewrite sum_across by easy. unfold Rdiv. ring. Qed.

Lemma at_limit k m2 m1 h b : (1 <= k)%nat -> pull_at_limit k m2 m1 h b <> 0 ->
  forall gamma, ~ C2 k m2 m1 h (limit k m2) gamma b.
Proof.
intros H N. destruct k as [|[|k]]; [lia| |]; unfold pull_at_limit, limit in *.
- apply (no_gamma 1 m2 m1 h _ b (fun _ => 1)); [easy|right].
  rewrite <- (e_2_a_2 1 b), a_2_one, one_across by easy. unfold along at 1 2. simpl. rewrite sqrt_1. lra.
- apply (no_gamma _ m2 m1 h _ b (across (S (S k)) b)); [easy|right].
  assert (T := across_twice (S (S k)) b H). rewrite (dot_ext _ _ _ _ _ T T).
  rewrite (dot_ext _ _ _ (across (S (S k)) b) _ T ltac:(easy)), <- a_2_sq.
  unfold along at 1 2. rewrite sum_across by easy. unfold pull_across in N. split; [unfold Rdiv; ring|].
  intros Z. apply N. set (a := a_2 (S (S k)) b) in *.
  assert (E : b_across m2 m1 h * a / (2 * PI) * a = 0) by (rewrite <- Z; unfold Rdiv; ring).
  destruct (Rmult_integral _ _ E) as [|A]; [easy|rewrite A; unfold Rdiv; ring].
Qed.

Lemma at_limit_free k m2 m1 h b : (1 <= k)%nat -> 0 < m2 -> pull_at_limit k m2 m1 h b = 0 ->
  exists gamma, C2 k m2 m1 h (limit k m2) gamma b.
Proof.
intros H H2 N. assert (O := stiffness_order k m2 H H2).
destruct k as [|[|k]]; [lia| |]; unfold pull_at_limit, limit in *.
- exists 0. intros a. rewrite inner_a_across, (dot_split 1 (gap a b) (gap a b)), N by easy.
  rewrite <- (e_2_a_2 1 b), a_2_one, one_across by easy. nra.
- exists (slack (S (S k)) m2 m1 h (stiffness_across m2) b). intros a.
  assert (Q := squares _ m2 m1 h (stiffness_across m2) a b H ltac:(lra) (or_introl N)). cbv zeta in Q.
  assert (A := pow2_ge_0 (along (S (S k)) (gap (gap a b) (worst (S (S k)) m2 m1 h (stiffness_across m2) b)))).
  nra.
Qed.

Lemma S2_admissible k m2 m1 h ca b : (1 <= k)%nat -> 0 < m2 ->
  ((exists gamma, C2 k m2 m1 h ca gamma b) <->
   ca < limit k m2 \/ ca = limit k m2 /\ pull_at_limit k m2 m1 h b = 0).
Proof.
intros H H2. split.
- intros [gamma C]. destruct (Rtotal_order ca (limit k m2)) as [L|[L|L]]; [now left|right|].
  + split; [easy|]. destruct (Req_dec (pull_at_limit k m2 m1 h b) 0) as [Z|Z]; [easy|].
    rewrite L in C. now apply at_limit in C.
  + now apply above_limit in C.
- intros [L|[-> Z]]; [|now apply at_limit_free]. exists (slack k m2 m1 h ca b).
  apply S2_smallest_gamma; try easy; lra.
Qed.
