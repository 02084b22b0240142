package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lemmata.audit.EscapeBoxRuns.Case;
import lemmata.audit.EscapeBoxRuns.Failure;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.Start;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.EscapeBoxSpread;
import lemmata.theorem.PinnedEscape;

/// The cases that decide the sentences of Theorem 1 as printed, computed anew in each run. k = 2 and q = 0 unless said
/// otherwise.
final class EscapeBoxWitnesses {

    private static final Angle OPPOSITE = Angle.ofRadians(Angle.radians(0)).supplement();

    /// C_w of most witnesses: just above what p = k = 2 needs.
    private static final double NOISE = 1.05;

    private static final double DELTA = 0.1;

    private static final List<Integer> LENGTHS = List.of(2, 3, 4, 5, 6, 7, 8, 16, 32);
    private static final List<Integer> PATCHES = List.of(2, 4, 9, 16, 25, 100);

    private EscapeBoxWitnesses() {}

    /// The box with η the largest that it allows, C_η = C_T = C_h = 1.
    private static EscapeBox box(int p, double norm, double filterNoise, double outputNoise) {
        Configuration at = EscapeBoxChecks.flat(p, 2, norm, filterNoise * 2 * p * p, outputNoise, 1, DELTA);
        EscapeBox box = new EscapeBox(at, EscapeBox.Scale.UNIT);
        return box.withStep(box.largestStep());
    }

    private static String words(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    /// S2: C_w = 1.05 is enough at every cell looked at: a_∞ᵀa* > 0 at φ = π for certain, so at every angle.
    static Evidence enough(Reading.Output output, Run run) {
        boolean quick = run.budget() == Budget.QUICK;
        List<PinnedEscape.Cell> cells = quick ? cells(List.of(2, 8), List.of(2, 25)) : cells(LENGTHS, PATCHES);
        List<PinnedEscape.Cell> failing = cells.stream()
                .filter(cell -> !EscapeBoxChecks.letsGo(PinnedEscape.box(cell, NOISE, 1, EscapeBox.Scale.UNIT), output))
                .toList();
        return new Evidence(
                "enumeration",
                failing.isEmpty() ? Verdict.SAMPLED : Verdict.VIOLATED,
                "C_w = 1.05 makes −w* let go, " + output,
                cells.size(),
                Double.NaN,
                failing.isEmpty()
                        ? (quick ? "p 2, 8, k 2, 25" : "p 2 … 8, 16, 32, k 2, 4, 9, 16, 25, 100")
                                + ", q 0, ¼, ½, 1; not proved for other cells"
                        : "not at " + failing.getFirst());
    }

    private static List<PinnedEscape.Cell> cells(List<Integer> lengths, List<Integer> patches) {
        List<PinnedEscape.Cell> cells = new ArrayList<>();
        for (int p : lengths) {
            for (int k : patches) {
                for (double q : new double[] {0, 0.25, 0.5, 1}) {
                    cells.add(new PinnedEscape.Cell(p, k, q, 1));
                }
            }
        }
        return cells;
    }

    private static Bounded alignment(EscapeBox box, Reading.Output output) {
        NoiseMoments there = NoiseMoments.ofOutput(output, box.at().problem().noise(), OPPOSITE);
        return SmoothedEquilibrium.alignment(box.at().target(), there);
    }

    /// S2: at p = k = 2 with this C_w the mean a-step rests at aᵀa* < 0 over −w*, where C1's drift then leads back to
    /// it: not every C_w will do.
    static Evidence tooLittle(Reading.Output output, double filterNoise) {
        EscapeBox box = box(2, 1, filterNoise, 1);
        Bounded alignment = alignment(box, output);
        boolean shown = alignment.high() < 0 && box.at().rhoW() >= 1;
        return new Evidence(
                "witness",
                shown ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "read for every C_w it is false, " + output + ": C_w = " + filterNoise + ", ρ_w = C_w kp² ≥ 1",
                1,
                Double.NaN,
                words(
                        "p = k = 2, q = 0, ‖a*‖ = 1, ρ_w = %.0f: a_∞ᵀa* = %.4g ± %.1e < 0 at φ = π; it takes C_w >"
                                + " %.4f here, %.4f at p = 8, %.4f at p = 8, k = 25, nothing at q ≥ 1 + (k−1)/π; lemmata"
                                + " constants --p 2 --k 2 --q 0 --rho-w %.0f --alignment 0,inf --reading %s,NETWORK",
                        box.at().rhoW(),
                        alignment.value(),
                        alignment.error(),
                        box.threshold(output).value(),
                        box(8, 1, 1, 1).threshold(output).value(),
                        threshold(output),
                        box.at().rhoW(),
                        output));
    }

    private static double threshold(Reading.Output output) {
        Configuration at = new Configuration(Target.of(25, 0, 1), 8, 1600, 1, 1, 1, DELTA);
        return new EscapeBox(at, EscapeBox.Scale.UNIT).threshold(output).value();
    }

    /// S3: one m_a after the other, and a p at which aᵀa* is below it with more than probability δ, at every step.
    static Evidence fading(Reading.Output output) {
        boolean radial = output == Reading.Output.RADIAL;
        double[] levels = radial ? new double[] {1e-2, 1e-3, 1e-4} : new double[] {1e-1, 1e-2, 2e-3};
        int[] lengths = radial ? new int[] {16, 64, 512} : new int[] {16, 128, 600};
        boolean violated = true;
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            EscapeBoxSpread spread =
                    new EscapeBoxSpread(box(lengths[i], 1, NOISE, 1).at(), output);
            double most = spread.above(levels[i]);
            violated &= most < 1 - DELTA;
            parts.add(words(
                    "m_a = %s: p = %d, d_∞(0) = %.3g, P ≤ %.2g",
                    levels[i], lengths[i], spread.greatest().value(), most));
        }
        return Evidence.witness(
                "one m_a > 0 for all p, " + output,
                violated,
                words(
                        "k = 2, q = 0, ‖a*‖ = 1, C_w = 1.05, C_a = C_η = 1, δ = 0.1; P(aᵀa* ≥ m_a) at any one step:"
                                + " %s; claimed 0.9; means: lemmata constants --p 16 --k 2 --q 0 --rho-w 537.6 --alignment"
                                + " 0,inf",
                        String.join("; ", parts)));
    }

