(* The filter near -w* under the mean flow, and the equilibrium under large noise.

   flow      dw/dt = -P_w E grad_w L        psi = PI - angle

   Formalised: of S4 that P_w E grad_w L = 0 at w = -w*, the derivatives of w.v and psi along the flow; S5
   for any means with the limits of smoothing.SmoothedKernel as premises.
   Not formalised: the stability of the point -w*, a_infinity. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.Angle loss.FilterGradient
  loss.TangentGradient.
From Lemmata Require Import loss.FilterGradient_product smoothing.Reading dissipativity.OutputDissipativity
  dissipativity.FilterDissipativity.
From Lemmata Require Import dissipativity.SmoothedEquilibrium.
Open Scope R_scope.

Lemma S4_still_critical p k kappa w a v b i : dot p v v = 1 -> (forall j, w j = - v j) ->
  smoothed_w p k kappa w a v b i = 0.
Proof.
intros V H. unfold smoothed_w. rewrite (proj2 (proj2 (opposite p w v V H))). ring.
Qed.

Lemma derive_dot p (w : R -> vec) (w' v : vec) t : (forall i, (i < p)%nat -> is_derive (fun s => w s i) t
  (w' i)) ->
  is_derive (fun s => dot p (w s) v) t (dot p w' v).
Proof.
unfold dot. induction p as [|p IH]; intros D; simpl; [apply derive_const|].
apply (derive_plus (fun s => sum p (fun i => w s i * v i))); [apply IH; intros; apply D; lia|].
eapply derive_value; [apply (derive_mult (fun s => w s p) (fun _ => v p)); [apply D; lia|apply
  derive_const]|ring].
Qed.

Lemma S4_flow_of_the_cosine p k kappa (w : R -> vec) a v b t : dot p v v = 1 -> dot p (w t) (w t) = 1 ->
  (forall i, (i < p)%nat -> is_derive (fun s => w s i) t (- smoothed_w p k kappa (w t) a v b i)) ->
  is_derive (fun s => dot p (w s) v) t (dot k a b * kappa / (2 * PI) * sin (angle p (w t) v) ^ 2).
Proof.
intros V W D. apply derive_dot with (v := v) in D. eapply derive_value; [exact D|].
rewrite (dot_ext p _ (fun i => dot k a b * kappa / (2 * PI) * tangent p (w t) v i) v v); [|intros i _;
  unfold smoothed_w; ring|easy].
rewrite dot_scal_l. f_equal. unfold tangent. rewrite dot_minus_l, dot_scal_l, V, dot_cos by easy.
assert (T := sin2_cos2 (angle p (w t) v)). unfold Rsqr in T. lra.
Qed.

Lemma S4_flow_of_psi p k kappa (w : R -> vec) a v b t : dot p v v = 1 -> (forall s, dot p (w s) (w s) = 1) ->
  (forall i, (i < p)%nat -> is_derive (fun s => w s i) t (- smoothed_w p k kappa (w t) a v b i)) ->
  0 < angle p (w t) v < PI ->
  is_derive (fun s => PI - angle p (w s) v) t (dot k a b * kappa / (2 * PI) * sin (PI - angle p (w t) v)).
Proof.
intros V W D A. assert (C := S4_flow_of_the_cosine p k kappa w a v b t V (W t) D).
assert (S := sin_gt_0 _ (proj1 A) (proj2 A)).
assert (Q : -1 < dot p (w t) v < 1).
{ rewrite dot_cos by easy. split; [rewrite <- cos_PI|rewrite <- cos_0]; apply cos_decreasing_1; lra. }
apply (is_derive_ext (fun s => PI - acos (dot p (w s) v))).
{ intros s. rewrite dot_cos, acos_cos by (easy || apply angle_range). reflexivity. }
eapply derive_value.
- apply (derive_plus (fun _ => PI) (fun s => - acos (dot p (w s) v))); [apply derive_const|].
  apply (derive_ext (fun s => -1 * acos (dot p (w s) v))); [intros; ring|].
  apply (derive_mult (fun _ => -1) (fun s => acos (dot p (w s) v))); [apply derive_const|].
  apply (derive_comp acos); [exact C|now apply acos_derive].
- rewrite dot_cos, acos_cos, sin_PI_x by (easy || apply angle_range). field. split; [apply PI_neq0|lra].
Qed.

Lemma lim_mult (f h : R -> R) (x y : R) : is_lim f p_infty x -> is_lim h p_infty y ->
  is_lim (fun t => f t * h t) p_infty (x * y).
Proof. intros F H. exact (is_lim_mult f h p_infty x y F H I). Qed.

Lemma S5_large_noise_RADIAL k (m2 m1 h : R -> R) b (g0 x : R) : (1 <= k)%nat -> 0 < dot k b b ->
  (forall rho, 0 < rho -> 0 < m2 rho /\ 0 < m1 rho) -> is_lim (fun rho => rho * (m1 rho / m2 rho)) p_infty x
    ->
  is_lim (fun rho => h rho / m1 rho) p_infty g0 -> let q := quotient k b in
  is_lim (fun rho => rho * dot k (equilibrium k (m2 rho) (m1 rho) (h rho) b) b) p_infty
    (x * (dot k b b * ((g0 - 1) * ((1 - q / (PI - 1 + INR k)) / (PI - 1)) + q / (PI - 1 + INR k)))).
Proof.
intros H B M X G q.
apply is_lim_ext_loc with (fun rho => rho * (m1 rho / m2 rho) * (dot k b b * ((h rho / m1 rho - 1) *
  ((1 - q / (PI - 1 + INR k)) / (PI - 1)) + q / (PI - 1 + INR k)))).
{ exists 0. intros rho R0. destruct (M rho R0) as [M2 M1]. rewrite S2_alignment by (easy || lra). fold q.
  unfold Rdiv. ring. }
apply lim_mult; [exact X|]. apply lim_mult; [apply is_lim_const|].
apply is_lim_plus'; [|apply is_lim_const]. apply lim_mult; [|apply is_lim_const].
apply is_lim_minus'; [exact G|apply is_lim_const].
Qed.

Lemma S5_large_noise_UNIT k (h : R -> R) b (g0 : R) : (1 <= k)%nat -> 0 < dot k b b -> is_lim h p_infty g0 ->
  let q := quotient k b in
  is_lim (fun rho => dot k (equilibrium k 1 1 (h rho) b) b) p_infty
    (dot k b b * ((g0 - 1) * ((1 - q / (PI - 1 + INR k)) / (PI - 1)) + q / (PI - 1 + INR k))).
Proof.
intros H B G q. apply is_lim_ext with (fun rho => dot k b b * ((h rho - 1) *
  ((1 - q / (PI - 1 + INR k)) / (PI - 1)) + q / (PI - 1 + INR k))).
{ intros rho. rewrite S2_alignment by (easy || lra). fold q. unfold Rdiv. rewrite Rinv_1. ring. }
apply lim_mult; [apply is_lim_const|].
apply is_lim_plus'; [|apply is_lim_const]. apply lim_mult; [|apply is_lim_const].
apply is_lim_minus'; [exact G|apply is_lim_const].
Qed.
