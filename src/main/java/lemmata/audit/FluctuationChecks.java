package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.TanhSinh;
import lemmata.smoothing.Reading;
import lemmata.theorem.Fluctuation;
import lemmata.theorem.Fluctuation.Pole;
import lemmata.theorem.FluctuationGrowth;
import lemmata.theorem.FluctuationOptimum;
import lemmata.theorem.Problem;

/// Checks of theorem.Fluctuation that need no runs.
public final class FluctuationChecks {

    /// Relative rounding of the closed forms, twice.
    private static final double ROUNDING = 2 * Fluctuation.ULPS * RoundOff.U;

    private FluctuationChecks() {}

    /// A variance of a coordinate with an eigenvalue of M.
    @FunctionalInterface
    public interface Coordinate {
        /// Its value.
        double at(Fluctuation fluctuation, double eigenvalue);
    }

    /// A mean of cos φ.
    @FunctionalInterface
    public interface MeanCosine {
        /// For a length and a K.
        double at(int p, double concentration);
    }

    /// S1: E(1 − αr̃²)²v + α²E r̃⁴ρ_a²/(k+2) = v, with E r̃⁴ = 1 + 2E‖ξ‖² + 4E(wᵀξ)² + E‖ξ‖⁴ by its parts.
    public static Check standsStill(Coordinate variance) {
        return stable(at -> {
            double worst = 0;
            for (double eigenvalue : new double[] {at.problem().target().top(), Math.PI - 1}) {
                double alpha = at.eta() * eigenvalue / (2 * Math.PI);
                double[] moments = moments(at);
                double k = at.problem().target().k();
                double drawn = at.problem().rhoA() * at.problem().rhoA() / (k + 2);
                double v = variance.at(at, eigenvalue);
                double gain = alpha * alpha * moments[1] * (v + drawn);
                double loss = 2 * alpha * moments[0] * v;
                worst = Math.max(worst, Math.abs(gain - loss) / (ROUNDING * (gain + loss)));
            }
            return worst;
        });
    }

    /// S1: V_ε exceeds its leading order by a factor between 1 and 1/(1 − α₁m₄/2m₂), and is as much at η/1024 but for a
    /// thousandth of that.
    public static Check leads(ToDoubleFunction<Fluctuation> leading) {
        return stable(at -> {
            double[] moments = moments(at);
            double share = at.eta() * at.problem().target().top() / (4 * Math.PI) * moments[1] / moments[0];
            double ratio = at.fromOutputNoise() / leading.applyAsDouble(at);
            Fluctuation slow = new Fluctuation(at.problem(), at.reading(), at.eta() / 1024);
            double slowly = slow.fromOutputNoise() / leading.applyAsDouble(slow);
            boolean between = ratio >= 1 - ROUNDING && ratio <= (1 + ROUNDING) / (1 - share);
            boolean near = Math.abs(slowly - 1) <= share / 512 + ROUNDING;
            return between && near ? 0 : Double.POSITIVE_INFINITY;
        });
    }

    private static double[] moments(Fluctuation at) {
        if (at.reading() == Reading.Output.UNIT) {
            return new double[] {1, 1};
        }
        double p = at.problem().p();
        double square = at.problem().rhoW() * at.problem().rhoW();
        double norm = square * p / (p + 2);
        return new double[] {1 + norm, 1 + 2 * norm + 4 * square / (p + 2) + square * square * p / (p + 4)};
    }

    /// Drawn problems and step sizes at which variances are bounded.
    private static Check stable(ToDoubleFunction<Fluctuation> ratio) {
        return on((problem, draw) -> {
            Reading.Output reading = draw.uniform(3704) < 0.7 ? Reading.Output.RADIAL : Reading.Output.UNIT;
            Fluctuation one = new Fluctuation(problem, reading, 1);
            double[] moments = moments(one);
            double largest =
                    4 * Math.PI * moments[0] / (moments[1] * problem.target().top());
            Fluctuation at = new Fluctuation(problem, reading, largest * (0.01 + 0.9 * draw.uniform(3705)));
            return at.isStable() && problem.rhoA() > 0 ? ratio.applyAsDouble(at) : Double.NaN;
        });
    }

