package lemmata.cli;

import java.util.stream.DoubleStream;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.TangentGradient;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What `evaluate` says of a teacher and a student: the values of the lemma code, to the bit.
///
/// @param angle φ, in radians
/// @param loss L(w, a)
/// @param w ∇_w L
/// @param a ∇_a L
/// @param sphere P_w ∇_w L
/// @param spurious (w̄, ā)
/// @param spuriousLoss L(w̄, ā)
/// @param localMinimum whether (w̄, ā) is a local minimum that is not global
/// @param smoothed what noise makes of it; null if the line has none
record Answer(
        double angle,
        double loss,
        double[] w,
        double[] a,
        double[] sphere,
        Student spurious,
        double spuriousLoss,
        boolean localMinimum,
        @Nullable Smoothed smoothed) {

    /// @throws InvalidField if a value is beyond the range of `double`, ā beyond that of entries, or c_a not admissible
    static Answer to(Query query) {
        Teacher teacher = query.teacher();
        Student student = query.student();
        Angle angle = Angle.between(student.w(), teacher.w());
        return new Answer(
                        angle.phi(),
                        PopulationLoss.at(teacher, student),
                        FilterGradient.at(teacher, student),
                        OutputGradient.at(teacher, student),
                        TangentGradient.at(teacher, student),
                        spurious(teacher),
                        SpuriousOptimum.loss(teacher),
                        LocalMinimality.holds(teacher),
                        Smoothed.of(query, angle))
                .finite();
    }

    private static Student spurious(Teacher teacher) {
        try {
            return SpuriousOptimum.of(teacher);
        } catch (InvalidField e) {
            throw new InvalidField("teacher.a", "leads to spurious weights out of range: rescale the problem");
        }
    }

    /// @throws InvalidField if a value is not finite
    Answer finite() {
        boolean finite = DoubleStream.of(angle, loss, spuriousLoss).allMatch(Double::isFinite)
                && DoubleStream.of(w).allMatch(Double::isFinite)
                && DoubleStream.of(a).allMatch(Double::isFinite)
                && DoubleStream.of(sphere).allMatch(Double::isFinite);
        if (!finite) {
            throw new InvalidField("student", "leads to values beyond the range of double: rescale the problem");
        }
        return this;
    }
}
