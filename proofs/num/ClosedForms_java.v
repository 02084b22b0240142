(* The closed forms as a Java class.

   java, java_error  the two readings of an expression as Java: in doubles, and with a bound of the error
   form, forms       a name, a line about it, its parameters and an expression; all of them
   class_text        the class: two methods for each form, and the arithmetic of num/Expression.v

   Formalised: nothing; this is a printer. What it prints is compared with the class that the tests use.
   Not formalised: that Java reads the text as it is meant here. *)
From Coq Require Import String ZArith List DecimalString.
From Lemmata Require Import num.Expression num.ClosedForms.
Import ListNotations.
Open Scope string_scope.

Definition newline : string := "
".
Definition decimal (n : Z) : string := NilZero.string_of_int (Z.to_int n) ++ ".0".
Definition index (depth : nat) : string := nth depth ["i"; "j"; "l"] "".
Definition call (f : string) (arguments : list string) : string :=
  f ++ "(" ++ String.concat ", " arguments ++ ")".
Definition infix (f a b : string) : string := "(" ++ a ++ " " ++ f ++ " " ++ b ++ ")".

Fixpoint java (depth : nat) (e : expr) : string :=
  match e with
  | Whole n => decimal n
  | Pi => "Math.PI"
  | Size => "(double) k"
  | Var s => s
  | Entry s => s ++ "[" ++ index depth ++ "]"
  | Neg a => "(-" ++ java depth a ++ ")"
  | Add a b => infix "+" (java depth a) (java depth b)
  | Sub a b => infix "-" (java depth a) (java depth b)
  | Mul a b => infix "*" (java depth a) (java depth b)
  | Div a b => infix "/" (java depth a) (java depth b)
  | Sin a => call "StrictMath.sin" [java depth a]
  | Cos a => call "StrictMath.cos" [java depth a]
  | Sum a => call "sum" ["k"; index (S depth) ++ " -> " ++ java (S depth) a]
  end.

(* The same over numbers with a bound of their error. *)
Fixpoint java_error (depth : nat) (e : expr) : string :=
  match e with
  | Whole _ | Size => call "exact" [java depth e]
  | Var _ | Entry _ => java depth e
  | Pi => "pi()"
  | Neg a => call "negative" [java_error depth a]
  | Add a b => call "plus" [java_error depth a; java_error depth b]
  | Sub a b => call "minus" [java_error depth a; java_error depth b]
  | Mul a b => call "times" [java_error depth a; java_error depth b]
  | Div a b => call "over" [java_error depth a; java_error depth b]
  | Sin a => call "sine" [java_error depth a]
  | Cos a => call "cosine" [java_error depth a]
  | Sum a => call "total" ["k"; index (S depth) ++ " -> " ++ java_error (S depth) a]
  end.

(* What the Java method takes, in its order: whole numbers k and i, scalars, vectors. *)
Record form : Type := Form { name : string; about : string; wholes : list string; scalars : list string;
  vectors : list string; body : expr }.

Definition parameters (number : string) (f : form) : list string :=
  (map (append "int ") (wholes f) ++ map (append (number ++ " ")) (scalars f)
   ++ map (append (number ++ "[] ")) (vectors f))%list.

Definition method (result name number : string) (f : form) (about text : string) : string :=
  "    /// " ++ about ++ newline
  ++ "    static " ++ result ++ " " ++ call name (parameters number f) ++ " {" ++ newline
  ++ "        return " ++ text ++ ";" ++ newline ++ "    }" ++ newline ++ newline.

Definition methods (f : form) : string :=
  method "double" (name f) "double" f (about f) (java 0 (body f))
  ++ method "double" (name f ++ "Error") "Rounded" f "Bound on the error of that."
    (java_error 0 (body f) ++ ".error()").

