package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.LumpedBatch;
import lemmata.dynamics.LumpingError;
import lemmata.dynamics.MiniBatchGradient.Sums;
import lemmata.model.Perturbation;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.BallShadow;
import lemmata.rng.Words.Generator;

/// What dynamics.LumpedBatch claims without statistics, as a check of any lumped step; for its law see [LumpedLaws].
///
/// The frame is drawn first and the filter placed in it, so that w = ±w*, no noise, noise along w* and v alone and
/// noise that cancels s come up exactly. Shapes are folded to p ≤ 8 and k ≤ 12, batches have 1 … 4 inputs.
public final class BatchLumpingChecks {

    /// A lumped step with given noise, sums and normal numbers.
    @FunctionalInterface
    public interface Step {
        /// The student in the plane after it.
        Student at(LumpedBatch chain, Student student, BallShadow xi, Sums sums, double[] normals, double eta);
    }

    /// The lumped perturbed point.
    @FunctionalInterface
    public interface Perturbed {
        /// In the plane of w* and ṽ.
        Student of(Student student, BallShadow xi, double[] epsilon);
    }

    private BatchLumpingChecks() {}

    /// S1: the full step from given inputs and noise, lumped, is the lumped step from their lumped coordinates.
    public static Check coupled(Perturbed perturbed, Step step) {
        return draw -> {
            Plane plane = Plane.of(draw);
            Student after = plane.full();
            Student lumped = plane.lumped(perturbed, step);
            double c = Vectors.fusedDot(after.w(), plane.teacher.w());
            double s = Vectors.length(LumpingFrame.without(after.w(), plane.teacher.w()));
            double filter = Math.max(Math.abs(c - lumped.w()[0]), Math.abs(s - lumped.w()[1]));
            double output = Vectors.length(Vectors.map((x, y) -> x - y, after.a(), lumped.a()));
            return plane.inDoubt()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            Math.max(Check.over(filter, plane.filterBound()), Check.over(output, plane.outputBound())));
        };
    }

    /// A full step in coordinates: w = c w* + s v, ξ = ξ₁w* + ξ₂v + ζ with ζ along e; the rows of z are patches.
    private record Plane(
            Teacher teacher,
            double[] v,
            double[] e,
            double[] position,
            BallShadow shadow,
            double[] epsilon,
            double[] a,
            double[][][] z,
            double eta) {

        static Plane of(Draw draw) {
            int p = 1 + (draw.p() - 1) % 8;
            int k = 1 + (draw.k() - 1) % 12;
            Draw near = new Draw(p, k, draw.filter(), draw.target(), draw.weights(), 0, 0, draw.seed());
            Teacher teacher = near.teacher();
            double[] v = LumpingFrame.unit(near, 311, near.gaussians(312, p), teacher.w());
            double[] e = LumpingFrame.unit(near, 313, near.gaussians(314, p), teacher.w(), v);
            double turn = Math.PI * near.uniform(315);
            double[] position = p == 1
                    ? new double[] {near.uniform(315) < 0.5 ? -1 : 1, 0}
                    : switch (draw.filter()) {
                        case SAME -> new double[] {1, 0};
                        case OPPOSITE -> new double[] {-1, 0};
                        default -> new double[] {Functions.cos(turn), Functions.sin(turn)};
                    };
            double[][][] z = new double[1 + (int) (4 * near.uniform(316))][k][];
            for (int n = 0; n < z.length; n++) {
                for (int j = 0; j < k; j++) {
                    z[n][j] = near.gaussians(1000 + n * k + j, p);
                }
            }
            return new Plane(
                    teacher,
                    v,
                    e,
                    position,
                    noise(near, p, position[1]),
                    Vectors.map(entry -> near.uniform(317) < 0.3 ? 0 : entry, near.gaussians(318, k)),
                    near.unitStudent().a(),
                    z,
                    Functions.exp(6 * near.uniform(319) - 5) / (1 + k));
        }

        /// None, along w* alone, in the plane of w* and v, opposite to s v, or anything.
        private static BallShadow noise(Draw draw, int p, double s) {
            double kind = draw.uniform(320);
            double[] g = draw.gaussians(321, 3);
            double second = p == 1 || kind < 0.4 ? 0 : kind < 0.5 ? -s : g[1];
            double rest = p < 3 || kind < 0.6 ? 0 : g[2] * g[2];
            return new BallShadow(kind < 0.3 ? 0 : g[0], second, 0, rest);
        }

        Student student() {
            return new Student(Spaces.filter("w", combined(position[0], position[1], 0)), Spaces.output("a", a));
        }

        Student perturbed() {
            double[] xi = combined(shadow.first(), shadow.second(), Math.sqrt(shadow.rest()));
            return Perturbation.of(student(), xi, epsilon);
        }

        Student full() {
            return Algorithm.descend(student(), sums(perturbed(), teacher, z).slope(), eta);
        }

        Student lumped(Perturbed perturbed, Step step) {
            Student at = new Student(Spaces.filter("w", position), Spaces.output("a", a));
            Student tilde = perturbed.of(at, shadow, epsilon);
            double plane = position[1] + shadow.second();
            double beyond = Math.sqrt(shadow.rest());
            double sine = Math.sqrt(plane * plane + shadow.rest());
            double cosChi = sine == 0 ? 1 : plane / sine;
            double sinChi = sine == 0 ? 0 : beyond / sine;
            double[] turned = Vectors.map((x, y) -> cosChi * x + sinChi * y, v, e);
            double[] side = Vectors.map((x, y) -> cosChi * y - sinChi * x, v, e);
            double[][][] pairs = new double[z.length][a.length][];
            for (int n = 0; n < z.length; n++) {
                for (int j = 0; j < a.length; j++) {
                    double[] patch = z[n][j];
                    pairs[n][j] = new double[] {Vectors.fusedDot(patch, teacher.w()), Vectors.fusedDot(patch, turned)};
                }
            }
            Sums sums = sums(tilde, LumpedBatch.plane(teacher.a()), pairs);
            LumpedBatch chain = new LumpedBatch(teacher.p(), teacher.a(), z.length, Generator.PHILOX, 0);
            return step.at(chain, at, shadow, sums, normals(turned, side, Math.sqrt(sums.spread())), eta);
        }

        /// The coordinates of the rest of ∇_w over E: along `side`, then its other part in one of them.
        private double[] normals(double[] turned, double[] side, double spread) {
            double[] normals = new double[Math.max(teacher.p() - 2, 0)];
            double[] rest = sums(perturbed(), teacher, z).slope().w();
            double[] beyond = LumpingFrame.without(LumpingFrame.without(rest, teacher.w()), turned);
            if (normals.length > 0 && spread > 0) {
                normals[0] = Vectors.fusedDot(side, beyond) / spread;
            }
            if (normals.length > 1 && spread > 0) {
                normals[normals.length - 1] = Vectors.length(LumpingFrame.without(beyond, side)) / spread;
            }
            return normals;
        }

        private double[] combined(double first, double second, double third) {
            double[] x = Vectors.map((star, side) -> first * star + second * side, teacher.w(), v);
            return Spaces.filterDisplacement("x", Vectors.map((entry, side) -> entry + third * side, x, e));
        }

        private double unit() {
            return LumpingError.unit(teacher.p(), teacher.k() * (z.length + 1));
        }

        /// R = 1 + ‖ξ‖.
        private double reach() {
            return 1 + Math.abs(shadow.first()) + Math.abs(shadow.second()) + Math.sqrt(shadow.rest());
        }

        private boolean inDoubt() {
            Student tilde = perturbed();
            return Arrays.stream(z)
                    .flatMap(Arrays::stream)
                    .anyMatch(patch ->
                            Math.abs(Vectors.fusedDot(patch, tilde.w())) <= unit() * reach() * Vectors.length(patch));
        }

        /// 16e(1 + ηW), W the mean of S Σⱼ |ãⱼ|‖zⱼ‖, S = Σⱼ (|ãⱼ|R + |a*ⱼ|)‖zⱼ‖.
        double filterBound() {
            return 16 * unit() * (1 + eta * mean(0));
        }

        /// 16e(‖a‖ + ‖ε‖ + ηA), A the mean of S R Σⱼ ‖zⱼ‖.
        double outputBound() {
            return 16 * unit() * (Vectors.length(a) + Vectors.length(epsilon) + eta * mean(1) * reach());
        }

        private double mean(int power) {
            double mean = 0;
            for (double[][] input : z) {
                double residual = 0;
                double sum = 0;
                for (int j = 0; j < a.length; j++) {
                    double weight = Math.abs(a[j]) + Math.abs(epsilon[j]);
                    double length = Vectors.length(input[j]);
                    residual += (weight * reach() + Math.abs(teacher.a()[j])) * length;
                    sum += (power == 0 ? weight : 1) * length;
                }
                mean += residual * sum / z.length;
            }
            return mean;
        }
    }

    /// The gradient of a mini-batch of given inputs with its spread, written from the definition.
    private static Sums sums(Student student, Teacher teacher, double[][][] z) {
        double[] w = new double[student.p()];
        double[] a = new double[student.k()];
        double spread = 0;
        for (double[][] input : z) {
            double residual = 0;
            for (int j = 0; j < a.length; j++) {
                residual += student.a()[j] * Math.max(Vectors.fusedDot(input[j], student.w()), 0)
                        - teacher.a()[j] * Math.max(Vectors.fusedDot(input[j], teacher.w()), 0);
            }
            for (int j = 0; j < a.length; j++) {
                double inner = Vectors.fusedDot(input[j], student.w());
                a[j] += residual * Math.max(inner, 0) / z.length;
                double factor = inner > 0 ? residual * student.a()[j] / z.length : 0;
                spread += factor * factor;
                for (int i = 0; i < w.length; i++) {
                    w[i] += factor * input[j][i];
                }
            }
        }
        return new Sums(new Slope(Spaces.filterDisplacement("w", w), Spaces.output("a", a)), spread);
    }
}
