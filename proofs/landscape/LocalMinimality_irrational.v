(* PI is irrational, by Niven's integrals.

   hump n x      (x (PI - x))^n / n!
   niven n       the integral of hump n x sin x over [0, PI]

   Formalised: niven n = (4n-2) niven (n-1) - PI^2 niven (n-2), 0 < niven n <= PI (5/2)^n / n!, and the
   conclusion.
   Not formalised: nothing of it. *)
From Coq Require Import Reals Lra Lia Psatz ZArith.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
Open Scope R_scope.

Definition hump (n : nat) (x : R) : R := (x * (PI - x)) ^ n / INR (fact n).
Definition niven (n : nat) : R := RInt (fun x => hump n x * sin x) 0 PI.

Lemma fact_pos n : 0 < INR (fact n).
Proof. apply lt_0_INR, lt_O_fact. Qed.

Lemma fact_next n : INR (fact (S n)) = (INR n + 1) * INR (fact n).
Proof. rewrite fact_simpl, mult_INR, S_INR. reflexivity. Qed.

Lemma hump_derive n x : is_derive (hump (S n)) x ((PI - 2 * x) * hump n x).
Proof.
assert (P := fact_pos n). assert (N := pos_INR n).
replace ((PI - 2 * x) * hump n x)
  with (INR (S n) * (PI - 2 * x) * (x * (PI - x)) ^ (pred (S n)) * / INR (fact (S n))).
- apply (is_derive_scal_l (fun t => (t * (PI - t)) ^ S n) x _ (/ INR (fact (S n)))).
  apply (is_derive_pow (fun t => t * (PI - t))). auto_derive; [exact I|ring].
- unfold hump. rewrite fact_next, S_INR. simpl pred. field. lra.
Qed.

Lemma hump_continuous n x : continuous (fun t => hump n t * sin t) x.
Proof. apply (ex_derive_continuous (V:=R_NormedModule)). unfold hump. auto_derive. exact I. Qed.

Lemma hump_integrable n : ex_RInt (fun x => hump n x * sin x) 0 PI.
Proof. apply (ex_RInt_continuous (V:=R_CompleteNormedModule)). intros x _. apply hump_continuous. Qed.

Lemma niven_is n : is_RInt (fun x => hump n x * sin x) 0 PI (niven n).
Proof. apply (RInt_correct (V:=R_CompleteNormedModule)), hump_integrable. Qed.

Lemma hump_ends n : hump (S n) 0 = 0 /\ hump (S n) PI = 0.
Proof. unfold hump. split; simpl; unfold Rdiv; ring. Qed.

(* An antiderivative of (4n-2) hump (n-1) sin - PI^2 hump (n-2) sin - hump n sin, for n = m + 2. *)
Definition antiderivative (m : nat) (x : R) : R :=
  hump (S (S m)) x * cos x - (PI - 2 * x) * hump (S m) x * sin x.

Lemma antiderivative_derive m x :
  is_derive (antiderivative m) x
    ((4 * INR m + 6) * (hump (S m) x * sin x) - PI ^ 2 * (hump m x * sin x) - hump (S (S m)) x * sin x).
