package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import lemmata.loss.Angle;
import lemmata.loss.PopulationLoss;
import lemmata.model.Perturbation;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;

/// Means of the full gradients over drawn noise against the closed forms: P-GD's own step, patch by patch and entry by
/// entry, with nothing averaged beforehand.
///
/// Each test is of one linear functional of the gradient. The variance bounds are by the triangle inequality in L²,
/// ‖X − E X‖₂ ≤ ‖X − x₀‖₂ for any number x₀, from E‖ξ‖² ≤ ρ², E(eᵀξ)² = ρ²/(p+2), E(eᵀε)² = ρ_a²‖e‖²/(k+2).
public final class GradientMeans {

    /// One point at which means are tested.
    ///
    /// @param draw its seed; p ≥ 3
    /// @param teacher w*, a*
    /// @param student w on the sphere, a
    /// @param rhoW radius of ξ
    /// @param rhoA radius of ε
    public record Point(Draw draw, Teacher teacher, Student student, double rhoW, double rhoA) {

        /// The point of a draw with p ≥ 3: noise between 0.3 and 2, ρ_a between 0 and 1; a is a*, or anything.
        public static Point of(Draw draw) {
            Student student = new Student(
                    draw.fromOpposite(0.3 + 2.4 * draw.uniform(151)),
                    draw.unitStudent().a());
            double rhoW = 0.3 + 1.7 * draw.uniform(152) * draw.uniform(153);
            return new Point(draw, draw.teacher(), student, rhoW, draw.uniform(154));
        }

        NoiseMoments moments(Reading reading) {
            return NoiseMoments.of(reading, new BallNoise(teacher.p(), rhoW), angle());
        }

        Angle angle() {
            return Angle.between(student.w(), teacher.w());
        }

        /// The same point with another ρ_a.
        public Point withRhoA(double other) {
            return new Point(draw, teacher, student, rhoW, other);
        }

        /// The same point with another ρ_w.
        public Point withRhoW(double other) {
            return new Point(draw, teacher, student, other, rhoA);
        }

        /// The perturbed student number `index`.
        Student perturbed(long index) {
            return Perturbation.of(student, NoiseSample.xi(draw, index, rhoW), NoiseSample.epsilon(draw, index, rhoA));
        }

        /// 1ᵀx.
        private static double sum(double[] x) {
            return Vectors.sum(x).doubleValue();
        }

        private static double dot(double[] x, double[] y) {
            return Vectors.dot(x, y).doubleValue();
        }

        /// ‖d̃‖₂, d̃ = ãᵀa*.
        double alignment() {
            double d = dot(student.a(), teacher.a());
            double spread = rhoA * Vectors.length(teacher.a());
            return Math.sqrt(d * d + spread * spread / (teacher.k() + 2));
        }
    }

    private GradientMeans() {}

    /// SmoothedGradient/S1: the mean of one functional cᵀ∇_a L(w̃, ã) for both readings, c = a*/‖a*‖ or drawn.
    ///
    /// ‖2π(X − x₀)‖₂ ≤ ‖r̃²−1‖₂|cᵀMa| + ‖r̃²‖₂ρ_a‖Mc‖/√(k+2) + ρ|1ᵀc s*| + (π+1)ρ|cᵀa*|, as w̃ ↦ r̃g(φ̃) has slope at
    /// most π and ‖r̃²−1‖₂ ≤ 2ρ/√(p+2) + ρ². UNIT: r̃ = 1 but in the last term, π/2 |cᵀa*|, as g is in [0, π].
    public static List<MeanTest> output(SmoothedGradientChecks.Gradient output, Point at, int samples) {
        double[] c = functional(at);
        double[][] values = new double[2][samples];
        for (int i = 0; i < samples; i++) {
            Student perturbed = at.perturbed(i);
            for (Reading.Output reading : Reading.Output.values()) {
                values[reading.ordinal()][i] = Point.dot(c, ReadingStep.output(reading, at.teacher, perturbed));
            }
        }
        List<MeanTest> tests = new ArrayList<>();
        for (Reading.Output reading : Reading.Output.values()) {
            NoiseMoments moments = at.moments(new Reading(reading, Reading.Filter.NETWORK));
            double mean = Point.dot(c, output.at(at.teacher, at.student, moments));
            double error = Vectors.length(SmoothedGradient.outputError(at.teacher, at.student, moments));
            double deviation = outputDeviation(reading, at, c);
            tests.add(MeanTest.of(values[reading.ordinal()], mean, 2 * error, deviation * deviation, Run.FALSE_ALARM));
        }
        return tests;
    }

    /// SmoothedGradient/S2: the mean of tᵀP_w∇_w L(w̃, ã) for the three readings, t the unit vector of P_w w*.
    ///
    /// NETWORK: 2π∇_w L = Aw̃ − (s̃s* − d̃)w̃/r̃ − d̃((π−φ̃)w* + sin φ̃ w̃/r̃), A = s̃² + (π−1)‖ã‖²; the last bracket
    /// is at most π long and E(tᵀw̃/r̃)² ≤ 1/(p−1). ANGLE: at most ½|d̃|. NORMALISED: at most |d̃|/2r̃, and E r̃⁻² ≤
    /// E‖ξ‖⁻² = p/((p−2)ρ²), and (1−ρ)⁻² for ρ < 1.
    public static List<MeanTest> filter(SmoothedGradientChecks.Gradient filter, Point at, int samples) {
        double[] towards = Vectors.rejection(at.student.w(), at.teacher.w());
        double length = Vectors.length(towards);
        double[] t = Vectors.map(x -> x / length, towards);
        double[][] values = new double[3][samples];
        for (int i = 0; i < samples; i++) {
            Student perturbed = at.perturbed(i);
            for (Reading.Filter reading : Reading.Filter.values()) {
                values[reading.ordinal()][i] =
                        Point.dot(t, ReadingStep.filter(reading, at.teacher, at.student.w(), perturbed));
            }
        }
        List<MeanTest> tests = new ArrayList<>();
        for (Reading.Filter reading : Reading.Filter.values()) {
            NoiseMoments moments = at.moments(new Reading(Reading.Output.RADIAL, reading));
            double mean = Point.dot(t, filter.at(at.teacher, at.student, moments));
            double error = SmoothedGradient.filterError(at.teacher, at.student, moments);
            double deviation = filterDeviation(reading, at);
            tests.add(MeanTest.of(values[reading.ordinal()], mean, 2 * error, deviation * deviation, Run.FALSE_ALARM));
        }
        return tests;
    }

