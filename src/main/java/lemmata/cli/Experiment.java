package lemmata.cli;

import java.util.Map;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.experiment.Cell;
import lemmata.model.InvalidField;

/// What runs: algorithm, teacher, schedule and engine.
///
/// @param cell algorithm, teacher and schedule
/// @param engine what computes
record Experiment(Cell cell, EngineOptions.Chosen engine) {

    /// Longest vectors that noise is drawn for, and those of a lumped chain.
    private static final int LONGEST = 1 << 18;

    private static final int LONGEST_LUMPED = 1 << 20;

    /// Checks the sizes.
    ///
    /// @throws InvalidField naming `p` or `k`
    Experiment {
        requireLength("p", cell.p(), isLumped(engine));
        requireLength("k", cell.k(), isLumped(engine) && !cell.setup().method().isSampled());
    }

    private static void requireLength(String field, int length, boolean lumped) {
        int most = lumped ? LONGEST_LUMPED : LONGEST;
        if (length < 1 || length > most) {
            throw new InvalidField(field, "is " + length + ": give a number from 1 to " + most);
        }
    }

    private static boolean isLumped(EngineOptions.Chosen engine) {
        return engine.kind() == EngineOptions.Kind.LUMPED;
    }

    /// The runs.
    Representation chain() {
        return isLumped(engine)
                ? cell.setup().lumped(cell.p(), cell.target(), engine.bits())
                : cell.setup().full(cell.target().teacher(cell.p()), engine.bits());
    }

    /// All that the states depend on, by name.
    Map<String, Object> identity() {
        return CellReport.identity(cell, isLumped(engine) ? "lumped" : "full");
    }

    Setup setup() {
        return cell.setup();
    }

    Schedule schedule() {
        return cell.schedule();
    }
}
