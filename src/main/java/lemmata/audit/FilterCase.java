package lemmata.audit;

import lemmata.dynamics.LumpedState;
import lemmata.dynamics.PopulationGradient;
import lemmata.loss.Angle;
import lemmata.model.Perturbation;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;
import lemmata.theorem.FilterStep;
import lemmata.theorem.Problem;
import lemmata.theorem.Reach;

/// A point at which P-GD takes a step of its filter, the noise of that step by its radii, and what bounds both.
///
/// @param draw its seed
/// @param teacher a* ≠ 0, p ≥ 2
/// @param student w on the sphere
/// @param rhoW radius of ξ
/// @param rhoA radius of ε
record FilterCase(Draw draw, Teacher teacher, Student student, double rhoW, double rhoA) {

    /// Rounding of the coordinates of a, which the reach must not fall below.
    private static final double ROOM = 1 + 0x1p-44;

    /// How many kinds of extreme noise there are.
    static final int KINDS = 12;

    /// Noise ξ, ε of a step.
    ///
    /// @param xi on the filter
    /// @param epsilon on the output weights
    record Noise(double[] xi, double[] epsilon) {}

    /// A step's gradient before P_w, and the perturbed point.
    ///
    /// @param at (w̃, ã)
    /// @param slope ∇_w
    /// @param error bound of the norm of its error
    record Seen(Student at, double[] slope, double error) {}

    /// Of a drawn case: its teacher and student with p ≥ 2; in a part of the cases a is a negative multiple of a*, and
    /// its size is spread over e⁻⁶ … e². ρ_w: 0, below 1, 1, above. ρ_a: 0, or e⁻⁴ … e.
    static FilterCase of(Draw draw) {
        Draw wide = new Draw(
                Math.max(2, draw.p()), draw.k(), draw.filter(), draw.target(), draw.weights(), 0, 0, draw.seed());
        Teacher teacher = wide.teacher();
        Student any = wide.unitStudent();
        double size = Functions.exp(8 * draw.uniform(1241) - 6);
        double[] a = draw.uniform(1242) < 0.3
                ? Vectors.map(x -> -size * x, teacher.a())
                : Vectors.map(x -> size * x, any.a());
        double kind = draw.uniform(1243);
        double rhoW = kind < 0.1 ? 0 : kind < 0.2 ? 1 : Functions.exp((kind < 0.6 ? -6 : 5) * draw.uniform(1244));
        double rhoA = draw.uniform(1245) < 0.2 ? 0 : Functions.exp(5 * draw.uniform(1246) - 4);
        return new FilterCase(wide, teacher, new Student(any.w(), Spaces.output("a", a)), rhoW, rhoA);
    }

    /// Whether the theorems speak of it.
    boolean isMeant() {
        return target().norm() > 0;
    }

    Target target() {
        return Target.of(teacher);
    }

    Problem problem() {
        return new Problem(target(), teacher.p(), rhoW, rhoA);
    }

    /// The student's own coordinates, no more.
    Reach reach() {
        LumpedState state = LumpedState.of(teacher, student);
        double off = Vectors.length(student.a()) * (ROOM - 1);
        return new Reach(Math.abs(state.x()) * ROOM + off, Math.abs(state.y()) * ROOM + off, state.z() * ROOM + off);
    }

    FilterStep bounds() {
        return new FilterStep(problem(), reach());
    }

    Angle angle() {
        return Angle.between(student.w(), teacher.w());
    }

    double alignment() {
        return Vectors.dot(student.a(), teacher.a()).doubleValue();
    }

    /// The unit vector of P_w w*; where that is 0, any one across w.
    double[] tangent() {
        double[] across = Vectors.rejection(student.w(), teacher.w());
        double length = Vectors.length(across);
        double[] side = length > 0 ? across : Vectors.rejection(student.w(), draw.direction(1247));
        return scaledTo(1, side);
    }

    /// The gradient with some noise.
    Seen seen(Noise noise) {
        Student at = Perturbation.of(
                student, Spaces.filterDisplacement("xi", noise.xi), Spaces.output("epsilon", noise.epsilon));
        PopulationGradient gradient = new PopulationGradient(teacher, Reading.POSTER);
        return new Seen(at, gradient.at(at, 0, 0).w(), Vectors.length(gradient.filterError(at)));
    }

    /// Extreme noise, on the spheres that bound the balls: ξ along ±t, to where w̃ is farthest from w, against w,
    /// anywhere; ε along 1, a*, a, anywhere.
    Noise extreme(int kind) {
        double[] t = tangent();
        double[] xi = switch (kind % 6) {
            case 0 -> scaledTo(rhoW, t);
            case 1 -> scaledTo(-rhoW, t);
            case 2 -> farthest(t);
            case 3 -> farthest(Vectors.map(x -> -x, t));
            case 4 -> scaledTo(rhoW, Vectors.map((x, y) -> y - x, student.w(), Vectors.map(x -> 0.01 * x, t)));
            default -> scaledTo(rhoW, draw.direction(1250 + kind));
        };
        double sign = draw.uniform(1270 + kind) < 0.5 ? -1 : 1;
        double[] epsilon = switch ((int) (4 * draw.uniform(1290 + kind))) {
            case 0 -> Vectors.map(x -> 1, student.a());
            case 1 -> teacher.a();
            case 2 -> student.a();
            default -> draw.gaussians(1310 + kind, teacher.k());
        };
        return new Noise(xi, scaledTo(sign * rhoA, epsilon));
    }

    /// Where ‖P_wξ‖/r̃ is largest: −ρ²w + ρ√(1−ρ²)t for ρ < 1; else −w + √(ρ²−1)t, so that w̃ is orthogonal to w, next
    /// to 0 for ρ = 1.
    private double[] farthest(double[] t) {
        double back = Math.min(rhoW * rhoW, 1);
        double side = rhoW < 1 ? rhoW * Math.sqrt(1 - rhoW * rhoW) : Math.sqrt(rhoW * rhoW - 1);
        double[] xi = Vectors.map((x, y) -> side * y - back * x, student.w(), t);
        return rhoW == 1 ? scaledTo(1, Vectors.map((x, y) -> 0.001 * y - x, student.w(), t)) : xi;
    }

    /// x times such a factor that its norm is |length|; 0 for x = 0.
    static double[] scaledTo(double length, double[] x) {
        double size = Vectors.length(x);
        double by = size == 0 ? 0 : length / size;
        return Vectors.map(entry -> by * entry, x);
    }
}
