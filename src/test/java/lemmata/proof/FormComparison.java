package lemmata.proof;

import static lemmata.proof.ClosedForms.exact;
import static lemmata.proof.FormInputs.exactly;
import static lemmata.proof.FormInputs.h;
import static lemmata.proof.FormInputs.length;
import static lemmata.proof.FormInputs.m1;
import static lemmata.proof.FormInputs.m2;
import static lemmata.proof.FormInputs.phi;
import static lemmata.proof.FormInputs.unit;
import static lemmata.proof.FormInputs.within;

import java.util.SplittableRandom;
import lemmata.audit.Draw;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.proof.ClosedForms.Rounded;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.SmoothedGradient;

/// One drawn case on which the lemma code and a printed form of the same number are held against each other.
///
/// Each method gives the worst ratio of their distance to the sum of both promised errors; NaN if there is no promise.
final class FormComparison {

    /// k = 1 … 30.
    private static final int SIZES = 56;

    private final PrintedForms forms;
    private final Draw draw;
    private final SplittableRandom random;

    FormComparison(PrintedForms forms, long seed, int index) {
        this.forms = forms;
        this.draw = Draw.of(seed + index / SIZES, index % SIZES).unscaled();
        this.random = new SplittableRandom(draw.seed());
    }

    /// The ratio for the form of that name.
    double ratio(String name) {
        return switch (name) {
            case "g" -> kernel();
            case "piMinusG" -> complement();
            case "slope" -> slope();
            case "loss" -> loss();
            case "gradientA" -> gradientA();
            case "gradientW" -> gradientW();
            case "tangent" -> tangent();
            case "spurious" -> spurious();
            case "alignment" -> alignment();
            case "spuriousLoss" -> spuriousLoss();
            case "threshold" -> threshold();
            case "rate" -> rate();
            case "slack" -> slack();
            case "smoothedA" -> smoothedA();
            case "level" -> level();
            default -> throw new IllegalArgumentException("no lemma code for the form " + name);
        };
    }

    private double kernel() {
        double phi = radians();
        return compare(AngleKernel.g(phi), AngleKernel.gError(phi), "g", exact(phi));
    }

    private double complement() {
        double phi = radians();
        return compare(AngleKernel.piMinusG(phi), AngleKernel.piMinusGError(phi), "piMinusG", exact(phi));
    }

    private double slope() {
        double phi = radians();
        return compare(AngleKernel.derivative(phi), AngleKernel.derivativeError(phi), "slope", exact(phi));
    }

    private double loss() {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        return compare(
                PopulationLoss.at(teacher, student),
                PopulationLoss.error(teacher, student),
                "loss",
                student.k(),
                length(student),
                phi(teacher, student),
                exactly(student.a()),
                exactly(teacher.a()));
    }

    private double gradientA() {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        double[] gradient = OutputGradient.at(teacher, student);
        double[] error = OutputGradient.error(teacher, student);
        Rounded r = length(student);
        Rounded phi = phi(teacher, student);
        return worst(
                gradient.length,
                i -> compare(
                        gradient[i],
                        error[i],
                        "gradientA",
                        student.k(),
                        i,
                        r,
                        phi,
                        exactly(student.a()),
                        exactly(teacher.a())));
    }

    private double gradientW() {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        double[] gradient = FilterGradient.at(teacher, student);
        double[] error = FilterGradient.error(teacher, student);
        Rounded r = length(student);
        Rounded phi = phi(teacher, student);
        return worst(
                gradient.length,
                i -> compare(
                        gradient[i],
                        error[i],
                        "gradientW",
                        student.k(),
                        i,
                        r,
                        phi,
                        exactly(student.w()),
                        unit(teacher.w()),
                        exactly(student.a()),
                        exactly(teacher.a())));
    }

    /// The factor times the rejection, which is within 8u of its norm; ‖w*‖ is within 8u of 1.
    private double tangent() {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        Object[] inputs = {student.k(), phi(teacher, student), exactly(student.a()), exactly(teacher.a())};
        double[] gradient = TangentGradient.at(teacher, student);
        double[] across = Vectors.rejection(student.w(), teacher.w());
        double factor = forms.value("tangent", inputs);
        double size = Vectors.length(across);
        double error = TangentGradient.error(teacher, student)
                + PrintedForms.error("tangent", inputs) * size
                + 20 * RoundOff.U * Math.abs(factor) * size;
        return worst(gradient.length, i -> Math.abs(gradient[i] - factor * across[i]) / finite(error));
    }

