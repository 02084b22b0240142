package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lemmata.theorem.Exponents;
import lemmata.theorem.Exponents.Law;
import lemmata.theorem.Exponents.Row;

/// What theorem.Exponents claims, as checks of any rows: value against power, local slope against exponent, and whether
/// the poster's exponent can be told from the true one.
public final class ExponentChecks {

    /// Values of a row at a number of doublings of x.
    ///
    /// @param row the row
    /// @param x the least of each pair x, 2x
    /// @param values f at x and at 2x
    public record Fit(Row row, double[] x, double[][] values) {

        /// The row at so many pairs from its least x to its largest, both among them.
        public static Fit of(Row row, int pairs) {
            Law law = row.law();
            int doublings = Math.getExponent(law.to() / law.from());
            double[] x = IntStream.range(0, pairs)
                    .mapToDouble(i -> law.from() * Math.scalb(1.0, i * doublings / Math.max(1, pairs - 1)))
                    .distinct()
                    .toArray();
            double[][] values = DoubleStream.of(x)
                    .mapToObj(at -> new double[] {
                        law.value().applyAsDouble(at), law.value().applyAsDouble(2 * at)
                    })
                    .toArray(double[][]::new);
            return new Fit(row, x, values);
        }

        private double slope(int i) {
            return Exponents.slope(at -> at == 1 ? values[i][0] : values[i][1], 1);
        }

        /// The last local slope.
        public double last() {
            return slope(x.length - 1);
        }

        /// |f(x)/(A xᵉ) − 1| over K/xˢ, and |slope − e| over what that allows: the worst.
        public double ratio() {
            double worst = 0;
            for (int i = 0; i < x.length; i++) {
                worst = Math.max(worst, away(x[i], values[i][0]));
                worst = Math.max(worst, away(2 * x[i], values[i][1]));
                worst = Math.max(worst, Math.abs(slope(i) - row.exact()) / row.allowed(x[i]));
            }
            return worst;
        }

        private double away(double at, double value) {
            double power = row.law().coefficient() * Exponents.power(at, row.exact());
            return Math.abs(value / power - 1) / row.law().distance(at);
        }

        /// Whether an exponent is farther from the last local slope than the row allows.
        public boolean refutes(double exponent) {
            return Math.abs(last() - exponent) > row.allowed(x[x.length - 1]);
        }

        /// Whether what is stated is refuted where it differs from what is true, and only there.
        public boolean decides() {
            return Double.isNaN(row.stated()) || refutes(row.stated()) == (row.stated() != row.exact());
        }

        /// For tables: quantity, variable, scaling, stated, true, fitted.
        public String line() {
            String stated = Double.isNaN(row.stated()) ? "–" : number(row.stated());
            return String.format(
                    Locale.ROOT,
                    "%s in %s (%s) %s/%s/%.4f",
                    row.quantity(),
                    row.variable(),
                    row.fixed(),
                    stated,
                    number(row.exact()),
                    last());
        }

        private static String number(double x) {
            return x == Math.rint(x) ? String.valueOf((long) x) : String.valueOf(x);
        }
    }

    private static final Memo<Integer, List<Fit>> FITS = new Memo<>(
            4, pairs -> Exponents.rows().stream().map(row -> Fit.of(row, pairs)).toList());

    private ExponentChecks() {}

    /// Whether rows are within their laws, and what the poster states is told from what is true.
    public static boolean holds(List<Row> rows, int pairs) {
        return rows.stream().map(row -> Fit.of(row, pairs)).allMatch(fit -> fit.ratio() <= 1 && fit.decides());
    }

    /// The rows of a statement.
    static Evidence rows(int statement, int pairs) {
        List<Fit> fits = FITS.at(pairs).stream()
                .filter(fit -> fit.row().statement() == statement)
                .toList();
        String table = String.join("; ", fits.stream().map(Fit::line).toList());
        return evidence(fits, "values and local slopes within K/xˢ of the power", "stated/true/fitted: " + table);
    }

    private static Evidence evidence(List<Fit> fits, String claim, String detail) {
        double worst = fits.stream().mapToDouble(Fit::ratio).max().orElse(Double.NaN);
        boolean decided = fits.stream().allMatch(Fit::decides);
        return new Evidence(
                "fit",
                worst <= 1 && decided ? Verdict.SAMPLED : Verdict.VIOLATED,
                claim,
                fits.stream().mapToLong(fit -> 2L * fit.x().length).sum(),
                worst,
                detail);
    }

    /// All rows: how near their slopes are known to be at the last x, against the least distance of a stated exponent
    /// from a true one.
    static Evidence nearer(int pairs) {
        List<Fit> fits = FITS.at(pairs);
        double last = fits.stream()
                .mapToDouble(fit -> fit.row().allowed(fit.x()[fit.x().length - 1]))
                .max()
                .orElse(Double.NaN);
        String detail = String.format(
                Locale.ROOT, "%d rows; at the last x every slope is derived to be within %.2g of e", fits.size(), last);
        return evidence(fits, "local slopes near the true exponents, away from stated ones", detail);
    }
}
