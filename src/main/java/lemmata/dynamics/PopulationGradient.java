package lemmata.dynamics;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.LaneFunctions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;

/// The exact gradient of the population loss at a perturbed point in working precision, in one of the readings.
///
/// ∇_a = own · ã + other · a* + common · 1, ∇_w = α w̃ − β w*
///
/// where five numbers, [Coefficients], depend on c = w̃ᵀw*, ‖w̃ − c w*‖, 1ᵀã, ãᵀa* and ‖ã‖² alone. On the sphere, after
/// P_w, every reading is the gradient of loss.OutputGradient and loss.TangentGradient.
/// **Shapes.** Results of length p and k. **Accuracy.** [#outputError], [#filterError], entry by entry.
/// **Source.** dynamics.PopulationGradient.
public final class PopulationGradient implements Gradient {

    static final double INVERSE_TURN = 1 / (2 * Math.PI);
    static final double OWN = (Math.PI - 1) / (2 * Math.PI);

    private final double @FilterSpace [] wStar;
    private final double @OutputSpace [] aStar;
    private final double sumStar;
    private final Reading reading;

    /// Of a teacher, in a reading.
    public PopulationGradient(Teacher teacher, Reading reading) {
        this.wStar = teacher.w();
        this.aStar = teacher.a();
        this.sumStar = sum(aStar);
        this.reading = reading;
    }

    @Override
    @Statement({"dynamics.PopulationGradient/S1", "dynamics.PopulationGradient/S3"})
    public Slope at(Student student, long trial, long step) {
        double @FilterSpace [] w = student.w();
        double @OutputSpace [] a = student.a();
        double cosine = Vectors.fusedDot(w, wStar);
        double @FilterSpace [] across = Vectors.map((entry, star) -> Math.fma(-cosine, star, entry), w, wStar);
        Coefficients by = Coefficients.of(
                reading,
                cosine,
                Vectors.fusedDot(across, across),
                sum(a),
                Vectors.fusedDot(a, aStar),
                Vectors.fusedDot(a, a),
                sumStar);
        return new Slope(
                Vectors.map((entry, star) -> Math.fma(by.alpha, entry, -(by.beta * star)), w, wStar),
                Vectors.map((entry, star) -> Math.fma(by.own, entry, Math.fma(by.other, star, by.common)), a, aStar));
    }

    /// Bound on the error of each entry of ∇_a: Nu of the sizes of its terms.
    @Statement("dynamics.PopulationGradient/S2")
    public double @OutputSpace [] outputError(Student student) {
        double @OutputSpace [] a = student.a();
        double r = reading.a() == Reading.Output.RADIAL ? Vectors.length(student.w()) : 1;
        double sums = r * size(a) + size(aStar);
        double unit = unit(student);
        return Vectors.map(
                (entry, star) -> unit * r * (sums + (Math.PI - 1) * r * Math.abs(entry) + 3 * Math.abs(star))
                        + RoundOff.UNDERFLOW,
                a,
                aStar);
    }

    /// Bound on the error of each entry of ∇_w, likewise.
    @Statement("dynamics.PopulationGradient/S2")
    public double @FilterSpace [] filterError(Student student) {
        double @OutputSpace [] a = student.a();
        double r = Vectors.length(student.w());
        double product = size(Vectors.map((entry, star) -> entry * star, a, aStar));
        double mixed = (size(a) * size(aStar) + product) / r;
        double square = size(a) * size(a) + (Math.PI - 1) * Vectors.fusedDot(a, a);
        double unit = unit(student);
        double own = switch (reading.w()) {
            case NETWORK -> square + mixed;
            case ANGLE -> 0;
            case NORMALISED -> 5.3 * product / r / r;
        };
        double other = reading.w() == Reading.Filter.NORMALISED ? 2.6 * product / r : 1.6 * product;
        return Vectors.map(
                (entry, star) -> unit * (own * Math.abs(entry) + other * Math.abs(star))
                        + RoundOff.UNDERFLOW * (1 + Math.abs(entry) + 1 / r),
                student.w(),
                wStar);
    }

    /// Nu/2π, N = 2k + 4p + 60.
    private static double unit(Student student) {
        return RoundOff.U * INVERSE_TURN * (2.0 * student.k() + 4.0 * student.p() + 60);
    }

    /// Σ|xᵢ|.
    private static double size(double[] x) {
        return sum(Vectors.map(Math::abs, x));
    }

    /// 1ᵀx, first to last.
    static double sum(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry;
        }
        return sum;
    }

    /// The five numbers of a gradient.
    ///
    /// own = m₂(π−1)/2π, common = (m₂s − m₁s*)/2π, other = −m₁(g−1)/2π, with m₂ = r², m₁ = r (RADIAL) or 1 (UNIT);
    /// NETWORK: α = (s² + (π−1)‖ã‖² − (s s* + (sin φ − 1)d)/r)/2π, β = (π−φ)d/2π; ANGLE: α = 0 and the same β;
    /// NORMALISED: β = (π−φ)d/2πr, α = β cos φ/r
    ///
    /// @param own of ã
    /// @param other of a*
    /// @param common of 1
    /// @param alpha of w̃
    /// @param beta of −w*
    record Coefficients(double own, double other, double common, double alpha, double beta) {

        /// @param cosine c = w̃ᵀw*
        /// @param square ‖w̃ − c w*‖²
        /// @param s 1ᵀã
        /// @param d ãᵀa*
        /// @param norm ‖ã‖²
        /// @param sumStar s* = 1ᵀa*
        @Statement("dynamics.PopulationGradient/S1")
        static Coefficients of(
                Reading reading, double cosine, double square, double s, double d, double norm, double sumStar) {
            double m2 = Math.fma(cosine, cosine, square);
            double r = Math.sqrt(m2);
            double inverse = 1 / r;
            double sine = Math.sqrt(square);
            double opposite = LaneFunctions.angle(sine, -cosine);
            double cosPhi = cosine * inverse;
            double sinPhi = sine * inverse;
            double excess = Math.fma(opposite, cosPhi, sinPhi) - 1;
            double beta = opposite * d * INVERSE_TURN;
            double alpha = switch (reading.w()) {
                case NETWORK -> {
                    double radial = Math.fma(s, sumStar, (sinPhi - 1) * d) * inverse;
                    yield (Math.fma(Math.PI - 1, norm, s * s) - radial) * INVERSE_TURN;
                }
                case ANGLE -> 0;
                case NORMALISED -> {
                    beta *= inverse;
                    yield beta * cosPhi * inverse;
                }
            };
            boolean radial = reading.a() == Reading.Output.RADIAL;
            double two = radial ? m2 : 1;
            double one = radial ? r : 1;
            double common = Math.fma(two, s, -(one * sumStar)) * INVERSE_TURN;
            return new Coefficients(two * OWN, -(one * excess) * INVERSE_TURN, common, alpha, beta);
        }
    }
}
