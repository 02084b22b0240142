(* model.ForwardPass: the network on one input, and its positive homogeneity.

   relu x          max (x, 0), the sigma of the page
   Z               the input: patch j is the vector Z j of R^p
   network p k w a Z   sum over j < k of a_j relu (Z_j^T w)

   Formalised: S1 with its sanity points and the two rows of "Cases"; S2.
   Not formalised: S3 (rounding). *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors num.Planes.
Open Scope R_scope.

Definition relu (x : R) : R := Rmax x 0.
Definition network (p k : nat) (w a : vec) (Z : nat -> vec) : R :=
  sum k (fun j => a j * relu (dot p (Z j) w)).

Lemma relu_pos x : 0 <= x -> relu x = x.
Proof. apply Rmax_left. Qed.

Lemma relu_neg x : x <= 0 -> relu x = 0.
Proof. apply Rmax_right. Qed.

Lemma relu_scal c x : 0 <= c -> relu (c * x) = c * relu x.
Proof.
intros H. destruct (Rle_dec 0 x).
- rewrite !relu_pos; nra.
- rewrite !relu_neg; nra.
Qed.

(* S1: the definition, one patch after the other, and its sanity points. *)
Lemma S1_no_patch p w a Z : network p 0 w a Z = 0.
Proof.
reflexivity.
Qed.

Lemma S1_one_more_patch p k w a Z :
  network p (S k) w a Z = network p k w a Z + a k * Rmax (dot p (Z k) w) 0.
Proof.
reflexivity.
Qed.

Lemma S1_zero_input p k w a : network p k w a (fun _ _ => 0) = 0.
Proof.
unfold network. rewrite (sum_ext k _ (fun _ => 0)), sum_const; [ring|].
intros j _. rewrite dot_ones_l, Rmult_0_l, relu_pos; [ring|apply Rle_refl].
Qed.

Lemma S1_one_patch_is_the_filter p k w a Z m : (m < k)%nat ->
  agree p (Z m) w -> (forall j, (j < k)%nat -> j <> m -> agree p (Z j) (fun _ => 0)) ->
  network p k w a Z = a m * (norm p w) ^ 2.
Proof.
intros Hm Hw H0. unfold network. rewrite (sum_single k _ m Hm).
- rewrite (dot_ext p (Z m) w w w Hw) by now intros i _.
rewrite relu_pos by apply dot_nonneg. rewrite <- norm_sq. ring.
- intros j Hj N. rewrite (dot_ext p (Z j) (fun _ => 0) w w (H0 j Hj N)) by now intros i _.
rewrite dot_ones_l, Rmult_0_l, relu_pos; [ring|apply Rle_refl].
Qed.

(* Only the patches with a positive answer count. *)
Lemma S1_cases p k w a Z :
  network p k w a Z = sum k (fun j => if Rle_dec (dot p (Z j) w) 0 then 0 else a j * dot p (Z j) w).
Proof.
apply sum_ext. intros j _. destruct (Rle_dec (dot p (Z j) w) 0).
- rewrite relu_neg; lra.
- rewrite relu_pos; lra.
Qed.

Lemma S1_all_answers_cut p k w a Z :
  (forall j, (j < k)%nat -> dot p (Z j) w <= 0) -> network p k w a Z = 0.
Proof.
intros H. unfold network. rewrite (sum_ext k _ (fun _ => 0)), sum_const; [ring|].
intros j Hj. rewrite relu_neg; [ring|now apply H].
Qed.

(* S2: for c >= 0 the factor may stand at the filter, at the output weights or in front; not for c < 0. *)
Lemma S2_homogeneous_in_the_filter p k w a Z c : 0 <= c ->
  network p k (fun i => c * w i) a Z = c * network p k w a Z.
Proof.
intros Hc. unfold network. rewrite <- sum_scal. apply sum_ext. intros j _.
rewrite dot_scal_r, relu_scal by exact Hc. ring.
Qed.

Lemma S2_homogeneous_in_the_weights p k w a Z c :
  network p k w (fun j => c * a j) Z = c * network p k w a Z.
Proof.
unfold network. rewrite <- sum_scal. apply sum_ext. intros j _. ring.
Qed.

Lemma S2_filter_or_weights p k w a Z c : 0 <= c ->
  network p k (fun i => c * w i) a Z = network p k w (fun j => c * a j) Z.
Proof.
intros Hc. now rewrite S2_homogeneous_in_the_filter, S2_homogeneous_in_the_weights.
Qed.

Lemma S2_fails_for_negative_factors c : c < 0 ->
  exists w a Z, network 1 1 (fun i => c * w i) a Z <> network 1 1 w (fun j => c * a j) Z.
Proof.
intros Hc. exists (fun _ => 1), (fun _ => 1), (fun _ _ => 1). unfold network, dot; simpl.
rewrite (relu_neg (0 + 1 * (c * 1))), (relu_pos (0 + 1 * 1)) by lra. lra.
Qed.
