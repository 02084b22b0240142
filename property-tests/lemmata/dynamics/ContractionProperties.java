package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.ContractionChecks;
import lemmata.audit.Draw;
import lemmata.audit.RecursionChecks;
import lemmata.claim.Statement;
import lemmata.loss.SphereProjection;
import lemmata.model.InvalidField;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apfloat.Apfloat;

/// Tries to refute dynamics.Contraction.
@DrawnCases
class ContractionProperties {

    private static final Apfloat ONE = new Apfloat(1, 250);
    private static final Apfloat TWO = new Apfloat(2, 250);

    private static final ContractionChecks.Step RATE_HALVED =
            (x, eta, c, gamma, slope) -> Contraction.after(x, eta, c / 2, gamma, slope);
    private static final ContractionChecks.Step SLACK_LOST =
            (x, eta, c, gamma, slope) -> Contraction.after(x, eta, c, 0, slope);
    private static final ContractionChecks.Step SLOPE_LOST =
            (x, eta, c, gamma, slope) -> Contraction.after(x, eta, c, gamma, 0);
    private static final ContractionChecks.Step RATE_DOUBLED =
            (x, eta, c, gamma, slope) -> Contraction.after(x, eta, 2 * c, gamma, slope);

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.Contraction/S1")
    void outputStepContracts(@ForAll Draw draw) {
        holds(ContractionChecks.outputStep(Contraction::after), draw);
        holds(ContractionChecks.descentStep(Contraction::after), draw);
    }

