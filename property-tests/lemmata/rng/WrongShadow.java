package lemmata.rng;

import lemmata.audit.BallChecks.Shadows;
import lemmata.num.LaneFunctions;

/// The shadow with slips: U₀^{power/d}, U₁^{2/(d−second)}, U₂^{2/(d−third)}.
record WrongShadow(int power, int second, int third, boolean oneAngle, boolean cosineTwice) implements Shadows {

    @Override
    public BallShadow at(int d, double radius, long word, long more, long angle, long other) {
        double total = radius * radius * uniform(word, (double) power / d);
        double y = d <= 2 ? 0 : uniform(word >>> 32, 2.0 / Math.max(d - second, 1));
        double z = d <= 4 ? 0 : uniform(more, 2.0 / Math.max(d - third, 1));
        double length = Math.sqrt(total * (1 - y) / 2);
        double first = length * LaneFunctions.cosine(angle);
        double sine = length * (cosineTwice ? LaneFunctions.cosine(angle) : LaneFunctions.sine(angle));
        if (d == 1) {
            return new BallShadow(Math.sqrt(total) * Math.signum(first), 0, 0, 0);
        }
        double rest = total * y;
        long last = oneAngle ? angle : other;
        if (d == 3) {
            double sign = Math.signum(LaneFunctions.cosine(last));
            return new BallShadow(first, sine, Math.sqrt(rest) * sign, 0);
        }
        double next = Math.sqrt(rest * (1 - z) / 2);
        double fourth = next * LaneFunctions.sine(last);
        return new BallShadow(first, sine, next * LaneFunctions.cosine(last), rest * z + fourth * fourth);
    }

    private static double uniform(long half, double power) {
        return 1 + LaneFunctions.expm1(-power * LaneFunctions.exponential(half));
    }
}
