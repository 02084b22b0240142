package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.AngleChecks;
import lemmata.audit.Draw;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute loss.Angle.
@DrawnCases
class AngleProperties {

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.Angle/S1")
    void isTheAngle(@ForAll Draw draw) {
        holds(AngleChecks.isTheAngle(Angle::between), draw);
    }

    @Example
    @Statement("loss.Angle/S1")
    void otherAnglesAreRejected() {
        rejects(
                "φ and ψ exchanged",
                AngleChecks.isTheAngle((w, v) -> Angle.between(w, v).supplement()));
        rejects("arguments of atan2 exchanged", AngleChecks.isTheAngle(AngleProperties::exchanged));
        rejects("angle of lines, |wᵀv|", AngleChecks.isTheAngle(AngleProperties::ofLines));
        rejects("‖w‖ forgotten", AngleChecks.isTheAngle(AngleProperties::normForgotten));
        rejects("acos", AngleChecks.isTheAngle(AngleProperties::byCosine));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.Angle/S2")
    void bothAnglesAreAccurate(@ForAll Draw draw) {
        holds(AngleChecks.accuracy(Angle::between), draw);
    }

    @Example
    @Statement("loss.Angle/S2")
    void isAccurateAtTheEndsOfTheRange() {
        Angle angle = Angle.between(new double[] {1, 1e-300}, new double[] {1e-70, 0});
        assertThat(Math.abs(angle.phi() - 1e-300)).isLessThanOrEqualTo(angle.phiError());
        assertThat(angle.phiError()).isLessThan(1e-301);
    }

    @Example
    @Statement("loss.Angle/S1")
    void numbersThatAreNoAngleAreRefused() {
        for (double number : new double[] {-1, -Double.MIN_VALUE, Math.nextUp(Math.PI), 4, Double.NaN}) {
            assertThatThrownBy(() -> Angle.ofRadians(Angle.radians(number)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("give an angle in radians");
        }
        assertThat(Angle.ofRadians(Angle.radians(0)).psi()).isEqualTo(Math.PI);
        assertThat(Angle.ofRadians(Angle.radians(Math.PI)).psi()).isEqualTo(RoundOff.PI_LOW);
    }

    @Example
    @Statement("loss.Angle/S2")
    void inaccurateAnglesAreRejected() {
        rejects(
                "φ and ψ exchanged",
                AngleChecks.accuracy((w, v) -> Angle.between(w, v).supplement()));
        rejects("acos", AngleChecks.accuracy(AngleProperties::byCosine));
        rejects("twice the asin of half the chord", AngleChecks.accuracy(AngleProperties::byChord));
        rejects("ψ as the difference π − φ", AngleChecks.accuracy(AngleProperties::byDifference));
        rejects("rejection in plain doubles", AngleChecks.accuracy(AngleProperties::byPlainRejection));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.Angle/S3")
    void isSymmetricAndInvariant(@ForAll Draw draw) {
        holds(AngleChecks.symmetries(Angle::between), draw);
    }

    @Example
    @Statement("loss.Angle/S3")
    void anglesWithoutASymmetryAreRejected() {
        rejects("‖w‖ forgotten", AngleChecks.symmetries(AngleProperties::normForgotten));
        rejects("the last coordinate counts double", AngleChecks.symmetries(AngleProperties::lastDoubled));
        rejects("w taken for its largest entry", AngleChecks.symmetries(AngleProperties::onlyLargest));
        rejects("acos", AngleChecks.symmetries(AngleProperties::byCosine));
        rejects("angle of lines, |wᵀv|", AngleChecks.symmetries(AngleProperties::ofLines));
        rejects("r taken for a power of two", AngleChecks.symmetries(AngleProperties::powerForNorm));
    }

    private static Angle of(double phi) {
        return new Angle(Angle.radians(phi), Angle.radians(Math.PI - phi));
    }

    private static double along(double[] w, double[] v) {
        return Vectors.dot(w, v).divide(Vectors.norm(w)).doubleValue();
    }

    private static Angle byCosine(double[] w, double[] v) {
        return of(StrictMath.acos(Math.clamp(along(w, v) / Vectors.length(v), -1, 1)));
    }

    private static Angle byChord(double[] w, double[] v) {
        double[] chord = Vectors.map((x, y) -> x - y, SphereProjection.project(w), SphereProjection.project(v));
        return of(2 * StrictMath.asin(Math.min(Vectors.length(chord) / 2, 1)));
    }

    private static Angle byDifference(double[] w, double[] v) {
        return of(Angle.between(w, v).phi());
    }

    private static Angle byPlainRejection(double[] w, double[] v) {
        double[] unit = SphereProjection.project(w);
        double along = along(w, v);
        double across = Vectors.length(Vectors.map((x, y) -> x - along * y, v, unit));
        return new Angle(Angle.radians(Functions.atan2(across, along)), Angle.radians(Functions.atan2(across, -along)));
    }

    private static Angle exchanged(double[] w, double[] v) {
        double across = Vectors.length(Vectors.rejection(w, v));
        return of(Math.abs(Functions.atan2(along(w, v), across)));
    }

    private static Angle ofLines(double[] w, double[] v) {
        Angle angle = Angle.between(w, v);
        return angle.phi() > angle.psi() ? angle.supplement() : angle;
    }

    private static Angle normForgotten(double[] w, double[] v) {
        double across = Vectors.length(Vectors.rejection(w, v));
        double along = Vectors.dot(w, v).doubleValue();
        return new Angle(Angle.radians(Functions.atan2(across, along)), Angle.radians(Functions.atan2(across, -along)));
    }

    /// Does not change when w is doubled, but when it is tripled.
    private static Angle powerForNorm(double[] w, double[] v) {
        double power = Math.scalb(1.0, Math.getExponent(Vectors.length(w)));
        double across = Vectors.length(Vectors.rejection(w, v));
        double along = Vectors.dot(w, v).doubleValue() / power;
        return new Angle(Angle.radians(Functions.atan2(across, along)), Angle.radians(Functions.atan2(across, -along)));
    }

    private static Angle lastDoubled(double[] w, double[] v) {
        double[] weighed = w.clone();
        weighed[w.length - 1] *= 2;
        return Angle.between(weighed, v);
    }

    private static Angle onlyLargest(double[] w, double[] v) {
        int largest = 0;
        for (int i = 0; i < w.length; i++) {
            largest = Math.abs(w[i]) > Math.abs(w[largest]) ? i : largest;
        }
        double[] axis = new double[w.length];
        axis[largest] = w[largest];
        return Angle.between(axis, v);
    }
}
