package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.PopulationGradient;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.TangentGradient;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;

/// GradientDescent/S2: below which step size the loss never increases.
public final class DescentLossChecks {

    /// max ψ sin ψ on [0, π], attained where tan ψ = −ψ: 1.8197…
    private static final double STEEPEST = 1.8197057412;

    private DescentLossChecks() {}

    /// 2 over the larger eigenvalue of [[λ₁, χ], [χ, |d|/2]], λ₁ = (π−1+k)/2π, χ = max ψ sin ψ · ‖a*‖/2π.
    public static double limit(Teacher teacher, Student at) {
        double twice = (Math.PI - 1 + at.k()) / Math.PI;
        double d = Math.abs(Vectors.fusedDot(at.a(), teacher.a()));
        double mixed = STEEPEST * Vectors.length(teacher.a()) / (2 * Math.PI);
        return 8 / (d + twice + Math.sqrt((d - twice) * (d - twice) + 16 * mixed * mixed));
    }

    /// S2: a step of any size η up to the limit, 2/Λ, lowers the loss by (1 − ηΛ/2)(η‖∇_a‖² + θ²/η) at least, tan θ =
    /// η‖P_w∇_w‖, but for rounding.
    public static Check descends(DescentChecks.Maker maker, ToDoubleBiFunction<Teacher, Student> limit) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Student from = draw.unscaled().unitStudent();
            double share = draw.uniform(321) < 0.5 ? 1 - 0x1p-40 : draw.uniform(322);
            double eta = share * limit.applyAsDouble(teacher, from);
            PopulationGradient gradient = new PopulationGradient(teacher, PopulationGradientChecks.reading(draw));
            Student after = maker.of(gradient).step(from, DescentChecks.quiet(eta), 0, 0);
            double rise = PopulationLoss.at(teacher, after) - PopulationLoss.at(teacher, from);
            double output = Vectors.length(OutputGradient.at(teacher, from));
            double theta = Functions.atan2(eta * Vectors.length(TangentGradient.at(teacher, from)), 1);
            double fall = (1 - share) * (eta * output * output + theta * theta / eta);
            double allowed = allowed(teacher, gradient, from, after, eta) + 0x1p-47 * fall;
            return OptionalDouble.of(Check.over(Math.max(rise + fall, 0), allowed));
        };
    }

    /// What rounding may add: that of the two losses; that of the step, δ, and of ‖w‖, 4u, times the slopes there; and
    /// δ² times a bound of the second derivatives near the sphere.
    private static double allowed(
            Teacher teacher, PopulationGradient gradient, Student from, Student after, double eta) {
        double length = Vectors.length(gradient.at(from, 0, 0).w());
        double delta = eta * Vectors.length(gradient.outputError(from))
                + RoundOff.U * Vectors.length(after.a())
                + DescentChecks.filterBound(from.p(), eta, length, Vectors.length(gradient.filterError(from)), 1);
        double size = 1 + Vectors.length(from.a()) + Vectors.length(after.a()) + Vectors.length(teacher.a());
        double curvature = (from.k() + 4) * size * size;
        double off = 4 * RoundOff.U * (1 + eta) * curvature;
        return PopulationLoss.error(teacher, from)
                + PopulationLoss.error(teacher, after)
                + (slope(teacher, after) + 2 * slope(teacher, from)) * (delta + off)
                + curvature * (delta + off) * (delta + off);
    }

    private static double slope(Teacher teacher, Student at) {
        return Vectors.length(OutputGradient.at(teacher, at)) + Vectors.length(FilterGradient.at(teacher, at));
    }

    /// S2: how much a step of `factor` times 2/λ₁ = 4π/(π−1+k) raises the loss at w = w*, a = 2a*.
    public static double riseOfWeights(double factor) {
        Teacher teacher = new Teacher(Spaces.unit("w", 1, 0), Spaces.output("a", 0.01, 0.01));
        Student from = new Student(teacher.w(), Spaces.output("a", 0.02, 0.02));
        return rise(teacher, from, factor * 4 * Math.PI / (Math.PI + 1));
    }

    /// S2: how much a step of `factor` times 4/d raises the loss at φ = 0.01, a = a* = 3, k = 1.
    public static double riseOfFilter(double factor) {
        Teacher teacher = new Teacher(Spaces.unit("w", 1, 0), Spaces.output("a", 3));
        Student from = new Student(Spaces.unit("w", Functions.cos(0.01), Functions.sin(0.01)), teacher.a());
        return rise(teacher, from, factor * 4 / 9);
    }

    /// S2: the audit's witnesses: both limits of the blocks are sharp, and the one of the weights is not enough.
    static Evidence witnesses() {
        boolean holds = riseOfWeights(1.001) > 0 && riseOfFilter(1.1) > 0 && riseOfFilter(1) < 0;
        return new Evidence(
                "witness",
                holds ? Verdict.SAMPLED : Verdict.VIOLATED,
                "above 4π/(π−1+k), and above 4/d, the loss can increase",
                2,
                Double.NaN,
                "w = w*, a = 2a*; φ = 0.01, a = a* = 3, k = 1, where η = 0.49 is far below 4π/(π−1+k) = 4");
    }

    private static double rise(Teacher teacher, Student from, double eta) {
        Student after = new GradientDescent(new PopulationGradient(teacher, Reading.POSTER))
                .step(from, DescentChecks.quiet(eta), 0, 0);
        return PopulationLoss.at(teacher, after) - PopulationLoss.at(teacher, from);
    }
}
