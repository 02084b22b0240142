package lemmata.audit;

import java.util.List;
import java.util.Optional;

/// What the rooms put behind a statement.
///
/// @param code the places that compute it
/// @param properties the property tests that try to refute it
/// @param theorems the numbered lemmas that Coq proves of it, if it accepts them
/// @param trust how it is known; empty if that is not recorded
public record Backing(List<Place> code, List<Place> properties, List<Place> theorems, Optional<Trust> trust) {

    /// Nothing at all.
    public static final Backing NONE = new Backing(List.of(), List.of(), List.of(), Optional.empty());
}
