(* How likely a contracted sum of noise leaves [-U, U] within N steps, if its bounds are known inside only.

   walk, expect, noise, limit    as in ExitBound.v, ExitBound_sum.v
   stop h                        the run is over after the steps h, the time tau
   inside U stop h               not stopped and |u| <= U after h and after every past of it
   exit n h                      probability that |u| > U at some time of the next n steps up to tau
   exponent v c U                U^2 / 2(v + c U);  tilt v c U  its theta, U / (v + c U)

   Formalised: S3 for 0 < V and 0 < U; the past chooses each law, and of those outside nothing is assumed.
   Not formalised: V = 0, where no step moves u; U = 0, where the bound is at least 2 N. *)
From Coq Require Import Reals Lra Lia Psatz List Bool FunctionalExtensionality.
From Lemmata Require Import num.Vectors theorem.ExitBound theorem.ExitBound_sum.
Open Scope R_scope.

Definition exponent (v c U : R) : R := U ^ 2 / (2 * (v + c * U)).
Definition tilt (v c U : R) : R := U / (v + c * U).

(* At the tilt Markov's bound is the exponent. *)
Lemma S3_exponent (v c U : R) : 0 < v -> 0 <= c -> 0 < U ->
  0 < tilt v c U /\ c * tilt v c U < 1 /\
  tilt v c U * U - tilt v c U ^ 2 * v / (2 * (1 - c * tilt v c U)) = exponent v c U.
Proof.
intros V C H. assert (0 <= c * U) by (apply Rmult_le_pos; lra). unfold exponent, tilt. repeat split.
- apply Rdiv_lt_0_compat; lra.
- apply Rmult_lt_reg_r with (v + c * U); [lra|]. replace (c * (U / (v + c * U)) * (v + c * U)) with (c * U)
  by (field; lra). lra.
- field. repeat split; lra.
Qed.

Definition beyond (eta lambda U : R) (h : list R) : bool :=
  if Rlt_dec U (Rabs (walk eta lambda h)) then true else false.
Fixpoint inside (eta lambda U : R) (stop : list R -> bool) (h : list R) : bool :=
  negb (stop h) && negb (beyond eta lambda U h)
  && match h with nil => true | cons _ past => inside eta lambda U stop past end.
Fixpoint exit (eta lambda U : R) (stop : list R -> bool) (K : list R -> law) (n : nat) (h : list R) : R :=
  if beyond eta lambda U h then 1 else if stop h then 0 else
  match n with O => 0 | S m => K h (fun x => exit eta lambda U stop K m (cons x h)) end.

(* The run that goes on without noise once it is not inside. *)
Definition quiet : law := fun f => f 0.
Definition stopped eta lambda U stop (K : list R -> law) (h : list R) : law :=
  if inside eta lambda U stop h then K h else quiet.
Definition out eta lambda U (h : list R) : R := if beyond eta lambda U h then 1 else 0.

Lemma quiet_noise V C : 0 <= V -> 0 <= C -> noise V C quiet.
Proof.
intros HV HC. unfold noise, mean_on, quiet. repeat split; try lra. intros f g H. apply H. now rewrite Rabs_R0.
Qed.

Lemma stopped_noise eta lambda U stop K V C : 0 <= V -> 0 <= C ->
  (forall h, inside eta lambda U stop h = true -> noise V C (K h)) ->
  forall h, noise V C (stopped eta lambda U stop K h).
Proof.
intros HV HC N h. unfold stopped. destruct (inside eta lambda U stop h) eqn:E; [now apply N|now apply
  quiet_noise].
Qed.

(* Markov's bound at one time. *)
Lemma out_below_two_exponentials eta lambda U theta h : 0 <= theta -> out eta lambda U h <=
  exp (- (theta * U)) * exp (theta * walk eta lambda h) + exp (- (theta * U)) * exp (- theta * walk eta
    lambda h).
Proof.
intros T. rewrite <- !exp_plus. unfold out, beyond. set (u := walk eta lambda h).
assert (A := exp_pos (- (theta * U) + theta * u)). assert (B := exp_pos (- (theta * U) + - theta * u)).
destruct (Rlt_dec U (Rabs u)) as [H|H]; [|lra]. unfold Rabs in H. destruct (Rcase_abs u).
- assert (Q := exp_ineq1_le (- (theta * U) + - theta * u)). assert (0 <= theta * (- u - U)) by (apply
  Rmult_le_pos; lra). lra.
- assert (Q := exp_ineq1_le (- (theta * U) + theta * u)). assert (0 <= theta * (u - U)) by (apply
  Rmult_le_pos; lra). lra.
Qed.

Lemma out_at_one_time eta lambda U V C K n : 0 < eta -> 0 < lambda -> eta * lambda <= 1 -> 0 < U -> 0 < V ->
  0 <= C ->
  (forall h, noise V C (K h)) ->
  expect K n nil (out eta lambda U) <= 2 * exp (- exponent (limit eta lambda V) (eta * C / 3) U).
Proof.
intros He Hl Ha HU HV HC N. set (v := limit eta lambda V). set (c := eta * C / 3).
assert (P : 0 < eta * lambda) by (now apply Rmult_lt_0_compat).
assert (Hv : 0 < v) by (unfold v, limit; apply Rdiv_lt_0_compat; apply Rmult_lt_0_compat; lra).
assert (Hc : 0 <= c) by (unfold c; apply Rle_mult_inv_pos; [apply Rmult_le_pos|]; lra).
destruct (S3_exponent v c U Hv Hc HU) as [T [Tc E]]. set (theta := tilt v c U) in *.
assert (A : Rabs theta = theta) by (apply Rabs_right; lra).
assert (B : Rabs (- theta) = theta) by (now rewrite Rabs_Ropp).
assert (M : forall h, mean_on C (K h)) by (intros h; apply N).
apply Rle_trans with (1 := expect_le C K _ _ M (fun h => out_below_two_exponentials eta lambda U theta h
  (Rlt_le _ _ T)) n nil).
rewrite (expect_lin C K (fun h => exp (theta * walk eta lambda h))) by exact M.
assert (S : theta * eta * C < 3) by (unfold c in Tc; lra).
assert (Q1 := S2_contracted_sum eta lambda V C theta K n He Hl Ha N ltac:(rewrite A; exact S)).
assert (Q2 := S2_contracted_sum eta lambda V C (- theta) K n He Hl Ha N ltac:(rewrite B; exact S)).
rewrite A in Q1. rewrite B in Q2. fold v in Q1, Q2. assert (X := exp_pos (- (theta * U))).
replace (exp (- exponent v c U)) with (exp (- (theta * U)) * exp (log_moment theta v (eta * C))).
- nra.
- rewrite <- exp_plus. f_equal. rewrite <- E. unfold log_moment, c. field. unfold c in Tc. lra.
Qed.

Lemma sum_shift n (f : nat -> R) : sum (S n) f = f 0%nat + sum n (fun t => f (S t)).
Proof. induction n as [|n IH]; [simpl; ring|]. change (sum (S (S n)) f) with (sum (S n) f + f (S n)).
  rewrite IH. simpl. ring. Qed.

Lemma mean_sum C E (F : nat -> R -> R) n : mean_on C E ->
  E (fun x => sum n (fun t => F t x)) = sum n (fun t => E (F t)).
Proof.
intros M. induction n as [|n IH]; simpl; [now apply (mean_const C)|]. now rewrite <- IH, <- (mean_plus C E).
Qed.

Lemma out_nonneg C eta lambda U K n h : (forall h, mean_on C (K h)) -> 0 <= expect K n h (out eta lambda U).
Proof.
intros M. revert h. induction n as [|n IH]; intros h; simpl; [unfold out; destruct beyond; lra|].
rewrite <- (mean_const C (K h) 0 (M h)) at 1. apply (M h). intros x _. apply IH.
Qed.

(* An exit of the run is one of the stopped run, at the same time. *)
Lemma exit_below_sum C eta lambda U stop K :
  (forall h, mean_on C (stopped eta lambda U stop K h)) ->
  forall n h, match h with nil => true | cons _ past => inside eta lambda U stop past end = true ->
  exit eta lambda U stop K n h <= sum (S n) (fun t => expect (stopped eta lambda U stop K) t h (out eta
    lambda U)).
Proof.
intros M. set (K' := stopped eta lambda U stop K) in *.
assert (Z : forall n h, 0 <= sum n (fun t => expect K' t h (out eta lambda U))).
{ intros n h. apply sum_nonneg. intros t _. now apply (out_nonneg C). }
assert (Z' : forall n h, 0 <= sum n (fun t => expect K' (S t) h (out eta lambda U))).
{ intros n h. apply sum_nonneg. intros t _. now apply (out_nonneg C). }
assert (B : forall n h, beyond eta lambda U h = true ->
  1 <= sum (S n) (fun t => expect K' t h (out eta lambda U))).
{ intros n h E. rewrite sum_shift. specialize (Z' n h). simpl expect at 1. unfold out at 1. rewrite E. lra. }
induction n as [|n IH]; intros h H; simpl exit; destruct (beyond eta lambda U h) eqn:E; try (now apply B);
  destruct (stop h) eqn:F; try apply Z.
rewrite sum_shift. assert (I : inside eta lambda U stop h = true).
{ destruct h; simpl inside; rewrite E, F; simpl; [reflexivity|exact H]. }
assert (G : K' h = K h) by (unfold K', stopped; now rewrite I).
apply Rle_trans with (sum (S n) (fun t => expect K' (S t) h (out eta lambda U))).
- simpl expect. rewrite <- (mean_sum C (K' h) (fun t x => expect K' t (cons x h) (out eta lambda U))) by
  apply M.
  rewrite <- G. apply (M h). intros x _. now apply IH.
- assert (0 <= expect K' 0 h (out eta lambda U)) by now apply (out_nonneg C). lra.
Qed.

Lemma S3_exit (eta lambda U V C : R) (stop : list R -> bool) (K : list R -> law) (N : nat) :
  0 < eta -> 0 < lambda -> eta * lambda <= 1 -> 0 < U -> 0 < V -> 0 <= C ->
  (forall h, inside eta lambda U stop h = true -> noise V C (K h)) ->
  exit eta lambda U stop K N nil <= 2 * INR N * exp (- exponent (limit eta lambda V) (eta * C / 3) U).
Proof.
intros He Hl Ha HU HV HC L. assert (Q := stopped_noise eta lambda U stop K V C (Rlt_le _ _ HV) HC L).
apply Rle_trans with (1 := exit_below_sum C eta lambda U stop K (fun h => proj1 (Q h)) N nil eq_refl).
rewrite sum_shift. set (b := exp _). replace (2 * INR N * b) with (0 + sum N (fun _ => 2 * b))
  by (rewrite sum_const; ring).
apply Rplus_le_compat.
- simpl. unfold out, beyond. simpl. rewrite Rabs_R0. destruct (Rlt_dec U 0); lra.
- apply sum_le. intros t _. now apply out_at_one_time.
Qed.
