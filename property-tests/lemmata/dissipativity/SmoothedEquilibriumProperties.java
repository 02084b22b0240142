package lemmata.dissipativity;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.EscapeChecks;
import lemmata.audit.EscapeChecks.Escape;
import lemmata.audit.Identity;
import lemmata.audit.SmoothedEquilibriumChecks;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedKernel;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dissipativity.SmoothedEquilibrium.
@DrawnCases
class SmoothedEquilibriumProperties {

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.SmoothedEquilibrium/S1")
    void gradientVanishesThere(@ForAll Draw draw) {
        holds(stationary(SmoothedEquilibrium::weights), draw);
    }

    @Example
    @Statement("dissipativity.SmoothedEquilibrium/S1")
    void otherPointsAreRejected() {
        rejects("a*", stationary((teacher, moments) -> teacher.a()));
        rejects("0", stationary((teacher, moments) -> Vectors.map(entry -> 0 * entry, teacher.a())));
        rejects("m₂ forgotten", stationary((teacher, moments) -> SmoothedEquilibrium.weights(teacher, light(moments))));
        rejects("m₁ forgotten", stationary((teacher, moments) -> SmoothedEquilibrium.weights(teacher, flat(moments))));
        rejects("off by 10⁻¹²", stationary((teacher, moments) -> scaled(teacher, moments, 1 + 1e-12)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dissipativity.SmoothedEquilibrium/S2")
    void alignmentIsThatOfTheVector(@ForAll Draw draw) {
        holds(SmoothedEquilibriumChecks.alignment(SmoothedEquilibrium::alignment, SmoothedEquilibrium::level), draw);
    }

    @Example
    @Statement("dissipativity.SmoothedEquilibrium/S2")
    void otherAlignmentsAreRejected() {
        holds(Identity.EQUILIBRIUM_PARTS.holds(), "a_∞ᵀa* = c₁a₁² + c₂a₂²");
        holds(Identity.EQUILIBRIUM_LEVEL.holds(), "its sign is that of h/m₁ less the level");
        rejects("h s*² lost", Identity.EQUILIBRIUM_PARTS.holdsWith(1, 0, 0, 2, 0, 0, 1));
        rejects("h for h − m₁", Identity.EQUILIBRIUM_LEVEL.holdsWith(1, 0, 0, 0, 1, 1));
        rejects("off by 10⁻¹²", alignment((target, moments) -> times(target, moments, 1 + 1e-12)));
        rejects("m₂ forgotten", alignment((target, moments) -> SmoothedEquilibrium.alignment(target, light(moments))));
        rejects("part along 1 only", alignment(SmoothedEquilibriumProperties::alongOnly));
        rejects("level 1", level(target -> Bounded.exact(1)));
        rejects("level 0", level(target -> Bounded.exact(0)));
        rejects("k for k − q", level(SmoothedEquilibriumProperties::blunt));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({"dissipativity.SmoothedEquilibrium/S3", "dissipativity.SmoothedEquilibrium/S6"})
    void alignmentTurnsPositiveAtTheEscapeNoise(@ForAll Draw draw) {
        holds(EscapeChecks.escape(SmoothedEquilibrium::escapeNoise), draw);
    }

    @Example
    @Statement({"dissipativity.SmoothedEquilibrium/S3", "dissipativity.SmoothedEquilibrium/S6"})
    void otherEscapeNoisesAreRejected() {
        rejects("more by 10⁻⁶", escape(value -> value * (1 + 1e-6)));
        rejects("less by 10⁻⁶", escape(value -> value * (1 - 1e-6)));
        rejects("0", escape(value -> 0));
        rejects("10⁶", escape(value -> 1e6));
        rejects(
                "an error as large as the value",
                EscapeChecks.escape((target, p, reading) -> vague(target, p, reading)));
        rejects(
                "UNIT for RADIAL",
                EscapeChecks.escape(
                        (target, p, reading) -> SmoothedEquilibrium.escapeNoise(target, p, Reading.Output.UNIT)));
        rejects(
                "an answer for a* = 0",
                EscapeChecks.escape((target, p, reading) ->
                        target.norm() == 0 ? Bounded.exact(0) : SmoothedEquilibrium.escapeNoise(target, p, reading)));
        assertThat(catchThrowableOfType(
                                InvalidField.class,
                                () -> SmoothedEquilibrium.escapeNoise(new Target(3, 0, 0), 2, Reading.Output.RADIAL))
                        .field())
                .isEqualTo("norm");
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.SmoothedEquilibrium/S4")
    void oppositeFilterIsCriticalAndLeftAtTheStatedRate(@ForAll Draw draw) {
        holds(EscapeChecks.opposite(SmoothedEquilibrium::escapeRate), draw);
    }

    @Example
    @Statement("dissipativity.SmoothedEquilibrium/S4")
    void otherRatesAreRejected() {
        rejects("0", EscapeChecks.opposite((noise, reading, d) -> Bounded.exact(0)));
        rejects("sign", left((noise, rate) -> -rate));
        rejects("π for 2π", left((noise, rate) -> 2 * rate));
        rejects("off by 10⁻⁹", left((noise, rate) -> rate * (1 + 1e-9)));
        rejects("left without noise", left((noise, rate) -> noise.rho() == 0 ? 0.1 : rate));
        rejects(
                "ANGLE for NETWORK and the other way round",
                EscapeChecks.opposite((noise, reading, d) -> SmoothedEquilibrium.escapeRate(
                        noise, reading == Reading.Filter.ANGLE ? Reading.Filter.NETWORK : Reading.Filter.ANGLE, d)));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dissipativity.SmoothedEquilibrium/S5")
    void alignmentFallsLikeTheInverseOfLargeNoise(@ForAll Draw draw) {
        holds(EscapeChecks.largeNoise(EscapeChecks::largeNoiseLimit), draw);
    }

    @Example
    @Statement("dissipativity.SmoothedEquilibrium/S5")
    void otherLimitsAreRejected() {
        rejects("0", EscapeChecks.largeNoise((target, p) -> 0.0));
        rejects(
                "off by 10⁻⁶",
                EscapeChecks.largeNoise((target, p) -> (1 + 1e-6) * EscapeChecks.largeNoiseLimit(target, p)));
        rejects(
                "p+2 for p+1 below",
                EscapeChecks.largeNoise((target, p) -> EscapeChecks.largeNoiseLimit(target, p) * (p + 1) / (p + 2)));
        rejects("g₀ = 1", EscapeChecks.largeNoise(SmoothedEquilibriumProperties::isotropicIsOne));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dissipativity.SmoothedEquilibrium/S6")
    void weightsAndAlignmentAreAccurate(@ForAll Draw draw) {
        holds(weightsAccuracy(SmoothedEquilibrium::weights), draw);
        holds(
                SmoothedEquilibriumChecks.alignmentAccuracy(SmoothedEquilibrium::alignment, SmoothedEquilibrium::level),
                draw);
    }

    @Example
    @Statement("dissipativity.SmoothedEquilibrium/S6")
    void inaccurateWeightsAreRejected() {
        rejects("off by 10⁻¹²", weightsAccuracy((teacher, moments) -> scaled(teacher, moments, 1 + 1e-12)));
        rejects("in floats", weightsAccuracy(SmoothedEquilibriumProperties::rounded));
        rejects(
                "alignment off by 10⁻¹³",
                SmoothedEquilibriumChecks.alignmentAccuracy(
                        (target, moments) -> times(target, moments, 1 + 1e-13), SmoothedEquilibrium::level));
        rejects(
                "level as printed, cancelling at the threshold, within 2u",
                SmoothedEquilibriumChecks.alignmentAccuracy(
                        SmoothedEquilibrium::alignment, SmoothedEquilibriumProperties::plainLevel));
    }

    private static Check stationary(BiFunction<Teacher, NoiseMoments, double[]> weights) {
        return SmoothedEquilibriumChecks.stationary(weights, SmoothedEquilibrium::weightsError);
    }

    private static Check weightsAccuracy(BiFunction<Teacher, NoiseMoments, double[]> weights) {
        return SmoothedEquilibriumChecks.weightsAccuracy(weights, SmoothedEquilibrium::weightsError);
    }

    private static Check alignment(BiFunction<Target, NoiseMoments, Bounded> alignment) {
        return SmoothedEquilibriumChecks.alignment(alignment, SmoothedEquilibrium::level);
    }

    private static Check level(Function<Target, Bounded> level) {
        return SmoothedEquilibriumChecks.alignment(SmoothedEquilibrium::alignment, level);
    }

    private static Check escape(DoubleUnaryOperator slip) {
        Escape mutant = (target, p, reading) -> {
            Bounded right = SmoothedEquilibrium.escapeNoise(target, p, reading);
            return new Bounded(slip.applyAsDouble(right.value()), right.error());
        };
        return EscapeChecks.escape(mutant);
    }

    private static Check left(ToDoubleBiFunction<BallNoise, Double> slip) {
        return EscapeChecks.opposite((noise, reading, d) -> {
            Bounded right = SmoothedEquilibrium.escapeRate(noise, reading, d);
            return new Bounded(slip.applyAsDouble(noise, right.value()), right.error());
        });
    }

    private static Bounded vague(Target target, int p, Reading.Output reading) {
        double value = SmoothedEquilibrium.escapeNoise(target, p, reading).value();
        return new Bounded(value, value);
    }

    /// The same moments with m₂ = 1.
    private static NoiseMoments light(NoiseMoments moments) {
        return new NoiseMoments(moments.m1Excess(), Bounded.exact(0), moments.hDeficit(), moments.kappa());
    }

    /// The same moments with m₁ = 1.
    private static NoiseMoments flat(NoiseMoments moments) {
        return new NoiseMoments(Bounded.exact(0), moments.m2Excess(), moments.hDeficit(), moments.kappa());
    }

    private static double[] scaled(Teacher teacher, NoiseMoments moments, double factor) {
        return Vectors.map(entry -> factor * entry, SmoothedEquilibrium.weights(teacher, moments));
    }

    private static double[] rounded(Teacher teacher, NoiseMoments moments) {
        return Vectors.map(entry -> (float) entry, SmoothedEquilibrium.weights(teacher, moments));
    }

    private static Bounded times(Target target, NoiseMoments moments, double factor) {
        Bounded right = SmoothedEquilibrium.alignment(target, moments);
        return new Bounded(factor * right.value(), right.error());
    }

    private static Bounded alongOnly(Target target, NoiseMoments moments) {
        return SmoothedEquilibrium.alignment(new Target(target.k(), target.along(), 0), moments);
    }

    /// 1 − (π−1)q/(π−1+k).
    private static Bounded blunt(Target target) {
        return Bounded.exact(1 - (Math.PI - 1) * target.q() / target.top());
    }

    private static Bounded plainLevel(Target target) {
        return Bounded.within(2, 1 - (Math.PI - 1) * target.q() / (target.top() - target.q()));
    }

    private static double isotropicIsOne(Target target, int p) {
        double g = SmoothedKernel.isotropic(p).value();
        double across = (g - 1) * target.across() * target.across() / (Math.PI - 1);
        return EscapeChecks.largeNoiseLimit(target, p) - (p + 2.0) / (p + 1.0) * across;
    }
}
