package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static lemmata.audit.FilterReachChecks.bound;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.FilterBoundChecks;
import lemmata.audit.FilterMeans;
import lemmata.audit.FilterMeans.Claims;
import lemmata.audit.FilterReachChecks;
import lemmata.audit.FilterReachChecks.Bound;
import lemmata.audit.FilterReachChecks.Bounds;
import lemmata.audit.FilterStepChecks;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute theorem.FilterStep.
@DrawnCases
class FilterStepProperties {

    private static final int SAMPLES = 1 << 14;

    private static final Bound ALIGNMENT = bound(FilterStep::alignment);
    private static final Bound PERTURBED = bound(FilterStep::perturbedAlignment);
    private static final Bound NOISE = bound(FilterStep::noiseSlope);
    private static final Bound SLOPE = bound(FilterStep::slope);
    private static final Bound SPREAD = bound(FilterStep::spread);
    private static final Bound RANGE = bound(FilterStep::range);

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.FilterStep/S1")
    void gradientHasThisForm(@ForAll Draw draw) {
        holds(FilterStepChecks.form(FilterStep::noiseFactor, FilterStep::turnFactor), draw);
    }

    @Example
    @Statement("theorem.FilterStep/S1")
    void otherFormsAreRejected() {
        rejects(
                "1 + sin φ",
                FilterStepChecks.form(
                        (s, square, d, star, r, angle) -> FilterStep.noiseFactor(s, square, d, star, r, angle)
                                + 2 * d / r * Functions.sin(Math.min(angle.phi(), angle.psi())),
                        FilterStep::turnFactor));
        rejects(
                "b̃ added",
                FilterStepChecks.form(
                        (s, square, d, star, r, angle) -> FilterStep.noiseFactor(s, square, d, star, -r, angle),
                        FilterStep::turnFactor));
        rejects(
                "r̃ forgotten",
                FilterStepChecks.form(
                        (s, square, d, star, r, angle) -> FilterStep.noiseFactor(s, square, d, star, 1, angle),
                        FilterStep::turnFactor));
        rejects(
                "d̃ forgotten in b̃",
                FilterStepChecks.form(
                        (s, square, d, star, r, angle) -> FilterStep.noiseFactor(s, square, 0, star, r, angle),
                        FilterStep::turnFactor));
        rejects("φ̃ for π−φ̃", FilterStepChecks.form(FilterStep::noiseFactor, (d, angle) -> d * angle.phi()));
        rejects(
                "the other sign of P_w w*",
                FilterStepChecks.form(FilterStep::noiseFactor, (d, angle) -> -FilterStep.turnFactor(d, angle)));
    }

