package lemmata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Simulation;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata simulate`: many trials of an algorithm, and how they end.
@Command(
        name = "simulate",
        sortOptions = false,
        description = "Run many trials of an algorithm and count how they end.",
        footer = {
            "",
            "converged: |w-w*|^2 <= tau and |a-a*|^2 <= tau |a*|^2 at the end; trapped: the same for (-w*, abar);",
            "diverged: |a|^2 exceeded 1e60. The digest, SHA-256 of all states, is the same for plain code, any",
            "width of vectors and any number of threads; the lumped chain has its own.",
            "With --json, Ctrl-C or SIGTERM leaves FILE.checkpoint, and a FILE with \"complete\": false; the same",
            "command with --resume goes on to the same bits, also with other threads or width of vectors.",
            "Example: lemmata simulate --algorithm pgd --p 6 --k 25 --q 1 --eta 0.1 --rho-w 2,1 --steps 2000",
            "Exit code: 0; 2 usage; 4 writing failed; 130 and 143 after SIGINT and SIGTERM.",
        })
final class SimulateCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;
    /// Bytes for what is said of a trial besides its state, and the part of the memory that may be taken.
    private static final double PER_TRIAL = 200;

    private static final double SHARE = 0.8;
    private static final double GIGA = 1e9;

    @Mixin
    private ExperimentOptions options;

    @Mixin
    private TrialOptions trials;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write everything as JSON, with a checkpoint beside it until all is done.")
    private @Nullable Path json;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write a line per trial, at the end.")
    private @Nullable Path csv;

    @Option(names = "--resume", description = "Go on from the checkpoint of an interrupted run with the same options.")
    private boolean resume;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SimulationReport.Shard shard =
                new SimulationReport.Shard(trials.first(), trials.trials(), trials.tolerance(), trials.threads());
        Experiment experiment = InvalidOption.named(spec, () -> experiment());
        String note = experiment.engine().note();
        Checkpoint checkpoint = json == null ? null : Checkpoint.beside(json, identity(experiment, shard));
        InvalidOption.named(spec, () -> requireRightCheckpoint(checkpoint));
        Simulation simulation = InvalidOption.named(spec, () -> simulation(experiment));
        double before = InvalidOption.named(spec, () -> resume && checkpoint != null ? checkpoint.read(simulation) : 0);
        if (!note.isEmpty()) {
            say(note);
        }
        if (resume) {
            say(String.format(Locale.ROOT, "goes on at %.1f %% of all steps", share(simulation)));
        }
        try (Interruption interruption = new Interruption()) {
            Session session =
                    new Session(simulation, checkpoint, spec.commandLine().getErr(), before);
            try {
                session.run(shard.threads(), interruption::isRequested);
                report(experiment, shard, simulation, session.seconds());
                return end(simulation, checkpoint);
            } catch (IOException e) {
                return Failure.report(
                        e, spec.qualifiedName(), spec.commandLine().getErr());
            }
        }
    }

    private static Map<String, Object> identity(Experiment experiment, SimulationReport.Shard shard) {
        Map<String, Object> identity = SimulationReport.identity(experiment, shard);
        identity.put("version", Version.current());
        return identity;
    }

    private Experiment experiment() {
        trials.check();
        OutputFile.requireDistinct("csv", csv, json);
        TrialOptions.require(
                !resume || json != null, "resume", "goes on from the checkpoint beside --json FILE: give that option");
        return options.on(options.engine().ofMany());
    }

    private boolean requireRightCheckpoint(@Nullable Checkpoint checkpoint) {
        boolean there = checkpoint != null && Files.exists(checkpoint.file());
        TrialOptions.require(
                !resume || there, "resume", name(checkpoint) + " does not exist: leave the option out to start");
        TrialOptions.require(
                resume || !there,
                "json",
                name(checkpoint) + " is left of an interrupted run: add --resume, or delete it");
        return there;
    }

    private static String name(@Nullable Checkpoint checkpoint) {
        return checkpoint == null ? "" : checkpoint.file().toString();
    }

    private Simulation simulation(Experiment experiment) {
        Representation chain = experiment.chain();
        double need = trials.trials() * (8.0 * chain.rows() + PER_TRIAL);
        double most = SHARE * Runtime.getRuntime().maxMemory();
        TrialOptions.require(
                need <= most,
                "trials",
                String.format(
                        Locale.ROOT,
                        "%d of them need %.3g GB, here are %.3g: give fewer, in parts by --first-trial",
                        trials.trials(),
                        need / GIGA,
                        most / GIGA));
        return new Simulation(chain, experiment.schedule(), trials.first(), trials.trials());
    }

    private void report(Experiment experiment, SimulationReport.Shard shard, Simulation simulation, double seconds)
            throws IOException {
        Endings endings = new Endings(
                simulation, experiment.chain().target(), experiment.schedule().steps(), shard.tolerance());
        SimulationReport report = new SimulationReport(experiment, shard, simulation, endings, seconds);
        if (json != null) {
            OutputFile.write(json, PrettyJson.of(report.tree(PrettyJson.command(spec))));
        }
        if (csv != null && simulation.isComplete()) {
            OutputFile.write(csv, out -> {
                for (Iterator<String> rows = endings.csv().iterator(); rows.hasNext(); ) {
                    out.write((rows.next() + "\n").getBytes(StandardCharsets.UTF_8));
                }
                return csv;
            });
        }
        PrintWriter out = Terminal.out(spec);
        report.lines().forEach(out::println);
        out.flush();
    }

    private int end(Simulation simulation, @Nullable Checkpoint checkpoint) throws IOException {
        if (simulation.isComplete()) {
            if (checkpoint != null) {
                Files.deleteIfExists(checkpoint.file());
            }
            return 0;
        }
        String how = checkpoint == null
                ? "nothing is left, since there is no --json FILE"
                : "the same command with --resume goes on from " + checkpoint.file();
        say(String.format(Locale.ROOT, "interrupted at %.1f %% of all steps: %s", share(simulation), how));
        return INTERRUPTED;
    }

    private static double share(Simulation simulation) {
        return 100.0 * simulation.trialSteps() / Math.max(1, simulation.allTrialSteps());
    }

    private void say(String line) {
        spec.commandLine().getErr().println(spec.qualifiedName() + ": " + line);
    }
}
