package lemmata.audit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lemmata.rng.Philox;

/// How the procedures of the chapter smoothing gather evidence: from a part of the drawn cases where a case takes long,
/// and from means over drawn noise.
final class NoiseEvidence {

    /// Domain of the seeds of Monte Carlo points.
    private static final int DOMAIN = 13;

    private static final int LEAST_SAMPLES = 1 << 13;

    private NoiseEvidence() {}

    /// One drawn case in `oneIn`, the first one among them.
    static Procedure some(int oneIn, String claim, Check check) {
        return run -> List.of(sample(run, oneIn, claim, check));
    }

    /// The same as evidence of a run.
    static Evidence sample(Run run, int oneIn, String claim, Check check) {
        if (oneIn == 1) {
            return run.sample(claim, check);
        }
        Set<Draw> chosen = LongStream.range(0, (run.budget().cases() + oneIn - 1) / oneIn)
                .mapToObj(i -> Draw.of(run.seed(), i * oneIn))
                .collect(Collectors.toSet());
        Evidence found = run.sample(claim, check.where(chosen::contains));
        String met = found.cases() == chosen.size() ? "" : ", hypothesis met in " + found.cases() + " of them";
        String detail = found.verdict() == Verdict.SAMPLED ? "one drawn case in " + oneIn + met : found.detail();
        return new Evidence(found.method(), found.verdict(), claim, found.cases(), found.worst(), detail);
    }

    /// Mean tests at one point with so many samples.
    @FunctionalInterface
    interface Tests<P> {
        /// The tests at a point.
        List<MeanTest> at(P point, int samples);
    }

    /// One mean test at one point.
    @FunctionalInterface
    interface Test<P> {
        /// The test at a point.
        MeanTest at(P point, int samples);
    }

    /// Mean tests of a moment at points of [MomentMeans].
    static Procedure moments(int statement, String claim, Test<MomentMeans.Point> test) {
        return means(statement, claim, (draw, n) -> List.of(test.at(MomentMeans.Point.of(draw), n)));
    }

    /// Mean tests of gradients at points of [GradientMeans].
    static Procedure gradients(int statement, String claim, Tests<GradientMeans.Point> tests) {
        return means(statement, claim, (draw, n) -> tests.at(GradientMeans.Point.of(draw), n));
    }

    /// Mean tests at points with 3 … 6 coordinates and 1 … 3 patches, a = a* at every second one.
    ///
    /// @param statement tells statements apart, so that each draws points and samples of its own
    static Procedure means(int statement, String claim, Tests<Draw> tests) {
        return run -> {
            int samples = Math.max(LEAST_SAMPLES, run.budget().samples() >> 5);
            List<MeanTest> all = IntStream.range(0, run.budget().points())
                    .mapToObj(point -> tests.at(designed(run, statement, point), samples))
                    .flatMap(Collection::stream)
                    .toList();
            return List.of(evidence(claim, all, samples));
        };
    }

    private static Draw designed(Run run, int statement, int point) {
        Draw.Weights weights = point % 2 == 0 ? Draw.Weights.TEACHERS : Draw.Weights.ANY;
        long seed = Philox.at(run.seed(), DOMAIN, statement, point).low();
        return new Draw(3 + point % 4, 1 + point % 3, Draw.Filter.ANY, Draw.Target.ANY, weights, 0, 0, seed);
    }

    /// What is found is said in units of the bound of the standard deviation too.
    private static Evidence evidence(String claim, List<MeanTest> tests, int samples) {
        double worst = largest(tests, MeanTest::ratio);
        double detectable = largest(tests, test -> test.detectable() / Math.sqrt(test.variance()));
        boolean rejected = tests.stream().anyMatch(MeanTest::rejects);
        Verdict held = detectable < 1 ? Verdict.SAMPLED : Verdict.ABSTAINED;
        String power = String.format(
                Locale.ROOT,
                "%d tests, false alarm ≤ %.0e, finds an error of %.2g, %.2g of the bound of the deviation",
                tests.size(),
                tests.size() * Run.FALSE_ALARM,
                largest(tests, MeanTest::detectable),
                detectable);
        return new Evidence(
                "mean test",
                rejected ? Verdict.VIOLATED : held,
                "mean of drawn noise: " + claim,
                (long) tests.size() * samples,
                worst,
                power);
    }

    private static double largest(List<MeanTest> tests, ToDoubleFunction<MeanTest> of) {
        return tests.stream().mapToDouble(of).max().orElse(Double.POSITIVE_INFINITY);
    }
}
