package lemmata.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Stage;

/// What dynamics.Simulation promises, against trial after trial, step after step.
public final class SimulationChecks {

    private SimulationChecks() {}

    /// Takes a drawn simulation to its end, by whatever threads, legs and interruptions, and says its digest.
    @FunctionalInterface
    public interface Runs extends Function<Draw, String> {}

    /// S1: the states are those by definition.
    public static Check sameBits(Runs runs) {
        return draw -> Check.exactly(runs.apply(draw).equals(definition(new SimulatedCase(draw).states())));
    }

    /// S2: the digest is the one by a definition.
    public static Check digest(Function<List<double[]>, String> definition) {
        return draw -> {
            SimulatedCase drawn = new SimulatedCase(draw);
            Simulation simulation = drawn.simulation(drawn.chain(0));
            run(simulation, 1, Long.MAX_VALUE, Integer.MAX_VALUE);
            return Check.exactly(simulation.digest().equals(definition.apply(drawn.states())));
        };
    }

    /// S3: what is saved on the way and read by another simulation, on another engine, goes on to the same states.
    ///
    /// @param file what happens to the bytes meanwhile
    public static Check goesOn(UnaryOperator<byte[]> file) {
        return draw -> {
            SimulatedCase drawn = new SimulatedCase(draw);
            Simulation first = drawn.simulation(drawn.chain(0));
            run(first, drawn.threads(), drawn.leg(), 2);
            byte[] saved = saved(first);
            Simulation second = drawn.simulation(drawn.chain(drawn.otherBits()));
            restore(second, file.apply(saved));
            boolean same =
                    second.trialSteps() == first.trialSteps() && second.digest().equals(first.digest());
            finish(second, drawn);
            return Check.exactly(same && second.isComplete() && second.digest().equals(definition(drawn.states())));
        };
    }

    /// Takes a simulation up to a step.
    @FunctionalInterface
    public interface Until {
        void run(Simulation simulation, long step, int threads);
    }

    /// S1: cut at any times, every trial stands at the time of the cut, and the states at the end are those by
    /// definition.
    public static Check cut(Until runs) {
        return draw -> {
            SimulatedCase drawn = new SimulatedCase(draw);
            Simulation simulation = drawn.simulation(drawn.chain(drawn.otherBits()));
            long steps = drawn.schedule().steps();
            boolean there = true;
            for (long step :
                    new long[] {drawn.leg(), drawn.leg() + drawn.threads(), drawn.leg(), steps / 2, steps + 1}) {
                long before = simulation.trialSteps() / drawn.trials();
                runs.run(simulation, step, drawn.threads());
                there &= simulation.trialSteps() == Math.max(before, Math.min(step, steps)) * drawn.trials();
            }
            return Check.exactly(there && simulation.digest().equals(definition(drawn.states())));
        };
    }

    /// The simulation itself, up to a step.
    public static void until(Simulation simulation, long step, int threads) {
        try {
            simulation.runUntil(step, threads, () -> false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The digest of the simulation itself, interrupted again and again.
    public static String interrupted(Draw draw) {
        SimulatedCase drawn = new SimulatedCase(draw);
        Simulation simulation = drawn.simulation(drawn.chain(drawn.otherBits()));
        finish(simulation, drawn);
        return simulation.digest();
    }

    /// The digest of trials whose numbers are one too large.
    public static String shifted(Draw draw) {
        SimulatedCase drawn = new SimulatedCase(draw);
        Simulation simulation =
                new Simulation(drawn.chain(0), drawn.schedule(), drawn.firstTrial() + 1, drawn.trials());
        finish(simulation, drawn);
        return simulation.digest();
    }

    /// The digest of a run whose noise is forgotten.
    public static String withoutNoise(Draw draw) {
        SimulatedCase drawn = new SimulatedCase(draw);
        Schedule silent = new Schedule(drawn.schedule().stages().stream()
                .map(stage -> new Stage(0, 0, stage.eta(), stage.steps()))
                .toList());
        Simulation simulation = new Simulation(drawn.chain(0), silent, drawn.firstTrial(), drawn.trials());
        finish(simulation, drawn);
        return simulation.digest();
    }

    /// The digest where the first interruption is the end.
    public static String cutShort(Draw draw) {
        SimulatedCase drawn = new SimulatedCase(draw);
        Simulation simulation = drawn.simulation(drawn.chain(0));
        run(simulation, 1, drawn.leg(), 2);
        return simulation.digest();
    }

    private static void finish(Simulation simulation, SimulatedCase drawn) {
        while (!simulation.isComplete()) {
            run(simulation, drawn.threads(), drawn.leg(), 2 + drawn.threads());
        }
    }

    /// Runs until `stop` was asked that often.
    private static void run(Simulation simulation, int threads, long leg, int often) {
        AtomicInteger asked = new AtomicInteger();
        try {
            simulation.run(threads, leg, () -> asked.incrementAndGet() >= often);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] saved(Simulation simulation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            simulation.save(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void restore(Simulation simulation, byte[] saved) {
        try {
            simulation.restore(new DataInputStream(new ByteArrayInputStream(saved)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The digest by definition.
    public static String definition(List<double[]> states) {
        return digest(states, bits -> bits == Long.MIN_VALUE ? 0 : bits);
    }

    /// SHA-256 of all numbers, each as 16 hexadecimal digits of its bits that are read as bytes.
    ///
    /// @param written what is written for the bits of a number
    public static String digest(List<double[]> states, LongUnaryOperator written) {
        StringBuilder hex = new StringBuilder("100");
        for (double[] state : states) {
            for (double number : state) {
                long bits = written.applyAsLong(Double.doubleToRawLongBits(number));
                hex.append(String.format(Locale.ROOT, "%016x", bits));
            }
        }
        byte[] all = new BigInteger(hex.toString(), 16).toByteArray();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(all, 2, all.length - 2); // behind the bytes 1 and 0
            return String.format(Locale.ROOT, "%064x", new BigInteger(1, digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
