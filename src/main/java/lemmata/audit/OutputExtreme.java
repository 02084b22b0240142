package lemmata.audit;

import lemmata.loss.Angle;
import lemmata.loss.OutputGradient;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;
import lemmata.theorem.OutputPath;
import lemmata.theorem.Problem;

/// A drawn point, and steps at it with extreme noise.
final class OutputExtreme {

    /// Kinds of noise on the filter.
    static final int FILTERS = 5;

    private final Draw draw;
    private final Problem problem;
    private final Teacher teacher;
    private final Student student;
    private final NoiseMoments moments;
    private final OutputPath path;

    OutputExtreme(OutputCase drawn) {
        this.draw = drawn.draw().unscaled();
        this.problem = drawn.problem();
        this.teacher = draw.teacher();
        this.student = draw.unitStudent();
        Angle angle = Angle.between(student.w(), teacher.w());
        this.moments = NoiseMoments.ofOutput(Reading.Output.RADIAL, problem.noise(), angle);
        this.path = new OutputPath(problem, angle);
    }

    private double[] xi(int kind, int sign) {
        double rho = problem.rhoW();
        double towards = sign < 0 ? Math.min(rho, 1 - 0x1p-20) : rho;
        return switch (kind) {
            case 0 -> Vectors.map(x -> sign * towards * x, student.w());
            case 1 -> Vectors.map(x -> sign * rho * (1 - 0x1p-30) * x, teacher.w());
            case 2 -> Vectors.map(x -> sign * rho * (1 - 0x1p-30) * x, student.w());
            case 3 -> Vectors.map(x -> rho * x, draw.direction(660));
            default -> NoiseSample.inBall(draw.seed(), 0, sign, draw.p(), rho);
        };
    }

    /// The unit vector of the coordinate; none across for a* ∝ 1.
    private double[] axis(boolean along) {
        int k = teacher.k();
        double mean = Vectors.sum(teacher.a()).doubleValue() / k;
        double[] rest = Vectors.map(entry -> entry - mean, teacher.a());
        double length = Vectors.length(rest);
        return along
                ? Vectors.map(entry -> 1 / Math.sqrt(k), rest)
                : Vectors.map(entry -> length <= 1e-9 * Vectors.length(teacher.a()) ? 0 : entry / length, rest);
    }

    /// The noise in one coordinate less what rounding can do, over its bound.
    double ratio(int kind, int sign, boolean along, OutputNoiseChecks.Bound bound) {
        double[] axis = axis(along);
        double[] xi = xi(kind, sign);
        double[] w = Vectors.map(Double::sum, student.w(), xi);
        double size = Vectors.length(w);
        if (size < 1e-9) {
            return 0;
        }
        double push = draw.uniform(661) < 0.5 ? problem.rhoA() : -problem.rhoA();
        double[] a = Vectors.map((entry, unit) -> entry + push * unit, student.a(), axis);
        Student moved = new Student(Spaces.filter("w", w), Spaces.output("a", a));
        double[] gradient = OutputGradient.at(teacher, moved);
        double[] mean = SmoothedGradient.output(teacher, student, moments);
        double[] error = Vectors.map(
                Double::sum,
                OutputGradient.error(teacher, moved),
                SmoothedGradient.outputError(teacher, student, moments));
        double noise = Math.abs(Vectors.dot(axis, gradient).doubleValue()
                - Vectors.dot(axis, mean).doubleValue());
        double now = Math.abs(Vectors.dot(axis, student.a()).doubleValue());
        double known = Vectors.sum(Vectors.map(Math::abs, error)).doubleValue()
                + 64 * RoundOff.U * (Vectors.length(gradient) + Vectors.length(mean));
        return Check.over(Math.max(0, noise - known), bound.at(path, now) * (1 + 1e-9));
    }
}
