package lemmata.cli;

import java.util.function.Supplier;
import lemmata.model.InvalidField;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A line of `evaluate`: a teacher and a student of the same shape and, where the line has noise, what smooths them.
record Query(Teacher teacher, Student student, @Nullable Smoothing smoothing) {

    /// A filter and output weights as a line gives them, not yet checked.
    record Weights(double[] w, double[] a) {}

    /// Noise as a line gives it; `ca` is null where the line leaves c_a to Lemmata.
    record Smoothing(double rhoW, Reading reading, @Nullable Double ca) {

        /// The noise on filters of length p.
        ///
        /// @throws InvalidField naming the field of the line
        BallNoise noise(int p) {
            if (p < 2) {
                throw new InvalidField("noise", "is treated for p ≥ 2, these filters have length 1: remove it");
            }
            return inside("noise", () -> new BallNoise(p, rhoW));
        }
    }

    /// Checks everything.
    ///
    /// @throws InvalidField naming the field of the line
    static Query of(Weights teacher, Weights student, @Nullable Smoothing smoothing) {
        Teacher checkedTeacher = inside("teacher", () -> new Teacher(teacher.w, teacher.a));
        Student checkedStudent = inside("student", () -> {
            Student checked = new Student(student.w, student.a);
            checked.requireShapeOf(checkedTeacher);
            return checked;
        });
        if (smoothing != null) {
            smoothing.noise(checkedTeacher.p());
            Spaces.unit("student.w", checkedStudent.w());
        }
        return new Query(checkedTeacher, checkedStudent, smoothing);
    }

    private static <T> T inside(String outer, Supplier<T> inner) {
        try {
            return inner.get();
        } catch (InvalidField e) {
            throw e.inside(outer);
        }
    }
}
