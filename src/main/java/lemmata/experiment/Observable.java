package lemmata.experiment;

import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.model.Target;

/// What a convergence curve shows of a run. **Source.** experiment.ConvergenceCurves.
public enum Observable {
    /// L.
    LOSS("loss"),
    /// ‖w − w*‖².
    FILTER_ERROR("filterError"),
    /// ‖a − a*‖².
    OUTPUT_ERROR("outputError"),
    /// aᵀa*.
    ALIGNMENT("alignment"),
    /// φ.
    ANGLE("angle");

    private final String words;

    Observable(String words) {
        this.words = words;
    }

    /// Its value.
    public double of(Observation seen) {
        return switch (this) {
            case LOSS -> seen.loss();
            case FILTER_ERROR -> seen.filterError();
            case OUTPUT_ERROR -> seen.outputError();
            case ALIGNMENT -> seen.alignment();
            case ANGLE -> seen.angle();
        };
    }

    /// Its value at a state.
    public double of(Target target, LumpedState state) {
        return of(Observation.of(target, state, 0));
    }

    /// `filterError`.
    @Override
    public String toString() {
        return words;
    }
}
