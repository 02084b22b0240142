package lemmata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import lemmata.experiment.Entry;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that runs a study.
abstract class StudyCommand implements Callable<Integer> {

    /// Said below the options of each.
    static final String FOOTER =
            "converged: |w-w*|^2 <= tau and |a-a*|^2 <= tau |a*|^2 at the end; trapped: the same for"
                    + " (-w*, abar).%nLumped chains, of the law of the full algorithms. The cells depend on nothing but the"
                    + " options; the%nfingerprint sums hashes of the final states. Cells share the random words of a trial and"
                    + " err together:%nunder the same noise runs from random and from spurious starts soon coincide.%nWith"
                    + " --json, an interruption loses some seconds of work, and --resume goes on.%nExit code: 0, 2 usage,"
                    + " 4 writing failed, 130 and 143 after SIGINT and SIGTERM.";

    private static final int INTERRUPTED = 130;

    @Mixin
    private StudyOptions options;

    @Spec
    private CommandSpec spec;

    /// The name of the study, as its file has it.
    abstract String study();

    /// Its cells.
    ///
    /// @throws lemmata.model.InvalidField naming an option
    abstract List<Entry> entries(StudyOptions common);

    @Override
    public Integer call() throws IOException {
        Study study = InvalidOption.named(spec, () -> {
            options.check();
            Study prepared =
                    new Study(spec, study(), options.parameters(), options.threads(), options.json(), entries(options));
            prepared.prepare(options.resume(), "resume");
            return prepared;
        });
        try (Interruption interruption = new Interruption()) {
            try {
                StudyFile found = study.run(interruption::isRequested);
                if (options.csv() != null && found.complete()) {
                    OutputFile.write(options.csv(), StudyCsv.of(found));
                }
                PrintWriter out = Terminal.out(spec);
                StudyTable.lines(found).forEach(out::println);
                out.flush();
                return found.complete() ? 0 : interrupted();
            } catch (IOException e) {
                return Failure.report(
                        e, spec.qualifiedName(), spec.commandLine().getErr());
            }
        }
    }

    private int interrupted() {
        String how = options.json() == null
                ? "nothing is left, since there is no --json FILE"
                : "the same command with --resume goes on";
        spec.commandLine().getErr().println(spec.qualifiedName() + ": interrupted: " + how);
        return INTERRUPTED;
    }
}
