(* The definitions that several chapters share. What a file defines besides stands at its head, with its legend.

   p, k       length of the filters, number of patches           w, a    the student (w in R^p, a in R^k)
   v, b       the teacher, w* and a* in the paper                r, phi  norm of w, angle of w and w*
   s = 1^T a, s* = 1^T a*, d = a^T a*                            M       11^T + (PI-1) I
   m2, m1, h, kappa: the four means over the noise on the filter (specs/smoothing) *)
From Coq Require Import Reals.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

(* loss.AngleKernel: the arc-cosine kernel of degree 1, as a function of the angle and of its cosine *)
Definition g (phi : R) : R := (PI - phi) * cos phi + sin phi.
Definition K (c : R) : R := g (acos c).

(* loss.Angle: the angle between two nonzero vectors *)
Definition angle (p : nat) (w v : vec) : R := acos (dot p w v / (norm p w * norm p v)).

(* loss.PopulationLoss: the closed form in the scalars r and phi, and on R^p x R^k *)
Definition residual (r : R) (a b : vec) : vec := lin r a (-1) b.
Definition loss_at (k : nat) (r phi : R) (a b : vec) : R :=
  ((sum k (residual r a b)) ^ 2 + (PI - 1) * dot k (residual r a b) (residual r a b)
   + 2 * r * (PI - g phi) * dot k a b) / (4 * PI).
Definition loss (p k : nat) (w a v b : vec) : R := loss_at k (norm p w) (angle p w v) a b.

(* loss.OutputGradient and loss.FilterGradient *)
Definition gradient_a (k : nat) (r phi : R) (a b : vec) : vec :=
  fun i => (r * r * (sum k a + (PI - 1) * a i) - r * (sum k b + (g phi - 1) * b i)) / (2 * PI).
Definition gradient_w (p k : nat) (w a v b : vec) : vec :=
  let r := norm p w in let phi := angle p w v in let d := dot k a b in
  fun i => (((sum k a) ^ 2 + (PI - 1) * dot k a a) * w i
            - (sum k a * sum k b + (g phi - 1) * d) * (w i / r)
            - (PI - phi) * d * (v i - cos phi * (w i / r))) / (2 * PI).

(* loss.TangentGradient: the part of u across a unit vector w *)
Definition tangent (p : nat) (w u : vec) : vec := fun i => u i - dot p w u * w i.

(* landscape.SpuriousOptimum: M a, and the output weights of the spurious stationary point (-w*, spurious) *)
Definition system (k : nat) (a : vec) : vec := fun i => sum k a + (PI - 1) * a i.
Definition spurious (k : nat) (b : vec) : vec :=
  fun i => (PI * sum k b / (PI - 1 + INR k) - b i) / (PI - 1).

(* smoothing.SmoothedGradient: the mean gradients, given the four means *)
Definition smoothed_a (k : nat) (m2 m1 h : R) (a b : vec) : vec :=
  fun i => (m2 * (sum k a + (PI - 1) * a i) - (m1 * sum k b + (h - m1) * b i)) / (2 * PI).
Definition smoothed_w (p k : nat) (kappa : R) (w a v b : vec) : vec :=
  fun i => - (dot k a b * kappa / (2 * PI)) * tangent p w v i.
