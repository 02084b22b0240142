package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.claim.OutputSpace;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.PopulationLoss;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.simd.SampledLoss;

/// What loss.PopulationLoss claims, as checks of any implementation of the loss.
public final class PopulationLossChecks {

    /// Trials below this one made the networks of the case: a sample must not share numbers with the hypothesis.
    private static final long FIRST_TRIAL = 1L << 32;

    private PopulationLossChecks() {}

    /// S4: the loss is within its bound of the oracle.
    public static Check accuracy(ScalarFormula loss) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double bound = PopulationLoss.error(teacher, student);
            return OptionalDouble.of(
                    Oracle.ratio(loss.at(teacher, student), new Oracle(teacher, student).loss(), bound));
        };
    }

    /// S4: the bound itself is relative: at most 2⁻⁴⁴ L wherever ‖r a − a*‖ is at least 2⁻⁴⁰ of ‖r a‖ + ‖a*‖.
    public static Check boundIsRelative() {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double spread = Vectors.length(student.w()) * Vectors.length(student.a()) + Vectors.length(teacher.a());
            double distance =
                    Math.sqrt(new Oracle(teacher, student).squaredDistance().doubleValue());
            if (spread == 0 || distance < 0x1p-40 * spread) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(
                    PopulationLoss.error(teacher, student) / (0x1p-44 * PopulationLoss.at(teacher, student)));
        };
    }

    /// S3: the loss does not change when R^p is turned, patches are permuted, or weight moves from a to w; it is
    /// homogeneous of degree 2 in (a, a*), also for factors c < 0. Powers of two give the same bits, the rest agrees
    /// within both bounds and what rounding the scaled entries does.
    public static Check symmetries(ScalarFormula loss) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double value = loss.at(teacher, student);
            Teacher turnedTeacher =
                    new Teacher(Spaces.unit("w", AngleChecks.turned(teacher.w())), rotated(teacher.a()));
            Student turnedStudent = new Student(AngleChecks.turned(student.w()), rotated(student.a()));
            double gap = Math.abs(loss.at(turnedTeacher, turnedStudent) - value);
            double bound = PopulationLoss.error(teacher, student) + PopulationLoss.error(turnedTeacher, turnedStudent);
            boolean sameBits = Math.abs(draw.filterScale()) + Math.abs(draw.weightScale()) > 0
                    || scales(loss, teacher, student, value);
            double ratio =
                    Math.max(Check.over(gap, bound), scaled(loss, teacher, student, 0.5 + 1.5 * draw.uniform(55)));
            return OptionalDouble.of(sameBits ? ratio : Double.POSITIVE_INFINITY);
        };
    }

    /// S1, S5: Monte Carlo on the full network, every patch a Gaussian vector of R^p, against the closed form.
    ///
    /// `factor` 1 tests E ½(f* − f)² = L, `factor` 2 tests E (f* − f)² = 2L.
    ///
    /// @param delta false-alarm probability
    public static MeanTest monteCarlo(ScalarFormula loss, Draw draw, int samples, double factor, double delta) {
        return monteCarlo(loss, draw, draw.unitStudent(), samples, factor, delta);
    }

    /// The same for any student.
    static MeanTest monteCarlo(
            ScalarFormula loss, Draw draw, Student student, int samples, double factor, double delta) {
        Teacher teacher = draw.teacher();
        double phi = Angle.between(student.w(), teacher.w()).phi();
        double variance = LossVariance.of(student.a(), Vectors.length(student.w()), teacher.a(), phi)
                .upper();
        double[] halves = SampledLoss.losses(
                draw.seed(), FIRST_TRIAL, samples, student.w(), student.a(), teacher.w(), teacher.a());
        return MeanTest.of(
                Vectors.map(half -> factor * half, halves),
                factor * loss.at(teacher, student),
                factor * PopulationLoss.error(teacher, student),
                factor * factor * Math.max(variance, Double.MIN_NORMAL),
                delta);
    }

    /// S2: σ² + (π−1)‖δ‖² + 2r(π−g)d equals r²(s² + (π−1)A) − 2r(s s* + (g−1)d) + s*² + (π−1)B, as polynomials in r, s,
    /// s*, A = ‖a‖², B = ‖a*‖², d, g and π.
    public static PolynomialIdentity expandedForm() {
        return new PolynomialIdentity(new int[] {2, 2, 2, 1, 1, 1, 1, 1}, x -> {
            Rational r = x[0];
            Rational s = x[1];
            Rational sStar = x[2];
            Rational d = x[5];
            Rational g = x[6];
            Rational pi = x[7];
            Rational one = Rational.of(1);
            Rational sigma = r.times(s).minus(sStar);
            Rational delta = r.times(r).times(x[3]).minus(r.times(d).times(2)).plus(x[4]);
            Rational sum = sigma.times(sigma)
                    .plus(pi.minus(one).times(delta))
                    .plus(r.times(pi.minus(g)).times(d).times(2));
            Rational student = r.times(r).times(s.times(s).plus(pi.minus(one).times(x[3])));
            Rational mixed = r.times(s.times(sStar).plus(g.minus(one).times(d))).times(2);
            Rational teacher = sStar.times(sStar).plus(pi.minus(one).times(x[4]));
            return sum.minus(student.minus(mixed).plus(teacher));
        });
    }

    private static boolean scales(ScalarFormula loss, Teacher teacher, Student student, double value) {
        Student moved =
                new Student(Vectors.map(entry -> 4 * entry, student.w()), Vectors.map(entry -> entry / 4, student.a()));
        Teacher doubled = new Teacher(teacher.w(), Vectors.map(entry -> 2 * entry, teacher.a()));
        Student doubledStudent = new Student(student.w(), Vectors.map(entry -> 2 * entry, student.a()));
        return loss.at(teacher, moved) == value && loss.at(doubled, doubledStudent) == 4 * value;
    }

    /// |L(cw, a/c) − L(w, a)| and |L(w, −ca; −ca*) − c²L(w, a)| over the bounds of both sides and [#rounding].
    private static double scaled(ScalarFormula loss, Teacher teacher, Student student, double c) {
        double value = loss.at(teacher, student);
        double own = PopulationLoss.error(teacher, student) + rounding(teacher, student);
        Student moved =
                new Student(Vectors.map(entry -> c * entry, student.w()), Vectors.map(entry -> entry / c, student.a()));
        double shift =
                Check.over(Math.abs(loss.at(teacher, moved) - value), own + PopulationLoss.error(teacher, moved));
        Teacher largeTeacher = new Teacher(teacher.w(), Vectors.map(entry -> -c * entry, teacher.a()));
        Student large = new Student(student.w(), Vectors.map(entry -> -c * entry, student.a()));
        double excess = Math.abs(loss.at(largeTeacher, large) - c * c * value);
        double bound = c * c * (own + 4 * RoundOff.U * Math.abs(value)) + PopulationLoss.error(largeTeacher, large);
        return Math.max(shift, Check.over(excess, bound));
    }

    /// What relative errors of 2u in the entries of w, a and a* do to 4πL = σ² + (π−1)‖δ‖² + 2r(π−g)d: δ moves by
    /// η = 4u(r‖a‖ + ‖a*‖) in norm, σ by √k η, rd by 12u r‖a‖‖a*‖, φ by 2u and so π − g by 2u ψ sin φ + 8u².
    private static double rounding(Teacher teacher, Student student) {
        double r = Vectors.length(student.w());
        double target = Vectors.length(teacher.a());
        double eta = 4 * RoundOff.U * (r * Vectors.length(student.a()) + target);
        double[] delta = Vectors.map((own, wanted) -> r * own - wanted, student.a(), teacher.a());
        double sigma = Math.abs(Vectors.sum(delta).doubleValue()) + Math.sqrt(delta.length) * eta;
        double size = Vectors.length(delta) + eta;
        Angle angle = Angle.between(student.w(), teacher.w());
        double turned = 2 * RoundOff.U * angle.psi() * Math.min(angle.phi(), 1) + 8 * RoundOff.U * RoundOff.U;
        double moved = 12 * RoundOff.U * AngleKernel.piMinusG(angle) + turned;
        double product = r * Vectors.length(student.a()) * target;
        return (2 * sigma * Math.sqrt(delta.length) * eta + 2 * (Math.PI - 1) * size * eta + 2 * moved * product)
                        / (4 * Math.PI)
                + RoundOff.UNDERFLOW * (1 + product);
    }

    /// The patches renumbered cyclically.
    static double @OutputSpace [] rotated(double @OutputSpace [] a) {
        double @OutputSpace [] result = a.clone();
        System.arraycopy(a, 0, result, 1, a.length - 1);
        result[0] = a[a.length - 1];
        return result;
    }
}
