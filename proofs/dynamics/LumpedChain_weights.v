(* The output weights of the lumped step, in their frame: a = mean/sqrt k 1 + y n + tail, the tail along u.

   mean, tail, frame_b, frame_a    as in LumpedChain_frames.v
   beyond k n u eps                what of the noise is beyond 1, n and u

   Formalised: sums, products and squares of the perturbed weights, and one step of them, in coordinates.
   Not formalised: the laws of the coordinates of the noise (rng.Ball). *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors dynamics.LumpedChain_frames.
Open Scope R_scope.

(* The output weights: a = mean/sqrt k + y n + tail. *)
Lemma mean_plus k u v : mean k (plus u v) = mean k u + mean k v.
Proof. unfold mean, plus, Rdiv. rewrite sum_plus. ring. Qed.

Lemma tail_plus k n u v i : tail k n (plus u v) i = tail k n u i + tail k n v i.
Proof. unfold tail. rewrite mean_plus. unfold plus, Rdiv. rewrite (dot_plus_r k u v n). ring. Qed.

Lemma sum_mean k a : (1 <= k)%nat -> sum k a = sqrt (INR k) * mean k a.
Proof. intros H. destruct (sqrt_dim k H) as [P _]. unfold mean. field. lra. Qed.

(* A vector across 1 and n does not see the rest of the frame. *)
Lemma dot_tail k n a u : sum k u = 0 -> dot k n u = 0 -> dot k u (tail k n a) = dot k u a.
Proof.
intros Hs Hn. unfold tail.
rewrite (dot_minus_r k (fun i => a i - mean k a / sqrt (INR k))), (dot_minus_r k a), dot_ones_r, dot_scal_r.
rewrite Hs, (dot_sym k u n), Hn. ring.
Qed.

Lemma tail_sum k n a : (1 <= k)%nat -> sum k n = 0 -> sum k (tail k n a) = 0.
Proof.
intros Hk Hn. destruct (sqrt_dim k Hk) as [P Q]. unfold tail.
rewrite (sum_minus k (fun i => a i - mean k a / sqrt (INR k))), (sum_minus k a), sum_const, sum_scal, Hn.
rewrite (sum_mean k a Hk). set (q := sqrt (INR k)) in *. rewrite <- Q. field. lra.
Qed.

Lemma tail_across k n a : sum k n = 0 -> direction k n -> dot k n (tail k n a) = 0.
Proof.
intros Hs Hn. unfold tail.
rewrite (dot_minus_r k (fun i => a i - mean k a / sqrt (INR k))), (dot_minus_r k a), dot_ones_r.
rewrite Hs, dot_scal_r.
assert (E : dot k n n = 0 -> dot k n a = 0) by (intros H; rewrite dot_sym; now apply direction_zero).
assert (F := direction_absorbs k n (dot k n a) Hn E). lra.
Qed.

(* The tail in the direction u and beyond it. *)
Definition beyond (k : nat) (n u eps : vec) : vec := fun i => tail k n eps i - dot k u eps * u i.

Lemma beyond_across k n u eps :
  sum k u = 0 -> dot k n u = 0 -> direction k u -> dot k u (beyond k n u eps) = 0.
Proof.
intros Hs Hn Hu. unfold beyond. rewrite (dot_minus_r k (tail k n eps)), dot_scal_r, dot_tail by assumption.
assert (E : dot k u u = 0 -> dot k u eps = 0) by (intros H; rewrite dot_sym; now apply direction_zero).
assert (F := direction_absorbs k u (dot k u eps) Hu E). lra.
Qed.

Lemma frame_a_tail k n a u i : frame_a k n a u -> (i < k)%nat -> tail k n a i = norm k (tail k n a) * u i.
Proof.
intros (_ & _ & _ & H) Hi. assert (E := H i Hi). cbv beta in E.
replace (tail k n a i) with (a i - mean k a / sqrt (INR k) - dot k n a * n i) by reflexivity. lra.
Qed.

Lemma frame_a_absent k n a u : frame_a k n a u -> dot k u u = 0 -> norm k (tail k n a) = 0.
Proof.
intros H Hu. assert (Q : norm k (tail k n a) * norm k (tail k n a) = 0); [|nra].
rewrite norm_sq, (dot_ext k _ (fun i => norm k (tail k n a) * u i) _ (fun i => norm k (tail k n a) * u i)).
- rewrite dot_scal_l, dot_scal_r, Hu. ring.
- intros i Hi. now apply frame_a_tail.
- intros i Hi. now apply frame_a_tail.
Qed.

(* The square of y u + t omega, omega what is beyond u. *)
Lemma tail_sq k n u eps m y t :
  sum k u = 0 -> dot k n u = 0 -> direction k u -> (dot k u u = 0 -> y = 0) ->
  agree k m (fun i => y * u i + t * beyond k n u eps i) ->
  dot k m m = y * y + t * t * dot k (beyond k n u eps) (beyond k n u eps).
Proof.
intros Hs Hn Hu Hy Hm. rewrite (dot_ext k m _ m _ Hm Hm).
change (fun i => y * u i + t * beyond k n u eps i) with (lin y u t (beyond k n u eps)).
rewrite dot_lin_sq, beyond_across by assumption.
rewrite <- (direction_absorbs k u (y * y) Hu) at 2; [ring|]. intros H. rewrite (Hy H). ring.
Qed.

(* The perturbed weights: 1^T, the product with b, the square. *)
Lemma dot_frame_b k n b a : (1 <= k)%nat -> frame_b k b n ->
  dot k a b = mean k a * mean k b + dot k n a * dot k n b.
Proof.
intros Hk (_ & _ & Hb). destruct (sqrt_dim k Hk) as [P _].
rewrite (dot_ext k a a b _) by first [exact Hb|now intros i].
rewrite (dot_plus_r k (fun _ => mean k b / sqrt (INR k)) (fun i => dot k n b * n i)), dot_ones_r, dot_scal_r.
rewrite (sum_mean k a Hk), (dot_sym k a n). field. lra.
Qed.

Lemma weights_sq k n a : (1 <= k)%nat -> sum k n = 0 -> direction k n ->
  dot k a a = mean k a * mean k a + dot k n a * dot k n a + dot k (tail k n a) (tail k n a).
Proof.
intros Hk Hs Hn. destruct (sqrt_dim k Hk) as [P Q].
assert (Ha : agree k a (fun i => mean k a / sqrt (INR k) * 1 + dot k n a * n i + 1 * tail k n a i)).
{ intros i _. unfold tail. ring. }
rewrite (dot_ext k a _ a _ Ha Ha), (dot_three k (fun _ => 1) n (tail k n a)).
- rewrite dot_ones_l, sum_const, (Rmult_assoc (dot k n a)), direction_absorbs; [|exact Hn|].
  + set (q := sqrt (INR k)) in *. rewrite <- Q. field. lra.
  + intros H. rewrite dot_sym. now apply direction_zero.
- rewrite dot_ones_l, Hs. ring.
- rewrite dot_ones_l, tail_sum by assumption. ring.
- now apply tail_across.
Qed.

(* A step of the weights along own (a + eps) + other b + common 1. *)
Lemma step_coordinates k n a b eps x y z eta : (1 <= k)%nat -> frame_b k b n ->
  let m := fun i => a i - eta * (x * plus a eps i + y * b i + z) in
  mean k m = mean k a - eta * (x * mean k (plus a eps) + y * mean k b + z * sqrt (INR k)) /\
  dot k n m = dot k n a - eta * (x * dot k n (plus a eps) + y * dot k n b) /\
  agree k (tail k n m) (fun i => tail k n a i - eta * x * tail k n (plus a eps) i).
Proof.
intros Hk (Hn & Hs & Hb) m. destruct (sqrt_dim k Hk) as [P Q].
assert (M : mean k m = mean k a - eta * (x * mean k (plus a eps) + y * mean k b + z * sqrt (INR k))).
{ unfold mean, m. rewrite (sum_minus k a), sum_scal, (sum_plus k (fun i => x * plus a eps i + y * b i)).
  rewrite (sum_plus k (fun i => x * plus a eps i)), !sum_scal, sum_const.
  set (q := sqrt (INR k)) in *. rewrite <- Q. field. lra. }
assert (D : dot k n m = dot k n a - eta * (x * dot k n (plus a eps) + y * dot k n b)).
{ unfold m. rewrite (dot_minus_r k a), dot_scal_r, (dot_plus_r k (fun i => x * plus a eps i + y * b i)).
  rewrite (dot_plus_r k (fun i => x * plus a eps i)), !dot_scal_r, dot_ones_r, Hs. ring. }
split; [exact M|split; [exact D|]]. intros i Hi. assert (B := Hb i Hi). cbv beta in B.
unfold tail at 1. rewrite M, D. unfold m, tail. rewrite B. field. lra.
Qed.

(* The perturbed weights. *)
Lemma perturbed_weights k b n a u eps : (1 <= k)%nat -> frame_b k b n -> frame_a k n a u ->
  let z := norm k (tail k n a) + dot k u eps in
  sum k (plus a eps) = sqrt (INR k) * (mean k a + mean k eps) /\
  dot k (plus a eps) b = (mean k a + mean k eps) * mean k b + (dot k n a + dot k n eps) * dot k n b /\
  dot k (plus a eps) (plus a eps) = (mean k a + mean k eps) ^ 2 + (dot k n a + dot k n eps) ^ 2 + z ^ 2
    + dot k (beyond k n u eps) (beyond k n u eps).
Proof.
intros Hk Hb Ha z. rewrite (sum_mean k _ Hk), (dot_frame_b k n b _ Hk Hb), mean_plus.
unfold plus at 1. rewrite (dot_plus_r k a eps n). split; [reflexivity|split; [reflexivity|]].
assert (Z0 := frame_a_absent k n a u Ha). assert (Ft := fun i Hi => frame_a_tail k n a u i Ha Hi).
destruct Hb as (Hn & Hs & _), Ha as (Hu & Hus & Hnu & _).
rewrite (weights_sq k n _ Hk Hs Hn), mean_plus. unfold plus at 1 2. rewrite (dot_plus_r k a eps n).
rewrite (tail_sq k n u eps (tail k n (plus a eps)) z 1 Hus Hnu Hu); [ring| |].
- intros H. unfold z. rewrite (Z0 H), dot_sym, (direction_zero k u H). ring.
- intros i Hi. rewrite tail_plus, (Ft i Hi). unfold z, beyond. ring.
Qed.

(* A step of the weights along x (a + eps) + y b + z 1, lumped. *)
Lemma weights_lump k b n a u eps x y t eta : (1 <= k)%nat -> frame_b k b n -> frame_a k n a u ->
  let m := fun i => a i - eta * (x * plus a eps i + y * b i + t) in
  let z := norm k (tail k n a) in
  mean k m = mean k a - eta * (x * (mean k a + mean k eps) + y * mean k b + t * sqrt (INR k)) /\
  dot k n m = dot k n a - eta * (x * (dot k n a + dot k n eps) + y * dot k n b) /\
  norm k (tail k n m) = sqrt ((z - eta * x * (z + dot k u eps)) ^ 2
    + eta ^ 2 * x ^ 2 * dot k (beyond k n u eps) (beyond k n u eps)).
Proof.
intros Hk Hb Ha m z. destruct (step_coordinates k n a b eps x y t eta Hk Hb) as (A & B & C).
fold m in A, B, C.
rewrite A, B, mean_plus. unfold plus at 1. rewrite (dot_plus_r k a eps n).
split; [reflexivity|split; [reflexivity|]]. unfold norm at 1. f_equal.
assert (Z0 := frame_a_absent k n a u Ha). assert (Ft := fun i Hi => frame_a_tail k n a u i Ha Hi).
destruct Ha as (Hu & Hus & Hnu & _).
rewrite (tail_sq k n u eps _ (z - eta * x * (z + dot k u eps)) (- eta * x) Hus Hnu Hu); [ring| |].
- intros H. unfold z. rewrite (Z0 H), dot_sym, (direction_zero k u H). ring.
- intros i Hi. rewrite (C i Hi), tail_plus, (Ft i Hi). unfold z, beyond. ring.
Qed.
