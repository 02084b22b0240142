package lemmata.audit;

import java.util.function.BiFunction;
import java.util.function.Function;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.Cell;
import lemmata.experiment.ConvergenceCurves;
import lemmata.experiment.Curve;
import lemmata.experiment.Recipe;
import lemmata.experiment.SuccessRates;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// The curves of all trials of the algorithms, for one teacher of the poster's p: run when they are asked for, and kept
/// for a while.
///
/// The runs from (−w*, ā) have a seed of their own: with the same noise P-GD comes to the same bits from both starts.
///
/// @param seed of random starts; of the others the next one
/// @param trials of each
/// @param k number of patches
/// @param q (1ᵀa*)²/‖a*‖², ‖a*‖ = 1
/// @param recipes the schedules
public record CurveRuns(long seed, int trials, int k, double q, Function<Method, Recipe> recipes)
        implements BiFunction<Method, Start, Curve> {

    /// The schedules of the table.
    public static final Function<Method, Recipe> TABLE = SuccessRates::recipe;

    private static final int POINTS = 20;
    private static final int KEPT = 64;
    private static final Memo<Ask, Curve> KNOWN = new Memo<>(KEPT, Ask::run);

    private record Ask(CurveRuns runs, Method method, Start start) {

        Curve run() {
            Cell cell = runs.cell(method, start);
            ConvergenceCurves curves = new ConvergenceCurves(SuccessRates.fastBits(), runs.trials);
            try {
                return curves.run(
                                cell,
                                ConvergenceCurves.times(cell.schedule(), POINTS),
                                Runtime.getRuntime().availableProcessors(),
                                () -> false)
                        .orElseThrow()
                        .all();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private Cell cell(Method method, Start start) {
        long own = start == Start.RANDOM ? seed : seed + 1;
        SuccessRates.Common common = new SuccessRates.Common(SuccessRates.P, 1, Generator.SPLITMIX, own);
        return SuccessRates.cell(common, method, Reading.POSTER, start, k, q, recipes.apply(method));
    }

    @Override
    public Curve apply(Method method, Start start) {
        return KNOWN.at(new Ask(this, method, start));
    }
}
