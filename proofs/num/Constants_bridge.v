(* The constants of num/Constants.v are those of the theorems.

   coefficient, C1, least, pulling    of dissipativity/FilterDissipativity.v
   C2, limit, along, a_2              of dissipativity/OutputDissipativity.v
   quotient                           q of dissipativity/SmoothedEquilibrium.v

   Formalised: rate is the sharp c_w of C1 at the end of a region's angles; slack in the coordinates of a* is
   the smallest gamma_a of C2; q_of of them is q; the slope of g; the factor in the tangent gradient; the
   alignment and the loss of the spurious point.
   Not formalised: anything new. *)
From Coq Require Import Reals Lra Lia List.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions num.Constants num.Tables.
From Lemmata Require loss.AngleKernel loss.TangentGradient landscape.SpuriousOptimum.
From Lemmata Require Import dissipativity.FilterDissipativity.
From Lemmata Require dissipativity.OutputDissipativity dissipativity.OutputDissipativity_slack.
From Lemmata Require dissipativity.SmoothedEquilibrium.
Open Scope R_scope.

Lemma kernel_slope_is_derivative phi : is_derive g phi (kernel_slope phi).
Proof.
unfold kernel_slope. rewrite Ropp_mult_distr_l. apply AngleKernel.S2_derivative.
Qed.

Lemma tangent_coefficient_is_factor p k w a v b i : dot p w w = 1 ->
  tangent p w (gradient_w p k w a v b) i = tangent_coefficient k (angle p w v) a b * tangent p w v i.
Proof.
intros W. rewrite TangentGradient.S1_on_the_sphere by exact W. unfold tangent_coefficient. f_equal.
field. exact PI_neq0.
Qed.

(* C1 *)
Lemma rate_is_coefficient kappa d phi : rate (kappa phi) d phi = d * coefficient kappa phi.
Proof. unfold rate, coefficient, Rdiv. ring. Qed.

Lemma rate_is_sharp p k kappa A lo hi c v b d : (2 <= p)%nat -> dot p v v = 1 -> pulling kappa ->
  0 <= lo <= hi -> 0 < hi <= PI -> least k A b d -> 0 <= d ->
  (C1 p k kappa A lo hi c 0 v b <-> c <= rate (kappa hi) d hi).
Proof. exact (S2_sharp_if_d_not_negative p k kappa A lo hi c v b d). Qed.

Lemma rate_is_sharp_if_negative p k kappa A lo hi c v b d : (2 <= p)%nat -> dot p v v = 1 -> pulling kappa ->
  0 < lo <= hi -> hi <= PI -> least k A b d -> d < 0 ->
  (C1 p k kappa A lo hi c 0 v b <-> c <= rate (kappa lo) d lo).
Proof. exact (S2_sharp_if_d_negative p k kappa A lo hi c v b d). Qed.

(* C2 *)
Lemma slack_in_coordinates k m2 m1 h ca b :
  slack k (OutputDissipativity.along k b) (OutputDissipativity.a_2 k b) m2 m1 h ca
  = OutputDissipativity.slack k m2 m1 h ca b.
Proof.
unfold slack, pull_1, pull_2, OutputDissipativity.slack, OutputDissipativity.pull_along,
  OutputDissipativity.pull_across, OutputDissipativity.b_along, OutputDissipativity.b_across.
unfold Rminus. rewrite <- !(Rplus_assoc _ PI). reflexivity.
Qed.

Lemma slack_is_smallest k m2 m1 h ca gamma b : (1 <= k)%nat -> 0 < m2 ->
  ca < OutputDissipativity.limit k m2 ->
  (OutputDissipativity.C2 k m2 m1 h ca gamma b <->
   slack k (OutputDissipativity.along k b) (OutputDissipativity.a_2 k b) m2 m1 h ca <= gamma).
Proof. rewrite slack_in_coordinates. apply OutputDissipativity_slack.S2_smallest_gamma. Qed.

Lemma q_of_coordinates k b : (1 <= k)%nat ->
  q_of k (OutputDissipativity.along k b) (OutputDissipativity.a_2 k b) = SmoothedEquilibrium.quotient k b.
Proof.
intros K. destruct (OutputDissipativity.sqrt_INR_pos k K) as [_ [N _]].
unfold q_of, SmoothedEquilibrium.quotient.
assert (S := OutputDissipativity.dot_split k b b K). assert (A := OutputDissipativity.a_2_sq k b).
assert (L := OutputDissipativity.along_mul k b b K).
replace (OutputDissipativity.along k b ^ 2 + OutputDissipativity.a_2 k b ^ 2) with (dot k b b) by lra.
replace (INR k * OutputDissipativity.along k b ^ 2) with (sum k b ^ 2); [reflexivity|].
simpl pow. rewrite !Rmult_1_r, L. field. lra.
Qed.

(* The spurious point *)
Lemma spurious_loss_is_loss p v l : norm p v = 1 ->
  loss p (length l) (SpuriousOptimum_sphere.opposite v) (spurious (length l) (entries l)) v (entries l)
  = spurious_loss l.
Proof. intros V. now rewrite SpuriousOptimum.loss_opposite. Qed.

Lemma alignment_closed l : alignment l =
  (PI * sum (length l) (entries l) ^ 2 / (PI - 1 + INR (length l))
   - dot (length l) (entries l) (entries l)) / (PI - 1).
Proof. apply SpuriousOptimum.S4_alignment. Qed.

Lemma spurious_loss_closed l : spurious_loss l =
  ((PI - 2) * dot (length l) (entries l) (entries l)
   + PI * sum (length l) (entries l) ^ 2 / (PI - 1 + INR (length l))) / (4 * (PI - 1)).
Proof.
assert (V : norm 1 (fun _ => 1) = 1).
{ unfold norm. rewrite dot_ones_l, sum_const, !Rmult_1_l. exact sqrt_1. }
rewrite <- (spurious_loss_is_loss 1 (fun _ => 1) l V). now apply SpuriousOptimum.S3_loss.
Qed.
