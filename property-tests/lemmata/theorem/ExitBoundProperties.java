package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.ExitBoundChecks;
import lemmata.audit.ExitBoundChecks.Exit;
import lemmata.audit.ExitBoundChecks.Limit;
import lemmata.audit.ExitBoundChecks.Moment;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute theorem.ExitBound.
@DrawnCases
class ExitBoundProperties {

    private static final Moment HALVED = (theta, v, c) -> ExitBound.logMoment(theta, v, c) / 2;
    private static final Moment DOUBLED = (theta, v, c) -> 2 * ExitBound.logMoment(theta, v, c);
    private static final Moment RANGE_LOST = (theta, v, c) -> ExitBound.logMoment(theta, v, 0);
    private static final Moment QUARTER = (theta, v, c) -> ExitBound.logMoment(theta, v, 0.75 * c);
    private static final Limit SQUARE_LOST = (eta, lambda, v) -> eta * v / (2 * lambda);
    private static final Limit TWO_LOST = (eta, lambda, v) -> eta * v / (lambda * (1 - eta * lambda));
    private static final Limit ONE_STEP = (eta, lambda, v) -> eta * eta * v;

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("theorem.ExitBound/S1")
    void momentIsBounded(@ForAll Draw draw) {
        holds(ExitBoundChecks.moment(ExitBound::logMoment), draw);
        holds(ExitBoundChecks.sharp(ExitBound::logMoment), draw);
    }

    @Example
    @Statement("theorem.ExitBound/S1")
    void otherMomentsAreRejected() {
        rejects("θ²V/4", ExitBoundChecks.moment(HALVED));
        rejects("θ²V/2, C forgotten", ExitBoundChecks.moment(RANGE_LOST));
        rejects("C/4 for C/3", ExitBoundChecks.moment(QUARTER));
        rejects("V² for V", ExitBoundChecks.moment((theta, v, c) -> ExitBound.logMoment(theta, v * v, c)));
        rejects("θ²V is not sharp", ExitBoundChecks.sharp(DOUBLED));
        rejects("C/2 is not sharp", ExitBoundChecks.sharp((theta, v, c) -> ExitBound.logMoment(theta, v, 1.5 * c)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.ExitBound/S2")
    void sumIsBounded(@ForAll Draw draw) {
        holds(ExitBoundChecks.independent(ExitBound::logMoment, ExitBound::variance), draw);
        holds(ExitBoundChecks.adapted(ExitBound::logMoment, ExitBound::variance), draw);
        holds(ExitBoundChecks.variance(ExitBound::variance), draw);
    }

    @Example
    @Statement("theorem.ExitBound/S2")
    void otherSumsAreRejected() {
        rejects("2 for 2−ηλ", ExitBoundChecks.independent(ExitBound::logMoment, SQUARE_LOST));
        rejects("one step's variance", ExitBoundChecks.independent(ExitBound::logMoment, ONE_STEP));
        rejects("C forgotten", ExitBoundChecks.independent(RANGE_LOST, ExitBound::variance));
        rejects("½ of it", ExitBoundChecks.independent(HALVED, ExitBound::variance));
        rejects("2 for 2−ηλ, any past", ExitBoundChecks.adapted(ExitBound::logMoment, SQUARE_LOST));
        rejects("one step's variance, any past", ExitBoundChecks.adapted(ExitBound::logMoment, ONE_STEP));
        rejects("C forgotten, any past", ExitBoundChecks.adapted(RANGE_LOST, ExitBound::variance));
        rejects("1−ηλ for 2−ηλ", ExitBoundChecks.variance(TWO_LOST));
        rejects("2 for 2−ηλ, variance", ExitBoundChecks.variance(SQUARE_LOST));
        rejects("η forgotten", ExitBoundChecks.variance((eta, lambda, v) -> v / (lambda * (2 - eta * lambda))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.ExitBound/S3")
    void exitIsRare(@ForAll Draw draw) {
        holds(ExitBoundChecks.exit(ExitBound::probability), draw);
        holds(ExitBoundChecks.tilt(ExitBound::tilt, ExitBound::exponent), draw);
    }

    @Example
    @Statement("theorem.ExitBound/S3")
    void otherExitsAreRejected() {
        Exit once = (level, v, c, steps) -> ExitBound.probability(level, v, c, 1);
        Exit upwards = (level, v, c, steps) -> ExitBound.probability(level, v, c, steps) / 2;
        Exit normal = (level, v, c, steps) -> ExitBound.probability(level, v, 0, steps);
        Exit steep = (level, v, c, steps) -> 2 * steps * Functions.exp(-2 * ExitBound.exponent(level, v, c));
        rejects("N forgotten", ExitBoundChecks.exit(once));
        rejects("the way down forgotten", ExitBoundChecks.exit(upwards));
        rejects("c forgotten", ExitBoundChecks.exit(normal));
        rejects("U²/(v + cU)", ExitBoundChecks.exit(steep));
        rejects("U/v for θ", ExitBoundChecks.tilt((u, v, c) -> u / v, ExitBound::exponent));
        rejects("U/(v − cU) for θ", ExitBoundChecks.tilt((u, v, c) -> u / (v - c * u), ExitBound::exponent));
        rejects(
                "half the exponent",
                ExitBoundChecks.tilt(ExitBound::tilt, (u, v, c) -> ExitBound.exponent(u, v, c) / 2));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.ExitBound/S4")
    void isAccurate(@ForAll Draw draw) {
        holds(ExitBoundChecks.momentAccuracy(ExitBound::logMoment), draw);
        holds(ExitBoundChecks.variance(ExitBound::variance), draw);
        holds(ExitBoundChecks.exitAccuracy(ExitBound::probability), draw);
    }

    @Example
    @Statement("theorem.ExitBound/S4")
    void inaccurateBoundsAreRejected() {
        rejects("θ²V", ExitBoundChecks.momentAccuracy(DOUBLED));
        rejects("in floats", ExitBoundChecks.momentAccuracy((theta, v, c) -> (float) ExitBound.logMoment(theta, v, c)));
        rejects("variance in floats", ExitBoundChecks.variance((eta, lambda, v) ->
                (float) ExitBound.variance(eta, lambda, v)));
        rejects(
                "exponent in floats",
                ExitBoundChecks.exitAccuracy(
                        (level, v, c, steps) -> 2 * steps * Functions.exp(-(float) ExitBound.exponent(level, v, c))));
        rejects(
                "N + 1 for N",
                ExitBoundChecks.exitAccuracy((level, v, c, steps) -> ExitBound.probability(level, v, c, steps + 1)));
    }

    @Example
    @Statement("theorem.ExitBound/S3")
    void knowsTheEnds() {
        assertThat(ExitBound.probability(0, 1, 1, 7)).isEqualTo(14);
        assertThat(ExitBound.probability(0, 0, 0, 7)).isEqualTo(14);
        assertThat(ExitBound.probability(1, 0, 0, 7)).isZero();
        assertThat(ExitBound.probabilityError(1, 0, 0, 7)).isLessThan(1e-290);
        assertThat(ExitBound.tilt(0, 0, 0)).isZero();
        assertThat(ExitBound.variance(0.5, 2, 3)).isEqualTo(0.75);
        assertThat(ExitBound.logMoment(2, 3, 0)).isEqualTo(6);
    }
}