    private double spurious() {
        Teacher teacher = draw.teacher();
        double[] weights = SpuriousOptimum.of(teacher).a();
        double[] error = SpuriousOptimum.weightsError(teacher);
        return worst(
                weights.length, i -> compare(weights[i], error[i], "spurious", teacher.k(), i, exactly(teacher.a())));
    }

    private double alignment() {
        Teacher teacher = draw.teacher();
        return compare(
                SpuriousOptimum.alignment(teacher),
                SpuriousOptimum.alignmentError(teacher),
                "alignment",
                teacher.k(),
                exactly(teacher.a()));
    }

    private double spuriousLoss() {
        Teacher teacher = draw.teacher();
        return compare(
                SpuriousOptimum.loss(teacher),
                SpuriousOptimum.lossError(teacher),
                "spuriousLoss",
                teacher.k(),
                exactly(teacher.a()));
    }

    /// Promised within 3u relative.
    private double threshold() {
        double threshold = LocalMinimality.threshold(draw.k());
        return compare(threshold, 3 * RoundOff.U * threshold, "threshold", draw.k());
    }

    private double rate() {
        double phi = radians();
        double kappa = Math.PI * random.nextDouble();
        double d = random.nextGaussian();
        Bounded rate = FilterDissipativity.coefficient(Bounded.exact(kappa), d, Angle.ofRadians(Angle.radians(phi)));
        return compare(rate.value(), rate.error(), "rate", exact(kappa), exact(d), exact(phi));
    }

    private double slack() {
        int k = 1 + draw.k();
        Target target = new Target(k, random.nextGaussian(), Math.abs(random.nextGaussian()));
        NoiseMoments moments = moments();
        OutputDissipativity condition = new OutputDissipativity(target, moments);
        double ca = (2 * random.nextDouble() - 1.05) * condition.limit().value();
        Bounded slack = condition.slack(ca);
        return compare(
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

    private double smoothedA() {
        Teacher teacher = draw.teacher();
        Student student = draw.unitStudent();
        NoiseMoments moments = moments();
        double[] gradient = SmoothedGradient.output(teacher, student, moments);
        double[] error = SmoothedGradient.outputError(teacher, student, moments);
        return worst(
                gradient.length,
                i -> compare(
                        gradient[i],
                        error[i],
                        "smoothedA",
                        student.k(),
                        i,
                        m2(moments),
                        m1(moments),
                        h(moments),
                        exactly(student.a()),
                        exactly(teacher.a())));
    }

    private double level() {
        int k = draw.k();
        double along = random.nextGaussian();
        double across = k == 1 ? 0 : Math.abs(random.nextGaussian());
        Bounded level = SmoothedEquilibrium.level(new Target(k, along, across));
        double q = k * (along * along) / (along * along + across * across);
        return compare(level.value(), level.error(), "level", k, within(8, q));
    }

    /// A question for each entry.
    private interface Entry {
        double ratio(int i);
    }

    /// The largest answer; NaN if one is.
    private static double worst(int entries, Entry entry) {
        double worst = 0;
        for (int i = 0; i < entries; i++) {
            worst = Math.max(worst, entry.ratio(i));
        }
        return worst;
    }

    private double compare(double value, double error, String name, Object... inputs) {
        double distance = Math.abs(value - forms.value(name, inputs));
        return distance / finite(error + PrintedForms.error(name, inputs));
    }

    private static double finite(double error) {
        return error < Double.POSITIVE_INFINITY ? error : Double.NaN;
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

    /// Any moments that noise could have: m₁ − 1 and m₂ − 1 not negative, π − h in [0, π].
    private NoiseMoments moments() {
        return new NoiseMoments(
                Bounded.exact(random.nextInt(3) * random.nextDouble()),
                Bounded.exact(random.nextInt(3) * random.nextDouble()),
                Bounded.exact(3 * random.nextDouble()),
                Bounded.exact(1));
    }
}
