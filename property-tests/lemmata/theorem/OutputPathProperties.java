package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.OutputFormula;
import lemmata.audit.OutputNoiseChecks;
import lemmata.audit.OutputNoiseChecks.Bound;
import lemmata.audit.OutputPathChecks;
import lemmata.audit.OutputPathChecks.End;
import lemmata.audit.OutputPathChecks.Step;
import lemmata.claim.Statement;
import lemmata.model.Target;
import lemmata.num.Bounded;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apfloat.Apfloat;

/// Tries to refute theorem.OutputPath.
@DrawnCases
class OutputPathProperties {

    private static final Step ALONG = MeanPath::alongAfter;
    private static final Step ACROSS = MeanPath::acrossAfter;
    private static final End LEAST = MeanPath::least;
    private static final End GREATEST = MeanPath::greatest;

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.OutputPath/S1")
    void meanPathTakesTheMeanStep(@ForAll Draw draw) {
        holds(OutputPathChecks.step(ALONG, ACROSS), draw);
    }

    @Example
    @Statement("theorem.OutputPath/S1")
    void otherStepsAreRejected() {
        rejects("rate of the other part", OutputPathChecks.step(ACROSS, ACROSS));
        rejects("along 1 at the rate across", OutputPathChecks.step(ALONG, ALONG));
        rejects("10⁻¹² off", OutputPathChecks.step((path, x, at) -> ALONG.after(path, x, at) * (1 + 1e-12), ACROSS));
        rejects("stands still", OutputPathChecks.step(ALONG, (path, y, at) -> y));
        rejects("to a* itself", OutputPathChecks.step(ALONG, (path, y, at) -> {
            double rate = path.eta() * path.problem().lambdaAcross().value();
            return (1 - rate) * y + rate * path.problem().target().across();
        }));
    }

    @Property(tries = 100, seed = Draws.SEED)
    @Statement("theorem.OutputPath/S2")
    void meanPathStaysWithin(@ForAll Draw draw) {
        holds(OutputPathChecks.envelope(LEAST, GREATEST), draw);
        holds(parts(true, 1), draw);
        holds(parts(false, 1), draw);
        holds(attained(0, 0), draw);
        holds(OutputPathChecks.reach((path, start) -> path.reach(start, 0, 0), OutputPath::bias), draw);
    }

    private static Check parts(boolean along, long pace) {
        return along
                ? OutputPathChecks.parts(
                        (path, x, y, t) -> path.leastAlong(x, pace * t),
                        (path, x, y, t) -> path.greatestAlong(x, pace * t),
                        true)
                : OutputPathChecks.parts(
                        (path, x, y, t) -> path.leastAcross(y, pace * t),
                        (path, x, y, t) -> path.greatestAcross(y, pace * t),
                        false);
    }

    private static Check attained(long late, double wide) {
        return OutputPathChecks.attained(
                (path, x, y, t) -> path.leastAlong(x, t - late), (path, x, y, t) -> path.greatestAlong(x, t) + wide);
    }

