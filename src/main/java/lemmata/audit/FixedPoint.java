package lemmata.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import lemmata.num.Functions;
import org.apfloat.Apfloat;

/// Real numbers as multiples of 2⁻²⁵⁶: the arithmetic of the quadratures behind an audit, ten times as fast as the
/// arithmetic library at their 77 decimals.
///
/// Every operation is rounded down to a multiple, so it errs by at most 2⁻²⁵⁶, absolutely; functions by some tens of
/// that relative to 1 or to their value, whichever is larger.
final class FixedPoint {

    static final int BITS = 256;
    static final BigInteger ZERO = BigInteger.ZERO;
    static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);
    static final BigInteger TWO = ONE.shiftLeft(1);

    /// Atan is looked up at multiples of 2⁻⁷ and corrected by a series.
    private static final int STEPS = 128;

    /// |x| ≤ 2⁻⁸ and a little in that series, so its terms fall by 2⁻¹⁶: 17 of them.
    private static final int TERMS = 17;

    private static final BigInteger[][] TABLE = table();
    private static final BigInteger[] ODD_RECIPROCALS = oddReciprocals();

    private static final Apfloat SCALE = new Apfloat(new BigDecimal(ONE), Oracle.DIGITS);

    static final BigInteger PI = arc(ZERO, ONE.negate());

    private FixedPoint() {}

    /// The double itself, if it is a multiple of 2⁻²⁵⁶, as every double from 2⁻²⁰⁴ up is.
    static BigInteger of(double value) {
        int exponent = Math.getExponent(value) - 52;
        BigInteger mantissa = BigInteger.valueOf((long) Math.scalb(value, -exponent));
        return mantissa.shiftLeft(BITS + exponent);
    }

    /// A number of many digits, rounded towards 0.
    static BigInteger of(Apfloat value) {
        return value.multiply(SCALE).truncate().toBigInteger();
    }

    static BigInteger of(long value) {
        return BigInteger.valueOf(value).shiftLeft(BITS);
    }

    static BigInteger times(BigInteger x, BigInteger y) {
        return x.multiply(y).shiftRight(BITS);
    }

    static BigInteger over(BigInteger x, BigInteger y) {
        return x.shiftLeft(BITS).divide(y);
    }

    static BigInteger square(BigInteger x) {
        return times(x, x);
    }

    /// √x, and 0 for an x that rounding has made negative.
    static BigInteger root(BigInteger x) {
        return x.signum() <= 0 ? ZERO : x.shiftLeft(BITS).sqrt();
    }

    /// x^(n/2) for x ≥ 0, n ≥ 0.
    static BigInteger halfPower(BigInteger x, int n) {
        BigInteger base = x.signum() < 0 ? ZERO : x;
        BigInteger result = n % 2 == 1 ? root(base) : ONE;
        for (int rest = n / 2; rest > 0; rest /= 2) {
            result = rest % 2 == 1 ? times(result, base) : result;
            base = rest > 1 ? square(base) : base;
        }
        return result;
    }

    /// eˣ by its series at x/2ⁿ, squared n times.
    static BigInteger exp(BigInteger x) {
        int halvings = Math.max(0, x.bitLength() - BITS + 16);
        BigInteger small = x.shiftRight(halvings);
        BigInteger term = small;
        BigInteger lessOne = small;
        for (int n = 2; term.bitLength() > 1; n++) {
            term = times(term, small).divide(BigInteger.valueOf(n));
            lessOne = lessOne.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            lessOne = lessOne.shiftLeft(1).add(square(lessOne));
        }
        return lessOne.add(ONE);
    }

    /// ln x: from the double by three Newton steps for eʸ = x.
    static BigInteger log(BigInteger x) {
        int shift = x.bitLength() - 60;
        BigInteger result =
                of(Functions.log(x.shiftRight(shift).doubleValue())).add(times(of((long) shift - BITS), log2()));
        for (int step = 0; step < 3; step++) {
            result = result.add(times(x, exp(result.negate()))).subtract(ONE);
        }
        return result;
    }

    /// {sin x, 1 − cos x} for |x| ≤ 4: by series at x/2¹², then sin 2y = 2 sin y (1 − v), v(2y) = 2v(2 − v).
    static BigInteger[] sine(BigInteger x) {
        int halvings = 12;
        BigInteger sine = sineSeries(x.shiftRight(halvings));
        BigInteger versine = square(sineSeries(x.shiftRight(halvings + 1))).shiftLeft(1);
        for (int i = 0; i < halvings; i++) {
            sine = times(sine, ONE.subtract(versine)).shiftLeft(1);
            versine = times(versine, TWO.subtract(versine)).shiftLeft(1);
        }
        return new BigInteger[] {sine, versine};
    }

    /// The angle in [0, π] of the direction (x, y), y ≥ 0, not both zero.
    static BigInteger arc(BigInteger y, BigInteger x) {
        int excess = Math.max(y.bitLength(), x.bitLength()) - 60;
        double angle = Functions.atan2(down(y, excess), down(x, excess));
        BigInteger[] near = TABLE[(int) Math.rint(angle * STEPS)];
        BigInteger along = times(x, near[1]).add(times(y, near[0]));
        BigInteger across = times(y, near[1]).subtract(times(x, near[0]));
        return near[2].add(smallArc(over(across, along)));
    }

    static Apfloat toApfloat(BigInteger x) {
        return new Apfloat(new BigDecimal(x), Oracle.DIGITS).divide(SCALE);
    }

    private static double down(BigInteger x, int bits) {
        return x.shiftRight(bits).doubleValue();
    }

    /// arctan x for |x| ≤ 2⁻⁸ and a little by its series.
    private static BigInteger smallArc(BigInteger x) {
        BigInteger square = square(x);
        BigInteger sum = ZERO;
        for (int n = ODD_RECIPROCALS.length - 1; n >= 0; n--) {
            sum = ODD_RECIPROCALS[n].subtract(times(square, sum));
        }
        return times(x, sum);
    }

    private static BigInteger sineSeries(BigInteger x) {
        BigInteger square = square(x);
        BigInteger term = x;
        BigInteger sum = x;
        for (int n = 2; term.bitLength() > 1; n += 2) {
            term = times(term, square).negate().divide(BigInteger.valueOf((long) n * (n + 1)));
            sum = sum.add(term);
        }
        return sum;
    }

    /// {sin, cos, angle} of every multiple of 1/128 up to beyond π.
    private static BigInteger[][] table() {
        BigInteger[][] table = new BigInteger[(int) (Math.PI * STEPS) + 2][];
        for (int i = 0; i < table.length; i++) {
            BigInteger angle = of((long) i).shiftRight(7);
            BigInteger[] sine = sine(angle);
            table[i] = new BigInteger[] {sine[0], ONE.subtract(sine[1]), angle};
        }
        return table;
    }

    private static BigInteger[] oddReciprocals() {
        BigInteger[] reciprocals = new BigInteger[TERMS];
        for (int n = 0; n < TERMS; n++) {
            reciprocals[n] = ONE.divide(BigInteger.valueOf(2L * n + 1));
        }
        return reciprocals;
    }

    /// ln 2 = 2 artanh(1/3).
    private static BigInteger log2() {
        BigInteger power = ONE.shiftLeft(1).divide(BigInteger.valueOf(3));
        BigInteger sum = ZERO;
        for (int n = 1; power.signum() > 0; n += 2) {
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
            power = power.divide(BigInteger.valueOf(9));
        }
        return sum;
    }
}
