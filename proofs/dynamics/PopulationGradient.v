(* The gradient at any point in five numbers: own a + other b + common 1, and alpha w - beta v.

   w, a        the point, in R^p and R^k (the perturbed one in a run)      v, b   the teacher, v of norm 1
   r, phi      norm of w, angle of w and v        s, A, d, t   1^T a, a^T a, a^T b, 1^T b
   output_reading, filter_reading   which gradient is meant off the sphere (smoothing.Reading): that of the
               network as it stands (Radial, Network), with r = 1 (UnitNorm), by the tangent formula
               (Angular), of L(w/|w|, a) (Normalised)
   m1, m2      r and r^2, or 1 and 1

   Formalised: S1 for all six readings, against the readings' formulas; on the sphere they agree, and along it
   with the tangent gradient. All filters but 0, those parallel and opposite to v included.
   What the readings are the gradients of is in PopulationGradient_readings.v.
   Not formalised: S2, the rounding of the code; S3, the mean over the noise. *)
From Coq Require Import Reals Lra Lia Psatz.
From Lemmata Require Import num.Vectors Definitions loss.FilterGradient.
Open Scope R_scope.

Inductive output_reading := Radial | UnitNorm.
Inductive filter_reading := Network | Angular | Normalised.

(* The gradients of smoothing.Reading at (w, a). *)
Definition reading_a (o : output_reading) (p k : nat) (w a v b : vec) : vec :=
  match o with
  | Radial => gradient_a k (norm p w) (angle p w v) a b
  | UnitNorm => gradient_a k 1 (angle p w v) a b
  end.
Definition reading_w (f : filter_reading) (p k : nat) (w a v b : vec) : vec :=
  match f with
  | Network => gradient_w p k w a v b
  | Angular => fun i => - ((PI - angle p w v) / (2 * PI)) * dot k a b * v i
  | Normalised => fun i => - ((PI - angle p w v) / (2 * PI * norm p w)) * dot k a b
                           * (v i - dot p w v / dot p w w * w i)
  end.

(* The five numbers. *)
Definition m1 (o : output_reading) (r : R) : R := match o with Radial => r | UnitNorm => 1 end.
Definition m2 (o : output_reading) (r : R) : R := match o with Radial => r * r | UnitNorm => 1 end.
Definition own (o : output_reading) (r : R) : R := m2 o r * (PI - 1) / (2 * PI).
Definition other (o : output_reading) (r phi : R) : R := - m1 o r * (g phi - 1) / (2 * PI).
Definition common (o : output_reading) (r s t : R) : R := (m2 o r * s - m1 o r * t) / (2 * PI).
Definition beta (f : filter_reading) (r phi d : R) : R :=
  match f with Normalised => (PI - phi) * d / (2 * PI * r) | _ => (PI - phi) * d / (2 * PI) end.
Definition alpha (f : filter_reading) (r phi s t A d : R) : R :=
  match f with
  | Network => (s * s + (PI - 1) * A - (s * t + (sin phi - 1) * d) / r) / (2 * PI)
  | Angular => 0
  | Normalised => beta Normalised r phi d * cos phi / r
  end.

(* The two gradients, as the code has them. *)
Definition slope_a (o : output_reading) (p k : nat) (w a v b : vec) : vec :=
  let r := norm p w in
  fun i => own o r * a i + other o r (angle p w v) * b i + common o r (sum k a) (sum k b).
Definition slope_w (f : filter_reading) (p k : nat) (w a v b : vec) : vec :=
  let r := norm p w in let phi := angle p w v in
  fun i => alpha f r phi (sum k a) (sum k b) (dot k a a) (dot k a b) * w i - beta f r phi (dot k a b) * v i.

Lemma two_pi : 2 * PI <> 0.
Proof. assert (H := PI_RGT_0). lra. Qed.

Lemma norm_not_zero p w : dot p w w <> 0 -> norm p w <> 0.
Proof. intros H. assert (Q := norm_pos p w H). lra. Qed.

(* g without its cosine term. *)
Lemma g_sin phi : sin phi - 1 = (g phi - 1) - (PI - phi) * cos phi.
Proof. unfold g. ring. Qed.

Lemma S1_output (o : output_reading) (p k : nat) (w a v b : vec) (i : nat) :
  reading_a o p k w a v b i = slope_a o p k w a v b i.
Proof.
unfold reading_a, slope_a, gradient_a, own, other, common. assert (H := two_pi).
destruct o; unfold m1, m2; field; apply PI_neq0.
Qed.

Lemma S1_filter (f : filter_reading) (p k : nat) (w a v b : vec) (i : nat) :
  dot p w w <> 0 -> dot p v v = 1 -> reading_w f p k w a v b i = slope_w f p k w a v b i.
Proof.
intros Hw Hv. assert (H := PI_neq0). assert (Hr := norm_not_zero p w Hw).
unfold reading_w, slope_w, alpha, beta; destruct f.
- unfold gradient_w. cbv zeta. rewrite g_sin. field. tauto.
- field. tauto.
- rewrite (cos_angle p w v Hw Hv), <- (norm_sq p w). field. tauto.
Qed.

(* The literal reading is that of loss.OutputGradient and loss.FilterGradient. *)
Lemma S1_literal_reading (p k : nat) (w a v b : vec) (i : nat) :
  dot p w w <> 0 -> dot p v v = 1 ->
  slope_a Radial p k w a v b i = gradient_a k (norm p w) (angle p w v) a b i /\
  slope_w Network p k w a v b i = gradient_w p k w a v b i.
Proof.
intros Hw Hv.
now rewrite <- (S1_output Radial), <- (S1_filter Network p k w a v b i Hw Hv).
Qed.

Lemma S1_sphere_output (o : output_reading) (p k : nat) (w a v b : vec) (i : nat) :
  dot p w w = 1 -> slope_a o p k w a v b i = gradient_a k 1 (angle p w v) a b i.
Proof.
intros H. rewrite <- S1_output. destruct o; unfold reading_a; [|reflexivity].
now rewrite (norm_unit p w H).
Qed.

(* Across a unit vector w nothing is left of w. *)
Lemma tangent_slope p w v x y i :
  dot p w w = 1 -> tangent p w (fun j => x * w j - y * v j) i = - y * tangent p w v i.
Proof.
intros H. unfold tangent.
rewrite (dot_minus_r p (fun j => x * w j) (fun j => y * v j)), !dot_scal_r, H. ring.
Qed.

Lemma S1_sphere_filter (f : filter_reading) (p k : nat) (w a v b : vec) (i : nat) :
  dot p w w = 1 ->
  tangent p w (slope_w f p k w a v b) i = - ((PI - angle p w v) / (2 * PI)) * dot k a b * tangent p w v i.
Proof.
intros H. unfold slope_w. cbv zeta. rewrite tangent_slope by exact H.
unfold beta. rewrite (norm_unit p w H). destruct f; field; apply PI_neq0.
Qed.
