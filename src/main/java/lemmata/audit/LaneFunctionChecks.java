package lemmata.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import lemmata.num.Functions;
import lemmata.num.LaneFunctions;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What num.LaneFunctions claims, as checks of any implementation.
public final class LaneFunctionChecks {

    /// Methods that have one result on every machine; all else that the two classes call must be their own.
    private static final Set<String> ALLOWED = Set.of(
            "java/lang/Math.fma",
            "java/lang/Math.abs",
            "java/lang/Math.sqrt",
            "java/lang/Double.doubleToRawLongBits",
            "java/lang/Double.longBitsToDouble",
            "java/lang/Object.<init>",
            "java/lang/Enum.<init>",
            "java/lang/Enum.valueOf");

    private static final long WORD = 0xFFFFFFFFL;
    private static final long QUARTER = 1L << 30;
    /// Odd, so that its multiples pass all words of 32 bits.
    private static final long STRIDE = 0x9E3779B1L;
    /// The bits of 5·2¹⁴ values, folded by [#digest].
    private static final long DIGEST = 0x58AB5C48B3589B52L;

    /// The functions of a word on the circle.
    public record Circle(LongToDoubleFunction cosine, LongToDoubleFunction sine) {}

    private LaneFunctionChecks() {}

    /// S1: −ln((n+½)/2³²) in 250 digits; positive, below the value at n − 1, and blind to the upper half of the word.
    public static Check exponential(LongToDoubleFunction exponential) {
        return draw -> {
            long word = PhiloxChecks.word(draw, 61);
            long n = word & WORD;
            double value = exponential.applyAsDouble(word);
            Apfloat u = Oracle.exact((n + 0.5) * 0x1p-32);
            Apfloat exact = ApfloatMath.log(u).negate();
            boolean shape = value > 0
                    && value == exponential.applyAsDouble(n)
                    && (n == 0 || value < exponential.applyAsDouble(n - 1));
            return worst(shape, Oracle.ratio(value, exact, LaneFunctions.EXPONENTIAL_ERROR));
        };
    }

    /// S2: √2 cos θ and √2 sin θ in 250 digits with the signs of the bits, c² + s² = 2, and cosine mirrored in sine.
    public static Check circle(Circle circle) {
        return draw -> {
            long word = PhiloxChecks.word(draw, 62);
            long n = word & QUARTER - 1;
            double c = circle.cosine.applyAsDouble(word);
            double s = circle.sine.applyAsDouble(word);
            Apfloat theta = Oracle.pi().multiply(Oracle.exact((n + 0.5) * 0x1p-31));
            Apfloat root = ApfloatMath.sqrt(Oracle.exact(2));
            double left = (word >>> 31 & 1) == 0 ? c : -c;
            double right = (word >>> 30 & 1) == 0 ? s : -s;
            double square = Math.abs(Math.fma(c, c, Math.fma(s, s, -2)));
            double error = Math.max(
                    Oracle.ratio(left, root.multiply(HighPrecision.cos(theta)), LaneFunctions.CIRCLE_ERROR),
                    Oracle.ratio(right, root.multiply(HighPrecision.sin(theta)), LaneFunctions.CIRCLE_ERROR));
            boolean shape = left > 0
                    && right > 0
                    && c == circle.cosine.applyAsDouble(word & WORD)
                    && s == circle.sine.applyAsDouble(word & WORD)
                    && left == circle.sine.applyAsDouble(QUARTER - 1 - n);
            return worst(shape, Math.max(error, square / LaneFunctions.RADIUS_ERROR));
        };
    }

    /// S3: eˣ − 1 in 250 digits, in [−1, 0], at any size of x, next to the seams (j + ½) ln 2, at 0 and at −700.
    public static Check expm1(DoubleUnaryOperator expm1) {
        return draw -> {
            double u = draw.uniform(63);
            double seam = -Math.ceil(1009 * u) * LaneFunctions.LN2 + LaneFunctions.LN2 / 2;
            double near = seam * (1 + (draw.uniform(64) - 0.5) * Functions.exp(-36 * draw.uniform(65)));
            double x = switch ((int) (6 * draw.uniform(66))) {
                case 0 -> -700 * u;
                case 1 -> -u;
                case 2 -> -46 * u;
                case 3 -> -Functions.exp(6.5 - 200 * u);
                default -> Math.max(near, -700);
            };
            double value = expm1.applyAsDouble(x);
            Apfloat exact = ApfloatMath.exp(Oracle.exact(x)).subtract(Oracle.exact(1));
            double bound = LaneFunctions.EXPM1_ERROR * Math.abs(exact.doubleValue());
            boolean shape = value <= 0 && value >= -1 && expm1.applyAsDouble(0) == 0 && expm1.applyAsDouble(-700) == -1;
            return worst(shape, Oracle.ratio(value, exact, bound));
        };
    }

