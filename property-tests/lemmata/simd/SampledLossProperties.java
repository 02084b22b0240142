package lemmata.simd;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.SampledLossChecks;
import lemmata.audit.SampledLossChecks.Samples;
import lemmata.claim.Statement;
import lemmata.simd.SampledLoss.Kernel;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;
import net.jqwik.api.statistics.Statistics;

/// Tries to refute simd.SampledLoss: bits against the plain twin, values against exact decimal arithmetic.
@DrawnCases
class SampledLossProperties {

    private static final Map<String, Kernel> KERNELS = SampledLoss.kernels();
    private static final Samples SAMPLES = SampledLoss::losses;

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("simd.SampledLoss/S1")
    void allKernelsGiveTheSameBits(@ForAll Draw draw) {
        holds(SampledLossChecks.sameBits(KERNELS.values()), draw);
        int batch = SampledLossChecks.batch(draw);
        Statistics.label("samples past the last whole 512-bit vector")
                .collect(batch % 8)
                .coverage(classes -> IntStream.range(0, 8)
                        .forEach(rest -> classes.check(rest).count(n -> n > 0)));
        Statistics.label("fewer samples than lanes")
                .collect(batch < 8)
                .coverage(classes -> classes.check(true).count(n -> n > 0));
    }

    /// Without the module there is only the plain twin, and nothing above would have been compared.
    @Example
    @Statement("simd.SampledLoss/S1")
    void everyWidthTookPart(Reporter reporter) {
        reporter.publishValue("engine", SampledLoss.engine());
        assertThat(KERNELS.keySet())
                .containsExactly("plain", "vector 64 bit", "vector 128 bit", "vector 256 bit", "vector 512 bit")
                .contains(SampledLoss.engine());
    }

    @Example
    @Statement("simd.SampledLoss/S1")
    void inputsOnVectorsAreThePlainDraws() {
        for (int batch = 1; batch <= 33; batch++) {
            for (int rows : new int[] {1, 2, 3, 5, 12, 150}) {
                double[] plain = SampledLoss.plainInputs(batch, 77, batch, rows);
                holds(Arrays.equals(plain, VectorInputs.of(batch, 77, batch, rows)), "batch " + batch);
            }
        }
        rejects(
                "inputs of the next trial",
                Arrays.equals(SampledLoss.plainInputs(1, 77, 9, 5), VectorInputs.of(1, 78, 9, 5)));
    }

    @Example
    @Statement("simd.SampledLoss/S1")
    void anotherOrderOfOperationsIsRejected() {
        rejects("patches from the last to the first", sameBits(inOrder(true, true, true)));
        rejects("student before teacher", sameBits(inOrder(false, false, true)));
        rejects("products not fused", sameBits(inOrder(false, true, false)));
        holds(sameBits(inOrder(false, true, true)).accepts(Draw.of(1, 50)), "no slip");
        rejects("writes behind the last sample", sameBits((z, batch, w, a, wStar, aStar, out) -> {
            KERNELS.get("plain").losses(z, batch, w, a, wStar, aStar, out);
            out[batch] = 0;
        }));
    }

    @Property(tries = 100, seed = Draws.SEED)
    @Statement("simd.SampledLoss/S1")
    void anySplitOnAnyThreadsGivesTheSameBits(@ForAll Draw draw) {
        int batch = SampledLossChecks.batch(draw);
        Kernel kernel = KERNELS.get(SampledLoss.engine());
        holds(SampledLossChecks.splits(SAMPLES), draw);
        holds(
                SampledLossChecks.splits((seed, first, count, w, a, wStar, aStar) ->
                        SampledLoss.losses(kernel, batch, seed, first, count, w, a, wStar, aStar)),
                List.of(draw));
    }

