package lemmata.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.dynamics.Method;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.Band;
import lemmata.experiment.Curve;
import lemmata.experiment.NoiseAnnealing;
import lemmata.experiment.Observable;
import lemmata.experiment.Tally;
import lemmata.model.Target;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.jfree.chart.axis.NumberAxis;

/// The picture of `experiment curves`: five quantities against steps, three of them for P-GD by stage, and a legend.
///
/// @param report what is drawn
record CurveFigure(CurveReport report) {

    private static final int WIDTH = 1500;
    private static final int HEIGHT = 1385;
    private static final int COLUMNS = 3;

    /// Errors and losses below 10 to this are not shown.
    private static final double FLOOR = -8;
    private static final double LEAST = 1e-300;
    /// Room below the angle 0 and above π.
    private static final double SLACK = 0.08;
    /// Room behind the last step, in decades.
    private static final double MARGIN = 0.1;
    /// Room behind the last stage, over the length of all.
    private static final double BEHIND = 0.07;

    /// How a curve is drawn, in this order, the last one on top.
    private enum Role {
        TRAPPED("GD, trapped", 2),
        UNDECIDED("GD, undecided", 4),
        DIVERGED("GD, diverged", 5),
        CONVERGED("GD, converged", 0),
        PGD("P-GD", 1),
        SGD("SGD", 3);

        private final String title;
        private final int style;

        Role(String title, int style) {
            this.title = title;
            this.style = style;
        }
    }

    /// A curve in its role.
    ///
    /// @param name for the legend
    private record Drawn(Role role, Curve curve, String name) {}

    /// The picture.
    Sheet sheet() {
        List<Drawn> drawn = drawn();
        List<Panel> panels = new ArrayList<>();
        panels.add(powers("Loss L", "L", drawn, Observable.LOSS));
        panels.add(powers("Error of the filter", "‖w − w*‖^{2}", drawn, Observable.FILTER_ERROR));
        panels.add(powers("Error of the output weights", "‖a − a*‖^{2}", drawn, Observable.OUTPUT_ERROR));
        Drawn pgd =
                drawn.stream().filter(each -> each.role == Role.PGD).findFirst().orElseThrow();
        panels.add(byStage("L", pgd, Observable.LOSS, this::temperature));
        panels.add(byStage("‖w − w*‖^{2}", pgd, Observable.FILTER_ERROR, stage -> "ρ_{w} = " + three(stage.rhoW())));
        panels.add(byStage("‖a − a*‖^{2}", pgd, Observable.OUTPUT_ERROR, stage -> "ρ_{a} = " + three(stage.rhoA())));
        panels.add(alignment(drawn));
        NumberAxis angle = Axes.angle("φ [rad]");
        angle.setRange(-SLACK, Math.PI + SLACK);
        panels.add(chart(drawn, angle, Observable.ANGLE, y -> y).panel("Angle of w and w*"));
        panels.add(legend(drawn));
        CurveStudy study = report.study();
        String where = study.start() == Start.RANDOM ? "random starts" : "starts at (−w*, ā)";
        return new Sheet(
                "Convergence of GD, P-GD and SGD",
                "p = %d,   k = %d,   q = %s,   ‖a*‖ = %s,   %s,   %d trials of each algorithm"
                        .formatted(
                                study.common().p(),
                                study.k(),
                                Constant.shown(study.q()),
                                Constant.shown(study.common().norm()),
                                where,
                                study.trials()),
                panels,
                COLUMNS,
                report.caption(),
                WIDTH,
                HEIGHT);
    }

    private List<Drawn> drawn() {
        List<Drawn> drawn = new ArrayList<>();
        for (Role role : Role.values()) {
            for (CurveReport.Trace trace : report.traces()) {
                for (Curve curve : trace.curves()) {
                    if (role == role(curve)) {
                        drawn.add(new Drawn(role, curve, name(role, curve, trace.tally())));
                    }
                }
            }
        }
        return drawn;
    }

    /// None for all trials of GD, which are shown by their ends.
    private static @Nullable Role role(Curve curve) {
        boolean all = curve.group().equals(Curve.ALL);
        return switch (curve.cell().setup().method()) {
            case GD -> all ? null : Role.valueOf(curve.group().toUpperCase(Locale.ROOT));
            case PGD -> Role.PGD;
            case SGD, PSGD -> Role.SGD;
        };
    }

    private static String name(Role role, Curve curve, Tally tally) {
        boolean all = curve.group().equals(Curve.ALL);
        long count = all ? tally.successes() : curve.trials();
        return role.title + ": " + count + " of " + tally.trials() + (all ? " runs converged" : " runs");
    }

    private static Panel powers(String heading, String label, List<Drawn> drawn, Observable what) {
        return chart(drawn, powers(label, drawn, what), what, CurveFigure::logarithm)
                .panel(heading);
    }

