package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lemmata.num.Functions;
import lemmata.num.LaneFunctions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.rng.Ball;
import lemmata.rng.BallShadow;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// What rng.Ball claims of single points, as checks of any implementation; for the laws see [BallLaws].
public final class BallChecks {

    /// Points of balls.
    @FunctionalInterface
    public interface Points {
        /// The point of a ball of R^d by the words from number `first` on.
        double[] at(Words words, long trial, long first, int d, double radius);
    }

    /// Points of unit spheres.
    @FunctionalInterface
    public interface Directions {
        /// The point of the sphere of R^d by the words from number `first` on.
        double[] at(Words words, long trial, long first, int d);
    }

    /// Shadows by a word and three halves.
    @FunctionalInterface
    public interface Shadows {
        /// The shadow of a point of the ball of R^d.
        BallShadow at(int d, double radius, long word, long more, long angle, long otherAngle);
    }

    /// Dimensions of shadows that are tried besides p.
    private static final int[] DIMENSIONS = {1, 2, 3, 4, 5, 6, 7, 25, 1000, 1_000_000};

    private BallChecks() {}

    /// S1: the formula at the words that are its own, within the bound of [BallReference].
    public static Check formula(Points points) {
        return draw -> OptionalDouble.of(BallReference.point(words(draw), trial(draw), first(draw), draw.p(), rho(draw))
                .ratio(points.at(words(draw), trial(draw), first(draw), draw.p(), rho(draw))));
    }

    /// S1: the same bits again and on many threads; 2ᵐρ gives 2ᵐ times the point, 0 gives 0; the norm is at most ρ(1 +
    /// [Ball#RADIUS_ERROR]).
    public static Check pure(Points points) {
        return draw -> {
            double rho = rho(draw);
            double[] point = points.at(words(draw), trial(draw), first(draw), draw.p(), rho);
            double scale = Math.scalb(1, (int) (400 * draw.uniform(264)) - 200);
            boolean same = IntStream.range(0, 4)
                    .parallel()
                    .allMatch(
                            i -> Arrays.equals(point, points.at(words(draw), trial(draw), first(draw), draw.p(), rho)));
            boolean scaled = Arrays.equals(
                    Vectors.map(x -> scale * x, point),
                    points.at(words(draw), trial(draw), first(draw), draw.p(), scale * rho));
            boolean none = Arrays.stream(points.at(words(draw), trial(draw), first(draw), draw.p(), 0))
                    .allMatch(x -> x == 0);
            double excess = Vectors.length(point) / rho - 1;
            double ratio = Math.max(excess, 0) / (Ball.RADIUS_ERROR + 4 * RoundOff.U);
            return OptionalDouble.of(same && scaled && none ? ratio : Double.POSITIVE_INFINITY);
        };
    }

    /// S3: the formula of the sphere, and a norm within 4u of 1.
    public static Check onSphere(Directions directions) {
        return draw -> {
            double[] point = directions.at(words(draw), trial(draw), first(draw), draw.p());
            double excess = Vectors.dot(point, point).subtract(1).doubleValue();
            double formula = BallReference.onSphere(words(draw), trial(draw), first(draw), draw.p())
                    .ratio(point);
            return OptionalDouble.of(Math.max(formula, Math.abs(excess) / (9 * RoundOff.U)));
        };
    }

    /// S4: squares and signs of the numbers are those of the formulas at the halves; no rest is negative; the square of
    /// the norm is at most ρ²(1 + 2 [Ball#RADIUS_ERROR]).
    public static Check shadow(Shadows shadows, boolean three) {
        return draw -> {
            int d = dimension(draw);
            double rho = rho(draw);
            long[] words = IntStream.range(0, 4)
                    .mapToLong(i -> PhiloxChecks.word(draw, 266 + i))
                    .toArray();
            BallShadow shadow = shadows.at(d, rho, words[0], words[1], words[2], words[3]);
            ShadowReference reference = ShadowReference.inBall(d, words, three);
            return OptionalDouble.of(reference.ratio(shadow, rho));
        };
    }

    /// S4: the same for the sphere.
    public static Check shadowOnSphere(Shadows shadows) {
        return draw -> {
            int d = dimension(draw);
            long word = PhiloxChecks.word(draw, 266);
            long angle = PhiloxChecks.word(draw, 268);
            BallShadow shadow = shadows.at(d, 1, word, 0, angle, 0);
            return OptionalDouble.of(ShadowReference.onSphere(d, word, angle).ratio(shadow, 1));
        };
    }

    /// S4: 1 + (the code's eˣ − 1) is within 2⁻⁴²eˣ + 2⁻⁵² of eˣ, for x of any size in (−46, 0).
    public static Check powers(DoubleUnaryOperator expm1) {
        return draw -> {
            double x = -46 * Functions.exp(-30 * draw.uniform(270) * draw.uniform(271));
            double exact = Functions.exp(x);
            double bound = LaneFunctions.EXPM1_ERROR * exact + 0x1p-52 + 2 * RoundOff.U * exact;
            return OptionalDouble.of(Math.abs(1 + expm1.applyAsDouble(x) - exact) / bound);
        };
    }

    private static int dimension(Draw draw) {
        int choice = (int) (draw.uniform(265) * 2 * DIMENSIONS.length);
        return choice < DIMENSIONS.length ? DIMENSIONS[choice] : draw.p();
    }

    private static Words words(Draw draw) {
        Generator generator = draw.uniform(260) < 0.5 ? Generator.PHILOX : Generator.SPLITMIX;
        return new Words(generator, PhiloxChecks.word(draw, 261), Words.NOISE);
    }

    private static long trial(Draw draw) {
        return PhiloxChecks.word(draw, 262);
    }

    private static long first(Draw draw) {
        return Math.min(PhiloxChecks.word(draw, 263) >>> 16, Words.PER_TRIAL - Ball.words(draw.p()));
    }

    private static double rho(Draw draw) {
        return Math.scalb(1 + draw.uniform(20), draw.filterScale());
    }
}