    @Example
    @Statement("simd.SampledLoss/S1")
    void samplesThatDependOnTheSplitAreRejected() {
        rejects(
                "trials counted from where a range begins",
                SampledLossChecks.splits((seed, first, count, w, a, wStar, aStar) ->
                        SampledLoss.losses(seed, 0, count, w, a, wStar, aStar)));
        rejects(
                "a stream for each range",
                SampledLossChecks.splits((seed, first, count, w, a, wStar, aStar) ->
                        SampledLoss.losses(seed + count, first, count, w, a, wStar, aStar)));
        rejects(
                "a stream for each number of threads",
                SampledLossChecks.splits((seed, first, count, w, a, wStar, aStar) -> SampledLoss.losses(
                        seed
                                + (ForkJoinTask.inForkJoinPool()
                                        ? ForkJoinTask.getPool().getParallelism()
                                        : 0),
                        first,
                        count,
                        w,
                        a,
                        wStar,
                        aStar)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("simd.SampledLoss/S2")
    void everySampleIsWithinItsBound(@ForAll Draw draw) {
        holds(SampledLossChecks.accuracy(SAMPLES), draw);
    }

    @Example
    @Statement("simd.SampledLoss/S2")
    void wrongSamplesAreRejected() {
        rejects(
                "½ lost",
                SampledLossChecks.accuracy((seed, first, count, w, a, wStar, aStar) -> Arrays.stream(
                                SAMPLES.losses(seed, first, count, w, a, wStar, aStar))
                        .map(half -> 2 * half)
                        .toArray()));
        rejects(
                "w and w* exchanged",
                SampledLossChecks.accuracy((seed, first, count, w, a, wStar, aStar) ->
                        SAMPLES.losses(seed, first, count, wStar, a, w, aStar)));
        rejects("one stream for all samples", SampledLossChecks.accuracy((seed, first, count, w, a, wStar, aStar) -> {
            double[] all = SAMPLES.losses(seed, first, count, w, a, wStar, aStar);
            Arrays.fill(all, all[0]);
            return all;
        }));
        rejects(
                "a lane off by one",
                SampledLossChecks.accuracy((seed, first, count, w, a, wStar, aStar) ->
                        SAMPLES.losses(seed, first - 1, count, w, a, wStar, aStar)));
        rejects(
                "rounded to floats",
                SampledLossChecks.accuracy((seed, first, count, w, a, wStar, aStar) -> Arrays.stream(
                                SAMPLES.losses(seed, first, count, w, a, wStar, aStar))
                        .map(loss -> (float) loss)
                        .toArray()));
    }

    @Example
    @Statement("simd.SampledLoss/S2")
    void refusesShapesThatDoNotFit() {
        double[] one = {1};
        double[] two = {1, 2};
        assertThatIllegalArgumentException().isThrownBy(() -> SampledLoss.losses(0, 0, 1, one, one, two, one));
        assertThatIllegalArgumentException().isThrownBy(() -> SampledLoss.losses(0, 0, 1, one, one, one, two));
        assertThatIllegalArgumentException().isThrownBy(() -> SampledLoss.losses(0, 0, -1, one, one, one, one));
        assertThatIllegalArgumentException().isThrownBy(() -> SampledLoss.losses(0, 0, 1, one, two, one, one));
    }

    private static Check sameBits(Kernel kernel) {
        return SampledLossChecks.sameBits(List.of(kernel));
    }

    /// The plain pass with its order as data.
    private static Kernel inOrder(boolean backwards, boolean teacherFirst, boolean fused) {
        return (z, batch, w, a, wStar, aStar, out) -> {
            for (int sample = 0; sample < batch; sample++) {
                double difference = 0;
                for (int step = 0; step < a.length; step++) {
                    int j = backwards ? a.length - 1 - step : step;
                    double teacher = 0;
                    double student = 0;
                    for (int i = 0; i < w.length; i++) {
                        double input = z[(j * w.length + i) * batch + sample];
                        teacher = fused ? Math.fma(input, wStar[i], teacher) : input * wStar[i] + teacher;
                        student = fused ? Math.fma(input, w[i], student) : input * w[i] + student;
                    }
                    double first = teacherFirst ? Math.max(teacher, 0) : Math.max(student, 0);
                    double second = teacherFirst ? Math.max(student, 0) : Math.max(teacher, 0);
                    difference = Math.fma(first, teacherFirst ? aStar[j] : -a[j], difference);
                    difference = Math.fma(second, teacherFirst ? -a[j] : aStar[j], difference);
                }
                out[sample] = 0.5 * difference * difference;
            }
        };
    }
}
