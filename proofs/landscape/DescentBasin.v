(* Gradient flow next to the saddles: its linearisation and its only positive eigenvalue.

   b, phi, a          the teacher's output weights; a saddle: its angle and its weights, with a^T b = 0
   slope phi          (PI-phi) sin phi / (2 PI), s of the page
   lambda1, lambda2   (PI-1+k)/(2 PI) and (PI-1)/(2 PI), the eigenvalues of M/(2 PI)
   flow_angle, flow_weights           the gradient flow: d phi/dt = - slope phi a^T b, da/dt = - gradient_a
   linear_angle s, linear_weights s   its linearisation J, applied to (z, e)
   rho k mu b                         (mu + M/(2 PI))^-1 b
   rate k s b mu                      the right side of the equation mu = s^2 [...]

   Formalised: S2: the linearisation, its symmetry, its positive eigenvalue as the only positive root. The
   margin is in DescentBasin_margin.v.
   Not formalised: the stable manifold theorem; S3 and S4. S1 is in DescentBasin_starts.v. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coq Require Ranalysis5.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_curves.
Open Scope R_scope.

Definition slope (phi : R) : R := (PI - phi) * sin phi / (2 * PI).
Definition lambda1 (k : nat) : R := (PI - 1 + INR k) / (2 * PI).
Definition lambda2 : R := (PI - 1) / (2 * PI).
Definition flow_angle (k : nat) (phi : R) (a b : vec) : R := - slope phi * dot k a b.
Definition flow_weights (k : nat) (phi : R) (a b : vec) : vec := fun i => - gradient_a k 1 phi a b i.
Definition linear_angle (k : nat) (s : R) (b e : vec) : R := - s * dot k b e.
Definition linear_weights (k : nat) (s : R) (b : vec) (z : R) (e : vec) : vec :=
  fun i => - s * z * b i - system k e i / (2 * PI).
Definition rho (k : nat) (mu : R) (b : vec) : vec :=
  fun i => (b i - sum k b / (2 * PI * (mu + lambda1 k))) / (mu + lambda2).

(* The right side of the equation for mu: s^2 b^T (mu + M/(2 PI))^-1 b. *)
Definition rate (k : nat) (s : R) (b : vec) (mu : R) : R :=
  s ^ 2 * ((sum k b) ^ 2 / INR k / (mu + lambda1 k) + (dot k b b - (sum k b) ^ 2 / INR k) / (mu + lambda2)).

Lemma lambda2_pos : 0 < lambda2.
Proof. assert (P := PI_above_3). apply Rdiv_lt_0_compat; lra. Qed.

Lemma lambda1_pos k : 0 < lambda1 k.
Proof. assert (P := PI_above_3). assert (K := pos_INR k). apply Rdiv_lt_0_compat; lra. Qed.

Lemma lambda_gap k : INR k = 2 * PI * (lambda1 k - lambda2).
Proof. unfold lambda1, lambda2. field. apply PI_neq0. Qed.

Ltac real_equation := match goal with |- @eq _ ?x ?y => change (@eq R x y) end.

Lemma slope_pos phi : 0 < phi < PI -> 0 < slope phi.
Proof.
intros H. assert (S := sin_gt_0 phi (proj1 H) (proj2 H)). assert (P := PI_RGT_0).
apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; lra.
Qed.

Lemma S2_linearised_angle k phi a b z e :
  dot k a b = 0 ->
  is_derive (fun t => flow_angle k (phi + t * z) (line a e t) b) 0 (linear_angle k (slope phi) b e).
Proof.
intros D. assert (P := PI_neq0).
apply is_derive_ext with (fun t => - ((PI - (phi + t * z)) * sin (phi + t * z) / (2 * PI)) * (t * dot k e b)).
- intros t. unfold flow_angle, line. rewrite dot_plus_l, dot_scal_l, D. unfold slope. real_equation. ring.
- auto_derive; [exact I|]. rewrite Rmult_0_l, Rplus_0_r. unfold linear_angle, slope. rewrite (dot_sym k b e).
  field. exact P.
Qed.

Lemma S2_linearised_weights k phi a b z e i :
  is_derive (fun t => flow_weights k (phi + t * z) (line a e t) b i) 0 (linear_weights k (slope phi) b z e i).
Proof.
assert (P := PI_neq0).
apply is_derive_ext with (fun t => - ((sum k a + t * sum k e + (PI - 1) * (a i + t * e i)
  - (sum k b + ((PI - (phi + t * z)) * cos (phi + t * z) + sin (phi + t * z) - 1) * b i)) / (2 * PI))).
- intros t. unfold flow_weights, gradient_a, line, g. rewrite sum_plus, sum_scal. real_equation.
  field. exact P.
- auto_derive; [exact I|]. rewrite Rmult_0_l, Rplus_0_r. unfold linear_weights, slope, system. field. exact P.
Qed.

Lemma dot_linear_weights k s b z e x :
  dot k x (linear_weights k s b z e) = - s * z * dot k x b - bilinear k x e / (2 * PI).
Proof.
rewrite bilinear_system. unfold linear_weights.
rewrite (dot_ext k x x _ (lin (- s * z) b (- / (2 * PI)) (system k e))); [|now intros i _|].
- rewrite dot_lin_r. unfold Rdiv. ring.
- intros i _. unfold lin, Rdiv. ring.
Qed.

Lemma S2_symmetric k s b z e z' e' :
  z' * linear_angle k s b e + dot k e' (linear_weights k s b z e) =
  z * linear_angle k s b e' + dot k e (linear_weights k s b z' e').
Proof.
rewrite !dot_linear_weights, (bilinear_sym k e' e). unfold linear_angle.
rewrite (dot_sym k e' b), (dot_sym k e b). ring.
Qed.

(* (mu + M/(2 PI)) rho = b, and rho in the coordinates along 1 and across. *)
Lemma sum_rho k mu b : 0 < mu -> sum k (rho k mu b) = sum k b / (mu + lambda1 k).
Proof.
intros M. assert (A := lambda1_pos k). assert (B := lambda2_pos). assert (P := PI_RGT_0).
rewrite (sum_ext k _ (lin (/ (mu + lambda2)) b
  (- (sum k b / (2 * PI * (mu + lambda1 k))) / (mu + lambda2)) (fun _ => 1))).
- rewrite sum_lin, sum_const, lambda_gap. field. repeat split; lra.
- intros i _. unfold rho, lin. field. lra.
Qed.

Lemma rho_solves k mu b i : 0 < mu -> mu * rho k mu b i + system k (rho k mu b) i / (2 * PI) = b i.
Proof.
intros M. assert (A := lambda1_pos k). assert (B := lambda2_pos). assert (P := PI_RGT_0).
unfold system. rewrite (sum_rho k mu b M).
replace (mu * rho k mu b i + (sum k b / (mu + lambda1 k) + (PI - 1) * rho k mu b i) / (2 * PI))
  with ((mu + lambda2) * rho k mu b i + sum k b / (2 * PI * (mu + lambda1 k))).
- unfold rho. field. repeat split; lra.
- unfold lambda2. field. repeat split; lra.
Qed.

Lemma dot_rho k mu b e :
  (1 <= k)%nat -> 0 < mu ->
  dot k (rho k mu b) e =
  sum k b * sum k e / INR k / (mu + lambda1 k) + (dot k b e - sum k b * sum k e / INR k) / (mu + lambda2).
Proof.
intros K M. assert (A := lambda1_pos k). assert (B := lambda2_pos). assert (P := PI_RGT_0).
assert (N := size_at_least_1 k K).
rewrite (dot_ext k _ (lin (/ (mu + lambda2)) b
  (- (sum k b / (2 * PI * (mu + lambda1 k))) / (mu + lambda2)) (fun _ => 1)) e e); [| |now intros i _].
- rewrite dot_lin_l, dot_ones_l. rewrite lambda_gap in *. field. repeat split; nra.
- intros i _. unfold rho, lin. field. lra.
Qed.

Lemma bilinear_rho k mu b e : 0 < mu ->
  bilinear k (rho k mu b) e / (2 * PI) = dot k b e - mu * dot k (rho k mu b) e.
Proof.
intros M. assert (P := PI_neq0). rewrite bilinear_sym, bilinear_system.
rewrite (dot_ext k e e _ (fun i => 2 * PI * (b i - mu * rho k mu b i)) (fun i _ => eq_refl)).
- rewrite dot_scal_r, dot_minus_r, dot_scal_r, (dot_sym k e b), (dot_sym k e (rho k mu b)). field. exact P.
- intros i _. rewrite <- (rho_solves k mu b i M) at 1. field. exact P.
Qed.

Lemma rate_rho k s mu b : (1 <= k)%nat -> 0 < mu -> rate k s b mu = s ^ 2 * dot k (rho k mu b) b.
Proof.
intros K M. rewrite (dot_rho k mu b b K M). unfold rate.
now replace ((sum k b) ^ 2) with (sum k b * sum k b) by ring.
Qed.

(* The positive eigenvalue. *)
Lemma eigenvector_weights k s mu b z e :
  0 < mu -> (forall i, (i < k)%nat -> linear_weights k s b z e i = mu * e i) ->
  agree k e (fun i => - s * z * rho k mu b i).
Proof.
intros M H. assert (P := PI_above_3). assert (F := form_nonneg k (fun i => e i - - s * z * rho k mu b i)).
set (x := fun i => e i - - s * z * rho k mu b i) in *.
assert (X : forall i, (i < k)%nat -> mu * x i + system k x i / (2 * PI) = 0).
{ intros i Hi. assert (E := H i Hi). assert (R := f_equal (Rmult (s * z)) (rho_solves k mu b i M)).
  unfold linear_weights in E. unfold system in *.
  replace (sum k x) with (sum k e - - s * z * sum k (rho k mu b)) by (unfold x;
    now rewrite sum_minus, sum_scal).
  unfold x. lra. }
assert (Z : mu * dot k x x + form k x / (2 * PI) = 0).
{ unfold form. rewrite bilinear_system, <- (dot_scal_r k mu).
  unfold Rdiv. rewrite (Rmult_comm _ (/ (2 * PI))), <- dot_scal_r, <- dot_plus_r.
  rewrite (dot_ext k x x _ (fun _ => 0) (fun i _ => eq_refl)); [rewrite dot_ones_r; ring|].
  intros i Hi. rewrite <- (X i Hi). unfold Rdiv. ring. }
assert (G : 0 <= form k x / (2 * PI)) by (apply Rmult_le_pos; [exact F|apply Rlt_le, Rinv_0_lt_compat; lra]).
assert (Q := dot_nonneg k x). intros i Hi. assert (Y : x i = 0) by (apply (dot_zero k x); [nra|exact Hi]).
unfold x in Y. lra.
Qed.

Lemma S2_positive_eigenvalue_iff k s mu b :
  (1 <= k)%nat -> 0 < mu ->
  ((exists z e, (z <> 0 \/ ~ agree k e (fun _ => 0)) /\ linear_angle k s b e = mu * z /\
      forall i, (i < k)%nat -> linear_weights k s b z e i = mu * e i)
   <-> mu = rate k s b mu).
Proof.
intros K M. rewrite (rate_rho k s mu b K M). split.
- intros [z [e [N [A W]]]]. assert (E := eigenvector_weights k s mu b z e M W).
  unfold linear_angle in A. rewrite dot_sym, (dot_ext k _ _ b b E), dot_scal_l in A by now intros i _.
  assert (Z : z <> 0).
  { intros Z. destruct N as [N|N]; [contradiction|]. apply N. intros i Hi. rewrite (E i Hi), Z. ring. }
  apply Rmult_eq_reg_r with z; [|exact Z]. rewrite <- A. ring.
- intros E. exists 1, (fun i => - s * rho k mu b i). split; [left; apply R1_neq_R0|split].
  + unfold linear_angle. rewrite dot_scal_r, (dot_sym k b). lra.
  + intros i _. unfold linear_weights. rewrite <- (rho_solves k mu b i M) at 1.
    unfold system. rewrite sum_scal. field. apply PI_neq0.
Qed.

Lemma coordinates_nonneg k b : (1 <= k)%nat ->
  0 <= (sum k b) ^ 2 / INR k /\ 0 <= dot k b b - (sum k b) ^ 2 / INR k.
Proof.
intros K. assert (N := size_at_least_1 k K). assert (C := sum_sq_le k b). split.
- apply Rmult_le_pos; [apply pow2_ge_0|apply Rlt_le, Rinv_0_lt_compat; lra].
- apply Rmult_le_reg_l with (INR k); [lra|]. field_simplify; lra.
Qed.

Lemma rate_decreasing k s b x y : (1 <= k)%nat -> 0 <= x -> x < y -> rate k s b y <= rate k s b x.
Proof.
intros K X L. destruct (coordinates_nonneg k b K) as [C1 C2]. assert (A := lambda1_pos k).
assert (B := lambda2_pos). apply Rmult_le_compat_l; [apply pow2_ge_0|].
apply Rplus_le_compat; apply Rmult_le_compat_l; try assumption; apply Rlt_le, Rinv_lt_contravar; nra.
Qed.

Lemma rate_pos k s b x : (1 <= k)%nat -> 0 <= x -> s <> 0 -> ~ agree k b (fun _ => 0) -> 0 < rate k s b x.
Proof.
intros K X S H. destruct (coordinates_nonneg k b K) as [C1 C2]. assert (A := lambda1_pos k).
assert (B := lambda2_pos). assert (Q := square_pos k b H).
assert (I1 : 0 < / (x + lambda1 k)) by (apply Rinv_0_lt_compat; lra).
assert (I2 : 0 < / (x + lambda2)) by (apply Rinv_0_lt_compat; lra).
apply Rmult_lt_0_compat; [rewrite <- Rsqr_pow2; now apply Rsqr_pos_lt|]. unfold Rdiv at 1 3.
set (u := (sum k b) ^ 2 / INR k) in *.
destruct (Rle_lt_or_eq_dec 0 u C1) as [U|U]; [nra|rewrite <- U in *; nra].
Qed.

Lemma S2_only_one_positive_root k s b :
  (1 <= k)%nat -> s <> 0 -> ~ agree k b (fun _ => 0) ->
  exists mu, (0 < mu /\ mu = rate k s b mu) /\ forall x, 0 < x -> x = rate k s b x -> x = mu.
Proof.
intros K S H. assert (A := lambda1_pos k). assert (B := lambda2_pos).
assert (R0 := rate_pos k s b 0 K (Rle_refl 0) S H).
assert (C : forall x, 0 <= x -> continuity_pt (fun x => x - rate k s b x) x).
{ intros x X. apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
  unfold rate, Rdiv. reg; lra. }
set (y := rate k s b 0) in *. assert (Y := rate_decreasing k s b 0 (y + 1) K (Rle_refl 0)).
destruct (Ranalysis5.IVT_interv (fun x => x - rate k s b x) 0 (y + 1)) as [z [Z E]].
- intros x X. apply C. lra.
- lra.
- fold y. lra.
- fold y in Y. lra.
- assert (Z0 : z <> 0) by (intros Q; rewrite Q in E; fold y in E; lra).
  exists z. split; [split; lra|]. intros x X F. destruct (Rtotal_order x z) as [L|[L|L]]; [|exact L|].
  + assert (D := rate_decreasing k s b x z K). lra.
  + assert (D := rate_decreasing k s b z x K). lra.
Qed.
