(* Closed forms as data: an expression, its real value, its rounded value, a bound of the difference.

   expr                 numbers, PI, variables and entries of vectors by name, + - * /, sin, cos, sums
   real k x v e i       the real number that e stands for: k the length of the vectors, x the scalars, v the
                        vectors, i the index at which an entry is taken (a sum takes its own)
   machine              an arithmetic: rnd after every operation, up and down next to it, sine, cosine, PI
   computed m k x v e i the same with m's operations, in the order of the expression
   dx, dv               bounds of the errors of the given scalars and entries; 0 where they are exact
   error u eta m ...    a bound of |computed - real|, itself computed by m, each operation rounded up
   divides u eta m ...  every divisor exceeds the bound of its own error
   sound u eta m        what is asked of m: one rounding errs by at most u times its result, plus eta

   Formalised: |computed e - real e| <= error e for every expression, every sound arithmetic and given numbers
   with bounded errors. Expression_binary64.v: binary64 is sound.
   Not formalised: overflow. *)
From Coq Require Import Reals Lra String ZArith.
From Lemmata Require Import num.Vectors.
Open Scope R_scope.

Inductive expr : Type :=
| Whole (n : Z)
| Pi
| Size
| Var (x : string)
| Entry (v : string)
| Neg (a : expr)
| Add (a b : expr)
| Sub (a b : expr)
| Mul (a b : expr)
| Div (a b : expr)
| Sin (a : expr)
| Cos (a : expr)
| Sum (a : expr).

Fixpoint real (k : nat) (x : string -> R) (v : string -> vec) (e : expr) (i : nat) : R :=
  match e with
  | Whole n => IZR n
  | Pi => PI
  | Size => INR k
  | Var s => x s
  | Entry s => v s i
  | Neg a => - real k x v a i
  | Add a b => real k x v a i + real k x v b i
  | Sub a b => real k x v a i - real k x v b i
  | Mul a b => real k x v a i * real k x v b i
  | Div a b => real k x v a i / real k x v b i
  | Sin a => sin (real k x v a i)
  | Cos a => cos (real k x v a i)
  | Sum a => sum k (real k x v a)
  end.

Record machine : Type :=
  Machine { rnd : R -> R; up : R -> R; down : R -> R; sine : R -> R; cosine : R -> R; pi : R }.

(* Sums run from the first term to the last. *)
Fixpoint fold (m : machine) (n : nat) (z : nat -> R) : R :=
  match n with O => 0 | S j => rnd m (fold m j z + z j) end.

Fixpoint computed (m : machine) (k : nat) (x : string -> R) (v : string -> vec) (e : expr) (i : nat) : R :=
  match e with
  | Whole n => IZR n
  | Pi => pi m
  | Size => INR k
  | Var s => x s
  | Entry s => v s i
  | Neg a => - computed m k x v a i
  | Add a b => rnd m (computed m k x v a i + computed m k x v b i)
  | Sub a b => rnd m (computed m k x v a i - computed m k x v b i)
  | Mul a b => rnd m (computed m k x v a i * computed m k x v b i)
  | Div a b => rnd m (computed m k x v a i / computed m k x v b i)
  | Sin a => sine m (computed m k x v a i)
  | Cos a => cosine m (computed m k x v a i)
  | Sum a => fold m k (computed m k x v a)
  end.

(* What c roundings may do to a result z. *)
Definition slip (c u eta : R) (m : machine) (z : R) : R := up m (up m (c * u * Rabs z) + eta).

Definition product_error (m : machine) (za ea zb eb : R) : R :=
  up m (up m (up m (Rabs za * eb) + up m (Rabs zb * ea)) + up m (ea * eb)).
Definition quotient_error (m : machine) (za ea zb eb : R) : R :=
  up m (up m (ea + up m (up m (Rabs za / Rabs zb) * eb)) / down m (Rabs zb - eb)).
Fixpoint fold_error (u eta : R) (m : machine) (n : nat) (z d : nat -> R) : R :=
  match n with
  | O => 0
  | S j => up m (up m (fold_error u eta m j z d + d j) + slip 1 u eta m (fold m (S j) z))
  end.