    @Example
    @Statement("theorem.OutputPath/S2")
    void otherEnvelopesAreRejected() {
        rejects(
                "no transient below",
                OutputPathChecks.envelope((path, x, y, t) -> path.path().least().low(), GREATEST),
                60);
        rejects(
                "no transient above",
                OutputPathChecks.envelope(
                        LEAST, (path, x, y, t) -> path.path().greatest().high()));
        rejects("a step early", OutputPathChecks.envelope((path, x, y, t) -> path.least(x, y, t + 1), GREATEST), 60);
        rejects("twice as fast", OutputPathChecks.envelope(LEAST, (path, x, y, t) -> path.greatest(x, y, 2 * t)), 60);
        rejects("the ends exchanged", OutputPathChecks.envelope(GREATEST, LEAST));
        rejects("twice as fast along 1", parts(true, 2));
        rejects("twice as fast across", parts(false, 2));
        rejects("a step late", attained(1, 0));
        rejects("10⁻¹⁰ wide", attained(0, 1e-10));
        rejects(
                "start forgotten",
                OutputPathChecks.reach((path, start) -> path.reach(new Reach(0, 0, 0), 0, 0), OutputPath::bias));
        rejects("rest point forgotten", OutputPathChecks.reach((path, start) -> start, OutputPath::bias));
        rejects(
                "½ of the bias",
                OutputPathChecks.reach((path, start) -> path.reach(start, 0, 0), path -> path.bias() / 2));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.OutputPath/S3")
    void everyLawStaysBelowTheCeiling(@ForAll Draw draw) {
        holds(OutputPathChecks.laws(LEAST, GREATEST), draw);
        holds(OutputPathChecks.ceiling(OutputPath::ceiling).where(any -> any.uniform(629) < 0.1), draw);
        holds(OutputPathChecks.against(draw1 -> against(draw1, 1)), draw);
    }

    private static double against(Draw draw, double share) {
        Target target = OutputPathChecks.target(draw);
        return OutputPath.noiseAgainst(target, draw.p(), share * OutputPathChecks.level(draw, target));
    }

    @Example
    @Statement("theorem.OutputPath/S3")
    void otherCeilingsAreRejected() {
        rejects(
                "the least from the first step on",
                OutputPathChecks.laws((path, x, y, t) -> path.path().least().low(), GREATEST),
                60);
        rejects("three steps early", OutputPathChecks.laws(LEAST, (path, x, y, t) -> path.greatest(x, y, t + 3)));
        rejects("half of it", OutputPathChecks.ceiling(path -> path.ceiling().times(0.5)), 10);
        rejects("d_∞(0) for it", OutputPathChecks.ceiling(OutputPath::greatest), 10);
        rejects("10⁻¹² more", OutputPathChecks.ceiling(path -> path.ceiling().times(Bounded.within(1, 1 + 1e-12))), 10);
        rejects("of half the level", OutputPathChecks.against(draw -> against(draw, 0.5)));
        rejects("of the level less 10⁻¹²", OutputPathChecks.against(draw -> against(draw, 1 - 1e-12)));
    }

    @Property(tries = 40, seed = Draws.SEED)
    @Statement("theorem.OutputPath/S4")
    void boundsTheNoise(@ForAll Draw draw) {
        holds(OutputNoiseChecks.variance(OutputPath::varianceAlong, true), draw);
        holds(OutputNoiseChecks.variance(OutputPath::varianceAcross, false), draw);
        holds(OutputNoiseChecks.spread(OutputPath::kernelSpread), draw);
        holds(OutputNoiseChecks.range(OutputPath::rangeAlong, OutputPath::rangeAcross), draw);
    }

    @Example
    @Statement("theorem.OutputPath/S4")
    void otherBoundsOfTheNoiseAreRejected() {
        Bound along = OutputPath::rangeAlong;
        Bound across = OutputPath::rangeAcross;
        rejects(
                "noise of a forgotten",
                OutputNoiseChecks.variance((path, y) -> path.varianceAcross(y) - output(path), false),
                40);
        rejects("1 % less", OutputNoiseChecks.variance((path, y) -> 0.99 * path.varianceAcross(y), false), 40);
        rejects("1 % less along 1", OutputNoiseChecks.variance((path, x) -> 0.99 * path.varianceAlong(x), true), 40);
        rejects("coordinate forgotten", OutputNoiseChecks.variance((path, x) -> path.varianceAlong(0), true), 40);
        rejects("rate across for that along", OutputNoiseChecks.variance(OutputPath::varianceAcross, true), 40);
        rejects("half of S_g", OutputNoiseChecks.spread(path -> path.kernelSpread() / 2), 40);
        rejects("half the range", OutputNoiseChecks.range(along, (path, y) -> path.rangeAcross(y) / 2));
        rejects("half the range along 1", OutputNoiseChecks.range((path, x) -> path.rangeAlong(x) / 2, across));
        rejects("no coordinate", OutputNoiseChecks.range((path, x) -> path.rangeAlong(0), across));
        rejects("range across for that along", OutputNoiseChecks.range(OutputPath::rangeAcross, across));
    }

    /// What ε adds to the variance across, by two bounds at p = 2 and ρ_w = 0.
    private static double output(OutputPath path) {
        return path.varianceAcross(0) / 2;
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.OutputPath/S5")
    void restStaysWithin(@ForAll Draw draw) {
        holds(OutputNoiseChecks.rest((path, start) -> path.reach(start, 0, 0)), draw);
    }

    @Example
    @Statement("theorem.OutputPath/S5")
    void otherRestsAreRejected() {
        rejects("z₀", OutputNoiseChecks.rest((path, start) -> start));
        rejects("ρ_a", OutputNoiseChecks.rest((path, start) -> path.reach(new Reach(0, 0, 0), 0, 0)));
        rejects("the mean of both", OutputNoiseChecks.rest((path, start) -> {
            double rhoA = path.reach(new Reach(0, 0, 0), 0, 0).z();
            return new Reach(0, 0, (rhoA + start.z()) / 2);
        }));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.OutputPath/S6")
    void isAccurate(@ForAll Draw draw) {
        holds(OutputNoiseChecks.accuracy(OutputPath::varianceAlong, (of, x) -> of.variance(true, x)), draw);
        holds(OutputNoiseChecks.accuracy(OutputPath::varianceAcross, (of, y) -> of.variance(false, y)), draw);
        holds(OutputNoiseChecks.accuracy(OutputPath::rangeAlong, (of, x) -> of.range(true, x)), draw);
        holds(OutputNoiseChecks.accuracy(OutputPath::rangeAcross, (of, y) -> of.range(false, y)), draw);
        holds(OutputNoiseChecks.accuracy((path, x) -> path.kernelSpread(), (of, x) -> of.kernelSpread()), draw);
    }

    @Example
    @Statement("theorem.OutputPath/S6")
    void inaccurateBoundsAreRejected() {
        rejects(
                "in floats",
                OutputNoiseChecks.accuracy((path, x) -> (float) path.rangeAlong(x), (of, x) -> of.range(true, x)));
        rejects(
                "10⁻¹⁴ off",
                OutputNoiseChecks.accuracy(
                        (path, y) -> path.rangeAcross(y) * (1 + 1e-14), (of, y) -> of.range(false, y)));
        rejects(
                "(1+ρ)² − m₂ cancelling",
                OutputNoiseChecks.accuracy(
                        (path, y) -> path.rangeAcross(y) + y * 1e-17, (of, y) -> of.range(false, y)));
        rejects("other part", OutputNoiseChecks.accuracy(OutputPath::varianceAlong, (of, y) -> of.variance(false, y)));
        rejects(
                "S_g of the Lipschitz bound alone",
                OutputNoiseChecks.accuracy(
                        (path, x) -> path.kernelSpread() * (1 + 1e-13), OutputPathProperties::spread));
    }

    private static Apfloat spread(OutputFormula of, double reach) {
        return of.kernelSpread();
    }
}