Proof.
assert (D := hump_derive (S m) x). assert (D' := hump_derive m x). unfold antiderivative. auto_derive.
- repeat split; eexists; [exact D|exact D'].
- replace (Derive (fun t => hump (S (S m)) t) x) with ((PI - 2 * x) * hump (S m) x)
    by (symmetry; now apply is_derive_unique).
  replace (Derive (fun t => hump (S m) t) x) with ((PI - 2 * x) * hump m x)
    by (symmetry; now apply is_derive_unique).
  assert (E : (INR m + 1) * hump (S m) x = x * (PI - x) * hump m x).
  { assert (P := fact_pos m). assert (N := pos_INR m). unfold hump. rewrite fact_next. simpl. field. lra. }
  replace ((4 * INR m + 6) * (hump (S m) x * sin x))
    with ((4 * ((INR m + 1) * hump (S m) x) + 2 * hump (S m) x) * sin x) by ring. rewrite E. ring.
Qed.

Lemma niven_recursion m : niven (S (S m)) = (4 * INR m + 6) * niven (S m) - PI ^ 2 * niven m.
Proof.
assert (H : is_RInt (fun x => (4 * INR m + 6) * (hump (S m) x * sin x) - PI ^ 2 * (hump m x * sin x)
  - hump (S (S m)) x * sin x) 0 PI ((4 * INR m + 6) * niven (S m) - PI ^ 2 * niven m - niven (S (S m)))).
{ apply (is_RInt_minus (V:=R_NormedModule)); [apply (is_RInt_minus (V:=R_NormedModule))|].
  - apply (is_RInt_scal (V:=R_NormedModule)), niven_is.
  - apply (is_RInt_scal (V:=R_NormedModule)), niven_is.
  - apply niven_is. }
assert (A : is_RInt (fun x => (4 * INR m + 6) * (hump (S m) x * sin x) - PI ^ 2 * (hump m x * sin x)
  - hump (S (S m)) x * sin x) 0 PI (antiderivative m PI - antiderivative m 0)).
{ apply (is_RInt_derive (V:=R_CompleteNormedModule)).
  - intros x _. apply antiderivative_derive.
  - intros x _. apply (ex_derive_continuous (V:=R_NormedModule)). unfold hump. auto_derive. exact I. }
assert (U := is_RInt_unique _ _ _ _ H). rewrite (is_RInt_unique _ _ _ _ A) in U.
unfold antiderivative in U. destruct (hump_ends (S m)) as [E0 E1]. rewrite E0, E1, sin_0, sin_PI in U.
replace (0 * cos PI - (PI - 2 * PI) * hump (S m) PI * 0 - (0 * cos 0 - (PI - 2 * 0) * hump (S m) 0 * 0))
  with 0 in U by ring. lra.
Qed.

Lemma niven_0 : niven 0 = 2.
Proof.
apply is_RInt_unique. replace 2 with (- cos PI - - cos 0) by (rewrite cos_PI, cos_0; ring).
apply (is_RInt_derive (V:=R_CompleteNormedModule) (fun x => - cos x)).
- intros x _. unfold hump. simpl. auto_derive; [exact I|field].
- intros x _. apply hump_continuous.
Qed.

Lemma niven_1 : niven 1 = 4.
Proof.
apply is_RInt_unique. set (F := fun x => - (x * (PI - x)) * cos x + (PI - 2 * x) * sin x - 2 * cos x).
replace 4 with (F PI - F 0) by (unfold F; rewrite sin_PI, sin_0, cos_PI, cos_0; ring).
apply (is_RInt_derive (V:=R_CompleteNormedModule) F).
- intros x _. unfold F, hump. simpl. auto_derive; [exact I|field].
- intros x _. apply hump_continuous.
Qed.

Lemma niven_pos n : 0 < niven n.
Proof.
assert (P := PI_RGT_0). apply RInt_gt_0; [exact P| |intros x _; apply hump_continuous].
intros x H. apply Rmult_lt_0_compat; [|apply sin_gt_0; lra].
apply Rdiv_lt_0_compat; [apply pow_lt; nra|apply fact_pos].
Qed.

Lemma niven_small n : niven n <= PI * ((5 / 2) ^ n / INR (fact n)).
Proof.
assert (P := PI_range). assert (F := fact_pos n).
assert (E : RInt (fun _ => (5 / 2) ^ n / INR (fact n)) 0 PI = PI * ((5 / 2) ^ n / INR (fact n))).
{ rewrite RInt_const. change scal with Rmult. simpl. ring. }
rewrite <- E. apply RInt_le; [lra|apply hump_integrable|apply ex_RInt_const|].
intros x H. assert (S := sin_gt_0 x (proj1 H) (proj2 H)). assert (T := SIN_bound x).
assert (B : 0 <= x * (PI - x) <= 5 / 2) by (split; [nra|assert (Q := pow2_ge_0 (x - PI / 2)); nra]).
assert (C := pow_incr _ _ n B). assert (D := pow_le _ n (proj1 B)). unfold hump, Rdiv.
assert (I := Rinv_0_lt_compat _ F). assert (G : 0 <= (x * (PI - x)) ^ n * / INR (fact n)) by nra.
apply Rle_trans with ((x * (PI - x)) ^ n * / INR (fact n)); [nra|]. apply Rmult_le_compat_r; lra.
Qed.

(* If b PI = c in integers, then b^n niven n is an integer. *)
Lemma niven_integer (b c : Z) : IZR b * PI = IZR c ->
  forall n, exists y, IZR b ^ n * niven n = IZR y /\ exists z, IZR b ^ S n * niven (S n) = IZR z.
Proof.
intros E. induction n as [|n [y [Y [z Z]]]].
- exists 2%Z. split; [rewrite niven_0; simpl; ring|]. exists (4 * b)%Z. rewrite niven_1, mult_IZR. simpl.
  ring.
- exists z. split; [exact Z|]. exists ((4 * Z.of_nat n + 6) * b * z - c * c * y)%Z.
  rewrite minus_IZR, !mult_IZR, plus_IZR, mult_IZR, <- INR_IZR_INZ, <- Y, <- Z, <- E, niven_recursion. simpl.
  ring.
Qed.

Lemma PI_irrational (b c : Z) : b <> 0%Z -> IZR b * PI <> IZR c.
Proof.
intros N E. set (x := IZR (Z.abs b)). assert (X : 0 < x) by (unfold x; apply IZR_lt; lia).
assert (E' : exists c', x * PI = IZR c').
{ unfold x. destruct (Z.abs_spec b) as [[_ ->]|[_ ->]]; [now exists c|]. exists (- c)%Z. rewrite !opp_IZR.
  lra. }
destruct E' as [c' E']. assert (S := cv_speed_pow_fact (x * (5 / 2))).
destruct (S (/ 4)) as [n H]; [lra|]. specialize (H n (le_n n)). unfold R_dist in H.
rewrite Rminus_0_r, Rpow_mult_distr in H. apply Rabs_def2 in H.
destruct (niven_integer _ _ E' n) as [y [Y _]]. fold x in Y. assert (P := PI_range).
assert (A : 0 < IZR y) by (rewrite <- Y; apply Rmult_lt_0_compat; [now apply pow_lt|apply niven_pos]).
assert (B : IZR y < 1).
{ rewrite <- Y. assert (Q := niven_small n). assert (L := pow_lt x n X).
  apply Rle_lt_trans with (PI * (x ^ n * (5 / 2) ^ n / INR (fact n)));
    [|set (T := x ^ n * (5 / 2) ^ n / INR (fact n)) in *; nra].
  replace (PI * (x ^ n * (5 / 2) ^ n / INR (fact n))) with (x ^ n * (PI * ((5 / 2) ^ n / INR (fact n))))
    by (field; assert (F := fact_pos n); lra). apply Rmult_le_compat_l; lra. }
apply lt_IZR in A. apply lt_IZR in B. lia.
Qed.
