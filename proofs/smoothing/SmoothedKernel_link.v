(* h(PI) and kappa(PI) are one number: h(PI; rho) = c0 rho - kappa(PI; rho), and with it the bounds of h for
   large noise at every angle (smoothing.SmoothedKernel/S4).

   h, h_PI       as in SmoothedKernel_moments.v; the equation is the integral of S2 at PI, integrated by parts

   Formalised: the equation; 0 <= h(phi) - c0 rho - (PI/2) cos phi <= c0 / rho for 0 <= phi <= PI; h / m1 -> g0.
   Not formalised: that h is E[r g(phi)] (see SmoothedKernel.v); that h(PI) / m1 rises with rho. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise
  smoothing.BallNoise_relu smoothing.Drift smoothing.Drift_noise smoothing.Drift_sphere
    smoothing.Drift_duality
  smoothing.Drift_bounds smoothing.SmoothedKernel smoothing.SmoothedKernel_moments.
Open Scope R_scope.

(* X on the whole line as a differentiable function. *)
Definition slack (p : nat) (y : R) : R := 2 * bend p y - 2 * y.

Lemma slack_excess p y : 0 <= y -> excess p y = slack p y.
Proof. intros H. assert (B := bend_excess p y). rewrite relu_pos, Rabs_right in B by lra. unfold slack.
lra. Qed.

Lemma slack_derive p y : (1 <= p)%nat -> is_derive (slack p) y (inside p y - 1).
Proof.
intros Hp. assert (D := is_derive_minus (V:=R_NormedModule)
  _ _ y _ _ (is_derive_scal _ y 2 _ (bend_derive p y Hp))
  (is_derive_scal _ y 2 _ (is_derive_id y))).
replace (inside p y - 1) with (minus (2 * below p y) (2 * one)); [exact D|].
rewrite below_inside. unfold minus, plus, opp, one; simpl. field.
Qed.

Lemma cts_slack p : (1 <= p)%nat -> cts (slack p).
Proof. intros Hp y. apply (ex_derive_continuous (V:=R_NormedModule)). eexists. now apply slack_derive. Qed.

Lemma parts_derive p rho t : (2 <= p)%nat -> 0 < rho ->
  is_derive (fun t => slack p (/ rho * sin t) * cos t ^ (p - 1)) t
    (/ rho * (inside p (/ rho * sin t) * cos t ^ p) - / rho * cos t ^ p
     - (INR p - 1) * (slack p (/ rho * sin t) * sin t * cos t ^ (p - 2))).
Proof.
intros Hp H. assert (Hx : is_derive (fun t => / rho * sin t) t (/ rho * cos t)) by (auto_derive; [auto|ring]).
assert (D1 := is_derive_comp (slack p) _ t _ _ (slack_derive p (/ rho * sin t) ltac:(lia)) Hx).
assert (D2 : is_derive (fun t => cos t ^ (p - 1)) t (- ((INR p - 1) * sin t * cos t ^ (p - 2)))).
{ auto_derive; [auto|]. replace (Init.Nat.pred (p - 1)) with (p - 2)%nat by lia.
  rewrite minus_INR by lia. simpl (INR 1). ring. }
assert (D := is_derive_mult _ _ t _ _ D1 D2 Rmult_comm).
match type of D with is_derive _ _ ?d =>
  match goal with |- is_derive _ _ ?e => replace e with d; [exact D|] end end.
replace (cos t ^ p) with (cos t * cos t ^ (p - 1)) by (rewrite tech_pow_Rmult; f_equal; lia).
unfold plus, scal, mult; simpl; unfold mult; simpl. ring.
Qed.

Lemma h_PI_parts p rho : (2 <= p)%nat -> 0 < rho ->
  (INR p - 1) * (wallis (p - 2) * half (p - 2) (fun c => excess p (c / rho) * c)) =
  mu p - / rho * (wallis p * (1 - half p (fun y => inside p (/ rho * y)))).
Proof.
intros Hp H. assert (P := PI_RGT_0). assert (I := Rinv_0_lt_compat _ H).
set (f := fun t => slack p (/ rho * sin t) * sin t * cos t ^ (p - 2)).
assert (Ci := cts_mean p _ (cts_inside_scaled p (/ rho) ltac:(lia))). cbv beta in Ci.
assert (Cs : cts (fun y => slack p (/ rho * y) * y)).
{ intros y. apply (continuous_mult (K:=R_AbsRing)); [|apply continuous_id].
  apply (continuous_comp (fun y => / rho * y) (slack p)); [revert y; smooth|apply cts_slack; lia]. }
assert (Cf : cts f) by exact (cts_mean (p - 2) _ Cs).
assert (K : forall k v, cts v -> cts (fun t => k * v t)).
{ intros k v C t. apply (continuous_mult (K:=R_AbsRing) (fun _ => k)); [apply continuous_const|apply C]. }
assert (Cd : cts (fun t => / rho * (inside p (/ rho * sin t) * cos t ^ p) - / rho * cos t ^ p)).
{ intros t. apply (continuous_minus (V:=R_NormedModule) (fun t => / rho * (inside p (/ rho * sin t)
  * cos t ^ p)));
  [now apply K|apply K, cts_cos_pow]. }
assert (E := int_primitive (fun t => slack p (/ rho * sin t) * cos t ^ (p - 1))
  (fun t => (/ rho * (inside p (/ rho * sin t) * cos t ^ p) - / rho * cos t ^ p) - (INR p - 1) * f t)
    0 (PI / 2)
  (fun t => parts_derive p rho t Hp H)).
assert (E1 := int_minus _ _ 0 (PI / 2) Cd (K (INR p - 1) f Cf)).
assert (E2 := int_minus _ _ 0 (PI / 2) (K (/ rho) _ Ci) (K (/ rho) _ (cts_cos_pow p))). cbv beta in E1, E2.
rewrite (int_scal _ (/ rho) 0 (PI / 2) Ci), (int_scal _ (/ rho) 0 (PI / 2) (cts_cos_pow p)) in E2.
rewrite E2, (int_scal f (INR p - 1) 0 (PI / 2) Cf) in E1. rewrite E1 in E.
cbv beta in E. rewrite sin_0, Rmult_0_r, cos_0, pow1, cos_PI2, pow_i in E by lia. fold (wallis p) in E.
assert (Z : slack p 0 = mu p).
{ rewrite <- slack_excess by lra. unfold excess. replace (1 - 0 ^ 2) with 1 by ring. rewrite sqrt_1, pow1.
  ring. }
rewrite Z in E. unfold half. rewrite (int_ext (fun t => excess p (sin t / rho) * sin t * cos t ^ (p - 2)) f).
- assert (W := wallis_nonzero p). assert (W' := wallis_nonzero (p - 2)).
  assert (V : forall a b : R, b <> 0 -> b * (a / b) = a) by (intros; field; assumption).
  rewrite Rmult_minus_distr_l, !V by assumption.
  rewrite Rmult_1_r, Rmult_minus_distr_l.
  assert (Q := E (fun t => continuous_minus (V:=R_NormedModule) _ _ t (Cd t) (K (INR p - 1) f Cf t))). lra.
- lra.
- intros t T. assert (0 < sin t) by (apply sin_gt_0; lra). unfold f.
  rewrite slack_excess by (apply Rmult_le_pos; lra). unfold Rdiv. now rewrite (Rmult_comm (sin t) (/ rho)).
Qed.

Lemma S2_h_at_PI_from_kappa p rho : (2 <= p)%nat -> 0 < rho -> h p rho PI = c0 p * rho - kappa p p rho PI.
Proof.
intros Hp H. assert (E := h_PI_parts p rho Hp H). unfold h.
rewrite kernel_at_PI, kappa_PI, c0_means by (lia || lra).
unfold h_PI. set (x := half (p - 2) (fun c => excess p (c / rho) * c)) in *.
set (y := half p (fun y => inside p (/ rho * y))) in *.
assert (N2 : 2 <= INR p) by (replace 2 with (INR 2) by (simpl; ring); now apply le_INR).
assert (M : mu (p - 2) = / ((INR p - 1) * wallis (p - 2))).
{ unfold mu, density0. replace (INR (p - 2 + 1)) with (INR p - 1) by (rewrite plus_INR, minus_INR by lia;
  simpl; ring).
  assert (W := wallis_nonzero (p - 2)). field. split; [exact W|lra]. }
assert (S := wallis_step (p - 2)). replace (p - 2 + 2)%nat with p in S by lia.
replace (INR (p - 2 + 1)) with (INR p - 1) in S by (rewrite plus_INR, minus_INR by lia; simpl; ring).
assert (W := wallis_pos (p - 2)). rewrite M.
replace (wallis p) with ((INR p - 1) * wallis (p - 2) / INR p) in E by (rewrite <- S; field; lra).
replace x with ((mu p - / rho * ((INR p - 1) * wallis (p - 2) / INR p * (1 - y))) / ((INR p - 1)
  * wallis (p - 2)))
  by (rewrite <- E; field; lra).
field. lra.
Qed.

(* What is left of h - c0 rho - (PI/2) cos phi. *)
Lemma remainder p rho phi : (2 <= p)%nat -> 0 < rho -> h p rho phi - c0 p * rho - PI / 2 * cos phi =
  PI / 2 - kappa p p rho PI - RInt (fun t => PI / 2 * sin t - kappa p p rho t * sin t) phi PI.
Proof.
intros Hp H. assert (D := kernel_diff p (h_PI p rho) rho phi PI ltac:(lia) H).
fold (h p rho phi) (h p rho PI) in D.
rewrite S2_h_at_PI_from_kappa in D by assumption.
assert (S : cts (fun t => PI / 2 * sin t)) by smooth. assert (S' : cts sin) by smooth.
assert (E := int_minus _ _ phi PI S (cts_pull p rho ltac:(lia) H)). rewrite E.
rewrite (int_scal sin (PI / 2) phi PI S'), int_sin, cos_PI. lra.
Qed.

Lemma remainder_half p rho phi : (2 <= p)%nat -> 0 < rho -> PI / 2 <= phi <= PI ->
  0 <= h p rho phi - c0 p * rho - PI / 2 * cos phi.
Proof.
intros Hp H F. assert (P := PI_RGT_0). rewrite remainder by assumption. assert (Hp' : (1 <= p)%nat) by lia.
set (d := PI / 2 - kappa p p rho PI). assert (B := S2_between p p rho PI Hp' ltac:(lra) ltac:(lra)).
rewrite Rmax_right in B by lra. assert (D0 : 0 <= d) by (unfold d; lra).
assert (C : cts (fun t => PI / 2 * sin t - kappa p p rho t * sin t)).
{ intros t. apply (continuous_minus (V:=R_NormedModule) (fun t => PI / 2 * sin t)); [revert t;
  smooth|now apply cts_pull]. }
assert (U : RInt (fun t => PI / 2 * sin t - kappa p p rho t * sin t) phi PI <= RInt (fun t => d * sin t)
  phi PI).
{ apply int_le; [lra|exact C|smooth|]. intros t T. assert (S := sin_ge_0 t ltac:(lra) ltac:(lra)).
  assert (K := S2_strictly_decreasing p p rho t PI Hp' ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)).
  rewrite <- Rmult_minus_distr_r. apply Rmult_le_compat_r; [exact S|]. unfold d. lra. }
rewrite int_scal, int_sin, cos_PI in U by smooth. assert (cos phi <= 0) by (apply cos_le_0; lra). nra.
Qed.

Lemma S4_h_large_noise p rho phi : (2 <= p)%nat -> 0 < rho -> 0 <= phi <= PI ->
  0 <= h p rho phi - c0 p * rho - PI / 2 * cos phi <= c0 p / rho.
Proof.
intros Hp H F. split; [|now apply S4_h_upper].
destruct (Rle_lt_dec (PI / 2) phi); [apply remainder_half; auto; lra|].
assert (M := S3_mirror p (h_PI p rho) rho phi ltac:(lia) H). fold (h p rho phi) (h p rho (PI - phi)) in M.
assert (V := remainder_half p rho (PI - phi) Hp H ltac:(lra)). rewrite Rtrigo_facts.cos_pi_minus in V. lra.
Qed.

Lemma S4_quotient_limit p phi : (2 <= p)%nat -> 0 <= phi <= PI ->
  is_lim (fun rho => h p rho phi / m1 p rho) p_infty (isotropic p).
Proof.
intros Hp F. assert (P := PI_RGT_0).
assert (N2 : 2 <= INR p) by (replace 2 with (INR 2) by (simpl; ring); now apply le_INR).
assert (G : 0 < isotropic p) by (apply Rdiv_lt_0_compat; apply wallis_pos).
assert (E : c0 p = isotropic p * (INR p / (INR p + 1))) by (unfold c0; rewrite plus_INR; simpl (INR 1);
  field; lra).
set (k := INR p / (INR p + 1)) in *. assert (K : 0 < k) by (apply Rdiv_lt_0_compat; lra).
set (c := INR p / (2 * (INR p - 1))). assert (C : 0 < c) by (apply Rdiv_lt_0_compat; lra).
set (b := PI / 2 + c0 p + isotropic p * c). assert (C0 : 0 < c0 p) by (rewrite E; nra).
assert (B : 0 < b) by (unfold b; nra). apply is_lim_spec. intros e. assert (He := cond_pos e).
exists (Rmax 1 (b / (k * e))). intros rho L.
assert (L1 := Rle_lt_trans _ _ _ (Rmax_l _ _) L). assert (L2 := Rle_lt_trans _ _ _ (Rmax_r _ _) L).
assert (H := S4_h_large_noise p rho phi Hp ltac:(lra) F). assert (M := S4_m1_large_noise p rho Hp ltac:(lra)).
replace (INR p * rho / (INR p + 1)) with (k * rho) in M by (unfold k; field; lra).
replace (INR p / (2 * (INR p - 1) * rho)) with (c / rho) in M by (unfold c; field; lra).
assert (I : forall x, 0 < x -> 0 < x / rho <= x).
{ intros x X. split; [apply Rdiv_lt_0_compat; lra|]. unfold Rdiv. rewrite <- (Rmult_1_r x) at 2.
  apply Rmult_le_compat_l; [lra|]. rewrite <- Rinv_1. apply Rinv_le_contravar; lra. }
assert (I1 := I _ C0). assert (I2 := I _ C). assert (Kr : 0 < k * rho) by nra. assert (Q := COS_bound phi).
assert (D : Rabs (h p rho phi - isotropic p * m1 p rho) <= b).
{ assert (A : isotropic p * (k * rho) <= isotropic p * m1 p rho <= isotropic p * (k * rho + c))
    by (split; apply Rmult_le_compat_l; lra).
  assert (Z : c0 p * rho = isotropic p * (k * rho)) by (rewrite E; ring).
  assert (PI / 2 * cos phi <= PI / 2 * 1) by (apply Rmult_le_compat_l; lra).
  assert (PI / 2 * -1 <= PI / 2 * cos phi) by (apply Rmult_le_compat_l; lra).
  apply Rabs_le. unfold b. split; lra. }
replace (h p rho phi / m1 p rho - isotropic p) with ((h p rho phi - isotropic p * m1 p rho) / m1 p rho)
  by (field; lra).
unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_right (m1 p rho)) by lra.
apply Rmult_lt_reg_r with (m1 p rho); [lra|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
apply Rle_lt_trans with (1 := D). apply Rmult_lt_compat_l with (r := k * e) in L2; [|nra].
replace (k * e * (b / (k * e))) with b in L2 by (field; lra). nra.
Qed.
