package lemmata.audit;

import java.util.Arrays;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// Vectors in the oracle's arithmetic, and the coordinates in which the smoothed landscape sees them.
final class ExactVectors {

    private ExactVectors() {}

    /// x/‖x‖.
    static Apfloat[] unit(double[] x) {
        Apfloat[] exact = Oracle.exact(x);
        return scaled(exact, Oracle.exact(1).divide(ApfloatMath.sqrt(Oracle.dot(exact, exact))));
    }

    static Apfloat[] scaled(Apfloat[] x, Apfloat factor) {
        return Arrays.stream(x).map(factor::multiply).toArray(Apfloat[]::new);
    }

    static Apfloat[] minus(Apfloat[] x, Apfloat[] y) {
        Apfloat[] result = x.clone();
        Arrays.setAll(result, i -> x[i].subtract(y[i]));
        return result;
    }

    /// The mean of the entries.
    static Apfloat mean(Apfloat[] x) {
        Apfloat sum = Arrays.stream(x).reduce(Oracle.exact(0), Apfloat::add);
        return sum.divide(Oracle.exact(x.length));
    }

    /// x less its mean: the part orthogonal to 1.
    static Apfloat[] centred(Apfloat[] x) {
        Apfloat mean = mean(x);
        return Arrays.stream(x).map(entry -> entry.subtract(mean)).toArray(Apfloat[]::new);
    }

    static double length(Apfloat[] x) {
        return Math.sqrt(Oracle.dot(x, x).doubleValue());
    }

    /// The coordinates of x: along 1, along the centred part of a* (0 if that is 0), and the length of what is left.
    static double[] coordinates(Apfloat[] x, double[] aStar) {
        Apfloat root = ApfloatMath.sqrt(Oracle.exact(x.length));
        Apfloat along = mean(x).multiply(root);
        Apfloat[] axis = centred(Oracle.exact(aStar));
        Apfloat square = Oracle.dot(axis, axis);
        boolean none = square.signum() == 0;
        Apfloat across = none ? Oracle.exact(0) : Oracle.dot(x, axis).divide(ApfloatMath.sqrt(square));
        Apfloat rest = Oracle.dot(x, x).subtract(along.multiply(along)).subtract(across.multiply(across));
        return new double[] {rounded(along), rounded(across), Math.sqrt(Math.max(rounded(rest), 0))};
    }

    /// The nearest double; the library's own conversion errs by several u.
    static double rounded(Apfloat x) {
        return Double.parseDouble(x.precision(40).toString());
    }
}
