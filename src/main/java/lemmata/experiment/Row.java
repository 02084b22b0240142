package lemmata.experiment;

import java.util.Optional;

/// A line of a study that has run.
///
/// @param entry what ran
/// @param tally how its trials ended
/// @param prediction what theory said of it, if it says anything
public record Row(Entry entry, Tally tally, Optional<TrapPrediction> prediction) {

    /// Of these trials and others of the same entry.
    public Row plus(Row other) {
        Optional<TrapPrediction> both = prediction.flatMap(mine -> other.prediction.map(mine::plus));
        return new Row(entry, tally.plus(other.tally), both);
    }
}