    private static NumberAxis powers(String label, List<Drawn> drawn, Observable what) {
        double high = most(drawn, what, Band::q95);
        return Axes.powers(label, FLOOR, Math.max(FLOOR + 1, Math.ceil(logarithm(high))));
    }

    /// Steps are as far apart at the end as at the start, and each stage is labelled with its noise.
    private static Panel byStage(String label, Drawn pgd, Observable what, Function<Stage, String> noise) {
        double end = Math.max(1, pgd.curve.last().step());
        int zeros = 3 * (int) Math.floor(Logarithm.of(end) / 3);
        double unit = Double.parseDouble("1e" + zeros);
        double high = (1 + BEHIND) * end / unit;
        List<BandChart.Section> sections = BandChart.sections(pgd.curve.cell().schedule(), unit, high, noise);
        NumberAxis x = Axes.decimals(zeros == 0 ? "steps" : "steps [10^{" + zeros + "}]", 0, high);
        BandChart.Line line = line(pgd, what, CurveFigure::logarithm, 0, step -> step / unit);
        return new BandChart(x, powers(label, List.of(pgd), what), List.of(line)).panel("P-GD by stage", sections);
    }

    private String temperature(Stage stage) {
        CurveStudy study = report.study();
        Target target = Target.of(study.k(), study.q(), study.common().norm());
        double temperature = NoiseAnnealing.temperature(stage, study.common().p(), study.k());
        return "T = " + three(temperature / NoiseAnnealing.depth(target)) + " D";
    }

    private static String three(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }

    private static Panel alignment(List<Drawn> drawn) {
        double high = most(drawn, Observable.ALIGNMENT, Band::q95);
        double low = -most(drawn, Observable.ALIGNMENT, band -> -band.q05());
        double margin = (high - low) / 20;
        NumberAxis axis = Axes.decimals("a^{T}a*", low - margin, high + margin);
        return chart(drawn, axis, Observable.ALIGNMENT, y -> y).panel("Alignment of the output weights");
    }

    private static double most(List<Drawn> drawn, Observable what, ToDoubleFunction<Band> of) {
        return drawn.stream()
                .flatMap(each -> each.curve.moments().stream())
                .mapToDouble(moment -> of.applyAsDouble(moment.of(what)))
                .max()
                .orElse(1);
    }

    private static double logarithm(double y) {
        return Logarithm.of(Math.max(y, LEAST));
    }

    private static BandChart chart(List<Drawn> drawn, NumberAxis y, Observable what, DoubleUnaryOperator shown) {
        double end = drawn.stream()
                .mapToDouble(each -> each.curve.last().step())
                .max()
                .orElse(1);
        NumberAxis x = Axes.powers("steps", 0, Math.max(1, Logarithm.of(end) + MARGIN));
        List<BandChart.Line> lines = drawn.stream()
                .map(each -> line(each, what, shown, 1, Logarithm::of))
                .toList();
        return new BandChart(x, y, lines);
    }

    /// Where there are powers on the axis, from the first step on, for 0 has no place there.
    private static BandChart.Line line(
            Drawn drawn, Observable what, DoubleUnaryOperator shown, long first, DoubleUnaryOperator across) {
        List<Curve.Moment> moments = drawn.curve.moments().stream()
                .filter(moment -> moment.step() >= first)
                .toList();
        return new BandChart.Line(
                drawn.role.style,
                moments.stream()
                        .map(moment -> across.applyAsDouble(moment.step()))
                        .toList(),
                moments.stream()
                        .map(moment -> BandChart.shown(moment.of(what), shown))
                        .toList(),
                drawn.curve.cell().setup().method() == Method.GD ? List.of() : borders(drawn.curve));
    }

    /// Ends of the stages but the last.
    private static List<Double> borders(Curve curve) {
        return BandChart.sections(curve.cell().schedule(), 1, 0, Stage::toString).stream()
                .skip(1)
                .map(section -> Logarithm.of(Math.max(1, section.from())))
                .toList();
    }

    private static Panel legend(List<Drawn> drawn) {
        List<Drawn> order = drawn.reversed();
        return BandChart.legend(
                order.stream().map(each -> each.role.style).toList(),
                order.stream().map(Drawn::name).toList(),
                List.of(
                        "line: median over the runs",
                        "darker band: 25 to 75 %, lighter band: 5 to 95 %",
                        "ticks at the upper edge: the next stage begins,",
                        "for P-GD with less noise, for SGD with half the step size",
                        "below 10⁻⁸ nothing is shown",
                        "P-GD by stage: on a linear axis, straight between looks;",
                        "upright: the noise of a stage, of the last one at the edge;",
                        "T: its temperature, D = ‖a*‖^{2}/4π(π−1)"));
    }
}
