package lemmata.audit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.Cell;
import lemmata.experiment.TrapPrediction;
import lemmata.landscape.DescentBasin;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import org.apfloat.Apfloat;

/// What experiment.TrapPrediction/S3 claims, as checks of any implementation.
public final class TrapChecks {

    /// Predicts for a cell: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Before {
        /// Empty if it is none of gradient descent.
        Optional<TrapPrediction> of(Cell cell);
    }

    /// Compares with runs: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface After {
        /// The prediction with all trials at the end counted.
        TrapPrediction with(TrapPrediction before, Cell cell, List<Result> results, double tolerance);
    }

    /// Two teachers of one cell have a q that differs by 16u, relative; where q is not within 1 % of the threshold, ψ_c
    /// then differs by less than 3200u.
    private static final double OTHER_TEACHER = 0x1p-40;

    private static final Schedule SEVEN = Schedule.of(new Stage(0, 0, 0.1, 7));

    private TrapChecks() {}

    /// Threshold and limit against the oracle; empty for other algorithms.
    public static Check formulas(Before before) {
        return draw -> {
            Method method = new SimulatedCase(draw).method();
            Cell cell = new DrawnTrials(draw).cell(method, draw.p(), draw.k());
            Optional<TrapPrediction> found = before.of(cell);
            if (method != Method.GD || found.isEmpty()) {
                return Check.exactly(found.isPresent() == (method == Method.GD));
            }
            Apfloat pi = Oracle.pi();
            Apfloat threshold = Oracle.exact(draw.k() - 1.0).add(pi).divide(pi);
            double first = Oracle.ratio(found.get().threshold(), threshold, 3 * RoundOff.U * threshold.doubleValue());
            boolean fresh =
                    found.get().successes() + found.get().hits() + found.get().decided() == 0;
            double second = cell.setup().start() == Start.SPURIOUS
                    ? Check.over(found.get().limit(), 0)
                    : limit(cell, found.get().limit());
            return OptionalDouble.of(fresh ? Math.max(first, second) : Double.NaN);
        };
    }

    /// 1 − ½ P(|u₁| > cos ψ_c), from the integrals of sinᵖ⁻²; within the bound of the limit and a rounding.
    private static double limit(Cell cell, double found) {
        Teacher teacher = cell.target().teacher(cell.p());
        Optional<DescentBasin> basin = DescentBasin.of(teacher);
        if (cell.p() == 1 || basin.isEmpty()) {
            return Check.over(Math.abs(found - (cell.p() == 1 ? 0.5 : 1)), 0);
        }
        if (cell.p() * -Functions.log(basin.get().saddle().psi()) > 400) {
            return 0; // the recursion would lose its digits
        }
        Apfloat psi = ExactBasin.of(teacher, basin.get()).psi();
        Apfloat trapped =
                ExactBasin.sinePower(cell.p() - 2, psi).divide(ExactBasin.sinePower(cell.p() - 2, Oracle.pi()));
        double bound = DescentBasin.trapLimit(teacher).error() + RoundOff.U;
        return Oracle.ratio(found, Oracle.exact(1).subtract(trapped), bound);
    }

    /// Trials with made-up ends: successes, hits and decided runs against a count with full students over another
    /// teacher of the same a₁, a₂. No claim where a margin lies within its error of 0.
    public static Check counts(After after) {
        return draw -> {
            DrawnTrials drawn = new DrawnTrials(draw);
            Cell any = drawn.cell(Method.GD, draw.p(), draw.k());
            Cell cell = new Cell(any.setup(), any.p(), any.q(), any.norm(), any.target(), SEVEN);
            List<Result> results = drawn.results(cell.target(), SEVEN.steps());
            TrapPrediction before = TrapPrediction.of(cell).orElseThrow();
            long successes = 0;
            long hits = 0;
            for (int i = 0; i < results.size(); i++) {
                Bounded margin = margin(cell, results.get(i).trial());
                if (Math.abs(margin.value()) <= 4 * margin.error() + OTHER_TEACHER) {
                    return OptionalDouble.empty();
                }
                boolean succeeds = margin.value() > 0;
                successes += succeeds ? 1 : 0;
                hits += drawn.end(i) == (succeeds ? Outcome.CONVERGED : Outcome.TRAPPED) ? 1 : 0;
            }
            long decided = drawn.ended(Outcome.CONVERGED) + drawn.ended(Outcome.TRAPPED);
            TrapPrediction expected = new TrapPrediction(before.threshold(), before.limit(), successes, hits, decided);
            return Check.exactly(
                    after.with(before, cell, results, drawn.tolerance()).equals(expected));
        };
    }

    /// That of the full student; ±1 where the outcome does not depend on it.
    private static Bounded margin(Cell cell, long trial) {
        LumpedState at = cell.setup()
                .start()
                .lumped(
                        cell.p(),
                        cell.target(),
                        cell.setup().generator(),
                        cell.setup().seed(),
                        trial);
        if (cell.setup().start() == Start.SPURIOUS || cell.p() == 1) {
            return Bounded.exact(at.c() > 0 ? 1 : -1);
        }
        Optional<DescentBasin> basin =
                cell.k() == 1 ? Optional.empty() : DescentBasin.of(DescentRuns.teacher(cell.target(), cell.p()));
        return basin.map(found -> found.margin(student(cell.p(), cell.target(), at)))
                .orElse(Bounded.exact(1));
    }

    /// w = c e₁ + s e₂, a = x 1/√k + y (1, −1, 0, …)/√2 + z (1, 1, −2, 0, …)/√6.
    private static Student student(int p, Target target, LumpedState at) {
        double[] w = new double[p];
        w[0] = at.c();
        w[1] = at.s();
        double[] a = new double[target.k()];
        double y = at.y() / Math.sqrt(2);
        double z = at.z() / Math.sqrt(6);
        for (int j = 0; j < a.length; j++) {
            double rest = j == 0 ? y + z : j == 1 ? z - y : j == 2 ? -2 * z : 0;
            a[j] = at.x() / Math.sqrt(a.length) + rest;
        }
        return new Student(Spaces.filter("w", w), Spaces.output("a", a));
    }
}
