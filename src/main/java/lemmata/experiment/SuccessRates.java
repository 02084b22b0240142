package lemmata.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lemmata.claim.Statement;
import lemmata.dynamics.Method;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Start;
import lemmata.rng.Words.Generator;
import lemmata.simd.VectorEngines;
import lemmata.smoothing.Reading;

/// The poster's table: how often an algorithm converges, for every k and q of a grid.
///
/// **Source.** experiment.SuccessRates.
///
/// @param bits width of the vectors that run, 0 for plain code
/// @param firstTrial number of the first trial
/// @param trials how many per cell
/// @param tolerance τ of the outcomes
public record SuccessRates(int bits, long firstTrial, int trials, double tolerance) {

    /// The poster's length of the filter.
    public static final int P = 6;

    /// Numbers of patches: those of the older table that there is to compare with; the poster names none.
    public static final List<Integer> K = List.of(25, 36, 49, 64, 81, 100);

    /// Its values of (1ᵀa*)²/‖a*‖².
    public static final List<Double> Q = List.of(0.0, 1.0, 4.0, 9.0, 16.0, 25.0);

    /// Width of the vectors that are fast here, 0 for plain code: the same bits.
    public static int fastBits() {
        return VectorEngines.isFast() ? VectorEngines.machineBits() : 0;
    }

    /// What is the same in all cells of a table.
    ///
    /// @param p length of the filter
    /// @param norm ‖a*‖
    /// @param generator of all random words
    /// @param seed of all random words
    public record Common(int p, double norm, Generator generator, long seed) {}

    /// The cells of one algorithm from one start.
    public static List<Entry> entries(
            Common common, Method method, Reading reading, Start start, List<Integer> ks, List<Double> qs) {
        List<Entry> entries = new ArrayList<>();
        for (int k : ks) {
            for (double q : qs) {
                entries.add(new Entry(
                        "success-rates",
                        method.toString(),
                        cell(common, method, reading, start, k, q, recipe(method))));
            }
        }
        return entries;
    }

    /// One cell.
    public static Cell cell(
            Common common, Method method, Reading reading, Start start, int k, double q, Recipe recipe) {
        int batch = recipe instanceof StepSizeAnnealing annealing ? annealing.batch() : 1;
        Setup setup = new Setup(method, reading, batch, start, common.generator, common.seed);
        return Cell.of(setup, common.p, k, q, common.norm, recipe);
    }

    /// The schedule with which an algorithm runs in the table: found by search, and the same rule for all cells.
    public static Recipe recipe(Method method) {
        return switch (method) {
            case GD -> PlainDescent.DEFAULT;
            case PGD -> NoiseAnnealing.DEFAULT;
            case SGD -> StepSizeAnnealing.DEFAULT;
            case PSGD -> StepSizeAnnealing.PERTURBED;
        };
    }

    /// Runs a cell; empty if it was stopped.
    ///
    /// @param stop asked now and then
    /// @throws InterruptedException if this thread is interrupted
    @Statement({"experiment.SuccessRates/S1", "experiment.SuccessRates/S3", "experiment.SuccessRates/S4"})
    public Optional<Row> run(Entry entry, int threads, BooleanSupplier stop) throws InterruptedException {
        Cell cell = entry.cell();
        Simulation simulation = cell.simulation(bits, firstTrial, trials);
        simulation.run(threads, stop);
        if (!simulation.isComplete()) {
            return Optional.empty();
        }
        Optional<TrapPrediction> prediction =
                TrapPrediction.of(cell).map(before -> before.with(cell, simulation.results(), tolerance));
        Tally tally =
                Tally.of(cell.target(), simulation.results(), cell.schedule().steps(), tolerance);
        return Optional.of(new Row(entry, tally, prediction));
    }
}
