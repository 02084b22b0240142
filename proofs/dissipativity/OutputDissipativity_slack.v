(* The sharp gamma_a of C2.

   squares        the form in e' = e - e_c: two squares minus gamma_a

   Formalised: S2, every k >= 1, all a* (multiples of 1 and 0 included): for c_a below the limit the smallest
   gamma_a, its only place, the interval of angles (there h(phi_hi) <= h(phi) and b_i >= 0 are premises), and
   the closed form of S4. Which c_a are admissible is in OutputDissipativity_admissible.v.
   Not formalised: the expansions of S4 (its last sentence is in OutputDissipativity_small.v). *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions dissipativity.OutputDissipativity.
Open Scope R_scope.

(* S2: completing the squares. *)
Lemma e_2_zero k b e : (1 <= k)%nat -> a_2 k b = 0 -> dot k (across k e) (across k b) = 0.
Proof. intros H Z. rewrite <- e_2_a_2, Z by easy. ring. Qed.

Lemma one_across u : dot 1 (across 1 u) (across 1 u) = 0.
Proof. unfold dot, across. simpl. field. Qed.

Lemma a_2_one b : a_2 1 b = 0.
Proof. unfold a_2, norm. rewrite one_across. apply sqrt_0. Qed.

Lemma pull_across_one m2 m1 h b : pull_across 1 m2 m1 h b = 0.
Proof. unfold pull_across. rewrite a_2_one. unfold Rdiv. ring. Qed.

(* e' = e - e_c in the coordinates. *)
Lemma along_worst k m2 m1 h ca b e : (1 <= k)%nat ->
  along k (gap e (worst k m2 m1 h ca b)) =
  along k e + pull_along k m2 m1 h b / (stiffness_along k m2 - ca) / 2.
Proof.
intros H. destruct (sqrt_INR_pos k H) as [H1 [H2 H3]].
set (x := pull_along k m2 m1 h b / (stiffness_along k m2 - ca)).
set (y := pull_across k m2 m1 h b / (stiffness_across m2 - ca) / a_2 k b).
assert (E : sum k (gap e (worst k m2 m1 h ca b)) =
  sum k (lin 1 e (1 / 2) (lin x (fun _ => / sqrt (INR k)) y (across k b)))).
{ apply sum_ext. intros i _. unfold gap, worst, lin, x, y, Rdiv. ring. }
unfold along. rewrite E, !sum_lin, sum_across, sum_const by easy.
transitivity (sum k e / sqrt (INR k) + x / 2 * (INR k / (sqrt (INR k) * sqrt (INR k)))); [field; lra|].
rewrite H3. field. lra.
Qed.

Lemma across_worst k m2 m1 h ca b e : (1 <= k)%nat ->
  agree k (across k (gap e (worst k m2 m1 h ca b)))
    (lin 1 (across k e) (pull_across k m2 m1 h b / (stiffness_across m2 - ca) / a_2 k b / 2) (across k b)).
Proof.
intros H i _. destruct (sqrt_INR_pos k H) as [H1 [H2 H3]].
assert (A := along_worst k m2 m1 h ca b e H). unfold along in A.
set (x := pull_along k m2 m1 h b / (stiffness_along k m2 - ca)) in *.
assert (S : sum k (gap e (worst k m2 m1 h ca b)) / INR k = sum k e / INR k + x / 2 / sqrt (INR k)).
{ set (t := sqrt (INR k)) in *. clearbody t. set (u := gap e (worst k m2 m1 h ca b)) in *. clearbody u.
  rewrite <- H3. transitivity (sum k u / t / t); [field; lra|]. rewrite A. field. lra. }
unfold across at 1. rewrite S. unfold gap, worst, lin, across. fold x. unfold Rdiv. ring.
Qed.

(* Equation (1) of the page: q(e) - c_a |e|^2 in e' = e - e_c. *)
Lemma squares k m2 m1 h ca a b : (1 <= k)%nat -> stiffness_along k m2 <> ca ->
  pull_across k m2 m1 h b = 0 \/ stiffness_across m2 <> ca ->
  let e := gap a b in let e' := gap e (worst k m2 m1 h ca b) in
  inner_a k m2 m1 h a b - ca * dot k e e =
  (stiffness_along k m2 - ca) * along k e' ^ 2
  + (stiffness_across m2 - ca) * dot k (across k e') (across k e') - slack k m2 m1 h ca b.
Proof.
intros H N1 N2 e e'. unfold e'. rewrite inner_a_across, along_worst by easy. fold e.
rewrite (dot_ext k _ _ _ _ (across_worst k m2 m1 h ca b e H) (across_worst k m2 m1 h ca b e H)).
rewrite dot_lin_sq, (dot_split k e e), <- (a_2_sq k b), <- (e_2_a_2 k b e) by easy. unfold slack.
replace (b_across m2 m1 h / (2 * PI) * (e_2 k b e * a_2 k b)) with (pull_across k m2 m1 h b * e_2 k b e)
  by (unfold pull_across, Rdiv; ring).
destruct (Req_dec (pull_across k m2 m1 h b) 0) as [Z|Z].
- rewrite Z. replace (0 ^ 2) with 0 by ring. unfold Rdiv. rewrite !Rmult_0_l. field.
  now apply Rminus_eq_contra.
- destruct N2 as [N2|N2]; [easy|]. assert (a_2 k b <> 0) by (intros Y; apply Z; unfold pull_across, Rdiv;
    rewrite Y; ring).
  field. repeat split; try apply Rminus_eq_contra; easy || lra.
Qed.

Lemma stiffness_order k m2 : (1 <= k)%nat -> 0 < m2 -> stiffness_across m2 < stiffness_along k m2.
Proof.
intros H H2. assert (P := PI_RGT_0). apply le_INR in H. simpl in H.
unfold stiffness_across, stiffness_along, Rdiv. apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; lra|nra].
Qed.

Lemma below_limit k m2 m1 h ca b : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 ->
  ca < stiffness_along k m2 /\ (pull_across k m2 m1 h b = 0 \/ stiffness_across m2 <> ca) /\
  forall u, dot k (across k u) (across k u) = 0 \/ ca < stiffness_across m2.
Proof.
intros H H2 L. assert (O := stiffness_order k m2 H H2). destruct k as [|[|k]]; [lia| |].
- simpl in L. repeat split; [easy|left; apply pull_across_one|intros u; left; apply one_across].
- unfold limit in L. repeat split; [lra|right; lra|now right].
Qed.

Lemma two_squares x y t c : 0 < x -> 0 <= c -> c = 0 \/ 0 < y -> x * t ^ 2 + y * c = 0 -> t = 0 /\ c = 0.
Proof.
intros X C Y E. assert (T := pow2_ge_0 t). assert (0 <= x * t ^ 2) by (apply Rmult_le_pos; lra).
assert (0 <= y * c) by (destruct Y as [->|]; [lra|apply Rmult_le_pos; lra]).
split; [assert (t ^ 2 = 0) by nra; nra|]. destruct Y; [easy|nra].
Qed.

(* The only displacement of equality. *)
Lemma zero_coordinates k u : (1 <= k)%nat ->
  along k u = 0 -> dot k (across k u) (across k u) = 0 -> forall i, (i < k)%nat -> u i = 0.
Proof. intros H A C. apply dot_zero. rewrite (dot_split k u u), A, C by easy. ring. Qed.

Lemma zero_agree k u : (1 <= k)%nat -> (forall i, (i < k)%nat -> u i = 0) ->
  along k u = 0 /\ dot k (across k u) (across k u) = 0.
Proof.
intros H Z. assert (S : sum k u = 0).
{ rewrite (sum_ext k u (fun _ => 0)), sum_const by easy. ring. }
unfold along. rewrite S. split; [unfold Rdiv; ring|].
rewrite dot_across, dot_sym, dot_across_l, S by easy.
rewrite (dot_ext k u (fun _ => 0) u (fun _ => 0)), dot_ones_r by easy. unfold Rdiv. ring.
Qed.

Lemma S2_attained_only_at_worst k m2 m1 h ca a b : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 ->
  (inner_a k m2 m1 h a b = ca * dot k (gap a b) (gap a b) - slack k m2 m1 h ca b
   <-> agree k (gap a b) (worst k m2 m1 h ca b)).
Proof.
intros H H2 L. destruct (below_limit k m2 m1 h ca b H H2 L) as [L1 [N2 L2]].
assert (Q := squares k m2 m1 h ca a b H ltac:(lra) N2). cbv zeta in Q.
set (u := gap (gap a b) (worst k m2 m1 h ca b)) in *. split.
- intros E. destruct (two_squares (stiffness_along k m2 - ca) (stiffness_across m2 - ca) (along k u)
    (dot k (across k u) (across k u))) as [Z1 Z2]; [lra|apply dot_nonneg|destruct (L2 u); lra|lra|].
  intros i Hi. assert (Z := zero_coordinates k u H Z1 Z2 i Hi). unfold u, gap in *. lra.
- intros E. destruct (zero_agree k u H) as [Z1 Z2].
  { intros i Hi. specialize (E i Hi). unfold u, gap in *. lra. }
  rewrite Z1, Z2 in Q. lra.
Qed.

Lemma S2_smallest_gamma k m2 m1 h ca gamma b : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 ->
  (C2 k m2 m1 h ca gamma b <-> slack k m2 m1 h ca b <= gamma).
Proof.
intros H H2 L. destruct (below_limit k m2 m1 h ca b H H2 L) as [L1 [N2 L2]]. split.
- intros C. specialize (C (fun i => b i + worst k m2 m1 h ca b i)).
  rewrite (proj2 (S2_attained_only_at_worst k m2 m1 h ca (fun i => b i + worst k m2 m1 h ca b i) b H H2 L))
    in C; [lra|].
  intros i _. unfold gap. ring.
- intros G a. assert (Q := squares k m2 m1 h ca a b H). cbv zeta in Q.
  set (u := gap (gap a b) (worst k m2 m1 h ca b)) in *. specialize (Q ltac:(lra) N2).
  assert (0 <= (stiffness_along k m2 - ca) * along k u ^ 2) by (apply Rmult_le_pos; [lra|apply pow2_ge_0]).
  assert (0 <= (stiffness_across m2 - ca) * dot k (across k u) (across k u)).
  { destruct (L2 u) as [->|]; [lra|]. apply Rmult_le_pos; [lra|apply dot_nonneg]. }
  lra.
Qed.

(* Over an interval of angles: h falls as phi grows, so the largest of the sharp gamma is that of phi_hi. *)
Lemma slack_le k m2 m1 m1' h h' ca b : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 ->
  0 <= b_along k m2 m1 h <= b_along k m2 m1' h' -> 0 <= b_across m2 m1 h <= b_across m2 m1' h' ->
  slack k m2 m1 h ca b <= slack k m2 m1' h' ca b.
Proof.
intros H H2 L [B1 I1] [B2 I2]. destruct (below_limit k m2 m1' h' ca b H H2 L) as [L1 _].
assert (S : forall x x' y z, 0 < z -> 0 <= x <= x' -> (x * y / (2 * PI)) ^ 2 / z <= (x' * y / (2 * PI)) ^ 2
  / z).
{ intros x x' y z Z X. assert (P := PI_RGT_0).
  replace (x * y / (2 * PI)) with (x * (y / (2 * PI))) by (field; lra).
  replace (x' * y / (2 * PI)) with (x' * (y / (2 * PI))) by (field; lra). rewrite !Rpow_mult_distr.
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
  apply Rmult_le_compat_r; [apply pow2_ge_0|apply pow_incr; lra]. }
assert (A := S (b_along k m2 m1 h) (b_along k m2 m1' h') (along k b) (stiffness_along k m2 - ca)).
assert (C := S (b_across m2 m1 h) (b_across m2 m1' h') (a_2 k b) (stiffness_across m2 - ca)).
unfold slack. destruct k as [|[|k]]; [lia| |].
- rewrite !pull_across_one. specialize (A ltac:(lra) ltac:(lra)). unfold pull_along. lra.
- unfold limit in L. specialize (A ltac:(lra) ltac:(lra)). specialize (C ltac:(lra) ltac:(lra)).
  unfold pull_along, pull_across. lra.
Qed.

Lemma slack_monotone k m2 m1 h h' ca b : (1 <= k)%nat -> 0 < m2 -> ca < limit k m2 -> h' <= h ->
  0 <= b_along k m2 m1 h -> 0 <= b_across m2 m1 h -> slack k m2 m1 h ca b <= slack k m2 m1 h' ca b.
Proof. intros H H2 L I B1 B2. apply slack_le; try easy; unfold b_along, b_across in *; lra. Qed.

Lemma S2_largest_at_the_largest_angle k m2 m1 (h : R -> R) ca gamma b lo hi : (1 <= k)%nat -> 0 < m2 ->
  ca < limit k m2 -> lo <= hi -> (forall phi, lo <= phi <= hi -> h hi <= h phi) ->
  (forall phi, lo <= phi <= hi -> 0 <= b_along k m2 m1 (h phi) /\ 0 <= b_across m2 m1 (h phi)) ->
  ((forall phi, lo <= phi <= hi -> C2 k m2 m1 (h phi) ca gamma b) <-> slack k m2 m1 (h hi) ca b <= gamma).
Proof.
intros H H2 L I M B. split.
- intros C. apply S2_smallest_gamma; try easy. apply C. lra.
- intros G phi P. apply S2_smallest_gamma; try easy. destruct (B phi P).
  apply Rle_trans with (2 := G). apply slack_monotone; try easy. now apply M.
Qed.

(* S4: with c_a = theta Lambda m2 / 2 PI, gamma_a = F(b_1, b_2) / 8 PI m2. *)
Lemma S4_closed_form k m2 m1 h theta b : (1 <= k)%nat -> 0 < m2 -> theta < 1 ->
  let L := match k with 1%nat => PI | _ => PI - 1 end in
  slack k m2 m1 h (theta * L * m2 / (2 * PI)) b =
  (b_along k m2 m1 h ^ 2 * along k b ^ 2 / (PI - 1 + INR k - theta * L)
   + b_across m2 m1 h ^ 2 * a_2 k b ^ 2 / (PI - 1 - theta * L)) / (8 * PI * m2).
Proof.
intros H H2 T L. assert (P := PI2_3_2).
assert (Q : forall x y z, y - theta * L <> 0 -> (x * z / (2 * PI)) ^ 2 / (m2 * y / (2 * PI) - theta * L * m2
  / (2 * PI)) / 4
  = x ^ 2 * z ^ 2 / (y - theta * L) / (8 * PI * m2)).
{ intros x y z N. replace (m2 * y / (2 * PI) - theta * L * m2 / (2 * PI)) with (m2 * (y - theta * L) / (2 *
    PI))
    by (field; lra). field. repeat split; lra. }
assert (L' : theta * L < L) by (unfold L; destruct k as [|[|k]]; nra).
unfold slack. rewrite Rdiv_plus_distr. unfold pull_along, stiffness_along. rewrite Q.
- rewrite Rdiv_plus_distr. f_equal. destruct k as [|[|k]]; [lia| |].
  + rewrite pull_across_one, a_2_one. unfold Rdiv. ring.
  + unfold pull_across, stiffness_across. apply Q. unfold L in *. lra.
- apply le_INR in H as H'. simpl in H'. unfold L in *. destruct k as [|[|k]]; [lia| |]; simpl INR in *; lra.
Qed.
