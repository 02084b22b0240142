package lemmata.wrong.loss;

/// What the wrong kernel reaches for.
public final class Residual {}
