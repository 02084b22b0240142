package lemmata.cli;

import java.util.Locale;
import lemmata.model.InvalidField;
import lemmata.simd.VectorEngines;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that say what computes the steps.
final class EngineOptions {

    private static final int FAST = 256;

    /// The engines by name.
    enum Kind {
        /// The full algorithm in plain code.
        PLAIN,
        /// The full algorithm on vectors: the same bits.
        VECTOR,
        /// The lumped chain of the same law.
        LUMPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What was chosen.
    ///
    /// @param bits width of the vectors, 0 for plain code
    /// @param note what is worth saying of it; empty if nothing is
    record Chosen(Kind kind, int bits, String note) {}

    @Option(
            names = "--engine",
            paramLabel = "plain|vector|lumped",
            converter = Choice.OfEngine.class,
            description = "Full algorithm in plain code or on vectors, or its lumped chain, of the same law.")
    private @Nullable Kind kind;

    @Option(
            names = "--vector-bits",
            paramLabel = "128|256|512|max",
            converter = Bits.class,
            description = "Width of the vectors. Default: max, this machine's.")
    private @Nullable Integer bits;

    /// The engine of one trial: plain code unless asked for otherwise, since vectors are for many.
    Chosen ofOne() {
        boolean plain = kind != Kind.VECTOR && bits == null;
        return plain ? new Chosen(kind == null ? Kind.PLAIN : kind, 0, "") : ofMany();
    }

    /// The engine of many trials: on vectors if they are fast here.
    ///
    /// @throws InvalidField naming `engine` or `vectorBits`
    Chosen ofMany() {
        boolean fast = VectorEngines.isFast();
        if (kind == Kind.PLAIN && bits != null) {
            throw new InvalidField("vectorBits", "says nothing with --engine plain: leave out one of them");
        }
        if (kind == Kind.PLAIN) {
            return new Chosen(kind, 0, "");
        }
        if (kind == Kind.LUMPED) {
            return new Chosen(kind, bits != null ? width() : fast ? VectorEngines.machineBits() : 0, "");
        }
        if (kind == null && bits == null && !fast) {
            return new Chosen(Kind.PLAIN, 0, "plain code, since " + reason());
        }
        return new Chosen(Kind.VECTOR, width(), slowness(fast));
    }

    private String slowness(boolean fast) {
        int machine = VectorEngines.machineBits();
        return fast && width() > machine
                ? "vectors of " + width() + " bits are slow here: this machine's have " + machine
                : fast ? "" : "vectors are slower than plain code here: " + reason();
    }

    private int width() {
        if (VectorEngines.widths().isEmpty()) {
            throw new InvalidField("engine", "vector needs the module jdk.incubator.vector: choose plain");
        }
        return bits == null || bits == 0 ? VectorEngines.machineBits() : bits;
    }

    private static String reason() {
        int machine = VectorEngines.machineBits();
        return machine == 0
                ? "this Java has no module jdk.incubator.vector"
                : machine < FAST
                        ? "this machine's vectors have " + machine + " bits"
                        : "the optimising compiler is off";
    }

    /// 128, 256, 512; 0 for `max`.
    static final class Bits implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return switch (text) {
                case "128", "256", "512" -> Integer.valueOf(text);
                case "max" -> 0;
                default -> throw new TypeConversionException(text + " is none of 128, 256, 512, max");
            };
        }
    }
}
