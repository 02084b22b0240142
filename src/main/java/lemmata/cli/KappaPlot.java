package lemmata.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `lemmata plot kappa`: κ against φ for several noises.
@Command(
        name = "kappa",
        sortOptions = false,
        description = "Draw κ(φ), the pull of w towards w* in the smoothed step, for several noises.")
final class KappaPlot implements Callable<Integer> {

    private static final int STEPS = 180;

    @Option(names = "--p", required = true, paramLabel = "P", description = "Length of the filter, at least 2.")
    private int p;

    @Option(
            names = "--rho-w",
            split = ",",
            paramLabel = "R",
            converter = RealNumber.class,
            description = "Radii ρ_w, at most seven, separated by commas. Default: 0,0.1,0.3,1,3,10.")
    private List<Double> rhoW = List.of(0.0, 0.1, 0.3, 1.0, 3.0, 10.0);

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
        InvalidOption.requireSome(spec, "--rho-w", rhoW);
        if (rhoW.size() > 7) {
            throw new ParameterException(spec.commandLine(), "--rho-w: more than seven curves: choose fewer");
        }
        Angle[] angles = Angles.steps(STEPS);
        List<Bounded[]> curves = InvalidOption.named(
                spec,
                () -> rhoW.stream()
                        .map(rho -> new BallNoise(p, rho))
                        .map(noise -> Arrays.stream(angles)
                                .map(angle -> NoiseMoments.kappa(reading.w(), noise, angle))
                                .toArray(Bounded[]::new))
                        .toList());
        files.write(table(angles, curves), () -> sheet(angles, curves));
        return 0;
    }

    private String caption() {
        String radii = rhoW.stream().map(Constant::shown).collect(Collectors.joining(","));
        return PlotCommand.caption("kappa --p " + p + " --rho-w " + radii + " --reading " + reading);
    }

    private Csv table(Angle[] angles, List<Bounded[]> curves) {
        Csv csv = new Csv(
                List.of(
                        caption(),
                        "kappa: P_w E grad_w L = -(a^T a*/2 pi) kappa P_w w*; error: bound of its error",
                        "phi: angle of w and w* in radians; rhoW: radius of the noise on the filter"),
                "rhoW",
                "phi",
                "kappa",
                "error");
        for (int i = 0; i < rhoW.size(); i++) {
            for (int j = 0; j < angles.length; j++) {
                Bounded kappa = curves.get(i)[j];
                csv.row(rhoW.get(i), angles[j].phi(), kappa.value(), kappa.error());
            }
        }
        return csv;
    }

    private Sheet sheet(Angle[] angles, List<Bounded[]> curves) {
        double[] x = Arrays.stream(angles).mapToDouble(Angle::phi).toArray();
        List<LineChart.Curve> lines = new ArrayList<>();
        for (int i = 0; i < rhoW.size(); i++) {
            double[] y =
                    Arrays.stream(curves.get(i)).mapToDouble(Bounded::value).toArray();
            String radius = rhoW.get(i) == Double.POSITIVE_INFINITY ? "∞" : Constant.shown(rhoW.get(i));
            lines.add(new LineChart.Curve("ρ_{w} = " + radius, x, y));
        }
        return new Sheet(
                "Pull of the filter towards w* under noise",
                "P_{w} E∇_{w}L = −(a^{T}a*/2π) κ(φ) P_{w}w*,   p = " + p + ",   reading " + reading.w(),
                List.of(LineChart.of(Axes.angle("φ, angle of w and w* [rad]"), Axes.angle("κ(φ) [rad]"), lines)),
                caption(),
                960,
                640);
    }
}
