(* Beyond either entry on the diagonal of S2 a step of gradient descent increases the loss.

   lam1       (PI - 1 + k) / 2 PI; the first entry
   d          |b|^2, the product a^T b at a = b; the second entry is d / 2
   q          - g'

   Formalised: for eta > 2/lam1 the loss rises at w = v from every a = b + c 1, c not 0; for eta > 4/d > 0 it
   rises from a = b and every filter near v, but not v; so eta < 2/lam1 is not enough.
   Not formalised: nothing of what S2 says of them. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.FilterGradient dynamics.PopulationGradient
  dynamics.GradientDescent dynamics.GradientDescent_turn dynamics.GradientDescent_loss.
Open Scope R_scope.

(* Beyond 2/lam1 the loss rises at w = w* from every a = b + c 1. *)
Lemma S2_sharp_for_the_output_weights (p k : nat) (eta c : R) (v b : vec) :
  (1 <= k)%nat -> dot p v v = 1 -> c <> 0 -> 2 / lam1 k < eta ->
  let a := fun i => b i + c in
  loss p k v a v b < loss p k (descent_w p k eta v a v b) (descent_a p k eta v a v b) v b.
Proof.
intros Hk Hv Hc He a. assert (P := PI2_3_2). unfold PI2 in P. assert (L := lam1_pos k).
assert (K : 1 <= INR k) by (apply (le_INR 1); lia).
assert (E : 2 < eta * lam1 k).
{ apply Rmult_lt_compat_r with (r := lam1 k) in He; [|exact L]. unfold Rdiv in He.
  rewrite Rmult_assoc, Rinv_l in He; lra. }
assert (A0 : angle p v v = 0).
{ unfold angle. rewrite (norm_unit p v Hv), Hv. replace (1 / (1 * 1)) with 1 by field. apply acos_1. }
assert (W : agree p (descent_w p k eta v a v b) v).
{ assert (X : 2 / lam1 k > 0) by (apply Rdiv_lt_0_compat; lra). apply S3_rest_of_the_filter; [exact Hv|lra|].
  apply (parallel_filter_rests p k v a v b 1); [exact Hv|exact Hv|intros i _; ring]. }
assert (A : angle p (descent_w p k eta v a v b) v = 0).
{ rewrite <- A0. unfold angle, norm. now rewrite (dot_ext p _ v _ v W W), (dot_ext p _ v v v W (fun i _ =>
  eq_refl)). }
assert (S : sum k a = sum k b + INR k * c) by (unfold a; rewrite sum_plus, sum_const; ring).
assert (D : descent_a p k eta v a v b = fun i => b i + (1 - eta * lam1 k) * c).
{ apply functional_extensionality. intros i. unfold descent_a, gradient_a, lam1.
  rewrite S, A0, (norm_unit p v Hv).
  unfold a, g. rewrite cos_0, sin_0. field. lra. }
assert (F : forall x, 4 * PI * loss_at k 1 0 (fun i => b i + x) b = (INR k ^ 2 + (PI - 1) * INR k) * x ^ 2).
{ intros x. rewrite loss_on_the_sphere. unfold g. rewrite cos_0, sin_0.
  rewrite (dot_plus_l k b (fun _ => x)), !(dot_plus_r k b (fun _ => x)), (dot_plus_l k b (fun _ => x) b).
  rewrite !dot_ones_l, !dot_ones_r, !sum_plus, !sum_const. ring. }
apply Rmult_lt_reg_l with (4 * PI); [lra|]. unfold loss. rewrite A, A0, (norm_unit p v Hv), D.
rewrite (norm_unit p _ (S1_filter_stays_on_the_sphere p k eta v a v b Hv)). unfold a. rewrite !F.
assert (C : 0 < c ^ 2) by (assert (N := pow2_ge_0 c); assert (c ^ 2 <> 0) by (now apply pow_nonzero); lra).
apply Rmult_lt_compat_l; [apply Rplus_lt_0_compat; [apply pow_lt|apply Rmult_lt_0_compat]; lra|].
rewrite Rpow_mult_distr. set (x := eta * lam1 k) in *.
assert (0 < x * (x - 2) * c ^ 2) by (apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; lra|exact C]).
replace ((1 - x) ^ 2 * c ^ 2) with (c ^ 2 + x * (x - 2) * c ^ 2) by ring. lra.
Qed.

