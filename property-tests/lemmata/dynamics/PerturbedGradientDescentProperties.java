package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.MeanTest;
import lemmata.audit.NoisyDescentChecks;
import lemmata.audit.StepMeans;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.PerturbedGradientDescent.
@DrawnCases
class PerturbedGradientDescentProperties {

    private static final int SAMPLES = 1 << 15;

    /// p = 3 … 6, k = 1 … 3, a = a* at every second one.
    private static final List<Draw> POINTS = IntStream.range(0, 6)
            .mapToObj(i -> new Draw(
                    3 + i % 4,
                    1 + i % 3,
                    Draw.Filter.ANY,
                    Draw.Target.ANY,
                    i % 2 == 0 ? Draw.Weights.TEACHERS : Draw.Weights.ANY,
                    0,
                    0,
                    1260 + i))
            .toList();

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.PerturbedGradientDescent/S1")
    void isThePostersUpdate(@ForAll Draw draw) {
        holds(NoisyDescentChecks.update(PerturbedGradientDescent::new), draw);
    }

    @Example
    @Statement("dynamics.PerturbedGradientDescent/S1")
    void otherUpdatesAreRejected() {
        rejects("noise after the step", NoisyDescentChecks.update(WrongSteps.NOISE_AFTER));
        rejects("P of w̃ for P of w", NoisyDescentChecks.update(WrongSteps.PROJECTED_AT_MOVED));
        rejects("step taken from w̃", NoisyDescentChecks.update(WrongSteps.FROM_MOVED));
        rejects("ρ_w and ρ_a exchanged", NoisyDescentChecks.update(WrongSteps.RADII));
        rejects("no ε", NoisyDescentChecks.update(WrongSteps.NO_EPSILON));
        rejects("Π forgotten", NoisyDescentChecks.update(WrongSteps.NOT_NORMALISED));
        rejects("P forgotten", NoisyDescentChecks.update(WrongSteps.NOT_PROJECTED));
        rejects("g(φ) for g(φ̃)", NoisyDescentChecks.update(WrongSteps.OLD_ANGLE));
        rejects("η doubled", NoisyDescentChecks.update(WrongSteps.DOUBLED));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.PerturbedGradientDescent/S2")
    void isAFunctionOfItsWords(@ForAll Draw draw) {
        holds(NoisyDescentChecks.pure(PerturbedGradientDescent::new), draw);
    }

    @Example
    @Statement("dynamics.PerturbedGradientDescent/S2")
    void otherWordsAreRejected() {
        rejects("one noise for all steps", NoisyDescentChecks.pure(WrongSteps.SAME_STEP));
        rejects("one stream for all trials", NoisyDescentChecks.pure(WrongSteps.SAME_TRIAL));
        rejects("one stream for all seeds", NoisyDescentChecks.pure(WrongSteps.SAME_SEED));
        rejects("normal noise", NoisyDescentChecks.pure(WrongSteps.NORMAL));
        rejects("ρ_w and ρ_a exchanged", NoisyDescentChecks.pure(WrongSteps.RADII));
        rejects("η doubled", NoisyDescentChecks.pure(WrongSteps.DOUBLED));
    }

    /// Power: a mean off by 0.08 of the bound of the deviation is found at 2¹⁵ samples.
    @Example
    @Statement("dynamics.PerturbedGradientDescent/S3")
    void theMeanStepIsTheSmoothedOne() {
        holds(mean(PerturbedGradientDescent::new), POINTS);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.PerturbedGradientDescent/S3")
    void theSphereBendsItBySecondOrder(@ForAll Draw draw) {
        holds(NoisyDescentChecks.secondOrder(PerturbedGradientDescent::new), draw);
    }

    @Example
    @Statement("dynamics.PerturbedGradientDescent/S3")
    void otherMeansAreRejected() {
        rejects("noise after the step", mean(WrongSteps.NOISE_AFTER), POINTS);
        rejects("normal noise", mean(WrongSteps.NORMAL), POINTS);
        rejects("noise on the sphere", mean(WrongSteps.ON_THE_SPHERE), POINTS);
        rejects("one stream for all trials", mean(WrongSteps.SAME_TRIAL), POINTS);
        rejects("P of w̃ for P of w", mean(WrongSteps.PROJECTED_AT_MOVED), POINTS);
        rejects("g(φ) for g(φ̃)", mean(WrongSteps.OLD_ANGLE), POINTS);
        rejects("ρ_w and ρ_a exchanged", mean(WrongSteps.RADII), POINTS);
        rejects("η doubled", mean(WrongSteps.DOUBLED), POINTS);
        rejects("noise after the step", NoisyDescentChecks.secondOrder(WrongSteps.NOISE_AFTER));
        rejects("step taken from w̃", NoisyDescentChecks.secondOrder(WrongSteps.FROM_MOVED));
        rejects("P forgotten", NoisyDescentChecks.secondOrder(WrongSteps.NOT_PROJECTED));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.PerturbedGradientDescent/S4")
    void scalesWithTheTeacher(@ForAll Draw draw) {
        holds(NoisyDescentChecks.scales(PerturbedGradientDescent::new), draw);
    }

    @Example
    @Statement("dynamics.PerturbedGradientDescent/S4")
    void otherScalesAreRejected() {
        NoisyDescentChecks.Maker fixed = (gradient, generator, seed) ->
                (from, stage, trial, t) -> new PerturbedGradientDescent(gradient, generator, seed)
                        .step(from, new Stage(stage.rhoW(), 1, stage.eta(), 1), trial, t);
        NoisyDescentChecks.Maker shifted = (gradient, generator, seed) -> (from, stage, trial, t) -> {
            Student right = new PerturbedGradientDescent(gradient, generator, seed).step(from, stage, trial, t);
            return new Student(right.w(), Vectors.map(x -> x + 1, right.a()));
        };
        rejects("ρ_a fixed", NoisyDescentChecks.scales(fixed));
        rejects("1 added to a", NoisyDescentChecks.scales(shifted));
    }

    private static Check mean(NoisyDescentChecks.Maker maker) {
        return draw -> StepMeans.ofStep(maker, StepMeans.point(draw), SAMPLES).stream()
                .mapToDouble(MeanTest::ratio)
                .max();
    }
}
