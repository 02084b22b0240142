package lemmata.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.text.ChoiceFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lemmata.landscape.DescentBasin;
import lemmata.model.Target;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// Success rates of gradient descent against q: what runs give, with intervals, over what theory predicts.
///
/// The axis is that of √q, on which squares are equally far apart. At each q the points of different k stand side by
/// side, and with each the limit at this q, for the curve beside it is that of another q.
///
/// @param cells of one algorithm from random starts
/// @param ks whose points are drawn
record SuccessFigure(List<CellFile> cells, List<Integer> ks) {

    private static final int STEPS = 200;
    private static final double PERCENT = 100;
    /// Share of the axis, and of the least gap between two √q, that the points at a q take at most.
    private static final double WIDEST = 0.1;

    private static final double CROWDED = 0.6;
    /// Right of the data, for the legend.
    private static final int ROOM = 190;

    private static final int ROW = 34;
    private static final int LINE = 20;
    private static final int SAMPLE = 72;
    private static final int GAP = 12;
    private static final Rectangle2D LIMIT = new Rectangle2D.Double(-7, -1.2, 14, 2.4);

    /// Of the cells of one algorithm from random starts; at most seven k.
    static Sheet of(String title, List<CellFile> cells, String caption) {
        List<Integer> ks = cells.stream()
                .map(CellFile::k)
                .distinct()
                .limit(Style.CURVES.size())
                .toList();
        String subtitle = "lines: limit for ‖a*‖ → 0;   points: runs at ‖a*‖ = "
                + Constant.shown(cells.getFirst().norm())
                + " with intervals of 95 % (Clopper–Pearson), those of different k side by side";
        return new Sheet(title, subtitle, List.of(new SuccessFigure(cells, ks).panel()), caption, 960, 640);
    }

    private Panel panel() {
        double top = Math.sqrt(cells.stream().mapToDouble(CellFile::q).max().orElse(1));
        top = top > 0 ? top : 1;
        Panel panel = LineChart.of(axis(top), Axes.decimals("runs that converge [%]", 0, 105), curves(top));
        panel.chart().setPadding(new RectangleInsets(GAP, 0, 0, ROOM));
        addPoints((XYPlot) panel.chart().getPlot(), top);
        return new Panel("", panel.chart(), this::legend);
    }

    /// At most six ticks or so, at squares of equal steps.
    private static NumberAxis axis(double top) {
        double margin = WIDEST * top;
        NumberAxis axis = Axes.decimals("q = (1^{T}a*)^{2}/‖a*‖^{2}, on the scale of √q", -margin, top + margin);
        double step = Axes.step(2 * (top + margin));
        int count = (int) Math.ceil(2 + top / step);
        axis.setTickUnit(new NumberTickUnit(step, squares(BigDecimal.valueOf(step), count)));
        return axis;
    }