    /// S4: the angle in 250 digits, of points anywhere, next to the axes and the seams at π/8 and 3π/8, and the exact
    /// ends.
    public static Check angle(DoubleBinaryOperator angle) {
        return draw -> {
            double size = Math.scalb(1 + draw.uniform(67), (int) (1700 * draw.uniform(68)) - 850);
            double tiny = Functions.exp(-100 * draw.uniform(69));
            double u = draw.uniform(70);
            int kind = (int) (5 * u);
            double slope = switch (kind) {
                case 0 -> tiny;
                case 1, 2 -> LaneFunctions.TAN_EIGHTH * (1 + (5 * u - kind - 0.25) * tiny);
                default -> draw.uniform(76);
            };
            double first = draw.uniform(77) < 0.5 ? size : -size;
            boolean steep = draw.uniform(78) < 0.5;
            double x = steep ? first * slope : first;
            double y = Math.abs(steep ? first : first * slope);
            double value = angle.applyAsDouble(y, x);
            Apfloat exact = HighPrecision.atan2(Oracle.exact(y), Oracle.exact(x));
            boolean ends = angle.applyAsDouble(0, size) == 0
                    && angle.applyAsDouble(0, -size) == Math.PI
                    && angle.applyAsDouble(size, 0) == Math.PI / 2
                    && Double.isNaN(angle.applyAsDouble(0, 0));
            return worst(ends, Oracle.ratio(value, exact, LaneFunctions.ANGLE_ERROR * exact.doubleValue()));
        };
    }

    /// S1: largest error over its bound at `count` words, evenly spread over all of them; the logarithm that it is
    /// compared with is within an ulp, which is added to the bound.
    public static double exponentialOver(LongToDoubleFunction exponential, long start, long count) {
        return spread(start, count, word -> {
            double exact = -Functions.log(((word & WORD) + 0.5) * 0x1p-32);
            double allowed = LaneFunctions.EXPONENTIAL_ERROR + Math.ulp(exact);
            return Math.abs(exponential.applyAsDouble(word) - exact) / allowed;
        });
    }

    /// S2: the same for the circle; the angle errs by 2u θ < 2⁻⁵¹, root, cosine and product by less than 2⁻⁵⁰.
    public static double circleOver(Circle circle, long start, long count) {
        double allowed = LaneFunctions.CIRCLE_ERROR + 0x1p-49;
        return spread(start, count, word -> {
            double theta = ((word & QUARTER - 1) + 0.5) * (Math.PI * 0x1p-31);
            double c = Math.sqrt(2) * Functions.cos(theta);
            double s = Math.sqrt(2) * Functions.sin(theta);
            double left = circle.cosine.applyAsDouble(word) - ((word >>> 31 & 1) == 0 ? c : -c);
            double right = circle.sine.applyAsDouble(word) - ((word >>> 30 & 1) == 0 ? s : -s);
            return Math.max(Math.abs(left), Math.abs(right)) / allowed;
        });
    }

    /// S5: what the classes call beyond themselves and [#ALLOWED]; empty as claimed.
    public static Set<String> foreignCalls(Class<?>... classes) {
        Set<String> own = Arrays.stream(classes).map(Class::getName).collect(Collectors.toSet());
        Set<String> foreign = new TreeSet<>();
        for (Class<?> type : classes) {
            for (PoolEntry entry : parsed(type)) {
                if (entry instanceof MemberRefEntry member) {
                    String owner = member.owner().asInternalName();
                    String call = owner + "." + member.name().stringValue();
                    boolean array = owner.startsWith("[") && call.endsWith(".clone");
                    if (!own.contains(owner.replace('/', '.')) && !array && !ALLOWED.contains(call)) {
                        foreign.add(call);
                    }
                }
            }
        }
        return foreign;
    }

    /// S5: the bits of the functions at 2¹⁴ fixed words each, folded into one number, are those of every machine.
    public static boolean sameBits(
            LongToDoubleFunction exponential, Circle circle, DoubleUnaryOperator expm1, DoubleBinaryOperator angle) {
        return digest(exponential, circle, expm1, angle) == DIGEST;
    }

    static long digest(
            LongToDoubleFunction exponential, Circle circle, DoubleUnaryOperator expm1, DoubleBinaryOperator angle) {
        long digest = 0;
        for (long i = 0; i < 1 << 14; i++) {
            long word = i * STRIDE;
            double e = exponential.applyAsDouble(word);
            double c = circle.cosine.applyAsDouble(word);
            double s = circle.sine.applyAsDouble(word);
            for (double value : List.of(e, c, s, expm1.applyAsDouble(-e), angle.applyAsDouble(Math.abs(s), c))) {
                digest = 31 * digest + Double.doubleToRawLongBits(value);
            }
        }
        return digest;
    }

    private static Iterable<PoolEntry> parsed(Class<?> type) {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream code = type.getResourceAsStream(file)) {
            if (code == null) {
                throw new IllegalStateException("no class file " + file);
            }
            return ClassFile.of().parse(code.readAllBytes()).constantPool();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double spread(long start, long count, LongToDoubleFunction ratio) {
        return LongStream.range(0, count)
                .parallel()
                .mapToDouble(i -> ratio.applyAsDouble(start + i * STRIDE & WORD))
                .reduce(0, Math::max);
    }

    private static OptionalDouble worst(boolean shape, double ratio) {
        return OptionalDouble.of(shape ? ratio : Double.POSITIVE_INFINITY);
    }
}
