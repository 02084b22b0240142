(* Where gradient descent rests, by name: at the teacher, at the spurious point and at the saddles.

   critical, level, equilibrium    as in landscape/CriticalPoints.v

   Formalised: S3 of dynamics.GradientDescent with the list of landscape.CriticalPoints/S1, in both
   directions and for every eta > 0.
   Not formalised: nothing of it; a* = 0 is left to S3_exactly_the_critical_points_rest. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions dynamics.GradientDescent.
From Lemmata Require Import landscape.SpuriousOptimum_sphere landscape.CriticalPoints.
Open Scope R_scope.

Lemma S3_the_points_that_rest (p k : nat) (eta : R) (w a v b : vec) :
  norm p w = 1 -> norm p v = 1 -> ~ agree k b (fun _ => 0) -> 0 < eta ->
  (agree p (descent_w p k eta w a v b) w /\ agree k (descent_a p k eta w a v b) a <->
   (agree p w v /\ agree k a b) \/
   (agree p w (opposite v) /\ agree k a (spurious k b)) \/
   (0 < angle p w v < PI /\ g (angle p w v) = level k b /\ agree k a (equilibrium k (level k b) b))).
Proof.
intros W V H He. rewrite <- (S1_critical_points p k w a v b W V H).
apply S3_exactly_the_critical_points_rest; [|exact He]. rewrite <- norm_sq, W. ring.
Qed.
