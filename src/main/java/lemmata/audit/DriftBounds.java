package lemmata.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lemmata.audit.BoxCertificate.Area;
import lemmata.audit.BoxCertificate.Claim;
import lemmata.audit.BoxCertificate.Quantity;

/// The checker's bounds on κ and its derivatives, from smoothing.Drift's formula for the slope.
///
/// With s = ρ/sin t: −κ′ = K(s) at t = φ; κ = ψ + ∫ (1 − K(s)) dt and ∂κ/∂ρ = ∫ V(s) ρ/sin²t dt over ψ ≤ t ≤ π/2 for
/// ψ = π−φ ≤ π/2; V(s) = −K′(s)/s. K and V fall in s, for their integrands do: so each cell of a fixed grid of t
/// contributes at least its length times the value at the worse end, and each area has a worst corner.
/// For NORMALISED κ = E[(π−φ̃)/r̃] over the noise ρn, n on the sphere of R^(p+2), and for NETWORK κ = E[π−φ̃] over the
/// same: as r̃ ≤ 1+ρ, the former is at least the latter over 1+ρ.
final class DriftBounds implements CertificateChecker.Bounds {

    /// π/2 is after the one and before the other.
    private static final double BEFORE_RIGHT = 1.5703125;

    private static final double AFTER_RIGHT = 1.572265625;

    private static final double LAST_NODE = 1.5;

    private static final double SMALLEST = 0x1p-13;
    private static final double PARTS = 16;

    /// 0, every binary order of magnitude in equal parts from the smallest node to 3/2, and π/2.
    private static final List<Bracket> GRID = grid();

    private static final List<Bracket> SINES = sines();

    private final Quantity quantity;
    private final Bracket flatness;
    private final Bracket steepness;
    private final ScaledMoment slope;
    private final ScaledMoment bend;
    private final Map<Double, Bracket> sines = new HashMap<>();
    private final Map<Double, List<Bracket>> gains = new HashMap<>();
    private final Map<Double, List<Bracket>> rises = new HashMap<>();

    DriftBounds(Claim claim) {
        int p = claim.p();
        int power = claim.doubledPower();
        quantity = claim.quantity();
        flatness = power == 0 ? Bracket.ZERO : Bracket.quotient(2 * (p + 2), power);
        steepness = Bracket.quotient(power, p + 2);
        slope = new ScaledMoment(0, p - 1, power);
        bend = power < 2 ? slope : new ScaledMoment(2, p - 1, power - 2);
    }

    @Override
    public BigDecimal least(Area area) {
        Bracket psi = Bracket.of(area.psiHigh());
        return switch (quantity) {
            case FALL -> fall(area.rhoHigh(), leastSine(area)).low();
            case GAIN -> gain(psi, area.rhoLow()).low();
            case RISE ->
                rise(psi, area.rhoHigh()).times(Bracket.of(area.rhoLow())).low();
            case CURB -> curb(area).low();
            case ESCAPE -> throw new IllegalStateException();
        };
    }

    @Override
    public BigDecimal required(Area area) {
        Bracket psi = Bracket.of(area.psiLow());
        Bracket rho = Bracket.of(area.rhoHigh());
        Bracket least = Bracket.of(area.rhoLow());
        return switch (quantity) {
            case FALL -> over(greatestSine(area), greatestSine(area).plus(least.times(2)));
            case GAIN ->
                over(
                        rho.times(rho).times(Bracket.cos(psi)),
                        rho.times(rho)
                                .plus(rho)
                                .plus(flatness.times(Bracket.sin(psi)))
                                .times(2));
            case RISE ->
                over(
                        rho.times(Bracket.cos(psi)),
                        Bracket.ONE.plus(least.power(3)).times(4));
            case CURB -> requiredCurb(area);
            case ESCAPE -> throw new IllegalStateException();
        };
    }

    private static BigDecimal over(Bracket numerator, Bracket denominator) {
        return numerator.over(denominator).high();
    }

    /// K tan(ψ/2) + κ; κ rises in ψ, and in ρ up to ψ = π/2, from where on it is at least π/2.
    private Bracket curb(Area area) {
        Bracket psi = Bracket.of(area.psiLow());
        Bracket half = Bracket.of(area.psiLow() / 2);
        Bracket gain = area.psiLow() < AFTER_RIGHT ? gain(psi, area.rhoLow()) : Bracket.ZERO;
        Bracket fall = fall(area.rhoHigh(), leastSine(area));
        return psi.minimum(GRID.getLast())
                .plus(gain)
                .plus(fall.times(Bracket.sin(half)).over(Bracket.cos(half)));
    }

