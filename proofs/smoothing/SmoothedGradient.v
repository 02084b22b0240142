(* The mean gradients of P-GD, for any law of the noise.

   E                       a mean: a functional of (x, e) -> R, x the noise on the filter, e that on a
   mean E                  E is linear, E 1 = 1, and E sees only the values of the functional
   independent, centred    E F(x) H(e) = E F(x) E H(e);  E e_i = 0
   shift w x               w + x, the perturbed filter; shift a e the perturbed output weights
   mean_m2, mean_m1, mean_h    E r^2, E r, E r g(phi), with r and phi of the perturbed filter (RADIAL)
   mean_g                  E g(phi) (UNIT)

   A mean is asked to be defined on every functional: a linear functional on the integrable ones extends to
   all of them, and it can be kept 0 on a linear space whose integrable members have mean 0, as `balanced` of
   SmoothedGradient_filter.v asks. (Invariance for every functional could not be kept: it would be asked of
   integrals that do not exist.) A finite law is a mean at once, see SmoothedGradient_instance.v.
   Formalised: S1 for both readings of the a-part. S2 and S3 are in SmoothedGradient_filter.v, L of S5 in
   SmoothedGradient_objective.v.
   Not formalised: the uniform law on a ball (an integral over R^p); S4; the derivative in w of S5; S6. *)
From Coq Require Import Reals Lra Lia.
From Lemmata Require Import num.Vectors Definitions.
Open Scope R_scope.

Definition functional := vec -> vec -> R.
Definition mean (E : functional -> R) : Prop :=
  (forall F H, (forall x e, F x e = H x e) -> E F = E H) /\
  (forall s F t H, E (fun x e => s * F x e + t * H x e) = s * E F + t * E H) /\ E (fun _ _ => 1) = 1.
Definition independent (E : functional -> R) : Prop :=
  forall F H : vec -> R, E (fun x e => F x * H e) = E (fun x _ => F x) * E (fun _ e => H e).
Definition centred (k : nat) (E : functional -> R) : Prop := forall i, (i < k)%nat -> E (fun _ e => e i) = 0.

Definition shift (u x : vec) : vec := fun i => u i + x i.
Definition mean_m2 (p : nat) (E : functional -> R) (w : vec) : R :=
  E (fun x _ => norm p (shift w x) * norm p (shift w x)).
Definition mean_m1 (p : nat) (E : functional -> R) (w : vec) : R := E (fun x _ => norm p (shift w x)).
Definition mean_h (p : nat) (E : functional -> R) (w v : vec) : R :=
  E (fun x _ => norm p (shift w x) * g (angle p (shift w x) v)).
Definition mean_g (p : nat) (E : functional -> R) (w v : vec) : R := E (fun x _ => g (angle p (shift w x) v)).

(* Linearity in convenient forms. *)
Lemma mean_scal E s F : mean E -> E (fun x e => s * F x e) = s * E F.
Proof.
intros [X [L _]]. transitivity (E (fun x e => s * F x e + 0 * F x e)); [apply X; intros; ring|].
rewrite L. ring.
Qed.

Lemma mean_plus E F H : mean E -> E (fun x e => F x e + H x e) = E F + E H.
Proof.
intros [X [L _]]. transitivity (E (fun x e => 1 * F x e + 1 * H x e)); [apply X; intros; ring|].
rewrite L. ring.
Qed.

Lemma mean_minus E F H : mean E -> E (fun x e => F x e - H x e) = E F - E H.
Proof.
intros [X [L _]]. transitivity (E (fun x e => 1 * F x e + -1 * H x e)); [apply X; intros; ring|].
rewrite L. ring.
Qed.

Lemma mean_const E c : mean E -> E (fun _ _ => c) = c.
Proof.
intros M. transitivity (E (fun _ _ => c * 1)); [apply M; intros; ring|].
rewrite mean_scal by exact M. destruct M as [_ [_ M]]. rewrite M. ring.
Qed.

Lemma mean_ext E F H : mean E -> (forall x e, F x e = H x e) -> E F = E H.
Proof. intros [X _]. apply X. Qed.

Lemma mean_sum E n (F : nat -> functional) : mean E -> E (fun x e => sum n (fun i => F i x e)) = sum n (fun
  i => E (F i)).
Proof.
intros M. induction n as [|n IH]; simpl; [now apply mean_const|].
rewrite (mean_plus E (fun x e => sum n (fun i => F i x e))) by exact M. now rewrite IH.
Qed.