Fixpoint error (u eta : R) (m : machine) (k : nat) (x dx : string -> R) (v dv : string -> vec)
  (e : expr) (i : nat) : R :=
  let z := fun a => computed m k x v a i in
  let d := fun a => error u eta m k x dx v dv a i in
  let own := fun c => slip c u eta m (computed m k x v e i) in
  match e with
  | Whole _ | Size => 0
  | Var s => dx s
  | Entry s => dv s i
  | Pi => own 1
  | Neg a => d a
  | Add a b | Sub a b => up m (up m (d a + d b) + own 1)
  | Mul a b => up m (product_error m (z a) (d a) (z b) (d b) + own 1)
  | Div a b => up m (quotient_error m (z a) (d a) (z b) (d b) + own 1)
  | Sin a | Cos a => up m (d a + own 3)
  | Sum a => fold_error u eta m k (computed m k x v a) (error u eta m k x dx v dv a)
  end.

Fixpoint divides (u eta : R) (m : machine) (k : nat) (x dx : string -> R) (v dv : string -> vec)
  (e : expr) (i : nat) : Prop :=
  match e with
  | Whole _ | Pi | Size | Var _ | Entry _ => True
  | Neg a | Sin a | Cos a => divides u eta m k x dx v dv a i
  | Add a b | Sub a b | Mul a b => divides u eta m k x dx v dv a i /\ divides u eta m k x dx v dv b i
  | Div a b => divides u eta m k x dx v dv a i /\ divides u eta m k x dx v dv b i
      /\ 0 < down m (Rabs (computed m k x v b i) - error u eta m k x dx v dv b i)
  | Sum a => forall j, (j < k)%nat -> divides u eta m k x dx v dv a j
  end.

Definition sound (u eta : R) (m : machine) : Prop :=
  (forall y, Rabs (rnd m y - y) <= u * Rabs (rnd m y) + eta)
  /\ (forall y, y <= up m y)
  /\ (forall y, down m y <= y)
  /\ (forall y, Rabs (sine m y - sin y) <= 3 * u * Rabs (sine m y) + eta)
  /\ (forall y, Rabs (cosine m y - cos y) <= 3 * u * Rabs (cosine m y) + eta)
  /\ Rabs (pi m - PI) <= u * Rabs (pi m) + eta.

(* Sine and cosine do not stretch. *)
Lemma sin_lipschitz a b : Rabs (sin a - sin b) <= Rabs (a - b).
Proof.
destruct (MVT_abs sin cos b a) as [c [E _]].
{ intros y _. apply derivable_pt_lim_sin. }
rewrite E. assert (Rabs (cos c) <= 1) by (apply Rabs_le; assert (H := COS_bound c); lra).
assert (0 <= Rabs (a - b)) by apply Rabs_pos. nra.
Qed.

Lemma cos_lipschitz a b : Rabs (cos a - cos b) <= Rabs (a - b).
Proof.
rewrite !cos_sin. replace (a - b) with (PI / 2 + a - (PI / 2 + b)) by ring. apply sin_lipschitz.
Qed.

Lemma near_sum z a b : Rabs (z - b) <= Rabs (z - a) + Rabs (a - b).
Proof. replace (z - b) with (z - a + (a - b)) by ring. apply Rabs_triang. Qed.

Lemma slip_above c u eta m z e : sound u eta m -> e <= c * u * Rabs z + eta -> e <= slip c u eta m z.
Proof.
intros (_ & U & _) H. unfold slip.
assert (H1 := U (c * u * Rabs z)). assert (H2 := U (up m (c * u * Rabs z) + eta)). lra.
Qed.

Lemma rounding_above u eta m y : sound u eta m -> Rabs (rnd m y - y) <= slip 1 u eta m (rnd m y).
Proof. intros S. apply slip_above; [exact S|]. destruct S as (N & _). rewrite Rmult_1_l. apply N. Qed.

(* One rounded operation: y of computed arguments is near the exact r, and rnd y is near y. *)
Lemma step u eta m y r d e : sound u eta m -> Rabs (y - r) <= d -> d <= e ->
  Rabs (rnd m y - r) <= up m (e + slip 1 u eta m (rnd m y)).
