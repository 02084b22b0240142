(* The spurious point is flat in the filter: cubic growth.

   p, k          length of the filters, number of patches      v, b   the teacher, w* and a* in the paper
   opposite v    -v, the filter of the spurious point          spurious k b   its output weights
   psi           PI - angle p w v, the distance of w from -v   geodesic w u t   cos t w + sin t u

   Formalised: S1 for every w on the sphere, and its reverse for the other sign of the alignment; S2, the
   second derivative along every geodesic through -v and no quadratic lower bound.
   Not formalised: the Riemannian Hessian as a form; it is determined by these second derivatives. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions loss.AngleKernel.
From Lemmata Require Import landscape.SpuriousOptimum_algebra landscape.SpuriousOptimum_sphere.
From Lemmata Require Import landscape.SpuriousOptimum landscape.SpuriousOptimum_curves.
Open Scope R_scope.

Lemma growth p k w a v b :
  norm p v = 1 -> norm p w = 1 ->
  loss p k w a v b - loss p k (opposite v) a v b = - g (angle p w v) * dot k a b / (2 * PI).
Proof.
intros V W. rewrite (loss_opposite p k a v b V), (loss_on_sphere p k w a v b W), !loss_at_form, g_PI.
assert (P := PI_neq0). field. exact P.
Qed.

Lemma S1_growth_formula p k w v b :
  norm p v = 1 -> norm p w = 1 ->
  loss p k w (spurious k b) v b - loss p k (opposite v) (spurious k b) v b =
  - g (angle p w v) * dot k (spurious k b) b / (2 * PI).
Proof.
apply growth.
Qed.

Lemma S1_cubic_growth p k w v b psi :
  norm p v = 1 -> norm p w = 1 -> dot k (spurious k b) b < 0 -> psi = PI - angle p w v ->
  Rabs (dot k (spurious k b) b) * (psi ^ 3 - psi ^ 5 / 10) / (6 * PI)
  <= loss p k w (spurious k b) v b - loss p k (opposite v) (spurious k b) v b
  <= Rabs (dot k (spurious k b) b) * psi ^ 3 / (6 * PI).
Proof.
intros V W S E. rewrite (growth p k w _ v b V W), Rabs_left by exact S.
assert (B := S6_g (angle p w v) psi (angle_range p w v) E). set (d := dot k (spurious k b) b) in *.
assert (P := PI_above_3). assert (I : 0 < / (6 * PI)) by (apply Rinv_0_lt_compat; lra).
replace (- g (angle p w v) * d / (2 * PI)) with (- d * (3 * g (angle p w v)) * / (6 * PI)) by (field; lra).
split; apply Rmult_le_compat_r; try lra; apply Rmult_le_compat_l; lra.
Qed.

Lemma S1_cubic_fall_for_the_other_sign p k w v b psi :
  norm p v = 1 -> norm p w = 1 -> 0 <= dot k (spurious k b) b -> psi = PI - angle p w v ->
  dot k (spurious k b) b * (psi ^ 3 - psi ^ 5 / 10) / (6 * PI)
  <= loss p k (opposite v) (spurious k b) v b - loss p k w (spurious k b) v b
  <= dot k (spurious k b) b * psi ^ 3 / (6 * PI).
Proof.
intros V W S E. assert (L := growth p k w (spurious k b) v b V W). set (d := dot k (spurious k b) b) in *.
assert (B := S6_g (angle p w v) psi (angle_range p w v) E).
assert (P := PI_above_3). assert (I : 0 < / (6 * PI)) by (apply Rinv_0_lt_compat; lra).
replace (loss p k (opposite v) (spurious k b) v b - loss p k w (spurious k b) v b)
  with (d * (3 * g (angle p w v)) * / (6 * PI)).
- split; apply Rmult_le_compat_r; try lra; apply Rmult_le_compat_l; lra.
- rewrite <- Ropp_minus_distr, L. field. lra.
Qed.

Lemma S1_lower_bound_positive k b psi :
  dot k (spurious k b) b < 0 -> 0 < psi <= PI ->
  0 < Rabs (dot k (spurious k b) b) * (psi ^ 3 - psi ^ 5 / 10) / (6 * PI).
Proof.
intros S H. assert (P := PI_range). apply Rdiv_lt_0_compat; [|lra].
apply Rmult_lt_0_compat; [apply Rabs_pos_lt; lra|].
replace (psi ^ 3 - psi ^ 5 / 10) with (psi ^ 3 * (1 - psi ^ 2 / 10)) by field.
apply Rmult_lt_0_compat; [apply pow_lt; lra|]. nra.
Qed.

Lemma S2_second_derivative_vanishes p k a v b u :
  norm p v = 1 -> norm p u = 1 -> dot p u v = 0 ->
  second_derivative (fun t => loss p k (geodesic (opposite v) u t) a v b) 0.
Proof.
intros V U O. assert (P := PI_above_3). set (c := loss p k (opposite v) a v b).
set (d := dot k a b / (2 * PI)).
apply second_derivative_ext with (fun t => c - arc (Rabs t) * d) 1; [lra| |].
- intros t T. unfold c, d. rewrite loss_geodesic_opposite by (assumption || lra). field. lra.
- exists (fun t => - d * (Rabs t * sin t)). split.
  + exists 1. split; [lra|]. intros t _.
    replace (- d * (Rabs t * sin t)) with (0 - Rabs t * sin t * d) by ring.
    apply (is_derive_minus (V:=R_NormedModule)); [apply @is_derive_const|].
    apply (is_derive_scal_l (fun s => arc (Rabs s)) t _ d), arc_abs_derive.
  + assert (E := is_derive_scal (fun t => Rabs t * sin t) 0 (- d) 0 arc_abs_second).
    now rewrite Rmult_0_r in E.
Qed.

Lemma growth_small x d : 0 <= x -> - x * d / (2 * PI) <= x * Rabs d / 6.
Proof.
intros X. assert (P := PI_above_3). assert (A := Rle_abs (- d)). rewrite Rabs_Ropp in A.
assert (I : 0 < / (2 * PI)) by (apply Rinv_0_lt_compat; lra).
assert (J : / (2 * PI) <= / 6) by (apply Rinv_le_contravar; lra). assert (N := Rabs_pos d).
apply Rle_trans with (x * Rabs d * / (2 * PI)); unfold Rdiv.
- apply Rmult_le_compat_r; [lra|]. nra.
- apply Rmult_le_compat_l; [now apply Rmult_le_pos|exact J].
Qed.

Lemma S2_no_quadratic_lower_bound p k a v b c psi0 :
  (2 <= p)%nat -> norm p v = 1 -> 0 < c -> 0 < psi0 ->
  ~ (forall w, norm p w = 1 -> PI - angle p w v <= psi0 ->
       c * (PI - angle p w v) ^ 2 <= loss p k w a v b - loss p k (opposite v) a v b).
Proof.
intros H V C Z L. assert (P := PI_above_3). set (d := Rabs (dot k a b)).
assert (D : 0 <= d) by apply Rabs_pos.
set (psi := Rmin (Rmin 1 psi0) (c / (1 + d))).
assert (A : 0 < psi) by (repeat apply Rmin_glb_lt; try apply Rdiv_lt_0_compat; lra).
assert (A1 : psi <= 1) by (eapply Rle_trans; [apply Rmin_l|apply Rmin_l]).
assert (A2 : psi <= psi0) by (eapply Rle_trans; [apply Rmin_l|apply Rmin_r]).
assert (A3 : psi <= c / (1 + d)) by apply Rmin_r.
destruct (unit_at_angle p v (PI - psi) H V) as [w [W E]]; [lra|].
specialize (L w W). rewrite (growth p k w a v b V W), E, g_arc in L.
replace (PI - (PI - psi)) with psi in L by ring. specialize (L A2).
assert (B := arc_below psi A). assert (G := arc_above psi A).
assert (G0 : 0 <= arc psi).
{ assert (Q2 : psi ^ 2 <= 1) by nra. assert (Q3 := pow_lt psi 3 A).
  replace (psi ^ 5) with (psi ^ 3 * psi ^ 2) in G by ring. nra. }
assert (X := growth_small (arc psi) (dot k a b) G0). fold d in X.
apply Rmult_le_compat_r with (r := 1 + d) in A3; [|lra]. unfold Rdiv in A3.
rewrite Rmult_assoc, Rinv_l, Rmult_1_r in A3 by lra.
assert (Y : c * psi ^ 2 <= psi ^ 2 * (psi * d / 18)) by nra.
rewrite Rmult_comm in Y. apply Rmult_le_reg_l in Y; [|apply pow_lt; exact A]. lra.
Qed.
