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
/// @param unfinished how many good ones have a loss that is not next to nothing
/// @param lowestBad least L of a bad one, over that of (−w*, ā); infinite if there is none
public record SideEnds(List<Side> sides, int unfinished, double lowestBad) {

    /// What "Bad" asks for at least, of the probability to end on the bad side.
    public static final double BAD = 0.05;

    /// A loss next to nothing, over that of (−w*, ā).
    private static final double NOTHING = 1e-6;

    /// Of final states.
    public static SideEnds of(Target target, List<LumpedState> states) {
        double spurious = SpuriousOptimum.loss(target.teacher(1));
        List<Side> sides = new ArrayList<>();
        int unfinished = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (LumpedState each : states) {
            Side side = EmpiricalObservations.side(target, each);
            double loss = Observation.of(target, each, 0).loss() / spurious;
            sides.add(side);
            unfinished += side == Side.GOOD && !(loss < NOTHING) ? 1 : 0;
            lowest = side == Side.BAD ? Math.min(lowest, loss) : lowest;
        }
        return new SideEnds(sides, unfinished, lowest);
    }

    /// How many are on a side.
    public int count(Side side) {
        return Collections.frequency(sides, side);
    }

    /// "Bad": the probability to end on the bad side, above the loss of (−w*, ā) but for rounding, is at least [#BAD].
    public Verdict bad() {
        BinomialInterval interval = SuccessChecks.interval(count(Side.BAD), sides.size());
        if (interval.high() < BAD || lowestBad <= 1 - 0x1p-40) {
            return Verdict.VIOLATED;
        }
        return interval.low() > BAD ? Verdict.SAMPLED : Verdict.ABSTAINED;
    }

    /// The probability of bad ends that [#bad] sees, but for [Run#FALSE_ALARM].
    static double seen(int trials) {
        int few = 0;
        while (few < trials && !(SuccessChecks.interval(few + 1L, trials).low() > BAD)) {
            few++;
        }
        return SuccessChecks.interval(few, trials).high();
    }

    /// "Good": the probability to end anywhere but at loss 0 is at most [SuccessChecks#ROUNDED].
    public Verdict good() {
        int failed = sides.size() - count(Side.GOOD) + unfinished;
        return SuccessChecks.rare(failed, sides.size(), Run.FALSE_ALARM);
    }

    /// "Escape": the probability to be left at or above the loss of the saddles is at most [SuccessChecks#ROUNDED].
    public Verdict escaped() {
        return SuccessChecks.rare(count(Side.OPEN), sides.size(), Run.FALSE_ALARM);
    }
}
