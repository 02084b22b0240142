package lemmata.dissipativity;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.DissipativityIdentity;
import lemmata.audit.Draw;
import lemmata.audit.OutputDissipativityChecks;
import lemmata.audit.OutputDissipativityChecks.Form;
import lemmata.audit.OutputDissipativityChecks.RangeSlack;
import lemmata.audit.OutputDissipativityChecks.Slack;
import lemmata.audit.SmallNoiseChecks;
import lemmata.claim.Statement;
import lemmata.dissipativity.OutputDissipativity.Displacement;
import lemmata.loss.AngleKernel;
import lemmata.model.InvalidField;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dissipativity.OutputDissipativity.
@DrawnCases
class OutputDissipativityProperties {

    private static final Bounded NONE = Bounded.exact(0);

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dissipativity.OutputDissipativity/S1")
    void innerProductIsTheForm(@ForAll Draw draw) {
        holds(OutputDissipativityChecks.quadraticForm(OutputDissipativity::inner), draw);
    }

    @Example
    @Statement("dissipativity.OutputDissipativity/S1")
    void otherFormsAreRejected() {
        holds(DissipativityIdentity.OUTPUT_FORM.holds(), "2π⟨E∇_aL, e⟩ splits along 1, across and at rest");
        rejects("h eᵀa* lost", DissipativityIdentity.OUTPUT_FORM.holdsWith(1, 0, 0, 0, 0, 1, 0, 0, 0, 1));
        rejects("m₁ for m₁−1", DissipativityIdentity.OUTPUT_FORM.holdsWith(1, 0, 0, 0, 0, 0, 1, 1));
        rejects("rest forgotten", form((condition, e, rest) -> condition.inner(e, 0)));
        rejects("off by 10⁻¹²", form((condition, e, rest) -> times(condition.inner(e, rest), 1 + 1e-12)));
        rejects(
                "e = a* − a",
                form((condition, e, rest) -> condition.inner(new Displacement(-e.along(), -e.across()), rest)));
        rejects(
                "parts exchanged",
                form((condition, e, rest) -> condition.inner(new Displacement(e.across(), e.along()), rest)));
        rejects(
                "without the noise",
                form((condition, e, rest) -> quiet(condition).inner(e, rest)));
        rejects("g for h", form((condition, e, rest) -> kernelOnly(condition).inner(e, rest)));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.OutputDissipativity/S2")
    void slackIsSharpAtOneAngle(@ForAll Draw draw) {
        holds(OutputDissipativityChecks.sharp(OutputDissipativity::slack, OutputDissipativity::worst), draw);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.OutputDissipativity/S2")
    void slackOfARangeIsThatOfAnEnd(@ForAll Draw draw) {
        holds(OutputDissipativityChecks.overAngles(OutputDissipativity::slack), draw);
    }

    @Example
    @Statement("dissipativity.OutputDissipativity/S2")
    void otherSlacksAreRejected() {
        rejects("less by 10⁻⁹", slack((condition, ca) -> times(condition.slack(ca), 1 - 1e-9)));
        rejects("more by 10⁻⁹", slack((condition, ca) -> times(condition.slack(ca), 1 + 1e-9)));
        rejects("½ for ¼", slack((condition, ca) -> times(condition.slack(ca), 2)));
        rejects("λ for λ − c_a", slack((condition, ca) -> condition.slack(Math.min(ca, 0))));
        rejects("part along 1 lost", slack(OutputDissipativityProperties::acrossOnly));
        rejects("c_a at the limit admitted", slack(OutputDissipativityProperties::cautious));
        rejects(
                "attained at twice the centre",
                OutputDissipativityChecks.sharp(OutputDissipativity::slack, OutputDissipativityProperties::twice));
        rejects(
                "at φ_lo",
                range((target, noise, reading, low, high, ca) ->
                        OutputDissipativity.slack(target, noise, reading, low, low, ca)));
        rejects(
                "half of that",
                range((target, noise, reading, low, high, ca) ->
                        half(OutputDissipativity.slack(target, noise, reading, low, high, ca))));
        rejects(
                "RADIAL for UNIT and the other way round",
                range((target, noise, reading, low, high, ca) -> OutputDissipativity.slack(
                        target,
                        noise,
                        reading == Reading.Output.UNIT ? Reading.Output.RADIAL : Reading.Output.UNIT,
                        low,
                        high,
                        Math.min(ca, 0))));
    }

    @Example
    @Statement("dissipativity.OutputDissipativity/S2")
    void rateAtTheLimitIsRefused() {
        OutputDissipativity condition =
                new OutputDissipativity(Target.of(3, 1, 1), new NoiseMoments(NONE, NONE, Bounded.exact(1), NONE));
        double high = condition.limit().high();
        assertThat(catchThrowableOfType(InvalidField.class, () -> condition.slack(high))
                        .field())
                .isEqualTo("ca");
        assertThat(catchThrowableOfType(InvalidField.class, () -> condition.worst(Double.NaN))
                        .field())
                .isEqualTo("ca");
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.OutputDissipativity/S3")
    void holdsWithoutSlackOutsideOfTheEllipsoidOnly(@ForAll Draw draw) {
        holds(OutputDissipativityChecks.ellipsoid(OutputDissipativity::worst, OutputDissipativity::semiAxes), draw);
    }

    @Example
    @Statement("dissipativity.OutputDissipativity/S3")
    void otherEllipsoidsAreRejected() {
        rejects("larger by 10⁻⁹", axes(axes -> new Displacement(axes.along() * (1 + 1e-9), axes.across())));
        rejects("smaller by 10⁻⁹", axes(axes -> new Displacement(axes.along(), axes.across() * (1 - 1e-9))));
        rejects("axes exchanged", axes(axes -> new Displacement(axes.across(), axes.along())));
        rejects("a ball", axes(axes -> new Displacement(axes.across(), axes.across())));
        rejects(
                "round a*",
                OutputDissipativityChecks.ellipsoid(
                        (condition, ca) -> new Displacement(0, 0), OutputDissipativity::semiAxes));
        rejects(
                "at twice the centre",
                OutputDissipativityChecks.ellipsoid(
                        OutputDissipativityProperties::twice, OutputDissipativity::semiAxes));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.OutputDissipativity/S4")
    void slackVanishesWithTheNoiseAtTheTeacherOnly(@ForAll Draw draw) {
        holds(SmallNoiseChecks.smallNoise(OutputDissipativity::smallNoise), draw);
        holds(SmallNoiseChecks.persists(AngleKernel::piMinusG), draw);
    }

    @Example
    @Statement("dissipativity.OutputDissipativity/S4")
    void otherLimitsAreRejected() {
        rejects("more by 1 %", limit(value -> 1.01 * value));
        rejects("less by 1 %", limit(value -> 0.99 * value));
        rejects(
                "p+1 for p",
                SmallNoiseChecks.smallNoise(
                        (target, p, reading, share) -> OutputDissipativity.smallNoise(target, p + 1, reading, share)));
        rejects(
                "RADIAL for UNIT and the other way round",
                SmallNoiseChecks.smallNoise((target, p, reading, share) -> OutputDissipativity.smallNoise(
                        target,
                        p,
                        reading == Reading.Output.UNIT ? Reading.Output.RADIAL : Reading.Output.UNIT,
                        share)));
        rejects(
                "for c_a = 0",
                SmallNoiseChecks.smallNoise(
                        (target, p, reading, share) -> OutputDissipativity.smallNoise(target, p, reading, 0)));
        rejects("vanishes everywhere", SmallNoiseChecks.persists(angle -> 0));
        rejects("g for π − g", SmallNoiseChecks.persists(AngleKernel::g));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dissipativity.OutputDissipativity/S5")
    void constantsAreAccurate(@ForAll Draw draw) {
        holds(OutputDissipativityChecks.accuracy(OutputDissipativity::inner, OutputDissipativity::slack), draw);
    }

    @Example
    @Statement("dissipativity.OutputDissipativity/S5")
    void inaccurateConstantsAreRejected() {
        rejects("γ_a in floats", accurate(OutputDissipativity::inner, OutputDissipativityProperties::rounded));
        rejects(
                "β as printed, cancelling for little noise",
                accurate(OutputDissipativity::inner, OutputDissipativityProperties::cancelling));
        rejects(
                "γ_a within 4u",
                accurate(OutputDissipativity::inner, (condition, ca) -> promising(condition.slack(ca), 4)));
        rejects(
                "form off by 10⁻¹³",
                accurate(
                        (condition, e, rest) -> times(condition.inner(e, rest), 1 + 1e-13),
                        OutputDissipativity::slack));
    }

    private static Check form(Form form) {
        return OutputDissipativityChecks.quadraticForm(form);
    }

    private static Check slack(Slack slack) {
        return OutputDissipativityChecks.sharp(slack, OutputDissipativity::worst);
    }

    private static Check range(RangeSlack slack) {
        return OutputDissipativityChecks.overAngles(slack);
    }

    private static Check axes(UnaryOperator<Displacement> slip) {
        return OutputDissipativityChecks.ellipsoid(
                OutputDissipativity::worst, (condition, ca) -> slip.apply(condition.semiAxes(ca)));
    }

    private static Check limit(DoubleUnaryOperator slip) {
        return SmallNoiseChecks.smallNoise((target, p, reading, share) -> {
            Bounded right = OutputDissipativity.smallNoise(target, p, reading, share);
            return new Bounded(slip.applyAsDouble(right.value()), right.error());
        });
    }

    private static Check accurate(Form form, Slack slack) {
        return OutputDissipativityChecks.accuracy(form, slack);
    }

    private static Bounded times(Bounded value, double factor) {
        return new Bounded(factor * value.value(), value.error());
    }

    private static Bounded promising(Bounded value, double ulps) {
        return Bounded.within(ulps, value.value());
    }

    private static Sharp half(Sharp right) {
        return new Sharp(times(right.value(), 0.5), right.weights(), right.angle());
    }

    private static Displacement twice(OutputDissipativity condition, double ca) {
        Displacement right = condition.worst(ca);
        return new Displacement(2 * right.along(), 2 * right.across());
    }

    /// The same without noise: m₁ = m₂ = 1.
    private static OutputDissipativity quiet(OutputDissipativity condition) {
        NoiseMoments moments = condition.moments();
        return new OutputDissipativity(
                condition.target(), new NoiseMoments(NONE, NONE, moments.hDeficit(), moments.kappa()));
    }

    /// The same with h less its gain m₁−1.
    private static OutputDissipativity kernelOnly(OutputDissipativity condition) {
        NoiseMoments moments = condition.moments();
        Bounded deficit = moments.hDeficit().plus(moments.m1Excess().times(Math.PI));
        return new OutputDissipativity(
                condition.target(), new NoiseMoments(moments.m1Excess(), moments.m2Excess(), deficit, moments.kappa()));
    }

    private static Bounded acrossOnly(OutputDissipativity condition, double ca) {
        Bounded right = condition.slack(ca);
        double along = condition.pullAlong().value();
        double part = along * along / (4 * (condition.stiffnessAlong().value() - ca));
        return new Bounded(right.value() - part, right.error());
    }

    private static Bounded cautious(OutputDissipativity condition, double ca) {
        return condition.slack(Math.min(ca, condition.limit().low() * (1 - RoundOff.U)));
    }

    private static Bounded rounded(OutputDissipativity condition, double ca) {
        Bounded right = condition.slack(ca);
        return new Bounded((float) right.value(), right.error());
    }

    /// γ_a with β₁ = [m₂(π−1+k) − m₁(k−1) − h]a₁/2π and β₂ = [m₂(π−1) + m₁ − h]a₂/2π.
    private static Bounded cancelling(OutputDissipativity condition, double ca) {
        NoiseMoments moments = condition.moments();
        Target target = condition.target();
        double m1 = moments.m1().value();
        double m2 = moments.m2().value();
        double h = moments.h().value();
        double first = (m2 * target.top() - m1 * (target.k() - 1) - h) * target.along() / (2 * Math.PI);
        double second = (m2 * (Math.PI - 1) + m1 - h) * target.across() / (2 * Math.PI);
        double along = first * first / (condition.stiffnessAlong().value() - ca);
        double across = target.k() == 1
                ? 0
                : second * second / (condition.stiffnessAcross().value() - ca);
        return new Bounded((along + across) / 4, condition.slack(ca).error());
    }
}
