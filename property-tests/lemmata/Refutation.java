package lemmata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lemmata.audit.Check;
import lemmata.audit.Draw;

/// The two ways in which a property uses a check of the audit: the lemma code must pass it, a wrong formula must not.
public final class Refutation {

    private static final long MUTANT_SEED = 19690720;
    private static final int MUTANT_DRAWS = 150;

    private Refutation() {}

    /// Puts a drawn case to a check: the ratio of observed to allowed must be at most 1, or the hypothesis missed.
    public static void holds(Check check, Draw draw) {
        Draws.count(draw);
        holdsAt(check, draw);
    }

    /// Puts cases chosen by hand to a check; no kind needs to come up.
    public static void holds(Check check, List<Draw> draws) {
        draws.forEach(draw -> holdsAt(check, draw));
    }

    /// Notes what a property has decided itself.
    public static void holds(boolean claim, String words) {
        Tally.current().record(Check.exactly(claim));
        assertThat(claim).as(words).isTrue();
    }

    /// Puts 150 fixed cases to the check of a wrong formula, at least one of which must refuse it.
    public static void rejects(String slip, Check mutant) {
        rejects(slip, mutant, MUTANT_DRAWS);
    }

    /// The same for any number of cases: `Draw.of(19690720, 0)`, `Draw.of(19690720, 1)`, …
    public static void rejects(String slip, Check mutant, int draws) {
        rejects(
                slip,
                mutant,
                IntStream.range(0, draws).mapToObj(i -> Draw.of(MUTANT_SEED, i)).toList());
    }

    /// The same for cases chosen by hand.
    public static void rejects(String slip, Check mutant, List<Draw> draws) {
        long refused = draws.stream().filter(draw -> !mutant.accepts(draw)).count();
        Tally tally = Tally.current();
        tally.recordMutant(slip, refused, draws.size());
        assertThat(refused)
                .as("%s: cases of %d that refuse the mutant %s", tally.statement(), draws.size(), slip)
                .isPositive();
    }

    /// Notes a mutant that was put to a single decision.
    public static void rejects(String slip, boolean accepted) {
        Tally.current().recordMutant(slip, accepted ? 0 : 1, 1);
        assertThat(accepted).as("accepts the mutant: %s", slip).isFalse();
    }

    private static void holdsAt(Check check, Draw draw) {
        Tally tally = Tally.current();
        OptionalDouble ratio = check.ratio(draw);
        tally.record(ratio);
        assertThat(ratio.orElse(0))
                .as("%s: observed over allowed at %s", tally.statement(), draw)
                .isLessThanOrEqualTo(1);
    }
}
