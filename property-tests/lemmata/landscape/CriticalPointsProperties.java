package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.DegeneracyChecks;
import lemmata.audit.Draw;
import lemmata.audit.Identity;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute landscape.CriticalPoints.
@DrawnCases
class CriticalPointsProperties {

    private static final Angle RIGHT = Angle.ofRadians(Angle.radians(Math.PI / 2));
    private static final Function<Teacher, Optional<Angle>> ALWAYS =
            teacher -> CriticalPoints.saddleAngle(teacher).or(() -> Optional.of(RIGHT));
    private static final Function<Teacher, Optional<Angle>> EXCHANGED = moved(Angle::supplement);
    private static final Function<Teacher, Optional<Angle>> ALWAYS_RIGHT = moved(angle -> RIGHT);

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S1")
    void saddlesAreStationaryAndExistBelowTheThreshold(@ForAll Draw draw) {
        holds(DegeneracyChecks.saddles(CriticalPoints::saddleAngle), draw);
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S1")
    void nothingElseIsStationary(@ForAll Draw draw) {
        holds(DegeneracyChecks.nothingElse(), draw);
    }

    @Example
    @Statement("landscape.CriticalPoints/S1")
    void otherSaddlesAreRejected() {
        holds(Identity.SADDLE_LEVEL.holds(), "aᵀa* = 0 where g = 1 − (π−1)q/(π−1+k−q)");
        rejects("(π−1)s*² lost", Identity.SADDLE_LEVEL.holdsWith(1, 1, 0, 2));
        rejects("π for π−1+k", Identity.SADDLE_LEVEL.holdsWith(1, 0, 1, 0, 1, 1));
        rejects("φ_c and ψ_c exchanged", DegeneracyChecks.saddles(EXCHANGED));
        rejects("a right angle always", DegeneracyChecks.saddles(ALWAYS_RIGHT));
        rejects("ψ_c off by 10⁻¹²", DegeneracyChecks.saddles(moved(angle -> stretched(angle, 1 + 1e-12))));
        rejects("for every teacher", DegeneracyChecks.saddles(ALWAYS));
        rejects("for none", DegeneracyChecks.saddles(t -> Optional.empty()));
        rejects(
                "1 + k/π for the threshold",
                DegeneracyChecks.saddles(t -> t.q() < 1 + t.k() / Math.PI ? ALWAYS.apply(t) : Optional.empty()));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S2")
    void saddlesAreStrict(@ForAll Draw draw) {
        holds(DegeneracyChecks.strictSaddle(CriticalPoints::saddleAngle), draw);
    }

    @Example
    @Statement("landscape.CriticalPoints/S2")
    void pointsThatAreNoSaddlesAreRejected() {
        rejects("the optimum", DegeneracyChecks.strictSaddle(moved(angle -> Angle.ofRadians(Angle.radians(0)))));
        rejects("ψ_c a third too large", DegeneracyChecks.strictSaddle(moved(angle -> stretched(angle, 4.0 / 3))));
        rejects("ψ_c a third too small", DegeneracyChecks.strictSaddle(moved(angle -> stretched(angle, 2.0 / 3))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S3")
    void saddleAngleIsAccurate(@ForAll Draw draw) {
        holds(DegeneracyChecks.saddleAccuracy(CriticalPoints::saddleAngle), draw);
    }

    @Example
    @Statement("landscape.CriticalPoints/S3")
    void inaccurateAnglesAreRejected() {
        rejects("φ_c and ψ_c exchanged", DegeneracyChecks.saddleAccuracy(EXCHANGED));
        rejects("a right angle always", DegeneracyChecks.saddleAccuracy(ALWAYS_RIGHT));
        rejects("ψ_c off by 10⁻¹⁴", DegeneracyChecks.saddleAccuracy(moved(angle -> stretched(angle, 1 + 1e-14))));
        rejects("one Newton step", DegeneracyChecks.saddleAccuracy(newton(1)));
        rejects("q in doubles, cancelling at the threshold", DegeneracyChecks.saddleAccuracy(newton(8)));
    }

    private static Function<Teacher, Optional<Angle>> moved(UnaryOperator<Angle> change) {
        return teacher -> CriticalPoints.saddleAngle(teacher).map(change);
    }

    /// The angle whose ψ is `factor` times as large, at most π/2.
    private static Angle stretched(Angle angle, double factor) {
        return Angle.ofRadians(Angle.radians(factor * angle.psi())).supplement();
    }

    /// ψ_c from the level as printed, 1 − (π−1)q/(π−1+k−q), and a number of Newton steps from its leading term.
    private static Function<Teacher, Optional<Angle>> newton(int steps) {
        return teacher -> CriticalPoints.saddleAngle(teacher).map(right -> {
            double level = 1 - (Math.PI - 1) * teacher.q() / (Math.PI - 1 + teacher.k() - teacher.q());
            double psi = Functions.cbrt(3 * Math.max(level, 0));
            for (int step = 0; step < steps && psi > 0; step++) {
                psi -= (AngleKernel.g(stretched(RIGHT, psi / RIGHT.psi())) - level) / (psi * Functions.sin(psi));
            }
            return stretched(RIGHT, Math.max(psi, 0) / RIGHT.psi());
        });
    }
}
