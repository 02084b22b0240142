package lemmata.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;

/// Time and accuracy of the smoothed quantities over a grid of p, ρ_w and φ.
final class SmoothingBench {

    static final List<Double> RADII = List.of(0.01, 1.0, 100.0);

    /// Two acute angles and their supplements, of which one side is exact.
    static final List<Angle> ANGLES =
            List.of(angle(0.05), angle(1), angle(1).supplement(), angle(0.05).supplement());

    private static final int FEWEST = 5;
    private static final int MOST = 1_000_000;
    private static final double WARM_UP = 0.25;
    private static final double NANOS = 1e9;

    /// One quantity at one point.
    ///
    /// @param quantity the quantity
    /// @param noise p and ρ_w
    /// @param angle φ
    /// @param value with the bound that came with it
    /// @param scale what errors are relative to
    /// @param nanos median time of an evaluation
    /// @param evaluations how many were timed
    /// @param distance from the oracle
    record Cell(
            Quantity quantity,
            BallNoise noise,
            Angle angle,
            Bounded value,
            double scale,
            double nanos,
            int evaluations,
            double distance) {}

    private SmoothingBench() {}

    private static Angle angle(double phi) {
        return Angle.ofRadians(Angle.radians(phi));
    }

    /// Measures everything, evaluations taking about so many seconds altogether, and the oracle what it takes.
    static List<Cell> of(List<Integer> lengths, double seconds) {
        List<Quantity> quantities = Quantity.all();
        int cells = quantities.size() * lengths.size() * RADII.size() * ANGLES.size();
        for (Quantity quantity : quantities) {
            Terminal.progress("bench: warming up " + quantity.name());
            warmUp(quantity, lengths, seconds * WARM_UP / quantities.size());
        }
        double share = seconds * (1 - WARM_UP) / cells;
        List<Cell> measured = new ArrayList<>();
        for (int p : lengths) {
            for (double rho : RADII) {
                for (Angle angle : ANGLES) {
                    for (Quantity quantity : quantities) {
                        measured.add(cell(quantity, new BallNoise(p, rho), angle, share));
                    }
                    Terminal.progress("bench: " + measured.size() + " of " + cells);
                }
            }
        }
        Terminal.progress("");
        return measured;
    }

    private static void warmUp(Quantity quantity, List<Integer> lengths, double seconds) {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        for (int i = 0; System.nanoTime() < end; i++) {
            int p = lengths.get(i % lengths.size());
            double rho = RADII.get(i / lengths.size() % RADII.size());
            quantity.at().apply(new BallNoise(p, rho), ANGLES.get(i % ANGLES.size()));
        }
    }

    private static Cell cell(Quantity quantity, BallNoise noise, Angle angle, double seconds) {
        double[] nanos = new double[64];
        Bounded value = Bounded.exact(0);
        int count = 0;
        long end = System.nanoTime() + (long) (seconds * NANOS);
        while (count < FEWEST || System.nanoTime() < end && count < MOST) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            long start = System.nanoTime();
            value = quantity.at().apply(noise, angle);
            nanos[count++] = System.nanoTime() - start;
        }
        return new Cell(
                quantity,
                noise,
                angle,
                value,
                Math.abs(quantity.scale().apply(noise, angle).value()),
                median(Arrays.copyOf(nanos, count)),
                count,
                quantity.distance(value.value(), noise, angle));
    }

    private static double median(double... values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