    /// S4: by moments for both readings of the a-part, by runs for all six, and by the witness of many steps.
    static List<Evidence> negative(Run run) {
        List<Evidence> found = new ArrayList<>();
        found.add(bound(Reading.Output.RADIAL, 32, 1));
        found.add(bound(Reading.Output.UNIT, 2, 1e-4));
        Configuration small = box(2, 0.05, 2, 1).at();
        for (Case each : cases(small, run)) {
            found.add(EscapeBoxRuns.witness(
                    "aᵀa* > 0 at T₁, ‖a*‖ = 0.05, " + each.reading(), each, Failure.NEGATIVE, "the last step is ⌈T₁⌉"));
        }
        return found;
    }

    private static Evidence bound(Reading.Output output, int p, double norm) {
        EscapeBox box = box(p, norm, output == Reading.Output.RADIAL ? NOISE : 2, 1);
        EscapeBoxSpread spread = new EscapeBoxSpread(box.at(), output);
        double least = spread.negative();
        boolean inTime = spread.settled() <= box.promise().until();
        return Evidence.witness(
                "aᵀa* > 0 for constants C_w, C_a, C_η, " + output,
                least > DELTA && inTime && box.applies(),
                words(
                        "p = %d, k = 2, q = 0, ‖a*‖ = %s, C_w = %.2f, C_a = C_η = 1: P(aᵀa* ≤ 0) ≥ %.4f > δ = 0.1 at"
                                + " every single step from %.2g to η⁻² = %.2g, whatever w does; deviation %.3g against"
                                + " d_∞(0) = %.3g",
                        p,
                        norm,
                        output == Reading.Output.RADIAL ? NOISE : 2,
                        least,
                        Math.max(spread.settled(), box.burnIn()),
                        box.promise().until(),
                        norm * Math.sqrt(spread.square()),
                        spread.greatest().value()));
    }

    /// All six readings, up to ⌈T₁⌉ steps.
    private static List<Case> cases(Configuration at, Run run) {
        long steps = (long) Math.ceil(new EscapeBox(at, EscapeBox.Scale.UNIT).burnIn());
        return EscapeBoxRuns.readings(at, steps, run.budget() == Budget.DEEP ? 1000 : 200);
    }

    /// S5: a single step at a small ‖a*‖, by a bound; T₁ steps in all readings, by runs.
    static List<Evidence> turnedAway(Run run) {
        List<Evidence> found = new ArrayList<>();
        EscapeBox box = box(2, 1e-3, 2, 1);
        for (Reading.Output output : Reading.Output.values()) {
            double most = new EscapeBoxSpread(box.at(), output).turned(1);
            found.add(Evidence.witness(
                    "φ ≤ 5π/12 from T₁ on, " + output + ",NETWORK and ANGLE",
                    box.burnIn() <= 1 && most < 1 - DELTA,
                    words(
                            "p = k = 2, q = 0, ‖a*‖ = 0.001, C_w = 2, C_a = C_η = C_T = 1: T₁ = %.2f, P(φ₁ ≤ 5π/12) ≤"
                                    + " %.3f from a uniform w₀, claimed 0.9; T₁ ≤ 1 for ‖a*‖ ≤ %.2g",
                            box.burnIn(), most, box.smallNorm())));
        }
        for (Case each : cases(box(2, 0.05, 2, 1).at(), run)) {
            found.add(EscapeBoxRuns.witness(
                    "φ ≤ 5π/12 at T₁, ‖a*‖ = 0.05, " + each.reading(), each, Failure.WIDE, "the last step is ⌈T₁⌉"));
        }
        return found;
    }

