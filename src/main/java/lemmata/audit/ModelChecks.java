package lemmata.audit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.model.ForwardPass;
import lemmata.model.InvalidField;
import lemmata.model.Perturbation;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What the chapter model claims, as checks of any implementation of the networks.
public final class ModelChecks {

    /// A forward pass: patches, filter, output weights.
    @FunctionalInterface
    public interface Network {

        /// f(Z).
        double at(double[][] z, double[] w, double[] a);
    }

    /// The making of a perturbed point from a student and the two noises.
    @FunctionalInterface
    public interface PerturbedPoint {

        /// (w̃, ã).
        Student of(Student student, double[] xi, double[] epsilon);
    }

    private ModelChecks() {}

    /// model.Teacher/S1: a filter is accepted if its norm is 1 to within the tolerance 2⁻⁵⁰, and refused, naming `w`,
    /// if not: norms 1 ± 2⁻⁵¹ are accepted, norms off by 2⁻⁴⁹ … 1 on either side are refused.
    public static Check unitFilter(BiFunction<double[], double[], Teacher> maker) {
        return draw -> {
            double[] unit = draw.teacher().w();
            double side = draw.uniform(40) < 0.5 ? -1 : 1;
            double excess = side * Math.scalb(1 + draw.uniform(41), -(int) (2 + 48 * draw.uniform(42)));
            double[] near = Vectors.map(entry -> entry * (1 + side * 0x1p-51), unit);
            double[] wrong = Vectors.map(entry -> entry * (1 + excess), unit);
            return Check.exactly(
                    accepts(maker, unit, draw) && accepts(maker, near, draw) && refusesFilter(maker, wrong, draw));
        };
    }

