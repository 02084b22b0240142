package lemmata.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lemmata.audit.BoxCertificate.Area;
import lemmata.audit.BoxCertificate.Box;
import lemmata.audit.BoxCertificate.Claim;
import lemmata.audit.BoxCertificate.Quantity;
import lemmata.smoothing.Reading.Filter;

/// Certificates for the smoothed landscape: explicit lower bounds for one p, over whole areas of (φ, ρ_w).
///
/// The search subdivides until outward-rounded step sums decide each box; [CertificateChecker] then has the last word.
/// Each claim names its area: it says nothing beyond, nor about other p.
public final class SmoothingCertificates {

    private static final int BOXES = 10_000;

    /// A box that is decided by less than this part is halved further: the checker's bounds are not the search's.
    private static final double MARGIN = 0x1p-12;

    private static final double LEAST_NOISE = 0x1p-10;
    private static final double MOST_NOISE = 0x1p10;

    /// What the search itself knows about a claim.
    interface Bounds {
        /// The quantity is nowhere below this on the area.
        double least(Area area);

        /// What is required of it is nowhere above this on the area.
        double required(Area area);
    }

    private SmoothingCertificates() {}

    /// κ falls in φ, with a slope away from 0.
    public static Evidence driftFalls(Filter filter, int p) {
        return certify(Quantity.FALL, filter, p, new Area(0x1p-6, 3.125, LEAST_NOISE, MOST_NOISE));
    }

    /// κ exceeds π−φ for obtuse φ, φ = π included; so κ > 0. For ANGLE from p = 3 on; for NORMALISED (1+ρ)κ does.
    public static Evidence driftGains(Filter filter, int p) {
        return certify(Quantity.GAIN, filter, p, new Area(0, 1.5, LEAST_NOISE, MOST_NOISE));
    }

    /// κ rises with ρ for obtuse φ, φ = π included. For ANGLE from p = 4 on.
    public static Evidence driftRises(Filter filter, int p) {
        return certify(Quantity.RISE, filter, p, new Area(0, 1.5, LEAST_NOISE, MOST_NOISE));
    }

    /// The coefficient of C1 falls in φ, φ = π included.
    public static Evidence coefficientFalls(Filter filter, int p) {
        return certify(Quantity.CURB, filter, p, new Area(0, 3.125, LEAST_NOISE, MOST_NOISE));
    }

    /// The level h(π)/m1, which decides on the escape, rises with ρ; RADIAL.
    public static Evidence escapeRises(int p) {
        return certify(Quantity.ESCAPE, Filter.NETWORK, p, new Area(0, 0, LEAST_NOISE, 64));
    }

    private static Evidence certify(Quantity quantity, Filter filter, int p, Area domain) {
        return certify(new Claim(quantity, filter, p, 1), domain, BOXES);
    }

    /// Searches where the formulas hold, then has the result checked.
    static Evidence certify(Claim claim, Area domain, int budget) {
        boolean covered = CertificateChecker.covers(claim, domain);
        BoxCertificate found = covered ? search(claim, domain, budget) : new BoxCertificate(claim, domain, List.of());
        return covered && found.boxes().isEmpty()
                ? Evidence.certified(found.words(), budget, Verdict.ABSTAINED, "budget of " + budget + " boxes spent")
                : judged(found);
    }

    /// What the checker says of it.
    static Evidence judged(BoxCertificate certificate) {
        int boxes = certificate.boxes().size();
        String objection = CertificateChecker.objection(certificate);
        return objection.isEmpty()
                ? Evidence.certified(certificate.words(), boxes, Verdict.CERTIFIED, "boxes confirmed by the checker")
                : Evidence.certified(
                        certificate.words(), boxes, Verdict.ABSTAINED, "the checker refuses: " + objection);
    }

    /// A certificate; without boxes if the budget does not suffice.
    static BoxCertificate search(Claim claim, Area domain, int budget) {
        Bounds bounds = claim.quantity() == Quantity.ESCAPE ? new EscapeSteps(claim.p()) : new DriftSteps(claim);
        Deque<Area> open = new ArrayDeque<>(List.of(domain));
        List<Box> boxes = new ArrayList<>();
        for (int tried = 0; !open.isEmpty(); tried++) {
            if (tried >= budget) {
                return new BoxCertificate(claim, domain, List.of());
            }
            Area area = open.removeLast();
            double least = bounds.least(area);
            double required = bounds.required(area) * claim.factor();
            if (required < least - MARGIN * Math.abs(least)) {
                boxes.add(new Box(area, required + (least - required) / 2));
            } else {
                open.addAll(halves(bounds, claim, domain, area));
            }
        }
        return new BoxCertificate(claim, domain, boxes);
    }

    /// Halves of the side whose halving helps the worse half more; of the relatively longer side if neither does.
    private static List<Area> halves(Bounds bounds, Claim claim, Area domain, Area area) {
        if (area.psiLow() == area.psiHigh()) {
            return area.halvedByNoise();
        }
        double angle = worst(bounds, claim, area.halvedByAngle());
        double noise = worst(bounds, claim, area.halvedByNoise());
        double before = worst(bounds, claim, List.of(area));
        boolean helps = Math.max(angle, noise) - before > Math.abs(before) / 16;
        double angles = (area.psiHigh() - area.psiLow()) / (domain.psiHigh() - domain.psiLow());
        double levels = (area.rhoHigh() - area.rhoLow()) / (domain.rhoHigh() - domain.rhoLow());
        return (helps ? angle > noise : angles > levels) ? area.halvedByAngle() : area.halvedByNoise();
    }

    private static double worst(Bounds bounds, Claim claim, List<Area> areas) {
        return areas.stream()
                .mapToDouble(each -> bounds.least(each) - claim.factor() * bounds.required(each))
                .min()
                .orElseThrow();
    }
}
