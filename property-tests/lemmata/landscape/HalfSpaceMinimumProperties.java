package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.function.Predicate;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.Identity;
import lemmata.audit.MinimalityChecks;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereProjection;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute landscape.HalfSpaceMinimum.
@DrawnCases
class HalfSpaceMinimumProperties {

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.HalfSpaceMinimum/S1")
    void turningTheFilterGainsTheStatedAmount(@ForAll Draw draw) {
        holds(MinimalityChecks.rotationGain(HalfSpaceMinimum::rotationGain), draw);
    }

    @Example
    @Statement("landscape.HalfSpaceMinimum/S1")
    void otherGainsAreRejected() {
        holds(Identity.HALF_SPACE_SHIFT.holds(), "4π(L(w, a) − L(−r w*, a)) = −2 r g d");
        rejects("½ dropped", Identity.HALF_SPACE_SHIFT.holdsWith(2, 1, 0, 0, 0, 0, 1, 1));
        rejects("sign", MinimalityChecks.rotationGain((t, s) -> -HalfSpaceMinimum.rotationGain(t, s)));
        rejects(
                "r forgotten",
                MinimalityChecks.rotationGain((t, s) ->
                        HalfSpaceMinimum.rotationGain(t, new Student(SphereProjection.project(s.w()), s.a()))));
        rejects("π−g for g", MinimalityChecks.rotationGain(HalfSpaceMinimumProperties::fromTeacher));
        rejects("in floats", MinimalityChecks.rotationGain((t, s) -> (float) HalfSpaceMinimum.rotationGain(t, s)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.HalfSpaceMinimum/S2")
    void nothingInTheHalfSpaceIsLower(@ForAll Draw draw) {
        holds(MinimalityChecks.halfSpace(HalfSpaceMinimum::containsSpurious), draw);
    }

    @Example
    @Statement("landscape.HalfSpaceMinimum/S2")
    void otherHalfSpacesAreRejected() {
        rejects("(w̄, ā) always inside", MinimalityChecks.halfSpace(t -> true));
        rejects("inside for q < 1 + k/π", MinimalityChecks.halfSpace(t -> t.q() < 1 + t.k() / Math.PI));
        rejects("the whole space", lowest(draw -> true));
        rejects(
                "the half-space 1ᵀa ≤ 0",
                lowest(draw -> Vectors.sum(draw.unitStudent().a()).doubleValue() <= 0));
    }

    private static double fromTeacher(Teacher t, Student s) {
        double complement = AngleKernel.piMinusG(Angle.between(s.w(), t.w()));
        return -Vectors.length(s.w()) * complement * Vectors.dot(s.a(), t.a()).doubleValue() / (2 * Math.PI);
    }

    /// The wrong claim that the spurious loss is the least over another set, for teachers whose ā is in the half-space.
    private static Check lowest(Predicate<Draw> inside) {
        Check claim = draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            double slack = PopulationLoss.error(teacher, student) + SpuriousOptimum.lossError(teacher);
            return Check.exactly(PopulationLoss.at(teacher, student) >= SpuriousOptimum.loss(teacher) - slack);
        };
        return claim.where(draw -> HalfSpaceMinimum.containsSpurious(draw.teacher()) && inside.test(draw));
    }
}
