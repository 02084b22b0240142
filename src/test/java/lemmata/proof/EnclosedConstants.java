package lemmata.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.Region;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Spaces;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// What the lemma code computes where Coq encloses, with the error that it promises.
final class EnclosedConstants {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final BallNoise NONE = new BallNoise(2, 0);

    private EnclosedConstants() {}

    /// The computed number and its promised error.
    ///
    /// @throws IllegalArgumentException if no lemma code is known for the table, or an argument is no double
    static Bounded of(String function, String arguments) {
        String[] at = arguments.split(", ");
        return switch (function) {
            case "g" -> kernel(number(at[0]));
            case "complement" -> complement(number(at[0]));
            case "threshold" -> threshold(whole(at[0]));
            case "rate" -> rate(number(at[0]), number(at[1]));
            case "slack" -> slack(new Target(whole(at[0]), number(at[1]), number(at[2])), number(at[3]), number(at[4]));
            case "level" -> SmoothedEquilibrium.level(new Target(whole(at[0]), number(at[1]), number(at[2])));
            case "alignment" -> alignment(arguments);
            case "kappa" -> kappa(whole(at[0]), whole(at[1]), number(at[2]), at[3]);
            default -> throw new IllegalArgumentException("no lemma code for " + function);
        };
    }

    /// What Coq encloses in the table of that name.
    static String exact(String function) {
        return switch (function) {
            case "g" -> "g phi";
            case "complement" -> "PI - g phi";
            case "threshold" -> "threshold k";
            case "rate" -> "rate (PI - phi) d phi";
            case "slack" -> "slack k a1 a2 1 1 (g phi) ca";
            case "level" -> "level k (q_of k a1 a2)";
            case "alignment" -> "alignment b";
            default -> throw new IllegalArgumentException("no formula for " + function);
        };
    }

    private static Bounded kernel(double phi) {
        return new Bounded(AngleKernel.g(phi), AngleKernel.gError(phi));
    }

    private static Bounded complement(double phi) {
        return new Bounded(AngleKernel.piMinusG(phi), AngleKernel.piMinusGError(phi));
    }

    /// Promised within 3u: see landscape.LocalMinimality.
    static Bounded threshold(int k) {
        return Bounded.within(3, LocalMinimality.threshold(k));
    }

    /// On the region φ ≤ phi, aᵀa* ≥ d.
    private static Bounded rate(double d, double phi) {
        Region region = new Region(angle(0), angle(phi), d, INFINITE, INFINITE, -INFINITE, INFINITE);
        return FilterDissipativity.rate(new Target(2, 1, 1), NONE, Reading.Filter.NETWORK, region)
                .value();
    }

    private static Bounded slack(Target target, double phi, double ca) {
        NoiseMoments moments = NoiseMoments.ofOutput(Reading.Output.RADIAL, NONE, angle(phi));
        return new OutputDissipativity(target, moments).slack(ca);
    }

    private static Bounded alignment(String entries) {
        double[] a = Arrays.stream(entries.substring(1, entries.length() - 1).split("; "))
                .mapToDouble(EnclosedConstants::number)
                .toArray();
        Teacher teacher = new Teacher(Spaces.unit("w", 1), Spaces.output("a", a));
        return new Bounded(SpuriousOptimum.alignment(teacher), SpuriousOptimum.alignmentError(teacher));
    }

    /// NETWORK for q = p, ANGLE for q = p − 2; the angle may be π itself.
    private static Bounded kappa(int p, int q, double rho, String phi) {
        assertThat(q).isIn(p, p - 2);
        Reading.Filter reading = q == p ? Reading.Filter.NETWORK : Reading.Filter.ANGLE;
        Angle angle = phi.equals("PI") ? angle(0).supplement() : angle(number(phi));
        return NoiseMoments.kappa(reading, new BallNoise(p, rho), angle);
    }

    private static Angle angle(double phi) {
        return Angle.ofRadians(Angle.radians(phi));
    }

    private static int whole(String number) {
        return Integer.parseInt(number.replace("%nat", ""));
    }

    /// The double of that decimal; a number that is none is refused.
    private static double number(String decimal) {
        double value = Double.parseDouble(decimal);
        if (new BigDecimal(value).compareTo(new BigDecimal(decimal)) != 0) {
            throw new IllegalArgumentException(decimal + " is no double");
        }
        return value;
    }
}
