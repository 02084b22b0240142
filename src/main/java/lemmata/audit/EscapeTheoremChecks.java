package lemmata.audit;

import static lemmata.audit.EscapeTheoremOracle.of;
import static lemmata.audit.EscapeTheoremOracle.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.smoothing.Drift;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Beginning;
import lemmata.theorem.Entry;
import lemmata.theorem.Escape;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Problem;
import org.apache.commons.math3.special.Beta;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What theorem.Escape claims of its numbers, as checks of any implementation.
public final class EscapeTheoremChecks {

    /// The conditions for a step size.
    @FunctionalInterface
    public interface Conditions {
        /// Those of a theorem at η.
        List<Hypothesis> at(Escape theorem, double eta);
    }

    /// Starts but for a share.
    @FunctionalInterface
    public interface Starts {
        /// All of the poster's starts but for a share δ.
        Beginning of(Target target, int p, double delta);
    }

    /// What a step of the filter is said to keep: after S ≥ 3/2, ℓ ≥ b; below, Δℓ ≥ −2ηGᵀw*/sin²φ − Cη²Γ²/ζ; both for
    /// ηΓ ≤ s min{1, 8√ζ}.
    ///
    /// @param high b
    /// @param stride s
    /// @param bend C
    public record StepBounds(double high, double stride, double bend) {
        /// Those of the proof.
        public static final StepBounds PROVED = new StepBounds(Escape.HIGH, Escape.STRIDE, 3.37);
    }

    /// Relative error of a side, by derivation.
    private static final double ERROR = 0x1p-34;

    private static final double TINY = 0x1p-36;

    /// 80 digits tell 1 − ηλ₂ from 1 well from here on.
    private static final double TELLS = 1e-40;

    private EscapeTheoremChecks() {}

