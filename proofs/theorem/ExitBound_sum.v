(* The contracted sum of steps whose law may depend on the whole past.

   walk eta lambda h   u after the steps h, the last one first: u' = (1 - eta lambda) u + eta x
   expect K n h F      the mean of F over n more steps after h; K h, the law of a step, is chosen by the past
   limit               eta V / lambda (2 - eta lambda)

   Formalised: S2, for theta of either sign, and the exact variance.
   Not formalised: laws for which only some functions have a mean. *)
From Coq Require Import Reals Lra Lia Psatz List FunctionalExtensionality.
From Lemmata Require Import num.Vectors theorem.ExitBound.
Open Scope R_scope.

(* S2: the contracted sum. *)
Fixpoint walk (eta lambda : R) (h : list R) : R :=
  match h with nil => 0 | cons x past => (1 - eta * lambda) * walk eta lambda past + eta * x end.
Fixpoint expect (K : list R -> law) (n : nat) (h : list R) (F : list R -> R) : R :=
  match n with O => F h | S m => K h (fun x => expect K m (cons x h) F) end.
Definition limit (eta lambda V : R) : R := eta * V / (lambda * (2 - eta * lambda)).

Lemma expect_le C K F G : (forall h, mean_on C (K h)) -> (forall h, F h <= G h) ->
  forall n h, expect K n h F <= expect K n h G.
Proof.
intros M H n. induction n as [|n IH]; intros h; simpl; [apply H|].
apply (M h). intros x _. apply IH.
Qed.

Lemma expect_lin C K F G a b : (forall h, mean_on C (K h)) ->
  forall n h, expect K n h (fun o => a * F o + b * G o) = a * expect K n h F + b * expect K n h G.
Proof.
intros M n. induction n as [|n IH]; intros h; simpl; [reflexivity|].
rewrite <- (proj1 (proj2 (M h))). f_equal. apply functional_extensionality. intros x. apply IH.
Qed.

Lemma geometric_sum r n : r <> 1 -> sum n (fun j => r ^ j) = (1 - r ^ n) / (1 - r).
Proof. intros H. induction n as [|n IH]; simpl; [field; lra|]. rewrite IH. field. lra. Qed.

Lemma S2_geometric_sum (a : R) (n : nat) : 0 < a <= 1 ->
  sum n (fun j => ((1 - a) ^ 2) ^ j) = (1 - ((1 - a) ^ 2) ^ n) / (a * (2 - a)) /\
  sum n (fun j => ((1 - a) ^ 2) ^ j) <= / (a * (2 - a)).
Proof.
intros H. assert (E : sum n (fun j => ((1 - a) ^ 2) ^ j) = (1 - ((1 - a) ^ 2) ^ n) / (a * (2 - a))).
{ rewrite geometric_sum by nra. f_equal. ring. }
split; [exact E|]. rewrite E. unfold Rdiv. rewrite <- (Rmult_1_l (/ (a * (2 - a)))) at 2.
assert (0 < / (a * (2 - a))) by (apply Rinv_0_lt_compat; nra).
apply Rmult_le_compat_r; [lra|]. assert (0 <= ((1 - a) ^ 2) ^ n) by (apply pow_le, pow2_ge_0). lra.
Qed.

Lemma power_below_1 q n : 0 <= q <= 1 -> 0 <= q ^ n <= 1.
Proof. intros H. induction n as [|n IH]; simpl; [lra|nra]. Qed.

(* Step j from the end meets theta (1 - eta lambda)^j. *)
Lemma sum_of_n_steps eta lambda V C theta K : 0 <= eta -> 0 < eta * lambda <= 1 ->
  (forall h, noise V C (K h)) -> Rabs theta * eta * C < 3 -> forall n h,
  expect K n h (fun o => exp (theta * walk eta lambda o)) <=
  exp (theta * (1 - eta * lambda) ^ n * walk eta lambda h
       + sum n (fun j => ((1 - eta * lambda) ^ 2) ^ j) * log_moment (Rabs theta) (eta ^ 2 * V) (eta * C)).
