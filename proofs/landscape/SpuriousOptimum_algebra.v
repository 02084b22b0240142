(* The algebra of the spurious point: M = 11^T + (PI-1) I, its inverse and its form.

   b               the teacher's output weights, a* in the paper
   bilinear k u x  u^T M x                 form k u = u^T M u
   inverse k y     M^-1 y                  tau k b = b^T M^-1 b
   threshold k     1 + (k-1)/PI, the bound on q = (1^T b)^2 / b^T b

   Formalised: M M^-1 = I, M positive definite, spurious = b - PI M^-1 b, and the identity (star) of
   landscape.LocalMinimality, for every r and phi.
   Not formalised: matrices; M u is system k u of Definitions.v. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
Open Scope R_scope.

Definition bilinear (k : nat) (u x : vec) : R := sum k u * sum k x + (PI - 1) * dot k u x.
Definition form (k : nat) (u : vec) : R := bilinear k u u.
Definition inverse (k : nat) (y : vec) : vec := fun i => (y i - sum k y / (PI - 1 + INR k)) / (PI - 1).
Definition tau (k : nat) (b : vec) : R := dot k b (inverse k b).
Definition threshold (k : nat) : R := 1 + (INR k - 1) / PI.

(* Constants. *)
Lemma PI_above_3 : 3 < PI.
Proof. assert (H := PI_range). lra. Qed.

Lemma size_pos k : 0 < PI - 1 + INR k.
Proof. assert (H := PI_above_3). assert (K := pos_INR k). lra. Qed.

Lemma size_at_least_1 k : (1 <= k)%nat -> 1 <= INR k.
Proof. intros H. apply (le_INR 1 k H). Qed.

(* Vectors that vanish or not. *)
Lemma square_pos k b : ~ agree k b (fun _ => 0) -> 0 < dot k b b.
Proof.
intros H. assert (Q := dot_nonneg k b). destruct (Req_dec (dot k b b) 0) as [E|E]; [|lra].
exfalso. apply H. intros i Hi. exact (dot_zero k b E i Hi).
Qed.

Lemma square_zero k b : agree k b (fun _ => 0) -> dot k b b = 0.
Proof. intros H. rewrite (dot_ext k b _ b _ H H), dot_ones_r, sum_const. ring. Qed.

(* M and its quadratic form. *)
Lemma form_nonneg k u : 0 <= form k u.
Proof. assert (P := PI_above_3). assert (Q := dot_nonneg k u). unfold form, bilinear. nra. Qed.

Lemma form_pos k u : ~ agree k u (fun _ => 0) -> 0 < form k u.
Proof. intros H. assert (P := PI_above_3). assert (Q := square_pos k u H). unfold form, bilinear. nra. Qed.

Lemma form_zero k u : form k u = 0 -> dot k u u = 0.
Proof. intros H. assert (P := PI_above_3). assert (Q := dot_nonneg k u). unfold form, bilinear in H. nra. Qed.

Lemma bilinear_lin_l k x u y z h : bilinear k (lin x u y z) h = x * bilinear k u h + y * bilinear k z h.
Proof. unfold bilinear. rewrite sum_lin, dot_lin_l. ring. Qed.

Lemma bilinear_sym k u x : bilinear k u x = bilinear k x u.
Proof. unfold bilinear. rewrite dot_sym. ring. Qed.

Lemma form_lin k x u y z :
  form k (lin x u y z) = x * x * form k u + 2 * x * y * bilinear k u z + y * y * form k z.
Proof.
unfold form. rewrite bilinear_lin_l, !(bilinear_sym k _ (lin x u y z)), !bilinear_lin_l.
rewrite (bilinear_sym k z u). ring.
Qed.

Lemma form_minus k u x : form k (fun i => u i - x i) = form k (lin 1 u (-1) x).
Proof.
unfold form, bilinear. rewrite sum_lin, dot_lin_sq, sum_minus, dot_minus_l, !dot_minus_r, (dot_sym k x u).
ring.
Qed.

Lemma bilinear_system k u x : bilinear k u x = dot k u (system k x).
Proof.
unfold bilinear, system. rewrite (dot_plus_r k (fun _ => sum k x) _ u), dot_ones_r, dot_scal_r. ring.
Qed.

Lemma sum_inverse k y : sum k (inverse k y) = sum k y / (PI - 1 + INR k).
Proof.
assert (P := PI_above_3). assert (D := size_pos k).
rewrite (sum_ext k _ (lin (/ (PI - 1)) y (- (sum k y / (PI - 1 + INR k)) / (PI - 1)) (fun _ => 1))).
- rewrite sum_lin, sum_const. field. lra.
- intros i _. unfold inverse, lin. field. lra.
Qed.

Lemma system_inverse k y i : system k (inverse k y) i = y i.
Proof.
assert (P := PI_above_3). assert (D := size_pos k). unfold system. rewrite sum_inverse. unfold inverse.
field. lra.
Qed.

Lemma bilinear_inverse k u y : bilinear k u (inverse k y) = dot k u y.
Proof. rewrite bilinear_system. apply dot_ext; intros i _; [reflexivity|apply system_inverse]. Qed.

Lemma form_inverse k b : form k (inverse k b) = tau k b.
Proof. unfold form. rewrite bilinear_inverse. apply dot_sym. Qed.

Lemma tau_value k b : tau k b = (dot k b b - (sum k b) ^ 2 / (PI - 1 + INR k)) / (PI - 1).
Proof.
assert (P := PI_above_3). assert (D := size_pos k). unfold tau.
rewrite (dot_ext k b b _ (lin (/ (PI - 1)) b (- (sum k b / (PI - 1 + INR k)) / (PI - 1)) (fun _ => 1))).
- rewrite dot_lin_r, dot_ones_r. field. lra.
- now intros i _.
- intros i _. unfold inverse, lin. field. lra.
Qed.

Lemma tau_pos k b : ~ agree k b (fun _ => 0) -> 0 < tau k b.
Proof.
intros H. rewrite <- form_inverse. apply form_pos. intros Z. apply H. intros i Hi.
rewrite <- (system_inverse k b i). unfold system. rewrite (sum_ext k _ _ Z), sum_const, (Z i Hi). ring.
Qed.

(* The spurious output weights are b - PI M^-1 b. *)
Lemma spurious_inverse k b i : spurious k b i = b i - PI * inverse k b i.
Proof.
assert (P := PI_above_3). assert (D := size_pos k). unfold spurious, inverse. field. lra.
Qed.

Lemma dot_spurious k u b : dot k u (spurious k b) = dot k u b - PI * dot k u (inverse k b).
Proof.
rewrite <- (dot_scal_r k PI), <- dot_minus_r. apply dot_ext; intros i _; [reflexivity|apply spurious_inverse].
Qed.

Lemma sum_spurious k b : sum k (spurious k b) = sum k b - PI * sum k (inverse k b).
Proof. rewrite <- sum_scal, <- sum_minus. apply sum_ext. intros i _. apply spurious_inverse. Qed.

Lemma system_spurious k b i : system k (spurious k b) i = sum k b - b i.
Proof.
assert (S := f_equal (Rmult PI) (system_inverse k b i)). unfold system in *.
rewrite sum_spurious, spurious_inverse. lra.
Qed.

Lemma bilinear_spurious k u b : bilinear k u (spurious k b) = sum k u * sum k b - dot k u b.
Proof.
rewrite bilinear_system, (dot_ext k u u _ (fun i => sum k b - b i)).
- rewrite dot_minus_r, dot_ones_r. ring.
- now intros i _.
- intros i _. apply system_spurious.
Qed.

Lemma dot_spurious_teacher k b : dot k (spurious k b) b = dot k b b - PI * tau k b.
Proof. rewrite dot_sym. apply dot_spurious. Qed.

Lemma form_spurious k b : form k (spurious k b) = sum k (spurious k b) * sum k b - dot k (spurious k b) b.
Proof. apply bilinear_spurious. Qed.

(* The loss in the bilinear form, and (star): its excess over the spurious point. *)
Lemma loss_at_form k r phi a b :
  loss_at k r phi a b = (form k (residual r a b) + 2 * r * (PI - g phi) * dot k a b) / (4 * PI).
Proof. unfold loss_at, form, bilinear. field. apply PI_neq0. Qed.

Lemma star k r phi a b :
  loss_at k r phi a b - loss_at k 1 PI (spurious k b) b =
  form k (lin r a (-1) (spurious k b)) / (4 * PI) - r * g phi * dot k a b / (2 * PI).
Proof.
assert (P := PI_neq0). rewrite !loss_at_form, g_PI. unfold residual.
rewrite !form_lin, (bilinear_spurious k a b), (form_spurious k b).
unfold bilinear. field. exact P.
Qed.
