package lemmata.audit;

import java.util.function.DoubleBinaryOperator;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.SphereRule;
import lemmata.theorem.Problem;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// Variances over the noise on the filter by quadrature in three variables: the length of ξ, and two coordinates of its
/// direction in the plane of w and w*.
///
/// With u₁ along w* and u₂ across, w̃ᵀw* = cos φ + sρu₁ and r̃² = 1 + 2sρ(cos φ u₁ + sin φ u₂) + s²ρ², s of density
/// psᵖ⁻¹. Gauss's rule of 40 nodes is exact in s for squares of r̃² as long as p ≤ 72.
final class OutputSpread {

    private static final GaussIntegrator LENGTH = new GaussIntegratorFactory().legendre(40, 0, 1);

    private final Problem problem;
    private final double phi;
    private final SphereRule first;
    private final SphereRule second;

    /// At an angle of the filter.
    OutputSpread(Problem problem, double phi) {
        this.problem = problem;
        this.phi = phi;
        this.first = new SphereRule(problem.p());
        this.second = new SphereRule(problem.p() - 1);
    }

    /// E(f − mean)², f a function of r̃ and r̃(g̃−1), with the error that the rules of the direction estimate.
    Bounded square(DoubleBinaryOperator f, double mean) {
        int p = problem.p();
        Bounded sum = Bounded.exact(0);
        for (int i = 0; i < LENGTH.getNumberOfPoints(); i++) {
            double s = LENGTH.getPoint(i);
            double weight = LENGTH.getWeight(i) * p * Functions.exp((p - 1) * Functions.log(s));
            sum = sum.plus(onSphere(f, mean, s * problem.rhoW()).times(weight));
        }
        return sum.widened(1e-12 * sum.value());
    }

    private Bounded onSphere(DoubleBinaryOperator f, double mean, double length) {
        return first.mean((below, above) -> {
            double u = below < above ? 1 - below : above - 1;
            double side = Math.sqrt(below * above);
            return second.mean((under, over) -> {
                double v = under < over ? 1 - under : over - 1;
                double off = at(f, length * u, length * side * v, length) - mean;
                return Bounded.exact(off * off);
            });
        });
    }

    /// f where ξ has these coordinates along w* and across, and this length.
    private double at(DoubleBinaryOperator f, double along, double across, double length) {
        double cosine = Functions.cos(phi);
        double sine = Functions.sin(phi);
        double square = 1 + 2 * (cosine * along + sine * across) + length * length;
        double x = cosine + along;
        double r = Math.sqrt(Math.max(0, square));
        double rest = Math.sqrt(Math.max(0, square - x * x));
        double tilted = Functions.atan2(rest, x);
        return f.applyAsDouble(r, r * (AngleKernel.g(Angle.ofRadians(Angle.radians(tilted))) - 1));
    }
}
