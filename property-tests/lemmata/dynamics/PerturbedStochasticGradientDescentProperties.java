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
import lemmata.rng.Words;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.PerturbedStochasticGradientDescent.
@DrawnCases
class PerturbedStochasticGradientDescentProperties {

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.PerturbedStochasticGradientDescent/S1")
    void isTheStepAsWritten(@ForAll Draw draw) {
        holds(StochasticChecks.step(PerturbedStochasticGradientDescent::new, true), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.PerturbedStochasticGradientDescent/S1")
    void isSgdWithoutNoise(@ForAll Draw draw) {
        holds(StochasticChecks.quiet(PerturbedStochasticGradientDescent::new), draw);
    }

    @Example
    @Statement("dynamics.PerturbedStochasticGradientDescent/S1")
    void otherStepsAreRejected() {
        refuse("no noise", StochasticGradientDescent::new);
        refuse("noise by the words of the inputs", of(Words.INPUTS, true, true));
        refuse("noise on the filter alone", of(Words.NOISE, true, false));
        refuse("noise on the output weights alone", of(Words.NOISE, false, true));
        refuse("the noise is kept", g -> (student, stage, trial, t) -> {
            Student perturbed = perturbed(g, Words.NOISE, student, stage, trial, t);
            return Algorithm.descend(perturbed, g.at(perturbed, trial, t), stage.eta());
        });
        refuse("∇_a at (w, a)", g -> (student, stage, trial, t) -> {
            Slope slope = g.at(perturbed(g, Words.NOISE, student, stage, trial, t), trial, t);
            return Algorithm.descend(
                    student, new Slope(slope.w(), g.at(student, trial, t).a()), stage.eta());
        });
        refuse(
                "the noise of the first step",
                g -> (student, stage, trial, t) -> Algorithm.descend(
                        student, g.at(perturbed(g, Words.NOISE, student, stage, trial, 0), trial, t), stage.eta()));
        rejects(
                "noise without noise",
                StochasticChecks.quiet(g -> (student, stage, trial, t) -> new PerturbedStochasticGradientDescent(g)
                        .step(student, new Stage(1, 1, stage.eta(), 1), trial, t)));
    }

    @Example
    @Statement("dynamics.PerturbedStochasticGradientDescent/S2")
    void theMeanErrorIsNotTheErrorOfASample() {
        rejects("Z = 1", StochasticChecks.isErrorAt(1));
        rejects("Z = −1", StochasticChecks.isErrorAt(-1));
        holds(StochasticChecks.isErrorAt(Math.sqrt(0.5)), "at Z = √½ it happens to be");
    }

    private static void refuse(String slip, Stochastic mutant) {
        rejects(slip, StochasticChecks.step(mutant, true));
    }

    /// The step with noise of a domain on w, on a, or on both.
    private static Stochastic of(int domain, boolean onFilter, boolean onOutput) {
        return g -> (student, stage, trial, t) -> {
            Student perturbed = perturbed(g, domain, student, stage, trial, t);
            Student point = new Student(onFilter ? perturbed.w() : student.w(), onOutput ? perturbed.a() : student.a());
            return Algorithm.descend(student, g.at(point, trial, t), stage.eta());
        };
    }

    private static Student perturbed(
            MiniBatchGradient g, int domain, Student student, Stage stage, long trial, long t) {
        return PerturbedGradientDescent.perturb(student, stage, new Words(g.generator(), g.seed(), domain), trial, t);
    }
}
