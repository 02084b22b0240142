package lemmata.audit;

import lemmata.audit.BoxCertificate.Area;

/// The search's bounds on the slope of h(π)/g₀m1 = N/M in ρ: step sums for N′ and M′, added up over a grid of ρ.
///
/// N′(ρ) = E(1 − cos²ω/ρ²)₊^((p+1)/2), ω of density ∝ cos ω sin^(p−2)ω, M′ the same without cos ω; N(0) = 0 and
/// M(0) = (p+1)/p. All four rise with ρ.
final class EscapeSteps implements SmoothingCertificates.Bounds {

    private static final NodeGrid LEVELS = new NodeGrid(-11, 7, 64);

    private final Interval[] first = new Interval[LEVELS.size()];
    private final Interval[] zeroth = new Interval[LEVELS.size()];
    private final double[] most = new double[LEVELS.size()];
    private final Interval[] mass = new Interval[LEVELS.size()];

    EscapeSteps(int p) {
        QuarterCircle[] plain = {new QuarterCircle(0, p - 2), new QuarterCircle(1, p - 2)};
        QuarterCircle[] exchanged = {new QuarterCircle(0, p + 2), new QuarterCircle(1, p + 2)};
        Interval gain = Interval.point(0);
        Interval sum = Interval.quotient(p + 1, p);
        for (int i = 0; i < LEVELS.size(); i++) {
            first[i] = slope(1, p, LEVELS.node(i), plain[1], exchanged[1]);
            zeroth[i] = slope(0, p, LEVELS.node(i), plain[0], exchanged[0]);
            Interval length = Interval.point(LEVELS.node(i) - (i == 0 ? 0 : LEVELS.node(i - 1)));
            Interval before = i == 0 ? Interval.point(0) : zeroth[i - 1];
            gain = gain.plus(length.times(Interval.point(first[i].high())));
            sum = sum.plus(length.times(new Interval(Math.max(0, before.low()), zeroth[i].high())));
            most[i] = gain.high();
            mass[i] = sum;
        }
    }

    /// N′ (i = 1) or M′ (i = 0); below ½ by the substitution of cos ω by ρ cos ω.
    private static Interval slope(int i, int p, double rho, QuarterCircle plain, QuarterCircle exchanged) {
        Interval square = Interval.point(rho).times(Interval.point(rho));
        if (rho >= 0.5) {
            return plain.mean(
                    c -> QuarterCircle.power(QuarterCircle.ONE.minus(c.times(c).over(square)), p + 1));
        }
        return exchanged
                .mean(c ->
                        QuarterCircle.power(QuarterCircle.ONE.minus(c.times(c).times(square)), p - 3))
                .times(QuarterCircle.whole(i, p + 2).over(QuarterCircle.whole(i, p - 2)))
                .times(QuarterCircle.power(Interval.point(rho), 2 * (i + 1)));
    }

    @Override
    public double least(Area area) {
        int low = LEVELS.below(area.rhoLow());
        int high = LEVELS.above(area.rhoHigh());
        if (low < 0 || high >= LEVELS.size()) {
            return Double.NEGATIVE_INFINITY;
        }
        Interval gain = Interval.point(first[low].low()).times(Interval.point(mass[low].low()));
        Interval loss = Interval.point(most[high]).times(Interval.point(zeroth[high].high()));
        Interval total = Interval.point(mass[high].high());
        return gain.minus(loss).over(total.times(total)).low();
    }

    @Override
    public double required(Area area) {
        Interval least = Interval.point(area.rhoLow())
                .times(Interval.point(area.rhoLow()))
                .plus(QuarterCircle.ONE);
        Interval most = Interval.point(area.rhoHigh());
        return most.times(most)
                .over(least.times(least).times(Interval.point(12)))
                .high();
    }
}
