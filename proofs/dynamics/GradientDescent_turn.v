(* The step of the filter is a turn, and what a turn does to the kernel g.

   q x            (PI - x) sin x, which is - g'(x)
   towards, away  the angle after a turn by t from phi, towards the teacher and past it, or away from it

   Formalised: g (towards phi t) and g (away phi t) to second order in t, with the constant PI/2; g is
   Lipschitz; the angle after a step of the filter along the sphere.
   Not formalised: nothing of what dynamics.GradientDescent/S2 needs of these. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Lemmata Require Import num.Vectors Definitions dynamics.PopulationGradient.
Open Scope R_scope.

Definition q (x : R) : R := (PI - x) * sin x.
Definition towards (phi t : R) : R := Rabs (phi - t).
Definition away (phi t : R) : R := if Rle_dec (phi + t) PI then phi + t else 2 * PI - phi - t.

(* A function whose derivative is not negative does not fall. *)
Lemma grows f df x y : x <= y -> (forall c, x <= c <= y -> is_derive f c (df c)) ->
  (forall c, x <= c <= y -> 0 <= df c) -> f x <= f y.
Proof.
intros H D P. destruct (Req_dec x y) as [->|N]; [lra|].
destruct (MVT_cor2 f df x y) as (c & E & C); [lra| |].
- intros c C. apply is_derive_Reals. now apply D.
- assert (0 <= df c) by (apply P; lra). nra.
Qed.

Lemma derive_g x : is_derive g x (- q x).
Proof. unfold g, q. auto_derive; [exact I|ring]. Qed.

Lemma derive_q x : is_derive q x (- sin x + (PI - x) * cos x).
Proof. unfold q. auto_derive; [exact I|ring]. Qed.

Lemma slope_q x : 0 <= x <= PI -> - PI <= - sin x + (PI - x) * cos x <= PI.
Proof.
intros H. assert (C := COS_bound x). assert (S := SIN_bound x). assert (P := PI2_3_2). unfold PI2 in P.
assert (0 <= sin x) by (apply sin_ge_0; lra). split; [|nra].
destruct (Rle_dec 1 x) as [G|G]; [nra|].
assert (0 <= cos x) by (apply cos_ge_0; lra). nra.
Qed.

(* q has Lipschitz constant PI. *)
Lemma q_lipschitz x y : 0 <= x <= y -> y <= PI -> - (PI * (y - x)) <= q y - q x <= PI * (y - x).
Proof.
intros H Hy. split.
- assert (G : q x + PI * x <= q y + PI * y); [|lra].
  apply (grows (fun t => q t + PI * t) (fun t => - sin t + (PI - t) * cos t + PI)); [lra| |].
  + intros c C. unfold q. auto_derive; [exact I|ring].
  + intros c C. assert (B := slope_q c). lra.
- assert (G : PI * x - q x <= PI * y - q y); [|lra].
  apply (grows (fun t => PI * t - q t) (fun t => PI - (- sin t + (PI - t) * cos t))); [lra| |].
  + intros c C. unfold q. auto_derive; [exact I|ring].
  + intros c C. assert (B := slope_q c). lra.
Qed.

Lemma q_ends x : 0 <= x <= PI -> 0 <= q x /\ q x <= PI * x /\ q x <= PI * (PI - x).
Proof.
intros H. split; [unfold q; apply Rmult_le_pos; [lra|apply sin_ge_0; lra]|].
assert (A := q_lipschitz 0 x). assert (B := q_lipschitz x PI). unfold q in *. rewrite sin_0, sin_PI in *.
split; lra.
Qed.

Lemma towards_second_order phi t : 0 <= phi <= PI -> 0 <= t <= PI ->
  g phi + q phi * t - PI / 2 * t ^ 2 <= g (towards phi t).
Proof.
intros Hp Ht. assert (F : forall u, 0 <= u <= phi -> g phi + q phi * u - PI / 2 * u ^ 2 <= g (phi - u)).
{ intros u Hu. assert (G : g (phi - 0) - q phi * 0 + PI / 2 * 0 ^ 2 <= g (phi - u) - q phi * u + PI / 2 * u ^
  2).
  - apply (grows (fun u => g (phi - u) - q phi * u + PI / 2 * u ^ 2) (fun u => q (phi - u) - q phi + PI *
    u)); [lra| |].
    + intros c C. unfold g, q. auto_derive; [exact I|unfold Rminus; field].
    + intros c C. assert (B := q_lipschitz (phi - c) phi). lra.
  - rewrite Rminus_0_r in G. lra. }
unfold towards. destruct (Rle_dec t phi) as [L|L].
- rewrite Rabs_pos_eq by lra. apply F. lra.
- rewrite Rabs_left by lra. assert (F0 := F phi). rewrite Rminus_eq_0 in F0.
  assert (G : g (phi - phi) - q phi * phi + PI / 2 * phi ^ 2 <= g (t - phi) - q phi * t + PI / 2 * t ^ 2).
  + apply (grows (fun u => g (u - phi) - q phi * u + PI / 2 * u ^ 2) (fun u => - q (u - phi) - q phi + PI *
    u)); [lra| |].
    * intros c C. unfold g, q. auto_derive; [exact I|unfold Rminus; field].
    * intros c C. destruct (q_ends (c - phi)) as (_ & A & _); [lra|].
    destruct (q_ends phi Hp) as (_ & B & _). lra.
  + rewrite Rminus_eq_0 in G. replace (- (phi - t)) with (t - phi) by ring. lra.
Qed.

Lemma away_second_order phi t : 0 <= phi <= PI -> 0 <= t <= PI ->
  g (away phi t) <= g phi - q phi * t + PI / 2 * t ^ 2.
Proof.
intros Hp Ht. assert (F : forall u, 0 <= u <= PI - phi -> g (phi + u) <= g phi - q phi * u + PI / 2 * u ^ 2).
{ intros u Hu. assert (G : - g (phi + 0) - q phi * 0 + PI / 2 * 0 ^ 2 <= - g (phi + u) - q phi * u + PI / 2 *
  u ^ 2).
  - apply (grows (fun u => - g (phi + u) - q phi * u + PI / 2 * u ^ 2) (fun u => q (phi + u) - q phi + PI *
    u)); [lra| |].
    + intros c C. unfold g, q. auto_derive; [exact I|unfold Rminus; field].
    + intros c C. assert (B := q_lipschitz phi (phi + c)). lra.
  - rewrite Rplus_0_r in G. lra. }
unfold away. destruct (Rle_dec (phi + t) PI) as [L|L]; [apply F; lra|].
assert (F0 := F (PI - phi)). replace (phi + (PI - phi)) with PI in F0 by ring. set (x := PI - phi) in *.
assert (G : - g (2 * PI - phi - x) - q phi * x + PI / 2 * x ^ 2
            <= - g (2 * PI - phi - t) - q phi * t + PI / 2 * t ^ 2).
- apply (grows (fun u => - g (2 * PI - phi - u) - q phi * u + PI / 2 * u ^ 2)
           (fun u => - q (2 * PI - phi - u) - q phi + PI * u)); [unfold x; lra| |].
  + intros c C. unfold g, q. auto_derive; [exact I|unfold Rminus; field].
  + intros c C. unfold x in C. destruct (q_ends (2 * PI - phi - c)) as (_ & _ & A); [lra|].
    destruct (q_ends phi Hp) as (_ & _ & B). lra.
- replace (2 * PI - phi - x) with PI in G by (unfold x; ring). unfold x in *. lra.
Qed.

(* g moves by at most V times the turn, V a bound of x sin x on [0, PI]. *)
Lemma g_lipschitz V x y : (forall z, 0 <= z <= PI -> z * sin z <= V) -> 0 <= x <= PI -> 0 <= y <= PI ->
  Rabs (g x - g y) <= V * Rabs (x - y).
Proof.
intros HV. assert (M : forall u v, 0 <= u <= v -> v <= PI -> 0 <= g u - g v <= V * (v - u)).
{ intros u v H Hv. assert (B : forall c, 0 <= c <= PI -> 0 <= q c <= V).
  - intros c C. split; [now apply q_ends|]. assert (E := HV (PI - c)). rewrite <- sin_PI_x in E. unfold q.
    replace (PI - (PI - c)) with c in E by ring. apply E. lra.
  - split.
    + assert (G : - g u <= - g v); [|lra].
      apply (grows (fun t => - g t) q); [lra| |intros c C; apply B; lra].
      intros c C. unfold g, q. auto_derive; [exact I|ring].
    + assert (G : g u + V * u <= g v + V * v); [|lra].
      apply (grows (fun t => g t + V * t) (fun t => V - q t)); [lra| |].
      * intros c C. unfold g, q. auto_derive; [exact I|ring].
      * intros c C. assert (Q := B c). lra. }
intros Hx Hy. destruct (Rle_dec x y) as [L|L].
- assert (Q := M x y). rewrite (Rabs_pos_eq (g x - g y)), (Rabs_left1 (x - y)); lra.
- assert (Q := M y x). rewrite (Rabs_left1 (g x - g y)), (Rabs_pos_eq (x - y)); lra.
Qed.

Lemma turn_range phi t : 0 <= phi <= PI -> 0 <= t <= PI / 2 ->
  (0 <= towards phi t <= PI /\ Rabs (phi - towards phi t) <= t) /\
  (0 <= away phi t <= PI /\ Rabs (phi - away phi t) <= t).
Proof.
intros Hp Ht. assert (P := PI_RGT_0). unfold towards, away. split.
- unfold Rabs. repeat destruct Rcase_abs; lra.
- destruct (Rle_dec (phi + t) PI); unfold Rabs; repeat destruct Rcase_abs; lra.
Qed.

(* acos undoes cos up to the folding. *)
Lemma angle_after phi x : 0 <= phi <= PI -> let t := atan (Rabs x * sin phi) in
  acos ((cos phi + x * (sin phi * sin phi)) / sqrt (1 + x ^ 2 * (sin phi * sin phi)))
  = if Rle_dec 0 x then towards phi t else away phi t.
Proof.
intros Hp t. assert (P := PI_RGT_0). assert (S := sin_ge_0 phi (proj1 Hp) (proj2 Hp)).
assert (B : - (PI / 2) < t < PI / 2) by (unfold t; destruct (atan_bound (Rabs x * sin phi)); lra).
assert (T : 0 <= t).
{ unfold t. rewrite <- atan_0. assert (Z : 0 <= Rabs x * sin phi) by (apply Rmult_le_pos;
  [apply Rabs_pos|lra]).
  destruct Z as [Z| <-]; [left; now apply atan_increasing|lra]. }
assert (C := cos_atan (Rabs x * sin phi)). assert (D := sin_atan (Rabs x * sin phi)). fold t in C, D.
replace (1 + (Rabs x * sin phi)²) with (1 + x ^ 2 * (sin phi * sin phi)) in C, D.
2: { rewrite Rsqr_mult, <- Rsqr_abs. unfold Rsqr. ring. }
set (N := sqrt _) in *. assert (HN : N <> 0).
{ apply Rgt_not_eq, sqrt_lt_R0. assert (0 <= x ^ 2 * (sin phi * sin phi)); [|lra].
  apply Rmult_le_pos; [apply pow2_ge_0|nra]. }
destruct (turn_range phi t Hp) as [[R1 _] [R2 _]]; [lra|]. destruct (Rle_dec 0 x) as [X|X].
- rewrite Rabs_pos_eq in D by exact X. replace ((cos phi + x * (sin phi * sin phi)) / N) with (cos (phi - t)).
  + rewrite <- (acos_cos (towards phi t)) by exact R1. f_equal. unfold towards, Rabs.
    destruct Rcase_abs; [symmetry; apply cos_neg|reflexivity].
  + rewrite cos_minus, C, D. field. exact HN.
- rewrite Rabs_left in D by lra. replace ((cos phi + x * (sin phi * sin phi)) / N) with (cos (phi + t)).
  + rewrite <- (acos_cos (away phi t)) by exact R2. f_equal. unfold away.
    destruct Rle_dec; [reflexivity|]. replace (2 * PI - phi - t) with (2 * PI - (phi + t)) by ring.
    rewrite (cos_minus (2 * PI)), cos_2PI, sin_2PI. ring.
  + rewrite cos_plus, C, D. field. exact HN.
Qed.

Lemma atan_below x : 0 <= x -> 0 <= atan x <= x.
Proof.
intros H. split.
- rewrite <- atan_0. destruct H as [H| <-]; [left; now apply atan_increasing|lra].
- assert (G : 0 - atan 0 <= x - atan x); [|rewrite atan_0 in G; lra].
  apply (grows (fun t => t - atan t) (fun t => 1 - / (1 + t ^ 2))); [exact H| |].
  + intros c _. apply is_derive_Reals. apply (derivable_pt_lim_minus id atan).
    * apply derivable_pt_lim_id.
    * apply derivable_pt_lim_atan.
  + intros c _. assert (Q := pow2_ge_0 c). assert (E : / (1 + c ^ 2) <= / 1) by (apply Rinv_le_contravar;
    lra).
    rewrite Rinv_1 in E. lra.
Qed.
