package lemmata.audit;

import java.util.List;
import lemmata.num.Functions;

/// A drawn contracting sequence u⁺ = (1−ηλ)u + ηX with |X| ≤ C and variances up to V.
///
/// @param eta η
/// @param rate ηλ in (0, 1], 1 among them
/// @param variance V ≤ C²
/// @param range C
/// @param theta θ < 3/C
/// @param high where the level lies, in (0, 1)
/// @param steps N
record ExitCase(double eta, double rate, double variance, double range, double theta, double high, int steps) {

    /// Domain of the random numbers of this chapter's first stems.
    static final int DOMAIN = 31;

    /// Cells of the grid on [−U, U].
    private static final int CELLS = 160;

    /// So far below its cell's edge a point may be taken for it: the rounding of a step.
    private static final double EDGE = 0x1p-40;

    private static final int MOST = 60;

    /// Of a drawn case.
    static ExitCase of(Draw draw) {
        double range = Functions.exp(8 * draw.uniform(1221) - 4);
        double share = draw.uniform(1222) < 0.2 ? 1 : Functions.exp(-6 * draw.uniform(1223));
        double rate = draw.uniform(1224) < 0.25 ? 1 : Functions.exp(-4 * draw.uniform(1225));
        double room = draw.uniform(1226) < 0.5 ? 3 * Functions.exp(-8 * draw.uniform(1227)) : 3 * draw.uniform(1227);
        int steps = draw.uniform(1228) < 0.25 ? 1 : 2 + (int) (MOST * draw.uniform(1229));
        double eta = Functions.exp(-8 * draw.uniform(1230));
        double theta = Math.min(room, 2.99) / range;
        return new ExitCase(eta, rate, range * range * share, range, theta, draw.uniform(1231), steps);
    }

    /// A level U: up to five times √v, or just below ηC or η√V, so that one step can reach it.
    double level(double v) {
        double within = 10 * (high % 0.1);
        if (high < 0.2) {
            return 0.999 * eta * range;
        }
        return high < 0.4 ? 0.999 * eta * Math.sqrt(variance) : Math.sqrt(v) * (0.5 + 4.5 * within);
    }

    /// The largest probability that one step leads out of [−U, U].
    double once(double level) {
        double most = 0;
        for (TwoPointLaw law : TwoPointLaw.choices(variance, range)) {
            double up = eta * law.high() > level ? law.share() : 0;
            double down = -eta * law.low() > level ? law.rest() : 0;
            most = Math.max(most, up + down);
        }
        return most;
    }

    /// A lower bound of the largest probability, over all choices of laws, that u passes U on the way up before it
    /// passes −U, within the steps.
    ///
    /// By dynamic programming from the end. That probability grows with u, so each point may be moved down to the
    /// next edge of a cell.
    double opponent(double level, int steps) {
        List<TwoPointLaw> choices = TwoPointLaw.choices(variance, range);
        double[] now = new double[CELLS + 1];
        for (int n = 0; n < steps; n++) {
            double[] next = now;
            now = new double[CELLS + 1];
            for (int i = 0; i <= CELLS; i++) {
                double kept = (1 - rate) * level * (2.0 * i / CELLS - 1);
                for (TwoPointLaw law : choices) {
                    double up = law.share() * at(next, (kept + eta * law.high()) / level);
                    double down = law.rest() * at(next, (kept + eta * law.low()) / level);
                    now[i] = Math.max(now[i], up + down);
                }
            }
        }
        return now[CELLS / 2];
    }

    /// 1 above the level, 0 below the lowest edge.
    private static double at(double[] edges, double height) {
        if (height > 1 + EDGE) {
            return 1;
        }
        int cell = (int) Math.floor((height + 1) * CELLS / 2 - EDGE);
        return cell < 0 ? 0 : edges[Math.min(cell, CELLS)];
    }
}
