package lemmata.wrong.num;

import lemmata.wrong.model.Student;

/// Breaks the rule that imports go down.
final class UsesModel {
    Student student = new Student();
}
