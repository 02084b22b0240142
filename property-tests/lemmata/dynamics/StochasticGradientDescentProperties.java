package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.StochasticChecks;
import lemmata.audit.StochasticChecks.Stochastic;
import lemmata.claim.Statement;
import lemmata.dynamics.Gradient.Slope;
import lemmata.model.Student;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.StochasticGradientDescent.
@DrawnCases
class StochasticGradientDescentProperties {

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.StochasticGradientDescent/S1")
    void isTheStepAsWritten(@ForAll Draw draw) {
        holds(StochasticChecks.step(StochasticGradientDescent::new, false), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.StochasticGradientDescent/S1")
    void doesNotLookAtTheNoise(@ForAll Draw draw) {
        holds(StochasticChecks.ignoresNoise(StochasticGradientDescent::new), draw);
    }

    @Example
    @Statement("dynamics.StochasticGradientDescent/S1")
    void otherStepsAreRejected() {
        refuse(
                "ascent",
                g -> (student, stage, trial, t) -> Algorithm.descend(student, g.at(student, trial, t), -stage.eta()));
        refuse("not projected back", g -> (student, stage, trial, t) -> {
            Slope slope = g.at(student, trial, t);
            double along = Vectors.fusedDot(student.w(), slope.w());
            double[] w = Vectors.map((x, y) -> x - stage.eta() * (y - along * x), student.w(), slope.w());
            return new Student(w, Algorithm.descend(student, slope, stage.eta()).a());
        });
        refuse("P_w forgotten", g -> (student, stage, trial, t) -> {
            Slope slope = g.at(student, trial, t);
            double[] w = Vectors.map((x, y) -> x - stage.eta() * y, student.w(), slope.w());
            double length = Vectors.length(w);
            return new Student(
                    Vectors.map(x -> x / length, w),
                    Algorithm.descend(student, slope, stage.eta()).a());
        });
        refuse(
                "inputs of the next step",
                g -> (student, stage, trial, t) ->
                        Algorithm.descend(student, g.at(student, trial, t + 1), stage.eta()));
        refuse("w by the a that has moved", g -> (student, stage, trial, t) -> {
            Student moved = Algorithm.descend(student, g.at(student, trial, t), stage.eta());
            Student half = new Student(student.w(), moved.a());
            return new Student(
                    Algorithm.descend(half, g.at(half, trial, t), stage.eta()).w(), moved.a());
        });
        refuse("noise on the point", PerturbedStochasticGradientDescent::new);
        rejects("noise on the point", StochasticChecks.ignoresNoise(PerturbedStochasticGradientDescent::new));
    }

    private static void refuse(String slip, Stochastic mutant) {
        rejects(slip, StochasticChecks.step(mutant, false));
    }
}
