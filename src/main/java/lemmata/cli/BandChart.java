package lemmata.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.experiment.Band;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// Medians as lines, with the bands 25–75 % and 5–95 % about them; ticks at the upper edge.
///
/// @param x the axis from left to right
/// @param y the axis from below
/// @param lines in the order in which they are drawn
record BandChart(NumberAxis x, NumberAxis y, List<Line> lines) {

    private static final float FAINTER = 0.13f;
    private static final float FAINT = 0.22f;
    private static final int TICK = 9;
    /// Above the lower edge, where labels of sections begin.
    private static final int LIFT = 10;
    /// Half the height of a letter, over the size of its font.
    private static final double RISE = 0.36;

    /// A median with its bands.
    ///
    /// @param style number of its colour and dash
    /// @param x abscissae
    /// @param y quantiles there
    /// @param ticks abscissae of its ticks
    record Line(int style, List<Double> x, List<Band> y, List<Double> ticks) {}

    /// A section of the axis from left to right.
    ///
    /// @param from where it begins
    /// @param at the middle of its label
    /// @param label written upwards
    record Section(double from, double at, String label) {}

    /// The stages of a schedule; the label of the last stands behind it, for it may be short.
    ///
    /// @param unit of the axis, in steps
    /// @param high its upper end
    static List<Section> sections(Schedule schedule, double unit, double high, Function<Stage, String> label) {
        List<Section> sections = new ArrayList<>();
        double from = 0;
        for (Stage stage : schedule.stages()) {
            double to = from + stage.steps() / unit;
            boolean last = sections.size() == schedule.stages().size() - 1;
            sections.add(new Section(from, ((last ? high : from) + to) / 2, label.apply(stage)));
            from = to;
        }
        return sections;
    }

    /// Quantiles of what is shown for a number: of an increasing function.
    static Band shown(Band band, DoubleUnaryOperator as) {
        return new Band(
                as.applyAsDouble(band.q05()),
                as.applyAsDouble(band.q25()),
                as.applyAsDouble(band.median()),
                as.applyAsDouble(band.q75()),
                as.applyAsDouble(band.q95()));
    }

    /// The panel.
    Panel panel(String heading) {
        return new Panel(heading, LineChart.chart(plot()), this::ticks);
    }

    /// The panel, with sections instead of ticks and of the grid's vertical lines.
    Panel panel(String heading, List<Section> sections) {
        XYPlot plot = plot();
        plot.setDomainGridlinesVisible(false);
        return new Panel(heading, LineChart.chart(plot), (g, area) -> sections(g, area, sections));
    }

    private XYPlot plot() {
        XYPlot plot = new XYPlot(null, x, y, null);
        LineChart.bare(plot);
        plot.setDomainGridlinePaint(Style.GRID);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setDomainGridlineStroke(Style.solid(1));
        plot.setRangeGridlineStroke(Style.solid(1));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        add(plot, FAINTER, false, Band::q05, Band::q95);
        add(plot, FAINT, true, Band::q25, Band::q75);
        return plot;
    }

    private void add(
            XYPlot plot, float alpha, boolean medians, ToDoubleFunction<Band> low, ToDoubleFunction<Band> high) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(medians, false);
        renderer.setAlpha(alpha);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            YIntervalSeries series = new YIntervalSeries(i, false, true);
            for (int j = 0; j < line.x.size(); j++) {
                Band band = line.y.get(j);
                series.add(line.x.get(j), band.median(), low.applyAsDouble(band), high.applyAsDouble(band));
            }
            data.addSeries(series);
            renderer.setSeriesPaint(i, Style.colour(line.style));
            renderer.setSeriesFillPaint(i, Style.colour(line.style));
            renderer.setSeriesStroke(i, Style.stroke(line.style));
        }
        int index = plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private void ticks(Graphics2D g, Rectangle2D area) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            g.setPaint(Style.colour(line.style));
            g.setStroke(Style.solid(1.5f));
            for (double tick : line.ticks) {
                double at = across(tick, area);
                g.draw(new Line2D.Double(at, area.getY() - TICK, at, area.getY()));
            }
        }
    }

    private double across(double abscissa, Rectangle2D area) {
        return area.getX() + (abscissa - x.getLowerBound()) / x.getRange().getLength() * area.getWidth();
    }

    private void sections(Graphics2D g, Rectangle2D area, List<Section> sections) {
        g.setStroke(Style.solid(1));
        for (Section section : sections) {
            double from = across(section.from, area);
            g.setPaint(Style.FAINT);
            g.draw(new Line2D.Double(from, area.getY() - TICK, from, area.getMaxY()));
            AffineTransform upright = g.getTransform();
            g.translate(across(section.at, area) + Style.TICK.getSize2D() * RISE, area.getMaxY() - LIFT);
            g.rotate(-Math.PI / 2);
            g.setPaint(Style.INK);
            new Label(section.label).draw(g, Style.TICK, 0, 0);
            g.setTransform(upright);
        }
    }

    /// A panel of words about the lines.
    ///
    /// @param styles of the lines that are named
    /// @param names theirs
    /// @param notes below
    static Panel legend(List<Integer> styles, List<String> names, List<String> notes) {
        XYPlot none = new XYPlot();
        none.setOutlineVisible(false);
        none.setBackgroundPaint(Color.WHITE);
        return new Panel("", LineChart.chart(none), (g, area) -> {
            double y = area.getY() + 32;
            double left = area.getX() + 56;
            for (int i = 0; i < names.size(); i++, y += 30) {
                g.setPaint(Style.colour(styles.get(i)));
                g.setStroke(Style.stroke(styles.get(i)));
                g.draw(new Line2D.Double(left, y - 6, left + 64, y - 6));
                g.setPaint(Style.INK);
                new Label(names.get(i)).draw(g, Style.LABEL, left + 80, y);
            }
            y += 10;
            for (int i = 0; i < notes.size(); i++, y += 22) {
                new Label(notes.get(i)).draw(g, Style.TICK, left, y);
            }
        });
    }
}
