package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.SimulationChecks;
import lemmata.claim.Statement;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.Simulation: threads, legs, interruptions and files must leave no trace in the bits.
@DrawnCases
class SimulationProperties {

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Simulation/S1")
    void hasTheBitsOfTrialAfterTrial(@ForAll Draw draw) {
        holds(SimulationChecks.sameBits(SimulationChecks::interrupted), draw);
    }

    @Example
    @Statement("dynamics.Simulation/S1")
    void otherRunsAreRejected() {
        rejects("trials numbered from 1", SimulationChecks.sameBits(SimulationChecks::shifted));
        rejects("noise forgotten", SimulationChecks.sameBits(SimulationChecks::withoutNoise));
        rejects("ends at an interruption", SimulationChecks.sameBits(SimulationChecks::cutShort));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Simulation/S1")
    void stopsWhereItIsCut(@ForAll Draw draw) {
        holds(SimulationChecks.cut(SimulationChecks::until), draw);
    }

    @Example
    @Statement("dynamics.Simulation/S1")
    void otherCutsAreRejected() {
        rejects(
                "one step too far",
                SimulationChecks.cut(
                        (simulation, step, threads) -> SimulationChecks.until(simulation, step + 1, threads)));
        rejects("never gets there", SimulationChecks.cut((simulation, step, threads) -> {}));
        rejects(
                "counted from the cut before",
                SimulationChecks.cut((simulation, step, threads) -> SimulationChecks.until(
                        simulation, step + simulation.results().getFirst().t(), threads)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Simulation/S2")
    void theDigestIsTheDefinitions(@ForAll Draw draw) {
        holds(SimulationChecks.digest(SimulationChecks::definition), draw);
    }

    @Example
    @Statement("dynamics.Simulation/S2")
    void otherDigestsAreRejected() {
        rejects(
                "little-endian",
                SimulationChecks.digest(
                        states -> SimulationChecks.digest(states, bits -> Long.reverseBytes(positive(bits)))));
        rejects("−0 kept", SimulationChecks.digest(states -> SimulationChecks.digest(states, bits -> bits)));
        rejects(
                "in floats",
                SimulationChecks.digest(states -> SimulationChecks.digest(
                        states, bits -> Double.doubleToRawLongBits((float) Double.longBitsToDouble(positive(bits))))));
        rejects("trials backwards", SimulationChecks.digest(states -> SimulationChecks.definition(states.reversed())));
        rejects(
                "the counts of steps left out",
                SimulationChecks.digest(states -> SimulationChecks.definition(states.stream()
                        .map(state -> Arrays.copyOf(state, state.length - 1))
                        .toList())));
        rejects(
                "signs left out",
                SimulationChecks.digest(states -> SimulationChecks.definition(states.stream()
                        .map(state -> Vectors.map(Math::abs, state))
                        .toList())));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Simulation/S3")
    void goesOnFromWhatIsSaved(@ForAll Draw draw) {
        holds(SimulationChecks.goesOn(UnaryOperator.identity()), draw);
    }

    @Example
    @Statement("dynamics.Simulation/S3")
    void otherFilesAreRejected() {
        rejects("steps counted anew", SimulationChecks.goesOn(saved -> with(saved, 0, 0)));
        rejects(
                "a bit lost",
                SimulationChecks.goesOn(
                        saved -> with(saved, 1, ByteBuffer.wrap(saved).getLong(8) ^ 1)));
        rejects(
                "a sign lost",
                SimulationChecks.goesOn(
                        saved -> with(saved, 1, ByteBuffer.wrap(saved).getLong(8) ^ Long.MIN_VALUE)));
    }

    private static long positive(long bits) {
        return bits == Long.MIN_VALUE ? 0 : bits;
    }

    /// The bytes with one of their numbers replaced.
    private static byte[] with(byte[] saved, int index, long number) {
        byte[] changed = saved.clone();
        ByteBuffer.wrap(changed).putLong(index * Long.BYTES, number);
        return changed;
    }
}
