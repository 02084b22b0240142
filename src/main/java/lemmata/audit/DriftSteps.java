package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import lemmata.audit.BoxCertificate.Area;
import lemmata.audit.BoxCertificate.Claim;
import lemmata.audit.BoxCertificate.Quantity;

/// The search's bounds on κ and its derivatives: step sums over the noise, tabulated in s = ρ/sin t, then over t.
///
/// −κ′ = K(s) at t = φ; κ = ψ + ∫ (1 − K(s)) dt and ∂κ/∂ρ = ∫ V(s) ρ/sin²t dt over ψ ≤ t ≤ π/2 for ψ = π−φ ≤ π/2.
/// K(s) = E(1−s²v²)₊ᵐ and V(s) = −K′(s)/s fall, so a node of the table on the safe side stands for every s.
final class DriftSteps implements SmoothingCertificates.Bounds {

    private static final NodeGrid LEVELS = new NodeGrid(-11, 17, 32);
    private static final NodeGrid ANGLES = new NodeGrid(-16, 1, 16);
    private static final double LAST_ANGLE = 1.5625;

    /// The ends of the cells of t, from 0 to π/2, and the sines there.
    private static final List<Double> ENDS = ends();

    private static final List<Interval> SINES =
            ENDS.stream().map(QuarterCircle::sin).toList();

    private final Quantity quantity;
    private final int p;
    private final int power;
    private final QuarterCircle near;
    private final QuarterCircle far;
    private final QuarterCircle bent;
    private final double[] falls;
    private final double[] gains;
    private final double[] bends;

    DriftSteps(Claim claim) {
        quantity = claim.quantity();
        p = claim.p();
        power = claim.doubledPower();
        near = new QuarterCircle(0, p);
        far = new QuarterCircle(0, power + 1);
        bent = new QuarterCircle(0, Math.max(power - 1, 0));
        falls = table(s -> fall(s).low());
        gains = table(s -> gain(s).low());
        bends = quantity == Quantity.RISE ? table(s -> bend(s).low()) : new double[0];
    }

    private static double[] table(DoubleFunction<Double> value) {
        return LEVELS.nodes().stream().mapToDouble(value::apply).toArray();
    }

    /// K(s); beyond 1 by the substitution of v by v/s, which exchanges the exponents.
    private Interval fall(double s) {
        if (s <= 1) {
            return near.mean(c -> QuarterCircle.power(below(s, c), power));
        }
        return exchange(power + 1)
                .times(far.mean(c -> QuarterCircle.power(below(1 / s, c), p - 1)))
                .over(Interval.point(s));
    }

    private Interval gain(double s) {
        return s <= 1
                ? near.mean(c -> QuarterCircle.ONE.minus(QuarterCircle.power(below(s, c), power)))
                : QuarterCircle.ONE.minus(fall(s));
    }

    /// V(s) = 2m E[v²(1−s²v²)₊^(m−1)].
    private Interval bend(double s) {
        if (s <= 1) {
            return near.mean(c -> c.times(c).times(QuarterCircle.power(below(s, c), power - 2)))
                    .times(Interval.point(power));
        }
        return bent.mean(c -> c.times(c).times(QuarterCircle.power(below(1 / s, c), p - 1)))
                .times(exchange(power - 1))
                .times(Interval.point(power))
                .over(QuarterCircle.power(Interval.point(s), 6));
    }

    private static Interval below(double s, Interval c) {
        Interval part = new Interval(Math.nextDown(s), Math.nextUp(s)).times(c);
        return QuarterCircle.ONE.minus(part.times(part));
    }

    private Interval exchange(int k) {
        return QuarterCircle.whole(0, k).over(QuarterCircle.whole(0, p));
    }

    @Override
    public double least(Area area) {
        double least = leastSine(area);
        double fall = least <= 0 ? 0 : above(falls, area.rhoHigh() / least);
        return switch (quantity) {
            case FALL -> fall;
            case GAIN -> gainBeyond(area.psiHigh(), area.rhoLow());
            case RISE ->
                riseBeyond(area.psiHigh(), area.rhoHigh())
                        .times(Interval.point(area.rhoLow()))
                        .low();
            default -> {
                double psi = area.psiLow();
                Interval tangent = QuarterCircle.sin(psi / 2).over(QuarterCircle.cos(psi / 2));
                yield Interval.point(Math.min(psi, QuarterCircle.RIGHT.low()))
                        .plus(Interval.point(gainBeyond(psi, area.rhoLow())))
                        .plus(Interval.point(fall).times(tangent))
                        .low();
            }
        };
    }