Definition forms : list form := [
  Form "g" "g(φ)." [] ["phi"] [] g_form;
  Form "piMinusG" "π − g(φ)." [] ["phi"] [] pi_minus_g_form;
  Form "slope" "g′(φ)." [] ["phi"] [] slope_form;
  Form "loss" "L for ‖w‖ = r." ["k"] ["r"; "phi"] ["a"; "aStar"] loss_form;
  Form "gradientA" "Entry i of ∇_a L." ["k"; "i"] ["r"; "phi"] ["a"; "aStar"] gradient_a_form;
  Form "gradientW" "Entry i of ∇_w L." ["k"; "i"] ["r"; "phi"] ["w"; "wStar"; "a"; "aStar"] gradient_w_form;
  Form "tangent" "The factor of P_w w* in P_w ∇_w L." ["k"] ["phi"] ["a"; "aStar"] tangent_form;
  Form "spurious" "Entry i of ā." ["k"; "i"] [] ["aStar"] spurious_form;
  Form "alignment" "āᵀa*." ["k"] [] ["aStar"] alignment_form;
  Form "spuriousLoss" "L(−w*, ā)." ["k"] [] ["aStar"] spurious_loss_form;
  Form "threshold" "1 + (k−1)/π." ["k"] [] [] threshold_form;
  Form "rate" "dκ(1 + cos φ)/4π, the quotient of C1." [] ["kappa"; "d"; "phi"] [] rate_form;
  Form "slack" "The smallest γ_a of C2, k ≥ 2." ["k"] ["a1"; "a2"; "m2"; "m1"; "h"; "ca"] [] slack_form;
  Form "smoothedA" "Entry i of E ∇_a L." ["k"; "i"] ["m2"; "m1"; "h"] ["a"; "aStar"] smoothed_a_form;
  Form "level" "1 − (π−1)q/(π−1+k−q)." ["k"] ["q"] [] level_form].

(* The arithmetic of num/Expression.v in Java: a bound is rounded to nearest and moved up, or down, by one. *)
Definition arithmetic : string := "    /// A given or computed number and a bound of its error.
    record Rounded(double value, double error) {}

    private static double slip(double c, double z) {
        return Math.nextUp(Math.nextUp(c * U * Math.abs(z)) + Double.MIN_VALUE);
    }

    private static Rounded own(double c, double value, double error) {
        return new Rounded(value, Math.nextUp(error + slip(c, value)));
    }

    /// A number that is what it says.
    static Rounded exact(double value) {
        return new Rounded(value, 0);
    }

    private static Rounded pi() {
        return new Rounded(Math.PI, slip(1, Math.PI));
    }

    private static Rounded negative(Rounded x) {
        return new Rounded(-x.value, x.error);
    }

    private static Rounded plus(Rounded x, Rounded y) {
        return own(1, x.value + y.value, Math.nextUp(x.error + y.error));
    }

    private static Rounded minus(Rounded x, Rounded y) {
        return own(1, x.value - y.value, Math.nextUp(x.error + y.error));
    }

    private static Rounded times(Rounded x, Rounded y) {
        double first = Math.nextUp(Math.abs(x.value) * y.error);
        double second = Math.nextUp(Math.abs(y.value) * x.error);
        double both = Math.nextUp(x.error * y.error);
        return own(1, x.value * y.value, Math.nextUp(Math.nextUp(first + second) + both));
    }

    private static Rounded over(Rounded x, Rounded y) {
        double quotient = Math.nextUp(Math.abs(x.value) / Math.abs(y.value));
        double least = Math.nextDown(Math.abs(y.value) - y.error);
        double error = Math.nextUp(Math.nextUp(x.error + Math.nextUp(quotient * y.error)) / least);
        return own(1, x.value / y.value, least > 0 ? error : Double.POSITIVE_INFINITY);
    }

    private static Rounded sine(Rounded x) {
        return own(3, StrictMath.sin(x.value), x.error);
    }

    private static Rounded cosine(Rounded x) {
        return own(3, StrictMath.cos(x.value), x.error);
    }

    private static double sum(int k, IntToDoubleFunction term) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += term.applyAsDouble(j);
        }
        return sum;
    }

    private static Rounded total(int k, IntFunction<Rounded> term) {
        Rounded total = exact(0);
        for (int j = 0; j < k; j++) {
            total = plus(total, term.apply(j));
        }
        return total;
    }
}
".

Definition class_text : string := "package lemmata.proof;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/// The closed forms of the lemmata as they are proved, in plain doubles, each with a bound of its error.
///
/// Printed by proofs/num/ClosedForms_java.v (`class_text`, Coq); not to be edited. The bounds hold where
/// nothing overflows and `StrictMath` is within 3u; they take the inputs with their own errors.
final class ClosedForms {

    /// 2⁻⁵³.
    private static final double U = 0x1p-53;

    private ClosedForms() {}

" ++ String.concat "" (map methods forms) ++ arithmetic.