(* Next to w*: g, q and atan from below. *)
Lemma sin_lower x : 0 <= x -> x - x ^ 2 / 2 <= sin x.
Proof.
intros H. assert (C : forall t, 0 <= t -> 1 - t <= cos t).
{ intros t T. assert (G : cos 0 + 0 <= cos t + t); [|rewrite cos_0 in G; lra].
  apply (grows (fun u => cos u + u) (fun u => 1 - sin u)); [exact T| |].
  - intros c _. auto_derive; [exact I|ring].
  - intros c _. assert (B := SIN_bound c). lra. }
assert (G : sin 0 - 0 + 0 ^ 2 / 2 <= sin x - x + x ^ 2 / 2); [|rewrite sin_0 in G; lra].
apply (grows (fun u => sin u - u + u ^ 2 / 2) (fun u => cos u - 1 + u)); [exact H| |].
- intros c _. auto_derive; [exact I|field].
- intros c B. assert (E := C c). lra.
Qed.

Lemma q_lower x : 0 <= x <= PI -> PI * x * (1 - x) <= q x.
Proof.
intros H. assert (P := PI2_3_2). unfold PI2 in P. assert (S := sin_lower x (proj1 H)). unfold q.
assert (A : (PI - x) * (x - x ^ 2 / 2) <= (PI - x) * sin x) by (apply Rmult_le_compat_l; lra).
assert (0 <= x ^ 2 * ((PI / 2 - 1) + x / 2)) by (apply Rmult_le_pos; [apply pow2_ge_0|lra]). nra.
Qed.

Lemma g_near_0 x : 0 <= x <= PI -> PI / 2 * x ^ 2 * (1 - x) <= PI - g x <= PI / 2 * x ^ 2.
Proof.
intros H. assert (P := PI_RGT_0). assert (G0 : g 0 = PI) by (unfold g; rewrite cos_0, sin_0; ring). split.
- assert (G : - g 0 - PI / 2 * 0 ^ 2 * (1 - 0) <= - g x - PI / 2 * x ^ 2 * (1 - x)); [|rewrite G0 in G; lra].
  apply (grows (fun t => - g t - PI / 2 * t ^ 2 * (1 - t)) (fun t => q t - PI * t + 3 * PI / 2 * t ^ 2));
    [lra| |].
  + intros c _. unfold g, q. auto_derive; [exact I|field].
  + intros c C. assert (L := q_lower c). assert (0 <= PI * c ^ 2) by (apply Rmult_le_pos;
    [lra|apply pow2_ge_0]). lra.
- assert (A := towards_second_order 0 x). unfold towards in A. rewrite Rabs_left1, G0 in A by lra.
  replace (q 0) with 0 in A by (unfold q; rewrite sin_0; ring). replace (- (0 - x)) with x in A by ring. lra.
Qed.

Lemma atan_lower x : 0 <= x -> x - x ^ 2 <= atan x.
Proof.
intros H. assert (G : atan 0 - 0 + 0 ^ 2 <= atan x - x + x ^ 2); [|rewrite atan_0 in G; lra].
apply (grows (fun t => atan t - t + t ^ 2) (fun t => / (1 + t ^ 2) - 1 + 2 * t)); [exact H| |].
- intros c _. auto_derive; [exact I|]. field. assert (Q := pow2_ge_0 c). lra.
- intros c C. assert (Q := pow2_ge_0 c).
  replace (/ (1 + c ^ 2) - 1 + 2 * c) with (c * (2 - c + 2 * c ^ 2) * / (1 + c ^ 2)) by (field; lra).
  apply Rmult_le_pos; [apply Rmult_le_pos; [lra|nra]|left; apply Rinv_0_lt_compat; lra].
Qed.

(* The turn from phi near 0 overshoots by more than phi if K > 2. *)
Lemma overshoot K phi : 0 < K -> 0 <= phi <= PI -> (K + K ^ 2) * phi <= K - 1 ->
  let th := atan (K * q phi / PI) in
  phi * (K - 1 - (K + K ^ 2) * phi) <= towards phi th /\ towards phi th <= K * phi.
Proof.
intros HK Hp HC th. assert (P := PI_RGT_0). destruct (q_ends phi Hp) as (Q0 & Q1 & _).
assert (Q2 := q_lower phi Hp).
set (y := K * q phi / PI) in *. assert (Y : K * phi * (1 - phi) <= y <= K * phi).
{ unfold y. split; apply Rmult_le_reg_r with PI; try exact P; unfold Rdiv;
  rewrite ?Rmult_assoc, ?Rinv_l, ?Rmult_1_r by lra;
    [apply Rle_trans with (K * (PI * phi * (1 - phi))); [right; ring|]|apply Rle_trans with (K * (PI * phi));
      [|right; ring]];
    apply Rmult_le_compat_l; lra. }