    /// S2: with q = 0 and ρ_w = 10⁵p, V_ξ is its limit to 10p/ρ_w at both poles, as the limit is free of the angle.
    public static Check largeNoise(ToDoubleFunction<Fluctuation> limit) {
        return few((problem, draw) -> {
            Target flat = new Target(
                    Math.max(2, problem.target().k()), 0, problem.target().norm());
            Problem loud = new Problem(flat, problem.p(), 1e5 * problem.p(), 0);
            double slow = 1e-6 / (loud.rhoW() * loud.rhoW() * flat.top());
            Fluctuation at = new Fluctuation(loud, Reading.Output.RADIAL, slow);
            double expected = limit.applyAsDouble(at);
            double worst = 0;
            for (Pole pole : Pole.values()) {
                worst = Math.max(worst, Math.abs(at.fromFilterNoise(pole) / expected - 1));
            }
            return worst / (10 * problem.p() / loud.rhoW());
        });
    }

    /// S3: at ρ_w = 10⁻³ and ηΛ = 10⁻⁴ the exact mean square of a is its leading order to ηΛ/4π and 16ρ_w².
    public static Check smallNoise(ToDoubleFunction<FluctuationOptimum> leading) {
        return few((problem, draw) -> {
            Target target = problem.target();
            Problem quiet = new Problem(target, problem.p(), 1e-3, 1e-3 * target.norm() * draw.uniform(3706));
            FluctuationOptimum at = new FluctuationOptimum(quiet, 1e-4 / target.top());
            double allowed = 1.01e-4 / (4 * Math.PI) + 16 * quiet.rhoW() * quiet.rhoW();
            return Math.abs(leading.applyAsDouble(at) / at.outputAtTarget() - 1) / allowed;
        });
    }

    /// S3, S6: E(c + l + Q)² over ε by its definition, in coordinates in which M and a* are simple: means of products
    /// of coordinates of a uniform point.
    public static Check filterSlope(ToDoubleFunction<FluctuationOptimum> slope) {
        return on((problem, draw) -> {
            FluctuationOptimum at = new FluctuationOptimum(problem, 1);
            double k = problem.target().k();
            double[] eigen = new double[problem.target().k()];
            double[] linear = new double[eigen.length];
            Arrays.fill(eigen, Math.PI - 1);
            eigen[0] = problem.target().top();
            linear[0] = (2 * Math.PI - 1 + k) * problem.target().along();
            if (eigen.length > 1) {
                linear[1] = (2 * Math.PI - 1) * problem.target().across();
            }
            double rho = problem.rhoA() * problem.rhoA();
            double second = rho / (k + 2);
            double fourth = rho * rho / ((k + 2) * (k + 4));
            double constant = Math.PI * problem.square();
            double sum = constant * constant;
            for (int i = 0; i < eigen.length; i++) {
                sum += 2 * constant * eigen[i] * second + linear[i] * linear[i] * second;
                for (int j = 0; j < eigen.length; j++) {
                    sum += eigen[i] * eigen[j] * fourth * (i == j ? 3 : 1);
                }
            }
            double coordinate = problem.rhoW() * problem.rhoW() / (problem.p() + 2.0);
            double expected = coordinate * sum / (4 * Math.PI * Math.PI);
            return Math.abs(slope.applyAsDouble(at) - expected) / (4 * ROUNDING * (k + 8) * expected);
        });
    }

