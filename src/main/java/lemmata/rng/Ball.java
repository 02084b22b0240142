package lemmata.rng;

import lemmata.claim.Statement;
import lemmata.num.LaneFunctions;
import lemmata.num.Vectors;

/// Uniform points of balls and spheres, each from a fixed number of words: nothing is rejected.
///
/// A uniform point of the ball of R^d is the first d coordinates of a uniform point of the sphere of R^{d+2}, and that
/// is a normal vector over its norm: pairs √(2Eᵢ)(cos θᵢ, sin θᵢ), divided by √(2T), T the sum of the Eᵢ (and of half
/// the square of one more coordinate, if d is odd).
///
/// d = 1: uniform on [−ρ, ρ]; ρ = 0: the point 0. **Words.** [#words] for a ball, [#sphereWords] for a sphere; word i
/// gives Eᵢ by its lower, θᵢ by its upper 32 bits. **Range.** 1 ≤ d ≤ 2¹⁸; ρ = 0 or 2⁻⁴⁵⁰ ≤ ρ ≤ 2⁴⁵⁰.
/// **Accuracy.** With ideal words the law of each coordinate is within [#LAW_ERROR] of its law in Kolmogorov's
/// distance, that of the component along any fixed line within [#words] times as much. **Source.** rng.Ball.
public final class Ball {

    /// Kolmogorov distance of the law of a coordinate from that of the ball or sphere.
    public static final double LAW_ERROR = 0x1p-26;

    /// Relative excess of the norm of a point of the ball over the radius.
    public static final double RADIUS_ERROR = 0x1p-36;

    private Ball() {}

    /// Number of words of a point of the ball of R^d: a pair of coordinates each, and one more.
    @Statement("rng.Ball/S1")
    public static int words(int d) {
        return pairs(d) + 1;
    }

    /// Number of words of a point of the sphere of R^d.
    @Statement("rng.Ball/S3")
    public static int sphereWords(int d) {
        return pairs(d);
    }

    /// A uniform point of the ball of R^d about 0, by the words `first` … `first + words(d) − 1` of a trial.
    ///
    /// 2ᵐρ gives 2ᵐ times the point, bit for bit. **Shapes.** Result: a new array of length d ≥ 1.
    /// **Accuracy.** The norm exceeds ρ by at most [#RADIUS_ERROR] relative. **Source.** rng.Ball/S1, S2.
    ///
    /// @param radius ρ ≥ 0
    @Statement({"rng.Ball/S1", "rng.Ball/S2"})
    public static double[] point(Words words, long trial, long first, int d, double radius) {
        long[] word = new long[pairs(d)];
        double[] energy = new double[pairs(d)];
        double total = 0;
        for (int i = 0; i < pairs(d); i++) {
            word[i] = words.word(trial, first + i);
            energy[i] = LaneFunctions.exponential(word[i]);
            total += energy[i];
        }
        total += last(words.word(trial, first + pairs(d)), d);
        double scale = radius * radius * 0.5 / total;
        double[] point = new double[d];
        for (int i = 0; i < d; i += 2) {
            double length = Math.sqrt(energy[i >> 1] * scale);
            long angle = word[i >> 1] >>> 32;
            point[i] = length * LaneFunctions.cosine(angle);
            if (i + 1 < d) {
                point[i + 1] = length * LaneFunctions.sine(angle);
            }
        }
        return point;
    }

    /// A uniform point of the unit sphere of R^d, by the words `first` … `first + sphereWords(d) − 1` of a trial.
    ///
    /// d = 1: 1 or −1. **Shapes.** Result: a new array of length d ≥ 1.
    /// **Accuracy.** The norm is within 4u of 1, u = 2⁻⁵³. **Source.** rng.Ball/S3.
    @Statement("rng.Ball/S3")
    public static double[] onSphere(Words words, long trial, long first, int d) {
        double[] normals = new double[d];
        Gaussian.fill(normals, words, trial, 2 * first);
        double length = Vectors.length(normals);
        return Vectors.map(entry -> entry / length, normals);
    }

    /// Half the square of what the last word adds to the norm: two coordinates if d is even, one if it is odd.
    static double last(long word, int d) {
        double energy = LaneFunctions.exponential(word);
        double cosine = LaneFunctions.cosine(word >>> 32);
        return (d & 1) == 0 ? energy : energy * (cosine * cosine * 0.5);
    }

    private static int pairs(int d) {
        return d + 1 >> 1;
    }
}
