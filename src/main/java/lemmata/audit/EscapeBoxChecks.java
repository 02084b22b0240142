package lemmata.audit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.rng.BallShadow;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.PinnedEscape;
import lemmata.theorem.Region;

/// What theorem.EscapeBox claims from S2 on, as checks of any implementation; for S1 see [EscapeBoxDataChecks], for the
/// spread [EscapeBoxSpreadChecks], for runs [EscapeBoxRuns].
public final class EscapeBoxChecks {

    private static final Angle ZERO = Angle.ofRadians(Angle.radians(0));

    /// Relative width of the band about a threshold on both sides of which the signs must be right.
    private static final double BAND = 1e-6;

    /// Largest p and k of cells that need quadrature.
    static final int SMALL = 8;

    private EscapeBoxChecks() {}

    /// S2: on both sides of the threshold of C_w the sign of a_∞ᵀa* at −w* is certain, and the right one.
    public static Check threshold(ToDoubleBiFunction<EscapeBox, Reading.Output> code) {
        return draw -> {
            EscapeBox box = small(draw, 1);
            Reading.Output output = Reading.Output.values()[draw.uniform(703) < 0.5 ? 0 : 1];
            double found = code.applyAsDouble(box, output);
            if (SmoothedEquilibrium.level(box.at().target()).low() <= 0) {
                return Check.exactly(Math.abs(found) < BAND);
            }
            return Check.exactly(
                    alignment(box, output, found * (1 - BAND)) < 0 && alignment(box, output, found * (1 + BAND)) > 0);
        };
    }

    private static double alignment(EscapeBox box, Reading.Output output, double filterNoise) {
        double rho =
                filterNoise * box.at().target().k() * box.at().p() * box.at().p();
        NoiseMoments there =
                NoiseMoments.ofOutput(output, new BallNoise(box.at().p(), rho), ZERO.supplement());
        return SmoothedEquilibrium.alignment(box.at().target(), there).value();
    }

    /// S2: whether a_∞ᵀa* > 0 at −w* for certain.
    public static boolean letsGo(EscapeBox box, Reading.Output output) {
        return SmoothedEquilibrium.alignment(
                                box.at().target(),
                                NoiseMoments.ofOutput(output, box.at().problem().noise(), ZERO.supplement()))
                        .low()
                > 0;
    }

    /// S3: no a_∞ᵀa* is above the ceiling, at any angle, under RADIAL.
    public static Check ceiling(ToDoubleFunction<EscapeBox> code) {
        return draw -> {
            EscapeBox box = small(draw, 1);
            Angle angle = Angle.ofRadians(Angle.radians(draw.uniform(704) < 0.5 ? 0 : Math.PI * draw.uniform(705)));
            NoiseMoments there = NoiseMoments.ofOutput(
                    Reading.Output.RADIAL, new BallNoise(box.at().p(), box.at().rhoW()), angle);
            double most =
                    SmoothedEquilibrium.alignment(box.at().target(), there).low();
            return OptionalDouble.of(Check.over(Math.max(0, most), code.applyAsDouble(box)));
        };
    }

