(* The sharp gamma_w of C1 at any c_w.

   need kappa c dmin x     G(x) = (1 - cos x) [2 c - dmin kappa(x) (1 + cos x) / 2 PI]

   Formalised: S3, that gamma_w >= 0 serves iff it is at least G on the angles of the region; for d_min >= 0
   iff it is at least G(phi_hi).
   Not formalised: for d_min < 0 the shape of G (rise, fall, rise) and so the place of its maximum. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions dissipativity.OutputDissipativity
  dissipativity.FilterDissipativity.
Open Scope R_scope.

Definition need (kappa : R -> R) (c dmin x : R) : R :=
  (1 - cos x) * (2 * c - dmin * kappa x * (1 + cos x) / (2 * PI)).

Lemma need_coefficient kappa c dmin x : need kappa c dmin x = 2 * (1 - cos x) * (c - dmin * coefficient
  kappa x).
Proof. unfold need, coefficient. field. apply PI_neq0. Qed.

Lemma S3_smallest_slack p k kappa A lo hi c gamma v b dmin : (2 <= p)%nat -> dot p v v = 1 -> pulling kappa ->
  0 <= lo <= hi -> hi <= PI -> least k A b dmin ->
  (C1 p k kappa A lo hi c gamma v b <-> forall x, lo <= x <= hi -> need kappa c dmin x <= gamma).
Proof.
intros Hp V K L H [[a0 [A0 D0]] D]. split.
- intros C x X. destruct (filter_at_angle p v x Hp V ltac:(lra)) as [w [W E]].
  specialize (C w a0 W A0). rewrite S1_identity, distance, E, D0 in C by easy. specialize (C X).
  unfold need. replace (dmin * kappa x * (1 + cos x) / (4 * PI)) with (dmin * kappa x * (1 + cos x) / (2 *
    PI) / 2) in C
    by (field; apply PI_neq0). lra.
- intros C w a W Aa X. specialize (C _ X). rewrite need_coefficient in C.
  rewrite S1_identity, distance by easy.
  replace (dot k a b * kappa (angle p w v) * (1 + cos (angle p w v)) / (4 * PI))
    with (dot k a b * coefficient kappa (angle p w v)) by (unfold coefficient, Rdiv; ring).
  assert (E := coefficient_nonneg kappa (angle p w v) K (angle_range p w v)). specialize (D a Aa).
  assert (B := COS_bound (angle p w v)).
  assert (0 <= (dot k a b - dmin) * coefficient kappa (angle p w v) * (2 * (1 - cos (angle p w v)))).
  { apply Rmult_le_pos; [apply Rmult_le_pos|]; lra. }
  lra.
Qed.

Lemma S3_largest_at_phi_hi p k kappa A lo hi c gamma v b dmin : (2 <= p)%nat -> dot p v v = 1 -> pulling
  kappa ->
  0 <= lo <= hi -> hi <= PI -> least k A b dmin -> 0 <= dmin -> 0 <= gamma ->
  (C1 p k kappa A lo hi c gamma v b <-> need kappa c dmin hi <= gamma).
Proof.
intros Hp V K L H D Z G. apply iff_trans with (1 := S3_smallest_slack p k kappa A lo hi c gamma v b dmin Hp
  V K L H D).
split; [intros C; apply C; lra|]. intros C x X. rewrite need_coefficient in *.
assert (E := coefficient_falls kappa x hi K ltac:(lra) H).
assert (B : 0 <= 1 - cos x <= 1 - cos hi).
{ assert (B := COS_bound x). destruct (Req_dec x hi) as [->|N]; [lra|].
  assert (cos hi < cos x) by (apply cos_decreasing_1; lra). lra. }
assert (E1 : dmin * coefficient kappa hi <= dmin * coefficient kappa x) by now apply Rmult_le_compat_l.
destruct (Rle_or_lt (c - dmin * coefficient kappa x) 0); nra.
Qed.
