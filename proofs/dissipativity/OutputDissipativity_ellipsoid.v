(* Where C2 fails with gamma_a = 0: inside an ellipsoid.

   c              a point where the mean gradient vanishes (a_infinity of dissipativity.SmoothedEquilibrium)

   Formalised: S3 (exactly the inside; a* is on the surface; c and all between it and a* is inside if c_a > 0
   and beta <> 0). *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions dissipativity.OutputDissipativity
  dissipativity.OutputDissipativity_slack dissipativity.OutputDissipativity_admissible.
Open Scope R_scope.

(* S3 *)
Lemma S3_ellipsoid k m2 m1 h ca a b : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 ->
  let e' := gap (gap a b) (worst k m2 m1 h ca b) in
  (inner_a k m2 m1 h a b < ca * dot k (gap a b) (gap a b) <->
   (stiffness_along k m2 - ca) * along k e' ^ 2
   + (stiffness_across m2 - ca) * (e_2 k b e' ^ 2 + dot k (e_r k b e') (e_r k b e')) < slack k m2 m1 h ca b).
Proof.
intros H H2 L e'. destruct (below_limit k m2 m1 h ca b H H2 L) as [L1 [N2 L2]].
assert (Q := squares k m2 m1 h ca a b H ltac:(lra) N2). cbv zeta in Q. fold e' in Q.
rewrite <- (coordinates k b e') by easy. lra.
Qed.

Lemma S3_teacher_on_the_surface k m2 m1 h ca b : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 ->
  let e' := gap (gap b b) (worst k m2 m1 h ca b) in
  (stiffness_along k m2 - ca) * along k e' ^ 2
  + (stiffness_across m2 - ca) * (e_2 k b e' ^ 2 + dot k (e_r k b e') (e_r k b e')) = slack k m2 m1 h ca b.
Proof.
intros H H2 L e'. destruct (below_limit k m2 m1 h ca b H H2 L) as [L1 [N2 L2]].
assert (Q := squares k m2 m1 h ca b b H ltac:(lra) N2). cbv zeta in Q. fold e' in Q.
rewrite <- (coordinates k b e') by easy.
assert (Z : dot k (gap b b) (gap b b) = 0).
{ rewrite (dot_ext k _ (fun _ => 0) _ (fun _ => 0)), dot_ones_r; try (intros i _; unfold gap); ring. }
assert (I : inner_a k m2 m1 h b b = 0).
{ unfold inner_a. rewrite (dot_ext k _ _ _ (fun _ => 0) (fun _ _ => eq_refl)), dot_ones_r; try (intros i _;
    unfold gap); ring. }
rewrite Z, I in Q. lra.
Qed.

(* The mean gradient at a* itself is beta, so it vanishes elsewhere if beta <> 0. *)
Lemma gradient_at_teacher k m2 m1 h b u : (1 <= k)%nat -> dot k (smoothed_a k m2 m1 h b b) u =
  pull_along k m2 m1 h b * along k u + b_across m2 m1 h / (2 * PI) * dot k (across k u) (across k b).
Proof.
intros H. assert (P := PI_RGT_0). destruct (sqrt_INR_pos k H) as [H1 [_ H3]].
assert (S : forall x, sum k x = along k x * sqrt (INR k)) by (intros x; unfold along; field; lra).
rewrite (dot_ext k _ (fun i => (m2 - m1) * sum k b / (2 * PI) + (m2 * (PI - 1) - h + m1) / (2 * PI) * b i
  + 0 * b i) u u); [|intros i _; unfold smoothed_a; field; lra|easy].
rewrite dot_affine, (dot_split k b u), !S, (dot_sym k (across k b)) by easy.
unfold pull_along, b_along, b_across.
set (t := sqrt (INR k)) in *. clearbody t. rewrite <- H3. field. lra.
Qed.

Lemma inner_a_ext k m2 m1 h a a' b : agree k a a' -> inner_a k m2 m1 h a b = inner_a k m2 m1 h a' b.
Proof.
intros E. rewrite !inner_a_value. assert (F : agree k (gap a b) (gap a' b)).
{ intros i Hi. unfold gap. now rewrite E. }
now rewrite (sum_ext k _ _ F), (dot_ext k _ _ _ _ F F), (dot_ext k _ _ b b F).
Qed.

Lemma not_the_teacher k m2 m1 h b c : (1 <= k)%nat -> pull_along k m2 m1 h b <> 0 \/ pull_across k m2 m1 h b
  <> 0 ->
  (forall i, (i < k)%nat -> smoothed_a k m2 m1 h c b i = 0) -> 0 < dot k (gap c b) (gap c b).
Proof.
intros H N Z. destruct (dot_nonneg k (gap c b)) as [|E]; [easy|exfalso].
symmetry in E. apply dot_zero_agree in E.
assert (Y : forall u, dot k (smoothed_a k m2 m1 h b b) u = 0).
{ intros u. rewrite (dot_ext k _ (fun _ => 0) u u), dot_ones_l; [ring| |easy].
  intros i Hi. rewrite <- (Z i Hi). unfold smoothed_a. now rewrite (sum_ext k c b E), (E i Hi). }
destruct N as [N|N]; apply N.
- assert (A := Y (fun _ => 1)). rewrite gradient_at_teacher in A by easy.
  destruct (sqrt_INR_pos k H) as [H1 [H3 _]].
  assert (O : agree k (across k (fun _ => 1)) (fun _ => 0)).
  { intros i _. unfold across. rewrite sum_const. field. lra. }
  rewrite (dot_ext k _ _ (across k b) _ O), dot_ones_l in A by easy. unfold along in A.
  rewrite sum_const in A.
  assert (0 < INR k * 1 / sqrt (INR k)) by (apply Rdiv_lt_0_compat; lra). nra.
- assert (A := Y (across k b)). rewrite gradient_at_teacher in A by easy.
  rewrite (dot_ext k _ _ (across k b) _ (across_twice k b H)), <- a_2_sq in A by easy.
  unfold along in A. rewrite sum_across in A by easy. unfold pull_across.
  assert (E2 : b_across m2 m1 h * a_2 k b / (2 * PI) * a_2 k b = 0) by (rewrite <- A; unfold Rdiv; ring).
  destruct (Rmult_integral _ _ E2) as [|E3]; [easy|rewrite E3; unfold Rdiv; ring].
Qed.

(* Where the mean gradient vanishes, and everywhere between there and a*, C2 with gamma_a = 0 fails. *)
Lemma S3_inside_up_to_the_fixed_point k m2 m1 h ca b c t : (1 <= k)%nat -> 0 < m2 -> 0 < ca ->
  pull_along k m2 m1 h b <> 0 \/ pull_across k m2 m1 h b <> 0 ->
  (forall i, (i < k)%nat -> smoothed_a k m2 m1 h c b i = 0) -> 0 < t <= 1 ->
  let a := fun i => b i + t * (c i - b i) in
  inner_a k m2 m1 h a b < ca * dot k (gap a b) (gap a b).
Proof.
intros H H2 C N Z T a. assert (D := not_the_teacher k m2 m1 h b c H N Z).
assert (R1 := ray k m2 m1 h 0 b (gap c b) 1 H). assert (Rt := ray k m2 m1 h 0 b (gap c b) t H). cbv zeta in *.
change (fun i => b i + t * gap c b i) with a in Rt.
rewrite (inner_a_ext k m2 m1 h _ c) in R1 by (intros i _; unfold gap; ring).
assert (I : inner_a k m2 m1 h c b = 0).
{ unfold inner_a. rewrite (dot_ext k _ (fun _ => 0) (gap b c) (gap b c)), dot_ones_l; [ring| |easy].
  intros i Hi. rewrite Z by easy. ring. }
rewrite I in R1. assert (E : dot k (gap a b) (gap a b) = t ^ 2 * dot k (gap c b) (gap c b)).
{ rewrite (dot_ext k _ (fun i => t * gap c b i) _ (fun i => t * gap c b i)), dot_scal_l, dot_scal_r;
  [ring|intros i _; unfold gap, a; ring|intros i _; unfold gap, a; ring]. }
assert (X : 0 <= (stiffness_along k m2 - 0) * along k (gap c b) ^ 2
  + (stiffness_across m2 - 0) * dot k (across k (gap c b)) (across k (gap c b))).
{ assert (O := stiffness_order k m2 H H2). assert (S : 0 <= stiffness_across m2).
  { unfold stiffness_across. assert (P := PI2_3_2). left. apply Rdiv_lt_0_compat; nra. }
  assert (Y := dot_nonneg k (across k (gap c b))). assert (Y1 := pow2_ge_0 (along k (gap c b))).
  assert (0 <= (stiffness_along k m2 - 0) * along k (gap c b) ^ 2) by (apply Rmult_le_pos; lra).
  assert (0 <= (stiffness_across m2 - 0) * dot k (across k (gap c b)) (across k (gap c b))) by (apply
    Rmult_le_pos; lra).
  lra. }
set (x := (stiffness_along k m2 - 0) * _ + _) in *. set (y := pull_along k m2 m1 h b * _ + _) in *.
assert (0 < ca * (t ^ 2 * dot k (gap c b) (gap c b))) by (repeat apply Rmult_lt_0_compat; nra).
assert (0 <= x * (t - t ^ 2)) by (apply Rmult_le_pos; nra). rewrite E in *. nra.
Qed.
