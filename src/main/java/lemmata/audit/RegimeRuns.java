package lemmata.audit;

import java.util.List;
import java.util.Locale;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.NoiseAnnealing;
import lemmata.experiment.SuccessRates;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import lemmata.theorem.Regime;
import lemmata.theorem.Region;

/// Runs of P-GD from (−w*, ā) by drift and by heat, hot and cooled, and how many of them escape.
public final class RegimeRuns {

    private static final int DOMAIN = 37;

    /// Trials of a run: of 64, none is below 0.31 and all are above 0.69, but for 10⁻¹⁰.
    public static final int TRIALS = 64;

    /// Turnings of tan(φ/2) that a drift is given; the noise of the first steps leaves it seven to eight to make.
    private static final double TURNINGS = 12;

    private static final int DRIFT = 1000;

    private RegimeRuns() {}

    /// A teacher with ‖a*‖ = 1.
    ///
    /// @param p length of the filter
    /// @param k number of patches
    /// @param q (1ᵀa*)²
    public record Place(int p, int k, double q) {

        Target target() {
            return Target.of(k, q, 1);
        }

        String words() {
            return String.format(Locale.ROOT, "p = %d, k = %d, q = %.0f", p, k, q);
        }
    }

    /// Where both regimes are cheap.
    public static final Place SMALL = new Place(2, 4, 1);

    /// The poster's length of the filter.
    public static final Place LARGE = new Place(6, 25, 4);

    /// The experiments' schedule.
    public static Regime heat(Place place) {
        Target target = place.target();
        return new Regime(target, place.p, Reading.POSTER, NoiseAnnealing.DEFAULT.schedule(place.p, target));
    }

    /// 2ρ_esc, no noise on a, stiffness 0.7: the mean step turns the filter.
    public static Regime drift(Place place) {
        Regime any = heat(place);
        double rhoW = 2 * any.escapeNoise().value();
        double unit = new Stage(rhoW, 0, 1, 1).stiffness(Reading.POSTER, place.p, place.k);
        Stage stage = new Stage(rhoW, 0, 0.7 / unit, 1);
        long steps = (long) (TURNINGS * any.turning(stage));
        return new Regime(place.target(), place.p, Reading.POSTER, Schedule.of(new Stage(rhoW, 0, stage.eta(), steps)));
    }

    /// The same and a second stage next to no noise.
    public static Regime twoEpochs(Place place) {
        Regime drift = drift(place);
        Stage first = drift.schedule().stages().getFirst();
        Stage second = new Stage(0.15, 0, 0.02, 20_000);
        return new Regime(drift.target(), place.p, Reading.POSTER, Schedule.of(first, second));
    }

    /// The ends of runs from (−w*, ā).
    public static List<Result> run(Regime regime, long seed, int trials) {
        Setup setup = new Setup(Method.PGD, regime.reading(), 1, Start.SPURIOUS, Generator.PHILOX, seed);
        Simulation simulation = new Simulation(
                setup.lumped(regime.p(), regime.target(), SuccessRates.fastBits()), regime.schedule(), 0, trials);
        try {
            simulation.run(Runtime.getRuntime().availableProcessors(), () -> false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return simulation.results();
    }

    /// How many runs end within 5π/12 of w*.
    public static int escaped(Regime regime, long seed, int trials) {
        return (int) run(regime, seed, trials).stream()
                .filter(result ->
                        Observation.of(regime.target(), result.state(), 0).angle() <= Region.ANGLE)
                .count();
    }

    /// How many runs end at the optimum, τ = 0.01.
    public static int converged(Regime regime, long seed, int trials) {
        return (int) run(regime, seed, trials).stream()
                .filter(result -> Outcome.of(
                                regime.target(),
                                result.state(),
                                result.taken(),
                                regime.schedule().steps(),
                                0.01)
                        == Outcome.CONVERGED)
                .count();
    }

    /// Sampled if the exact interval of a count lies above ½, or below; violated on the other side; else abstained.
    public static Verdict side(int count, int trials, boolean most) {
        BinomialInterval interval = SuccessChecks.interval(count, trials);
        boolean above = interval.low() > 0.5;
        boolean below = interval.high() < 0.5;
        return (most ? above : below) ? Verdict.SAMPLED : above || below ? Verdict.VIOLATED : Verdict.ABSTAINED;
    }

    /// Evidence that most runs escape, or few.
    static Evidence evidence(String what, Place place, Regime regime, long seed, boolean most) {
        long own = Philox.at(seed, DOMAIN, DRIFT, regime.schedule().steps()).low();
        int count = escaped(regime, own, TRIALS);
        BinomialInterval interval = SuccessChecks.interval(count, TRIALS);
        Stage first = regime.schedule().stages().getFirst();
        String detail = String.format(
                Locale.ROOT,
                "%s, from (−w*, ā), first ρ_w = %.4g, ρ_esc = %.4g, ρ_a = %.3g, η = %.3g, %d steps: %d of %d within"
                        + " 5π/12; probability in [%.2f, %.2f] but for %.0e",
                place.words(),
                first.rhoW(),
                regime.escapeNoise().value(),
                first.rhoA(),
                first.eta(),
                regime.schedule().steps(),
                count,
                TRIALS,
                interval.low(),
                interval.high(),
                2 * Run.FALSE_ALARM);
        String claim = what + (most ? ": most runs escape" : ": fewer than half escape");
        return new Evidence("runs", side(count, TRIALS, most), claim, TRIALS, Double.NaN, detail);
    }

    /// Evidence that most runs of two epochs end at the optimum.
    static Evidence twoEpochs(Place place, long seed) {
        Regime regime = twoEpochs(place);
        Schedule schedule = regime.schedule();
        int count = converged(regime, seed, TRIALS);
        Stage first = schedule.stages().getFirst();
        String detail = String.format(
                Locale.ROOT,
                "%d of %d converged, τ = 0.01; the same: lemmata simulate --algorithm pgd --engine lumped"
                        + " --generator philox --seed %d --p %d --k %d --q %.0f --start spurious --rho-w %s,0.15"
                        + " --rho-a 0 --eta %s,0.02 --steps %d,20000 --trials %d",
                count,
                TRIALS,
                seed,
                place.p,
                place.k,
                place.q,
                first.rhoW(),
                first.eta(),
                first.steps(),
                TRIALS);
        String claim = "2ρ_esc without noise on a, then small noise: most runs end at the optimum";
        return new Evidence("runs", side(count, TRIALS, true), claim, TRIALS, Double.NaN, detail);
    }

    /// The filter at an angle ψ from −w*, with ā.
    public static LumpedState near(Target target, double psi) {
        LumpedState spurious = LumpedState.spurious(target);
        return new LumpedState(-Functions.cos(psi), Functions.sin(psi), spurious.x(), spurious.y(), spurious.z());
    }
}
