(* loss.FilterGradient: the gradient is continuous at every w <> 0, and the loss is differentiable there as a
   function of several variables.

   near p w      the neighbourhoods of w in R^p: { x : |x - w| < delta }
   tends p w f   f is continuous at w, as a filter limit
   v, a, b       the teacher's filter (v.v = 1), the output weights of student and teacher

   Formalised: S1, that L is continuously differentiable in w, angles 0 and PI included.
   Not formalised: -. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import loss.Angle loss.FilterGradient_product loss.FilterGradient.
Open Scope R_scope.

Definition near (p : nat) (w : vec) (P : vec -> Prop) : Prop :=
  exists delta, 0 < delta /\ forall x, norm p (fun i => x i - w i) < delta -> P x.
Definition tends (p : nat) (w : vec) (f : vec -> R) : Prop := filterlim f (near p w) (locally (f w)).

Global Instance near_filter p w : Filter (near p w).
Proof.
constructor.
- exists 1. split; [lra|easy].
- intros P Q [d [Hd HP]] [e [He HQ]]. exists (Rmin d e). split; [now apply Rmin_pos|].
  intros x H. split; [apply HP|apply HQ]; apply Rlt_le_trans with (1 := H); [apply Rmin_l|apply Rmin_r].
- intros P Q I [d [Hd HP]]. exists d. split; [exact Hd|]. auto.
Qed.

Lemma tends_const p w c : tends p w (fun _ => c).
Proof. apply filterlim_const. Qed.

Lemma tends_plus p w f h : tends p w f -> tends p w h -> tends p w (fun x => f x + h x).
Proof. intros F H. exact (filterlim_comp_2 _ _ Rplus F H (filterlim_plus (f w) (h w))). Qed.

Lemma tends_mult p w f h : tends p w f -> tends p w h -> tends p w (fun x => f x * h x).
Proof. intros F H. exact (filterlim_comp_2 _ _ Rmult F H (filterlim_mult (f w) (h w))). Qed.

Lemma tends_comp p w (f : R -> R) u : continuous f (u w) -> tends p w u -> tends p w (fun x => f (u x)).
Proof. intros F U. exact (filterlim_comp _ _ _ u f _ _ _ U F). Qed.

Lemma continuous_derive (f : R -> R) x : ex_derive f x -> continuous f x.
Proof. apply (ex_derive_continuous (V := R_NormedModule)). Qed.

Lemma tends_opp p w f : tends p w f -> tends p w (fun x => - f x).
Proof. apply (tends_comp p w Ropp). apply continuous_derive. auto_derive. exact I. Qed.

Lemma tends_minus p w f h : tends p w f -> tends p w h -> tends p w (fun x => f x - h x).
Proof. intros F H. apply tends_plus; [exact F|now apply tends_opp]. Qed.

Lemma tends_div p w f h : h w <> 0 -> tends p w f -> tends p w h -> tends p w (fun x => f x / h x).
Proof.
intros N F H. apply tends_mult; [exact F|]. apply (tends_comp p w Rinv); [|exact H].
apply continuous_derive. auto_derive. exact N.
Qed.

Lemma tends_sum p w n (f : nat -> vec -> R) : (forall i, (i < n)%nat -> tends p w (f i)) ->
  tends p w (fun x => sum n (fun i => f i x)).
Proof.
induction n as [|n IH]; intros H; cbn [sum]; [apply tends_const|].
apply tends_plus; [apply IH; intros; apply H; lia|apply H; lia].
Qed.

(* Entries, products with a fixed vector, the norm. *)
Lemma entry_le p u i : (i < p)%nat -> Rabs (u i) <= norm p u.
Proof.
intros H. rewrite <- sqrt_Rsqr_abs. apply sqrt_le_1_alt. unfold Rsqr, dot.
induction p as [|p IH]; [lia|]. cbn [sum]. assert (Q := dot_nonneg p u). unfold dot in Q.
destruct (Nat.eq_dec i p) as [->|]; [lra|]. assert (Z := IH ltac:(lia)). nra.
Qed.

Lemma tends_entry p w i : (i < p)%nat -> tends p w (fun x => x i).
Proof.
intros H. apply filterlim_locally. intros e. exists e. split; [apply cond_pos|].
intros x X. apply Rle_lt_trans with (2 := X). exact (entry_le p (fun j => x j - w j) i H).
Qed.

Lemma tends_norm p w : tends p w (fun x => norm p x).
Proof.
apply (tends_comp p w sqrt (fun x => dot p x x)); [apply continuous_sqrt|].
apply (tends_sum p w p (fun i x => x i * x i)). intros i H. apply tends_mult; now apply tends_entry.
Qed.

Lemma tends_dot p w v : tends p w (fun x => dot p x v).
Proof.
apply (tends_sum p w p (fun i x => x i * v i)). intros i H.
apply tends_mult; [now apply tends_entry|apply tends_const].
Qed.

(* The arc-cosine is uniformly continuous on [-1, 1]. *)
Lemma cos_gap al be : 0 <= al -> al <= be -> be <= PI -> 1 - cos (be - al) <= cos al - cos be.
Proof.
intros H0 H1 H2. rewrite <- cos_0, !form2.
replace ((0 - (be - al)) / 2) with (- ((be - al) / 2)) by field.
replace ((al - be) / 2) with (- ((be - al) / 2)) by field.
replace ((0 + (be - al)) / 2) with ((be - al) / 2) by field. rewrite sin_neg.
assert (S : 0 <= sin ((be - al) / 2)) by (apply sin_ge_0; lra).
assert (D : sin ((be - al) / 2) <= sin ((al + be) / 2)); [|nra].
apply Rminus_le. rewrite form4.
replace (((be - al) / 2 - (al + be) / 2) / 2) with (- (al / 2)) by field.
replace (((be - al) / 2 + (al + be) / 2) / 2) with (be / 2) by field. rewrite sin_neg.
assert (0 <= sin (al / 2)) by (apply sin_ge_0; lra). assert (0 <= cos (be / 2)) by (apply cos_ge_0; lra). nra.
Qed.

Lemma acos_uniform e x y : 0 < e <= PI -> -1 <= x <= 1 -> -1 <= y <= 1 -> Rabs (x - y) < 1 - cos e ->
  Rabs (acos x - acos y) < e.
Proof.
intros E. assert (W : forall s t, -1 <= s <= 1 -> -1 <= t <= 1 -> acos s <= acos t ->
  Rabs (s - t) < 1 - cos e -> acos t - acos s < e).
{ intros s t S T L H. assert (As := acos_bound s). assert (At := acos_bound t).
  apply Rnot_le_lt. intros N. assert (G := cos_gap (acos s) (acos t) (proj1 As) L (proj2 At)).
  rewrite !cos_acos in G by assumption. assert (B := Rle_abs (s - t)).
  assert (cos (acos t - acos s) <= cos e) by (apply cos_decr_1; lra). lra. }
intros X Y H. destruct (Rle_dec (acos x) (acos y)) as [L|L].
- rewrite Rabs_left1 by lra. assert (Z := W x y X Y L H). lra.
- rewrite Rabs_pos_eq by lra. apply W; try assumption; [lra|now rewrite Rabs_minus_sym].
Qed.

Lemma tends_acos p w f : near p w (fun x => -1 <= f x <= 1) -> -1 <= f w <= 1 -> tends p w f ->
  tends p w (fun x => acos (f x)).
Proof.
intros R R0 F. apply filterlim_locally. intros e. assert (P := PI_RGT_0).
set (d := Rmin e PI).
assert (D : 0 < d <= PI) by (split; [apply Rmin_pos; [apply cond_pos|lra]|apply Rmin_r]).
assert (G : 0 < 1 - cos d) by (rewrite <- cos_0; apply Rlt_Rminus, cos_decreasing_1; lra).
assert (B := proj1 (filterlim_locally f (f w)) F (mkposreal _ G)).
apply (filter_imp (fun x => -1 <= f x <= 1 /\ ball (f w) (1 - cos d) (f x))); [|now apply filter_and].
intros x [X H]. apply Rlt_le_trans with d; [|apply Rmin_l]. apply acos_uniform; assumption.
Qed.

Lemma near_nonzero p w : dot p w w <> 0 -> near p w (fun x => dot p x x <> 0).
Proof.
intros W. assert (N := norm_pos p w W).
apply (filter_imp (fun x => ball (norm p w) (mkposreal _ N) (norm p x))).
- intros x B E. assert (Z : norm p x = 0) by (unfold norm; rewrite E; apply sqrt_0).
  change (Rabs (norm p x - norm p w) < norm p w) in B. rewrite Z, Rabs_left1 in B; lra.
- exact (proj1 (filterlim_locally (fun x => norm p x) (norm p w)) (tends_norm p w) (mkposreal _ N)).
Qed.

Lemma tends_angle p w v : dot p w w <> 0 -> dot p v v = 1 -> tends p w (fun x => angle p x v).
Proof.
intros W V. assert (N := norm_pos p w W).
assert (R : forall x, dot p x x <> 0 -> -1 <= dot p x v / norm p x <= 1).
{ intros x X. apply cosine_range; [assert (Q := dot_nonneg p x); lra|now apply dot_sq_le]. }
apply (tends_acos p w (fun x => dot p x v / (norm p x * norm p v))).
- apply (filter_imp (fun x => dot p x x <> 0)); [|now apply near_nonzero].
  intros x. rewrite (norm_unit p v V), Rmult_1_r. apply R.
- rewrite (norm_unit p v V), Rmult_1_r. now apply R.
- apply tends_div; [rewrite (norm_unit p v V); lra|apply tends_dot|].
  apply tends_mult; [apply tends_norm|apply tends_const].
Qed.

Lemma tends_gradient p k w a v b i : (i < p)%nat -> dot p w w <> 0 -> dot p v v = 1 ->
  tends p w (fun x => gradient_w p k x a v b i).
Proof.
intros H W V. assert (N := norm_pos p w W). assert (P := PI_neq0). assert (A := tends_angle p w v W V).
assert (U : tends p w (fun x => x i / norm p x)).
{ apply tends_div; [lra|now apply tends_entry|apply tends_norm]. }
assert (G : tends p w (fun x => g (angle p x v))).
{ apply (tends_comp p w g); [|exact A]. apply continuous_derive. eexists. apply g_derive. }
assert (C : tends p w (fun x => cos (angle p x v))).
{ apply (tends_comp p w cos); [|exact A]. apply continuous_derive. auto_derive. exact I. }
unfold gradient_w. apply tends_div; [lra| |apply tends_const].
assert (M := tends_mult p w). assert (S := tends_minus p w). assert (K := tends_const p w).
apply S; [apply S|].
- apply M; [apply K|now apply tends_entry].
- apply M; [|exact U]. apply tends_plus; [apply K|]. apply M; [apply S; [exact G|apply K]|apply K].
- apply M; [apply M; [apply S; [apply K|exact A]|apply K]|].
  apply S; [apply K|]. apply M; [exact C|exact U].
Qed.

Lemma gap_norm p w f : (forall i, (i < p)%nat -> tends p w (fun x => f x i)) ->
  forall eps, 0 < eps -> near p w (fun x => norm p (fun i => f x i - f w i) < eps).
Proof.
intros H eps E. assert (T : tends p w (fun x => norm p (fun i => f x i - f w i))).
{ apply (tends_comp p w sqrt); [apply continuous_sqrt|].
  apply (tends_sum p w p (fun i x => (f x i - f w i) * (f x i - f w i))). intros i Hi.
  apply tends_mult; apply tends_minus; try apply tends_const; now apply H. }
assert (Z : norm p (fun i => f w i - f w i) = 0).
{ unfold norm. rewrite (dot_ext p _ (fun _ => 0) _ (fun _ => 0)); [|intros i _; ring|intros i _; ring].
  rewrite dot_ones_l, Rmult_0_l. apply sqrt_0. }
unfold tends in T. rewrite Z in T.
apply (filter_imp _ _) with (2 := proj1 (filterlim_locally _ 0) T (mkposreal eps E)).
intros x B. change (Rabs (norm p (fun i => f x i - f w i) - 0) < eps) in B.
apply Rle_lt_trans with (2 := B). rewrite Rminus_0_r. apply Rle_abs.
Qed.

(* The gradient is continuous, as a vector. *)
Lemma S1_gradient_is_continuous p k w a v b : dot p w w <> 0 -> dot p v v = 1 ->
  forall eps, 0 < eps -> exists delta, 0 < delta /\ forall x, norm p (fun i => x i - w i) < delta ->
  norm p (fun i => gradient_w p k x a v b i - gradient_w p k w a v b i) < eps.
Proof.
intros W V eps E. apply (gap_norm p w (fun x => gradient_w p k x a v b)); [|exact E].
intros i Hi. now apply tends_gradient.
Qed.

(* The derivative at any point of a line. *)
Lemma loss_ext p k w x a v b : (forall i, w i = x i) -> loss p k w a v b = loss p k x a v b.
Proof.
intros H. unfold loss, angle, norm.
rewrite (dot_ext p w x w x), (dot_ext p w x v v); try reflexivity; intros i _; auto.
Qed.

Lemma derivative_on_line p k w a v b h t : dot p (fun i => w i + t * h i) (fun i => w i + t * h i) <> 0 ->
  dot p v v = 1 ->
  is_derive (fun s => loss p k (fun i => w i + s * h i) a v b) t
    (dot p (gradient_w p k (fun i => w i + t * h i) a v b) h).
Proof.
intros W V. assert (D := S1_derivative p k _ a v b h W V).
apply (derive_ext (fun s => loss p k (fun i => w i + t * h i + (s - t) * h i) a v b)).
- intros s. apply loss_ext. intros i. ring.
- apply derive_value with (1 * dot p (gradient_w p k (fun i => w i + t * h i) a v b) h); [|ring].
  apply (derive_comp (fun s => loss p k (fun i => w i + t * h i + s * h i) a v b) (fun s => s - t)).
  + auto_derive; [exact I|ring].
  + replace (t - t) with 0 by ring. exact D.
Qed.

(* L(w + h) = L(w) + grad.h + o(|h|). *)
Lemma S1_differentiable p k w a v b : dot p w w <> 0 -> dot p v v = 1 ->
  forall eps, 0 < eps -> exists delta, 0 < delta /\ forall h, norm p h < delta ->
  Rabs (loss p k (fun i => w i + h i) a v b - loss p k w a v b - dot p (gradient_w p k w a v b) h)
  <= eps * norm p h.
Proof.
intros W V eps E. destruct (filter_and _ _ (near_nonzero p w W)
  (gap_norm p w _ (fun i Hi => tends_gradient p k w a v b i Hi W V) eps E)) as [d [Hd H]].
exists d. split; [exact Hd|]. intros h Hh.
assert (Q : forall t, 0 <= t <= 1 -> norm p (fun i => w i + t * h i - w i) < d).
{ intros t T. replace (norm p _) with (norm p (fun i => t * h i)).
  - rewrite norm_scal by lra. assert (N := norm_nonneg p h). nra.
  - unfold norm. f_equal. apply dot_ext; intros i _; ring. }
destruct (MVT_cor2 (fun t => loss p k (fun i => w i + t * h i) a v b)
  (fun t => dot p (gradient_w p k (fun i => w i + t * h i) a v b) h) 0 1 Rlt_0_1) as [t [M T]].
- intros t T. apply is_derive_Reals, derivative_on_line; [now apply H, Q|exact V].
- rewrite (loss_ext p k (fun i => w i + 1 * h i) (fun i => w i + h i)) in M by (intros; ring).
  rewrite (loss_ext p k (fun i => w i + 0 * h i) w) in M by (intros; ring).
  rewrite M, Rminus_0_r, Rmult_1_r, <- dot_minus_l.
  apply Rle_trans with (1 := cauchy_schwarz_norm p _ h). apply Rmult_le_compat_r; [apply norm_nonneg|].
  left. apply H, Q. lra.
Qed.
