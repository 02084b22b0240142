package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Stage;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.OutputPath;
import lemmata.theorem.Problem;
import lemmata.theorem.Reach;
import org.apfloat.Apfloat;

/// What theorem.OutputPath claims of the noise in one step of the output weights, as checks of any implementation.
public final class OutputNoiseChecks {

    /// A bound on the noise of a coordinate.
    @FunctionalInterface
    public interface Bound {
        /// Where the coordinate is at most `reach` in size.
        double at(OutputPath path, double reach);
    }

    /// A formula in 250 digits.
    @FunctionalInterface
    public interface Exact {
        /// Where the coordinate is at most `reach` in size.
        Apfloat at(OutputFormula problem, double reach);
    }

    private static final double LARGEST = 1e4;
    private static final int STEPS = 8;

    private OutputNoiseChecks() {}

    /// S4: the variance of a step's noise in x or y at a drawn point, by quadrature, is at most the bound; of noise on
    /// a alone, and of r̃² alone, it is the bound. Radii up to 10⁴.
    public static Check variance(Bound bound, boolean along) {
        return draw -> {
            if (!OutputCase.applies(draw) || new OutputCase(draw).problem().rhoW() > LARGEST) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            Problem problem = drawn.problem();
            Target target = problem.target();
            Angle angle = drawn.widest();
            double star = along ? target.along() : target.across();
            double now = drawn.start(along ? 620 : 622, star);
            double rate = (along ? target.top() : Math.PI - 1) / (2 * Math.PI);
            double patches = along ? target.k() : 0;
            DoubleBinaryOperator step =
                    (r, kernel) -> rate * r * r * now - (patches * r + kernel) * star / (2 * Math.PI);
            Bounded spread = new OutputSpread(problem, angle.phi())
                    .square(step, mean(problem, angle, step, rate * now, star, patches));
            Bounded filter = spread.widened(rounding(spread, rate * now, (patches + Math.PI) * star, problem.rhoW()));
            double output = rate * rate * problem.m4() * problem.rhoA() * problem.rhoA() / (target.k() + 2);
            double stated = bound.at(new OutputPath(problem, angle), Math.abs(now));
            double seen = Math.max(0, filter.value() - filter.error()) + output;
            double sharp = star == 0 || problem.rhoW() == 0
                    ? Math.abs(stated - seen) / (1e-9 * seen + 2 * filter.error() + RoundOff.UNDERFLOW)
                    : 0;
            return OptionalDouble.of(Math.max(sharp, Check.over(seen, stated * (1 + 1e-12) + RoundOff.UNDERFLOW)));
        };
    }

    /// What rounding of a step and of its mean, 64u of its terms, does to the mean square: all of it without noise.
    private static double rounding(Bounded spread, double square, double kernel, double rho) {
        double size = (1 + rho) * (1 + rho) * Math.abs(square) + (1 + rho) * Math.abs(kernel) / (2 * Math.PI);
        double off = 64 * RoundOff.U * size;
        return off * (2 * Math.sqrt(spread.value()) + off);
    }

    /// The mean of a step by the moments: that of rate·now·r̃² is the first times m₂.
    private static double mean(
            Problem problem, Angle angle, DoubleBinaryOperator step, double square, double star, double patches) {
        NoiseMoments moments = NoiseMoments.ofOutput(Reading.Output.RADIAL, problem.noise(), angle);
        double kernel =
                Math.PI - 1 - moments.hDeficit().value() - moments.m1Excess().value();
        return square * moments.m2().value() - (patches * moments.m1().value() + kernel) * star / (2 * Math.PI);
    }

