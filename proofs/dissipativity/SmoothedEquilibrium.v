(* Where the smoothed a-step stands still, and whether its alignment with a* is positive.

   b = a*, s* = 1^T b, B = |b|^2, q = s*^2 / B
   c_along, c_across      c_1, c_2: a_infinity = c_1 (part along 1) + c_2 (rest)
   equilibrium            a_infinity
   level k q              G = 1 - (PI-1) q / (PI-1+k-q)

   Formalised: S1 (a_infinity is the only zero; its last sentence is in SmoothedEquilibrium_iterates.v), S2
   (the value of d_infinity and its sign, with = and < too, given m1, m2 > 0, which SmoothedEquilibrium_law.v
   has of every law of the noise with mean 0); of S3 the sign of G, and that d_infinity > 0 at every angle
   where h(PI)/m1 > G. S4 and S5 as far as they go are in SmoothedEquilibrium_flow.v and _law.v.
   Not formalised: the rest of S3 (h(PI)/m1 as a function of rho), S6. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions dissipativity.OutputDissipativity
  dissipativity.OutputDissipativity_slack.
Open Scope R_scope.

Definition c_along (k : nat) (m2 m1 h : R) : R := (m1 * (INR k - 1) + h) / (m2 * (PI - 1 + INR k)).
Definition c_across (m2 m1 h : R) : R := (h - m1) / (m2 * (PI - 1)).
Definition equilibrium (k : nat) (m2 m1 h : R) (b : vec) : vec :=
  fun i => c_along k m2 m1 h * (sum k b / INR k) + c_across m2 m1 h * (b i - sum k b / INR k).
Definition level (k : nat) (q : R) : R := 1 - (PI - 1) * q / (PI - 1 + INR k - q).
Definition quotient (k : nat) (b : vec) : R := sum k b ^ 2 / dot k b b.

Lemma sizes k : (1 <= k)%nat -> 1 < PI - 1 /\ 1 <= INR k.
Proof. intros H. assert (P := PI2_3_2). apply le_INR in H. simpl in H. lra. Qed.

Lemma sum_equilibrium k m2 m1 h b : (1 <= k)%nat -> sum k (equilibrium k m2 m1 h b) = c_along k m2 m1 h *
  sum k b.
Proof.
intros H. destruct (sizes k H) as [P K].
rewrite (sum_ext k _ (lin (c_along k m2 m1 h) (fun _ => sum k b / INR k) (c_across m2 m1 h) (across k b))).
- rewrite sum_lin, sum_const, sum_across by easy. field. lra.
- intros i _. reflexivity.
Qed.

(* S1 *)
Lemma S1_zero k m2 m1 h b i : (1 <= k)%nat -> 0 < m2 -> smoothed_a k m2 m1 h (equilibrium k m2 m1 h b) b i =
  0.
Proof.
intros H H2. destruct (sizes k H) as [P K]. unfold smoothed_a. rewrite sum_equilibrium by easy.
unfold equilibrium, c_along, c_across. field. lra.
Qed.

Lemma linear_zero k u : (1 <= k)%nat -> (forall i, (i < k)%nat -> sum k u + (PI - 1) * u i = 0) ->
  forall i, (i < k)%nat -> u i = 0.
Proof.
intros H Z. destruct (sizes k H) as [P K]. assert (S : sum k u = 0).
{ assert (E : sum k (fun i => sum k u + (PI - 1) * u i) = 0).
  { rewrite (sum_ext k _ (fun _ => 0)), sum_const by exact Z. ring. }
  rewrite (sum_plus k (fun _ => sum k u)), sum_const, sum_scal in E. nra. }
intros i Hi. specialize (Z i Hi). rewrite S in Z. nra.
Qed.

Lemma S1_vanishes_there_alone k m2 m1 h a b : (1 <= k)%nat -> 0 < m2 ->
  ((forall i, (i < k)%nat -> smoothed_a k m2 m1 h a b i = 0) <-> agree k a (equilibrium k m2 m1 h b)).
Proof.
intros H H2. assert (P := PI_RGT_0). split.
- intros Z i Hi. enough (gap a (equilibrium k m2 m1 h b) i = 0) by (unfold gap in *; lra).
  apply (linear_zero k); [easy| |easy]. intros j Hj. unfold gap. rewrite sum_minus.
  assert (A := Z j Hj). assert (E := S1_zero k m2 m1 h b j H H2). unfold smoothed_a, Rdiv in A, E.
  assert (N : / (2 * PI) <> 0) by (apply Rinv_neq_0_compat; lra).
  apply Rmult_integral in A, E. destruct A as [A|A]; [|easy]. destruct E as [E|E]; [|easy].
  apply Rmult_eq_reg_l with m2; lra.
- intros A i Hi. rewrite <- (S1_zero k m2 m1 h b i H H2). unfold smoothed_a.
  now rewrite (A i Hi), (sum_ext k a _ A).
Qed.

(* S2 *)
Lemma alignment_parts k m2 m1 h b : (1 <= k)%nat -> dot k (equilibrium k m2 m1 h b) b =
  c_along k m2 m1 h * (sum k b ^ 2 / INR k) + c_across m2 m1 h * (dot k b b - sum k b ^ 2 / INR k).
Proof.
intros H. destruct (sizes k H) as [P K].
rewrite (dot_ext k _ (lin (c_along k m2 m1 h) (fun _ => sum k b / INR k) (c_across m2 m1 h) (across k b)) b
  b);
  [|intros i _; reflexivity|easy].
rewrite dot_lin_l, dot_ones_l, dot_across_l by easy. field. lra.
Qed.

Lemma S2_alignment k m2 m1 h b : (1 <= k)%nat -> 0 < m2 -> m1 <> 0 -> 0 < dot k b b ->
  let q := quotient k b in
  dot k (equilibrium k m2 m1 h b) b =
  m1 / m2 * dot k b b * ((h / m1 - 1) * (1 - q / (PI - 1 + INR k)) / (PI - 1) + q / (PI - 1 + INR k)).
Proof.
intros H H2 H1 B q. destruct (sizes k H) as [P K]. rewrite alignment_parts by easy.
unfold q, quotient, c_along, c_across. field. repeat split; lra.
Qed.

Lemma quotient_le k b : 0 < dot k b b -> 0 <= quotient k b <= INR k.
Proof.
intros B. assert (S := sum_sq_le k b). unfold quotient. split.
- apply Rmult_le_pos; [apply pow2_ge_0|left; now apply Rinv_0_lt_compat].
- apply Rmult_le_reg_r with (dot k b b); [easy|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma alignment_level k m2 m1 h b : (1 <= k)%nat -> 0 < m2 -> 0 < m1 -> 0 < dot k b b ->
  exists x, 0 < x /\ dot k (equilibrium k m2 m1 h b) b = x * (h / m1 - level k (quotient k b)).
Proof.
intros H H2 H1 B. destruct (sizes k H) as [P K]. assert (Q := quotient_le k b B).
exists (m1 / m2 * dot k b b * ((PI - 1 + INR k - quotient k b) / ((PI - 1 + INR k) * (PI - 1)))). split.
- repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; try lra. apply Rmult_lt_0_compat; lra.
- rewrite S2_alignment by (easy || lra). unfold level. field. repeat split; lra.
Qed.

Lemma S2_sign k m2 m1 h b : (1 <= k)%nat -> 0 < m2 -> 0 < m1 -> 0 < dot k b b ->
  let G := level k (quotient k b) in
  (dot k (equilibrium k m2 m1 h b) b > 0 <-> h / m1 > G) /\
  (dot k (equilibrium k m2 m1 h b) b = 0 <-> h / m1 = G) /\
  (dot k (equilibrium k m2 m1 h b) b < 0 <-> h / m1 < G).
Proof.
intros H H2 H1 B G. destruct (alignment_level k m2 m1 h b H H2 H1 B) as [x [X E]]. rewrite E. fold G.
repeat split; intros Y; nra.
Qed.

(* S3 *)
Lemma S3_sign_of_the_level k b : (1 <= k)%nat -> 0 < dot k b b ->
  let q := quotient k b in
  level k q <= 1 /\ (level k q <= 0 <-> q >= 1 + (INR k - 1) / PI).
Proof.
intros H B q. destruct (sizes k H) as [P K]. assert (Q := quotient_le k b B). fold q in Q.
assert (D : 0 < PI - 1 + INR k - q) by lra. split.
- unfold level. assert (0 <= (PI - 1) * q / (PI - 1 + INR k - q)); [|lra].
  apply Rmult_le_pos; [nra|left; now apply Rinv_0_lt_compat].
- replace (level k q) with (PI * (1 + (INR k - 1) / PI - q) / (PI - 1 + INR k - q)) by (unfold level; field;
    lra).
  set (x := 1 + (INR k - 1) / PI - q). split; intros X.
  + enough (x <= 0) by (unfold x in *; lra). apply Rnot_lt_le. intros N.
    assert (0 < PI * x / (PI - 1 + INR k - q)) by (apply Rdiv_lt_0_compat; nra). lra.
  + assert (0 <= PI * - x / (PI - 1 + INR k - q)) by (apply Rmult_le_pos; [unfold x in *; nra|left; now
      apply Rinv_0_lt_compat]).
    replace (PI * x / (PI - 1 + INR k - q)) with (- (PI * - x / (PI - 1 + INR k - q))) by (field; lra). lra.
Qed.

Lemma S3_positive_at_every_angle k m2 m1 (h : R -> R) b phi : (1 <= k)%nat -> 0 < m2 -> 0 < m1 -> 0 < dot k
  b b ->
  h PI <= h phi -> h PI / m1 > level k (quotient k b) -> dot k (equilibrium k m2 m1 (h phi) b) b > 0.
Proof.
intros H H2 H1 B L G. apply S2_sign; try easy. apply Rlt_le_trans with (1 := G).
unfold Rdiv. apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|easy].
Qed.
