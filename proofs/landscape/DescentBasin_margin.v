(* The margin: the tangent of the stable manifold of the saddles.

   b, s, mu                       the teacher's output weights, the slope, the positive eigenvalue
   linear_angle, linear_weights   the linearised gradient flow J, applied to (z, e) (DescentBasin.v)
   rho k mu b                     (mu + M/(2 PI))^-1 b
   margin k s x z e               - z + s x^T e with x = rho k mu b, z = phi - phi_c, e = a - a_c

   step_angle, step_weights       a step of gradient descent with step size eta: phi - arctan(eta slope a^T b)
                                  and a - eta gradient_a

   Formalised: S2: the derivative of the step at a saddle is I + eta J; the margin in the coordinates of the
   page; a left eigenvector of J and of I + eta J; where it is 0, J is negative definite, and
   x^T (I + eta J) x is between - x^T x and x^T x if eta (lambda1 + s |b|) < 2; on the unstable line it is
   positive on the side of w*.
   Not formalised: the stable manifold theorem; that the angle and the weights of gradient descent obey these
   steps. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_curves.
From Lemmata Require Import landscape.DescentBasin.
Open Scope R_scope.

Definition step_angle (k : nat) (eta phi : R) (a b : vec) : R := phi - atan (eta * (slope phi * dot k a b)).
Definition step_weights (k : nat) (eta phi : R) (a b : vec) : vec :=
  fun i => a i - eta * gradient_a k 1 phi a b i.

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

Lemma S2_linearised_step_angle k eta phi a b z e :
  dot k a b = 0 ->
  is_derive (fun t => step_angle k eta (phi + t * z) (line a e t) b) 0
    (z + eta * linear_angle k (slope phi) b e).
Proof.
intros H. set (f := fun t => flow_angle k (phi + t * z) (line a e t) b).
assert (D : is_derive f 0 (linear_angle k (slope phi) b e)) by now apply S2_linearised_angle.
assert (F0 : f 0 = 0).
{ unfold f, flow_angle, line. rewrite dot_plus_l, dot_scal_l, H. real_equation. ring. }
apply is_derive_ext with (fun t => phi + t * z + atan (eta * f t)).
- intros t. unfold f, step_angle, flow_angle. real_equation.
  replace (eta * (- slope (phi + t * z) * dot k (line a e t) b))
    with (- (eta * (slope (phi + t * z) * dot k (line a e t) b))) by ring. rewrite atan_opp. ring.
- auto_derive; [now exists (linear_angle k (slope phi) b e)|].
  replace (Derive (fun x => f x) 0) with (linear_angle k (slope phi) b e)
    by (symmetry; now apply is_derive_unique). rewrite F0. field.
Qed.

Lemma S2_linearised_step_weights k eta phi a b z e i :
  is_derive (fun t => step_weights k eta (phi + t * z) (line a e t) b i) 0
    (e i + eta * linear_weights k (slope phi) b z e i).
Proof.
set (f := fun t => flow_weights k (phi + t * z) (line a e t) b i).
assert (D : is_derive f 0 (linear_weights k (slope phi) b z e i)) by apply S2_linearised_weights.
apply is_derive_ext with (fun t => a i + t * e i + eta * f t).
- intros t. unfold f, step_weights, flow_weights, line at 2. real_equation. ring.
- auto_derive; [now exists (linear_weights k (slope phi) b z e i)|].
  replace (Derive (fun x => f x) 0) with (linear_weights k (slope phi) b z e i)
    by (symmetry; now apply is_derive_unique). ring.
Qed.

Lemma S2_margin_grows_under_I_plus_eta_J k s mu b eta z e :
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

(* J is not below - (lambda1 + s |b|), so that no multiplier of a step is -1 or less. *)
Lemma S2_not_below k s b z e :
  0 <= s ->
  - (lambda1 k + s * norm k b) * (z ^ 2 + dot k e e) <=
  z * linear_angle k s b e + dot k e (linear_weights k s b z e).
Proof.
intros S. assert (P := PI_above_3). rewrite dot_linear_weights. unfold linear_angle. rewrite (dot_sym k e b).
assert (Q := sum_sq_le k e). assert (C := cauchy_schwarz_norm k b e). assert (E := norm_sq k e).
assert (F : bilinear k e e / (2 * PI) <= lambda1 k * dot k e e).
{ unfold lambda1, bilinear, Rdiv. rewrite Rmult_assoc, (Rmult_comm (/ _)), <- Rmult_assoc.
  apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat|]; lra. }
assert (D : z * dot k b e <= norm k b * (norm k e * Rabs z)).
{ eapply Rle_trans; [apply Rle_abs|]. rewrite Rabs_mult. assert (Z := Rabs_pos z). nra. }
assert (G : 2 * (norm k e * Rabs z) <= z ^ 2 + dot k e e).
{ rewrite <- E, <- pow2_abs. assert (X := pow2_ge_0 (norm k e - Rabs z)). lra. }
assert (B := norm_nonneg k b). assert (L := lambda1_pos k).
assert (H : s * (2 * (z * dot k b e)) <= s * (norm k b * (z ^ 2 + dot k e e))).
{ apply Rmult_le_compat_l; [exact S|]. nra. }
assert (0 <= lambda1 k * z ^ 2) by (apply Rmult_le_pos; [lra|apply pow2_ge_0]). lra.
Qed.

Lemma S2_step_shrinks_where_the_margin_is_0 k s mu b eta z e :
  (1 <= k)%nat -> 0 <= s -> 0 < mu -> mu = rate k s b mu -> 0 < eta -> eta * (lambda1 k + s * norm k b) < 2 ->
  margin k s (rho k mu b) z e = 0 -> z <> 0 \/ ~ agree k e (fun _ => 0) ->
  let q := z ^ 2 + dot k e e in
  - q < q + eta * (z * linear_angle k s b e + dot k e (linear_weights k s b z e)) < q.
Proof.
intros K S M E H0 H G N q. assert (A := S2_negative_where_the_margin_is_0 k s mu b z e K M E G N).
assert (B := S2_not_below k s b z e S). fold q in B. set (j := z * _ + _) in *.
assert (Q : 0 < q).
{ unfold q. assert (Y := dot_nonneg k e). assert (Z := pow2_ge_0 z). destruct N as [N|N].
  - assert (0 < z ^ 2) by (rewrite <- Rsqr_pow2; now apply Rsqr_pos_lt). lra.
  - assert (X := square_pos k e N). lra. }
assert (C : eta * (- (lambda1 k + s * norm k b) * q) <= eta * j) by (apply Rmult_le_compat_l; lra).
assert (D : eta * (lambda1 k + s * norm k b) * q < 2 * q) by now apply Rmult_lt_compat_r.
assert (F : 0 < eta * - j) by (apply Rmult_lt_0_compat; lra). split; lra.
Qed.
