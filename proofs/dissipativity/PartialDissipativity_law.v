(* The inner products of C1 and C2 for the means over a law of the noise, and what they do not depend on.

   E, E'                two laws with the same noise on the filter, any centred independent noise on the
                        output weights
   pull_of_output       <-E grad_a L, a* - a>, for a reading of the a-part
   pull_of_filter       <-P_w E grad_w L, w* - w>, for a reading of the w-part
   bound_of_output, bound_of_filter   C2 and C1 with given constants, on a set U of points (w, a)

   Formalised: S5, for the inner products and for the constants that serve in C1 and C2; and that the inner
   products of the other files are these, with m2, m1, h, kappa the means over E.
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

Lemma pull_of_filter_readings p k E w a v b : mean E -> independent E -> centred k E -> balanced p E w v ->
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
  balanced p E w v -> dot p w w = 1 ->
  (forall F : vec -> R, E (fun x _ => F x) = E' (fun x _ => F x)) ->
  pull_of_filter part_NETWORK p k E w a v b = pull_of_filter part_NETWORK p k E' w a v b /\
  pull_of_filter part_ANGLE p k E w a v b = pull_of_filter part_ANGLE p k E' w a v b /\
  pull_of_filter part_NORMALISED p k E w a v b = pull_of_filter part_NORMALISED p k E' w a v b.
Proof.
intros M M' I I' C C' O W X. assert (Q := S3_filter_free_of_the_other_noise p k E E' w v a b).
repeat split; (apply dot_ext; [|easy]); intros i Hi; f_equal; now apply Q.
Qed.

(* ANGLE is along w*: nothing is asked of the law of the noise on the filter, nor of w. *)
Lemma S5_ANGLE_pull_free_of_the_other_noise p k E E' w a v b :
  mean E -> mean E' -> independent E -> independent E' -> centred k E -> centred k E' ->
  (forall F : vec -> R, E (fun x _ => F x) = E' (fun x _ => F x)) ->
  pull_of_filter part_ANGLE p k E w a v b = pull_of_filter part_ANGLE p k E' w a v b.
Proof.
intros M M' I I' C C' X. apply dot_ext; [|easy]. intros i Hi. f_equal. rewrite !S2_ANGLE by easy.
unfold mean_kappa_ANGLE. now rewrite (X (fun x => PI - angle p (shift w x) v)).
Qed.

(* The constants of C1 and C2 on a set of points. *)
Definition bound_of_output (part : reading) (p k : nat) (E : functional -> R) (U : vec -> vec -> Prop)
  (c gamma : R) (v b : vec) : Prop :=
  forall w a, dot p w w = 1 -> U w a ->
  pull_of_output part p k E w a v b >= c * dot k (gap a b) (gap a b) - gamma.
Definition bound_of_filter (part : reading) (p k : nat) (E : functional -> R) (U : vec -> vec -> Prop)
  (c gamma : R) (v b : vec) : Prop :=
  forall w a, dot p w w = 1 -> U w a ->
  pull_of_filter part p k E w a v b >= c * dot p (gap w v) (gap w v) - gamma.

Lemma S5_same_constants_of_C2 p k E E' U c gamma v b :
  mean E -> mean E' -> independent E -> independent E' -> centred k E -> centred k E' ->
  (forall F : vec -> R, E (fun x _ => F x) = E' (fun x _ => F x)) ->
  (bound_of_output part_RADIAL p k E U c gamma v b <-> bound_of_output part_RADIAL p k E' U c gamma v b) /\
  (bound_of_output part_UNIT p k E U c gamma v b <-> bound_of_output part_UNIT p k E' U c gamma v b).
Proof.
intros M M' I I' C C' X.
assert (Q := fun w a => S5_output_pull_free_of_the_other_noise p k E E' w a v b M M' I I' C C' X).
split; split; intros B w a W Ua; destruct (Q w a) as [Q1 Q2]; specialize (B w a W Ua); congruence.
Qed.

Lemma S5_same_constants_of_C1 p k E E' U c gamma v b :
  mean E -> mean E' -> independent E -> independent E' -> centred k E -> centred k E' ->
  (forall w, dot p w w = 1 -> balanced p E w v) ->
  (forall F : vec -> R, E (fun x _ => F x) = E' (fun x _ => F x)) ->
  (bound_of_filter part_NETWORK p k E U c gamma v b <-> bound_of_filter part_NETWORK p k E' U c gamma v b) /\
  (bound_of_filter part_ANGLE p k E U c gamma v b <-> bound_of_filter part_ANGLE p k E' U c gamma v b) /\
  (bound_of_filter part_NORMALISED p k E U c gamma v b <->
   bound_of_filter part_NORMALISED p k E' U c gamma v b).
Proof.
intros M M' I I' C C' O X.
assert (Q := fun w a W => S5_filter_pull_free_of_the_other_noise p k E E' w a v b M M' I I' C C' (O w W) W X).
repeat split; intros B w a W Ua; destruct (Q w a W) as [Q1 [Q2 Q3]]; specialize (B w a W Ua); congruence.
Qed.
