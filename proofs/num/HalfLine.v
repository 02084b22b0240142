(* Integrals over a half line: comparison, domination, and limits that are uniform against a weight.

   half f x      the integral of f over (0, infinity) is x (num/GaussianIntegral.v)

   Formalised: a function below another has the smaller integral; a function that is integrable on every
   (0, t) and dominated by one with an integral has one; a function that is approximated to any accuracy,
   relative to a weight with an integral, by functions with integrals, has one.
   Not formalised: integrals from an end point where the function is unbounded. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.GaussianIntegral.
Open Scope R_scope.

Lemma half_far f x (P : R -> Prop) : half f x -> locally x P ->
  exists M, forall t, M < t -> exists y, is_RInt f 0 t y /\ P y.
Proof.
intros H HP. destruct (H P HP) as [Q S HQ [M HM] E]. exists M. intros t Ht. exact (E 0 t HQ (HM t Ht)).
Qed.

Lemma half_ex f x t : half f x -> 0 <= t -> ex_RInt f 0 t.
Proof.
intros H Ht. destruct (half_far f x (fun _ => True) H (filter_true)) as [M HM].
destruct (HM (Rmax M t + 1)) as [y [I _]]; [assert (Q := Rmax_l M t); lra|].
apply (ex_RInt_Chasles_1 (V := R_CompleteNormedModule) f 0 t (Rmax M t + 1)).
- assert (Q := Rmax_r M t). lra.
- now exists y.
Qed.

Lemma half_lim f x : half f x -> is_lim (fun t => RInt f 0 t) p_infty x.
Proof.
intros H P HP. destruct (half_far f x P H HP) as [M HM]. exists M. intros t Ht.
destruct (HM t Ht) as [y [I Py]]. now rewrite (is_RInt_unique (V := R_CompleteNormedModule) f 0 t y I).
Qed.

Lemma half_of_lim f (x : R) : (forall t, 0 <= t -> ex_RInt f 0 t) ->
  is_lim (fun t => RInt f 0 t) p_infty x -> half f x.
Proof.
intros H L. apply half_of_limit with (fun t => RInt f 0 t); [|exact L].
intros t Ht. apply (RInt_correct (V := R_CompleteNormedModule)), H, Ht.
Qed.

Lemma half_le f h x y : half f x -> half h y -> (forall t, 0 < t -> f t <= h t) -> x <= y.
Proof.
intros Hf Hh L. assert (R := is_lim_le_loc (fun t => RInt f 0 t) (fun t => RInt h 0 t) p_infty x y).
simpl in R. apply R; [|apply half_lim, Hf|apply half_lim, Hh]. exists 0. intros t Ht.
apply RInt_le; [lra|apply half_ex with x; [exact Hf|lra]|apply half_ex with y; [exact Hh|lra]|].
intros s Hs. apply L. lra.
Qed.

(* The integral from s to t is below the weight's. *)
Lemma piece_dominated f W s t : 0 <= s <= t -> (forall t, 0 <= t -> ex_RInt f 0 t) ->
  (forall t, 0 <= t -> ex_RInt W 0 t) -> (forall t, 0 < t -> Rabs (f t) <= W t) ->
  Rabs (RInt f 0 t - RInt f 0 s) <= RInt W 0 t - RInt W 0 s.
Proof.
intros Hs Hf HW D.
assert (C : forall h, (forall t, 0 <= t -> ex_RInt h 0 t) -> ex_RInt h s t /\
RInt h 0 t - RInt h 0 s = RInt h s t).
{ intros h Hh. assert (E : ex_RInt h s t)
by (apply (ex_RInt_Chasles_2 (V := R_CompleteNormedModule) h 0 s t); [exact Hs|apply Hh; lra]).
split; [exact E|]. rewrite <- (RInt_Chasles (V := R_CompleteNormedModule) h 0 s t); [|apply Hh;
lra|exact E].
change (plus (RInt h 0 s) (RInt h s t)) with (RInt h 0 s + RInt h s t). ring. }
destruct (C f Hf) as [If Ef]. destruct (C W HW) as [IW EW]. rewrite Ef, EW.
apply Rle_trans with (RInt (fun x => Rabs (f x)) s t); [apply abs_RInt_le; [lra|exact If]|].
apply RInt_le; [lra|apply ex_RInt_norm; exact If|exact IW|]. intros x Hx. apply D. lra.
Qed.

Lemma half_dominated f W w : half W w -> (forall t, 0 <= t -> ex_RInt f 0 t) ->
  (forall t, 0 < t -> Rabs (f t) <= W t) -> exists x, half f x.
Proof.
intros HW Hf D. assert (L := half_lim W w HW).
assert (X : exists x, filterlim (fun t => RInt f 0 t) (Rbar_locally p_infty) (locally x)).
2: { destruct X as [x X]. exists x. now apply half_of_lim. }
apply filterlim_locally_cauchy. intros eps.
destruct (proj2 (filterlim_locally_cauchy (F := Rbar_locally p_infty) (fun t => RInt W 0 t))
(ex_intro _ w L) eps)
as [P [[M HM] HP]].
exists (fun t => Rmax 0 M < t). split; [now exists (Rmax 0 M)|]. intros s t Hs Ht.
assert (Q0 := Rmax_l 0 M). assert (Q1 := Rmax_r 0 M).
assert (S : forall s t, Rmax 0 M < s -> s <= t -> Rabs (RInt f 0 t - RInt f 0 s) < eps).
{ intros x y Hx Hy. apply Rle_lt_trans with (RInt W 0 y - RInt W 0 x).
- apply piece_dominated; [lra|exact Hf|intros u Hu; now apply half_ex with w|exact D].
- apply Rle_lt_trans with (1 := Rle_abs _). apply HP; apply HM; lra. }
destruct (Rle_dec s t); [apply S; lra|]. change (Rabs (RInt f 0 t - RInt f 0 s) < eps).
rewrite Rabs_minus_sym. apply S; lra.
Qed.

(* Uniform limits on an interval. *)
Definition clip (t : R) (q : R -> R) (s : R) : R :=
  if Rlt_dec 0 s then if Rlt_dec s t then q s else 0 else 0.

Lemma clip_inside t q s : 0 <= t -> Rmin 0 t < s < Rmax 0 t -> clip t q s = q s.
Proof.
intros Ht Hs. rewrite Rmin_left, Rmax_right in Hs by exact Ht. unfold clip.
destruct (Rlt_dec 0 s); [|lra]. destruct (Rlt_dec s t); [reflexivity|lra].
Qed.

Lemma clip_near t q h e s : 0 < e -> (0 < s < t -> Rabs (q s - h s) < e) -> Rabs (clip t h s - clip t q s)
  < e.
Proof.
intros P H. unfold clip.
destruct (Rlt_dec 0 s); [destruct (Rlt_dec s t)|]; [|rewrite Rminus_0_r, Rabs_R0; exact P..].
rewrite Rabs_minus_sym. now apply H.
Qed.

Lemma small_fraction c e : 0 <= c -> 0 < e -> exists N, forall n, (N <= n)%nat -> c / INR (S n) < e.
Proof.
intros Hc He. destruct (nfloor_ex (c / e)) as [N [_ HN]]; [now apply Rdiv_le_0_compat|]. exists N. intros n
Hn.
apply le_INR in Hn. rewrite S_INR. apply Rlt_div_l in HN; [|exact He].
apply Rlt_div_l; [assert (Q := pos_INR n); lra|nra].
Qed.

Lemma integral_of_limit f (h : nat -> R -> R) t c : 0 <= t -> 0 <= c -> (forall n, ex_RInt (h n) 0 t) ->
  (forall n s, 0 < s < t -> Rabs (f s - h n s) <= c / INR (S n)) -> ex_RInt f 0 t.
Proof.
intros Ht Hc Hh A.
destruct (filterlim_RInt (V := R_CompleteNormedModule) (fun n => clip t (h n)) 0 t eventually _ (clip t f)
(fun n => RInt (h n) 0 t)) as [y [_ I]].
- intros n. apply is_RInt_ext with (h n); [intros s Hs; symmetry; now apply clip_inside|].
apply (RInt_correct (V := R_CompleteNormedModule)), Hh.
- apply filterlim_locally. intros [e He]. destruct (small_fraction c e Hc He) as [N HN].
exists N. intros n Hn s. apply clip_near; [exact He|]. intros Hs.
apply Rle_lt_trans with (1 := A n s Hs). now apply HN.
- exists y. apply is_RInt_ext with (2 := I). intros s Hs. now apply clip_inside.
Qed.

Lemma half_closed f (h : nat -> R -> R) W w c : half W w -> 0 <= c -> (forall n, exists x, half (h n) x) ->
  (forall t, exists C, 0 <= C /\ forall s, 0 < s < t -> W s <= C) ->
  (forall n s, 0 < s -> Rabs (f s - h n s) <= c / INR (S n) * W s) -> exists x, half f x.
Proof.
intros HW Hc Hh B A.
assert (N : forall n, 0 <= c / INR (S n)).
{ intros n. apply Rdiv_le_0_compat; [exact Hc|apply lt_0_INR; lia]. }
assert (I : forall t, 0 <= t -> ex_RInt f 0 t).
{ intros t Ht. destruct (B t) as [C [C0 HC]]. apply integral_of_limit with h (c * C); [exact Ht|nra| |].
- intros n. destruct (Hh n) as [x Hx]. now apply half_ex with x.
- intros n s Hs. apply Rle_trans with (1 := A n s (proj1 Hs)).
replace (c * C / INR (S n)) with (c / INR (S n) * C)
by (unfold Rdiv; ring). apply Rmult_le_compat_l; [apply N|apply HC, Hs]. }
destruct (Hh 0%nat) as [x0 H0].
destruct (half_dominated (fun s => f s + -1 * h 0%nat s) (fun s => c / INR 1 * W s) _ (half_scal _ _ _ HW))
as [y Hy].
- intros t Ht. apply (ex_RInt_plus (V := R_NormedModule)); [now apply I|].
apply (ex_RInt_scal (V := R_NormedModule)). now apply half_ex with x0.
- intros t Ht. replace (f t + -1 * h 0%nat t) with (f t - h 0%nat t) by ring. now apply A.
- exists (x0 + y). apply half_ext with (2 := half_plus _ _ _ _ H0 Hy). intros t _. ring.
Qed.