Proof.
intros He Ha N T. set (a := eta * lambda) in *. set (q := 1 - a). assert (Q : 0 <= q <= 1) by (unfold q; lra).
assert (V0 := variance_nonneg V C _ (N nil)).
assert (P : forall n h, expect K n h (fun o => exp (theta * walk eta lambda o)) <=
  exp (theta * q ^ n * walk eta lambda h + sum n (fun j => (q ^ 2) ^ j) * log_moment (Rabs theta) (eta ^ 2 *
    V)
    (eta * C))); [|intros n h; apply P].
induction n as [|n IH]; intros h; [simpl; right; f_equal; ring|]. change (sum (S n) _) with (sum n (fun j =>
  (q ^ 2) ^ j) + (q ^ 2) ^ n). simpl expect.
set (B := sum n (fun j => (q ^ 2) ^ j) * _) in *. set (d := theta * q ^ n). assert (W := power_below_1 q n Q).
apply Rle_trans with (K h (fun x => exp (d * q * walk eta lambda h + B) * exp (d * eta * x))).
- apply (proj1 (N h)). intros x _. apply Rle_trans with (1 := IH (cons x h)). right. rewrite <- exp_plus.
  f_equal. simpl walk. fold a q. unfold d. ring.
- rewrite (mean_scal C (K h)) by apply N.
  assert (A : Rabs (d * eta) = Rabs theta * eta * q ^ n).
  { unfold d. rewrite !Rabs_mult, (Rabs_right eta), (Rabs_right (q ^ n)) by lra. ring. }
  assert (C0 : 0 <= C).
  { destruct (Rle_dec 0 C) as [|F]; [easy|]. destruct (N nil) as [[E1 [_ M]] _].
    assert (Z := M (fun _ => 1) (fun _ => 0)). rewrite E1, (mean_const C _ 0 (proj1 (N nil))) in Z.
    enough (1 <= 0) by lra. apply Z. intros x X. assert (R := Rabs_pos x). lra. }
  assert (T0 := Rabs_pos theta). assert (G : 0 <= Rabs theta * eta * C) by (repeat apply Rmult_le_pos; lra).
  assert (L : Rabs theta * eta * q ^ n * C <= Rabs theta * eta * C).
  { replace (Rabs theta * eta * q ^ n * C) with (Rabs theta * eta * C * q ^ n) by ring. nra. }
  apply Rle_trans with (exp (d * q * walk eta lambda h + B) * exp (log_moment (Rabs (d * eta)) V C)).
  + apply Rmult_le_compat_l; [left; apply exp_pos|]. apply S1_one_step; [apply N|rewrite A; lra].
  + rewrite <- exp_plus. assert (I : log_moment (Rabs (d * eta)) V C <=
      (q ^ 2) ^ n * log_moment (Rabs theta) (eta ^ 2 * V) (eta * C)).
    { unfold log_moment. rewrite A. replace (Rabs theta * (eta * C)) with (Rabs theta * eta * C) by ring.
      replace ((q ^ 2) ^ n * (Rabs theta ^ 2 * (eta ^ 2 * V) / (2 * (1 - Rabs theta * eta * C / 3))))
        with ((Rabs theta * eta * q ^ n) ^ 2 * V * / (2 * (1 - Rabs theta * eta * C / 3))).
      - apply Rmult_le_compat_l; [apply Rmult_le_pos; [apply pow2_ge_0|exact V0]|].
        apply Rinv_le_contravar; lra.
      - rewrite <- pow_mult, (Nat.mul_comm 2 n), pow_mult. field. lra. }
    destruct (Rle_lt_or_eq_dec _ _ (Rplus_le_compat_l (d * q * walk eta lambda h + B) _ _ I)) as [X|X].
    * left. apply Rlt_le_trans with (1 := exp_increasing _ _ X). right. f_equal. unfold B, d. change (q ^ S
      n) with (q * q ^ n). ring.
    * right. rewrite X. f_equal. unfold B, d. change (q ^ S n) with (q * q ^ n). ring.