    @Example
    @Statement("theorem.FilterStep/S1")
    void meanIsTheDrift() {
        holds(means(Claims.LEMMA), "mean of Gᵀt");
        rejects("no drift", means(new Claims(mean -> 0, SPREAD, RANGE)));
        rejects("the other sign", means(new Claims(mean -> -mean, SPREAD, RANGE)));
        rejects("twice the drift", means(new Claims(mean -> 2 * mean, SPREAD, RANGE)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.FilterStep/S2")
    void cosineIsAtLeastThis(@ForAll Draw draw) {
        holds(FilterStepChecks.cosine(FilterStep::leastCosine), draw);
        holds(FilterStepChecks.step(FilterStep::leastCosine), draw);
    }

    @Example
    @Statement("theorem.FilterStep/S2")
    void otherCosinesAreRejected() {
        rejects("no bend", FilterStepChecks.cosine((c, in, sq, eta) -> FilterStep.leastCosine(c, in, 0, eta)));
        rejects("¼ of ‖G‖²", FilterStepChecks.cosine((c, in, sq, eta) -> FilterStep.leastCosine(c, in, sq / 2, eta)));
        rejects("+ηGᵀw*", FilterStepChecks.cosine((c, in, sq, eta) -> FilterStep.leastCosine(c, -in, sq, eta)));
        rejects("no step", FilterStepChecks.cosine((c, in, sq, eta) -> c));
        rejects("no bend, P-GD", FilterStepChecks.step((c, in, sq, eta) -> FilterStep.leastCosine(c, in, 0, eta)));
        rejects("+ηGᵀw*, P-GD", FilterStepChecks.step((c, in, sq, eta) -> FilterStep.leastCosine(c, -in, sq, eta)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.FilterStep/S3")
    void gradientIsBounded(@ForAll Draw draw) {
        holds(FilterReachChecks.bounds(Bounds.LEMMA), draw);
    }

    @Example
    @Statement("theorem.FilterStep/S3")
    void otherBoundsAreRejected() {
        Bound across = (problem, reach) -> problem.target().across() * reach.y();
        Bound still = (problem, reach) -> PERTURBED.of(without(problem, problem.rhoW(), 0), reach);
        Bound noBend = (problem, reach) -> NOISE.of(problem, reach) - PERTURBED.of(problem, reach) / (2 * Math.PI);
        rejects("a₁x forgotten", FilterReachChecks.bounds(new Bounds(across, PERTURBED, NOISE, SLOPE)));
        rejects("ρ_a forgotten in D", FilterReachChecks.bounds(new Bounds(ALIGNMENT, still, NOISE, SLOPE)));
        rejects("½ of Γ₀", FilterReachChecks.bounds(new Bounds(ALIGNMENT, PERTURBED, half(NOISE), SLOPE)));
        rejects(
                "ρ_a forgotten in Γ₀",
                FilterReachChecks.bounds(new Bounds(ALIGNMENT, PERTURBED, without(NOISE), SLOPE)));
        rejects("Γ₀ for Γ", FilterReachChecks.bounds(new Bounds(ALIGNMENT, PERTURBED, NOISE, NOISE)));
        rejects("T forgotten", FilterReachChecks.bounds(new Bounds(ALIGNMENT, PERTURBED, stiff(), SLOPE)));
        rejects("ρ_w forgotten", FilterReachChecks.bounds(new Bounds(ALIGNMENT, PERTURBED, (p, reach) -> 0, SLOPE)));
        rejects("D forgotten in T", FilterBoundChecks.accuracy(noBend, FilterBoundChecks::noise));
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.FilterStep/S4")
    void noiseIsWithinRange(@ForAll Draw draw) {
        holds(FilterReachChecks.range(RANGE), draw);
    }

    @Example
    @Statement("theorem.FilterStep/S4")
    void spreadIsBounded() {
        holds(spreads(SPREAD), "spread of Gᵀt");
        rejects("¾ of Σ", spreads((problem, reach) -> 0.75 * SPREAD.of(problem, reach)));
        rejects("ε forgotten", spreads(without(SPREAD)));
        rejects("ξ forgotten", spreads((problem, reach) -> SPREAD.of(without(problem, 1e-9, problem.rhoA()), reach)));
        rejects("T forgotten", spreads((problem, reach) -> stiff().of(problem, reach) / Math.sqrt(problem.p() + 2)));
        rejects("⅓ of R", FilterReachChecks.range((problem, reach) -> RANGE.of(problem, reach) / 3));
        rejects("ε forgotten in R", FilterReachChecks.range(without(RANGE)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.FilterStep/S5")
    void oddsGrowByAtLeastThis(@ForAll Draw draw) {
        holds(FilterStepChecks.turn(FilterStep::leastTurn), draw);
    }

    @Example
    @Statement("theorem.FilterStep/S5")
    void otherTurnsAreRejected() {
        rejects("no e²", FilterStepChecks.turn((c, gain) -> 2 * gain / ((1 - c) * (1 + c))));
        rejects("½e²", FilterStepChecks.turn((c, gain) -> FilterStep.leastTurn(c, gain) + square(gain / (1 + c)) / 2));
        rejects(
                "e with 1 − cos φ",
                FilterStepChecks.turn((c, gain) -> 2 * gain / ((1 - c) * (1 + c)) - square(gain / (1 - c))));
        rejects("the other sign", FilterStepChecks.turn((c, gain) -> FilterStep.leastTurn(c, -gain)));
        rejects("4g", FilterStepChecks.turn((c, gain) -> FilterStep.leastTurn(c, 2 * gain)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.FilterStep/S6")
    void isAccurate(@ForAll Draw draw) {
        holds(FilterBoundChecks.accuracy(), draw);
        holds(FilterBoundChecks.cosine(FilterStep::leastCosine), draw);
        holds(FilterBoundChecks.turn(FilterStep::leastTurn), draw);
    }

    @Example
    @Statement("theorem.FilterStep/S6")
    void otherFormulasAreRejected() {
        Bound wide = (problem, reach) ->
                SPREAD.of(new Problem(problem.target(), problem.p() + 1, problem.rhoW(), problem.rhoA()), reach);
        rejects("p+3 for p+2", FilterBoundChecks.accuracy(wide, FilterBoundChecks::spread));
        rejects("Σ for R", FilterBoundChecks.accuracy(SPREAD, FilterBoundChecks::range));
        rejects("Γ₀ once in R", FilterBoundChecks.accuracy(once(), FilterBoundChecks::range));
        rejects("D for Γ₀ + D/2", FilterBoundChecks.accuracy(PERTURBED, FilterBoundChecks::slope));
        rejects("in floats", FilterBoundChecks.accuracy(floats(FilterStep::slope), FilterBoundChecks::slope));
        rejects("η for η²", FilterBoundChecks.cosine((c, in, sq, eta) -> FilterStep.leastCosine(c, in, sq / eta, eta)));
        rejects("cos in floats", FilterBoundChecks.cosine((c, in, sq, eta) ->
                (float) FilterStep.leastCosine(c, in, sq, eta)));
        rejects(
                "1 − cos²φ cancelling",
                FilterBoundChecks.turn((c, gain) -> 2 * gain / (1 - c * c) - square(gain / (1 + c))));
    }

    private static boolean means(Claims claims) {
        return IntStream.range(0, 6)
                .mapToObj(i -> new Draw(
                        3 + i % 4, 1 + i % 3, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.TEACHERS, 0, 0, 1400 + i))
                .noneMatch(draw -> FilterMeans.mean(claims, draw, SAMPLES).rejects());
    }

    private static boolean spreads(Bound spread) {
        Claims claims = new Claims(mean -> mean, spread, RANGE);
        return IntStream.range(0, 4)
                .mapToObj(i -> FilterMeans.spread(claims, FilterMeans.design(i, 1410 + i), SAMPLES))
                .allMatch(test -> FilterMeans.above(test) <= 1);
    }

    private static Problem without(Problem problem, double rhoW, double rhoA) {
        return new Problem(problem.target(), problem.p(), rhoW, rhoA);
    }

    /// The bound of the problem without ε.
    private static Bound without(Bound bound) {
        return (problem, reach) -> bound.of(without(problem, problem.rhoW(), 0), reach) + Double.MIN_NORMAL;
    }

    /// H̄ρ/2π, by the Γ₀ of a teacher next to 0.
    private static Bound stiff() {
        return (problem, reach) -> NOISE.of(
                        new Problem(
                                new lemmata.model.Target(problem.target().k(), 1e-300, 0),
                                problem.p(),
                                problem.rhoW(),
                                problem.rhoA()),
                        reach)
                + Double.MIN_NORMAL;
    }

    private static Bound half(Bound bound) {
        return (problem, reach) -> bound.of(problem, reach) / 2;
    }

    private static Bound once() {
        return (problem, reach) -> RANGE.of(problem, reach) - NOISE.of(problem, reach);
    }

    private static Bound floats(ToDoubleFunction<FilterStep> of) {
        return (problem, reach) -> (float) bound(of).of(problem, reach);
    }

    private static double square(double x) {
        return x * x;
    }
}