    private BigDecimal requiredCurb(Area area) {
        Bracket rho = Bracket.of(area.rhoHigh());
        Bracket psi = Bracket.of(area.psiHigh());
        Bracket noise = rho.over(rho.plus(Bracket.of(2)));
        Bracket least = leastSine(area).plus(Bracket.of(area.rhoLow()).times(2));
        Bracket turned = Bracket.ONE.minus(Bracket.cos(psi)).over(least);
        return over(psi.minimum(GRID.getLast()).plus(noise).plus(turned), Bracket.of(2));
    }

    /// A lower bound on K(ρ/sine); 0 where the sine may be.
    private Bracket fall(double rho, Bracket sine) {
        return sine.low().signum() <= 0 ? Bracket.ZERO : slope.at(greatest(rho, sine));
    }

    /// The integral of 1 − K from ψ on; in each cell s is least at its later end.
    private Bracket gain(Bracket psi, double rho) {
        return integral(psi, gains.computeIfAbsent(rho, level -> {
            List<Bracket> worst = new ArrayList<>();
            for (int cell = 0; cell + 1 < GRID.size(); cell++) {
                Bracket least = Bracket.exact(
                        Bracket.of(level).over(SINES.get(cell + 1)).low());
                worst.add(Bracket.ONE.minus(slope.at(least)));
            }
            return summed(worst);
        }));
    }

    /// The integral of V/sin² from ψ on; in each cell s is largest at its earlier end, and the sine at its later one.
    private Bracket rise(Bracket psi, double rho) {
        return integral(psi, rises.computeIfAbsent(rho, level -> {
            List<Bracket> worst = new ArrayList<>(List.of(Bracket.ZERO));
            for (int cell = 1; cell + 1 < GRID.size(); cell++) {
                Bracket least = steepness.times(bend.at(greatest(level, SINES.get(cell))));
                worst.add(least.over(SINES.get(cell + 1).power(2)));
            }
            return summed(worst);
        }));
    }

    private static Bracket greatest(double rho, Bracket sine) {
        return Bracket.exact(Bracket.of(rho).over(sine).high());
    }

    /// What the cells from each one on contribute: length times worst value, and nothing where that is negative.
    private static List<Bracket> summed(List<Bracket> worst) {
        List<Bracket> sums = new ArrayList<>(List.of(Bracket.ZERO));
        for (int cell = worst.size() - 1; cell >= 0; cell--) {
            Bracket length = GRID.get(cell + 1).minus(GRID.get(cell));
            sums.add(sums.getLast().plus(length.times(worst.get(cell).maximum(Bracket.ZERO))));
        }
        return sums.reversed();
    }

    /// The cells beyond ψ, and of the one that contains ψ the part beyond.
    private static Bracket integral(Bracket psi, List<Bracket> sums) {
        int cell = 0;
        while (cell + 1 < GRID.size() && GRID.get(cell + 1).low().compareTo(psi.low()) <= 0) {
            cell++;
        }
        if (cell + 1 == GRID.size()) {
            return Bracket.ZERO;
        }
        Bracket end = GRID.get(cell + 1);
        Bracket part = end.minus(psi).over(end.minus(GRID.get(cell)));
        return sums.get(cell + 1).plus(part.times(sums.get(cell).minus(sums.get(cell + 1))));
    }

    /// The sine is concave on [0, π]: smallest at an end, largest at an end or at π/2.
    private Bracket leastSine(Area area) {
        return sine(area.psiLow()).minimum(sine(area.psiHigh()));
    }

    private Bracket greatestSine(Area area) {
        return area.psiLow() < AFTER_RIGHT && area.psiHigh() > BEFORE_RIGHT
                ? Bracket.ONE
                : sine(area.psiLow()).maximum(sine(area.psiHigh()));
    }

    private Bracket sine(double psi) {
        return sines.computeIfAbsent(psi, angle -> Bracket.sin(Bracket.of(angle)));
    }

    private static List<Bracket> grid() {
        List<Bracket> grid = new ArrayList<>(List.of(Bracket.ZERO));
        for (double order = SMALLEST; order <= LAST_NODE; order *= 2) {
            for (double node = order; node < 2 * order && node <= LAST_NODE; node += order / PARTS) {
                grid.add(Bracket.of(node));
            }
        }
        grid.add(Bracket.PI.over(Bracket.of(2)));
        return List.copyOf(grid);
    }

    private static List<Bracket> sines() {
        List<Bracket> sines = new ArrayList<>();
        for (Bracket node : GRID.subList(0, GRID.size() - 1)) {
            sines.add(Bracket.sin(node));
        }
        sines.add(Bracket.ONE);
        return List.copyOf(sines);
    }
}
