(* Two ways to measure a cap: P(c > x) for the coordinate c = R sin T of the sphere of R^(p+2), from the polar
   coordinates (R, T) of smoothing.Drift, and from its own density.

   slant p x t   P(R sin t > x) = (1 - x^2/sin^2 t)^(p/2) where sin t > x, and 0 elsewhere (p >= 1)
   cap p x       int slant over t from arcsin x to PI/2

   Formalised: cap p x = (PI/2) (1 - A_(p+2)(x)) for 0 < x < 1 and every p, by the recursion p -> p+2.
   Not formalised: nothing of this. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine smoothing.BallNoise.
Open Scope R_scope.

Definition ratio (x t : R) : R := x / Rmax x (sin t).
Definition slant (p : nat) (x t : R) : R := sqrt (1 - ratio x t ^ 2) ^ p.
Definition cap (p : nat) (x : R) : R := RInt (slant p x) (asin x) (PI / 2).

Lemma Rmax_lipschitz x y z : Rabs (Rmax x y - Rmax x z) <= 1 * Rabs (y - z).
Proof.
unfold Rmax. destruct (Rle_dec x y), (Rle_dec x z); unfold Rabs; repeat destruct Rcase_abs; lra.
Qed.

Lemma Rmin_lipschitz x y z : Rabs (Rmin y x - Rmin z x) <= 1 * Rabs (y - z).
Proof.
unfold Rmin. destruct (Rle_dec y x), (Rle_dec z x); unfold Rabs; repeat destruct Rcase_abs; lra.
Qed.

Lemma cts_ratio x : 0 < x -> cts (ratio x).
Proof.
intros H t. assert (M := Rmax_l x (sin t)).
apply (continuous_comp (fun t => Rmax x (sin t)) (fun y => x / y)).
- apply (continuous_comp sin (Rmax x)); [clear M; revert t; smooth|].
  apply (lipschitz_cts _ 1). intros a b. apply Rmax_lipschitz.
- apply (ex_derive_continuous (V:=R_NormedModule)). auto_derive. lra.
Qed.

Lemma ratio_range x t : 0 < x -> 0 < ratio x t <= 1.
Proof.
intros H. assert (M := Rmax_l x (sin t)). unfold ratio. split; [apply Rdiv_lt_0_compat; lra|].
apply Rmult_le_reg_r with (Rmax x (sin t)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma cts_sqrt_pow p : cts (fun y => sqrt y ^ p).
Proof.
intros y. apply (continuous_comp sqrt (fun z => z ^ p)); [apply continuous_sqrt|].
apply (ex_derive_continuous (V:=R_NormedModule)). auto_derive. auto.
Qed.

Lemma cts_slant p x : 0 < x -> cts (slant p x).
Proof.
intros H t. apply (continuous_comp (ratio x) (fun y => sqrt (1 - y ^ 2) ^ p)); [now apply cts_ratio|].
apply (continuous_comp (fun y => 1 - y ^ 2) (fun y => sqrt y ^ p)); [|apply cts_sqrt_pow].
apply (ex_derive_continuous (V:=R_NormedModule)). auto_derive. auto.
Qed.

Lemma slant_step p x t : 0 < x -> slant (p + 2) x t = slant p x t - slant p x t * ratio x t ^ 2.
Proof.
intros H. assert (Q := ratio_range x t H). unfold slant. rewrite pow_add, pow2_sqrt by nra. ring.
Qed.

(* cot t = cot(gamma) sin(beta) takes t in [gamma, PI/2] to beta in [0, PI/2]. *)
Definition turned (k beta : R) : R := PI / 2 - atan (k * sin beta).

Lemma turned_derive k b : is_derive (turned k) b (- (k * cos b / (1 + k ^ 2 * sin b ^ 2))).
Proof.
unfold turned. assert (0 < 1 + k ^ 2 * sin b ^ 2).
{ assert (0 <= (k * sin b) ^ 2) by apply pow2_ge_0. lra. }
auto_derive; [auto|]. field. lra.
Qed.

Lemma sin_turned k b : sin (turned k b) ^ 2 = / (1 + k ^ 2 * sin b ^ 2) /\ 0 < sin (turned k b).
Proof.
unfold turned. rewrite sin_shift, cos_atan. assert (Q : 0 <= Rsqr (k * sin b)) by apply Rle_0_sqr.
assert (P : 0 < sqrt (1 + Rsqr (k * sin b))) by (apply sqrt_lt_R0; lra).
split; [|apply Rdiv_lt_0_compat; lra].
unfold Rdiv. rewrite Rmult_1_l, pow_inv, pow2_sqrt by lra. f_equal. unfold Rsqr. ring.
Qed.

(* s = sin gamma, c = cos gamma. *)
Lemma ratio_turned s c b : 0 < s -> 0 < c -> s ^ 2 + c ^ 2 = 1 -> 0 <= b <= PI / 2 ->
  1 - ratio s (turned (c / s) b) ^ 2 = (c * cos b) ^ 2 /\
  ratio s (turned (c / s) b) ^ 2 = s ^ 2 * (1 + (c / s) ^ 2 * sin b ^ 2).
Proof.
intros Hs Hc E B. destruct (sin_turned (c / s) b) as [Q P]. assert (S := sin2_cos2 b). unfold Rsqr in S.
assert (V : s ^ 2 * (1 + (c / s) ^ 2 * sin b ^ 2) = 1 - (c * cos b) ^ 2).
{ transitivity (s ^ 2 + c ^ 2 * sin b ^ 2); [field; lra|].
  replace (sin b ^ 2) with (1 - cos b ^ 2) by (simpl; lra). rewrite Rmult_minus_distr_l. simpl in *. lra. }
assert (W : ratio s (turned (c / s) b) ^ 2 = s ^ 2 * (1 + (c / s) ^ 2 * sin b ^ 2)); [|split; lra].
assert (Z : 0 < 1 + (c / s) ^ 2 * sin b ^ 2).
{ assert (0 <= (c / s * sin b) ^ 2) by apply pow2_ge_0. lra. }
unfold ratio. rewrite Rmax_right.
- transitivity (s ^ 2 * / sin (turned (c / s) b) ^ 2); [field; lra|]. now rewrite Q, Rinv_inv.
- apply Rsqr_incr_0; [|lra|lra]. unfold Rsqr. replace (s * s) with (s ^ 2) by ring.
  replace (sin (turned (c / s) b) * sin (turned (c / s) b)) with (sin (turned (c / s) b) ^ 2) by ring.
  rewrite Q.
  apply Rmult_le_reg_r with (1 + (c / s) ^ 2 * sin b ^ 2); [exact Z|]. rewrite Rinv_l, V by lra.
  assert (0 <= (c * cos b) ^ 2) by apply pow2_ge_0. lra.
Qed.

Lemma slant_turned p s c b : 0 < s -> 0 < c -> s ^ 2 + c ^ 2 = 1 -> 0 <= b <= PI / 2 ->
  slant p s (turned (c / s) b) = (c * cos b) ^ p.
Proof.
intros Hs Hc E B. unfold slant. destruct (ratio_turned s c b Hs Hc E B) as [-> _].
assert (0 <= cos b) by (apply cos_ge_0; lra). rewrite sqrt_pow2; [reflexivity|nra].
Qed.

Lemma turned_ends s c : 0 < s < 1 -> 0 < c -> s ^ 2 + c ^ 2 = 1 ->
  turned (c / s) 0 = PI / 2 /\ turned (c / s) (PI / 2) = asin s.
Proof.
intros Hs Hc E. unfold turned. rewrite sin_0, sin_PI2, Rmult_0_r, Rmult_1_r, atan_0. split; [ring|].
rewrite asin_atan by lra. replace (1 - Rsqr s) with (c ^ 2) by (unfold Rsqr; simpl in *; lra).
rewrite sqrt_pow2 by lra. replace (c / s) with (/ (s / c)) by (field; lra).
rewrite atan_inv; [ring|apply Rdiv_lt_0_compat; lra].
Qed.

(* The substitution in an integral over [gamma, PI/2]. *)
Lemma turned_int f s c : cts f -> 0 < s < 1 -> 0 < c -> s ^ 2 + c ^ 2 = 1 ->
  RInt f (asin s) (PI / 2) =
  RInt (fun b => c / s * cos b / (1 + (c / s) ^ 2 * sin b ^ 2) * f (turned (c / s) b)) 0 (PI / 2).
Proof.
intros C Hs Hc E. destruct (turned_ends s c Hs Hc E) as [E0 E1].
assert (D : forall b, 0 < 1 + (c / s) ^ 2 * sin b ^ 2).
{ intros b. assert (0 <= (c / s * sin b) ^ 2) by apply pow2_ge_0. lra. }
assert (Cd : cts (fun b => c / s * cos b / (1 + (c / s) ^ 2 * sin b ^ 2))).
{ intros b. apply (ex_derive_continuous (V:=R_NormedModule)). auto_derive. specialize (D b). lra. }
assert (Cf : cts (fun b => c / s * cos b / (1 + (c / s) ^ 2 * sin b ^ 2) * f (turned (c / s) b))).
{ intros b. apply (continuous_mult (K:=R_AbsRing)); [apply Cd|].
  apply (continuous_comp (turned (c / s)) f); [|apply C].
  apply (ex_derive_continuous (V:=R_NormedModule)). eexists. apply turned_derive. }
assert (Q := RInt_comp (V:=R_CompleteNormedModule) f (turned (c / s))
  (fun b => - (c / s * cos b / (1 + (c / s) ^ 2 * sin b ^ 2))) 0 (PI / 2)).
rewrite E0, E1 in Q. rewrite (int_swap f (PI / 2) (asin s)), <- Q; [|intros b _; apply C| |exact C].
- rewrite (int_eq _ (fun b => -1 * (c / s * cos b / (1 + (c / s) ^ 2 * sin b ^ 2) * f (turned (c / s) b)))).
  + rewrite int_scal by exact Cf. lra.
  + intros b. unfold scal; simpl; unfold mult; simpl. ring.
- intros b _. split; [apply turned_derive|].
  apply (continuous_opp (V:=R_NormedModule) (fun b => c / s * cos b / (1 + (c / s) ^ 2 * sin b ^ 2))).
  apply Cd.
Qed.

Lemma cap_step p x : 0 < x < 1 ->
  cap (p + 2) x = cap p x - x * sqrt (1 - x ^ 2) ^ (p + 1) * wallis (p + 1).
Proof.
intros H. set (c := sqrt (1 - x ^ 2)). assert (Hc : 0 < c) by (apply sqrt_lt_R0; nra).
assert (E : x ^ 2 + c ^ 2 = 1) by (unfold c; rewrite pow2_sqrt by nra; ring). unfold cap.
assert (C : cts (fun t => slant p x t * ratio x t ^ 2)).
{ intros t. apply (continuous_mult (K:=R_AbsRing)); [apply cts_slant; lra|].
  apply (continuous_comp (ratio x) (fun y => y ^ 2)); [apply cts_ratio; lra|].
  apply (ex_derive_continuous (V:=R_NormedModule)). auto_derive. auto. }
rewrite (int_eq (slant (p + 2) x) (fun t => slant p x t - slant p x t * ratio x t ^ 2))
  by (intros; apply slant_step; lra).
rewrite int_minus by (try apply cts_slant; auto; lra). f_equal. rewrite (turned_int _ x c) by (auto; lra).
rewrite (int_ext _ (fun b => x * c ^ (p + 1) * cos b ^ (p + 1))); [|assert (Q := PI_RGT_0); lra|].
- rewrite int_scal by apply cts_cos_pow. reflexivity.
- intros b Hb. rewrite slant_turned by (auto; lra). destruct (ratio_turned x c b) as [_ ->]; try lra.
  assert (0 < 1 + (c / x) ^ 2 * sin b ^ 2).
  { assert (0 <= (c / x * sin b) ^ 2) by apply pow2_ge_0. lra. }
  rewrite Rpow_mult_distr, !pow_add. field. split; [lra|].
  assert (0 <= (c * sin b) ^ 2) by apply pow2_ge_0. nra.
Qed.

Lemma cap_0 x : 0 < x < 1 -> cap 0 x = PI / 2 * (1 - inside 0 x).
Proof.
intros H. change (cap 0 x) with (RInt (fun _ => 1) (asin x) (PI / 2)).
change (inside 0 x) with (RInt (fun _ => 1) 0 (asin x) / wallis 0). rewrite wallis_0, !int_const.
assert (Q := PI_RGT_0). field. lra.
Qed.

(* A primitive of cos^2 / (k^2 cos^2 + sin^2) times k (1 - k^2), 0 < k; k = sin gamma, it is atan (tan b /
   k) - k b. *)
Lemma primitive_1_algebra k c s : 0 < k -> s ^ 2 + c ^ 2 = 1 ->
  let m := k * c ^ 2 + s ^ 2 in let n := (1 - k) * s * c in
  (1 - k) + ((1 - k) * (c ^ 2 - s ^ 2) * m - n * (2 * (1 - k) * s * c)) / (m ^ 2 + n ^ 2) =
  k * (1 - k ^ 2) * c ^ 2 / (k ^ 2 * c ^ 2 + s ^ 2).
Proof.
intros H S m n. assert (P : 0 < k ^ 2 * c ^ 2 + s ^ 2) by (assert (0 < k ^ 2) by nra; nra).
replace (m ^ 2 + n ^ 2) with (k ^ 2 * c ^ 2 + s ^ 2).
- replace ((1 - k) * (c ^ 2 - s ^ 2) * m - n * (2 * (1 - k) * s * c)) with ((1 - k) * (k * c ^ 2 - s ^ 2)).
  + field. lra.
  + transitivity ((1 - k) * (k * c ^ 2 - s ^ 2) * (s ^ 2 + c ^ 2)); [rewrite S; ring|unfold m, n; ring].
- transitivity ((k ^ 2 * c ^ 2 + s ^ 2) * (s ^ 2 + c ^ 2)); [rewrite S; ring|unfold m, n; ring].
Qed.

Lemma sin_cos_sq b : sin b ^ 2 + cos b ^ 2 = 1.
Proof. assert (S := sin2_cos2 b). unfold Rsqr in S. simpl. lra. Qed.

Lemma primitive_1 k b : 0 < k ->
  is_derive (fun b => (1 - k) * b + atan ((1 - k) * sin b * cos b / (k * cos b ^ 2 + sin b ^ 2))) b
    (k * (1 - k ^ 2) * cos b ^ 2 / (k ^ 2 * cos b ^ 2 + sin b ^ 2)).
Proof.
intros H. assert (S := sin_cos_sq b). rewrite <- (primitive_1_algebra k (cos b) (sin b) H S).
assert (M : 0 < k * cos b ^ 2 + sin b ^ 2) by nra. auto_derive; [simpl in *; lra|].
assert (Q : 0 < (k * cos b ^ 2 + sin b ^ 2) ^ 2 + ((1 - k) * sin b * cos b) ^ 2).
{ assert (Z := pow2_ge_0 ((1 - k) * sin b * cos b)). nra. }
field. split; [|simpl in *; lra]. simpl in *; lra.
Qed.

Lemma cap_1 x : 0 < x < 1 -> cap 1 x = PI / 2 * (1 - inside 1 x).
Proof.
intros H. set (c := sqrt (1 - x ^ 2)). assert (Hc : 0 < c) by (apply sqrt_lt_R0; nra).
assert (E : x ^ 2 + c ^ 2 = 1) by (unfold c; rewrite pow2_sqrt by nra; ring).
assert (I : inside 1 x = x).
{ unfold inside. rewrite wallis_1, (int_eq _ cos) by (intros; ring). rewrite (int_primitive sin).
  - rewrite sin_asin, sin_0 by lra. field.
  - intros t. auto_derive; [auto|ring].
  - smooth. }
rewrite I. unfold cap. rewrite (turned_int _ x c) by (try apply cts_slant; auto; lra).
rewrite (int_ext _ (fun b => x * (1 - x ^ 2) * cos b ^ 2 / (x ^ 2 * cos b ^ 2 + sin b ^ 2)));
  [|assert (Q := PI_RGT_0); lra|].
- rewrite (int_primitive _ _ _ _ (fun b => primitive_1 x b (proj1 H))).
  + rewrite sin_PI2, cos_PI2, sin_0, !Rmult_0_r, !Rmult_0_l. unfold Rdiv. rewrite !Rmult_0_l, atan_0. lra.
  + intros b. assert (S := sin_cos_sq b). apply (ex_derive_continuous (V:=R_NormedModule)). auto_derive.
    assert (0 < x ^ 2) by nra. simpl in *. nra.
- intros b Hb. rewrite slant_turned by (auto; lra). assert (S := sin_cos_sq b).
  replace (1 - x ^ 2) with (c ^ 2) by lra. assert (0 < x ^ 2) by nra.
  assert (P : 0 < x ^ 2 * cos b ^ 2 + sin b ^ 2) by nra.
  assert (V : x ^ 2 * (1 + (c / x) ^ 2 * sin b ^ 2) = x ^ 2 * cos b ^ 2 + sin b ^ 2).
  { transitivity (x ^ 2 * (sin b ^ 2 + cos b ^ 2) + c ^ 2 * sin b ^ 2); [rewrite S; field; lra|].
    replace (c ^ 2) with (1 - x ^ 2) by lra. ring. }
  rewrite <- V in *. field. split; [lra|]. replace (x ^ 2 + (c * sin b) ^ 2) with
    (x ^ 2 * (1 + (c / x) ^ 2 * sin b ^ 2)) by (field; lra). lra.
Qed.

Lemma inside_step p x : 0 < x < 1 ->
  PI / 2 * (1 - inside (p + 2) x) =
  PI / 2 * (1 - inside p x) - x * sqrt (1 - x ^ 2) ^ (p + 1) * wallis (p + 1).
Proof.
intros H. assert (E := cos_pow_step p 0 (asin x)). rewrite sin_0, Rmult_0_l, Rminus_0_r, cos_asin_any in E.
rewrite sin_asin in E by lra. unfold inside. assert (S := wallis_step p). rewrite <- (wallis_product p).
assert (A : 0 < INR (p + 1)) by (apply lt_0_INR; lia). assert (B : 0 < INR (p + 2)) by (apply lt_0_INR; lia).
replace (wallis (p + 2)) with (INR (p + 1) * wallis p / INR (p + 2)) by (rewrite <- S; field; lra).
replace (RInt (fun x => cos x ^ (p + 2)) 0 (asin x)) with
  ((INR (p + 1) * RInt (fun x => cos x ^ p) 0 (asin x) + x * sqrt (1 - x ^ 2) ^ (p + 1)) / INR (p + 2))
  by (rewrite <- E; field; lra).
field. repeat split; try lra. apply wallis_nonzero.
Qed.

Lemma cap_inside p x : 0 < x < 1 -> cap p x = PI / 2 * (1 - inside p x).
Proof.
intros H. enough (G : cap p x = PI / 2 * (1 - inside p x) /\ cap (p + 1) x = PI / 2 * (1 - inside (p + 1) x))
  by apply G.
induction p as [|p [A B]]; [split; [now apply cap_0|now apply cap_1]|].
replace (S p) with (p + 1)%nat by lia. split; [exact B|]. replace (p + 1 + 1)%nat with (p + 2)%nat by lia.
rewrite cap_step, inside_step, A by exact H. reflexivity.
Qed.
