package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lemmata.audit.FilterReachChecks.Bound;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.Philox;
import lemmata.theorem.FilterStep;

/// Mean and spread of Gᵀt over drawn noise, G P-GD's gradient and t the unit vector of P_w w*, against the claims of
/// theorem.FilterStep.
///
/// **Spread.** Y = (Gᵀt − E Gᵀt)² lies in [0, R²], so E Y ≤ Σ² gives Var Y ≤ R²Σ², and the test of [MeanTest] of the
/// mean Σ² is used to one side: it is rejected only if its statistic is above the threshold. With E Y = Σ² − Δ the
/// bound of its false alarms gains the factor (1 − αΔ + α²Δ²/2)ⁿ e^{…} ≤ 1, as αΔ ≤ αΣ² ≤ √(2ℓ/n) ≤ 2 for n ≥ ℓ/2.
public final class FilterMeans {

    /// What is claimed.
    ///
    /// @param mean E Gᵀt, from −(dκ/2π) sin φ
    /// @param spread Σ
    /// @param range R
    public record Claims(DoubleUnaryOperator mean, Bound spread, Bound range) {
        /// Those of the code.
        public static final Claims LEMMA = new Claims(
                DoubleUnaryOperator.identity(),
                FilterReachChecks.bound(FilterStep::spread),
                FilterReachChecks.bound(FilterStep::range));
    }

    /// Points that leave one source of the noise alone: H̄, T at small and at large noise, ε.
    private static final int DESIGNS = 4;

    private static final int LEAST_SAMPLES = 1 << 13;

    private FilterMeans() {}

    /// S1: the mean.
    public static MeanTest mean(Claims claims, Draw draw, int samples) {
        FilterCase at = point(draw);
        double spread = claims.spread.of(at.problem(), at.reach());
        double mean = claims.mean.applyAsDouble(FilterReachChecks.mean(at));
        return MeanTest.of(values(at, samples), mean, 0x1p-40, spread * spread, Run.FALSE_ALARM);
    }

    /// S4: the spread, to one side.
    public static MeanTest spread(Claims claims, FilterCase at, int samples) {
        double spread = claims.spread.of(at.problem(), at.reach());
        double range = claims.range.of(at.problem(), at.reach());
        double mean = FilterReachChecks.mean(at);
        double[] squares = Vectors.map(x -> (x - mean) * (x - mean), values(at, samples));
        double variance = Math.max(spread * spread * range * range, Double.MIN_NORMAL);
        return MeanTest.of(squares, spread * spread, 0x1p-40 * spread * range, variance, Run.FALSE_ALARM);
    }

    /// Statistic over threshold of a test to one side.
    public static double above(MeanTest test) {
        return Math.max(0, test.statistic()) / test.threshold();
    }

    private static double[] values(FilterCase at, int samples) {
        double[] t = at.tangent();
        double[] values = new double[samples];
        for (int i = 0; i < samples; i++) {
            FilterCase.Noise noise = new FilterCase.Noise(
                    NoiseSample.inBall(at.draw().seed(), 0, i, at.teacher().p(), at.rhoW()),
                    NoiseSample.inBall(at.draw().seed(), 1, i, at.teacher().k(), at.rhoA()));
            values[i] = Vectors.fusedDot(t, at.seen(noise).slope());
        }
        return values;
    }

    /// A point with p ≥ 3 of size near 1.
    static FilterCase point(Draw draw) {
        GradientMeans.Point any = GradientMeans.Point.of(draw);
        return new FilterCase(draw, any.teacher(), any.student(), any.rhoW(), any.rhoA());
    }

    /// Points where one term of Σ outweighs the others, and the noise comes to 0.99, 0.93, 0.68 and 0.57 of it.
    public static FilterCase design(int number, long seed) {
        return switch (number) {
            case 0 -> design(3, 2, 1e-6, 1, Math.PI / 2, 0.5, 0, seed);
            case 1 -> design(2, 64, 1, 1e-4, Math.PI / 2, 0.02, 0, seed);
            case 2 -> design(2, 64, 1, 1e-7, Math.PI / 2, 50, 0, seed);
            default -> design(2, 3, 1, 0, 1.1, 0, 1, seed);
        };
    }

    /// a* = `star` · 1, a = `own` · 1.
    private static FilterCase design(
            int p, int k, double star, double own, double phi, double rhoW, double rhoA, long seed) {
        Draw draw = new Draw(p, k, Draw.Filter.ANY, Draw.Target.ALL_ONES, Draw.Weights.TEACHERS, 0, 0, seed);
        Teacher teacher = Target.of(k, k, star * Math.sqrt(k)).teacher(p);
        double[] w = teacher.w();
        w[0] = Functions.cos(phi);
        w[1] = Functions.sin(phi);
        double[] a = Vectors.map(x -> own, teacher.a());
        return new FilterCase(draw, teacher, new Student(Spaces.unit("w", w), Spaces.output("a", a)), rhoW, rhoA);
    }

    /// S1 as evidence.
    static Procedure means(Claims claims) {
        return NoiseEvidence.means(ExitCase.DOMAIN, "Gᵀt of P-GD's steps", (draw, n) -> List.of(mean(claims, draw, n)));
    }

    /// S4 as evidence: the designs, and drawn points.
    static Evidence spreads(Claims claims, Run run) {
        int samples = Math.max(LEAST_SAMPLES, run.budget().samples() >> 6);
        List<FilterCase> points = IntStream.range(0, DESIGNS + run.budget().points())
                .mapToObj(i -> i < DESIGNS ? design(i, seed(run, i)) : point(drawn(run, i)))
                .toList();
        List<MeanTest> tests =
                points.stream().map(at -> spread(claims, at, samples)).toList();
        double worst = tests.stream().mapToDouble(FilterMeans::above).max().orElse(Double.NaN);
        double found = tests.stream().mapToDouble(FilterMeans::found).max().orElse(Double.NaN);
        boolean known = found < Double.POSITIVE_INFINITY;
        String detail = String.format(
                Locale.ROOT,
                "%d points, false alarm ≤ %.0e, finds a spread of %.3g Σ",
                tests.size(),
                tests.size() * Run.FALSE_ALARM,
                Math.sqrt(1 + found));
        return new Evidence(
                "mean test",
                !(worst <= 1) ? Verdict.VIOLATED : known ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "E(Gᵀt − E Gᵀt)² ≤ Σ²",
                (long) tests.size() * samples,
                worst,
                detail);
    }

    /// Δ/Σ²: a mean square from Σ² + Δ on is found.
    private static double found(MeanTest test) {
        return test.detectable() / test.mean();
    }

    private static long seed(Run run, int point) {
        return Philox.at(run.seed(), ExitCase.DOMAIN, 4, point).low();
    }

    private static Draw drawn(Run run, int point) {
        return new Draw(
                3 + point % 4,
                1 + point % 3,
                Draw.Filter.ANY,
                Draw.Target.ANY,
                Draw.Weights.ANY,
                0,
                0,
                seed(run, point));
    }
}
