package lemmata.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lemmata.rng.Gaussian;
import lemmata.rng.Philox;
import lemmata.simd.SampledLoss;

/// Evidence about the instruments of the audit itself that is more than one check of drawn cases.
final class Instruments {

    /// Numbers of each law that rng.Gaussian/S2 speaks of.
    private static final int NUMBERS = 1 << 20;

    private static final int QUICK_NUMBERS = 1 << 15;

    private Instruments() {}

    /// rng.Philox/S1: the authors' answers.
    static Evidence knownAnswers() {
        List<String> answers = PhiloxChecks.KNOWN_ANSWERS;
        boolean holds = answers.stream().allMatch(line -> PhiloxChecks.givesAnswer(Philox::block, line));
        return Evidence.exact("enumeration", "the authors' known answers", answers.size(), holds, "");
    }

    /// rng.Gaussian/S2: the worst of the seven laws.
    static Evidence distribution(Run run) {
        int n = run.budget() == Budget.QUICK ? QUICK_NUMBERS : NUMBERS;
        Map<String, Double> distances = GaussianChecks.distances(Gaussian::draw, run.seed(), n);
        double ratio = Collections.max(distances.values()) / GaussianChecks.allowed(n);
        Verdict verdict = ratio <= 1 ? Verdict.SAMPLED : Verdict.VIOLATED;
        String power = String.format(
                Locale.ROOT,
                "false alarm ≤ %.0e, finds a distance of %.2g",
                distances.size() * GaussianChecks.FALSE_ALARM,
                GaussianChecks.detectable(n));
        String claim = distances.size() + " laws against N(0, 1)";
        return new Evidence("distribution test", verdict, claim, (long) n * distances.size(), ratio, power);
    }

    /// simd.SampledLoss/S1: the kernels of this machine against the plain twin, which is the first of them.
    static Evidence sameBits(Run run) {
        Map<String, SampledLoss.Kernel> kernels = new LinkedHashMap<>(SampledLoss.kernels());
        kernels.remove(kernels.keySet().iterator().next());
        if (kernels.isEmpty()) {
            return new Evidence("sample", Verdict.ABSTAINED, "same bits", 0, Double.NaN, "no vector module here");
        }
        return run.sample(
                "the plain bits on " + String.join(", ", kernels.keySet()),
                SampledLossChecks.sameBits(kernels.values()));
    }
}
