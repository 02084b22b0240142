(* The moments of the five readings without noise, and their mean over -w*.

   still E    a law under which the noise on the filter is 0

   Formalised: the moments of smoothing.Reading/S2, the mean over the noise in S3. *)
From Coq Require Import Reals Lra Lia.
From Lemmata Require Import num.Vectors Definitions loss.FilterGradient loss.TangentGradient.
From Lemmata Require Import smoothing.Reading smoothing.SmoothedGradient smoothing.SmoothedGradient_filter.
Open Scope R_scope.

Definition still (p : nat) (E : functional -> R) : Prop :=
  forall F : vec -> R, (forall x y, agree p x y -> F x = F y) -> E (fun x _ => F x) = F (fun _ => 0).

Lemma shift_agree p w x y : agree p x y -> agree p (shift w x) (shift w y).
Proof. intros H i Hi. unfold shift. now rewrite H. Qed.

Lemma still_value p E w (F : vec -> R) : still p E -> (forall x y, agree p x y -> F x = F y) ->
  E (fun x _ => F (shift w x)) = F w.
Proof.
intros S H. rewrite (S (fun x => F (shift w x))).
- apply H. intros i _. unfold shift. ring.
- intros x y A. apply H. now apply shift_agree.
Qed.

Lemma norm_agree p x y : agree p x y -> norm p x = norm p y.
Proof. intros A. unfold norm. now rewrite (dot_ext p x y x y A A). Qed.

Lemma angle_agree p x y v : agree p x y -> angle p x v = angle p y v.
Proof. intros A. unfold angle. now rewrite (norm_agree p x y A), (dot_ext p x y v v A (fun i _ => eq_refl)).
  Qed.

Lemma S2_moments_without_noise p E w v : still p E -> dot p w w = 1 ->
  mean_m2 p E w = 1 /\ mean_m1 p E w = 1 /\ mean_h p E w v = g (angle p w v) /\ mean_g p E w v = g (angle p
    w v).
Proof.
intros S W. unfold mean_m2, mean_m1, mean_h, mean_g.
rewrite (still_value p E w (fun z => norm p z * norm p z) S), (still_value p E w (norm p) S),
  (still_value p E w (fun z => norm p z * g (angle p z v)) S), (still_value p E w (fun z => g (angle p z v))
    S).
- rewrite (norm_unit p w W). repeat split; ring.
- intros x y A. now rewrite (angle_agree p x y v A).
- intros x y A. now rewrite (angle_agree p x y v A), (norm_agree p x y A).
- exact (norm_agree p).
- intros x y A. now rewrite (norm_agree p x y A).
Qed.

Lemma S2_kappa_without_noise p E w v : still p E -> dot p w w = 1 -> dot p (tangent p w v) (tangent p w v)
  <> 0 ->
  mean_kappa_NETWORK p E w v = PI - angle p w v /\ mean_kappa_ANGLE p E w v = PI - angle p w v /\
  mean_kappa_NORMALISED p E w v = PI - angle p w v.
Proof.
intros S W T. set (t := tangent p w v) in *.
assert (Tw : dot p t w = 0) by (unfold t; rewrite dot_sym; now apply tangent_orthogonal).
assert (Tv : dot p t v = dot p t t).
{ transitivity (dot p t (fun i => v i - dot p w v * w i)); [rewrite dot_minus_r, dot_scal_r, Tw; ring|easy]. }
unfold mean_kappa_NETWORK, mean_kappa_ANGLE, mean_kappa_NORMALISED. fold t.
assert (D : forall x y u, agree p x y -> dot p u x = dot p u y) by (intros; now apply dot_ext).
rewrite (still_value p E w (fun z => turn p t z v) S), (still_value p E w (fun z => PI - angle p z v) S),
  (still_value p E w (fun z => turn_NORMALISED p t z v) S).
- unfold turn, turn_NORMALISED. rewrite (norm_unit p w W), Tw, Tv. repeat split; field; easy.
- intros x y A. unfold turn_NORMALISED.
  now rewrite (angle_agree p x y v A), (norm_agree p x y A), (D x y t A), !(dot_sym p _ v), (D x y v A).
- intros x y A. now rewrite (angle_agree p x y v A).
- intros x y A. unfold turn. now rewrite (angle_agree p x y v A), (norm_agree p x y A), (D x y t A).
Qed.

Lemma S3_the_mean_stays p k E w a v b i : mean E -> independent E -> centred k E -> balanced p E w v ->
  dot p v v = 1 -> (forall j, w j = - v j) -> (i < p)%nat ->
  tangent p w (fun j => E (fun x e => part_NETWORK p k (shift w x) (shift a e) v b j)) i = 0 /\
  tangent p w (fun j => E (fun x e => part_ANGLE p k (shift w x) (shift a e) v b j)) i = 0 /\
  tangent p w (fun j => E (fun x e => part_NORMALISED p k (shift w x) (shift a e) v b j)) i = 0.
Proof.
intros M I C O V H Hi. destruct (opposite p w v V H) as [W [_ T]].
rewrite S2_NETWORK, S2_ANGLE, S2_NORMALISED by easy. unfold smoothed_w. rewrite T. repeat split; ring.
Qed.
