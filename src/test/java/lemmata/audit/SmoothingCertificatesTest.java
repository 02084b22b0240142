package lemmata.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static lemmata.audit.SmoothingCertificates.search;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lemmata.audit.BoxCertificate.Area;
import lemmata.audit.BoxCertificate.Box;
import lemmata.audit.BoxCertificate.Claim;
import lemmata.audit.BoxCertificate.Quantity;
import lemmata.smoothing.Reading.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Certificates of the smoothed landscape: true claims pass, forged ones are refused, undecidable ones abstain.
class SmoothingCertificatesTest {

    private static final int BUDGET = 2_000;

    /// Small, so that a test is quick; each claim is true there and decided with many boxes.
    private static Area part(Quantity quantity) {
        return quantity == Quantity.ESCAPE ? new Area(0, 0, 0.125, 8) : new Area(0.25, 1.5, 0.125, 8);
    }

    private static BoxCertificate found(Quantity quantity) {
        BoxCertificate found = search(new Claim(quantity, Filter.NETWORK, 3, 1), part(quantity), BUDGET);
        assertThat(found.boxes()).hasSizeGreaterThan(5);
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void theClaimsOfTheAuditAreCertified(int p) {
        Stream<Evidence> both = Stream.of(Filter.NETWORK, Filter.ANGLE)
                .flatMap(filter -> Stream.of(
                        SmoothingCertificates.driftFalls(filter, p),
                        SmoothingCertificates.coefficientFalls(filter, p)));
        Stream<Evidence> network = Stream.of(
                SmoothingCertificates.driftGains(Filter.NETWORK, p),
                SmoothingCertificates.driftGains(Filter.NORMALISED, p),
                SmoothingCertificates.driftRises(Filter.NETWORK, p),
                SmoothingCertificates.escapeRises(p));
        assertThat(Stream.concat(both, network)).allSatisfy(evidence -> {
            assertThat(evidence.verdict()).as(evidence.line()).isEqualTo(Verdict.CERTIFIED);
            assertThat(evidence.method()).isEqualTo("interval certificate");
            assertThat(evidence.cases()).isGreaterThan(10);
            assertThat(evidence.claim()).startsWith("p = " + p + ", ").contains(" ρ in [1/1024, ");
        });
    }

    @Test
    void angleIsCertifiedWhereItsExponentAllows() {
        assertThat(SmoothingCertificates.driftGains(Filter.ANGLE, 3).verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(SmoothingCertificates.driftRises(Filter.ANGLE, 4).verdict()).isEqualTo(Verdict.CERTIFIED);
        List<Evidence> meaningless = List.of(
                SmoothingCertificates.driftGains(Filter.ANGLE, 2),
                SmoothingCertificates.driftRises(Filter.ANGLE, 3),
                SmoothingCertificates.driftFalls(Filter.NORMALISED, 3),
                SmoothingCertificates.coefficientFalls(Filter.NORMALISED, 3),
                SmoothingCertificates.escapeRises(1));
        assertThat(meaningless).allSatisfy(evidence -> {
            assertThat(evidence.verdict()).isEqualTo(Verdict.ABSTAINED);
            assertThat(evidence.detail()).contains("do not cover");
        });
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void aFoundCertificateIsAccepted(Quantity quantity) {
        assertThat(CertificateChecker.objection(found(quantity))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void boxesThatDoNotTileTheDomainAreRefused(Quantity quantity) {
        BoxCertificate found = found(quantity);
        assertRefused(with(found, List::removeLast), "tile");
        assertRefused(with(found, boxes -> boxes.add(boxes.getFirst())), "tile");
        assertRefused(with(found, boxes -> boxes.set(1, boxes.get(0))), "tile");
        assertRefused(with(found, boxes -> boxes.set(0, shrunk(boxes.get(0)))), "tile");
        assertRefused(new BoxCertificate(found.claim(), found.domain(), List.of()), "tile");
        Area domain = found.domain();
        Area wider = new Area(domain.psiLow(), domain.psiHigh(), 0.0625, domain.rhoHigh());
        assertRefused(new BoxCertificate(found.claim(), wider, found.boxes()), "tile");
        Area narrower = new Area(domain.psiLow(), domain.psiHigh(), 0.25, domain.rhoHigh());
        assertRefused(new BoxCertificate(found.claim(), narrower, found.boxes()), "tile");
    }

    @Test
    void aGapThatAnOverlapOfTheSameSizeHidesIsSeen() {
        Claim claim = new Claim(Quantity.FALL, Filter.NETWORK, 3, 1);
        Area domain = new Area(0.5, 1.5, 1, 5);
        List<Area> areas = List.of(new Area(0.5, 1.5, 1, 3), new Area(0.5, 1.5, 2, 4), new Area(0.5, 1.5, 2, 2));
        List<Box> boxes = areas.stream().map(area -> new Box(area, 0.5)).toList();
        assertRefused(new BoxCertificate(claim, domain, boxes.subList(0, 2)), "tile");
        Area low = new Area(0.5, 1.5, 1, 3);
        Area high = new Area(0.5, 1.5, 3, 5);
        assertThat(CertificateChecker.tile(domain, List.of(new Box(low, 0), new Box(high, 0))))
                .isTrue();
        assertThat(CertificateChecker.tile(domain, List.of(new Box(low, 0), new Box(high, 0), boxes.get(2))))
                .as("a box without area")
                .isFalse();
        Area beyond = new Area(0.5, 1.5, 5, 7);
        assertThat(CertificateChecker.tile(domain, List.of(new Box(low, 0), new Box(beyond, 0))))
                .as("a box beside the domain")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void wrongBoundsAreRefused(Quantity quantity) {
        BoxCertificate found = found(quantity);
        assertRefused(with(found, boxes -> boxes.set(3, bounded(boxes.get(3), 2))), "not confirmed");
        assertRefused(with(found, boxes -> boxes.set(3, bounded(boxes.get(3), 0.25))), "too low");
        assertRefused(with(found, boxes -> boxes.set(3, bounded(boxes.get(3), Double.NaN))), "no bound");
        assertRefused(with(found, boxes -> boxes.set(3, bounded(boxes.get(3), Double.POSITIVE_INFINITY))), "no bound");
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void aCertificateOfAnotherClaimIsRefused(Quantity quantity) {
        BoxCertificate found = found(quantity);
        assertRefused(relabelled(found, new Claim(quantity, Filter.NETWORK, 3, 3)), "too low");
        Quantity other = quantity == Quantity.GAIN ? Quantity.RISE : Quantity.GAIN;
        assertRefused(relabelled(found, new Claim(other, Filter.NETWORK, 3, 1)), " on Box");
        assertRefused(relabelled(found, new Claim(quantity, Filter.NETWORK, 3, Double.NaN)), "cover");
        assertRefused(relabelled(found, new Claim(quantity, Filter.NETWORK, 1, 1)), "cover");
    }

    /// Whatever bounds are written on the boxes of a claim that is false somewhere.
    @ParameterizedTest
    @EnumSource(Quantity.class)
    void aFalseClaimIsNeitherFoundNorAccepted(Quantity quantity) {
        Claim wrong = new Claim(quantity, Filter.NETWORK, 3, quantity == Quantity.ESCAPE ? 25 : 6);
        Evidence evidence = SmoothingCertificates.certify(wrong, part(quantity), BUDGET);
        assertThat(evidence.verdict()).isEqualTo(Verdict.ABSTAINED);
        assertThat(evidence.detail()).contains("budget of 2000 boxes");
        assertThat(evidence.claim()).contains("≥ " + wrong.factor() + "·");
        for (double factor : new double[] {0.5, 1, 4, 50}) {
            BoxCertificate forged =
                    with(relabelled(found(quantity), wrong), boxes -> boxes.replaceAll(box -> bounded(box, factor)));
            assertThat(CertificateChecker.objection(forged)).contains(" on Box");
        }
    }

    @Test
    void whereBothSidesVanishTheSearchAbstainsAndNamesItsBudget() {
        List<Evidence> touching = List.of(
                touching(Quantity.GAIN, new Area(0.25, 1.5, 0, 1)),
                touching(Quantity.RISE, new Area(0.25, 1.5, 0, 1)),
                touching(Quantity.FALL, new Area(0.25, 1.5, 0, 1)),
                touching(Quantity.FALL, new Area(0, 1.5, 1, 2)),
                touching(Quantity.ESCAPE, new Area(0, 0, 0, 1)));
        assertThat(touching).allSatisfy(evidence -> {
            assertThat(evidence.verdict()).isEqualTo(Verdict.ABSTAINED);
            assertThat(evidence.detail()).isEqualTo("budget of 500 boxes spent");
            assertThat(evidence.cases()).isEqualTo(500);
        });
    }

    /// n boxes come from n − 1 halvings: 2n − 1 areas are looked at.
    @Test
    void theBudgetCountsEveryArea() {
        BoxCertificate found = found(Quantity.FALL);
        int areas = 2 * found.boxes().size() - 1;
        assertThat(search(found.claim(), found.domain(), areas)).isEqualTo(found);
        assertThat(search(found.claim(), found.domain(), areas - 1).boxes()).isEmpty();
    }

    @Test
    void domainsBeyondTheFormulasAreRefused() {
        List<Area> beyond = List.of(
                new Area(-0.25, 1, 0.5, 1),
                new Area(1, 0.5, 0.5, 1),
                new Area(0.5, 1, 1, 0.5),
                new Area(0.5, 1, -1, 1),
                new Area(0.5, 1, 1, Double.POSITIVE_INFINITY),
                new Area(0.5, Double.NaN, 1, 1),
                new Area(0.5, 1.5625, 0.5, 1));
        Claim gain = new Claim(Quantity.GAIN, Filter.NETWORK, 3, 1);
        assertThat(beyond)
                .allSatisfy(area ->
                        assertRefused(new BoxCertificate(gain, area, List.of(new Box(area, 0.1))), "cover"));
        Area obtuse = new Area(0.5, 3.15, 0.5, 1);
        for (Quantity quantity : List.of(Quantity.FALL, Quantity.CURB)) {
            Claim claim = new Claim(quantity, Filter.NETWORK, 3, 1);
            assertRefused(new BoxCertificate(claim, obtuse, List.of(new Box(obtuse, 0.1))), "cover");
            Claim normalised = new Claim(quantity, Filter.NORMALISED, 3, 1);
            Area area = part(quantity);
            assertRefused(new BoxCertificate(normalised, area, List.of(new Box(area, 0.1))), "cover");
        }
    }

    @Test
    void theCheckerSharesNothingWithTheSearchButTheCertificate() {
        JavaClasses audit = new ClassFileImporter().importPackages("lemmata.audit");
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(CertificateChecker|DriftBounds|EscapeBounds|ScaledMoment|MomentSeries|Bracket)")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(Interval|QuarterCircle|NodeGrid|DriftSteps|EscapeSteps|SmoothingCertificates.*"
                        + "|Functions|Math|StrictMath)")
                .check(audit);
    }

    private static Evidence touching(Quantity quantity, Area area) {
        return SmoothingCertificates.certify(new Claim(quantity, Filter.NETWORK, 2, 1), area, 500);
    }

    private static void assertRefused(BoxCertificate certificate, String why) {
        assertThat(CertificateChecker.objection(certificate)).contains(why);
        Evidence evidence = SmoothingCertificates.judged(certificate);
        assertThat(evidence.verdict()).isEqualTo(Verdict.ABSTAINED);
        assertThat(evidence.detail()).startsWith("the checker refuses: ").contains(why);
    }

    private static BoxCertificate relabelled(BoxCertificate certificate, Claim claim) {
        return new BoxCertificate(claim, certificate.domain(), certificate.boxes());
    }

    private static BoxCertificate with(BoxCertificate certificate, Consumer<List<Box>> change) {
        List<Box> boxes = new ArrayList<>(certificate.boxes());
        change.accept(boxes);
        return new BoxCertificate(certificate.claim(), certificate.domain(), boxes);
    }

    private static Box bounded(Box box, double factor) {
        return new Box(box.area(), box.bound() * factor);
    }

    private static Box shrunk(Box box) {
        Area area = box.area();
        Area less = new Area(area.psiLow(), area.psiHigh(), area.rhoLow(), Math.nextDown(area.rhoHigh()));
        return new Box(less, box.bound());
    }
}
