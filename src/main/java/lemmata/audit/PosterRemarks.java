package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.OutputDissipativity.Displacement;
import lemmata.dissipativity.PartialDissipativity;
import lemmata.dissipativity.Region;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Drift;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// Single cases that decide the poster's remarks about C1 and C2, computed anew in each run: p = 2, k = 1, a* = 1 where
/// that is enough, else the poster's p = 6 and first k = 25.
final class PosterRemarks {

    private static final int P = 6;

    private static final int K = 25;

    /// No noise, the least for which P-GD's noise outweighs w, and the largest that a source reports: 36.
    private static final double[] RADII = {0, 1, 36};

    private static final Target ONE = new Target(1, 1, 0);

    private static final BallNoise QUIET = new BallNoise(2, 0);

    private static final Angle RIGHT = NoiseDraw.at(Math.PI / 2);

    private static final Angle OPPOSITE = NoiseDraw.fromOpposite(0);

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private PosterRemarks() {}

    /// PartialDissipativity/S1: C2 does hold on all of S × R^k; C1 does not.
    static Evidence globally() {
        StringBuilder slacks = new StringBuilder();
        boolean second = true;
        boolean first = true;
        for (Reading.Output reading : Reading.Output.values()) {
            for (double rho : RADII) {
                BallNoise noise = new BallNoise(2, rho);
                Bounded slack =
                        PartialDissipativity.globalSlack(ONE, noise, reading).value();
                double ca = OutputDissipativity.limit(ONE, noise, reading).low() / 2;
                second &= ca > 0 && slack.high() < INFINITE;
                first &= PartialDissipativity.filterHolds(ONE, noise, Reading.Filter.NETWORK, at(Math.PI / 2, -1));
                slacks.append(String.format(
                        Locale.ROOT, "; %s, ρ_w = %.0f: c_a = %.3g, γ_a = %.3g", reading, rho, ca, slack.value()));
            }
        }
        return Evidence.witness(
                "each of C1 and C2 fails on S × R^k",
                second && !first,
                "p = 2, k = 1, a* = 1: C1 fails at a = −1, w ⟂ w*, but C2 holds everywhere" + slacks);
    }

    /// PartialDissipativity/S3, without noise, for p = 2, k = 1, a* = 1, w ⟂ w*, where κ = π/2, h = 1, λ₁ = ½,
    /// β₁ = (π−1)/2π: at a = −1 C2 holds with γ_a = 0 and c_a = ¼ and C1 fails for every c_w > 0; at a = ¾ C1 holds
    /// with c_w = 0.09 < 3/32 and C2 fails with γ_a = 0 for every c_a > 0.
    static Evidence notTogether() {
        Bounded far = quietForm(-2);
        Bounded near = quietForm(-0.25);
        Bounded back = quietTurn(-1);
        Bounded towards = quietTurn(0.75);
        boolean onlySecond = far.low() > 0.25 * 4 && back.high() < 0;
        boolean onlyFirst = near.high() < 0 && towards.low() > 0.09 * 2;
        String detail = String.format(
                Locale.ROOT,
                "p = 2, k = 1, a* = 1, w ⟂ w*, ρ_w = 0; C2's inner product is %.4f at a = −1, %.4f at a = 0.75;"
                        + " C1's is %.4f and %.4f",
                far.value(),
                near.value(),
                back.value(),
                towards.value());
        return witness("C2 alone at one point, C1 alone at another", 2, onlySecond && onlyFirst, detail);
    }

    /// C2's inner product without noise at w ⟂ w*, a = 1 + e.
    private static Bounded quietForm(double e) {
        NoiseMoments moments = NoiseMoments.of(Reading.POSTER, QUIET, RIGHT);
        return new OutputDissipativity(ONE, moments).inner(new Displacement(e, 0), 0);
    }

    /// C1's there, where ‖w−w*‖² = 2.
    private static Bounded quietTurn(double d) {
        return FilterDissipativity.inner(Drift.network(QUIET, RIGHT), d, RIGHT);
    }

    /// PartialDissipativity/S3 with noise: a = −1 as before; between a_∞ and a*, where aᵀa* > 0, the form is negative.
    static List<Evidence> notTogetherWithNoise() {
        return Stream.of(Reading.Output.values())
                .map(reading -> {
                    boolean holds = true;
                    for (double rho : RADII) {
                        NoiseMoments moments =
                                NoiseMoments.ofOutput(reading, new BallNoise(2, rho), NoiseDraw.at(Math.PI / 2));
                        OutputDissipativity condition = new OutputDissipativity(ONE, moments);
                        Displacement middle = condition.worst(0);
                        holds &= condition.inner(new Displacement(-2, 0), 0).low() > 0
                                && condition.inner(middle, 0).high() < 0
                                && 1 + middle.along() > 0;
                    }
                    return witness(
                            reading + ": the same for ρ_w = 0, 1, 36", RADII.length, holds, "p = 2, k = 1, a* = 1");
                })
                .toList();
    }