Proof.
intros S H L. assert (H1 := rounding_above u eta m y S). assert (H2 := near_sum (rnd m y) y r).
destruct S as (_ & U & _). assert (H3 := U (e + slip 1 u eta m (rnd m y))). lra.
Qed.

Lemma sum_near za a ea zb b eb : Rabs (za - a) <= ea -> Rabs (zb - b) <= eb ->
  Rabs (za + zb - (a + b)) <= ea + eb.
Proof.
intros A B. replace (za + zb - (a + b)) with (za - a + (zb - b)) by ring.
assert (H := Rabs_triang (za - a) (zb - b)). lra.
Qed.

Lemma difference_near za a ea zb b eb : Rabs (za - a) <= ea -> Rabs (zb - b) <= eb ->
  Rabs (za - zb - (a - b)) <= ea + eb.
Proof.
intros A B. replace (za - zb - (a - b)) with (za + - zb - (a + - b)) by ring.
apply sum_near; [exact A|]. replace (- zb - - b) with (- (zb - b)) by ring. now rewrite Rabs_Ropp.
Qed.

Lemma product_near za a ea zb b eb : Rabs (za - a) <= ea -> Rabs (zb - b) <= eb ->
  Rabs (za * zb - a * b) <= Rabs za * eb + Rabs zb * ea + ea * eb.
Proof.
intros A B.
replace (za * zb - a * b) with (za * (zb - b) + (zb * (za - a) + - ((za - a) * (zb - b)))) by ring.
eapply Rle_trans; [apply Rabs_triang|]. rewrite Rplus_assoc. apply Rplus_le_compat.
- rewrite Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos|exact B].
- eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp, !Rabs_mult. apply Rplus_le_compat.
  + apply Rmult_le_compat_l; [apply Rabs_pos|exact A].
  + apply Rmult_le_compat; try apply Rabs_pos; assumption.
Qed.

Lemma product_above u eta m za ea zb eb : sound u eta m ->
  Rabs za * eb + Rabs zb * ea + ea * eb <= product_error m za ea zb eb.
Proof.
intros (_ & U & _). unfold product_error.
assert (H1 := U (Rabs za * eb)). assert (H2 := U (Rabs zb * ea)). assert (H3 := U (ea * eb)).
assert (H4 := U (up m (Rabs za * eb) + up m (Rabs zb * ea))).
assert (H5 := U (up m (up m (Rabs za * eb) + up m (Rabs zb * ea)) + up m (ea * eb))). lra.
Qed.

(* A divisor that is known to d of it: |b| >= |zb| - eb >= low > 0. *)
Lemma quotient_near za a ea zb b eb low : Rabs (za - a) <= ea -> Rabs (zb - b) <= eb ->
  0 < low -> low <= Rabs zb - eb -> Rabs (za / zb - a / b) <= (ea + Rabs za / Rabs zb * eb) / low.
Proof.
intros A B P L. assert (0 <= eb) by (assert (H := Rabs_pos (zb - b)); lra).
assert (0 <= ea) by (assert (H0 := Rabs_pos (za - a)); lra).
assert (Hb : low <= Rabs b).
{ assert (H1 := Rabs_triang (zb - b) b). replace (zb - b + b) with zb in H1 by ring. lra. }
assert (b <> 0) by (intros ->; rewrite Rabs_R0 in Hb; lra).
assert (zb <> 0) by (intros ->; rewrite Rabs_R0 in L; lra).
replace (za / zb - a / b) with ((za - a + - (za / zb * (zb - b))) / b) by (field; split; assumption).
unfold Rdiv at 1. rewrite Rabs_mult, Rabs_inv. unfold Rdiv at 3. apply Rmult_le_compat.
- apply Rabs_pos.
- left. apply Rinv_0_lt_compat. lra.
- eapply Rle_trans; [apply Rabs_triang|]. unfold Rdiv. rewrite Rabs_Ropp, !Rabs_mult, Rabs_inv.
  apply Rplus_le_compat; [exact A|]. apply Rmult_le_compat_l; [|exact B].
  apply Rmult_le_pos; [apply Rabs_pos|]. left. apply Rinv_0_lt_compat. lra.
- apply Rinv_le_contravar; assumption.
Qed.

