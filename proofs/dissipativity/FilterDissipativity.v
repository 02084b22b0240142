(* C1, the pull of the mean w-step towards w*: an identity, and its sharp constant on a region.

   w, v = w*, phi        filter, teacher, both unit vectors; their angle
   d = a.b               the inner product of the output weights with a* = b
   kappa                 any function of phi; of it only `pulling` is used, which PI - phi satisfies
   inner_w               <-P_w E grad_w L, w* - w>
   coefficient kappa x   kappa(x) (1 + cos x) / 4 PI: the quotient of inner_w by d |w - w*|^2
   C1 ... A lo hi c gamma   C1 at every (w, a) with a in A and lo <= phi <= hi
   least k A b d         d is attained on A and is the least a.b on it

   Formalised: S1 (both forms, for every kappa; the monotony for every pulling kappa; the gradient without
   noise), S2 for every region S x A with an angle interval, for d_min >= 0 and d_min < 0, with phi_lo = 0
   too. S2's value of d_min is in FilterDissipativity_region.v, S3 in FilterDissipativity_slack.v, the kappa
   of NETWORK and ANGLE in FilterDissipativity_drift.v.
   Not formalised: S4. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Planes Definitions loss.AngleKernel loss.Angle
  loss.FilterGradient.
From Lemmata Require Import loss.TangentGradient dissipativity.OutputDissipativity.
Open Scope R_scope.

Definition inner_w (p k : nat) (kappa : R) (w a v b : vec) : R :=
  dot p (fun i => - smoothed_w p k kappa w a v b i) (gap v w).
Definition coefficient (kappa : R -> R) (x : R) : R := kappa x * (1 + cos x) / (4 * PI).
Definition C1 (p k : nat) (kappa : R -> R) (A : vec -> Prop) (lo hi c gamma : R) (v b : vec) : Prop :=
  forall w a, dot p w w = 1 -> A a -> lo <= angle p w v <= hi ->
  inner_w p k (kappa (angle p w v)) w a v b >= c * dot p (gap w v) (gap w v) - gamma.
Definition least (k : nat) (A : vec -> Prop) (b : vec) (d : R) : Prop :=
  (exists a, A a /\ dot k a b = d) /\ forall a, A a -> d <= dot k a b.
Definition pulling (kappa : R -> R) : Prop :=
  (forall x, 0 <= x < PI -> 0 < kappa x) /\ forall x y, 0 <= x <= y -> y <= PI -> kappa y <= kappa x.

(* Two unit vectors. *)
Lemma dot_cos p w v : dot p w w = 1 -> dot p v v = 1 -> dot p w v = cos (angle p w v).
Proof.
intros W V. rewrite (dot_polar p w v), (norm_unit p w W), (norm_unit p v V) by lra. ring.
Qed.

Lemma angle_range p w v : 0 <= angle p w v <= PI.
Proof. apply acos_bound. Qed.

Lemma distance p w v : dot p w w = 1 -> dot p v v = 1 ->
  dot p (gap w v) (gap w v) = 2 * (1 - cos (angle p w v)).
Proof.
intros W V. unfold gap. rewrite dot_minus_l, !dot_minus_r, W, V, (dot_sym p v w), dot_cos by easy. ring.
Qed.

Lemma filter_at_angle p v phi : (2 <= p)%nat -> dot p v v = 1 -> 0 <= phi <= PI ->
  exists w, dot p w w = 1 /\ angle p w v = phi.
Proof.
intros H V F. destruct (plane_exists p v v H V) as [e1 [e2 [O [[x [y X]] _]]]].
set (e := lin (- y) e1 x e2). destruct O as [O1 [O2 O3]].
assert (E0 : x * x + y * y = 1).
{ rewrite <- V, (dot_ext p _ _ _ _ X X), dot_lin_sq, O1, O2, O3. ring. }
assert (E1 : dot p v e = 0).
{ rewrite (dot_ext p v _ e e X) by easy. unfold e. rewrite dot_lin, O1, O2, O3, (dot_sym p e2), O2. ring. }
assert (E2 : dot p e e = 1) by (unfold e; rewrite dot_lin_sq, O1, O2, O3; lra).
set (w := lin (cos phi) v (sin phi) e). assert (T := sin2_cos2 phi). unfold Rsqr in T.
assert (W : dot p w w = 1) by (unfold w; rewrite dot_lin_sq, V, E1, E2; lra).
exists w. split; [exact W|]. assert (C := dot_cos p w v W V).
unfold w at 1 in C. rewrite dot_lin_l, V, (dot_sym p e v), E1 in C.
transitivity (acos (cos (angle p w v))); [symmetry; apply acos_cos, angle_range|].
rewrite <- C. transitivity (acos (cos phi)); [f_equal; ring|now apply acos_cos].
Qed.

(* S1 *)
Lemma S1_sine_form p k kappa w a v b : dot p w w = 1 -> dot p v v = 1 ->
  inner_w p k kappa w a v b = dot k a b * kappa * sin (angle p w v) ^ 2 / (2 * PI).
Proof.
intros W V. assert (T := sin2_cos2 (angle p w v)). unfold Rsqr in T.
assert (E : dot p (tangent p w v) (gap v w) = sin (angle p w v) ^ 2).
{ unfold tangent, gap. rewrite dot_minus_l, !dot_minus_r, !dot_scal_l, V, W, (dot_sym p v w), dot_cos by
    easy. lra. }
unfold inner_w, smoothed_w.
rewrite (dot_ext p _ (fun i => dot k a b * kappa / (2 * PI) * tangent p w v i) (gap v w) (gap v w));
  [|intros i _; ring|easy].
rewrite dot_scal_l, E. field. apply PI_neq0.
Qed.

Lemma S1_identity p k kappa w a v b : dot p w w = 1 -> dot p v v = 1 ->
  inner_w p k kappa w a v b =
  dot k a b * kappa * (1 + cos (angle p w v)) / (4 * PI) * dot p (gap w v) (gap w v).
Proof.
intros W V. rewrite S1_sine_form, distance by easy. assert (T := sin2_cos2 (angle p w v)). unfold Rsqr in T.
replace (sin (angle p w v) ^ 2) with ((1 - cos (angle p w v)) * (1 + cos (angle p w v))) by lra.
field. apply PI_neq0.
Qed.

Lemma S1_without_noise p k w a v b i : dot p w w = 1 ->
  tangent p w (gradient_w p k w a v b) i = smoothed_w p k (PI - angle p w v) w a v b i.
Proof.
intros W. rewrite S1_on_the_sphere by easy. unfold smoothed_w. field. apply PI_neq0.
Qed.

Lemma S1_positive kappa x : pulling kappa -> 0 <= x < PI -> 0 < kappa x * (1 + cos x).
Proof.
intros [P _] H. apply Rmult_lt_0_compat; [now apply P|].
assert (cos PI < cos x) by (apply cos_decreasing_1; lra). rewrite cos_PI in H0. lra.
Qed.

Lemma S1_zero_at_PI kappa : kappa PI * (1 + cos PI) = 0.
Proof.
rewrite cos_PI. ring.
Qed.

Lemma S1_strictly_decreasing kappa x y : pulling kappa -> 0 <= x -> x < y -> y <= PI ->
  kappa y * (1 + cos y) < kappa x * (1 + cos x).
Proof.
intros K X L Y. assert (P := S1_positive kappa x K ltac:(lra)).
destruct (Rle_lt_or_eq_dec y PI Y) as [Y'|E]; [|now rewrite E, S1_zero_at_PI].
destruct K as [K1 K2]. assert (A := K2 x y ltac:(lra) Y). assert (C := K1 y ltac:(lra)).
assert (D : cos y < cos x) by (apply cos_decreasing_1; lra). assert (B := COS_bound y). nra.
Qed.

Lemma pulling_without_noise : pulling (fun x => PI - x).
Proof. split; intros; lra. Qed.

Lemma coefficient_falls kappa x y : pulling kappa -> 0 <= x <= y -> y <= PI -> coefficient kappa y <=
  coefficient kappa x.
Proof.
intros K X Y. assert (P := PI_RGT_0). unfold coefficient, Rdiv. apply Rmult_le_compat_r.
- left. apply Rinv_0_lt_compat. lra.
- destruct (Rle_lt_or_eq_dec x y) as [L|E]; [easy|left; apply S1_strictly_decreasing; tauto|rewrite E; lra].
Qed.

Lemma coefficient_nonneg kappa x : pulling kappa -> 0 <= x <= PI -> 0 <= coefficient kappa x.
Proof.
intros K X. apply Rle_trans with (coefficient kappa PI); [|apply coefficient_falls; tauto || lra].
unfold coefficient. rewrite S1_zero_at_PI. unfold Rdiv. lra.
Qed.

(* S2: C1 on S x A without slack is a bound on d times the coefficient at every angle but 0. *)
Lemma C1_at p k kappa w a v b c : dot p w w = 1 -> dot p v v = 1 -> angle p w v <> 0 ->
  (inner_w p k (kappa (angle p w v)) w a v b >= c * dot p (gap w v) (gap w v) - 0 <->
   c <= dot k a b * coefficient kappa (angle p w v)).
Proof.
intros W V N. rewrite S1_identity, distance by easy. assert (A := angle_range p w v).
assert (C : cos (angle p w v) < 1) by (rewrite <- cos_0; apply cos_decreasing_1; lra).
set (x := angle p w v) in *. unfold coefficient.
replace (dot k a b * kappa x * (1 + cos x) / (4 * PI)) with (dot k a b * (kappa x * (1 + cos x) / (4 * PI)))
  by (unfold Rdiv; ring).
set (y := dot k a b * _). split; intros H; nra.
Qed.

Lemma C1_by_angle p k kappa A lo hi c v b dmin : (2 <= p)%nat -> dot p v v = 1 -> pulling kappa ->
  0 <= lo -> hi <= PI -> least k A b dmin ->
  (C1 p k kappa A lo hi c 0 v b <-> forall x, lo <= x <= hi -> x <> 0 -> c <= dmin * coefficient kappa x).
Proof.
intros Hp V K L H [[a0 [A0 D0]] D]. split.
- intros C x X N. destruct (filter_at_angle p v x Hp V ltac:(lra)) as [w [W E]].
  specialize (C w a0 W A0). rewrite E in C. specialize (C X). rewrite <- E in C.
  apply C1_at in C; [|easy|easy|now rewrite E]. now rewrite D0, E in C.
- intros C w a W Aa X. destruct (Req_dec (angle p w v) 0) as [E|N].
  + rewrite S1_identity, distance, E, cos_0 by easy. lra.
  + apply C1_at; try easy. apply Rle_trans with (1 := C _ X N).
    apply Rmult_le_compat_r; [apply coefficient_nonneg; [easy|apply angle_range]|now apply D].
Qed.

Lemma S2_sharp_if_d_not_negative p k kappa A lo hi c v b dmin : (2 <= p)%nat -> dot p v v = 1 -> pulling
  kappa ->
  0 <= lo <= hi -> 0 < hi <= PI -> least k A b dmin -> 0 <= dmin ->
  (C1 p k kappa A lo hi c 0 v b <-> c <= dmin * kappa hi * (1 + cos hi) / (4 * PI)).
Proof.
intros Hp V K L H D Z. rewrite (C1_by_angle p k kappa A lo hi c v b dmin) by (easy || lra).
replace (dmin * kappa hi * (1 + cos hi) / (4 * PI)) with (dmin * coefficient kappa hi)
  by (unfold coefficient, Rdiv; ring). split.
- intros C. apply C; lra.
- intros C x X N. apply Rle_trans with (1 := C). apply Rmult_le_compat_l; [easy|].
  apply coefficient_falls; easy || lra.
Qed.

Lemma S2_sharp_if_d_negative p k kappa A lo hi c v b dmin : (2 <= p)%nat -> dot p v v = 1 -> pulling kappa ->
  0 < lo <= hi -> hi <= PI -> least k A b dmin -> dmin < 0 ->
  (C1 p k kappa A lo hi c 0 v b <-> c <= dmin * kappa lo * (1 + cos lo) / (4 * PI)).
Proof.
intros Hp V K L H D Z. rewrite (C1_by_angle p k kappa A lo hi c v b dmin) by (easy || lra).
replace (dmin * kappa lo * (1 + cos lo) / (4 * PI)) with (dmin * coefficient kappa lo)
  by (unfold coefficient, Rdiv; ring). split.
- intros C. apply C; lra.
- intros C x X N. apply Rle_trans with (1 := C).
  assert (E := coefficient_falls kappa lo x K ltac:(lra) ltac:(lra)). nra.
Qed.

(* phi_lo = 0: the bound is that of phi -> 0, kappa being continuous there from the right. *)
Lemma limit_upper f (D : R -> Prop) l x0 M : limit1_in f D l x0 -> adhDa D x0 ->
  (forall x, D x -> f x <= M) -> l <= M.
Proof.
intros L A B. destruct (Rle_or_lt l M) as [|N]; [easy|exfalso].
destruct (L (l - M) ltac:(lra)) as [e [E F]]. destruct (A e E) as [x [X Y]].
assert (G := F x (conj X Y)). simpl in G. unfold R_dist in G. apply Rabs_def2 in G. specialize (B x X). lra.
Qed.

Lemma coefficient_limit kappa hi : limit1_in kappa (fun x => 0 < x) (kappa 0) 0 ->
  limit1_in (coefficient kappa) (fun x => 0 < x <= hi) (coefficient kappa 0) 0.
Proof.
intros Q. unfold coefficient, Rdiv.
apply (limit_mul (fun x => kappa x * (1 + cos x)) (fun _ => / (4 * PI))); [|apply (limit_free (fun _ => / (4
  * PI)) _ 0)].
apply (limit_mul kappa (fun x => 1 + cos x)); [now apply limit1_imp with (2 := Q)|].
apply (limit_plus (fun _ => 1) cos); [apply (limit_free (fun _ => 1) _ 0)|].
apply limit1_imp with (2 := continuity_cos 0). intros x X. split; [exact I|lra].
Qed.

Lemma S2_sharp_if_d_negative_from_0 p k kappa A hi c v b dmin : (2 <= p)%nat -> dot p v v = 1 -> pulling
  kappa ->
  limit1_in kappa (fun x => 0 < x) (kappa 0) 0 -> 0 < hi <= PI -> least k A b dmin -> dmin < 0 ->
  (C1 p k kappa A 0 hi c 0 v b <-> c <= dmin * kappa 0 * (1 + cos 0) / (4 * PI)).
Proof.
intros Hp V K Q H D Z. rewrite (C1_by_angle p k kappa A 0 hi c v b dmin) by (easy || lra).
replace (dmin * kappa 0 * (1 + cos 0) / (4 * PI)) with (dmin * coefficient kappa 0)
  by (unfold coefficient, Rdiv; ring). split.
- intros C. assert (U : coefficient kappa 0 <= c / dmin).
  + apply (limit_upper _ _ _ _ _ (coefficient_limit kappa hi Q)).
    * intros e E. exists (Rmin hi (e / 2)). assert (M := Rmin_l hi (e / 2)). assert (M' := Rmin_r hi (e / 2)).
      assert (0 < Rmin hi (e / 2)) by (apply Rmin_pos; lra). simpl. unfold R_dist.
      rewrite Rminus_0_r, Rabs_pos_eq by lra. lra.
    * intros x X. specialize (C x ltac:(lra) ltac:(lra)). apply Rmult_le_reg_l with (- dmin); [lra|].
      replace (- dmin * (c / dmin)) with (- c) by (field; lra). lra.
  + replace c with (dmin * (c / dmin)) by (field; lra). nra.
- intros C x X N. apply Rle_trans with (1 := C).
  assert (E := coefficient_falls kappa 0 x K ltac:(lra) ltac:(lra)). nra.
Qed.

(* Without noise, on the region that Theorem 1 speaks of: d >= m > 0 and phi <= 5 PI / 12. *)
Lemma S2_region_of_Theorem_1 p k v b m c : (2 <= p)%nat -> dot p v v = 1 -> 0 < m -> 0 < dot k b b ->
  (C1 p k (fun x => PI - x) (fun a => m <= dot k a b) 0 (5 * PI / 12) c 0 v b <->
   c <= m * (7 * PI / 12) * (1 + cos (5 * PI / 12)) / (4 * PI)).
Proof.
intros Hp V M B. assert (P := PI_RGT_0).
replace (7 * PI / 12) with ((fun x => PI - x) (5 * PI / 12)) by field.
apply S2_sharp_if_d_not_negative; try lra; try assumption.
- apply pulling_without_noise.
- split; [|easy]. exists (fun i => m / dot k b b * b i). rewrite dot_scal_l.
  assert (m / dot k b b * dot k b b = m) as -> by (field; lra). split; lra.
Qed.

(* S1, with the gradient itself: without noise the pull is d (PI - phi) (1 + cos phi) / 4 PI times |w -
w*|^2. *)
Lemma S1_identity_of_the_gradient p k w a v b : dot p w w = 1 -> dot p v v = 1 ->
  dot p (fun i => - tangent p w (gradient_w p k w a v b) i) (gap v w) =
  dot k a b * (PI - angle p w v) * (1 + cos (angle p w v)) / (4 * PI) * dot p (gap w v) (gap w v).
Proof.
intros W V. rewrite <- S1_identity by easy. apply dot_ext; [|easy].
intros i _. now rewrite S1_without_noise.
Qed.