    /// S6: the mean flow from π/2 to 5π/12 with a settled takes as long as claimed at least, and not longer than with
    /// the least alignment and pull on the way, by Simpson's rule.
    public static Check needed(ToDoubleBiFunction<EscapeBox, Reading> code) {
        return draw -> {
            EscapeBox box = small(draw, 2);
            Reading reading = Reading.all().get((int) (6 * draw.uniform(709)));
            double claimed = code.applyAsDouble(box, reading);
            double sum = 0;
            double[] weights = {1, 4, 2, 4, 1};
            double from = Region.ANGLE;
            double way = Math.PI / 2 - from;
            double slowest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < weights.length; i++) {
                double phi = from + way * i / 4;
                double rate = rate(box, reading, Angle.ofRadians(Angle.radians(phi)));
                slowest = Math.min(slowest, rate);
                sum += weights[i] * way / 12 / (rate * Functions.sin(phi));
            }
            if (!(slowest > 0)) {
                return OptionalDouble.empty();
            }
            double taken = sum / box.at().eta();
            double most = claimed * rate(box, reading, ZERO, Region.ANGLE) / slowest;
            return OptionalDouble.of(Math.max(claimed / (taken * 1.001), taken / (most * 1.001)));
        };
    }

    private static double rate(EscapeBox box, Reading reading, Angle angle) {
        NoiseMoments there = NoiseMoments.of(reading, box.at().problem().noise(), angle);
        return SmoothedEquilibrium.alignment(box.at().target(), there).value()
                * there.kappa().value()
                / (2 * Math.PI);
    }

    private static double rate(EscapeBox box, Reading reading, Angle aligned, double turned) {
        double pull = NoiseMoments.kappa(
                        reading.w(), box.at().problem().noise(), Angle.ofRadians(Angle.radians(turned)))
                .value();
        NoiseMoments there =
                NoiseMoments.ofOutput(reading.a(), box.at().problem().noise(), aligned);
        return SmoothedEquilibrium.alignment(box.at().target(), there).value() * pull / (2 * Math.PI);
    }

    /// S5, S7: at the stated δ and at the stated ‖a*‖ T₁ is 1.
    public static Check instants(ToDoubleFunction<EscapeBox> instant, ToDoubleFunction<EscapeBox> smallNorm) {
        return draw -> {
            EscapeBox box = small(draw, 1);
            Configuration at = box.at();
            double delta = instant.applyAsDouble(box);
            double norm = smallNorm.applyAsDouble(box);
            Target shrunk = Target.of(at.target().k(), at.target().k() == 1 ? 1 : 0, norm);
            double first = new EscapeBox(
                            new Configuration(at.target(), at.p(), at.rhoW(), at.rhoA(), at.eta(), 1, delta),
                            box.scale())
                    .burnIn();
            double second = new EscapeBox(
                            new Configuration(shrunk, at.p(), at.rhoW(), at.rhoA(), at.eta(), 1, at.delta()),
                            box.scale())
                    .burnIn();
            double tiny = 8 * RoundOff.U / -Functions.log(delta) + 0x1p-44;
            return OptionalDouble.of(Math.max(Math.abs(first - 1) / tiny, Math.abs(second - 1) / 0x1p-44));
        };
    }

    /// S7: no first step from a₀ = 0 at q = 0 leads aᵀa* beyond the bound, and one of extreme noise leads there.
    public static Check firstAlignment(ToDoubleFunction<EscapeBox> code) {
        return draw -> {
            EscapeBox box = small(draw, 2);
            Configuration any = box.at();
            Target target = Target.of(any.target().k(), 0, any.target().norm());
            Configuration at =
                    new Configuration(target, any.p(), any.rhoW(), draw.uniform(732), any.eta(), 1, any.delta());
            double bound = code.applyAsDouble(new EscapeBox(at, box.scale()));
            double most = afterOne(at, at.rhoW(), -at.rhoA());
            double other = afterOne(at, at.rhoW() * (2 * draw.uniform(733) - 1), at.rhoA() * draw.uniform(734));
            double slip = Math.abs(most / bound - 1) / 0x1p-40;
            return OptionalDouble.of(Math.max(slip, Math.abs(other) / (bound * (1 + 0x1p-40))));
        };
    }

    /// aᵀa* after a step from w*, with ξ along w* and ε across 1.
    private static double afterOne(Configuration at, double filter, double output) {
        LumpedChain chain = new LumpedChain(at.p(), at.target(), Reading.POSTER, Generator.SPLITMIX, 1);
        LumpedState end = chain.step(
                new LumpedState(1, 0, 0, 0, 0),
                new BallShadow(filter, 0, 0, 0),
                new BallShadow(0, output, 0, 0),
                at.eta());
        return end.y() * at.target().across();
    }

    /// S8: the missing conditions are met exactly for p ≥ 2 and a* ≠ 0.
    public static Check missing(Function<EscapeBox, List<Hypothesis>> code) {
        return draw -> {
            EscapeBox box = box(draw);
            boolean met = code.apply(box).stream().allMatch(Hypothesis::met);
            return Check.exactly(met == (box.at().p() >= 2 && box.at().target().norm() > 0));
        };
    }

    /// S9, S10: at a drawn cell of the grid, and at step sizes down to 2⁻⁴⁰ of the largest, the repaired theorem gives
    /// what the box with these constants promises.
    public static Check pinned(Function<PinnedEscape.Cell, EscapeBox> box) {
        return draw -> {
            List<PinnedEscape.Cell> grid = PinnedEscape.grid();
            EscapeBox at = box.apply(grid.get((int) (grid.size() * draw.uniform(710))));
            double share = Math.scalb(1, -(int) (41 * draw.uniform(711)));
            return Check.exactly(at.applies()
                    && holds(at)
                    && holds(at.withStep(share * at.at().eta())));
        };
    }

    /// S11: with aᵀa* ≤ d₊ + ¾d₋ no a is nearer to a* than claimed, and what is claimed is worth having.
    ///
    /// The nearest is the multiple of a* with that alignment.
    public static Check distance(ToDoubleFunction<EscapeBox> code) {
        return draw -> {
            EscapeBox box = small(draw, 1);
            double norm = box.at().target().norm();
            double claimed = code.applyAsDouble(box);
            double least = norm * (1 - 2.5 / box.at().rhoW());
            return Check.exactly(claimed >= least && claimed <= nearest(box));
        };
    }

    /// ‖a*‖ − (d₊ + ¾(d₋)₊)/‖a*‖, from above.
    static double nearest(EscapeBox box) {
        double norm = box.at().target().norm();
        double toward = alignment(box, ZERO);
        double away = Math.max(0, alignment(box, ZERO.supplement()));
        return norm - (toward + 0.75 * away) / norm;
    }

    private static double alignment(EscapeBox box, Angle angle) {
        NoiseMoments there =
                NoiseMoments.ofOutput(Reading.Output.RADIAL, box.at().problem().noise(), angle);
        return SmoothedEquilibrium.alignment(box.at().target(), there).low();
    }

    /// Whether the repaired theorem gives what a box promises.
    public static boolean holds(EscapeBox box) {
        return PinnedEscape.conditions(box).stream().allMatch(Hypothesis::met);
    }

    /// Whether constants are on the safe side of the tightest ones, by less than a fifth.
    public static boolean isRounded(EscapeBox.Scale given, EscapeBox.Scale tight) {
        return within(given.eta(), tight.eta())
                && within(tight.burnIn(), given.burnIn())
                && within(given.least(), tight.least())
                && within(tight.greatest(), given.greatest());
    }

    private static boolean within(double less, double more) {
        return less <= more && more <= 1.2 * less;
    }

    /// A configuration with q = 0.
    public static Configuration flat(int p, int k, double norm, double rhoW, double rhoA, double eta, double delta) {
        return new Configuration(Target.of(k, 0, norm), p, rhoW, rhoA, eta, 1, delta);
    }

    /// Any box: p = 1, a* = 0, noise and steps that meet its conditions or do not.
    static EscapeBox box(Draw draw) {
        int k = draw.k();
        double share =
                draw.target() == Draw.Target.ANY ? draw.uniform(712) : draw.target() == Draw.Target.SUM_ZERO ? 0 : 1;
        double norm = draw.target() == Draw.Target.ZERO ? 0 : Functions.exp(4 * draw.uniform(713) - 2);
        Configuration at = new Configuration(
                Target.of(k, k == 1 ? 1 : share * k, norm),
                draw.p(),
                Functions.exp(14 * draw.uniform(714) - 2),
                draw.uniform(715),
                Functions.exp(-1 - 40 * draw.uniform(716)),
                1,
                0.01 + 0.98 * draw.uniform(717));
        EscapeBox.Scale given = new EscapeBox.Scale(
                draw.uniform(718), 10 * draw.uniform(719), draw.uniform(720), 1e-3 * draw.uniform(721), 7);
        return new EscapeBox(at, draw.uniform(722) < 0.5 ? EscapeBox.Scale.UNIT : given);
    }

    /// A box with small p ≥ 2 and k, a* ≠ 0, ρ_w = C_w kp² ≥ 1 and q = 0 in most cases with k ≥ 2.
    private static EscapeBox small(Draw draw, int leastK) {
        int p = 2 + draw.p() % SMALL;
        int k = Math.max(leastK, 1 + draw.k() % SMALL);
        double q = k == 1 ? 1 : leastK == 2 ? 0 : draw.target() == Draw.Target.ANY ? 0 : k * draw.uniform(723);
        Target target = Target.of(k, q, 0.5 + draw.uniform(724));
        double rhoW = (0.3 + 3 * draw.uniform(725)) * k * p * p;
        double eta = Functions.exp(-3 - 10 * draw.uniform(726));
        return new EscapeBox(
                new Configuration(target, p, rhoW, 1, eta, 1, 0.01 + 0.5 * draw.uniform(727)), EscapeBox.Scale.UNIT);
    }
}
