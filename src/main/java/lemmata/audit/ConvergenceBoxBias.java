package lemmata.audit;

import java.util.List;
import java.util.Locale;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.ConvergenceBox.Scale;
import lemmata.theorem.ExitBound;
import lemmata.theorem.OutputPath;
import lemmata.theorem.Reach;

/// theorem.ConvergenceBox/S2: the noise that the box admits keeps a away from a*, whatever the filter does.
///
/// 1ᵀa* = 0. Along every path of the filter the mean of y is at most c₂(0)a₂ and a transient, and y exceeds its mean
/// path by U with the probability that [ExitBound] bounds. So a₂ − y_t > √γ at every t from T₂ to the horizon.
final class ConvergenceBoxBias {

    private static final Angle STRAIGHT = NoiseDraw.fromOpposite(0).supplement();

    private ConvergenceBoxBias() {}

    /// p = 8, k = 2, γ = ½, δ = 0.1, all constants 1, ρ_w = 1/32 and ρ_a = 1 the largest, η = 1.86·10⁻⁸.
    static ConvergenceBox box(double norm) {
        return new ConvergenceBox(
                new Configuration(Target.of(2, 0, norm), 8, 0.03125, 1, 1.86e-8, 0.5, 0.1), Scale.UNIT);
    }

    /// A bound on the probability that ‖a_t − a*‖² ≤ γ at some t of the interval, from any a₀ with |y₀| ≤ 2‖a*‖.
    static double chance(ConvergenceBox box, Reading.Output reading) {
        Configuration at = box.at();
        double lambda = at.problem().lambdaAcross().low();
        double beta = (Math.PI - 1) / (2 * Math.PI);
        double rate = reading == Reading.Output.RADIAL ? lambda : beta;
        double fading = 2 * at.target().norm() * Functions.exp(-at.eta() * rate * box.burnIn());
        double level = box.leastBias(reading) - Math.sqrt(at.gamma()) * (1 + 1e-12) - fading;
        Noise noise = noise(at, reading, 2 * at.target().norm() + level);
        return level > 0
                ? ExitBound.probability(
                        level,
                        ExitBound.variance(at.eta(), rate, noise.variance),
                        at.eta() * noise.range / 3,
                        box.promise().until())
                : 1;
    }

    /// Variance and range of one step's noise in y, over η² and η.
    private record Noise(double variance, double range) {}

    /// Under UNIT y⁺ = y − η[β(y+ε₂) − (g̃−1)a₂/2π], and g̃ keeps within π·πρ/2 of g(φ).
    private static Noise noise(Configuration at, Reading.Output reading, double most) {
        if (reading == Reading.Output.RADIAL) {
            OutputPath path = new OutputPath(at.problem(), NoiseDraw.fromOpposite(0));
            double y = path.reach(new Reach(0, most, 0), 0, 0).y();
            return new Noise(path.varianceAcross(y), path.rangeAcross(y));
        }
        double beta = (Math.PI - 1) / (2 * Math.PI);
        double kernel = Math.PI * at.rhoW() * at.target().across() / 4;
        double output = beta * at.rhoA();
        return new Noise(output * output + kernel * kernel, output + 2 * kernel);
    }

    /// Both readings of the a-part, each with a norm ‖a*‖ at which it fails; and what is enough.
    static List<Evidence> evidence() {
        return List.of(witness(Reading.Output.RADIAL, 1500), witness(Reading.Output.UNIT, 2000), enough());
    }

    private static Evidence witness(Reading.Output reading, double norm) {
        ConvergenceBox box = box(norm);
        double bias = box.leastBias(reading);
        double chance = chance(box, reading);
        boolean fails = box.applies()
                && !box.promise().isVacuous()
                && chance < 1 - box.at().delta();
        return Evidence.witness(
                reading + ", with every reading of the w-part; constants the same for all a*",
                fails,
                String.format(
                        Locale.ROOT,
                        "p = 8, k = 2, q = 0, γ = 1/2, δ = 0.1, all constants 1, ‖a*‖ = %.0f, ρ_w = 1/32, η ="
                                + " %.3g: ‖a_∞ − a*‖²"
                                + " ≥ %.6f at w = w* (no nearer at any w); P(‖a_t − a*‖² ≤ γ at some t in"
                                + " [%.3g, %.3g]) ≤ %.0e, claimed ≥ 0.9;"
                                + " lemmata constants --p 8 --k 2 --q 0 --norm %.0f --rho-w 0.03125 --reading"
                                + " %s,NETWORK --alignment 0,inf: e₂(φ_lo)",
                        norm,
                        box.at().eta(),
                        bias * bias,
                        box.burnIn(),
                        box.promise().until(),
                        Math.max(chance, 1e-300),
                        norm,
                        reading));
    }

    /// What is enough: ‖a_∞ − a*‖² at w = w* over γ′‖a*‖², for ρ_w = 0.6 γ′^¼, at most; whatever ‖a*‖ is.
    static Evidence enough() {
        double worst = 0;
        int cases = 0;
        for (int p : List.of(2, 3, 6, 25, 1000)) {
            for (double gamma : List.of(1.0, 0.5, 0.1, 0.01, 1e-4, 1e-6)) {
                NoiseMoments moments = NoiseMoments.ofOutput(
                        Reading.Output.RADIAL, new BallNoise(p, 0.6 * Math.sqrt(Math.sqrt(gamma))), STRAIGHT);
                for (int k : List.of(1, 2, 25, 1000)) {
                    worst = Math.max(worst, share(k, moments) / gamma);
                    cases++;
                }
            }
        }
        return new Evidence(
                "conditions",
                worst <= 0.25 ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "ρ_w = 0.6 γ′^¼ leaves ‖a_∞ − a*‖² ≤ ¼γ′‖a*‖² at w = w*",
                cases,
                4 * worst,
                String.format(
                        Locale.ROOT, "at most %.3g γ′‖a*‖², p = 2 … 1000, k = 1 … 1000, γ′ = 10⁻⁶ … 1, RADIAL", worst));
    }

    /// max{(1−c₁)², (1−c₂)²}, not below it.
    private static double share(int k, NoiseMoments moments) {
        Bounded first = SmoothedEquilibrium.shareAlong(k, moments).complement();
        Bounded second = SmoothedEquilibrium.shareAcross(moments).complement();
        double along = Math.abs(first.value()) + first.error();
        double across = Math.abs(second.value()) + second.error();
        return Math.max(along * along, across * across);
    }
}
