(* The closed forms of the lemma code as data, and what they stand for.

   x_form    the expression (num/Expression.v) of the constant, function or entry x; scalars and vectors go
             by the names of the Java parameters: r = |w|, phi, a1, a2, ..., w, wStar, a, aStar

   Formalised: the real reading of every form is the number of Definitions.v, of num/Constants.v or of the
   theorems (SpuriousOptimum_algebra.threshold, SmoothedEquilibrium.level) of that name; the loss as binary64
   computes it is within the bound that binary64 computes. ClosedForms_java.v prints them.
   Not formalised: that the printed Java is the machine of num/Expression_binary64.v. *)
From Coq Require Import Reals Lra String.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions num.Constants num.Constants_bridge num.Expression.
From Lemmata Require num.Expression_binary64 dissipativity.SmoothedEquilibrium.
From Lemmata Require landscape.SpuriousOptimum landscape.SpuriousOptimum_sphere.
From Lemmata Require landscape.SpuriousOptimum_algebra.
Open Scope string_scope.

Declare Scope form_scope.
Delimit Scope form_scope with form.
Infix "+" := Add : form_scope.
Infix "-" := Sub : form_scope.
Infix "*" := Mul : form_scope.
Infix "/" := Div : form_scope.
Bind Scope form_scope with expr.

Definition one : expr := Whole 1.
Definition two : expr := Whole 2.
Definition four : expr := Whole 4.
Definition square (e : expr) : expr := Mul e e.
Definition inner (s t : string) : expr := Sum (Mul (Entry s) (Entry t)).
Definition rest : expr := Sub Pi one.

Definition phi : expr := Var "phi".
Definition r : expr := Var "r".
Definition g_form : expr := ((Pi - phi) * Cos phi + Sin phi)%form.
Definition pi_minus_g_form : expr := (Pi - g_form)%form.
Definition slope_form : expr := Neg ((Pi - phi) * Sin phi)%form.

Definition delta : expr := (r * Entry "a" - Entry "aStar")%form.
Definition loss_form : expr :=
  ((square (Sum delta) + rest * Sum (square delta) + two * r * pi_minus_g_form * inner "a" "aStar")
   / (four * Pi))%form.

Definition gradient_a_form : expr :=
  ((r * r * (Sum (Entry "a") + rest * Entry "a")
    - r * (Sum (Entry "aStar") + (g_form - one) * Entry "aStar")) / (two * Pi))%form.

Definition gradient_w_form : expr :=
  let s := Sum (Entry "a") in let d := inner "a" "aStar" in let unit := (Entry "w" / r)%form in
  (((square s + rest * inner "a" "a") * Entry "w" - (s * Sum (Entry "aStar") + (g_form - one) * d) * unit
    - (Pi - phi) * d * (Entry "wStar" - Cos phi * unit)) / (two * Pi))%form.

Definition tangent_form : expr := Neg ((Pi - phi) * inner "a" "aStar" / (two * Pi))%form.

Definition top : expr := (rest + Size)%form.
Definition spurious_form : expr := ((Pi * Sum (Entry "aStar") / top - Entry "aStar") / rest)%form.
Definition mean_part : expr := (Pi * square (Sum (Entry "aStar")) / top)%form.
Definition alignment_form : expr := ((mean_part - inner "aStar" "aStar") / rest)%form.
Definition spurious_loss_form : expr :=
  (((Pi - two) * inner "aStar" "aStar" + mean_part) / (four * rest))%form.
Definition threshold_form : expr := (one + (Size - one) / Pi)%form.

Definition rate_form : expr := (Var "d" * Var "kappa" * (one + Cos phi) / (four * Pi))%form.

Definition m1 : expr := Var "m1".
Definition m2 : expr := Var "m2".
Definition h : expr := Var "h".
Definition pull_1_form : expr :=
  (((m2 - one) * top - (m1 - one) * (Size - one) + (Pi - h)) * Var "a1" / (two * Pi))%form.
Definition pull_2_form : expr := (((m2 - one) * rest + (m1 - one) + (Pi - h)) * Var "a2" / (two * Pi))%form.
Definition slack_form : expr :=
  ((square pull_1_form / (m2 * top / (two * Pi) - Var "ca")
    + square pull_2_form / (m2 * rest / (two * Pi) - Var "ca")) / four)%form.

Definition smoothed_a_form : expr :=
  ((m2 * (Sum (Entry "a") + rest * Entry "a")
    - (m1 * Sum (Entry "aStar") + (h - m1) * Entry "aStar")) / (two * Pi))%form.
Definition level_form : expr := (one - rest * Var "q" / (top - Var "q"))%form.

Open Scope R_scope.

Lemma g_form_is_g k x v i : real k x v g_form i = g (x "phi"%string).
Proof. reflexivity. Qed.

Lemma pi_minus_g_form_is_pi_minus_g k x v i : real k x v pi_minus_g_form i = PI - g (x "phi"%string).
Proof. reflexivity. Qed.

Lemma slope_form_is_derivative k x v i : is_derive g (x "phi"%string) (real k x v slope_form i).
Proof. exact (kernel_slope_is_derivative (x "phi"%string)). Qed.

Lemma sum_delta k x v :
  sum k (real k x v delta) = sum k (residual (x "r"%string) (v "a"%string) (v "aStar"%string)).
Proof. apply sum_ext. intros j _. unfold delta, residual, lin. simpl. ring. Qed.

Lemma square_delta k x v : let u := residual (x "r"%string) (v "a"%string) (v "aStar"%string) in
  sum k (real k x v (square delta)) = dot k u u.
Proof. intros u. apply sum_ext. intros j _. unfold u, residual, lin. simpl. ring. Qed.

