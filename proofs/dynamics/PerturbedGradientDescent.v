(* Perturbed gradient descent: one step is the update of the poster, and what it does to means and scales.

   next_w, next_a         one step with the noise xi, eps (LumpedChain_frames.v); moved, before the projection
   descent_w, descent_a   one step of gradient descent
   run                    the steps 0 ... t-1 with the noises xi, eps of each, step size etaw for w and etaa
                          for a
   mean_of                a mean: a linear functional on the functions that it calls integrable, E 1 = 1

   Formalised: S1, the formulas, for the literal reading and for every other; S2, without noise it is gradient
   descent; S3, for every mean, and the distance of the projection; S4, for single steps and for whole runs.
   Not formalised: rounding; the words of S2; the means of smoothing.SmoothedGradient; that the uniform law of
   a ball has a mean and the gradients are integrable. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Lemmata Require Import num.Vectors Definitions loss.FilterGradient dynamics.PopulationGradient.
From Lemmata Require Import dynamics.LumpedChain_frames dynamics.LumpedChain dynamics.GradientDescent.
Open Scope R_scope.

Lemma S1_the_update (p k : nat) (eta : R) (w a v b xi eps : vec) :
  let wt := plus w xi in let at' := plus a eps in
  dot p wt wt <> 0 -> dot p v v = 1 -> dot p w w = 1 ->
  let m := fun i => w i - eta * tangent p w (gradient_w p k wt at' v b) i in
  (forall i, next_a Radial p k eta w a v b xi eps i
             = a i - eta * gradient_a k (norm p wt) (angle p wt v) at' b i) /\
  (forall i, next_w Network p k eta w a v b xi eps i = m i / norm p m) /\ 1 <= norm p m.
Proof.
intros wt at' Hwt Hv Hw m.
assert (M : moved Network p k eta w a v b xi eps = m).
{ unfold m. rewrite <- (functional_extensionality _ _ (fun i => proj2 (S1_literal_reading p k wt at' v b i
  Hwt Hv))).
  reflexivity. }
split; [|split; [intros i; unfold next_w; now rewrite M|rewrite <- M]].
- intros i. unfold next_a. now rewrite <- (proj1 (S1_literal_reading p k wt at' v b i Hwt Hv)).
- now apply S1_moved_filter_has_norm_at_least_one.
Qed.

Lemma S2_without_noise_it_is_gradient_descent (o : output_reading) (f : filter_reading) (p k : nat) (eta : R)
  (w a v b : vec) : dot p w w = 1 -> dot p v v = 1 ->
  let zero := fun _ => 0 in
  (forall i, next_a o p k eta w a v b zero zero i = descent_a p k eta w a v b i) /\
  (forall i, next_w f p k eta w a v b zero zero i = descent_w p k eta w a v b i).
Proof.
intros Hw Hv zero. unfold next_a, next_w, moved, descent_a, descent_w, descent_m.
assert (Z : forall u, plus u zero = u).
{ intros u. apply functional_extensionality. intros i. unfold plus, zero. ring. }
rewrite !Z, (norm_unit p w Hw). split.
- intros i. now rewrite S1_sphere_output.
- assert (T : tangent p w (slope_w f p k w a v b) = tangent p w (gradient_w p k w a v b)).
  { apply functional_extensionality. intros i. rewrite (S1_sphere_filter f) by exact Hw.
    rewrite <- (S1_sphere_filter Network) by exact Hw. f_equal. apply functional_extensionality. intros j.
    apply S1_literal_reading; [lra|exact Hv]. }
  intros i. now rewrite T.
Qed.

(* S1 in any reading: the gradients are those of the reading at (w + xi, a + eps). *)
Lemma S1_the_update_in_any_reading (o : output_reading) (f : filter_reading) (p k : nat) (eta : R)
  (w a v b xi eps : vec) :
  let wt := plus w xi in let at' := plus a eps in
  dot p wt wt <> 0 -> dot p v v = 1 -> dot p w w = 1 ->
  let m := fun i => w i - eta * tangent p w (reading_w f p k wt at' v b) i in
  (forall i, next_a o p k eta w a v b xi eps i = a i - eta * reading_a o p k wt at' v b i) /\
  (forall i, next_w f p k eta w a v b xi eps i = m i / norm p m) /\ 1 <= norm p m.
Proof.
intros wt at' Hwt Hv Hw m. assert (M : moved f p k eta w a v b xi eps = m).
{ unfold m. rewrite (functional_extensionality _ _ (fun i => S1_filter f p k wt at' v b i Hwt Hv)).
  reflexivity. }
split; [intros i; unfold next_a; now rewrite S1_output|].
split; [intros i; unfold next_w; now rewrite M|rewrite <- M].
now apply S1_moved_filter_has_norm_at_least_one.
Qed.

(* A mean over the noise, whatever its law. *)
Definition mean_of (X : Type) (integrable : (X -> R) -> Prop) (E : (X -> R) -> R) : Prop :=
  (forall c, integrable (fun _ => c) /\ E (fun _ => c) = c) /\
  (forall x y F G, integrable F -> integrable G ->
     integrable (fun o => x * F o + y * G o) /\ E (fun o => x * F o + y * G o) = x * E F + y * E G).

Lemma mean_sum X I E n (F : nat -> X -> R) : mean_of X I E -> (forall i, (i < n)%nat -> I (F i)) ->
  I (fun o => sum n (fun i => F i o)) /\ E (fun o => sum n (fun i => F i o)) = sum n (fun i => E (F i)).
Proof.
intros [C L] H. induction n as [|n IH]; cbn; [apply C|].
destruct IH as [IH1 IH2]; [intros i Hi; apply H; lia|].
assert (Q := L 1 1 _ _ IH1 (H n (Nat.lt_succ_diag_r n))). rewrite !Rmult_1_l, IH2 in Q.
replace (fun o => sum n (fun i => F i o) + F n o) with (fun o => 1 * sum n (fun i => F i o) + 1 * F n o).
- exact Q.
- apply functional_extensionality. intros o. ring.
Qed.

(* x + y F in the mean. *)
Lemma mean_affine X I E x y F : mean_of X I E -> I F -> E (fun o => x + y * F o) = x + y * E F.
Proof.
intros [C L] H. assert (Q := proj2 (L 1 y _ _ (proj1 (C x)) H)). rewrite (proj2 (C x)), Rmult_1_l in Q.
exact Q.
Qed.

Lemma mean_tangent X I E p w (G : X -> vec) i : mean_of X I E ->
  (forall j, (j < p)%nat -> I (fun o => G o j)) -> (i < p)%nat -> I (fun o => tangent p w (G o) i) /\
  E (fun o => tangent p w (G o) i) = tangent p w (fun j => E (fun o => G o j)) i.
Proof.
intros M H Hi. assert (L := proj2 M). unfold tangent, dot.
assert (F : forall j, (j < p)%nat ->
  I (fun o => w j * G o j) /\ E (fun o => w j * G o j) = w j * E (fun o => G o j)).
{ intros j Hj. assert (Q := L (w j) 0 _ _ (H j Hj) (H j Hj)). rewrite Rmult_0_l, Rplus_0_r in Q.
  replace (fun o => w j * G o j) with (fun o => w j * G o j + 0 * G o j); [exact Q|].
  apply functional_extensionality. intros o. ring. }
destruct (mean_sum X I E p (fun j o => w j * G o j) M (fun j Hj => proj1 (F j Hj))) as [S1 S2].
assert (Q := L 1 (- w i) _ _ (H i Hi) S1). rewrite S2, (sum_ext p _ _ (fun j Hj => proj2 (F j Hj))) in Q.
replace (fun o => G o i - sum p (fun j => w j * G o j) * w i) with
  (fun o => 1 * G o i + - w i * sum p (fun j => w j * G o j)).
- split; [apply Q|]. rewrite (proj2 Q). ring.
- apply functional_extensionality. intros o. ring.
Qed.

Lemma S3_mean_step (X : Type) (I : (X -> R) -> Prop) (E : (X -> R) -> R)
  (o : output_reading) (f : filter_reading) (p k : nat) (eta : R) (w a v b : vec) (xi eps : X -> vec) :
  let Ga := fun t => slope_a o p k (plus w (xi t)) (plus a (eps t)) v b in
  let Gw := fun t => slope_w f p k (plus w (xi t)) (plus a (eps t)) v b in
  mean_of X I E ->
  (forall i, (i < k)%nat -> I (fun t => Ga t i)) -> (forall i, (i < p)%nat -> I (fun t => Gw t i)) ->
  (forall i, (i < k)%nat -> E (fun t => next_a o p k eta w a v b (xi t) (eps t) i)
             = a i - eta * E (fun t => Ga t i)) /\
  (forall i, (i < p)%nat -> E (fun t => moved f p k eta w a v b (xi t) (eps t) i)
             = w i - eta * tangent p w (fun j => E (fun t => Gw t j)) i).
Proof.
intros Ga Gw M Ha Hw. split; intros i Hi.
- replace (fun t => next_a o p k eta w a v b (xi t) (eps t) i) with (fun t => a i + - eta * Ga t i).
  + rewrite (mean_affine X I E) by auto. ring.
  + apply functional_extensionality. intros t. unfold next_a, Ga. ring.
- destruct (mean_tangent X I E p w Gw i M Hw Hi) as [T1 T2].
  replace (fun t => moved f p k eta w a v b (xi t) (eps t) i)
    with (fun t => w i + - eta * tangent p w (Gw t) i).
  + rewrite (mean_affine X I E), T2 by easy. ring.
  + apply functional_extensionality. intros t. unfold moved, Gw. ring.
Qed.

Lemma S3_projection (f : filter_reading) (p k : nat) (eta : R) (w a v b xi eps : vec) : dot p w w = 1 ->
  let t := tangent p w (slope_w f p k (plus w xi) (plus a eps) v b) in
  let m := moved f p k eta w a v b xi eps in let w' := next_w f p k eta w a v b xi eps in
  norm p (fun i => w' i - m i) = norm p m - 1 /\ norm p m - 1 <= eta ^ 2 * dot p t t / 2 /\
  (forall i, m i = w' i / dot p w w').
Proof.
intros Hw t m w'. assert (P := S1_moved_filter_has_norm_at_least_one f p k eta w a v b xi eps Hw).
fold m in P.
assert (T : dot p w t = 0) by now apply tangent_across. assert (N := norm_sq p m).
assert (W : dot p w m = 1) by (unfold m, moved; fold t; rewrite (dot_minus_r p w), dot_scal_r, Hw, T; ring).
assert (D : dot p m m = 1 + eta ^ 2 * dot p t t).
{ unfold m, moved. fold t.
  rewrite (dot_minus_l p w), !(dot_minus_r p w), !dot_scal_l, !dot_scal_r, (dot_sym p t w), Hw, T. ring. }
set (n := norm p m) in *. split; [|split].
- unfold norm. assert (E : agree p (fun i => w' i - m i) (fun i => (/ n - 1) * m i)).
  { intros i _. unfold w', next_w. fold m. fold n. unfold Rdiv. ring. }
  rewrite (dot_ext p _ _ _ _ E E), dot_scal_l, dot_scal_r, <- N.
  replace ((/ n - 1) * ((/ n - 1) * (n * n))) with ((n - 1) * (n - 1)) by (field; lra). apply sqrt_square.
  lra.
- assert (0 <= (n - 1) * (n - 1)) by nra. lra.
- intros i. assert (E : agree p w' (fun i => / n * m i)).
  { intros j _. unfold w', next_w. fold m. fold n. unfold Rdiv. ring. }
  rewrite (dot_ext p w w w' _ (fun j _ => eq_refl) E), dot_scal_r, W. unfold w', next_w. fold m. fold n.
  field. lra.
Qed.

(* S4: the teacher's output weights, the student's and the noise on them, all times x. *)
Definition times (x : R) (u : vec) : vec := fun i => x * u i.

Lemma sum_times n x u : sum n (times x u) = x * sum n u.
Proof. apply sum_scal. Qed.

Lemma dot_times n x u v : dot n (times x u) (times x v) = x ^ 2 * dot n u v.
Proof. unfold times. rewrite dot_scal_l, dot_scal_r. ring. Qed.

Lemma plus_times x u v : plus (times x u) (times x v) = times x (plus u v).
Proof. apply functional_extensionality. intros i. unfold plus, times. ring. Qed.

Lemma S4_gradients_scale (o : output_reading) (f : filter_reading) (p k : nat) (x : R) (w a v b : vec) (i :
  nat) :
  slope_a o p k w (times x a) v (times x b) i = x * slope_a o p k w a v b i /\
  slope_w f p k w (times x a) v (times x b) i = x ^ 2 * slope_w f p k w a v b i.
Proof.
unfold slope_a, slope_w. rewrite !sum_times, !dot_times. split.
- unfold common, times. field. apply PI_neq0.
- unfold alpha, beta; destruct f; unfold Rdiv; ring.
Qed.

Lemma S4_scale (o : output_reading) (f : filter_reading) (p k : nat) (eta x : R) (w a v b xi eps : vec) :
  next_a o p k eta w (times x a) v (times x b) xi (times x eps) = times x (next_a o p k eta w a v b xi eps) /\
  next_w f p k eta w (times x a) v (times x b) xi (times x eps) = next_w f p k (x ^ 2 * eta) w a v b xi eps.
Proof.
split.
- apply functional_extensionality. intros i. unfold next_a. rewrite plus_times.
  rewrite (proj1 (S4_gradients_scale o f p k x _ _ v b i)). unfold times. ring.
- unfold next_w. replace (moved f p k eta w (times x a) v (times x b) xi (times x eps)) with
    (moved f p k (x ^ 2 * eta) w a v b xi eps); [reflexivity|].
  apply functional_extensionality. intros i. unfold moved. rewrite plus_times.
  replace (slope_w f p k (plus w xi) (times x (plus a eps)) v (times x b)) with
    (times (x ^ 2) (slope_w f p k (plus w xi) (plus a eps) v b)).
  + unfold tangent, times. rewrite dot_scal_r. ring.
  + apply functional_extensionality. intros j. symmetry.
    apply (proj2 (S4_gradients_scale o f p k x _ _ v b j)).
Qed.

(* t steps, with a step size of its own for either part. *)
Fixpoint run (o : output_reading) (f : filter_reading) (p k : nat) (etaw etaa : R) (v b : vec)
  (xi eps : nat -> vec) (w a : vec) (t : nat) : vec * vec :=
  match t with
  | O => (w, a)
  | S t => let (wt, at') := run o f p k etaw etaa v b xi eps w a t in
           (next_w f p k etaw wt at' v b (xi t) (eps t), next_a o p k etaa wt at' v b (xi t) (eps t))
  end.

Lemma S4_runs_scale (o : output_reading) (f : filter_reading) (p k : nat) (etaw etaa x : R) (v b : vec)
  (xi eps : nat -> vec) (w a : vec) (t : nat) :
  run o f p k etaw etaa v (times x b) xi (fun s => times x (eps s)) w (times x a) t =
  let (wt, at') := run o f p k (x ^ 2 * etaw) etaa v b xi eps w a t in (wt, times x at').
Proof.
induction t as [|t IH]; [reflexivity|]. cbn [run]. rewrite IH.
destruct (run o f p k (x ^ 2 * etaw) etaa v b xi eps w a t) as [wt at'].
f_equal; [apply (S4_scale o)|apply (S4_scale o f)].
Qed.

(* The norm that the rescaled teacher has: x = sqrt N turns norm 1 into sqrt N, and eta into N eta. *)
Lemma S4_norm_of_the_teacher (k : nat) (N : R) (b : vec) : 0 <= N -> dot k b b = 1 ->
  dot k (times (sqrt N) b) (times (sqrt N) b) = N /\ sqrt N ^ 2 = N.
Proof.
intros H B. rewrite dot_times, B, sqrt_dot_sq by exact H. split; ring.
Qed.
