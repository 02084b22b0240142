package lemmata.dissipativity;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.FilterDissipativityChecks;
import lemmata.audit.FilterDissipativityChecks.Quotient;
import lemmata.audit.FilterRegionChecks;
import lemmata.audit.Identity;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Tries to refute dissipativity.FilterDissipativity.
@DrawnCases
class FilterDissipativityProperties {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final BallNoise NOISE = new BallNoise(37, 0.29569005630756495);

    /// A maximum between the last two of the equal steps of the search: a larger region has no smaller γ_w.
    @Example
    @Statement("dissipativity.FilterDissipativity/S3")
    void maximumInTheLastStepIsFound() {
        double high = 0.7473530306208713;
        double least = slack(0, 0.74635).low();
        holds(slack(0, high).high() >= least, "γ_w does not fall as the region grows");
        rejects("the end of the range", slack(high, high).high() >= least);
    }

    private static Bounded slack(double low, double high) {
        double d = -0.05423498059166108;
        Region region = new Region(
                Angle.ofRadians(Angle.radians(low)),
                Angle.ofRadians(Angle.radians(high)),
                d,
                d,
                INFINITE,
                -INFINITE,
                INFINITE);
        return FilterDissipativity.slack(Target.of(4, 1, 1), NOISE, Reading.Filter.ANGLE, region, -0.01223531763956702)
                .value();
    }

