package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.loss.Angle;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.SmoothedGradient;
import org.apfloat.Apfloat;

/// What the stem FilterDissipativity claims about single students, as checks of any implementation; for regions see
/// [FilterRegionChecks].
public final class FilterDissipativityChecks {

    /// A number made of κ, aᵀa* and the angle.
    @FunctionalInterface
    public interface Quotient {
        /// Its value, with a bound of its error.
        Bounded at(Bounded kappa, double d, Angle angle);
    }

    private FilterDissipativityChecks() {}

    /// FilterDissipativity/S1: −⟨P_w E∇_w L, w*−w⟩ of the smoothed gradient as a vector, multiplied out in the oracle's
    /// arithmetic, is the stated number, and the stated quotient times ‖w−w*‖². For a κ taken as exact.
    public static Check identity(Quotient inner, Quotient quotient) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            Angle angle = Angle.between(student.w(), teacher.w());
            Bounded kappa = exactKappa(new SmoothedCase(draw), angle);
            Bounded none = Bounded.exact(0);
            NoiseMoments moments = new NoiseMoments(none, none, none, kappa);
            Apfloat[] way = ExactVectors.minus(ExactVectors.unit(teacher.w()), ExactVectors.unit(student.w()));
            Apfloat product = Oracle.dot(Oracle.exact(SmoothedGradient.filter(teacher, student, moments)), way)
                    .negate();
            Apfloat square = Oracle.dot(way, way);
            double d = Vectors.dot(student.a(), teacher.a()).doubleValue();
            Bounded stated = inner.at(kappa, d, angle);
            Bounded share = quotient.at(kappa, d, angle);
            double rounding = Oracle.exact(d)
                    .subtract(new Oracle(teacher, student).alignment())
                    .doubleValue();
            double slope = kappa.value() * square.doubleValue() / Math.PI;
            double slip = SmoothedGradient.filterError(teacher, student, moments) * ExactVectors.length(way)
                    + Math.abs(rounding) * slope;
            double whole = Oracle.ratio(stated.value(), product, stated.error() + slip);
            double times = share.error() * square.doubleValue() * (1 + 0x1p-40) + slip;
            Apfloat scaled = Oracle.exact(share.value()).multiply(square);
            return OptionalDouble.of(Math.max(whole, Oracle.ratio(0, scaled.subtract(product), times)));
        };
    }

    /// FilterDissipativity/S4: d κ sin²φ/2π and d κ (1+cos φ)/4π are within their bounds of the oracle's, for a κ taken
    /// as exact, and the bounds are worth having.
    public static Check accuracy(Quotient inner, Quotient quotient) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            Angle angle = Angle.between(student.w(), teacher.w());
            Bounded kappa = exactKappa(new SmoothedCase(draw), angle);
            double d = Vectors.dot(student.a(), teacher.a()).doubleValue();
            Apfloat phi = new Oracle(teacher, student).phi();
            Apfloat sine = HighPrecision.sin(phi);
            Apfloat factor = Oracle.exact(kappa.value())
                    .multiply(Oracle.exact(d))
                    .divide(Oracle.pi().multiply(Oracle.exact(4)));
            Apfloat whole = factor.multiply(sine).multiply(sine).multiply(Oracle.exact(2));
            Apfloat share = factor.multiply(HighPrecision.cos(phi).add(Oracle.exact(1)));
            return OptionalDouble.of(Math.max(
                    within(draw, inner.at(kappa, d, angle), whole), within(draw, quotient.at(kappa, d, angle), share)));
        };
    }

    private static double within(Draw draw, Bounded computed, Apfloat exact) {
        double ratio = Oracle.ratio(computed.value(), exact, computed.error());
        return Math.max(ratio, Check.worth(draw, computed.error(), Math.abs(exact.doubleValue())));
    }

    /// κ of the drawn reading without its error.
    private static Bounded exactKappa(SmoothedCase drawn, Angle angle) {
        return Bounded.exact(
                NoiseMoments.kappa(drawn.filterReading(), drawn.noise(), angle).value());
    }
}
