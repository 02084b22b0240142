package lemmata.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.EmpiricalObservations;
import lemmata.experiment.EmpiricalObservations.Side;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Target;

/// The sides of some runs in their order, and the losses on them.
///
/// @param sides one per trial
/// @param highestGood largest L of a good one, over that of (−w*, ā); 0 if there is none
/// @param lowestBad least L of a bad one, over the same; infinite if there is none
public record SideEnds(List<Side> sides, double highestGood, double lowestBad) {

    /// The failure rate that "Good" allows.
    public static final double FAILURES = 0.001;

    /// Of final states.
    public static SideEnds of(Target target, List<LumpedState> states) {
        double spurious = SpuriousOptimum.loss(target.teacher(1));
        List<Side> sides = new ArrayList<>();
        double highest = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (LumpedState each : states) {
            Side side = EmpiricalObservations.side(target, each);
            double loss = Observation.of(target, each, 0).loss() / spurious;
            sides.add(side);
            highest = side == Side.GOOD ? Math.max(highest, loss) : highest;
            lowest = side == Side.BAD ? Math.min(lowest, loss) : lowest;
        }
        return new SideEnds(sides, highest, lowest);
    }

    /// How many are on a side.
    public int count(Side side) {
        return Collections.frequency(sides, side);
    }

    /// The rule of "Bad": some runs end on the bad side, above the loss of (−w*, ā) but for rounding.
    public boolean showsBad() {
        return count(Side.BAD) > 0 && lowestBad > 1 - 0x1p-40;
    }

    /// The rule of "Good": no more runs end elsewhere than a failure rate of [#FAILURES] explains, and the loss of
    /// all others is next to nothing.
    public boolean isGood() {
        int failed = sides.size() - count(Side.GOOD);
        return !(interval(failed, sides.size()).low() > FAILURES) && highestGood < 1e-6;
    }

    /// The failure rate that [#isGood] finds in so many trials with probability 1 − [Run#FALSE_ALARM] at least.
    static double found(int trials) {
        int allowed = 0;
        while (allowed < trials && !(interval(allowed + 1, trials).low() > FAILURES)) {
            allowed++;
        }
        return interval(allowed, trials).high();
    }

    /// The rule of "Escape": every run is below the loss of the saddles.
    public boolean haveEscaped() {
        return count(Side.OPEN) == 0;
    }

    /// Clopper and Pearson's interval, each end of which errs with probability at most [Run#FALSE_ALARM].
    static BinomialInterval interval(int count, int trials) {
        return BinomialInterval.of(count, trials, 1 - 2 * Run.FALSE_ALARM);
    }
}
