package lemmata.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import lemmata.audit.BallChecks.Directions;
import lemmata.audit.BallChecks.Points;
import lemmata.audit.BallChecks.Shadows;
import lemmata.num.Functions;
import lemmata.num.SphereCoordinate;
import lemmata.num.Vectors;
import lemmata.rng.BallShadow;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;

/// The laws of rng.Ball, each of n numbers of independent trials, against exact distribution functions.
///
/// "x, y" is the larger of two numbers that are uniform and independent if the code is right: P(≤ t) = t². It is t for
/// equal ones, (2t−1)₊ for opposite ones.
public final class BallLaws {

    /// Dimensions tried.
    public static final List<Integer> BALLS = List.of(1, 2, 3, 6, 25, 100);

    public static final List<Integer> SPHERES = List.of(2, 3, 6, 25, 100);

    public static final List<Integer> SHADOWS = List.of(1, 2, 3, 4, 5, 6, 7, 25, 1_000_000);

    public static final List<Integer> SPHERE_SHADOWS = List.of(3, 4, 5, 25, 1_000_000);

    /// δ, the false-alarm probability of one law.
    public static final double FALSE_ALARM = 1e-12;

    /// More than any law tested here is from its claimed one for ideal words, by the numeric contract of rng.Ball.
    private static final double SLACK = 0x1p-18;

    private static final double RADIUS = 1.5;

    private static final DoubleUnaryOperator UNIFORM = t -> Math.clamp(t, 0, 1);
    private static final DoubleUnaryOperator LARGER = t -> UNIFORM.applyAsDouble(t) * UNIFORM.applyAsDouble(t);

    private BallLaws() {}

    /// S2: ‖x‖^d, the first and the last coordinate, (x₁ − x₂)/√2, x along a fixed drawn direction, direction and norm,
    /// norms of two points on neighbouring words.
    ///
    /// @param count how many words a point takes
    public static List<LawTest> points(Points points, IntUnaryOperator count, long seed, int d, int n) {
        Words words = new Words(Words.Generator.PHILOX, seed + d, Words.NOISE);
        double[] normals = new double[d];
        Gaussian.fill(normals, seed, -1, 0);
        double[] line = Vectors.map(x -> x / Vectors.length(normals), normals);
        Map<String, DoubleUnaryOperator> laws = new LinkedHashMap<>();
        laws.put("norm^" + d, UNIFORM);
        laws.put("first", coordinate(d + 2));
        laws.put("last", coordinate(d + 2));
        laws.put("next point", LARGER);
        laws.put("line", coordinate(d + 2));
        if (d > 1) {
            laws.put("difference", coordinate(d + 2));
            laws.put("direction, norm", LARGER);
        }
        DoubleUnaryOperator direction = coordinate(d);
        return LawTest.of(
                named("ball of R^" + d + ": ", laws),
                n,
                t -> {
                    double[] x = unit(points.at(words, t, 0, d, RADIUS));
                    double[] next = unit(points.at(words, t, count.applyAsInt(d), d, RADIUS));
                    double length = Vectors.length(x);
                    double norm = power(length, d);
                    double first = d == 1 ? 0 : direction.applyAsDouble(x[0] / length);
                    double difference = d == 1 ? 0 : Math.sqrt(0.5) * (x[0] - x[1]);
                    return new double[] {
                        norm,
                        x[0],
                        x[d - 1],
                        Math.max(norm, power(Vectors.length(next), d)),
                        Vectors.fusedDot(line, x),
                        difference,
                        Math.max(first, norm)
                    };
                },
                SLACK,
                FALSE_ALARM);
    }

    /// S3: the first and the last coordinate, (x₁ − x₂)/√2 of points of the sphere of R^d, d ≥ 2.
    public static List<LawTest> directions(Directions directions, long seed, int d, int n) {
        Words words = new Words(Words.Generator.PHILOX, seed + d, Words.STARTS);
        Map<String, DoubleUnaryOperator> laws = new LinkedHashMap<>();
        for (String law : List.of("first", "last", "difference")) {
            laws.put(law, coordinate(d));
        }
        return LawTest.of(
                named("sphere of R^" + d + ": ", laws),
                n,
                t -> {
                    double[] x = directions.at(words, t, 0, d);
                    return new double[] {x[0], x[d - 1], Math.sqrt(0.5) * (x[0] - x[1])};
                },
                SLACK,
                FALSE_ALARM);
    }

