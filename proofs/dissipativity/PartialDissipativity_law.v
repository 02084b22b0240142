(* The inner products of C1 and C2 for the means over a law of the noise, and what they do not depend on.

   E, E'                two laws with the same noise on the filter, any centred independent noise on the
                        output weights
   pull_of_output       <-E grad_a L, a* - a>, for a reading of the a-part
   pull_of_filter       <-P_w E grad_w L, w* - w>, for a reading of the w-part

   Formalised: S5; and that the inner products of the other files are these, with m2, m1, h, kappa the means
   over E.
   Not formalised: the uniform law on a ball. *)
From Coq Require Import Reals Lra Lia.
From Lemmata Require Import num.Vectors Definitions smoothing.Reading smoothing.SmoothedGradient.
From Lemmata Require Import smoothing.SmoothedGradient_filter dissipativity.OutputDissipativity.
From Lemmata Require Import dissipativity.FilterDissipativity.
Open Scope R_scope.

Definition reading := nat -> nat -> vec -> vec -> vec -> vec -> vec.
Definition pull_of_output (part : reading) (p k : nat) (E : functional -> R) (w a v b : vec) : R :=
  dot k (fun i => - E (fun x e => part p k (shift w x) (shift a e) v b i)) (gap b a).
Definition pull_of_filter (part : reading) (p k : nat) (E : functional -> R) (w a v b : vec) : R :=
  dot p (fun i => - tangent p w (fun j => E (fun x e => part p k (shift w x) (shift a e) v b j)) i) (gap v w).

Lemma pull_of_output_RADIAL p k E w a v b : mean E -> independent E -> centred k E ->
  pull_of_output part_RADIAL p k E w a v b = inner_a k (mean_m2 p E w) (mean_m1 p E w) (mean_h p E w v) a b.
Proof.
intros M I C. apply dot_ext; [|easy]. intros i Hi. f_equal. now apply S1_RADIAL.
Qed.

Lemma pull_of_output_UNIT p k E w a v b : mean E -> independent E -> centred k E ->
  pull_of_output part_UNIT p k E w a v b = inner_a k 1 1 (mean_g p E w v) a b.
Proof.
intros M I C. apply dot_ext; [|easy]. intros i Hi. f_equal. now apply S1_UNIT.
Qed.

Lemma pull_of_filter_readings p k E w a v b : mean E -> independent E -> centred k E -> isotropic p E w v ->
  dot p w w = 1 ->
  pull_of_filter part_NETWORK p k E w a v b = inner_w p k (mean_kappa_NETWORK p E w v) w a v b /\
  pull_of_filter part_ANGLE p k E w a v b = inner_w p k (mean_kappa_ANGLE p E w v) w a v b /\
  pull_of_filter part_NORMALISED p k E w a v b = inner_w p k (mean_kappa_NORMALISED p E w v) w a v b.
Proof.
intros M I C O W. repeat split; (apply dot_ext; [|easy]); intros i Hi; f_equal.
- now apply S2_NETWORK.
- now apply S2_ANGLE.
- now apply S2_NORMALISED.
Qed.

Lemma S5_output_pull_free_of_the_other_noise p k E E' w a v b :
  mean E -> mean E' -> independent E -> independent E' -> centred k E -> centred k E' ->
  (forall F : vec -> R, E (fun x _ => F x) = E' (fun x _ => F x)) ->
  pull_of_output part_RADIAL p k E w a v b = pull_of_output part_RADIAL p k E' w a v b /\
  pull_of_output part_UNIT p k E w a v b = pull_of_output part_UNIT p k E' w a v b.
Proof.
intros M M' I I' C C' X. split; (apply dot_ext; [|easy]); intros i Hi; f_equal;
  now apply (S3_output_free_of_the_other_noise p k E E' w v a b i).
Qed.

Lemma S5_filter_pull_free_of_the_other_noise p k E E' w a v b :
  mean E -> mean E' -> independent E -> independent E' -> centred k E -> centred k E' ->
  isotropic p E w v -> dot p w w = 1 ->
  (forall F : vec -> R, E (fun x _ => F x) = E' (fun x _ => F x)) ->
  pull_of_filter part_NETWORK p k E w a v b = pull_of_filter part_NETWORK p k E' w a v b /\
  pull_of_filter part_ANGLE p k E w a v b = pull_of_filter part_ANGLE p k E' w a v b /\
  pull_of_filter part_NORMALISED p k E w a v b = pull_of_filter part_NORMALISED p k E' w a v b.
Proof.
intros M M' I I' C C' O W X. assert (Q := S3_filter_free_of_the_other_noise p k E E' w v a b).
repeat split; (apply dot_ext; [|easy]); intros i Hi; f_equal; now apply Q.
Qed.
