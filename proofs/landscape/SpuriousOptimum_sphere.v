(* The geometry of the unit sphere that the landscape needs, and what a local minimum is.

   p, k            length of the filters, number of patches      v, b   the teacher, w* and a* in the paper
   opposite v      -v, the filter of the spurious point          dist n u x = |u - x|
   local_minimum   of the loss on the unit sphere of R^p times R^k

   Formalised: the angle of unit vectors, its values at v and -v; for p >= 2 a unit vector across v, and
   unit vectors at every angle to v.
   Not formalised: the sphere as a manifold; geodesics are written out as lin (cos t) v (sin t) u. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel loss.OutputGradient.
From Lemmata Require Import landscape.SpuriousOptimum_algebra.
Open Scope R_scope.

Definition opposite (v : vec) : vec := fun i => - v i.
Definition dist (n : nat) (u x : vec) : R := norm n (fun i => u i - x i).

(* Near (w0, a0) the loss is at least as large as there; strict: it is larger at every other point. *)
Definition local_minimum (p k : nat) (v b w0 a0 : vec) : Prop :=
  exists eps, 0 < eps /\ forall w a, norm p w = 1 -> dist p w w0 < eps -> dist k a a0 < eps ->
    loss p k w0 a0 v b <= loss p k w a v b.
Definition strict_local_minimum (p k : nat) (v b w0 a0 : vec) : Prop :=
  exists eps, 0 < eps /\ forall w a, norm p w = 1 -> dist p w w0 < eps -> dist k a a0 < eps ->
    ~ (agree p w w0 /\ agree k a a0) -> loss p k w0 a0 v b < loss p k w a v b.

Lemma dist_zero n u x : agree n u x -> dist n u x = 0.
Proof.
intros H. unfold dist, norm. rewrite square_zero; [apply sqrt_0|].
intros i Hi. rewrite (H i Hi). ring.
Qed.

Lemma dist_zero_agree n u x : dist n u x = 0 -> agree n u x.
Proof. intros H. apply dot_zero_agree. rewrite <- norm_sq. unfold dist in H. rewrite H. ring. Qed.

(* Angles of unit vectors. *)
Lemma dot_unit p w : norm p w = 1 -> dot p w w = 1.
Proof. intros H. rewrite <- norm_sq, H. ring. Qed.

Lemma norm_of_dot p w : dot p w w = 1 -> norm p w = 1.
Proof. intros H. unfold norm. rewrite H. apply sqrt_1. Qed.

Lemma norm_opposite p v : norm p (opposite v) = norm p v.
Proof.
unfold norm. f_equal. apply sum_ext. intros i _. unfold opposite. ring.
Qed.

Lemma dot_opposite p v w : dot p (opposite v) w = - dot p v w.
Proof.
rewrite (dot_ext p _ (fun i => -1 * v i) w w); [|intros i _; unfold opposite; ring|now intros i _].
rewrite dot_scal_l. ring.
Qed.

Lemma dot_units p w v : norm p w = 1 -> norm p v = 1 -> -1 <= dot p w v <= 1.
Proof.
intros W V. assert (C := cauchy_schwarz_norm p w v). rewrite W, V in C.
assert (A := Rle_abs (dot p w v)). assert (B := Rle_abs (- dot p w v)). rewrite Rabs_Ropp in B. lra.
Qed.

Lemma angle_range p w v : 0 <= angle p w v <= PI.
Proof. apply acos_bound. Qed.

Lemma cos_angle p w v : norm p w = 1 -> norm p v = 1 -> cos (angle p w v) = dot p w v.
Proof.
intros W V. unfold angle. rewrite W, V. replace (dot p w v / (1 * 1)) with (dot p w v) by field.
apply cos_acos, dot_units; assumption.
Qed.

Lemma angle_of_cos p w v th :
  norm p w = 1 -> norm p v = 1 -> 0 <= th <= PI -> dot p w v = cos th -> angle p w v = th.
Proof.
intros W V T E. unfold angle. rewrite W, V, E. replace (cos th / (1 * 1)) with (cos th) by field.
now apply acos_cos.
Qed.

Lemma angle_self p v : norm p v = 1 -> angle p v v = 0.
Proof.
intros V. assert (P := PI_above_3). apply angle_of_cos; [exact V|exact V|lra|].
rewrite cos_0. now apply dot_unit.
Qed.

Lemma angle_opposite p v : norm p v = 1 -> angle p (opposite v) v = PI.
Proof.
intros V. assert (P := PI_above_3). apply angle_of_cos; [now rewrite norm_opposite|exact V|lra|].
rewrite cos_PI, dot_opposite, (dot_unit p v V). reflexivity.
Qed.

Lemma dist_sq_units p w v : norm p w = 1 -> norm p v = 1 -> dist p w v ^ 2 = 2 - 2 * dot p w v.
Proof.
intros W V. unfold dist. rewrite <- Rsqr_pow2. unfold Rsqr. rewrite norm_sq, dot_minus_l, !dot_minus_r.
rewrite (dot_unit p w W), (dot_unit p v V), (dot_sym p v w). ring.
Qed.

Lemma dist_opposite p w v : norm p w = 1 -> norm p v = 1 ->
  dist p w (opposite v) ^ 2 = 2 + 2 * cos (angle p w v).
Proof.
intros W V. rewrite dist_sq_units, (cos_angle p w v W V) by (assumption || now rewrite norm_opposite).
rewrite (dot_sym p w), dot_opposite, dot_sym. ring.
Qed.

Lemma angle_0_agree p w v : norm p w = 1 -> norm p v = 1 -> angle p w v = 0 -> agree p w v.
Proof.
intros W V E. apply dist_zero_agree. assert (D := dist_sq_units p w v W V).
rewrite <- (cos_angle p w v W V), E, cos_0 in D. apply Rsqr_0_uniq. unfold Rsqr. lra.
Qed.

Lemma angle_PI_agree p w v : norm p w = 1 -> norm p v = 1 -> angle p w v = PI -> agree p w (opposite v).
Proof.
intros W V E. apply dist_zero_agree. assert (D := dist_opposite p w v W V).
rewrite E, cos_PI in D. apply Rsqr_0_uniq. unfold Rsqr. lra.
Qed.

Lemma norm_ext p w w' : agree p w w' -> norm p w = norm p w'.
Proof. intros H. unfold norm. now rewrite (dot_ext p w w' w w' H H). Qed.

Lemma angle_ext p w w' v : agree p w w' -> angle p w v = angle p w' v.
Proof.
intros H. unfold angle. rewrite (dot_ext p w w' v v H); [|now intros i _]. now rewrite (norm_ext p w w' H).
Qed.

(* A unit vector across v, and unit vectors at every angle to v. *)
Lemma basis_across p v i : (i < p)%nat -> dot p (basis i) (fun j => basis i j - v i * v j) = 1 - v i * v i.
Proof.
intros H. rewrite dot_basis by exact H. unfold basis. destruct (Nat.eq_dec i i); [reflexivity|lia].
Qed.

Lemma two_entries p v : (2 <= p)%nat -> norm p v = 1 -> exists i, (i < p)%nat /\ v i * v i <> 1.
Proof.
intros H V. destruct (Req_dec (v 0%nat * v 0%nat) 1) as [E|]; [|exists 0%nat; split; [lia|assumption]].
exists 1%nat. split; [lia|]. intros F.
assert (C := cauchy_schwarz p (lin (v 0%nat) (basis 0) (v 1%nat) (basis 1)) v).
rewrite dot_lin_l, dot_lin_sq, !dot_basis, (dot_unit p v V) in C by lia. unfold basis in C. simpl in C. nra.
Qed.

Lemma unit_across p v : (2 <= p)%nat -> norm p v = 1 -> exists u, norm p u = 1 /\ dot p u v = 0.
Proof.
intros H V. destruct (two_entries p v H V) as [i [Hi N]].
set (x := fun j => basis i j - v i * v j). assert (D := dot_unit p v V).
assert (X : dot p x v = 0).
{ unfold x. rewrite dot_minus_l, dot_scal_l, dot_basis by exact Hi. rewrite D. ring. }
assert (Y : dot p x x = 1 - v i * v i).
{ rewrite <- (basis_across p v i Hi). unfold x at 1. rewrite dot_minus_l, dot_scal_l.
  rewrite (dot_sym p v x), X. unfold x. ring. }
assert (Z := norm_pos p x). assert (Q : dot p x x <> 0) by lra. specialize (Z Q).
exists (fun j => / norm p x * x j). split; [|rewrite dot_scal_l, X; ring].
apply norm_of_dot. rewrite dot_scal_l, dot_scal_r, <- norm_sq. field. lra.
Qed.

(* The great circle from v in the direction u. *)
Lemma circle_norm p v u th : norm p v = 1 -> norm p u = 1 -> dot p u v = 0 ->
  norm p (lin (cos th) v (sin th) u) = 1.
Proof.
intros V U O. apply norm_of_dot. rewrite dot_lin_sq, (dot_sym p v u), O, (dot_unit p v V), (dot_unit p u U).
assert (S := sin2_cos2 th). unfold Rsqr in S. lra.
Qed.

Lemma circle_dot p v u th : norm p v = 1 -> dot p u v = 0 ->
  dot p (lin (cos th) v (sin th) u) v = cos th.
Proof. intros V O. rewrite dot_lin_l, O, (dot_unit p v V). ring. Qed.

Lemma unit_at_angle p v th : (2 <= p)%nat -> norm p v = 1 -> 0 <= th <= PI ->
  exists w, norm p w = 1 /\ angle p w v = th.
Proof.
intros H V T. destruct (unit_across p v H V) as [u [U O]]. exists (lin (cos th) v (sin th) u).
assert (W := circle_norm p v u th V U O). split; [exact W|].
now apply angle_of_cos; [| | |apply circle_dot].
Qed.
