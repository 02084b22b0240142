package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.TangentGradient;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What loss.OutputGradient, loss.FilterGradient and loss.TangentGradient claim, as checks of any implementation.
public final class GradientChecks {

    private GradientChecks() {}

    /// OutputGradient/S1: L is a quadratic along each coordinate of a, so the central difference of step h has no
    /// truncation error; with h = max(‖a‖, ‖a*‖/r), at most 10⁷⁰, all slack is round-off: the bounds of the two losses,
    /// and the rounding of aⱼ ± h times the second derivative r²/2.
    public static Check outputDifferences(VectorFormula gradient) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double r = Vectors.length(student.w());
            double step = Math.min(Math.max(Vectors.length(student.a()), Vectors.length(teacher.a()) / r), 1e70);
            if (step == 0) {
                return OptionalDouble.empty();
            }
            int j = (int) (draw.uniform(51) * draw.k());
            Student up = shifted(student, j, step);
            Student down = shifted(student, j, -step);
            double width = up.a()[j] - down.a()[j];
            double slope = (PopulationLoss.at(teacher, up) - PopulationLoss.at(teacher, down)) / width;
            double centre = (up.a()[j] / 2 + down.a()[j] / 2) - student.a()[j];
            double curvature = r * r / 2;
            double bound = (PopulationLoss.error(teacher, up) + PopulationLoss.error(teacher, down)) / width
                    + 4 * RoundOff.U * Math.abs(slope)
                    + OutputGradient.error(teacher, student)[j]
                    + (Math.abs(centre) + 8 * RoundOff.U * step) * curvature;
            return OptionalDouble.of(Check.over(Math.abs(gradient.at(teacher, student)[j] - slope), bound));
        };
    }

    /// OutputGradient/S2: every entry is within its bound.
    public static Check outputAccuracy(VectorFormula gradient) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double[] bound = OutputGradient.error(teacher, student);
            double ratio =
                    Oracle.ratio(gradient.at(teacher, student), new Oracle(teacher, student).outputGradient(), bound);
            double scale = Vectors.length(student.w()) * spread(teacher, student);
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, Vectors.length(bound), scale * draw.k())));
        };
    }

    /// OutputGradient/S3: r(σ + (π−1)(r aᵢ − a*ᵢ) + (π−g)a*ᵢ) = r²(s + (π−1)aᵢ) − r(s* + (g−1)a*ᵢ), polynomials in r,
    /// s, s*, aᵢ, a*ᵢ, g and π.
    public static PolynomialIdentity textbookForm() {
        return new PolynomialIdentity(new int[] {2, 1, 1, 1, 1, 1, 1}, x -> {
            Rational r = x[0];
            Rational sum = r.times(x[1]).minus(x[2]);
            Rational less = x[6].minus(Rational.of(1));
            Rational residual = sum.plus(less.times(r.times(x[3]).minus(x[4])))
                    .plus(x[6].minus(x[5]).times(x[4]));
            Rational own = r.times(r).times(x[1].plus(less.times(x[3])));
            Rational mixed = r.times(x[2].plus(x[5].minus(Rational.of(1)).times(x[4])));
            return r.times(residual).minus(own.minus(mixed));
        });
    }

    /// FilterGradient/S1: the derivative in a drawn direction is the central difference of the oracle's loss; the step
    /// is 10⁻⁶⁰ of ‖w‖, so truncation is below 10⁻²⁰ of the gradient's scale. At φ = 0 and π the third derivative jumps
    /// and truncation is first order, still 10⁻⁶⁰.
    public static Check filterDifferences(VectorFormula gradient) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double[] direction = draw.direction(52);
            Oracle oracle = new Oracle(teacher, student);
            Apfloat step = new Apfloat("1e-60", Oracle.DIGITS).multiply(oracle.r());
            Apfloat rise = oracle.movedFilter(step, direction)
                    .loss()
                    .subtract(oracle.movedFilter(step.negate(), direction).loss());
            Apfloat slope = rise.divide(step).divide(Oracle.exact(2));
            Apfloat computed = Oracle.dot(Oracle.exact(gradient.at(teacher, student)), Oracle.exact(direction));
            double allowed = Vectors.length(FilterGradient.error(teacher, student)) + truncation(teacher, student);
            return OptionalDouble.of(Oracle.ratio(0, computed.subtract(slope), allowed));
        };
    }

    /// FilterGradient/S2: every entry is within its bound.
    public static Check filterAccuracy(VectorFormula gradient) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double[] bound = FilterGradient.error(teacher, student);
            double ratio =
                    Oracle.ratio(gradient.at(teacher, student), new Oracle(teacher, student).filterGradient(), bound);
            double scale = Vectors.length(student.a()) * spread(teacher, student);
            return OptionalDouble.of(
                    Math.max(ratio, Check.worth(draw, Vectors.length(bound), scale * (draw.k() + draw.p()))));
        };
    }

    /// FilterGradient/S3: wᵀ∇_w L = aᵀ∇_a L within both bounds.
    public static Check euler(VectorFormula filterGradient) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            Apfloat left = Oracle.dot(Oracle.exact(student.w()), Oracle.exact(filterGradient.at(teacher, student)));
            Apfloat right = Oracle.dot(Oracle.exact(student.a()), Oracle.exact(OutputGradient.at(teacher, student)));
            double bound = Vectors.length(student.w()) * Vectors.length(FilterGradient.error(teacher, student))
                    + Vectors.length(student.a()) * Vectors.length(OutputGradient.error(teacher, student));
            return OptionalDouble.of(Oracle.ratio(0, left.subtract(right), bound * (1 + 0x1p-40)));
        };
    }

    /// TangentGradient/S1: it is the oracle's filter gradient less its part along w, within its bound; what the oracle
    /// loses in that difference is below 10⁻²⁰⁰ of the gradient's scale.
    public static Check tangentPart(VectorFormula tangentGradient) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            Apfloat[] full = new Oracle(teacher, student).filterGradient();
            Apfloat[] w = Oracle.exact(student.w());
            Apfloat along = Oracle.dot(w, full).divide(Oracle.dot(w, w));
            Apfloat[] across = new Apfloat[w.length];
            for (int i = 0; i < w.length; i++) {
                across[i] = full[i].subtract(along.multiply(w[i]));
            }
            double bound = TangentGradient.error(teacher, student) + Oracle.NOISE * scale(teacher, student);
            return OptionalDouble.of(Oracle.normRatio(tangentGradient.at(teacher, student), across, bound));
        };
    }

    /// TangentGradient/S2: orthogonal to w within its error.
    public static Check orthogonal(VectorFormula tangentGradient) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double inner = Vectors.dot(student.w(), tangentGradient.at(teacher, student))
                    .doubleValue();
            double bound = Vectors.length(student.w()) * TangentGradient.error(teacher, student) * (1 + 0x1p-40);
            return OptionalDouble.of(Check.over(Math.abs(inner), bound));
        };
    }

    /// TangentGradient/S3: within its bound in norm.
    public static Check tangentAccuracy(VectorFormula tangentGradient) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double bound = TangentGradient.error(teacher, student);
            double size = Vectors.length(student.a()) * Vectors.length(teacher.a());
            double ratio = Oracle.normRatio(
                    tangentGradient.at(teacher, student),
                    new Oracle(teacher, student).tangentGradient(),
                    bound + Oracle.NOISE * size);
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, size)));
        };
    }

    /// Truncation of a difference of relative step 10⁻⁶⁰, and the digits the oracle loses: 10⁻²⁰ of the gradient's
    /// scale is far above both and far below u.
    private static double truncation(Teacher teacher, Student student) {
        return 1e-20 * scale(teacher, student);
    }

    /// ‖a‖ (r‖a‖ + ‖a*‖) k, above the norm of the filter gradient.
    private static double scale(Teacher teacher, Student student) {
        return Vectors.length(student.a()) * spread(teacher, student) * student.k();
    }

    /// r‖a‖ + ‖a*‖.
    private static double spread(Teacher teacher, Student student) {
        return Vectors.length(student.w()) * Vectors.length(student.a()) + Vectors.length(teacher.a());
    }

    private static Student shifted(Student student, int j, double step) {
        double[] a = student.a();
        a[j] += step;
        return new Student(student.w(), Spaces.output("a", a));
    }
}
