package lemmata.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleFunction;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.Observation;
import lemmata.dynamics.PlainEngine;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.SmoothedSlope;
import lemmata.model.Teacher;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;
import lemmata.smoothing.BallNoise;
import org.checkerframework.checker.nullness.qual.Nullable;

/// One trial, as rows of numbers.
final class Trajectory {

    private static final String[] NAMES = {"loss", "filterError", "outputError", "alignment", "angle"};

    private final Representation chain;
    private final Schedule schedule;
    private final boolean noisy;
    private final long trial;
    private final DoubleFunction<Engine> engines;
    private double rhoW = Double.NaN;
    private @Nullable Engine engine;

    /// @param noisy whether legs have the noise of the schedule
    /// @param engines what computes under the noise ρ_w
    private Trajectory(
            Representation chain, Schedule schedule, boolean noisy, long trial, DoubleFunction<Engine> engines) {
        Simulation.requireCountable(chain, schedule, 1);
        this.chain = chain;
        this.schedule = schedule;
        this.noisy = noisy;
        this.trial = trial;
        this.engines = engines;
    }

    /// By the experiment's own algorithm.
    static Trajectory exact(Experiment experiment, long trial) {
        Representation chain = experiment.chain();
        Engine only = chain.engine();
        boolean noisy = experiment.setup().method().isPerturbed();
        return new Trajectory(chain, experiment.schedule(), noisy, trial, rho -> only);
    }

    /// By GD with the mean gradient of P-GD.
    static Trajectory smoothed(Experiment experiment, long trial) {
        Teacher teacher = experiment.cell().target().teacher(experiment.cell().p());
        return new Trajectory(experiment.chain(), experiment.schedule(), true, trial, rho -> {
            BallNoise noise = new BallNoise(teacher.p(), rho);
            SmoothedSlope slope = new SmoothedSlope(teacher, experiment.setup().reading(), noise);
            return new PlainEngine(new GradientDescent(slope), teacher.p(), teacher.k());
        });
    }

    /// The number of steps, if it does not diverge.
    long steps() {
        return schedule.steps();
    }

    /// Writes the states after 0, `every`, 2 `every`, … and all steps; after a divergence the last state, and no more.
    ///
    /// @return the number of steps taken
    long writeTo(OutputStream out, long every, boolean csv) throws IOException {
        double[] states = new double[chain.rows()];
        chain.start(trial, states, 0);
        if (csv) {
            write(out, "t," + String.join(",", NAMES));
        }
        long t = 0;
        write(out, row(states, csv));
        while (t < steps() && chain.taken(states, 0) == t) {
            long until = Math.min(steps(), t - t % every + every);
            while (t < until) {
                t += advance(states, t, until);
            }
            write(out, row(states, csv));
        }
        out.flush();
        return chain.taken(states, 0);
    }

    private long advance(double[] states, long t, long until) {
        Leg leg = Simulation.leg(schedule, noisy, t, until - t);
        if (engine == null || leg.rhoW() != rhoW) {
            rhoW = leg.rhoW();
            engine = engines.apply(rhoW);
        }
        engine.advance(states, trial, 1, leg);
        return leg.steps();
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /// Numbers are the shortest decimals that read back to the same doubles.
    private String row(double[] states, boolean csv) {
        Observation seen = Observation.of(chain.target(), chain.observe(states, 0), chain.taken(states, 0));
        double[] values = {seen.loss(), seen.filterError(), seen.outputError(), seen.alignment(), seen.angle()};
        StringBuilder row = new StringBuilder(csv ? "" : "{\"t\":").append(seen.t());
        for (int i = 0; i < values.length; i++) {
            row.append(csv ? "," : ",\"" + NAMES[i] + "\":").append(values[i]);
        }
        return row.append(csv ? "" : "}").toString();
    }
}
