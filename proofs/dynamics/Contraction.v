(* What partial dissipativity does to the squared errors in one step.

   a, w; b, v     a point, and what it should come to        sq k u v   |u - v|^2 in R^k
   G, B           a gradient, a bound on its square          put p x    x / |x|
   c, gamma       <-G, b - a> >= c |a - b|^2 - gamma, the conditions C1 and C2
   eta, after     the step size; the bound on the square after one step
   mean_of        a mean, as in PerturbedGradientDescent.v; monotone, that it keeps <=

   Formalised: S1 with what is lost against the bound and S2, for single steps and in the mean.
   Not formalised: that a law of noise has a mean and the squares are integrable. S3 to S5 are in
   Contraction_recursion.v; S6 is of the code. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Lemmata Require Import num.Vectors Definitions dynamics.LumpedChain_frames
  dynamics.PerturbedGradientDescent.
Open Scope R_scope.

Definition minus (u v : vec) : vec := fun i => u i - v i.
Definition opposite (u : vec) : vec := fun i => - u i.
Definition sq (k : nat) (u v : vec) : R := dot k (minus u v) (minus u v).
Definition put (p : nat) (x : vec) : vec := fun i => x i / norm p x.
Definition after (eta c gamma B x : R) : R := (1 - 2 * eta * c) * x + 2 * eta * gamma + eta ^ 2 * B.
Definition monotone (X : Type) (I : (X -> R) -> Prop) (E : (X -> R) -> R) : Prop :=
  forall F G, I F -> I G -> (forall o, F o <= G o) -> E F <= E G.

(* S1: one step of the output weights. *)
Lemma S1_identity (k : nat) (eta : R) (a G b : vec) :
  sq k (fun i => a i - eta * G i) b = sq k a b - 2 * eta * dot k (opposite G) (minus b a) + eta ^ 2 * dot k G
    G.
Proof.
unfold sq, minus, opposite.
rewrite (dot_ext k (fun i => a i - eta * G i - b i) (fun i => (a i - b i) - eta * G i) _
  (fun i => (a i - b i) - eta * G i)) by (intros i _; ring).
rewrite (dot_ext k (fun i => - G i) (fun i => -1 * G i) (fun i => b i - a i) (fun i => -1 * (a i - b i)))
  by (intros i _; ring).
rewrite dot_scal_l, dot_scal_r, (dot_minus_l k (fun i => a i - b i) (fun i => eta * G i)).
rewrite !(dot_minus_r k (fun i => a i - b i) (fun i => eta * G i)), !dot_scal_l, !dot_scal_r.
rewrite (dot_sym k (fun i => a i - b i) G). ring.
Qed.

(* What is lost against the bound, exactly. *)
Lemma S1_slack (k : nat) (eta c gamma B : R) (a G b : vec) :
  sq k (fun i => a i - eta * G i) b =
  after eta c gamma B (sq k a b)
  - 2 * eta * (dot k (opposite G) (minus b a) - (c * sq k a b - gamma)) - eta ^ 2 * (B - dot k G G).
Proof.
rewrite S1_identity. unfold after. ring.
Qed.

Lemma S1_one_step (k : nat) (eta c gamma B : R) (a G b : vec) :
  0 <= eta -> dot k (opposite G) (minus b a) >= c * sq k a b - gamma -> dot k G G <= B ->
  sq k (fun i => a i - eta * G i) b <= after eta c gamma B (sq k a b).
Proof.
intros He HC HB. rewrite (S1_slack k eta c gamma B).
assert (0 <= eta ^ 2 * (B - dot k G G)) by (apply Rmult_le_pos; [apply pow2_ge_0|lra]).
assert (0 <= 2 * eta * (dot k (opposite G) (minus b a) - (c * sq k a b - gamma))) by (apply Rmult_le_pos;
  lra).
lra.
Qed.

(* The mean of an inner product with a fixed vector. *)
Lemma mean_dot X I E k (G : X -> vec) u : mean_of X I E ->
  (forall i, (i < k)%nat -> I (fun o => G o i)) ->
  I (fun o => dot k (G o) u) /\ E (fun o => dot k (G o) u) = dot k (fun i => E (fun o => G o i)) u.
Proof.
intros M H. assert (F : forall i, (i < k)%nat ->
  I (fun o => G o i * u i) /\ E (fun o => G o i * u i) = E (fun o => G o i) * u i).
{ intros i Hi. destruct (proj2 M (u i) 0 _ _ (H i Hi) (H i Hi)) as [J K].
  assert (Q : (fun o => u i * G o i + 0 * G o i) = (fun o => G o i * u i)).
  { apply functional_extensionality. intros o. ring. }
  rewrite Q in J, K. split; [exact J|rewrite K; ring]. }
destruct (mean_sum X I E k (fun i o => G o i * u i) M (fun i Hi => proj1 (F i Hi))) as [S1 S2].
split; [exact S1|]. unfold dot. rewrite S2. apply sum_ext. intros i Hi. now apply F.
Qed.

(* In the mean: E G and E |G|^2 take the places of G and |G|^2. *)
Lemma S1_mean_identity (X : Type) (I : (X -> R) -> Prop) (E : (X -> R) -> R) (k : nat) (eta : R)
  (a b : vec) (G : X -> vec) :
  mean_of X I E -> (forall i, (i < k)%nat -> I (fun o => G o i)) -> I (fun o => dot k (G o) (G o)) ->
  let mean_G := fun i => E (fun o => G o i) in let mean_sq := E (fun o => dot k (G o) (G o)) in
  I (fun o => sq k (fun i => a i - eta * G o i) b) /\
  E (fun o => sq k (fun i => a i - eta * G o i) b) =
  sq k a b - 2 * eta * dot k (opposite mean_G) (minus b a) + eta ^ 2 * mean_sq.
Proof.
intros M HG HS mean_G mean_sq. destruct (mean_dot X I E k G (minus b a) M HG) as [J D].
assert (N : forall F : vec, dot k (opposite F) (minus b a) = - dot k F (minus b a)).
{ intros F. unfold opposite. rewrite (dot_ext k _ (fun i => -1 * F i) _ (minus b a)).
  - rewrite dot_scal_l. ring.
  - intros i _. ring.
  - now intros i. }
destruct (proj1 M 1) as [I1 E1]. destruct (proj2 M (sq k a b) (2 * eta) _ _ I1 J) as [I2 E2].
destruct (proj2 M 1 (eta ^ 2) _ _ I2 HS) as [I3 E3].
assert (Q : (fun o => sq k (fun i => a i - eta * G o i) b) = (fun o =>
  1 * (sq k a b * 1 + 2 * eta * dot k (G o) (minus b a)) + eta ^ 2 * dot k (G o) (G o))).
{ apply functional_extensionality. intros o. rewrite S1_identity, N. ring. }
rewrite Q. split; [exact I3|]. rewrite E3, E2, E1, D, N. unfold mean_G, mean_sq. ring.
Qed.

Lemma S1_mean_slack (X : Type) (I : (X -> R) -> Prop) (E : (X -> R) -> R) (k : nat) (eta c gamma B : R)
  (a b : vec) (G : X -> vec) :
  mean_of X I E -> (forall i, (i < k)%nat -> I (fun o => G o i)) -> I (fun o => dot k (G o) (G o)) ->
  let mean_G := fun i => E (fun o => G o i) in let mean_sq := E (fun o => dot k (G o) (G o)) in
  E (fun o => sq k (fun i => a i - eta * G o i) b) =
  after eta c gamma B (sq k a b)
  - 2 * eta * (dot k (opposite mean_G) (minus b a) - (c * sq k a b - gamma)) - eta ^ 2 * (B - mean_sq).
Proof.
intros M HG HS mean_G mean_sq. destruct (S1_mean_identity X I E k eta a b G M HG HS) as [_ Q].
rewrite Q. fold mean_G mean_sq. unfold after. ring.
Qed.

(* The condition is on the mean gradient, B bounds the mean square. *)
Lemma S1_mean_step (X : Type) (I : (X -> R) -> Prop) (E : (X -> R) -> R) (k : nat) (eta c gamma B : R)
  (a b : vec) (G : X -> vec) :
  mean_of X I E -> (forall i, (i < k)%nat -> I (fun o => G o i)) -> I (fun o => dot k (G o) (G o)) ->
  0 <= eta -> dot k (opposite (fun i => E (fun o => G o i))) (minus b a) >= c * sq k a b - gamma ->
  E (fun o => dot k (G o) (G o)) <= B ->
  I (fun o => sq k (fun i => a i - eta * G o i) b) /\
  E (fun o => sq k (fun i => a i - eta * G o i) b) <= after eta c gamma B (sq k a b).
Proof.
intros M HI HG He HC HB. destruct (S1_mean_identity X I E k eta a b G M HI HG) as [J _].
split; [exact J|]. assert (S := S1_mean_slack X I E k eta c gamma B a b G M HI HG). cbv zeta in S.
set (x := dot k (opposite _) _) in *. set (y := E (fun o => dot k (G o) (G o))) in *. rewrite S.
assert (0 <= eta ^ 2 * (B - y)) by (apply Rmult_le_pos; [apply pow2_ge_0|lra]).
assert (0 <= 2 * eta * (x - (c * sq k a b - gamma))) by (apply Rmult_le_pos; lra). lra.
Qed.

(* S2: one step of the filter. The point before the projection lies outside the ball. *)
Lemma S2_outside_the_ball (p : nat) (eta : R) (w u : vec) : dot p w w = 1 -> dot p w u = 0 ->
  dot p (fun i => w i + eta * u i) (fun i => w i + eta * u i) = 1 + eta ^ 2 * dot p u u /\
  1 <= norm p (fun i => w i + eta * u i).
Proof.
intros Hw Hu. assert (D : dot p (fun i => w i + eta * u i) (fun i => w i + eta * u i) = 1 + eta ^ 2 * dot p u
  u).
{ rewrite (dot_plus_l p w), !(dot_plus_r p w), !dot_scal_l, !dot_scal_r, (dot_sym p u w), Hw, Hu. ring. }
split; [exact D|]. unfold norm. rewrite D, <- sqrt_1 at 1. apply sqrt_le_1_alt.
assert (0 <= eta ^ 2 * dot p u u) by (apply Rmult_le_pos; [apply pow2_ge_0|apply dot_nonneg]). lra.
Qed.

(* It leads nearer to every point y of the ball, by (|x| - 1)^2 at least, and by that much to x/|x|. *)
Lemma S2_projection_gain (p : nat) (x y : vec) : 1 <= norm p x ->
  sq p x y - sq p (put p x) y = (norm p x - 1) * (norm p x + 1 - 2 * dot p (put p x) y).
Proof.
intros H. assert (N := norm_sq p x). set (r := norm p x) in *.
assert (E : agree p (put p x) (fun i => / r * x i)) by (intros i _; apply Rmult_comm).
unfold sq, minus. rewrite (dot_ext p (put p x) _ y y E (fun i _ => eq_refl)).
rewrite (dot_ext p (fun i => put p x i - y i) (fun i => / r * x i - y i) _ (fun i => / r * x i - y i)).
- rewrite (dot_minus_l p x y), !(dot_minus_r p x y), (dot_minus_l p (fun i => / r * x i)).
  rewrite !(dot_minus_r p (fun i => / r * x i)), !dot_scal_l, !dot_scal_r, <- N, (dot_sym p y x). field. lra.
- intros i Hi. now rewrite (E i Hi).
- intros i Hi. now rewrite (E i Hi).
Qed.

Lemma S2_projection_comes_nearer (p : nat) (x y : vec) : 1 <= norm p x -> dot p y y <= 1 ->
  sq p (put p x) y <= sq p x y - (norm p x - 1) ^ 2.
Proof.
intros Hx Hy. assert (Q := S2_projection_gain p x y Hx). set (r := norm p x) in *.
assert (E : agree p (put p x) (fun i => / r * x i)) by (intros i _; apply Rmult_comm).
assert (U : dot p (put p x) (put p x) = 1).
{ rewrite (dot_ext p _ _ _ _ E E), dot_scal_l, dot_scal_r, <- (norm_sq p x). fold r. field. lra. }
assert (C := cauchy_schwarz p (put p x) y). rewrite U in C.
assert (dot p (put p x) y <= 1) by nra. nra.
Qed.

Lemma S2_projected_step (p : nat) (eta : R) (w G v : vec) : dot p w w = 1 -> dot p v v <= 1
  -> dot p w G = 0 ->
  sq p (put p (fun i => w i - eta * G i)) v <= sq p (fun i => w i - eta * G i) v.
Proof.
intros Hw Hv HG. assert (N : 1 <= norm p (fun i => w i - eta * G i)).
{ destruct (S2_outside_the_ball p (- eta) w G Hw HG) as [_ N].
  replace (fun i => w i - eta * G i) with (fun i => w i + - eta * G i); [exact N|].
  apply functional_extensionality. intros i. ring. }
assert (P := S2_projection_comes_nearer p _ v N Hv).
assert (0 <= (norm p (fun i => w i - eta * G i) - 1) ^ 2) by apply pow2_ge_0. lra.
Qed.

Lemma S2_one_step (p : nat) (eta c gamma B : R) (w G v : vec) :
  0 <= eta -> dot p w w = 1 -> dot p v v <= 1 -> dot p w G = 0 ->
  dot p (opposite G) (minus v w) >= c * sq p w v - gamma -> dot p G G <= B ->
  sq p (put p (fun i => w i - eta * G i)) v <= after eta c gamma B (sq p w v).
Proof.
intros He Hw Hv HG HC HB. assert (S := S1_one_step p eta c gamma B w G v He HC HB).
assert (P := S2_projected_step p eta w G v Hw Hv HG). lra.
Qed.

Lemma S2_mean_step (X : Type) (I : (X -> R) -> Prop) (E : (X -> R) -> R) (p : nat) (eta c gamma B : R)
  (w v : vec) (G : X -> vec) :
  mean_of X I E -> monotone X I E ->
  (forall i, (i < p)%nat -> I (fun o => G o i)) -> I (fun o => dot p (G o) (G o)) ->
  I (fun o => sq p (put p (fun i => w i - eta * G o i)) v) ->
  0 <= eta -> dot p w w = 1 -> dot p v v <= 1 -> (forall o, dot p w (G o) = 0) ->
  dot p (opposite (fun i => E (fun o => G o i))) (minus v w) >= c * sq p w v - gamma ->
  E (fun o => dot p (G o) (G o)) <= B ->
  E (fun o => sq p (put p (fun i => w i - eta * G o i)) v) <= after eta c gamma B (sq p w v).
Proof.
intros M Mo HI HG HP He Hw Hv HT HC HB.
destruct (S1_mean_step X I E p eta c gamma B w v G M HI HG He HC HB) as [J K].
apply Rle_trans with (2 := K). apply Mo; [exact HP|exact J|]. intros o. now apply S2_projected_step.
Qed.
