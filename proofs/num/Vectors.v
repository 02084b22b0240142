(* Vectors of R^n and their sums.

   vec           a vector, as a function of its index; only the entries below the dimension matter
   sum n u       u_0 + ... + u_(n-1), the sum 1^T u
   dot n u v     u^T v
   norm n u      the Euclidean norm
   lin x u y v   x u + y v
   agree n u v   the same entries

   Formalised: bilinearity, Cauchy and Schwarz with its case of equality, (1^T u)^2 <= n u^T u.
   Not formalised: matrices; (11^T + c I) u is written sum n u + c u_i. *)
From Coq Require Import Reals Lra Lia Psatz.
Open Scope R_scope.

Definition vec := nat -> R.

Fixpoint sum (n : nat) (u : vec) : R :=
  match n with O => 0 | S m => sum m u + u m end.

Definition dot (n : nat) (u v : vec) : R := sum n (fun i => u i * v i).
Definition norm (n : nat) (u : vec) : R := sqrt (dot n u u).
Definition lin (x : R) (u : vec) (y : R) (v : vec) : vec := fun i => x * u i + y * v i.
Definition agree (n : nat) (u v : vec) : Prop := forall i, (i < n)%nat -> u i = v i.

Lemma sum_ext n u v : agree n u v -> sum n u = sum n v.
Proof.
induction n as [|n IH]; intros H; simpl; [reflexivity|].
rewrite IH; [rewrite (H n); [reflexivity|lia]|intros i Hi; apply H; lia].
Qed.

Lemma sum_lin n x u y v : sum n (lin x u y v) = x * sum n u + y * sum n v.
Proof. induction n; simpl; [ring|]. rewrite IHn; unfold lin; ring. Qed.

Lemma sum_plus n u v : sum n (fun i => u i + v i) = sum n u + sum n v.
Proof. induction n; simpl; [ring|]. rewrite IHn; ring. Qed.

Lemma sum_minus n u v : sum n (fun i => u i - v i) = sum n u - sum n v.
Proof. induction n; simpl; [ring|]. rewrite IHn; ring. Qed.

Lemma sum_scal n x u : sum n (fun i => x * u i) = x * sum n u.
Proof. induction n; simpl; [ring|]. rewrite IHn; ring. Qed.

Lemma sum_const n x : sum n (fun _ => x) = INR n * x.
Proof. induction n; [simpl; ring|]. rewrite S_INR; simpl; rewrite IHn; ring. Qed.

Lemma sum_le n u v : (forall i, (i < n)%nat -> u i <= v i) -> sum n u <= sum n v.
Proof.
induction n as [|n IH]; intros H; simpl; [lra|].
assert (u n <= v n) by (apply H; lia).
assert (sum n u <= sum n v) by (apply IH; intros; apply H; lia). lra.
Qed.

Lemma sum_nonneg n u : (forall i, (i < n)%nat -> 0 <= u i) -> 0 <= sum n u.
Proof.
intros H. replace 0 with (sum n (fun _ => 0)) by (rewrite sum_const; ring). now apply sum_le.
Qed.

Lemma sum_zero n u : (forall i, (i < n)%nat -> 0 <= u i) -> sum n u = 0 ->
  forall i, (i < n)%nat -> u i = 0.
Proof.
induction n as [|n IH]; intros Hu H i Hi; [lia|]. simpl in H.
assert (0 <= sum n u) by (apply sum_nonneg; intros; apply Hu; lia).
assert (0 <= u n) by (apply Hu; lia).
destruct (Nat.eq_dec i n) as [->|]; [lra|].
apply IH; [intros; apply Hu; lia|lra|lia].
Qed.

Lemma dot_ext n u u' v v' : agree n u u' -> agree n v v' -> dot n u v = dot n u' v'.
Proof. intros H H'. apply sum_ext. intros i Hi. now rewrite (H i Hi), (H' i Hi). Qed.

Lemma dot_sym n u v : dot n u v = dot n v u.
Proof. apply sum_ext. intros i _. ring. Qed.

Lemma dot_lin_l n x u y v w : dot n (lin x u y v) w = x * dot n u w + y * dot n v w.
Proof. unfold dot, lin. induction n; simpl; [ring|]. rewrite IHn; ring. Qed.

Lemma dot_lin_r n x u y v w : dot n w (lin x u y v) = x * dot n w u + y * dot n w v.
Proof. now rewrite dot_sym, dot_lin_l, !(dot_sym n w). Qed.

Lemma dot_lin n x u y v x' u' y' v' :
  dot n (lin x u y v) (lin x' u' y' v') =
  x * x' * dot n u u' + x * y' * dot n u v' + y * x' * dot n v u' + y * y' * dot n v v'.
