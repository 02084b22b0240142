package lemmata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A repository of one lemma with two statements, all in order, for tests that then break it.
final class SoundHouse {

    static final String SPEC = "specs/loss/Angle.md";
    static final String PROOF = "proofs/loss/Angle.md";
    static final String CODE = "src/main/java/lemmata/loss/Angle.java";
    static final String PROPERTIES = "property-tests/lemmata/loss/AngleProperties.java";
    static final String DEVIATIONS = "specs/DEVIATIONS.md";
    static final String COQ = "proofs/loss/Angle.v";
    static final String TRUST = "proofs/TRUST.md";
    static final String ORDER = "specs/README.md";

    private SoundHouse() {}

    static void build(Path house) throws IOException {
        write(house, ORDER, "# Specs\n\n## Reading order\n\n1. [loss.Angle](loss/Angle.md)\n");
        write(house, SPEC, """
                # loss.Angle: the angle

                Lemma · In the paper: poster · Uses: nothing

                ## In words
                ## Symbols
                ## Assumptions
                ## Statements
                ### S1 It is in range
                *asserted* · ours

                It lies in [0, π].

                ```
                ### S9 no heading
                ```
                ### S2 The source says so
                *finding* · poster, "φ"

                The words.

                ## Cases
                ## Numeric contract
                ## How we know
                ## Where we leave the paper
                ## Exercise
                Compute one.
                """.replaceAll("(?m)^(## (?!Statements|Exercise).*)$", "$1\nWords."));
        write(
                house,
                PROOF,
                "# Proof of loss.Angle\n\n### S1 Range\nSee. ∎\n\nCoq: `S1_range`,\n`S1_ends` — all of it.\n\n### S2 The source\nRead it. ∎\n");
        write(house, COQ, """
                (* Lemma S9_none : none. *)
                Lemma S1_range (phi : R) :
                  0 <= phi.
                Proof.
                trivial. Qed.
                Lemma range : True.
                Proof. trivial. Qed.
                Lemma S1_ends : True.
                Proof.
                trivial. Qed.
                """);
        write(
                house,
                TRUST,
                "| statements | status | checked by |\n|---|---|---|\n"
                        + "| loss.Angle/S1 | proved | Coq |\n| loss.Angle/S2 | measured | nobody |\n");
        write(house, CODE, """
                package lemmata.loss;
                /// A "type" of {@code @Statement("x")}.
                final class Angle {
                    @Statement({"loss.Angle/S1", "loss.Angle/S2"}) @SuppressWarnings({"a", "b"})
                    static double between() {
                        return "}".length(); // }
                    }
                }
                """);
        write(house, PROPERTIES, """
                package lemmata.loss; // plain
                class AngleProperties {
                    @Property @Statement("loss.Angle/S1")
                    void staysInRange() {}

                    @Statement("loss.Angle/S2")
                    @Property(tries = 5)
                    void asWritten(@ForAll double x) {}
                }
                """);
        write(
                house,
                DEVIATIONS,
                "| id | recorded | class | the sources say | what holds |\n|---|---|---|---|---|\n"
                        + "| loss.Angle/S2 | holds | as written | φ \\| ψ | the same |\n");
    }

    private static void write(Path house, String file, String text) throws IOException {
        Files.createDirectories(house.resolve(file).getParent());
        Files.writeString(house.resolve(file), text);
    }
}
