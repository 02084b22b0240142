package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.DescentChecks;
import lemmata.audit.DescentLossChecks;
import lemmata.audit.Draw;
import lemmata.claim.Statement;
import lemmata.loss.SphereProjection;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.GradientDescent.
@DrawnCases
class GradientDescentProperties {

    private static final DescentChecks.Maker ASCENT = times(-1);
    private static final DescentChecks.Maker NOT_PROJECTED = gradient -> (from, stage, trial, t) -> {
        Gradient.Slope slope = gradient.at(from, trial, t);
        double[] straight = Vectors.map((x, y) -> x - stage.eta() * y, from.w(), slope.w());
        Student right = Algorithm.descend(from, slope, stage.eta());
        return new Student(SphereProjection.project(Spaces.filter("w", straight)), right.a());
    };
    private static final DescentChecks.Maker NOT_NORMALISED = gradient -> (from, stage, trial, t) -> {
        Student right = Algorithm.descend(from, gradient.at(from, trial, t), stage.eta());
        double along = Vectors.fusedDot(from.w(), right.w());
        return new Student(Vectors.map(x -> x / along, right.w()), right.a());
    };
    private static final DescentChecks.Maker ONLY_W = gradient -> (from, stage, trial, t) -> new Student(
            Algorithm.descend(from, gradient.at(from, trial, t), stage.eta()).w(), from.a());
    private static final DescentChecks.Maker FIRST_FIXED = gradient -> (from, stage, trial, t) -> {
        double[] a = Algorithm.descend(from, gradient.at(from, trial, t), stage.eta())
                .a();
        a[0] = from.a()[0];
        return new Student(
                Algorithm.descend(from, gradient.at(from, trial, t), stage.eta())
                        .w(),
                Spaces.output("a", a));
    };
    private static final DescentChecks.Maker FIRST_DOUBLED = gradient -> new GradientDescent((at, trial, step) -> {
        Gradient.Slope slope = gradient.at(at, trial, step);
        double[] w = slope.w();
        w[0] *= 2;
        return new Gradient.Slope(Spaces.filterDisplacement("slope", w), slope.a());
    });
    private static final DescentChecks.Maker FLOATS = gradient -> (from, stage, trial, t) -> {
        Student right = Algorithm.descend(from, gradient.at(from, trial, t), stage.eta());
        return new Student(Vectors.map(x -> (float) x, right.w()), Vectors.map(x -> (float) x, right.a()));
    };

    /// Next to w*, a = a* with ‖a*‖² ≈ k ≥ 20: the curvature of the filter decides.
    private static final List<Draw> NEAR = IntStream.range(0, 60)
            .mapToObj(i -> new Draw(
                    2 + i % 5, 20 + i, Draw.Filter.NEARLY_SAME, Draw.Target.ANY, Draw.Weights.TEACHERS, 0, 0, 1300 + i))
            .toList();

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.GradientDescent/S1")
    void stepsAsWritten(@ForAll Draw draw) {
        holds(DescentChecks.step(GradientDescent::new), draw);
        holds(DescentChecks.onSphere(GradientDescent::new), draw);
    }

    @Example
    @Statement("dynamics.GradientDescent/S1")
    void otherStepsAreRejected() {
        rejects("uphill", DescentChecks.step(ASCENT));
        rejects("P forgotten", DescentChecks.step(NOT_PROJECTED));
        rejects("Π forgotten", DescentChecks.step(NOT_NORMALISED));
        rejects("a stays", DescentChecks.step(ONLY_W));
        rejects("η off by 10⁻¹⁰", DescentChecks.step(times(1 + 1e-10)));
        rejects("floats", DescentChecks.step(FLOATS));
        rejects("Π forgotten", DescentChecks.onSphere(NOT_NORMALISED));
        rejects("floats", DescentChecks.onSphere(FLOATS));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("dynamics.GradientDescent/S2")
    void lowersTheLoss(@ForAll Draw draw) {
        holds(DescentLossChecks.descends(GradientDescent::new, DescentLossChecks::limit), draw);
    }

    @Example
    @Statement("dynamics.GradientDescent/S2")
    void otherLimitsAreRejected() {
        rejects("uphill", DescentLossChecks.descends(ASCENT, DescentLossChecks::limit));
        rejects("half a step", DescentLossChecks.descends(times(0.5), DescentLossChecks::limit));
        rejects("a stays", DescentLossChecks.descends(ONLY_W, DescentLossChecks::limit));
        rejects("Π forgotten", DescentLossChecks.descends(NOT_NORMALISED, DescentLossChecks::limit));
        rejects(
                "twice the limit",
                DescentLossChecks.descends(GradientDescent::new, (t, s) -> 2.2 * DescentLossChecks.limit(t, s)));
        rejects(
                "the limit of the weights alone",
                DescentLossChecks.descends(GradientDescent::new, (t, s) -> 4 * Math.PI / (Math.PI - 1 + t.k())),
                NEAR);
    }

    @Example
    @Statement("dynamics.GradientDescent/S2")
    void aboveTheLimitsItCan() {
        holds(DescentLossChecks.riseOfWeights(1.001) > 0, "above 4π/(π−1+k) at w = w*");
        holds(DescentLossChecks.riseOfFilter(1.1) > 0, "above 4/d next to w*");
        holds(DescentLossChecks.riseOfWeights(0.999) < 0, "below 4π/(π−1+k)");
        holds(DescentLossChecks.riseOfFilter(1) < 0, "below 4/d");
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.GradientDescent/S3")
    void restsAtTheOptima(@ForAll Draw draw) {
        holds(DescentChecks.rests(GradientDescent::new), draw);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.GradientDescent/S4")
    void turnsWithTheProblem(@ForAll Draw draw) {
        holds(DescentChecks.symmetric(GradientDescent::new), draw);
    }

    @Example
    @Statement({"dynamics.GradientDescent/S3", "dynamics.GradientDescent/S4"})
    void restlessAndCrookedStepsAreRejected() {
        rejects(
                "gradient at −w",
                DescentChecks.rests(gradient -> new GradientDescent((at, trial, step) ->
                        gradient.at(new Student(Vectors.map(x -> 0 - x, at.w()), at.a()), trial, step))));
        rejects("floats", DescentChecks.rests(FLOATS));
        rejects("one weight fixed", DescentChecks.symmetric(FIRST_FIXED));
        rejects("first coordinate of ∇_w doubled", DescentChecks.symmetric(FIRST_DOUBLED));
    }

    private static DescentChecks.Maker times(double factor) {
        return gradient -> (from, stage, trial, t) -> {
            Gradient.Slope slope = gradient.at(from, trial, t);
            return Algorithm.descend(from, slope, factor * stage.eta());
        };
    }
}
