package lemmata.experiment;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Simulation.Result;
import lemmata.model.InvalidField;
import lemmata.model.Target;

/// How some trials of a cell ended, and a fingerprint of their final states. Tallies of different trials add up.
///
/// The fingerprint is the sum modulo 2²⁵⁶ of SHA-256 of trial, steps taken and lumped state, as 7 big-endian 64-bit
/// numbers, −0 as 0. **Source.** experiment.SuccessRates/S1.
///
/// @param successes runs that converged to the global optimum
/// @param trapped runs that ended at the spurious point
/// @param undecided runs that ended elsewhere
/// @param diverged runs that were stopped
/// @param fingerprint of the final states
public record Tally(long successes, long trapped, long undecided, long diverged, BigInteger fingerprint) {

    private static final int BITS = 256;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(BITS);

    /// Of no trials.
    public static final Tally NONE = new Tally(0, 0, 0, 0, BigInteger.ZERO);

    /// Checks all.
    ///
    /// @throws InvalidField naming a component
    public Tally {
        require(successes, "successes");
        require(trapped, "trapped");
        require(undecided, "undecided");
        require(diverged, "diverged");
        if (fingerprint.signum() < 0 || fingerprint.compareTo(MODULUS) >= 0) {
            throw new InvalidField("fingerprint", "is no number of 256 bits: give 64 hexadecimal digits");
        }
    }

    private static void require(long count, String field) {
        if (count < 0) {
            throw new InvalidField(field, count + " is negative: give the number of such runs");
        }
    }

    /// Of finished runs.
    ///
    /// @param steps of the whole schedule
    /// @param tolerance τ of the outcomes
    @Statement("experiment.SuccessRates/S1")
    public static Tally of(Target target, List<Result> results, long steps, double tolerance) {
        long[] counts = new long[Outcome.values().length];
        BigInteger sum = BigInteger.ZERO;
        MessageDigest sha = sha256();
        for (Result each : results) {
            counts[
                    Outcome.of(target, each.state(), each.taken(), steps, tolerance)
                            .ordinal()]++;
            sum = sum.add(hash(sha, each));
        }
        return new Tally(
                counts[Outcome.CONVERGED.ordinal()],
                counts[Outcome.TRAPPED.ordinal()],
                counts[Outcome.UNDECIDED.ordinal()],
                counts[Outcome.DIVERGED.ordinal()],
                sum.mod(MODULUS));
    }

    private static BigInteger hash(MessageDigest sha, Result result) {
        LumpedState state = result.state();
        ByteBuffer bytes = ByteBuffer.allocate(7 * Long.BYTES)
                .putLong(result.trial())
                .putLong(result.taken())
                .putDouble(state.c() + 0.0)
                .putDouble(state.s() + 0.0)
                .putDouble(state.x() + 0.0)
                .putDouble(state.y() + 0.0)
                .putDouble(state.z() + 0.0);
        return new BigInteger(1, sha.digest(bytes.array()));
    }

    /// Of these trials and others.
    @Statement("experiment.SuccessRates/S1")
    public Tally plus(Tally other) {
        return new Tally(
                Math.addExact(successes, other.successes),
                Math.addExact(trapped, other.trapped),
                Math.addExact(undecided, other.undecided),
                Math.addExact(diverged, other.diverged),
                fingerprint.add(other.fingerprint).mod(MODULUS));
    }

    /// How many trials.
    public long trials() {
        return Math.addExact(Math.addExact(successes, trapped), Math.addExact(undecided, diverged));
    }

    /// Share of the runs that converged; NaN for no trials.
    public double rate() {
        return (double) successes / trials();
    }

    /// Clopper and Pearson's interval of the probability to converge.
    @Statement("experiment.SuccessRates/S2")
    public BinomialInterval interval(double level) {
        return BinomialInterval.of(successes, trials(), level);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every Java has it
        }
    }
}