    @Example
    @Statement("dynamics.Contraction/S1")
    void otherOutputStepsAreRejected() {
        rejects("½c", ContractionChecks.outputStep(RATE_HALVED));
        rejects("γ forgotten", ContractionChecks.outputStep(SLACK_LOST));
        rejects("B forgotten", ContractionChecks.outputStep(SLOPE_LOST));
        rejects("ηB", ContractionChecks.outputStep((x, eta, c, g, b) -> Contraction.after(x, eta, c, g, b / eta)));
        rejects(
                "10⁻¹⁰ off",
                ContractionChecks.outputStep((x, eta, c, g, b) -> Contraction.after(x, eta, c, g, b) * (1 + 1e-10)));
        rejects("in floats", ContractionChecks.outputStep((x, eta, c, g, b) ->
                (float) Contraction.after(x, eta, c, g, b)));
        rejects("2c, gradient descent", ContractionChecks.descentStep(RATE_DOUBLED));
        rejects("γ forgotten, gradient descent", ContractionChecks.descentStep(SLACK_LOST));
        rejects("B forgotten, gradient descent", ContractionChecks.descentStep(SLOPE_LOST));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.Contraction/S2")
    void filterStepContracts(@ForAll Draw draw) {
        holds(ContractionChecks.projection(SphereProjection::project), draw);
        holds(ContractionChecks.filterStep(Contraction::after), draw);
    }

    @Example
    @Statement("dynamics.Contraction/S2")
    void otherFilterStepsAreRejected() {
        rejects("no projection", ContractionChecks.projection(x -> x));
        rejects(
                "onto a sphere of radius 1 − 10⁻¹⁰",
                ContractionChecks.projection(x -> Vectors.map(entry -> (1 - 1e-10) * entry, project(x))));
        rejects("onto the cube", ContractionChecks.projection(Vectors::scaledToOne));
        rejects(
                "half the way",
                ContractionChecks.projection(x -> Vectors.map((far, near) -> (far + near) / 2, x, project(x))));
        rejects("2c", ContractionChecks.filterStep(RATE_DOUBLED));
        rejects("γ forgotten", ContractionChecks.filterStep(SLACK_LOST));
        rejects("B forgotten", ContractionChecks.filterStep(SLOPE_LOST));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Contraction/S3")
    void recursionStaysBelow(@ForAll Draw draw) {
        holds(RecursionChecks.recursion(Contraction::bound), draw);
    }

    @Example
    @Statement("dynamics.Contraction/S3")
    void otherBoundsAreRejected() {
        rejects(
                "one step late",
                RecursionChecks.recursion(
                        (x0, lambda, beta, t) -> Contraction.bound(x0, lambda, beta, Math.max(t - 1, 0))));
        rejects(
                "one step early",
                RecursionChecks.recursion((x0, lambda, beta, t) -> Contraction.bound(x0, lambda, beta, t + 1)));
        rejects(
                "β/λ in full",
                RecursionChecks.recursion(
                        (x0, lambda, beta, t) -> Contraction.bound(x0, lambda, 0, t) + beta / lambda));
        rejects(
                "e^(−λt)",
                RecursionChecks.recursion(
                        (x0, lambda, beta, t) -> Functions.exp(-lambda * t) * (x0 - beta / lambda) + beta / lambda));
        rejects("β forgotten", RecursionChecks.recursion((x0, lambda, beta, t) -> Contraction.bound(x0, lambda, 0, t)));
        rejects("in floats", RecursionChecks.recursion((x0, lambda, beta, t) ->
                (float) Contraction.bound(x0, lambda, beta, t)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Contraction/S4")
    void burnsIn(@ForAll Draw draw) {
        holds(RecursionChecks.burnIn(Contraction::burnIn), draw);
        holds(RecursionChecks.enough(RecursionChecks::enoughPerUnit), draw);
        holds(RecursionChecks.notEnough(RecursionChecks::neededPerUnit), draw);
    }

    @Example
    @Statement("dynamics.Contraction/S4")
    void otherBurnInsAreRejected() {
        rejects(
                "one step more",
                RecursionChecks.burnIn((x0, lambda, beta, level) -> Contraction.burnIn(x0, lambda, beta, level) + 1));
        rejects(
                "one step less",
                RecursionChecks.burnIn((x0, lambda, beta, level) -> Contraction.burnIn(x0, lambda, beta, level) - 1));
        rejects(
                "to the level above 0",
                RecursionChecks.burnIn((x0, lambda, beta, level) -> Contraction.burnIn(x0, lambda, 0, level)));
        rejects("ln(…)/λ", RecursionChecks.burnIn((x0, lambda, beta, level) ->
                (long) Math.max(Math.ceil(Functions.log((x0 - beta / lambda) / (level - beta / lambda)) / lambda), 0)));
        rejects("1/2λ are enough", RecursionChecks.enough(lambda -> ONE.divide(lambda.multiply(TWO))));
        rejects("(1−λ)/λ are enough", RecursionChecks.enough(RecursionChecks::neededPerUnit));
        rejects("1/λ are needed", RecursionChecks.notEnough(RecursionChecks::enoughPerUnit));
        rejects(
                "2(1−λ)/λ are needed",
                RecursionChecks.notEnough(
                        lambda -> ONE.subtract(lambda).multiply(TWO).divide(lambda)));
    }

    @Example
    @Statement("dynamics.Contraction/S4")
    void refusesWhatIsNeverReached() {
        assertThat(Contraction.burnIn(1, 0.5, 1, 2.5)).isZero();
        assertThat(Contraction.burnIn(10, 0.5, 1, 4.5)).isEqualTo(2);
        assertThat(Contraction.burnIn(10, 1, 1, 1.5)).isEqualTo(1);
        assertThat(refused(10, 0.5, 1, 2)).isEqualTo("level");
        assertThat(refused(10, 1, 1, 1)).isEqualTo("level");
        assertThat(refused(1, 0.5, 1, 2)).isEqualTo("level");
        assertThat(refused(10, 1e-300, 0, 1)).isEqualTo("level");
        assertThat(refused(1, 1e-300, 1e-299, 2)).isEqualTo("level");
        assertThat(refused(10, 0.5, 1, Double.NaN)).isEqualTo("level");
        assertThat(refused(-1, 0.5, 1, 4)).isEqualTo("x0");
        assertThat(refused(10, 0, 1, 4)).isEqualTo("lambda");
        assertThat(refused(10, 1.01, 1, 4)).isEqualTo("lambda");
        assertThat(refused(10, 1e-200, 1, 4)).isEqualTo("beta");
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Contraction/S5")
    void rateMayComeLater(@ForAll Draw draw) {
        holds(RecursionChecks.coupled(Contraction::bound, Contraction::burnIn), draw);
        holds(ContractionChecks.alignment(1), draw);
    }

    @Example
    @Statement("dynamics.Contraction/S5")
    void earlierRatesAreRejected() {
        rejects("no burn-in", RecursionChecks.coupled(Contraction::bound, (x0, lambda, beta, level) -> 0));
        rejects(
                "one step less",
                RecursionChecks.coupled(
                        Contraction::bound,
                        (x0, lambda, beta, level) -> Math.max(Contraction.burnIn(x0, lambda, beta, level) - 1, 0)));
        rejects(
                "twice the rate",
                RecursionChecks.coupled(
                        (x0, lambda, beta, t) -> Contraction.bound(x0, Math.min(2 * lambda, 1), beta, t),
                        Contraction::burnIn));
        rejects("aᵀa* within 0.99 of it", ContractionChecks.alignment(0.99));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Contraction/S6")
    void isAccurate(@ForAll Draw draw) {
        holds(RecursionChecks.accuracy(Contraction::bound), draw);
        holds(RecursionChecks.burnIn(Contraction::burnIn), draw);
        holds(ContractionChecks.outputStep(Contraction::after), draw);
    }

    @Example
    @Statement("dynamics.Contraction/S6")
    void inaccurateBoundsAreRejected() {
        rejects("1 − λ rounded", RecursionChecks.accuracy((x0, lambda, beta, t) -> {
            double power = lambda == 1 && t > 0 ? 0 : Functions.exp(t * Functions.log(1 - lambda));
            return t == 0 ? x0 : power * x0 + (1 - power) * (beta / lambda);
        }));
        rejects("1 − (1−λ)ᵗ cancelling", RecursionChecks.accuracy((x0, lambda, beta, t) -> {
            double power = Functions.exp(t * Functions.log1p(-lambda));
            return t == 0 ? x0 : power * x0 + (1 - power) * (beta / lambda);
        }));
        rejects("in floats", RecursionChecks.accuracy((x0, lambda, beta, t) ->
                (float) Contraction.bound(x0, lambda, beta, t)));
    }

    private static double[] project(double[] x) {
        double length = Vectors.length(x);
        return Vectors.map(entry -> entry / length, x);
    }

    private static String refused(double x0, double lambda, double beta, double level) {
        return catchThrowableOfType(InvalidField.class, () -> Contraction.burnIn(x0, lambda, beta, level))
                .field();
    }
}
