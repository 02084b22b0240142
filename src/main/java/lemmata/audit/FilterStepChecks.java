package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Gradient.Slope;
import lemmata.loss.Angle;
import lemmata.model.Student;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.theorem.FilterStep;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What theorem.FilterStep claims of single steps, as checks of any implementation; for its means see [FilterMeans].
public final class FilterStepChecks {

    /// The factor of P_wξ.
    @FunctionalInterface
    public interface NoiseFactor {
        /// Its value from s, ‖ã‖², d, s*, r̃, φ̃.
        double of(double s, double square, double d, double sumStar, double r, Angle angle);
    }

    /// The factor of −P_w w*.
    @FunctionalInterface
    public interface TurnFactor {
        /// Its value from d̃, φ̃.
        double of(double d, Angle angle);
    }

    /// A lower bound of cos φ after a step.
    @FunctionalInterface
    public interface Cosine {
        /// Its value from cos φ, Gᵀw*, ‖G‖², η.
        double after(double cosine, double inner, double square, double eta);
    }

    /// A lower bound of the growth of log cot²(φ/2).
    @FunctionalInterface
    public interface Turn {
        /// Its value from cos φ and the growth g of it.
        double of(double cosine, double gain);
    }

    /// Digits of logarithms.
    private static final int DIGITS = 60;

    private static final Apfloat ONE = Oracle.exact(1);
    private static final Apfloat TWO = Oracle.exact(2);

    private FilterStepChecks() {}

    /// S1: 2πP_w∇_w L(w̃, ã) in 250 digits, at extreme noise.
    public static Check form(NoiseFactor noise, TurnFactor turn) {
        return draw -> {
            FilterCase here = FilterCase.of(draw);
            Student at = here.seen(here.extreme((int) (FilterCase.KINDS * draw.uniform(1331))))
                    .at();
            Oracle oracle = new Oracle(here.teacher(), at);
            Apfloat[] w = ExactVectors.unit(here.student().w());
            Apfloat[] xi = across(w, Oracle.exact(at.w()));
            Apfloat[] star = across(w, ExactVectors.unit(here.teacher().w()));
            Apfloat[] exact = ExactVectors.scaled(across(w, oracle.filterGradient()), TWO.multiply(Oracle.pi()));
            double s = sum(at.a());
            double sumStar = sum(here.teacher().a());
            double square = Vectors.dot(at.a(), at.a()).doubleValue();
            double d = Vectors.dot(at.a(), here.teacher().a()).doubleValue();
            double r = Vectors.length(at.w());
            Angle angle = Angle.between(at.w(), here.teacher().w());
            Apfloat first = Oracle.exact(noise.of(s, square, d, sumStar, r, angle));
            Apfloat second = Oracle.exact(turn.of(d, angle));
            Apfloat[] claimed = ExactVectors.minus(ExactVectors.scaled(xi, first), ExactVectors.scaled(star, second));
            double size = s * s + (Math.PI - 1) * square + (Math.abs(s * sumStar) + Math.abs(d)) / r;
            double allowed = 24
                    * RoundOff.U
                    * (size * ExactVectors.length(xi) + Math.abs(d) * angle.psi() * ExactVectors.length(star));
            double off = ExactVectors.length(ExactVectors.minus(claimed, exact));
            return OptionalDouble.of(Check.over(off, allowed + RoundOff.UNDERFLOW));
        };
    }

