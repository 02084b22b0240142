package lemmata.audit;

import lemmata.theorem.Problem;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// The bounds of theorem.OutputPath/S4 on one step's noise in 250 digits, as the page prints them.
public record OutputFormula(Problem problem) {

    private static final Apfloat ONE = Oracle.exact(1);
    private static final Apfloat TWO = Oracle.exact(2);

    private Apfloat rho() {
        return Oracle.exact(problem.rhoW());
    }

    private Apfloat p() {
        return Oracle.exact(problem.p());
    }

    private Apfloat k() {
        return Oracle.exact(problem.target().k());
    }

    private static Apfloat square(Apfloat x) {
        return x.multiply(x);
    }

    private static Apfloat root(Apfloat x) {
        return x.signum() == 0 ? x : ApfloatMath.sqrt(x);
    }

    private static Apfloat larger(Apfloat x, Apfloat y) {
        return x.compareTo(y) < 0 ? y : x;
    }

    private Apfloat m2() {
        return ONE.add(square(rho()).multiply(p()).divide(p().add(TWO)));
    }

    private Apfloat m4() {
        Apfloat square = square(rho());
        return ONE.add(TWO.multiply(square)).add(square(square).multiply(p()).divide(p().add(Oracle.exact(4))));
    }

    /// sd(r̃²) = √(m₄ − m₂²).
    private Apfloat squareSpread() {
        return root(m4().subtract(square(m2())));
    }

    /// S_g.
    public Apfloat kernelSpread() {
        Apfloat size = p().add(TWO);
        Apfloat half = Oracle.pi().divide(TWO);
        Apfloat steep = Oracle.pi().multiply(rho()).multiply(root(p().divide(size)));
        Apfloat even = half.subtract(ONE).multiply(root(ONE.add(square(rho()).divide(size))));
        Apfloat split = half.multiply(rho()).divide(root(size)).add(even);
        return steep.compareTo(split) < 0 ? steep : split;
    }

    private Apfloat rate(boolean along) {
        return Oracle.pi().subtract(ONE).add(along ? k() : Oracle.exact(0)).divide(TWO.multiply(Oracle.pi()));
    }

    private Apfloat star(boolean along) {
        double star = along ? problem.target().along() : problem.target().across();
        return Oracle.exact(Math.abs(star)).divide(TWO.multiply(Oracle.pi()));
    }

    /// (rate²) m₄ρ_a²/(k+2) + (rate sd(r̃²) · reach + (k sd(r̃) + S_g)|star|/2π)², without k across.
    public Apfloat variance(boolean along, double reach) {
        Apfloat output = square(rate(along))
                .multiply(m4())
                .multiply(square(Oracle.exact(problem.rhoA())))
                .divide(k().add(TWO));
        Apfloat radius = along ? k().multiply(squareSpread()).divide(root(m2())) : Oracle.exact(0);
        Apfloat filter = rate(along)
                .multiply(squareSpread())
                .multiply(Oracle.exact(reach))
                .add(radius.add(kernelSpread()).multiply(star(along)));
        return output.add(square(filter));
    }

    /// rate · (max{(1+ρ)² − m₂, m₂ − (1−ρ)₊²} · reach + (1+ρ)²ρ_a) + (k + π or π) min{2ρ, 1+ρ}|star|/2π.
    public Apfloat range(boolean along, double reach) {
        Apfloat outer = square(ONE.add(rho()));
        Apfloat inner = square(larger(ONE.subtract(rho()), Oracle.exact(0)));
        Apfloat off = larger(outer.subtract(m2()), m2().subtract(inner));
        Apfloat swing = rho().compareTo(ONE) < 0 ? TWO.multiply(rho()) : ONE.add(rho());
        Apfloat drive = Oracle.pi().add(along ? k() : Oracle.exact(0)).multiply(swing);
        return rate(along)
                .multiply(off.multiply(Oracle.exact(reach)).add(outer.multiply(Oracle.exact(problem.rhoA()))))
                .add(drive.multiply(star(along)));
    }
}
