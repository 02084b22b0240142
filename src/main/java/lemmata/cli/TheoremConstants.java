package lemmata.cli;

import java.util.Locale;
import lemmata.theorem.Configuration;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.PinnedConvergence;
import lemmata.theorem.PinnedEscape;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;

/// The options that stand for the constants that the printed theorems hide.
final class TheoremConstants {

    private static final double LARGEST = 1e100;

    /// What the constants are that no option gives.
    enum Values {
        /// 1, and any positive m_a and M_a.
        UNIT,
        /// Numbers with which the repaired theorems imply the printed ones on a grid.
        PINNED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// unit, pinned.
    static final class OfValues extends Choice<Values> {
        OfValues() {
            super(Values.values());
        }
    }

    @Option(
            names = "--constants",
            paramLabel = "unit|pinned",
            converter = OfValues.class,
            description = "What the printed theorem hides: 1 each, or as pinned for a grid of problems. Default: unit.")
    private Values values = Values.UNIT;

    @Option(
            names = "--c-eta",
            paramLabel = "C",
            converter = RealNumber.class,
            description = "C_η, hidden in the O of η; this and the next five: instead of those of --constants.")
    private @Nullable Double eta;

    @Option(names = "--c-t", paramLabel = "C", converter = RealNumber.class, description = "C_T, in that of T₁ or T₂.")
    private @Nullable Double burnIn;

    @Option(names = "--c-h", paramLabel = "C", converter = RealNumber.class, description = "C_h, in that of O(η⁻²).")
    private @Nullable Double horizon;

    @Option(
            names = "--c-w",
            paramLabel = "C",
            converter = RealNumber.class,
            description = "C_w of theorem 2; in theorem 1 ρ_w gives it.")
    private @Nullable Double rhoW;

    @Option(
            names = "--c-a",
            paramLabel = "C",
            converter = RealNumber.class,
            description = "C_a of theorem 2; in theorem 1 it is ρ_a.")
    private @Nullable Double rhoA;

    @Option(
            names = "--alignment",
            paramLabel = "LOW,HIGH",
            converter = Range.Converter.class,
            description = "m_a,M_a of theorem 1; unit asks for 0 < aᵀa* alone.")
    private @Nullable Range alignment;

    /// Theorem 1 with these.
    ///
    /// @throws lemmata.model.InvalidField naming an option
    EscapeBox escape(Configuration at) {
        String remedy = "follows from the noise in theorem 1: leave it out";
        TrialOptions.require(rhoW == null, "cW", remedy);
        TrialOptions.require(rhoA == null, "cA", remedy);
        EscapeBox.Scale usual = values == Values.UNIT ? EscapeBox.Scale.UNIT : PinnedEscape.SCALE;
        Range range = alignment == null ? new Range(usual.least(), usual.greatest()) : alignment;
        TrialOptions.require(
                range.low() > 0 && range.low() < Double.POSITIVE_INFINITY,
                "alignment",
                "begins at " + Constant.shown(range.low()) + ", but 0 < m_a: give positive numbers");
        return new EscapeBox(
                at,
                new EscapeBox.Scale(
                        given("cEta", eta, usual.eta()),
                        given("cT", burnIn, usual.burnIn()),
                        given("cH", horizon, usual.horizon()),
                        range.low(),
                        range.high()));
    }

    /// Theorem 2 with these.
    ///
    /// @throws lemmata.model.InvalidField naming an option
    ConvergenceBox convergence(Configuration at) {
        TrialOptions.require(alignment == null, "alignment", "is of theorem 1: leave it out, or choose --theorem 1");
        ConvergenceBox.Scale usual = values == Values.UNIT ? ConvergenceBox.Scale.UNIT : PinnedConvergence.SCALE;
        return new ConvergenceBox(
                at,
                new ConvergenceBox.Scale(
                        given("cW", rhoW, usual.rhoW()),
                        given("cA", rhoA, usual.rhoA()),
                        given("cEta", eta, usual.eta()),
                        given("cT", burnIn, usual.burnIn()),
                        given("cH", horizon, usual.horizon())));
    }

    private static double given(String field, @Nullable Double value, double usual) {
        double constant = value == null ? usual : value;
        TrialOptions.require(
                constant > 0 && constant <= LARGEST,
                field,
                Constant.shown(constant) + " is no constant: give a positive number up to 1e100");
        return constant;
    }
}
