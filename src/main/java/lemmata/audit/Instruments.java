package lemmata.audit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import lemmata.model.ForwardPass;
import lemmata.model.Spaces;
import lemmata.num.Functions;
import lemmata.rng.Gaussian;
import lemmata.rng.Philox;
import lemmata.simd.SampledLoss;
import org.apache.commons.math3.distribution.NormalDistribution;

/// Evidence about the instruments of the audit itself: the random numbers and the Monte Carlo kernel.
final class Instruments {

    /// Key, low and high half of the counter, low and high half of the block: the authors' vectors (Random123,
    /// kat_vectors).
    private static final long[][] KNOWN_ANSWERS = {
        {0, 0, 0, 0xe169c58d6627e8d5L, 0x9b00dbd8bc57ac4cL},
        {-1, -1, -1, 0x41c83b0e408f276dL, 0x6d5451fda20bc7c6L},
        {0x299f31d0a4093822L, 0x85a308d3243f6a88L, 0x0370734413198a2eL, 0x94fdccebd16cfe09L, 0x24126ea15001e420L},
    };

    private static final double FALSE_ALARM = 1e-10;

    private Instruments() {}

    /// rng.Philox/S1.
    static Evidence knownAnswers() {
        boolean holds = true;
        for (long[] row : KNOWN_ANSWERS) {
            holds &= Philox.block(row[0], row[1], row[2]).equals(new Philox.Block(row[3], row[4]));
        }
        return result(
                "known answers",
                "the authors' vectors",
                KNOWN_ANSWERS.length,
                holds ? 0 : Double.POSITIVE_INFINITY,
                "");
    }

    /// rng.Gaussian/S1.
    static Evidence blockBoundaries(Run run) {
        boolean holds = true;
        for (int length = 1; length <= run.budget().cases(); length++) {
            double[] whole = new double[length];
            double[] tail = new double[length / 2];
            Gaussian.fill(whole, run.seed(), length, 0);
            Gaussian.fill(tail, run.seed(), length, length - tail.length);
            holds &= Arrays.equals(tail, Arrays.copyOfRange(whole, length - tail.length, length));
        }
        return result("sample", "blocks cut anywhere", run.budget().cases(), holds ? 0 : Double.POSITIVE_INFINITY, "");
    }

    /// rng.Gaussian/S2: the inequality of Dvoretzky, Kiefer and Wolfowitz with Massart's constant.
    static Evidence distribution(Run run) {
        int n = run.budget().samples();
        double allowed = Math.sqrt(Functions.log(2 / FALSE_ALARM) / (2.0 * n)) + Gaussian.LAW_ERROR + 0x1p-40;
        double even = distance(run.seed(), n, 0);
        double odd = distance(run.seed(), n, 1);
        String power = String.format(Locale.ROOT, "false alarm ≤ 2e-10, finds a distance of %.2g", 2 * allowed);
        return result("distribution test", "against N(0, 1)", 2L * n, Math.max(even, odd) / allowed, power);
    }

    /// simd.SampledLoss/S1.
    static Evidence sameBits(Run run) {
        Map<String, SampledLoss.Kernel> kernels = SampledLoss.kernels();
        boolean holds = true;
        long compared = 0;
        for (int index = 0; index < run.budget().cases(); index++) {
            Draw draw = Draw.of(run.seed(), index % 60).unscaled();
            int batch = 1 + index % 35;
            double[] z = SampledLoss.inputs(run.seed() + index, 0, batch, draw.p() * draw.k());
            double[] plain = losses(kernels.get("plain"), draw, z, batch);
            for (SampledLoss.Kernel kernel : kernels.values()) {
                holds &= Arrays.equals(plain, losses(kernel, draw, z, batch));
                compared += batch;
            }
        }
        String detail = String.join(", ", kernels.keySet());
        if (kernels.size() == 1) {
            return new Evidence("sample", Verdict.ABSTAINED, "same bits", 0, Double.NaN, "no vector module here");
        }
        return result("sample", "same bits", compared, holds ? 0 : Double.POSITIVE_INFINITY, detail);
    }

    /// simd.SampledLoss/S2.
    static Evidence plainForwardPass(Run run) {
        double worst = 0;
        for (int index = 0; index < run.budget().cases(); index++) {
            Draw draw = Draw.of(run.seed(), index % 60).unscaled();
            worst = Math.max(worst, sampleRatio(draw, run.seed() + index));
        }
        return result("sample", "against the plain forward passes", run.budget().cases(), worst, "");
    }

    private static double sampleRatio(Draw draw, long seed) {
        double[] w = draw.unitStudent().w();
        double[] a = draw.unitStudent().a();
        double[] wStar = draw.teacher().w();
        double[] aStar = draw.teacher().a();
        double[] z = SampledLoss.inputs(seed, 0, 1, draw.p() * draw.k());
        double[][] patches = new double[draw.k()][];
        for (int j = 0; j < draw.k(); j++) {
            patches[j] = Arrays.copyOfRange(z, j * draw.p(), (j + 1) * draw.p());
        }
        double teacher = ForwardPass.at(patches, Spaces.filter("w", wStar), Spaces.output("a", aStar));
        double student = ForwardPass.at(patches, Spaces.filter("w", w), Spaces.output("a", a));
        double forward = ForwardPass.error(patches, Spaces.filter("w", wStar), Spaces.output("a", aStar))
                + ForwardPass.error(patches, Spaces.filter("w", w), Spaces.output("a", a));
        BigDecimal difference = new BigDecimal(teacher).subtract(new BigDecimal(student));
        double square = difference.multiply(difference).doubleValue() / 2;
        double seen = SampledLoss.losses(seed, 0, 1, w, a, wStar, aStar)[0];
        double bound = SampledLoss.lossError(z, 1, 0, w, a, wStar, aStar)
                + forward * (Math.abs(difference.doubleValue()) + forward)
                + Math.ulp(square);
        return Check.over(Math.abs(seen - square), bound);
    }

    private static double[] losses(SampledLoss.Kernel kernel, Draw draw, double[] z, int batch) {
        double[] out = new double[batch];
        kernel.losses(
                z,
                batch,
                draw.unitStudent().w(),
                draw.unitStudent().a(),
                draw.teacher().w(),
                draw.teacher().a(),
                out);
        return out;
    }

    /// sup |Fₙ − Φ| for draw `index` of n trials.
    private static double distance(long seed, int n, int index) {
        double[] x = LongStream.range(0, n)
                .mapToDouble(trial -> Gaussian.draw(seed, trial, index))
                .sorted()
                .toArray();
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double worst = 0;
        for (int i = 0; i < n; i++) {
            double phi = normal.cumulativeProbability(x[i]);
            worst = Math.max(worst, Math.max(phi - (double) i / n, (i + 1.0) / n - phi));
        }
        return worst;
    }

    private static Evidence result(String method, String claim, long cases, double ratio, String detail) {
        Verdict verdict = ratio <= 1 ? Verdict.SAMPLED : Verdict.VIOLATED;
        return new Evidence(method, verdict, claim, cases, ratio, detail);
    }
}
