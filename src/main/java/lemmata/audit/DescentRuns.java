package lemmata.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import lemmata.landscape.DescentBasin;
import lemmata.loss.Angle;
import lemmata.loss.SphereProjection;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.Gaussian;
import lemmata.rng.Philox;

/// Runs of gradient descent without noise from the poster's starts, w₀ uniform on the sphere and a₀ uniform in the ball
/// of radius |1ᵀa*|/√k, and how often a prediction is right.
public final class DescentRuns {

    /// A start, with the basin of its teacher.
    public record Start(DescentBasin basin, Student student) {}

    /// @param runs how many
    /// @param misses how many ended otherwise than predicted
    /// @param traps how many ended at the spurious point
    public record Outcome(int runs, int misses, int traps) {

        Outcome plus(Outcome other) {
            return new Outcome(runs + other.runs, misses + other.misses, traps + other.traps);
        }
    }

    /// The poster's filter length.
    private static final int P = 6;

    /// Pairs (k, q) of S3.
    private static final int[][] GRID = {{25, 0}, {25, 1}, {25, 4}, {100, 4}, {100, 9}};

    /// The norms ‖a*‖ of S3 that are small, with the miss rate claimed there, and that of norm 1.
    private static final double[] SMALL = {0.05, 0.1, 0.5};

    private static final double SMALL_RATE = 0.001;
    private static final double UNIT_RATE = 0.005;

    private static final int DOMAIN = 11;

    /// What the law of the draws and the rounding of the limit move a frequency by.
    private static final double LAW_ERROR = 4 * Gaussian.LAW_ERROR;

    private DescentRuns() {}

    /// Runs from starts number 0, 1, … of a seed.
    public static Outcome of(Target target, int p, int runs, long seed, Predicate<Start> predicts) {
        Teacher teacher = teacher(target, p);
        DescentBasin basin = DescentBasin.of(teacher).orElseThrow();
        DescentFlow flow = new DescentFlow(target, DescentFlow.TURN);
        int misses = 0;
        int traps = 0;
        for (int i = 0; i < runs; i++) {
            Student start = start(target, p, seed, i);
            double[] a = start.a();
            double x = Vectors.sum(a).doubleValue() / Math.sqrt(target.k());
            double y = (a[0] - a[1]) / Math.sqrt(2);
            double phi = Angle.between(start.w(), teacher.w()).phi();
            boolean succeeds = flow.succeeds(phi, x, y);
            misses += predicts.test(new Start(basin, start)) == succeeds ? 0 : 1;
            traps += succeeds ? 0 : 1;
        }
        return new Outcome(runs, misses, traps);
    }

    /// The runs at (k, q, ‖a*‖ = 1), on which S3's 99.5 % is put to the test in properties.
    public static Outcome atUnitNorm(int k, double q, int runs, Predicate<Start> predicts) {
        return of(Target.of(k, q, 1), P, runs, 20261121, predicts);
    }

    /// Whether so many misses refute a miss rate of at most `rate`, with a false alarm of at most 10⁻¹⁰.
    public static boolean refutes(Outcome outcome, double rate) {
        return outcome.misses > allowed(outcome.runs, rate);
    }

    /// DescentBasin/S1: at ‖a*‖ = 10⁻³ every run ends as φ₀ < φ_c says, but for starts within 4‖a*‖² of φ_c, twice what
    /// the tangent of the manifold can be away; and the share of w₀ beyond φ_c has the stated mean.
    static Evidence limit(Run run, ToDoubleFunction<Teacher> trapLimit) {
        double norm = 1e-3;
        int runs = run.budget().cases();
        int misses = 0;
        double worst = 0;
        double found = 0;
        for (int[] pair : GRID) {
            Target target = Target.of(pair[0], pair[1], norm);
            misses += of(target, P, runs, run.seed() + pair[0] + pair[1], start -> {
                        double gap = start.basin().saddle().phi() - angle(start);
                        return Math.abs(gap) < 4 * norm * norm
                                ? start.basin().margin(start.student()).value() > 0
                                : gap > 0;
                    })
                    .misses;
            MeanTest test = capTest(
                    teacher(target, P), run.seed() + pair[1], run.budget().samples() / 16, trapLimit);
            worst = Math.max(worst, test.ratio());
            found = Math.max(found, test.detectable());
        }
        boolean holds = misses == 0 && worst <= 1;
        String detail = String.format(
                Locale.ROOT, "‖a*‖ = 0.001, p = 6: %d misses; mean test finds an error of %.2g", misses, found);
        Verdict verdict = holds ? Verdict.SAMPLED : Verdict.VIOLATED;
        return new Evidence("runs", verdict, "ends as the cap says", (long) runs * GRID.length, worst, detail);
    }

    /// The share of n uniform w₀ beyond the saddle angle, against its stated mean.
    public static MeanTest capTest(Teacher teacher, long seed, int n, ToDoubleFunction<Teacher> trapLimit) {
        double cosine =
                Functions.cos(DescentBasin.of(teacher).orElseThrow().saddle().phi());
        double[] beyond = new double[n];
        for (int i = 0; i < n; i++) {
            double[] w = new double[teacher.p()];
            Gaussian.fill(w, seed, DOMAIN, (long) i * w.length);
            beyond[i] = Vectors.dot(w, teacher.w()).doubleValue() < cosine * Vectors.length(w) ? 1 : 0;
        }
        return MeanTest.of(beyond, trapLimit.applyAsDouble(teacher), LAW_ERROR, 0.25, Run.FALSE_ALARM);
    }

