package lemmata.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/// Curves over one another, with a legend in the upper right corner.
final class LineChart {

    private static final int SAMPLE = 54;
    private static final int ROW = 26;
    private static final int GAP = 12;
    private static final int PADDING = 10;

    /// A curve, in the order of the legend.
    ///
    /// @param name its label
    /// @param x abscissae
    /// @param y ordinates; NaN interrupts the curve
    record Curve(String name, double[] x, double[] y) {}

    private LineChart() {}

    /// The panel of some curves.
    static Panel of(NumberAxis x, NumberAxis y, List<Curve> curves) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        lines.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < curves.size(); i++) {
            data.addSeries(i, new double[][] {curves.get(i).x, curves.get(i).y});
            lines.setSeriesPaint(i, Style.colour(i));
            lines.setSeriesStroke(i, Style.stroke(i));
        }
        XYPlot plot = new XYPlot(data, x, y, lines);
        bare(plot);
        plot.setDomainGridlinePaint(Style.GRID);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setDomainGridlineStroke(Style.solid(1));
        plot.setRangeGridlineStroke(Style.solid(1));
        return new Panel("", chart(plot), (g, area) -> legend(g, area, curves));
    }

    /// A plot on white with a thin frame.
    static void bare(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Style.INK);
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    }

    /// A chart without title and legend.
    static JFreeChart chart(XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(PADDING, 0, 0, PADDING));
        return chart;
    }

    private static void legend(Graphics2D g, Rectangle2D area, List<Curve> curves) {
        double widest = curves.stream()
                .mapToDouble(curve -> new Label(curve.name).width(g, Style.LABEL))
                .max()
                .orElse(0);
        double width = widest + SAMPLE + 3 * GAP;
        double height = ROW * curves.size() + GAP;
        Rectangle2D box = new Rectangle2D.Double(area.getMaxX() - width - GAP, area.getY() + GAP, width, height);
        g.setPaint(Color.WHITE);
        g.fill(box);
        g.setPaint(Style.GRID);
        g.setStroke(Style.solid(1));
        g.draw(box);
        for (int i = 0; i < curves.size(); i++) {
            double middle = box.getY() + GAP / 2.0 + ROW * (i + 0.5);
            double left = box.getX() + GAP;
            g.setPaint(Style.colour(i));
            g.setStroke(Style.stroke(i));
            g.draw(new Line2D.Double(left, middle, left + SAMPLE, middle));
            g.setPaint(Style.INK);
            new Label(curves.get(i).name).draw(g, Style.LABEL, left + SAMPLE + GAP, middle + 6);
        }
    }
}