    /// S6: with little noise on the output weights a run has not turned at T₁, by a bound of its moments.
    static Evidence tooEarly() {
        EscapeBox box = box(32, 1, NOISE, 0.01);
        double most = new EscapeBoxSpread(box.at(), Reading.Output.RADIAL).turned(Math.ceil(box.burnIn()));
        return Evidence.witness(
                "T₁ is long enough, RADIAL,NETWORK and RADIAL,ANGLE",
                most < 1 - DELTA,
                words(
                        "p = 32, k = 2, q = 0, ‖a*‖ = 1, C_w = 1.05, C_a = 0.01, C_η = C_T = 1: P(φ ≤ 5π/12 at T₁ ="
                                + " %.3g) ≤ %.3f, claimed 0.9",
                        box.burnIn(), most));
    }

    /// S6: the mean flow needs more than T₁ from π/2 to 5π/12, and ever more as p grows.
    static Evidence tooSlow() {
        String table = Reading.all().stream()
                .map(reading -> words(
                        "%s %.3g, %.3g, %.3g",
                        reading,
                        ratio(box(8, 1, NOISE, 1), reading),
                        ratio(box(32, 1, NOISE, 1), reading),
                        ratio(box(128, 1, NOISE, 1), reading)))
                .collect(Collectors.joining("; "));
        Configuration at = box(32, 1, NOISE, 1).at();
        double time = at.eta() * box(32, 1, NOISE, 1).burnIn();
        return Evidence.witness(
                "the exponents of p and k in T₁",
                ratio(box(32, 1, NOISE, 1), Reading.POSTER) > 2
                        && ratio(box(128, 1, NOISE, 1), Reading.POSTER)
                                > 2 * ratio(box(32, 1, NOISE, 1), Reading.POSTER),
                "steps of the mean flow from π/2 to 5π/12 over T₁, at least, for C_T = 1, k = 2, q = 0, ‖a*‖ = 1, C_w"
                        + " = 1.05, p = 8, 32, 128: " + table
                        + "; lemmata run --algorithm gd --gradient smoothed --p 32 --k 2 --q 0 --rho-w 2150.4 --eta"
                        + " 1e-7 --trial 1 --steps 40000 --every 4000 turns by 3.53e-9 in ηt = 0.004, "
                        + words("so by %.4f in ηT₁ = %.0f, of 0.262 from π/2 to 5π/12", 3.53e-9 / 0.004 * time, time));
    }

    /// S6: T₁ falls with ‖a*‖ where the time that is needed grows, in all readings.
    static Evidence inverted() {
        String table = Reading.all().stream()
                .map(reading -> words(
                        "%s %.3g, %.3g",
                        reading, ratio(box(8, 0.5, NOISE, 1), reading), ratio(box(8, 0.1, NOISE, 1), reading)))
                .collect(Collectors.joining("; "));
        boolean all = Reading.all().stream().allMatch(reading -> ratio(box(8, 0.1, NOISE, 1), reading) > 2);
        return Evidence.witness(
                "‖a*‖² as a factor of T₁",
                all,
                "the same at p = 8 for ‖a*‖ = 0.5, 0.1, where it grows as ‖a*‖⁻⁴: " + table);
    }

    private static double ratio(EscapeBox box, Reading reading) {
        return box.needed(reading) / box.burnIn();
    }

    /// S7: whatever m_a, an η at which no first step reaches it, and a δ so near 1 that T₁ ≤ 1; all readings.
    static Evidence noTimeToAlign() {
        boolean violated = true;
        List<String> parts = new ArrayList<>();
        for (double level : new double[] {0.1, 1e-3, 1e-6}) {
            EscapeBox box = hasty(level);
            violated &= box.applies() && box.burnIn() <= 1 && box.firstAlignment() < level;
            parts.add(words(
                    "m_a = %.0e: η = %.3g, δ = 1 − %.2g, T₁ = %.2f, |a₁ᵀa*| ≤ %.3g",
                    level, box.at().eta(), 1 - box.at().delta(), box.burnIn(), box.firstAlignment()));
        }
        EscapeBox first = hasty(0.1);
        List<Case> cases = EscapeBoxRuns.readings(first.at(), 1, 1000);
        double most =
                cases.stream().mapToDouble(EscapeBoxRuns::mostAlignment).max().orElseThrow();
        return Evidence.witness(
                "any δ in (0, 1): m_a ≤ aᵀa*, all readings, every w₀",
                violated && most <= first.firstAlignment(),
                words(
                        "p = k = 2, q = 0, a₀ = 0, ‖a*‖ = 1, C_w = 2, C_a = C_η = C_T = 1: %s; so at t = 1 the claim"
                                + " has probability 0, not 1 − δ > 0; largest |a₁ᵀa*| of 6000 runs at m_a = 0.1: %.4f; %s",
                        String.join("; ", parts), most, cases.getFirst().command()));
    }

