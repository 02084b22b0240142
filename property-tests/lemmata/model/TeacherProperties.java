package lemmata.model;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Tries to refute model.Teacher.
@DrawnCases
class TeacherProperties {

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("model.Teacher/S1")
    void acceptsUnitFiltersAndNoOthers(@ForAll Draw draw) {
        holds(ModelChecks.unitFilter(Teacher::new), draw);
    }

    @Example
    @Statement("model.Teacher/S1")
    void saysWhichFieldIsWrongAndWhatToDo() {
        InvalidField refusal =
                catchThrowableOfType(InvalidField.class, () -> new Teacher(new double[] {1, 1}, new double[] {1}));
        assertThat(refusal.field()).isEqualTo("w");
        assertThat(refusal.remedy()).contains("norm 1.414").contains("divide the vector by it");
    }

    @Example
    @Statement("model.Teacher/S1")
    void refusesWhatIsNoVectorOfUsableNumbers() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2e71, -2e71}) {
            refuses("w[1]", () -> new Teacher(new double[] {1, bad}, new double[] {1}));
            refuses("a[2]", () -> new Teacher(new double[] {1}, new double[] {1, 0, bad}));
            refuses("x[0]", () -> Spaces.filterDisplacement("x", bad));
        }
        refuses("w", () -> new Teacher(new double[0], new double[] {1}));
        refuses("a", () -> new Teacher(new double[] {1}, new double[0]));
        refuses("x", () -> Spaces.filterDisplacement("x"));
        refuses("w", () -> new Teacher(new double[3], new double[] {1}));
        refuses("w", () -> new Student(new double[3], new double[] {1}));
        refuses("w", () -> Spaces.filter("w", 9e-71));
        assertThat(Spaces.filter("w", 1e-70)).containsExactly(1e-70);
        assertThat(Spaces.output("a", 1e71, 0)).containsExactly(1e71, 0);
        assertThat(Spaces.filterDisplacement("x", 0, 0)).containsExactly(0, 0);
    }

    @Example
    @Statement("model.Teacher/S1")
    void laterWritesDoNotReachACheckedFilter() {
        double[] w = {0, 1};
        double[] a = {3, 4};
        Teacher teacher = new Teacher(w, a);
        Student student = new Student(w, a);
        double[] x = Spaces.filterDisplacement("x", w);
        w[0] = Double.NaN;
        a[0] = Double.NaN;
        teacher.w()[1] = Double.NaN;
        student.a()[1] = Double.NaN;
        assertThat(teacher).isEqualTo(new Teacher(new double[] {0, 1}, new double[] {3, 4}));
        assertThat(student).isEqualTo(new Student(new double[] {0, 1}, new double[] {3, 4}));
        assertThat(x).containsExactly(0, 1);
    }

    @Example
    @Statement("model.Teacher/S1")
    void wrongDoorsAreRejected() {
        rejects("short filters accepted", doorFor(w -> Vectors.length(w) < 1 + 0x1p-50));
        rejects("long filters accepted", doorFor(w -> Vectors.length(w) > 1 - 0x1p-50));
        rejects("norms off by 2⁻⁵¹ refused", doorFor(w -> excess(w) < 0x1p-51));
        rejects("every filter normalised in silence", doorFor(w -> true));
        rejects("norms to 2⁻⁴⁴ accepted", doorFor(w -> excess(w) < 0x1p-44));
        rejects("norm 1 to the last bit demanded", doorFor(w -> excess(w) == 0));
        rejects("no filter accepted", doorFor(w -> false));
        rejects("a blamed for w", ModelChecks.unitFilter(TeacherProperties::blamesWeights));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("model.Teacher/S2")
    void alignmentIsAccurateAndInRange(@ForAll Draw draw) {
        holds(ModelChecks.alignment(Teacher::q), draw);
    }

    @Example
    @Statement("model.Teacher/S2")
    void wrongAlignmentsAreRejected() {
        rejects("s* not squared", ModelChecks.alignment(t -> Math.sqrt(t.q())));
        rejects("divided by k", ModelChecks.alignment(t -> t.q() / t.k()));
        rejects("alignment with the complement of 1", ModelChecks.alignment(t -> t.k() - t.q()));
        rejects("sums in plain doubles", ModelChecks.alignment(TeacherProperties::plainQ));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("model.Teacher/S2")
    void alignmentIsKForMultiplesOfOneOnly(@ForAll Draw draw) {
        holds(ModelChecks.topAlignment(ModelChecks::isMultipleOfOne), draw);
    }

    @Example
    @Statement("model.Teacher/S2")
    void otherTeachersOfTopAlignmentAreRejected() {
        rejects(
                "equal magnitudes",
                ModelChecks.topAlignment(
                        t -> Arrays.stream(t.a()).allMatch(entry -> Math.abs(entry) == Math.abs(t.a()[0]))));
        rejects("q rounds to k", ModelChecks.topAlignment(t -> t.q() == t.k()));
        rejects("all teachers", ModelChecks.topAlignment(t -> true));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("model.Teacher/S2")
    void alignmentDoesNotSeeTheScale(@ForAll Draw draw) {
        Teacher teacher = draw.unscaled().teacher();
        Teacher tiny = new Teacher(teacher.w(), Vectors.map(entry -> Math.scalb(entry, -900), teacher.a()));
        holds(Double.compare(tiny.q(), teacher.q()) == 0, "q of 2⁻⁹⁰⁰ a* has the bits of q");
    }

    @Example
    @Statement("model.Teacher/S2")
    void alignmentsThatUnderflowAreRejected() {
        Teacher tiny = new Teacher(new double[] {1}, new double[] {0x1p-900, 0x1p-901});
        rejects("squares of the entries as given", Math.abs(plainQ(tiny) - 1.8) <= tiny.qError());
    }

    private static void refuses(String field, ThrowingCallable attempt) {
        assertThat(catchThrowableOfType(InvalidField.class, attempt)).as(field).isNotNull();
        assertThat(catchThrowableOfType(InvalidField.class, attempt).field()).isEqualTo(field);
    }

    private static Check doorFor(Predicate<double[]> accepted) {
        BiFunction<double[], double[], Teacher> door = (w, a) -> {
            if (!accepted.test(w)) {
                throw new InvalidField("w", "is not a unit vector");
            }
            return new Teacher(SphereProjection.project(w), a);
        };
        return ModelChecks.unitFilter(door);
    }

    private static Teacher blamesWeights(double[] w, double[] a) {
        try {
            return new Teacher(w, a);
        } catch (InvalidField refusal) {
            throw new InvalidField("a", refusal.remedy());
        }
    }

    private static double excess(double[] w) {
        return Math.abs(Vectors.norm(w).subtract(1).doubleValue());
    }

    private static double plainQ(Teacher teacher) {
        double sum = 0;
        double square = 0;
        for (double entry : teacher.a()) {
            sum += entry;
            square += entry * entry;
        }
        return sum * sum / square;
    }
}
