package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.SphereChecks;
import lemmata.claim.Statement;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute loss.SphereProjection.
@DrawnCases
class SphereProjectionProperties {

    private static final UnaryOperator<double[]> BY_LARGEST = dividedBy(SphereProjectionProperties::largest);
    private static final UnaryOperator<double[]> IN_FLOATS =
            w -> Vectors.map(x -> (float) x, SphereProjection.project(w));
    private static final UnaryOperator<double[]> OPPOSITE = w -> Vectors.map(x -> -x, SphereProjection.project(w));

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.SphereProjection/S1")
    void hasNormOne(@ForAll Draw draw) {
        holds(SphereChecks.unit(SphereProjection::project), draw);
    }

    @Example
    @Statement("loss.SphereProjection/S1")
    void vectorsOffTheSphereAreRejected() {
        rejects("divided by the largest entry", SphereChecks.unit(BY_LARGEST));
        rejects("divided by ‖w‖²", SphereChecks.unit(dividedBy(w -> Vectors.length(w) * Vectors.length(w))));
        rejects("squares in plain doubles", SphereChecks.unit(dividedBy(SphereProjectionProperties::plainNorm)), 2000);
        rejects("in floats", SphereChecks.unit(IN_FLOATS));
        rejects("10⁻¹⁵ too short", SphereChecks.unit(dividedBy(w -> Vectors.length(w) * (1 + 1e-15))));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.SphereProjection/S2")
    void isIdempotentAndScaleFree(@ForAll Draw draw) {
        holds(SphereChecks.idempotent(SphereProjection::project), draw);
    }

    @Example
    @Statement("loss.SphereProjection/S2")
    void mapsThatAreNotProjectionsAreRejected() {
        rejects("divided by 1 + ‖w‖", SphereChecks.idempotent(dividedBy(w -> 1 + Vectors.length(w))));
        rejects("turned around", SphereChecks.idempotent(OPPOSITE));
        rejects("one Newton step, w(3 − ‖w‖²)/2", SphereChecks.idempotent(SphereProjectionProperties::newtonStep));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.SphereProjection/S3")
    void isTheNearestPoint(@ForAll Draw draw) {
        holds(SphereChecks.nearest(SphereProjection::project), draw);
    }

    @Example
    @Statement("loss.SphereProjection/S3")
    void fartherPointsAreRejected() {
        rejects("turned around", SphereChecks.nearest(OPPOSITE));
        rejects("divided by the largest entry", SphereChecks.nearest(BY_LARGEST));
        rejects("a tenth of the first axis added", SphereChecks.nearest(SphereProjectionProperties::tilted));
        rejects("10⁻¹⁵ too short", SphereChecks.nearest(dividedBy(w -> Vectors.length(w) * (1 + 1e-15))));
        rejects("in floats", SphereChecks.nearest(IN_FLOATS));
    }

    private static UnaryOperator<double[]> dividedBy(ToDoubleFunction<double[]> norm) {
        return w -> {
            double divisor = norm.applyAsDouble(w);
            return Vectors.map(entry -> entry / divisor, w);
        };
    }

    private static double largest(double[] w) {
        double largest = 0;
        for (double entry : w) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    private static double plainNorm(double[] w) {
        double square = 0;
        for (double entry : w) {
            square += entry * entry;
        }
        return Math.sqrt(square);
    }

    private static double[] newtonStep(double[] w) {
        double factor = (3 - Vectors.dot(w, w).doubleValue()) / 2;
        return Vectors.map(entry -> factor * entry, w);
    }

    private static double[] tilted(double[] w) {
        double[] moved = SphereProjection.project(w);
        moved[0] += 0.1;
        return SphereProjection.project(moved);
    }
}
