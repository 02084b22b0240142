package lemmata.theorem;

import java.util.List;

/// A repaired theorem at one configuration.
record Repaired(String id, List<Hypothesis> hypotheses, List<Constant> constants, Promise promise) implements Claim {}
