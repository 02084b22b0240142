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
import lemmata.audit.Draw;
import lemmata.audit.Identity;
import lemmata.audit.OutputDissipativityChecks;
import lemmata.audit.OutputDissipativityChecks.Form;
import lemmata.audit.OutputDissipativityChecks.RangeSlack;
import lemmata.audit.OutputDissipativityChecks.Slack;
import lemmata.audit.SmallNoiseChecks;
import lemmata.claim.Statement;
import lemmata.dissipativity.OutputDissipativity.Displacement;
import lemmata.loss.AngleKernel;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
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
        holds(Identity.OUTPUT_FORM.holds(), "2π⟨E∇_aL, e⟩ splits along 1, across and at rest");
        rejects("h eᵀa* lost", Identity.OUTPUT_FORM.holdsWith(1, 0, 0, 0, 0, 1, 0, 0, 0, 1));
        rejects("m₁ for m₁−1", Identity.OUTPUT_FORM.holdsWith(1, 0, 0, 0, 0, 0, 1, 1));
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
                form((condition, e, rest) -> WrongForms.quiet(condition).inner(e, rest)));
        rejects(
                "g for h",
                form((condition, e, rest) -> WrongForms.kernelOnly(condition).inner(e, rest)));
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
        rejects("part along 1 lost", slack(WrongForms::acrossOnly));
        rejects("c_a at the limit admitted", slack(WrongForms::cautious));
        rejects(
                "attained at twice the centre",
                OutputDissipativityChecks.sharp(OutputDissipativity::slack, WrongForms::twice));
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
                OutputDissipativityChecks.ellipsoid(WrongForms::twice, OutputDissipativity::semiAxes));
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
        rejects("γ_a in floats", accurate(OutputDissipativity::inner, WrongForms::rounded));
        rejects(
                "β as printed, cancelling for little noise",
                accurate(OutputDissipativity::inner, WrongForms::cancelling));
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
}
