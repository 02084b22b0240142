(* loss.FilterGradient, the scalar part: the derivative of r K(m / r) at t = 0, end points included.

   K c          g (acos c), the kernel as a function of the cosine
   q, m         q = r^2 = A + 2 B t + C t^2 and m = r cos phi = x + t y, with m^2 <= q for every t

   Formalised: for 0 < A the derivative is K(c) B / r + (PI - acos c) (y - c B / r) with r = sqrt A,
   c = x / r; c = 1 and c = -1 included.
   Not formalised: -. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
Open Scope R_scope.

(* Derivatives of real functions, without the structures of Coquelicot. *)
Lemma derive_mult (f h : R -> R) (x f' h' : R) : is_derive f x f' -> is_derive h x h' ->
  is_derive (fun t => f t * h t) x (f' * h x + f x * h').
Proof. intros F H. apply (is_derive_mult f h x f' h' F H). intros; apply Rmult_comm. Qed.

Lemma derive_comp (f h : R -> R) (x f' h' : R) : is_derive h x h' -> is_derive f (h x) f' ->
  is_derive (fun t => f (h t)) x (h' * f').
Proof. intros H F. exact (is_derive_comp f h x f' h' F H). Qed.

Lemma derive_plus (f h : R -> R) (x f' h' : R) : is_derive f x f' -> is_derive h x h' ->
  is_derive (fun t => f t + h t) x (f' + h').
Proof. intros F H. exact (is_derive_plus f h x f' h' F H). Qed.

Lemma derive_const (c x : R) : is_derive (fun _ => c) x 0.
Proof. exact (is_derive_const c x). Qed.

Lemma derive_scal (f : R -> R) (x c f' : R) : is_derive f x f' -> is_derive (fun t => c * f t) x (c * f').
Proof. exact (is_derive_scal f x c f'). Qed.

Lemma derive_ext (f h : R -> R) (x l : R) : (forall t : R, f t = h t) -> is_derive f x l -> is_derive h x l.
Proof. exact (is_derive_ext f h x l). Qed.

Lemma derive_value (f : R -> R) (x y z : R) : is_derive f x y -> y = z -> is_derive f x z.
Proof. now intros F <-. Qed.

(* A function that is 0 up to M t^2 has the derivative 0. *)
Lemma derive_flat (f : R -> R) M d : 0 < d -> 0 <= M -> f 0 = 0 ->
  (forall t, Rabs t < d -> Rabs (f t) <= M * t ^ 2) -> is_derive f 0 0.
Proof.
intros Hd HM H0 H. apply is_derive_Reals. intros e He.
assert (Hp : 0 < Rmin d (e / (M + 1))) by (apply Rmin_pos; [lra|apply Rdiv_lt_0_compat; lra]).
exists (mkposreal _ Hp). simpl. intros t Ht B.
assert (B1 := Rlt_le_trans _ _ _ B (Rmin_l _ _)). assert (B2 := Rlt_le_trans _ _ _ B (Rmin_r _ _)).
rewrite Rplus_0_l, H0, Rminus_0_r, Rminus_0_r, Rabs_div by exact Ht.
assert (P := Rabs_pos_lt t Ht). assert (Q := H t B1). rewrite <- pow2_abs in Q.
apply Rmult_lt_reg_r with (Rabs t); [exact P|]. unfold Rdiv.
rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
apply (Rmult_lt_compat_r (M + 1)) in B2; [|lra]. unfold Rdiv in B2.
rewrite Rmult_assoc, Rinv_l, Rmult_1_r in B2 by lra. nra.
Qed.

(* q is at least m^2, with equality at t = 0: then it touches it. *)
Lemma touching A B C x y : (forall t, (x + t * y) ^ 2 <= A + 2 * B * t + C * t ^ 2) -> A = x ^ 2 ->
  B = x * y /\ 0 <= C - y ^ 2.
Proof.
intros H E. set (e := B - x * y). set (D := C - y ^ 2).
assert (Q : forall t, 0 <= 2 * e * t + D * t ^ 2) by (intros t; unfold e, D; assert (Z := H t); nra).
assert (HD : 0 <= D) by (assert (Q1 := Q 1); assert (Q2 := Q (- 1)); lra).
split; [|exact HD]. assert (S := Q (- (e / (D + 1)))).
replace (2 * e * - (e / (D + 1)) + D * (- (e / (D + 1))) ^ 2)
  with (- ((D + 2) * (e / (D + 1)) ^ 2)) in S by (field; lra).
assert (Z : (e / (D + 1)) ^ 2 = 0) by (assert (0 <= (e / (D + 1)) ^ 2) by apply pow2_ge_0; nra).
assert (e / (D + 1) = 0) by (apply Rsqr_0_uniq; unfold Rsqr; lra).
assert (e = e / (D + 1) * (D + 1)) by (field; lra). unfold e in *. nra.
Qed.

(* The cosine m / sqrt q. *)
Lemma cosine_range q m : 0 < q -> m ^ 2 <= q -> -1 <= m / sqrt q <= 1.
Proof.
intros H Hm. assert (S := sqrt_lt_R0 q H). assert (E : sqrt q * sqrt q = q) by (apply sqrt_sqrt; lra).
assert (Z : m = m / sqrt q * sqrt q) by (field; lra). set (c := m / sqrt q) in *.
assert (- sqrt q <= m <= sqrt q) by (split; nra). split; nra.
Qed.

Lemma cosine_inside q m : 0 < q -> m ^ 2 < q -> -1 < m / sqrt q < 1.
Proof.
intros H Hm. assert (S := sqrt_lt_R0 q H). assert (E : sqrt q * sqrt q = q) by (apply sqrt_sqrt; lra).
assert (Z : m = m / sqrt q * sqrt q) by (field; lra). set (c := m / sqrt q) in *.
assert (- sqrt q < m < sqrt q) by (split; nra). split; nra.
Qed.

(* 0 <= K c <= PI (1 + c), by the reflection. *)
Lemma K_below c : -1 <= c <= 1 -> K c <= PI * (1 + c).
Proof. intros H. assert (R := K_reflection c H). assert (B := K_bounds (- c)). lra. Qed.

(* r K(m / r) with r = sqrt q. *)
Definition rK (q m : R) : R := sqrt q * K (m / sqrt q).

(* r K is small of second order where the angle is PI. *)
Lemma rK_small q m : 0 < q -> m ^ 2 <= q -> m < 0 -> 0 <= rK q m <= PI / - m * (q - m ^ 2).
Proof.
intros H Hm N. unfold rK. assert (S := sqrt_lt_R0 q H).
assert (E : sqrt q * sqrt q = q) by (apply sqrt_sqrt; lra).
assert (B := K_bounds (m / sqrt q)). assert (U := K_below _ (cosine_range q m H Hm)). assert (P := PI_RGT_0).
split; [nra|]. apply Rle_trans with (PI * (sqrt q + m)).
- apply Rmult_le_compat_l with (r := sqrt q) in U; [|lra].
  replace (sqrt q * (PI * (1 + m / sqrt q))) with (PI * (sqrt q + m)) in U by (field; lra). exact U.
- replace (PI / - m * (q - m ^ 2)) with (PI * ((q - m ^ 2) / - m)) by (field; lra).
  apply Rmult_le_compat_l; [lra|]. apply Rmult_le_reg_r with (- m); [lra|].
  replace ((q - m ^ 2) / - m * - m) with (q - m ^ 2) by (field; lra).
  assert (0 <= sqrt q + m) by nra. nra.
Qed.

(* The angle PI. *)
Lemma acos_m1 : acos (-1) = PI.
Proof. rewrite <- cos_PI. apply acos_cos. assert (P := PI_RGT_0). lra. Qed.

Lemma still_negative x y t : x < 0 -> Rabs t < - x / 2 / (Rabs y + 1) -> x + t * y < x / 2.
Proof.
intros N T. assert (Y := Rabs_pos y). assert (Z := Rabs_pos t).
assert (T2 : Rabs t * (Rabs y + 1) < - x / 2).
{ apply (Rmult_lt_compat_r (Rabs y + 1)) in T; [|lra]. unfold Rdiv in T at 1.
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r in T by lra. exact T. }
assert (L := Rle_abs (t * y)). rewrite Rabs_mult in L. nra.
Qed.

Lemma rK_derive_opposite A B C x y : (forall t, (x + t * y) ^ 2 <= A + 2 * B * t + C * t ^ 2) -> A = x ^ 2 ->
  x < 0 ->
  is_derive (fun t => rK (A + 2 * B * t + C * t ^ 2) (x + t * y)) 0 0.
Proof.
intros H E N. destruct (touching A B C x y H E) as [EB D]. assert (Y := Rabs_pos y).
apply derive_flat with (M := PI / (- x / 2) * (C - y ^ 2)) (d := - x / 2 / (Rabs y + 1)).
- apply Rdiv_lt_0_compat; lra.
- assert (P := PI_RGT_0). apply Rmult_le_pos; [left; apply Rdiv_lt_0_compat; lra|exact D].
- unfold rK. replace (A + 2 * B * 0 + C * 0 ^ 2) with ((- x) ^ 2) by (rewrite E; ring).
  rewrite sqrt_pow2 by lra. replace ((x + 0 * y) / - x) with (-1) by (field; lra). rewrite K_m1. ring.
- intros t T. assert (Hx := still_negative x y t N T).
  assert (Q : 0 < A + 2 * B * t + C * t ^ 2) by (assert (Z := H t); nra).
  assert (S := rK_small _ _ Q (H t)). rewrite Rabs_pos_eq by lra.
  replace (A + 2 * B * t + C * t ^ 2 - (x + t * y) ^ 2) with ((C - y ^ 2) * t ^ 2) in S
    by (rewrite E, EB; ring).
  apply Rle_trans with (PI / - (x + t * y) * ((C - y ^ 2) * t ^ 2)); [lra|].
  rewrite <- Rmult_assoc. apply Rmult_le_compat_r; [apply pow2_ge_0|].
  apply Rmult_le_compat_r; [exact D|]. apply Rmult_le_compat_l; [left; exact PI_RGT_0|].
  apply Rinv_le_contravar; lra.
Qed.

(* r K(m / r) = PI m + r K(-m / r): the angle 0 is the angle PI to the opposite vector. *)
Lemma rK_reflection q m : m ^ 2 <= q -> rK q m = PI * m + rK q (- m).
Proof.
intros H. unfold rK. destruct (Req_dec q 0) as [E|E].
- rewrite E in *. rewrite sqrt_0. assert (m = 0) by nra. nra.
- assert (Q : 0 < q) by (assert (Z := pow2_ge_0 m); lra). assert (S := sqrt_lt_R0 q Q).
  assert (R := K_reflection _ (cosine_range q m Q H)). unfold Rdiv in *. rewrite Ropp_mult_distr_l in R.
  assert (PI * m = sqrt q * (PI * (m * / sqrt q))) by (field; lra). nra.
Qed.

Lemma rK_derive_aligned A B C x y : (forall t, (x + t * y) ^ 2 <= A + 2 * B * t + C * t ^ 2) -> A = x ^ 2 ->
  0 < x ->
  is_derive (fun t => rK (A + 2 * B * t + C * t ^ 2) (x + t * y))
    0 (PI * y).
Proof.
intros H E N. assert (O : forall t, - (x + t * y) = - x + t * - y) by (intros; ring).
assert (D := rK_derive_opposite A B C (- x) (- y)).
apply is_derive_ext with (f := fun t => PI * (x + t * y) + rK (A + 2 * B * t + C * t ^ 2) (- x + t * - y)).
- intros t. rewrite <- O. symmetry. apply rK_reflection, H.
- apply derive_value with (PI * y + 0); [|ring]. apply derive_plus.
  + auto_derive; [exact I|ring].
  + apply D; [intros t; rewrite <- O; assert (Z := H t); nra|rewrite E; ring|lra].
Qed.

(* Strictly between. *)
Lemma root_derive A B C : 0 < A -> is_derive (fun t => sqrt (A + 2 * B * t + C * t ^ 2)) 0 (B / sqrt A).
Proof.
intros H. assert (E : A + 2 * B * 0 + C * 0 ^ 2 = A) by ring. assert (S := sqrt_lt_R0 A H).
auto_derive; [rewrite Rmult_0_r, Rmult_0_l; lra|].
replace (A + 2 * B * 0 + C * (0 * (0 * 1))) with A by ring. field. lra.
Qed.

Lemma rK_derive_between A B C x y : 0 < A -> x ^ 2 < A ->
  is_derive (fun t => rK (A + 2 * B * t + C * t ^ 2) (x + t * y)) 0
    (K (x / sqrt A) * (B / sqrt A) + (PI - acos (x / sqrt A)) * (y - x / sqrt A * (B / sqrt A))).
Proof.
intros H L. unfold rK. assert (E : A + 2 * B * 0 + C * 0 ^ 2 = A) by ring. assert (S := sqrt_lt_R0 A H).
assert (I := cosine_inside A x H L). assert (D := root_derive A B C H).
set (q := fun t => sqrt (A + 2 * B * t + C * t ^ 2)) in *.
assert (E0 : q 0 = sqrt A) by (unfold q; now rewrite E).
assert (DC : is_derive (fun t => (x + t * y) / q t) 0 (y / sqrt A - x * (B / sqrt A) / (sqrt A * sqrt A))).
{ apply derive_value with (y * / q 0 + (x + 0 * y) * (- (B / sqrt A) / q 0 ^ 2)); [|rewrite E0; field; lra].
  apply (derive_mult (fun t => x + t * y) (fun t => / q t)); [auto_derive; [exact Logic.I|ring]|].
  apply is_derive_inv; [exact D|rewrite E0; lra]. }
assert (DK : is_derive K ((x + 0 * y) / q 0) (PI - acos (x / sqrt A))).
{ rewrite E0, Rmult_0_l, Rplus_0_r. now apply K_derive. }
apply (derive_value _ _ _ _ (derive_mult q _ 0 _ _ D (derive_comp K _ 0 _ _ DC DK))).
rewrite E0, Rmult_0_l, Rplus_0_r. field. lra.
Qed.

Lemma rK_derive A B C x y : 0 < A -> (forall t, (x + t * y) ^ 2 <= A + 2 * B * t + C * t ^ 2) ->
  is_derive (fun t => rK (A + 2 * B * t + C * t ^ 2) (x + t * y)) 0
    (K (x / sqrt A) * (B / sqrt A) + (PI - acos (x / sqrt A)) * (y - x / sqrt A * (B / sqrt A))).
Proof.
intros H Q. assert (H0 := Q 0). replace (A + 2 * B * 0 + C * 0 ^ 2) with A in H0 by ring.
rewrite Rmult_0_l, Rplus_0_r in H0. destruct H0 as [H0|E]; [now apply rK_derive_between|].
destruct (touching A B C x y Q (eq_sym E)) as [EB _]. rewrite EB.
destruct (Rtotal_order x 0) as [N|[N|N]]; [|subst x; lra|].
- rewrite <- E, <- Rsqr_pow2, sqrt_Rsqr_abs, Rabs_left by exact N.
  replace (x / - x) with (-1) by (field; lra). rewrite K_m1.
  rewrite acos_m1.
  apply derive_value with 0; [|ring]. apply rK_derive_opposite; [|unfold Rsqr; ring|exact N].
  intros t. assert (Z := Q t). rewrite EB, <- E in Z. unfold Rsqr. lra.
- rewrite <- E, sqrt_pow2 by lra. replace (x / x) with 1 by (field; lra). rewrite K_1, acos_1.
  apply derive_value with (PI * y); [|field; lra]. apply rK_derive_aligned; [|ring|exact N].
  intros t. rewrite E, <- EB. apply Q.
Qed.
