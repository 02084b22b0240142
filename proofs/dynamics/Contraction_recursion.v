(* The recursion x' <= (1 - lambda) x + beta, and how many steps it takes to a level.

   bound x0 lambda beta t   the t-th number of x' = (1 - lambda) x + beta from x0
   beta / lambda            its limit
   sq k u v                 |u - v|^2, as in Contraction.v
   lam t, level             the rate of step t; what y is to come down to

   Formalised: S3 with the case of equality, S4 with the smallest t, S5.
   Not formalised: S6, the rounding of the code. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors dynamics.Contraction.
Open Scope R_scope.

Definition bound (x0 lambda beta : R) (t : nat) : R :=
  (1 - lambda) ^ t * x0 + (1 - (1 - lambda) ^ t) * (beta / lambda).

(* S3: the recursion. *)
Lemma S3_bound_starts_and_steps (x0 lambda beta : R) (t : nat) : lambda <> 0 ->
  bound x0 lambda beta 0 = x0 /\
  bound x0 lambda beta (S t) = (1 - lambda) * bound x0 lambda beta t + beta.
Proof.
intros H. unfold bound. split; simpl; field; exact H.
Qed.

Lemma S3_recursion (x : nat -> R) (lambda beta : R) (T : nat) : 0 < lambda <= 1 ->
  (forall t, (t < T)%nat -> x (S t) <= (1 - lambda) * x t + beta) ->
  forall t, (t <= T)%nat -> x t <= bound (x 0%nat) lambda beta t.
Proof.
intros H R t. induction t as [|t IH]; intros Ht.
- destruct (S3_bound_starts_and_steps (x 0%nat) lambda beta 0) as [-> _]; lra.
- destruct (S3_bound_starts_and_steps (x 0%nat) lambda beta t) as [_ ->]; [lra|].
  apply Rle_trans with (1 := R t Ht). apply Rplus_le_compat_r, Rmult_le_compat_l; [lra|apply IH; lia].
Qed.

(* Equality in each step: x is the bound. *)
Lemma S3_equality (x : nat -> R) (lambda beta : R) (T : nat) : lambda <> 0 ->
  (forall t, (t < T)%nat -> x (S t) = (1 - lambda) * x t + beta) ->
  forall t, (t <= T)%nat -> x t = bound (x 0%nat) lambda beta t.
Proof.
intros H R t. induction t as [|t IH]; intros Ht.
- now destruct (S3_bound_starts_and_steps (x 0%nat) lambda beta 0 H) as [-> _].
- destruct (S3_bound_starts_and_steps (x 0%nat) lambda beta t H) as [_ ->]. now rewrite R, IH by lia.
Qed.

(* Nothing smaller will do: the bound itself obeys the recursion. *)
Lemma S3_attained (x0 lambda beta : R) : lambda <> 0 ->
  exists x : nat -> R, x 0%nat = x0 /\ (forall t, x (S t) <= (1 - lambda) * x t + beta) /\
  forall t, x t = bound x0 lambda beta t.
Proof.
intros H. exists (bound x0 lambda beta). split; [now apply (S3_bound_starts_and_steps x0 lambda beta 0)|].
split; [|reflexivity]. intros t. right. now apply S3_bound_starts_and_steps.
Qed.

Lemma S3_excess_shrinks (x0 lambda beta : R) (t : nat) :
  bound x0 lambda beta t - beta / lambda = (1 - lambda) ^ t * (x0 - beta / lambda).
Proof.
unfold bound. ring.
Qed.

Lemma power_range q t : 0 <= q <= 1 -> 0 <= q ^ t <= 1.
Proof. intros H. induction t as [|t IH]; simpl; [lra|]. nra. Qed.

Lemma S3_between (x0 lambda beta : R) (t : nat) : 0 < lambda <= 1 ->
  Rmin x0 (beta / lambda) <= bound x0 lambda beta t <= Rmax x0 (beta / lambda).
Proof.
intros H. assert (P := power_range (1 - lambda) t). assert (Q := S3_excess_shrinks x0 lambda beta t).
set (b := bound _ _ _ _) in *. set (L := beta / lambda) in *. set (q := (1 - lambda) ^ t) in *.
unfold Rmin, Rmax. destruct (Rle_dec x0 L); split; nra.
Qed.

(* S4: burn-in. *)
Lemma power_ln q t : 0 < q -> q ^ t = exp (INR t * ln q).
Proof. intros H. rewrite <- Rpower_pow by exact H. reflexivity. Qed.

Lemma ln_quotient x y : 0 < x -> 0 < y -> ln (x / y) = ln x - ln y.
Proof.
intros Hx Hy. unfold Rdiv. rewrite ln_mult, ln_Rinv; [ring|exact Hy|exact Hx|]. now apply Rinv_0_lt_compat.
Qed.

Lemma S4_smallest (x0 lambda beta level : R) (t : nat) : 0 < lambda < 1 ->
  beta / lambda < x0 -> beta / lambda < level ->
  (bound x0 lambda beta t <= level <->
   ln ((x0 - beta / lambda) / (level - beta / lambda)) <= INR t * - ln (1 - lambda)).
Proof.
intros H Hx Hl. assert (E := S3_excess_shrinks x0 lambda beta t). rewrite power_ln in E by lra.
set (L := beta / lambda) in *. set (z := INR t * ln (1 - lambda)) in *.
replace (INR t * - ln (1 - lambda)) with (- z) by (unfold z; ring).
rewrite ln_quotient by lra. split; intros Q.
- assert (F : exp z * (x0 - L) <= level - L) by lra.
  rewrite <- (exp_ln (x0 - L)), <- (exp_ln (level - L)), <- exp_plus in F by lra.
  assert (G : z + ln (x0 - L) <= ln (level - L)); [|lra]. apply Rnot_lt_le. intros C.
  apply exp_increasing in C. lra.
- assert (F : exp (z + ln (x0 - L)) <= exp (ln (level - L))).
  { destruct (Req_dec (z + ln (x0 - L)) (ln (level - L))) as [->|N]; [lra|]. left. apply exp_increasing. lra.
    }
  rewrite exp_plus, !exp_ln in F by lra. lra.
Qed.

(* 1 - lambda <= exp (- lambda), and how far apart the two are. *)
Lemma rate_range lambda : 0 < lambda < 1 -> lambda <= - ln (1 - lambda) <= lambda / (1 - lambda).
Proof.
intros H. split.
- assert (E := exp_ineq1_le (- lambda)). apply Rnot_lt_le. intros C.
  assert (D : exp (- lambda) < exp (ln (1 - lambda))) by (apply exp_increasing; lra).
  rewrite exp_ln in D; lra.
- assert (E := exp_ineq1_le (lambda / (1 - lambda))).
  replace (1 + lambda / (1 - lambda)) with (/ (1 - lambda)) in E by (field; lra).
  rewrite <- ln_Rinv by lra. apply Rnot_lt_le. intros C. apply exp_increasing in C.
  rewrite exp_ln in C by (apply Rinv_0_lt_compat; lra). lra.
Qed.

Lemma power_exp lambda t : 0 < lambda <= 1 -> (1 - lambda) ^ t <= exp (- lambda * INR t).
Proof.
intros H. replace (exp (- lambda * INR t)) with (exp (- lambda) ^ t).
- apply pow_incr. assert (E := exp_ineq1_le (- lambda)). lra.
- rewrite power_ln, ln_exp by apply exp_pos. f_equal. ring.
Qed.

Lemma S4_burn_in (x0 lambda beta level : R) (t : nat) : 0 < lambda <= 1 ->
  beta / lambda < x0 -> beta / lambda < level ->
  ln ((x0 - beta / lambda) / (level - beta / lambda)) / lambda <= INR t ->
  bound x0 lambda beta t <= level.
Proof.
intros H Hx Hl Ht. assert (E := S3_excess_shrinks x0 lambda beta t). assert (P := power_exp lambda t H).
set (L := beta / lambda) in *. rewrite ln_quotient in Ht by lra.
assert (F : ln (x0 - L) + - lambda * INR t <= ln (level - L)).
{ apply Rmult_le_compat_l with (r := lambda) in Ht; [|lra].
  replace (lambda * ((ln (x0 - L) - ln (level - L)) / lambda)) with (ln (x0 - L) - ln (level - L)) in Ht
    by (field; lra). lra. }
assert (G : exp (ln (x0 - L) + - lambda * INR t) <= exp (ln (level - L))).
{ destruct F as [F| ->]; [left; now apply exp_increasing|lra]. }
rewrite exp_plus, !exp_ln in G by lra.
assert ((1 - lambda) ^ t * (x0 - L) <= exp (- lambda * INR t) * (x0 - L)) by (apply Rmult_le_compat_r; lra).
lra.
Qed.

(* Twice the limit: ln (x0 lambda / beta) / lambda steps are enough, whatever x0 > 0. *)
Lemma S4_twice_the_limit (x0 lambda beta : R) (t : nat) : 0 < lambda <= 1 -> 0 < x0 -> 0 < beta ->
  ln (x0 * lambda / beta) / lambda <= INR t -> bound x0 lambda beta t <= 2 * beta / lambda.
Proof.
intros H Hx Hb Ht. assert (L := Rdiv_lt_0_compat beta lambda Hb (proj1 H)).
replace (2 * beta / lambda) with (2 * (beta / lambda)) by (field; lra).
destruct (Rle_dec x0 (beta / lambda)) as [C|C].
- assert (Q := S3_between x0 lambda beta t H). unfold Rmax in Q. destruct Rle_dec; lra.
- apply S4_burn_in; [exact H|lra|lra|]. apply Rle_trans with (2 := Ht).
  apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
  replace (x0 * lambda / beta) with (x0 / (beta / lambda)) by (field; lra).
  set (l := beta / lambda) in *. rewrite !ln_quotient by lra. replace (2 * l - l) with l by ring.
  assert (ln (x0 - l) < ln x0) by (apply ln_increasing; lra). lra.
Qed.

(* It cannot be had in less than (1 - lambda) times as many steps. *)
Lemma S4_not_before (x0 lambda beta level : R) (t : nat) : 0 < lambda < 1 ->
  beta / lambda < level < x0 ->
  INR t < (1 - lambda) * ln ((x0 - beta / lambda) / (level - beta / lambda)) / lambda ->
  level < bound x0 lambda beta t.
Proof.
intros H Hl Ht. apply Rnot_le_lt. rewrite S4_smallest by lra. apply Rlt_not_le.
destruct (rate_range lambda H) as [_ Q]. set (l := ln _) in *. assert (P := pos_INR t).
apply Rle_lt_trans with (INR t * (lambda / (1 - lambda))); [now apply Rmult_le_compat_l|].
apply Rmult_lt_compat_r with (r := lambda / (1 - lambda)) in Ht; [|apply Rdiv_lt_0_compat; lra].
replace ((1 - lambda) * l / lambda * (lambda / (1 - lambda))) with l in Ht by (field; lra). exact Ht.
Qed.

Lemma S4_whole_run (x : nat -> R) (lambda beta level : R) (T t : nat) : 0 < lambda <= 1 ->
  beta / lambda < x 0%nat -> beta / lambda < level ->
  (forall s, (s < T)%nat -> x (S s) <= (1 - lambda) * x s + beta) -> (t <= T)%nat ->
  ln ((x 0%nat - beta / lambda) / (level - beta / lambda)) / lambda <= INR t -> x t <= level.
Proof.
intros H Hx Hl R Ht HT. apply Rle_trans with (1 := S3_recursion x lambda beta T H R t Ht).
now apply S4_burn_in.
Qed.

(* S5: a rate that holds later, when the other sequence has come down. *)
Lemma S5_coupled (x y lam : nat -> R) (lambda beta mu alpha level : R) (T1 T : nat) :
  0 < lambda <= 1 -> 0 < mu <= 1 -> (T1 <= T)%nat ->
  (forall t, (t < T)%nat -> y (S t) <= (1 - mu) * y t + alpha) ->
  (forall t, (t < T)%nat -> 0 <= x t /\ x (S t) <= (1 - lam t) * x t + beta) ->
  (forall t, (t < T)%nat -> y t <= level -> lambda <= lam t) ->
  bound (y 0%nat) mu alpha T1 <= level -> alpha / mu <= level ->
  forall t, (T1 <= t <= T)%nat -> y t <= level /\ x t <= bound (x T1) lambda beta (t - T1).
Proof.
intros Hl Hm HT Hy Hx Hr HB HL.
assert (Y : forall t, (T1 <= t <= T)%nat -> y t <= level).
{ intros t. induction t as [|t IH]; intros Ht.
  - replace T1 with 0%nat in HB by lia. now destruct (S3_bound_starts_and_steps (y 0%nat) mu alpha 0) as [<-
    _]; [lra|].
  - destruct (Nat.eq_dec T1 (S t)) as [E|E].
    + rewrite <- E. apply Rle_trans with (2 := HB). apply S3_recursion with (T := T); [exact Hm|exact Hy|lia].
    + assert (A := Hy t ltac:(lia)). assert (B := IH ltac:(lia)).
      assert (C : mu * (alpha / mu) <= mu * level) by (apply Rmult_le_compat_l; lra).
      replace (mu * (alpha / mu)) with alpha in C by (field; lra). nra. }
intros t Ht. split; [now apply Y|].
replace t with (T1 + (t - T1))%nat at 1 by lia.
replace (x T1) with (x (T1 + 0)%nat) by (f_equal; lia).
apply (S3_recursion (fun s => x (T1 + s)%nat) lambda beta (T - T1)); [exact Hl| |lia].
intros s Hs. rewrite Nat.add_succ_r. destruct (Hx (T1 + s)%nat) as [A B]; [lia|].
assert (C := Hr (T1 + s)%nat ltac:(lia) (Y (T1 + s)%nat ltac:(lia))). nra.
Qed.

(* C1's rate is such: where y = |a - b|^2 <= level the product a^T b is large, and the rate with it. *)
Lemma S5_alignment (k : nat) (a b : vec) :
  dot k b b - norm k b * sqrt (sq k a b) <= dot k a b.
Proof.
assert (C := cauchy_schwarz_norm k (minus a b) b). unfold sq. fold (norm k (minus a b)).
assert (D : dot k (minus a b) b = dot k a b - dot k b b) by apply dot_minus_l.
assert (A := Rle_abs (- dot k (minus a b) b)). rewrite Rabs_Ropp in A. lra.
Qed.

Lemma S5_rate_of_C1 (k : nat) (kappa phi level : R) (a b : vec) : 0 <= kappa -> sq k a b <= level ->
  (dot k b b - norm k b * sqrt level) * kappa * (1 + cos phi) / (4 * PI)
  <= dot k a b * kappa * (1 + cos phi) / (4 * PI).
Proof.
intros H L. assert (P := PI_RGT_0). assert (C := COS_bound phi). assert (A := S5_alignment k a b).
assert (S := Rmult_le_compat_l _ _ _ (norm_nonneg k b) (sqrt_le_1_alt _ _ L)).
unfold Rdiv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
rewrite !Rmult_assoc. apply Rmult_le_compat_r; [apply Rmult_le_pos; lra|lra].
Qed.
