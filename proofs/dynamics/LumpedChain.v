(* P-GD seen in a few coordinates: with the same noise the full step, lumped, is the lumped step.

   p, k; w, a; v, b       the shape, the student, the teacher (v of norm 1)
   xi, eps; eta           the noise on w and on a; the step size
   e, n, u                directions of w - c v, of b - (1^T b / k) 1, of the rest of a (frame_w, frame_b,
                          frame_a); any, or none, where there is nothing to point at: s = 0, b = x 1, z = 0
   lump                   the state (c, s, x, y, z) of (w, a); shade, the noise in these frames
   next_w, next_a         one step of P-GD; lumped_step, the same on states (LumpedChain_frames.v)
   mean k b, dot k n b    a1 and a2, the coordinates of b along 1/sqrt k and n

   Formalised: S1 for all p, k >= 1, eta, noise and the six readings; of S2, that the next state is a function
   of the state and of the shadow of the noise; S3. That the frames exist. They are not restricted where they
   are free, and no case is left out: where w + xi = 0 both sides are the same term.
   Not formalised: rounding (LumpingError, Observation.error); the laws of S2; S4, which is of the code. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.FilterGradient dynamics.PopulationGradient.
From Lemmata Require Import dynamics.LumpedChain_frames dynamics.LumpedChain_weights.
Open Scope R_scope.

(* Every vector has a direction, or none where it is 0. *)
Lemma direction_of p r :
  exists t, direction p (fun i => t * r i) /\ agree p r (fun i => norm p r * (t * r i)).
Proof.
assert (S := norm_sq p r). destruct (Req_dec (norm p r) 0) as [Z|Z].
- exists 0. split.
  + right. rewrite dot_scal_l. ring.
  + intros i Hi. rewrite Z, Rmult_0_r in S. rewrite (dot_zero p r (eq_sym S) i Hi). ring.
- exists (/ norm p r). split; [|intros i _; now field].
  left. rewrite dot_scal_l, dot_scal_r, <- S. now field.
Qed.

Lemma S1_frame_of_w_exists (p : nat) (v w : vec) : dot p v v = 1 -> exists e, frame_w p v w e.
Proof.
intros Hv. destruct (direction_of p (fun i => w i - dot p w v * v i)) as (t & Ht & Hr).
exists (fun i => t * (w i - dot p w v * v i)). split; [exact Ht|split].
- rewrite dot_scal_l, (dot_minus_l p w), dot_scal_l, Hv. ring.
- intros i Hi. assert (E := Hr i Hi). cbv beta in E |- *. lra.
Qed.

Lemma S1_frame_of_b_exists (k : nat) (b : vec) : (1 <= k)%nat -> exists n, frame_b k b n.
Proof.
intros Hk. set (r := tail k (fun _ => 0) b). destruct (direction_of k r) as (t & Ht & Hr).
assert (H0 : sum k r = 0) by (apply tail_sum; [exact Hk|rewrite sum_const; ring]).
assert (Hb : forall i, b i = mean k b / sqrt (INR k) + r i) by (intros i; unfold r, tail; ring).
exists (fun i => t * r i). split; [exact Ht|split; [rewrite sum_scal, H0; ring|]].
assert (D : dot k (fun i => t * r i) b = norm k r * dot k (fun i => t * r i) (fun i => t * r i)).
{ rewrite <- dot_scal_r, <- (dot_ext k (fun i => t * r i) _ r _ (fun i _ => eq_refl) Hr).
  rewrite (dot_ext k _ (fun i => t * r i) b (fun i => mean k b / sqrt (INR k) + r i)).
  - rewrite (dot_plus_r k (fun _ => mean k b / sqrt (INR k))), dot_ones_r, sum_scal, H0. ring.
  - now intros i _.
  - intros i _. apply Hb. }
intros i Hi. rewrite D. assert (E := Hr i Hi). cbv beta in E. rewrite (Hb i). destruct Ht as [->|Z].
- rewrite Rmult_1_r, <- E. ring.
- assert (Zi := dot_zero k _ Z i Hi). cbv beta in Zi. rewrite Zi in E |- *. lra.
Qed.

Lemma S1_frame_of_a_exists (k : nat) (b n a : vec) :
  (1 <= k)%nat -> frame_b k b n -> exists u, frame_a k n a u.
Proof.
intros Hk (Hn & Hs & _). destruct (direction_of k (tail k n a)) as (t & Ht & Hr).
exists (fun i => t * tail k n a i). split; [exact Ht|split; [|split]].
- rewrite sum_scal, tail_sum by assumption. ring.
- rewrite dot_scal_r, tail_across by assumption. ring.
- intros i Hi. rewrite <- (Hr i Hi). unfold tail. ring.
Qed.

(* w^T of the moved filter is 1, so its norm is at least 1. *)
Lemma S1_moved_filter_has_norm_at_least_one (f : filter_reading) (p k : nat) (eta : R)
  (w a v b xi eps : vec) :
  dot p w w = 1 -> 1 <= norm p (moved f p k eta w a v b xi eps).
Proof.
intros Hw. set (m := moved _ _ _ _ _ _ _ _ _ _).
assert (D : dot p w m = 1).
{ unfold m, moved. rewrite (dot_minus_r p w), dot_scal_r. unfold tangent.
  rewrite (dot_minus_r p (slope_w f p k (plus w xi) (plus a eps) v b)), dot_scal_r, Hw. ring. }
assert (C := cauchy_schwarz_norm p w m). rewrite (norm_unit p w Hw), D, Rabs_R1 in C. lra.
Qed.

Lemma S1_full_step_lumped_is_the_lumped_step (o : output_reading) (f : filter_reading) (p k : nat) (eta : R)
  (w a v b xi eps e n u : vec) :
  (1 <= k)%nat -> dot p v v = 1 -> dot p w w = 1 ->
  frame_w p v w e -> frame_b k b n -> frame_a k n a u ->
  lump p k v n (next_w f p k eta w a v b xi eps) (next_a o p k eta w a v b xi eps) =
  lumped_step o f k eta (mean k b) (dot k n b) (lump p k v n w a) (shade p k v e n u xi eps).
Proof.
intros Hk Hv Hw Fw Fb Fa. unfold lumped_step, shade, lump.
cbn [cc ss xx yy zz xi1 xi2 zeta2 eps1 eps2 eps3 omega2].
assert (P := S1_moved_filter_has_norm_at_least_one f p k eta w a v b xi eps Hw).
destruct (perturbed_filter p v w e xi Hv Fw) as [Hr Hphi]. rewrite <- Hphi, <- Hr.
destruct (perturbed_weights k b n a u eps Hk Fb Fa) as (W1 & W2 & W3). fold (beyond k n u eps).
rewrite <- W1, <- W2, <- W3, <- (sum_mean k b Hk).
set (x := alpha _ _ _ _ _ _ _). set (y := beta _ _ _ _).
destruct (filter_lumps p v w e xi x y eta (moved f p k eta w a v b xi eps) Hv Hw Fw) as (A & B & C);
  [now intros i|]. unfold next_w. set (m := moved _ _ _ _ _ _ _ _ _ _) in *.
destruct (unit_coordinates p v m) as [Q1 Q2]. rewrite Q2, Q1 by lra.
assert (S := f_equal sqrt C). fold (norm p (fun i => m i - dot p m v * v i)) in S.
assert (N := f_equal sqrt B). fold (norm p m) in N. rewrite S, A, N.
unfold next_a, slope_a. cbv zeta.
set (ow := own _ _). set (ot := other _ _ _). set (co := common _ _ _ _).
destruct (weights_lump k b n a u eps ow ot co eta Hk Fb Fa) as (D & E & G). rewrite D, E, G. reflexivity.
Qed.

Lemma S1_state_is_on_the_half_circle (p k : nat) (v n w a : vec) :
  dot p v v = 1 -> dot p w w = 1 ->
  cc (lump p k v n w a) ^ 2 + ss (lump p k v n w a) ^ 2 = 1 /\ 0 <= ss (lump p k v n w a).
Proof.
intros Hv Hw. unfold lump. cbn [cc ss]. split; [|apply norm_nonneg].
assert (Q := across_sq p v w Hv Hw). simpl. rewrite !Rmult_1_r, Q. ring.
Qed.

Lemma S1_next_filter_is_on_the_sphere (f : filter_reading) (p k : nat) (eta : R) (w a v b xi eps : vec) :
  dot p w w = 1 ->
  dot p (next_w f p k eta w a v b xi eps) (next_w f p k eta w a v b xi eps) = 1.
Proof.
intros Hw. assert (P := S1_moved_filter_has_norm_at_least_one f p k eta w a v b xi eps Hw).
unfold next_w. set (m := moved _ _ _ _ _ _ _ _ _ _) in *. assert (Q := norm_sq p m).
assert (E : agree p (fun i => m i / norm p m) (fun i => / norm p m * m i)) by (intros i _; apply Rmult_comm).
rewrite (dot_ext p _ _ _ _ E E), dot_scal_l, dot_scal_r, <- Q. field. lra.
Qed.

(* The part of the Markov property that is algebra. *)
Lemma S2_next_state_is_a_function_of_state_and_shadow (o : output_reading) (f : filter_reading) (p k : nat)
  (eta : R) (v b n w a xi eps e u w' a' xi' eps' e' u' : vec) :
  (1 <= k)%nat -> dot p v v = 1 -> frame_b k b n ->
  dot p w w = 1 -> frame_w p v w e -> frame_a k n a u ->
  dot p w' w' = 1 -> frame_w p v w' e' -> frame_a k n a' u' ->
  lump p k v n w a = lump p k v n w' a' -> shade p k v e n u xi eps = shade p k v e' n u' xi' eps' ->
  lump p k v n (next_w f p k eta w a v b xi eps) (next_a o p k eta w a v b xi eps) =
  lump p k v n (next_w f p k eta w' a' v b xi' eps') (next_a o p k eta w' a' v b xi' eps').
Proof.
intros Hk Hv Fb Hw Fw Fa Hw' Fw' Fa' L S.
rewrite (S1_full_step_lumped_is_the_lumped_step o f p k eta w a v b xi eps e n u) by assumption.
rewrite (S1_full_step_lumped_is_the_lumped_step o f p k eta w' a' v b xi' eps' e' n u') by assumption.
now rewrite L, S.
Qed.

Lemma S3_filter_error_and_angle (p k : nat) (v n w a : vec) : dot p v v = 1 -> dot p w w = 1 ->
  let q := lump p k v n w a in
  dot p (fun i => w i - v i) (fun i => w i - v i) = (cc q - 1) ^ 2 + ss q ^ 2 /\ angle p w v = acos (cc q).
Proof.
intros Hv Hw q. unfold q, lump. cbn [cc ss]. assert (Q := across_sq p v w Hv Hw). split.
- rewrite (dot_minus_l p w v), !(dot_minus_r p w v), (dot_sym p v w), Hv, Hw.
  simpl. rewrite !Rmult_1_r, Q. ring.
- unfold angle. rewrite (norm_unit p v Hv), (norm_unit p w Hw). f_equal. field.
Qed.

Lemma S3_output_error_and_product (p k : nat) (v b n w a : vec) : (1 <= k)%nat -> frame_b k b n ->
  let q := lump p k v n w a in let a1 := mean k b in let a2 := dot k n b in
  dot k (fun i => a i - b i) (fun i => a i - b i) = (xx q - a1) ^ 2 + (yy q - a2) ^ 2 + zz q ^ 2 /\
  dot k a b = xx q * a1 + yy q * a2.
Proof.
intros Hk Fb q a1 a2. unfold q, lump. cbn [xx yy zz]. split; [|now apply dot_frame_b].
destruct Fb as (Hn & Hs & Hb). rewrite (weights_sq k n _ Hk Hs Hn).
assert (M : mean k (fun i => a i - b i) = mean k a - a1).
{ unfold a1, mean. rewrite sum_minus. unfold Rdiv. ring. }
assert (D : dot k n (fun i => a i - b i) = dot k n a - a2) by apply dot_minus_r.
assert (T : agree k (tail k n (fun i => a i - b i)) (tail k n a)).
{ intros i Hi. unfold tail. rewrite M, D, (Hb i Hi). unfold a1, a2, Rdiv. ring. }
rewrite (dot_ext k _ _ _ _ T T), <- norm_sq, M, D. ring.
Qed.

Lemma S3_loss (p k : nat) (w a v b n : vec) :
  (1 <= k)%nat -> dot p v v = 1 -> dot p w w = 1 -> frame_b k b n ->
  let q := lump p k v n w a in let a1 := mean k b in let a2 := dot k n b in
  4 * PI * loss p k w a v b =
  INR k * (xx q - a1) ^ 2 + (PI - 1) * ((xx q - a1) ^ 2 + (yy q - a2) ^ 2 + zz q ^ 2)
  + 2 * (PI - g (acos (cc q))) * (xx q * a1 + yy q * a2).
Proof.
intros Hk Hv Hw Fb q a1 a2. destruct (S3_filter_error_and_angle p k v n w a Hv Hw) as [_ A].
destruct (S3_output_error_and_product p k v b n w a Hk Fb) as [E D]. fold q a1 a2 in A, E, D.
unfold loss, loss_at. rewrite <- E, <- D, A, (norm_unit p w Hw).
assert (R1 : agree k (residual 1 a b) (fun i => a i - b i)) by (intros i _; unfold residual, lin; ring).
rewrite (dot_ext k _ _ _ _ R1 R1), (sum_ext k _ _ R1), sum_minus, (sum_mean k a Hk), (sum_mean k b Hk).
fold a1. replace (mean k a) with (xx q) by reflexivity. destruct (sqrt_dim k Hk) as [_ Q]. rewrite <- Q at 3.
field. apply PI_neq0.
Qed.
