(* The gradient of the loss in the output weights.

   k        number of patches                    r, phi   norm of w, its angle to w*
   a, b     output weights of student and teacher (a* in the paper)
   delta = r a - b, the residual                 u, h     a direction of R^k, a step
   basis i  the i-th unit vector

   Formalised: S1 for every direction u and thereby for every coordinate, the central differences, S3.
   Not formalised: S2, the rounding. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions.
Open Scope R_scope.

Definition basis (i : nat) : vec := fun j => if Nat.eq_dec j i then 1 else 0.

Lemma dot_basis k i u : (i < k)%nat -> dot k (basis i) u = u i.
Proof.
assert (Z : forall n, (n <= i)%nat -> dot n (basis i) u = 0).
{ induction n; intros L; [reflexivity|]. unfold dot in *. simpl. rewrite IHn by lia. unfold basis at 1.
  destruct (Nat.eq_dec n i); [lia|ring]. }
induction k as [|k IH]; intros L; [lia|]. unfold dot in *. simpl. unfold basis at 2.
destruct (Nat.eq_dec k i) as [->|]; [rewrite Z by lia; ring|rewrite IH by lia; ring].
Qed.

(* u times the gradient, in the scalars. *)
Lemma dot_gradient_a k r phi a b u :
  dot k (gradient_a k r phi a b) u =
  (r * r * (sum k a * sum k u + (PI - 1) * dot k a u)
   - r * (sum k b * sum k u + (g phi - 1) * dot k b u)) / (2 * PI).
Proof.
rewrite (dot_ext k _ (lin (/ (2 * PI)) (lin (r * r) (lin (sum k a) (fun _ => 1) (PI - 1) a)
  (- r) (lin (sum k b) (fun _ => 1) (g phi - 1) b)) 0 a) u u); [|intros i _|now intros i _].
- rewrite !dot_lin_l, (dot_ones_l k 1 u). unfold Rdiv. ring.
- unfold gradient_a, lin, Rdiv. ring.
Qed.

(* S1: along a line the loss is a polynomial of degree two. *)
Lemma S1_polynomial_along_a_line k r phi a b u t :
  loss_at k r phi (fun i => a i + t * u i) b =
  loss_at k r phi a b + t * dot k (gradient_a k r phi a b) u
  + t ^ 2 * (r ^ 2 * ((sum k u) ^ 2 + (PI - 1) * dot k u u) / (4 * PI)).
Proof.
assert (P := PI_RGT_0). rewrite dot_gradient_a. unfold loss_at, residual.
rewrite !dot_lin_sq, !sum_lin, !dot_plus_l, !dot_plus_r, sum_plus, sum_scal, !dot_scal_l, !dot_scal_r.
rewrite (dot_sym k u a), (dot_sym k u b). field. lra.
Qed.

Lemma S1_derivative_in_every_direction k r phi a b u :
  is_derive (fun t => loss_at k r phi (fun i => a i + t * u i) b) 0 (dot k (gradient_a k r phi a b) u).
Proof.
eapply is_derive_ext; [intros t; symmetry; apply S1_polynomial_along_a_line|].
auto_derive; [exact I|]. ring.
Qed.

Lemma S1_partial_derivative k r phi a b i :
  (i < k)%nat ->
  is_derive (fun t => loss_at k r phi (fun j => a j + t * basis i j) b) 0
    (r / (2 * PI) * (sum k (residual r a b) + (PI - 1) * residual r a b i + (PI - g phi) * b i)).
Proof.
intros H. assert (P := PI_RGT_0).
replace (r / (2 * PI) * _) with (dot k (gradient_a k r phi a b) (basis i)).
- apply S1_derivative_in_every_direction.
- rewrite dot_sym, (dot_basis k i _ H). unfold gradient_a, residual. rewrite sum_lin. unfold lin. field. lra.
Qed.

Lemma S1_partial_derivative_of_the_loss p k w a v b i :
  (i < k)%nat ->
  is_derive (fun t => loss p k w (fun j => a j + t * basis i j) v b) 0
    (gradient_a k (norm p w) (angle p w v) a b i).
Proof.
intros H. replace (gradient_a k (norm p w) (angle p w v) a b i)
  with (dot k (gradient_a k (norm p w) (angle p w v) a b) (basis i)).
- apply S1_derivative_in_every_direction.
- rewrite dot_sym. now apply dot_basis.
Qed.

Lemma S1_central_differences_exact k r phi a b u h :
  h <> 0 ->
  (loss_at k r phi (fun i => a i + h * u i) b - loss_at k r phi (fun i => a i + - h * u i) b) / (2 * h) =
  dot k (gradient_a k r phi a b) u.
Proof.
intros H. rewrite !S1_polynomial_along_a_line. assert (P := PI_neq0). field. now split.
Qed.

Lemma S3_residual_form k r c a b i :
  r * (sum k (residual r a b) + (PI - 1) * residual r a b i + (PI - c) * b i) =
  r ^ 2 * (sum k a + (PI - 1) * a i) - r * (sum k b + (c - 1) * b i).
Proof.
unfold residual. rewrite sum_lin. unfold lin. ring.
Qed.

Lemma S3_gradient_in_residual_form k r phi a b i :
  gradient_a k r phi a b i =
  r * (system k (residual r a b) i + (PI - g phi) * b i) / (2 * PI).
Proof.
unfold system. rewrite S3_residual_form. unfold gradient_a. field. apply PI_neq0.
Qed.
