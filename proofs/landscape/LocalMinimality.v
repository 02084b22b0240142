(* When the spurious point (-w*, spurious) is a local minimum.

   p, k          length of the filters, number of patches      v, b   the teacher, w* and a* in the paper
   opposite v    -v, the filter of the spurious point          spurious k b   its output weights
   threshold k   1 + (k-1)/PI                                  q k b = (1^T b)^2 / b^T b
   inverse k b   M^-1 b, tau k b = b^T M^-1 b                  local_minimum, strict_local_minimum

   Formalised: S1 as an iff, with strictness; S2, S3. S4, S5 and S6 are in LocalMinimality_edges.v.
   Not formalised: the program's decision (S4) and the numeric contract. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel model.Teacher.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.HalfSpaceMinimum.
Open Scope R_scope.

(* The path along which the loss falls if the alignment is not negative. *)
Definition descent (k : nat) (b : vec) (x : R) : vec := fun i => spurious k b i + x * inverse k b i.

Lemma alignment_below_iff k b :
  (1 <= k)%nat -> ~ agree k b (fun _ => 0) -> (dot k (spurious k b) b < 0 <-> q k b < threshold k).
Proof.
intros K H. assert (P := PI_above_3). assert (D := size_pos k). assert (B := square_pos k b H).
replace (dot k (spurious k b) b)
  with ((q k b - threshold k) * (PI * dot k b b / ((PI - 1 + INR k) * (PI - 1)))).
- assert (C : 0 < PI * dot k b b / ((PI - 1 + INR k) * (PI - 1))).
  { apply Rdiv_lt_0_compat; apply Rmult_lt_0_compat; lra. }
  split; intros Q; [|nra]. destruct (Rlt_or_le (q k b) (threshold k)); [assumption|nra].
- rewrite S4_alignment. unfold q, threshold. field. lra.
Qed.

Lemma dot_near k a a0 b : dot k a b <= dot k a0 b + dist k a a0 * norm k b.
Proof.
assert (C := cauchy_schwarz_norm k (fun i => a i - a0 i) b). rewrite dot_minus_l in C.
assert (A := Rle_abs (dot k a b - dot k a0 b)). unfold dist. lra.
Qed.

Lemma teacher_nonzero k b : dot k (spurious k b) b < 0 -> ~ agree k b (fun _ => 0).
Proof.
intros S H. rewrite (dot_ext k _ (spurious k b) b _ (fun i _ => eq_refl) H), dot_ones_r in S. lra.
Qed.

Lemma ball_in_half_space k a b :
  dot k (spurious k b) b < 0 ->
  dist k a (spurious k b) <= Rabs (dot k (spurious k b) b) / norm k b -> dot k a b <= 0.
Proof.
intros S H. assert (N := norm_pos k b). assert (B := square_pos k b (teacher_nonzero k b S)).
assert (Z : dot k b b <> 0) by lra. specialize (N Z). assert (D := dot_near k a (spurious k b) b).
rewrite Rabs_left in H by exact S. apply Rmult_le_compat_r with (r := norm k b) in H; [|lra].
unfold Rdiv in H. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in H by lra. lra.
Qed.

Lemma S2_neighbourhood p k w a v b :
  norm p v = 1 -> norm p w = 1 -> dot k (spurious k b) b < 0 ->
  dist k a (spurious k b) <= Rabs (dot k (spurious k b) b) / norm k b ->
  loss p k (opposite v) (spurious k b) v b <= loss p k w a v b.
Proof.
intros V W S H. apply S2_lower_bound; [exact V|]. now apply ball_in_half_space.
Qed.

Lemma S2_equality_only_there p k w a v b :
  norm p v = 1 -> norm p w = 1 -> dot k (spurious k b) b < 0 ->
  dist k a (spurious k b) <= Rabs (dot k (spurious k b) b) / norm k b ->
  loss p k w a v b = loss p k (opposite v) (spurious k b) v b ->
  agree p w (opposite v) /\ agree k a (spurious k b).
Proof.
intros V W S H. apply S2_only_minimiser; [exact V|exact S|exact W|]. now apply ball_in_half_space.
Qed.

Lemma strict_if_negative p k v b :
  norm p v = 1 -> dot k (spurious k b) b < 0 -> strict_local_minimum p k v b (opposite v) (spurious k b).
Proof.
intros V S. exists (Rabs (dot k (spurious k b) b) / norm k b). split.
- apply Rdiv_lt_0_compat; [apply Rabs_pos_lt; lra|]. apply norm_pos.
  assert (B := square_pos k b (teacher_nonzero k b S)). lra.
- intros w a W _ A N. destruct (Rle_lt_or_eq_dec _ _ (S2_neighbourhood p k w a v b V W S (Rlt_le _ _ A)))
    as [L|E]; [exact L|]. exfalso. apply N.
  now apply S2_equality_only_there; [| | |apply Rlt_le|].
Qed.

(* A strict minimum is one: at the point itself the two losses are the same. *)
Lemma loss_ext p k w w' a a' v b : agree p w w' -> agree k a a' -> loss p k w a v b = loss p k w' a' v b.
Proof.
intros W A. unfold loss. rewrite (norm_ext p w w' W), (angle_ext p w w' v W), !loss_at_form.
rewrite (dot_ext k a a' b b A) by now intros i _. unfold form, bilinear.
assert (R : agree k (residual (norm p w') a b) (residual (norm p w') a' b)).
{ intros i Hi. unfold residual, lin. now rewrite (A i Hi). }
now rewrite (sum_ext k _ _ R), (dot_ext k _ _ _ _ R R).
Qed.

Lemma agree_dec n u x : agree n u x \/ ~ agree n u x.
Proof.
destruct (Req_dec (dist n u x) 0) as [E|N]; [left; now apply dist_zero_agree|right].
intros A. apply N. now apply dist_zero.
Qed.

Lemma strict_is_local_minimum p k v b w0 a0 :
  strict_local_minimum p k v b w0 a0 -> local_minimum p k v b w0 a0.
Proof.
intros [eps [E H]]. exists eps. split; [exact E|]. intros w a W Dw Da.
destruct (agree_dec p w w0) as [Aw|Nw]; [|left; apply H; tauto].
destruct (agree_dec k a a0) as [Aa|Na]; [|left; apply H; tauto].
right. symmetry. now apply loss_ext.
Qed.

Lemma descent_step k b x : agree k (fun i => descent k b x i - spurious k b i) (fun i => x * inverse k b i).
Proof. intros i _. unfold descent. ring. Qed.

Lemma S3_along_the_path p k w v b :
  norm p v = 1 -> norm p w = 1 ->
  loss p k w (descent k b (g (angle p w v))) v b - loss p k (opposite v) (spurious k b) v b =
  - (g (angle p w v) ^ 2 / (4 * PI)) * tau k b - g (angle p w v) * dot k (spurious k b) b / (2 * PI).
Proof.
intros V W. rewrite (excess p k w _ v b V), W, <- form_minus. set (x := g (angle p w v)).
assert (P := PI_neq0). replace (form k (fun i => descent k b x i - spurious k b i)) with (x ^ 2 * tau k b).
- unfold descent. rewrite dot_plus_l, dot_scal_l, (dot_sym k (inverse k b) b). fold (tau k b). field. exact P.
- assert (A := descent_step k b x). unfold form, bilinear. rewrite (sum_ext k _ _ A), (dot_ext k _ _ _ _ A A).
  rewrite <- form_inverse. unfold form, bilinear. rewrite sum_scal, dot_scal_l, dot_scal_r. ring.
Qed.

Lemma S3_descends p k w v b :
  norm p v = 1 -> norm p w = 1 -> angle p w v < PI -> ~ agree k b (fun _ => 0) ->
    0 <= dot k (spurious k b) b ->
  loss p k w (descent k b (g (angle p w v))) v b < loss p k (opposite v) (spurious k b) v b.
Proof.
intros V W A H S. assert (E := S3_along_the_path p k w v b V W). assert (P := PI_above_3).
assert (G := g_of_angle_pos p w v). assert (T := tau_pos k b H).
assert (N : angle p w v <> PI) by lra. specialize (G N). set (x := g (angle p w v)) in *.
assert (X : 0 < x ^ 2 / (4 * PI) * tau k b).
{ apply Rmult_lt_0_compat; [|exact T]. apply Rdiv_lt_0_compat; [nra|lra]. }
assert (Y : 0 <= x * dot k (spurious k b) b / (2 * PI)).
{ apply Rmult_le_pos; [nra|]. apply Rlt_le, Rinv_0_lt_compat. lra. }
lra.
Qed.

(* Points of the path arbitrarily near to the spurious point. *)
Lemma near_opposite p v eps : (2 <= p)%nat -> norm p v = 1 -> 0 < eps ->
  exists w, norm p w = 1 /\ angle p w v < PI /\ dist p w (opposite v) < eps /\ g (angle p w v) < eps.
Proof.
intros H V E. assert (P := PI_above_3). set (psi := Rmin 1 (eps / 2)).
assert (L : 0 < psi) by (unfold psi; apply Rmin_glb_lt; lra).
assert (L1 : psi <= 1) by apply Rmin_l. assert (L2 : psi <= eps / 2) by apply Rmin_r.
destruct (unit_at_angle p v (PI - psi) H V) as [w [W A]]; [lra|].
exists w. rewrite A. split; [exact W|split; [lra|split]].
- assert (D := dist_opposite p w v W V). rewrite A in D.
  assert (N := norm_nonneg p (fun i => w i - opposite v i)).
  fold (dist p w (opposite v)) in N. assert (C := cos_above psi L).
  replace (cos (PI - psi)) with (- cos psi) in D by (rewrite cos_minus, cos_PI, sin_PI; ring). nra.
- rewrite g_arc. replace (PI - (PI - psi)) with psi by ring. assert (B := arc_below psi L). nra.
Qed.

Lemma dist_descent k b x : 0 <= x -> dist k (descent k b x) (spurious k b) = x * norm k (inverse k b).
Proof.
intros X. assert (A := descent_step k b x). unfold dist, norm. rewrite (dot_ext k _ _ _ _ A A).
rewrite dot_scal_l, dot_scal_r, <- Rmult_assoc, sqrt_mult by (nra || apply dot_nonneg).
now rewrite sqrt_square.
Qed.

Lemma no_minimum_otherwise p k v b :
  (2 <= p)%nat -> norm p v = 1 -> ~ agree k b (fun _ => 0) -> 0 <= dot k (spurious k b) b ->
  ~ local_minimum p k v b (opposite v) (spurious k b).
Proof.
intros Hp V H S [eps [E M]]. set (n := norm k (inverse k b)). assert (N : 0 <= n) by apply norm_nonneg.
assert (F : 0 < Rmin eps (eps / (1 + n))) by (apply Rmin_glb_lt; [|apply Rdiv_lt_0_compat]; lra).
destruct (near_opposite p v _ Hp V F) as [w [W [A [D G]]]].
assert (D' := Rlt_le_trans _ _ _ D (Rmin_l _ _)). assert (G' := Rlt_le_trans _ _ _ G (Rmin_r _ _)).
assert (L := S3_descends p k w v b V W A H S). apply (Rlt_not_le _ _ L). apply M; [exact W|exact D'|].
rewrite dist_descent by apply g_nonneg. fold n. assert (G0 := g_nonneg p w v).
apply Rmult_lt_compat_r with (r := 1 + n) in G'; [|lra]. unfold Rdiv in G'.
rewrite Rmult_assoc, Rinv_l in G' by lra. nra.
Qed.

Lemma S1_iff_alignment p k v b :
  (2 <= p)%nat -> norm p v = 1 -> ~ agree k b (fun _ => 0) ->
  (local_minimum p k v b (opposite v) (spurious k b) <-> dot k (spurious k b) b < 0).
Proof.
intros Hp V H. split; intros M.
- destruct (Rlt_or_le (dot k (spurious k b) b) 0) as [L|L]; [exact L|].
  exfalso. now apply (no_minimum_otherwise p k v b Hp V H L).
- now apply strict_is_local_minimum, strict_if_negative.
Qed.

Lemma S1_iff_q p k v b :
  (2 <= p)%nat -> (1 <= k)%nat -> norm p v = 1 -> ~ agree k b (fun _ => 0) ->
  (local_minimum p k v b (opposite v) (spurious k b) <-> q k b < 1 + (INR k - 1) / PI).
Proof.
intros Hp Hk V H. rewrite (S1_iff_alignment p k v b Hp V H). now apply alignment_below_iff.
Qed.

Lemma S1_strict p k v b :
  (2 <= p)%nat -> norm p v = 1 -> ~ agree k b (fun _ => 0) ->
  local_minimum p k v b (opposite v) (spurious k b) ->
    strict_local_minimum p k v b (opposite v) (spurious k b).
Proof.
intros Hp V H M. apply strict_if_negative; [exact V|]. now apply (S1_iff_alignment p k v b).
Qed.
