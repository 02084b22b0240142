package lemmata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lemmata.audit.Audit;
import lemmata.audit.Budget;
import lemmata.audit.JsonReport;
import lemmata.audit.Judgement;
import lemmata.audit.JunitReport;
import lemmata.audit.ProofGate;
import lemmata.audit.Proofs;
import lemmata.audit.Rooms;
import lemmata.audit.Run;
import lemmata.audit.StatementPage;
import lemmata.audit.Subject;
import lemmata.audit.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `lemmata audit`: every statement with the verdict that this run's evidence gives it.
@Command(
        name = "audit",
        sortOptions = false,
        description = "Judge every statement by evidence gathered now.",
        footer = {
            "",
            "Exit code: 0 every finding is as recorded and everything asserted holds; 1 something asserted is violated,",
            "or a finding is not as recorded; 2 usage; 3 something asserted could only be abstained from.",
        })
final class AuditCommand implements Callable<Integer> {

    @Option(
            names = "--only",
            paramLabel = "ID",
            description = "A statement (loss.Angle/S2), a stem (loss.Angle) or a chapter (loss); repeatable.")
    private List<String> only = List.of();

    @Option(
            names = "--budget",
            paramLabel = "quick|standard|deep",
            converter = BudgetName.class,
            description =
                    "How much to spend: under a minute, minutes, hours; each says what it left out. Default: standard.")
    private Budget budget = Budget.STANDARD;

    @Option(
            names = "--proofs",
            paramLabel = "yes|no",
            converter = YesOrNo.class,
            description =
                    "Have Coq check the proofs, if there is one; it takes minutes. Default: no if quick, else yes.")
    private String proofs;

    @Option(names = "--seed", description = "Determines every draw. Default: ${DEFAULT-VALUE}.")
    private long seed = 20260101;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write the report as JSON.")
    private Path json;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write the report as JUnit XML.")
    private Path junit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (json != null && json.equals(junit)) {
            throw new ParameterException(spec.commandLine(), "--junit: the same file as --json: name another");
        }
        Rooms rooms = Rooms.packed();
        List<Subject> subjects = subjects(rooms.statements());
        // Waiting for Coq gets a thread of its own: it would take one from the checks for minutes.
        CompletableFuture<Proofs> heard =
                CompletableFuture.supplyAsync(() -> ask(rooms, subjects), Thread::startVirtualThread);
        Audit audit = Audit.of(subjects, new Run(seed, budget), progress(subjects.size()));
        if (!heard.isDone()) {
            Terminal.progress("audit: Coq is checking the proofs");
        }
        audit = audit.with(heard.join());
        Terminal.progress("");
        Terminal.out(spec).print(new TextReport(Terminal::paint).of(audit));
        if (json != null) {
            OutputFile.write(json, PrettyJson.of(JsonReport.of(audit, versions())));
        }
        if (junit != null) {
            OutputFile.write(junit, JunitReport.of(audit));
        }
        return audit.standing().exitCode();
    }

    private Proofs ask(Rooms rooms, List<Subject> subjects) {
        boolean wanted = proofs == null ? budget != Budget.QUICK : proofs.equals("yes");
        return wanted ? ProofGate.of(rooms).ask(subjects) : Proofs.NOT_ASKED;
    }

    /// The statements asked for, in reading order; all if none was named.
    private List<Subject> subjects(List<StatementPage> statements) {
        for (String name : only) {
            if (statements.stream().noneMatch(statement -> isPartOf(statement.id(), name))) {
                List<String> ids = statements.stream().map(StatementPage::id).toList();
                String nearest = String.join(", ", Nearest.to(name, ids));
                throw new ParameterException(
                        spec.commandLine(), "--only: nothing is called " + name + "; nearest: " + nearest);
            }
        }
        return statements.stream()
                .filter(statement -> only.isEmpty() || only.stream().anyMatch(name -> isPartOf(statement.id(), name)))
                .map(Subject::of)
                .toList();
    }

    private static boolean isPartOf(String id, String name) {
        return id.equals(name) || id.startsWith(name + "/") || id.startsWith(name + ".");
    }

    /// A counter on stderr, where a person may be watching.
    private static Consumer<Judgement> progress(int total) {
        AtomicInteger done = new AtomicInteger();
        return judgement -> Terminal.progress("audit: " + done.incrementAndGet() + " of " + total + " statements");
    }

    private static Map<String, String> versions() {
        return Map.of("lemmata", Version.current(), "java", Runtime.version().toString());
    }

    /// `yes` or `no`.
    static final class YesOrNo implements ITypeConverter<String> {

        @Override
        public String convert(String word) {
            if (!word.equals("yes") && !word.equals("no")) {
                throw new TypeConversionException(word + " is none of yes, no");
            }
            return word;
        }
    }

    /// The name of a budget, in lower case.
    static final class BudgetName implements ITypeConverter<Budget> {

        @Override
        public Budget convert(String name) {
            return Arrays.stream(Budget.values())
                    .filter(candidate -> candidate.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(name + " is none of quick, standard, deep"));
        }
    }
}
