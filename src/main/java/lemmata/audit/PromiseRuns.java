package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import lemmata.experiment.BinomialInterval;
import lemmata.model.Target;
import lemmata.theorem.Configuration;
import lemmata.theorem.Region;

/// Runs that are looked at on the way: which of them are outside a region at some steps, and at any of them so far.
///
/// The steps are the first one, twice as many, four times as many, … and the last one. A run that has diverged counts
/// as outside. How often a look finds a run outside is at most how often it is outside at any time, so that a lower
/// bound of the one is one of the other, whenever the looking ends.
public final class PromiseRuns {

    /// Level of the intervals: each end errs with probability at most [Run#FALSE_ALARM].
    public static final double LEVEL = 1 - 2 * Run.FALSE_ALARM;

    private final Target target;
    private final Region region;
    private final Representation chain;
    private final Simulation simulation;
    private final long first;
    private final long last;
    private final boolean[] outside;
    private final List<Look> looks = new ArrayList<>();
    private boolean complete;

    /// What is seen at a step.
    ///
    /// @param step how many were taken
    /// @param outside runs outside the region
    /// @param soFar runs outside at this or an earlier look
    /// @param diverged runs that have diverged; they are among those outside
    /// @param digest of all states
    public record Look(long step, int outside, int soFar, int diverged, String digest) {}

    /// @param chain what runs
    /// @param at noise and step size
    /// @param region where the runs should be
    /// @param trials how many
    /// @param first step at which they are looked at
    /// @param last step at which they are
    /// @throws lemmata.model.InvalidField naming `steps` if they are too many
    PromiseRuns(Representation chain, Configuration at, Region region, int trials, long first, long last) {
        this.target = at.target();
        this.region = region;
        this.chain = chain;
        this.first = first;
        this.last = last;
        this.outside = new boolean[trials];
        Schedule schedule = Schedule.of(new Stage(at.rhoW(), at.rhoA(), at.eta(), last));
        this.simulation = new Simulation(chain, schedule, 0, trials);
    }

    /// Runs from look to look, until more runs were outside than the share `delta` explains, the last step is taken, or
    /// `stop` says so or this thread is interrupted.
    void run(double delta, int threads, BooleanSupplier stop) {
        for (long step = first; !complete; step = Math.min(last, Math.max(1, step + Math.min(step, last - step)))) {
            try {
                simulation.runUntil(step, threads, stop);
            } catch (InterruptedException e) {
                return; // asked to stop: what was seen remains
            }
            if (simulation.trialSteps() < step * outside.length) {
                return;
            }
            look(step);
            complete = step == last || probability().low() > delta;
        }
    }

    private void look(long step) {
        int now = 0;
        int any = 0;
        int diverged = 0;
        List<Result> results = simulation.results();
        for (int i = 0; i < outside.length; i++) {
            Result result = results.get(i);
            boolean gone = result.taken() < step;
            boolean out = gone || !region.contains(Observation.of(target, result.state(), step));
            outside[i] |= out;
            now += out ? 1 : 0;
            any += outside[i] ? 1 : 0;
            diverged += gone ? 1 : 0;
        }
        looks.add(new Look(step, now, any, diverged, simulation.digest()));
    }

    /// All looks so far, in their order.
    public List<Look> looks() {
        return List.copyOf(looks);
    }

    /// Whether all looks were taken that were wanted.
    public boolean isComplete() {
        return complete;
    }

    /// Runs that were outside at some look.
    public int failures() {
        return looks.isEmpty() ? 0 : looks.getLast().soFar;
    }

    /// How many runs there are.
    public int trials() {
        return outside.length;
    }

    /// The step of the last look; −1 before any.
    public long reached() {
        return looks.isEmpty() ? -1 : looks.getLast().step;
    }

    /// Clopper and Pearson's interval of the probability to be outside at a look that was taken, of [#LEVEL].
    public BinomialInterval probability() {
        return BinomialInterval.of(failures(), looks.isEmpty() ? 0 : outside.length, LEVEL);
    }

    /// The interval of a single look.
    static BinomialInterval probability(Look look, int trials) {
        return BinomialInterval.of(look.outside, trials, LEVEL);
    }

    /// The part that has been run of all that is to be run.
    public double share() {
        return simulation.trialSteps() / Math.max(1.0, simulation.allTrialSteps());
    }

    /// Trials times steps that have been taken.
    public long trialSteps() {
        return simulation.trialSteps();
    }

    /// The engine's name.
    public String engineName() {
        return chain.engineName();
    }
}