    /// The box at p = k = 2 with η such that the first aᵀa* is at most nine tenths of a level, and δ with T₁ = ½.
    private static EscapeBox hasty(double level) {
        EscapeBox any = new EscapeBox(EscapeBoxChecks.flat(2, 2, 1, 16, 1, 1, DELTA), EscapeBox.Scale.UNIT);
        Configuration at = any.withStep(0.9 * level / any.firstAlignment()).at();
        double delta = 1 - (1 - new EscapeBox(at, EscapeBox.Scale.UNIT).instant()) / 2;
        return new EscapeBox(
                EscapeBoxChecks.flat(2, 2, 1, at.rhoW(), at.rhoA(), at.eta(), delta), EscapeBox.Scale.UNIT);
    }

    /// S7: δ so near 1 that T₁ ≤ 1, and one step from a w₀ beyond 5π/12.
    static Evidence noTimeToTurn() {
        Configuration near = EscapeBoxChecks.flat(2, 2, 1, 16, 1, 0x1p-10, 1 - 0x1p-16);
        EscapeBox box = new EscapeBox(near, EscapeBox.Scale.UNIT);
        Case given = Case.of(near, Reading.POSTER, 1, 1000);
        double turn = EscapeBoxRuns.firstTurn(given);
        boolean violated = box.applies() && box.burnIn() <= 1 && turn <= box.stride() && Math.PI - box.stride() > 2;
        return Evidence.witness(
                "any δ in (0, 1): φ ≤ 5π/12 from any w₀, NETWORK and ANGLE",
                violated,
                words(
                        "p = k = 2, q = 0, ‖a*‖ = 1, C_w = 2, C_a = C_η = C_T = 1, η = 2⁻¹⁰, δ = 1 − 2⁻¹⁶: T₁ = %.2f,"
                                + " and the first step turns w by %.3f at most (seen: %.3f); so from φ₀ > 5π/12 + %.3f the"
                                + " claim at t = 1 has probability 0, not 2⁻¹⁶; δ from %.6f on does it; %s",
                        box.burnIn(), box.stride(), turn, box.stride(), box.instant(), given.command()));
    }

    /// S8: p = 1, a* = 0, and w₀ = −w* under ANGLE.
    static List<Evidence> unnamed() {
        Configuration line = EscapeBoxChecks.flat(1, 2, 1, 4, 1, 0.02, DELTA);
        long steps = (long) Math.ceil(new EscapeBox(line, EscapeBox.Scale.UNIT).burnIn());
        Configuration none = EscapeBoxChecks.flat(2, 2, 0, 16, 1, 1e-4, DELTA);
        Configuration plain = box(2, 1, 2, 1).at();
        List<Evidence> found = new ArrayList<>();
        found.add(EscapeBoxRuns.witness(
                "p = 1 is allowed",
                Case.of(line, Reading.POSTER, steps, 200),
                Failure.OUTSIDE,
                "there w never moves; the last step is ⌈T₁⌉"));
        found.add(EscapeBoxRuns.witness(
                "a* = 0 is allowed",
                Case.of(none, Reading.POSTER, 1000, 100),
                Failure.NEGATIVE,
                "aᵀa* = 0 for ever, T₁ = 0"));
        for (Reading.Output output : Reading.Output.values()) {
            Reading angle = new Reading(output, Reading.Filter.ANGLE);
            Case given = new Case(plain, 0, angle, Start.SPURIOUS, 1, 100, 1);
            found.add(Evidence.witness(
                    "w₀ = −w* is allowed, " + angle,
                    EscapeBoxRuns.count(given).wide() == 100 && EscapeBoxRuns.firstTurn(given) == 0,
                    words(
                            "one step leaves w where it is, whatever a and the noise, so T₁ = %.2g do"
                                    + " (smoothing.Reading/S3); %s",
                            new EscapeBox(plain, EscapeBox.Scale.UNIT).burnIn(), given.command())));
        }
        return found;
    }
}
