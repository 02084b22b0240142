package lemmata.experiment;

import java.util.Locale;
import java.util.Optional;
import lemmata.dynamics.Start;
import lemmata.smoothing.Reading;

/// A success rate that others have reported, to compare with; nothing is tuned to it.
///
/// @param value the share of runs that converged; NaN if none is known
/// @param step half a unit of its last digit
/// @param status how it is known
/// @param source where it stands
public record PublishedRate(double value, double step, Status status, String source) {

    /// How a figure is known.
    public enum Status {
        /// Printed in a source.
        QUOTED,
        /// From memory of a text that is not among the sources.
        RECALLED,
        /// Not known.
        ABSENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Half a unit of the last digit of all figures here.
    public static final double STEP = 0.005;

    private static final PublishedRate NONE = new PublishedRate(Double.NaN, Double.NaN, Status.ABSENT, "");
    private static final PublishedRate ALL = new PublishedRate(
            1, STEP, Status.QUOTED, "poster, box \"Experiments\": P-GD, SGD 100% converge to the global optimum");
    private static final String OTHER = "Du et al. 2018, Table 1, as recalled";
    private static final int P = 6;
    private static final int[] K = {25, 36, 49, 64, 81, 100};
    private static final int[] Q = {0, 1, 4, 9, 16, 25};

    /// A row per k, a column per q.
    private static final double[][] GD = {
        {0.50, 0.55, 0.73, 1, 1, 1},
        {0.50, 0.53, 0.66, 0.89, 1, 1},
        {0.50, 0.53, 0.61, 0.78, 1, 1},
        {0.50, 0.51, 0.59, 0.71, 0.89, 1},
        {0.50, 0.53, 0.57, 0.66, 0.81, 0.97},
        {0.50, 0.50, 0.57, 0.63, 0.75, 0.90},
    };

    /// What was reported for a cell: p = 6, random starts, our grid; neither ‖a*‖ nor schedules are known. The poster's
    /// 100 % is put beside P-GD and SGD only at ‖a*‖ = 1 and in its own reading, for which our schedules were found.
    public static PublishedRate of(Cell cell) {
        int row = index(K, cell.k());
        int column = index(Q, cell.q());
        if (cell.p() != P || row < 0 || column < 0 || cell.setup().start() != Start.RANDOM) {
            return NONE;
        }
        return switch (cell.setup().method()) {
            case GD -> new PublishedRate(GD[row][column], STEP, Status.RECALLED, OTHER);
            case PGD, SGD -> cell.norm() == 1 && cell.setup().reading().equals(Reading.POSTER) ? ALL : NONE;
            case PSGD -> NONE;
        };
    }

    private static int index(int[] values, double value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a value that rounds to it lies in an interval; empty if none is known.
    public Optional<Boolean> within(BinomialInterval interval) {
        return status == Status.ABSENT
                ? Optional.empty()
                : Optional.of(value + step >= interval.low() && value - step <= interval.high());
    }
}
