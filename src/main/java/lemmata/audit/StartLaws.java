package lemmata.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import lemmata.dynamics.LumpedState;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.LaneFunctions;
import lemmata.num.SphereCoordinate;

/// The laws of the starts in the coordinates of the lumped chain, which are exact: full, plane and lumped starts must
/// all pass the same tests.
///
/// c has the law of a coordinate on the sphere of R^p, x/R and (x+y)/√2R that of one on the sphere of R^{k+2}, R =
/// |s*|/√k. Uniform are the norm (‖a‖/R)ᵏ, the turn of (x, y) and the share (z/‖a‖)^{k−2}; they and F(c) are
/// independent, each two of them tested by their maximum, which is at most t with probability t².
public final class StartLaws {

    /// Shapes (p, k) that are tried.
    public static final List<int[]> SHAPES =
            List.of(new int[] {2, 1}, new int[] {3, 2}, new int[] {2, 3}, new int[] {6, 25}, new int[] {25, 4});

    /// δ, the false-alarm probability of one law.
    public static final double FALSE_ALARM = 1e-12;

    /// More than any law tested here is from its claimed one for ideal words: rng.Ball, and roundings of powers.
    private static final double SLACK = 0x1p-18;

    private static final DoubleUnaryOperator UNIFORM = t -> Math.clamp(t, 0, 1);
    private static final DoubleUnaryOperator LARGER = t -> UNIFORM.applyAsDouble(t) * UNIFORM.applyAsDouble(t);

    private StartLaws() {}

    /// A teacher of that shape with s* ≠ 0 and a* not along 1, for k ≥ 2.
    public static Teacher teacher(int p, int k) {
        return new Draw(p, k, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, 500 + k).teacher();
    }

    /// The laws of n starts, numbered by trial; p ≥ 2.
    public static List<LawTest> tests(String route, LongFunction<LumpedState> starts, int p, Target target, int n) {
        int k = target.k();
        Map<String, DoubleUnaryOperator> laws = new LinkedHashMap<>();
        String prefix = route + ", p = " + p + ", k = " + k + ": ";
        laws.put(prefix + "F(c)", UNIFORM);
        laws.put(prefix + "x", coordinate(k + 2));
        laws.put(prefix + "norm", UNIFORM);
        laws.put(prefix + "c, norm", LARGER);
        if (k > 1) {
            laws.put(prefix + "x + y", coordinate(k + 2));
            laws.put(prefix + "turn", UNIFORM);
            laws.put(prefix + "c, turn", LARGER);
            laws.put(prefix + "norm, turn", LARGER);
        }
        if (k > 2) {
            laws.put(prefix + "share", UNIFORM);
            laws.put(prefix + "c, share", LARGER);
            laws.put(prefix + "norm, share", LARGER);
            laws.put(prefix + "turn, share", LARGER);
        }
        double radius = Math.abs(target.along());
        DoubleUnaryOperator filter = coordinate(p);
        return LawTest.of(laws, n, t -> numbers(starts.apply(t), filter, radius, k), SLACK, FALSE_ALARM);
    }

    private static double[] numbers(LumpedState at, DoubleUnaryOperator filter, double radius, int k) {
        double c = filter.applyAsDouble(at.c());
        double x = at.x() / radius;
        double y = at.y() / radius;
        double z = at.z() / radius;
        double length = Math.sqrt(x * x + y * y + z * z);
        double norm = power(length, k);
        double turn = 0.5 + LaneFunctions.angle(Math.abs(y), x) / (2 * Math.PI) * (y < 0 ? -1 : 1);
        double share = k > 2 ? power(z / length, k - 2) : 0;
        return new double[] {
            c,
            x,
            norm,
            Math.max(c, norm),
            Math.sqrt(0.5) * (x + y),
            turn,
            Math.max(c, turn),
            Math.max(norm, turn),
            share,
            Math.max(c, share),
            Math.max(norm, share),
            Math.max(turn, share)
        };
    }

    private static double power(double x, int d) {
        return Functions.exp(d * Functions.log(x));
    }

    /// The distribution function of a coordinate on the sphere of R^n, n ≥ 2.
    private static DoubleUnaryOperator coordinate(int n) {
        return x -> 0.5
                + Math.copySign(
                        SphereCoordinate.inside(n, Math.min(Math.abs(x), 1), 0).value() / 2, x);
    }
}
