package lemmata.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.smoothing.Reading;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata plot constants`: the rate of C1 and the slack of C2 over angle and noise.
@Command(
        name = "constants",
        sortOptions = false,
        description = {
            "Draw the rate of C1 at a given aᵀa* and the smallest γ_a of C2 over the angle φ and the noise ρ_w,",
            "with the curve on which the smoothed step in a stands still at aᵀa* = 0."
        })
final class ConstantsPlot implements Callable<Integer> {

    private static final double SMALLEST = 1e-6;
    private static final double LARGEST = 1e6;

    @Mixin
    private TeacherOptions teacher;

    @Option(
            names = "--rho-w",
            paramLabel = "LOW,HIGH",
            converter = Range.Converter.class,
            description = "Range of ρ_w, within 1e-6,1e6. Default: 0.01,100.")
    private Range rhoW = new Range(0.01, 100);

    @Option(
            names = "--reading",
            paramLabel = "A,W",
            converter = ReadingName.class,
            description = "RADIAL or UNIT, with NETWORK, ANGLE or NORMALISED. Default: RADIAL,NETWORK.")
    private Reading reading = Reading.POSTER;

    @Option(
            names = "--ca",
            paramLabel = "C",
            converter = RealNumber.class,
            description = "The rate c_a. Default: half of its limit, at each noise.")
    private @Nullable Double ca;

    @Option(
            names = "--d",
            paramLabel = "D",
            converter = RealNumber.class,
            description = "aᵀa* in C1, positive. Default: 1.")
    private double d = 1;

    @Mixin
    private PlotFiles files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        files.check(spec);
        NoisePlane.Problem problem = InvalidOption.named(spec, this::problem);
        NoisePlane plane = InvalidOption.named(spec, () -> NoisePlane.of(problem, rhoW.low(), rhoW.high()));
        files.write(table(plane), () -> ConstantsSheet.of(problem, plane, subtitle(), caption()));
        return 0;
    }

    private NoisePlane.Problem problem() {
        if (!(rhoW.low() >= SMALLEST && rhoW.low() < rhoW.high() && rhoW.high() <= LARGEST)) {
            throw new InvalidField("rhoW", "is no range within 1e-6,1e6: give two radii, the smaller first");
        }
        if (!(d > 0 && d < Double.POSITIVE_INFINITY)) {
            throw new InvalidField("d", Constant.shown(d) + " is no positive number: C1 holds for no other aᵀa*");
        }
        Target target = teacher.target();
        if (target.norm() == 0) {
            throw new InvalidField("norm", "is 0, where there is nothing to draw: give a positive norm");
        }
        return new NoisePlane.Problem(teacher.p, target, reading, d, ca);
    }

    private String caption() {
        return PlotCommand.caption("constants --p " + teacher.p + " --k " + teacher.k + " --q "
                + Constant.shown(teacher.q) + " --norm " + Constant.shown(teacher.norm) + " --rho-w "
                + Constant.shown(rhoW.low()) + "," + Constant.shown(rhoW.high()) + " --reading " + reading
                + (ca == null ? "" : " --ca " + Constant.shown(ca)) + " --d " + Constant.shown(d));
    }

    private Csv table(NoisePlane plane) {
        Csv csv = new Csv(
                List.of(
                        caption(),
                        "c1: d kappa (1 + cos phi)/4 pi, the rate of C1 at aTa* = d; gammaA: smallest slack of C2",
                        "alignment: a^T a* where the smoothed step in a stands still",
                        "phi: angle of w and w* in radians; rhoW: radius of the noise; ...Error: bound of the error"),
                "rhoW",
                "phi",
                "c1",
                "c1Error",
                "gammaA",
                "gammaAError",
                "alignment",
                "alignmentError");
        for (int i = 0; i < plane.radii().length; i++) {
            for (int j = 0; j < plane.angles().length; j++) {
                NoisePlane.Point point = plane.points()[i][j];
                csv.row(
                        plane.radii()[i],
                        plane.angles()[j].phi(),
                        point.coefficient().value(),
                        point.coefficient().error(),
                        point.slack().value(),
                        point.slack().error(),
                        point.alignment().value(),
                        point.alignment().error());
            }
        }
        return csv;
    }

    private String subtitle() {
        return "p = " + teacher.p + ",   k = " + teacher.k + ",   q = " + Constant.shown(teacher.q) + ",   ‖a*‖ = "
                + Constant.shown(teacher.norm) + ",   reading " + reading;
    }
}