Qed.

Lemma S2_contracted_sum (eta lambda V C theta : R) (K : list R -> law) (n : nat) :
  0 < eta -> 0 < lambda -> eta * lambda <= 1 -> (forall h, noise V C (K h)) -> Rabs theta * eta * C < 3 ->
  expect K n nil (fun o => exp (theta * walk eta lambda o)) <=
  exp (log_moment (Rabs theta) (limit eta lambda V) (eta * C)).
Proof.
intros He Hl Ha N T. assert (P : 0 < eta * lambda <= 1) by (split; [now apply Rmult_lt_0_compat|easy]).
apply Rle_trans with (1 := sum_of_n_steps eta lambda V C theta K ltac:(lra) P N T n nil).
assert (V0 := variance_nonneg V C _ (N nil)).
assert (I : theta * (1 - eta * lambda) ^ n * walk eta lambda nil +
  sum n (fun j => ((1 - eta * lambda) ^ 2) ^ j) * log_moment (Rabs theta) (eta ^ 2 * V) (eta * C) <=
  log_moment (Rabs theta) (limit eta lambda V) (eta * C)).
{ simpl walk. rewrite Rmult_0_r, Rplus_0_l.
  apply Rle_trans with (/ (eta * lambda * (2 - eta * lambda)) * log_moment (Rabs theta) (eta ^ 2 * V) (eta *
    C)).
  - apply Rmult_le_compat_r; [|now apply S2_geometric_sum]. unfold log_moment. apply Rle_mult_inv_pos; [|lra].
    apply Rmult_le_pos; [apply pow2_ge_0|]. apply Rmult_le_pos; [apply pow2_ge_0|exact V0].
  - right. unfold log_moment, limit. field. repeat split; nra. }
destruct I as [I|I]; [left; now apply exp_increasing|rewrite I; lra].
Qed.

Lemma S2_variance (eta lambda V C : R) (K : list R -> law) (n : nat) : 0 < eta -> 0 < lambda ->
  eta * lambda <= 1 -> (forall h, noise V C (K h)) -> (forall h, K h (fun x => x * x) = V) ->
  expect K n nil (fun o => walk eta lambda o ^ 2) = limit eta lambda V * (1 - (1 - eta * lambda) ^ (2 * n)).
Proof.
intros He Hl Ha N Q.
assert (P : forall h, expect K n h (fun o => walk eta lambda o ^ 2) =
  (1 - eta * lambda) ^ (2 * n) * walk eta lambda h ^ 2 + limit eta lambda V * (1 - (1 - eta * lambda) ^ (2 *
    n))).
{ rewrite pow_mult. set (q := 1 - eta * lambda). induction n as [|n IH]; intros h; [simpl; ring|]. simpl
  expect.
  set (u := walk eta lambda h). set (b := limit eta lambda V * (1 - (q ^ 2) ^ n)).
  transitivity (K h (fun x => 1 * (1 * ((q ^ 2) ^ n * (q * u) ^ 2 + b) + 2 * q * u * eta * (q ^ 2) ^ n * x)
    + (q ^ 2) ^ n * eta ^ 2 * (x * x))).
  { f_equal. apply functional_extensionality. intros x. rewrite IH. unfold b. simpl walk. fold q u. ring. }
  assert (L := proj1 (proj2 (proj1 (N h)))). rewrite L, (mean_plus C), !(mean_scal C), (mean_const C) by
    apply N.
  rewrite (proj1 (proj2 (N h))), Q. unfold b, limit, q. simpl pow. field. split; nra. }
rewrite P. simpl walk. ring.
Qed.
