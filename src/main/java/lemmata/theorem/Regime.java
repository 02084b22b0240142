package lemmata.theorem;

import java.util.List;
import java.util.stream.Stream;
import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Drift;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// By which mechanism a schedule can leave the spurious side: the mean step alone, or heat.
///
/// The mean step leads away from −w* in stages with ρ_w > ρ_esc. A run of the mean step from (φ₀, x₀, y₀) whose
/// `ceiling` = max{a₁x₀, a₁X_s(φ₀)} + max{a₂y₀, a₂Y_s(φ₀)}, over the stages s, is negative never comes below φ₀.
///
/// Without noise from (−w*, ā) the ceiling is āᵀa*. Filter as NETWORK or ANGLE. **Source.** theorem.Regime.
///
/// @param target a* ≠ 0
/// @param p length of the filter, at least 2
/// @param reading of the gradient; not with NORMALISED
/// @param schedule of noise and step sizes
public record Regime(Target target, int p, Reading reading, Schedule schedule) {

    private static final Angle OPPOSITE = Angle.ofRadians(Angle.radians(0)).supplement();

    /// A bound from both sides.
    ///
    /// @param low lower
    /// @param high upper
    public record Span(double low, double high) {

        private static final Span NONE = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        private static Span of(double value) {
            double slip = 8 * RoundOff.U * Math.abs(value);
            return new Span(value - slip, value + slip);
        }

        private static Span of(Bounded low, Bounded high) {
            return new Span(low.low(), high.high());
        }

        private Span join(Span other) {
            return new Span(Math.min(low, other.low), Math.max(high, other.high));
        }

        private Span plus(Span other) {
            return new Span(Math.nextDown(low + other.low), Math.nextUp(high + other.high));
        }
    }

    /// ρ_esc.
    @Statement({"theorem.Regime/S2", "theorem.Regime/S4"})
    public Bounded escapeNoise() {
        return SmoothedEquilibrium.escapeNoise(target, p, reading.a());
    }

    /// Whether ρ_w > ρ_esc in some stage: the mean step alone leaves −w*.
    @Statement({"theorem.Regime/S1", "theorem.Regime/S4"})
    public boolean drifts() {
        double level = escapeNoise().high();
        return stages().anyMatch(stage -> stage.rhoW() > level);
    }

    /// Whether ρ_w < ρ_esc in every stage: −w* attracts all the time.
    @Statement({"theorem.Regime/S1", "theorem.Regime/S2"})
    public boolean isThermal() {
        double level = escapeNoise().low();
        return stages().allMatch(stage -> stage.rhoW() < level);
    }

    private Stream<Stage> stages() {
        return schedule.stages().stream().filter(stage -> stage.steps() > 0);
    }

    /// Bounds of aᵀa* on the way of the mean step from a state, as long as φ does not fall below φ₀: the upper one is
    /// the ceiling.
    @Statement({"theorem.Regime/S1", "theorem.Regime/S2"})
    public Span alignment(LumpedState start) {
        double phi = Functions.atan2(start.s(), start.c());
        double psi = Functions.atan2(start.s(), -start.c());
        Angle first = new Angle(Angle.radians(phi * (1 - 16 * RoundOff.U)), Angle.radians(psi * (1 + 16 * RoundOff.U)));
        Span along = Span.of(target.along() * start.x());
        Span across = Span.of(target.across() * start.y());
        for (Stage stage : stages().toList()) {
            BallNoise noise = new BallNoise(p, stage.rhoW());
            NoiseMoments here = NoiseMoments.ofOutput(reading.a(), noise, first);
            NoiseMoments there = NoiseMoments.ofOutput(reading.a(), noise, OPPOSITE);
            along = along.join(Span.of(
                    square(target.along(), SmoothedEquilibrium.shareAlong(target.k(), there)),
                    square(target.along(), SmoothedEquilibrium.shareAlong(target.k(), here))));
            across = across.join(Span.of(
                    square(target.across(), SmoothedEquilibrium.shareAcross(there)),
                    square(target.across(), SmoothedEquilibrium.shareAcross(here))));
        }
        return along.plus(across);
    }

    private static Bounded square(double part, Bounded share) {
        return share.times(Bounded.within(2, part * part));
    }

    /// Whether the mean step from a state stays on the spurious side for certain, however many steps the stages have:
    /// the ceiling is negative, and steps are small: ηλ₁ ≤ 1 and η|aᵀa*| ≤ 2.
    @Statement({"theorem.Regime/S1", "theorem.Regime/S2"})
    public boolean traps(LumpedState start) {
        Span span = alignment(start);
        return span.high < 0
                && stages().allMatch(stage ->
                        stage.stiffness(reading, p, target.k()) <= 1 - 0x1p-40 && stage.eta() * -span.low <= 2);
    }

    /// The same noise with 1/`factor` of the step sizes and `factor` times as many steps: as far for the mean step,
    /// colder by the factor.
    @Statement({"theorem.Regime/S3"})
    public Regime cooled(int factor) {
        List<Stage> colder = schedule.stages().stream()
                .map(stage -> new Stage(stage.rhoW(), stage.rhoA(), stage.eta() / factor, stage.steps() * factor))
                .toList();
        return new Regime(target, p, reading, new Schedule(colder));
    }

    /// 2π/(ηd_∞(π)κ(π)): steps in which the mean step brings tan(φ/2) down by a factor e next to −w*, once a has
    /// settled; negative where it brings it up. NETWORK.
    @Statement("theorem.Regime/S4")
    public double turning(Stage stage) {
        BallNoise noise = new BallNoise(p, stage.rhoW());
        double d = SmoothedEquilibrium.alignment(target, NoiseMoments.ofOutput(reading.a(), noise, OPPOSITE))
                .value();
        return 2 * Math.PI / (stage.eta() * d * Drift.network(noise, OPPOSITE).value());
    }
}