Lemma loss_form_is_loss_at k x v i :
  real k x v loss_form i = loss_at k (x "r"%string) (x "phi"%string) (v "a"%string) (v "aStar"%string).
Proof.
unfold loss_at. rewrite <- square_delta, <- sum_delta.
change (dot k ?a ?b) with (real k x v (inner "a" "aStar") i).
cbn - [sum delta square]. unfold g. cbn - [sum delta]. simpl pow. field. exact PI_neq0.
Qed.

Lemma loss_form_is_loss p k x v i : x "r"%string = norm p (v "w"%string) ->
  x "phi"%string = angle p (v "w"%string) (v "wStar"%string) ->
  real k x v loss_form i = loss p k (v "w"%string) (v "a"%string) (v "wStar"%string) (v "aStar"%string).
Proof. intros R P. rewrite loss_form_is_loss_at, R, P. reflexivity. Qed.

Lemma gradient_a_form_is_gradient_a k x v i : real k x v gradient_a_form i =
  gradient_a k (x "r"%string) (x "phi"%string) (v "a"%string) (v "aStar"%string) i.
Proof. reflexivity. Qed.

Lemma gradient_w_form_is_gradient_w p k x v i : x "r"%string = norm p (v "w"%string) ->
  x "phi"%string = angle p (v "w"%string) (v "wStar"%string) ->
  real k x v gradient_w_form i =
  gradient_w p k (v "w"%string) (v "a"%string) (v "wStar"%string) (v "aStar"%string) i.
Proof.
intros R P. unfold gradient_w. rewrite <- R, <- P. cbn - [sum]. unfold dot, g. rewrite Rmult_1_r. reflexivity.
Qed.

(* Across a unit filter the gradient is that multiple of the teacher's filter across it. *)
Lemma tangent_form_is_factor p k x v i j : let w := v "w"%string in let wStar := v "wStar"%string in
  dot p w w = 1 -> x "phi"%string = angle p w wStar ->
  tangent p w (gradient_w p k w (v "a"%string) wStar (v "aStar"%string)) j =
  real k x v tangent_form i * tangent p w wStar j.
Proof. intros w wStar W P. rewrite tangent_coefficient_is_factor, <- P by exact W. reflexivity. Qed.

Lemma spurious_form_is_spurious k x v i : real k x v spurious_form i = spurious k (v "aStar"%string) i.
Proof. reflexivity. Qed.

Lemma alignment_form_is_alignment k x v i :
  real k x v alignment_form i = dot k (spurious k (v "aStar"%string)) (v "aStar"%string).
Proof. rewrite SpuriousOptimum.S4_alignment. simpl pow. rewrite Rmult_1_r. reflexivity. Qed.

Lemma spurious_loss_form_is_loss_there p w k x v i : norm p w = 1 ->
  real k x v spurious_loss_form i =
  loss p k (SpuriousOptimum_sphere.opposite w) (spurious k (v "aStar"%string)) w (v "aStar"%string).
Proof.
intros W. rewrite SpuriousOptimum.S3_loss by exact W. simpl pow. rewrite Rmult_1_r. reflexivity.
Qed.

Lemma threshold_form_is_threshold k x v i : real k x v threshold_form i = SpuriousOptimum_algebra.threshold k.
Proof. reflexivity. Qed.

Lemma rate_form_is_rate k x v i :
  real k x v rate_form i = rate (x "kappa"%string) (x "d"%string) (x "phi"%string).
Proof. reflexivity. Qed.

Lemma slack_form_is_slack k x v i : real k x v slack_form i =
  slack k (x "a1"%string) (x "a2"%string) (x "m2"%string) (x "m1"%string) (x "h"%string) (x "ca"%string).
Proof. unfold slack, pull_1, pull_2. cbn - [pow]. simpl pow. rewrite !Rmult_1_r. reflexivity. Qed.

Lemma smoothed_a_form_is_smoothed_a k x v i : real k x v smoothed_a_form i =
  smoothed_a k (x "m2"%string) (x "m1"%string) (x "h"%string) (v "a"%string) (v "aStar"%string) i.
Proof. reflexivity. Qed.

Lemma level_form_is_level k x v i : real k x v level_form i = SmoothedEquilibrium.level k (x "q"%string).
Proof. reflexivity. Qed.

Lemma loss_in_binary64 sin64 cos64 p k x dx x0 v dv v0 i :
  (forall y, Rabs (sin64 y - sin y) <= 3 * / 2 ^ 53 * Rabs (sin64 y) + / 2 ^ 1074) ->
  (forall y, Rabs (cos64 y - cos y) <= 3 * / 2 ^ 53 * Rabs (cos64 y) + / 2 ^ 1074) ->
  (forall s, Rabs (x s - x0 s) <= dx s) -> (forall s j, Rabs (v s j - v0 s j) <= dv s j) ->
  x0 "r"%string = norm p (v0 "w"%string) -> x0 "phi"%string = angle p (v0 "w"%string) (v0 "wStar"%string) ->
  let m := Expression_binary64.binary64 sin64 cos64 in let u := / 2 ^ 53 in let eta := / 2 ^ 1074 in
  divides u eta m k x dx v dv loss_form i ->
  Rabs (computed m k x v loss_form i
        - loss p k (v0 "w"%string) (v0 "a"%string) (v0 "wStar"%string) (v0 "aStar"%string))
  <= error u eta m k x dx v dv loss_form i.
Proof.
intros Sn Cn X V R P m u eta D. rewrite <- (loss_form_is_loss p k x0 v0 i R P).
now apply Expression_binary64.binary64_within_error.
Qed.
