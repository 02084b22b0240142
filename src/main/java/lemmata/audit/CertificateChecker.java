package lemmata.audit;

import java.math.BigDecimal;
import java.util.List;
import lemmata.audit.BoxCertificate.Area;
import lemmata.audit.BoxCertificate.Box;
import lemmata.audit.BoxCertificate.Claim;
import lemmata.audit.BoxCertificate.Quantity;
import lemmata.smoothing.Reading.Filter;

/// Accepts or refuses certificates, without a look at how they were found.
///
/// It tiles, encloses and compares on its own: decimal arithmetic with directed rounding, and power series with
/// rational coefficients where the search adds up steps.
final class CertificateChecker {

    /// Below π/2: up to here the gain and its requirement fall in π−φ.
    private static final double ACUTE = 1.5;

    /// Below π: up to here the sine is positive.
    private static final double OBTUSE = 3.125;

    /// Up to here the series are long enough.
    private static final int LONGEST = 20;

    private static final double LARGEST = 0x1p20;

    /// What the checker itself knows about a claim.
    interface Bounds {
        /// The quantity is nowhere below this on the area.
        BigDecimal least(Area area);

        /// What is required of it is nowhere above this on the area.
        BigDecimal required(Area area);
    }

    private CertificateChecker() {}

    /// Why the certificate is refused, in words; empty if it is accepted.
    static String objection(BoxCertificate certificate) {
        Claim claim = certificate.claim();
        if (!covers(claim, certificate.domain())) {
            return "the checker's formulas do not cover the claim on its domain";
        }
        if (!tile(certificate.domain(), certificate.boxes())) {
            return "the boxes do not tile the domain";
        }
        Bounds bounds = claim.quantity() == Quantity.ESCAPE ? new EscapeBounds(claim.p()) : new DriftBounds(claim);
        BigDecimal factor = new BigDecimal(claim.factor());
        for (Box box : certificate.boxes()) {
            if (!Double.isFinite(box.bound())) {
                return "no bound on " + box;
            }
            BigDecimal bound = new BigDecimal(box.bound());
            if (bounds.required(box.area()).multiply(factor).compareTo(bound) > 0) {
                return "too low a bound on " + box;
            }
            if (bounds.least(box.area()).compareTo(bound) < 0) {
                return "bound not confirmed on " + box;
            }
        }
        return "";
    }

    /// Whether the bounds are bounds there: on their monotonicity see [DriftBounds] and [EscapeBounds].
    static boolean covers(Claim claim, Area domain) {
        boolean known = claim.p() >= 2 && claim.p() <= LONGEST && claim.factor() > 0 && claim.factor() < LARGEST;
        boolean ordered = 0 <= domain.psiLow()
                && domain.psiLow() <= domain.psiHigh()
                && 0 <= domain.rhoLow()
                && domain.rhoLow() <= domain.rhoHigh()
                && 0 < domain.rhoHigh()
                && domain.rhoHigh() < LARGEST;
        boolean drift = claim.filter() != Filter.NORMALISED;
        return known
                && ordered
                && switch (claim.quantity()) {
                    case FALL -> drift && 0 < domain.psiHigh() && domain.psiHigh() <= OBTUSE;
                    case GAIN -> claim.doubledPower() > 0 && domain.psiHigh() <= ACUTE;
                    case RISE -> drift && claim.doubledPower() > 1 && domain.psiHigh() <= ACUTE;
                    case CURB -> drift && 0 < domain.rhoLow() && domain.psiHigh() <= OBTUSE;
                    case ESCAPE -> claim.filter() == Filter.NETWORK && domain.psiHigh() == 0;
                };
    }

    /// Whether the boxes lie in the domain, do not overlap and have its area; a side of length 0 counts as 1.
    static boolean tile(Area domain, List<Box> boxes) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < boxes.size(); i++) {
            Area area = boxes.get(i).area();
            if (!domain.holds(area)
                    || area.psiLow() == area.psiHigh() && domain.psiLow() < domain.psiHigh()
                    || area.rhoLow() == area.rhoHigh() && domain.rhoLow() < domain.rhoHigh()) {
                return false;
            }
            for (int j = 0; j < i; j++) {
                if (overlap(area, boxes.get(j).area())) {
                    return false;
                }
            }
            sum = sum.add(size(area, domain));
        }
        return sum.compareTo(size(domain, domain)) == 0;
    }

    private static BigDecimal size(Area area, Area domain) {
        BigDecimal angles = domain.psiLow() == domain.psiHigh()
                ? BigDecimal.ONE
                : new BigDecimal(area.psiHigh()).subtract(new BigDecimal(area.psiLow()));
        BigDecimal levels = domain.rhoLow() == domain.rhoHigh()
                ? BigDecimal.ONE
                : new BigDecimal(area.rhoHigh()).subtract(new BigDecimal(area.rhoLow()));
        return angles.multiply(levels);
    }

    private static boolean overlap(Area one, Area other) {
        return overlap(one.psiLow(), one.psiHigh(), other.psiLow(), other.psiHigh())
                && overlap(one.rhoLow(), one.rhoHigh(), other.rhoLow(), other.rhoHigh());
    }

    /// Whether two ranges share more than an end; a range of length 0 shares itself.
    private static boolean overlap(double low, double high, double otherLow, double otherHigh) {
        return low == high && otherLow == otherHigh ? low == otherLow : low < otherHigh && otherLow < high;
    }
}