    /// S4: coordinates, the four numbers that determine a shadow of three coordinates, and each two of these.
    public static List<LawTest> shadows(Shadows shadows, long seed, int d, int n) {
        Words words = new Words(Words.Generator.PHILOX, seed + d, Words.LUMPED_NOISE);
        Map<String, DoubleUnaryOperator> laws = new LinkedHashMap<>();
        laws.put("first", coordinate(d + 2));
        laws.put("norm", UNIFORM);
        if (d > 1) {
            laws.put("second", coordinate(d + 2));
            laws.put("first + second", coordinate(d + 2));
            laws.put("turn", UNIFORM);
            laws.put("norm, turn", LARGER);
        }
        if (d > 2) {
            laws.put("third", coordinate(d + 2));
            laws.put("first + second + third", coordinate(d + 2));
            laws.put("beyond", UNIFORM);
            laws.put("norm, beyond", LARGER);
            laws.put("turn, beyond", LARGER);
        }
        if (d > 3) {
            laws.put("third of rest", UNIFORM);
            laws.put("norm, third", LARGER);
            laws.put("turn, third", LARGER);
            laws.put("beyond, third", LARGER);
        }
        return LawTest.of(
                named("shadow of R^" + d + ": ", laws),
                n,
                t -> {
                    long halves = words.word(t, 1);
                    BallShadow s = shadows.at(
                            d, RADIUS, words.word(t, 0), words.word(t, 2), halves & 0xFFFFFFFFL, halves >>> 32);
                    return numbers(d, s);
                },
                SLACK,
                FALSE_ALARM);
    }

    /// S4: the same of the sphere: the first coordinate, the turn, what is beyond, the last two together; d ≥ 3.
    public static List<LawTest> shadowsOnSphere(Shadows shadows, long seed, int d, int n) {
        Words words = new Words(Words.Generator.PHILOX, seed + d, Words.STARTS);
        Map<String, DoubleUnaryOperator> laws = new LinkedHashMap<>();
        laws.put("first", coordinate(d));
        laws.put("second", coordinate(d));
        laws.put("turn", UNIFORM);
        laws.put("beyond", UNIFORM);
        laws.put("turn, beyond", LARGER);
        return LawTest.of(
                named("shadow on the sphere of R^" + d + ": ", laws),
                n,
                t -> {
                    BallShadow s = shadows.at(d, 1, words.word(t, 0), 0, words.word(t, 1) >>> 32, 0);
                    double turn = turn(s);
                    double beyond = power(Math.sqrt(s.rest()), d - 2);
                    return new double[] {s.first(), s.second(), turn, beyond, Math.max(turn, beyond)};
                },
                SLACK,
                FALSE_ALARM);
    }

    private static double[] numbers(int d, BallShadow shadow) {
        double x = shadow.first() / RADIUS;
        double y = shadow.second() / RADIUS;
        double z = shadow.third() / RADIUS;
        double beyond = z * z + shadow.rest() / (RADIUS * RADIUS);
        double total = x * x + y * y + beyond;
        double norm = power(Math.sqrt(total), d);
        double turn = turn(shadow);
        double share = d < 3 ? 0 : power(Math.sqrt(beyond / total), d - 2);
        double third = d < 4 ? 0 : coordinate(d - 2).applyAsDouble(z / Math.sqrt(beyond));
        return new double[] {
            x,
            norm,
            y,
            Math.sqrt(0.5) * (x + y),
            turn,
            Math.max(norm, turn),
            z,
            (x + y + z) / Math.sqrt(3),
            share,
            Math.max(norm, share),
            Math.max(turn, share),
            third,
            Math.max(norm, third),
            Math.max(turn, third),
            Math.max(share, third)
        };
    }

    /// The angle of first and second coordinate as a share of the turn.
    private static double turn(BallShadow shadow) {
        return 0.5 + Functions.atan2(shadow.second(), shadow.first()) / (2 * Math.PI);
    }

    /// xᵈ, uniform if x is the norm of a uniform point of the unit ball of R^d.
    private static double power(double x, int d) {
        return Functions.exp(d * Functions.log(x));
    }

    /// The distribution function of a coordinate on the sphere of R^n, n ≥ 2.
    private static DoubleUnaryOperator coordinate(int n) {
        return x -> 0.5
                + Math.copySign(
                        SphereCoordinate.inside(n, Math.min(Math.abs(x), 1), 0).value() / 2, x);
    }

    private static double[] unit(double[] point) {
        return Vectors.map(x -> x / RADIUS, point);
    }

    private static Map<String, DoubleUnaryOperator> named(String prefix, Map<String, DoubleUnaryOperator> laws) {
        Map<String, DoubleUnaryOperator> named = new LinkedHashMap<>();
        laws.forEach((law, cumulative) -> named.put(prefix + law, cumulative));
        return named;
    }
}
