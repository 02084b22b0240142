package lemmata.audit;

import java.math.BigDecimal;
import lemmata.audit.BoxCertificate.Area;

/// The checker's bounds on the slope of h(π)/g₀m1 in ρ; RADIAL.
///
/// With c = |u₁| on the sphere of R^p and v of the noise, h(π)/g₀m1 = N/M, N = E c(ρ|v|−c)₊/E c E|v|,
/// M = E max(c, ρ|v|)/E|v|, M(0) = E c/E|v| = (p+1)/p. N′ and M′ are the means of the moments c and 1 over the density
/// of c times E[|v|; |v| > c/ρ] ∝ (1 − c²/ρ²)₊^((p+1)/2). All four rise with ρ.
final class EscapeBounds implements CertificateChecker.Bounds {

    private final Bracket start;
    private final ScaledMoment first;
    private final ScaledMoment zeroth;

    EscapeBounds(int p) {
        start = Bracket.quotient(p + 1, p);
        first = new ScaledMoment(1, p - 3, p + 1);
        zeroth = new ScaledMoment(0, p - 3, p + 1);
    }

    /// (N′M − NM′)/M², each factor at the end where it counts.
    @Override
    public BigDecimal least(Area area) {
        Bracket low = Bracket.of(area.rhoLow());
        Bracket high = Bracket.of(area.rhoHigh());
        Bracket gain = first.atInverse(low).times(start.plus(zeroth.integral(low)));
        Bracket loss = first.integral(high).times(zeroth.atInverse(high));
        Bracket most = start.plus(zeroth.integral(high));
        Bracket slope = gain.minus(loss);
        return slope.over(most.power(2)).low();
    }

    /// ρ²/12(1 + ρ²)².
    @Override
    public BigDecimal required(Area area) {
        Bracket least = Bracket.of(area.rhoLow()).power(2).plus(Bracket.ONE);
        return Bracket.of(area.rhoHigh())
                .power(2)
                .over(least.power(2).times(12))
                .high();
    }
}
