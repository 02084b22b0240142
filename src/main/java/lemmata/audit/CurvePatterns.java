package lemmata.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.Band;
import lemmata.experiment.Curve;
import lemmata.experiment.Observable;
import lemmata.model.Target;

/// What the curves of GD, P-GD and SGD have in common and what not: experiment.ConvergenceCurves/S3, S4, S5.
///
/// Everything is measured in units of the way from (−w*, ā) to (w*, a*); [#NEAR] of it counts as nothing.
public final class CurvePatterns {

    /// One per cent.
    public static final double NEAR = 0.01;

    private static final List<Method> NOISY = List.of(Method.PGD, Method.SGD);

    private CurvePatterns() {}

    /// What was seen, the worst of several: observed over allowed, in words.
    private record Seen(double ratio, String words) {

        static Seen worst(List<Seen> all) {
            return all.stream().reduce(new Seen(0, ""), (a, b) -> Double.compare(b.ratio, a.ratio) > 0 ? b : a);
        }
    }

    /// S3: from (−w*, ā) all five medians lead to the optimum for P-GD and SGD, nowhere for GD.
    public static Evidence leaves(BiFunction<Method, Start, Curve> runs) {
        Curve gd = runs.apply(Method.GD, Start.SPURIOUS);
        LumpedState spurious = LumpedState.spurious(gd.cell().target());
        LumpedState optimum = LumpedState.optimum(gd.cell().target());
        Seen stays = ends(gd, spurious);
        Seen leaves = Seen.worst(NOISY.stream()
                .map(method -> ends(runs.apply(method, Start.SPURIOUS), optimum))
                .toList());
        int n = gd.trials();
        return evidence("medians from (−w*, ā)", gd, Seen.worst(List.of(stays, leaves)), Math.ceilDiv(n, 2), n / 2);
    }

    /// How far from its values at a point the medians end.
    private static Seen ends(Curve curve, LumpedState point) {
        Target target = curve.cell().target();
        return Seen.worst(Arrays.stream(Observable.values())
                .map(what -> {
                    double way = what.of(target, LumpedState.spurious(target))
                            - what.of(target, LumpedState.optimum(target));
                    double median = curve.last().of(what).median();
                    double off = Math.abs(median - what.of(target, point));
                    return new Seen(off / (NEAR * Math.abs(way)), words(curve, what + " median", median));
                })
                .toList());
    }

    /// S4: from random starts the loss of at least 95 % of the runs dies out for P-GD and SGD, but not for GD.
    public static Evidence converges(BiFunction<Method, Start, Curve> runs) {
        Curve gd = runs.apply(Method.GD, Start.RANDOM);
        double level = level(gd);
        double trapped = gd.last().of(Observable.LOSS).q95();
        Seen stays = new Seen(level / trapped, words(gd, "95 % of loss", trapped));
        Seen leaves = Seen.worst(NOISY.stream()
                .map(method -> runs.apply(method, Start.RANDOM))
                .map(curve -> {
                    double loss = curve.last().of(Observable.LOSS).q95();
                    return new Seen(loss / level, words(curve, "95 % of loss", loss));
                })
                .toList());
        int unseen = gd.trials() / 20;
        return evidence("loss from random starts", gd, Seen.worst(List.of(stays, leaves)), unseen + 1, unseen);
    }

    /// S5: after the first stage SGD's loss has died out, while P-GD's has not after any stage but the last.
    public static Evidence waits(BiFunction<Method, Start, Curve> runs) {
        Curve sgd = runs.apply(Method.SGD, Start.RANDOM);
        Curve pgd = runs.apply(Method.PGD, Start.RANDOM);
        double level = level(sgd);
        double early = afterStage(sgd, 0).q95();
        Seen dies = new Seen(early / level, words(sgd, "95 % of loss after stage 1", early));
        Seen stays =
                Seen.worst(IntStream.range(0, pgd.cell().schedule().stages().size() - 1)
                        .mapToObj(s -> {
                            double loss = afterStage(pgd, s).q05();
                            return new Seen(level / loss, words(pgd, "5 % of loss after stage " + (s + 1), loss));
                        })
                        .toList());
        int n = sgd.trials();
        return evidence("loss after stages", sgd, Seen.worst(List.of(dies, stays)), Math.ceilDiv(n, 20), n / 20);
    }

    private static Band afterStage(Curve curve, int index) {
        long step = curve.cell().schedule().stages().subList(0, index + 1).stream()
                .mapToLong(Stage::steps)
                .sum();
        return curve.moments().stream()
                .filter(moment -> moment.step() == step)
                .findFirst()
                .orElseThrow()
                .of(Observable.LOSS);
    }

    /// One per cent of the spurious loss.
    private static double level(Curve curve) {
        Target target = curve.cell().target();
        return NEAR * Observable.LOSS.of(target, LumpedState.spurious(target));
    }

    private static String words(Curve curve, String what, double value) {
        return String.format(Locale.ROOT, "%s: %s %.3g", curve.cell().setup().method(), what, value);
    }

    /// @param misses so many of the trials of one algorithm must miss for a false alarm, at least
    /// @param unseen so many may miss without an alarm, all of them on one side of one quantity
    private static Evidence evidence(String claim, Curve one, Seen worst, int misses, int unseen) {
        int n = one.trials();
        String power = String.format(
                Locale.ROOT,
                "p = %d, k = %d, q = %.3g, %d trials each; false alarm ≤ %.0e if a run misses with probability ≤ %.2g,"
                        + " finds %.2g; worst: %s",
                one.cell().p(),
                one.cell().k(),
                one.cell().q(),
                n,
                3 * Run.FALSE_ALARM,
                SuccessChecks.interval(misses, n).low(),
                SuccessChecks.interval(unseen, n).high(),
                worst.words);
        Verdict verdict = worst.ratio <= 1 ? Verdict.SAMPLED : Verdict.VIOLATED;
        return new Evidence("sample", verdict, claim, n, worst.ratio, power);
    }
}