    /// PartialDissipativity/S4: the sharp rate at 135° and aᵀa* = 1, for each reading of the filter's gradient; γ_a at
    /// φ = 0 for each of the output's.
    static List<Evidence> varying() {
        Stream<Evidence> rates = Stream.of(Reading.Filter.values()).map(reading -> {
            Bounded[] values = new Bounded[RADII.length];
            for (int i = 0; i < values.length; i++) {
                BallNoise noise = new BallNoise(P, RADII[i]);
                values[i] = FilterDissipativity.rate(ONE, noise, reading, at(3 * Math.PI / 4, 1))
                        .value();
            }
            return varies(reading + ": sharp c_w, φ = 135°, aᵀa* = 1, p = 6", values);
        });
        Stream<Evidence> slacks = Stream.of(Reading.Output.values()).map(reading -> {
            Bounded[] values = new Bounded[RADII.length];
            for (int i = 0; i < values.length; i++) {
                Target target = Target.of(K, 1, 1);
                values[i] = PartialDissipativity.slackAt(target, new BallNoise(P, RADII[i]), reading, NoiseDraw.at(0));
            }
            return varies(reading + ": sharp γ_a, φ = 0, p = 6, k = 25, q = 1, ‖a*‖ = 1", values);
        });
        return Stream.concat(rates, slacks).toList();
    }

    /// PartialDissipativity/S6, the smallest case: on the starts of p = 2, k = 1, a* = 1 C2 holds with a finite γ_a and
    /// C1 does not; with γ_a = 0 C2 does not either: a₀ = 0.75 is a start.
    static Evidence aroundInitialization() {
        boolean holds = true;
        for (double rho : RADII) {
            BallNoise noise = new BallNoise(2, rho);
            for (Reading.Filter reading : Reading.Filter.values()) {
                holds &= !PartialDissipativity.filterHolds(ONE, noise, reading, PartialDissipativity.starts(ONE));
            }
            for (Reading.Output reading : Reading.Output.values()) {
                holds &= PartialDissipativity.globalSlack(ONE, noise, reading)
                                .value()
                                .high()
                        < INFINITE;
            }
        }
        holds &= quietForm(-0.25).high() < 0;
        return witness(
                "C2 and not C1 for ρ_w = 0, 1, 36, every reading",
                RADII.length,
                holds,
                "p = 2, k = 1, a* = 1; with γ_a = 0 C2 fails there too, at a₀ = 0.75, w₀ ⟂ w*, ρ_w = 0");
    }

    /// PartialDissipativity/S7: where the smoothed step leads at the worst angle, φ = π: aᵀa* > 0 at twice ρ_esc, not
    /// at half of it.
    static List<Evidence> wherePgdLeads() {
        return Stream.of(Reading.Output.values())
                .map(reading -> {
                    boolean holds = true;
                    StringBuilder radii = new StringBuilder();
                    for (int q = 0; q <= 4; q += 4) {
                        Target target = Target.of(K, q, 1);
                        double escape = SmoothedEquilibrium.escapeNoise(target, P, reading)
                                .value();
                        holds &= stillAt(target, 2 * escape, reading).low() > 0
                                && stillAt(target, escape / 2, reading).high() < 0;
                        radii.append(String.format(Locale.ROOT, ", ρ_esc = %.4g for q = %d", escape, q));
                    }
                    String detail = "p = 6, k = 25" + radii;
                    return witness(reading + ": a_∞ᵀa* > 0 at φ = π above ρ_esc only", 4, holds, detail);
                })
                .toList();
    }

    private static Bounded stillAt(Target target, double rho, Reading.Output reading) {
        return SmoothedEquilibrium.alignment(target, NoiseMoments.ofOutput(reading, new BallNoise(P, rho), OPPOSITE));
    }

    /// The students of one angle and one aᵀa*.
    private static Region at(double phi, double d) {
        Angle angle = NoiseDraw.at(phi);
        return new Region(angle, angle, d, d, INFINITE, -INFINITE, INFINITE);
    }

    /// Whether all values differ by more than their errors.
    private static Evidence varies(String claim, Bounded[] values) {
        boolean holds = true;
        StringBuilder detail = new StringBuilder("ρ_w = 0, 1, 36:");
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                Bounded difference = values[i].minus(values[j]);
                holds &= Math.abs(difference.value()) > difference.error();
            }
            detail.append(String.format(Locale.ROOT, " %.4g", values[i].value()));
        }
        return witness(claim, values.length, holds, detail.toString());
    }

    /// A witness for a claim, in doubles with bounds of their error.
    private static Evidence witness(String claim, int cases, boolean holds, String detail) {
        Verdict verdict = holds ? Verdict.SAMPLED : Verdict.VIOLATED;
        return new Evidence("witness", verdict, claim, cases, Double.NaN, detail);
    }
}
