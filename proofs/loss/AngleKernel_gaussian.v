(* loss.AngleKernel, S3: for z ~ N(0, I_p) and unit vectors u, v at the angle phi, E relu(z^T u) relu(z^T v)
   is g(phi) / (2 PI).

   g, angle         Definitions.v      relu x = max (x, 0)   model/ForwardPass.v
   gaussian p F x   the mean of F (z), z ~ N(0, I_p), is x: the p-fold iterated integral over the independent
                    N(0, 1) entries of z (num/GaussianVectors.v)

   Formalised: S3 for every p >= 1 and all unit vectors, equal and opposite ones included; the value is
   unique; the means of relu(z^T u) and of its square. The polar integral of AngleKernel_integral.v carries
   over to N(0, I_p) by num/PlaneReduction.v. Not formalised: nothing; without entries, p = 0, there is no
   unit vector. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions.
From Lemmata Require Import num.GaussianIntegral num.PlanarGaussian num.GaussianVectors num.Waves
num.PlaneReduction.
From Lemmata Require Import model.ForwardPass loss.AngleKernel_integral.
Open Scope R_scope.

Lemma norm_of_unit p u : dot p u u = 1 -> norm p u = 1.
Proof. intros H. unfold norm. rewrite H. apply sqrt_1. Qed.

Lemma unit_dot_bound p u v : dot p u u = 1 -> dot p v v = 1 -> -1 <= dot p u v <= 1.
Proof. intros U V. assert (C := cauchy_schwarz p u v). rewrite U, V in C. nra. Qed.

Lemma one_zero : 1 * 1 + 0 * 0 = 1.
Proof. ring. Qed.

Lemma S3_mean_product_of_two_units p u v : dot p u u = 1 -> dot p v v = 1 ->
  gaussian p (fun z => relu (dot p z u) * relu (dot p z v)) (g (angle p u v) / (2 * PI)).
Proof.
intros U V. unfold angle. rewrite (norm_of_unit p u U), (norm_of_unit p v V), Rmult_1_r, Rdiv_1.
assert (B := unit_dot_bound p u v U V). set (phi := acos (dot p u v)).
assert (C : cos phi = dot p u v) by now apply cos_acos.
assert (E : cos phi * cos phi + sin phi * sin phi = 1) by (assert (Q := sin2_cos2 phi); unfold Rsqr in Q;
lra).
apply (reduction p u v (cos phi) (sin phi) (fun s t => relu s * relu t)
(fun n s t => tooth n s * tooth n t) 3);
[exact U|exact V|now symmetry|exact E|lra| |exact close_relu_product|apply S3_polar_integral, acos_bound].
intros n. apply wave_mult; [apply wave_tooth_s|apply wave_tooth_t].
Qed.

Lemma S3_the_mean_is_unique p F x y : gaussian p F x -> gaussian p F y -> x = y.
Proof.
apply gaussian_unique.
Qed.

(* One unit: its mean and its mean square. *)
Lemma relu_mean p u : dot p u u = 1 -> gaussian p (fun z => relu (dot p z u)) (1 / sqrt (2 * PI)).
Proof.
intros U. unfold Rdiv. rewrite Rmult_1_l.
apply (reduction p u u 1 0 (fun s _ => relu s) (fun n s _ => tooth n s) 1);
[exact U|exact U|exact U|exact one_zero|lra|exact wave_tooth_s|exact close_relu|exact relu_mean_first].
Qed.

Lemma relu_sq_mean p u : dot p u u = 1 -> gaussian p (fun z => relu (dot p z u) ^ 2) (1 / 2).
Proof.
intros U. apply gaussian_eq with (fun z => relu (dot p z u) * relu (dot p z u)) (1 / 2); [intros;
ring|reflexivity|].
apply (reduction p u u 1 0 (fun s t => relu s * relu t) (fun n s t => tooth n s * tooth n t) 3);
[exact U|exact U|exact U|exact one_zero|lra| |exact close_relu_product|].
- intros n. apply wave_mult; [apply wave_tooth_s|apply wave_tooth_t].
- apply gauss2_ext with (2 := relu_sq_mean_first). intros x y. do 2 f_equal. ring.
Qed.
