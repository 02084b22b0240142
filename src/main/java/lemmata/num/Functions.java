package lemmata.num;

/// The one door to transcendental functions: `StrictMath`, the same bits on every machine.
///
/// **Accuracy** as its specification promises: sin, cos, exp, expm1, log, log1p, cbrt within 1 ulp, atan2 within 2 ulp.
public final class Functions {

    private Functions() {}

    /// sin x.
    public static double sin(double x) {
        return StrictMath.sin(x);
    }

    /// cos x.
    public static double cos(double x) {
        return StrictMath.cos(x);
    }

    /// Natural logarithm of x.
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /// eˣ.
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /// log(1 + x), accurate for small x.
    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    /// eˣ − 1, accurate for small x.
    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    /// Cube root of x.
    public static double cbrt(double x) {
        return StrictMath.cbrt(x);
    }

    /// The angle of the point (x, y) to the positive first axis, in (−π, π].
    public static double atan2(double y, double x) {
        return StrictMath.atan2(y, x);
    }
}
