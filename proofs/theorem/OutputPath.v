(* The output weights along any path of the filter: what the mean path stays between, and a step's noise.

   x_t, y_t            coordinates of the mean path, times a_1 and a_2: x_(t+1) = (1-r) x_t + r X_t with
                       r = eta lambda, X_t the rest point at the angle of the moment
   pos x               the positive part of x
   next top n ...      one coordinate after a step of P-GD: top = PI-1+k along 1 and PI-1 across; n = k along
                       1, 0 across (then r (n-1+g) a is r (g-1) a_2)
   noise_of            what that step adds to the mean path's

   Formalised: S1 as an identity and in every mean; S2 for arbitrary sequences of rest points; S5 for vectors.
   Not formalised: that x and y are the coordinates of P-GD's step (dynamics.LumpedChain). *)
From Coq Require Import Reals Lra Lia FunctionalExtensionality.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Definition pos (x : R) : R := Rmax 0 x.

(* S1 *)
Definition next (top n eta r gt x e a : R) : R :=
  x - eta / (2 * PI) * (r * r * top * (x + e) - r * (n - 1 + gt) * a).
Definition mean_next (top n eta m2 m1 h x a : R) : R :=
  x - eta / (2 * PI) * (m2 * top * x - (m1 * (n - 1) + h) * a).
Definition noise_of (top n m2 m1 h r gt x e a : R) : R :=
  - (top / (2 * PI)) * (r * r - m2) * x - top / (2 * PI) * (r * r) * e
  + (n * (r - m1) + (r * (gt - 1) - (h - m1))) * a / (2 * PI).

Lemma S1_step_is_mean_step_and_noise top n eta m2 m1 h r gt x e a :
  next top n eta r gt x e a = mean_next top n eta m2 m1 h x a + eta * noise_of top n m2 m1 h r gt x e a.
Proof. assert (P := PI_RGT_0). unfold next, mean_next, noise_of. field. lra. Qed.

Lemma S1_mean_step_contracts top n eta m2 m1 h x a : 0 < top -> 0 < m2 ->
  let lambda := m2 * top / (2 * PI) in
  mean_next top n eta m2 m1 h x a =
  (1 - eta * lambda) * x + eta * lambda * ((m1 * (n - 1) + h) / (m2 * top) * a).
Proof. intros T M lambda. assert (P := PI_RGT_0). unfold mean_next, lambda. field. lra. Qed.

Lemma S1_difference_contracts top n eta m2 m1 h r gt x xh e a : 0 < top -> 0 < m2 ->
  let lambda := m2 * top / (2 * PI) in
  next top n eta r gt x e a - mean_next top n eta m2 m1 h xh a =
  (1 - eta * lambda) * (x - xh) + eta * noise_of top n m2 m1 h r gt x e a.
Proof.
intros T M lambda. rewrite (S1_step_is_mean_step_and_noise top n eta m2 m1 h).
rewrite !S1_mean_step_contracts by easy. unfold lambda. ring.
Qed.

(* A mean over the noise: linear, and 1 of 1. *)
Definition linear_mean (X : Type) (E : (X -> R) -> R) : Prop :=
  E (fun _ => 1) = 1 /\ forall c F G, E (fun o => c * F o + G o) = c * E F + E G.

Lemma linear_scal X E c (F : X -> R) : linear_mean X E -> E (fun o => c * F o) = c * E F.
Proof.
intros [O L]. assert (Z : E (fun _ => 0) = 0).
{ assert (A := L (-1) (fun _ => 1) (fun _ => 1)). rewrite O in A.
  replace (fun _ : X => -1 * 1 + 1) with (fun _ : X => 0) in A
    by (apply functional_extensionality; intros o; ring). lra. }
assert (A := L c F (fun _ => 0)). rewrite Z in A.
replace (fun o => c * F o) with (fun o => c * F o + 0) by (apply functional_extensionality; intros o; ring).
lra.
Qed.

Lemma linear_const X E c : linear_mean X E -> E (fun _ : X => c) = c.
Proof.
intros M. assert (A := linear_scal X E c (fun _ => 1) M). destruct M as [O _]. rewrite O in A.
replace (fun _ : X => c) with (fun _ : X => c * 1) by (apply functional_extensionality; intros o; ring). lra.
Qed.

Lemma S1_noise_has_mean_0 X E top n m2 m1 h x a (r gt e : X -> R) : linear_mean X E ->
  E (fun o => r o * r o) = m2 -> E r = m1 -> E (fun o => r o * gt o) = h ->
  E (fun o => r o * r o * e o) = 0 ->
  E (fun o => noise_of top n m2 m1 h (r o) (gt o) x (e o) a) = 0.
Proof.
intros M E2 E1 Eh Ee. assert (P := PI_RGT_0). set (c := / (2 * PI)). assert (L := proj2 M).
replace (fun o => noise_of top n m2 m1 h (r o) (gt o) x (e o) a) with
  (fun o => - (top * c * x) * (r o * r o) + (- (top * c) * (r o * r o * e o) +
    ((n - 1) * a * c * r o + (a * c * (r o * gt o) + (top * c * x * m2 - ((n - 1) * m1 + h) * a * c))))).
- rewrite !L, E2, E1, Eh, Ee, (linear_const X E _ M). ring.
- apply functional_extensionality. intros o. unfold noise_of, c. field. lra.
Qed.

(* S2 *)
Lemma S2_lower_end r m (x X : nat -> R) t : 0 <= r <= 1 -> (forall s, (s < t)%nat -> m <= X s) ->
  (forall s, (s < t)%nat -> x (S s) = (1 - r) * x s + r * X s) ->
  m - (1 - r) ^ t * pos (m - x O) <= x t.
Proof.
intros H B S. assert (P := Rmax_r 0 (m - x O)). fold (pos (m - x O)) in P. induction t as [|t IH].
- simpl. lra.
- assert (I := IH (fun s Hs => B s (Nat.lt_lt_succ_r _ _ Hs)) (fun s Hs => S s (Nat.lt_lt_succ_r _ _ Hs))).
  rewrite (S t) by lia. assert (L := B t ltac:(lia)). simpl.
  assert ((1 - r) * (m - (1 - r) ^ t * pos (m - x O)) <= (1 - r) * x t) by (apply Rmult_le_compat_l; lra).
  assert (r * m <= r * X t) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Lemma S2_upper_end r m (x X : nat -> R) t : 0 <= r <= 1 -> (forall s, (s < t)%nat -> X s <= m) ->
  (forall s, (s < t)%nat -> x (S s) = (1 - r) * x s + r * X s) ->
  x t <= m + (1 - r) ^ t * pos (x O - m).
Proof.
intros H B S. assert (A := S2_lower_end r (- m) (fun s => - x s) (fun s => - X s) t H).
cbv beta in A. replace (- m - - x O) with (x O - m) in A by ring.
assert (L := A (fun s Hs => Ropp_le_contravar _ _ (B s Hs))).
assert (U := L (fun s Hs => ltac:(rewrite (S s Hs); ring))). lra.
Qed.

Lemma pow_le_pow q1 q2 t : 0 <= q1 <= q2 -> 0 <= q1 ^ t <= q2 ^ t.
Proof. intros H. split; [apply pow_le|apply pow_incr]; lra. Qed.

(* d = x + y decays at the slower of both rates, r2 <= r1: the factor is the larger 1 - r2. *)
Lemma S2_lower_end_of_the_alignment r1 r2 mx my (x X y Y : nat -> R) t : 0 <= r2 <= r1 -> r1 <= 1 ->
  (forall s, (s < t)%nat -> mx <= X s /\ my <= Y s) ->
  (forall s, (s < t)%nat -> x (S s) = (1 - r1) * x s + r1 * X s /\ y (S s) = (1 - r2) * y s + r2 * Y s) ->
  mx + my - (1 - r2) ^ t * (pos (mx - x O) + pos (my - y O)) <= x t + y t.
Proof.
intros H1 H2 B S. assert (A := S2_lower_end r1 mx x X t ltac:(lra) (fun s Hs => proj1 (B s Hs))
  (fun s Hs => proj1 (S s Hs))).
assert (C := S2_lower_end r2 my y Y t ltac:(lra) (fun s Hs => proj2 (B s Hs)) (fun s Hs => proj2 (S s Hs))).
assert (Q := pow_le_pow (1 - r1) (1 - r2) t ltac:(lra)). assert (P := Rmax_l 0 (mx - x O)).
fold (pos (mx - x O)) in P. assert ((1 - r1) ^ t * pos (mx - x O) <= (1 - r2) ^ t * pos (mx - x O))
  by (apply Rmult_le_compat_r; lra). lra.
Qed.

Lemma S2_upper_end_of_the_alignment r1 r2 mx my (x X y Y : nat -> R) t : 0 <= r2 <= r1 -> r1 <= 1 ->
  (forall s, (s < t)%nat -> X s <= mx /\ Y s <= my) ->
  (forall s, (s < t)%nat -> x (S s) = (1 - r1) * x s + r1 * X s /\ y (S s) = (1 - r2) * y s + r2 * Y s) ->
  x t + y t <= mx + my + (1 - r2) ^ t * (pos (x O - mx) + pos (y O - my)).
Proof.
intros H1 H2 B S. assert (A := S2_upper_end r1 mx x X t ltac:(lra) (fun s Hs => proj1 (B s Hs))
  (fun s Hs => proj1 (S s Hs))).
assert (C := S2_upper_end r2 my y Y t ltac:(lra) (fun s Hs => proj2 (B s Hs)) (fun s Hs => proj2 (S s Hs))).
assert (Q := pow_le_pow (1 - r1) (1 - r2) t ltac:(lra)). assert (P := Rmax_l 0 (x O - mx)).
fold (pos (x O - mx)) in P. assert ((1 - r1) ^ t * pos (x O - mx) <= (1 - r2) ^ t * pos (x O - mx))
  by (apply Rmult_le_compat_r; lra). lra.
Qed.

Lemma S2_reach r m (x X : nat -> R) t : 0 <= r <= 1 -> (forall s, (s < t)%nat -> Rabs (X s) <= m) ->
  (forall s, (s < t)%nat -> x (S s) = (1 - r) * x s + r * X s) -> Rabs (x t) <= Rmax (Rabs (x O)) m.
Proof.
intros H B S. set (M := Rmax (Rabs (x O)) m). induction t as [|t IH]; [apply Rmax_l|].
assert (I := IH (fun s Hs => B s (Nat.lt_lt_succ_r _ _ Hs)) (fun s Hs => S s (Nat.lt_lt_succ_r _ _ Hs))).
assert (L := B t ltac:(lia)). assert (N := Rmax_r (Rabs (x O)) m). fold M in N. rewrite (S t) by lia.
apply Rle_trans with (Rabs ((1 - r) * x t) + Rabs (r * X t)); [apply Rabs_triang|].
rewrite !Rabs_mult, (Rabs_right (1 - r)), (Rabs_right r) by lra.
assert ((1 - r) * Rabs (x t) <= (1 - r) * M) by (apply Rmult_le_compat_l; lra).
assert (r * Rabs (X t) <= r * M) by (apply Rmult_le_compat_l; lra). lra.
Qed.

(* S5 *)
Lemma norm_lin n x u y v : Rabs x * norm n u + Rabs y * norm n v >= norm n (lin x u y v).
Proof.
assert (A := norm_nonneg n u). assert (B := norm_nonneg n v). assert (X := Rabs_pos x).
assert (Y := Rabs_pos y).
apply Rle_ge. unfold norm at 1. rewrite <- (sqrt_Rsqr (Rabs x * norm n u + Rabs y * norm n v)).
2: { assert (0 <= Rabs x * norm n u) by now apply Rmult_le_pos.
     assert (0 <= Rabs y * norm n v) by now apply Rmult_le_pos. lra. }
apply sqrt_le_1_alt. rewrite dot_lin_sq. assert (C := cauchy_schwarz_norm n u v).
assert (D : x * y * dot n u v <= Rabs x * Rabs y * (norm n u * norm n v)).
{ apply Rle_trans with (Rabs (x * y * dot n u v)); [apply Rle_abs|]. rewrite !Rabs_mult.
  apply Rmult_le_compat_l; [now apply Rmult_le_pos|exact C]. }
assert (U := norm_sq n u). assert (V := norm_sq n v). unfold Rsqr.
assert (XX : Rabs x * Rabs x = x * x) by (rewrite <- Rabs_mult; apply Rabs_right, Rle_ge, Rle_0_sqr).
assert (YY : Rabs y * Rabs y = y * y) by (rewrite <- Rabs_mult; apply Rabs_right, Rle_ge, Rle_0_sqr).
assert (E : (Rabs x * norm n u + Rabs y * norm n v) * (Rabs x * norm n u + Rabs y * norm n v) =
  x * x * dot n u u + y * y * dot n v v + 2 * (Rabs x * Rabs y * (norm n u * norm n v))).
{ rewrite <- U, <- V, <- XX, <- YY. ring. }
rewrite E. lra.
Qed.

(* z+ = (1-b) z - b e, b = eta beta r^2 of the step. *)
Lemma S5_rest_stays n rho (b : nat -> R) (z e : nat -> vec) t :
  (forall s, (s < t)%nat -> 0 <= b s <= 1 /\ norm n (e s) <= rho /\
     z (S s) = lin (1 - b s) (z s) (- b s) (e s)) ->
  norm n (z t) <= Rmax (norm n (z O)) rho.
Proof.
intros H. set (M := Rmax (norm n (z O)) rho). induction t as [|t IH]; [apply Rmax_l|].
assert (I := IH (fun s Hs => H s (Nat.lt_lt_succ_r _ _ Hs))). destruct (H t ltac:(lia)) as [B [L E]].
assert (N := Rmax_r (norm n (z O)) rho). fold M in N. rewrite E.
assert (A := norm_lin n (1 - b t) (z t) (- b t) (e t)).
rewrite (Rabs_right (1 - b t)), Rabs_Ropp, (Rabs_right (b t)) in A by lra.
assert ((1 - b t) * norm n (z t) <= (1 - b t) * M) by (apply Rmult_le_compat_l; lra).
assert (b t * norm n (e t) <= b t * M) by (apply Rmult_le_compat_l; lra). lra.
Qed.
