package lemmata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.checkerframework.common.subtyping.SubtypingChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The qualifiers forbid what they are there to forbid: the snippets are compiled under the Subtyping Checker, and it
/// must reject every marked line with the marked key, and no other line.
class QualifierTest {
    private static final String MARK = "// wrong: ";

    private static final String SNIPPETS = """
        import lemmata.claim.*;
        import lemmata.loss.*;
        import lemmata.model.*;

        final class Snippets {
            // The poster's sampling and update lines as they stand: ξ ∈ R^k is added to w, ε ∈ R^p to a.
            Student swapped(Student student, double @FilterSpace [] epsilon, double @OutputSpace [] xi) {
                return Perturbation.of(
                        student,
                        xi, // wrong: argument
                        epsilon); // wrong: argument
            }

            // A filter is no unit vector until it is checked or projected.
            double @UnitSphere [] unit(double @FilterSpace [] w) {
                return w; // wrong: return
            }

            Teacher teacher(double @FilterSpace [] w, double @OutputSpace [] a) {
                return new Teacher(
                        w, // wrong: argument
                        a);
            }

            // Output weights are no filter, and an array that passed no door is neither.
            double @FilterSpace [] filter(double @OutputSpace [] a) {
                return a; // wrong: return
            }

            Angle angle(double @FilterSpace [] w, double @OutputSpace [] a) {
                return Angle.between(
                        w,
                        a); // wrong: argument
            }

            Student student(double[] w, double @OutputSpace [] a) {
                return new Student(
                        w, // wrong: argument
                        a);
            }

            // Degrees are no radians, and neither is a number of which no unit is said.
            Angle degrees(@Degrees double right) {
                return Angle.ofRadians(right); // wrong: argument
            }

            Angle bare() {
                return Angle.ofRadians(90.0); // wrong: argument
            }

            // All of it done right.
            Angle right(double[] raw, @Radians double half) {
                Teacher teacher = new Teacher(Spaces.unit("w", 0.6, 0.8), Spaces.output("a", raw));
                Student student = new Student(SphereProjection.project(Spaces.filter("w", raw)), teacher.a());
                double @FilterSpace [] xi = Spaces.filterDisplacement("xi", raw);
                Student moved = Perturbation.of(student, xi, Spaces.output("epsilon", raw));
                Angle between = Angle.between(moved.w(), teacher.w());
                return Angle.ofRadians(raw.length > 1 ? between.phi() : half);
            }
        }
        """;

    @TempDir
    private Path output;

    @Test
    void rejectsTheMarkedLinesAndNoOther() throws IOException {
        List<String> lines = SNIPPETS.lines().toList();
        List<String> marked = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(MARK))
                .mapToObj(i -> (i + 1) + " " + lines.get(i).split(MARK)[1])
                .toList();
        assertThat(errors()).containsExactlyElementsOf(marked).hasSize(9);
    }

    /// Every error of the snippets, as `line key`.
    ///
    /// The house is read from its sources: a class file loses the qualifiers of a compact constructor's parameters.
    private List<String> errors() throws IOException {
        var found = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-d",
                output.toString(),
                "-sourcepath",
                "src/main/java",
                "-Xprefer:source",
                "-implicit:none",
                "-AonlyDefs=^Snippets",
                "-Aquals=" + System.getProperty("lemmata.quals"));
        try (var files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            var task = compiler.getTask(null, files, found, options, null, List.of(new Source()));
            task.setProcessors(List.of(new SubtypingChecker()));
            task.call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(error -> error.getLineNumber() + " " + key(error.getMessage(Locale.ROOT)))
                .toList();
    }

    private static String key(String message) {
        Matcher bracketed = Pattern.compile("^\\[([^]]+)]").matcher(message);
        return bracketed.find() ? bracketed.group(1) : message;
    }

    private static final class Source extends SimpleJavaFileObject {
        Source() {
            super(URI.create("string:///Snippets.java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SNIPPETS;
        }
    }
}
