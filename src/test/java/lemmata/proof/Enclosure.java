package lemmata.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lemmata.num.Bounded;

/// What Coq proves of one number: low / 2ᵉ ≤ f(arguments) ≤ high / 2ᵉ. It stands in a proof file as a row of a table,
/// or as a lemma of its own.
///
/// @param function the table or the function
/// @param arguments the arguments in Coq, separated by commas, every dyad n e and (n / m) among them as a decimal
/// @param low lower end
/// @param high upper end
record Enclosure(String function, String arguments, Ratio low, Ratio high) {

    private static final String LEGEND = "a test reads these rows";

    private static final Pattern STATED = Pattern.compile("(?m)^   Formalised: each of the (\\d+) rows\\.$");

    private static final Pattern TABLE =
            Pattern.compile("(?ms)^Definition (\\w+)_enclosures : list \\([^\\n]*\\) := \\[$(.*?)\\]\\.$");

    private static final Pattern ROW = Pattern.compile(
            "(?m)^  \\(([^\\n]*),\\s+dyad \\(?(-?\\d+)\\)? (\\d+), dyad \\(?(-?\\d+)\\)? (\\d+)\\)(?=;$|\\z)");

    private static final Pattern LEMMA = Pattern.compile("(?m)^Lemma S\\d+_enclosure_\\d+ :\\s+"
            + "(-?\\d+) / 2 \\^ (\\d+) <= (\\w+) (.*)\\s+<= (-?\\d+) / 2 \\^ (\\d+)\\.$");

    private static final Pattern MENTION = Pattern.compile("_enclosures :|_enclosure_\\d");

    private static final Pattern QUOTIENT = Pattern.compile("dyad \\(?(-?\\d+)\\)? (\\d+)|\\((-?\\d+) / (\\d+)\\)");

    /// n / 2ᵉ.
    record Ratio(BigInteger numerator, int exponent) {

        static Ratio of(String numerator, String exponent) {
            return new Ratio(new BigInteger(numerator), Integer.parseInt(exponent));
        }

        BigDecimal value() {
            return new BigDecimal(numerator).divide(new BigDecimal(BigInteger.TWO.pow(exponent)));
        }

        /// The next one up.
        Ratio next() {
            return new Ratio(numerator.add(BigInteger.ONE), exponent);
        }

        /// The next one down.
        Ratio previous() {
            return new Ratio(numerator.subtract(BigInteger.ONE), exponent);
        }

        /// With the first digit exchanged with the first that is unlike it.
        Ratio exchanged() {
            String digits = numerator.toString();
            String other = digits.replaceFirst("(\\d)(\\1*)(?!\\1)(\\d)", "$3$2$1");
            if (other.equals(digits)) {
                throw new IllegalArgumentException(digits + " has no two unlike digits");
            }
            return Ratio.of(other, Integer.toString(exponent));
        }
    }

    /// The files whose legend says that a test reads their rows.
    static List<Path> files(Path proofs) {
        try (Stream<Path> files = Files.walk(proofs)) {
            return files.filter(file -> file.toString().endsWith(".v"))
                    .filter(file -> read(file).contains(LEGEND))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a file.
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many rows a file has by its own legend.
    ///
    /// @throws IllegalArgumentException if it does not say so
    static int stated(String text) {
        Matcher rows = STATED.matcher(text);
        if (!rows.find()) {
            throw new IllegalArgumentException("the legend does not say how many rows there are");
        }
        return Integer.parseInt(rows.group(1));
    }

    /// Those of a file.
    ///
    /// @throws IllegalArgumentException if there is none, or one that cannot be read
    static List<Enclosure> in(String text) {
        List<MatchResult> tables = TABLE.matcher(text).results().toList();
        List<MatchResult> lemmas = LEMMA.matcher(text).results().toList();
        long mentioned = MENTION.matcher(text).results().count();
        List<Enclosure> rows = Stream.concat(
                        tables.stream().flatMap(table -> rows(table.group(1), table.group(2)).stream()),
                        lemmas.stream().map(Enclosure::lemma))
                .toList();
        if (mentioned != 2L * tables.size() + lemmas.size() || rows.isEmpty()) {
            throw new IllegalArgumentException(
                    tables.size() + " tables, " + lemmas.size() + " lemmas read, " + mentioned + " mentioned");
        }
        return rows;
    }

    private static List<Enclosure> rows(String function, String table) {
        List<Enclosure> rows = ROW.matcher(table)
                .results()
                .map(row -> new Enclosure(
                        function,
                        decimals(row.group(1)),
                        Ratio.of(row.group(2), row.group(3)),
                        Ratio.of(row.group(4), row.group(5))))
                .toList();
        if (rows.isEmpty() || rows.size() != table.split("\\n  \\(").length - 1) {
            throw new IllegalArgumentException("a row of " + function + " cannot be read");
        }
        return rows;
    }

    private static Enclosure lemma(MatchResult lemma) {
        return new Enclosure(
                lemma.group(3),
                decimals(lemma.group(4).strip()).replace(" ", ", "),
                Ratio.of(lemma.group(1), lemma.group(2)),
                Ratio.of(lemma.group(5), lemma.group(6)));
    }

    private static String decimals(String arguments) {
        return QUOTIENT.matcher(arguments)
                .replaceAll(number -> Matcher.quoteReplacement(
                        number.group(1) == null
                                ? new BigDecimal(number.group(3))
                                        .divide(new BigDecimal(number.group(4)))
                                        .toPlainString()
                                : Ratio.of(number.group(1), number.group(2))
                                        .value()
                                        .toPlainString()));
    }

    /// Whether the ends are neighbours.
    boolean isTight() {
        return low.next().equals(high);
    }

    /// Whether some number in [low, high] is within the error of the computed one.
    boolean meets(Bounded computed) {
        BigDecimal value = new BigDecimal(computed.value());
        BigDecimal error = new BigDecimal(computed.error());
        return value.subtract(error).compareTo(high.value()) <= 0 && low.value().compareTo(value.add(error)) <= 0;
    }

    /// Whether it is so narrow, below a fiftieth of the error, that meeting it says that the promise is kept there.
    boolean tests(Bounded computed) {
        BigDecimal width = high.value().subtract(low.value());
        return width.multiply(BigDecimal.valueOf(50)).compareTo(new BigDecimal(computed.error())) < 0;
    }

    /// The enclosures between neighbours of which one end is an end of this one with two digits exchanged.
    List<Enclosure> withExchangedDigits() {
        Ratio below = low.exchanged();
        Ratio above = high.exchanged();
        return List.of(
                new Enclosure(function, arguments, below, below.next()),
                new Enclosure(function, arguments, above.previous(), above));
    }

    /// |computed − exact| over the promised error, at least; 0 if the computed number is enclosed.
    double ratio(Bounded computed) {
        BigDecimal value = new BigDecimal(computed.value());
        BigDecimal outside = low.value().subtract(value).max(value.subtract(high.value()));
        return Math.max(outside.doubleValue(), 0) / computed.error();
    }
}
