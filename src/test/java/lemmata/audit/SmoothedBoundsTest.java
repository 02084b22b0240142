package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lemmata.audit.BoxCertificate.Area;
import lemmata.audit.BoxCertificate.Claim;
import lemmata.audit.BoxCertificate.Quantity;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Drift;
import lemmata.smoothing.NormalisedDirection;
import lemmata.smoothing.Reading.Filter;
import lemmata.smoothing.SmoothedKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The bounds behind the certificates against the chapter smoothing, which computes the same things by other formulas.
///
/// A bound on a derivative over a short area, times its length, lies below the increment (mean value theorem); that it
/// is also above four fifths of it shows that it is no idle bound.
class SmoothedBoundsTest {

    private static final double[] LEVELS = {1.0 / 256, 0.125, 0.75, 1, 1.5, 6, 40};

    /// The bound for the escape loses ρ times the relative length of the area.
    private static final double[] NOT_LARGE = {1.0 / 256, 0.125, 0.75, 1, 1.5, 6};

    private static final double[] ANGLES = {0.031, 0.374, 1.245};
    private static final double STEP = 0x1p-9;
    private static final double IDLE = 0.8;

    static Stream<Claim> claims() {
        return Arrays.stream(Quantity.values())
                .flatMap(quantity -> Stream.of(Filter.NETWORK, Filter.ANGLE)
                        .flatMap(filter -> Stream.of(2, 3, 5, 6).map(p -> new Claim(quantity, filter, p, 1))))
                .filter(SmoothedBoundsTest::isMeant);
    }

    private static boolean isMeant(Claim claim) {
        return switch (claim.quantity()) {
            case FALL, CURB -> true;
            case GAIN -> claim.doubledPower() > 0;
            case RISE -> claim.doubledPower() > 1;
            case ESCAPE -> claim.filter() == Filter.NETWORK;
        };
    }

    @ParameterizedTest
    @MethodSource("claims")
    void bothBoundsLieJustBelowTheTruth(Claim claim) {
        boolean escape = claim.quantity() == Quantity.ESCAPE;
        SmoothingCertificates.Bounds found = found(claim);
        CertificateChecker.Bounds checked = checked(claim);
        for (double rho : escape ? NOT_LARGE : LEVELS) {
            for (double psi : escape ? new double[] {0} : ANGLES) {
                Area area = switch (claim.quantity()) {
                    case GAIN -> new Area(psi, psi, rho, rho);
                    case FALL, CURB -> new Area(psi, psi * (1 + STEP), rho, rho);
                    case RISE -> new Area(psi, psi, rho, rho * (1 + STEP));
                    case ESCAPE -> new Area(0, 0, rho, rho * (1 + 8 * STEP));
                };
                Bounded truth = truth(claim, area);
                for (double bound :
                        List.of(found.least(area), checked.least(area).doubleValue())) {
                    assertThat(bound).as(area.toString()).isLessThanOrEqualTo(truth.high());
                    assertThat(bound).as(area.toString()).isGreaterThan(IDLE * truth.value());
                }
                assertThat(checked.required(area).doubleValue() / found.required(area))
                        .isBetween(1 - 0x1p-32, 1 + 0x1p-32);
            }
        }
    }

    /// Whatever corner is the worst: what holds on an area holds at its points.
    @ParameterizedTest
    @MethodSource("claims")
    void theBoundsOfAnAreaHoldAtItsPoints(Claim claim) {
        SmoothingCertificates.Bounds found = found(claim);
        CertificateChecker.Bounds checked = checked(claim);
        double[][] ends = switch (claim.quantity()) {
            case ESCAPE -> new double[][] {{0, 0}};
            case FALL, CURB -> new double[][] {{0.25, 0.5}, {1.25, 2}, {2.5, 2.75}};
            default -> new double[][] {{0, 0.25}, {0.25, 0.5}, {1, 1.25}};
        };
        for (double[] psi : ends) {
            for (double[] rho : new double[][] {{0.25, 0.5}, {0.75, 1.5}, {4, 5}}) {
                Area area = new Area(psi[0], psi[1], rho[0], rho[1]);
                points(area).forEach(point -> {
                    assertThat(found.least(area)).isLessThanOrEqualTo(found.least(point));
                    assertThat(found.required(area)).isGreaterThanOrEqualTo(found.required(point));
                    assertThat(checked.least(area)).isLessThanOrEqualTo(checked.least(point));
                    assertThat(checked.required(area)).isGreaterThanOrEqualTo(checked.required(point));
                });
            }
        }
    }