    /// S2: a step from a drawn w by any tangent G, and by the one that leads straight to w*, in 250 digits.
    public static Check cosine(Cosine least) {
        return draw -> {
            FilterCase here = FilterCase.of(draw);
            double[] star = here.teacher().w();
            double[] w = here.student().w();
            double[] t = here.tangent();
            double goal = Vectors.fusedDot(w, star);
            double steep = Vectors.fusedDot(t, star) / Math.max(0.05, Math.abs(goal));
            double length = 3 * draw.uniform(1332) * draw.uniform(1333);
            double[] slope = draw.uniform(1334) < 0.4
                    ? Vectors.map(x -> -steep * x, t)
                    : FilterCase.scaledTo(
                            length, Vectors.rejection(w, here.draw().direction(1335)));
            double eta = Functions.exp(-4 * draw.uniform(1336));
            Apfloat[] from = ExactVectors.unit(w);
            Apfloat[] exact = across(from, Oracle.exact(Vectors.map(x -> x / eta, slope)));
            Apfloat[] towards = ExactVectors.unit(star);
            Apfloat[] moved = ExactVectors.minus(from, ExactVectors.scaled(exact, Oracle.exact(eta)));
            Apfloat after = Oracle.dot(moved, towards).divide(ApfloatMath.sqrt(Oracle.dot(moved, moved)));
            double cosine = ExactVectors.rounded(Oracle.dot(from, towards));
            double inner = ExactVectors.rounded(Oracle.dot(exact, towards));
            double square = ExactVectors.rounded(Oracle.dot(exact, exact));
            double claimed = least.after(cosine, inner, square, eta);
            double above = Oracle.exact(claimed).subtract(after).doubleValue();
            double error = 2 * FilterStep.leastCosineError(cosine, inner, square, eta);
            return OptionalDouble.of(Check.over(Math.max(above, 0), error));
        };
    }

    /// S2 for P-GD: a step of the code with extreme noise.
    public static Check step(Cosine least) {
        return draw -> {
            FilterCase here = FilterCase.of(draw);
            double eta = Functions.exp(-8 * draw.uniform(1337));
            double[] w = here.student().w();
            double[] slope = here.seen(here.extreme((int) (FilterCase.KINDS * draw.uniform(1338))))
                    .slope();
            double along = Vectors.fusedDot(w, slope);
            double[] tangent = Vectors.map((g, x) -> g - along * x, slope, w);
            double size = Vectors.fusedDot(tangent, tangent);
            double inner = Vectors.fusedDot(tangent, here.teacher().w());
            double cosine = Vectors.fusedDot(w, here.teacher().w());
            Student moved = Algorithm.descend(
                    here.student(), new Slope(slope, here.student().a()), eta);
            double after = Vectors.fusedDot(moved.w(), here.teacher().w());
            double above = least.after(cosine, inner, size, eta) - after;
            double room = 0x1p-44 * (1 + eta * Vectors.length(slope)) * (1 + eta * Vectors.length(slope));
            return OptionalDouble.of(Check.over(Math.max(above, 0), room));
        };
    }

    /// S5: log cot²(φ/2) where cos φ has grown by g, in 60 digits, for g down to −(1 + cos φ)/2 and up to 1 − cos φ.
    public static Check turn(Turn least) {
        return draw -> {
            double kind = draw.uniform(1341);
            double tiny = 2 * Functions.exp(-20 * draw.uniform(1342));
            double cosine = kind < 0.4 ? 1 - 2 * draw.uniform(1343) : kind < 0.7 ? tiny - 1 : 1 - tiny;
            double share = draw.uniform(1344) < 0.5
                    ? Math.scalb(draw.uniform(1345), -(int) (20 * draw.uniform(1346)))
                    : draw.uniform(1345);
            double gain = draw.uniform(1347) < 0.5 ? -share * (1 + cosine) / 2 : 0.999 * share * (1 - cosine);
            Apfloat now = Oracle.exact(cosine);
            Apfloat next = now.add(Oracle.exact(gain));
            Apfloat growth = ApfloatMath.log(odds(next).divide(odds(now)).precision(DIGITS));
            double above = Oracle.exact(least.of(cosine, gain)).subtract(growth).doubleValue();
            return OptionalDouble.of(Check.over(Math.max(above, 0), FilterStep.leastTurnError(cosine, gain)));
        };
    }

    private static Apfloat odds(Apfloat cosine) {
        return ONE.add(cosine).divide(ONE.subtract(cosine));
    }

    /// x − (wᵀx)w for a unit w.
    private static Apfloat[] across(Apfloat[] w, Apfloat[] x) {
        return ExactVectors.minus(x, ExactVectors.scaled(w, Oracle.dot(w, x)));
    }

    private static double sum(double[] x) {
        return Vectors.sum(x).doubleValue();
    }
}
