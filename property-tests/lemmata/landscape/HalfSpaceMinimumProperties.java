package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Predicate;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.HalfSpaceChecks;
import lemmata.audit.Identity;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereProjection;
import lemmata.model.InvalidField;
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
        holds(HalfSpaceChecks.rotationGain(HalfSpaceMinimum::rotationGain), draw);
    }

    @Example
    @Statement("landscape.HalfSpaceMinimum/S1")
    void studentsOfAnotherShapeAreRefused() {
        Teacher teacher = new Teacher(new double[] {1, 0}, new double[] {1, 2, 3});
        Student longer = new Student(new double[] {0, 1, 0}, teacher.a());
        Student fewer = new Student(teacher.w(), new double[] {1, 2});
        assertThat(catchThrowableOfType(InvalidField.class, () -> HalfSpaceMinimum.rotationGain(teacher, longer))
                        .field())
                .isEqualTo("w");
        assertThat(catchThrowableOfType(InvalidField.class, () -> HalfSpaceMinimum.rotationGain(teacher, fewer))
                        .field())
                .isEqualTo("a");
    }

    @Example
    @Statement("landscape.HalfSpaceMinimum/S1")
    void otherGainsAreRejected() {
        holds(Identity.HALF_SPACE_SHIFT.holds(), "4π(L(w, a) − L(−r w*, a)) = −2 r g d");
        rejects("½ dropped", Identity.HALF_SPACE_SHIFT.holdsWith(2, 1, 0, 0, 0, 0, 1, 1));
        rejects("sign", HalfSpaceChecks.rotationGain((t, s) -> -HalfSpaceMinimum.rotationGain(t, s)));
        rejects(
                "r forgotten",
                HalfSpaceChecks.rotationGain((t, s) ->
                        HalfSpaceMinimum.rotationGain(t, new Student(SphereProjection.project(s.w()), s.a()))));
        rejects("π−g for g", HalfSpaceChecks.rotationGain(HalfSpaceMinimumProperties::fromTeacher));
        rejects("in floats", HalfSpaceChecks.rotationGain((t, s) -> (float) HalfSpaceMinimum.rotationGain(t, s)));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.HalfSpaceMinimum/S2")
    void nothingInTheHalfSpaceIsLower(@ForAll Draw draw) {
        holds(HalfSpaceChecks.halfSpace(t -> 0), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.HalfSpaceMinimum/S2")
    void containsTheSpuriousPointExactlyIfSaid(@ForAll Draw draw) {
        holds(HalfSpaceChecks.attained(HalfSpaceMinimum::containsSpurious), draw);
    }

    @Example
    @Statement("landscape.HalfSpaceMinimum/S2")
    void otherHalfSpacesAreRejected() {
        rejects("aᵀa* ≤ ‖a*‖²", HalfSpaceChecks.halfSpace(HalfSpaceMinimumProperties::square));
        rejects("aᵀa* ≤ ‖a*‖²/100", HalfSpaceChecks.halfSpace(t -> square(t) / 100));
        rejects("the whole space", lowest(draw -> true));
        rejects(
                "the half-space 1ᵀa ≤ 0",
                lowest(draw -> Vectors.sum(draw.unitStudent().a()).doubleValue() <= 0));
        rejects("(w̄, ā) always inside", HalfSpaceChecks.attained(t -> true));
        rejects("inside for q < 1 + k/π", HalfSpaceChecks.attained(t -> t.q() < 1 + t.k() / Math.PI));
        rejects("< for ≤", HalfSpaceChecks.attained(t -> LocalMinimality.alignmentSign(t) < 0));
        rejects("rounded", HalfSpaceChecks.attained(t -> t.k() == 1 || SpuriousOptimum.alignment(t) <= 0));
    }

    private static double square(Teacher t) {
        return Vectors.dot(t.a(), t.a()).doubleValue();
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
