package lemmata.audit;

import java.math.BigInteger;
import lemmata.loss.Angle;
import org.apfloat.Apfloat;

/// An angle φ in [0, π] by the smaller of φ and π−φ, in [FixedPoint], and the side on which it lies.
record Fold(BigInteger acute, boolean obtuse) {

    /// The angle whose smaller half is exact.
    static Fold of(Angle angle) {
        boolean obtuse = angle.psi() < angle.phi();
        return new Fold(FixedPoint.of(obtuse ? angle.psi() : angle.phi()), obtuse);
    }

    /// An angle known to many digits.
    static Fold of(Apfloat phi) {
        Apfloat psi = Oracle.pi().subtract(phi);
        boolean obtuse = psi.compareTo(phi) < 0;
        return new Fold(FixedPoint.of(obtuse ? psi : phi), obtuse);
    }

    /// {sin φ′, 1 − cos φ′} of the smaller one.
    BigInteger[] sine() {
        return FixedPoint.sine(acute);
    }
}
