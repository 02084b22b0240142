package lemmata.theorem;

/// A constant of a theorem, and how its value is known.
///
/// @param symbol as on the spec page
/// @param value the number; NaN where it is said to exist and no more
/// @param status where the number comes from
public record Constant(String symbol, double value, Status status) {

    /// Where a number comes from.
    public enum Status {
        /// Printed in the sources.
        SOURCES,
        /// Follows from the configuration, as ρ_w = C_w kp² gives C_w.
        CONFIGURATION,
        /// Chosen or derived by Lemmata.
        OURS,
        /// The sources say that it exists.
        EXISTS;

        /// In lower case.
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
