package lemmata.experiment;

import lemmata.dynamics.Schedule;
import lemmata.model.Target;

/// How the schedule of an algorithm depends on the teacher.
@FunctionalInterface
public interface Recipe {

    /// Noise and step size for a filter of length p and a teacher a*.
    Schedule schedule(int p, Target target);
}
