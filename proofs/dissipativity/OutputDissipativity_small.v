(* gamma_a under small noise, at a fixed angle phi > 0.

   m2, m1, h     the means along a sequence of radii that tends to 0
   L             Lambda: PI - 1, and PI for k = 1;  c_a = theta L m2 / 2 PI

   Formalised: the last sentence of S4, with the limits of the means (1, 1 and g(phi)) as premises.
   Not formalised: those limits; the rest of S4. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import dissipativity.OutputDissipativity dissipativity.OutputDissipativity_slack.
Open Scope R_scope.

Lemma lim_square (u : nat -> R) (x : R) : is_lim_seq u x -> is_lim_seq (fun n => u n ^ 2) (x ^ 2).
Proof.
intros U. apply (is_lim_seq_ext (fun n => u n * u n)); [intros n; ring|].
replace (x ^ 2) with (x * x) by ring. now apply is_lim_seq_mult'.
Qed.

Lemma lim_b k (m2 m1 h : nat -> R) phi : is_lim_seq m2 1 -> is_lim_seq m1 1 -> is_lim_seq h (g phi) ->
  is_lim_seq (fun n => b_along k (m2 n) (m1 n) (h n)) (PI - g phi) /\
  is_lim_seq (fun n => b_across (m2 n) (m1 n) (h n)) (PI - g phi).
Proof.
intros M2 M1 H0. unfold b_along, b_across. assert (C := is_lim_seq_const).
assert (D2 : is_lim_seq (fun n => m2 n - 1) (1 - 1)) by (apply is_lim_seq_minus'; [exact M2|apply C]).
assert (D1 : is_lim_seq (fun n => m1 n - 1) (1 - 1)) by (apply is_lim_seq_minus'; [exact M1|apply C]). split.
- replace (PI - g phi) with ((1 - 1) * (PI - 1 + INR k) - (1 - 1) * (INR k - 1) + PI - g phi) by ring.
  apply is_lim_seq_minus'; [|exact H0]. apply is_lim_seq_plus'; [|apply C].
  apply is_lim_seq_minus'; apply is_lim_seq_mult'; easy || apply C.
- replace (PI - g phi) with ((1 - 1) * (PI - 1) + (1 - 1) + PI - g phi) by ring.
  apply is_lim_seq_minus'; [|exact H0]. apply is_lim_seq_plus'; [|apply C].
  apply is_lim_seq_plus'; [|exact D1]. apply is_lim_seq_mult'; easy || apply C.
Qed.

Lemma S4_limit_at_a_positive_angle k (m2 m1 h : nat -> R) theta b phi : (1 <= k)%nat -> theta < 1 ->
  (forall n, 0 < m2 n) -> is_lim_seq m2 1 -> is_lim_seq m1 1 -> is_lim_seq h (g phi) ->
  let L := match k with 1%nat => PI | _ => PI - 1 end in
  is_lim_seq (fun n => slack k (m2 n) (m1 n) (h n) (theta * L * m2 n / (2 * PI)) b)
    ((along k b ^ 2 / (PI - 1 + INR k - theta * L) + a_2 k b ^ 2 / (PI - 1 - theta * L))
     * (PI - g phi) ^ 2 / (8 * PI)).
Proof.
intros H T P M2 M1 H0 L. assert (Pi := PI_RGT_0). assert (C := is_lim_seq_const).
destruct (lim_b k m2 m1 h phi M2 M1 H0) as [B1 B2]. apply lim_square in B1, B2.
set (i1 := / (PI - 1 + INR k - theta * L)). set (i2 := / (PI - 1 - theta * L)).
apply (is_lim_seq_ext (fun n => (b_along k (m2 n) (m1 n) (h n) ^ 2 * (along k b ^ 2 * i1)
  + b_across (m2 n) (m1 n) (h n) ^ 2 * (a_2 k b ^ 2 * i2)) * / (8 * PI * m2 n))).
- intros n. unfold L, i1, i2. rewrite S4_closed_form by easy. fold L. unfold Rdiv. ring.
- replace ((along k b ^ 2 / _ + _) * _ / (8 * PI)) with (((PI - g phi) ^ 2 * (along k b ^ 2 * i1)
    + (PI - g phi) ^ 2 * (a_2 k b ^ 2 * i2)) * / (8 * PI * 1)).
  + apply is_lim_seq_mult'.
    * apply is_lim_seq_plus'; apply is_lim_seq_mult'; easy || apply C.
    * apply (is_lim_seq_inv _ (8 * PI * 1)); [|intros E; injection E; lra].
      apply is_lim_seq_mult'; [apply C|exact M2].
  + unfold i1, i2, Rdiv. rewrite Rmult_1_r. ring.
Qed.

Lemma S4_limit_is_positive k theta b phi : (1 <= k)%nat -> 0 <= theta < 1 -> 0 < dot k b b -> 0 < phi <= PI ->
  let L := match k with 1%nat => PI | _ => PI - 1 end in
  0 < (along k b ^ 2 / (PI - 1 + INR k - theta * L) + a_2 k b ^ 2 / (PI - 1 - theta * L))
      * (PI - g phi) ^ 2 / (8 * PI).
Proof.
intros H T B F L. assert (P := PI2_3_2). assert (G : g phi < PI) by (rewrite <- g_0; apply g_decreasing; lra).
rewrite (dot_split k b b H), <- a_2_sq in B. apply le_INR in H as H'. simpl in H'.
assert (A := pow2_ge_0 (along k b)). assert (A' := pow2_ge_0 (a_2 k b)).
assert (D : 0 < PI - 1 + INR k - theta * L) by (unfold L; destruct k as [|[|k]]; simpl INR in *; nra).
assert (0 < along k b ^ 2 / (PI - 1 + INR k - theta * L) + a_2 k b ^ 2 / (PI - 1 - theta * L)).
{ apply Rinv_0_lt_compat in D. unfold Rdiv. destruct k as [|[|k]]; [lia| |].
  - rewrite a_2_one in *. replace (0 ^ 2) with 0 by ring. rewrite Rmult_0_l. nra.
  - assert (D' : 0 < PI - 1 - theta * L) by (unfold L; nra). apply Rinv_0_lt_compat in D'.
    destruct A as [A|A]; [|rewrite <- A in *]; destruct A' as [A'|A']; try rewrite <- A' in *; nra. }
apply Rdiv_lt_0_compat; [|lra]. apply Rmult_lt_0_compat; [easy|apply pow_lt; lra].
Qed.
