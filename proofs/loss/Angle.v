(* loss.Angle: the angle between two filters, by the arc-cosine and by the polar angle of (w.v, |w ^ v|).

   w, v         two nonzero vectors of R^p                  angle p w v   acos (w.v / (|w| |v|))
   wedge        |w ^ v|, the root of the sum of (w_i v_j - w_j v_i)^2 over i < j
   atan2 y x    the polar angle of (x, y) in (-PI, PI]      apply p Q w   the matrix Q times w

   Formalised: S1, S3.
   Not formalised: S2. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Frames Definitions.
Open Scope R_scope.

Definition wedge (p : nat) (w v : vec) : R :=
  sqrt (sum p (fun j => sum j (fun i => (w i * v j - w j * v i) ^ 2))).

Definition atan2 (y x : R) : R :=
  if Rlt_dec 0 x then atan (y / x)
  else if Rlt_dec x 0 then (if Rle_dec 0 y then atan (y / x) + PI else atan (y / x) - PI)
  else if Rlt_dec 0 y then PI / 2 else if Rlt_dec y 0 then - (PI / 2) else 0.

(* The polar angle, as a rule. *)
Lemma quotient_tan rho phi : rho <> 0 -> cos phi <> 0 -> rho * sin phi / (rho * cos phi) = tan phi.
Proof. intros H C. unfold tan. field. now split. Qed.

Lemma tan_back phi : tan (phi + PI) = tan phi.
Proof. unfold tan. rewrite neg_sin, neg_cos. unfold Rdiv. rewrite Rinv_opp. ring. Qed.

Lemma atan2_right rho phi : 0 < rho -> - (PI / 2) < phi < PI / 2 ->
  atan2 (rho * sin phi) (rho * cos phi) = phi.
Proof.
intros H R. assert (C := cos_gt_0 phi (proj1 R) (proj2 R)). unfold atan2.
destruct (Rlt_dec 0 (rho * cos phi)) as [_|N]; [|nra].
rewrite quotient_tan by lra. now apply atan_tan.
Qed.

Lemma atan2_upper_left rho phi : 0 < rho -> PI / 2 < phi <= PI -> atan2 (rho * sin phi) (rho * cos phi) = phi.
Proof.
intros H R. assert (P := PI_RGT_0). assert (C : cos phi < 0) by (apply cos_lt_0; lra).
assert (S : 0 <= sin phi) by (apply sin_ge_0; lra). unfold atan2.
destruct (Rlt_dec 0 (rho * cos phi)); [nra|]. destruct (Rlt_dec (rho * cos phi) 0); [|nra].
destruct (Rle_dec 0 (rho * sin phi)); [|nra]. rewrite quotient_tan by lra.
replace (tan phi) with (tan (phi - PI)) by (rewrite <- tan_back; f_equal; ring).
rewrite atan_tan by lra. ring.
Qed.

Lemma atan2_lower_left rho phi : 0 < rho -> - PI < phi < - (PI / 2) ->
  atan2 (rho * sin phi) (rho * cos phi) = phi.
Proof.
intros H R. assert (P := PI_RGT_0). assert (C : cos phi < 0) by (rewrite <- cos_neg; apply cos_lt_0; lra).
assert (S : sin phi < 0) by (apply sin_lt_0_var; lra). unfold atan2.
destruct (Rlt_dec 0 (rho * cos phi)); [nra|]. destruct (Rlt_dec (rho * cos phi) 0); [|nra].
destruct (Rle_dec 0 (rho * sin phi)); [nra|].
rewrite quotient_tan, <- tan_back, atan_tan by lra. ring.
Qed.

Lemma atan2_vertical y : 0 < y -> atan2 y 0 = PI / 2 /\ atan2 (- y) 0 = - (PI / 2).
Proof.
intros H. unfold atan2. destruct (Rlt_dec 0 0); [lra|].
destruct (Rlt_dec 0 y); [|lra]. destruct (Rlt_dec 0 (- y)); [lra|]. destruct (Rlt_dec (- y) 0); [|lra].
now split.
Qed.

(* It is the polar angle: of every point except the origin, in (-PI, PI]. *)
Lemma atan2_polar rho phi : 0 < rho -> - PI < phi <= PI -> atan2 (rho * sin phi) (rho * cos phi) = phi.
Proof.
intros H R. assert (V := atan2_vertical rho H).
destruct (Rtotal_order phi (PI / 2)) as [A|[A|A]]; [|subst phi|apply atan2_upper_left; lra].
- destruct (Rtotal_order phi (- (PI / 2))) as [B|[B|B]];
    [apply atan2_lower_left; lra| |apply atan2_right; lra].
  rewrite B, sin_neg, cos_neg, sin_PI2, cos_PI2, Rmult_0_r, <- (proj2 V). f_equal. ring.
- now rewrite sin_PI2, cos_PI2, Rmult_0_r, Rmult_1_r.
Qed.

(* Lagrange's identity. *)
Lemma wedge_row n w v x y :
  sum n (fun i => (w i * y - x * v i) ^ 2) = y ^ 2 * dot n w w - 2 * x * y * dot n w v + x ^ 2 * dot n v v.
Proof. unfold dot. induction n; cbn [sum]; [ring|]. rewrite IHn. ring. Qed.

Lemma Lagrange p w v : wedge p w v ^ 2 + dot p w v ^ 2 = dot p w w * dot p v v.
Proof.
unfold wedge. rewrite pow2_sqrt.
- induction p as [|p IH]; [unfold dot; simpl; ring|]. cbn [sum]. rewrite wedge_row.
  unfold dot in *. cbn [sum]. lra.
- apply sum_nonneg. intros j _. apply sum_nonneg. intros i _. apply pow2_ge_0.
Qed.

(* The cosine of the angle lies in [-1, 1]. *)
Lemma lengths_pos p w v : dot p w w <> 0 -> dot p v v <> 0 -> 0 < norm p w * norm p v.
Proof. intros W V. apply Rmult_lt_0_compat; now apply norm_pos. Qed.

Lemma ratio_range p w v : dot p w w <> 0 -> dot p v v <> 0 ->
  -1 <= dot p w v / (norm p w * norm p v) <= 1.
Proof.
intros W V. assert (L := lengths_pos p w v W V). assert (C := cauchy_schwarz_norm p w v).
assert (E : dot p w v = dot p w v / (norm p w * norm p v) * (norm p w * norm p v)) by (field; nra).
set (c := dot p w v / (norm p w * norm p v)) in *. rewrite E in C.
rewrite Rabs_mult, (Rabs_pos_eq (norm p w * norm p v)) in C by lra.
assert (B : Rabs c <= 1) by (apply Rmult_le_reg_r with (norm p w * norm p v); lra).
assert (B1 := Rle_abs c). assert (B2 := Rle_abs (- c)). rewrite Rabs_Ropp in B2. lra.
Qed.

Lemma S1_angle_is_the_angle_of_the_cosine p w v : dot p w w <> 0 -> dot p v v <> 0 ->
  0 <= angle p w v <= PI /\ cos (angle p w v) = dot p w v / (norm p w * norm p v) /\
  (forall phi, 0 <= phi <= PI -> cos phi = dot p w v / (norm p w * norm p v) -> phi = angle p w v).
Proof.
intros W V. split; [apply acos_bound|]. split.
- apply cos_acos. now apply ratio_range.
- intros phi H E. unfold angle. rewrite <- E, acos_cos; [reflexivity|exact H].
Qed.

Lemma dot_polar p w v : dot p w w <> 0 -> dot p v v <> 0 ->
  dot p w v = norm p w * norm p v * cos (angle p w v).
Proof.
intros W V. assert (L := lengths_pos p w v W V).
rewrite (proj1 (proj2 (S1_angle_is_the_angle_of_the_cosine p w v W V))). field. nra.
Qed.

Lemma wedge_polar p w v : dot p w w <> 0 -> dot p v v <> 0 ->
  wedge p w v = norm p w * norm p v * sin (angle p w v).
Proof.
intros W V. assert (L := lengths_pos p w v W V). assert (A := acos_bound (dot p w v / (norm p w * norm p v))).
assert (S : 0 <= sin (angle p w v)) by (apply sin_ge_0; apply A).
apply Rsqr_inj; [apply sqrt_pos|nra|]. rewrite !Rsqr_pow2.
assert (I := Lagrange p w v). assert (T := sin2_cos2 (angle p w v)). rewrite !Rsqr_pow2 in T.
rewrite (dot_polar p w v W V), <- !norm_sq in I. nra.
Qed.

Lemma S1_atan2_of_wedge_and_dot p w v : dot p w w <> 0 -> dot p v v <> 0 ->
  atan2 (wedge p w v) (dot p w v) = angle p w v.
Proof.
intros W V. rewrite wedge_polar, dot_polar by assumption. assert (P := PI_RGT_0).
apply atan2_polar; [now apply lengths_pos|].
assert (A := proj1 (S1_angle_is_the_angle_of_the_cosine p w v W V)). lra.
Qed.

Lemma S1_supplement p w v : dot p w w <> 0 -> dot p v v <> 0 ->
  atan2 (wedge p w v) (- dot p w v) = PI - angle p w v.
Proof.
intros W V. rewrite wedge_polar, dot_polar by assumption. assert (P := PI_RGT_0). set (phi := angle p w v).
replace (sin phi) with (sin (PI - phi)) by apply sin_PI_x.
replace (- (norm p w * norm p v * cos phi)) with (norm p w * norm p v * cos (PI - phi)).
- apply atan2_polar; [now apply lengths_pos|].
  assert (A := proj1 (S1_angle_is_the_angle_of_the_cosine p w v W V)). fold phi in A. lra.
- rewrite cos_minus, cos_PI, sin_PI. ring.
Qed.

(* Symmetry and invariance. *)
Lemma S3_symmetric p w v : angle p w v = angle p v w.
Proof.
unfold angle. now rewrite dot_sym, (Rmult_comm (norm p w)).
Qed.

Lemma norm_scal p x w : 0 <= x -> norm p (fun i => x * w i) = x * norm p w.
Proof.
intros H. unfold norm. rewrite dot_scal_l, dot_scal_r, <- Rmult_assoc, sqrt_mult_alt by nra.
now rewrite sqrt_square.
Qed.

Lemma S3_positive_scaling p w v x y : 0 < x -> 0 < y -> dot p w w <> 0 -> dot p v v <> 0 ->
  angle p (fun i => x * w i) (fun i => y * v i) = angle p w v.
Proof.
intros X Y W V. unfold angle. rewrite dot_scal_l, dot_scal_r, !norm_scal by lra. f_equal.
assert (Nw := norm_pos p w W). assert (Nv := norm_pos p v V). field. lra.
Qed.

Lemma angle_scal_l p w v x : 0 < x -> dot p w w <> 0 -> dot p v v <> 0 ->
  angle p (fun i => x * w i) v = angle p w v.
Proof.
intros X W V. unfold angle. rewrite dot_scal_l, norm_scal by lra. f_equal.
assert (Nw := norm_pos p w W). assert (Nv := norm_pos p v V). field. lra.
Qed.

Lemma S3_opposite p w v : angle p (fun i => - w i) v = PI - angle p w v.
Proof.
unfold angle. rewrite <- acos_opp. f_equal.
assert (E : forall u, dot p (fun i => - w i) u = - dot p w u).
{ intros u. rewrite (dot_ext p _ (fun i => -1 * w i) u u), dot_scal_l; [ring|intros i _; ring|easy]. }
unfold norm. rewrite !E, (dot_sym p w (fun i => - w i)), E. unfold Rdiv. rewrite Ropp_involutive. ring.
Qed.

(* Q w, and Q^T Q = I. *)
Definition apply (p : nat) (Q : nat -> nat -> R) (w : vec) : vec := fun i => sum p (fun j => Q i j * w j).
Definition orthogonal (p : nat) (Q : nat -> nat -> R) : Prop := forall j l, (j < p)%nat -> (l < p)%nat ->
  sum p (fun i => Q i j * Q i l) = if Nat.eqb j l then 1 else 0.

Lemma dot_apply p Q w v : dot p (apply p Q w) (apply p Q v) =
  sum p (fun j => w j * sum p (fun l => sum p (fun i => Q i j * Q i l) * v l)).
Proof.
unfold dot, apply.
transitivity (sum p (fun i => sum p (fun j => w j * sum p (fun l => Q i j * Q i l * v l)))).
- apply sum_ext. intros i _. rewrite Rmult_comm, <- sum_scal. apply sum_ext. intros j _.
  rewrite Rmult_comm, Rmult_assoc, Rmult_comm, Rmult_assoc. f_equal. rewrite Rmult_comm, <- sum_scal.
  apply sum_ext. intros l _. ring.
- rewrite sum_swap. apply sum_ext. intros j _. rewrite sum_scal, sum_swap. f_equal. apply sum_ext. intros l _.
  rewrite (Rmult_comm _ (v l)), <- sum_scal. apply sum_ext. intros i _. ring.
Qed.

Lemma dot_orthogonal p Q w v : orthogonal p Q -> dot p (apply p Q w) (apply p Q v) = dot p w v.
Proof.
intros O. rewrite dot_apply. apply sum_ext. intros j Hj. f_equal.
rewrite (sum_ext p _ (fun l => (if Nat.eqb j l then 1 else 0) * v l)); [now apply sum_pick|].
intros l Hl. now rewrite O.
Qed.

Lemma S3_rotations p Q w v : orthogonal p Q -> angle p (apply p Q w) (apply p Q v) = angle p w v.
Proof.
intros O. unfold angle, norm. now rewrite !dot_orthogonal.
Qed.
