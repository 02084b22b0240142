package lemmata.cli;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/// A chart of a sheet, with a heading above it and what is drawn upon it.
///
/// @param heading its text; empty for none
/// @param chart the chart
/// @param overlay drawn last, into the area of the data
record Panel(String heading, JFreeChart chart, Overlay overlay) {

    private static final int HEADING_HEIGHT = 30;

    /// What is drawn upon a chart.
    @FunctionalInterface
    interface Overlay {
        void draw(Graphics2D g, Rectangle2D data);
    }

    /// Draws everything into the area.
    void draw(Graphics2D g, Rectangle2D area) {
        double top = heading.isEmpty() ? 0 : HEADING_HEIGHT;
        ChartRenderingInfo info = new ChartRenderingInfo();
        Rectangle2D below =
                new Rectangle2D.Double(area.getX(), area.getY() + top, area.getWidth(), area.getHeight() - top);
        chart.draw(g, below, null, info);
        Rectangle2D data = info.getPlotInfo().getDataArea();
        g.setPaint(Style.INK);
        new Label(heading).draw(g, Style.HEADING, data.getX(), area.getY() + HEADING_HEIGHT * 0.7);
        overlay.draw(g, data);
    }
}
