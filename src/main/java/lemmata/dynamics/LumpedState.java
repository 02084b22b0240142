package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Vectors;

/// What decides about a run of GD or P-GD: the filter's position to w*, and three coordinates of the output weights.
///
/// c = wᵀw*, s = ‖w − c w*‖, x = 1ᵀa/√k, y = aᵀn with a* = a₁1/√k + a₂n, z = ‖a − x1/√k − yn‖
///
/// c² + s² = 1. With a* ∝ 1 any unit n ⟂ 1 serves as long as it stays the same; then a run may begin with n along a, so
/// z = 0. **Source.** dynamics.LumpedChain.
///
/// @param c cosine of φ
/// @param s sine of φ, at least 0
/// @param x along 1
/// @param y along the rest of a*
/// @param z norm of what is left, at least 0
public record LumpedState(double c, double s, double x, double y, double z) {

    /// Of a student on the sphere, in working precision.
    ///
    /// @throws InvalidField if the shapes differ
    @Statement("dynamics.LumpedChain/S1")
    public static LumpedState of(Teacher teacher, Student student) {
        student.requireShapeOf(teacher);
        double c = Vectors.fusedDot(student.w(), teacher.w());
        double[] across = Vectors.map((entry, star) -> Math.fma(-c, star, entry), student.w(), teacher.w());
        double mean = PopulationGradient.sum(student.a()) / student.k();
        double meanStar = PopulationGradient.sum(teacher.a()) / teacher.k();
        double[] a = Vectors.map(entry -> entry - mean, student.a());
        double[] other = Vectors.map(entry -> entry - meanStar, teacher.a());
        double[] star = Vectors.length(other) == 0 ? a : other;
        double size = Vectors.length(star);
        double y = size == 0 ? 0 : Vectors.fusedDot(a, star) / size;
        double share = size == 0 ? 0 : y / size;
        double[] rest = Vectors.map((entry, along) -> Math.fma(-share, along, entry), a, star);
        return new LumpedState(c, Vectors.length(across), mean * Math.sqrt(student.k()), y, Vectors.length(rest));
    }

    /// The global optimum (w*, a*).
    public static LumpedState optimum(Target target) {
        return new LumpedState(1, 0, target.along(), target.across(), 0);
    }

    /// The spurious point (−w*, ā).
    public static LumpedState spurious(Target target) {
        double stiffness = Math.PI - 1 + target.k();
        return new LumpedState(
                -1, 0, (target.k() - 1) * target.along() / stiffness, -target.across() / (Math.PI - 1), 0);
    }

    /// ‖w − v‖² for v on the half circle of w and w*: (c − c′)² + (s − s′)².
    public double filterDistance(LumpedState other) {
        return (c - other.c) * (c - other.c) + (s - other.s) * (s - other.s);
    }

    /// ‖a − b‖² where the rest of one of them is 0.
    public double outputDistance(LumpedState other) {
        double square = (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y);
        return square + (z - other.z) * (z - other.z);
    }
}