    /// DescentBasin/S3: hit rates at each (k, q), with two claims about all runs put to exact binomial tests.
    static Evidence prediction(Run run) {
        int runs = run.budget().cases();
        Outcome allSmall = new Outcome(0, 0, 0);
        Outcome allUnit = new Outcome(0, 0, 0);
        StringBuilder rates = new StringBuilder();
        for (int[] pair : GRID) {
            Outcome small = new Outcome(0, 0, 0);
            for (double norm : SMALL) {
                small = small.plus(predicted(pair, norm, runs, run.seed()));
            }
            Outcome unit = predicted(pair, 1, 2 * runs, run.seed());
            Outcome large = predicted(pair, 2, runs, run.seed());
            allSmall = allSmall.plus(small);
            allUnit = allUnit.plus(unit);
            rates.append(String.format(
                    Locale.ROOT,
                    "; k = %d, q = %d: %.2f %.2f %.2f",
                    pair[0],
                    pair[1],
                    rate(small),
                    rate(unit),
                    rate(large)));
        }
        boolean holds = !refutes(allSmall, SMALL_RATE) && !refutes(allUnit, UNIT_RATE);
        String detail = String.format(
                Locale.ROOT,
                "hit rate in %% for ‖a*‖ ≤ ½, 1, 2%s; false alarm ≤ 2e-10, finds miss rates of %.2g and %.2g",
                rates,
                detectable(allSmall.runs, SMALL_RATE),
                detectable(allUnit.runs, UNIT_RATE));
        Verdict verdict = holds ? Verdict.SAMPLED : Verdict.VIOLATED;
        String claim = "predicts 99.9 % of runs for ‖a*‖ ≤ ½, 99.5 % for ‖a*‖ = 1";
        return new Evidence("runs", verdict, claim, (long) allSmall.runs + allUnit.runs, Double.NaN, detail);
    }

    private static Outcome predicted(int[] pair, double norm, int runs, long seed) {
        return of(Target.of(pair[0], pair[1], norm), P, runs, seed + 31L * pair[0] + pair[1], DescentRuns::tangent);
    }

    /// The prediction of S3.
    public static boolean tangent(Start start) {
        return start.basin().margin(start.student()).value() > 0;
    }

    /// φ₀.
    public static double angle(Start start) {
        return Angle.between(start.student().w(), start.basin().teacher().w()).phi();
    }

    private static double rate(Outcome outcome) {
        return 100.0 * (outcome.runs - outcome.misses) / outcome.runs;
    }

    /// The least m for which Bin(n, rate) exceeds m with probability at most 10⁻¹⁰: the tail is at most its first term
    /// times the sum of a geometric series.
    static int allowed(int n, double rate) {
        int m = (int) (n * rate);
        while (m < n
                && logTerm(n, m + 1, rate) - Functions.log1p(-ratio(n, m + 1, rate)) > Functions.log(Run.FALSE_ALARM)) {
            m++;
        }
        return m;
    }

    /// The miss rate that [#refutes] finds with probability at least 1 − 10⁻¹⁰, within 1 %.
    private static double detectable(int n, double rate) {
        int m = allowed(n, rate);
        double found = (m + 1.0) / n;
        while (found < 1
                && logTerm(n, m, found) - Functions.log1p(-1 / ratio(n, m - 1, found))
                        > Functions.log(Run.FALSE_ALARM)) {
            found *= 1.01;
        }
        return Math.min(found, 1);
    }

    /// Term j+1 over term j of the binomial law.
    private static double ratio(int n, int j, double rate) {
        return (n - j) / (j + 1.0) * rate / (1 - rate);
    }

    private static double logTerm(int n, int j, double rate) {
        double log = j * Functions.log(rate) + (n - j) * Functions.log1p(-rate);
        for (int i = 1; i <= j; i++) {
            log += Functions.log((n - j + i) / (double) i);
        }
        return log;
    }

    /// w* = e₁ and a* = a₁1/√k + a₂(1, −1, 0, …)/√2.
    static Teacher teacher(Target target, int p) {
        double[] w = new double[p];
        w[0] = 1;
        double[] a = new double[target.k()];
        Arrays.fill(a, target.along() / Math.sqrt(target.k()));
        a[0] += target.across() / Math.sqrt(2);
        a[1] -= target.across() / Math.sqrt(2);
        return new Teacher(w, a);
    }

    private static Student start(Target target, int p, long seed, int index) {
        double[] w = new double[p];
        double[] a = new double[target.k()];
        Gaussian.fill(w, seed, DOMAIN + 1, (long) index * p);
        Gaussian.fill(a, seed, DOMAIN + 2, (long) index * a.length);
        double radius = Functions.exp(
                Functions.log(Philox.uniform(Philox.at(seed, DOMAIN, index, 3).high())) / a.length);
        double scale = Math.abs(target.along()) * radius / Vectors.length(a);
        return new Student(
                SphereProjection.project(Spaces.filter("w", w)),
                Spaces.output("a", Vectors.map(entry -> scale * entry, a)));
    }
}
