package lemmata.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.landscape.LocalMinimality;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata plot escape`: the noise needed to leave the spurious point, against q.
@Command(
        name = "escape",
        sortOptions = false,
        description = {
            "Draw ρ_esc, the smallest ρ_w above which the smoothed step turns a towards a* at w = −w*, against",
            "q = (1ᵀa*)²/‖a*‖², up to 1 + (k−1)/π, from where on no noise is needed."
        })
final class EscapePlot implements Callable<Integer> {

    private static final int STEPS = 80;

    @Option(
            names = "--p",
            required = true,
            split = ",",
            paramLabel = "P",
            description = "Lengths of the filter, at most seven, separated by commas.")
    private List<Integer> p;

    @Option(names = "--k", required = true, paramLabel = "K", description = "Number of patches, at least 2.")
    private int k;

    @Option(
            names = "--reading",
            paramLabel = "A,W",
            converter = ReadingName.class,
            description = "RADIAL or UNIT, with NETWORK, ANGLE or NORMALISED. Default: RADIAL,NETWORK.")
    private Reading reading = Reading.POSTER;

    @Mixin
    private PlotFiles files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        files.check(spec);
        InvalidOption.requireSome(spec, "--p", p);
        List<Bounded[]> curves = InvalidOption.named(spec, () -> {
            check();
            return p.stream().map(this::curve).toList();
        });
        Terminal.progress("");
        files.write(table(curves), () -> sheet(curves));
        return 0;
    }

    private void check() {
        if (p.size() > Style.CURVES.size()) {
            throw new InvalidField("p", "more than seven curves: choose fewer");
        }
        if (k < 2) {
            throw new InvalidField("k", "is " + k + ", which leaves no choice of q: give at least 2");
        }
        p.forEach(length -> new BallNoise(length, 0));
    }

    /// Towards both ends the steps shrink, for there the curves are steep.
    private double q(int step) {
        double sine = Functions.sin(step * Math.PI / (2 * STEPS));
        return LocalMinimality.threshold(k) * sine * sine;
    }

    private Bounded[] curve(int length) {
        AtomicInteger done = new AtomicInteger();
        IntFunction<Bounded> point = step -> {
            Bounded noise = SmoothedEquilibrium.escapeNoise(Target.of(k, q(step), 1), length, reading.a());
            Terminal.progress("plot escape: p = " + length + ", " + done.incrementAndGet() + " of " + STEPS);
            return noise;
        };
        return IntStream.range(0, STEPS).parallel().mapToObj(point).toArray(Bounded[]::new);
    }

    private String caption() {
        String lengths = p.stream().map(String::valueOf).collect(Collectors.joining(","));
        return PlotCommand.caption("escape --p " + lengths + " --k " + k + " --reading " + reading);
    }

    private Csv table(List<Bounded[]> curves) {
        Csv csv = new Csv(
                List.of(
                        caption(),
                        "rhoEscape: smallest rho_w above which the smoothed equilibrium at w = -w* has a^T a* > 0",
                        "q: (1^T a*)^2/|a*|^2; error: bound of the error of rhoEscape"),
                "p",
                "q",
                "rhoEscape",
                "error");
        for (int i = 0; i < p.size(); i++) {
            for (int step = 0; step < STEPS; step++) {
                Bounded noise = curves.get(i)[step];
                csv.row(p.get(i), q(step), noise.value(), noise.error());
            }
        }
        return csv;
    }

    private Sheet sheet(List<Bounded[]> curves) {
        double[] x = IntStream.range(0, STEPS).mapToDouble(this::q).toArray();
        List<LineChart.Curve> lines = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.size(); i++) {
            double[] y = Arrays.stream(curves.get(i))
                    .mapToDouble(noise -> noise.value() > 0 ? Logarithm.of(noise.value()) : Double.NaN)
                    .toArray();
            lines.add(new LineChart.Curve("p = " + p.get(i), x, y));
            low = Math.min(
                    low,
                    Math.floor(Arrays.stream(y).filter(Double::isFinite).min().orElse(-1)));
            high = Math.max(
                    high,
                    Math.ceil(Arrays.stream(y).filter(Double::isFinite).max().orElse(1)));
        }
        return new Sheet(
                "Noise needed to leave the spurious point",
                "above ρ_{esc} the smoothed step turns a towards a* at w = −w*,   k = " + k + ",   reading "
                        + reading.a(),
                List.of(LineChart.of(
                        Axes.decimals(
                                "q = (1^{T}a*)^{2}/‖a*‖^{2}, up to 1 + (k−1)/π, from where on no noise is needed",
                                0, LocalMinimality.threshold(k)),
                        Axes.powers("ρ_{esc}, radius of the noise on w", low, high),
                        lines)),
                caption(),
                960,
                640);
    }
}
