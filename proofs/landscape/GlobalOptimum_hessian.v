(* The Hessian of the loss at the teacher.

   p, k            length of the filters, number of patches    v, b   the teacher, w* and a* in the paper
   u, sigma        a unit vector across v, a speed: eta = sigma u is the tangent vector of the page
   e               a direction of R^k                           form k e = e^T M e
   geodesic v u t  cos t v + sin t u                            line b e t = b + t e

   Formalised: S4: the second derivative along every geodesic times line is the form of the page, without
   mixed term; when it is positive definite. For p = 1 there is no unit vector across v, so that the form is
   M/(2 PI) alone, as at w = v in any dimension; it is positive definite for every b.
   Not formalised: the Riemannian Hessian as such. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.SpuriousOptimum_curves.
Open Scope R_scope.

(* g |t| and its first and second derivative. *)
Lemma g_abs t : g (Rabs t) = PI * cos t + arc (Rabs t).
Proof. unfold g, arc. rewrite cos_abs. ring. Qed.

Lemma g_abs_derive t : is_derive (fun s => g (Rabs s)) t (Rabs t * sin t - PI * sin t).
Proof.
apply is_derive_ext with (fun s => PI * cos s + arc (Rabs s)); [intros s; symmetry; apply g_abs|].
replace (Rabs t * sin t - PI * sin t) with (PI * - sin t + Rabs t * sin t) by ring.
apply (is_derive_plus (V:=R_NormedModule)); [|apply arc_abs_derive].
auto_derive; [exact I|ring].
Qed.

Lemma g_abs_second : is_derive (fun t => Rabs t * sin t - PI * sin t) 0 (- PI).
Proof.
replace (- PI) with (0 - PI * cos 0) by (rewrite cos_0; ring).
apply (is_derive_minus (V:=R_NormedModule)); [exact arc_abs_second|].
auto_derive; [exact I|ring].
Qed.

Lemma loss_near_the_teacher p k v b u sigma e t :
  norm p v = 1 -> norm p u = 1 -> dot p u v = 0 -> Rabs (sigma * t) <= PI ->
  loss p k (geodesic v u (sigma * t)) (line b e t) v b =
  (t ^ 2 * form k e + 2 * (PI - g (Rabs (sigma * t))) * (dot k b b + t * dot k e b)) / (4 * PI).
Proof.
intros V U O T. unfold loss. rewrite (angle_geodesic p v u _ V U O T), geodesic_unit by assumption.
rewrite loss_at_form. unfold line at 2. rewrite dot_plus_l, dot_scal_l.
replace (form k (residual 1 (line b e t) b)) with (t ^ 2 * form k e); [f_equal; ring|].
assert (A : agree k (residual 1 (line b e t) b) (fun i => t * e i)).
{ intros i _. unfold residual, lin, line. ring. }
unfold form, bilinear. rewrite (sum_ext k _ _ A), (dot_ext k _ _ _ _ A A), sum_scal, dot_scal_l, dot_scal_r.
ring.
Qed.

(* The second derivative of such a function of t, with h for g |.|. *)
Lemma second_of_product (h h1 : R -> R) (sigma f B E : R) :
  (forall t, is_derive h t (h1 t)) -> h1 0 = 0 -> is_derive h1 0 (- PI) ->
  second_derivative (fun t => (t ^ 2 * f + 2 * (PI - h (sigma * t)) * (B + t * E)) / (4 * PI))
    (B / 2 * sigma ^ 2 + f / (2 * PI)).
Proof.
intros D Z D1. assert (P := PI_neq0).
exists (fun t => (2 * t * f + 2 * (- (sigma * h1 (sigma * t))) * (B + t * E)
  + 2 * (PI - h (sigma * t)) * E) / (4 * PI)). split.
- exists 1. split; [lra|]. intros t _. auto_derive.
  + repeat split. now exists (h1 (sigma * t)).
  + replace (Derive (fun x => h x) (sigma * t)) with (h1 (sigma * t))
      by (symmetry; apply is_derive_unique, D). field. exact P.
- assert (X : ex_derive h1 (sigma * 0)) by (rewrite Rmult_0_r; now exists (- PI)).
  auto_derive; [repeat split; [exact X|now exists (h1 (sigma * 0))]|].
  rewrite Rmult_0_r. replace (Derive (fun x => h x) 0) with (h1 0) by (symmetry; apply is_derive_unique, D).
  replace (Derive (fun x => h1 x) 0) with (- PI) by (symmetry; now apply is_derive_unique).
  rewrite Z. field. exact P.
Qed.

Lemma S4_hessian_form p k v b u sigma e :
  norm p v = 1 -> norm p u = 1 -> dot p u v = 0 ->
  second_derivative (fun t => loss p k (geodesic v u (sigma * t)) (line b e t) v b)
    (dot k b b / 2 * sigma ^ 2 + form k e / (2 * PI)).
Proof.
intros V U O. assert (P := PI_above_3). assert (S := Rabs_pos sigma).
apply second_derivative_ext with (eps := PI / (1 + Rabs sigma)) (f := fun t =>
  (t ^ 2 * form k e + 2 * (PI - g (Rabs (sigma * t))) * (dot k b b + t * dot k e b)) / (4 * PI)).
- apply Rdiv_lt_0_compat; lra.
- intros t T. apply loss_near_the_teacher; [exact V|exact U|exact O|]. rewrite Rabs_mult.
  apply Rmult_lt_compat_r with (r := 1 + Rabs sigma) in T; [|lra]. unfold Rdiv in T.
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r in T by lra. assert (N := Rabs_pos t). lra.
- apply second_of_product with (h := fun t => g (Rabs t)) (h1 := fun t => Rabs t * sin t - PI * sin t).
  + exact g_abs_derive.
  + rewrite sin_0. ring.
  + exact g_abs_second.
Qed.

Lemma S4_positive_definite_iff p k v b :
  (2 <= p)%nat -> norm p v = 1 ->
  ((forall u sigma e, norm p u = 1 -> dot p u v = 0 -> sigma <> 0 \/ ~ agree k e (fun _ => 0) ->
      0 < dot k b b / 2 * sigma ^ 2 + form k e / (2 * PI))
   <-> ~ agree k b (fun _ => 0)).
Proof.
intros Hp V. assert (P := PI_above_3). split.
- intros H Z. destruct (unit_across p v Hp V) as [u [U O]].
  assert (E := H u 1 (fun _ => 0) U O (or_introl R1_neq_R0)). rewrite (square_zero k b Z) in E.
  unfold form, bilinear in E. rewrite (square_zero k (fun _ => 0)), sum_const in E by now intros i _.
  field_simplify in E; lra.
- intros H u sigma e _ _ N. assert (B := square_pos k b H). assert (F := form_nonneg k e).
  assert (I : 0 < / (2 * PI)) by (apply Rinv_0_lt_compat; lra). unfold Rdiv.
  destruct N as [N|N]; [|assert (F1 := form_pos k e N); nra].
  assert (Q : 0 < sigma ^ 2) by (rewrite <- Rsqr_pow2; now apply Rsqr_pos_lt). nra.
Qed.

(* At w = v itself, which for p = 1 is all that is near it. *)
Lemma loss_over_the_teacher p k v b e t :
  norm p v = 1 -> loss p k v (line b e t) v b = t ^ 2 * form k e / (4 * PI).
Proof.
intros V. unfold loss. rewrite V, angle_self, loss_at_form, g_0 by exact V.
assert (A : agree k (residual 1 (line b e t) b) (fun i => t * e i)).
{ intros i _. unfold residual, lin, line. ring. }
unfold form, bilinear. rewrite (sum_ext k _ _ A), (dot_ext k _ _ _ _ A A), sum_scal, dot_scal_l, dot_scal_r.
field. apply PI_neq0.
Qed.

Lemma S4_hessian_form_without_tangent p k v b e :
  norm p v = 1 ->
  second_derivative (fun t => loss p k v (line b e t) v b) (form k e / (2 * PI)).
Proof.
intros V. assert (P := PI_neq0). exists (fun t => t * form k e / (2 * PI)). split.
- exists 1. split; [lra|]. intros t _. apply is_derive_ext with (fun t => t ^ 2 * form k e / (4 * PI)).
  + intros x. symmetry. now apply loss_over_the_teacher.
  + auto_derive; [exact I|field; exact P].
- auto_derive; [exact I|field; exact P].
Qed.

Lemma S4_positive_definite_for_p1 k v b :
  norm 1 v = 1 -> forall e, ~ agree k e (fun _ => 0) ->
  exists d, 0 < d /\ second_derivative (fun t => loss 1 k v (line b e t) v b) d.
Proof.
intros V e N. assert (P := PI_above_3). exists (form k e / (2 * PI)).
split; [apply Rdiv_lt_0_compat; [now apply form_pos|lra]|now apply S4_hessian_form_without_tangent].
Qed.

Lemma S4_no_tangent_on_the_line v u : norm 1 v = 1 -> norm 1 u = 1 -> dot 1 u v <> 0.
Proof.
intros V U O. assert (A := dot_unit 1 v V). assert (B := dot_unit 1 u U). unfold dot in *. simpl in *. nra.
Qed.