Lemma quotient_above u eta m za ea zb eb : sound u eta m -> 0 <= eb -> 0 < down m (Rabs zb - eb) ->
  (ea + Rabs za / Rabs zb * eb) / down m (Rabs zb - eb) <= quotient_error m za ea zb eb.
Proof.
intros (_ & U & _) E P. unfold quotient_error. eapply Rle_trans; [|apply U].
apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
assert (H1 := U (Rabs za / Rabs zb)). assert (H2 := U (up m (Rabs za / Rabs zb) * eb)).
assert (H3 := U (ea + up m (up m (Rabs za / Rabs zb) * eb))).
assert (Rabs za / Rabs zb * eb <= up m (Rabs za / Rabs zb) * eb) by (apply Rmult_le_compat_r; assumption).
lra.
Qed.

Lemma fold_near u eta m n z r d : sound u eta m -> (forall j, (j < n)%nat -> Rabs (z j - r j) <= d j) ->
  Rabs (fold m n z - sum n r) <= fold_error u eta m n z d.
Proof.
intros S. induction n as [|n IH]; intros H.
- simpl. rewrite Rminus_0_r, Rabs_R0. apply Rle_refl.
- cbn [fold sum fold_error]. eapply step; [exact S| |destruct S as (_ & U & _); apply U].
  apply sum_near; [apply IH; intros j Hj; apply H; auto with arith|apply H; auto with arith].
Qed.

Lemma function_near u eta m f fm z r d : sound u eta m -> (forall a b, Rabs (f a - f b) <= Rabs (a - b)) ->
  (forall y, Rabs (fm y - f y) <= 3 * u * Rabs (fm y) + eta) -> Rabs (z - r) <= d ->
  Rabs (fm z - f r) <= up m (d + slip 3 u eta m (fm z)).
Proof.
intros S L N H. assert (H1 := slip_above 3 u eta m (fm z) _ S (N z)).
assert (H2 := near_sum (fm z) (f z) (f r)). assert (H3 := L z r).
destruct S as (_ & U & _). assert (H4 := U (d + slip 3 u eta m (fm z))). lra.
Qed.

(* The rounded value of a closed form is within its bound of the real one: the first of the given numbers x
   and v, the second of the exact ones, x0 and v0. *)
Theorem computed_within_error u eta m k x dx x0 v dv v0 e :
  sound u eta m -> (forall s, Rabs (x s - x0 s) <= dx s) -> (forall s j, Rabs (v s j - v0 s j) <= dv s j) ->
  forall i, divides u eta m k x dx v dv e i ->
  Rabs (computed m k x v e i - real k x0 v0 e i) <= error u eta m k x dx v dv e i.
Proof.
intros S X V. assert (Z : forall y, Rabs (y - y) <= 0) by (intros y; rewrite Rminus_diag_eq, Rabs_R0; lra).
induction e; intros i D; cbn [computed real error divides] in *; try apply Z.
- apply slip_above; [exact S|]. rewrite Rmult_1_l. apply S.
- apply X.
- apply V.
- replace (- computed m k x v e i - - real k x0 v0 e i)
    with (- (computed m k x v e i - real k x0 v0 e i)) by ring.
  rewrite Rabs_Ropp. now apply IHe.
- destruct D as [A B]. eapply step; [exact S|apply sum_near; [apply IHe1|apply IHe2]; assumption|apply S].
- destruct D as [A B].
  eapply step; [exact S|apply difference_near; [apply IHe1|apply IHe2]; assumption|apply S].
- destruct D as [A B]. eapply step; [exact S|apply product_near; [apply IHe1|apply IHe2]; assumption|].
  now apply (product_above u eta).
- destruct D as [A [B P]]. assert (H := IHe2 i B).
  eapply step; [exact S|apply quotient_near; [now apply IHe1|exact H|exact P|apply S]|].
  apply (quotient_above u eta); [exact S| |exact P]. eapply Rle_trans; [apply Rabs_pos|exact H].
- apply function_near; [exact S|exact sin_lipschitz|apply S|now apply IHe].
- apply function_near; [exact S|exact cos_lipschitz|apply S|now apply IHe].
- apply fold_near; [exact S|]. intros j Hj. apply IHe. now apply D.
Qed.
