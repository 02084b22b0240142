(* C2, the pull of the mean a-step towards a*: a quadratic form, its sharp constants, its ellipsoid.

   a, b = a*, e = a - a*                 point, teacher, displacement; all in R^k
   m2, m1, h                             the three means over the noise on the filter
   inner_a                               <-E grad_a L, a* - a>
   stiffness_along, stiffness_across     lambda_1, lambda_2
   b_along, b_across                     b_1, b_2
   pull_along, pull_across               beta_1, beta_2
   along k u, across k u                 u_1 = 1^T u / sqrt k, and u - (1^T u / k) 1
   a_2, e_2, e_r                         norm of across a*, component of e along it, the rest of e
   limit, slack, worst                   the limit of c_a, the sharp gamma_a, the displacement e_c where it
                                         is met
   C2 k m2 m1 h ca gamma b               C2 for all a of R^k
   gap u v                               u - v

   Formalised: S1 (the quadratic form; b_1, b_2 are not negative, 0 only if m2 = 1 and h = PI, and fall with
   h). S2 is in OutputDissipativity_slack.v and _admissible.v, S3 in OutputDissipativity_ellipsoid.v.
   Premises in the place of the means: 1 <= m1, 2 m1 <= 1 + m2, h <= PI m1 (OutputDissipativity_moments.v).
   S4's closed form is in OutputDissipativity_slack.v, its last sentence in OutputDissipativity_small.v.
   Not formalised: that h falls strictly with phi; the expansions of S4; S5. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions.
Open Scope R_scope.

Definition gap (u v : vec) : vec := fun i => u i - v i.
Definition inner_a (k : nat) (m2 m1 h : R) (a b : vec) : R :=
  dot k (fun i => - smoothed_a k m2 m1 h a b i) (gap b a).

Definition stiffness_along (k : nat) (m2 : R) : R := m2 * (PI - 1 + INR k) / (2 * PI).
Definition stiffness_across (m2 : R) : R := m2 * (PI - 1) / (2 * PI).
Definition b_along (k : nat) (m2 m1 h : R) : R :=
  (m2 - 1) * (PI - 1 + INR k) - (m1 - 1) * (INR k - 1) + PI - h.
Definition b_across (m2 m1 h : R) : R := (m2 - 1) * (PI - 1) + (m1 - 1) + PI - h.

Definition along (k : nat) (u : vec) : R := sum k u / sqrt (INR k).
Definition across (k : nat) (u : vec) : vec := fun i => u i - sum k u / INR k.
Definition a_2 (k : nat) (b : vec) : R := norm k (across k b).
Definition e_2 (k : nat) (b e : vec) : R := dot k e (across k b) / a_2 k b.
Definition e_r (k : nat) (b e : vec) : vec := fun i => across k e i - e_2 k b e * (across k b i / a_2 k b).

Definition pull_along (k : nat) (m2 m1 h : R) (b : vec) : R := b_along k m2 m1 h * along k b / (2 * PI).
Definition pull_across (k : nat) (m2 m1 h : R) (b : vec) : R := b_across m2 m1 h * a_2 k b / (2 * PI).

(* For k = 1 there is nothing across 1: only lambda_1 and beta_1 play a part. *)
Definition limit (k : nat) (m2 : R) : R :=
  match k with 1%nat => stiffness_along 1 m2 | _ => stiffness_across m2 end.
Definition pull_at_limit (k : nat) (m2 m1 h : R) (b : vec) : R :=
  match k with 1%nat => pull_along 1 m2 m1 h b | _ => pull_across k m2 m1 h b end.
Definition slack (k : nat) (m2 m1 h ca : R) (b : vec) : R :=
  ((pull_along k m2 m1 h b) ^ 2 / (stiffness_along k m2 - ca)
   + (pull_across k m2 m1 h b) ^ 2 / (stiffness_across m2 - ca)) / 4.
Definition worst (k : nat) (m2 m1 h ca : R) (b : vec) : vec :=
  fun i => - (pull_along k m2 m1 h b / (stiffness_along k m2 - ca) / sqrt (INR k)
              + pull_across k m2 m1 h b / (stiffness_across m2 - ca) * (across k b i / a_2 k b)) / 2.
Definition C2 (k : nat) (m2 m1 h ca gamma : R) (b : vec) : Prop :=
  forall a, inner_a k m2 m1 h a b >= ca * dot k (gap a b) (gap a b) - gamma.

(* Sums and products in the coordinates along and across 1. *)
Lemma sqrt_INR_pos k : (1 <= k)%nat -> 0 < sqrt (INR k) /\ 0 < INR k /\ sqrt (INR k) * sqrt (INR k) = INR k.
Proof.
intros H. assert (0 < INR k) by (apply lt_0_INR; lia).
split; [now apply sqrt_lt_R0|split; [assumption|apply sqrt_sqrt; lra]].
Qed.

Lemma sum_across k u : (1 <= k)%nat -> sum k (across k u) = 0.
Proof.
intros H. destruct (sqrt_INR_pos k H) as [_ [H' _]].
unfold across. rewrite sum_minus, sum_const. field. lra.
Qed.

Lemma dot_across_l k u v : (1 <= k)%nat -> dot k (across k u) v = dot k u v - sum k u * sum k v / INR k.
Proof.
intros H. destruct (sqrt_INR_pos k H) as [_ [H' _]].
unfold across. rewrite dot_minus_l, dot_ones_l. field. lra.
Qed.

Lemma dot_across k u v : (1 <= k)%nat -> dot k (across k u) (across k v) = dot k u (across k v).
Proof. intros H. rewrite dot_across_l, sum_across by assumption. unfold Rdiv. ring. Qed.

Lemma dot_across_r k u v : (1 <= k)%nat -> dot k (across k u) v = dot k (across k u) (across k v).
Proof. intros H. now rewrite dot_sym, <- dot_across, dot_sym. Qed.

Lemma along_mul k u v : (1 <= k)%nat -> along k u * along k v = sum k u * sum k v / INR k.
Proof.
intros H. destruct (sqrt_INR_pos k H) as [H1 [H2 H3]].
transitivity (sum k u * sum k v / (sqrt (INR k) * sqrt (INR k))); [unfold along; field; lra|now rewrite H3].
Qed.

Lemma dot_split k u v : (1 <= k)%nat ->
  dot k u v = along k u * along k v + dot k (across k u) (across k v).
Proof. intros H. rewrite along_mul, dot_across, (dot_sym k u (across k v)), dot_across_l, (dot_sym k v u) by
  easy. lra. Qed.

Lemma a_2_sq k b : a_2 k b * a_2 k b = dot k (across k b) (across k b).
Proof. apply norm_sq. Qed.

Lemma a_2_value k b : (1 <= k)%nat -> a_2 k b = sqrt (dot k b b - along k b * along k b).
Proof. intros H. unfold a_2, norm. f_equal. rewrite (dot_split k b b) by easy. lra. Qed.

Lemma a_2_zero k b : a_2 k b = 0 -> forall i, (i < k)%nat -> across k b i = 0.
Proof. intros H. apply dot_zero. rewrite <- a_2_sq, H. ring. Qed.

Lemma e_2_a_2 k b e : (1 <= k)%nat -> e_2 k b e * a_2 k b = dot k (across k e) (across k b).
Proof.
intros H. rewrite dot_across by easy. unfold e_2. destruct (Req_dec (a_2 k b) 0) as [E|E]; [|field; easy].
rewrite E. replace (dot k e (across k b)) with 0; [lra|].
rewrite (dot_ext k e e (across k b) (fun _ => 0)), dot_ones_r; [lra|easy|].
intros i Hi. now apply a_2_zero.
Qed.

(* The coordinates of the page: |e|^2 = e_1^2 + e_2^2 + |e_r|^2, and e_r is orthogonal to 1 and to a*. *)
Lemma coordinates k b e : (1 <= k)%nat ->
  dot k (across k e) (across k e) = (e_2 k b e) ^ 2 + dot k (e_r k b e) (e_r k b e).
Proof.
intros H. set (c := e_2 k b e / a_2 k b).
assert (E : dot k (e_r k b e) (e_r k b e) = dot k (lin 1 (across k e) (- c) (across k b)) (lin 1 (across k
  e) (- c) (across k b))).
{ apply dot_ext; intros i _; unfold e_r, lin, c, Rdiv; ring. }
rewrite E, dot_lin_sq, <- (e_2_a_2 k b e), <- (a_2_sq k b) by easy. unfold c.
destruct (Req_dec (a_2 k b) 0) as [Z|Z]; [|field; easy].
assert (e_2 k b e = 0) as ->; [|rewrite Z; unfold Rdiv; ring].
unfold e_2. rewrite <- dot_across, <- (e_2_a_2 k b e), Z by easy. unfold Rdiv. ring.
Qed.

Lemma rest_orthogonal k b e : (1 <= k)%nat -> sum k (e_r k b e) = 0 /\ dot k (e_r k b e) b = 0.
Proof.
intros H. assert (E : agree k (e_r k b e) (lin 1 (across k e) (- (e_2 k b e / a_2 k b)) (across k b))).
{ intros i _. unfold e_r, lin, Rdiv. ring. }
rewrite (sum_ext k _ _ E), (dot_ext k _ _ b b E) by easy.
rewrite sum_lin, dot_lin_l, !sum_across by easy. split; [ring|].
rewrite (dot_across_r k e b), (dot_across_r k b b), <- (e_2_a_2 k b e), <- (a_2_sq k b) by easy.
destruct (Req_dec (a_2 k b) 0) as [Z|Z]; [rewrite Z; unfold Rdiv; ring|now field].
Qed.

(* S1 *)
Lemma dot_affine k c x y u v w :
  dot k (fun i => c + x * u i + y * v i) w = c * sum k w + x * dot k u w + y * dot k v w.
Proof.
rewrite <- (dot_ones_l k c), <- !dot_scal_l, <- !dot_plus_l. reflexivity.
Qed.

Lemma inner_a_value k m2 m1 h a b : let e := gap a b in
  inner_a k m2 m1 h a b = (m2 * (sum k e * sum k e + (PI - 1) * dot k e e)
    + (m2 - m1) * sum k b * sum k e + (m2 * (PI - 1) - h + m1) * dot k e b) / (2 * PI).
Proof.
intros e. assert (P := PI_RGT_0). assert (S : sum k a = sum k e + sum k b).
{ unfold e, gap. rewrite sum_minus. ring. }
unfold inner_a, smoothed_a. rewrite S.
replace (dot k _ _) with (dot k (fun i => (m2 * sum k e + (m2 - m1) * sum k b) / (2 * PI)
  + m2 * (PI - 1) / (2 * PI) * e i + (m2 * (PI - 1) - h + m1) / (2 * PI) * b i) e).
- rewrite dot_affine, (dot_sym k b e). field. lra.
- apply sum_ext. intros i _. unfold e, gap. field. lra.
Qed.

Lemma inner_a_across k m2 m1 h a b : (1 <= k)%nat -> let e := gap a b in
  inner_a k m2 m1 h a b =
  stiffness_along k m2 * along k e ^ 2 + stiffness_across m2 * dot k (across k e) (across k e)
  + pull_along k m2 m1 h b * along k e + b_across m2 m1 h / (2 * PI) * dot k (across k e) (across k b).
Proof.
intros H e. assert (P := PI_RGT_0). destruct (sqrt_INR_pos k H) as [H1 [_ H3]].
assert (S : forall u, sum k u = along k u * sqrt (INR k)) by (intros u; unfold along; field; lra).
rewrite inner_a_value, (dot_split k (gap a b) (gap a b)), (dot_split k (gap a b) b) by easy.
rewrite !S. unfold pull_along, b_along, stiffness_along, stiffness_across, b_across.
set (t := sqrt (INR k)) in *. clearbody t. rewrite <- H3. unfold e. field. lra.
Qed.

Lemma S1_quadratic_form k m2 m1 h a b : (1 <= k)%nat -> let e := gap a b in
  inner_a k m2 m1 h a b =
  stiffness_along k m2 * along k e ^ 2
  + stiffness_across m2 * (e_2 k b e ^ 2 + dot k (e_r k b e) (e_r k b e))
  + pull_along k m2 m1 h b * along k e + pull_across k m2 m1 h b * e_2 k b e.
Proof.
intros H e. rewrite inner_a_across by easy. fold e.
rewrite <- (coordinates k b e), <- (e_2_a_2 k b e) by easy.
unfold pull_across. field. apply PI_neq0.
Qed.

(* The bounds behind the signs: b_i >= (m2 - 1) / 2, less than the page has, and enough. *)
Lemma b_bounds k m2 m1 h : (1 <= k)%nat -> 1 <= m1 -> 2 * m1 <= 1 + m2 -> h <= PI * m1 ->
  (m2 - 1) / 2 <= b_along k m2 m1 h /\ (m2 - 1) / 2 <= b_across m2 m1 h.
Proof.
intros H H1 H2 H3. assert (P := PI2_3_2). apply le_INR in H. simpl in H. unfold b_along, b_across.
assert (0 <= (m2 - 1 - 2 * (m1 - 1)) * (PI - 1)) by (apply Rmult_le_pos; lra).
assert (0 <= (m2 - 1) * (PI - 2)) by (apply Rmult_le_pos; lra).
assert (0 <= (m2 - 1 - 2 * (m1 - 1)) * INR k) by (apply Rmult_le_pos; lra).
assert (0 <= (m2 - 1) * INR k) by (apply Rmult_le_pos; lra).
split; lra.
Qed.

Lemma S1_b_not_negative k m2 m1 h : (1 <= k)%nat -> 1 <= m1 -> 2 * m1 <= 1 + m2 -> h <= PI * m1 ->
  0 <= b_along k m2 m1 h /\ 0 <= b_across m2 m1 h.
Proof.
intros H H1 H2 H3. destruct (b_bounds k m2 m1 h) as [A B]; try easy. lra.
Qed.

Lemma S1_b_zero_iff_m2_1_and_h_PI k m2 m1 h :
  (1 <= k)%nat -> 1 <= m1 -> 2 * m1 <= 1 + m2 -> h <= PI * m1 ->
  (b_along k m2 m1 h = 0 <-> m2 = 1 /\ h = PI) /\ (b_across m2 m1 h = 0 <-> m2 = 1 /\ h = PI).
Proof.
intros H H1 H2 H3. destruct (b_bounds k m2 m1 h) as [A B]; try easy.
assert (E : m2 = 1 -> m1 = 1) by lra.
assert (F : m2 <= 1 -> m2 = 1) by lra. unfold b_along, b_across in *.
split; split; intros Z; try (destruct Z; subst; rewrite E by easy; ring).
- assert (m2 = 1) as -> by (apply F; lra). rewrite E in Z by easy. lra.
- assert (m2 = 1) as -> by (apply F; lra). rewrite E in Z by easy. lra.
Qed.

Lemma S1_b_strictly_increasing k m2 m1 (h : R -> R) phi phi' : h phi' < h phi ->
  b_along k m2 m1 (h phi) < b_along k m2 m1 (h phi') /\ b_across m2 m1 (h phi) < b_across m2 m1 (h phi').
Proof.
unfold b_along, b_across. lra.
Qed.
