package lemmata.simd;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.EngineChecks;
import lemmata.claim.Statement;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute simd.VectorEngines: bits against the plain code, and against other splits.
@DrawnCases
class VectorEnginesProperties {

    private static final List<Integer> WIDTHS = VectorEngines.widths();

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("simd.VectorEngines/S1")
    void everyWidthGivesThePlainBits(@ForAll Draw draw) {
        holds(EngineChecks.sameBits(WIDTHS, UnaryOperator.identity()), draw);
    }

    /// Without the module there is only the plain code, and nothing above would have been compared.
    @Example
    @Statement("simd.VectorEngines/S1")
    void everyWidthTookPart() {
        assertThat(WIDTHS).containsExactly(64, 128, 256, 512);
        holds(VectorEngines.machineBits() >= 64, "the machine has vectors");
    }

    @Example
    @Statement("simd.VectorEngines/S1")
    void enginesThatSlipAreRejected() {
        rejectsEngine("one stream shared by the lanes", (engine, states, first, count, leg) -> {
            int rows = engine.rows();
            for (int i = 0; i < count; i++) {
                double[] state = Arrays.copyOfRange(states, i * rows, (i + 1) * rows);
                engine.advance(state, first, 1, leg);
                System.arraycopy(state, 0, states, i * rows, rows);
            }
        });
        rejectsEngine("the same noise in every stage", (engine, states, first, count, leg) -> {
            long taken = leg.first();
            rewind(states, engine.rows(), count, -taken);
            engine.advance(states, first, count, new Engine.Leg(leg.rhoW(), leg.rhoA(), leg.eta(), 0, leg.steps()));
            rewind(states, engine.rows(), count, taken);
        });
        rejectsEngine("a diverged run taken up again", (engine, states, first, count, leg) -> {
            for (int i = 0; i < count; i++) {
                states[(i + 1) * engine.rows() - 1] = leg.first();
            }
            engine.advance(states, first, count, leg);
        });
        rejectsEngine("a diverged run normalised again", (engine, states, first, count, leg) -> {
            engine.advance(states, first, count, leg);
            for (int i = 0; i < count; i++) {
                boolean diverged = states[(i + 1) * engine.rows() - 1] < leg.first() + leg.steps();
                states[i * engine.rows()] *= diverged ? 1 + 0x1p-52 : 1;
            }
        });
        rejectsEngine("the second block numbered like the first", (engine, states, first, count, leg) -> {
            int rows = engine.rows();
            for (int from = 0; from < count; from += VectorEngines.FULL_WIDTH) {
                int here = Math.min(VectorEngines.FULL_WIDTH, count - from);
                double[] part = Arrays.copyOfRange(states, from * rows, (from + here) * rows);
                engine.advance(part, first, here, leg);
                System.arraycopy(part, 0, states, from * rows, part.length);
            }
        });
        rejectsEngine(
                "radii exchanged",
                (engine, states, first, count, leg) -> engine.advance(
                        states,
                        first,
                        count,
                        new Engine.Leg(leg.rhoA(), leg.rhoW(), leg.eta(), leg.first(), leg.steps())));
        rejectsEngine(
                "a step too few",
                (engine, states, first, count, leg) -> engine.advance(
                        states,
                        first,
                        count,
                        new Engine.Leg(leg.rhoW(), leg.rhoA(), leg.eta(), leg.first(), Math.max(leg.steps() - 1, 0))));
        rejectsEngine(
                "the last trial forgotten",
                (engine, states, first, count, leg) -> engine.advance(states, first, count - 1, leg));
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("simd.VectorEngines/S2")
    void anySplitGivesTheSameBits(@ForAll Draw draw) {
        for (int bits : List.of(0, 512)) {
            holds(EngineChecks.splits(bits, UnaryOperator.identity()), draw);
        }
    }

    @Example
    @Statement("simd.VectorEngines/S2")
    void aStreamForEachCallIsRejected() {
        rejects(
                "trials numbered from 0 in each call",
                EngineChecks.splits(
                        512, slip((engine, states, first, count, leg) -> engine.advance(states, 0, count, leg))));
    }

    /// What a wrong engine does in place of `advance`.
    @FunctionalInterface
    private interface Slip {
        void advance(Engine right, double[] states, long first, int count, Engine.Leg leg);
    }

    private static void rejectsEngine(String words, Slip slip) {
        rejects(words, EngineChecks.sameBits(List.of(512), slip(slip)));
    }

    private static UnaryOperator<Engine> slip(Slip slip) {
        return right -> new Engine() {
            @Override
            public int rows() {
                return right.rows();
            }

            @Override
            public void advance(double[] states, long firstTrial, int count, Leg leg) {
                slip.advance(right, states, firstTrial, count, leg);
            }
        };
    }

    /// Moves the counts of steps.
    private static void rewind(double[] states, int rows, int count, long steps) {
        for (int i = 0; i < count; i++) {
            states[(i + 1) * rows - 1] += steps;
        }
    }
}
