package lemmata;

import java.util.List;
import java.util.stream.IntStream;
import lemmata.audit.Draw;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.statistics.Statistics;

/// The cases that properties draw: sizes small first, every kind by weight; a failing one shrinks to p = k = 1 and the
/// first kinds.
///
/// **Coverage.** Every kind of filter, target and weights, p = 1 and k = 1 must come up. Each has a chance of at least
/// 1/9 in a try, so 300 tries miss one of these 19 classes with probability below 19 · (8/9)³⁰⁰ < 10⁻¹⁴.
public final class Draws extends DomainContextBase {

    /// Seed of every property, so that a run is the same everywhere.
    public static final String SEED = "20261121";

    /// Any case.
    @Provide
    Arbitrary<Draw> draws() {
        Arbitrary<Integer> p = sizes(6, 64);
        Arbitrary<Integer> k = sizes(8, 200);
        Arbitrary<Draw.Filter> filter = kinds(Draw.Filter.values());
        Arbitrary<Draw.Target> target = kinds(Draw.Target.values());
        Arbitrary<Draw.Weights> weights = kinds(Draw.Weights.values());
        return Combinators.combine(p, k, filter, target, weights, scales(), scales(), Arbitraries.longs())
                .as(Draw::new);
    }

    /// Sixty cases, on the sphere or off it, whose student is at the teacher or next to it, where the loss vanishes.
    public static List<Draw> nearOptimum() {
        Draw.Filter[] filters = {Draw.Filter.NEARLY_SAME, Draw.Filter.SAME};
        Draw.Weights[] weights = {Draw.Weights.TEACHERS, Draw.Weights.NEARLY_TEACHERS, Draw.Weights.TEACHERS};
        return IntStream.range(0, 60)
                .mapToObj(i ->
                        new Draw(2 + i % 7, 1 + i % 9, filters[i % 2], Draw.Target.ANY, weights[i % 3], 0, 0, 700 + i))
                .toList();
    }

    /// Counts the kind of a draw; the property fails at its end if a kind never came up.
    static void count(Draw draw) {
        covered("filter", draw.filter(), Draw.Filter.values());
        covered("target", draw.target(), Draw.Target.values());
        covered("weights", draw.weights(), Draw.Weights.values());
        covered("p = 1", draw.p() == 1, true);
        covered("k = 1", draw.k() == 1, true);
    }

    @SafeVarargs
    private static <T> void covered(String label, T kind, T... required) {
        Statistics.label(label).collect(kind).coverage(classes -> {
            for (T each : required) {
                classes.check(each).count(n -> n > 0);
            }
        });
    }

    private static Arbitrary<Integer> sizes(int small, int largest) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(1)),
                Tuple.of(4, Arbitraries.integers().between(2, small)),
                Tuple.of(1, Arbitraries.integers().between(small + 1, largest)));
    }

    /// The first kind with weight 4, the others with weight 1.
    @SafeVarargs
    private static <T> Arbitrary<T> kinds(T... kinds) {
        return Arbitraries.integers()
                .between(-3, kinds.length - 1)
                .withDistribution(RandomDistribution.uniform())
                .map(index -> kinds[Math.max(index, 0)]);
    }

    private static Arbitrary<Integer> scales() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(-Draw.MAX_SCALE, Draw.MAX_SCALE)));
    }
}
