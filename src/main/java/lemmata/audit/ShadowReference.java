package lemmata.audit;

import lemmata.num.Functions;
import lemmata.num.LaneFunctions;
import lemmata.num.RoundOff;
import lemmata.rng.Ball;
import lemmata.rng.BallShadow;

/// The squares of a [BallShadow]'s numbers in the unit ball by the textbook's logarithms, powers and angles, with
/// bounds of how far code that uses [LaneFunctions] may be from them.
///
/// @param square of the first, second, third coordinate, and the rest itself
/// @param error their bounds
/// @param sign ±1 for the coordinates
record ShadowReference(double[] square, double[] error, double[] sign) {

    private static final double E = LaneFunctions.EXPONENTIAL_ERROR;
    private static final double C = LaneFunctions.CIRCLE_ERROR;
    private static final double X = LaneFunctions.EXPM1_ERROR;
    private static final double U = RoundOff.U;

    /// U^{2/n} and 1 − U^{2/n} for the uniform number of a half, with one bound for both; 0 and 1 for n = 0.
    private record Power(double value, double complement, double error) {

        static Power of(int n, long half) {
            if (n == 0) {
                return new Power(0, 1, 0);
            }
            double energy = BallReference.energy(half);
            double exponent = -2.0 / n * energy;
            double complement = -Functions.expm1(exponent);
            double error = X * Math.min(1, 1.5 * -exponent) + 2.0 / n * (E + 4 * U * energy) + 4 * U * complement;
            return new Power(Functions.exp(exponent), complement, 1.01 * error);
        }
    }

    /// Of the words of [BallShadow#three] or, without a third coordinate, [BallShadow#two].
    static ShadowReference inBall(int d, long[] words, boolean three) {
        Power total = Power.of(d, words[0]);
        double[] sign = {
            half(BallReference.cosine(words[2])),
            half(BallReference.sine(words[2])),
            half(BallReference.cosine(words[3]))
        };
        if (d == 1) {
            double[] square = {total.value, 0, 0, 0};
            return new ShadowReference(square, new double[] {total.error + 8 * U, 0, 0, 0}, sign);
        }
        ShadowReference pair = split(total.value, total.error + U, Power.of(d - 2, words[0] >>> 32), words[2], sign);
        if (!three || d == 2) {
            return pair;
        }
        double[] square = pair.square;
        double[] error = pair.error;
        if (d == 3) {
            square[2] = square[3];
            error[2] = error[3];
            square[3] = 0;
            error[3] = 0;
            return pair;
        }
        ShadowReference next = split(square[3], error[3], Power.of(d - 4, words[1]), words[3], sign);
        square[2] = next.square[0];
        error[2] = next.error[0];
        square[3] = next.square[3] + next.square[1];
        error[3] = next.error[3] + next.error[1];
        return pair;
    }

    /// Of [BallShadow#onSphere].
    static ShadowReference onSphere(int d, long word, long angle) {
        double[] sign = {half(BallReference.cosine(angle)), half(BallReference.sine(angle)), 1};
        return d == 1
                ? new ShadowReference(new double[] {1, 0, 0, 0}, new double[4], sign)
                : split(1, 0, Power.of(d - 2, word), angle, sign);
    }

    /// A square `total` in the shares (1 − y) cos² θ, (1 − y) sin² θ, 0 and y.
    private static ShadowReference split(double total, double doubt, Power beyond, long angle, double[] sign) {
        double cosine = BallReference.cosine(angle);
        double sine = BallReference.sine(angle);
        double pair = total * beyond.complement;
        double error = 1.01 * (doubt * beyond.complement + total * beyond.error + 16 * U * pair);
        double[] square = {pair * cosine * cosine, pair * sine * sine, 0, total * beyond.value};
        double[] errors = {
            error * (cosine * cosine + C) + pair * (2 * C * Math.abs(cosine) + C * C + 16 * U),
            error * (sine * sine + C) + pair * (2 * C * Math.abs(sine) + C * C + 16 * U),
            0,
            1.01 * (doubt * beyond.value + total * (beyond.error + 8 * U))
        };
        return new ShadowReference(square, errors, sign);
    }

    /// The worst ratio of error to bound in a ball of radius ρ, that of ‖·‖² ≤ ρ²(1 + 2 [Ball#RADIUS_ERROR]) among
    /// them; infinite for a wrong sign or a negative rest.
    double ratio(BallShadow shadow, double rho) {
        double[] root = {shadow.first() / rho, shadow.second() / rho, shadow.third() / rho};
        double rest = shadow.rest() / rho / rho;
        double norm = rest;
        double worst = Check.over(Math.abs(rest - square[3]), error[3]);
        boolean sound = rest >= 0;
        for (int i = 0; i < root.length; i++) {
            norm += root[i] * root[i];
            sound &= root[i] * sign[i] >= 0;
            worst = Math.max(worst, Check.over(Math.abs(root[i] * root[i] - square[i]), error[i]));
        }
        worst = Math.max(worst, Math.max(norm - 1, 0) / (2 * Ball.RADIUS_ERROR + 16 * U));
        return sound ? worst : Double.POSITIVE_INFINITY;
    }

    private static double half(double x) {
        return x < 0 ? -1 : 1;
    }
}
