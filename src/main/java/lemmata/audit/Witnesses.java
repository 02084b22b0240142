package lemmata.audit;

import java.util.Locale;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereProjection;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;

/// Single cases that decide a finding, computed anew in each run.
final class Witnesses {

    /// The poster's own filter length, and the first patch number of its experiments.
    private static final int P = 6;

    private static final int K = 25;

    private Witnesses() {}

    /// model.Perturbation/S1: the poster's noises do not fit for p = 6, k = 25; they do for p = k = 6.
    static Evidence swappedNoises() {
        boolean fits = ModelChecks.posterLinesFit(P, K);
        boolean fitsSquare = ModelChecks.posterLinesFit(P, P);
        return Evidence.witness(
                "ε ∈ R^p is added to a ∈ R^k, ξ ∈ R^k to w ∈ R^p",
                !fits && fitsSquare,
                "p = " + P + ", k = " + K + ": w + ξ has lengths " + P + " and " + K + ", a + ε " + K + " and " + P);
    }

    /// loss.AngleKernel/S1: the three values, at 0 exactly and at the doubles next to π/2 and π.
    static Evidence kernelEnds() {
        boolean holds = AngleKernelChecks.ends(AngleKernel::g);
        return new Evidence(
                "enumeration",
                holds ? Verdict.SAMPLED : Verdict.VIOLATED,
                "g(0) = π, g(π/2) = 1, g(π) = 0",
                3,
                Double.NaN,
                "within the bound at the nearest doubles");
    }

    /// landscape.SpuriousOptimum/S6: for a* = (1, 1) the sign of āᵀa* denies a local minimum, three points towards
    /// (w̄, ā) are lower, and there is no saddle, so no other stationary point, that could be one.
    ///
    /// That lower points come arbitrarily near is [LandscapeIdentities#witnessDescent], a fall by g(g+2)/2π(π+1),
    /// with [KernelCertificates#cubicBelow]: g ≥ ψ³(10 − ψ²)/30 > 0 for ψ in (0, π].
    static Evidence noSpuriousMinimum() {
        Teacher teacher = new Teacher(Spaces.unit("w", 1, 0), Spaces.output("a", 1, 1));
        boolean lower = !LocalMinimality.holds(teacher)
                && CriticalPoints.saddleAngle(teacher).isEmpty();
        StringBuilder drops = new StringBuilder();
        for (double psi : new double[] {0.3, 0.1, 0.03}) {
            Student point = descending(teacher, psi);
            double drop = SpuriousOptimum.loss(teacher) - PopulationLoss.at(teacher, point);
            lower &= drop > PopulationLoss.error(teacher, point) + SpuriousOptimum.lossError(teacher);
            drops.append(String.format(Locale.ROOT, ", %.2g at angle %.2g", drop, psi));
        }
        return Evidence.witness(
                "(w̄, ā) is a local minimum for every teacher",
                lower,
                String.format(
                        Locale.ROOT,
                        "p = 2, k = 2, a* = (1, 1): q = 2 > %.4f = 1 + 1/π, no saddles; the loss falls by %s",
                        LocalMinimality.threshold(2),
                        drops.substring(2)));
    }

    /// loss.AngleKernel/S3 through one patch with a = a* = 1: E ½(σ(y) − σ(x))² = ½ − g/2π, since E σ² = ½.
    static double onePatchLoss(Teacher teacher, Student student) {
        double a = student.a()[0];
        double aStar = teacher.a()[0];
        double g = AngleKernel.g(Angle.between(student.w(), teacher.w()));
        return (a * a + aStar * aStar) / 4 - a * aStar * g / (2 * Math.PI);
    }

    private static Student descending(Teacher teacher, double psi) {
        double[] w = {-Functions.cos(psi), Functions.sin(psi)};
        return LocalMinimality.descent(teacher, SphereProjection.project(Spaces.filter("w", w)));
    }
}
