(* Gradient descent turns and permutes with the problem (S4).

   turns p Q                  a linear map of R^p that looks at the entries below p only and keeps inner
                              products
   orthogonal p Q, apply      an orthogonal matrix, and that matrix times a vector (loss/Angle.v)
   permutation k s            a permutation of the indices below k (loss/PopulationLoss_symmetries.v)
   reorder s a                the entries of a in the order s

   Formalised: S4, for every such map, orthogonal matrices among them, and every permutation.
   Not formalised: nothing. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.Angle loss.PopulationLoss_symmetries.
From Lemmata Require Import dynamics.GradientDescent.
Open Scope R_scope.

Definition turns (p : nat) (Q : vec -> vec) : Prop :=
  (forall u v, agree p u v -> agree p (Q u) (Q v)) /\
  (forall x u y v, agree p (Q (lin x u y v)) (lin x (Q u) y (Q v))) /\
  (forall u v, dot p (Q u) (Q v) = dot p u v).
Definition reorder (s : nat -> nat) (a : vec) : vec := fun i => a (s i).

Lemma S4_an_orthogonal_matrix_turns (p : nat) (Q : nat -> nat -> R) : orthogonal p Q -> turns p (apply p Q).
Proof.
intros H. split; [|split].
- intros u v E i Hi. apply sum_ext. intros j Hj. now rewrite E.
- intros x u y v i Hi. unfold lin, apply. rewrite <- !sum_scal, <- sum_plus. apply sum_ext. intros j Hj. ring.
- intros u v. now apply dot_orthogonal.
Qed.

Lemma sum_reorder k s u : permutation k s -> sum k (reorder s u) = sum k u.
Proof. exact (sum_permuted k s u). Qed.

Lemma dot_reorder k s u v : permutation k s -> dot k (reorder s u) (reorder s v) = dot k u v.
Proof. exact (sum_permuted k s (fun i => u i * v i)). Qed.

(* The gradients turn and permute. *)
Lemma gradient_turns p k Q s w a v b : turns p Q -> permutation k s ->
  agree p (gradient_w p k (Q w) (reorder s a) (Q v) (reorder s b)) (Q (gradient_w p k w a v b)) /\
  (forall i, gradient_a k (norm p (Q w)) (angle p (Q w) (Q v)) (reorder s a) (reorder s b) i =
             gradient_a k (norm p w) (angle p w v) a b (s i)).
Proof.
intros (C & L & D) H.
assert (N : norm p (Q w) = norm p w) by (unfold norm; now rewrite D).
assert (A : angle p (Q w) (Q v) = angle p w v) by (unfold angle, norm; now rewrite !D).
split; [|intros i; unfold gradient_a; now rewrite N, A, !(sum_reorder k s)].
intros i Hi. unfold gradient_w. rewrite N, A, !(sum_reorder k s), !(dot_reorder k s) by exact H.
set (r := norm p w). set (phi := angle p w v). set (d := dot k a b).
set (x := (((sum k a) ^ 2 + (PI - 1) * dot k a a) - (sum k a * sum k b + (g phi - 1) * d) * / r
  + (PI - phi) * d * cos phi * / r) / (2 * PI)). set (y := - (PI - phi) * d / (2 * PI)).
transitivity (lin x (Q w) y (Q v) i).
- unfold lin, x, y, Rdiv. ring.
- rewrite <- (L x w y v i Hi). apply C; [|exact Hi]. intros j _. unfold lin, x, y, Rdiv. ring.
Qed.

Lemma tangent_turns p Q w u t : turns p Q -> agree p t (Q u) ->
  agree p (tangent p (Q w) t) (Q (tangent p w u)).
Proof.
intros (C & L & D) T i Hi. unfold tangent.
rewrite (dot_ext p (Q w) (Q w) t (Q u)); [|now intros j|exact T]. rewrite D, (T i Hi).
transitivity (lin 1 (Q u) (- dot p w u) (Q w) i); [unfold lin; ring|].
rewrite <- (L _ _ _ _ i Hi). apply C; [|exact Hi]. intros j _. unfold lin. ring.
Qed.

Lemma S4_the_step_turns_and_permutes (p k : nat) (eta : R) (Q : vec -> vec) (s : nat -> nat) (w a v b : vec) :
  turns p Q -> permutation k s ->
  agree p (descent_w p k eta (Q w) (reorder s a) (Q v) (reorder s b)) (Q (descent_w p k eta w a v b)) /\
  agree k (descent_a p k eta (Q w) (reorder s a) (Q v) (reorder s b)) (reorder s (descent_a p k eta w a v b)).
Proof.
intros O H. destruct (gradient_turns p k Q s w a v b O H) as [W A]. split.
- assert (M : agree p (descent_m p k eta (Q w) (reorder s a) (Q v) (reorder s b)) (Q (descent_m p k eta w a v
  b))).
  { intros i Hi. unfold descent_m. rewrite (tangent_turns p Q w _ _ O W i Hi). destruct O as (C & L & _).
    transitivity (lin 1 (Q w) (- eta) (Q (tangent p w (gradient_w p k w a v b))) i); [unfold lin; ring|].
    rewrite <- (L _ _ _ _ i Hi). apply C; [|exact Hi]. intros j _. unfold lin. ring. }
  intros i Hi. unfold descent_w. rewrite (M i Hi). unfold norm at 1. rewrite (dot_ext p _ _ _ _ M M).
  destruct O as (C & L & D). rewrite D. fold (norm p (descent_m p k eta w a v b)).
  set (m := descent_m p k eta w a v b). set (n := norm p m).
  transitivity (lin (/ n) (Q m) 0 (Q m) i); [unfold lin, Rdiv; ring|].
  rewrite <- (L _ _ _ _ i Hi). apply C; [|exact Hi]. intros j _. unfold lin, Rdiv. ring.
- intros i _. unfold descent_a. rewrite A. reflexivity.
Qed.
