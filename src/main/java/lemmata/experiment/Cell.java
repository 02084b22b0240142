package lemmata.experiment;

import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation;
import lemmata.model.Target;

/// A cell of a table: an algorithm, a teacher and a schedule.
///
/// @param setup algorithm, reading, batch, start and randomness
/// @param p length of the filter
/// @param q (1ᵀa*)²/‖a*‖² as given
/// @param norm ‖a*‖ as given
/// @param target a*
/// @param schedule noise and step sizes
public record Cell(Setup setup, int p, double q, double norm, Target target, Schedule schedule) {

    /// With the schedule of a recipe.
    ///
    /// @throws lemmata.model.InvalidField if there is no such teacher or start
    public static Cell of(Setup setup, int p, int k, double q, double norm, Recipe recipe) {
        Target target = Target.of(k, q, norm);
        return new Cell(setup, p, q, norm, target, recipe.schedule(p, target));
    }

    /// Number of patches.
    public int k() {
        return target.k();
    }

    /// Trials of it, by the lumped chain.
    ///
    /// @param bits width of the vectors, 0 for plain code
    public Simulation simulation(int bits, long firstTrial, int trials) {
        Representation chain = setup.lumped(p, target, bits);
        return new Simulation(chain, schedule, firstTrial, trials);
    }
}
