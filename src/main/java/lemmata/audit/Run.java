package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lemmata.model.Student;
import lemmata.num.Vectors;
import lemmata.rng.Philox;

/// The parameters of one audit, and the two ways of drawing cases that its procedures share.
///
/// @param seed determines every draw
public record Run(long seed, Budget budget) {

    /// False-alarm probability of one Monte Carlo test.
    public static final double FALSE_ALARM = 1e-10;

    /// Domain of the seeds of Monte Carlo points.
    private static final int DOMAIN = 8;

    /// Puts a check to the drawn cases.
    public Evidence sample(String claim, Check check) {
        long met = 0;
        double worst = 0;
        for (long index = 0; index < budget.cases(); index++) {
            Draw draw = Draw.of(seed, index);
            OptionalDouble ratio = ratio(check, draw);
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

    /// Tests E ½(f* − f)² · `factor` = L · `factor` by Monte Carlo at points with 2 … 6 coordinates, 2 … 8 patches,
    /// angles spread over (0, π) and filters of norm ½ … 2.
    ///
    /// @param domain tells statements apart, so that each draws networks and samples of its own
    public Evidence lossMean(String claim, ScalarFormula loss, double factor, int domain) {
        List<MeanTest> tests = IntStream.range(0, budget.points())
                .mapToObj(point -> {
                    Draw draw = designed(domain, point, 2 + 3 * point % 7);
                    Student student = student(draw, point, 0.5 + 1.5 * draw.uniform(92));
                    return PopulationLossChecks.monteCarlo(loss, draw, student, budget.samples(), factor, FALSE_ALARM);
                })
                .toList();
        return evidence(claim, tests, "a relative error", test -> test.detectable() / test.mean());
    }

    /// Tests E σ(zᵀu) σ(zᵀv) = g/2π by Monte Carlo on one patch with both weights 1: E ½(σ − σ)² = ½ − g/2π as E σ² =
    /// ½.
    public Evidence kernelMean(String claim, ScalarFormula onePatchLoss, int domain) {
        List<MeanTest> tests = IntStream.range(0, budget.points())
                .mapToObj(point -> {
                    Draw draw = designed(domain, point, 1);
                    return PopulationLossChecks.monteCarlo(
                            onePatchLoss, draw, student(draw, point, 1), budget.samples(), 1, FALSE_ALARM);
                })
                .toList();
        return evidence(claim, tests, "an error of g", test -> 2 * Math.PI * test.detectable());
    }

    private Evidence evidence(String claim, List<MeanTest> tests, String what, ToDoubleFunction<MeanTest> found) {
        double worst = tests.stream().mapToDouble(MeanTest::ratio).max().orElse(Double.NaN);
        double detectable = tests.stream().mapToDouble(found).max().orElse(Double.POSITIVE_INFINITY);
        boolean rejected = tests.stream().anyMatch(MeanTest::rejects);
        Verdict held = detectable < 1 ? Verdict.SAMPLED : Verdict.ABSTAINED;
        String power = String.format(
                Locale.ROOT,
                "%d points, false alarm ≤ %.0e, finds %s of %.2g",
                tests.size(),
                tests.size() * FALSE_ALARM,
                what,
                detectable);
        return new Evidence(
                "mean test",
                rejected ? Verdict.VIOLATED : held,
                claim,
                (long) tests.size() * budget.samples(),
                worst,
                power);
    }

    /// Networks of small shape; for one patch both weights are 1.
    private Draw designed(int domain, int point, int k) {
        Draw.Target target = k == 1 ? Draw.Target.ALL_ONES : Draw.Target.ANY;
        Draw.Weights weights = k == 1 ? Draw.Weights.TEACHERS : Draw.Weights.ANY;
        long own = Philox.at(seed, DOMAIN, domain, point).low();
        return new Draw(2 + point % 5, k, Draw.Filter.ANY, target, weights, 0, 0, own);
    }

    /// The drawn weights over a filter of the given norm; point i of n lies at the angle π(i + ½)/n from −w*.
    private Student student(Draw draw, int point, double norm) {
        double psi = Math.PI * (point + 0.5) / budget.points();
        return new Student(
                Vectors.map(entry -> norm * entry, draw.fromOpposite(psi)),
                draw.unitStudent().a());
    }

    /// An exception on a drawn case is a violation too: every case drawn is legal input.
    private static OptionalDouble ratio(Check check, Draw draw) {
        try {
            return check.ratio(draw);
        } catch (ArithmeticException | IllegalArgumentException refused) {
            return OptionalDouble.of(Double.NaN);
        }
    }

    private static Evidence refuted(String claim, long cases, double ratio, Draw draw) {
        return new Evidence("sample", Verdict.VIOLATED, claim, cases, ratio, "witness " + draw);
    }
}
