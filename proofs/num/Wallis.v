(* Wallis' integrals: the normalisations of the laws of a coordinate on the sphere.

   wallis n      W_n = int_0^(PI/2) cos^n; the density at 0 of |u_1| on the unit sphere of R^(n+2) is 1 / W_n

   Formalised: W_n > 0, the recursion, the product (n+1) W_n W_(n+1) = PI/2, W_n decreases.
   Not formalised: W_n as a quotient of values of the Gamma function. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals.
Open Scope R_scope.

Definition wallis (n : nat) : R := RInt (fun x => cos x ^ n) 0 (PI / 2).

Lemma cts_cos_pow n : cts (fun x => cos x ^ n).
Proof. smooth. Qed.

Lemma cos_pow_step n a b :
  INR (n + 2) * RInt (fun x => cos x ^ (n + 2)) a b =
  INR (n + 1) * RInt (fun x => cos x ^ n) a b + (sin b * cos b ^ (n + 1) - sin a * cos a ^ (n + 1)).
Proof.
assert (E : RInt (fun x => INR (n + 2) * cos x ^ (n + 2) - INR (n + 1) * cos x ^ n) a b =
  sin b * cos b ^ (n + 1) - sin a * cos a ^ (n + 1)).
{ apply (int_primitive (fun x => sin x * cos x ^ (n + 1))); [|smooth]. intros x. auto_derive; [auto|].
  replace (Init.Nat.pred (n + 1)) with n by lia. rewrite !plus_INR, !pow_add.
  assert (S2 := sin2_cos2 x). unfold Rsqr in S2. simpl.
  apply Rminus_diag_uniq. generalize (cos x ^ n) (INR n). intros u m.
  transitivity (- (m + 1) * u * (sin x * sin x + cos x * cos x - 1)); [ring|rewrite S2; ring]. }
rewrite int_minus, !int_scal in E by smooth. lra.
Qed.

Lemma wallis_pos n : 0 < wallis n.
Proof.
apply int_pos; [assert (H := PI_RGT_0); lra|apply cts_cos_pow|].
intros x H. apply pow_lt, cos_gt_0; lra.
Qed.

Lemma wallis_0 : wallis 0 = PI / 2.
Proof. unfold wallis. simpl. rewrite int_const. ring. Qed.

Lemma wallis_1 : wallis 1 = 1.
Proof.
unfold wallis. rewrite (int_primitive sin).
- rewrite sin_PI2, sin_0. ring.
- intros x. auto_derive; [auto|ring].
- smooth.
Qed.

Lemma wallis_step n : INR (n + 2) * wallis (n + 2) = INR (n + 1) * wallis n.
Proof.
unfold wallis. rewrite cos_pow_step, cos_PI2, sin_0, pow_i by lia. ring.
Qed.

Lemma wallis_product n : INR (n + 1) * wallis n * wallis (n + 1) = PI / 2.
Proof.
induction n as [|n IH].
- simpl. rewrite wallis_0, wallis_1. ring.
- assert (H := wallis_step n). replace (S n + 1)%nat with (n + 2)%nat by lia.
  replace (S n) with (n + 1)%nat by lia. rewrite <- IH.
  transitivity (INR (n + 2) * wallis (n + 2) * wallis (n + 1)); [ring|]. rewrite H. ring.
Qed.

Lemma wallis_decreasing n : wallis (S n) < wallis n.
Proof.
unfold wallis. apply int_lt; [assert (H := PI_RGT_0); lra|apply cts_cos_pow|apply cts_cos_pow|].
intros x H. simpl. assert (0 < cos x) by (apply cos_gt_0; lra).
assert (0 < cos x ^ n) by now apply pow_lt.
assert (cos x < 1) by (rewrite <- cos_0; apply cos_decreasing_1; lra). nra.
Qed.
