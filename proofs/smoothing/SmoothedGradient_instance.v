(* A law of the noise that satisfies every premise of SmoothedGradient.v and SmoothedGradient_filter.v.

   four w t c y n    the noise on the filter is c w + y t or c w - y t, that on the output weights n or -n,
                     each pair with probability 1/4; with t = P_w w* it is `balanced`

   Formalised: mean, independent, centred, balanced, for all w, w*, c, y, n.
   Not formalised: the uniform law on a ball. *)
From Coq Require Import Reals Lra Lia.
From Lemmata Require Import num.Vectors Definitions loss.TangentGradient.
From Lemmata Require Import smoothing.SmoothedGradient smoothing.SmoothedGradient_filter.
Open Scope R_scope.

Definition four (w t : vec) (c y : R) (n : vec) (F : functional) : R :=
  (F (lin c w y t) n + F (lin c w y t) (fun i => - n i) + F (lin c w (- y) t) n + F (lin c w (- y) t) (fun i
    => - n i)) / 4.

Lemma four_mean w t c y n : mean (four w t c y n).
Proof.
split; [intros F H X; unfold four; now rewrite !X|split; [intros; unfold four; field|unfold four; field]].
Qed.

Lemma four_independent w t c y n : independent (four w t c y n).
Proof. intros F H. unfold four. field. Qed.

Lemma four_centred k w t c y n : centred k (four w t c y n).
Proof. intros i _. unfold four. field. Qed.

Lemma dot_shift p u w c y t : dot p u (shift w (lin c w y t)) = (1 + c) * dot p u w + y * dot p u t.
Proof. unfold shift. rewrite dot_plus_r, dot_lin_r. ring. Qed.

Lemma norm_shift p w c y t : dot p w t = 0 ->
  norm p (shift w (lin c w (- y) t)) = norm p (shift w (lin c w y t)).
Proof.
intros H. unfold norm. f_equal.
rewrite !dot_shift, !(dot_sym p (shift _ _)), !dot_shift, (dot_sym p t w), H. ring.
Qed.

Lemma four_balanced p w v c y n : dot p w w = 1 -> balanced p (four w (tangent p w v) c y n) w v.
Proof.
intros W. assert (O : dot p w (tangent p w v) = 0) by now apply tangent_orthogonal. split.
- intros u S U V. assert (T : dot p u (tangent p w v) = 0).
  { unfold tangent. rewrite dot_minus_r, dot_scal_r, U, V. ring. }
  unfold four. rewrite !dot_shift, U, T. field.
- intros S. unfold four. rewrite !dot_shift, (dot_sym p _ w), O, (norm_shift p w c y) by easy. field.
Qed.

(* Such a noise has every m2 >= 1 it likes: r^2 = (1 + c)^2 + y^2 |P_w w*|^2. *)
Lemma four_m2 p w v c y n : dot p w w = 1 ->
  mean_m2 p (four w (tangent p w v) c y n) w = (1 + c) ^ 2 + y ^ 2 * dot p (tangent p w v) (tangent p w v).
Proof.
intros W. assert (Z : forall z, dot p (shift w (lin c w z (tangent p w v))) (shift w (lin c w z (tangent p w
  v))) =
  (1 + c) ^ 2 + z ^ 2 * dot p (tangent p w v) (tangent p w v)).
{ intros z. rewrite (dot_ext p _ (lin (1 + c) w z (tangent p w v)) _ (lin (1 + c) w z (tangent p w v))).
  - rewrite dot_lin_sq, W, tangent_orthogonal by easy. ring.
  - intros i _. unfold shift, lin. ring.
  - intros i _. unfold shift, lin. ring. }
unfold mean_m2, four. rewrite !norm_sq, !Z. field.
Qed.
