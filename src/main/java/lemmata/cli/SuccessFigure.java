package lemmata.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lemmata.cli.StudyFile.CellFile;
import lemmata.landscape.DescentBasin;
import lemmata.model.Target;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// Success rates of gradient descent against q: what runs give, with intervals, over what theory predicts.
final class SuccessFigure {

    private static final int STEPS = 200;
    private static final double PERCENT = 100;
    /// Axis over largest q, so that the legend covers no curve.
    private static final double ROOM = 1.3;
    /// Points of different k stand side by side, so far apart.
    private static final double APART = 0.12;

    private SuccessFigure() {}

    /// Of the cells of one algorithm from random starts; at most seven k.
    static Sheet of(String title, List<CellFile> cells, String caption) {
        List<Integer> ks = cells.stream()
                .map(CellFile::k)
                .distinct()
                .limit(Style.CURVES.size())
                .toList();
        double top = cells.stream().mapToDouble(CellFile::q).max().orElse(1);
        double[] q = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> top * i / STEPS)
                .toArray();
        List<LineChart.Curve> curves = new ArrayList<>();
        YIntervalSeriesCollection points = new YIntervalSeriesCollection();
        XYErrorRenderer bars = new XYErrorRenderer();
        bars.setDrawXError(false);
        for (int i = 0; i < ks.size(); i++) {
            int k = ks.get(i);
            double[] theory = IntStream.rangeClosed(0, STEPS)
                    .mapToDouble(step -> q[step] > k
                            ? Double.NaN
                            : limit(k, q[step], cells.getFirst().p()))
                    .toArray();
            curves.add(new LineChart.Curve("k = " + k, q, theory));
            double shift = APART * (i - (ks.size() - 1) / 2.0);
            points.addSeries(series(k, cells, shift));
            bars.setSeriesPaint(i, Style.colour(i));
            bars.setSeriesStroke(i, Style.solid(1.5f));
        }
        Panel panel = LineChart.of(
                Axes.decimals("q = (1^{T}a*)^{2}/‖a*‖^{2}", -1, ROOM * top + 1),
                Axes.decimals("runs that converge [%]", 0, 105),
                curves);
        XYPlot plot = (XYPlot) panel.chart().getPlot();
        plot.setDataset(1, points);
        plot.setRenderer(1, bars);
        String subtitle = "lines: limit for ‖a*‖ → 0;   points: runs at ‖a*‖ = "
                + Constant.shown(cells.getFirst().norm()) + " with intervals of 95 % (Clopper–Pearson)";
        return new Sheet(title, subtitle, List.of(panel), caption, 960, 640);
    }

    private static double limit(int k, double q, int p) {
        return PERCENT
                * (1 - DescentBasin.trapLimit(Target.of(k, q, 1).teacher(p)).value());
    }

    private static YIntervalSeries series(int k, List<CellFile> cells, double shift) {
        YIntervalSeries series = new YIntervalSeries(k);
        for (CellFile cell : cells) {
            if (cell.k() == k && cell.rate() != null && cell.low() != null && cell.high() != null) {
                series.add(cell.q() + shift, PERCENT * cell.rate(), PERCENT * cell.low(), PERCENT * cell.high());
            }
        }
        return series;
    }
}
