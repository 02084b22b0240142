package lemmata.audit;

import java.util.function.DoubleUnaryOperator;
import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.UnitSphere;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.SphereProjection;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.Gaussian;
import lemmata.rng.Philox;

/// A drawn case: shapes, kinds and a seed, from which teacher, student and all further randomness follow.
///
/// Small and readable on purpose: it is what a failing property shrinks and what a witness prints.
/// **Shapes.** p in 1 … 64, k in 1 … 200.
///
/// @param filterScale binary exponent by which the student's filter is scaled off the sphere
/// @param weightScale binary exponent by which both a and a* are scaled
public record Draw(
        int p, int k, Filter filter, Target target, Weights weights, int filterScale, int weightScale, long seed) {

    /// Where the student's filter points.
    public enum Filter {
        ANY,
        SAME,
        NEARLY_SAME,
        RIGHT,
        NEARLY_OPPOSITE,
        OPPOSITE
    }

    /// What the teacher's output weights are.
    public enum Target {
        ANY,
        SUM_ZERO,
        ALL_ONES,
        NEAR_THRESHOLD,
        ZERO
    }

    /// What the student's output weights are.
    public enum Weights {
        ANY,
        TEACHERS,
        NEARLY_TEACHERS,
        ORTHOGONAL,
        SPURIOUS,
        ZERO
    }

    /// Domain of the random numbers of draws.
    private static final int DOMAIN = 7;

    /// Largest binary exponent of a scale: 2²²⁸ ≈ 4·10⁶⁸ leaves room for Gaussian entries below 10⁷⁰.
    public static final int MAX_SCALE = 228;

    /// Draw number `index` of a run: sizes small first, every kind by weight.
    public static Draw of(long seed, long index) {
        int largest = (int) Math.min(200, 2 + index / 2);
        int k = 1 + below(largest, seed, index, 0);
        int p = 1 + below(Math.min(64, largest), seed, index, 1);
        boolean scaled = below(4, seed, index, 2) == 0;
        return new Draw(
                p,
                k,
                pick(Filter.values(), 4, seed, index, 3),
                pick(Target.values(), 4, seed, index, 4),
                pick(Weights.values(), 4, seed, index, 5),
                scaled ? below(2 * MAX_SCALE + 1, seed, index, 6) - MAX_SCALE : 0,
                scaled ? below(2 * MAX_SCALE + 1, seed, index, 7) - MAX_SCALE : 0,
                Philox.at(seed, DOMAIN, index, 8).low());
    }

    /// The same case with patches of length 1.
    public Draw onTheLine() {
        return new Draw(1, k, filter, target, weights, filterScale, weightScale, seed);
    }

    /// The same case with one patch.
    public Draw withOnePatch() {
        return new Draw(p, 1, filter, target, weights, filterScale, weightScale, seed);
    }

    /// The same case without its scales: filter and weights of size near 1.
    public Draw unscaled() {
        return new Draw(p, k, filter, target, weights, 0, 0, seed);
    }

    /// The teacher of this case.
    public Teacher teacher() {
        return new Teacher(teacherFilter(), Vectors.map(scale(weightScale), teacherWeights()));
    }

    /// The student of this case: in half of the cases of norm 2^`filterScale`, so on the sphere for scale 0, else
    /// longer.
    public Student student() {
        double stretch = Math.scalb(uniform(25) < 0.5 ? 1 : 1 + uniform(20), filterScale);
        double @FilterSpace [] w = Vectors.map(entry -> entry * stretch, studentFilter());
        return new Student(w, studentWeights(filterScale));
    }

    /// The student of this case on the sphere.
    public Student unitStudent() {
        return new Student(SphereProjection.project(studentFilter()), studentWeights(0));
    }

    /// n standard normal numbers; distinct tags are independent.
    public double[] gaussians(int tag, int n) {
        double[] result = new double[n];
        Gaussian.fill(result, seed, tag, 0);
        return result;
    }

    /// A number in (0, 1); distinct tags are independent.
    public double uniform(int tag) {
        return Philox.uniform(Philox.at(seed, DOMAIN, tag, 0).high());
    }

    /// A point of the unit sphere of R^p, independent of the rest.
    public double @UnitSphere [] direction(int tag) {
        return SphereProjection.project(Spaces.filter("direction", gaussians(tag, p)));
    }

    /// A unit vector at angle `psi` from −w*, in the plane of w* and a random direction; ±w* for p = 1.
    public double @UnitSphere [] fromOpposite(double psi) {
        double @UnitSphere [] target = teacherFilter();
        return SphereProjection.project(tilted(Vectors.map(entry -> -entry, target), target, psi));
    }

    private double @UnitSphere [] teacherFilter() {
        return direction(1);
    }

    private double @OutputSpace [] teacherWeights() {
        double[] any = gaussians(2, k);
        double mean = Vectors.sum(any).doubleValue() / k;
        double[] centred = Vectors.map(entry -> entry - mean, any);
        return switch (target) {
            case ANY -> Spaces.output("a", any);
            case SUM_ZERO -> k == 1 ? Spaces.output("a", any) : Spaces.output("a", zeroSum(any));
            case ALL_ONES -> Spaces.output("a", Vectors.map(entry -> 1, any));
            case ZERO -> Spaces.output("a", Vectors.map(entry -> 0, any));
            case NEAR_THRESHOLD -> Spaces.output("a", k == 1 ? any : nearThreshold(centred));
        };
    }

    /// q within a relative 10⁻⁹ … 1 of the threshold 1 + (k−1)/π, on either side: a multiple of 1 plus a centred
    /// vector.
    private double[] nearThreshold(double[] centred) {
        double offset = Functions.exp(-21 * uniform(21)) * (uniform(22) < 0.5 ? -0.5 : 0.5);
        double q = Math.min(LocalMinimality.threshold(k) * (1 + offset), k);
        double level = Math.sqrt(q / k);
        double length = Vectors.length(centred);
        double rest = Math.sqrt(1 - q / k) * Math.sqrt(k) / length;
        return Vectors.map(entry -> level + rest * entry, centred);
    }

    /// Entries in exact pairs x, −x (and a triple x, x, −2x if k is odd), so that 1ᵀa* = 0 without rounding.
    private static double[] zeroSum(double[] any) {
        double[] result = any.clone();
        int k = result.length;
        for (int j = 0; j + 1 < k; j += 2) {
            result[j + 1] = -result[j];
        }
        if (k % 2 == 1) {
            result[k - 2] = result[k - 3];
            result[k - 1] = -2 * result[k - 3];
        }
        return result;
    }

    private double @FilterSpace [] studentFilter() {
        double @UnitSphere [] target = teacherFilter();
        double @FilterSpace [] opposite = Vectors.map(entry -> -entry, target);
        double tiny = Functions.exp(-69 * uniform(23));
        return switch (filter) {
            case ANY -> direction(3);
            case SAME -> target;
            case OPPOSITE -> opposite;
            case NEARLY_SAME -> tilted(target, target, tiny);
            case NEARLY_OPPOSITE -> tilted(opposite, target, tiny);
            case RIGHT -> p == 1 ? target : Vectors.rejection(target, direction(3));
        };
    }

    /// cos ψ · base + sin ψ · (a random unit vector orthogonal to w*); the base itself for p = 1.
    private double @FilterSpace [] tilted(double @FilterSpace [] base, double @FilterSpace [] target, double psi) {
        if (p == 1) {
            return base;
        }
        double @FilterSpace [] across = Vectors.rejection(target, direction(4));
        double length = Vectors.length(across);
        return Vectors.map(
                (along, side) -> Functions.cos(psi) * along + Functions.sin(psi) / length * side, base, across);
    }

    private double @OutputSpace [] studentWeights(int filterScale) {
        int scale = Math.clamp(weightScale - filterScale, -MAX_SCALE, MAX_SCALE);
        double @OutputSpace [] target = Vectors.map(scale(scale), teacherWeights());
        double tiny = Functions.exp(-2 - 46 * uniform(24));
        double[] any = gaussians(5, k);
        return switch (weights) {
            case ANY -> Spaces.output("a", Vectors.map(scale(scale), any));
            case TEACHERS -> target;
            case NEARLY_TEACHERS ->
                Vectors.map((entry, noise) -> entry * (1 + tiny * noise), target, Spaces.output("", any));
            case ORTHOGONAL -> Spaces.output("a", orthogonal(target));
            case SPURIOUS ->
                SpuriousOptimum.of(new Teacher(teacherFilter(), target)).a();
            case ZERO -> Vectors.map(entry -> 0, target);
        };
    }

    /// (−x₂, x₁, −x₄, x₃, …): orthogonal to x without rounding; the last entry is 0 if k is odd.
    private static double[] orthogonal(double[] x) {
        double[] result = new double[x.length];
        for (int j = 0; j + 1 < x.length; j += 2) {
            result[j] = -x[j + 1];
            result[j + 1] = x[j];
        }
        return result;
    }

    private static DoubleUnaryOperator scale(int exponent) {
        return entry -> Math.scalb(entry, exponent);
    }

    private static int below(int bound, long seed, long index, int tag) {
        return (int) (Philox.uniform(Philox.at(seed, DOMAIN, index, tag).low()) * bound);
    }

    /// The first kind with probability 1/(1 + (n−1)/weight), every other one weight times less often than it.
    private static <T> T pick(T[] kinds, int weight, long seed, long index, int tag) {
        int ticket = below(weight + kinds.length - 1, seed, index, tag);
        return ticket < weight ? kinds[0] : kinds[ticket - weight + 1];
    }
}
