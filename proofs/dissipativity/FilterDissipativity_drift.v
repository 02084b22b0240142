(* The kappa of the readings NETWORK and ANGLE pulls, so that FilterDissipativity's statements hold for it.

   kappa p p rho      NETWORK,      kappa p (p-2) rho    ANGLE (smoothing.Drift)

   Formalised: S1's monotony, S2 and, for d_min >= 0, S3 for this kappa.
   Not formalised: NORMALISED; that kappa is PI / 2 for rho = infinity. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions smoothing.Drift smoothing.SmoothedKernel.
From Lemmata Require Import dissipativity.FilterDissipativity dissipativity.FilterDissipativity_slack.
Open Scope R_scope.

Lemma S1_drift_pulls p q rho : (1 <= p)%nat -> 0 <= rho -> pulling (kappa p q rho).
Proof.
intros Hp H. assert (D := fun x y => S2_strictly_decreasing p q rho x y Hp H). split.
- intros x X. destruct (Req_dec rho 0) as [->|N]; [rewrite kappa_0; lra|apply S2_positive; lra || easy].
- intros x y X Y. destruct (Req_dec x y) as [->|N]; [lra|left; apply D; lra].
Qed.

(* rho = infinity: kappa = PI / 2 for NETWORK and ANGLE. *)
Lemma S1_infinite_noise : pulling (fun _ => PI / 2).
Proof.
assert (P := PI_RGT_0). split; intros; lra.
Qed.

Lemma drift_continuous_at_0 p q rho : (1 <= p)%nat -> 0 <= rho ->
  limit1_in (kappa p q rho) (fun x => 0 < x) (kappa p q rho 0) 0.
Proof.
intros Hp H. destruct (Req_dec rho 0) as [->|N].
- intros e E. exists (Rmin e PI). assert (P := PI_RGT_0). split; [apply Rmin_pos; lra|].
  intros x [X Y]. simpl in *. unfold R_dist in *. assert (M := Rmin_l e PI). assert (M' := Rmin_r e PI).
  rewrite Rminus_0_r, Rabs_pos_eq in Y by lra. rewrite !kappa_0 by lra.
  replace (PI - x - (PI - 0)) with (- x) by ring. rewrite Rabs_Ropp, Rabs_pos_eq; lra.
- assert (C := cts_kappa p q rho Hp ltac:(lra) 0). apply continuity_pt_filterlim in C.
  apply limit1_imp with (2 := C). intros x X. split; [exact I|lra].
Qed.

Lemma S2_sharp_for_the_drift p k q rho A lo hi c v b dmin : (2 <= p)%nat -> 0 <= rho -> dot p v v = 1 ->
  0 <= lo <= hi -> 0 < hi <= PI -> least k A b dmin ->
  let x := if Rle_dec 0 dmin then hi else lo in
  (C1 p k (kappa p q rho) A lo hi c 0 v b <-> c <= dmin * kappa p q rho x * (1 + cos x) / (4 * PI)).
Proof.
intros Hp H V L I D x. assert (K := S1_drift_pulls p q rho ltac:(lia) H). unfold x.
destruct (Rle_dec 0 dmin) as [Z|Z]; [now apply S2_sharp_if_d_not_negative|].
destruct (Req_dec lo 0) as [->|N].
- apply S2_sharp_if_d_negative_from_0; try easy; [apply drift_continuous_at_0; [lia|easy]|lra].
- apply S2_sharp_if_d_negative; easy || lra.
Qed.

Lemma S3_slack_for_the_drift p k q rho A lo hi c gamma v b dmin : (2 <= p)%nat -> 0 <= rho -> dot p v v = 1 ->
  0 <= lo <= hi -> hi <= PI -> least k A b dmin ->
  (C1 p k (kappa p q rho) A lo hi c gamma v b <->
   forall x, lo <= x <= hi -> need (kappa p q rho) c dmin x <= gamma) /\
  (0 <= dmin -> 0 <= gamma ->
   (C1 p k (kappa p q rho) A lo hi c gamma v b <-> need (kappa p q rho) c dmin hi <= gamma)).
Proof.
intros Hp H V L I D. assert (K := S1_drift_pulls p q rho ltac:(lia) H). split.
- now apply S3_smallest_slack.
- intros Z G. now apply (S3_largest_at_phi_hi p k (kappa p q rho) A lo hi c gamma v b dmin).
Qed.
