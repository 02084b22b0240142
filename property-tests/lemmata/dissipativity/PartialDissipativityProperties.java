package lemmata.dissipativity;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.Arrays;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.EpochChecks;
import lemmata.audit.PosterRemarkChecks;
import lemmata.audit.SlackTrendChecks;
import lemmata.claim.Statement;
import lemmata.dissipativity.OutputDissipativity.Displacement;
import lemmata.loss.Angle;
import lemmata.loss.FilterGradient;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dissipativity.PartialDissipativity.
@DrawnCases
class PartialDissipativityProperties {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final double[] RADII = {0, 1, 36};

    /// k = 1, a* = 1.
    private static final Target ONE = new Target(1, 1, 0);

    @Example
    @Statement("dissipativity.PartialDissipativity/S1")
    void secondConditionHoldsGloballyAndTheFirstDoesNot() {
        for (double rho : RADII) {
            for (Reading reading : Reading.all()) {
                BallNoise noise = new BallNoise(2, rho);
                double slack = PartialDissipativity.globalSlack(ONE, noise, reading.a())
                        .value()
                        .high();
                holds(slack < INFINITE, "C2 holds everywhere, " + reading);
                holds(!holdsAt(noise, reading.w(), -1), "C1 fails at a = −1, w ⟂ w*, " + reading);
            }
        }
        rejects("a = 1 as a witness", !holdsAt(new BallNoise(2, 1), Reading.Filter.NETWORK, 1));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S2")
    void firstConditionHoldsExactlyWhereTheWeightsAreAligned(@ForAll Draw draw) {
        holds(PosterRemarkChecks.pointwise(PartialDissipativity::filterHolds), draw);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S2")
    void secondConditionHoldsEverywhere(@ForAll Draw draw) {
        holds(PosterRemarkChecks.everywhere(PartialDissipativity::globalSlack), draw);
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S2")
    void otherRegionsAreRejected() {
        rejects("everywhere", PosterRemarkChecks.pointwise((target, noise, reading, region) -> true));
        rejects("nowhere", PosterRemarkChecks.pointwise((target, noise, reading, region) -> false));
        rejects(
                "at −w* too",
                PosterRemarkChecks.pointwise((target, noise, reading, region) -> region.alignmentLow() > 0));
        rejects(
                "up to 90° only",
                PosterRemarkChecks.pointwise(
                        (target, noise, reading, region) -> region.phiHigh().phi() < 1.6
                                && PartialDissipativity.filterHolds(target, noise, reading, region)));
        rejects(
                "γ_a of φ = 0",
                WrongRemarks.everywhere(
                        (sharp, condition) -> condition.slack(condition.limit().value() / 2)));
        rejects("less by 10⁻⁶", WrongRemarks.everywhere((sharp, condition) -> times(sharp.value(), 1 - 1e-6)));
        rejects("0", WrongRemarks.everywhere((sharp, condition) -> Bounded.exact(0)));
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S3")
    void eitherConditionMayHoldAlone() {
        for (double rho : RADII) {
            for (Reading reading : Reading.all()) {
                BallNoise noise = new BallNoise(2, rho);
                OutputDissipativity condition = atRightAngle(noise, reading.a());
                Displacement middle = condition.worst(0);
                boolean second = condition.inner(new Displacement(-2, 0), 0).low() > 0;
                boolean first = condition.inner(middle, 0).high() < 0;
                holds(second && !holdsAt(noise, reading.w(), -1), "C2 alone at a = −1, " + reading);
                holds(
                        first && holdsAt(noise, reading.w(), 1 + middle.along()),
                        "C1 alone between a_∞ and a*, " + reading);
            }
        }
        OutputDissipativity condition = atRightAngle(new BallNoise(2, 1), Reading.Output.RADIAL);
        rejects("C1 alone at 2a*", condition.inner(new Displacement(1, 0), 0).high() < 0);
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S4")
    void constantsVaryWithTheNoise() {
        for (Reading.Filter reading : Reading.Filter.values()) {
            holds(differ(rate(0, reading, 2.4), rate(1, reading, 2.4)), "c_w varies at φ = 2.4, " + reading);
        }
        for (Reading.Output reading : Reading.Output.values()) {
            holds(differ(slack(0, reading), slack(1, reading)), "γ_a varies at φ = 0, " + reading);
        }
        rejects(
                "c_w varies at φ = 90° under NETWORK",
                differ(rate(0, Reading.Filter.NETWORK, Math.PI / 2), rate(1, Reading.Filter.NETWORK, Math.PI / 2)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S5")
    void noiseOfTheOutputWeightsDropsOut(@ForAll Draw draw) {
        holds(PosterRemarkChecks.withoutOutputNoise(PosterRemarkChecks::projected), draw);
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S5")
    void otherStepsAreRejected() {
        rejects(
                "not projected",
                PosterRemarkChecks.withoutOutputNoise(
                        (teacher, perturbed, w) -> FilterGradient.at(teacher, perturbed)));
        rejects("projected by half", PosterRemarkChecks.withoutOutputNoise((teacher, perturbed, w) -> {
            double[] whole = FilterGradient.at(teacher, perturbed);
            double[] right = PosterRemarkChecks.projected(teacher, perturbed, w);
            Arrays.setAll(whole, i -> (whole[i] + right[i]) / 2);
            return whole;
        }));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S6")
    void firstConditionFailsAroundTheInitialization(@ForAll Draw draw) {
        holds(EpochChecks.aroundInitialization(PartialDissipativity::filterHolds, PartialDissipativity::starts), draw);
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S6")
    void otherStartsAreRejected() {
        rejects(
                "C1 holds on the starts",
                WrongRemarks.starts((target, noise, reading, region) -> true, region -> region));
        rejects(
                "a ball a millionth smaller",
                WrongRemarks.starts(
                        PartialDissipativity::filterHolds,
                        region -> WrongRemarks.ball(region, region.norm() * (1 - 1e-6))));
        rejects(
                "starts with aᵀa* above ‖a*‖|1ᵀa*|/2√k, φ ≤ 3",
                EpochChecks.aroundInitialization(PartialDissipativity::filterHolds, target -> {
                    double radius = Math.abs(target.along());
                    double low = target.norm() * radius / 2;
                    Angle high = Angle.ofRadians(Angle.radians(3));
                    return new Region(Region.ALL.phiLow(), high, low, INFINITE, radius, -INFINITE, INFINITE);
                }));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S7")
    void smallErrorOfTheWeightsMakesTheFirstConditionHold(@ForAll Draw draw) {
        holds(WrongRemarks.aligned(PartialDissipativity::aligningError), draw);
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S7")
    void otherErrorsAreRejected() {
        rejects("1.01 ‖a*‖", WrongRemarks.aligned(target -> 1.01 * target.norm()));
        rejects("2‖a*‖", WrongRemarks.aligned(target -> 2 * target.norm()));
        rejects(
                "C1 for every a",
                EpochChecks.aligned((target, noise, reading, region) -> true, PartialDissipativity::aligningError));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S8")
    void bothConditionsHoldJointlyAwayFromTheOpposite(@ForAll Draw draw) {
        for (Reading.Filter reading : Reading.Filter.values()) {
            holds(EpochChecks.jointly(PartialDissipativity::filterHolds, reading, PartialDissipativity::aligned), draw);
        }
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S8")
    void otherJointRegionsAreRejected() {
        for (Reading.Filter reading : Reading.Filter.values()) {
            rejects(
                    "up to −w*, " + reading,
                    EpochChecks.jointly(
                            PartialDissipativity::filterHolds,
                            reading,
                            (d, phi) -> PartialDissipativity.aligned(d, Region.ALL.phiHigh())));
            rejects(
                    "from aᵀa* = 0 on, " + reading,
                    EpochChecks.jointly(
                            PartialDissipativity::filterHolds,
                            reading,
                            (d, phi) -> PartialDissipativity.aligned(0, phi)));
        }
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S9")
    void slackFallsWithTheNoiseWhereStated(@ForAll Draw draw) {
        for (Reading.Output reading : Reading.Output.values()) {
            holds(EpochChecks.falling(reading, PartialDissipativity::slackAt), draw);
        }
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S9")
    void otherTrendsAreRejected() {
        rejects(
                "RADIAL as under UNIT at π",
                WrongRemarks.falling(Reading.Output.RADIAL, angle -> Region.ALL.phiHigh()));
        rejects("UNIT at the supplement", WrongRemarks.falling(Reading.Output.UNIT, Angle::supplement));
        rejects("γ_a of φ = 0 everywhere", WrongRemarks.falling(Reading.Output.RADIAL, angle -> Region.ALL.phiLow()));
        rejects(
                "the inverse",
                EpochChecks.falling(
                        Reading.Output.RADIAL,
                        (target, noise, reading, angle) -> Bounded.exact(1)
                                .over(PartialDissipativity.slackAt(target, noise, reading, angle)
                                        .plus(Bounded.exact(1)))));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S9")
    void slackFallsWithNoiseAndAngle(@ForAll Draw draw) {
        holds(SlackTrendChecks.fallsInProportion(SlackTrendChecks.SHARP), draw);
        holds(SlackTrendChecks.fallsAtFixedRate(SlackTrendChecks.SHARP), draw);
        holds(SlackTrendChecks.fallsWithTheAngle(SlackTrendChecks.SHARP), draw);
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S9")
    void slacksThatDoNotFallAreRejected() {
        SlackTrendChecks.Slack flat = (target, noise, angle, ca) ->
                SlackTrendChecks.SHARP.of(target, noise, Angle.ofRadians(Angle.radians(1)), ca);
        rejects("γ_a of φ = 1 everywhere", SlackTrendChecks.fallsWithTheAngle(flat));
        SlackTrendChecks.Slack turned =
                (target, noise, angle, ca) -> SlackTrendChecks.SHARP.of(target, noise, angle.supplement(), ca);
        rejects("γ_a at the supplement", SlackTrendChecks.fallsWithTheAngle(turned));
        rejects("γ_a at the supplement, fixed c_a", SlackTrendChecks.fallsAtFixedRate(turned));
        SlackTrendChecks.Slack quiet = (target, noise, angle, ca) -> SlackTrendChecks.SHARP.of(
                target,
                new BallNoise(noise.p(), 0),
                angle,
                0.3
                        * ca
                        / OutputDissipativity.limit(target, noise, Reading.Output.RADIAL)
                                .value());
        rejects("γ_a without noise", SlackTrendChecks.fallsInProportion(quiet));
        rejects("γ_a without noise, fixed c_a", SlackTrendChecks.fallsAtFixedRate(quiet));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.PartialDissipativity/S10")
    void slackIsOfTheStatedOrder(@ForAll Draw draw) {
        for (Reading.Output reading : Reading.Output.values()) {
            holds(EpochChecks.exponents(reading, PartialDissipativity::slackAt, OutputDissipativity::smallNoise), draw);
        }
    }

    @Example
    @Statement("dissipativity.PartialDissipativity/S10")
    void otherOrdersAreRejected() {
        for (Reading.Output reading : Reading.Output.values()) {
            rejects("ρ³, " + reading, WrongRemarks.order(reading, (value, target, rho) -> value / rho));
            rejects("ρ⁵, " + reading, WrongRemarks.order(reading, (value, target, rho) -> value * rho));
            rejects("k more, " + reading, WrongRemarks.order(reading, (value, target, rho) -> value * target.k()));
            rejects("4 more, " + reading, WrongRemarks.order(reading, (value, target, rho) -> value * 4));
        }
        rejects("UNIT for RADIAL", WrongRemarks.exchanged(Reading.Output.RADIAL));
        rejects("RADIAL for UNIT", WrongRemarks.exchanged(Reading.Output.UNIT));
    }

    /// Whether C1 holds at k = 1, a* = 1, w ⟂ w* and the given a.
    private static boolean holdsAt(BallNoise noise, Reading.Filter reading, double a) {
        return PartialDissipativity.filterHolds(ONE, noise, reading, at(Math.PI / 2, a));
    }

    private static Region at(double phi, double d) {
        Angle angle = Angle.ofRadians(Angle.radians(phi));
        return new Region(angle, angle, d, d, INFINITE, -INFINITE, INFINITE);
    }

    private static OutputDissipativity atRightAngle(BallNoise noise, Reading.Output reading) {
        Angle right = Angle.ofRadians(Angle.radians(Math.PI / 2));
        return new OutputDissipativity(ONE, NoiseMoments.ofOutput(reading, noise, right));
    }

    private static Bounded rate(double rho, Reading.Filter reading, double phi) {
        return FilterDissipativity.rate(ONE, new BallNoise(2, rho), reading, at(phi, 1))
                .value();
    }

    private static Bounded slack(double rho, Reading.Output reading) {
        return PartialDissipativity.slackAt(ONE, new BallNoise(2, rho), reading, Region.ALL.phiLow());
    }

    private static boolean differ(Bounded first, Bounded second) {
        Bounded difference = first.minus(second);
        return Math.abs(difference.value()) > difference.error();
    }

    private static Bounded times(Bounded value, double factor) {
        return new Bounded(factor * value.value(), value.error());
    }
}