    /// S4: under the printed prescriptions V_ε/d² is at least the bound, at both poles, for drawn constants.
    public static Check grows(Function<FluctuationGrowth, Double> slip) {
        return on((problem, draw) -> {
            Target target = problem.target();
            double p = problem.p();
            double noise = Functions.exp(4 * draw.uniform(3707) - 2);
            double scale = Functions.exp(6 * draw.uniform(3708) - 3);
            double logarithm = Functions.exp(4 * draw.uniform(3709) - 2);
            double kp = target.k() * p;
            double eta = scale / (kp * kp * kp * kp * p * p * Math.max(1, p * logarithm));
            Problem printed = new Problem(target, problem.p(), noise * target.k() * p * p, 1);
            Fluctuation at = new Fluctuation(printed, Reading.Output.RADIAL, eta);
            double constants = noise * noise * noise * noise * scale;
            FluctuationGrowth growth =
                    new FluctuationGrowth(target.k(), target.q(), problem.square(), logarithm, constants);
            double mean = Math.max(Math.abs(at.mean(Pole.TARGET)), Math.abs(at.mean(Pole.OPPOSITE)));
            return growth.least(p) * slip.apply(growth) / ((1 + ROUNDING) * at.leading() / (mean * mean));
        });
    }

    /// S4: at the length that is claimed for a multiple, and at a thousand times it, the bound is at least its square.
    public static Check lengthIsEnough(ToDoubleFunction<FluctuationGrowth> length) {
        return on((problem, draw) -> {
            FluctuationGrowth growth = new FluctuationGrowth(
                    problem.target().k(),
                    problem.target().q(),
                    problem.square(),
                    Functions.exp(4 * draw.uniform(3709) - 2),
                    Functions.exp(6 * draw.uniform(3708) - 3));
            double p = length.applyAsDouble(growth);
            double least = Math.min(growth.least(p), growth.least(1000 * p));
            return 100 * (1 - ROUNDING) / least;
        });
    }

    /// S7: the continued fraction against quadrature of the density.
    public static Check cosine(MeanCosine claimed) {
        return on((problem, draw) -> {
            double concentration = Functions.exp(8 * draw.uniform(3710) - 2);
            int p = problem.p();
            Bounded above = integral(p, concentration, true);
            Bounded below = integral(p, concentration, false);
            Bounded mean = above.over(below);
            double error = mean.error() + 0x1p-40;
            return Math.abs(claimed.at(p, concentration) - mean.value()) / error;
        });
    }

    private static Bounded integral(int p, double concentration, boolean withCosine) {
        double widest = Math.min(Math.PI, 40 / Math.sqrt(concentration));
        return TanhSinh.FINE.integrate(
                (from, to) -> {
                    double cosine = Functions.cos(from);
                    double half = Functions.sin(from / 2);
                    double exponent = (p - 2) * Functions.log(Functions.sin(from)) - 2 * concentration * half * half;
                    double density = p == 2 ? Functions.exp(-2 * concentration * half * half) : Functions.exp(exponent);
                    return Bounded.within(64 + 4 * Math.abs(exponent), withCosine ? cosine * density : density);
                },
                0,
                widest);
    }

    @FunctionalInterface
    private interface Claim {
        double ratio(Problem problem, Draw draw);
    }

    /// One of eight: quadratures take time.
    private static Check few(Claim claim) {
        return on(claim).where(draw -> (draw.seed() & 7) == 0);
    }

    /// Drawn problems with p ≥ 2 and a* ≠ 0; NaN misses the hypothesis.
    private static Check on(Claim claim) {
        return draw -> {
            if (draw.p() < 2 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Target target = Target.of(draw.unscaled().teacher());
            double rhoW = Functions.exp(8 * draw.uniform(3701) - 4);
            double rhoA = draw.uniform(3702) < 0.1 ? 0 : Functions.exp(4 * draw.uniform(3703) - 2);
            double ratio = claim.ratio(new Problem(target, draw.p(), rhoW, rhoA), draw);
            return Double.isNaN(ratio) ? OptionalDouble.empty() : OptionalDouble.of(ratio);
        };
    }
}
