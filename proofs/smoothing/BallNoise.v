(* The law of one coordinate v of the noise, a uniform point of the unit ball of R^p (smoothing.BallNoise/S1).

   mean p f      E f(v): with v = sin t the density c (1 - v^2)^((p-1)/2) dv is cos^p t dt / (2 W_p), |t| <=
                 PI/2; this is also the law of a coordinate on the unit sphere of R^(p+2)
   below p x     P(v <= x)                    inside p x    A_(p+2)(x) = P(|v| <= x) for x >= 0 (odd in x)
   mu p          mu_(p+2) = E |v|             density0 p    D_(p+2) = 1 / W_p, with Wallis' integral W_p
                 (num.Wallis)

   Formalised: the two laws as integrals, their values, monotony and Lipschitz bound; the density of |v|; E
   |v|, E v^2; mu = D/(p+1) and the recursion D_(n+2) = D_n n/(n-1).
   Not formalised: that a coordinate of a uniform point of the ball of R^p (or of the sphere of R^(p+2)) has
   the law `mean p` (an integral over R^p); D_n as a quotient of Gamma functions, and S3. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.ContinuousIntegrals num.Wallis num.Arcsine.
Open Scope R_scope.

Definition mean (p : nat) (f : R -> R) : R :=
  RInt (fun t => f (sin t) * cos t ^ p) (- (PI / 2)) (PI / 2) / (2 * wallis p).
Definition below (p : nat) (x : R) : R := RInt (fun t => cos t ^ p) (- (PI / 2)) (asin x) / (2 * wallis p).
Definition inside (p : nat) (x : R) : R := RInt (fun t => cos t ^ p) 0 (asin x) / wallis p.
Definition density0 (p : nat) : R := / wallis p.
Definition mu (p : nat) : R := density0 p / INR (p + 1).

Lemma cts_mean p f : cts f -> cts (fun t => f (sin t) * cos t ^ p).
Proof.
intros C t. apply (continuous_mult (K:=R_AbsRing)); [|apply cts_cos_pow].
apply (continuous_comp sin f); [|apply C]. revert t; smooth.
Qed.

Lemma wallis_nonzero p : wallis p <> 0.
Proof. assert (H := wallis_pos p). lra. Qed.

Lemma half_wallis p : RInt (fun t => cos t ^ p) (- (PI / 2)) 0 = wallis p.
Proof.
unfold wallis. replace (- (PI / 2)) with (0 - PI / 2) by ring. replace 0 with (0 - 0) at 2 by ring.
rewrite <- (int_reflect (fun t => cos t ^ p) 0) by apply cts_cos_pow. apply int_eq. intros t.
now rewrite Rminus_0_l, cos_neg.
Qed.

Lemma below_inside p x : below p x = (1 + inside p x) / 2.
Proof.
unfold below, inside. rewrite <- (int_chasles _ (- (PI / 2)) 0) by apply cts_cos_pow.
rewrite half_wallis. field. apply wallis_nonzero.
Qed.

Lemma inside_0 p : inside p 0 = 0.
Proof. unfold inside. rewrite asin_0, int_point. unfold Rdiv. ring. Qed.

Lemma inside_beyond p x : 1 <= x -> inside p x = 1.
Proof.
intros H. unfold inside. rewrite asin_high by exact H. fold (wallis p). field. apply wallis_nonzero.
Qed.

Lemma inside_opp p x : inside p (- x) = - inside p x.
Proof.
unfold inside. rewrite asin_opp.
rewrite (int_swap _ (- asin x) 0) by apply cts_cos_pow.
replace (RInt (fun t => cos t ^ p) (- asin x) 0) with (RInt (fun t => cos t ^ p) 0 (asin x)).
- field. apply wallis_nonzero.
- replace (- asin x) with (0 - asin x) by ring. replace 0 with (0 - 0) at 3 by ring.
  rewrite <- (int_reflect (fun t => cos t ^ p) 0) by apply cts_cos_pow. apply int_eq. intros t.
  now rewrite Rminus_0_l, cos_neg.
Qed.

Lemma inside_diff p x y : inside p y - inside p x = RInt (fun t => cos t ^ p) (asin x) (asin y) / wallis p.
Proof.
unfold inside. rewrite <- (int_chasles _ 0 (asin x) (asin y)) by apply cts_cos_pow.
field. apply wallis_nonzero.
Qed.

Lemma cos_nonneg t : - (PI / 2) <= t <= PI / 2 -> 0 <= cos t.
Proof. intros H. apply cos_ge_0; lra. Qed.

Lemma inside_le p x y : x <= y -> inside p x <= inside p y.
Proof.
intros H. assert (Rx := asin_range x). assert (Ry := asin_range y). assert (L := asin_le x y H).
assert (0 <= inside p y - inside p x); [|lra]. rewrite inside_diff.
apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat, wallis_pos].
apply int_nonneg; [exact L|apply cts_cos_pow|]. intros t Ht. apply pow_le, cos_nonneg. lra.
Qed.

