package lemmata.dissipativity;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import lemmata.audit.Check;
import lemmata.audit.EpochChecks;
import lemmata.audit.PosterRemarkChecks;
import lemmata.audit.PosterRemarkChecks.Holds;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// Checks of wrong decisions about the poster's remarks.
final class WrongRemarks {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /// A slip that depends on γ_a, the target and the radius.
    @FunctionalInterface
    interface Slip {
        double of(double value, Target target, double rho);
    }

    /// A slip of the global γ_a, given the right one and the condition at φ = 0.
    @FunctionalInterface
    interface Global {
        Bounded of(Sharp right, OutputDissipativity atTeacher);
    }

    private WrongRemarks() {}

    static Check order(Reading.Output output, Slip slip) {
        return EpochChecks.exponents(
                output,
                (target, noise, reading, angle) -> {
                    Bounded right = PartialDissipativity.slackAt(target, noise, reading, angle);
                    return new Bounded(slip.of(right.value(), target, noise.rho()), right.error());
                },
                OutputDissipativity::smallNoise);
    }

    static Check exchanged(Reading.Output output) {
        Reading.Output other = output == Reading.Output.UNIT ? Reading.Output.RADIAL : Reading.Output.UNIT;
        return EpochChecks.exponents(
                output,
                PartialDissipativity::slackAt,
                (target, p, reading, share) -> OutputDissipativity.smallNoise(target, p, other, share));
    }

    static Check falling(Reading.Output output, UnaryOperator<Angle> slip) {
        return EpochChecks.falling(
                output,
                (target, noise, reading, angle) ->
                        PartialDissipativity.slackAt(target, noise, reading, slip.apply(angle)));
    }

    static Check starts(Holds holds, UnaryOperator<Region> slip) {
        return EpochChecks.aroundInitialization(holds, target -> slip.apply(PartialDissipativity.starts(target)));
    }

    static Check aligned(ToDoubleFunction<Target> error) {
        return EpochChecks.aligned(PartialDissipativity::filterHolds, error);
    }

    static Check everywhere(Global slip) {
        return PosterRemarkChecks.everywhere((target, noise, reading) -> {
            Sharp right = PartialDissipativity.globalSlack(target, noise, reading);
            OutputDissipativity atTeacher =
                    new OutputDissipativity(target, NoiseMoments.ofOutput(reading, noise, Region.ALL.phiLow()));
            return new Sharp(slip.of(right, atTeacher), right.weights(), right.angle());
        });
    }

    static Region ball(Region region, double norm) {
        return new Region(region.phiLow(), region.phiHigh(), -INFINITE, INFINITE, norm, -INFINITE, INFINITE);
    }
}
