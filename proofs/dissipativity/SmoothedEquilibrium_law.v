(* The alignment of the equilibrium for a law of the noise with mean 0, and for the means of the uniform ball.

   mean_m2, mean_m1, mean_h, mean_g   the means of smoothing.SmoothedGradient over such a law
   m2 p rho, m1 p rho, h p rho phi    the formulas of smoothing.SmoothedKernel for the ball of radius rho
   isotropic p                        g_0

   Formalised: S2 for RADIAL and UNIT with no premise but on the noise; S2's sign for the formulas of the
   ball; of S5 the limit of RADIAL with them.
   Not formalised: that the formulas are the means over the ball; kappa. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions smoothing.SmoothedGradient smoothing.Drift_noise.
From Lemmata Require Import smoothing.SmoothedKernel smoothing.SmoothedKernel_moments.
From Lemmata Require Import smoothing.SmoothedKernel_link dissipativity.OutputDissipativity_moments.
From Lemmata Require Import dissipativity.SmoothedEquilibrium dissipativity.SmoothedEquilibrium_flow.
Open Scope R_scope.

(* S2. *)
Lemma S2_RADIAL p k E w v b : (1 <= k)%nat -> 0 < dot k b b -> mean E -> positive p E -> dot p w w = 1 ->
  E (fun x _ => dot p w x) = 0 ->
  let m2 := mean_m2 p E w in let m1 := mean_m1 p E w in let h := mean_h p E w v in
  let q := quotient k b in let d := dot k (equilibrium k m2 m1 h b) b in
  d = m1 / m2 * dot k b b * ((h / m1 - 1) * (1 - q / (PI - 1 + INR k)) / (PI - 1) + q / (PI - 1 + INR k)) /\
  (d > 0 <-> h / m1 > level k q) /\ (d = 0 <-> h / m1 = level k q) /\ (d < 0 <-> h / m1 < level k q).
Proof.
intros H B M P W Z m2 m1 h q d. destruct (moments_bounds p E w v M P W Z) as [A1 [A2 _]].
split; [apply S2_alignment|apply S2_sign]; (easy || (unfold m2, m1; lra)).
Qed.

Lemma S2_UNIT p k E w v b : (1 <= k)%nat -> 0 < dot k b b ->
  let h := mean_g p E w v in let q := quotient k b in let d := dot k (equilibrium k 1 1 h b) b in
  d = dot k b b * ((h - 1) * (1 - q / (PI - 1 + INR k)) / (PI - 1) + q / (PI - 1 + INR k)) /\
  (d > 0 <-> h > level k q) /\ (d = 0 <-> h = level k q) /\ (d < 0 <-> h < level k q).
Proof.
intros H B h q d. split; [|assert (S := S2_sign k 1 1 h b H Rlt_0_1 Rlt_0_1 B)].
- unfold d. rewrite S2_alignment by (easy || lra). fold q. unfold Rdiv. rewrite Rinv_1. ring.
- cbv zeta in S. replace (h / 1) with h in S by (unfold Rdiv; rewrite Rinv_1; ring). exact S.
Qed.

(* The formulas of the ball. *)
Lemma ball_moments_positive p rho : (2 <= p)%nat -> 0 < rho -> 0 < m2 p rho /\ 0 < m1 p rho.
Proof.
intros Hp H. assert (P := lt_0_INR p ltac:(lia)). split.
- rewrite S1_m2 by lia. assert (N := lt_0_INR (p + 2) ltac:(lia)).
  assert (0 < rho ^ 2 * INR p / INR (p + 2)); [|lra]. apply Rdiv_lt_0_compat; [|easy].
  apply Rmult_lt_0_compat; [now apply pow_lt|easy].
- assert (M := S4_m1_large_noise p rho Hp H). assert (0 < INR p * rho / (INR p + 1)); [|lra].
  apply Rdiv_lt_0_compat; [now apply Rmult_lt_0_compat|lra].
Qed.

Lemma S2_sign_RADIAL_ball p k rho phi b : (2 <= p)%nat -> (1 <= k)%nat -> 0 < rho -> 0 < dot k b b ->
  let d := dot k (equilibrium k (m2 p rho) (m1 p rho) (h p rho phi) b) b in
  let G := level k (quotient k b) in
  (d > 0 <-> h p rho phi / m1 p rho > G) /\ (d = 0 <-> h p rho phi / m1 p rho = G) /\
  (d < 0 <-> h p rho phi / m1 p rho < G).
Proof.
intros Hp H R B. destruct (ball_moments_positive p rho Hp R) as [M2 M1]. now apply S2_sign.
Qed.

(* S5. *)
Lemma lim_inv_square : is_lim (fun rho => / rho * / rho) p_infty 0.
Proof.
assert (I : is_lim (fun rho => / rho) p_infty 0).
{ apply (is_lim_inv (fun x => x) p_infty p_infty (is_lim_id _)). discriminate. }
rewrite <- (Rmult_0_r 0). now apply lim_mult.
Qed.

Lemma m1_large_noise p : (2 <= p)%nat -> is_lim (fun rho => m1 p rho / rho) p_infty (INR p / (INR p + 1)).
Proof.
intros Hp. assert (P : 2 <= INR p) by (apply le_INR in Hp; exact Hp). set (l := INR p / (INR p + 1)).
set (c := INR p / (2 * (INR p - 1))).
apply (is_lim_le_le_loc (fun _ => l) (fun rho => l + c * (/ rho * / rho))); [|apply is_lim_const|].
- exists 0. intros rho R. assert (M := S4_m1_large_noise p rho Hp R).
  assert (I := Rinv_0_lt_compat rho R).
  assert (E : forall x, l + x * / rho = (INR p * rho / (INR p + 1) + x) / rho)
    by (intros x; unfold l; field; lra).
  replace (l + c * (/ rho * / rho)) with (l + INR p / (2 * (INR p - 1) * rho) * / rho)
    by (unfold c; field; lra).
  replace l with (l + 0 * / rho) at 1 by ring. rewrite !E. unfold Rdiv at 1 3 5.
  split; apply Rmult_le_compat_r; lra.
- replace (Finite l) with (Finite (l + c * 0)) by (f_equal; ring).
  apply is_lim_plus'; [apply is_lim_const|]. apply lim_mult; [apply is_lim_const|apply lim_inv_square].
Qed.

Lemma m2_large_noise p : (2 <= p)%nat -> is_lim (fun rho => m2 p rho / rho ^ 2) p_infty (INR p / (INR p + 2)).
Proof.
intros Hp. assert (P := pos_INR p). set (l := INR p / (INR p + 2)).
apply is_lim_ext_loc with (fun rho => / rho * / rho + l).
- exists 0. intros rho R. rewrite S1_m2, plus_INR by lia. simpl (INR 2). unfold l. field. lra.
- replace (Finite l) with (Finite (0 + l)) by (f_equal; ring).
  apply is_lim_plus'; [apply lim_inv_square|apply is_lim_const].
Qed.

Lemma S5_RADIAL_ball p k b phi : (2 <= p)%nat -> (1 <= k)%nat -> 0 < dot k b b -> 0 <= phi <= PI ->
  let q := quotient k b in
  is_lim (fun rho => rho * dot k (equilibrium k (m2 p rho) (m1 p rho) (h p rho phi) b) b) p_infty
    ((INR p + 2) / (INR p + 1) * (dot k b b *
     ((isotropic p - 1) * ((1 - q / (PI - 1 + INR k)) / (PI - 1)) + q / (PI - 1 + INR k)))).
Proof.
intros Hp H B F q. assert (P : 2 <= INR p) by (apply le_INR in Hp; exact Hp).
apply S5_large_noise_RADIAL; [easy|easy|intros; now apply ball_moments_positive| |].
2: now apply S4_quotient_limit.
apply is_lim_ext_loc with (fun rho => m1 p rho / rho * / (m2 p rho / rho ^ 2)).
- exists 0. intros rho R. destruct (ball_moments_positive p rho Hp R). field. lra.
- replace ((INR p + 2) / (INR p + 1)) with (INR p / (INR p + 1) * / (INR p / (INR p + 2))) by (field; lra).
  apply lim_mult; [now apply m1_large_noise|].
  apply (is_lim_inv (fun rho => m2 p rho / rho ^ 2) p_infty (INR p / (INR p + 2)));
    [now apply m2_large_noise|].
  intros E. injection E as E. assert (0 < INR p / (INR p + 2)) by (apply Rdiv_lt_0_compat; lra). lra.
Qed.