Lemma inside_lt p x y : -1 <= x -> x < y -> y <= 1 -> inside p x < inside p y.
Proof.
intros A H B. assert (Rx := asin_range x). assert (Ry := asin_range y). assert (L := asin_lt x y A H B).
assert (0 < inside p y - inside p x); [|lra]. rewrite inside_diff.
apply Rdiv_lt_0_compat; [|apply wallis_pos].
apply int_pos; [exact L|apply cts_cos_pow|]. intros t Ht. apply pow_lt, cos_gt_0; lra.
Qed.

Lemma inside_bounds p x : 0 <= x -> 0 <= inside p x <= 1.
Proof.
intros H. split; [rewrite <- (inside_0 p); now apply inside_le|].
destruct (Rle_lt_dec 1 x); [rewrite inside_beyond; lra|].
rewrite <- (inside_beyond p 1) by lra. apply inside_le. lra.
Qed.

Lemma inside_pos p x : 0 < x -> 0 < inside p x.
Proof.
intros H. destruct (Rle_lt_dec 1 x); [rewrite inside_beyond; lra|].
rewrite <- (inside_0 p). apply inside_lt; lra.
Qed.

(* Between two angles cos^p has at most the integral of cos. *)
Lemma cos_pow_int_le p a b : (1 <= p)%nat -> - (PI / 2) <= a -> a <= b -> b <= PI / 2 ->
  0 <= RInt (fun t => cos t ^ p) a b <= sin b - sin a.
Proof.
intros Hp A L B.
assert (E : RInt cos a b = sin b - sin a) by (apply int_primitive; [intros x; auto_derive;
  [auto|ring]|smooth]).
rewrite <- E. split.
- apply int_nonneg; [exact L|apply cts_cos_pow|]. intros t Ht. apply pow_le, cos_nonneg. lra.
- apply int_le; [exact L|apply cts_cos_pow|smooth|]. intros t Ht.
  destruct p as [|p]; [lia|]. simpl. assert (0 <= cos t) by (apply cos_nonneg; lra).
  assert (cos t <= 1) by apply COS_bound.
  assert (cos t ^ p <= 1) by (rewrite <- (pow1 p); apply pow_incr; lra).
  nra.
Qed.

Lemma inside_rise p x y : (1 <= p)%nat -> x <= y -> 0 <= inside p y - inside p x <= density0 p * (y - x).
Proof.
intros Hp H. assert (Rx := asin_range x). assert (Ry := asin_range y). assert (L := asin_le x y H).
assert (S := sin_asin_lipschitz x y H). assert (W := Rinv_0_lt_compat _ (wallis_pos p)).
assert (I := cos_pow_int_le p (asin x) (asin y) Hp (proj1 Rx) L (proj2 Ry)).
rewrite inside_diff. unfold density0, Rdiv. nra.
Qed.

(* A_(p+2)(x) <= D_(p+2) x. *)
Lemma inside_linear p x : (1 <= p)%nat -> 0 <= x -> inside p x <= density0 p * x.
Proof. intros Hp H. assert (Q := inside_rise p 0 x Hp H). rewrite inside_0 in Q. lra. Qed.

Lemma inside_lipschitz p x y : (1 <= p)%nat -> Rabs (inside p x - inside p y) <= density0 p * Rabs (x - y).
Proof.
intros Hp. destruct (Rle_lt_dec x y) as [H|H].
- assert (Q := inside_rise p x y Hp H). rewrite !Rabs_left1 by lra. lra.
- assert (Q := inside_rise p y x Hp (Rlt_le _ _ H)). rewrite !Rabs_right by lra. lra.
Qed.

Lemma cts_inside p : (1 <= p)%nat -> cts (inside p).
Proof. intros Hp. apply (lipschitz_cts _ (density0 p)). intros x y. now apply inside_lipschitz. Qed.

Lemma mean_primitive p (f F : R -> R) : cts f ->
  (forall t, is_derive F t (f (sin t) * cos t ^ p)) ->
  mean p f = (F (PI / 2) - F (- (PI / 2))) / (2 * wallis p).
Proof. intros C D. unfold mean. now rewrite (int_primitive F) by (try apply cts_mean; auto). Qed.

Lemma mean_split p f : cts f ->
  mean p f = (RInt (fun t => f (sin t) * cos t ^ p) 0 (PI / 2)
              + RInt (fun t => f (- sin t) * cos t ^ p) 0 (PI / 2)) / (2 * wallis p).
Proof.
intros C. unfold mean. rewrite <- (int_chasles _ (- (PI / 2)) 0) by now apply cts_mean.
rewrite Rplus_comm. do 2 f_equal. replace (- (PI / 2)) with (0 - PI / 2) by ring.
replace 0 with (0 - 0) at 2 by ring.
rewrite <- (int_reflect (fun t => f (sin t) * cos t ^ p) 0) by now apply cts_mean.
apply int_eq. intros t. now rewrite Rminus_0_l, cos_neg, sin_neg.
Qed.

