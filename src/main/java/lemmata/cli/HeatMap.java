package lemmata.cli;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/// Numbers over a rectangle as coloured bands, with a colour bar and a curve drawn over them.
///
/// @param x the axis from left to right
/// @param y the axis from below
/// @param numbers over the whole rectangle
/// @param bands the colours
/// @param bar the axis of the colour bar
/// @param curve abscissae and ordinates
record HeatMap(NumberAxis x, NumberAxis y, Grid numbers, Bands bands, NumberAxis bar, double[][] curve) {

    private static final int PIXELS = 800;
    private static final float HALO = 5.5f;
    private static final float LINE = 2.5f;

    /// The chart.
    JFreeChart chart() {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        lines.setDrawSeriesLineAsPath(true);
        lines.setSeriesPaint(0, Color.WHITE);
        lines.setSeriesStroke(0, Style.solid(HALO));
        lines.setSeriesPaint(1, Color.BLACK);
        lines.setSeriesStroke(1, Style.solid(LINE));
        data.addSeries("halo", curve);
        data.addSeries("line", curve);
        XYPlot plot = new XYPlot(data, x, y, lines);
        LineChart.bare(plot);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setBackgroundImage(image());
        plot.setBackgroundImageAlpha(1);
        JFreeChart chart = LineChart.chart(plot);
        chart.addSubtitle(legend());
        return chart;
    }

    private BufferedImage image() {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < PIXELS; row++) {
            for (int column = 0; column < PIXELS; column++) {
                double value = numbers.at((column + 0.5) / PIXELS, 1 - (row + 0.5) / PIXELS);
                image.setRGB(column, row, bands.colour(value).getRGB());
            }
        }
        return image;
    }

    private PaintScaleLegend legend() {
        PaintScaleLegend legend = new PaintScaleLegend(bands.scale(), bar);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setSubdivisionCount(bands.count());
        legend.setStripWidth(18);
        legend.setStripOutlineVisible(true);
        legend.setStripOutlinePaint(Style.INK);
        legend.setMargin(new RectangleInsets(8, 4, 44, 0));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }
}
