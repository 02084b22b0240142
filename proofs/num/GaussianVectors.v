(* The mean of a function of a standard Gaussian vector of R^p, as an iterated integral.

   set_at z m t     z with t in place of its entry m
   gaussian p F x   the mean of F (Z), Z ~ N(0, I_p), is x: the p-fold iterated mean over the independent
                    N(0, 1) entries, over entry p - 1 first (is_gauss1, num/LineGaussian.v)
   weights p z      the product of the weights (1 + z_i^2)^2 of the entries

   Formalised: the mean is linear, unique and monotone, constants keep their value; cos (z^T q + d) has the
   mean cos d exp (- q^T q / 2); a function approximated to any accuracy, relative to the weights, by
   functions with means has a mean.
   Not formalised: that the order of the entries does not matter. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors num.LineGaussian num.GaussianWeight num.CharacteristicFunction.
Open Scope R_scope.

Definition set_at (z : vec) (m : nat) (t : R) : vec := fun i => if Nat.eqb i m then t else z i.

Fixpoint gaussian (p : nat) (F : vec -> R) (x : R) : Prop :=
  match p with
  | O => F (fun _ => 0) = x
  | S m => exists G, (forall z, is_gauss1 (fun t => F (set_at z m t)) (G z)) /\ gaussian m G x
  end.

Fixpoint weights (p : nat) (z : vec) : R :=
  match p with O => 1 | S m => weights m z * weight (z m) end.

Lemma gaussian_eq p F H x y : (forall z, F z = H z) -> x = y -> gaussian p F x -> gaussian p H y.
Proof. intros E <- I. now replace H with F by (extensionality z; apply E). Qed.

Lemma gaussian_unique p F x y : gaussian p F x -> gaussian p F y -> x = y.
Proof.
revert F. induction p as [|p IH]; intros F; simpl; [congruence|].
intros [G [HG I]] [G' [HG' I']]. apply (IH G I). replace G with G'; [exact I'|].
extensionality z. apply (gauss1_unique _ _ _ (HG' z) (HG z)).
Qed.

Lemma gaussian_lin p F H x y c d : gaussian p F x -> gaussian p H y ->
  gaussian p (fun z => c * F z + d * H z) (c * x + d * y).
Proof.
revert F H. induction p as [|p IH]; intros F H; simpl; [congruence|].
intros [G [HG I]] [G' [HG' I']]. exists (fun z => c * G z + d * G' z). split; [|now apply IH].
intros z. exact (gauss1_lin _ _ _ _ c d (HG z) (HG' z)).
Qed.

Lemma gaussian_const p c : gaussian p (fun _ => c) c.
Proof.
induction p as [|p IH]; simpl; [reflexivity|]. exists (fun _ => c). split; [|exact IH].
intros z. apply gauss1_const.
Qed.

Lemma gaussian_le p F H x y : gaussian p F x -> gaussian p H y -> (forall z, F z <= H z) -> x <= y.
Proof.
revert F H. induction p as [|p IH]; intros F H; simpl.
- intros <- <- L. apply L.
- intros [G [HG I]] [G' [HG' I']] L. apply (IH _ _ I I'). intros z.
apply (gauss1_le _ _ _ _ (HG z) (HG' z)). intros t. apply L.
Qed.

(* Entries below m do not see the entry m. *)
Lemma set_at_same z m t : set_at z m t m = t.
Proof. unfold set_at. now rewrite Nat.eqb_refl. Qed.

Lemma set_at_below z m t i : (i < m)%nat -> set_at z m t i = z i.
Proof. intros H. unfold set_at. replace (Nat.eqb i m) with false; [reflexivity|]. symmetry.
apply Nat.eqb_neq. lia. Qed.

Lemma weights_set_at m z t n : (n <= m)%nat -> weights n (set_at z m t) = weights n z.
Proof.
induction n as [|n IH]; intros H; simpl; [reflexivity|]. rewrite IH, set_at_below by lia. reflexivity.
Qed.

Lemma dot_set_at m z t q : dot (S m) (set_at z m t) q = dot m z q + t * q m.
Proof.
unfold dot. simpl. rewrite set_at_same. f_equal. apply sum_ext. intros i Hi. now rewrite set_at_below.
Qed.

Lemma gaussian_weights p : gaussian p (weights p) (6 ^ p).
Proof.
induction p as [|p IH]; simpl; [reflexivity|]. exists (fun z => 6 * weights p z). split.
- intros z. replace (6 * weights p z) with (weights p z * 6 + 0 * 6) by ring.
replace (fun t => weights p (set_at z p t) * weight (set_at z p t p))
with (fun t => weights p z * weight t + 0 * weight t).
+ apply gauss1_lin; exact weight_mean.
+ extensionality t. rewrite set_at_same, weights_set_at by lia. ring.
- assert (A := gaussian_lin p _ _ _ _ 6 0 IH IH). revert A. apply gaussian_eq; [intros z|]; ring.
Qed.

Lemma gaussian_cos p q d : gaussian p (fun z => cos (dot p z q + d)) (cos d * exp (- dot p q q / 2)).
Proof.
revert d. induction p as [|p IH]; intros d.
- simpl. unfold dot. simpl. rewrite Rplus_0_l. replace (- 0 / 2) with 0 by field. rewrite exp_0. ring.
- exists (fun z => exp (- q p ^ 2 / 2) * cos (dot p z q + d)). split.
+ intros z. rewrite Rmult_comm. replace (fun t => cos (dot (S p) (set_at z p t) q + d))
with (fun t => cos (q p * t + (dot p z q + d))); [apply gauss1_cos|].
extensionality t. rewrite dot_set_at. f_equal. ring.
+ assert (A := gaussian_lin p _ _ _ _ (exp (- q p ^ 2 / 2)) 0 (IH d) (IH d)). revert A. apply gaussian_eq.
* intros z. ring.
* unfold dot. simpl. fold (dot p q q). replace (- (dot p q q + q p * q p) / 2)
with (- (q p * (q p * 1)) / 2 + - dot p q q / 2) by field. rewrite exp_plus. ring.
Qed.

(* Limits that are uniform against the weights. *)
Lemma near_means F H x y c W w p : gaussian p F x -> gaussian p H y -> gaussian p W w ->
  (forall z, Rabs (F z - H z) <= c * W z) -> Rabs (x - y) <= c * w.
Proof.
intros HF HH HW L. apply Rabs_le. assert (A := gaussian_lin p _ _ _ _ 1 (-1) HF HH).
assert (B := gaussian_lin p _ _ _ _ c 0 HW HW). assert (C := gaussian_lin p _ _ _ _ (- c) 0 HW HW). split.
- replace (- (c * w)) with (- c * w + 0 * w) by ring. replace (x - y) with (1 * x + -1 * y) by ring.
apply (gaussian_le p _ _ _ _ C A). intros z. assert (Q := proj1 (Rabs_le_between _ _) (L z)). lra.
- replace (c * w) with (c * w + 0 * w) by ring. replace (x - y) with (1 * x + -1 * y) by ring.
apply (gaussian_le p _ _ _ _ A B). intros z. assert (Q := proj1 (Rabs_le_between _ _) (L z)). lra.
Qed.

Lemma near_means_line F H x y c : is_gauss1 F x -> is_gauss1 H y ->
  (forall t, Rabs (F t - H t) <= c * weight t) -> Rabs (x - y) <= 6 * c.
Proof.
intros HF HH L. rewrite Rmult_comm. apply (near_means (fun z => F (z 0%nat)) (fun z => H (z 0%nat)) x y c
(fun z => weight (z 0%nat)) 6 1).
- exists (fun _ => x). split; [intros z; exact HF|reflexivity].
- exists (fun _ => y). split; [intros z; exact HH|reflexivity].
- exists (fun _ => 6). split; [intros z; exact weight_mean|reflexivity].
- intros z. apply L.
Qed.

Lemma weights_pos p z : 1 <= weights p z.
Proof.
induction p as [|p IH]; simpl; [lra|]. assert (1 <= weight (z p)) by (unfold weight; nra). nra.
Qed.

(* The mean over one entry, as a function of the others. *)
Definition over (p : nat) (F : vec -> R) (z : vec) : R := mean1 (fun t => F (set_at z p t)).

Lemma over_unique p F G : (forall z, is_gauss1 (fun t => F (set_at z p t)) (G z)) -> over p F = G.
Proof. intros H. extensionality z. apply gauss1_mean1, H. Qed.

Lemma over_exists p F (T : nat -> vec -> R) c : 0 <= c ->
  (forall n, exists G, forall z, is_gauss1 (fun t => T n (set_at z p t)) (G z)) ->
  (forall n z t, Rabs (F (set_at z p t) - T n (set_at z p t)) <= c / INR (S n) * weights p z * weight t) ->
  forall z, is_gauss1 (fun t => F (set_at z p t)) (over p F z).
Proof.
intros Hc HT B z. destruct (gauss1_closed (fun t => F (set_at z p t)) (fun n t => T n (set_at z p t))
(c * weights p z)) as [x Hx].
- assert (W := weights_pos p z). nra.
- intros n. destruct (HT n) as [G HG]. now exists (G z).
- intros n t. replace (c * weights p z / INR (S n)) with (c / INR (S n) * weights p z);
[apply B|unfold Rdiv; ring].
- unfold over. now rewrite (gauss1_mean1 _ _ Hx).
Qed.

Lemma gaussian_closed p F (T : nat -> vec -> R) c : 0 <= c -> (forall n, exists x, gaussian p (T n) x) ->
  (forall n z, Rabs (F z - T n z) <= c / INR (S n) * weights p z) -> exists x, gaussian p F x.
Proof.
revert F T c. induction p as [|p IH]; intros F T c Hc HT A; [now exists (F (fun _ => 0))|].
assert (B : forall n z t, Rabs (F (set_at z p t) - T n (set_at z p t)) <= c / INR (S n) * weights p z *
weight t).
{ intros n z t. assert (Q := A n (set_at z p t)). simpl in Q. rewrite set_at_same, weights_set_at in Q by lia.
now rewrite Rmult_assoc. }
assert (HF : forall z, is_gauss1 (fun t => F (set_at z p t)) (over p F z)).
{ apply over_exists with T c; [exact Hc| |exact B]. intros n. destruct (HT n) as [x [G [HG _]]]. now exists
G. }
destruct (IH (over p F) (fun n => over p (T n)) (6 * c)) as [x Hx]; [lra| | |now exists x, (over p F)].
- intros n. destruct (HT n) as [x [G [HG I]]]. exists x. now rewrite (over_unique p (T n) G HG).
- intros n z. destruct (HT n) as [x [G [HG _]]]. rewrite (over_unique p (T n) G HG).
replace (6 * c / INR (S n) * weights p z) with (6 * (c / INR (S n) * weights p z)) by (unfold Rdiv; ring).
apply (near_means_line _ _ _ _ _ (HF z) (HG z)). intros t. apply B.
Qed.
