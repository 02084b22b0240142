package lemmata.smoothing;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.ReadingChecks;
import lemmata.audit.ReadingStep;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.FilterGradient;
import lemmata.loss.TangentGradient;
import lemmata.model.InvalidField;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute smoothing.Reading.
@DrawnCases
class ReadingProperties {

    private static final ReadingStep.Filter UNPROJECTED = (reading, t, w, moved) ->
            reading == Reading.Filter.NETWORK ? FilterGradient.at(t, moved) : ReadingStep.filter(reading, t, w, moved);
    private static final ReadingStep.Filter PROJECTED_AT_MOVED =
            (reading, t, w, moved) -> ReadingStep.filter(reading, t, moved.w(), moved);
    private static final ReadingStep.Filter SIGN =
            (reading, t, w, moved) -> Vectors.map(x -> -x, ReadingStep.filter(reading, t, w, moved));
    private static final ReadingStep.Filter ALL_NETWORK =
            (reading, t, w, moved) -> ReadingStep.filter(Reading.Filter.NETWORK, t, w, moved);
    private static final ReadingStep.Filter ALL_ANGLE =
            (reading, t, w, moved) -> ReadingStep.filter(Reading.Filter.ANGLE, t, w, moved);
    private static final ReadingStep.Filter NORMALISED_BY_ANGLE = (reading, t, w, moved) ->
            ReadingStep.filter(reading == Reading.Filter.NORMALISED ? Reading.Filter.ANGLE : reading, t, w, moved);
    private static final ReadingStep.Filter TANGENT = (reading, t, w, moved) -> TangentGradient.at(t, moved);

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("smoothing.Reading/S2")
    void agreeWithoutNoise(@ForAll Draw draw) {
        holds(ReadingChecks.quietMoments(NoiseMoments::of), draw);
        holds(ReadingChecks.quietSteps(ReadingStep::filter), draw);
    }

    @Example
    @Statement("smoothing.Reading/S2")
    void readingsThatDisagreeAreRejected() {
        rejects("a little noise", ReadingChecks.quietMoments(at(1e-6)));
        rejects(
                "φ for π−φ",
                ReadingChecks.quietMoments(
                        (reading, noise, angle) -> NoiseMoments.of(reading, noise, angle.supplement())));
        rejects("κ halved", ReadingChecks.quietMoments((reading, noise, angle) -> {
            NoiseMoments right = NoiseMoments.of(reading, noise, angle);
            return new NoiseMoments(
                    right.m1Excess(),
                    right.m2Excess(),
                    right.hDeficit(),
                    right.kappa().times(0.5));
        }));
        rejects("m₁ for m₁ − 1", ReadingChecks.quietMoments((reading, noise, angle) -> {
            NoiseMoments right = NoiseMoments.of(reading, noise, angle);
            return new NoiseMoments(right.m1(), right.m2Excess(), right.hDeficit(), right.kappa());
        }));
        rejects("h for π − h", ReadingChecks.quietMoments((reading, noise, angle) -> {
            NoiseMoments right = NoiseMoments.of(reading, noise, angle);
            return new NoiseMoments(right.m1Excess(), right.m2Excess(), right.h(), right.kappa());
        }));
        rejects("P_w lost", ReadingChecks.quietSteps(UNPROJECTED));
        rejects("sign", ReadingChecks.quietSteps(SIGN));
        rejects("the noise-free step turned", ReadingChecks.quietSteps((reading, t, w, moved) -> {
            double[] turned = ReadingStep.filter(reading, t, w, moved);
            return Vectors.map(x -> x * (1 + 1e-9), turned);
        }));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("smoothing.Reading/S3")
    void angleAloneStandsStillOppositeTheTeacher(@ForAll Draw draw) {
        holds(ReadingChecks.atOpposite(ReadingStep::filter), draw);
        holds(ReadingChecks.reflected(ReadingStep::filter), draw);
    }

    @Example
    @Statement("smoothing.Reading/S3")
    void otherStepsAreRejected() {
        rejects("NETWORK's step for ANGLE's", ReadingChecks.atOpposite(ALL_NETWORK));
        rejects("ANGLE's step for NETWORK's", ReadingChecks.atOpposite(ALL_ANGLE));
        rejects("ANGLE's step for NORMALISED's", ReadingChecks.atOpposite(NORMALISED_BY_ANGLE));
        rejects("P of w̃ for P of w", ReadingChecks.atOpposite(PROJECTED_AT_MOVED));
        rejects("tangent gradient at w̃", ReadingChecks.atOpposite(TANGENT));
        rejects("P_w lost", ReadingChecks.reflected(UNPROJECTED));
        rejects("P of w̃ for P of w, reflected", ReadingChecks.reflected(PROJECTED_AT_MOVED));
        rejects("tangent gradient at w̃, reflected", ReadingChecks.reflected(TANGENT));
    }

    @Example
    @Statement("smoothing.Reading/S2")
    void haveNames() {
        for (Reading reading : Reading.all()) {
            assertThat(Reading.of(reading.toString())).isEqualTo(reading);
            assertThat(Reading.of(reading.toString().toLowerCase(Locale.ROOT))).isEqualTo(reading);
        }
        assertThat(Reading.all()).hasSize(6).doesNotHaveDuplicates().contains(Reading.POSTER);
        assertThat(Reading.POSTER).hasToString("RADIAL,NETWORK");
        for (String wrong : new String[] {"", "RADIAL", "NETWORK,RADIAL", "RADIAL, NETWORK", "UNIT,NETWORK,"}) {
            assertThat(catchThrowableOfType(InvalidField.class, () -> Reading.of(wrong))
                            .field())
                    .isEqualTo("reading");
        }
    }

    @Example
    @Statement("smoothing.Reading/S2")
    void momentsAddTheirOnes() {
        NoiseMoments moments =
                NoiseMoments.of(Reading.POSTER, new BallNoise(3, 0.5), Angle.ofRadians(Angle.radians(1)));
        holds(
                same(moments.m1(), 1 + moments.m1Excess().value())
                        && same(moments.m2(), 1 + moments.m2Excess().value())
                        && same(moments.h(), Math.PI - moments.hDeficit().value()),
                "m₁, m₂ and h follow from their excesses");
    }

    private static boolean same(Bounded moment, double expected) {
        return Math.abs(moment.value() - expected) <= moment.error();
    }

    private static ReadingChecks.Moments at(double rho) {
        return (reading, noise, angle) -> NoiseMoments.of(reading, new BallNoise(noise.p(), rho), angle);
    }
}