(* A linear term in the noise on the output weights has mean 0, whatever multiplies it. *)
Lemma mean_noise k E F i : mean E -> independent E -> centred k E -> (i < k)%nat ->
  E (fun x e => F x * e i) = 0.
Proof. intros M I C Hi. rewrite (I F (fun e => e i)), (C i Hi). ring. Qed.

Lemma mean_output_entry k E F a i : mean E -> independent E -> centred k E -> (i < k)%nat ->
  E (fun x e => F x * shift a e i) = E (fun x _ => F x) * a i.
Proof.
intros M I C Hi. transitivity (E (fun x e => a i * F x + F x * e i)); [apply mean_ext; [easy|]; intros;
  unfold shift; ring|].
rewrite (mean_plus E (fun x _ => a i * F x)), (mean_scal E _ (fun x _ => F x)), (mean_noise k) by easy. ring.
Qed.

Lemma mean_output_dot k E F a b : mean E -> independent E -> centred k E ->
  E (fun x e => F x * dot k (shift a e) b) = E (fun x _ => F x) * dot k a b.
Proof.
intros M I C. unfold dot. rewrite <- sum_scal.
transitivity (E (fun x e => sum k (fun i => b i * (F x * shift a e i)))).
{ apply mean_ext; [easy|]. intros x e. rewrite <- sum_scal. apply sum_ext. intros i _. ring. }
rewrite (mean_sum E k (fun i x e => b i * (F x * shift a e i))) by easy. apply sum_ext. intros i Hi.
rewrite mean_scal, (mean_output_entry k) by easy. ring.
Qed.

Lemma mean_output_sum k E F a : mean E -> independent E -> centred k E ->
  E (fun x e => F x * sum k (shift a e)) = E (fun x _ => F x) * sum k a.
Proof.
intros M I C. assert (S : forall u, sum k u = dot k u (fun _ => 1)) by (intros u; rewrite dot_ones_r; ring).
rewrite S, <- (mean_output_dot k E F a) by easy. apply mean_ext; [easy|]. intros. now rewrite S.
Qed.

(* S1. *)
Lemma mean_gradient_a k E (r c : vec -> R) a b i : mean E -> independent E -> centred k E -> (i < k)%nat ->
  E (fun x e => gradient_a k (r x) (c x) (shift a e) b i) =
  smoothed_a k (E (fun x _ => r x * r x)) (E (fun x _ => r x)) (E (fun x _ => r x * g (c x))) a b i.
Proof.
intros M I C Hi.
transitivity (E (fun x e => / (2 * PI) * ((r x * r x * sum k (shift a e) + (PI - 1) * (r x * r x * shift a e
  i))
  - ((sum k b - b i) * r x + b i * (r x * g (c x)))))).
{ apply mean_ext; [easy|]. intros x e. unfold gradient_a. field. apply PI_neq0. }
rewrite mean_scal, mean_minus, !mean_plus, !mean_scal by easy.
rewrite (mean_output_sum k E (fun x => r x * r x)), (mean_output_entry k E (fun x => r x * r x)) by easy.
unfold smoothed_a. field. apply PI_neq0.
Qed.

Lemma S1_RADIAL p k E w v a b i : mean E -> independent E -> centred k E -> (i < k)%nat ->
  E (fun x e => gradient_a k (norm p (shift w x)) (angle p (shift w x) v) (shift a e) b i) =
  smoothed_a k (mean_m2 p E w) (mean_m1 p E w) (mean_h p E w v) a b i.
Proof.
apply (mean_gradient_a k E (fun x => norm p (shift w x)) (fun x => angle p (shift w x) v)).
Qed.

Lemma S1_UNIT p k E w v a b i : mean E -> independent E -> centred k E -> (i < k)%nat ->
  E (fun x e => gradient_a k 1 (angle p (shift w x) v) (shift a e) b i) =
  smoothed_a k 1 1 (mean_g p E w v) a b i.
Proof.
intros M I C Hi. rewrite (mean_gradient_a k E (fun _ => 1) (fun x => angle p (shift w x) v)) by easy.
rewrite !mean_const by easy. rewrite (mean_ext E _ (fun x _ => g (angle p (shift w x) v)) M); [|intros; ring].
unfold smoothed_a, mean_g. field. apply PI_neq0.
Qed.
