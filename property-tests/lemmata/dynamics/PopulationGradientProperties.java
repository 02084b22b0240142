package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.MeanTest;
import lemmata.audit.PopulationGradientChecks;
import lemmata.audit.StepMeans;
import lemmata.claim.Statement;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.PopulationGradient.
@DrawnCases
class PopulationGradientProperties {

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
                    1210 + i))
            .toList();

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.PopulationGradient/S1")
    void isTheGradientOfTheLoss(@ForAll Draw draw) {
        holds(PopulationGradientChecks.isTheLossGradient(PopulationGradient::new), draw);
        holds(PopulationGradientChecks.agreesOnTheSphere(PopulationGradient::new), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({"dynamics.PopulationGradient/S1", "dynamics.PopulationGradient/S2"})
    void isAccurate(@ForAll Draw draw) {
        holds(PopulationGradientChecks.accuracy(PopulationGradient::new), draw);
    }

    @Example
    @Statement({"dynamics.PopulationGradient/S1", "dynamics.PopulationGradient/S2"})
    void otherGradientsAreRejected() {
        rejects("1ᵀ terms lost", PopulationGradientChecks.isTheLossGradient(WrongSteps.NO_SUM));
        rejects("1ᵀ terms lost", PopulationGradientChecks.accuracy(WrongSteps.NO_SUM));
        rejects("sign", PopulationGradientChecks.accuracy(WrongSteps.times(-1)));
        rejects("10⁻¹⁰ of it missing", PopulationGradientChecks.accuracy(WrongSteps.times(1 - 1e-10)));
        rejects("10⁻¹⁰ of it missing", PopulationGradientChecks.isTheLossGradient(WrongSteps.times(1 - 1e-10)));
        rejects("the poster's literal reading only", PopulationGradientChecks.accuracy(WrongSteps.POSTER_ONLY));
        rejects("of L(w/‖w‖, a) for NETWORK", PopulationGradientChecks.accuracy(WrongSteps.ON_SPHERE));
        rejects("of L(w/‖w‖, a)", PopulationGradientChecks.isTheLossGradient(WrongSteps.ON_SPHERE));
        rejects("π − φ for φ", PopulationGradientChecks.agreesOnTheSphere(WrongSteps.OPPOSITE));
        rejects("1ᵀ terms lost", PopulationGradientChecks.agreesOnTheSphere(WrongSteps.NO_SUM));
    }

    /// Power: a mean off by 0.08 of the bound of the deviation is found at 2¹⁵ samples.
    @Example
    @Statement("dynamics.PopulationGradient/S3")
    void itsMeanIsTheSmoothedGradient() {
        holds(mean(PopulationGradient::new), POINTS);
    }

    @Example
    @Statement("dynamics.PopulationGradient/S3")
    void otherMeansAreRejected() {
        rejects("1ᵀ terms lost", mean(WrongSteps.NO_SUM), POINTS);
        rejects("g(φ) at the unperturbed angle", mean(WrongSteps.POSTER_ONLY), POINTS);
        rejects("halved", mean(WrongSteps.times(0.5)), POINTS);
    }

    private static Check mean(PopulationGradientChecks.Maker maker) {
        return draw -> worst(StepMeans.ofGradient(maker, StepMeans.point(draw), SAMPLES));
    }

    private static OptionalDouble worst(List<MeanTest> tests) {
        return tests.stream().mapToDouble(MeanTest::ratio).max();
    }
}
