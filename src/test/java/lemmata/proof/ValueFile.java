package lemmata.proof;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import lemmata.num.Bounded;

/// A proof file of values that the lemma code computed: tables, and a lemma |computed − exact| ≤ promised error of all
/// rows of each.
///
/// @param stem chapter and name of the lemma file, as in `loss/AngleKernel`
/// @param what what the values are of, for the first sentence
/// @param preamble imports and tactics
/// @param tables the tables
record ValueFile(String stem, String what, String preamble, List<Table> tables) {

    /// A line with its semicolon has at most so many characters.
    private static final int WIDTH = 110;

    /// The values of one function.
    ///
    /// @param name of the function, for the table and the lemma
    /// @param statement number of the statement that promises its accuracy
    /// @param type of a row's arguments in Coq
    /// @param arguments their names, separated by commas
    /// @param exact the exact number in Coq, in terms of the arguments
    /// @param tactic what proves a row
    /// @param rows the rows
    record Table(
            String name, int statement, String type, String arguments, String exact, String tactic, List<Row> rows) {

        private String text() {
            return """

                    (* %s, computed value, promised error *)
                    Definition %s_values : list (%s * R * R) := [
                    %s].

                    Lemma S%d_%s_values :
                      Forall (fun '(%s, y, e) =>
                        Rabs (y - %s) <= e) %s_values.
                    Proof.
                    rows %s_values %s. Qed.
                    """.formatted(
                            arguments,
                            name,
                            type,
                            rows.stream().map(Row::line).collect(Collectors.joining(";\n")),
                            statement,
                            name,
                            arguments,
                            exact,
                            name,
                            name,
                            tactic);
        }
    }

    /// One value.
    ///
    /// @param arguments in Coq
    /// @param computed the value and its promised error
    record Row(String arguments, Bounded computed) {

        private String line() {
            String result = dyad(computed.value()) + ", " + dyad(computed.error());
            String line = "  (" + arguments + ", " + result + ")";
            return line.length() < WIDTH ? line : "  (" + arguments + ",\n    " + result + ")";
        }
    }

    /// Where it lies.
    Path path() {
        return Path.of("proofs", stem + "_values.v");
    }

    /// Its text.
    String text() {
        String legend = """
                (* Values of %s as Java computes them,
                   each within the error that Java promises.

                   dyad n e    n / 2^e: value, arguments and error are the doubles of the program, exactly

                   Formalised: each row. Written by the test lemmata.proof.ValuesTest from what the lemma code returns.
                   Not formalised: other arguments. *)
                """;
        return legend.formatted(what)
                + preamble
                + tables.stream().map(Table::text).collect(Collectors.joining());
    }

    /// A double as n / 2ᵉ with e ≥ 0 and n odd if e > 0.
    ///
    /// @throws IllegalArgumentException if it is −0, which is no other number than 0, or no number
    static String dyad(double value) {
        if (!Double.isFinite(value) || Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(-0.0)) {
            throw new IllegalArgumentException("a proof cannot be about " + value);
        }
        int exponent = Math.getExponent(value) - 52;
        long numerator = value == 0 ? 0 : (long) Math.scalb(value, -exponent);
        while (exponent < 0 && numerator % 2 == 0) {
            numerator /= 2;
            exponent = numerator == 0 ? 0 : exponent + 1;
        }
        BigInteger whole = BigInteger.valueOf(numerator).shiftLeft(Math.max(exponent, 0));
        return String.format(
                Locale.ROOT, whole.signum() < 0 ? "dyad (%d) %d" : "dyad %d %d", whole, Math.max(-exponent, 0));
    }

    /// A vector in Coq.
    static String entries(double... x) {
        return "[" + DoubleStream.of(x).mapToObj(ValueFile::dyad).collect(Collectors.joining("; ")) + "]";
    }
}
