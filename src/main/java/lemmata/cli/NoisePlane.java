package lemmata.cli;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What C1 and C2 ask, over all angles and a range of noises.
///
/// @param angles of w and w*
/// @param radii ρ_w, in equal steps of its logarithm
/// @param points by radius, then by angle
record NoisePlane(Angle[] angles, double[] radii, Point[][] points) {

    private static final int ANGLES = 90;
    private static final int RADII = 80;
    private static final int HALVINGS = 40;

    /// Everything at one angle and noise.
    ///
    /// @param coefficient that of C1 for the given aᵀa*
    /// @param slack the smallest γ_a
    /// @param alignment a_∞ᵀa*
    record Point(Bounded coefficient, Bounded slack, Bounded alignment) {}

    /// What it is computed for.
    ///
    /// @param p length of the filter
    /// @param target a*
    /// @param reading of the gradients
    /// @param d aᵀa*
    /// @param ca c_a; null for half of its limit
    record Problem(
            int p,
            Target target,
            Reading reading,
            double d,
            @Nullable Double ca) {

        Point at(double rho, Angle angle) {
            BallNoise noise = new BallNoise(p, rho);
            NoiseMoments moments = NoiseMoments.of(reading, noise, angle);
            OutputDissipativity condition = new OutputDissipativity(target, moments);
            return new Point(
                    FilterDissipativity.coefficient(moments.kappa(), d, angle),
                    condition.slack(ca == null ? condition.limit().value() / 2 : ca),
                    SmoothedEquilibrium.alignment(target, moments));
        }

        private double alignment(double rho, double phi) {
            Angle angle = Angle.ofRadians(Angle.radians(phi));
            return SmoothedEquilibrium.alignment(
                            target, NoiseMoments.ofOutput(reading.a(), new BallNoise(p, rho), angle))
                    .value();
        }

        /// Noises within the range for which there is an angle with a_∞ᵀa* = 0: those up to ρ_esc, near which the steps
        /// shrink.
        double[] radiiOfBalance(double... range) {
            double from = Logarithm.of(range[0]);
            double escape =
                    SmoothedEquilibrium.escapeNoise(target, p, reading.a()).value();
            double to = Logarithm.of(Math.min(escape, range[range.length - 1]));
            return to <= from
                    ? new double[0]
                    : IntStream.rangeClosed(0, RADII)
                            .mapToDouble(i -> 1 - (double) i / RADII)
                            .map(left -> Logarithm.inverse(from + (to - from) * (1 - left * left)))
                            .toArray();
        }

        /// The angle at which a_∞ᵀa*, which falls with it, is zero; π from ρ_esc on.
        double balance(double rho) {
            double low = 0;
            double high = Math.PI;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                boolean positive = alignment(rho, middle) > 0;
                low = positive ? middle : low;
                high = positive ? high : middle;
            }
            return low;
        }
    }

    /// Computes all points between two radii.
    static NoisePlane of(Problem problem, double from, double to) {
        Angle[] angles = Angles.steps(ANGLES);
        double start = Logarithm.of(from);
        double step = (Logarithm.of(to) - start) / RADII;
        double[] radii = IntStream.rangeClosed(0, RADII)
                .mapToDouble(i -> i == 0 ? from : i == RADII ? to : Logarithm.inverse(start + i * step))
                .toArray();
        AtomicInteger done = new AtomicInteger();
        Point[][] points = IntStream.range(0, radii.length)
                .parallel()
                .mapToObj(i -> {
                    Point[] row = new Point[angles.length];
                    for (int j = 0; j < row.length; j++) {
                        row[j] = problem.at(radii[i], angles[j]);
                    }
                    Terminal.progress("plot constants: " + done.incrementAndGet() + " of " + radii.length + " noises");
                    return row;
                })
                .toArray(Point[][]::new);
        Terminal.progress("");
        return new NoisePlane(angles, radii, points);
    }
}
