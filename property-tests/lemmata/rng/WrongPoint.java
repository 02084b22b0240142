package lemmata.rng;

import lemmata.audit.BallChecks.Points;
import lemmata.num.LaneFunctions;

/// The formula with slips: what the last word adds for an even and an odd d (0 nothing, 1 a pair, 2 one
/// coordinate).
record WrongPoint(int even, int odd, boolean oneAngle, boolean cosineTwice) implements Points {

    @Override
    public double[] at(Words words, long trial, long first, int d, double radius) {
        int pairs = (d + 1) / 2;
        double total = 0;
        for (int i = 0; i < pairs; i++) {
            total += LaneFunctions.exponential(words.word(trial, first + i));
        }
        int kind = d % 2 == 0 ? even : odd;
        total += kind == 0 ? 0 : Ball.last(words.word(trial, first + pairs), kind + 1);
        double[] point = new double[d];
        for (int i = 0; i < d; i++) {
            long word = words.word(trial, first + i / 2);
            long angle = (oneAngle ? words.word(trial, first) : word) >>> 32;
            double turn = i % 2 == 0 || cosineTwice ? LaneFunctions.cosine(angle) : LaneFunctions.sine(angle);
            point[i] = radius * turn * Math.sqrt(LaneFunctions.exponential(word) / (2 * total));
        }
        return point;
    }
}
