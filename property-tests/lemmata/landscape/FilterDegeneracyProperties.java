package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.DegeneracyChecks;
import lemmata.audit.Draw;
import lemmata.audit.Oracle;
import lemmata.audit.SphereChecks.HessianFormula;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.SphereHessian;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute landscape.FilterDegeneracy.
@DrawnCases
class FilterDegeneracyProperties {

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.FilterDegeneracy/S1")
    void growsWithTheCubeOfTheAngle(@ForAll Draw draw) {
        holds(growth(FilterDegeneracy::growth), draw);
    }

    @Example
    @Statement("landscape.FilterDegeneracy/S1")
    void otherGrowthsAreRejected() {
        rejects("sign", growth((t, angle) -> -FilterDegeneracy.growth(t, angle)));
        rejects("π−g for g", growth((t, angle) -> FilterDegeneracy.growth(t, angle.supplement())));
        rejects("ψ² for ψ³", growth((t, angle) -> FilterDegeneracy.upper(t, angle) / angle.psi()));
        rejects("ψ³/5 for ψ³/6", growth((t, angle) -> 6.0 / 5 * FilterDegeneracy.upper(t, angle)));
        rejects("its own upper bound", growth(FilterDegeneracy::upper));
        rejects("its own lower bound", growth(FilterDegeneracy::lower));
        rejects("naive g, cancelling at π", growth(FilterDegeneracyProperties::naive));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("landscape.FilterDegeneracy/S1")
    void computesBothCubics(@ForAll Draw draw) {
        holds(DegeneracyChecks.cubicBounds(FilterDegeneracy::lower, FilterDegeneracy::upper), draw);
    }

    @Example
    @Statement("landscape.FilterDegeneracy/S1")
    void otherCubicsAreRejected() {
        rejects("0 for the lower one", DegeneracyChecks.cubicBounds((t, angle) -> 0, FilterDegeneracy::upper));
        rejects("ψ⁵ for ψ⁵/10", lower(square -> 1 - square));
        rejects("10ψ⁵ for ψ⁵/10", lower(square -> 1 - square * 10));
        rejects("+ for −", lower(square -> 1 + square / 10));
        rejects("exchanged", DegeneracyChecks.cubicBounds(FilterDegeneracy::upper, FilterDegeneracy::lower));
        rejects("growth for both", DegeneracyChecks.cubicBounds(FilterDegeneracy::growth, FilterDegeneracy::growth));
        rejects(
                "10⁻¹³ too large",
                DegeneracyChecks.cubicBounds(
                        FilterDegeneracy::lower, (t, angle) -> (1 + 1e-13) * FilterDegeneracy.upper(t, angle)));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.FilterDegeneracy/S2")
    void hasNoCurvatureInTheFilter(@ForAll Draw draw) {
        holds(DegeneracyChecks.flatHessian(SphereHessian::times), draw);
    }

    @Example
    @Statement("landscape.FilterDegeneracy/S2")
    void hessiansThatDoNotVanishAreRejected() {
        rejects("π for π−φ", DegeneracyChecks.flatHessian(curved(Math.PI)));
        rejects("π−φ rounded at π", DegeneracyChecks.flatHessian(curved(1.2e-16)));
        rejects("π−φ off by 10⁻³⁰", DegeneracyChecks.flatHessian(curved(1e-30)));
        rejects(
                "seen from w*",
                DegeneracyChecks.flatHessian((t, s, x) -> SphereHessian.times(t, new Student(t.w(), s.a()), x)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.FilterDegeneracy/S2")
    void growsWithTheCubeForEveryWeights(@ForAll Draw draw) {
        holds(DegeneracyChecks.noQuadraticGrowth(DegeneracyChecks::cubic), draw);
    }

    @Example
    @Statement("landscape.FilterDegeneracy/S2")
    void otherPowersAreRejected() {
        rejects(
                "ψ²",
                DegeneracyChecks.noQuadraticGrowth(
                        psi -> DegeneracyChecks.cubic(psi).divide(psi)));
        rejects(
                "ψ⁴",
                DegeneracyChecks.noQuadraticGrowth(
                        psi -> DegeneracyChecks.cubic(psi).multiply(psi)));
        rejects(
                "half of it",
                DegeneracyChecks.noQuadraticGrowth(
                        psi -> DegeneracyChecks.cubic(psi).divide(Oracle.exact(2))));
    }

    private static Check growth(ToDoubleBiFunction<Teacher, Angle> formula) {
        return DegeneracyChecks.cubicGrowth(formula);
    }

    /// `upper` with a lower cubic that is it times a factor of ψ².
    private static Check lower(DoubleUnaryOperator factor) {
        return DegeneracyChecks.cubicBounds(
                (t, angle) -> FilterDegeneracy.upper(t, angle) * factor.applyAsDouble(angle.psi() * angle.psi()),
                FilterDegeneracy::upper);
    }

    private static double naive(Teacher t, Angle angle) {
        double g = (Math.PI - angle.phi()) * Functions.cos(angle.phi()) + Functions.sin(angle.phi());
        return FilterDegeneracy.growth(t, angle) / AngleKernel.g(angle) * g;
    }

    /// (d/2π) ψ cos φ P_w at φ = π with a wrong ψ.
    private static HessianFormula curved(double psi) {
        return (t, s, x) -> {
            double factor = -psi * Vectors.dot(s.a(), t.a()).doubleValue() / (2 * Math.PI);
            return Vectors.map(entry -> factor * entry, Vectors.rejection(s.w(), x));
        };
    }
}
