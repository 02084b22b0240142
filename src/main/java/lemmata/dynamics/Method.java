package lemmata.dynamics;

import java.util.Locale;

/// The algorithms, by their short names.
public enum Method {
    /// Gradient descent.
    GD,
    /// Perturbed gradient descent.
    PGD,
    /// Stochastic gradient descent.
    SGD,
    /// Perturbed mini-batch SGD.
    PSGD;

    /// Whether noise perturbs the point of the gradient.
    public boolean isPerturbed() {
        return this == PGD || this == PSGD;
    }

    /// Whether the gradient is that of a mini-batch.
    public boolean isSampled() {
        return this == SGD || this == PSGD;
    }

    /// `gd`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
