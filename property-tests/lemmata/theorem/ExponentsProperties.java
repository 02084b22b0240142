package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.Evidence;
import lemmata.audit.ExponentChecks;
import lemmata.audit.PassageRuns;
import lemmata.audit.PassageRuns.Radius;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.theorem.Exponents.Law;
import lemmata.theorem.Exponents.Row;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute theorem.Exponents.
@DrawnCases
class ExponentsProperties {

    private static final int PAIRS = 3;
    private static final long RUN = 20261121;

    private static List<Row> rows(int statement) {
        return Exponents.rows().stream()
                .filter(row -> row.statement() == statement)
                .toList();
    }

    private static void accepted(int statement) {
        holds(ExponentChecks.holds(rows(statement), PAIRS), "every row is within its law");
    }

    /// Every row of a statement must notice the slip by itself.
    private static void refused(String slip, int statement, UnaryOperator<Row> mutant) {
        boolean any = rows(statement).stream().map(mutant).anyMatch(row -> ExponentChecks.holds(List.of(row), PAIRS));
        rejects(slip, any);
    }

    private static void mutantsOf(int statement) {
        refused("exponent ½ more", statement, row -> exponent(row, row.exact() + 0.5));
        refused("exponent ¼ less", statement, row -> exponent(row, row.exact() - 0.25));
        refused("twice the coefficient", statement, row -> coefficient(row, 2));
        refused("⅓ of the coefficient", statement, row -> coefficient(row, 1.0 / 3));
    }

    private static Row exponent(Row row, double exact) {
        return new Row(row.statement(), row.quantity(), row.variable(), row.fixed(), row.stated(), exact, row.law());
    }

    private static Row law(Row row, Law law) {
        return new Row(row.statement(), row.quantity(), row.variable(), row.fixed(), row.stated(), row.exact(), law);
    }

    private static Row coefficient(Row row, double factor) {
        Law law = row.law();
        return law(
                row, new Law(factor * law.coefficient(), law.room(), law.order(), law.from(), law.to(), law.value()));
    }

    @Example
    @Statement("theorem.Exponents/S1")
    void alignmentIsNoConstant() {
        accepted(1);
        mutantsOf(1);
    }

    @Example
    @Statement("theorem.Exponents/S2")
    void noiseIsNeededInProportionToTheLength() {
        accepted(2);
        mutantsOf(2);
        assertThat(Scaling.escapeNoise(8, 8, 4)).isZero();
        holds(Scaling.escapeNoise(8, 8, 3) > 0, "some noise below q = 1 + 7/π, none above");
    }

    @Example
    @Statement("theorem.Exponents/S3")
    void escapeIsSlower() {
        accepted(3);
        mutantsOf(3);
        Evidence found = PassageRuns.passages(RUN, Radius.ESCAPE, 2, 3, 2, 1);
        holds(found.verdict() == Verdict.SAMPLED, found.line());
        Evidence other = PassageRuns.passages(RUN, Radius.ESCAPE, 2, 3, 2, 3);
        rejects("p³ at twice the escape noise", other.verdict() == Verdict.SAMPLED);
    }

    @Example
    @Statement("theorem.Exponents/S4")
    void convergenceIsFaster() {
        accepted(4);
        mutantsOf(4);
    }

    @Example
    @Statement("theorem.Exponents/S5")
    void stepsAreOtherwiseBounded() {
        accepted(5);
        mutantsOf(5);
    }

    @Property(tries = 100, seed = Draws.SEED)
    @Statement("theorem.Exponents/S6")
    void slopesAreNearTheExponents(@ForAll Draw draw) {
        holds(slope(1), draw);
    }

    /// A power with a drawn relative error of K/xˢ at most has a local slope within what is allowed, times a share.
    private static Check slope(double share) {
        return draw -> {
            double exact = 8 * draw.uniform(901) - 4;
            double room = 2 * draw.uniform(902);
            double order = 0.25 + draw.uniform(903);
            double x = 64 + 1000 * draw.uniform(904);
            double sign = draw.uniform(905) < 0.5 ? 1 : -1;
            Law law = new Law(
                    1,
                    room,
                    order,
                    1,
                    2,
                    at -> Exponents.power(at, exact)
                            * (1 + (at == x ? sign : -sign) * room * Exponents.power(at, -order)));
            Row row = new Row(6, "f", "x", "", 0, exact, law);
            double off = Math.abs(Exponents.slope(law.value(), x) - exact);
            return OptionalDouble.of(off / (share * row.allowed(x)));
        };
    }

    @Example
    @Statement("theorem.Exponents/S6")
    void otherAllowancesAreRejected() {
        rejects("half of it", slope(0.5));
        holds(ExponentChecks.holds(Exponents.rows(), 2), "all rows, at both ends of their ranges");
        // x³ and the quotient 8 are exact here; two logarithms within 2u and a division.
        double known = 3 * 5 * RoundOff.U;
        assertThat(Exponents.slope(x -> x * x * x, 5)).isCloseTo(3, within(known));
        rejects("log e for log₂", Math.abs(Functions.log(8) - 3) <= known);
    }
}
