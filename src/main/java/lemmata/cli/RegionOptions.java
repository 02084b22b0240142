package lemmata.cli;

import lemmata.dissipativity.Region;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import picocli.CommandLine.Option;

/// The options that give a region U of students.
final class RegionOptions {

    @Option(
            names = "--phi",
            paramLabel = "LOW,HIGH",
            converter = Range.Converter.class,
            description = "φ = ∠(w, w*) on U, in radians. Default: 0,pi.")
    Range phi = new Range(0, Math.PI);

    @Option(
            names = "--alignment",
            paramLabel = "LOW,HIGH",
            converter = Range.Converter.class,
            description = "aᵀa* on U. Default: -inf,inf.")
    Range alignment = Range.ALL;

    @Option(
            names = "--radius",
            paramLabel = "R",
            converter = RealNumber.class,
            description = "Largest ‖a‖ on U. Default: inf.")
    double radius = Double.POSITIVE_INFINITY;

    @Option(
            names = "--sum",
            paramLabel = "LOW,HIGH",
            converter = Range.Converter.class,
            description = "1ᵀa on U. Default: -inf,inf.")
    Range sum = Range.ALL;

    /// The region.
    ///
    /// @throws InvalidField naming `phi` or `radius`
    Region region() {
        return new Region(
                angle(phi.low()), angle(phi.high()), alignment.low(), alignment.high(), radius, sum.low(), sum.high());
    }

    /// An angle; the double nearest to π stands for π.
    private static Angle angle(double phi) {
        if (!(phi >= 0 && phi <= Math.PI)) {
            throw new InvalidField("phi", Constant.shown(phi) + " is not in [0, π]: give angles in radians");
        }
        Angle zero = Angle.ofRadians(Angle.radians(0));
        return phi == Math.PI ? zero.supplement() : Angle.ofRadians(Angle.radians(phi));
    }
}
