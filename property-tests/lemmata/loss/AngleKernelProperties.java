package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.AngleKernelChecks;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.KernelCertificates;
import lemmata.audit.MeanTest;
import lemmata.audit.PopulationLossChecks;
import lemmata.audit.ScalarFormula;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;

/// Tries to refute loss.AngleKernel.
@DrawnCases
class AngleKernelProperties {

    /// (π−φ) cos φ + sin φ as it stands; it cancels near π.
    private static final DoubleUnaryOperator TEXTBOOK =
            phi -> (Math.PI - phi) * Functions.cos(phi) + Functions.sin(phi);

    private static final DoubleUnaryOperator SINE_LOST = phi -> (Math.PI - phi) * Functions.cos(phi);

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.AngleKernel/S1")
    void decreases(@ForAll Draw draw) {
        holds(AngleKernelChecks.decreasing(AngleKernel::g), draw);
    }

    @Example
    @Statement("loss.AngleKernel/S1")
    void hasItsThreeValues() {
        holds(AngleKernelChecks.ends(AngleKernel::g), "g(0) = π, g(π/2) = 1, g(π) = 0");
    }

    @Example
    @Statement("loss.AngleKernel/S1")
    void otherKernelsAreRejected() {
        rejects("sin φ lost, at the ends", AngleKernelChecks.ends(SINE_LOST));
        rejects("10⁻¹⁴ too large, at the ends", AngleKernelChecks.ends(phi -> AngleKernel.g(phi) + 1e-14));
        rejects("π−g for g, at the ends", AngleKernelChecks.ends(AngleKernel::piMinusG));
        rejects("π−g for g, falling", AngleKernelChecks.decreasing(AngleKernel::piMinusG));
        rejects("sin φ lost, falling", AngleKernelChecks.decreasing(SINE_LOST));
        rejects("in floats, falling", AngleKernelChecks.decreasing(phi -> (float) AngleKernel.g(phi)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.AngleKernel/S2")
    void derivativeIsTheLimitOfDifferences(@ForAll Draw draw) {
        holds(AngleKernelChecks.derivative(AngleKernel::derivative), draw);
    }

    @Example
    @Statement("loss.AngleKernel/S2")
    void otherDerivativesAreRejected() {
        rejects("sign of g′", AngleKernelChecks.derivative(phi -> -AngleKernel.derivative(phi)));
        rejects("cos for sin", AngleKernelChecks.derivative(phi -> -(Math.PI - phi) * Functions.cos(phi)));
        rejects("φ for π−φ", AngleKernelChecks.derivative(phi -> -phi * Functions.sin(phi)));
        rejects("π−φ rounded near π", AngleKernelChecks.derivative(phi -> -(Math.PI - phi) * Functions.sin(phi)));
    }

    /// g by Monte Carlo: k = 1, a = a* = 1 gives ½E(σ(z·u) − σ(z·v))² = ½ − E σ(z·u)σ(z·v), so the claim is that the
    /// mean is ½ − g(φ)/2π. False alarms: ≤ 10 · 10⁻¹⁰ = 10⁻⁹ in all, by [MeanTest]. Power: the error of g that is
    /// found with probability 1 − 10⁻¹⁰ is printed.
    @Example
    @Statement("loss.AngleKernel/S3")
    void isTheMeanOfTheProductOfRectifiedPatches(Reporter reporter) {
        holds(rectifiedProduct(AngleKernel::g, 1 << 18), onePatchEach());
        double power = onePatchEach().stream()
                .mapToDouble(draw ->
                        2 * Math.PI * meanTest(AngleKernel::g, draw, 1 << 18).detectable())
                .max()
                .orElseThrow();
        reporter.publishValue("error of g that is found, at most", String.format(Locale.ROOT, "%.2g", power));
    }

    @Example
    @Statement("loss.AngleKernel/S3")
    void otherMeansAreRejected() {
        rejects("½ dropped", rectifiedProduct(phi -> 2 * AngleKernel.g(phi), 1 << 16), onePatchEach());
        rejects("covariance for the moment", rectifiedProduct(phi -> AngleKernel.g(phi) - 1, 1 << 16), onePatchEach());
        rejects("π cos φ for g", rectifiedProduct(phi -> Math.PI * Functions.cos(phi), 1 << 16), onePatchEach());
        rejects("sin φ lost", rectifiedProduct(SINE_LOST, 1 << 16), onePatchEach());
        rejects("g of π−φ", rectifiedProduct(phi -> AngleKernel.g(Math.PI - phi), 1 << 16), onePatchEach());
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.AngleKernel/S4")
    void isAccurate(@ForAll Draw draw) {
        holds(AngleKernelChecks.accuracy(AngleKernel::g), draw);
    }

    @Example
    @Statement("loss.AngleKernel/S4")
    void inaccurateKernelsAreRejected() {
        rejects("sin φ lost", AngleKernelChecks.accuracy(SINE_LOST));
        rejects("naive g, cancelling at π", AngleKernelChecks.accuracy(TEXTBOOK));
        rejects("g by its leading term below ψ = 10⁻⁴", AngleKernelChecks.accuracy(AngleKernelProperties::leadingTerm));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.AngleKernel/S5")
    void complementIsAccurate(@ForAll Draw draw) {
        holds(AngleKernelChecks.complementAccuracy(AngleKernel::piMinusG), draw);
    }

    @Example
    @Statement("loss.AngleKernel/S5")
    void inaccurateComplementsAreRejected() {
        rejects("v(φ) lost", AngleKernelChecks.complementAccuracy(phi -> Math.PI * (1 - Functions.cos(phi))));
        rejects(
                "naive π−g, cancelling at 0",
                AngleKernelChecks.complementAccuracy(phi -> Math.PI - AngleKernel.g(phi)));
        rejects(
                "1 − cos φ cancelling at 0",
                AngleKernelChecks.complementAccuracy(phi -> Math.PI * (1 - Functions.cos(phi)) - AngleKernel.v(phi)));
    }

    @Example
    @Statement("loss.AngleKernel/S6")
    void boundsAreCertifiedForAllAngles() {
        holds(KernelCertificates.cubicAbove().verdict() == Verdict.CERTIFIED, "g ≤ ψ³/3");
        holds(KernelCertificates.cubicBelow().verdict() == Verdict.CERTIFIED, "g ≥ ψ³/3 − ψ⁵/30");
        holds(KernelCertificates.complementFalls().verdict() == Verdict.CERTIFIED, "φ²/π ≤ π − g ≤ (π/2)φ²");
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.AngleKernel/S6")
    void staysWithinItsBounds(@ForAll Draw draw) {
        holds(KernelBounds.quadratic(1 / Math.PI, Math.PI / 2).and(KernelBounds.cubic(3, 30)), draw);
    }

    @Example
    @Statement("loss.AngleKernel/S6")
    void narrowerBoundsAreRejected() {
        rejects("1.001/π below", KernelBounds.quadratic(1.001 / Math.PI, Math.PI / 2));
        rejects("0.999 π/2 above", KernelBounds.quadratic(1 / Math.PI, 0.999 * Math.PI / 2));
        rejects("ψ³/3.001 above", KernelBounds.cubic(3.001, 30));
        rejects("ψ⁵/30.03 below", KernelBounds.cubic(3, 30.03));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.AngleKernel/S7")
    void reflects(@ForAll Draw draw) {
        holds(AngleKernelChecks.reflection(AngleKernel::g), draw);
    }

    @Example
    @Statement("loss.AngleKernel/S7")
    void kernelsWithoutTheReflectionAreRejected() {
        rejects("π−g for g", AngleKernelChecks.reflection(AngleKernel::piMinusG));
        rejects("sin for cos", AngleKernelChecks.reflection(phi -> (Math.PI - phi) * Functions.sin(phi)));
        rejects("½ dropped", AngleKernelChecks.reflection(phi -> 2 * AngleKernel.g(phi)));
        rejects("in floats", AngleKernelChecks.reflection(phi -> (float) AngleKernel.g(phi)));
    }

    private static double leadingTerm(double phi) {
        double psi = Angle.ofRadians(Angle.radians(phi)).psi();
        return psi < 1e-4 ? psi * psi * psi / 3 : AngleKernel.g(phi);
    }

    private static Check rectifiedProduct(DoubleUnaryOperator g, int samples) {
        return draw -> OptionalDouble.of(meanTest(g, draw, samples).ratio());
    }

    private static MeanTest meanTest(DoubleUnaryOperator g, Draw draw, int samples) {
        ScalarFormula loss =
                (t, s) -> 0.5 - g.applyAsDouble(Angle.between(s.w(), t.w()).phi()) / (2 * Math.PI);
        return PopulationLossChecks.monteCarlo(loss, draw, samples, 1, 1e-10);
    }

    /// Ten angles: p = 2 … 5 and any filter, or a right angle, or the opposite one.
    private static List<Draw> onePatchEach() {
        Draw.Filter any = Draw.Filter.ANY;
        Draw.Filter[] filters = {any, any, any, Draw.Filter.RIGHT, Draw.Filter.OPPOSITE};
        return IntStream.range(0, 10)
                .mapToObj(i -> new Draw(
                        2 + i % 4, 1, filters[i % 5], Draw.Target.ALL_ONES, Draw.Weights.TEACHERS, 0, 0, 300 + i))
                .toList();
    }
}
