package lemmata.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.IntStream;
import lemmata.claim.Statement;
import lemmata.simd.SampledLoss.Kernel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/// Tries to refute simd.SampledLoss: bits against the plain twin, values against exact decimal arithmetic.
class SampledLossProperties {

    private static final Map<String, Kernel> KERNELS = SampledLoss.kernels();

    @Property(tries = 300)
    @Statement("simd.SampledLoss/S1")
    void allKernelsGiveTheSameBits(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int p,
            @ForAll @IntRange(min = 1, max = 9) int k,
            @ForAll @IntRange(min = 1, max = 35) int batch) {
        SampledLossCase nets = new SampledLossCase(seed, p, k);
        double[] z = SampledLoss.inputs(seed, 0, batch, p * k);
        double[] plain = nets.run(KERNELS.get("plain"), z, batch);
        KERNELS.forEach((name, kernel) ->
                assertThat(nets.run(kernel, z, batch)).as(name).isEqualTo(plain));
        assertThat(plain[batch]).isEqualTo(SampledLossCase.UNTOUCHED);
        Statistics.label("samples past the last whole 512-bit vector")
                .collect(batch % 8)
                .coverage(classes -> IntStream.range(0, 8)
                        .forEach(rest -> classes.check(rest).count(n -> n > 0)));
        Statistics.label("fewer samples than lanes")
                .collect(batch < 8)
                .coverage(classes -> classes.check(true).count(n -> n > 0));
    }

    /// Without the module there is only the plain twin, and nothing above would have been compared.
    @Property(tries = 1)
    @Statement("simd.SampledLoss/S1")
    void everyWidthTookPart(Reporter reporter) {
        reporter.publishValue("engine", SampledLoss.engine());
        assertThat(KERNELS.keySet())
                .containsExactly("plain", "vector 64 bit", "vector 128 bit", "vector 256 bit", "vector 512 bit")
                .contains(SampledLoss.engine());
    }

    /// The slips: patches folded from the last to the first, teacher and student in the other order, no fused product.
    @Property(tries = 1)
    @Statement("simd.SampledLoss/S1")
    void anotherOrderOfOperationsWouldBeSeen() {
        SampledLossCase nets = new SampledLossCase(7, 6, 25);
        double[] z = SampledLoss.inputs(7, 0, 64, 150);
        double[] plain = nets.run(KERNELS.get("plain"), z, 64);
        assertThat(nets.slip(z, 64, 24, -1, true, true)).isNotEqualTo(plain);
        assertThat(nets.slip(z, 64, 0, 1, false, true)).isNotEqualTo(plain);
        assertThat(nets.slip(z, 64, 0, 1, true, false)).isNotEqualTo(plain);
        assertThat(nets.slip(z, 64, 0, 1, true, true)).as("no slip").isEqualTo(plain);
    }

    @Property(tries = 100)
    @Statement("simd.SampledLoss/S1")
    void anySplitIntoBatchesGivesTheSameBits(
            @ForAll long seed,
            @ForAll long first,
            @ForAll @IntRange(max = 60) int count,
            @ForAll @IntRange(min = 1, max = 40) int batch) {
        SampledLossCase n = new SampledLossCase(seed, 3, 4);
        double[] whole = SampledLoss.losses(seed, first, count, n.w(), n.a(), n.wStar(), n.aStar());
        Kernel kernel = KERNELS.get(SampledLoss.engine());
        double[] split = SampledLoss.losses(kernel, batch, seed, first, count, n.w(), n.a(), n.wStar(), n.aStar());
        double[] single = IntStream.range(0, count)
                .mapToDouble(i -> SampledLoss.losses(seed, first + i, 1, n.w(), n.a(), n.wStar(), n.aStar())[0])
                .toArray();
        assertThat(whole).isEqualTo(split).isEqualTo(single);
    }

    @Property(tries = 1)
    @Statement("simd.SampledLoss/S2")
    void everySampleIsWithinItsBound(Reporter reporter) {
        double worst = 0;
        int samples = 0;
        for (int p = 1; p <= 6; p++) {
            for (int k = 1; k <= 10; k += 3) {
                for (int seed = 0; seed < 8; seed++) {
                    SampledLossCase nets = new SampledLossCase(seed, p, k);
                    double[] losses = SampledLoss.losses(seed, 0, 12, nets.w(), nets.a(), nets.wStar(), nets.aStar());
                    for (int trial = 0; trial < 12; trial++) {
                        worst = Math.max(worst, nets.ratio(losses[trial], seed, trial));
                        samples++;
                    }
                }
            }
        }
        reporter.publishValue("samples, worst ratio of error to bound", samples + ", " + worst);
        assertThat(worst).isLessThanOrEqualTo(1);
    }

    /// The slips: ½ lost, student and teacher filters exchanged, one stream for all lanes, a lane off by one.
    @Property(tries = 1)
    @Statement("simd.SampledLoss/S2")
    void wrongSamplesAreOutOfBounds() {
        for (int seed = 1; seed < 80; seed += 4) {
            SampledLossCase n = new SampledLossCase(seed, 3, 25);
            double[] losses = SampledLoss.losses(seed, 0, 9, n.w(), n.a(), n.wStar(), n.aStar());
            double[] exchanged = SampledLoss.losses(seed, 0, 9, n.wStar(), n.a(), n.w(), n.aStar());
            for (int trial = 1; trial < 9; trial++) {
                assertThat(n.ratio(losses[trial], seed, trial)).isLessThanOrEqualTo(1);
                assertThat(n.ratio(2 * losses[trial], seed, trial)).isGreaterThan(1);
                assertThat(n.ratio(exchanged[trial], seed, trial)).isGreaterThan(1);
                assertThat(n.ratio(losses[0], seed, trial)).isGreaterThan(1);
                assertThat(n.ratio(losses[trial - 1], seed, trial)).isGreaterThan(1);
            }
        }
    }

    @Property(tries = 1)
    @Statement("simd.SampledLoss/S2")
    void refusesShapesThatDoNotFit() {
        double[] one = {1};
        double[] two = {1, 2};
        assertThatIllegalArgumentException().isThrownBy(() -> SampledLoss.losses(0, 0, 1, one, one, two, one));
        assertThatIllegalArgumentException().isThrownBy(() -> SampledLoss.losses(0, 0, 1, one, one, one, two));
        assertThatIllegalArgumentException().isThrownBy(() -> SampledLoss.losses(0, 0, -1, one, one, one, one));
        assertThatIllegalArgumentException().isThrownBy(() -> SampledLoss.losses(0, 0, 1, one, two, one, one));
    }
}
