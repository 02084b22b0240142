(* The mean of the w-part over the noise, and what it does not depend on.

   balanced p E w v        with z = w + x: E S(|z|, z.v) u.z = 0 for every u orthogonal to w and v = w*, and
                           E S(|z|) t.z = 0 for t = P_w v; S any function
   turn                    u times the vector whose mean is kappa P_w w*
   mean_kappa_...          the kappa of the three readings of the w-part
   axis_w                  the part of the axis i across w

   Formalised: S2 for the three w-parts, at any w and w*, P_w w* = 0 included; S3: two laws with the same
   noise on the filter give the same means, and the w-part sees a through d alone.
   Not formalised: that the uniform law on a ball is balanced (an integral over R^p). It is by its symmetry:
   each of these integrands changes sign under an orthogonal map that fixes w, u -> -u or t -> -t. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Planes Definitions.
From Lemmata Require Import smoothing.Reading smoothing.SmoothedGradient.
Open Scope R_scope.

Definition balanced (p : nat) (E : functional -> R) (w v : vec) : Prop :=
  (forall u (S : R -> R -> R), dot p u w = 0 -> dot p u v = 0 ->
   E (fun x _ => S (norm p (shift w x)) (dot p (shift w x) v) * dot p u (shift w x)) = 0) /\
  forall S : R -> R, E (fun x _ => S (norm p (shift w x)) * dot p (tangent p w v) (shift w x)) = 0.

(* P_w w* times the vector that is averaged, NETWORK: sin phi z/r + (PI - phi) w*; NORMALISED: (I - z
z^T/r^2) w*. *)
Definition turn (p : nat) (u z v : vec) : R :=
  sin (angle p z v) * (dot p u z / norm p z) + (PI - angle p z v) * dot p u v.
Definition turn_NORMALISED (p : nat) (u z v : vec) : R :=
  (PI - angle p z v) / norm p z * (dot p u v - dot p z v / norm p z ^ 2 * dot p u z).
Definition mean_kappa_NETWORK (p : nat) (E : functional -> R) (w v : vec) : R :=
  E (fun x _ => turn p (tangent p w v) (shift w x) v) / dot p (tangent p w v) (tangent p w v).
Definition mean_kappa_ANGLE (p : nat) (E : functional -> R) (w v : vec) : R :=
  E (fun x _ => PI - angle p (shift w x) v).
Definition mean_kappa_NORMALISED (p : nat) (E : functional -> R) (w v : vec) : R :=
  E (fun x _ => turn_NORMALISED p (tangent p w v) (shift w x) v) / dot p (tangent p w v) (tangent p w v).

(* Every u orthogonal to w is a multiple of P_w w* and a vector orthogonal to w* too. *)
Lemma split_across p w v u : dot p w w = 1 -> dot p u w = 0 -> exists c u',
  agree p u (lin 1 u' c (tangent p w v)) /\ dot p u' w = 0 /\ dot p u' v = 0 /\
  c * dot p (tangent p w v) (tangent p w v) = dot p u v.
Proof.
intros W U. set (t := tangent p w v). assert (T : dot p t w = 0).
{ unfold t. rewrite dot_sym. now apply loss.TangentGradient.tangent_orthogonal. }
assert (Tv : dot p t v = dot p t t).
{ transitivity (dot p t (fun i => v i - dot p w v * w i)); [|easy]. rewrite dot_minus_r, dot_scal_r, T.
  ring. }
assert (Ut : dot p u t = dot p u v) by (unfold t, tangent; rewrite dot_minus_r, dot_scal_r, U; ring).
destruct (Req_dec (dot p t t) 0) as [Z|N].
- exists 0, u. split; [intros i _; unfold lin; ring|split; [easy|]].
  enough (dot p u v = 0) by (split; [easy|rewrite H; ring]). rewrite <- Ut.
  rewrite (dot_ext p u u t (fun _ => 0)), dot_ones_r; [ring|easy|]. intros i Hi.
  now apply dot_zero with (1 := Z).
- exists (dot p u v / dot p t t), (lin 1 u (- (dot p u v / dot p t t)) t).
  split; [intros i _; unfold lin; ring|]. rewrite !dot_lin_l, U, T, Tv. repeat split; field; easy.
Qed.

(* E S(r) u.z = 0 and E turn = kappa u.w*, for every u orthogonal to w. *)
Lemma mean_across p E w v u (S : R -> R) : mean E -> balanced p E w v -> dot p w w = 1 -> dot p u w = 0 ->
  E (fun x _ => S (norm p (shift w x)) * dot p u (shift w x)) = 0.
Proof.
intros M I W U. destruct (split_across p w v u W U) as [c [u' [A [U' [V' _]]]]].
rewrite (mean_ext E _ (fun x _ => S (norm p (shift w x)) * dot p u' (shift w x)
  + c * (S (norm p (shift w x)) * dot p (tangent p w v) (shift w x))) M).
- rewrite (mean_plus E (fun x _ => S (norm p (shift w x)) * dot p u' (shift w x))), mean_scal by easy.
  rewrite (proj1 I u' (fun r _ => S r)), (proj2 I S) by easy. ring.
- intros x _. rewrite (dot_ext p u _ (shift w x) (shift w x) A) by easy. rewrite dot_lin_l. ring.
Qed.

Lemma mean_turned p E w v u (T : vec -> vec -> R) (S : R -> R -> R) (Q : R -> R -> R) :
  mean E -> balanced p E w v -> dot p w w = 1 -> dot p u w = 0 ->
  (forall u z, T u z = S (norm p z) (dot p z v) * dot p u z + Q (norm p z) (dot p z v) * dot p u v) ->
  E (fun x _ => T u (shift w x)) =
  E (fun x _ => T (tangent p w v) (shift w x)) / dot p (tangent p w v) (tangent p w v) * dot p u v.
Proof.
intros M I W U H. destruct (split_across p w v u W U) as [c [u' [A [U' [V' C]]]]].
set (t := tangent p w v) in *.
rewrite (mean_ext E _ (fun x _ => S (norm p (shift w x)) (dot p (shift w x) v) * dot p u' (shift w x)
  + c * T t (shift w x)) M).
- rewrite (mean_plus E (fun x _ => S (norm p (shift w x)) (dot p (shift w x) v) * dot p u' (shift w x))),
    mean_scal by easy.
  rewrite (proj1 I u' S) by easy. rewrite <- C.
  destruct (Req_dec (dot p t t) 0) as [Z|N]; [|field; easy]. rewrite Z.
  assert (Y : E (fun x _ => T t (shift w x)) = 0).
  { rewrite (mean_ext E _ (fun _ _ => 0) M); [now apply mean_const|]. intros x _. rewrite H.
    assert (T0 : forall y, dot p t y = 0).
    { intros y. rewrite (dot_ext p t (fun _ => 0) y y), dot_ones_l; [ring| |easy]. intros i Hi. now apply
        dot_zero with (1 := Z). }
    rewrite !T0. ring. }
  rewrite Y. unfold Rdiv. ring.
- intros x _. rewrite !H, (dot_ext p u _ (shift w x) (shift w x) A), (dot_ext p u _ v v A) by easy.
  rewrite !dot_lin_l, V'. ring.
Qed.

(* The mean of a field in the direction i across w. *)
Definition axis_w (p : nat) (w : vec) (i : nat) : vec := fun j => axis i j - w i * w j.

Lemma axis_w_dot p w i u : (i < p)%nat -> dot p (axis_w p w i) u = tangent p w u i.
Proof.
intros Hi. unfold axis_w, tangent. rewrite dot_minus_l, dot_scal_l, dot_sym, dot_axis by easy. ring.
Qed.

Lemma axis_w_across p w i : dot p w w = 1 -> (i < p)%nat -> dot p (axis_w p w i) w = 0.
Proof. intros W Hi. rewrite axis_w_dot by easy. unfold tangent. rewrite W. ring. Qed.

Lemma mean_tangent p E w i (V : vec -> vec -> vec) : mean E -> (i < p)%nat ->
  tangent p w (fun j => E (fun x e => V x e j)) i = E (fun x e => dot p (axis_w p w i) (V x e)).
Proof.
intros M Hi. rewrite <- axis_w_dot by easy. unfold dot.
rewrite (mean_sum E p (fun j x e => axis_w p w i j * V x e j)) by easy.
apply sum_ext. intros j _. now rewrite mean_scal.
Qed.

(* S2 *)
Lemma dot_NETWORK p k u z a v b : dot p u (part_NETWORK p k z a v b) =
  / (2 * PI) * (dot p u z * (sum k a ^ 2 + (PI - 1) * dot k a a)
  - sum k b * (/ norm p z * dot p u z * sum k a) + / norm p z * dot p u z * dot k a b - turn p u z v * dot k
      a b).
Proof.
unfold part_NETWORK, gradient_w, turn, g.
rewrite (dot_ext p u u _ (lin (((sum k a) ^ 2 + (PI - 1) * dot k a a) / (2 * PI)
  - (sum k a * sum k b - dot k a b + sin (angle p z v) * dot k a b) / norm p z / (2 * PI)) z
  (- ((PI - angle p z v) * dot k a b / (2 * PI))) v)); [|easy|intros i _; unfold lin, Rdiv; ring].
rewrite dot_lin_r. unfold Rdiv. rewrite Rinv_mult. ring.
Qed.

Lemma S2_NETWORK p k E w a v b i : mean E -> independent E -> centred k E -> balanced p E w v ->
  dot p w w = 1 -> (i < p)%nat ->
  tangent p w (fun j => E (fun x e => part_NETWORK p k (shift w x) (shift a e) v b j)) i =
  smoothed_w p k (mean_kappa_NETWORK p E w v) w a v b i.
Proof.
intros M I C O W Hi. set (u := axis_w p w i). assert (U : dot p u w = 0) by now apply axis_w_across.
rewrite (mean_tangent p E w i (fun x e => part_NETWORK p k (shift w x) (shift a e) v b)) by easy. fold u.
rewrite (mean_ext E _ _ M (fun x e => dot_NETWORK p k u (shift w x) (shift a e) v b)).
rewrite mean_scal, mean_minus, mean_plus, mean_minus, mean_scal by easy.
rewrite (I (fun x => dot p u (shift w x)) (fun e => sum k (shift a e) ^ 2 + (PI - 1) * dot k (shift a e)
  (shift a e))).
rewrite (mean_output_sum k E (fun x => / norm p (shift w x) * dot p u (shift w x))) by easy.
rewrite (mean_output_dot k E (fun x => / norm p (shift w x) * dot p u (shift w x))) by easy.
rewrite (mean_output_dot k E (fun x => turn p u (shift w x) v)) by easy.
rewrite (mean_across p E w v u (fun r => / r)) by easy.
assert (Z : E (fun x _ => dot p u (shift w x)) = 0).
{ rewrite <- (mean_across p E w v u (fun _ => 1)) by easy. apply mean_ext; [easy|]. intros. ring. }
rewrite Z, (mean_turned p E w v u (fun u z => turn p u z v) (fun r y => sin (acos (y / (r * norm p v))) / r)
  (fun r y => PI - acos (y / (r * norm p v)))) by (try easy; intros; unfold turn, angle, Rdiv; ring).
unfold smoothed_w, mean_kappa_NETWORK. rewrite <- (axis_w_dot p w i v) by easy. fold u. unfold Rdiv. ring.
Qed.

Lemma S2_ANGLE p k E w a v b i : mean E -> independent E -> centred k E -> (i < p)%nat ->
  tangent p w (fun j => E (fun x e => part_ANGLE p k (shift w x) (shift a e) v b j)) i =
  smoothed_w p k (mean_kappa_ANGLE p E w v) w a v b i.
Proof.
intros M I C Hi.
rewrite (mean_tangent p E w i (fun x e => part_ANGLE p k (shift w x) (shift a e) v b)) by easy.
rewrite (mean_ext E _ (fun x e => - tangent p w v i / (2 * PI) * ((PI - angle p (shift w x) v) * dot k
  (shift a e) b)) M).
- rewrite mean_scal, (mean_output_dot k E (fun x => PI - angle p (shift w x) v)) by easy.
  unfold smoothed_w, mean_kappa_ANGLE. field. apply PI_neq0.
- intros x e. rewrite axis_w_dot by easy. unfold part_ANGLE. rewrite tangent_scal. field. apply PI_neq0.
Qed.

Lemma S2_NORMALISED p k E w a v b i : mean E -> independent E -> centred k E -> balanced p E w v ->
  dot p w w = 1 -> (i < p)%nat ->
  tangent p w (fun j => E (fun x e => part_NORMALISED p k (shift w x) (shift a e) v b j)) i =
  smoothed_w p k (mean_kappa_NORMALISED p E w v) w a v b i.
Proof.
intros M I C O W Hi. set (u := axis_w p w i). assert (U : dot p u w = 0) by now apply axis_w_across.
rewrite (mean_tangent p E w i (fun x e => part_NORMALISED p k (shift w x) (shift a e) v b)) by easy. fold u.
rewrite (mean_ext E _ (fun x e => - / (2 * PI) * (turn_NORMALISED p u (shift w x) v * dot k (shift a e) b))
  M).
- rewrite mean_scal, (mean_output_dot k E (fun x => turn_NORMALISED p u (shift w x) v)) by easy.
  rewrite (mean_turned p E w v u (fun u z => turn_NORMALISED p u z v)
    (fun r y => - ((PI - acos (y / (r * norm p v))) / r * (y / r ^ 2)))
    (fun r y => (PI - acos (y / (r * norm p v))) / r)) by (try easy; intros; unfold turn_NORMALISED, angle;
      ring).
  unfold smoothed_w, mean_kappa_NORMALISED. rewrite <- (axis_w_dot p w i v) by easy. fold u. unfold Rdiv.
  ring.
- intros x e. unfold part_NORMALISED, turn_NORMALISED. rewrite dot_scal_r, dot_minus_r, dot_scal_r.
  unfold Rdiv. rewrite !Rinv_mult. ring.
Qed.

(* S3: two laws with the same noise on the filter, whatever that on the output weights. *)
Lemma S3_output_free_of_the_other_noise p k E E' w v a b i :
  mean E -> mean E' -> independent E -> independent E' -> centred k E -> centred k E' -> (i < k)%nat ->
  (forall F : vec -> R, E (fun x _ => F x) = E' (fun x _ => F x)) ->
  E (fun x e => part_RADIAL p k (shift w x) (shift a e) v b i) =
  E' (fun x e => part_RADIAL p k (shift w x) (shift a e) v b i) /\
  E (fun x e => part_UNIT p k (shift w x) (shift a e) v b i) =
  E' (fun x e => part_UNIT p k (shift w x) (shift a e) v b i).
Proof.
intros M M' I I' C C' Hi X. unfold part_RADIAL, part_UNIT. rewrite !S1_RADIAL, !S1_UNIT by easy.
unfold mean_m2, mean_m1, mean_h, mean_g. rewrite !(X (fun x => _)). split; reflexivity.
Qed.

Lemma S3_filter_free_of_the_other_noise p k E E' w v a b i :
  mean E -> mean E' -> independent E -> independent E' -> centred k E -> centred k E' ->
  balanced p E w v -> dot p w w = 1 -> (i < p)%nat ->
  (forall F : vec -> R, E (fun x _ => F x) = E' (fun x _ => F x)) ->
  let step part (E : functional -> R) :=
    tangent p w (fun j => E (fun x e => part p k (shift w x) (shift a e) v b j)) i in
  step part_NETWORK E = step part_NETWORK E' /\ step part_ANGLE E = step part_ANGLE E' /\
  step part_NORMALISED E = step part_NORMALISED E'.
Proof.
intros M M' I I' C C' O W Hi X step. unfold step. assert (O' : balanced p E' w v).
{ destruct O as [O1 O2]. split; [intros u S U V; rewrite <- (X (fun x => _)); now apply O1|].
  intros S. rewrite <- (X (fun x => _)). apply O2. }
rewrite !S2_NETWORK, !S2_ANGLE, !S2_NORMALISED by easy.
unfold mean_kappa_NETWORK, mean_kappa_ANGLE, mean_kappa_NORMALISED. rewrite !(X (fun x => _)).
repeat split; reflexivity.
Qed.

Lemma S3_filter_sees_a_through_d_only p k E w v a a' b i : mean E -> independent E -> centred k E ->
  balanced p E w v -> dot p w w = 1 -> (i < p)%nat -> dot k a b = dot k a' b ->
  let step part a := tangent p w (fun j => E (fun x e => part p k (shift w x) (shift a e) v b j)) i in
  step part_NETWORK a = step part_NETWORK a' /\ step part_ANGLE a = step part_ANGLE a' /\
  step part_NORMALISED a = step part_NORMALISED a'.
Proof.
intros M I C O W Hi D step. unfold step. rewrite !S2_NETWORK, !S2_ANGLE, !S2_NORMALISED by easy.
unfold smoothed_w. rewrite D. repeat split; reflexivity.
Qed.
