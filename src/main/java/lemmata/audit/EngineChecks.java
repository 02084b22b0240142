package lemmata.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.UnaryOperator;
import lemmata.dynamics.Stage;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;

/// What simd.VectorEngines claims, as checks of engines: by what they make of drawn states, bit by bit.
public final class EngineChecks {

    private EngineChecks() {}

    /// S1: on vectors of every one of these widths the states of the plain code; `slip` puts a wrong engine in their
    /// place.
    public static Check sameBits(Collection<Integer> widths, UnaryOperator<Engine> slip) {
        return draw -> {
            EngineCase runs = EngineCase.of(draw);
            double[] plain = advanced(runs, runs.chain(0).engine(), runs.trials());
            return Check.exactly(widths.stream()
                    .allMatch(bits -> Arrays.equals(
                            plain, advanced(runs, slip.apply(runs.chain(bits).engine()), runs.trials()))));
        };
    }

    /// S2: trials cut in two anywhere, and legs step by step, give the same bits.
    public static Check splits(int bits, UnaryOperator<Engine> slip) {
        return draw -> {
            EngineCase runs = EngineCase.of(draw);
            Engine engine = slip.apply(runs.chain(bits).engine());
            int cut = 1 + (int) (draw.uniform(78) * runs.trials());
            return Check.exactly(Arrays.equals(
                    advanced(runs, runs.chain(bits).engine(), runs.trials()), advanced(runs, engine, cut)));
        };
    }

    /// The states after both stages, in calls of at most `size` trials; of single steps if they are cut.
    private static double[] advanced(EngineCase runs, Engine engine, int size) {
        double[] states = runs.starts();
        int rows = engine.rows();
        long pace = size < runs.trials() ? 1 : Long.MAX_VALUE;
        for (int from = 0; from < runs.trials(); from += size) {
            int count = Math.min(size, runs.trials() - from);
            double[] part = Arrays.copyOfRange(states, from * rows, (from + count) * rows);
            long begin = runs.begin();
            for (Stage stage : runs.schedule().stages()) {
                long end = begin + stage.steps();
                for (long t = begin; t < end; t += Math.min(pace, end - t)) {
                    Leg leg = new Leg(stage.rhoW(), stage.rhoA(), stage.eta(), t, Math.min(pace, end - t));
                    engine.advance(part, runs.first() + from, count, leg);
                }
                begin = end;
            }
            System.arraycopy(part, 0, states, from * rows, part.length);
        }
        return states;
    }
}
