package lemmata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lemmata.model.Target;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata constants`: the sharp constants of C1 and C2, and what goes with them, for a region of one's own.
@Command(
        name = "constants",
        sortOptions = false,
        description = "Print the sharp constants of C1 and C2 on a region U of students, each with its error bound.",
        footer = {
            "",
            "U is the set of students within all ranges given. C1 needs a lower bound of aᵀa* on it, by",
            "--alignment or --radius. A bound may be inf or -inf, an angle pi or pi/2.",
            "Example: lemmata constants --p 6 --k 25 --q 1 --rho-w 2 --alignment 0.1,inf --phi 0,pi/2",
            "Exit code: 0; 2 usage, such as an empty U; 4 writing failed.",
        })
final class ConstantsCommand implements Callable<Integer> {

    @Mixin
    private TeacherOptions teacher;

    @Option(
            names = "--rho-w",
            required = true,
            paramLabel = "R",
            converter = RealNumber.class,
            description = "Radius ρ_w of the noise on the filter.")
    private double rhoW;

    @Option(
            names = "--reading",
            paramLabel = "A,W",
            converter = ReadingName.class,
            description = "RADIAL or UNIT, with NETWORK, ANGLE or NORMALISED. Default: RADIAL,NETWORK.")
    private Reading reading = Reading.POSTER;

    @Mixin
    private RegionOptions region;

    @Option(
            names = "--cw",
            paramLabel = "C",
            converter = RealNumber.class,
            description = "The rate c_w for which γ_w is asked. Default: 0.")
    private double cw;

    @Option(
            names = "--ca",
            paramLabel = "C",
            converter = RealNumber.class,
            description = "The rate c_a for which γ_a is asked. Default: half of its limit.")
    private @Nullable Double ca;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write everything as JSON.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ConstantsReport report = InvalidOption.named(spec, () -> {
            Situation situation = situation();
            return new ConstantsReport(situation, Constants.of(situation));
        });
        report.lines().forEach(Terminal.out(spec)::println);
        if (json != null) {
            OutputFile.write(json, PrettyJson.of(report.tree(PrettyJson.command(spec))));
        }
        return 0;
    }

    private Situation situation() {
        Target target = teacher.target();
        BallNoise noise = new BallNoise(teacher.p, rhoW);
        double rate = ca == null ? Situation.usualRate(target, noise, reading.a()) : ca;
        return new Situation(teacher.q, teacher.norm, target, noise, reading, region.region(), cw, rate);
    }
}