    /// Writes the square of the multiple of a step that is next.
    static NumberFormat squares(BigDecimal step, int count) {
        return new ChoiceFormat(
                IntStream.range(0, count)
                        .mapToDouble(i -> (i - 0.5) * step.doubleValue())
                        .toArray(),
                IntStream.range(0, count)
                        .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)).pow(2))
                        .map(square -> square.stripTrailingZeros().toPlainString())
                        .toArray(String[]::new));
    }

    private List<LineChart.Curve> curves(double top) {
        double[] root = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> top * i / STEPS)
                .toArray();
        int p = cells.getFirst().p();
        List<LineChart.Curve> curves = new ArrayList<>();
        for (int k : ks) {
            double[] limits = new double[root.length];
            for (int i = 0; i < root.length; i++) {
                double q = root[i] * root[i];
                limits[i] = q > k ? Double.NaN : limit(k, q, p);
            }
            curves.add(new LineChart.Curve(name(k), root, limits));
        }
        return curves;
    }

    private static String name(int k) {
        return "k = " + k;
    }

    private static double limit(int k, double q, int p) {
        return PERCENT
                * (1 - DescentBasin.trapLimit(Target.of(k, q, 1).teacher(p)).value());
    }

    private void addPoints(XYPlot plot, double top) {
        YIntervalSeriesCollection points = new YIntervalSeriesCollection();
        XYSeriesCollection limits = new XYSeriesCollection();
        XYErrorRenderer bars = new XYErrorRenderer();
        XYLineAndShapeRenderer beside = new XYLineAndShapeRenderer(false, true);
        bars.setDrawXError(false);
        bars.setUseOutlinePaint(true);
        double apart = apart(top);
        for (int i = 0; i < ks.size(); i++) {
            YIntervalSeries found = new YIntervalSeries(i);
            XYSeries limit = new XYSeries(i);
            for (CellFile cell : shown(ks.get(i))) {
                boolean alone = cell.q() == 0 && sameAtZero();
                double x = Math.sqrt(cell.q()) + (alone ? 0 : apart * (i - (ks.size() - 1) / 2.0));
                limit.add(x, limit(cell.k(), cell.q(), cell.p()));
                if (cell.rate() != null && cell.low() != null && cell.high() != null) {
                    found.add(x, PERCENT * cell.rate(), PERCENT * cell.low(), PERCENT * cell.high());
                }
            }
            points.addSeries(found);
            limits.addSeries(limit);
            bars.setSeriesPaint(i, Style.colour(i));
            bars.setSeriesStroke(i, Style.solid(1.6f));
            bars.setSeriesShape(i, Style.marker(i));
            bars.setSeriesOutlinePaint(i, Color.WHITE);
            beside.setSeriesPaint(i, Style.colour(i));
            beside.setSeriesShape(i, LIMIT);
        }
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDataset(1, limits);
        plot.setRenderer(1, beside);
        plot.setDataset(2, points);
        plot.setRenderer(2, bars);
    }

    private double apart(double top) {
        double[] roots = cells.stream()
                .mapToDouble(cell -> Math.sqrt(cell.q()))
                .sorted()
                .distinct()
                .toArray();
        double gap = IntStream.range(1, roots.length)
                .mapToDouble(i -> roots[i] - roots[i - 1])
                .min()
                .orElse(top);
        return Math.min(WIDEST * top, CROWDED * gap) / Math.max(1, ks.size() - 1);
    }

    /// The cells of a k that have run, those at q = 0 only for the first k if they are the same for all.
    List<CellFile> shown(int k) {
        boolean once = k != ks.getFirst() && sameAtZero();
        return ran().stream()
                .filter(cell -> cell.k() == k && !(once && cell.q() == 0))
                .toList();
    }

    /// Whether at q = 0, where runs of all k start at a = 0 and the same w, as many of them end alike.
    boolean sameAtZero() {
        List<CellFile> zero = ran().stream().filter(cell -> cell.q() == 0).toList();
        return zero.size() > 1
                && zero.getFirst().k() == ks.getFirst()
                && zero.stream().map(SuccessFigure::ends).distinct().count() == 1;
    }

    private static List<Long> ends(CellFile cell) {
        return List.of(cell.successes(), cell.trapped(), cell.undecided(), cell.diverged());
    }

    private List<CellFile> ran() {
        return cells.stream()
                .filter(cell -> ks.contains(cell.k()) && cell.trials() > 0)
                .toList();
    }

    private void legend(Graphics2D g, Rectangle2D area) {
        double left = area.getMaxX() + GAP;
        double y = area.getY() + GAP;
        for (int i = 0; i < ks.size(); i++, y += ROW) {
            g.setPaint(Style.colour(i));
            g.setStroke(Style.stroke(i));
            g.draw(new Line2D.Double(left, y, left + SAMPLE, y));
            g.fill(AffineTransform.getTranslateInstance(left + SAMPLE / 2.0, y)
                    .createTransformedShape(Style.marker(i)));
            g.setPaint(Style.INK);
            new Label(name(ks.get(i))).draw(g, Style.LABEL, left + SAMPLE + GAP, y + 6);
        }
        for (String line : notes()) {
            new Label(line).draw(g, Style.TICK, left, y + GAP);
            y += LINE;
        }
    }

    /// Below the legend.
    List<String> notes() {
        List<String> notes = new ArrayList<>(List.of("short bars: the limit", "at the q of the point"));
        if (sameAtZero()) {
            notes.addAll(List.of("", "at q = 0 the runs of all", "k start and end alike:", "one point for all"));
        }
        return notes;
    }
}
