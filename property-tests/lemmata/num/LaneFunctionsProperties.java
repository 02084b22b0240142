package lemmata.num;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.LaneFunctionChecks;
import lemmata.audit.LaneFunctionChecks.Circle;
import lemmata.claim.Statement;
import lemmata.rng.Gaussian;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute num.LaneFunctions.
@DrawnCases
class LaneFunctionsProperties {

    private static final LongToDoubleFunction EXPONENTIAL = LaneFunctions::exponential;
    private static final Circle CIRCLE = new Circle(LaneFunctions::cosine, LaneFunctions::sine);
    private static final DoubleUnaryOperator EXPM1 = LaneFunctions::expm1;
    private static final DoubleBinaryOperator ANGLE = LaneFunctions::angle;
    private static final long SPREAD = 1 << 20;
    private static final long LOW = 0xFFFFFFFFL;

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("num.LaneFunctions/S1")
    void exponentialIsMinusTheLogarithm(@ForAll Draw draw) {
        holds(LaneFunctionChecks.exponential(EXPONENTIAL), draw);
    }

    @Example
    @Statement("num.LaneFunctions/S1")
    void exponentialOnWordsSpreadOverAll() {
        holds(LaneFunctionChecks.exponentialOver(EXPONENTIAL, 0, SPREAD) <= 1, "2²⁰ words");
        rejects(
                "2⁻⁴⁷ too large",
                LaneFunctionChecks.exponentialOver(w -> EXPONENTIAL.applyAsDouble(w) + 0x1p-47, 0, SPREAD) <= 1);
        rejects(
                "in floats",
                LaneFunctionChecks.exponentialOver(w -> (float) EXPONENTIAL.applyAsDouble(w), 0, SPREAD) <= 1);
    }

