(* The mean of a function of k independent patches, as an iterated mean.

   M f x                 M is a mean of functions of one patch: the mean of f z is x
   mean M                M is linear and keeps the constant 1
   put Z m z             the patches Z with z in place of patch m
   iterated M k F x      the mean of F Z over k independent patches is x: over patch k - 1, then the others

   Formalised: the iterated mean is unique if M is; the mean square of a sum of functions of one patch each is
   the square of its mean plus the sum of the variances.
   Not formalised: that the order of the patches does not matter. *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

(* M f x: the mean of f z over one patch z is x. *)
Definition averager : Type := (vec -> R) -> R -> Prop.

Definition put (Z : nat -> vec) (m : nat) (z : vec) : nat -> vec := fun j => if Nat.eqb j m then z else Z j.

Fixpoint iterated (M : averager) (k : nat) (F : (nat -> vec) -> R) (x : R) : Prop :=
  match k with
  | O => F (fun _ _ => 0) = x
  | S m => exists G, (forall Z, M (fun z => F (put Z m z)) (G Z)) /\ iterated M m G x
  end.

(* A mean is linear and keeps the constant 1. *)
Definition mean (M : averager) : Prop :=
  M (fun _ => 1) 1 /\
  forall f h x y c d, M f x -> M h y -> M (fun z => c * f z + d * h z) (c * x + d * y).

Lemma mean_eq (M : averager) f h x y :
  (forall z, f z = h z) -> x = y -> M f x -> M h y.
Proof. intros E <- H. now replace h with f by (extensionality z; apply E). Qed.

Lemma iterated_eq (M : averager) k F H x y : (forall Z, F Z = H Z) -> x = y ->
  iterated M k F x -> iterated M k H y.
Proof. intros E <- I. now replace H with F by (extensionality Z; apply E). Qed.

Lemma iterated_unique (M : averager) k F x y : (forall f s t, M f s -> M f t -> s = t) ->
  iterated M k F x -> iterated M k F y -> x = y.
Proof.
intros U. revert F. induction k as [|k IH]; intros F; simpl; [congruence|].
intros [G [HG I]] [G' [HG' I']]. apply (IH G I). replace G with G'; [exact I'|].
extensionality Z. apply (U _ _ _ (HG' Z) (HG Z)).
Qed.

Lemma sum_put k h Z z : sum k (fun j => h j (put Z k z j)) = sum k (fun j => h j (Z j)).
Proof.
apply sum_ext. intros j Hj. unfold put. replace (Nat.eqb j k) with false; [reflexivity|].
symmetry. apply Nat.eqb_neq. lia.
Qed.

(* e (s + h)^2 + d, where h has the mean m and the mean square q. *)
Lemma mean_square (M : averager) h m q s e d : mean M -> M h m -> M (fun z => h z ^ 2) q ->
  M (fun z => e * (s + h z) ^ 2 + d) (e * ((s + m) ^ 2 + (q - m ^ 2)) + d).
Proof.
intros [H1 HL] Hm Hq. assert (A := HL _ _ _ _ (2 * e * s) e Hm Hq).
assert (B := HL _ _ _ _ (e * s ^ 2 + d) 1 H1 A). simpl in B.
revert B. apply mean_eq; [intros z|]; ring.
Qed.

(* The square of a sum of independent terms. *)
Lemma iterated_square (M : averager) k h m q c e d : mean M ->
  (forall j, (j < k)%nat -> M (h j) (m j)) -> (forall j, (j < k)%nat -> M (fun z => h j z ^ 2) (q j)) ->
  iterated M k (fun Z => e * (c + sum k (fun j => h j (Z j))) ^ 2 + d)
  (e * ((c + sum k m) ^ 2 + sum k (fun j => q j - m j ^ 2)) + d).
Proof.
intros HM. revert c d. induction k as [|k IH]; intros c d Hm Hq; cbn [iterated sum]; [ring|].
exists (fun Z => e * ((c + m k) + sum k (fun j => h j (Z j))) ^ 2 + (e * (q k - m k ^ 2) + d)). split.
- intros Z. assert (B := mean_square M (h k) (m k) (q k) (c + sum k (fun j => h j (Z j))) e d HM
(Hm k (Nat.lt_succ_diag_r k)) (Hq k (Nat.lt_succ_diag_r k))).
revert B. apply mean_eq; [intros z|ring]. rewrite sum_put. unfold put. rewrite Nat.eqb_refl. ring.
- assert (B := IH (c + m k) (e * (q k - m k ^ 2) + d) (fun j H => Hm j (Nat.lt_lt_succ_r _ _ H))
(fun j H => Hq j (Nat.lt_lt_succ_r _ _ H))). revert B. apply iterated_eq; [reflexivity|ring].
Qed.
