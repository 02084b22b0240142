package lemmata.simd;

import java.util.List;
import java.util.stream.Stream;
import lemmata.claim.Statement;
import lemmata.rng.Words;

/// The algorithms on vectors: lanes are trials, and every operation is one of IEEE 754 in the order of the plain code
/// of dynamics, so that plain code, 128, 256 and 512 bits, any number of threads and any split of the trials give the
/// same bits.
///
/// Lemmata measures (`bench`) that the widths of 256 and 512 bits are faster than the plain code; 64 and 128 bits and a
/// machine whose just-in-time compiler is off are slower, so [#isFast] says no there.
/// **Source.** simd.VectorEngines.
public final class VectorEngines {

    /// Trials that [#full], [#batch] and [#lumpedBatch] take side by side.
    public static final int FULL_WIDTH = FullBlock.WIDTH;

    /// Trials that [#lumped] takes side by side.
    public static final int LUMPED_WIDTH = LumpedBlock.WIDTH;

    private static final boolean MODULE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private VectorEngines() {}

    /// {@return the widths that this Java can run, in bits; none without the module}
    public static List<Integer> widths() {
        return MODULE ? List.of(64, 128, 256, 512) : List.of();
    }

    /// {@return the widest vectors of this machine in bits, at most 512; 0 without the module}
    public static int machineBits() {
        return MODULE ? Math.min(64 * VectorSampledLoss.lanes(), 512) : 0;
    }

    /// {@return whether vectors are faster than the plain code: registers of 256 bits or more and an optimising
    /// compiler}
    public static boolean isFast() {
        String compiler = System.getProperty("java.vm.info", "");
        return machineBits() >= 256
                && Stream.of("interpreted", "emulated-client").noneMatch(compiler::contains);
    }

    /// GD (no noise in a leg) and P-GD with the exact gradient; states (w, a, steps).
    @Statement({"simd.VectorEngines/S1", "simd.VectorEngines/S2"})
    public static Engine full(int bits, double[] wStar, double[] aStar, Form form, Words noise) {
        return new FullEngine(bits, wStar, aStar, form, noise);
    }

    /// SGD (no noise in a leg) and perturbed SGD; states (w, a, steps).
    @Statement({"simd.VectorEngines/S1", "simd.VectorEngines/S2"})
    public static Engine batch(int bits, double[] wStar, double[] aStar, int batch, Words inputs, Words noise) {
        return new BatchEngine(bits, wStar, aStar, batch, inputs, noise);
    }

    /// SGD and perturbed SGD with a lumped filter, for p ≥ 2; states (c, s, a, steps).
    @Statement({"simd.VectorEngines/S1", "simd.VectorEngines/S2"})
    public static Engine lumpedBatch(int bits, int p, double[] aStar, int batch, Words inputs, Words noise) {
        return new PlaneEngine(bits, p, aStar, batch, inputs, noise);
    }

    /// The lumped chain, for p ≥ 2 and k ≥ 4; states (c, s, x, y, z, steps).
    @Statement({"simd.VectorEngines/S1", "simd.VectorEngines/S2"})
    public static Engine lumped(int bits, int p, int k, double along, double across, Form form, Words noise) {
        return new LumpedEngine(bits, p, k, along, across, form, noise);
    }
}