    /// C1 holds however near to −w* where aᵀa* > 0: the error of the rate is relative.
    @Example
    @Statement("dissipativity.FilterDissipativity/S4")
    void rateKeepsItsSignNearTheOpposite() {
        Angle near = Angle.ofRadians(Angle.radians(1e-12)).supplement();
        Region point = new Region(near, near, 1, 1, INFINITE, -INFINITE, INFINITE);
        Bounded rate = FilterDissipativity.rate(Target.of(4, 1, 1), NOISE, Reading.Filter.ANGLE, point)
                .value();
        holds(rate.low() > 0, "positive at ψ = 10⁻¹²");
        rejects("an error of 32u in absolute terms", rate.value() - 32 * 0x1p-53 > 0);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dissipativity.FilterDissipativity/S1")
    void innerProductIsTheStatedOne(@ForAll Draw draw) {
        holds(identity(FilterDissipativity::inner, FilterDissipativity::coefficient), draw);
    }

    @Example
    @Statement("dissipativity.FilterDissipativity/S1")
    void otherInnerProductsAreRejected() {
        holds(Identity.FILTER_FORM.holds(), "D sin²φ = (D(1+cos φ)/2)‖w−w*‖²");
        rejects("cos φ lost", Identity.FILTER_FORM.holdsWith(1, 1, 1));
        rejects("sign", withInner((kappa, d, angle) -> scaled(kappa, d, angle, -1)));
        rejects("π for 2π", withInner((kappa, d, angle) -> scaled(kappa, d, angle, 2)));
        rejects("off by 10⁻¹²", withInner((kappa, d, angle) -> scaled(kappa, d, angle, 1 + 1e-12)));
        rejects(
                "sin φ for sin²φ",
                withInner((kappa, d, angle) -> scaled(kappa, d, angle, 1 / Math.max(1e-300, sine(angle)))));
        rejects(
                "1 − cos φ for 1 + cos φ",
                identity(
                        FilterDissipativity::inner,
                        (kappa, d, angle) -> FilterDissipativity.coefficient(kappa, d, angle.supplement())));
        rejects(
                "|aᵀa*|",
                identity(
                        FilterDissipativity::inner,
                        (kappa, d, angle) -> FilterDissipativity.coefficient(kappa, Math.abs(d), angle)));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("dissipativity.FilterDissipativity/S2")
    void rateIsSharp(@ForAll Draw draw) {
        holds(FilterRegionChecks.rate(FilterDissipativity::rate), draw);
    }

    @Example
    @Statement("dissipativity.FilterDissipativity/S2")
    void otherRatesAreRejected() {
        rejects("better by 10⁻⁹", rate(sharp -> times(sharp, 1 + 1e-9)));
        rejects("worse by 10⁻⁹", rate(sharp -> times(sharp, 1 - 1e-9)));
        rejects("at φ_lo", rateOn(region -> WrongRegions.turned(region, region.phiLow(), region.phiLow())));
        rejects("at φ_hi", rateOn(region -> WrongRegions.turned(region, region.phiHigh(), region.phiHigh())));
        rejects("ball larger by 10⁻⁶", rateOn(region -> WrongRegions.inBall(region, region.norm() * (1 + 1e-6))));
        rejects(
                "ball smaller by 10⁻⁶",
                rateOn(region -> WrongRegions.inBall(region, region.norm() * (1 - 1e-6))),
                1000);
        rejects("bounds of 1ᵀa forgotten", FilterRegionChecks.rate(WrongRegions::anySum));
        rejects(
                "without the noise",
                FilterRegionChecks.rate((target, noise, reading, region) ->
                        FilterDissipativity.rate(target, new BallNoise(noise.p(), 0), reading, region)));
        rejects("answers without a lower bound", FilterRegionChecks.rate(WrongRegions::always));
    }

    @Example
    @Statement("dissipativity.FilterDissipativity/S2")
    void emptyRegionsAreRefused() {
        Angle right = Angle.ofRadians(Angle.radians(Math.PI / 2));
        Angle zero = Angle.ofRadians(Angle.radians(0));
        assertThat(field(() -> new Region(right, zero, 0, 1, 1, 0, 1))).isEqualTo("phi");
        assertThat(field(() -> new Region(zero, right, 1, 0, 1, 0, 1))).isEqualTo("alignment");
        assertThat(field(() -> new Region(zero, right, 0, Double.NaN, 1, 0, 1))).isEqualTo("alignment");
        assertThat(field(() -> new Region(zero, right, 0, 1, -1, 0, 1))).isEqualTo("radius");
        assertThat(field(() -> new Region(zero, right, 0, 1, Double.NaN, 0, 1))).isEqualTo("radius");
        assertThat(field(() -> new Region(zero, right, 0, 1, 1, 1, 0))).isEqualTo("sum");
        assertThat(field(() -> onOnes(new Region(zero, right, 5, 6, 1, -INFINITE, INFINITE))))
                .isEqualTo("alignment");
        assertThat(field(() -> onOnes(new Region(zero, right, -6, -5, 1, -INFINITE, INFINITE))))
                .isEqualTo("alignment");
        assertThat(field(() -> onOnes(new Region(zero, right, -1, 1, 1, 5, 6)))).isEqualTo("sum");
        assertThat(field(() -> onOnes(Region.ALL))).isEqualTo("alignment");
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.FilterDissipativity/S3")
    void slackIsSharp(@ForAll Draw draw) {
        holds(FilterRegionChecks.slack(FilterDissipativity::slack), draw);
    }

    @Example
    @Statement("dissipativity.FilterDissipativity/S3")
    void otherSlacksAreRejected() {
        rejects("less by 10⁻⁹", slack(sharp -> times(sharp, 1 - 1e-9)));
        rejects("more by 10⁻⁹", slack(sharp -> times(sharp, 1 + 1e-9)));
        rejects("0", slack(sharp -> new Sharp(Bounded.exact(0), sharp.weights(), sharp.angle())));
        rejects("at the ends only", FilterRegionChecks.slack(WrongRegions::atEnds));
        rejects(
                "at φ_hi only",
                FilterRegionChecks.slack((target, noise, reading, region, cw) -> FilterDissipativity.slack(
                        target, noise, reading, WrongRegions.turned(region, region.phiHigh(), region.phiHigh()), cw)));
        rejects(
                "½c_w",
                FilterRegionChecks.slack((target, noise, reading, region, cw) ->
                        FilterDissipativity.slack(target, noise, reading, region, cw / 2)));
        assertThat(field(() -> FilterDissipativity.slack(
                        Target.of(2, 1, 1), new BallNoise(2, 1), Reading.Filter.NETWORK, Region.ALL, Double.NaN)))
                .isEqualTo("cw");
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dissipativity.FilterDissipativity/S4")
    void constantsAreAccurate(@ForAll Draw draw) {
        holds(FilterDissipativityChecks.accuracy(FilterDissipativity::inner, FilterDissipativity::coefficient), draw);
        holds(FilterRegionChecks.regionAccuracy(FilterDissipativity::rate, FilterDissipativity::slack), draw);
    }

    @Example
    @Statement("dissipativity.FilterDissipativity/S4")
    void inaccurateConstantsAreRejected() {
        rejects(
                "1 + cos φ as it stands",
                FilterDissipativityChecks.accuracy(
                        FilterDissipativity::inner, FilterDissipativityProperties::cancelling));
        rejects(
                "an error of 2u promised",
                FilterDissipativityChecks.accuracy(
                        (kappa, d, angle) -> promising(FilterDissipativity.inner(kappa, d, angle), 2),
                        FilterDissipativity::coefficient));
        rejects(
                "in floats",
                FilterDissipativityChecks.accuracy(
                        (kappa, d, angle) -> scaled(kappa, (float) d, angle, 1), FilterDissipativity::coefficient));
        rejects(
                "rate off by 10⁻¹³",
                FilterRegionChecks.regionAccuracy(
                        (target, noise, reading, region) ->
                                times(FilterDissipativity.rate(target, noise, reading, region), 1 + 1e-13),
                        FilterDissipativity::slack));
        rejects(
                "slack off by 10⁻¹³",
                FilterRegionChecks.regionAccuracy(
                        FilterDissipativity::rate,
                        (target, noise, reading, region, cw) ->
                                times(FilterDissipativity.slack(target, noise, reading, region, cw), 1 + 1e-13)));
    }

    private static Check identity(Quotient inner, Quotient quotient) {
        return FilterDissipativityChecks.identity(inner, quotient);
    }

    private static Check withInner(Quotient inner) {
        return identity(inner, FilterDissipativity::coefficient);
    }

    private static Check rate(UnaryOperator<Sharp> slip) {
        return FilterRegionChecks.rate((target, noise, reading, region) ->
                slip.apply(FilterDissipativity.rate(target, noise, reading, region)));
    }

    private static Check rateOn(UnaryOperator<Region> slip) {
        return FilterRegionChecks.rate((target, noise, reading, region) ->
                FilterDissipativity.rate(target, noise, reading, slip.apply(region)));
    }

    private static Check slack(UnaryOperator<Sharp> slip) {
        return FilterRegionChecks.slack((target, noise, reading, region, cw) ->
                slip.apply(FilterDissipativity.slack(target, noise, reading, region, cw)));
    }

    private static Sharp onOnes(Region region) {
        return FilterDissipativity.rate(Target.of(4, 4, 1), new BallNoise(2, 1), Reading.Filter.NETWORK, region);
    }

    private static String field(ThrowingCallable call) {
        return catchThrowableOfType(InvalidField.class, call).field();
    }

    private static Bounded scaled(Bounded kappa, double d, Angle angle, double factor) {
        Bounded right = FilterDissipativity.inner(kappa, d, angle);
        return new Bounded(factor * right.value(), right.error());
    }

    private static Sharp times(Sharp sharp, double factor) {
        Bounded value =
                new Bounded(factor * sharp.value().value(), sharp.value().error());
        return new Sharp(value, sharp.weights(), sharp.angle());
    }

    private static Bounded promising(Bounded value, double ulps) {
        return new Bounded(value.value(), ulps * RoundOff.U * Math.abs(value.value()));
    }

    private static Bounded cancelling(Bounded kappa, double d, Angle angle) {
        double plain = kappa.value() * d * (1 + Functions.cos(angle.phi())) / (4 * Math.PI);
        return new Bounded(
                plain, FilterDissipativity.coefficient(kappa, d, angle).error());
    }

    private static double sine(Angle angle) {
        return Functions.sin(Math.min(angle.phi(), angle.psi()));
    }
}
