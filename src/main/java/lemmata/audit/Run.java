package lemmata.audit;

import java.util.Locale;
import java.util.OptionalDouble;

/// The parameters of one audit, and the two ways of drawing cases that its procedures share.
///
/// @param seed determines every draw
public record Run(long seed, Budget budget) {

    /// False-alarm probability of one Monte Carlo test.
    public static final double FALSE_ALARM = 1e-10;

    private static final int CASES_PER_POINT = 40;

    /// Puts a check to the drawn cases.
    public Evidence sample(String claim, Check check) {
        long met = 0;
        double worst = 0;
        for (long index = 0; index < budget.cases(); index++) {
            Draw draw = Draw.of(seed, index);
            OptionalDouble ratio = check.ratio(draw);
            if (ratio.isPresent()) {
                met++;
                if (!(ratio.getAsDouble() <= 1)) {
                    return refuted(claim, met, ratio.getAsDouble(), draw);
                }
                worst = Math.max(worst, ratio.getAsDouble());
            }
        }
        Verdict verdict = met == 0 ? Verdict.HYPOTHESIS_NOT_MET : Verdict.SAMPLED;
        String detail = met == budget.cases() ? "" : "hypothesis met in " + met + " of " + budget.cases();
        return new Evidence("sample", verdict, claim, met, met == 0 ? Double.NaN : worst, detail);
    }

    /// Tests a mean by Monte Carlo at several points with small shapes; factor as in [PopulationLossChecks#monteCarlo].
    public Evidence monteCarlo(String claim, ScalarFormula loss, double factor, boolean onePatch) {
        double worst = 0;
        double detectable = 0;
        int points = 0;
        for (long index = 0; points < budget.points() && index < CASES_PER_POINT * (long) budget.points(); index++) {
            Draw drawn = Draw.of(seed, index % CASES_PER_POINT + CASES_PER_POINT * (index / CASES_PER_POINT))
                    .unscaled();
            Draw draw = onePatch ? drawn.withOnePatch() : drawn;
            double mean = loss.at(draw.teacher(), draw.unitStudent());
            if (draw.p() > 8 || draw.k() > 10 || !(mean > 1e-6)) {
                continue;
            }
            MeanTest test = PopulationLossChecks.monteCarlo(loss, draw, budget.samples(), factor, FALSE_ALARM);
            points++;
            if (test.rejects()) {
                return refuted(claim, points, test.ratio(), draw);
            }
            worst = Math.max(worst, test.ratio());
            detectable = Math.max(detectable, test.detectable() / (factor * mean));
        }
        String power = String.format(
                Locale.ROOT,
                "%d points, false alarm ≤ %.0e, finds a relative error of %.2g",
                points,
                points * FALSE_ALARM,
                detectable);
        return new Evidence("mean test", Verdict.SAMPLED, claim, (long) points * budget.samples(), worst, power);
    }

    private static Evidence refuted(String claim, long cases, double ratio, Draw draw) {
        return new Evidence("sample", Verdict.VIOLATED, claim, cases, ratio, "witness " + draw);
    }
}
