(* A law of the noise that satisfies every premise of SmoothedGradient.v and SmoothedGradient_filter.v.

   four w t c y n    the noise on the filter is c w + y t or c w - y t, that on the output weights n or -n,
                     each pair with probability 1/4; with t = P_w w* it is `isotropic`

   Formalised: mean, independent, centred, isotropic, for all w, w*, c, y, n.
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

Lemma four_isotropic p w v c y n : dot p w w = 1 -> isotropic p (four w (tangent p w v) c y n) w v.
Proof.
intros W u F U V N R. set (t := tangent p w v) in *. unfold four.
assert (T : dot p u t = dot p u v) by (unfold t, tangent; rewrite dot_minus_r, dot_scal_r, U; ring).
assert (X : forall z, dot p u (lin c w z t) = z * dot p u v) by (intros z; rewrite dot_lin_r, U, T; ring).
destruct V as [V|V].
- assert (Y : forall z, F (reflect p u (lin c w z t)) = F (lin c w z t)); [|rewrite !Y; reflexivity].
  intros z. apply R. intros i _. unfold reflect. rewrite X, V. unfold Rdiv. ring.
- assert (Q : dot p u v = dot p u u) by (rewrite <- T; apply dot_ext; [easy|intros i Hi; symmetry; now apply
    V]).
  assert (Y : forall z, F (reflect p u (lin c w z t)) = F (lin c w (- z) t)).
  { intros z. apply R. intros i Hi. unfold reflect. rewrite X, Q, (V i Hi). unfold lin. field. exact N. }
  rewrite !Y, Ropp_involutive. field.
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