    @Example
    @Statement("num.LaneFunctions/S1")
    void otherExponentialsAreRejected() {
        rejects("upper half", LaneFunctionChecks.exponential(w -> EXPONENTIAL.applyAsDouble(w >>> 32)));
        rejects("signed word", LaneFunctionChecks.exponential(w -> -Functions.log(((int) w + 0.5) * 0x1p-32)));
        rejects("n instead of n + ½", LaneFunctionChecks.exponential(w -> -Functions.log((w & LOW) * 0x1p-32)));
        rejects("−ln(1 − u)", LaneFunctionChecks.exponential(w -> EXPONENTIAL.applyAsDouble(~w)));
        rejects(
                "last coefficient lost",
                LaneFunctionChecks.exponential(w -> EXPONENTIAL.applyAsDouble(w)
                        + WrongFunctions.lastTerm(Polynomial.LOG, WrongFunctions.mantissa(w))));
        rejects(
                "the upper half read too",
                LaneFunctionChecks.exponential(w -> EXPONENTIAL.applyAsDouble(w) * (w >>> 63 == 0 ? 1 : 1 + 0x1p-52)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("num.LaneFunctions/S2")
    void cosineAndSineAreOnTheCircle(@ForAll Draw draw) {
        holds(LaneFunctionChecks.circle(CIRCLE), draw);
    }

    @Example
    @Statement("num.LaneFunctions/S2")
    void circleOnWordsSpreadOverAll() {
        holds(LaneFunctionChecks.circleOver(CIRCLE, 0, SPREAD) <= 1, "2²⁰ words");
        Circle drifted = new Circle(w -> CIRCLE.cosine().applyAsDouble(w) + 0x1p-43, CIRCLE.sine());
        rejects("2⁻⁴³ too large", LaneFunctionChecks.circleOver(drifted, 0, SPREAD) <= 1);
    }

    @Example
    @Statement("num.LaneFunctions/S2")
    void otherCirclesAreRejected() {
        LongToDoubleFunction cosine = CIRCLE.cosine();
        LongToDoubleFunction sine = CIRCLE.sine();
        rejects("sine and cosine exchanged", LaneFunctionChecks.circle(new Circle(sine, cosine)));
        rejects(
                "signs exchanged",
                LaneFunctionChecks.circle(new Circle(
                        w -> cosine.applyAsDouble(WrongFunctions.signsExchanged(w)),
                        w -> sine.applyAsDouble(WrongFunctions.signsExchanged(w)))));
        rejects(
                "unit circle",
                LaneFunctionChecks.circle(new Circle(
                        w -> Math.sqrt(0.5) * cosine.applyAsDouble(w), w -> Math.sqrt(0.5) * sine.applyAsDouble(w))));
        rejects(
                "no half in n + ½",
                LaneFunctionChecks.circle(
                        new Circle(w -> WrongFunctions.plain(w, true), w -> WrongFunctions.plain(w, false))));
        rejects(
                "last coefficient of the cosine lost",
                LaneFunctionChecks.circle(new Circle(
                        w -> WrongFunctions.shortened(w, cosine, 31), w -> WrongFunctions.shortened(w, sine, 30))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("num.LaneFunctions/S3")
    void expm1IsTheExponentialLessOne(@ForAll Draw draw) {
        holds(LaneFunctionChecks.expm1(EXPM1), draw);
    }

    @Example
    @Statement("num.LaneFunctions/S3")
    void otherExpm1sAreRejected() {
        rejects("exp(x) − 1", LaneFunctionChecks.expm1(x -> Functions.exp(x) - 1));
        rejects("relative error 2⁻⁴²", LaneFunctionChecks.expm1(x -> EXPM1.applyAsDouble(x) * (1 - 0x1p-42)));
        rejects("below −1", LaneFunctionChecks.expm1(x -> x < -40 ? Math.nextDown(-1.0) : EXPM1.applyAsDouble(x)));
        rejects("ln 2 in 32 bits", LaneFunctionChecks.expm1(WrongFunctions::shortLn2));
        rejects(
                "last coefficient lost",
                LaneFunctionChecks.expm1(x ->
                        EXPM1.applyAsDouble(x) - (x > -0.34 ? x * WrongFunctions.lastTerm(Polynomial.EXPM1, x) : 0)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("num.LaneFunctions/S4")
    void angleIsTheAngle(@ForAll Draw draw) {
        holds(LaneFunctionChecks.angle(ANGLE), draw);
    }

    @Example
    @Statement("num.LaneFunctions/S4")
    void otherAnglesAreRejected() {
        rejects("x and y exchanged", LaneFunctionChecks.angle((y, x) -> ANGLE.applyAsDouble(x, y)));
        rejects("arccosine, blind near its ends", LaneFunctionChecks.angle((y, x) -> WrongFunctions.byCosine(y, x)));
        rejects("relative error 8u", LaneFunctionChecks.angle((y, x) -> ANGLE.applyAsDouble(y, x) * (1 + 0x1p-50)));
        rejects("acute only", LaneFunctionChecks.angle((y, x) -> ANGLE.applyAsDouble(y, Math.abs(x))));
        rejects(
                "π in floats",
                LaneFunctionChecks.angle(
                        (y, x) -> x < 0 ? (float) Math.PI - ANGLE.applyAsDouble(y, -x) : ANGLE.applyAsDouble(y, x)));
        rejects("two intervals", LaneFunctionChecks.angle(WrongFunctions::withoutMiddle));
        rejects(
                "last coefficient lost",
                LaneFunctionChecks.angle((y, x) -> y < LaneFunctions.TAN_EIGHTH * x
                        ? ANGLE.applyAsDouble(y, x)
                                - WrongFunctions.cube(y / x)
                                        * WrongFunctions.lastTerm(Polynomial.ATAN, (y / x) * (y / x))
                        : ANGLE.applyAsDouble(y, x)));
    }

    @Example
    @Statement("num.LaneFunctions/S5")
    void nothingIsCalledThatDependsOnTheMachine() {
        assertThat(LaneFunctionChecks.foreignCalls(LaneFunctions.class, Polynomial.class))
                .isEmpty();
        assertThat(Polynomial.SINE.coefficients()).hasSameSizeAs(Polynomial.COSINE.coefficients());
        rejects("StrictMath", LaneFunctionChecks.foreignCalls(Functions.class).isEmpty());
        rejects("Math.sin", LaneFunctionChecks.foreignCalls(UsesSine.class).isEmpty());
        rejects(
                "the table left out",
                LaneFunctionChecks.foreignCalls(LaneFunctions.class).isEmpty());
        rejects("another stem", LaneFunctionChecks.foreignCalls(Gaussian.class).isEmpty());
    }

    @Example
    @Statement("num.LaneFunctions/S5")
    void hasTheBitsOfEveryMachine() {
        holds(LaneFunctionChecks.sameBits(EXPONENTIAL, CIRCLE, EXPM1, ANGLE), "bits");
        LongToDoubleFunction loose = w -> {
            double value = Functions.log(1.5 + WrongFunctions.mantissa(w));
            return (Double.doubleToRawLongBits((w & LOW) + 0.5) >>> 52) * -LaneFunctions.LN2
                    + 1055 * LaneFunctions.LN2
                    - value;
        };
        rejects("another logarithm", LaneFunctionChecks.sameBits(loose, CIRCLE, EXPM1, ANGLE));
        rejects("the platform's exponential", LaneFunctionChecks.sameBits(EXPONENTIAL, CIRCLE, Math::expm1, ANGLE));
        rejects("the platform's angle", LaneFunctionChecks.sameBits(EXPONENTIAL, CIRCLE, EXPM1, Math::atan2));
        rejects(
                "Horner's rule without fma",
                LaneFunctionChecks.sameBits(EXPONENTIAL, WrongFunctions.unfused(), EXPM1, ANGLE));
    }

    /// What must not be called.
    private static final class UsesSine {
        static double sine(double x) {
            return Math.sin(x);
        }
    }
}