    /// S4: sd(r̃(g̃−1)) at a drawn angle, by quadrature, is at most S_g.
    public static Check spread(ToDoubleFunction<OutputPath> spread) {
        return draw -> {
            if (!OutputCase.applies(draw) || new OutputCase(draw).problem().rhoW() > LARGEST) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            Problem problem = drawn.problem();
            Angle angle = drawn.widest();
            DoubleBinaryOperator kernel = (r, g) -> g;
            Bounded square = new OutputSpread(problem, angle.phi())
                    .square(kernel, mean(problem, angle, kernel, 0, -2 * Math.PI, 0));
            double seen = Math.sqrt(Math.max(0, square.value() - square.error()));
            double known = 1e-12 * (1 + problem.rhoW());
            double stated = spread.applyAsDouble(new OutputPath(problem, angle));
            return OptionalDouble.of(Check.over(Math.max(0, seen - known), stated));
        };
    }

    /// S4: for ξ and ε drawn, and at the ends of their balls along the directions that matter, a step's gradient is
    /// within the range of its mean, both by the gradients of chapters loss and smoothing.
    public static Check range(Bound along, Bound across) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            OutputExtreme extreme = new OutputExtreme(new OutputCase(draw));
            double worst = 0;
            for (int i = 0; i < OutputExtreme.FILTERS; i++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    worst = Math.max(worst, extreme.ratio(i, sign, true, along));
                    worst = Math.max(worst, extreme.ratio(i, sign, false, across));
                }
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S5: from a drawn start the rest of a stays within the reach, for steps with η(π−1)(1+ρ)²/2π ≤ 1: of P-GD, and of
    /// z⁺ = (1−b)z − bε with ε against z.
    public static Check rest(BiFunction<OutputPath, Reach, Reach> reach) {
        return draw -> {
            if (!OutputCase.applies(draw) || new OutputCase(draw).problem().rhoW() > LARGEST) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            Problem problem = drawn.problem();
            double eta =
                    2 * Math.PI / ((Math.PI - 1) * (1 + problem.rhoW()) * (1 + problem.rhoW())) * draw.uniform(666);
            double start = Math.abs(drawn.start(624, 1));
            double most = reach.apply(new OutputPath(problem, drawn.widest()), new Reach(0, 0, start))
                            .z()
                    * (1 + 0x1p-44);
            LumpedChain chain =
                    new LumpedChain(problem.p(), problem.target(), Reading.POSTER, Generator.SPLITMIX, draw.seed());
            LumpedState state = new LumpedState(0.6, 0.8, 0, 0, start);
            double against = start;
            double worst = Check.over(start, most);
            for (int t = 0; t < STEPS; t++) {
                state = chain.step(state, new Stage(problem.rhoW(), problem.rhoA(), eta, STEPS), 0, t);
                double b = draw.uniform(670 + t);
                against = Math.abs((1 - b) * against - (t % 2 == 0 ? b : -b) * problem.rhoA());
                worst = Math.max(worst, Check.over(Math.max(draw.k() < 3 ? 0 : state.z(), against), most));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S6: a computed bound is within [OutputPath#ROUNDING] of its formula, for ρ, ρ_a and coordinates from 10⁻⁴⁵ to
    /// 10⁴⁵.
    public static Check accuracy(Bound value, Exact formula) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            Problem small = new OutputCase(draw).problem();
            double rhoA = small.rhoA() == 0 ? 0 : size(draw, 664);
            Problem problem = new Problem(small.target(), NoiseDraw.of(draw).p(), size(draw, 663), rhoA);
            double reach = size(draw, 665);
            Apfloat exact = formula.at(new OutputFormula(problem), reach);
            double computed = value.at(new OutputPath(problem, NoiseDraw.at(1)), reach);
            double size = Math.abs(ExactVectors.rounded(exact));
            return OptionalDouble.of(Oracle.ratio(computed, exact, OutputPath.ROUNDING * size + RoundOff.UNDERFLOW));
        };
    }

    /// Of order 1, or spread over 10⁻⁴⁵ … 10⁴⁵.
    private static double size(Draw draw, int tag) {
        double wide = draw.uniform(tag) < 0.5 ? 1 : 17;
        return Functions.exp(wide * 6 * (2 * draw.uniform(tag + 10) - 1));
    }
}
