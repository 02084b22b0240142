package lemmata.audit;

import java.util.Arrays;
import java.util.List;

/// A part of the paper under which an audit shows statements, in the paper's order; instruments come last.
public enum Part {
    /// Networks, loss, gradients, sphere.
    MODEL("The model: networks, loss, gradients, sphere", "model", "loss"),
    /// The landscape without noise.
    OPTIMA("The optima: global and spurious", "landscape"),
    /// GD, P-GD, SGD.
    ALGORITHM("The algorithms: GD, P-GD, SGD and their lumped chains", "dynamics"),
    /// Convolutional effects.
    SMOOTHING("Smoothing: convolutional effects of noise on the filter", "smoothing"),
    /// C1 and C2.
    CONDITIONS("Partial dissipativity: C1 and C2", "dissipativity"),
    /// Epoch I.
    FIRST("Theorem 1, escape: as printed, then as repaired", "theorem.EscapeBox", "theorem.Escape"),
    /// Epoch II.
    SECOND("Theorem 2, convergence: as printed, then as repaired", "theorem.ConvergenceBox", "theorem.Convergence"),
    /// What both theorems rest on.
    BOTH("Behind both theorems: lemmas, exponents, regimes", "theorem"),
    /// Success rates, schedules, curves.
    EXPERIMENTS("The experiments: success rates, schedules, curves", "experiment"),
    /// Numbers, draws, kernels.
    INSTRUMENTS("Instruments: functions, random numbers, Monte Carlo kernels", "num", "rng", "simd");

    private final String heading;
    private final List<String> names;

    Part(String heading, String... names) {
        this.heading = heading;
        this.names = List.of(names);
    }

    /// In words.
    public String heading() {
        return heading;
    }

    /// That of a statement: the first that names its stem or its chapter.
    ///
    /// @throws IllegalArgumentException if none does
    public static Part of(Subject subject) {
        return Arrays.stream(values())
                .filter(part -> part.names.contains(subject.stem()) || part.names.contains(subject.chapter()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(subject.id() + " is in no part of the report"));
    }
}
