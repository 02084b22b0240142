package lemmata.loss;

import lemmata.audit.ScalarFormula;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;

/// Losses with one slip each, for the properties of the loss to reject.
final class WrongLosses {

    private WrongLosses() {}

    /// (g − 1) read as g in the mixed moment.
    static double lostOne(Teacher t, Student s) {
        Residual residual = Residual.of(t, s);
        return PopulationLoss.at(t, s) - 2 * residual.r() * residual.d() / (4 * Math.PI);
    }

    /// π cos φ, the kernel of the linear network, for g.
    static double cosine(Teacher t, Student s) {
        return withComplement(t, s, Math.PI * (1 - Functions.cos(angle(t, s).phi())));
    }

    /// π ‖δ‖² for (π−1)‖δ‖².
    static double piForLess(Teacher t, Student s) {
        double size = Residual.of(t, s).size();
        return PopulationLoss.at(t, s) + size * size / (4 * Math.PI);
    }

    /// As if φ were 0.
    static double angleIgnored(Teacher t, Student s) {
        return withComplement(t, s, 0);
    }

    /// a − a* for r a − a*.
    static double normForgotten(Teacher t, Student s) {
        return PopulationLoss.at(t, new Student(SphereProjection.project(s.w()), s.a()));
    }

    /// r rounded down to a power of two.
    static double powerForNorm(Teacher t, Student s) {
        double power = Math.scalb(1.0, Math.getExponent(Vectors.length(s.w())));
        return PopulationLoss.at(
                t, new Student(Vectors.map(entry -> power * entry, SphereProjection.project(s.w())), s.a()));
    }

    /// The sign of 1ᵀa matters.
    static double signSeen(Teacher t, Student s) {
        return PopulationLoss.at(t, s) * (Residual.of(t, s).s() > 0 ? 1 + 1e-9 : 1);
    }

    /// M without 11ᵀ.
    static double sumLost(Teacher t, Student s) {
        double sigma = Residual.of(t, s).sigma();
        return PopulationLoss.at(t, s) - sigma * sigma / (4 * Math.PI);
    }

    /// The weight of the first patch multiplied by a factor.
    static ScalarFormula firstTimes(double factor) {
        return (t, s) -> {
            double[] a = s.a();
            a[0] *= factor;
            return PopulationLoss.at(t, new Student(s.w(), a));
        };
    }

    /// The first coordinate of w taken for 0, if there are others.
    static double firstIgnored(Teacher t, Student s) {
        double[] w = s.w();
        w[0] = s.p() == 1 ? w[0] : 0;
        return PopulationLoss.at(t, new Student(w, s.a()));
    }

    /// r²(s² + (π−1)A) − 2r(s s* + (g−1)d) + s*² + (π−1)B: right, but it cancels next to the optimum.
    static double expanded(Teacher t, Student s) {
        Residual x = Residual.of(t, s);
        double sStar = Vectors.sum(t.a()).doubleValue();
        double g = AngleKernel.g(angle(t, s));
        double student = x.r() * x.r() * (x.s() * x.s() + (Math.PI - 1) * (x.sizeA() * x.sizeA()));
        double teacher = sStar * sStar + (Math.PI - 1) * (x.sizeAStar() * x.sizeAStar());
        return (student - 2 * x.r() * (x.s() * sStar + (g - 1) * x.d()) + teacher) / (4 * Math.PI);
    }

    /// The sum form with π − g as a difference.
    static double naiveComplement(Teacher t, Student s) {
        return withComplement(t, s, Math.PI - AngleKernel.g(angle(t, s)));
    }

    /// The sum form with δ and σ from plain doubles.
    static double plainResidual(Teacher t, Student s) {
        double r = Vectors.length(s.w());
        double[] delta = Vectors.map((weight, target) -> r * weight - target, s.a(), t.a());
        double sigma = 0;
        double square = 0;
        for (double entry : delta) {
            sigma += entry;
            square += entry * entry;
        }
        double filter =
                2 * r * AngleKernel.piMinusG(angle(t, s)) * Residual.of(t, s).d();
        return (sigma * sigma + (Math.PI - 1) * square + filter) / (4 * Math.PI);
    }

    private static double withComplement(Teacher t, Student s, double complement) {
        Residual x = Residual.of(t, s);
        double weights = x.sigma() * x.sigma() + (Math.PI - 1) * (x.size() * x.size());
        return (weights + 2 * x.r() * complement * x.d()) / (4 * Math.PI);
    }

    private static Angle angle(Teacher t, Student s) {
        return Angle.between(s.w(), t.w());
    }
}
