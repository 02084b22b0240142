(* The named constants that the statements speak of and Definitions.v does not give, as functions of scalars.

   threshold k                  q below which (-w*, spurious) is a local minimum (landscape.LocalMinimality)
   rate kappa d phi             the quotient of C1, d = a^T a* (dissipativity.FilterDissipativity)
   pull_1, pull_2               b1 a1 and b2 a2 of C2 (dissipativity.OutputDissipativity)
   slack k a1 a2 m2 m1 h ca     the smallest gamma_a of C2, a1 and a2 the coordinates of a*, k >= 2
   level k q                    the level of g at GD's saddles (dissipativity.SmoothedEquilibrium)
   q_of k a1 a2                 the q of a teacher with those coordinates
   tangent_coefficient          the factor of P_w w* in the tangent gradient (loss.TangentGradient)
   kernel_slope phi             g' (loss.AngleKernel)
   alignment b                  spurious^T a* for the teacher a* = entries b (landscape.SpuriousOptimum)
   spurious_loss b              the loss there, at the angle PI

   Formalised: the definitions; kernel_slope is the derivative of g, tangent_coefficient is the factor;
   alignment and loss of the spurious weights in the scalars of a*.
   Not formalised: that the constants are sharp, which is for the files of their stems. *)
From Coq Require Import Reals Lra Lia List.
From Lemmata Require Import num.Vectors Definitions num.Tables.
Open Scope R_scope.

Definition threshold (k : nat) : R := 1 + (INR k - 1) / PI.

Definition rate (kappa d phi : R) : R := d * kappa * (1 + cos phi) / (4 * PI).

Definition pull_1 (k : nat) (a1 m2 m1 h : R) : R :=
  ((m2 - 1) * (PI - 1 + INR k) - (m1 - 1) * (INR k - 1) + (PI - h)) * a1.
Definition pull_2 (a2 m2 m1 h : R) : R := ((m2 - 1) * (PI - 1) + (m1 - 1) + (PI - h)) * a2.
Definition slack (k : nat) (a1 a2 m2 m1 h ca : R) : R :=
  ((pull_1 k a1 m2 m1 h / (2 * PI)) ^ 2 / (m2 * (PI - 1 + INR k) / (2 * PI) - ca)
   + (pull_2 a2 m2 m1 h / (2 * PI)) ^ 2 / (m2 * (PI - 1) / (2 * PI) - ca)) / 4.

Definition q_of (k : nat) (a1 a2 : R) : R := INR k * a1 ^ 2 / (a1 ^ 2 + a2 ^ 2).
Definition level (k : nat) (q : R) : R := 1 - (PI - 1) * q / (PI - 1 + INR k - q).

Definition tangent_coefficient (k : nat) (phi : R) (a b : vec) : R := - ((PI - phi) * dot k a b / (2 * PI)).

Definition kernel_slope (phi : R) : R := - ((PI - phi) * sin phi).

Lemma kernel_slope_is_derivative phi : derivable_pt_lim g phi (kernel_slope phi).
Proof.
unfold kernel_slope. replace (- ((PI - phi) * sin phi)) with
  ((0 - 1) * cos phi + (PI - phi) * - sin phi + cos phi) by ring.
apply (derivable_pt_lim_plus (mult_fct (minus_fct (fct_cte PI) id) cos) sin); [|apply derivable_pt_lim_sin].
apply (derivable_pt_lim_mult (minus_fct (fct_cte PI) id) cos); [|apply derivable_pt_lim_cos].
apply derivable_pt_lim_minus; [apply derivable_pt_lim_const|apply derivable_pt_lim_id].
Qed.

(* Across a unit filter the gradient is that multiple of the teacher's filter across it. *)
Lemma tangent_coefficient_is_factor p k w a v b i : norm p w = 1 ->
  tangent p w (gradient_w p k w a v b) i = tangent_coefficient k (angle p w v) a b * tangent p w v i.
Proof.
intros N. assert (P := PI_neq0). assert (W : dot p w w = 1) by (rewrite <- norm_sq, N; ring).
set (d := dot k a b). set (phi := angle p w v).
set (x := (((sum k a) ^ 2 + (PI - 1) * dot k a a) - (sum k a * sum k b + (g phi - 1) * d)
  + (PI - phi) * d * cos phi) / (2 * PI)).
set (y := tangent_coefficient k phi a b).
assert (E : forall j, gradient_w p k w a v b j = lin x w y v j).
{ intros j. unfold gradient_w, lin, x, y, tangent_coefficient. rewrite N. fold phi d. field. exact P. }
unfold tangent. rewrite (dot_ext p w w _ (lin x w y v)); [|now intros j _|now intros j _].
rewrite dot_lin_r, W, E. unfold lin. ring.
Qed.

Lemma top_pos k : 0 < PI - 1 + INR k.
Proof. assert (H := pos_INR k). assert (P := PI2_3_2). lra. Qed.

Lemma rest_pos : 0 < PI - 1.
Proof. assert (P := PI2_3_2). lra. Qed.

(* The spurious weights as a combination of 1 and a*, and what loss_at needs of them. *)
Lemma spurious_lin k b : agree k (spurious k b)
  (lin (PI * sum k b / (PI - 1 + INR k) / (PI - 1)) (fun _ => 1) (- / (PI - 1)) b).
Proof. intros j _. assert (T := top_pos k). assert (P := rest_pos). unfold spurious, lin. field. lra. Qed.

Lemma residual_spurious k b : agree k (residual 1 (spurious k b) b)
  (lin (PI * sum k b / (PI - 1 + INR k) / (PI - 1)) (fun _ => 1) (- / (PI - 1) - 1) b).
Proof. intros j Hj. unfold residual, lin at 1. rewrite (spurious_lin k b j Hj). unfold lin. ring. Qed.

Lemma g_opposite : g PI = 0.
Proof. unfold g. rewrite sin_PI. ring. Qed.

Lemma alignment_closed k b : dot k (spurious k b) b =
  (PI * (sum k b * sum k b) / (PI - 1 + INR k) - dot k b b) / (PI - 1).
Proof.
assert (T := top_pos k). assert (P := rest_pos).
rewrite (dot_ext k _ _ b b (spurious_lin k b)) by now intros j _.
rewrite dot_lin_l, dot_ones_l. field. lra.
Qed.

Lemma spurious_loss_closed k b : loss_at k 1 PI (spurious k b) b =
  ((PI - 2) * dot k b b + PI * (sum k b * sum k b) / (PI - 1 + INR k)) / (4 * (PI - 1)).
Proof.
assert (T := top_pos k). assert (P := rest_pos). assert (Q := PI_RGT_0).
unfold loss_at. rewrite (sum_ext k _ _ (residual_spurious k b)).
rewrite (dot_ext k _ _ _ _ (residual_spurious k b) (residual_spurious k b)).
rewrite (dot_ext k _ _ b b (spurious_lin k b)) by now intros j _.
rewrite g_opposite, sum_lin, dot_lin_sq, dot_lin_l, !dot_ones_l, !sum_const. field. lra.
Qed.

(* Alignment and loss of the spurious weights for the teacher b = a*, given by its entries. *)
Definition alignment (b : list R) : R := dot (length b) (spurious (length b) (entries b)) (entries b).
Definition spurious_loss (b : list R) : R :=
  loss_at (length b) 1 PI (spurious (length b) (entries b)) (entries b).
