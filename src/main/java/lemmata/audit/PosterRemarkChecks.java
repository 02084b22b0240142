package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.OutputDissipativity.Displacement;
import lemmata.dissipativity.Region;
import lemmata.dissipativity.Sharp;
import lemmata.loss.Angle;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;
import org.apfloat.Apfloat;

/// What the stem PartialDissipativity claims about C1 and C2 as such, as checks of any implementation; for the two
/// epochs see [EpochChecks].
public final class PosterRemarkChecks {

    /// Whether C1 holds on a region.
    @FunctionalInterface
    public interface Holds {
        /// The decision.
        boolean on(Target target, BallNoise noise, Reading.Filter reading, Region region);
    }

    /// A γ_a that does not depend on the angle.
    @FunctionalInterface
    public interface GlobalSlack {
        /// The constant and where it is attained.
        Sharp of(Target target, BallNoise noise, Reading.Output reading);
    }

    /// P_w∇_w L at a perturbed point, w being the unperturbed filter.
    @FunctionalInterface
    public interface PerturbedGradient {
        /// The gradient.
        double[] at(Teacher teacher, Student perturbed, double[] w);
    }

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private PosterRemarkChecks() {}

    /// PartialDissipativity/S2: C1 is said to hold at a single student, not at w*, exactly where the inner product of
    /// the smoothed gradient with w* − w is positive. At −w* or at least 10⁻² from it: nearer the rate, of the order of
    /// ψ², drowns in the error of aᵀa*.
    public static Check pointwise(Holds holds) {
        return draw -> {
            Angle angle = new SmoothedCase(draw).angle();
            if (draw.p() == 1 || angle.phi() == 0 || angle.psi() > 0 && angle.psi() < 1e-2) {
                return OptionalDouble.empty();
            }
            Reading.Filter reading = new SmoothedCase(draw).filterReading();
            BallNoise noise = new SmoothedCase(draw).noise();
            Student student = draw.unitStudent();
            double d = Vectors.dot(student.a(), draw.teacher().a()).doubleValue();
            double sign = sign(draw.teacher(), student, reading, noise, angle);
            Region point = new Region(angle, angle, d, d, INFINITE, -INFINITE, INFINITE);
            return Double.isNaN(sign)
                    ? OptionalDouble.empty()
                    : Check.exactly(holds.on(Target.of(draw.teacher()), noise, reading, point) == sign > 0);
        };
    }

