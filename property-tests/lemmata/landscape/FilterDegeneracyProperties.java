package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.function.ToDoubleBiFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.DegeneracyChecks;
import lemmata.audit.Draw;
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

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.FilterDegeneracy/S2")
    void hasNoCurvatureInTheFilter(@ForAll Draw draw) {
        holds(DegeneracyChecks.noQuadraticGrowth(SphereHessian::times), draw);
    }

    @Example
    @Statement("landscape.FilterDegeneracy/S2")
    void hessiansThatDoNotVanishAreRejected() {
        rejects("π for π−φ", DegeneracyChecks.noQuadraticGrowth(curved(Math.PI)));
        rejects("π−φ rounded at π", DegeneracyChecks.noQuadraticGrowth(curved(1.2e-16)));
        rejects("π−φ off by 10⁻³⁰", DegeneracyChecks.noQuadraticGrowth(curved(1e-30)));
        rejects(
                "seen from w*",
                DegeneracyChecks.noQuadraticGrowth((t, s, x) -> SphereHessian.times(t, new Student(t.w(), s.a()), x)));
    }

    private static Check growth(ToDoubleBiFunction<Teacher, Angle> formula) {
        return DegeneracyChecks.cubicGrowth(formula);
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
