package lemmata.experiment;

import java.util.List;

/// Quantiles of what some trials of a cell show, against steps. **Source.** experiment.ConvergenceCurves.
///
/// @param group [#ALL], or how its trials ended
/// @param cell what ran
/// @param trials how many
/// @param moments in the order of time
public record Curve(String group, Cell cell, int trials, List<Moment> moments) {

    /// The group of all trials.
    public static final String ALL = "all";

    /// Quantiles at one time.
    ///
    /// @param step steps taken
    /// @param time sum of their step sizes, ηt
    /// @param bands in the order of [Observable]
    public record Moment(long step, double time, List<Band> bands) {

        /// Of one quantity.
        public Band of(Observable what) {
            return bands.get(what.ordinal());
        }
    }

    /// At the start.
    public Moment first() {
        return moments.getFirst();
    }

    /// At the end.
    public Moment last() {
        return moments.getLast();
    }
}
