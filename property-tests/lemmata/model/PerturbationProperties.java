package lemmata.model;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.ModelChecks;
import lemmata.claim.Statement;
import lemmata.loss.SphereProjection;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute model.Perturbation.
@DrawnCases
class PerturbationProperties {

    /// The poster's own size, p = 6 and k = 25, is a witness that its lines do not fit; they fit exactly where p = k.
    @Example
    @Statement("model.Perturbation/S1")
    void thePostersLinesFitOnlyWherePIsK() {
        rejects("the poster's lines fit for p = 6, k = 25", ModelChecks.posterLinesFit(6, 25));
        for (int p = 1; p <= 30; p++) {
            for (int k = 1; k <= 30; k++) {
                assertThat(ModelChecks.posterLinesFit(p, k))
                        .as("p = %d, k = %d", p, k)
                        .isEqualTo(p == k);
            }
        }
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("model.Perturbation/S2")
    void everyEntryIsTheRoundedSum(@ForAll Draw draw) {
        holds(ModelChecks.perturbation(Perturbation::of), draw);
    }

    @Example
    @Statement("model.Perturbation/S2")
    void wrongPerturbationsAreRejected() {
        rejects("w − ξ", perturbation((w, xi) -> w - xi, Double::sum));
        rejects("ε forgotten", perturbation(Double::sum, (a, epsilon) -> a));
        rejects("ε scaled by a", perturbation(Double::sum, (a, epsilon) -> a + a * epsilon));
        rejects("sums in floats", perturbation((w, xi) -> (float) w + (float) xi, Double::sum));
        rejects("off by an ulp", perturbation(Double::sum, (a, epsilon) -> Math.nextUp(a + epsilon)));
        rejects("w̃ pulled back to the sphere", ModelChecks.perturbation((student, xi, epsilon) -> {
            Student moved = Perturbation.of(student, xi, epsilon);
            return new Student(SphereProjection.project(moved.w()), moved.a());
        }));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("model.Perturbation/S2")
    void noiseOfAnotherLengthIsRefused(@ForAll Draw draw) {
        holds(ModelChecks.otherLengths(Perturbation::of), draw);
    }

    @Example
    @Statement("model.Perturbation/S2")
    void perturbationsThatCutNoiseAreRejected() {
        rejects(
                "ξ cut to length",
                ModelChecks.otherLengths((s, xi, epsilon) -> Perturbation.of(s, Arrays.copyOf(xi, s.p()), epsilon)));
        rejects(
                "ε cut to length",
                ModelChecks.otherLengths((s, xi, epsilon) -> Perturbation.of(s, xi, Arrays.copyOf(epsilon, s.k()))));
    }

    private static Check perturbation(DoubleBinaryOperator onFilter, DoubleBinaryOperator onWeights) {
        return ModelChecks.perturbation((student, xi, epsilon) ->
                new Student(Vectors.map(onFilter, student.w(), xi), Vectors.map(onWeights, student.a(), epsilon)));
    }
}