Proof. rewrite dot_lin_l, !dot_lin_r. ring. Qed.

(* The square of x u + y v. *)
Lemma dot_lin_sq n x u y v :
  dot n (lin x u y v) (lin x u y v) = x * x * dot n u u + 2 * x * y * dot n u v + y * y * dot n v v.
Proof. rewrite dot_lin, (dot_sym n v u). ring. Qed.

Lemma dot_scal_l n x u v : dot n (fun i => x * u i) v = x * dot n u v.
Proof. unfold dot. rewrite <- sum_scal. apply sum_ext. intros i _. ring. Qed.

Lemma dot_scal_r n x u v : dot n u (fun i => x * v i) = x * dot n u v.
Proof. now rewrite dot_sym, dot_scal_l, dot_sym. Qed.

Lemma dot_plus_l n u v w : dot n (fun i => u i + v i) w = dot n u w + dot n v w.
Proof. unfold dot. rewrite <- sum_plus. apply sum_ext. intros i _. ring. Qed.

Lemma dot_plus_r n u v w : dot n w (fun i => u i + v i) = dot n w u + dot n w v.
Proof. now rewrite dot_sym, dot_plus_l, !(dot_sym n w). Qed.

Lemma dot_minus_l n u v w : dot n (fun i => u i - v i) w = dot n u w - dot n v w.
Proof. unfold dot. rewrite <- sum_minus. apply sum_ext. intros i _. ring. Qed.

Lemma dot_minus_r n u v w : dot n w (fun i => u i - v i) = dot n w u - dot n w v.
Proof. now rewrite dot_sym, dot_minus_l, !(dot_sym n w). Qed.

Lemma dot_ones_l n x u : dot n (fun _ => x) u = x * sum n u.
Proof. unfold dot. now rewrite sum_scal. Qed.

Lemma dot_ones_r n x u : dot n u (fun _ => x) = x * sum n u.
Proof. now rewrite dot_sym, dot_ones_l. Qed.

Lemma dot_nonneg n u : 0 <= dot n u u.
Proof. apply sum_nonneg. intros i _. nra. Qed.

Lemma dot_zero n u : dot n u u = 0 -> forall i, (i < n)%nat -> u i = 0.
Proof.
intros H i Hi. assert (u i * u i = 0).
{ apply (sum_zero n (fun j => u j * u j)); [intros; nra|exact H|exact Hi]. }
nra.
Qed.

Lemma dot_zero_agree n u v : dot n (fun i => u i - v i) (fun i => u i - v i) = 0 -> agree n u v.
Proof. intros H i Hi. assert (E := dot_zero n _ H i Hi). simpl in E. lra. Qed.

(* (u.v)^2 <= (u.u)(v.v). *)
Lemma cauchy_schwarz n u v : dot n u v * dot n u v <= dot n u u * dot n v v.
Proof.
assert (Hu := dot_nonneg n u). assert (Hv := dot_nonneg n v).
destruct (Req_dec (dot n v v) 0) as [E|E].
- assert (Z : agree n v (fun _ => 0)) by (intros i Hi; now apply dot_zero with (1 := E)).
  rewrite (dot_ext n u u v (fun _ => 0)); [|now intros i _|exact Z].
  rewrite dot_ones_r. nra.
- assert (Q := dot_nonneg n (lin (dot n v v) u (- dot n u v) v)).
  rewrite dot_lin_sq in Q.
  assert (0 <= dot n v v * (dot n u u * dot n v v - dot n u v * dot n u v)) by nra.
  assert (0 < dot n v v) by lra.
  apply Rmult_le_reg_l with (dot n v v); lra.
Qed.

Lemma norm_nonneg n u : 0 <= norm n u.
Proof. apply sqrt_pos. Qed.

Lemma norm_sq n u : norm n u * norm n u = dot n u u.
Proof. apply sqrt_sqrt, dot_nonneg. Qed.

Lemma norm_pos n u : dot n u u <> 0 -> 0 < norm n u.
Proof. intros H. apply sqrt_lt_R0. assert (Q := dot_nonneg n u). lra. Qed.

Lemma cauchy_schwarz_norm n u v : Rabs (dot n u v) <= norm n u * norm n v.
Proof.
unfold norm. rewrite <- sqrt_mult by apply dot_nonneg.
rewrite <- sqrt_Rsqr_abs. apply sqrt_le_1_alt. unfold Rsqr. apply cauchy_schwarz.
Qed.

(* (1^T u)^2 <= n u^T u. *)
Lemma sum_sq_le n u : sum n u * sum n u <= INR n * dot n u u.
Proof.
assert (H := cauchy_schwarz n (fun _ => 1) u).
rewrite (dot_ones_l n 1 u), (dot_ones_l n 1), sum_const in H. lra.
Qed.