    private static Stream<Area> points(Area area) {
        return Stream.of(area.psiLow(), (area.psiLow() + area.psiHigh()) / 2, area.psiHigh())
                .flatMap(psi -> Stream.of(area.rhoLow(), (area.rhoLow() + area.rhoHigh()) / 2, area.rhoHigh())
                        .map(rho -> new Area(psi, psi, rho, rho)));
    }

    private static SmoothingCertificates.Bounds found(Claim claim) {
        return claim.quantity() == Quantity.ESCAPE ? new EscapeSteps(claim.p()) : new DriftSteps(claim);
    }

    private static CertificateChecker.Bounds checked(Claim claim) {
        return claim.quantity() == Quantity.ESCAPE ? new EscapeBounds(claim.p()) : new DriftBounds(claim);
    }

    /// The mean of the quantity over the area, which is a line or a point.
    private static Bounded truth(Claim claim, Area area) {
        return switch (claim.quantity()) {
            case GAIN -> kappa(claim, area.psiLow(), area.rhoLow()).minus(Bounded.exact(area.psiLow()));
            case FALL ->
                kappa(claim, area.psiHigh(), area.rhoLow())
                        .minus(kappa(claim, area.psiLow(), area.rhoLow()))
                        .over(Bounded.exact(area.psiHigh() - area.psiLow()));
            case RISE ->
                kappa(claim, area.psiLow(), area.rhoHigh())
                        .minus(kappa(claim, area.psiLow(), area.rhoLow()))
                        .over(Bounded.exact(area.rhoHigh() - area.rhoLow()));
            case CURB ->
                curbed(claim, area.psiHigh(), area.rhoLow())
                        .minus(curbed(claim, area.psiLow(), area.rhoLow()))
                        .over(versine(area.psiHigh()).minus(versine(area.psiLow())));
            case ESCAPE ->
                level(claim.p(), area.rhoHigh())
                        .minus(level(claim.p(), area.rhoLow()))
                        .over(Bounded.exact(area.rhoHigh() - area.rhoLow()));
        };
    }

    private static Bounded kappa(Claim claim, double psi, double rho) {
        BallNoise noise = new BallNoise(claim.p(), rho);
        return claim.filter() == Filter.ANGLE ? Drift.angle(noise, opposite(psi)) : Drift.network(noise, opposite(psi));
    }

    /// κ(1 + cos φ).
    private static Bounded curbed(Claim claim, double psi, double rho) {
        return kappa(claim, psi, rho).times(versine(psi));
    }

    /// 1 − cos ψ.
    private static Bounded versine(double psi) {
        double half = Functions.sin(psi / 2);
        return Bounded.within(8, 2 * half * half);
    }

    /// h(π)/g₀m1.
    private static Bounded level(int p, double rho) {
        BallNoise noise = new BallNoise(p, rho);
        Bounded m1 = SmoothedKernel.m1Excess(noise).plus(Bounded.exact(1));
        return SmoothedKernel.h(noise, opposite(0)).over(m1.times(SmoothedKernel.isotropic(p)));
    }

    private static Angle opposite(double psi) {
        return Angle.ofRadians(psi).supplement();
    }

    @Test
    void theNormalisedDriftIsAtLeastTheNetworksOverOnePlusTheNoise() {
        for (int p : new int[] {2, 3, 5}) {
            for (double rho : LEVELS) {
                for (double psi : ANGLES) {
                    BallNoise noise = new BallNoise(p, rho);
                    Bounded network = Drift.network(noise, opposite(psi)).over(Bounded.exact(1 + rho));
                    assertThat(NormalisedDirection.drift(noise, opposite(psi)).high())
                            .isGreaterThanOrEqualTo(network.low());
                }
            }
        }
    }
}
