package lemmata.audit;

import java.util.Arrays;
import java.util.List;

/// What an audit does about one statement.
@FunctionalInterface
public interface Procedure {

    /// The evidence that this run finds.
    List<Evidence> gather(Run run);

    /// One sampled claim.
    static Procedure sampled(String claim, Check check) {
        return run -> List.of(run.sample(claim, check));
    }

    /// One identity in exact arithmetic.
    static Procedure identity(String claim, PolynomialIdentity identity) {
        return run -> List.of(exact(claim, identity));
    }

    /// Several procedures for one statement.
    static Procedure all(Procedure... parts) {
        return run ->
                Arrays.stream(parts).flatMap(part -> part.gather(run).stream()).toList();
    }

    /// Evidence of an identity on its complete grid.
    static Evidence exact(String claim, PolynomialIdentity identity) {
        return Evidence.exact("exact identity", claim, identity.points(), identity.holds(), "complete grid");
    }
}
