package lemmata.landscape;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;

/// How flat the loss is in the filter at the spurious point: it grows with the cube of the angle, not with its square.
///
/// L(w, ā) − L(w̄, ā) = |āᵀa*| g(φ)/2π for āᵀa* < 0, between |āᵀa*|(ψ³ − ψ⁵/10)/6π and |āᵀa*|ψ³/6π, ψ = π − φ
///
/// Zero at ψ = 0; |āᵀa*|/2π at ψ = π/2. **Source.** landscape.FilterDegeneracy.
public final class FilterDegeneracy {

    private FilterDegeneracy() {}

    /// L(w, ā) − L(w̄, ā) = −g(φ) āᵀa*/2π, within [#growthError].
    @Statement({"landscape.FilterDegeneracy/S1", "landscape.FilterDegeneracy/S2"})
    public static double growth(Teacher teacher, Angle angle) {
        return -AngleKernel.g(angle) * SpuriousOptimum.alignment(teacher) / (2 * Math.PI);
    }

    /// Bound on the error of [#growth].
    public static double growthError(Teacher teacher, Angle angle) {
        return 64 * RoundOff.U * Math.abs(growth(teacher, angle))
                + AngleKernel.g(angle) * SpuriousOptimum.alignmentError(teacher) / (2 * Math.PI)
                + RoundOff.UNDERFLOW * (1 + Math.abs(SpuriousOptimum.alignment(teacher)));
    }

    /// |āᵀa*| (ψ³ − ψ⁵/10)/6π: below the growth, and positive for ψ < √10, that is for every ψ up to π.
    @Statement("landscape.FilterDegeneracy/S1")
    public static double lower(Teacher teacher, Angle angle) {
        double psi = angle.psi();
        return upper(teacher, angle) * (1 - psi * psi / 10);
    }

    /// |āᵀa*| ψ³/6π: above the growth.
    @Statement("landscape.FilterDegeneracy/S1")
    public static double upper(Teacher teacher, Angle angle) {
        double psi = angle.psi();
        return Math.abs(SpuriousOptimum.alignment(teacher)) * (psi * psi * psi) / (6 * Math.PI);
    }
}
