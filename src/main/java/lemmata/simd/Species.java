package lemmata.simd;

import java.io.InputStream;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Copies of kernel classes, one per vector width.
///
/// The compiler keeps vectors in registers only while the species is a constant, so each width has a class of its own:
/// a hidden class that carries the species as its class data.
final class Species {

    private Species() {}

    private record Copy(Class<?> original, int bits) {}

    /// Kernels have no state: one instance of a copy serves all engines, so that it is compiled once.
    private static final Map<Copy, Object> COPIES = new ConcurrentHashMap<>();

    /// The instance of a copy of a class on vectors of 64, 128, 256 or 512 bits; where the machine has none so wide,
    /// correct but slow.
    static <T> T copy(Class<? extends T> original, Class<T> type, int bits) {
        return type.cast(COPIES.computeIfAbsent(new Copy(original, bits), Species::define));
    }

    private static Object define(Copy wanted) {
        Class<?> original = wanted.original;
        VectorSpecies<Double> species = VectorSpecies.of(double.class, VectorShape.forBitSize(wanted.bits));
        try (InputStream code = original.getResourceAsStream(original.getSimpleName() + ".class")) {
            MethodHandles.Lookup copy =
                    MethodHandles.lookup().defineHiddenClassWithClassData(code.readAllBytes(), species, true);
            return copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable failure) {
            throw new IllegalStateException("no kernel on " + wanted.bits + " bits", failure);
        }
    }

    /// The class data of a copy; the preferred species in the class itself.
    @SuppressWarnings("unchecked") // only `copy` makes class data, and it is a species of doubles
    static VectorSpecies<Double> of(MethodHandles.Lookup lookup) {
        try {
            VectorSpecies<Double> data =
                    MethodHandles.classData(lookup, ConstantDescs.DEFAULT_NAME, VectorSpecies.class);
            return data == null ? DoubleVector.SPECIES_PREFERRED : data;
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException("no class data", failure);
        }
    }
}
