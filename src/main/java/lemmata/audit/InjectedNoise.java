package lemmata.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Gradient;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.Stage;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.num.Functions;
import lemmata.num.SphereCoordinate;
import lemmata.num.Vectors;

/// The laws of the noise that P-GD injects, as its gradient sees it: the point at which the gradient is asked for less
/// the point where the step began.
///
/// Uniform are (‖ξ‖/ρ_w)^p and (‖ε‖/ρ_a)^k; a coordinate over the radius is that of the sphere of R^{p+2}, R^{k+2}. Two
/// of these that are independent have the larger one below t with probability t²: ξ and ε of a step, ξ or ε of two
/// steps, of two trials, and ξ of a step with ε of the next.
public final class InjectedNoise {

    /// δ, the false-alarm probability of one law.
    public static final double FALSE_ALARM = 1e-12;

    private static final int P = 6;
    private static final int K = 25;
    private static final Stage STAGE = new Stage(0.3, 3.2, 0.05, 1);

    /// More than the laws of rng.Ball are from the claimed ones, and subtractions of 1 + ξ₁ cost.
    private static final double SLACK = 0x1p-18;

    private static final DoubleUnaryOperator UNIFORM = t -> Math.clamp(t, 0, 1);
    private static final DoubleUnaryOperator LARGER = t -> UNIFORM.applyAsDouble(t) * UNIFORM.applyAsDouble(t);

    private InjectedNoise() {}

    /// The laws of n trials of two steps each.
    ///
    /// @param algorithm P-GD, or a mutant, with a given gradient
    public static List<LawTest> tests(Function<Gradient, Algorithm> algorithm, int n) {
        Map<String, DoubleUnaryOperator> laws = new LinkedHashMap<>();
        laws.put("norm of ξ", UNIFORM);
        laws.put("norm of ε", UNIFORM);
        laws.put("first of ξ", coordinate(P + 2));
        laws.put("last of ξ", coordinate(P + 2));
        laws.put("first of ε", coordinate(K + 2));
        laws.put("last of ε", coordinate(K + 2));
        for (String pair : List.of("ξ, ε", "ξ, next ξ", "ε, next ε", "ξ, next ε", "ξ, other ξ", "ε, other ε")) {
            laws.put(pair, LARGER);
        }
        return LawTest.of(laws, n, t -> numbers(algorithm, t, n), SLACK, FALSE_ALARM);
    }

    private static double[] numbers(Function<Gradient, Algorithm> algorithm, long trial, int n) {
        Noise now = Noise.at(algorithm, trial, 6);
        Noise next = Noise.at(algorithm, trial, 7);
        Noise other = Noise.at(algorithm, n + trial, 6);
        return new double[] {
            now.size(),
            now.otherSize(),
            now.xi[0],
            now.xi[P - 1],
            now.epsilon[0],
            now.epsilon[K - 1],
            Math.max(now.size(), now.otherSize()),
            Math.max(now.size(), next.size()),
            Math.max(now.otherSize(), next.otherSize()),
            Math.max(now.size(), next.otherSize()),
            Math.max(now.size(), other.size()),
            Math.max(now.otherSize(), other.otherSize())
        };
    }

    /// ξ/ρ_w and ε/ρ_a of a step.
    private record Noise(double[] xi, double[] epsilon) {

        static Noise at(Function<Gradient, Algorithm> algorithm, long trial, long step) {
            Student from =
                    new Student(Spaces.unit("w", new double[] {1, 0, 0, 0, 0, 0}), Spaces.output("a", new double[K]));
            Student[] seen = new Student[1];
            Gradient spy = (student, own, t) -> {
                seen[0] = student;
                return new Slope(new double[P], new double[K]);
            };
            algorithm.apply(spy).step(from, STAGE, trial, step);
            return new Noise(
                    Vectors.map((entry, base) -> (entry - base) / STAGE.rhoW(), seen[0].w(), from.w()),
                    Vectors.map(entry -> entry / STAGE.rhoA(), seen[0].a()));
        }

        double size() {
            return power(Vectors.length(xi), P);
        }

        double otherSize() {
            return power(Vectors.length(epsilon), K);
        }
    }

    private static double power(double x, int d) {
        return Functions.exp(d * Functions.log(x));
    }

    /// The distribution function of a coordinate on the sphere of R^n.
    private static DoubleUnaryOperator coordinate(int n) {
        return x -> 0.5
                + Math.copySign(
                        SphereCoordinate.inside(n, Math.min(Math.abs(x), 1), 0).value() / 2, x);
    }
}
