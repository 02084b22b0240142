(* Integrals of continuous functions of one variable, in the form in which the pages on smoothing use them.

   cts f         f is continuous on the whole line; the integrals below are Coquelicot's RInt f a b
   int_...       linearity, order, additivity, the fundamental theorem both ways, reflection

   Formalised: everything here is a corollary of Coquelicot, with the proofs of integrability discharged.
   Not formalised: integrands that are not continuous. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Definition cts (f : R -> R) : Prop := forall x, continuous f x.

(* Continuity of an integrand that auto_derive can differentiate. *)
Ltac smooth := intros ?; apply (ex_derive_continuous (V:=R_NormedModule)); auto_derive; auto.

Lemma int_ex f a b : cts f -> ex_RInt f a b.
Proof. intros C. apply (ex_RInt_continuous (V:=R_CompleteNormedModule)). intros x _. apply C. Qed.

Lemma int_scal (f : R -> R) c a b : cts f -> RInt (fun x => c * f x) a b = c * RInt f a b.
Proof. intros C. apply (RInt_scal (V:=R_CompleteNormedModule) f a b c). now apply int_ex. Qed.

Lemma int_plus (f g : R -> R) a b : cts f -> cts g -> RInt (fun x => f x + g x) a b = RInt f a b + RInt g a b.
Proof. intros C D. apply (RInt_plus (V:=R_CompleteNormedModule)); now apply int_ex. Qed.

Lemma int_minus (f g : R -> R) a b : cts f -> cts g -> RInt (fun x => f x - g x)
  a b = RInt f a b - RInt g a b.
Proof. intros C D. apply (RInt_minus (V:=R_CompleteNormedModule)); now apply int_ex. Qed.

Lemma int_const c a b : RInt (fun _ => c) a b = (b - a) * c.
Proof. apply (RInt_const (V:=R_CompleteNormedModule) a b c). Qed.

Lemma int_point (f : R -> R) a : RInt f a a = 0.
Proof. apply (RInt_point (V:=R_CompleteNormedModule) a f). Qed.

Lemma int_chasles (f : R -> R) a b c : cts f -> RInt f a b + RInt f b c = RInt f a c.
Proof. intros C. apply (RInt_Chasles (V:=R_CompleteNormedModule) f a b c); now apply int_ex. Qed.

Lemma int_swap (f : R -> R) a b : cts f -> RInt f b a = - RInt f a b.
Proof. intros C. assert (H := int_chasles f a b a C). rewrite int_point in H. lra. Qed.

Lemma int_ext (f g : R -> R) a b : a <= b -> (forall x, a < x < b -> f x = g x) -> RInt f a b = RInt g a b.
Proof.
intros L H. apply (RInt_ext (V:=R_CompleteNormedModule)). intros x.
rewrite Rmin_left, Rmax_right by lra. apply H.
Qed.

Lemma int_eq (f g : R -> R) a b : (forall x, f x = g x) -> RInt f a b = RInt g a b.
Proof. intros H. apply (RInt_ext (V:=R_CompleteNormedModule)). intros x _. apply H. Qed.

Lemma int_le (f g : R -> R) a b : a <= b -> cts f -> cts g -> (forall x, a < x < b -> f x <= g x) ->
  RInt f a b <= RInt g a b.
Proof. intros L C D H. apply RInt_le; [exact L|now apply int_ex|now apply int_ex|exact H]. Qed.

Lemma int_nonneg (f : R -> R) a b : a <= b -> cts f -> (forall x, a < x < b -> 0 <= f x) -> 0 <= RInt f a b.
Proof. intros L C H. apply RInt_ge_0; [exact L|now apply int_ex|exact H]. Qed.

Lemma int_lt (f g : R -> R) a b : a < b -> cts f -> cts g -> (forall x, a < x < b -> f x < g x) ->
  RInt f a b < RInt g a b.
Proof. intros L C D H. apply RInt_lt; [exact L|intros x _; apply D|intros x _; apply C|exact H]. Qed.

Lemma int_pos (f : R -> R) a b : a < b -> cts f -> (forall x, a < x < b -> 0 < f x) -> 0 < RInt f a b.
Proof.
intros L C H. apply Rle_lt_trans with (RInt (fun _ => 0) a b); [rewrite int_const; lra|].
apply int_lt; [exact L|intros x; apply continuous_const|exact C|exact H].
Qed.

(* Strict on a part at the left end is enough. *)
Lemma int_lt_left (f g : R -> R) a c b : a < c <= b -> cts f -> cts g ->
  (forall x, a < x < b -> f x <= g x) -> (forall x, a < x < c -> f x < g x) -> RInt f a b < RInt g a b.
Proof.
intros L C D H S. rewrite <- (int_chasles f a c b), <- (int_chasles g a c b) by assumption.
apply Rplus_lt_le_compat; [apply int_lt|apply int_le]; try assumption; try lra. intros x X. apply H. lra.
Qed.

(* Both fundamental theorems. *)
Lemma int_primitive (F f : R -> R) a b : (forall x, is_derive F x (f x)) -> cts f -> RInt f a b = F b - F a.
Proof.
intros D C. apply is_RInt_unique. apply (is_RInt_derive (V:=R_CompleteNormedModule) F f).
- intros x _. apply D.
- intros x _. apply C.
Qed.

Lemma int_derive (f : R -> R) a x : cts f -> is_derive (fun y => RInt f a y) x (f x).
Proof.
intros C. apply (is_derive_RInt (V:=R_CompleteNormedModule) f (fun y => RInt f a y) a x); [|apply C].
exists (mkposreal 1 Rlt_0_1). intros y _.
apply (RInt_correct (V:=R_CompleteNormedModule)). now apply int_ex.
Qed.

(* At the ends continuity is enough. *)
Lemma int_primitive_open (F f : R -> R) a b : a <= b -> cts f -> cts F ->
  (forall x, a < x < b -> is_derive F x (f x)) -> RInt f a b = F b - F a.
Proof.
intros L C D H. assert (E : forall x, is_derive (fun y => RInt f a y) x (f x)) by (intros;
  now apply int_derive).
destruct (MVT_gen (fun x => F x - RInt f a x) a b (fun _ => 0)) as [c [_ M]].
- rewrite Rmin_left, Rmax_right by exact L. intros x X.
  assert (Q := is_derive_minus (V:=R_NormedModule) F (fun y => RInt f a y) x _ _ (H x X) (E x)).
  replace 0 with (minus (f x) (f x)); [exact Q|]. unfold minus, plus, opp; simpl. ring.
- intros x _. apply continuity_pt_filterlim.
  apply (continuous_minus (V:=R_NormedModule) F (fun y => RInt f a y)); [apply D|].
  apply (ex_derive_continuous (V:=R_NormedModule)). eexists. apply E.
- simpl in M. rewrite int_point in M. lra.
Qed.

(* x -> c - x. *)
Lemma int_reflect (f : R -> R) c a b : cts f -> RInt (fun x => f (c - x)) a b = RInt f (c - b) (c - a).
Proof.
intros C. rewrite (int_swap f (c - a) (c - b)) by exact C.
assert (H := RInt_comp_lin (V:=R_CompleteNormedModule) f (-1) c a b).
assert (E : forall x, c - x = -1 * x + c) by (intros; ring).
rewrite (int_eq _ (fun x => -1 * (-1 * f (-1 * x + c)))) by (intros x; rewrite E; ring).
rewrite (int_scal (fun x => -1 * f (-1 * x + c)) (-1)).
- rewrite (E a), (E b). rewrite <- H; [unfold scal; simpl; unfold mult; simpl; ring|now apply int_ex].
- intros x. apply (continuous_mult (K:=R_AbsRing) (fun _ => -1)); [apply continuous_const|].
  apply (continuous_comp (fun x => -1 * x + c) f); [|apply C]. revert x; smooth.
Qed.

(* Every real function with |f x - f y| <= L |x - y| is continuous. *)
Lemma lipschitz_cts f L : (forall x y, Rabs (f x - f y) <= L * Rabs (x - y)) -> cts f.
Proof.
intros H x. apply continuity_pt_filterlim. intros e He.
exists (e / (Rabs L + 1)). assert (0 <= Rabs L) by apply Rabs_pos. assert (L <= Rabs L) by apply Rle_abs.
split; [apply Rdiv_lt_0_compat; lra|]. intros y [_ Hy]. unfold dist in *; simpl in *; unfold R_dist in *.
assert (Q := H y x). assert (0 <= Rabs (y - x)) by apply Rabs_pos.
apply Rle_lt_trans with ((Rabs L + 1) * Rabs (y - x)); [nra|].
apply Rmult_lt_compat_l with (r := Rabs L + 1) in Hy; [|lra].
replace ((Rabs L + 1) * (e / (Rabs L + 1))) with e in Hy by (field; lra). exact Hy.
Qed.