    /// PartialDissipativity/S2: with half of the limit for c_a, the global γ_a is finite and enough at a drawn angle
    /// and a drawn error of the output weights, however large, and at the returned angle and its worst error.
    public static Check everywhere(GlobalSlack formula) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            Target target = drawn.target();
            Reading.Output reading = drawn.outputReading();
            Sharp sharp = formula.of(target, drawn.noise(), reading);
            double ca =
                    OutputDissipativity.limit(target, drawn.noise(), reading).value() / 2;
            boolean worst = draw.uniform(224) < 0.3;
            Angle angle = worst ? sharp.angle() : drawn.angle(220);
            OutputDissipativity condition =
                    new OutputDissipativity(target, NoiseMoments.ofOutput(reading, drawn.noise(), angle));
            double reach = target.norm() * Functions.exp(-5 + 12 * draw.uniform(222));
            double[] gauss = draw.gaussians(223, 3);
            Displacement e = worst
                    ? condition.worst(ca)
                    : new Displacement(reach * gauss[0], draw.k() == 1 ? 0 : reach * gauss[1]);
            double rest = worst || draw.k() <= 2 ? 0 : reach * gauss[2];
            Bounded inner = condition.inner(e, rest);
            double square = e.along() * e.along() + e.across() * e.across() + rest * rest;
            double missing = ca * square - inner.value() - sharp.value().value();
            double allowed = inner.error() + sharp.value().error() + 8 * RoundOff.U * ca * square;
            boolean finite = sharp.value().high() < INFINITE && ca > 0;
            return finite ? OptionalDouble.of(Check.over(Math.max(missing, 0), allowed)) : Check.exactly(false);
        };
    }

    /// PartialDissipativity/S5: over the four mirror images of the noises, ±ε and ξ with its tangential part turned
    /// round, the mean of ⟨P_w∇_wL(w̃, ã), w*⟩ is that without ε, and over ±ε so is the mean of ∇_aL(w̃, ã): the images
    /// are equally likely, so both means over the noise are free of ρ_a.
    public static Check withoutOutputNoise(PerturbedGradient gradient) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Draw plain = draw.unscaled();
            Teacher teacher = plain.teacher();
            double @FilterSpace [] w = plain.unitStudent().w();
            double @OutputSpace [] a = plain.unitStudent().a();
            double[] epsilon = plain.gaussians(225, plain.k());
            double[] xi = plain.gaussians(226, plain.p());
            double along = Vectors.dot(w, xi).doubleValue();
            double[] mirrored = Vectors.map((unit, noise) -> 2 * along * unit - noise, w, Spaces.filter("", xi));
            double total = 0;
            double error = 0;
            for (double[] noise : new double[][] {xi, mirrored}) {
                double @FilterSpace [] there =
                        Spaces.filter("w", Vectors.map(Double::sum, w, Spaces.filter("", noise)));
                for (int side = -1; side <= 1; side++) {
                    Student moved = new Student(there, Spaces.output("a", shifted(a, side, epsilon)));
                    double weight = side == 0 ? -2 : 1;
                    total += weight
                            * Vectors.dot(gradient.at(teacher, moved, w), teacher.w())
                                    .doubleValue();
                    error += 2 * Vectors.length(FilterGradient.error(teacher, moved))
                            + 64 * RoundOff.U * size(teacher, moved);
                }
            }
            Student ahead = new Student(w, Spaces.output("a", shifted(a, 1, epsilon)));
            Student behind = new Student(w, Spaces.output("a", shifted(a, -1, epsilon)));
            double ratio = Check.over(Math.abs(total), error);
            return OptionalDouble.of(Math.max(ratio, affine(teacher, ahead, new Student(w, a), behind)));
        };
    }

    /// The default gradient of S5: that of the network at the perturbed point, projected at w.
    public static double[] projected(Teacher teacher, Student perturbed, double[] w) {
        double[] gradient = FilterGradient.at(teacher, perturbed);
        double along = Vectors.dot(gradient, w).doubleValue();
        return Vectors.map(
                (entry, unit) -> entry - along * unit, Spaces.filterDisplacement("", gradient), Spaces.filter("", w));
    }

    /// The sign of ⟨−P_wE∇_wL, w*−w⟩, multiplied out exactly; 0 at w = −w*, NaN where it is not certain.
    static double sign(Teacher teacher, Student student, Reading.Filter reading, BallNoise noise, Angle angle) {
        Bounded none = Bounded.exact(0);
        NoiseMoments moments = new NoiseMoments(none, none, none, NoiseMoments.kappa(reading, noise, angle));
        double[] gradient = SmoothedGradient.filter(teacher, student, moments);
        Apfloat[] way = ExactVectors.minus(ExactVectors.unit(teacher.w()), ExactVectors.unit(student.w()));
        double product = -Oracle.dot(Oracle.exact(gradient), way).doubleValue();
        double error = SmoothedGradient.filterError(teacher, student, moments) * ExactVectors.length(way);
        return product == 0 || angle.psi() == 0 ? 0 : Math.abs(product) > error ? Math.signum(product) : Double.NaN;
    }

    static double[] shifted(double[] a, double share, double[] way) {
        double[] result = a.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += share * way[i];
        }
        return result;
    }

    /// |∇_aL at both sides less twice the middle one| over the errors.
    private static double affine(Teacher teacher, Student ahead, Student middle, Student behind) {
        double[] first = OutputGradient.at(teacher, ahead);
        double[] centre = OutputGradient.at(teacher, middle);
        double[] second = OutputGradient.at(teacher, behind);
        double bound = 0;
        for (Student each : new Student[] {ahead, middle, middle, behind}) {
            bound += Vectors.length(OutputGradient.error(teacher, each)) + 64 * RoundOff.U * size(teacher, each);
        }
        double worst = 0;
        for (int i = 0; i < first.length; i++) {
            worst = Math.max(worst, Check.over(Math.abs(first[i] + second[i] - 2 * centre[i]), bound));
        }
        return worst;
    }

    /// A bound on the sizes of the terms of the gradients.
    private static double size(Teacher teacher, Student student) {
        double own = Vectors.length(student.a()) * Math.max(Vectors.length(student.w()), 1);
        return (student.k() + 4.0) * (1 + own) * (own + Vectors.length(teacher.a()));
    }
}
