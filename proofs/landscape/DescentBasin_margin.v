(* The margin: the tangent of the stable manifold of the saddles.

   b, s, mu                       the teacher's output weights, the slope, the positive eigenvalue
   linear_angle, linear_weights   the linearised gradient flow J, applied to (z, e) (DescentBasin.v)
   rho k mu b                     (mu + M/(2 PI))^-1 b
   margin k s x z e               - z + s x^T e with x = rho k mu b, z = phi - phi_c, e = a - a_c

   Formalised: S2: the margin in the coordinates of the page; a left eigenvector of J and of the step of
   gradient descent; J is negative definite where it is 0; on the unstable line it is positive on the side
   of w*.
   Not formalised: the stable manifold theorem. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.DescentBasin.
Open Scope R_scope.

Definition margin (k : nat) (s : R) (x : vec) (z : R) (e : vec) : R := - z + s * dot k x e.

Lemma S2_margin_in_coordinates k s mu b z e :
  (1 <= k)%nat -> 0 < mu ->
  margin k s (rho k mu b) z e =
  - z + s * (sum k b * sum k e / INR k / (mu + lambda1 k)
             + (dot k b e - sum k b * sum k e / INR k) / (mu + lambda2)).
Proof.
intros K M. unfold margin. now rewrite (dot_rho k mu b e K M).
Qed.

Lemma S2_margin_is_a_left_eigenvector k s mu b z e :
  (1 <= k)%nat -> 0 < mu -> mu = rate k s b mu ->
  margin k s (rho k mu b) (linear_angle k s b e) (linear_weights k s b z e) = mu * margin k s (rho k mu b) z
    e.
Proof.
intros K M E. rewrite (rate_rho k s mu b K M) in E. unfold margin, linear_angle.
rewrite dot_linear_weights, (bilinear_rho k mu b e M).
replace (s * (- s * z * dot k (rho k mu b) b - (dot k b e - mu * dot k (rho k mu b) e)))
  with (- z * (s ^ 2 * dot k (rho k mu b) b) - s * dot k b e + mu * (s * dot k (rho k mu b) e)) by ring.
rewrite <- E. ring.
Qed.

Lemma S2_gradient_descent_step k s mu b eta z e :
  (1 <= k)%nat -> 0 < mu -> mu = rate k s b mu ->
  margin k s (rho k mu b) (z + eta * linear_angle k s b e) (fun i => e i + eta * linear_weights k s b z e i) =
  (1 + eta * mu) * margin k s (rho k mu b) z e.
Proof.
intros K M E. assert (L := S2_margin_is_a_left_eigenvector k s mu b z e K M E). unfold margin in *.
rewrite dot_plus_r, dot_scal_r. rewrite Rmult_plus_distr_r, Rmult_1_l, Rmult_assoc, <- L. ring.
Qed.

(* Where the margin is 0, J is minus a square and two multiples of squares. *)
Lemma form_where_the_margin_is_0 k s mu b z e :
  0 < mu -> mu = s ^ 2 * dot k (rho k mu b) b -> z = s * dot k (rho k mu b) e ->
  z * linear_angle k s b e + dot k e (linear_weights k s b z e) =
  - (form k (lin 1 e (s * z) (rho k mu b)) / (2 * PI)) - mu * z ^ 2
  - mu * ((s * z) ^ 2 * dot k (rho k mu b) (rho k mu b)).
Proof.
intros M E G. assert (P := PI_above_3). set (r := rho k mu b) in *. set (c := s * z).
assert (B := bilinear_rho k mu b e M). assert (B' := bilinear_rho k mu b r M). fold r in B, B'.
rewrite (dot_sym k b r) in B'. rewrite form_lin, dot_linear_weights, (bilinear_sym k e r).
unfold linear_angle. rewrite (dot_sym k e b).
replace ((1 * 1 * form k e + 2 * 1 * c * bilinear k r e + c * c * form k r) / (2 * PI))
  with (bilinear k e e / (2 * PI) + 2 * c * (bilinear k r e / (2 * PI)) + c * c * (bilinear k r r / (2 * PI)))
  by (unfold form; field; lra).
rewrite B, B'.
replace (mu * z ^ 2) with (2 * mu * c * dot k r e - (s ^ 2 * dot k r b) * z ^ 2); [unfold c; ring|].
rewrite <- E. unfold c. rewrite G. ring.
Qed.

Lemma S2_negative_where_the_margin_is_0 k s mu b z e :
  (1 <= k)%nat -> 0 < mu -> mu = rate k s b mu ->
  margin k s (rho k mu b) z e = 0 -> z <> 0 \/ ~ agree k e (fun _ => 0) ->
  z * linear_angle k s b e + dot k e (linear_weights k s b z e) < 0.
Proof.
intros K M E G N. rewrite (rate_rho k s mu b K M) in E. unfold margin in G. assert (P := PI_above_3).
rewrite (form_where_the_margin_is_0 k s mu b z e M E) by lra. set (r := rho k mu b) in *. set (c := s * z).
assert (F0 := form_nonneg k (lin 1 e c r)). assert (R := dot_nonneg k r).
assert (I : 0 < / (2 * PI)) by (apply Rinv_0_lt_compat; lra). unfold Rdiv. assert (C := pow2_ge_0 c).
assert (T : 0 <= mu * (c ^ 2 * dot k r r)) by (apply Rmult_le_pos; [lra|now apply Rmult_le_pos]).
destruct (Req_dec z 0) as [Z|Z].
- destruct N as [N|N]; [contradiction|]. assert (F1 := form_pos k e N).
  assert (F2 : form k (lin 1 e c r) = form k e) by (rewrite form_lin; unfold c; rewrite Z; ring).
  rewrite F2, Z. nra.
- assert (Z2 : 0 < z ^ 2) by (rewrite <- Rsqr_pow2; now apply Rsqr_pos_lt). nra.
Qed.

Lemma S2_side_of_the_teacher k s mu b z :
  margin k s (rho k mu b) z (fun i => - s * z * rho k mu b i) =
  - z * (1 + s ^ 2 * dot k (rho k mu b) (rho k mu b)) /\
  (0 < margin k s (rho k mu b) z (fun i => - s * z * rho k mu b i) <-> z < 0).
Proof.
assert (E : margin k s (rho k mu b) z (fun i => - s * z * rho k mu b i) =
  - z * (1 + s ^ 2 * dot k (rho k mu b) (rho k mu b))) by (unfold margin; rewrite dot_scal_r; ring).
split; [exact E|]. rewrite E. assert (Q := dot_nonneg k (rho k mu b)). assert (S := pow2_ge_0 s).
assert (X : 0 <= s ^ 2 * dot k (rho k mu b) (rho k mu b)) by now apply Rmult_le_pos.
split; intros H; nra.
Qed.
