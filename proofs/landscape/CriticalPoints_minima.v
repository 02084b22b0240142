(* Which points of the sphere are local minima: at most the teacher and the spurious point.

   p, k           length of the filters, number of patches     v, b   the teacher, w* and a* in the paper
   local_minimum  of the loss on the sphere times R^k          opposite v, spurious k b   the spurious point
   curve          geodesic w u t in the sphere, line a e t in R^k

   Formalised: a local minimum is critical and no saddle, so it is (v, b) or (opposite v, spurious k b);
   above the threshold only (v, b) is one, which completes the refutation of landscape.SpuriousOptimum/S6.
   Not formalised: the converse, which is landscape.LocalMinimality/S1 and landscape.GlobalOptimum/S1. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.OutputGradient model.Teacher.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.SpuriousOptimum_curves
  landscape.LocalMinimality.
From Lemmata Require Import landscape.GlobalOptimum landscape.CriticalPoints landscape.CriticalPoints_saddles.
Open Scope R_scope.

(* Minima of one variable. *)
Definition minimum_at_0 (f : R -> R) : Prop := exists eps, 0 < eps /\ forall t, Rabs t < eps -> f 0 <= f t.

Lemma quotient_sign (f : R -> R) l eps : is_derive f 0 l -> 0 < eps ->
  exists d, 0 < d /\ forall t, t <> 0 -> Rabs t < d -> Rabs ((f t - f 0) / t - l) < eps.
Proof.
intros D E. apply is_derive_Reals in D. destruct (D eps E) as [d H]. exists d. split; [apply cond_pos|].
intros t N T. assert (Q := H t N T). now rewrite Rplus_0_l in Q.
Qed.

Lemma derivative_at_minimum (f : R -> R) l : minimum_at_0 f -> is_derive f 0 l -> l = 0.
Proof.
intros [eps [E M]] D. destruct (Req_dec l 0) as [Z|N]; [exact Z|]. exfalso.
assert (A := Rabs_pos_lt l N). destruct (quotient_sign f l (Rabs l) D A) as [d [Hd Q]].
assert (P : 0 < Rmin eps d) by now apply Rmin_glb_lt. assert (L1 := Rmin_l eps d).
assert (L2 := Rmin_r eps d).
set (t := Rmin eps d / 2) in *. assert (T : 0 < t) by (unfold t; lra).
assert (T2 : t < Rmin eps d) by (unfold t; lra).
destruct (Rle_or_lt 0 l) as [B|B].
- assert (M1 := M (- t)). assert (Q1 := Q (- t)). rewrite Rabs_Ropp, (Rabs_pos_eq t) in M1, Q1 by lra.
  rewrite (Rabs_pos_eq l B) in Q1. specialize (Q1 ltac:(lra) ltac:(lra)). apply Rabs_def2 in Q1.
  assert (X : 0 < (f (- t) - f 0) / - t) by lra. assert (Y := M1 ltac:(lra)).
  assert (Z : (f (- t) - f 0) / - t * t = - (f (- t) - f 0)) by (field; lra). nra.
- assert (M1 := M t). assert (Q1 := Q t). rewrite (Rabs_pos_eq t) in M1, Q1 by lra.
  rewrite (Rabs_left l B) in Q1. specialize (Q1 ltac:(lra) ltac:(lra)). apply Rabs_def2 in Q1.
  assert (Y := M1 ltac:(lra)). assert (Z : (f t - f 0) / t * t = f t - f 0) by (field; lra). nra.
Qed.

Lemma second_derivative_at_minimum f l : minimum_at_0 f -> second_derivative f l -> 0 <= l.
Proof.
intros M [f1 [[e1 [E1 F]] D]]. assert (Z : f1 0 = 0).
{ apply derivative_at_minimum with (1 := M). apply F. rewrite Rabs_R0. exact E1. }
destruct (Rle_or_lt 0 l) as [B|B]; [exact B|]. exfalso. destruct M as [eps [E M]].
destruct (quotient_sign f1 l (- l) D) as [d [Hd Q]]; [lra|].
assert (P : 0 < Rmin (Rmin eps d) e1) by (repeat apply Rmin_glb_lt; assumption).
assert (L1 := Rmin_l (Rmin eps d) e1). assert (L2 := Rmin_r (Rmin eps d) e1).
assert (L3 := Rmin_l eps d). assert (L4 := Rmin_r eps d). set (t := Rmin (Rmin eps d) e1 / 2) in *.
assert (T : 0 < t) by (unfold t; lra). assert (T2 : t < Rmin (Rmin eps d) e1) by (unfold t; lra).
destruct (MVT_cor2 f f1 0 t T) as [c [C [C1 C2]]].
{ intros c Hc. apply is_derive_Reals, F. rewrite Rabs_pos_eq; lra. }
assert (Q1 := Q c). rewrite (Rabs_pos_eq c) in Q1 by lra. specialize (Q1 ltac:(lra) ltac:(lra)).
rewrite Z, Rminus_0_r in Q1. apply Rabs_def2 in Q1. assert (Y := M t). rewrite (Rabs_pos_eq t) in Y by lra.
specialize (Y ltac:(lra)). assert (X : f1 c = f1 c / c * c) by (field; lra).
assert (G : f1 c / c < 0) by lra. assert (G1 : f1 c < 0) by (rewrite X; nra). nra.
Qed.

(* A local minimum of the loss is one along each curve. *)
Lemma small_along (f : R -> R) c : is_derive f 0 c -> f 0 = 0 -> forall eps, 0 < eps ->
  exists d, 0 < d /\ forall t, Rabs t < d -> f t < eps.
Proof.
intros D Z eps E. assert (C : continuity_pt f 0).
{ apply derivable_continuous_pt. exists c. now apply is_derive_Reals. }
destruct (C eps E) as [d [Hd H]]. exists d. split; [exact Hd|]. intros t T.
destruct (Req_dec t 0) as [->|N]; [lra|].
assert (Q : Rabs (f t - f 0) < eps).
{ apply H. split; [split; [exact I|now apply not_eq_sym]|]. simpl. unfold R_dist. now rewrite Rminus_0_r. }
rewrite Z, Rminus_0_r in Q. assert (A := Rle_abs (f t)). lra.
Qed.

Lemma dist_line k a e t : dist k (line a e t) a = Rabs t * norm k e.
Proof.
assert (A : agree k (fun i => line a e t i - a i) (fun i => t * e i)) by (intros i _; unfold line; ring).
unfold dist, norm. rewrite (dot_ext k _ _ _ _ A A), dot_scal_l, dot_scal_r, <- Rmult_assoc.
rewrite sqrt_mult by (nra || apply dot_nonneg). f_equal. apply sqrt_Rsqr_abs.
Qed.

Lemma dist_geodesic p w u t : norm p w = 1 -> norm p u = 1 -> dot p u w = 0 ->
  dist p (geodesic w u t) w ^ 2 = 2 - 2 * cos t.
Proof.
intros W U O. rewrite dist_sq_units by (assumption || now apply geodesic_unit).
unfold geodesic. now rewrite circle_dot.
Qed.

Lemma minimum_along_curves p k w u a v b e :
  local_minimum p k v b w a -> norm p w = 1 -> norm p u = 1 -> dot p u w = 0 ->
  minimum_at_0 (fun t => loss p k (geodesic w u t) (line a e t) v b).
Proof.
intros [eps [E M]] W U O. assert (N := norm_nonneg k e).
destruct (small_along (fun t => 2 - 2 * cos t) 0) with (eps := eps ^ 2) as [d [Hd S]].
- auto_derive; [exact I|rewrite sin_0; ring].
- rewrite cos_0. ring.
- now apply pow_lt.
- exists (Rmin d (eps / (1 + norm k e))). split; [apply Rmin_glb_lt; [exact Hd|apply Rdiv_lt_0_compat; lra]|].
  intros t T. assert (L1 := Rlt_le_trans _ _ _ T (Rmin_l _ _)).
  assert (L2 := Rlt_le_trans _ _ _ T (Rmin_r _ _)).
  rewrite (loss_ext p k (geodesic w u 0) w (line a e 0) a v b).
  + apply M; [now apply geodesic_unit| |].
    * assert (Q := S t L1). rewrite <- (dist_geodesic p w u t W U O) in Q.
      apply Rsqr_incrst_0; [unfold Rsqr; lra|apply norm_nonneg|lra].
    * rewrite dist_line. apply Rmult_lt_compat_r with (r := 1 + norm k e) in L2; [|lra].
      unfold Rdiv in L2. rewrite Rmult_assoc, Rinv_l in L2 by lra. assert (A := Rabs_pos t). lra.
  + intros i _. unfold geodesic, lin. rewrite cos_0, sin_0. ring.
  + intros i _. unfold line. ring.
Qed.

Lemma minimum_along_lines p k w a v b e :
  local_minimum p k v b w a -> norm p w = 1 ->
  minimum_at_0 (fun t => loss_at k (norm p w) (angle p w v) (fun i => a i + t * e i) b).
Proof.
intros [eps [E M]] W. assert (N := norm_nonneg k e). exists (eps / (1 + norm k e)).
split; [apply Rdiv_lt_0_compat; lra|]. intros t T.
assert (X := M w (line a e t) W). rewrite (dist_zero p w w), dist_line in X by now intros i _.
apply Rle_trans with (loss p k w a v b).
- right. change (loss p k w (line a e 0) v b = loss p k w a v b). apply loss_ext; [now intros i _|].
  intros i _. unfold line. ring.
- apply X; [exact E|]. apply Rmult_lt_compat_r with (r := 1 + norm k e) in T; [|lra].
  unfold Rdiv in T. rewrite Rmult_assoc, Rinv_l in T by lra. assert (A := Rabs_pos t). lra.
Qed.

Lemma minimum_output_gradient p k w a v b i :
  local_minimum p k v b w a -> norm p w = 1 -> (i < k)%nat ->
  gradient_a k (norm p w) (angle p w v) a b i = 0.
Proof.
intros M W Hi. rewrite <- (dot_basis k i _ Hi), dot_sym.
apply derivative_at_minimum with (1 := minimum_along_lines p k w a v b (basis i) M W).
apply S1_derivative_in_every_direction.
Qed.

Lemma affine_derive (h : R -> R) l A B :
  is_derive h 0 l -> is_derive (fun t => (A + 2 * (PI - h t) * B) / (4 * PI)) 0 (- (l * B / (2 * PI))).
Proof.
intros D. assert (P := PI_neq0). auto_derive; [repeat split; now exists l|].
replace (Derive (fun x => h x) 0) with l by (symmetry; now apply is_derive_unique). field. exact P.
Qed.

Lemma geodesic_slope p k w u a v b :
  norm p w = 1 -> norm p v = 1 -> 0 < angle p w v < PI -> norm p u = 1 -> dot p u w = 0 ->
  is_derive (fun t => loss p k (geodesic w u t) a v b) 0
    (- ((PI - angle p w v) * dot p u v * dot k a b / (2 * PI))).
Proof.
intros W V A U O. assert (P := PI_neq0). set (c := cos (angle p w v)). set (s := dot p u v).
assert (C : -1 < c < 1) by now apply cos_inside.
assert (D : is_derive (fun x => K (cosine c s (1 * x))) 0 ((PI - angle p w v) * (1 * s))).
{ unfold c. rewrite <- slope_0 by lra. apply slope_derive. fold c.
  unfold cosine. rewrite Rmult_0_r, cos_0, sin_0. lra. }
apply is_derive_ext with (fun t => (form k (residual 1 a b)
  + 2 * (PI - K (cosine c s (1 * t))) * dot k a b) / (4 * PI)).
- intros t. unfold loss.
  rewrite (geodesic_unit p w u t W U O), loss_at_form, (g_on_geodesic p w u v t W U O V).
  fold c s. now rewrite Rmult_1_l, Rmult_1_r.
- replace ((PI - angle p w v) * s * dot k a b) with ((PI - angle p w v) * (1 * s) * dot k a b) by ring.
  now apply (affine_derive (fun t => K (cosine c s (1 * t)))).
Qed.

Lemma minimum_is_critical p k w a v b :
  local_minimum p k v b w a -> norm p w = 1 -> norm p v = 1 -> critical p k w a v b.
Proof.
intros M W V. split; [|intros i Hi; now apply minimum_output_gradient].
apply tangent_vanishes; [exact W|exact V|]. assert (R := angle_range p w v). assert (P := PI_above_3).
destruct (Req_dec (angle p w v) 0) as [|N0]; [now left|].
destruct (Req_dec (angle p w v) PI) as [|N1]; [now right; left|]. right; right.
assert (A : 0 < angle p w v < PI) by lra. assert (S := sin_angle_pos p w v A).
assert (U := toward_unit p w v W V A). assert (O := toward_across p w v W V A).
assert (Z := minimum_along_curves p k w (toward p w v) a v b (fun _ => 0) M W U O).
assert (D := geodesic_slope p k w (toward p w v) a v b W V A U O). rewrite (toward_dot p w v W V A) in D.
apply derivative_at_minimum in D.
- apply Ropp_eq_0_compat in D. rewrite Ropp_involutive in D. apply div_zero in D; [|lra].
  apply Rmult_integral in D. destruct D as [D|D]; [|exact D]. nra.
- destruct Z as [eps [E Z]]. exists eps. split; [exact E|]. intros t T. assert (Q := Z t T).
  assert (L : forall x, agree k (line a (fun _ => 0) x) a) by (intros x i _; unfold line; ring).
  now rewrite !(loss_ext p k _ _ _ a v b (fun i _ => eq_refl) (L _)) in Q.
Qed.

Lemma S2_no_saddle_is_a_local_minimum p k w a v b :
  norm p w = 1 -> norm p v = 1 -> 0 < angle p w v < PI -> ~ agree k b (fun _ => 0) -> dot k a b = 0 ->
  ~ local_minimum p k v b w a.
Proof.
intros W V A H D M. assert (N := S2_negative p k w v b A H).
assert (U := toward_unit p w v W V A). assert (O := toward_across p w v W V A).
assert (X := second_derivative_at_minimum _ _ (minimum_along_curves p k w _ a v b _ M W U O)
  (S2_negative_direction p k w a v b W V A D)). lra.
Qed.

Lemma local_minima p k w a v b :
  norm p w = 1 -> norm p v = 1 -> ~ agree k b (fun _ => 0) -> local_minimum p k v b w a ->
  (agree p w v /\ agree k a b) \/ (agree p w (opposite v) /\ agree k a (spurious k b)).
Proof.
intros W V H M. assert (C := minimum_is_critical p k w a v b M W V).
apply (S1_critical_points p k w a v b W V H) in C. destruct C as [C|[C|[A [G E]]]]; [now left|now right|].
exfalso. apply (S2_no_saddle_is_a_local_minimum p k w a v b W V A H); [|exact M].
rewrite (dot_ext k a _ b b E) by now intros i _. now apply S1_saddle_alignment.
Qed.
