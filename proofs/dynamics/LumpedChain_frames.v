(* The frames in which P-GD is seen in a few coordinates, both of its steps, and the step of the filter.

   p, k; w, a; v, b       the shape, the student, the teacher (v of norm 1)
   xi, eps                the noise on w and on a
   e                      the direction of w - (w^T v) v; n that of b - (1^T b / k) 1; u that of the rest of a
   state, lump            c = w^T v, s = |w - c v|, x = 1^T a / sqrt k, y = n^T a, z = |a - x 1/sqrt k - y n|
   shadow, shade          xi along v, along e, and the square zeta2 of the rest; eps along 1/sqrt k, n, u, and
                          the square omega2 of the rest
   next_w, next_a         one step of P-GD, from the gradients at (w + xi, a + eps), in any of six readings
   lumped_step            the same step on states
   direction              a unit vector, or 0 where the frame needs none (s = 0, z = 0, b = x 1)

   Formalised: the definitions of dynamics.LumpedChain, and one step of either part in its frame; the numbered
   statements are in LumpedChain.v.
   Not formalised: the laws of the coordinates of the noise (rng.Ball). *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.FilterGradient dynamics.PopulationGradient.
Open Scope R_scope.

(* States, and what a step sees of the noise. *)
Record state := State { cc : R; ss : R; xx : R; yy : R; zz : R }.
Record shadow := Shadow { xi1 : R; xi2 : R; zeta2 : R; eps1 : R; eps2 : R; eps3 : R; omega2 : R }.

(* What is left of u beyond two directions, of a beyond 1/sqrt k and n. *)
Definition rest (p : nat) (v e u : vec) : vec := fun i => u i - dot p u v * v i - dot p u e * e i.
Definition mean (k : nat) (a : vec) : R := sum k a / sqrt (INR k).
Definition tail (k : nat) (n a : vec) : vec := fun i => a i - mean k a / sqrt (INR k) - dot k n a * n i.

Definition lump (p k : nat) (v n w a : vec) : state :=
  State (dot p w v) (norm p (fun i => w i - dot p w v * v i))
        (mean k a) (dot k n a) (norm k (tail k n a)).

Definition shade (p k : nat) (v e n u xi eps : vec) : shadow :=
  let omega := fun i => tail k n eps i - dot k u eps * u i in
  Shadow (dot p xi v) (dot p xi e) (dot p (rest p v e xi) (rest p v e xi))
         (mean k eps) (dot k n eps) (dot k u eps) (dot k omega omega).

(* A step of P-GD with the noise xi, eps. *)
Definition plus (u v : vec) : vec := fun i => u i + v i.
Definition moved (f : filter_reading) (p k : nat) (eta : R) (w a v b xi eps : vec) : vec :=
  fun i => w i - eta * tangent p w (slope_w f p k (plus w xi) (plus a eps) v b) i.
Definition next_w (f : filter_reading) (p k : nat) (eta : R) (w a v b xi eps : vec) : vec :=
  let m := moved f p k eta w a v b xi eps in fun i => m i / norm p m.
Definition next_a (o : output_reading) (p k : nat) (eta : R) (w a v b xi eps : vec) : vec :=
  fun i => a i - eta * slope_a o p k (plus w xi) (plus a eps) v b i.

(* The step on states; a1 and a2 are the coordinates of b along 1/sqrt k and n. *)
Definition lumped_step (o : output_reading) (f : filter_reading) (k : nat) (eta a1 a2 : R)
  (q : state) (h : shadow) : state :=
  let c := cc q in let s := ss q in
  let ct := c + xi1 h in
  let st := sqrt ((s + xi2 h) ^ 2 + zeta2 h) in
  let r := sqrt (ct ^ 2 + st ^ 2) in
  let phi := acos (ct / r) in
  let xt := xx q + eps1 h in let yt := yy q + eps2 h in let zt := zz q + eps3 h in
  let sum_a := sqrt (INR k) * xt in let sum_b := sqrt (INR k) * a1 in
  let d := xt * a1 + yt * a2 in
  let A := xt ^ 2 + yt ^ 2 + zt ^ 2 + omega2 h in
  let al := alpha f r phi sum_a sum_b A d in let be := beta f r phi d in
  let ow := own o r in let ot := other o r phi in let co := common o r sum_a sum_b in
  let T := al * (c * xi2 h - s * xi1 h) + be * s in
  let N := sqrt ((c + eta * s * T) ^ 2 + ((s - eta * c * T) ^ 2 + eta ^ 2 * al ^ 2 * zeta2 h)) in
  State ((c + eta * s * T) / N) (sqrt ((s - eta * c * T) ^ 2 + eta ^ 2 * al ^ 2 * zeta2 h) / N)
        (xx q - eta * (ow * xt + ot * a1 + co * sqrt (INR k)))
        (yy q - eta * (ow * yt + ot * a2))
        (sqrt ((zz q - eta * ow * zt) ^ 2 + eta ^ 2 * ow ^ 2 * omega2 h)).

(* The frames: e for w; n for b; u for a. *)
Definition direction (p : nat) (e : vec) : Prop := dot p e e = 1 \/ dot p e e = 0.
Definition frame_w (p : nat) (v w e : vec) : Prop :=
  direction p e /\ dot p e v = 0 /\
  agree p w (fun i => dot p w v * v i + norm p (fun j => w j - dot p w v * v j) * e i).
Definition frame_b (k : nat) (b n : vec) : Prop :=
  direction k n /\ sum k n = 0 /\ agree k b (fun i => mean k b / sqrt (INR k) + dot k n b * n i).
Definition frame_a (k : nat) (n a u : vec) : Prop :=
  direction k u /\ sum k u = 0 /\ dot k n u = 0 /\
  agree k a (fun i => mean k a / sqrt (INR k) + dot k n a * n i + norm k (tail k n a) * u i).

Lemma sqrt_dot_sq t : 0 <= t -> sqrt t ^ 2 = t.
Proof. intros H. simpl. rewrite Rmult_1_r. now apply sqrt_sqrt. Qed.

Lemma sqrt_dim k : (1 <= k)%nat -> 0 < sqrt (INR k) /\ sqrt (INR k) * sqrt (INR k) = INR k.
Proof.
intros H. assert (0 < INR k) by (apply lt_0_INR; lia).
split; [now apply sqrt_lt_R0|apply sqrt_sqrt; lra].
Qed.

Lemma direction_zero p e : dot p e e = 0 -> forall u, dot p u e = 0.
Proof.
intros H u. rewrite (dot_ext p u u e (fun _ => 0)); [rewrite dot_ones_r; ring|now intros i|].
intros i Hi. now apply dot_zero with (1 := H).
Qed.

(* t e^T e = t as soon as t = 0 where e = 0. *)
Lemma direction_absorbs p e t : direction p e -> (dot p e e = 0 -> t = 0) -> t * dot p e e = t.
Proof. intros [H|H] K; [rewrite H; ring|]. rewrite (K H). ring. Qed.

(* Three orthogonal directions, the last two of which are unit or absent. *)
Lemma dot_three p v e z x y t :
  dot p v e = 0 -> dot p v z = 0 -> dot p e z = 0 ->
  dot p (fun i => x * v i + y * e i + t * z i) (fun i => x * v i + y * e i + t * z i) =
  x * x * dot p v v + y * y * dot p e e + t * t * dot p z z.
Proof.
intros H1 H2 H3.
rewrite !(dot_plus_l p (fun i => x * v i + y * e i) (fun i => t * z i)), !(dot_plus_l p (fun i => x * v i)).
rewrite !(dot_plus_r p (fun i => x * v i + y * e i) (fun i => t * z i)), !(dot_plus_r p (fun i => x * v i)).
rewrite !dot_scal_l, !dot_scal_r, (dot_sym p e v), (dot_sym p z v), (dot_sym p z e), H1, H2, H3. ring.
Qed.

(* The filter: w = c v + s e, of norm 1. *)
Lemma across_sq p v w : dot p v v = 1 -> dot p w w = 1 ->
  norm p (fun j => w j - dot p w v * v j) * norm p (fun j => w j - dot p w v * v j) =
  1 - dot p w v * dot p w v.
Proof.
intros Hv Hw. rewrite norm_sq.
rewrite (dot_minus_l p w (fun j => dot p w v * v j)), !(dot_minus_r p w (fun j => dot p w v * v j)).
rewrite !dot_scal_l, !dot_scal_r, (dot_sym p v w), Hv, Hw. ring.
Qed.

Lemma frame_w_absent p v w e : dot p v v = 1 -> frame_w p v w e -> dot p e e = 0 ->
  norm p (fun j => w j - dot p w v * v j) = 0.
Proof.
intros Hv (_ & _ & Hf) He. set (c := dot p w v) in *. set (s := norm p _) in *.
assert (Q : s * s = s * s * dot p e e).
{ unfold s at 1 2. rewrite norm_sq, (dot_ext p _ (fun i => s * e i) _ (fun i => s * e i)).
  - now rewrite dot_scal_l, dot_scal_r, Rmult_assoc.
  - intros i Hi. rewrite (Hf i Hi). unfold s. ring.
  - intros i Hi. rewrite (Hf i Hi). unfold s. ring. }
rewrite He in Q. nra.
Qed.

Lemma rest_orthogonal p v e u : dot p v v = 1 -> direction p e -> dot p e v = 0 ->
  dot p v (rest p v e u) = 0 /\ dot p e (rest p v e u) = 0.
Proof.
intros Hv He Hev. unfold rest.
rewrite !(dot_minus_r p (fun i => u i - dot p u v * v i)), !(dot_minus_r p u), !dot_scal_r.
rewrite (dot_sym p v u), (dot_sym p e u), (dot_sym p v e), Hv, Hev. split; [ring|].
assert (E := direction_absorbs p e (dot p u e) He (fun H => direction_zero p e H u)). lra.
Qed.

(* A vector with known coordinates in the frame: its part along v, its square, the square of the rest. *)
Lemma in_frame p v e z m x y t :
  dot p v v = 1 -> dot p e v = 0 -> dot p v z = 0 -> dot p e z = 0 ->
  direction p e -> (dot p e e = 0 -> y = 0) ->
  agree p m (fun i => x * v i + y * e i + t * z i) ->
  dot p m v = x /\ dot p m m = x * x + (y * y + t * t * dot p z z) /\
  dot p (fun i => m i - x * v i) (fun i => m i - x * v i) = y * y + t * t * dot p z z.
Proof.
intros Hv Hev Hz Hez He Hy Hm.
assert (Y : y * y * dot p e e = y * y).
{ apply direction_absorbs; [exact He|intros H; rewrite (Hy H); ring]. }
assert (Hve : dot p v e = 0) by (rewrite dot_sym; exact Hev).
split; [|split].
- rewrite (dot_ext p m _ v v Hm); [|now intros i].
  rewrite (dot_plus_l p (fun i => x * v i + y * e i)), (dot_plus_l p (fun i => x * v i)), !dot_scal_l.
  rewrite Hv, Hev, (dot_sym p z v), Hz. ring.
- rewrite (dot_ext p m _ m _ Hm Hm), dot_three by assumption. rewrite Hv, Y. ring.
- rewrite (dot_ext p _ (fun i => 0 * v i + y * e i + t * z i) _ (fun i => 0 * v i + y * e i + t * z i)).
  + rewrite dot_three by assumption. rewrite Y. ring.
  + intros i Hi. rewrite (Hm i Hi). ring.
  + intros i Hi. rewrite (Hm i Hi). ring.
Qed.

(* Any gradient x (w + xi) - y v across w, in the frame: w - eta P_w (...) has three orthogonal parts. *)
Lemma moved_in_frame p v w e xi x y eta :
  dot p v v = 1 -> dot p w w = 1 -> frame_w p v w e ->
  let c := dot p w v in let s := norm p (fun j => w j - dot p w v * v j) in
  let T := x * (c * dot p xi e - s * dot p xi v) + y * s in
  agree p (fun i => w i - eta * tangent p w (fun j => x * plus w xi j - y * v j) i)
        (fun i => (c + eta * s * T) * v i + (s - eta * c * T) * e i + - eta * x * rest p v e xi i).
Proof.
intros Hv Hw Hf c s T i Hi. assert (Q : s * s = 1 - c * c) by now apply across_sq.
assert (Fw : agree p w (fun j => c * v j + s * e j)) by (destruct Hf as (_ & _ & Hf); exact Hf).
unfold tangent, plus, rest.
rewrite (dot_minus_r p (fun j => x * (w j + xi j)) (fun j => y * v j)), !dot_scal_r.
rewrite (dot_plus_r p w xi w), Hw, (dot_ext p w _ xi xi Fw); [|now intros j].
rewrite (dot_plus_l p (fun j => c * v j)), !dot_scal_l, (dot_sym p v xi), (dot_sym p e xi).
fold c. rewrite (Fw i Hi). unfold T. set (x1 := dot p xi v). set (x2 := dot p xi e).
assert (Z : (c * c + s * s - 1) * eta * ((x * x1 - y) * v i + x * x2 * e i) = 0) by (rewrite Q; ring).
apply Rminus_diag_uniq. rewrite <- Z. ring.
Qed.

(* Both steps of the filter, for any gradient x (w + xi) - y v. *)
Lemma filter_lumps p v w e xi x y eta m :
  dot p v v = 1 -> dot p w w = 1 -> frame_w p v w e ->
  agree p m (fun i => w i - eta * tangent p w (fun j => x * plus w xi j - y * v j) i) ->
  let c := dot p w v in let s := norm p (fun j => w j - dot p w v * v j) in
  let T := x * (c * dot p xi e - s * dot p xi v) + y * s in
  let z2 := dot p (rest p v e xi) (rest p v e xi) in
  dot p m v = c + eta * s * T /\
  dot p m m = (c + eta * s * T) ^ 2 + ((s - eta * c * T) ^ 2 + eta ^ 2 * x ^ 2 * z2) /\
  dot p (fun i => m i - dot p m v * v i) (fun i => m i - dot p m v * v i) =
  (s - eta * c * T) ^ 2 + eta ^ 2 * x ^ 2 * z2.
Proof.
intros Hv Hw Hf Hm c s T z2.
assert (M : agree p m (fun i => (c + eta * s * T) * v i + (s - eta * c * T) * e i
                                + - eta * x * rest p v e xi i)).
{ intros i Hi. rewrite (Hm i Hi). exact (moved_in_frame p v w e xi x y eta Hv Hw Hf i Hi). }
assert (S0 : dot p e e = 0 -> s = 0) by exact (frame_w_absent p v w e Hv Hf). destruct Hf as (He & Hev & _).
destruct (rest_orthogonal p v e xi Hv He Hev) as [O1 O2].
assert (Y : dot p e e = 0 -> s - eta * c * T = 0).
{ intros H. unfold T. rewrite (S0 H), (direction_zero p e H xi). ring. }
destruct (in_frame p v e _ m _ _ _ Hv Hev O1 O2 He Y M) as (A & B & C).
rewrite A, B, C. unfold z2. repeat split; ring.
Qed.

(* The perturbed filter: its coordinate, its norm and its angle. *)
Lemma perturbed_filter p v w e xi : dot p v v = 1 -> frame_w p v w e ->
  let c := dot p w v in let s := norm p (fun j => w j - dot p w v * v j) in
  let ct := c + dot p xi v in
  let st := sqrt ((s + dot p xi e) ^ 2 + dot p (rest p v e xi) (rest p v e xi)) in
  norm p (plus w xi) = sqrt (ct ^ 2 + st ^ 2) /\
  angle p (plus w xi) v = acos (ct / sqrt (ct ^ 2 + st ^ 2)).
Proof.
intros Hv Hf c s ct st. assert (S0 : dot p e e = 0 -> s = 0) by exact (frame_w_absent p v w e Hv Hf).
assert (Fw : agree p w (fun i => c * v i + s * e i)) by apply Hf. destruct Hf as (He & Hev & _).
destruct (rest_orthogonal p v e xi Hv He Hev) as [O1 O2].
assert (Y : dot p e e = 0 -> s + dot p xi e = 0).
{ intros H. rewrite (S0 H), (direction_zero p e H xi). ring. }
assert (Hm : agree p (plus w xi) (fun i => ct * v i + (s + dot p xi e) * e i + 1 * rest p v e xi i)).
{ intros i Hi. unfold plus, rest, ct. rewrite (Fw i Hi). ring. }
destruct (in_frame p v e _ _ _ _ _ Hv Hev O1 O2 He Y Hm) as (A & B & _).
assert (N : norm p (plus w xi) = sqrt (ct ^ 2 + st ^ 2)).
{ unfold norm. rewrite B. f_equal. unfold st. rewrite sqrt_dot_sq; [ring|].
  apply Rplus_le_le_0_compat; [apply pow2_ge_0|apply dot_nonneg]. }
split; [exact N|]. unfold angle. now rewrite A, N, (norm_unit p v Hv), Rmult_1_r.
Qed.

(* The coordinates of m over its norm. *)
Lemma unit_coordinates p v m :
  dot p (fun i => m i / norm p m) v = dot p m v / norm p m /\
  (0 < norm p m -> norm p (fun i => m i / norm p m - dot p (fun j => m j / norm p m) v * v i) =
                   norm p (fun i => m i - dot p m v * v i) / norm p m).
Proof.
set (N := norm p m). assert (A : dot p (fun i => m i / N) v = dot p m v / N).
{ rewrite (dot_ext p _ (fun i => / N * m i) v v); [|intros i _; apply Rmult_comm|now intros i].
  rewrite dot_scal_l. unfold Rdiv. ring. }
split; [exact A|]. intros P. rewrite A. unfold norm at 1. set (r := fun i => m i - dot p m v * v i).
rewrite (dot_ext p _ (fun i => / N * r i) _ (fun i => / N * r i)).
- rewrite dot_scal_l, dot_scal_r, <- Rmult_assoc, sqrt_mult; [|apply Rle_0_sqr|apply dot_nonneg].
  fold (norm p r). rewrite sqrt_square; [unfold Rdiv; ring|]. left. now apply Rinv_0_lt_compat.
- intros i _. unfold r. field. lra.
- intros i _. unfold r. field. lra.
Qed.
