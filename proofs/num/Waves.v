(* Sums of cosines, and max (x, 0) as their limit.

   wave F        F is a linear combination of functions cos (a s + b t + d) of s and t
   root n y      the n-th step of r <- r + (y^2 - r^2) / 2 from 0, a polynomial; the limit is |y| for |y| <= 1
   tooth n x     (sin (h x) + root N (sin (h x))) / (2 h), h = 1 / (n + 1), N = 2 (n + 1)^2

   Formalised: products of waves are waves; |max (x, 0) - tooth n x| <= (1 + x^2) / (n + 1) for every real x.
   Not formalised: other functions. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.CharacteristicFunction.
Open Scope R_scope.

Inductive wave : (R -> R -> R) -> Prop :=
| wave_cos a b d : wave (fun s t => cos (a * s + b * t + d))
| wave_lin c d F H : wave F -> wave H -> wave (fun s t => c * F s t + d * H s t).

Lemma wave_eq F H : (forall s t, F s t = H s t) -> wave F -> wave H.
Proof. intros E. replace H with F; [easy|]. extensionality s. extensionality t. apply E. Qed.

Lemma wave_cos_mult a b d H : wave H -> wave (fun s t => cos (a * s + b * t + d) * H s t).
Proof.
intros W. induction W as [a' b' d'|c c' F G WF IF WG IG].
- apply wave_eq with (2 := wave_lin (1 / 2) (1 / 2) _ _ (wave_cos (a + a') (b + b') (d + d'))
(wave_cos (a - a') (b - b') (d - d'))). intros s t.
replace ((a + a') * s + (b + b') * t + (d + d')) with ((a * s + b * t + d) + (a' * s + b' * t + d')) by ring.
replace ((a - a') * s + (b - b') * t + (d - d')) with ((a * s + b * t + d) - (a' * s + b' * t + d')) by ring.
rewrite cos_plus, cos_minus. field.
- apply wave_eq with (2 := wave_lin c c' _ _ IF IG). intros s t. ring.
Qed.

Lemma wave_mult F H : wave F -> wave H -> wave (fun s t => F s t * H s t).
Proof.
intros WF WH. induction WF as [a b d|c c' F G WF IF WG IG]; [now apply wave_cos_mult|].
apply wave_eq with (2 := wave_lin c c' _ _ IF IG). intros s t. ring.
Qed.

Lemma wave_const c : wave (fun _ _ => c).
Proof.
apply wave_eq with (2 := wave_lin c 0 _ _ (wave_cos 0 0 0) (wave_cos 0 0 0)). intros s t.
replace (0 * s + 0 * t + 0) with 0 by ring. rewrite cos_0. ring.
Qed.

Lemma wave_sin a b : wave (fun s t => sin (a * s + b * t)).
Proof.
apply wave_eq with (2 := wave_cos a b (- (PI / 2))). intros s t.
rewrite <- (cos_neg (_ + _ + _)), <- cos_shift. f_equal. ring.
Qed.

(* The absolute value as a limit of polynomials. *)
Fixpoint root (n : nat) (y : R) : R :=
  match n with O => 0 | S m => root m y + (y ^ 2 - root m y ^ 2) / 2 end.

Lemma root_invariant n y : Rabs y <= 1 ->
  0 <= root n y <= Rabs y /\ (Rabs y - root n y) * (1 + INR n * Rabs y / 2) <= Rabs y.
Proof.
intros H. assert (A := Rabs_pos y). induction n as [|n [[I0 I1] I2]].
- simpl. split; [split; [apply Rle_refl|exact A]|]. lra.
- rewrite S_INR. change (root (S n) y) with (root n y + (y ^ 2 - root n y ^ 2) / 2).
rewrite <- (pow2_abs y). set (x := Rabs y) in *. set (q := root n y) in *.
assert (N := pos_INR n). set (m := INR n) in *. clearbody x q m.
assert (E : x - (q + (x ^ 2 - q ^ 2) / 2) = (x - q) * (1 - (x + q) / 2)) by field.
assert (U : 0 <= x - q) by lra. assert (V : 0 <= 1 - (x + q) / 2 <= 1 - x / 2) by lra.
split; [split; nra|]. rewrite E. apply Rle_trans with (2 := I2). rewrite Rmult_assoc.
apply Rmult_le_compat_l; [exact U|].
apply Rle_trans with ((1 - x / 2) * (1 + (m + 1) * x / 2)); [apply Rmult_le_compat_r; nra|]. nra.
Qed.

Lemma root_error n y : (0 < n)%nat -> Rabs y <= 1 -> Rabs (Rabs y - root n y) <= 2 / INR n.
Proof.
intros Hn H. destruct (root_invariant n y H) as [[I0 I1] I2]. assert (A := Rabs_pos y).
assert (N : 0 < INR n) by now apply lt_0_INR. rewrite Rabs_pos_eq by lra. apply Rle_div_r; [exact N|].
destruct A as [A|A]; [|replace (root n y) with 0 by lra; rewrite <- A; lra].
apply Rmult_le_reg_r with (Rabs y / 2); [lra|]. nra.
Qed.

(* sin is the identity up to y^2. *)
Lemma cos_near_1 u : Rabs (cos u - 1) <= Rabs u.
Proof.
rewrite <- cos_0. rewrite <- (Rmult_1_l (Rabs u)). apply (nearly_constant cos (fun x => - sin x) u 1).
- intros x. apply is_derive_cos.
- intros x _. rewrite Rabs_Ropp. apply Rabs_le, SIN_bound.
Qed.

Lemma sin_near u : Rabs (sin u - u) <= u ^ 2.
Proof.
rewrite <- pow2_abs. replace (Rabs u ^ 2) with (Rabs u * Rabs u) by ring.
replace (sin u - u) with ((sin u - u) - (sin 0 - 0)) by (rewrite sin_0; ring).
apply (nearly_constant (fun x => sin x - x) (fun x => cos x - 1) u (Rabs u)).
- intros x. auto_derive; [exact I|ring].
- intros x Hx. apply Rle_trans with (2 := Hx), cos_near_1.
Qed.

Definition steps (n : nat) : nat := 2 * (S n * S n).
Definition tooth (n : nat) (x : R) : R :=
  (sin (x / INR (S n)) + root (steps n) (sin (x / INR (S n)))) * INR (S n) / 2.

Lemma tooth_sine x m : 0 < m -> Rabs (sin (x / m) * m - x) <= x ^ 2 / m.
Proof.
intros H. replace (sin (x / m) * m - x) with ((sin (x / m) - x / m) * m) by (field; lra).
rewrite Rabs_mult, (Rabs_pos_eq m) by lra. replace (x ^ 2 / m) with ((x / m) ^ 2 * m) by (field; lra).
apply Rmult_le_compat_r; [lra|apply sin_near].
Qed.

Lemma tooth_root n y : Rabs y <= 1 ->
  Rabs (Rabs y * INR (S n) - root (steps n) y * INR (S n)) <= 1 / INR (S n).
Proof.
intros Y. assert (N : 0 < INR (S n)) by (apply lt_0_INR; lia).
rewrite <- Rmult_minus_distr_r, Rabs_mult, (Rabs_pos_eq (INR (S n))) by lra.
replace (1 / INR (S n)) with (2 / INR (steps n) * INR (S n)).
- apply Rmult_le_compat_r; [lra|]. apply root_error; [unfold steps; lia|exact Y].
- unfold steps. rewrite !mult_INR. set (m := INR (S n)) in *. clearbody m. simpl. field. lra.
Qed.

Lemma max_half x : Rmax x 0 = (x + Rabs x) / 2.
Proof.
destruct (Rle_dec 0 x); [rewrite Rmax_left, Rabs_pos_eq by lra; lra|].
rewrite Rmax_right, Rabs_left by lra. lra.
Qed.

Lemma tooth_near n x : Rabs (Rmax x 0 - tooth n x) <= 1 / INR (S n) * (1 + x ^ 2).
Proof.
assert (N : 0 < INR (S n)) by (apply lt_0_INR; lia). assert (E1 := tooth_sine x (INR (S n)) N).
assert (E2 := tooth_root n (sin (x / INR (S n))) (Rabs_le _ _ (SIN_bound _))). rewrite max_half. unfold tooth.
set (m := INR (S n)) in *. set (y := sin (x / m)) in *.
assert (E3 : Rabs (Rabs y * m - Rabs x) <= x ^ 2 / m).
{ replace (Rabs y * m) with (Rabs (y * m)) by (rewrite Rabs_mult, (Rabs_pos_eq m); lra).
apply Rle_trans with (2 := E1), Rabs_triang_inv2. }
apply Rabs_le_between in E1. apply Rabs_le_between in E2. apply Rabs_le_between in E3. apply Rabs_le.
replace (1 / m * (1 + x ^ 2)) with (1 / m + x ^ 2 / m) by (field; lra).
assert (0 <= 1 / m) by (apply Rdiv_le_0_compat; lra).
assert (0 <= x ^ 2 / m) by (apply Rdiv_le_0_compat; nra). lra.
Qed.

Lemma wave_root n F : wave F -> wave (fun s t => root n (F s t)).
Proof.
intros W. induction n as [|n IH]; [exact (wave_const 0)|].
assert (Q := wave_lin (1 / 2) (- (1 / 2)) _ _ (wave_mult _ _ W W) (wave_mult _ _ IH IH)).
apply wave_eq with (2 := wave_lin 1 1 _ _ IH Q). intros s t. simpl. field.
Qed.

Lemma wave_tooth n a b : wave (fun s t => tooth n (a * s + b * t)).
Proof.
assert (N : INR (S n) <> 0) by (apply not_0_INR; lia).
assert (W := wave_sin (a / INR (S n)) (b / INR (S n))).
apply wave_eq with (2 := wave_lin (INR (S n) / 2) (INR (S n) / 2) _ _ W (wave_root (steps n) _ W)).
intros s t.
unfold tooth. replace ((a * s + b * t) / INR (S n)) with (a / INR (S n) * s + b / INR (S n) * t) by
(field; exact N).
field.
Qed.