    @Override
    public double required(Area area) {
        Interval psi = Interval.point(area.psiLow());
        Interval rho = Interval.point(area.rhoHigh());
        Interval least = Interval.point(area.rhoLow());
        return switch (quantity) {
            case FALL -> {
                Interval sine = Interval.point(greatestSine(area));
                yield sine.over(sine.plus(least).plus(least)).high();
            }
            case GAIN -> {
                Interval flat = Interval.quotient(2L * (p + 2), power).times(QuarterCircle.sin(psi.low()));
                Interval sum = rho.times(rho).plus(rho).plus(flat);
                yield rho.times(rho)
                        .times(QuarterCircle.cos(psi.low()))
                        .over(sum.plus(sum))
                        .high();
            }
            case RISE -> {
                Interval cube = QuarterCircle.ONE.plus(QuarterCircle.power(least, 6));
                yield rho.times(QuarterCircle.cos(psi.low()))
                        .over(cube.times(Interval.point(4)))
                        .high();
            }
            default -> {
                Interval sine = Interval.point(leastSine(area)).plus(least).plus(least);
                Interval right = Interval.point(Math.min(area.psiHigh(), QuarterCircle.RIGHT.high()));
                Interval turned = QuarterCircle.ONE
                        .minus(QuarterCircle.cos(area.psiHigh()))
                        .over(sine);
                Interval noise = rho.over(rho.plus(Interval.point(2)));
                yield right.plus(noise).plus(turned).high() / 2;
            }
        };
    }

    /// A lower bound on the integral of 1 − K from ψ to π/2: each cell at its later end, where s is least.
    private double gainBeyond(double psi, double rho) {
        Interval sum = Interval.point(0);
        for (int cell = 0; cell + 1 < ENDS.size(); cell++) {
            double length = ENDS.get(cell + 1) - Math.max(psi, ENDS.get(cell));
            int node = LEVELS.below(Math.nextDown(rho / SINES.get(cell + 1).high()));
            if (length > 0 && node >= 0) {
                sum = sum.plus(Interval.point(Math.nextDown(length)).times(Interval.point(gains[node])));
            }
        }
        return Math.max(0, sum.low());
    }

    /// A lower bound on the integral of V/sin²: V at the earlier end, the sine at the later one.
    private Interval riseBeyond(double psi, double rho) {
        Interval sum = Interval.point(0);
        for (int cell = 1; cell + 1 < ENDS.size(); cell++) {
            double length = ENDS.get(cell + 1) - Math.max(psi, ENDS.get(cell));
            if (length > 0) {
                Interval sine = SINES.get(cell + 1);
                Interval value =
                        Interval.point(above(bends, rho / SINES.get(cell).low()));
                sum = sum.plus(
                        Interval.point(Math.nextDown(length)).times(value).over(sine.times(sine)));
            }
        }
        return sum;
    }

    /// The value at the next node above s; 0 beyond the table.
    private static double above(double[] table, double s) {
        int node = LEVELS.above(Math.nextUp(s));
        return node < table.length ? Math.max(0, table[node]) : 0;
    }

    private static double leastSine(Area area) {
        return Math.min(
                QuarterCircle.sin(area.psiLow()).low(),
                QuarterCircle.sin(area.psiHigh()).low());
    }

    private static double greatestSine(Area area) {
        double ends = Math.max(
                QuarterCircle.sin(area.psiLow()).high(),
                QuarterCircle.sin(area.psiHigh()).high());
        boolean right = area.psiLow() < QuarterCircle.RIGHT.high() && QuarterCircle.RIGHT.low() < area.psiHigh();
        return right ? 1 : ends;
    }

    private static List<Double> ends() {
        List<Double> ends = new ArrayList<>(List.of(0.0));
        ANGLES.nodes().stream().filter(node -> node <= LAST_ANGLE).forEach(ends::add);
        ends.add(QuarterCircle.RIGHT.low());
        return List.copyOf(ends);
    }
}
