package lemmata.cli;

import java.util.List;
import java.util.stream.Collectors;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.rng.Words.Generator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// One of a few things as an option gives it: the name in lower case.
abstract class Choice<T> implements ITypeConverter<T> {

    private final List<T> known;

    @SafeVarargs
    Choice(T... known) {
        this.known = List.of(known);
    }

    @Override
    public T convert(String name) {
        return known.stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(name + " is none of "
                        + known.stream().map(Object::toString).collect(Collectors.joining(", "))));
    }

    /// gd, pgd, sgd, psgd.
    static final class OfMethod extends Choice<Method> {
        OfMethod() {
            super(Method.values());
        }
    }

    /// random, spurious.
    static final class OfStart extends Choice<Start> {
        OfStart() {
            super(Start.values());
        }
    }

    /// splitmix, philox.
    static final class OfGenerator extends Choice<Generator> {
        OfGenerator() {
            super(Generator.SPLITMIX, Generator.PHILOX);
        }
    }

    /// plain, vector, lumped.
    static final class OfEngine extends Choice<EngineOptions.Kind> {
        OfEngine() {
            super(EngineOptions.Kind.values());
        }
    }

    /// csv, jsonl.
    static final class OfFormat extends Choice<RunCommand.Format> {
        OfFormat() {
            super(RunCommand.Format.values());
        }
    }

    /// exact, smoothed.
    static final class OfSlope extends Choice<RunCommand.Slope> {
        OfSlope() {
            super(RunCommand.Slope.values());
        }
    }
}
