(* loss.PopulationLoss: the closed form is half the mean squared difference.

   p, k, w, a, v, b, residual, loss_at, loss   Definitions.v; v and b are the teacher's w and a
   network p k w a Z     sum over j < k of a_j relu (Z_j^T w) (model/ForwardPass.v)
   gaussian p            the mean over one patch z ~ N(0, I_p) (num/GaussianVectors.v)
   mean M, iterated M k  a linear mean over one patch; the k-fold iterated mean (num/IteratedMean.v)
   moments               the five means over one patch that the loss needs (loss/PopulationLoss_moments.v)

   Formalised: S1 and S5 for all k, p, a, b, w <> 0 and unit v, for k independent patches of N(0, I_p), and
   for any linear mean over a patch that has the five moments; the value is unique; S2 for every real g.
   S3 has a file of its own, PopulationLoss_symmetries.v. Not formalised: S4 (rounding). *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.IteratedMean num.GaussianVectors Definitions.
From Lemmata Require Import num.GaussianIntegral model.ForwardPass loss.PopulationLoss_moments.
Open Scope R_scope.

(* The teacher minus the student. *)
Definition difference (p k : nat) (w a v b : vec) (Z : nat -> vec) : R :=
  network p k v b Z - network p k w a Z.

(* One patch: the term b_j relu (z^T v) - a_j relu (z^T w). *)
Lemma term_mean p w v r phi (M : averager) x y : mean M -> moments p w v r phi M ->
  M (fun z => y * relu (dot p z v) - x * relu (dot p z w)) ((y - r * x) / sqrt (2 * PI)).
Proof.
intros [_ L] [Mw [Mv _]]. assert (B := L _ _ _ _ y (- x) Mv Mw). revert B.
apply mean_eq; [intros z; ring|unfold Rdiv; ring].
Qed.

Lemma term_square p w v r phi (M : averager) x y : mean M -> moments p w v r phi M ->
  M (fun z => (y * relu (dot p z v) - x * relu (dot p z w)) ^ 2)
  (y ^ 2 / 2 - x * y * r * g phi / PI + x ^ 2 * r ^ 2 / 2).
Proof.
intros [_ L] [_ [_ [Sw [Sv P]]]]. assert (A := L _ _ _ _ (x ^ 2) (-2 * x * y) Sw P).
assert (B := L _ _ _ _ (y ^ 2) 1 Sv A). revert B.
apply mean_eq; [intros z; simpl; ring|field; apply PI_neq0].
Qed.

Lemma difference_terms p k w a v b Z :
  difference p k w a v b Z = sum k (fun j => b j * relu (dot p (Z j) v) - a j * relu (dot p (Z j) w)).
Proof. unfold difference, network. now rewrite sum_minus. Qed.

(* The sum over the patches is the closed form. *)
Lemma sum_quadratic k x y z u v : sum k (fun j => x * (u j * u j) + y * (u j * v j) + z * (v j * v j)) =
  x * dot k u u + y * dot k u v + z * dot k v v.
Proof. unfold dot. induction k as [|k IH]; simpl; [ring|]. rewrite IH. ring. Qed.

Lemma S2_sum_form_equals_expanded_form k r G a b :
  (sum k (residual r a b)) ^ 2 + (PI - 1) * dot k (residual r a b) (residual r a b)
  + 2 * r * (PI - G) * dot k a b =
  r ^ 2 * ((sum k a) ^ 2 + (PI - 1) * dot k a a)
  - 2 * r * (sum k a * sum k b + (G - 1) * dot k a b) + (sum k b) ^ 2 + (PI - 1) * dot k b b.
Proof.
unfold residual. rewrite sum_lin, dot_lin_sq. ring.
Qed.

Lemma S2_expanded_loss k r phi a b :
  4 * PI * loss_at k r phi a b = r ^ 2 * ((sum k a) ^ 2 + (PI - 1) * dot k a a)
  - 2 * r * (sum k a * sum k b + (g phi - 1) * dot k a b) + (sum k b) ^ 2 + (PI - 1) * dot k b b.
Proof.
rewrite <- S2_sum_form_equals_expanded_form. unfold loss_at. field. apply PI_neq0.
Qed.

Lemma sum_of_moments k r phi a b :
  (0 + sum k (fun j => (b j - r * a j) / sqrt (2 * PI))) ^ 2
  + sum k (fun j => b j ^ 2 / 2 - a j * b j * r * g phi / PI + a j ^ 2 * r ^ 2 / 2
  - ((b j - r * a j) / sqrt (2 * PI)) ^ 2) = 2 * loss_at k r phi a b.
Proof.
assert (P := PI_RGT_0). destruct sqrt_2PI as [_ S].
assert (Q : sqrt (2 * PI) * sqrt (2 * PI) = 2 * PI) by (apply sqrt_sqrt; lra).
set (s := sqrt (2 * PI)) in *. clearbody s.
assert (E : forall x, (x / s) ^ 2 = x ^ 2 / (2 * PI)) by (intros x; rewrite <- Q; field; lra).
pose (q := (PI - 1) / (2 * PI)).
rewrite (sum_ext k (fun j => _ - _) (fun j => r ^ 2 * q * (a j * a j) + - r * (g phi - 1) / PI * (a j * b j)
+ q * (b j * b j))) by (intros j _; rewrite E; unfold q; field; lra).
rewrite (sum_ext k (fun j => _ / _) (lin (/ s) b (- r / s) a))
by (intros j _; unfold lin; field; lra).
rewrite sum_quadratic, sum_lin. apply Rmult_eq_reg_l with (2 * PI); [|lra].
replace (2 * PI * (2 * loss_at k r phi a b)) with (4 * PI * loss_at k r phi a b) by ring.
rewrite S2_expanded_loss. replace (0 + (/ s * sum k b + - r / s * sum k a))
with ((sum k b - r * sum k a) / s) by (field; lra). rewrite E. unfold q. field. lra.
Qed.

(* S1 and S5: any linear mean with the five moments. *)
Lemma scaled_difference p k w a v b r phi (M : averager) e : mean M -> moments p w v r phi M ->
  iterated M k (fun Z => e * (difference p k w a v b Z) ^ 2) (e * (2 * loss_at k r phi a b)).
Proof.
intros HM HV.
assert (B := iterated_square M k (fun j z => b j * relu (dot p z v) - a j * relu (dot p z w)) _ _ 0 e 0 HM
(fun j _ => term_mean p w v r phi M (a j) (b j) HM HV)
(fun j _ => term_square p w v r phi M (a j) (b j) HM HV)).
revert B. apply iterated_eq.
- intros Z. rewrite difference_terms. ring.
- rewrite <- sum_of_moments. ring.
Qed.

Lemma S1_any_mean p k w a v b r phi (M : averager) : mean M -> moments p w v r phi M ->
  iterated M k (fun Z => 1 / 2 * (network p k v b Z - network p k w a Z) ^ 2) (loss_at k r phi a b).
Proof.
intros HM HV. assert (B := scaled_difference p k w a v b r phi M (1 / 2) HM HV). revert B.
apply iterated_eq; [reflexivity|field].
Qed.

Lemma S5_any_mean p k w a v b r phi (M : averager) : mean M -> moments p w v r phi M ->
  iterated M k (fun Z => (network p k v b Z - network p k w a Z) ^ 2) (2 * loss_at k r phi a b).
Proof.
intros HM HV. assert (B := scaled_difference p k w a v b r phi M 1 HM HV). revert B.
apply iterated_eq; [intros Z; unfold difference; ring|ring].
Qed.

(* S1 and S5 for k independent patches of N(0, I_p). *)
Lemma S1_half_the_mean_squared_difference p k w a v b : dot p w w <> 0 -> dot p v v = 1 ->
  iterated (gaussian p) k (fun Z => 1 / 2 * (network p k v b Z - network p k w a Z) ^ 2) (loss p k w a v b).
Proof.
intros W V. apply S1_any_mean; [apply gaussian_mean|now apply gaussian_moments].
Qed.

Lemma S1_the_value_is_unique p k F x y : iterated (gaussian p) k F x -> iterated (gaussian p) k F y -> x = y.
Proof.
apply iterated_unique. intros f s t. apply gaussian_unique.
Qed.

Lemma S5_without_the_half_it_is_twice_ours p k w a v b : dot p w w <> 0 -> dot p v v = 1 ->
  iterated (gaussian p) k (fun Z => (network p k v b Z - network p k w a Z) ^ 2) (2 * loss p k w a v b).
Proof.
intros W V. apply S5_any_mean; [apply gaussian_mean|now apply gaussian_moments].
Qed.
