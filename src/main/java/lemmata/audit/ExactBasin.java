package lemmata.audit;

import lemmata.landscape.DescentBasin;
import lemmata.model.Student;
import lemmata.model.Teacher;
import org.apfloat.Apfloat;

/// The tangent of the stable manifold in the oracle's arithmetic, by Newton steps from the doubles of a basin.
///
/// @param psi ψ_c
/// @param slope s = ψ_c sin ψ_c/2π
/// @param rate μ = s²[a₁²/(μ+λ₁) + a₂²/(μ+λ₂)]
record ExactBasin(Apfloat psi, Apfloat slope, Apfloat rate) {

    private static final Apfloat ONE = Oracle.exact(1);
    private static final Apfloat TURN = Oracle.pi().multiply(Oracle.exact(2));
    private static final Apfloat LESS = Oracle.pi().subtract(ONE);

    /// From 10⁻¹² to 10⁻⁹⁶: weights of size 10⁶⁸ multiply what is left.
    private static final int STEPS = 3;

    static ExactBasin of(Teacher teacher, DescentBasin basin) {
        Apfloat psi = Oracle.exact(basin.saddle().psi());
        Apfloat level = Oracle.saddleLevel(teacher);
        for (int step = 0; step < STEPS; step++) {
            Apfloat excess = Oracle.v(psi).subtract(level);
            psi = psi.subtract(excess.divide(psi.multiply(HighPrecision.sin(psi))));
        }
        Apfloat slope = psi.multiply(HighPrecision.sin(psi)).divide(TURN);
        Apfloat[] aStar = Oracle.exact(teacher.a());
        Apfloat[] rest = ExactVectors.centred(aStar);
        Apfloat square = slope.multiply(slope);
        Apfloat across = Oracle.dot(rest, rest).multiply(square);
        Apfloat along = Oracle.dot(aStar, aStar).multiply(square).subtract(across);
        Apfloat rate = Oracle.exact(basin.rate());
        for (int step = 0; step < STEPS; step++) {
            Apfloat first = along.divide(rate.add(top(teacher)));
            Apfloat second = across.divide(rate.add(LESS.divide(TURN)));
            Apfloat bend = first.divide(rate.add(top(teacher))).add(second.divide(rate.add(LESS.divide(TURN))));
            rate = rate.subtract(rate.subtract(first).subtract(second).divide(ONE.add(bend)));
        }
        return new ExactBasin(psi, slope, rate);
    }

    /// φ_c − φ₀ + s[u₁/(μ+λ₁) + u₂/(μ+λ₂)], u the parts of (a₀ − a_c)ᵀa*.
    Apfloat margin(Teacher teacher, Student start) {
        Apfloat[] aStar = Oracle.exact(teacher.a());
        Apfloat[] rest = ExactVectors.centred(aStar);
        Apfloat[] a = Oracle.exact(start.a());
        Apfloat k = Oracle.exact(teacher.k());
        Apfloat mean = ExactVectors.mean(aStar);
        Apfloat g = Oracle.v(psi);
        Apfloat along = mean.multiply(k).multiply(ExactVectors.mean(a));
        Apfloat across = Oracle.dot(a, rest);
        Apfloat stillAlong = mean.multiply(mean).multiply(k).multiply(g.add(k).subtract(ONE));
        Apfloat stillAcross = Oracle.dot(rest, rest).multiply(g.subtract(ONE)).divide(LESS);
        Apfloat first = along.subtract(stillAlong.divide(LESS.add(k))).divide(rate.add(top(teacher)));
        Apfloat second = across.subtract(stillAcross).divide(rate.add(LESS.divide(TURN)));
        Apfloat phi = Oracle.pi().subtract(psi);
        return phi.subtract(new Oracle(teacher, start).phi()).add(slope.multiply(first.add(second)));
    }

    /// ∫₀ˣ sinⁿ = [(n−1) ∫₀ˣ sinⁿ⁻² − cos x sinⁿ⁻¹x]/n.
    static Apfloat sinePower(int n, Apfloat x) {
        Apfloat sine = HighPrecision.sin(x);
        Apfloat cosine = HighPrecision.cos(x);
        Apfloat integral = n % 2 == 0 ? x : ONE.subtract(cosine);
        Apfloat power = n % 2 == 0 ? sine : sine.multiply(sine);
        for (int m = n % 2 == 0 ? 2 : 3; m <= n; m += 2) {
            integral = integral.multiply(Oracle.exact(m - 1))
                    .subtract(cosine.multiply(power))
                    .divide(Oracle.exact(m));
            power = power.multiply(sine).multiply(sine);
        }
        return integral;
    }

    /// λ₁.
    private static Apfloat top(Teacher teacher) {
        return LESS.add(Oracle.exact(teacher.k())).divide(TURN);
    }
}