    /// SmoothedGradient/S5: the mean of L(w̃, ã) is L̄ for RADIAL × NETWORK.
    ///
    /// 0 ≤ 4πL ≤ 2(π−1+k)(r̃²‖ã‖² + ‖a*‖²), with r̃ ≤ 1+ρ_w and ‖ã‖ ≤ ‖a‖+ρ_a; a variable in [0, b] has variance at
    /// most b²/4.
    public static MeanTest loss(Point at, int samples) {
        return loss(at, at, samples);
    }

    /// The mean of L over the noise of one point against L̄ at another, which a property must reject.
    public static MeanTest loss(Point at, Point claimed, int samples) {
        double reach = (1 + at.rhoW) * (Vectors.length(at.student.a()) + at.rhoA);
        double target = Vectors.length(at.teacher.a());
        double most = (Math.PI - 1 + at.teacher.k()) * (reach * reach + target * target) / (2 * Math.PI);
        return NoiseSample.test(
                i -> PopulationLoss.at(at.teacher, at.perturbed(i)), samples, smoothedLoss(claimed), most * most / 4);
    }

    /// 4πL̄ = m₂(s² + (π−1)‖a‖² + πkρ_a²/(k+2)) − 2m₁(s s* − d) − 2hd + s*² + (π−1)‖a*‖²: E s̃² − s² = kρ_a²/(k+2) and
    /// E‖ã‖² − ‖a‖² is the same.
    private static Bounded smoothedLoss(Point at) {
        NoiseMoments moments = at.moments(Reading.POSTER);
        double s = Point.sum(at.student.a());
        double sStar = Point.sum(at.teacher.a());
        double d = Point.dot(at.student.a(), at.teacher.a());
        double k = at.teacher.k();
        double own = s * s
                + (Math.PI - 1) * Point.dot(at.student.a(), at.student.a())
                + Math.PI * k / (k + 2) * at.rhoA * at.rhoA;
        double target = sStar * sStar + (Math.PI - 1) * Point.dot(at.teacher.a(), at.teacher.a());
        Bounded total = moments.m2()
                .times(own)
                .minus(moments.m1().times(2 * (s * sStar - d)))
                .minus(moments.h().times(2 * d))
                .plus(Bounded.exact(target));
        return total.widened(0x1p-46 * (own * moments.m2().value() + target)).times(1 / (4 * Math.PI));
    }

    private static double[] functional(Point at) {
        double[] a = at.teacher.a();
        double[] c = at.draw.uniform(155) < 0.5 ? a : at.draw.gaussians(156, a.length);
        double length = Vectors.length(c);
        return Vectors.map(x -> x / length, c);
    }

    private static double outputDeviation(Reading.Output reading, Point at, double[] c) {
        double k = at.teacher.k();
        double p = at.teacher.p();
        double sum = Point.sum(c);
        double[] image = Vectors.map(x -> (Math.PI - 1) * x + sum, c);
        double own = Math.abs(Point.dot(image, at.student.a()));
        double noise = at.rhoA * Vectors.length(image) / Math.sqrt(k + 2);
        double along = Math.abs(Point.dot(c, at.teacher.a()));
        if (reading == Reading.Output.UNIT) {
            return (noise + Math.PI / 2 * along) / 6;
        }
        double square = 2 * at.rhoW / Math.sqrt(p + 2) + at.rhoW * at.rhoW;
        double ones = Math.abs(sum * Point.sum(at.teacher.a()));
        return (square * own + (1 + square) * noise + at.rhoW * ones + (Math.PI + 1) * at.rhoW * along) / 6;
    }

    private static double filterDeviation(Reading.Filter reading, Point at) {
        double k = at.teacher.k();
        double p = at.teacher.p();
        double d = at.alignment();
        double rho = at.rhoW;
        if (reading == Reading.Filter.ANGLE) {
            return d / 2;
        }
        if (reading == Reading.Filter.NORMALISED) {
            double far = Math.sqrt(p / (p - 2)) / rho;
            return d / 2 * (rho < 1 ? Math.min(far, 1 / (1 - rho)) : far);
        }
        double s = Math.abs(Point.sum(at.student.a())) + Math.sqrt(k) * at.rhoA;
        double size = Vectors.length(at.student.a()) + at.rhoA;
        double own = (s * s + (Math.PI - 1) * size * size) * rho / Math.sqrt(p + 2);
        double sStar = Point.sum(at.teacher.a());
        double[] mixing = Vectors.map(x -> sStar - x, at.teacher.a());
        double mixed = Point.dot(mixing, at.student.a());
        double spread = at.rhoA * Vectors.length(mixing);
        double middle = Math.sqrt(mixed * mixed + spread * spread / (k + 2)) / Math.sqrt(p - 1);
        return (own + middle + Math.PI * d) / 6;
    }
}
