package lemmata.proof;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import lemmata.proof.ClosedForms.Rounded;

/// The methods of [ClosedForms] by name, or those of a mutant of its text.
///
/// Inputs are whole numbers, [Rounded] scalars and arrays of [Rounded]; the forms see the values, the bounds both.
final class PrintedForms {

    private static final Path SOURCE = Path.of("src/test/java/lemmata/proof/ClosedForms.java");

    /// A method of a form: its name and what it returns. Those of the arithmetic are private.
    private static final Pattern FORM = Pattern.compile("(?ms)^    static double (\\w+(?<!Error))\\([^{]*\\{(.*?);$");

    private static final Pattern SIGN = Pattern.compile("(?<=\\s)[+-](?=\\s)|(?<=\\()-(?=\\()");

    private final Class<?> forms;

    private PrintedForms(Class<?> forms) {
        this.forms = forms;
    }

    /// The forms as printed.
    static PrintedForms unchanged() {
        return new PrintedForms(ClosedForms.class);
    }

    /// The forms with sign number `index` of each one turned, compiled in the folder; those with fewer are as printed.
    static PrintedForms withTurnedSign(int index, Path folder) throws IOException, ReflectiveOperationException {
        String text = FORM.matcher(Files.readString(SOURCE)).replaceAll(form -> turned(form, index));
        Path source = Files.writeString(folder.resolve("ClosedForms.java"), text);
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-proc:none", source.toString());
        if (exit != 0) {
            throw new IllegalStateException("the mutant of sign " + index + " does not compile");
        }
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, platform)) {
            Class<?> mutant = loader.loadClass(ClosedForms.class.getName());
            loader.loadClass(Rounded.class.getName());
            return new PrintedForms(mutant);
        }
    }

    /// The names of the forms in the text that have at least so many signs.
    static List<String> names(int signs) throws IOException {
        return FORM.matcher(Files.readString(SOURCE))
                .results()
                .filter(form -> SIGN.matcher(form.group(2)).results().count() >= signs)
                .map(form -> form.group(1))
                .toList();
    }

    /// The form at the values of the inputs.
    double value(String name, Object... inputs) {
        return call(forms, name, Arrays.stream(inputs).map(PrintedForms::plain).toArray());
    }

    /// The printed bound of its error.
    static double error(String name, Object... inputs) {
        return call(ClosedForms.class, name + "Error", inputs);
    }

    private static String turned(MatchResult form, int index) {
        Matcher sign = SIGN.matcher(form.group());
        for (int i = 0; i <= index; i++) {
            if (!sign.find()) {
                return Matcher.quoteReplacement(form.group());
            }
        }
        String other = sign.group().equals("+") ? "-" : "+";
        return Matcher.quoteReplacement(
                form.group().substring(0, sign.start()) + other + form.group().substring(sign.end()));
    }

    private static Object plain(Object input) {
        return switch (input) {
            case Rounded number -> number.value();
            case Rounded[] numbers ->
                Arrays.stream(numbers).mapToDouble(Rounded::value).toArray();
            default -> input;
        };
    }

    private static double call(Class<?> owner, String name, Object... inputs) {
        Method method = Arrays.stream(owner.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            return (double) method.invoke(null, inputs);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
