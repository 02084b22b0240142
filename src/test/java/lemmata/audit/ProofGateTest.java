package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an audit makes of Coq's answers; Coq and the gate are played by scripts, so that no Coq is needed.
class ProofGateTest {

    private static final Place THEOREM =
            new Place(List.of("loss.Angle/S1"), "proofs/loss/Angle.v", 3, "S1_range", "Lemma S1_range : True.");

    @TempDir
    private Path bin;

    @Test
    void withoutCoqNothingIsSaid() {
        Proofs proofs = gate("echo loss.Angle/S1 S1_range none", bin.toString()).ask(List.of(subject("proved")));
        assertThat(proofs).isEqualTo(Proofs.NOT_FOUND);
        assertThat(proofs.heard()).isFalse();
        assertThat(proofs.evidence(subject("proved"))).isEmpty();
    }

    @Test
    void theGateIsAskedForTheStemsAndItsTableIsRead() throws IOException {
        Proofs proofs = gate("echo \"$*\" >&2; echo loss.Angle/S1 S1_range a,b", withCoq())
                .ask(List.of(subject("proved")));
        assertThat(proofs.coq()).isEqualTo("9.9.9");
        assertThat(proofs.objection()).isEmpty();
        assertThat(proofs.axioms(THEOREM)).contains(List.of("a", "b"));
        Proofs refused =
                gate("echo \"proofs/check: $*\" >&2; exit 1", withCoq()).ask(List.of(subject("proved")));
        assertThat(refused.objection()).isEqualTo("proofs/check: --only-theorems --into built loss.Angle");
    }

    @Test
    void whereNothingIsFormalisedTheGateIsNotBothered() throws IOException {
        Subject bare = new Subject("loss.Angle/S2", "title", "ours", "", "", Backing.NONE);
        assertThat(gate("exit 1", withCoq()).ask(List.of(bare))).isEqualTo(new Proofs("9.9.9", Map.of(), ""));
    }

    @Test
    void aCoqThatCannotBeRunIsAnObjection() throws IOException {
        Path coqc = Files.writeString(bin.resolve("coqc"), "no program");
        assertThat(coqc.toFile().setExecutable(true)).isTrue();
        Proofs proofs = gate("exit 0", bin.toString()).ask(List.of(subject("proved")));
        assertThat(proofs.objection()).startsWith("the proofs could not be checked: ");
        assertThat(proofs.evidence(subject("proved")).map(Evidence::verdict)).contains(Verdict.ABSTAINED);
    }

    @Test
    void whatCoqAcceptsIsProvedAndWhatItRefutesViolated() {
        assertThat(verdict("proved", accepted())).contains(Verdict.PROVED);
        assertThat(verdict("proved in part", accepted())).contains(Verdict.PROVED);
        assertThat(verdict("refuted", accepted())).contains(Verdict.VIOLATED);
    }

    @Test
    void aTheoremThatCoqDoesNotListIsAnAbstention() {
        assertThat(verdict("proved", new Proofs("9.9.9", Map.of(), ""))).contains(Verdict.ABSTAINED);
        assertThat(verdict("proved", new Proofs("9.9.9", accepted().axioms(), "REFUSED")))
                .contains(Verdict.ABSTAINED);
        Subject empty = new Subject(
                "loss.Angle/S1",
                "title",
                "ours",
                "",
                "",
                new Backing(List.of(), List.of(), List.of(), trust("proved")));
        assertThat(accepted().evidence(empty).map(Evidence::verdict)).contains(Verdict.ABSTAINED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trust.Status.class,
            names = {"PROVED", "IN_PART", "REFUTED"},
            mode = EnumSource.Mode.EXCLUDE)
    void coqHasNothingToSayOfWhatIsNotFormalised(Trust.Status status) {
        assertThat(accepted().evidence(subject(status.words()))).isEmpty();
    }

    @Test
    void theReportsShowWhatStandsBehindAStatement() {
        Audit bare = new Audit(
                new Run(1, Budget.QUICK),
                List.of(new Judgement(subject("proved"), List.of(Evidence.exact("identity", "", 1, true, "")))),
                Proofs.NOT_ASKED);
        TextReport report = new TextReport((text, colour) -> text);
        assertThat(report.of(bare)).contains("·PI                title", "Coq not asked, no proof checked");
        Audit proved = bare.with(accepted());
        assertThat(report.of(proved))
                .contains("·PI proved         title", "Coq 9.9.9 accepts 1 theorem; of the statements 1 proved");
        assertThat(JsonReport.of(proved, Map.of()).toString())
                .contains("coq=9.9.9", "proof=proved", "axioms=[a]", "name=S1_range", "checkedBy=Coq");
        assertThat(bare.with(new Proofs("9.9.9", Map.of(), "REFUSED: x")).standing())
                .isEqualTo(Judgement.Standing.UNDECIDED);
    }

    private static Proofs accepted() {
        return new Proofs("9.9.9", Map.of("loss.Angle/S1 S1_range", List.of("a")), "");
    }

    private static Optional<Verdict> verdict(String status, Proofs proofs) {
        return proofs.evidence(subject(status)).map(Evidence::verdict);
    }

    private static Subject subject(String status) {
        Place property = new Place(List.of("loss.Angle/S1"), "property-tests/x.java", 1, "range", "");
        Backing backing = new Backing(List.of(), List.of(property), List.of(THEOREM), trust(status));
        return new Subject("loss.Angle/S1", "title", "ours", "", "", backing);
    }

    private static Optional<Trust> trust(String status) {
        return Trust.table("| statements | status | checked by |\n|-|-|-|\n| loss.Angle/S1 | " + status + " | Coq |\n")
                .stream()
                .findFirst();
    }

    private static ProofGate gate(String script, String path) {
        SortedMap<String, String> files = new TreeMap<>(Map.of("proofs/check", script, "specs/x.md", "none"));
        return ProofGate.searching(files, path);
    }

    private String withCoq() throws IOException {
        Path coqc = Files.writeString(bin.resolve("coqc"), "#!/bin/sh\necho 9.9.9 4.14.0\n");
        assertThat(coqc.toFile().setExecutable(true)).isTrue();
        return bin + File.pathSeparator + System.getenv("PATH");
    }
}