    /// S1, S6: each side of each condition is that of 80 digits within 2⁻³⁴ relative and 2⁻²⁰⁰, and what is met is met
    /// exactly.
    /// d₋ > 0 is met exactly where it is, η ≤ ½ too. Cases with ζ < 2⁻⁹⁰⁰ or η < 10⁻⁴⁰ miss the hypothesis.
    public static Check conditions(Conditions conditions) {
        return draw -> {
            if (!EscapeTheoremCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            EscapeTheoremCase drawn = EscapeTheoremCase.of(draw);
            double eta = drawn.eta();
            EscapeTheoremOracle oracle = drawn.oracle();
            if (oracle.floor().compareTo(of(0x1p-900)) < 0 || eta < TELLS) {
                return OptionalDouble.empty();
            }
            List<Hypothesis> computed = conditions.at(drawn.theorem(), eta);
            List<EscapeTheoremOracle.Sides> exact = oracle.conditions(of(eta));
            boolean signs = computed.size() == 3 + exact.size()
                    && computed.get(0).met() == oracle.least.signum() > 0
                    && computed.get(1).met()
                    && computed.get(2).met() == eta <= 0.5;
            double worst = signs ? 0 : Double.POSITIVE_INFINITY;
            for (int i = 0; signs && i < exact.size(); i++) {
                worst = Math.max(worst, worse(computed.get(3 + i), exact.get(i)));
            }
            return OptionalDouble.of(worst);
        };
    }

    private static double worse(Hypothesis computed, EscapeTheoremOracle.Sides exact) {
        boolean wrong = computed.met() && exact.value().compareTo(exact.limit()) > 0;
        double value = off(computed.value(), exact.value());
        double limit = off(computed.limit(), exact.limit());
        return wrong ? Double.POSITIVE_INFINITY : Math.max(value, limit);
    }

    private static double off(double computed, Apfloat exact) {
        double bound = ERROR * Math.abs(exact.doubleValue()) + 0x1p-200;
        return Double.isInfinite(computed) ? 0 : Oracle.ratio(computed, exact, bound);
    }

    /// S1: with θ and the exit bound at the largest step, P_exit + 2 · N(N+3)/2 · e^(−0.48θ) ≤ δ in 80 digits; 0.48
    /// is what b is above log cot²(5π/24).
    public static Check failure(ToDoubleBiFunction<Escape, Double> exponent, double high, double gap) {
        Apfloat right = Oracle.pi().multiply(ratio(5, 24));
        Apfloat cotangent = HighPrecision.cos(right).divide(HighPrecision.sin(right));
        Apfloat end = EscapeTheoremOracle.log(cotangent.multiply(cotangent));
        return draw -> {
            if (!EscapeTheoremCase.applies(draw) || EscapeTheoremCase.of(draw).largest() == 0) {
                return OptionalDouble.empty();
            }
            EscapeTheoremCase drawn = EscapeTheoremCase.of(draw);
            double eta = drawn.largest();
            Apfloat n = of(1).divide(of(eta).multiply(of(eta)));
            Apfloat theta = of(exponent.applyAsDouble(drawn.theorem(), eta));
            Apfloat tail = EscapeTheoremOracle.exp(theta.multiply(of(gap)).negate());
            Apfloat turned = n.multiply(n.add(of(3))).multiply(tail);
            Apfloat left = drawn.oracle().exit(of(eta));
            double all = left.add(turned).doubleValue() / drawn.delta();
            boolean apart = of(high).subtract(of(gap)).compareTo(end) >= 0;
            return OptionalDouble.of(apart ? all : Double.POSITIVE_INFINITY);
        };
    }

    /// S1: at t = T₁, with r_i = η(μ − E₀qⁱ) and q = 1 − ηλ₂: d₋/2 − E₀qᵗ ≥ m_a, d₊ + d₋/2 + F₀qᵗ ≤ M_a, min{b, ℓ₀} +
    /// Σ_{i<t} r_i ≥ b, and Σ_{0<i<t} r_i ≥ 0, the least of the sums from s on.
    public static Check burnIn(ToDoubleBiFunction<Escape, Double> burnIn) {
        return draw -> {
            if (!EscapeTheoremCase.applies(draw) || EscapeTheoremCase.of(draw).largest() == 0) {
                return OptionalDouble.empty();
            }
            EscapeTheoremCase drawn = EscapeTheoremCase.of(draw);
            double eta = drawn.largest() * draw.uniform(615);
            EscapeTheoremOracle oracle = drawn.oracle();
            Escape theorem = drawn.theorem();
            Apfloat t = of(Math.max(0, burnIn.applyAsDouble(theorem, eta)));
            Apfloat rate = of(eta).multiply(oracle.lambdaAcross());
            if (rate.doubleValue() < TELLS) {
                return OptionalDouble.empty();
            }
            Apfloat q = of(1).subtract(rate);
            Apfloat decay = q.signum() == 0 ? of(0) : ApfloatMath.pow(q, t);
            Apfloat mean = of(eta).multiply(oracle.drift());
            Apfloat adverse = oracle.lacking.divide(oracle.lambdaAcross());
            Apfloat whole = mean.multiply(t).subtract(adverse.multiply(of(1).subtract(decay)));
            Apfloat rest = mean.multiply(t.subtract(of(1))).subtract(adverse.multiply(q.subtract(decay)));
            Apfloat half = oracle.least.divide(of(2));
            Apfloat above = half.add(oracle.exceeding.multiply(decay)).add(greatest(drawn));
            boolean settled = half.subtract(oracle.lacking.multiply(decay)).compareTo(of(theorem.lower())) >= 0
                    && above.doubleValue() <= theorem.upper() * (1 + TINY);
            Apfloat short1 = of(Escape.HIGH).subtract(oracle.begin()).subtract(whole);
            Apfloat short2 = rest.add(mean).negate();
            double allowed = TINY * (1 + adverse.doubleValue());
            double worst = Math.max(
                    Check.over(Math.max(0, short1.doubleValue()), allowed),
                    Check.over(Math.max(0, short2.doubleValue()), allowed));
            return OptionalDouble.of(settled ? worst : Double.POSITIVE_INFINITY);
        };
    }

    private static Apfloat greatest(EscapeTheoremCase drawn) {
        NoiseMoments straight =
                NoiseMoments.ofOutput(Reading.Output.RADIAL, drawn.problem().noise(), NoiseDraw.at(0));
        return of(SmoothedEquilibrium.alignment(drawn.problem().target(), straight)
                .value());
    }

    /// S2: (d₋/2)κ(φ)/2π ≥ μ at a drawn angle, with equality at π; and κ ≤ π.
    public static Check drift(ToDoubleFunction<Escape> drift) {
        return draw -> {
            if (!EscapeTheoremCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            EscapeTheoremCase drawn = EscapeTheoremCase.of(draw);
            double mu = drift.applyAsDouble(drawn.theorem());
            double least = 4 * drawn.theorem().lower() / (4 * Math.PI);
            double any = Drift.network(drawn.problem().noise(), new SmoothedCase(draw).angle(620))
                    .high();
            double lowest = Drift.network(drawn.problem().noise(), NoiseDraw.fromOpposite(0))
                    .value();
            boolean holds = mu <= least * any * (1 + TINY) && any <= Math.PI * (1 + TINY);
            double tight = Math.abs(mu / (least * lowest) - 1) / TINY;
            return OptionalDouble.of(holds ? tight : Double.POSITIVE_INFINITY);
        };
    }

    /// S2: a step with any tangent vector G, the longest that is allowed included, keeps what the bounds say. The
    /// angles of w and w* and of G and w* are drawn, next to the ends too.
    public static Check step(StepBounds bounds) {
        return draw -> {
            boolean near = draw.uniform(621) < 0.3;
            double zeta = 0.75 * Functions.exp(-12 * draw.uniform(622));
            double least = near ? 1.5 : zeta;
            double most = near ? 2 : 1.5;
            double share = draw.uniform(623);
            boolean corner = draw.uniform(624) < 0.3;
            double sum = corner ? least : least * Functions.exp(share * Functions.log(most / least));
            double slope = bounds.stride * Math.min(1, 8 * Math.sqrt(zeta));
            double length = corner || draw.uniform(625) < 0.4 ? slope : slope * draw.uniform(626);
            double turn = corner || draw.uniform(627) < 0.4 ? Math.signum(share - 0.5) : 2 * draw.uniform(628) - 1;
            double sine = Math.sqrt(sum * (2 - sum));
            double along = -length * turn * sine;
            double root = Math.sqrt(1 + length * length);
            double after = (sum - 1 + along) / root;
            double odds = Functions.log((1 + after) / (1 - after));
            double floor = near
                    ? bounds.high
                    : Functions.log(sum / (2 - sum)) + 2 * along / (sine * sine) - bounds.bend * slope * slope / zeta;
            return OptionalDouble.of(odds >= floor - TINY ? 0 : Double.POSITIVE_INFINITY);
        };
    }

    /// S3: the step found is positive where d₋ and ζ are, all is met there and at every smaller one that is drawn, and
    /// something is not a 10⁻⁹ above it, unless it is ½. T₁ ∝ 1/η, so T₁ ≤ N for small η.
    public static Check largest(ToDoubleFunction<Escape> largest, Conditions conditions) {
        return draw -> {
            if (!EscapeTheoremCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            EscapeTheoremCase drawn = EscapeTheoremCase.of(draw);
            Escape theorem = drawn.theorem();
            double eta = largest.applyAsDouble(theorem);
            boolean exists = theorem.lower() > 0 && theorem.floor() > 0x1p-200;
            if (!exists && eta == 0) {
                return OptionalDouble.empty();
            }
            double smaller = eta * Functions.exp(-20 * draw.uniform(630));
            double tiny = Math.min(eta, 0.5 / (eta * theorem.burnIn(eta)));
            double useful = theorem.largestPromising();
            boolean edge = useful > 0
                    && useful <= eta
                    && !theorem.at(useful).promise().isVacuous()
                    && (useful >= eta * (1 - 1e-9)
                            || theorem.at(useful * (1 + 1e-9)).promise().isVacuous());
            boolean holds = eta > 0
                    && met(conditions.at(theorem, eta))
                    && met(conditions.at(theorem, smaller))
                    && (eta == 0.5 || !met(conditions.at(theorem, eta * (1 + 1e-9))))
                    && edge
                    && !theorem.at(tiny).promise().isVacuous();
            return Check.exactly(holds);
        };
    }

    private static boolean met(List<Hypothesis> conditions) {
        return conditions.stream().allMatch(Hypothesis::met);
    }

    /// S4: the adverse part at the end is (|a₁|U₁ − c₁(π)a₁²)₊ + (a₂U₂ − c₂(π)a₂²)₊ + μ, at most (−c₂(π)a₂²)₊ + ⅝d₋;
    /// the bounds on the run are those of its path; at a thousand times the noise the adverse part is a hundredth of
    /// ‖a*‖² at most.
    public static Check end(Function<Escape, Entry> end) {
        return draw -> {
            if (!EscapeTheoremCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            EscapeTheoremCase drawn = EscapeTheoremCase.of(draw);
            double adverse = end.apply(drawn.theorem()).adverse();
            Problem problem = drawn.problem();
            double needed = against(problem, 2 * drawn.theorem().lower())
                    + drawn.theorem().drift();
            double most = against(problem, 0) + 2.5 * drawn.theorem().lower();
            double room = TINY * problem.square();
            double far = 1000 * (1 + problem.rhoW());
            Problem noisy = new Problem(problem.target(), problem.p(), far, problem.rhoA());
            double later =
                    end.apply(new Escape(noisy, drawn.start(), drawn.delta())).adverse();
            boolean holds = Math.abs(adverse - needed) <= room + needed * TINY * 128
                    && adverse <= most + room
                    && later <= problem.square() / 100;
            return Check.exactly(holds && contains(drawn, end.apply(drawn.theorem())));
        };
    }

    /// What both parts may point against a* at −w*, where the noise takes `noise` off them.
    private static double against(Problem problem, double noise) {
        NoiseMoments opposite =
                NoiseMoments.ofOutput(Reading.Output.RADIAL, problem.noise(), NoiseDraw.fromOpposite(0));
        Target target = problem.target();
        double first = target.along() * target.along();
        double second = target.across() * target.across();
        double x = SmoothedEquilibrium.shareAlong(target.k(), opposite).value() * first;
        double y = SmoothedEquilibrium.shareAcross(opposite).value() * second;
        double along = Math.sqrt(first * (Math.PI - 1 + target.k()));
        double across = Math.sqrt(second * (Math.PI - 1));
        double part = noise / (along + across);
        return Math.max(0, along * part - x) + Math.max(0, across * part - y);
    }

    /// Whether start and rest points, at π and at 0, lie within the bounds of the run.
    private static boolean contains(EscapeTheoremCase drawn, Entry entry) {
        Target target = drawn.problem().target();
        boolean inside = entry.reach().x() > drawn.start().reach().x()
                && entry.reach().y() > drawn.start().reach().y()
                && entry.reach().z()
                        >= Math.max(drawn.start().reach().z(), drawn.problem().rhoA());
        for (Angle angle : List.of(NoiseDraw.at(0), NoiseDraw.fromOpposite(0))) {
            NoiseMoments moments =
                    NoiseMoments.ofOutput(Reading.Output.RADIAL, drawn.problem().noise(), angle);
            double x = SmoothedEquilibrium.shareAlong(target.k(), moments).value() * target.along();
            double y = SmoothedEquilibrium.shareAcross(moments).value() * target.across();
            inside &= Math.abs(x) < entry.reach().x()
                    && Math.abs(y) < entry.reach().y();
        }
        return inside;
    }

    /// S5: a filter is as near to −w* as the bound with probability δ at most, and at least δ(1 − 10⁻⁶) where doubles
    /// tell; output weights are bounded by |1ᵀa*|/√k in each coordinate.
    public static Check random(Starts starts) {
        return draw -> {
            if (!EscapeTheoremCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            EscapeTheoremCase drawn = EscapeTheoremCase.of(draw);
            int p = drawn.problem().p();
            double delta = Functions.exp((p == 2 ? -60 : -9) * draw.uniform(631)) / 2;
            Target target = drawn.problem().target();
            Beginning start = starts.of(target, p, delta);
            double radius = Math.abs(target.along());
            boolean bounded = start.reach().x() >= radius
                    && start.reach().y() >= (target.k() == 1 ? 0 : radius)
                    && start.reach().z() >= (target.k() == 1 ? 0 : radius)
                    && start.along().high() >= radius * radius
                    && start.along().low() <= -radius * radius
                    && start.across().high() >= radius * target.across()
                    && start.across().low() <= -radius * target.across();
            double odds = Functions.exp(start.cotangent());
            // (1−c²) for c = (odds−1)/(odds+1), the square of the sine.
            double square = 4 * odds / ((1 + odds) * (1 + odds));
            double near = Beta.regularizedBeta(square, (p - 1) / 2.0, 0.5) / 2;
            boolean rare = near <= delta * (1 + 1e-10) && near >= delta * (1 - 1e-6);
            return Check.exactly(bounded && rare);
        };
    }

    /// A list with one side changed.
    public static Conditions changed(int index, UnaryOperator<Hypothesis> change) {
        return (theorem, eta) -> {
            List<Hypothesis> all = new ArrayList<>(theorem.hypotheses(eta));
            all.set(index, change.apply(all.get(index)));
            return all;
        };
    }
}
