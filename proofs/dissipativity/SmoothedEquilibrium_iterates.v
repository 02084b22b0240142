(* The mean a-step at fixed w, iterated: it goes to a_infinity iff the step size is small.

   step      a - eta E grad_a L; on a - a_infinity it multiplies the part along 1 and the part across 1

   Formalised: S1's last sentence. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions dissipativity.OutputDissipativity
  dissipativity.OutputDissipativity_slack.
From Lemmata Require Import dissipativity.SmoothedEquilibrium.
Open Scope R_scope.

Definition step (k : nat) (m2 m1 h eta : R) (b a : vec) : vec := fun i => a i - eta * smoothed_a k m2 m1 h a
  b i.

Lemma step_from_equilibrium k m2 m1 h eta b a i : (1 <= k)%nat -> 0 < m2 ->
  let e := gap a (equilibrium k m2 m1 h b) in
  step k m2 m1 h eta b a i - equilibrium k m2 m1 h b i =
  (1 - eta * stiffness_along k m2) * (sum k e / INR k) + (1 - eta * stiffness_across m2) * (e i - sum k e /
    INR k).
Proof.
intros H H2 e. destruct (sizes k H) as [P K]. assert (Z := S1_zero k m2 m1 h b i H H2).
assert (S : sum k e = sum k a - sum k (equilibrium k m2 m1 h b)) by apply sum_minus.
unfold step. transitivity (e i - eta * (smoothed_a k m2 m1 h a b i - smoothed_a k m2 m1 h (equilibrium k m2
  m1 h b) b i)).
{ rewrite Z. unfold e, gap. ring. }
rewrite S. unfold smoothed_a, stiffness_along, stiffness_across, e, gap. field. lra.
Qed.

Lemma iterates k m2 m1 h eta b a n i : (1 <= k)%nat -> 0 < m2 ->
  let e := gap a (equilibrium k m2 m1 h b) in
  Nat.iter n (step k m2 m1 h eta b) a i = equilibrium k m2 m1 h b i
  + (1 - eta * stiffness_along k m2) ^ n * (sum k e / INR k)
  + (1 - eta * stiffness_across m2) ^ n * (e i - sum k e / INR k).
Proof.
intros H H2 e. destruct (sizes k H) as [P K]. set (x := 1 - eta * stiffness_along k m2).
set (y := 1 - eta * stiffness_across m2). revert i. induction n as [|n IH]; intros i.
- simpl. unfold e, gap. ring.
- simpl Nat.iter. set (z := Nat.iter n (step k m2 m1 h eta b) a) in *.
  assert (E := step_from_equilibrium k m2 m1 h eta b z i H H2). cbv zeta in E. fold x y in E.
  assert (S : sum k (gap z (equilibrium k m2 m1 h b)) = x ^ n * sum k e).
  { rewrite (sum_ext k _ (lin (x ^ n) (fun _ => sum k e / INR k) (y ^ n) (across k e))).
    - rewrite sum_lin, sum_const, sum_across by easy. field. lra.
    - intros j _. unfold gap at 1. rewrite IH. unfold lin, across. ring. }
  rewrite S in E. unfold gap in E. rewrite (IH i) in E. simpl. unfold Rdiv in *. lra.
Qed.

Lemma powers_vanish x : Rabs x < 1 -> forall c, is_lim_seq (fun n => x ^ n * c) 0.
Proof.
intros H c. replace (Finite 0) with (Rbar_mult 0 c) by (simpl; f_equal; ring).
apply is_lim_seq_mult'; [now apply is_lim_seq_geom|apply is_lim_seq_const].
Qed.

Lemma powers_stay x : is_lim_seq (fun n => x ^ n) 0 -> Rabs x < 1.
Proof.
intros L. apply Rnot_le_lt. intros X. apply is_lim_seq_abs in L. simpl in L. rewrite Rabs_R0 in L.
assert (B : Rbar_le 1 0); [|simpl in B; lra].
apply (is_lim_seq_le (fun _ => 1) (fun n => Rabs (x ^ n))); [|apply is_lim_seq_const|exact L].
intros n. rewrite <- RPow_abs. now apply pow_R1_Rle.
Qed.

Lemma S1_iterates_converge_iff k m2 m1 h eta b : (1 <= k)%nat -> 0 < m2 ->
  ((forall a i, (i < k)%nat ->
    is_lim_seq (fun n => Nat.iter n (step k m2 m1 h eta b) a i) (equilibrium k m2 m1 h b i))
   <-> 0 < eta < 4 * PI / (m2 * (PI - 1 + INR k))).
Proof.
intros H H2. destruct (sizes k H) as [P K]. assert (O := stiffness_order k m2 H H2).
assert (L : 0 < stiffness_along k m2 /\ 4 * PI / (m2 * (PI - 1 + INR k)) = 2 / stiffness_along k m2).
{ unfold stiffness_along. split; [apply Rdiv_lt_0_compat; nra|field; repeat split; lra]. }
destruct L as [L ->]. split.
- intros C. specialize (C (fun i => equilibrium k m2 m1 h b i + 1) 0%nat ltac:(lia)).
  assert (A : Rabs (1 - eta * stiffness_along k m2) < 1).
  { apply powers_stay. apply is_lim_seq_ext with
      (fun n => Nat.iter n (step k m2 m1 h eta b) (fun i => equilibrium k m2 m1 h b i + 1) 0%nat -
        equilibrium k m2 m1 h b 0%nat).
    - intros n. rewrite iterates by easy. rewrite (sum_ext k _ (fun _ => 1)), sum_const by (intros i _;
        unfold gap; ring).
      unfold gap. field. lra.
    - replace (Finite 0) with (Finite (equilibrium k m2 m1 h b 0%nat - equilibrium k m2 m1 h b 0%nat)) by
        (f_equal; ring).
      apply is_lim_seq_minus'; [exact C|apply is_lim_seq_const]. }
  apply Rabs_def2 in A. split; [nra|]. apply Rmult_lt_reg_r with (stiffness_along k m2); [easy|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
- intros [E1 E2] a i Hi. assert (E3 : eta * stiffness_along k m2 < 2).
  { apply Rmult_lt_compat_r with (r := stiffness_along k m2) in E2; [|easy].
    unfold Rdiv in E2. rewrite Rmult_assoc, Rinv_l in E2 by lra. lra. }
  assert (S : 0 < stiffness_across m2) by (unfold stiffness_across; apply Rdiv_lt_0_compat; nra).
  eapply is_lim_seq_ext; [intros n; symmetry; now apply iterates|].
  replace (Finite (equilibrium k m2 m1 h b i)) with (Finite (equilibrium k m2 m1 h b i + 0 + 0)) by
    (f_equal; ring).
  apply is_lim_seq_plus'; [apply is_lim_seq_plus'; [apply is_lim_seq_const|]|];
    apply powers_vanish; apply Rabs_def1; nra.
Qed.
