package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import lemmata.smoothing.Reading;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.EscapeBoxSpread;
import lemmata.theorem.PinnedEscape;

/// The procedures of the stem EscapeBox of the chapter theorem: Theorem 1 as the poster prints it, sentence by
/// sentence.
final class EscapeBoxProcedures {

    private EscapeBoxProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addData(procedures);
        addConstants(procedures);
        addTimes(procedures);
        addRepaired(procedures);
    }

    private static void addData(Map<String, Procedure> to) {
        to.put(
                "theorem.EscapeBox/S1",
                all(
                        sampled(
                                "C_w, the largest η and T₁ in 40 digits",
                                EscapeBoxDataChecks.formulas(
                                        EscapeBox::filterNoise, EscapeBox::largestStep, EscapeBox::burnIn)),
                        sampled("conditions, constants and promise", EscapeBoxDataChecks.data(box -> box))));
    }

    private static void addConstants(Map<String, Procedure> to) {
        to.put(
                "theorem.EscapeBox/S2",
                all(
                        run -> List.of(
                                EscapeBoxWitnesses.enough(Reading.Output.RADIAL, run),
                                EscapeBoxWitnesses.enough(Reading.Output.UNIT, run),
                                EscapeBoxWitnesses.tooLittle(Reading.Output.RADIAL, 1),
                                EscapeBoxWitnesses.tooLittle(Reading.Output.UNIT, 0.5)),
                        sampled(
                                "a_∞ᵀa* changes sign at ρ_esc/(kp²)",
                                EscapeBoxChecks.threshold((box, output) ->
                                                box.threshold(output).value())
                                        .where(draw -> draw.uniform(730) < 0.2))));
        to.put(
                "theorem.EscapeBox/S3",
                all(
                        run -> List.of(
                                EscapeBoxWitnesses.fading(Reading.Output.RADIAL),
                                EscapeBoxWitnesses.fading(Reading.Output.UNIT)),
                        sampled("a_∞ᵀa* ≤ √2‖a*‖²/ρ_w", EscapeBoxChecks.ceiling(EscapeBox::ceiling)),
                        sampled("moments of ‖w+ξ‖²", EscapeBoxSpreadChecks.moments(EscapeBoxSpread::moments))));
        to.put(
                "theorem.EscapeBox/S4",
                all(
                        EscapeBoxWitnesses::negative,
                        sampled(
                                "E n², E n⁴ step by step",
                                EscapeBoxSpreadChecks.recursion(EscapeBoxSpread::square, EscapeBoxSpread::fourth))));
    }

    private static void addTimes(Map<String, Procedure> to) {
        to.put("theorem.EscapeBox/S5", EscapeBoxWitnesses::turnedAway);
        to.put(
                "theorem.EscapeBox/S6",
                all(
                        run -> List.of(
                                EscapeBoxWitnesses.tooEarly(),
                                EscapeBoxWitnesses.tooSlow(),
                                EscapeBoxWitnesses.inverted()),
                        sampled(
                                "the mean flow by Simpson's rule",
                                EscapeBoxChecks.needed(EscapeBox::needed).where(draw -> draw.uniform(731) < 0.3))));
        to.put(
                "theorem.EscapeBox/S7",
                all(
                        run -> List.of(EscapeBoxWitnesses.noTimeToAlign(), EscapeBoxWitnesses.noTimeToTurn()),
                        sampled(
                                "aᵀa* after a step of extreme noise",
                                EscapeBoxChecks.firstAlignment(EscapeBox::firstAlignment)),
                        sampled("T₁ = 1 there", EscapeBoxChecks.instants(EscapeBox::instant, EscapeBox::smallNorm))));
        to.put(
                "theorem.EscapeBox/S8",
                all(
                        run -> EscapeBoxWitnesses.unnamed(),
                        sampled("p ≥ 2 and a* ≠ 0", EscapeBoxChecks.missing(EscapeBox::missing))));
    }

    private static void addRepaired(Map<String, Procedure> to) {
        to.put(
                "theorem.EscapeBox/S9",
                all(
                        run -> List.of(EscapeBoxRepaired.stays(run)),
                        sampled("C_h = 1, from the largest η down", EscapeBoxChecks.pinned(PinnedEscape::box))));
        to.put("theorem.EscapeBox/S10", EscapeBoxRepaired::pinned);
        to.put(
                "theorem.EscapeBox/S11",
                all(
                        run -> List.of(EscapeBoxRepaired.far()),
                        sampled(
                                "the nearest a with aᵀa* ≤ d₊ + ¾d₋",
                                EscapeBoxChecks.distance(EscapeBox::distance).where(draw -> draw.uniform(735) < 0.2))));
    }
}