Lemma S1_law_of_mass_one p : mean p (fun _ => 1) = 1.
Proof.
rewrite mean_split by (intros x; apply continuous_const).
rewrite (int_eq _ (fun t => cos t ^ p)) by (intros; ring). fold (wallis p). field. apply wallis_nonzero.
Qed.

Lemma S1_inside_from_0_to_1 p : inside p 0 = 0 /\ inside p 1 = 1.
Proof. split; [apply inside_0|apply inside_beyond; lra]. Qed.

Lemma S1_density p x : (1 <= p)%nat -> -1 < x < 1 ->
  is_derive (inside p) x (density0 p * sqrt (1 - x ^ 2) ^ (p - 1)).
Proof.
intros Hp H. unfold inside, density0.
assert (P : 0 < sqrt (1 - x ^ 2)) by (apply sqrt_lt_R0; nra).
assert (D := is_derive_comp (fun y => RInt (fun t => cos t ^ p) 0 y) asin x _ _
  (int_derive _ 0 (asin x) (cts_cos_pow p)) (asin_derive x H)).
assert (E := is_derive_scal _ x (/ wallis p) _ D). simpl in E.
apply (is_derive_ext _ _ x _ (fun y => Rmult_comm _ _)) in E. unfold Rdiv.
eapply is_derive_ext; [intros t; reflexivity|].
replace (/ wallis p * sqrt (1 - x ^ 2) ^ (p - 1)) with
  (/ wallis p * (/ sqrt (1 - x ^ 2) * cos (asin x) ^ p)); [exact E|].
rewrite cos_asin_any. destruct p as [|p]; [lia|]. simpl. rewrite Nat.sub_0_r.
assert (W := wallis_nonzero (S p)). simpl in P. field. split; [exact W|lra].
Qed.

Lemma S1_mean_square p : mean p (fun v => v ^ 2) = / INR (p + 2).
Proof.
rewrite mean_split by smooth.
rewrite (int_eq (fun t => (- sin t) ^ 2 * cos t ^ p) (fun t => sin t ^ 2 * cos t ^ p)) by (intros; ring).
assert (E : RInt (fun t => sin t ^ 2 * cos t ^ p) 0 (PI / 2) = wallis p - wallis (p + 2)).
{ unfold wallis. rewrite <- int_minus by apply cts_cos_pow. apply int_eq. intros t. rewrite pow_add.
  replace (sin t ^ 2) with (1 - cos t ^ 2); [ring|]. assert (Q := sin2_cos2 t). unfold Rsqr in Q. simpl.
  lra. }
rewrite E. assert (Q := wallis_step p). assert (W := wallis_nonzero p).
assert (N : INR (p + 2) = INR (p + 1) + 1) by (rewrite !plus_INR; simpl; ring).
assert (0 < INR (p + 1)) by (apply lt_0_INR; lia). rewrite N in *. clear N.
replace (wallis (p + 2)) with (INR (p + 1) * wallis p / (INR (p + 1) + 1)).
- field. repeat split; try lra; exact W.
- rewrite <- Q. field. lra.
Qed.

Lemma cts_Rabs : cts Rabs.
Proof. intros x. apply continuous_Rabs. Qed.

Lemma S1_mean_modulus p : mean p Rabs = mu p.
Proof.
rewrite mean_split by exact cts_Rabs.
rewrite (int_eq (fun t => Rabs (- sin t) * cos t ^ p) (fun t => Rabs (sin t) * cos t ^ p))
  by (intros; now rewrite Rabs_Ropp).
assert (0 < INR (p + 1)) by (apply lt_0_INR; lia).
rewrite (int_ext _ (fun t => sin t * cos t ^ p)).
- rewrite (int_primitive (fun t => - cos t ^ (p + 1) / INR (p + 1))).
  + rewrite cos_PI2, cos_0, pow1, pow_i by lia. unfold mu, density0. field. split; [apply wallis_nonzero|lra].
  + intros t. auto_derive; [auto|]. replace (Init.Nat.pred (p + 1)) with p by lia. field. lra.
  + smooth.
- assert (Q := PI_RGT_0). lra.
- intros t Ht. rewrite Rabs_right; [reflexivity|]. apply Rle_ge, sin_ge_0; lra.
Qed.

(* D_(n+2) = D_n n/(n-1), for n = p+2. *)
Lemma S1_density_recursion p : density0 (p + 2) = density0 p * (INR (p + 2) / INR (p + 1)).
Proof.
unfold density0. assert (Q := wallis_step p). assert (W := wallis_nonzero p).
assert (0 < INR (p + 1)) by (apply lt_0_INR; lia). assert (0 < INR (p + 2)) by (apply lt_0_INR; lia).
replace (wallis (p + 2)) with (INR (p + 1) * wallis p / INR (p + 2)) by (rewrite <- Q; field; lra).
field. repeat split; try exact W; lra.
Qed.
