package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import lemmata.claim.OutputSpace;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;
import lemmata.smoothing.SmoothedKernel;

/// What the stem SmoothedEquilibrium claims about the size of the noise, as checks of any implementation: ρ_esc, −w*,
/// large noise.
public final class EscapeChecks {

    /// The escape noise of a target.
    @FunctionalInterface
    public interface Escape {
        /// ρ_esc, with a bound of its error.
        Bounded of(Target target, int p, Reading.Output reading);
    }

    /// The rate at which the mean step leaves −w*.
    @FunctionalInterface
    public interface EscapeRate {
        /// Its value at aᵀa* = d, with a bound of its error.
        Bounded of(BallNoise noise, Reading.Filter reading, double d);
    }

    private static final Angle OPPOSITE = NoiseDraw.fromOpposite(0);

    private EscapeChecks() {}

    /// SmoothedEquilibrium/S3, S6: at φ = π a_∞ᵀa* is not positive at ρ_esc less its error, not negative at ρ_esc plus
    /// it, negative at a drawn radius below and positive at one above, wherever the sign is certain; h(π)/m₁ rises
    /// between two drawn radii. The bound is worth having. p up to 10⁶.
    public static Check escape(Escape formula) {
        return draw -> {
            SmoothedCase drawn = new SmoothedCase(draw);
            // The search takes up to a hundred values of h: every twentieth case UNIT, every fourth RADIAL.
            Reading.Output reading = draw.uniform(200) < 0.05 ? Reading.Output.UNIT : Reading.Output.RADIAL;
            if (draw.p() == 1 || reading == Reading.Output.RADIAL && draw.uniform(201) > 0.25) {
                return OptionalDouble.empty();
            }
            Target target = drawn.target();
            int p = NoiseDraw.of(draw).p();
            if (draw.target() == Draw.Target.ZERO) {
                return Check.exactly(SmoothedCase.refuses(() -> formula.of(target, p, reading)));
            }
            Bounded escape = formula.of(target, p, reading);
            double low = escape.value() - escape.error();
            double high = escape.value() + escape.error();
            double share = draw.uniform(202) < 0.5 ? draw.uniform(203) : 1 - Functions.exp(-20 * draw.uniform(203));
            boolean holds = (low <= 0 || sign(target, p, reading, low * share) <= 0)
                    && sign(target, p, reading, high / Math.max(share, 1e-6) + 1e-6) >= 0;
            boolean atEnds = escape.value() == 0
                    || sign(target, p, reading, high) >= 0 && (low <= 0 || sign(target, p, reading, low) <= 0);
            double worth =
                    escape.value() == 0 ? 0 : escape.error() / (escape.value() * known(target, p, reading, escape));
            return OptionalDouble.of(
                    holds && atEnds ? Math.max(worth, rising(drawn, reading)) : Double.POSITIVE_INFINITY);
        };
    }

    /// What rounding, and the error of h, can do to log ρ_esc: h(π)/m₁ grows like ρ³ at least while it is small, and by
    /// about dlog ρ/2p where it is near its limit g₀ > 1. Sixteen times that, and 2⁻³⁶.
    private static double known(Target target, int p, Reading.Output reading, Bounded escape) {
        NoiseMoments moments = NoiseMoments.ofOutput(reading, new BallNoise(p, escape.value()), OPPOSITE);
        double error = 64 * RoundOff.U + moments.h().error() / moments.m1().value();
        return 0x1p-36 + 16 * error * (1 / Math.abs(level(target)) + 4.0 * p);
    }

