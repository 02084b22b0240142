package lemmata.cli;

import java.util.function.Supplier;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;

/// A line of `evaluate`: a teacher and a student of the same shape.
record Query(Teacher teacher, Student student) {

    /// A filter and output weights as a line gives them, not yet checked.
    record Weights(double[] w, double[] a) {}

    /// Checks both.
    ///
    /// @throws InvalidField naming the field of the line
    static Query of(Weights teacher, Weights student) {
        Teacher checkedTeacher = inside("teacher", () -> new Teacher(teacher.w, teacher.a));
        return new Query(checkedTeacher, inside("student", () -> {
            Student checked = new Student(student.w, student.a);
            checked.requireShapeOf(checkedTeacher);
            return checked;
        }));
    }

    private static <T> T inside(String outer, Supplier<T> inner) {
        try {
            return inner.get();
        } catch (InvalidField e) {
            throw e.inside(outer);
        }
    }
}