assert (Y0 : 0 <= y).
{ unfold y. apply Rmult_le_pos; [apply Rmult_le_pos; lra|left; apply Rinv_0_lt_compat; lra]. }
assert (A := atan_lower y Y0). destruct (atan_below y Y0) as [B1 B2]. fold th in A, B1, B2.
assert (S : y ^ 2 <= K ^ 2 * phi ^ 2) by (rewrite <- Rpow_mult_distr; apply pow_incr; lra).
assert (L : phi * (K - 1 - (K + K ^ 2) * phi) <= th - phi) by lra.
assert (0 <= phi * (K - 1 - (K + K ^ 2) * phi)) by (apply Rmult_le_pos; lra).
unfold towards. rewrite Rabs_left1 by lra. split; lra.
Qed.

(* The three factors beat 1. *)
Lemma factors m u v : 0 < m -> 0 <= u <= m / 2 -> 0 <= v -> v * (2 * (1 + m)) <= m ->
  1 < (1 + m - u) ^ 2 * (1 - v).
Proof.
intros Hm Hu Hv H. assert (A : 1 + m <= (1 + m - u) ^ 2) by nra.
assert (V : v <= 1 / 2) by nra. assert ((1 + m) * (1 - v) <= (1 + m - u) ^ 2 * (1 - v)) by (apply
  Rmult_le_compat_r; lra). lra.
Qed.

