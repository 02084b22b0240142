package lemmata.dynamics;

import lemmata.model.Target;
import lemmata.simd.Engine;

/// Runs of an algorithm as rows of numbers: where they start, what takes them on, what can be observed of them.
public interface Representation {

    /// Numbers per state; the last one counts the steps taken.
    int rows();

    /// Writes the start of a trial.
    void start(long trial, double[] states, int at);

    /// A new engine, for one thread.
    Engine engine();

    /// What decides about a run.
    LumpedState observe(double[] states, int at);

    /// Whether the noise of a schedule is looked at.
    boolean isPerturbed();

    /// a*.
    Target target();

    /// Width of the vectors that run, 0 for the plain code.
    int bits();

    /// `plain`, `vector 512 bit`, `lumped plain`, `lumped vector 512 bit`.
    String engineName();

    /// Random words that a step takes of a trial, in the domain where it takes the most.
    long words();

    /// Trials that an engine takes side by side on vectors: a chunk of a simulation, whatever the engine.
    int abreast();

    /// Numbers that a step of a trial touches, about.
    default long effort() {
        return rows();
    }

    /// The number of steps that a run has taken; it is behind once the run has diverged.
    default long taken(double[] states, int at) {
        return (long) states[at + rows() - 1];
    }
}