    /// SmoothedEquilibrium/S4: at w = −w* the mean gradient in w is 0; at the angle ψ from there the mean step leaves
    /// −w* at the stated rate times ψ, with a remainder of |d|ψ²/2π · (1 + ψ), as |κ′| ≤ 1. The rate is dκ(π)/2π within
    /// its bound, and 0 without noise.
    public static Check opposite(EscapeRate rate) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            BallNoise noise = new SmoothedCase(draw).noise();
            Reading.Filter reading = new SmoothedCase(draw).filterReading();
            Teacher teacher = draw.teacher();
            double @OutputSpace [] a = draw.unitStudent().a();
            Student near = new Student(draw.fromOpposite(Functions.exp(-16 * draw.uniform(204)) / 4), a);
            Student at = new Student(Vectors.map(entry -> -entry, teacher.w()), a);
            Angle angle = Angle.between(near.w(), teacher.w());
            NoiseMoments there = kappa(reading, noise, angle);
            NoiseMoments here = kappa(reading, noise, OPPOSITE);
            double d = Vectors.dot(a, teacher.a()).doubleValue();
            double product = Vectors.length(a) * Vectors.length(teacher.a());
            double psi = angle.psi();
            double slope = -Vectors.dot(SmoothedGradient.filter(teacher, near, there), teacher.w())
                            .doubleValue()
                    / Functions.sin(psi)
                    / psi;
            Bounded stated = rate.of(noise, reading, d);
            double known = product
                    * (there.kappa().error()
                            + here.kappa().error()
                            + 64 * RoundOff.U * there.kappa().value());
            double remainder = Math.abs(d) / (2 * Math.PI) * psi * (1 + psi);
            double ratio = Check.over(Math.abs(slope - stated.value()), remainder + known);
            double exact = d * here.kappa().value() / (2 * Math.PI);
            double allowed = stated.error() + 8 * RoundOff.U * Math.abs(exact);
            double still = Vectors.length(SmoothedGradient.filter(teacher, at, here));
            boolean critical = still <= SmoothedGradient.filterError(teacher, at, here)
                    && (noise.rho() > 0 || stated.value() == 0);
            double worst = Math.max(ratio, Check.over(Math.abs(stated.value() - exact), allowed));
            return OptionalDouble.of(critical ? worst : Double.POSITIVE_INFINITY);
        };
    }

    /// SmoothedEquilibrium/S5: |ρ a_∞ᵀa* − limit| is at most (ρ/m₂)[(π + (k−1)/ρ)a₁²/(π−1+k) + (π + 1/ρ)a₂²/(π−1)]
    /// + 2 limit/ρ² for ρ ≥ 10, as |h − g₀ρp/(p+1)| ≤ π and 0 ≤ m₁ − ρp/(p+1) ≤ 1/ρ; reading RADIAL.
    public static Check largeNoise(ToDoubleBiFunction<Target, Integer> limit) {
        return draw -> {
            int p = NoiseDraw.of(draw).p();
            Target target = Target.of(draw.teacher());
            double rho = Functions.exp(2.31 + 16 * draw.uniform(205));
            BallNoise noise = new BallNoise(p, rho);
            NoiseMoments moments =
                    NoiseMoments.ofOutput(Reading.Output.RADIAL, noise, new SmoothedCase(draw).angle(206));
            Bounded alignment = SmoothedEquilibrium.alignment(target, moments);
            double first = target.along() * target.along();
            double second = target.across() * target.across();
            double stated = limit.applyAsDouble(target, p);
            double allowed = rho
                            / moments.m2().value()
                            * ((Math.PI + (target.k() - 1) / rho) * first / target.top()
                                    + (Math.PI + 1 / rho) * second / (Math.PI - 1))
                    + (2 / (rho * rho) + 64 * RoundOff.U) * Math.abs(stated)
                    + rho * alignment.error();
            return OptionalDouble.of(Check.over(Math.abs(rho * alignment.value() - stated), allowed));
        };
    }

    /// The limit of ρ a_∞ᵀa* for RADIAL: ((p+2)/(p+1)) [(k−1+g₀)a₁²/(π−1+k) + (g₀−1)a₂²/(π−1)].
    public static double largeNoiseLimit(Target target, int p) {
        double g = SmoothedKernel.isotropic(p).value();
        double along = (target.k() - 1 + g) * target.along() * target.along() / target.top();
        double across = (g - 1) * target.across() * target.across() / (Math.PI - 1);
        return (p + 2.0) / (p + 1.0) * (along + across);
    }

    /// The sign of a_∞ᵀa* at φ = π, 0 where it is not certain.
    private static double sign(Target target, int p, Reading.Output reading, double rho) {
        NoiseMoments moments = NoiseMoments.ofOutput(reading, new BallNoise(p, rho), OPPOSITE);
        Bounded value = SmoothedEquilibrium.alignment(target, moments);
        return Math.abs(value.value()) > value.error() ? Math.signum(value.value()) : 0;
    }

    /// 1 − (π−1)q/(π−1+k−q).
    private static double level(Target target) {
        return 1 - (Math.PI - 1) * target.q() / (target.top() - target.q());
    }

    /// How far h(π)/m₁ falls between two drawn radii, over the errors.
    private static double rising(SmoothedCase drawn, Reading.Output reading) {
        BallNoise first = drawn.noise(207);
        BallNoise second = drawn.noise(208);
        boolean ordered = first.rho() < second.rho();
        Bounded low = ratio(reading, ordered ? first : second);
        Bounded high = ratio(reading, ordered ? second : first);
        return Check.over(Math.max(low.value() - high.value(), 0), low.error() + high.error());
    }

    private static Bounded ratio(Reading.Output reading, BallNoise noise) {
        NoiseMoments moments = NoiseMoments.ofOutput(reading, noise, OPPOSITE);
        return moments.h().over(moments.m1());
    }

    private static NoiseMoments kappa(Reading.Filter reading, BallNoise noise, Angle angle) {
        Bounded none = Bounded.exact(0);
        return new NoiseMoments(none, none, none, NoiseMoments.kappa(reading, noise, angle));
    }
}
