(* Exponents: what the ceiling of the mean alignment says of the scale rho_w = C k p^2, and local slopes.

   equilibrium         a_infinity; dot k (equilibrium ...) b is d_infinity
   n = INR p, m2       1 + rho^2 n/(n+2)
   near t f u          |f/u - 1| <= t: f is u but for a relative t

   Formalised: of S1 the bound sqrt 2 |a*|^2/(C k p^2) at every angle, which is below any m_a > 0 once k p^2
   is large; of S5 the stationary variance of the noise on a alone, as a fixed point; S6 for every law.
   Not formalised: the expansions and their constants (S1-S5). *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Rcomplements.
From Lemmata Require Import num.Vectors dissipativity.SmoothedEquilibrium theorem.OutputPath_noise.
Open Scope R_scope.

Definition square_of (p : nat) (rho : R) : R := 1 + rho ^ 2 * INR p / (INR p + 2).

(* S1 *)
Lemma root_above p rho : (2 <= p)%nat -> 0 < rho -> rho / sqrt 2 <= sqrt (square_of p rho).
Proof.
intros Hp R. assert (P : 2 <= INR p) by (apply le_INR in Hp; exact Hp). assert (S := sqrt_lt_R0 2 ltac:(lra)).
assert (E := sqrt_sqrt 2 ltac:(lra)). rewrite <- (sqrt_pow2 (rho / sqrt 2)).
2: { left. now apply Rdiv_lt_0_compat. }
apply sqrt_le_1_alt. unfold square_of. replace ((rho / sqrt 2) ^ 2) with (rho ^ 2 * / 2).
2: { replace (/ 2) with (/ (sqrt 2 * sqrt 2)) by now rewrite E. field. lra. }
assert (Q : / 2 <= INR p / (INR p + 2)).
{ apply Rmult_le_reg_r with (2 * (INR p + 2)); [lra|].
  replace (/ 2 * (2 * (INR p + 2))) with (INR p + 2) by field.
  replace (INR p / (INR p + 2) * (2 * (INR p + 2))) with (2 * INR p) by (field; lra). lra. }
assert (rho ^ 2 * / 2 <= rho ^ 2 * (INR p / (INR p + 2)))
  by (apply Rmult_le_compat_l; [apply pow2_ge_0|easy]).
unfold Rdiv in *. lra.
Qed.

Lemma S1_alignment_below p k m1 h b rho : (2 <= p)%nat -> (1 <= k)%nat -> 0 < dot k b b -> 0 < rho ->
  0 < m1 ->
  m1 * m1 <= square_of p rho -> h <= PI * m1 ->
  dot k (equilibrium k (square_of p rho) m1 h b) b <= sqrt 2 * dot k b b / rho.
Proof.
intros Hp Hk B R M1 M2 H. assert (A := root_above p rho Hp R). assert (S := sqrt_lt_R0 2 ltac:(lra)).
assert (Z : 0 < rho / sqrt 2) by now apply Rdiv_lt_0_compat. assert (N : 0 < square_of p rho).
{ destruct (Rle_lt_dec (square_of p rho) 0) as [L|L]; [|easy]. rewrite (sqrt_neg_0 _ L) in A. lra. }
apply Rle_trans with (m1 / square_of p rho * dot k b b); [now apply S3_ceiling|].
apply Rle_trans with (dot k b b / sqrt (square_of p rho)); [apply S3_ceiling_by_the_root; lra|].
replace (sqrt 2 * dot k b b / rho) with (dot k b b * / (rho / sqrt 2)) by (field; lra).
apply Rmult_le_compat_l; [lra|]. now apply Rinv_le_contravar.
Qed.

(* rho_w = C k p^2. *)
Lemma S1_at_the_poster_s_scale p k m1 h b C : (2 <= p)%nat -> (1 <= k)%nat -> 0 < dot k b b -> 0 < C ->
  0 < m1 ->
  let rho := C * INR k * INR p ^ 2 in
  m1 * m1 <= square_of p rho -> h <= PI * m1 ->
  dot k (equilibrium k (square_of p rho) m1 h b) b <= sqrt 2 * dot k b b / (C * INR k * INR p ^ 2).
Proof.
intros Hp Hk B HC M1 rho M2 H. apply S1_alignment_below; try easy. unfold rho.
assert (0 < INR k) by (apply lt_0_INR; lia). assert (0 < INR p ^ 2) by (apply pow_lt, lt_0_INR; lia).
apply Rmult_lt_0_compat; [now apply Rmult_lt_0_compat|easy].
Qed.

Lemma S1_no_constant_in_p_or_k p k m1 h b C ma : (2 <= p)%nat -> (1 <= k)%nat -> 0 < dot k b b -> 0 < C ->
  0 < ma -> 0 < m1 -> let rho := C * INR k * INR p ^ 2 in m1 * m1 <= square_of p rho -> h <= PI * m1 ->
  sqrt 2 * dot k b b / (C * ma) < INR k * INR p ^ 2 ->
  dot k (equilibrium k (square_of p rho) m1 h b) b < ma.
Proof.
intros Hp Hk B HC Ha M1 rho M2 H L. assert (A := S1_at_the_poster_s_scale p k m1 h b C Hp Hk B HC M1 M2 H).
assert (Q : 0 < INR k * INR p ^ 2).
{ apply Rmult_lt_0_compat; [apply lt_0_INR; lia|apply pow_lt, lt_0_INR; lia]. }
apply Rle_lt_trans with (1 := A). apply Rmult_lt_reg_r with (C * (INR k * INR p ^ 2) / (C * ma)).
{ apply Rdiv_lt_0_compat; now apply Rmult_lt_0_compat. }
assert (INR k <> 0 /\ INR p <> 0).
{ split; apply not_0_INR; lia. }
replace (sqrt 2 * dot k b b / (C * INR k * INR p ^ 2) * (C * (INR k * INR p ^ 2) / (C * ma)))
  with (sqrt 2 * dot k b b / (C * ma)) by (field; repeat split; lra).
replace (ma * (C * (INR k * INR p ^ 2) / (C * ma))) with (INR k * INR p ^ 2) by (field; lra). exact L.
Qed.

(* S5: v <- (1 - 2 l + q) v + c has the fixed point c/(2l - q); here l = eta beta m2, q = (eta beta)^2 m4 and
   c = (eta beta)^2 m4 s2, so v = eta beta m4 s2/(2 m2 - eta beta m4). *)
Lemma S5_stationary_variance eta beta m2 m4 s2 v : 0 < eta -> 0 < beta -> eta * beta * m4 < 2 * m2 ->
  (v = (1 - 2 * (eta * beta * m2) + (eta * beta) ^ 2 * m4) * v + (eta * beta) ^ 2 * m4 * s2 <->
   v = eta * beta * m4 * s2 / (2 * m2 - eta * beta * m4)).
Proof.
intros He Hb H. assert (P : 0 < eta * beta) by now apply Rmult_lt_0_compat. split; intros V.
- apply Rmult_eq_reg_r with (eta * beta * (2 * m2 - eta * beta * m4)).
  2: { apply Rgt_not_eq, Rmult_lt_0_compat; lra. }
  replace (eta * beta * m4 * s2 / (2 * m2 - eta * beta * m4) * (eta * beta * (2 * m2 - eta * beta * m4)))
    with ((eta * beta) ^ 2 * m4 * s2) by (field; lra). lra.
- rewrite V. field. lra.
Qed.

Lemma S5_variance_at_the_level B d beta m2 m4 s2 : 0 < B -> 0 < d -> 0 < beta -> 0 < m2 -> 0 < m4 ->
  0 <= s2 ->
  let eta := 2 * m2 * d ^ 2 / (beta * m4 * (B * s2 + d ^ 2)) in
  B * (eta * beta * m4 * s2 / (2 * m2 - eta * beta * m4)) = d ^ 2 \/ s2 = 0.
Proof.
intros HB Hd Hb H2 H4 Hs eta. destruct (Req_dec s2 0) as [Z|Z]; [now right|left].
assert (0 < B * s2) by (apply Rmult_lt_0_compat; lra). assert (0 < d ^ 2) by now apply pow_lt.
assert (0 < beta * m4) by now apply Rmult_lt_0_compat.
assert (E : eta * beta * m4 = 2 * m2 * d ^ 2 / (B * s2 + d ^ 2)) by (unfold eta; field; repeat split; lra).
rewrite E. field. repeat split; try lra.
replace (2 * m2 * (B * s2 + d ^ 2) - 2 * m2 * d ^ 2) with (2 * m2 * (B * s2)) by ring.
apply Rgt_not_eq, Rmult_lt_0_compat; lra.
Qed.

(* S6 *)
Definition near (t f u : R) : Prop := Rabs (f / u - 1) <= t.

Lemma near_ln t f u : 0 < u -> 0 <= t < 1 -> near t f u -> 0 < f /\ Rabs (ln f - ln u) <= - ln (1 - t).
Proof.
intros U T H. unfold near in H. apply Rabs_le_between in H. assert (Q : 0 < f / u) by lra.
assert (F : 0 < f).
{ replace f with (f / u * u) by (field; lra). now apply Rmult_lt_0_compat. }
split; [easy|]. rewrite <- (ln_div f u) by easy.
assert (L : ln (1 - t) <= ln (f / u)) by (apply ln_le; lra).
assert (M : ln (f / u) <= - ln (1 - t)).
{ rewrite <- ln_Rinv by lra. apply ln_le; [easy|]. apply Rle_trans with (1 + t); [lra|].
  apply Rmult_le_reg_r with (1 - t); [lra|]. rewrite Rinv_l by lra.
  assert (0 <= t * t) by (apply Rmult_le_pos; lra). lra. }
apply Rabs_le_between. lra.
Qed.

Lemma S6_local_slope A e x t1 t2 f1 f2 : 0 < A -> 0 < x -> 0 <= t1 < 1 -> 0 <= t2 < 1 ->
  near t1 f1 (A * Rpower x e) -> near t2 f2 (A * Rpower (2 * x) e) ->
  Rabs (ln (f2 / f1) / ln 2 - e) <= (- ln (1 - t1) - ln (1 - t2)) / ln 2.
Proof.
intros HA X T1 T2 N1 N2. assert (L2 : 0 < ln 2) by (rewrite <- ln_1; apply ln_increasing; lra).
assert (U1 : 0 < A * Rpower x e) by (apply Rmult_lt_0_compat; [easy|apply exp_pos]).
assert (U2 : 0 < A * Rpower (2 * x) e) by (apply Rmult_lt_0_compat; [easy|apply exp_pos]).
destruct (near_ln t1 f1 _ U1 T1 N1) as [F1 B1]. destruct (near_ln t2 f2 _ U2 T2 N2) as [F2 B2].
assert (E1 : ln (A * Rpower x e) = ln A + e * ln x).
{ rewrite ln_mult by (easy || apply exp_pos). unfold Rpower. now rewrite ln_exp. }
assert (E2 : ln (A * Rpower (2 * x) e) = ln A + e * (ln 2 + ln x)).
{ rewrite ln_mult by (easy || apply exp_pos). unfold Rpower. rewrite ln_exp, ln_mult by lra. ring. }
rewrite E1 in B1. rewrite E2 in B2. rewrite (ln_div f2 f1) by easy.
replace ((ln f2 - ln f1) / ln 2 - e) with ((ln f2 - ln f1 - e * ln 2) / ln 2) by (field; lra).
unfold Rdiv. rewrite Rabs_mult, (Rabs_right (/ ln 2)) by (left; now apply Rinv_0_lt_compat).
apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
apply Rabs_le_between in B1. apply Rabs_le_between in B2. apply Rabs_le_between. lra.
Qed.

(* An exact power has its exponent for local slope. *)
Lemma S6_exact_power A e x : 0 < A -> 0 < x -> ln (A * Rpower (2 * x) e / (A * Rpower x e)) / ln 2 = e.
Proof.
intros HA X. assert (N : forall y, 0 < y -> near 0 (A * Rpower y e) (A * Rpower y e)).
{ intros y Y. unfold near. assert (0 < A * Rpower y e) by (apply Rmult_lt_0_compat; [easy|apply exp_pos]).
  unfold Rdiv. rewrite Rinv_r, Rminus_diag_eq, Rabs_R0 by lra. lra. }
assert (S := S6_local_slope A e x 0 0 _ _ HA X ltac:(lra) ltac:(lra) (N x X) (N (2 * x) ltac:(lra))).
rewrite Rminus_0_r, ln_1 in S. replace ((- 0 - 0) / ln 2) with 0 in S by (unfold Rdiv; ring).
apply Rminus_diag_uniq. apply Rabs_eq_0. apply Rle_antisym; [exact S|apply Rabs_pos].
Qed.
