(* The population loss at given vectors as an expression for interval arithmetic, without acos.

   cosine p w v            the cosine of the angle of w and v
   kernel_of_cosine c      g (acos c) by atan and sqrt, for -1 < c < 1
   point k r c a b         the loss at the norm r and the cosine c

   point_row               proves a row of a table (num/Tables.v) of losses at vectors of dyads

   Formalised: it is the loss, for filters across each other, in the same and in opposite directions.
   Not formalised: anything of Java. *)
From Coq Require Import Reals Lra List ZArith.
From Lemmata Require Import num.Vectors num.Intervals Definitions num.Tables.
Open Scope R_scope.

Definition cosine (p : nat) (w v : vec) : R := dot p w v / (norm p w * norm p v).
Definition kernel_of_cosine (c : R) : R := (PI / 2 + atan (c / sqrt (1 - c * c))) * c + sqrt (1 - c * c).
Definition point (k : nat) (r gap : R) (a b : vec) : R :=
  ((sum k (residual r a b)) ^ 2 + (PI - 1) * dot k (residual r a b) (residual r a b)
   + 2 * r * gap * dot k a b) / (4 * PI).

Lemma kernel_of_cosine_is_g c : -1 < c < 1 -> g (acos c) = kernel_of_cosine c.
Proof.
intros H. unfold g, kernel_of_cosine. rewrite cos_acos, sin_acos, acos_asin, asin_atan by lra.
unfold Rsqr. field.
Qed.

Lemma loss_across p k w a v b : -1 < cosine p w v < 1 ->
  loss p k w a v b = point k (norm p w) (PI - kernel_of_cosine (cosine p w v)) a b.
Proof.
intros H. unfold loss, loss_at, point, angle. fold (cosine p w v). now rewrite (kernel_of_cosine_is_g _ H).
Qed.

Lemma norms_collinear p w v x : dot p w w * dot p v v = x * x -> 0 <= x -> norm p w * norm p v = x.
Proof.
intros E P. unfold norm. rewrite <- sqrt_mult by apply dot_nonneg. rewrite E. now apply sqrt_square.
Qed.

Lemma loss_same p k w a v b : dot p w w * dot p v v = dot p w v * dot p w v -> 0 < dot p w v ->
  loss p k w a v b = point k (norm p w) 0 a b.
Proof.
intros E P. unfold loss, loss_at, point, angle, g. rewrite (norms_collinear p w v _ E) by lra.
replace (dot p w v / dot p w v) with 1 by (field; lra).
rewrite acos_1, cos_0, sin_0. replace (PI - ((PI - 0) * 1 + 0)) with 0 by ring. reflexivity.
Qed.

Lemma loss_opposite p k w a v b : dot p w w * dot p v v = dot p w v * dot p w v -> dot p w v < 0 ->
  loss p k w a v b = point k (norm p w) PI a b.
Proof.
intros E P. unfold loss, loss_at, point, angle, g.
rewrite (norms_collinear p w v (- dot p w v)) by lra.
replace (dot p w v / - dot p w v) with (- (1)) by (field; lra).
rewrite acos_opp, acos_1, Rminus_0_r, cos_PI, sin_PI.
replace (PI - ((PI - PI) * -1 + 0)) with PI by ring. reflexivity.
Qed.

Ltac expand := unfold point, norm; cbn [dot sum residual lin entries nth]; numbers.

(* Encloses x, a cosine or a norm of vectors of dyads, as a hypothesis X. *)
Ltac bound x X n :=
  let e := eval unfold cosine, norm in x in
  let e := eval cbn [dot sum entries nth] in e in
  let e := eval cbv [dyad Z.pow Z.pow_pos Pos.iter Z.mul Pos.mul] in e in
  interval_intro e with (i_prec n) as X; change e with x in X.

Ltac across n :=
  match goal with |- context [loss ?p _ ?w _ ?v _] =>
    let C := fresh in let N := fresh in let c := fresh in let r := fresh in
    bound (cosine p w v) C n; bound (norm p w) N n; rewrite loss_across by lra;
    set (c := cosine p w v) in *; set (r := norm p w) in *; clearbody c r
  end; unfold kernel_of_cosine; expand; interval with (i_prec n).
Ltac same n := rewrite loss_same by (expand; lra); expand; interval with (i_prec n).
Ltac opposite n := rewrite loss_opposite by (expand; lra); expand; interval with (i_prec n).
Ltac point_row := first [same 130%positive | opposite 130%positive | across 130%positive].
