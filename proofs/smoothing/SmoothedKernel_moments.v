(* m1 and h(PI) by the formulas of smoothing.SmoothedKernel/S1, S2, and their bounds for large noise (S4).

   m1            1 + (rho/mu_p) E X_(p+2)(c/rho), c = |u_1| on the sphere of R^p: E f(c) = half (p-2) f, mu_p
                 = mu (p-2)
   h_PI          (PI p/2) rho E [X_(p+2)(c/rho) c], delta at PI, where b = c
   h             the kernel with this h(PI)

   Formalised: mu - x <= X(x) <= mu - x + D x^2 / 2; both bounds of m1; those of h at PI, and the upper one
   for every phi.
   Not formalised: that m1 and h(PI) are these means (S1, S2); m1 for rho <= 1 and the quotients. The lower
   bound of h inside (0, PI) is in SmoothedKernel_link.v, h(PI) for rho <= 1 in SmoothedKernel_small.v. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise
  smoothing.BallNoise_relu smoothing.Drift smoothing.Drift_noise smoothing.Drift_sphere smoothing.Drift_bounds
  smoothing.Drift_survival smoothing.SmoothedKernel.
Open Scope R_scope.

Definition m1 (p : nat) (rho : R) : R := 1 + rho / mu (p - 2) * half (p - 2) (fun c => excess p (c / rho)).
Definition h_PI (p : nat) (rho : R) : R :=
  PI * INR p / 2 * rho * half (p - 2) (fun c => excess p (c / rho) * c).
Definition h (p : nat) (rho phi : R) : R := kernel p (h_PI p rho) rho phi.

(* X(x) = mu - x + int_0^x A. *)
Lemma excess_integral p x : (1 <= p)%nat -> 0 <= x -> excess p x = mu p - x + RInt (inside p) 0 x.
Proof.
intros Hp H. assert (B := bend_excess p x). assert (B0 := bend_excess p 0).
rewrite relu_pos, Rabs_right in B by lra. rewrite relu_pos, Rabs_R0 in B0 by lra.
assert (E0 : excess p 0 = mu p).
{ unfold excess. replace (1 - 0 ^ 2) with 1 by ring. rewrite sqrt_1, pow1. ring. }
rewrite (int_primitive (fun x => 2 * bend p x - x)); [cbv beta; rewrite B, B0, E0;
  lra| |now apply cts_inside].
intros t. assert (D := is_derive_scal _ t 2 _ (bend_derive p t Hp)).
assert (D' := is_derive_minus (V:=R_NormedModule) _ _ t _ _ D (is_derive_id t)).
replace (inside p t) with (minus (2 * below p t) 1); [exact D'|].
rewrite below_inside. unfold minus, plus, opp; simpl. field.
Qed.

Lemma S4_excess_bounds p x : (1 <= p)%nat -> 0 <= x ->
  mu p - x <= excess p x <= mu p - x + density0 p * x ^ 2 / 2.
Proof.
intros Hp H. rewrite excess_integral by assumption. assert (C := cts_inside p Hp).
assert (A : 0 <= RInt (inside p) 0 x).
{ apply int_nonneg; [exact H|exact C|]. intros t T. apply inside_bounds. lra. }
assert (E : RInt (fun t => density0 p * t) 0 x = density0 p * x ^ 2 / 2 - density0 p * 0 ^ 2 / 2).
{ apply (int_primitive (fun t => density0 p * t ^ 2 / 2)); [intros t; auto_derive; [auto|field]|smooth]. }
assert (B : RInt (inside p) 0 x <= RInt (fun t => density0 p * t) 0 x).
{ apply int_le; [exact H|exact C|smooth|]. intros t T. apply inside_linear; [exact Hp|lra]. }
lra.
Qed.

Lemma cts_excess p rho : (1 <= p)%nat -> 0 < rho -> cts (fun c => excess p (c / rho)).
Proof.
intros Hp H c. apply (continuous_comp (fun c => c / rho) (excess p)); [unfold Rdiv; revert c; smooth|].
apply (continuous_minus (V:=R_NormedModule) (fun y => mu p * sqrt (1 - y ^ 2) ^ (p + 1))
  (fun y => y * (1 - inside p y))).
- apply (continuous_mult (K:=R_AbsRing) (fun _ => mu p)); [apply continuous_const|].
  apply (continuous_comp (fun y => 1 - y ^ 2) (fun z => sqrt z ^ (p + 1))); [|apply Drift_cap.cts_sqrt_pow].
  apply (ex_derive_continuous (V:=R_NormedModule)). auto_derive. auto.
- apply (continuous_mult (K:=R_AbsRing) (fun y => y)); [apply continuous_id|].
  apply (continuous_minus (V:=R_NormedModule) (fun _ => 1)); [apply continuous_const|now apply cts_inside].
Qed.

Lemma mu_pos p : 0 < mu p.
Proof. apply Rdiv_lt_0_compat; [apply Rinv_0_lt_compat, wallis_pos|apply lt_0_INR; lia]. Qed.

(* mu_p = 1 / (p W_p), p >= 2. *)
Lemma mu_below p : (2 <= p)%nat -> mu (p - 2) = density0 p / INR p.
Proof.
intros Hp. assert (S := wallis_step (p - 2)). replace (p - 2 + 2)%nat with p in S by lia. unfold mu, density0.
assert (0 < INR p) by (apply lt_0_INR; lia). assert (0 < INR (p - 2 + 1)) by (apply lt_0_INR; lia).
assert (W := wallis_pos p). assert (W' := wallis_pos (p - 2)).
transitivity (/ (INR (p - 2 + 1) * wallis (p - 2))); [field; lra|]. rewrite <- S. field. lra.
Qed.

Lemma mean_excess p rho : (2 <= p)%nat -> 0 < rho ->
  mu p - mu (p - 2) / rho <= half (p - 2) (fun c => excess p (c / rho))
  <= mu p - mu (p - 2) / rho + density0 p / (2 * INR p * rho ^ 2).
Proof.
intros Hp H. assert (N : 0 < INR p) by (apply lt_0_INR; lia). assert (C := cts_excess p rho ltac:(lia) H).
assert (I := Rinv_0_lt_compat _ H). assert (Q := half_square (p - 2)).
replace (p - 2 + 2)%nat with p in Q by lia.
assert (B : forall y, 0 < y < 1 -> mu p - y / rho <= excess p (y / rho) <=
  mu p - y / rho + density0 p * (y / rho) ^ 2 / 2).
{ intros y Y. apply S4_excess_bounds; [lia|]. apply Rmult_le_pos; lra. }
split.
- apply Rle_trans with (half (p - 2) (fun y => mu p * 1 + - / rho * y)).
  + rewrite half_lin, half_mass, half_id by smooth. right. field. lra.
  + apply half_le; [smooth|exact C|]. intros y Y. specialize (B y Y). unfold Rdiv in *. lra.
- apply Rle_trans with (half (p - 2) (fun y => 1 * (mu p * 1 + - / rho * y) + density0 p / (2 * rho ^ 2)
  * y ^ 2)).
  + apply half_le; [exact C|smooth|]. intros y Y. specialize (B y Y).
    replace (density0 p / (2 * rho ^ 2) * y ^ 2) with (density0 p * (y / rho) ^ 2 / 2) by (field; lra).
    unfold Rdiv in *. lra.
  + rewrite (half_lin (p - 2) 1 (fun y => mu p * 1 + - / rho * y) _ (fun y => y ^ 2)) by smooth.
    rewrite half_lin, half_mass, half_id, Q by smooth. right. field. lra.
Qed.

Lemma S4_m1_large_noise p rho : (2 <= p)%nat -> 0 < rho ->
  0 <= m1 p rho - INR p * rho / (INR p + 1) <= INR p / (2 * (INR p - 1) * rho).
Proof.
intros Hp H. destruct (mean_excess p rho Hp H) as [L U]. unfold m1. assert (M := mu_pos (p - 2)).
assert (N2 : 2 <= INR p) by (replace 2 with (INR 2) by (simpl; ring); now apply le_INR).
assert (E : mu p = mu (p - 2) * (INR p / (INR p + 1))).
{ rewrite (mu_below p Hp). unfold mu. rewrite plus_INR. simpl (INR 1). field. lra. }
assert (D : density0 p = mu (p - 2) * INR p) by (rewrite (mu_below p Hp); field; lra).
rewrite E in L, U. rewrite D in U. assert (K : 0 < rho / mu (p - 2)) by now apply Rdiv_lt_0_compat.
set (x := half (p - 2) (fun c => excess p (c / rho))) in *.
apply Rmult_le_compat_l with (r := rho / mu (p - 2)) in L; [|lra].
apply Rmult_le_compat_l with (r := rho / mu (p - 2)) in U; [|lra].
replace (rho / mu (p - 2) * (mu (p - 2) * (INR p / (INR p + 1)) - mu (p - 2) / rho)) with
  (INR p * rho / (INR p + 1) - 1) in L by (field; lra).
replace (rho / mu (p - 2) * (mu (p - 2) * (INR p / (INR p + 1)) - mu (p - 2) / rho +
  mu (p - 2) * INR p / (2 * INR p * rho ^ 2))) with (INR p * rho / (INR p + 1) - 1 + / (2 * rho))
    in U by (field; lra).
split; [lra|]. assert (V : / (2 * rho) <= INR p / (2 * (INR p - 1) * rho)); [|lra].
apply Rmult_le_reg_r with (2 * (INR p - 1) * rho); [repeat apply Rmult_lt_0_compat; lra|].
replace (INR p / (2 * (INR p - 1) * rho) * (2 * (INR p - 1) * rho)) with (INR p) by (field; lra).
replace (/ (2 * rho) * (2 * (INR p - 1) * rho)) with (INR p - 1) by (field; lra). lra.
Qed.

Lemma mean_excess_times p rho : (2 <= p)%nat -> 0 < rho ->
  mu p * mu (p - 2) - / (INR p * rho) <= half (p - 2) (fun c => excess p (c / rho) * c)
  <= mu p * mu (p - 2) - / (INR p * rho) + density0 p / (2 * rho ^ 2) * (2 * mu (p - 2) / (INR p + 1)).
Proof.
intros Hp H. assert (N : 0 < INR p) by (apply lt_0_INR; lia).
assert (I := Rinv_0_lt_compat _ H). assert (Q := half_square (p - 2)).
replace (p - 2 + 2)%nat with p in Q by lia.
assert (T := half_cube (p - 2)). replace (INR (p - 2 + 3)) with (INR p + 1) in T by (rewrite <- S_INR;
  f_equal; lia).
assert (C : cts (fun c => excess p (c / rho) * c)).
{ intros c. apply (continuous_mult (K:=R_AbsRing)); [apply cts_excess; [lia|exact H]|apply continuous_id]. }
assert (B : forall y, 0 < y < 1 -> mu p * y - / rho * y ^ 2 <= excess p (y / rho) * y <=
  mu p * y - / rho * y ^ 2 + density0 p / (2 * rho ^ 2) * y ^ 3).
{ intros y Y. assert (B := S4_excess_bounds p (y / rho) ltac:(lia) ltac:(apply Rmult_le_pos; lra)).
  replace (mu p * y - / rho * y ^ 2) with ((mu p - y / rho) * y) by (field; lra).
  replace ((mu p - y / rho) * y + density0 p / (2 * rho ^ 2) * y ^ 3) with
    ((mu p - y / rho + density0 p * (y / rho) ^ 2 / 2) * y) by (field; lra).
  split; apply Rmult_le_compat_r; lra. }
split.
- apply Rle_trans with (half (p - 2) (fun y => mu p * y + - / rho * y ^ 2)).
  + rewrite half_lin, half_id, Q by smooth. right. field. lra.
  + apply half_le; [smooth|exact C|]. intros y Y. specialize (B y Y). lra.
- apply Rle_trans with (half (p - 2) (fun y => 1 * (mu p * y + - / rho * y ^ 2)
  + density0 p / (2 * rho ^ 2) * y ^ 3)).
  + apply half_le; [exact C|smooth|]. intros y Y. specialize (B y Y). lra.
  + rewrite (half_lin (p - 2) 1 (fun y => mu p * y + - / rho * y ^ 2) _ (fun y => y ^ 3)) by smooth.
    rewrite half_lin, half_id, Q, T by smooth. right. field. lra.
Qed.

Lemma c0_means p : (2 <= p)%nat -> c0 p = PI * INR p / 2 * (mu p * mu (p - 2)).
Proof.
intros Hp. rewrite c0_mu, (mu_below p Hp) by lia. assert (0 < INR p) by (apply lt_0_INR; lia). field. lra.
Qed.

Lemma S4_h_at_PI p rho : (2 <= p)%nat -> 0 < rho ->
  0 <= h p rho PI - c0 p * rho - PI / 2 * cos PI <= c0 p / rho.
Proof.
intros Hp H. assert (P := PI_RGT_0). destruct (mean_excess_times p rho Hp H) as [L U]. unfold h.
rewrite kernel_at_PI, cos_PI. unfold h_PI. assert (N : 0 < INR p) by (apply lt_0_INR; lia).
set (x := half (p - 2) (fun c => excess p (c / rho) * c)) in *. assert (E := c0_means p Hp).
assert (K0 : 0 < PI * INR p) by (apply Rmult_lt_0_compat; lra).
assert (K : 0 < PI * INR p / 2 * rho) by (apply Rmult_lt_0_compat; lra).
assert (D : density0 p = mu p * (INR p + 1)) by (unfold mu; rewrite plus_INR; simpl (INR 1); field; lra).
rewrite D in U. apply Rmult_le_compat_l with (r := PI * INR p / 2 * rho) in L; [|lra].
apply Rmult_le_compat_l with (r := PI * INR p / 2 * rho) in U; [|lra].
replace (PI * INR p / 2 * rho * (mu p * mu (p - 2) - / (INR p * rho))) with (c0 p * rho - PI / 2) in L
  by (rewrite E; field; lra).
replace (PI * INR p / 2 * rho * (mu p * mu (p - 2) - / (INR p * rho) +
  mu p * (INR p + 1) / (2 * rho ^ 2) * (2 * mu (p - 2) / (INR p + 1))))
    with (c0 p * rho - PI / 2 + c0 p / rho) in U
  by (rewrite E; field; lra).
lra.
Qed.

(* kappa - PI/2 is odd about PI/2 and negative beyond it. *)
Lemma tail_negative p rho phi : (1 <= p)%nat -> 0 < rho -> PI / 2 <= phi <= PI ->
  RInt (fun t => kappa p p rho t * sin t) phi PI <= PI / 2 * (cos phi + 1).
Proof.
intros Hp H F. assert (P := PI_RGT_0).
apply Rle_trans with (RInt (fun t => PI / 2 * sin t) phi PI).
- apply int_le; [lra|now apply cts_pull|smooth|]. intros t T.
  apply Rmult_le_compat_r; [apply sin_ge_0; lra|].
  assert (B := S2_between p p rho t Hp ltac:(lra) ltac:(lra)).
  rewrite Rmax_right in B; lra.
- rewrite int_scal, int_sin, cos_PI by smooth. lra.
Qed.

Lemma S4_h_upper p rho phi : (2 <= p)%nat -> 0 < rho -> 0 <= phi <= PI ->
  h p rho phi - c0 p * rho - PI / 2 * cos phi <= c0 p / rho.
Proof.
intros Hp H F. assert (P := PI_RGT_0). assert (Hp' : (1 <= p)%nat) by lia.
destruct (S4_h_at_PI p rho Hp H) as [_ U].
rewrite cos_PI in U. assert (W : forall x, PI / 2 <= x <= PI ->
  h p rho x - c0 p * rho - PI / 2 * cos x <= c0 p / rho).
{ intros x X. assert (D := kernel_diff p (h_PI p rho) rho x PI Hp' H). fold (h p rho x) (h p rho PI) in D.
  assert (T := tail_negative p rho x Hp' H X). lra. }
destruct (Rle_lt_dec (PI / 2) phi); [apply W; lra|].
assert (M := S3_mirror p (h_PI p rho) rho phi Hp' H). fold (h p rho phi) (h p rho (PI - phi)) in M.
assert (V := W (PI - phi) ltac:(lra)). rewrite Rtrigo_facts.cos_pi_minus in V. lra.
Qed.