    /// model.Teacher/S2: 0 ≤ q ≤ k and q is within its bound; q = k to within the bound where a* is a multiple of 1.
    public static Check alignment(ToDoubleFunction<Teacher> q) {
        return draw -> {
            if (draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            double bound = teacher.qError();
            double computed = q.applyAsDouble(teacher);
            Apfloat[] a = Oracle.exact(teacher.a());
            Apfloat sum = Oracle.dot(a, Oracle.exact(Vectors.map(entry -> 1, teacher.a())));
            double error = Oracle.ratio(computed, sum.multiply(sum).divide(Oracle.dot(a, a)), bound);
            boolean parallel = draw.target() == Draw.Target.ALL_ONES;
            double atTop = parallel ? Math.abs(computed - teacher.k()) / bound : 0;
            double outside = Math.max(-computed, computed - teacher.k()) / bound;
            double worth = Check.worth(draw, bound, draw.k());
            return OptionalDouble.of(Math.max(Math.max(error, worth), Math.max(atTop, outside)));
        };
    }

    /// model.Teacher/S2: s*² = k‖a*‖², that is q = k, exactly where `isMultipleOfOne` says that a* is a multiple of 1,
    /// in exact arithmetic; also for the multiple of 1 that the first entry gives, for it with an ulp added to the last
    /// and for it with the last one negated.
    public static Check topAlignment(Predicate<Teacher> isMultipleOfOne) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            double[] equal = new double[draw.k()];
            Arrays.fill(equal, teacher.a()[0]);
            double[] nudged = equal.clone();
            nudged[draw.k() - 1] = Math.nextUp(equal[0]);
            double[] mixed = equal.clone();
            mixed[draw.k() - 1] = -equal[0];
            boolean agree = true;
            for (double[] a : new double[][] {teacher.a(), equal, nudged, mixed}) {
                Teacher other = new Teacher(teacher.w(), a);
                agree &= Vectors.length(a) == 0 || hasTopAlignment(a) == isMultipleOfOne.test(other);
            }
            return Check.exactly(agree);
        };
    }

    /// Whether a* is a multiple of 1: all its entries are equal.
    public static boolean isMultipleOfOne(Teacher teacher) {
        double[] a = teacher.a();
        return Arrays.stream(a).allMatch(entry -> entry == a[0]);
    }

    /// model.ForwardPass/S1, S3: the output is within its bound of Σⱼ aⱼ max(Zⱼᵀw, 0) in 250 digits.
    public static Check forwardPass(Network network) {
        return draw -> {
            Student student = draw.student();
            double[][] z = patches(draw);
            Apfloat exact = Oracle.exact(0);
            for (int j = 0; j < z.length; j++) {
                Apfloat input = Oracle.dot(Oracle.exact(z[j]), Oracle.exact(student.w()));
                exact = input.signum() > 0 ? exact.add(input.multiply(Oracle.exact(student.a()[j]))) : exact;
            }
            double bound = ForwardPass.error(z, student.w(), student.a());
            double scale = draw.k() * Vectors.length(student.a()) * Vectors.length(student.w()) * draw.p();
            double ratio = Oracle.ratio(network.at(z, student.w(), student.a()), exact, bound);
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, scale)));
        };
    }

    /// model.ForwardPass/S2: f(c w, a) = f(w, c a) in the same bits for powers of two, within both bounds for any c >
    /// 0.
    ///
    /// c w is rounded before the network sees it, which moves its inputs Zⱼᵀw by up to u ‖Zⱼ‖ ‖c w‖.
    public static Check homogeneity(Network network) {
        return draw -> {
            double[][] z = patches(draw);
            double @FilterSpace [] w = draw.unitStudent().w();
            double @OutputSpace [] a = draw.unitStudent().a();
            double c = 0.1 + 10 * draw.uniform(43);
            double @FilterSpace [] scaledFilter = Vectors.map(entry -> c * entry, w);
            double @OutputSpace [] scaledWeights = Vectors.map(entry -> c * entry, a);
            double gap = Math.abs(network.at(z, scaledFilter, a) - network.at(z, w, scaledWeights));
            double bound = 2 * ForwardPass.error(z, scaledFilter, a)
                    + 2 * ForwardPass.error(z, w, scaledWeights)
                    + 2 * RoundOff.U * inputSizes(z, scaledFilter, a);
            double twice = network.at(z, Vectors.map(entry -> 2 * entry, w), a);
            boolean sameBits = twice == network.at(z, w, Vectors.map(entry -> 2 * entry, a));
            return OptionalDouble.of(sameBits ? Check.over(gap, bound) : Double.POSITIVE_INFINITY);
        };
    }

    /// model.Perturbation/S2: every entry of (w + ξ, a + ε) is the correctly rounded sum.
    public static Check perturbation(PerturbedPoint perturb) {
        return draw -> {
            Student student = draw.unitStudent();
            double[] xi = draw.gaussians(44, draw.p());
            double[] epsilon = draw.gaussians(45, draw.k());
            Student moved = perturb.of(student, xi, epsilon);
            return Check.exactly(
                    isRoundedSum(student.w(), xi, moved.w()) && isRoundedSum(student.a(), epsilon, moved.a()));
        };
    }

    /// model.Perturbation/S2: noise with an entry too many is refused by name.
    public static Check otherLengths(PerturbedPoint perturb) {
        return draw -> {
            Student student = draw.unitStudent();
            double[] xi = draw.gaussians(44, draw.p());
            double[] epsilon = draw.gaussians(45, draw.k());
            boolean filter = refuses("xi", () -> perturb.of(student, draw.gaussians(44, draw.p() + 1), epsilon));
            boolean weights = refuses("epsilon", () -> perturb.of(student, xi, draw.gaussians(45, draw.k() + 1)));
            return Check.exactly(filter && weights);
        };
    }

    /// model.Perturbation/S1: whether noises drawn as the poster's sampling line says fit its update line, for these p,
    /// k.
    public static boolean posterLinesFit(int p, int k) {
        double[] ones = new double[p];
        ones[0] = 1;
        Student student = new Student(Spaces.filter("w", ones), Spaces.output("a", new double[k]));
        double[] epsilonInFilterBall = new double[p];
        double[] xiInOutputBall = new double[k];
        try {
            Perturbation.of(
                    student,
                    Spaces.filterDisplacement("xi", xiInOutputBall),
                    Spaces.output("epsilon", epsilonInFilterBall));
            return true;
        } catch (InvalidField refused) {
            return false;
        }
    }

    /// k Gaussian patches of length p.
    static double[][] patches(Draw draw) {
        double[] all = draw.gaussians(46, draw.k() * draw.p());
        double[][] z = new double[draw.k()][draw.p()];
        for (int j = 0; j < draw.k(); j++) {
            System.arraycopy(all, j * draw.p(), z[j], 0, draw.p());
        }
        return z;
    }

    /// Σⱼ |aⱼ| ‖Zⱼ‖ ‖w‖.
    private static double inputSizes(double[][] z, double[] w, double[] a) {
        double total = 0;
        for (int j = 0; j < a.length; j++) {
            total += Math.abs(a[j]) * Vectors.length(z[j]) * Vectors.length(w);
        }
        return total;
    }

    private static boolean accepts(BiFunction<double[], double[], Teacher> maker, double[] w, Draw draw) {
        try {
            maker.apply(w, draw.teacher().a());
            return true;
        } catch (InvalidField refused) {
            return false;
        }
    }

    private static boolean refusesFilter(BiFunction<double[], double[], Teacher> maker, double[] w, Draw draw) {
        return refuses("w", () -> maker.apply(w, draw.teacher().a()));
    }

    /// Whether an attempt ends with a complaint about `field`.
    private static boolean refuses(String field, Supplier<?> attempt) {
        try {
            attempt.get();
            return false;
        } catch (InvalidField refused) {
            return refused.field().equals(field);
        }
    }

    /// (1ᵀx)² = k‖x‖², in decimals, which hold every double exactly.
    private static boolean hasTopAlignment(double[] x) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal square = BigDecimal.ZERO;
        for (double entry : x) {
            BigDecimal exact = new BigDecimal(entry);
            sum = sum.add(exact);
            square = square.add(exact.multiply(exact));
        }
        return sum.multiply(sum).compareTo(square.multiply(BigDecimal.valueOf(x.length))) == 0;
    }

    private static boolean isRoundedSum(double[] x, double[] y, double[] sum) {
        boolean all = sum.length == x.length;
        for (int i = 0; all && i < x.length; i++) {
            all = new BigDecimal(x[i]).add(new BigDecimal(y[i])).doubleValue() == sum[i];
        }
        return all;
    }
}
