(* A field with the h and the kappa of RADIAL x NETWORK is the gradient of a function.

   kernel, kappa     h and kappa of smoothing/SmoothedKernel.v and smoothing/Drift.v, as functions of phi

   Formalised: of S6 that the field with h = kernel and this kappa is a gradient, for every h(PI) and rho > 0
   (h' = -kappa sin phi by the definition of kernel), and that a field with that h and another kappa is one
   iff the other kappa is the same on (0, PI).
   Not formalised: that the h of RADIAL is kernel (smoothing.SmoothedKernel/S3); UNIT; that the kappa of ANGLE
   differs. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions smoothing.Drift smoothing.SmoothedKernel.
From Lemmata Require Import smoothing.SmoothedGradient_objective.
Open Scope R_scope.

Lemma S6_kernel_field_is_a_gradient p k m1 start rho v b : (2 <= p)%nat -> 0 < rho -> dot p v v = 1 ->
  exists F, gradients_of p k (m2 p rho) m1 (kernel p start rho) (kappa p p rho) v b F.
Proof.
intros Hp H V. exists (objective p k (m2 p rho) m1 (kernel p start rho) v b).
apply S6_objective_has_the_field_as_gradient; [easy|]. intros x _.
replace (- kappa p p rho x * sin x) with (- (kappa p p rho x * sin x)) by ring.
apply S3_derivative; [lia|easy].
Qed.

Lemma S6_RADIAL_with_another_kappa p k m1 start rho kap v b : (2 <= p)%nat -> 0 < rho -> dot p v v = 1 -> 0
  < dot k b b ->
  ((exists F, gradients_of p k (m2 p rho) m1 (kernel p start rho) kap v b F) <->
   forall phi, 0 < phi < PI -> kap phi = kappa p p rho phi).
Proof.
intros Hp H V B. rewrite S6_gradients_iff by easy. split; intros D x X.
- assert (A := S3_derivative p start rho x ltac:(lia) H). apply is_derive_unique in A.
  assert (C := is_derive_unique _ _ _ (D x X)). rewrite A in C.
  assert (S := sin_gt_0 x ltac:(lra) ltac:(lra)). nra.
- rewrite D by easy. replace (- kappa p p rho x * sin x) with (- (kappa p p rho x * sin x)) by ring.
  apply S3_derivative; [lia|easy].
Qed.
