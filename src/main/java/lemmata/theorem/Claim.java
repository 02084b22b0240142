package lemmata.theorem;

import java.util.List;

/// A theorem put to one configuration.
public interface Claim {

    /// Its id, such as `theorem.Escape`.
    String id();

    /// The conditions, each met or not.
    List<Hypothesis> hypotheses();

    /// The constants, each with its status.
    List<Constant> constants();

    /// What follows if all conditions are met.
    Promise promise();

    /// Whether all conditions are met.
    default boolean applies() {
        return hypotheses().stream().allMatch(Hypothesis::met);
    }
}
