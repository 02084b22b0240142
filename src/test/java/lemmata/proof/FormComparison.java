package lemmata.proof;

import static lemmata.proof.ClosedForms.exact;
import static lemmata.proof.FormInputs.h;
import static lemmata.proof.FormInputs.m1;
import static lemmata.proof.FormInputs.m2;
import static lemmata.proof.FormInputs.within;

import java.util.SplittableRandom;
import lemmata.audit.Draw;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.NoiseMoments;

/// One drawn case on which the lemma code and a printed form of the same number are held against each other.
///
/// Each method gives the worst ratio of their distance to the sum of both promised errors; NaN if there is no promise.
/// Weights and filters are of size near 1: scales far from 1 are not compared.
final class FormComparison {

    /// k = 1 … 30.
    private static final int SIZES = 58;

    private final FormRatio ratio;
    private final Draw draw;
    private final SplittableRandom random;

    FormComparison(PrintedForms forms, long seed, int index) {
        this.ratio = new FormRatio(forms);
        this.draw = Draw.of(seed + index / SIZES, index % SIZES).unscaled();
        this.random = new SplittableRandom(draw.seed());
    }

    /// The ratio for the form of that name.
    double ratio(String name) {
        return switch (name) {
            case "g" -> kernel();
            case "piMinusG" -> complement();
            case "slope" -> slope();
            case "loss" -> vectors().loss();
            case "gradientA" -> vectors().gradientA();
            case "gradientW" -> vectors().gradientW();
            case "tangent" -> vectors().tangent();
            case "spurious" -> vectors().spurious();
            case "alignment" -> vectors().alignment();
            case "spuriousLoss" -> vectors().spuriousLoss();
            case "threshold" -> threshold();
            case "rate" -> rate();
            case "slack" -> slack();
            case "smoothedA" -> vectors().smoothedA(moments());
            case "level" -> level();
            default -> throw new IllegalArgumentException("no lemma code for the form " + name);
        };
    }

    private VectorForms vectors() {
        return new VectorForms(ratio, draw);
    }

    private double kernel() {
        double phi = radians();
        return ratio.of(AngleKernel.g(phi), AngleKernel.gError(phi), "g", exact(phi));
    }

    private double complement() {
        double phi = radians();
        return ratio.of(AngleKernel.piMinusG(phi), AngleKernel.piMinusGError(phi), "piMinusG", exact(phi));
    }

    private double slope() {
        double phi = radians();
        return ratio.of(AngleKernel.derivative(phi), AngleKernel.derivativeError(phi), "slope", exact(phi));
    }

    private double threshold() {
        Bounded threshold = EnclosedConstants.threshold(draw.k());
        return ratio.of(threshold.value(), threshold.error(), "threshold", draw.k());
    }

    private double rate() {
        double phi = radians();
        double kappa = Math.PI * random.nextDouble();
        double d = random.nextGaussian();
        Bounded rate = FilterDissipativity.coefficient(Bounded.exact(kappa), d, Angle.ofRadians(Angle.radians(phi)));
        return ratio.of(rate.value(), rate.error(), "rate", exact(kappa), exact(d), exact(phi));
    }

    private double slack() {
        int k = 1 + draw.k();
        Target target = new Target(k, random.nextGaussian(), Math.abs(random.nextGaussian()));
        NoiseMoments moments = moments();
        OutputDissipativity condition = new OutputDissipativity(target, moments);
        double ca = (2 * random.nextDouble() - 1.05) * condition.limit().value();
        Bounded slack = condition.slack(ca);
        return ratio.of(
                slack.value(),
                slack.error(),
                "slack",
                k,
                exact(target.along()),
                exact(target.across()),
                m2(moments),
                m1(moments),
                h(moments),
                exact(ca));
    }

    /// q takes two squares, a sum, a product and a quotient: 2u of the numerator, 2u of the denominator, and u.
    private double level() {
        int k = draw.k();
        double along = random.nextGaussian();
        double across = k == 1 ? 0 : Math.abs(random.nextGaussian());
        Bounded level = SmoothedEquilibrium.level(new Target(k, along, across));
        double q = k * (along * along) / (along * along + across * across);
        return ratio.of(level.value(), level.error(), "level", k, within(5, q));
    }

    /// 0, π/2, π, tiny, π less tiny, or any.
    private double radians() {
        double tiny = Functions.exp(-80 * random.nextDouble());
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> Math.PI / 2;
            case 2 -> Math.PI;
            case 3 -> tiny;
            case 4 -> Math.PI - tiny;
            default -> Math.PI * random.nextDouble();
        };
    }

    /// m₁ − 1 and m₂ − 1 in [0, 2) and π − h in [0, 3), each drawn by itself: no noise need have these moments.
    private NoiseMoments moments() {
        return new NoiseMoments(
                Bounded.exact(random.nextInt(3) * random.nextDouble()),
                Bounded.exact(random.nextInt(3) * random.nextDouble()),
                Bounded.exact(3 * random.nextDouble()),
                Bounded.exact(1));
    }
}
