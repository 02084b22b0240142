package lemmata.model;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
    void wrongDoorsAreRejected() {
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
