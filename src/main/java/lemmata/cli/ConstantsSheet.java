package lemmata.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;

/// The picture of C1 and C2 over angle and noise.
final class ConstantsSheet {

    private static final int DECADES = 12;
    private static final int GAP = 8;

    private final NoisePlane.Problem problem;
    private final NoisePlane plane;
    private final double[][] curve;

    private ConstantsSheet(NoisePlane.Problem problem, NoisePlane plane) {
        this.problem = problem;
        this.plane = plane;
        double[] radii = problem.radiiOfBalance(plane.radii());
        this.curve = new double[][] {
            DoubleStream.of(radii).map(problem::balance).toArray(),
            DoubleStream.of(radii).map(Logarithm::of).toArray()
        };
    }

    /// Draws it.
    static Sheet of(NoisePlane.Problem problem, NoisePlane plane, String parameters, String caption) {
        ConstantsSheet sheet = new ConstantsSheet(problem, plane);
        String line = sheet.curve[0].length == 0 ? "" : ";   on the black line a_{∞}^{T}a* = 0";
        return new Sheet(
                "What C1 and C2 allow under noise",
                parameters + ";   a_{∞}: where the smoothed step in a stands still" + line,
                List.of(sheet.rates(), sheet.slacks()),
                caption,
                1320,
                640);
    }

    private Panel rates() {
        Grid rates = grid(point -> point.coefficient().value());
        double step = Axes.step(rates.most());
        Bands bands = new Bands(0, step, (int) Math.ceil(rates.most() / step));
        return panel(
                "C1: rate c_{w} at a^{T}a* = " + Constant.shown(problem.d()) + " with γ_{w} = 0",
                rates,
                bands,
                Axes.decimals("a^{T}a* κ(φ)(1+cos φ)/4π", 0, bands.high()));
    }

    private Panel slacks() {
        Grid slacks = grid(point -> Logarithm.of(Math.max(point.slack().value(), Double.MIN_NORMAL)));
        double high = Math.ceil(slacks.most());
        double low = Math.clamp(Math.floor(slacks.least()), high - DECADES, high - 1);
        Bands bands = new Bands(low, 1, (int) Math.round(high - low));
        String rate = problem.ca() == null ? "half of its limit" : Constant.shown(problem.ca());
        return panel("C2: smallest γ_{a} for c_{a} = " + rate, slacks, bands, Axes.powers("γ_{a}", low, high));
    }

    private Panel panel(String heading, Grid numbers, Bands bands, NumberAxis bar) {
        double[] radii = plane.radii();
        NumberAxis noise = Axes.powers(
                "ρ_{w}, radius of the noise on w", Logarithm.of(radii[0]), Logarithm.of(radii[radii.length - 1]));
        HeatMap map = new HeatMap(Axes.angle("φ, angle of w and w* [rad]"), noise, numbers, bands, bar, curve);
        return new Panel(heading, map.chart(), this::sides);
    }

    /// Says on which side of the curve C1 holds at a_∞.
    private void sides(Graphics2D g, Rectangle2D data) {
        sign(g, "C1 holds at a_{∞}", data.getX() + 2 * GAP, data.getMaxY(), 0);
        if (curve[0].length > 0) {
            sign(g, "fails at a_{∞}", data.getMaxX() - 2 * GAP, data.getMaxY(), 1);
        }
    }

    private static void sign(Graphics2D g, String markup, double x, double bottom, double leftwards) {
        Label label = new Label(markup);
        double width = label.width(g, Style.TICK) + 2 * GAP;
        double height = 24;
        double left = x - leftwards * width;
        double top = bottom - height - 2 * GAP;
        g.setPaint(Color.WHITE);
        g.fill(new Rectangle2D.Double(left, top, width, height));
        g.setPaint(Style.INK);
        label.draw(g, Style.TICK, left + GAP, top + height - GAP);
    }

    private Grid grid(ToDoubleFunction<NoisePlane.Point> value) {
        return new Grid(Arrays.stream(plane.points())
                .map(row -> Arrays.stream(row).mapToDouble(value).toArray())
                .toArray(double[][]::new));
    }
}
