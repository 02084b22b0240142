package lemmata.audit;

import lemmata.model.Student;
import lemmata.model.Teacher;

/// A vector computed from teacher and student: the lemma code, a mutant, or an implementation brought from outside.
@FunctionalInterface
public interface VectorFormula {

    /// Its value at one point.
    double[] at(Teacher teacher, Student student);
}
