package lemmata.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/// The axes of the pictures.
final class Axes {

    private static final int MOST_TICKS = 12;

    private Axes() {}

    /// Angles in quarters of π.
    static NumberAxis angle(String label) {
        NumberAxis axis = plain(label, 0, Math.PI);
        axis.setTickUnit(new NumberTickUnit(Math.PI / 4, new QuartersOfPi()));
        return axis;
    }

    /// Numbers given by their decimal logarithms, a tick at each power of ten.
    static NumberAxis powers(String label, double low, double high) {
        NumberAxis axis = plain(label, low, high);
        axis.setTickUnit(new NumberTickUnit(1, new PowerOfTen()));
        return axis;
    }

    /// Numbers as they are, with ticks in steps of [#step].
    static NumberAxis decimals(String label, double low, double high) {
        NumberAxis axis = plain(label, low, high);
        axis.setTickUnit(new NumberTickUnit(step(high - low), new Decimal()));
        return axis;
    }

    /// The smallest of 1, 2 and 5 times powers of ten of which at most twelve make the length.
    static double step(double length) {
        int exponent = (int) Math.floor(Logarithm.of(length / MOST_TICKS));
        return Stream.of("1e" + exponent, "2e" + exponent, "5e" + exponent)
                .mapToDouble(Double::parseDouble)
                .filter(step -> length <= step * MOST_TICKS)
                .findFirst()
                .orElse(Double.parseDouble("1e" + (exponent + 1)));
    }

    private static NumberAxis plain(String label, double low, double high) {
        NumberAxis axis = new NumberAxis();
        axis.setAttributedLabel(new Label(label).attributed(Style.LABEL));
        axis.setTickLabelFont(Style.TICK);
        axis.setTickLabelPaint(Style.INK);
        axis.setLabelPaint(Style.INK);
        axis.setAxisLinePaint(Style.INK);
        axis.setTickMarkPaint(Style.INK);
        axis.setAutoRangeIncludesZero(false);
        axis.setRange(low, high);
        return axis;
    }

    /// Writes only; nothing here is read back.
    private abstract static class Written extends NumberFormat {

        private static final long serialVersionUID = 1L;

        abstract String text(double value);

        @Override
        public StringBuffer format(double value, StringBuffer to, FieldPosition position) {
            return to.append(text(value));
        }

        @Override
        public StringBuffer format(long value, StringBuffer to, FieldPosition position) {
            return to.append(text(value));
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class QuartersOfPi extends Written {

        private static final long serialVersionUID = 1L;

        @Override
        String text(double value) {
            String[] names = {"0", "π/4", "π/2", "3π/4", "π"};
            return names[Math.clamp(Math.round(value / (Math.PI / 4)), 0, names.length - 1)];
        }
    }

    private static final class Decimal extends Written {

        private static final long serialVersionUID = 1L;

        /// Steps add up with rounding, which is not shown.
        @Override
        String text(double value) {
            return BigDecimal.valueOf(value)
                    .setScale(12, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    private static final class PowerOfTen extends Written {

        private static final long serialVersionUID = 1L;

        @Override
        String text(double value) {
            long exponent = Math.round(value);
            return exponent == 0 ? "1" : exponent == 1 ? "10" : "10" + raised(exponent);
        }

        private static String raised(long exponent) {
            StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
            Long.toString(Math.abs(exponent)).chars().forEach(digit -> text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
            return text.toString();
        }
    }
}
