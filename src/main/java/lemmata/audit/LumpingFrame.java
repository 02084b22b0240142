package lemmata.audit;

import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.BallShadow;

/// Orthonormal vectors in which a student lumps: w* and v for the filter; 1/√k, n and u for the output weights.
///
/// What the student does not determine is a drawn unit vector orthogonal to the rest; what a space has no room for is
/// 0.
record LumpingFrame(double[] wStar, double[] v, double[] one, double[] n, double[] u) {

    /// The frame of a student.
    static LumpingFrame of(Draw draw, Teacher teacher, Student student) {
        int k = teacher.k();
        double[] across = Vectors.rejection(teacher.w(), student.w());
        double[] v = unit(draw, 281, across, teacher.w());
        double[] one = Vectors.map(entry -> 1 / Math.sqrt(k), teacher.a());
        double[] a = without(student.a(), one);
        double mean = sum(teacher.a()) / k;
        double[] star = Vectors.map(entry -> entry - mean, teacher.a());
        double[] n = unit(draw, 282, Vectors.length(star) == 0 ? a : star, one);
        double[] u = unit(draw, 283, without(a, n), one, n);
        return new LumpingFrame(teacher.w(), v, one, n, u);
    }

    /// What the frame sees of noise on the filter.
    BallShadow filter(double[] xi) {
        double first = Vectors.fusedDot(wStar, xi);
        double second = Vectors.fusedDot(v, xi);
        double[] rest = without(without(xi, wStar), v);
        return new BallShadow(first, second, 0, Vectors.fusedDot(rest, rest));
    }

    /// What it sees of noise on the output weights.
    BallShadow output(double[] epsilon) {
        double[] rest = without(without(without(epsilon, one), n), u);
        return new BallShadow(
                Vectors.fusedDot(one, epsilon),
                Vectors.fusedDot(n, epsilon),
                Vectors.fusedDot(u, epsilon),
                Vectors.fusedDot(rest, rest));
    }

    /// The direction of a vector made orthogonal to others twice; if nothing is left of it, that of a drawn one; 0 if
    /// the others span the space.
    static double[] unit(Draw draw, int tag, double[] vector, double[]... others) {
        double[] direction = orthogonal(scaled(vector), others);
        if (Vectors.length(direction) < 0.5) {
            direction = orthogonal(scaled(draw.gaussians(tag, vector.length)), others);
        }
        double length = Vectors.length(direction);
        boolean none = others.length >= vector.length || length < 1e-6;
        return Vectors.map(entry -> none ? 0 : entry / length, direction);
    }

    private static double[] orthogonal(double[] vector, double[]... others) {
        double[] result = vector;
        for (int pass = 0; pass < 2; pass++) {
            for (double[] other : others) {
                result = without(result, other);
            }
        }
        return result;
    }

    /// x − (xᵀe) e.
    static double[] without(double[] x, double[] e) {
        double along = Vectors.fusedDot(x, e);
        return Vectors.map((entry, direction) -> Math.fma(-along, direction, entry), x, e);
    }

    private static double[] scaled(double[] x) {
        double length = Vectors.length(x);
        return Vectors.map(entry -> length == 0 ? 0 : entry / length, x);
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry;
        }
        return sum;
    }
}
