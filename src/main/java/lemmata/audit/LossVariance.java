package lemmata.audit;

import lemmata.num.Functions;
import lemmata.num.RoundOff;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// Variance of one squared difference X = ½D², D = f* − f, by quadrature: independent of the closed form of its mean.
///
/// D = Σⱼ Xⱼ with independent Xⱼ = a*ⱼ σ(y) − r aⱼ σ(x), where (x, y) is standard normal of correlation cos φ.
/// In polar coordinates (x, y) = ρ(cos θ, cos(θ−φ)) and Xⱼ = ρ u(θ), so E Xⱼᵐ = (2^{m/2} Γ(1 + m/2)/2π) ∫ uᵐ dθ.
/// With the cumulants μ, V, κ₃, κ₄ of D, sums over j: 4 Var X = E D⁴ − (E D²)² = κ₄ + 2V² + 4μκ₃ + 4μ²V.
///
/// 0 at φ = 0, r a = a*; (5/16)a*⁴ for k = 1, a = 0. **Units.** φ in radians, [0, π].
/// **Accuracy.** Within `error` for the given doubles; see [#of].
///
/// @param variance Var X
/// @param error bound of its rounding error
public record LossVariance(double variance, double error) {

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(20);
    /// 2^{m/2} Γ(1 + m/2)/2π for m = 0 … 4.
    private static final double[] RADIAL = radial();
    /// More than the rounded operations on the way from the input to the result, those per patch apart.
    private static final int ROUNDINGS = 640;

    /// The variance for output weights a and a*, student norm r and angle φ.
    ///
    /// `error` is γ_N of the same formula with every term taken in magnitude, N = 640 + 4k: at most 124 rounded
    /// operations in a first moment (the weights of the rule are within 75u, nodes within u, measured against 40
    /// digits), 4 · 124 in a product of four, a dozen to combine them, 4 per patch to add up.
    /// The rule itself errs by less than 10⁻²⁶ of the magnitudes, (4π)⁴⁰ π (20!)⁴/(41 (40!)³): uᵐ is a trigonometric
    /// polynomial of degree m ≤ 4 on an arc of at most π, so Bernstein bounds its 40th derivative. On the arc where
    /// both networks are active u = a* sin φ sin θ − (δ + 2a* sin²(φ/2)) cos θ, δ = r a − a*: near the optimum
    /// nothing cancels.
    ///
    /// @throws IllegalArgumentException if the lengths differ or φ is outside [0, π]
    public static LossVariance of(double[] a, double r, double[] aStar, double phi) {
        if (a.length != aStar.length || !(phi >= 0 && phi <= Math.PI)) {
            throw new IllegalArgumentException("lengths " + a.length + ", " + aStar.length + ", angle " + phi);
        }
        double[] sines = sineIntegrals(phi);
        double[] value = new double[5];
        double[] magnitude = new double[5];
        for (int j = 0; j < a.length; j++) {
            addCumulants(value, patchMoments(a[j], r, aStar[j], phi, sines, false), -1);
            addCumulants(magnitude, patchMoments(a[j], r, aStar[j], phi, sines, true), 1);
        }
        double roundings = ROUNDINGS + 4.0 * a.length;
        return new LossVariance(squareVariance(value), 1.01 * roundings * RoundOff.U * squareVariance(magnitude));
    }

    /// A number that Var X does not exceed.
    public double upper() {
        return variance + error;
    }

    /// E Xⱼᵐ, m = 1 … 4; with `magnitudes`, an upper bound made of magnitudes only.
    private static double[] patchMoments(
            double a, double r, double aStar, double phi, double[] sines, boolean magnitudes) {
        double half = Functions.sin(phi / 2);
        double alongSine = aStar * Functions.sin(phi);
        double gap = Math.fma(r, a, -aStar);
        double turn = 2 * aStar * half * half;
        double student = magnitudes ? Math.abs(r * a) : -r * a;
        double teacher = magnitudes ? Math.abs(aStar) : aStar;
        double both = Math.abs(alongSine) + Math.abs(gap) + Math.abs(turn);
        double[] moments = new double[5];
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double theta = phi / 2 + (Math.PI - phi) / 2 * RULE.getPoint(i);
            double u = magnitudes ? both : alongSine * Functions.sin(theta) - (gap + turn) * Functions.cos(theta);
            double power = RULE.getWeight(i) * (Math.PI - phi) / 2;
            for (int m = 1; m <= 4; m++) {
                power *= u;
                moments[m] += power;
            }
        }
        double ofStudent = 1;
        double ofTeacher = 1;
        for (int m = 1; m <= 4; m++) {
            ofStudent *= student;
            ofTeacher *= teacher;
            moments[m] = RADIAL[m] * (moments[m] + (ofStudent + ofTeacher) * sines[m]);
        }
        return moments;
    }

    /// Adds (μ, V, κ₃, κ₄) of one patch to `sum[1 … 4]`; `sign` −1 for the formula, +1 for its terms in magnitude.
    private static void addCumulants(double[] sum, double[] m, int sign) {
        double square = m[1] * m[1];
        double variance = m[2] + sign * square;
        double fourth = m[4] + sign * 4 * m[1] * m[3] + 6 * square * m[2] + sign * 3 * square * square;
        sum[1] += m[1];
        sum[2] += variance;
        sum[3] += m[3] + sign * 3 * m[1] * m[2] + 2 * square * m[1];
        sum[4] += fourth + sign * 3 * variance * variance;
    }

    /// Var ½D² = ¼(E D⁴ − (E D²)²) from the cumulants of D.
    private static double squareVariance(double[] c) {
        return (c[4] + 2 * c[2] * c[2] + 4 * c[1] * c[3] + 4 * c[1] * c[1] * c[2]) / 4;
    }

    /// ∫₀^φ sinᵐ t dt for m = 1 … 4: the arc where one network alone is active.
    private static double[] sineIntegrals(double phi) {
        double[] integrals = new double[5];
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double sine = Functions.sin(phi / 2 * (1 + RULE.getPoint(i)));
            double power = RULE.getWeight(i) * phi / 2;
            for (int m = 1; m <= 4; m++) {
                power *= sine;
                integrals[m] += power;
            }
        }
        return integrals;
    }

    private static double[] radial() {
        double root = Math.sqrt(Math.PI / 2);
        double turn = 2 * Math.PI;
        return new double[] {1 / turn, root / turn, 2 / turn, 3 * root / turn, 8 / turn};
    }
}
