package lemmata.rng;

import lemmata.claim.Statement;
import lemmata.num.LaneFunctions;

/// What a few directions see of a uniform point of a ball: its first coordinates and the squared norm of the rest.
///
/// With independent uniform numbers Uᵢ and angles θᵢ: T = ρ²U₀^{2/d} is the squared norm, y = U₁^{2/(d−2)} the share of
/// it beyond the first two coordinates, z = U₂^{2/(d−4)} the share of that beyond the next two; the angles split the
/// pairs.
///
/// The cost does not depend on d. d = 1: ±ρU₀. d = 2: no rest. d = 3: the third coordinate is ±√(Ty).
/// **Range.** 1 ≤ d ≤ 2²⁰; ρ = 0 or 2⁻⁴⁵⁰ ≤ ρ ≤ 2⁴⁵⁰. **Accuracy.** With ideal words the law of each number is within
/// [Ball#LAW_ERROR] of its law in the ball of R^d in Kolmogorov's distance, on the unit circle within 2⁻²².
/// **Source.** rng.Ball/S4.
///
/// @param first the coordinate along a first unit vector
/// @param second along a second one, orthogonal to it; 0 for d = 1
/// @param third along a third one; 0 unless asked for and d ≥ 3
/// @param rest squared norm of what is orthogonal to these
public record BallShadow(double first, double second, double third, double rest) {

    /// Two coordinates and the rest, from the two exponentials of a word and an angle (32 bits).
    @Statement("rng.Ball/S4")
    public static BallShadow two(int d, double radius, long word, long angle) {
        double inner = LaneFunctions.expm1(-(2.0 / d) * LaneFunctions.exponential(word));
        double total = 1 + inner;
        double square = radius * radius;
        if (d == 1) {
            return new BallShadow(signed(Math.sqrt(square * total), angle), 0, 0, 0);
        }
        double beyond = beyond(d - 2, word >>> 32);
        double length = Math.sqrt(square * 0.5 * (total * -beyond));
        double rest = square * total * (1 + beyond);
        return new BallShadow(length * LaneFunctions.cosine(angle), length * LaneFunctions.sine(angle), 0, rest);
    }

    /// Three coordinates and the rest, from the two exponentials of a word, one more (32 bits) and two angles.
    @Statement("rng.Ball/S4")
    public static BallShadow three(int d, double radius, long word, long more, long angle, long otherAngle) {
        BallShadow pair = two(d, radius, word, angle);
        if (d < 3) {
            return pair;
        }
        if (d == 3) {
            return new BallShadow(pair.first, pair.second, signed(Math.sqrt(pair.rest), otherAngle), 0);
        }
        double beyond = beyond(d - 4, more);
        double length = Math.sqrt(0.5 * (pair.rest * -beyond));
        double fourth = length * LaneFunctions.sine(otherAngle);
        double rest = Math.fma(fourth, fourth, pair.rest * (1 + beyond));
        return new BallShadow(pair.first, pair.second, length * LaneFunctions.cosine(otherAngle), rest);
    }

    /// Two coordinates of a uniform point of the unit sphere of R^d and the squared norm of the rest, from an
    /// exponential and an angle (32 bits each).
    @Statement("rng.Ball/S4")
    public static BallShadow onSphere(int d, long word, long angle) {
        if (d == 1) {
            return new BallShadow(signed(1, angle), 0, 0, 0);
        }
        double beyond = beyond(d - 2, word);
        double length = Math.sqrt(0.5 * -beyond);
        return new BallShadow(length * LaneFunctions.cosine(angle), length * LaneFunctions.sine(angle), 0, 1 + beyond);
    }

    /// U^{2/n} − 1, and −1 for n = 0.
    private static double beyond(int n, long word) {
        return n == 0 ? -1 : LaneFunctions.expm1(-(2.0 / n) * LaneFunctions.exponential(word));
    }

    private static double signed(double magnitude, long angle) {
        return (angle & 0x80000000L) == 0 ? magnitude : -magnitude;
    }
}
