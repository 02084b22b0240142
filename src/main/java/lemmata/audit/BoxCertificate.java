package lemmata.audit;

import java.math.BigInteger;
import java.util.List;
import lemmata.smoothing.Reading;
import org.apache.commons.math3.fraction.BigFraction;

/// A certificate as data: what is claimed, where, and boxes that show it.
///
/// On each box the quantity is at least the box's bound, and the bound at least what the claim requires there. The
/// boxes tile the domain. [CertificateChecker] decides whether this is so.
///
/// @param claim what is claimed
/// @param domain where
/// @param boxes what was established on each part of it
record BoxCertificate(Claim claim, Area domain, List<Box> boxes) {

    BoxCertificate {
        boxes = List.copyOf(boxes);
    }

    /// A quantity of the smoothed landscape and what is required of it.
    enum Quantity {
        /// How fast κ falls.
        FALL("−∂κ/∂φ", "sin φ/(sin φ + 2ρ)"),
        /// What the noise adds to π−φ. The factor of sin φ is (p+2)/m, m = p/2 for NETWORK and (p−2)/2 for ANGLE.
        GAIN("κ − (π−φ)", "ρ²|cos φ|/2(ρ² + ρ + %s sin φ)"),
        /// How fast κ rises with the noise.
        RISE("∂κ/∂ρ", "ρ|cos φ|/4(1 + ρ³)"),
        /// How fast the coefficient of C1 falls, up to aᵀa*/4π. The boxes bound its quotient by sin φ.
        CURB("−∂[κ(1 + cos φ)]/∂φ", "½ sin φ [min(π/2, π−φ) + ρ/(2 + ρ) + (1 + cos φ)/(sin φ + 2ρ)]"),
        /// How fast the level of h at −w* rises with the noise, in parts of its limit g₀; RADIAL.
        ESCAPE("∂[h(π)/g₀m1]/∂ρ", "ρ²/12(1 + ρ²)²");

        private final String quantity;
        private final String least;

        Quantity(String quantity, String least) {
            this.quantity = quantity;
            this.least = least;
        }
    }

    /// That the quantity is at least `factor` times what is required of it.
    record Claim(Quantity quantity, Reading.Filter filter, int p, double factor) {

        /// 2m, the doubled exponent of −κ′ = E(1 − ρ²v²/sin²φ)₊ᵐ; for NORMALISED that of NETWORK.
        int doubledPower() {
            return filter == Reading.Filter.ANGLE ? p - 2 : p;
        }

        /// (p+2)/m as a fraction in lowest terms.
        private String flatness() {
            if (doubledPower() == 0) {
                return "∞";
            }
            BigFraction fraction = new BigFraction(2 * (p + 2), doubledPower());
            BigInteger denominator = fraction.getDenominator();
            return denominator.equals(BigInteger.ONE)
                    ? fraction.getNumerator().toString()
                    : "(" + fraction.getNumerator() + "/" + denominator + ")";
        }
    }

    /// Angles π−φ and noise levels ρ between two ends each, a side of length 0 allowed.
    record Area(double psiLow, double psiHigh, double rhoLow, double rhoHigh) {

        /// The two halves by the angle.
        List<Area> halvedByAngle() {
            double middle = (psiLow + psiHigh) / 2;
            return List.of(new Area(psiLow, middle, rhoLow, rhoHigh), new Area(middle, psiHigh, rhoLow, rhoHigh));
        }

        /// The two halves by the noise level.
        List<Area> halvedByNoise() {
            double middle = (rhoLow + rhoHigh) / 2;
            return List.of(new Area(psiLow, psiHigh, rhoLow, middle), new Area(psiLow, psiHigh, middle, rhoHigh));
        }

        /// Whether the other area is part of this one.
        boolean holds(Area other) {
            return psiLow <= other.psiLow
                    && other.psiHigh <= psiHigh
                    && rhoLow <= other.rhoLow
                    && other.rhoHigh <= rhoHigh;
        }

        @Override
        public String toString() {
            return (psiHigh == 0 ? "φ = π" : "π−φ in " + range(psiLow, psiHigh)) + ", ρ in " + range(rhoLow, rhoHigh);
        }

        private static String range(double low, double high) {
            return "[" + plain(low) + ", " + plain(high) + "]";
        }

        /// A whole number, or one over a whole number, as such.
        private static String plain(double value) {
            if (value == Math.rint(value)) {
                return String.valueOf((long) value);
            }
            double inverse = 1 / value;
            return inverse == Math.rint(inverse) ? "1/" + (long) inverse : String.valueOf(value);
        }
    }

    /// That the quantity is at least `bound` on all of the area.
    record Box(Area area, double bound) {}

    /// The claim in words, with its domain.
    String words() {
        Quantity quantity = claim.quantity;
        boolean normalised = claim.filter == Reading.Filter.NORMALISED;
        String reading = quantity == Quantity.ESCAPE ? "RADIAL" : claim.filter.toString();
        String times = claim.factor == 1 ? "" : claim.factor + "·";
        return "p = " + claim.p + ", " + reading + ": " + (normalised ? "(1+ρ)" : "") + quantity.quantity + " ≥ "
                + times + (quantity == Quantity.GAIN ? quantity.least.formatted(claim.flatness()) : quantity.least)
                + " for all " + domain;
    }
}