(* The loss before and after a step from a = b. *)
Lemma loss_from_the_weights_of_the_teacher p k eta w v b : dot p w w = 1 -> dot p v v = 1 -> 0 < eta ->
  let phi := angle p w v in let D := dot k b b in
  let phi' := towards phi (atan (eta * D / 2 * q phi / PI)) in
  4 * PI * loss p k w b v b = 2 * (PI - g phi) * D /\
  2 * (PI - g phi') * ((1 - eta * (PI - g phi) / (2 * PI)) * D)
  <= 4 * PI * loss p k (descent_w p k eta w b v b) (descent_a p k eta w b v b) v b.
Proof.
intros Hw Hv He phi D phi'. assert (P := PI2_3_2). unfold PI2 in P. assert (D0 := dot_nonneg k b).
fold D in D0.
set (x := eta * (PI - g phi) / (2 * PI)).
assert (A : descent_a p k eta w b v b = fun i => (1 - x) * b i).
{ apply functional_extensionality. intros i. unfold descent_a, gradient_a, x. rewrite (norm_unit p w Hw).
  fold phi.
  field. lra. }
assert (E : angle p (descent_w p k eta w b v b) v = phi').
{ rewrite (angle_of_the_step p k eta w b v b Hw Hv He), (tangent_norm p k w b v b Hw Hv). fold phi D.
  rewrite (Rabs_pos_eq D D0). destruct (Rle_dec 0 D) as [_|N]; [|contradiction].
  unfold phi'. do 2 f_equal. field. lra. }
unfold loss. rewrite E, A, (norm_unit p w Hw), (norm_unit p _ (S1_filter_stays_on_the_sphere p k eta w b v b
  Hw)).
fold phi. rewrite !loss_on_the_sphere, sum_scal, !dot_scal_l, !dot_scal_r. fold D. split; [ring|].
assert (0 <= ((1 - x) * sum k b - sum k b) ^ 2) by apply pow2_ge_0.
assert (0 <= (PI - 1) * (x ^ 2 * D)).
{ apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; [apply pow2_ge_0|exact D0]. }
replace ((1 - x) * ((1 - x) * D) - 2 * ((1 - x) * D) + D) with (x ^ 2 * D) by ring. lra.
Qed.

(* The same in the angle alone. *)
Lemma overshoot_raises eta D phi : 0 < eta -> 2 < eta * D / 2 ->
  let K := eta * D / 2 in let m := K - 2 in
  0 < phi <= 1 -> (K + K ^ 2) * phi <= m / 2 -> (K + eta) * phi * (2 * (1 + m)) <= m ->
  let phi' := towards phi (atan (K * q phi / PI)) in
  PI - g phi < (PI - g phi') * (1 - eta * (PI - g phi) / (2 * PI)).
Proof.
intros He HK K m Hp HC HV phi'. assert (P := PI2_3_2). unfold PI2 in P. fold K in HK.
assert (Em : m = K - 2) by reflexivity. clearbody m. clearbody K.
destruct (overshoot K phi) as [O1 O2]; [lra|lra|lra|]. fold phi' in O1, O2.
assert (K1 : 0 <= K * phi) by (apply Rmult_le_pos; lra).
assert (K2 : 0 <= eta * phi) by (apply Rmult_le_pos; lra).
set (u := (K + K ^ 2) * phi) in *.
assert (U : 0 <= u) by (unfold u; apply Rmult_le_pos; [assert (Q := pow2_ge_0 K); lra|lra]).
assert (V1 : (K + eta) * phi <= 1 / 2).
{ apply Rnot_lt_le. intros C. apply Rmult_lt_compat_r with (r := 2 * (1 + m)) in C; lra. }
assert (N : 0 <= phi') by (unfold phi', towards; apply Rabs_pos).
destruct (g_near_0 phi) as [_ G]; [lra|]. destruct (g_near_0 phi') as [G' _]; [lra|].
set (v := K * phi + eta * phi ^ 2 / 4).
assert (E2 : 0 <= eta * phi ^ 2 <= eta * phi).
{ replace (eta * phi ^ 2) with (eta * phi * phi) by ring. split; [apply Rmult_le_pos; lra|].
  rewrite <- (Rmult_1_r (eta * phi)) at 2. apply Rmult_le_compat_l; lra. }
assert (V : 0 <= v /\ v <= (K + eta) * phi) by (unfold v; split; lra).
assert (F : 1 < (1 + m - u) ^ 2 * (1 - v)).
{ apply factors; [lra|lra|lra|]. apply Rle_trans with (2 := HV). apply Rmult_le_compat_r; lra. }
assert (B : 0 <= phi * (K - 1 - u)) by (apply Rmult_le_pos; lra).
assert (S : phi ^ 2 * (1 + m - u) ^ 2 <= phi' ^ 2).
{ rewrite <- Rpow_mult_distr. apply pow_incr. replace (1 + m - u) with (K - 1 - u) by lra. lra. }
set (e := eta * (PI - g phi) / (2 * PI)).
assert (X : e <= eta * phi ^ 2 / 4).
{ apply Rmult_le_reg_r with (2 * PI); [lra|]. unfold e, Rdiv at 1.
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  replace (eta * phi ^ 2 / 4 * (2 * PI)) with (eta * (PI / 2 * phi ^ 2)) by field.
  apply Rmult_le_compat_l; lra. }
assert (Y : 1 - v <= (1 - phi') * (1 - e)).
{ apply Rle_trans with ((1 - K * phi) * (1 - eta * phi ^ 2 / 4)).
  - assert (0 <= K * phi * (eta * phi ^ 2)) by (apply Rmult_le_pos; lra). unfold v. lra.
  - apply Rmult_le_compat; lra. }
apply Rle_lt_trans with (1 := G). apply Rlt_le_trans with (PI / 2 * (phi ^ 2 * (1 + m - u) ^ 2) * (1 - v)).
- replace (PI / 2 * (phi ^ 2 * (1 + m - u) ^ 2) * (1 - v))
  with (PI / 2 * phi ^ 2 * ((1 + m - u) ^ 2 * (1 - v))) by ring.
  rewrite <- (Rmult_1_r (PI / 2 * phi ^ 2)) at 1. apply Rmult_lt_compat_l; [|exact F].
  apply Rmult_lt_0_compat; [lra|apply pow_lt; lra].
- apply Rle_trans with (PI / 2 * phi' ^ 2 * ((1 - phi') * (1 - e))).
  + apply Rmult_le_compat; [|lra| |exact Y].
    * apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; apply pow2_ge_0.
    * apply Rmult_le_compat_l; lra.
  + rewrite <- Rmult_assoc. apply Rmult_le_compat_r; [lra|exact G'].
Qed.

Lemma S2_sharp_for_the_filter (p k : nat) (eta : R) (v b : vec) :
  dot p v v = 1 -> 0 < dot k b b -> 4 / dot k b b < eta ->
  exists delta, 0 < delta /\ forall w, dot p w w = 1 -> 0 < angle p w v < delta ->
  loss p k w b v b < loss p k (descent_w p k eta w b v b) (descent_a p k eta w b v b) v b.
Proof.
intros Hv HD Hl. set (D := dot k b b) in *.
assert (K2 : 4 < eta * D).
{ apply Rmult_lt_compat_r with (r := D) in Hl; [|exact HD]. unfold Rdiv in Hl.
  rewrite Rmult_assoc, Rinv_l in Hl; lra. }
assert (He : 0 < eta) by (assert (0 < 4 / D) by (apply Rdiv_lt_0_compat; lra); lra). set (K := eta * D / 2).
assert (HK : 2 < K) by (unfold K; lra). set (m := K - 2).
assert (C1 : 0 < 2 * (K + K ^ 2)) by nra. assert (C2 : 0 < (K + eta) * (2 * (1 + m))) by (unfold m; nra).
exists (Rmin 1 (Rmin (m / (2 * (K + K ^ 2))) (m / ((K + eta) * (2 * (1 + m)))))).
split; [repeat apply Rmin_glb_lt; [lra|apply Rdiv_lt_0_compat; unfold m; lra|apply Rdiv_lt_0_compat;
  unfold m in *; lra]|].
intros w Hw [H0 H]. set (phi := angle p w v) in *.
assert (M1 := Rmin_l 1 (Rmin (m / (2 * (K + K ^ 2))) (m / ((K + eta) * (2 * (1 + m)))))).
assert (M2 := Rmin_r 1 (Rmin (m / (2 * (K + K ^ 2))) (m / ((K + eta) * (2 * (1 + m)))))).
assert (M3 := Rmin_l (m / (2 * (K + K ^ 2))) (m / ((K + eta) * (2 * (1 + m))))).
assert (M4 := Rmin_r (m / (2 * (K + K ^ 2))) (m / ((K + eta) * (2 * (1 + m))))).
assert (E1 : phi * (2 * (K + K ^ 2)) <= m).
{ apply Rmult_le_reg_r with (/ (2 * (K + K ^ 2))); [now apply Rinv_0_lt_compat|].
  rewrite Rmult_assoc, Rinv_r, Rmult_1_r by lra. unfold Rdiv in *. lra. }
assert (E2 : phi * ((K + eta) * (2 * (1 + m))) <= m).
{ apply Rmult_le_reg_r with (/ ((K + eta) * (2 * (1 + m)))); [now apply Rinv_0_lt_compat|].
  rewrite Rmult_assoc, Rinv_r, Rmult_1_r by lra. unfold Rdiv in *. lra. }
destruct (loss_from_the_weights_of_the_teacher p k eta w v b Hw Hv He) as [L1 L2]. fold phi D in L1, L2.
fold K in L2.
assert (O := overshoot_raises eta D phi He HK). fold K in O. fold m in O. cbv zeta in O.
assert (P := PI_RGT_0). apply Rmult_lt_reg_l with (4 * PI); [lra|]. rewrite L1.
apply Rlt_le_trans with (2 := L2).
replace (2 * (PI - g phi) * D) with (2 * D * (PI - g phi)) by ring. rewrite <- Rmult_assoc.
set (y := towards _ _) in *. set (z := 1 - _) in *.
replace (2 * (PI - g y) * z * D) with (2 * D * ((PI - g y) * z)) by ring.
apply Rmult_lt_compat_l; [lra|]. apply O; unfold m in *; lra.
Qed.

(* One patch, a = a* = 3, eta = 1: below 2/lam1 = 4, and the loss rises next to w*. *)
Lemma S2_stable_weights_are_not_enough :
  exists (p k : nat) (eta : R) (w a v b : vec), dot p w w = 1 /\ dot p v v = 1 /\ 0 < eta < 2 / lam1 k /\
  loss p k w a v b < loss p k (descent_w p k eta w a v b) (descent_a p k eta w a v b) v b.
Proof.
set (v := fun i : nat => match i with O => 1 | _ => 0 end). set (b := fun _ : nat => 3).
assert (Hv : dot 2 v v = 1) by (unfold dot, v; simpl; ring).
assert (D : dot 1 b b = 9) by (unfold dot, b; simpl; ring). assert (P := PI2_3_2). unfold PI2 in P.
destruct (S2_sharp_for_the_filter 2 1 1 v b Hv) as (delta & H0 & H); [lra|rewrite D; lra|].
set (t := Rmin (delta / 2) 1). assert (T : 0 < t) by (unfold t; apply Rmin_glb_lt; lra).
assert (T1 := Rmin_l (delta / 2) 1). assert (T2 := Rmin_r (delta / 2) 1). fold t in T1, T2.
set (w := fun i : nat => match i with O => cos t | _ => sin t end).
assert (Hw : dot 2 w w = 1).
{ assert (E := sin2_cos2 t). unfold Rsqr in E. unfold dot, w. simpl. lra. }
assert (A : angle 2 w v = t).
{ unfold angle. rewrite (norm_unit 2 w Hw), (norm_unit 2 v Hv). rewrite <- (acos_cos t) by lra. f_equal.
  unfold dot, w, v. simpl. field. }
exists 2%nat, 1%nat, 1, w, b, v, b. split; [exact Hw|split; [exact Hv|split]].
- unfold lam1. simpl. replace (2 / ((PI - 1 + 1) / (2 * PI))) with 4 by (field; lra). lra.
- apply H; [exact Hw|]. rewrite A. lra.
Qed.
