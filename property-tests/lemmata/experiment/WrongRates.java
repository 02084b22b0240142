package lemmata.experiment;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lemmata.audit.Check;
import lemmata.audit.TallyChecks;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/// Intervals and tallies, each with one slip, that properties must reject, and what they are made of.
final class WrongRates {

    private WrongRates() {}

    /// Wald's interval, or with `wilson` = 1 Wilson's.
    static BinomialInterval normal(long count, long n, double level, int wilson) {
        double z = new NormalDistribution().inverseCumulativeProbability(1 - (1 - level) / 2);
        double share = (double) count / n;
        double shrink = 1 + wilson * z * z / n;
        double middle = (share + wilson * z * z / (2 * n)) / shrink;
        double half = z * Math.sqrt(share * (1 - share) / n + wilson * z * z / (4.0 * n * n)) / shrink;
        return new BinomialInterval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /// The x with P(X > count) + ½P(X = count) = tail; 0 for count = 0.
    static double middle(long count, long n, double tail) {
        return count == 0 ? 0 : new BrentSolver(0, 1e-14, 0).solve(1000, x -> mid(count, n, x) - tail, 0, 1);
    }

    static double mid(long count, long n, double x) {
        double more = count == n ? 0 : Beta.regularizedBeta(x, count + 1.0, n - count);
        return (more + Beta.regularizedBeta(x, count, n - count + 1.0)) / 2;
    }

    static BigInteger hash(Result result) {
        return TallyChecks.hash(result, TallyChecks::positive);
    }

    static LumpedState withoutY(Result result) {
        LumpedState at = result.state();
        return new LumpedState(at.c(), at.s(), at.x(), 0, at.z());
    }

    /// The sum of other hashes.
    static Check hashed(Function<Result, BigInteger> hash) {
        return TallyChecks.adds(
                (target, results, steps, tolerance) -> TallyChecks.with(
                        Tally.of(target, results, steps, tolerance),
                        results.stream().map(hash).reduce(BigInteger.ZERO, BigInteger::add)),
                Tally::plus);
    }

    static BinaryOperator<Tally> fingerprints(BinaryOperator<BigInteger> sum) {
        return (first, second) ->
                TallyChecks.with(first.plus(second), sum.apply(first.fingerprint(), second.fingerprint()));
    }

    static Check counted(UnaryOperator<Tally> counts) {
        return TallyChecks.adds(
                (target, results, steps, tolerance) -> counts.apply(Tally.of(target, results, steps, tolerance)),
                Tally::plus);
    }

    static Cell silent(Cell cell) {
        List<Stage> stages = cell.schedule().stages().stream()
                .map(stage -> new Stage(0, 0, stage.eta(), stage.steps()))
                .toList();
        return new Cell(cell.setup(), cell.p(), cell.q(), cell.norm(), cell.target(), new Schedule(stages));
    }
}
