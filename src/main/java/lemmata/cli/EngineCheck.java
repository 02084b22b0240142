package lemmata.cli;

import static lemmata.cli.Contestant.P;
import static lemmata.cli.Contestant.RHO_A;
import static lemmata.cli.Contestant.RHO_W;

import java.util.Arrays;
import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.PopulationGradient;
import lemmata.model.Perturbation;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;

/// Whether what `bench engines` measures does what the plain code does.
final class EngineCheck {

    private static final int TRIALS = 70;
    private static final int STEPS = 20;

    private EngineCheck() {}

    /// Whether an engine gives the bits of another.
    static boolean sameBits(Contestant vector, Contestant plain) {
        double[] states = vector.starts(TRIALS);
        double[] expected = plain.starts(TRIALS);
        vector.make().advance(states, 0, TRIALS, vector.leg(STEPS));
        plain.make().advance(expected, 0, TRIALS, plain.leg(STEPS));
        return Arrays.equals(states, expected);
    }

    /// Whether the loop's noise is in its balls, and its step with given noise that of the plain code within rounding.
    static boolean sameStep(Contestant one, TextbookLoop loop) {
        PopulationGradient gradient = new PopulationGradient(one.teacher(), Reading.POSTER);
        double[] states = one.starts(TRIALS);
        for (int i = 0; i < TRIALS; i++) {
            int at = i * one.runs().rows();
            double @FilterSpace [] w = Spaces.filter("w", Arrays.copyOfRange(states, at, at + P));
            double @OutputSpace [] a = Spaces.output("a", Arrays.copyOfRange(states, at + P, at + P + one.k()));
            double[] xi = loop.ball(P, RHO_W);
            double[] epsilon = loop.ball(one.k(), RHO_A);
            Student student = new Student(w.clone(), a.clone());
            Student perturbed =
                    Perturbation.of(student, Spaces.filterDisplacement("xi", xi), Spaces.output("epsilon", epsilon));
            Student expected = Algorithm.descend(student, gradient.at(perturbed, 0, 0), one.eta());
            loop.step(w, a, xi, epsilon, one.eta());
            double error = roundOff(one, perturbed);
            if (!(isIn(xi, RHO_W)
                    && isIn(epsilon, RHO_A)
                    && distance(w, expected.w()) <= error
                    && distance(a, expected.a()) <= error)) {
                return false;
            }
        }
        return true;
    }

    /// The ball, widened by the rounding of so many squares, three operations on each, a logarithm and an exponential.
    private static boolean isIn(double[] point, double radius) {
        return Vectors.length(point) <= radius * (1 + (point.length + 8) * RoundOff.U);
    }

    /// Steps are sums of p + k + 32 rounded terms at most, of magnitudes below 1 + η(1 + r)²(1 + S)², S the sum of all
    /// |ãⱼ| and |a*ⱼ|, and the loop's angle errs by a few units over sin φ.
    private static double roundOff(Contestant one, Student perturbed) {
        double r = Vectors.length(perturbed.w());
        double sum = 1;
        for (int j = 0; j < one.k(); j++) {
            sum += Math.abs(perturbed.a()[j]) + Math.abs(one.teacher().a()[j]);
        }
        double cosine = Vectors.fusedDot(perturbed.w(), one.teacher().w()) / r;
        double sine = Math.sqrt((1 - cosine) * (1 + cosine));
        return 4 * (P + one.k() + 32) * RoundOff.U * (1 + one.eta() * (1 + r) * (1 + r) * sum * sum) / sine;
    }

    private static double distance(double[] x, double[] y) {
        return Vectors.length(Vectors.map((a, b) -> a - b, x, y));
    }
}
