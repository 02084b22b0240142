package lemmata.audit;

import lemmata.num.Functions;
import lemmata.num.LaneFunctions;
import lemmata.num.RoundOff;
import lemmata.rng.Words;

/// Points of balls and spheres from the words of a trial by the textbook's logarithms and angles, each entry with a
/// bound of how far code that uses [LaneFunctions] may be from it.
///
/// @param entry the coordinates
/// @param error their bounds
record BallReference(double[] entry, double[] error) {

    private static final double E = LaneFunctions.EXPONENTIAL_ERROR;
    private static final double C = LaneFunctions.CIRCLE_ERROR;

    /// −ln u of the lower half of a word, within 2u relative.
    static double energy(long word) {
        return -Functions.log(((word & 0xFFFFFFFFL) + 0.5) * 0x1p-32);
    }

    /// cos θ of a half of 32 bits, within 4u.
    static double cosine(long half) {
        double magnitude = Functions.cos(quarter(half));
        return (half & 0x80000000L) == 0 ? magnitude : -magnitude;
    }

    /// sin θ of a half of 32 bits, within 4u.
    static double sine(long half) {
        double magnitude = Functions.sin(quarter(half));
        return (half & 0x40000000L) == 0 ? magnitude : -magnitude;
    }

    /// rng.Ball/S1: ρ√(Eᵢ/T) cos θᵢ and ρ√(Eᵢ/T) sin θᵢ.
    static BallReference point(Words words, long trial, long first, int d, double radius) {
        return of(words, trial, first, d, radius, (d + 1) / 2);
    }

    /// rng.Ball/S3: the same without a last word; the unused sine of an odd d does not count.
    static BallReference onSphere(Words words, long trial, long first, int d) {
        return of(words, trial, first, d, 1, (d - 1) / 2);
    }

    /// T adds up the first `full` energies and of the next one the whole, if d is even, or cos² θ of it, if d is odd.
    private static BallReference of(Words words, long trial, long first, int d, double radius, int full) {
        long last = words.word(trial, first + full);
        double share = d % 2 == 0 ? 1 : cosine(last >>> 32);
        double total = energy(last) * share * share;
        double doubt = E + 3 * C * energy(last);
        for (int i = 0; i < full; i++) {
            total += energy(words.word(trial, first + i));
            doubt += E;
        }
        double[] entry = new double[d];
        double[] error = new double[d];
        for (int i = 0; i < d; i++) {
            long word = words.word(trial, first + i / 2);
            double turn = i % 2 == 0 ? cosine(word >>> 32) : sine(word >>> 32);
            double length = radius * Math.sqrt(energy(word) / total);
            double relative = E / energy(word) + doubt / total + (full + 64) * RoundOff.U;
            entry[i] = length * turn;
            error[i] = length * (Math.abs(turn) * relative + 2 * C);
        }
        return new BallReference(entry, error);
    }

    /// The worst ratio of error to bound.
    double ratio(double[] computed) {
        double worst = computed.length == entry.length ? 0 : Double.NaN;
        for (int i = 0; i < entry.length && i < computed.length; i++) {
            worst = Math.max(worst, Check.over(Math.abs(computed[i] - entry[i]), error[i]));
        }
        return worst;
    }

    private static double quarter(long half) {
        return ((half & 0x3FFFFFFFL) + 0.5) * (Math.PI * 0x1p-31);
    }
}
