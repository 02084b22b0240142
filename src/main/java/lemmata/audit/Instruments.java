package lemmata.audit;

import java.util.LinkedHashMap;
import java.util.List;
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

    /// rng.Gaussian/S2: the seven laws.
    static Evidence distribution(Run run) {
        int n = run.budget() == Budget.QUICK ? QUICK_NUMBERS : NUMBERS;
        return LawTest.evidence(
                "N(0, 1)", GaussianChecks.laws(Gaussian::draw, run.seed(), n), GaussianChecks.FALSE_ALARM);
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
