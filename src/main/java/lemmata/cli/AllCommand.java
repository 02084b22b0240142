package lemmata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.ConvergenceCurves;
import lemmata.experiment.Entry;
import lemmata.experiment.Sensitivity;
import lemmata.experiment.SuccessRates;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata experiment all`: every experiment, with tables, pictures and a page of results.
@Command(
        name = "all",
        sortOptions = false,
        description = {
            "Run every experiment and write tables (JSON, CSV), pictures (SVG, PNG) and index.html into a folder. What an"
                    + " interrupted run has left there is gone on with."
        },
        footer = {"", "Exit code: 0; 2 usage; 4 writing failed; 130 interrupted: the same command goes on."})
final class AllCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;
    private static final double TOLERANCE = 0.01;
    /// The teacher of the curves.
    private static final int CURVES_K = 25;

    private static final double CURVES_Q = 1;

    @Option(names = "--output", required = true, paramLabel = "FOLDER", description = "Where all of it goes.")
    private Path folder;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Trials of a cell of the success rates. Default: ${DEFAULT-VALUE}.")
    private int trials = 1000;

    @Option(
            names = "--other-trials",
            paramLabel = "N",
            description = "Trials of a variant, and of a curve. Default: ${DEFAULT-VALUE}.")
    private int others = 200;

    @Option(names = "--seed", paramLabel = "S", description = "Determines every draw. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        InvalidOption.named(spec, this::check);
        Files.createDirectories(folder);
        try (Interruption interruption = new Interruption()) {
            try {
                return run(interruption::isRequested) ? 0 : INTERRUPTED;
            } catch (IOException e) {
                return Failure.report(
                        e, spec.qualifiedName(), spec.commandLine().getErr());
            }
        }
    }

    private boolean check() {
        TrialOptions.require(trials >= 1, "trials", trials + " is no number of trials: give at least 1");
        TrialOptions.require(
                others >= 1 && others <= ConvergenceCurves.MOST_TRIALS,
                "otherTrials",
                others + " is no number of trials: give 1 to " + ConvergenceCurves.MOST_TRIALS);
        TrialOptions.requireThreads(threads);
        TrialOptions.require(
                !Files.exists(folder) || Files.isDirectory(folder), "output", folder + " is no folder: name another");
        return true;
    }

    private boolean run(BooleanSupplier stop) throws IOException {
        SuccessRates.Common common = new SuccessRates.Common(SuccessRates.P, 1, Generator.SPLITMIX, seed);
        List<StudyFile> studies = new ArrayList<>();
        for (String name : List.of("success-rates", "sensitivity")) {
            boolean rates = name.equals("success-rates");
            StudyFile found =
                    study(name, rates ? trials : others, rates ? grid(common) : Sensitivity.entries(common), stop);
            if (!found.complete()) {
                return interrupted();
            }
            studies.add(found);
        }
        List<ResultsPage.Figure> figures = new ArrayList<>();
        for (Start start : Start.values()) {
            CurveStudy curves = new CurveStudy(common, CURVES_K, CURVES_Q, start, others);
            Optional<CurveReport> report = curves(curves, stop);
            if (report.isEmpty()) {
                return interrupted();
            }
            String name = "curves-" + start;
            CurveFiles.in(folder, name).write(report.get(), PrettyJson.command(spec));
            figures.add(new ResultsPage.Figure(
                    name + ".svg", report.get().words() + " " + report.get().caption() + "."));
        }
        ResultsPage.write(folder, studies, figures);
        Terminal.out(spec).println(folder.resolve("index.html"));
        Terminal.out(spec).flush();
        return true;
    }

    private boolean interrupted() {
        spec.commandLine().getErr().println(spec.qualifiedName() + ": interrupted: the same command goes on");
        return false;
    }

    private Optional<CurveReport> curves(CurveStudy study, BooleanSupplier stop) {
        try {
            return study.run(threads, stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<Entry> grid(SuccessRates.Common common) {
        List<Entry> entries = new ArrayList<>();
        for (Method method : Method.values()) {
            for (Start start : Start.values()) {
                entries.addAll(
                        SuccessRates.entries(common, method, Reading.POSTER, start, SuccessRates.K, SuccessRates.Q));
            }
        }
        return entries;
    }

    private StudyFile study(String name, int size, List<Entry> entries, BooleanSupplier stop) throws IOException {
        StudyFile.Parameters parameters =
                new StudyFile.Parameters(Generator.SPLITMIX.toString(), seed, 0, size, TOLERANCE, StudyFile.LEVEL);
        Path json = folder.resolve(name + ".json");
        StudyFile found = InvalidOption.named(spec, () -> {
                    Study study = new Study(spec, name, parameters, threads, json, entries);
                    study.prepare(Files.isRegularFile(json), "output");
                    return study;
                })
                .run(stop);
        if (found.complete()) {
            OutputFile.write(folder.resolve(name + ".csv"), StudyCsv.of(found));
        }
        return found;
    }
}
