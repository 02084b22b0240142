package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.CriticalPointsChecks;
import lemmata.audit.Draw;
import lemmata.audit.Identity;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
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
        holds(CriticalPointsChecks.saddles(CriticalPoints::saddleAngle), draw);
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S1")
    void nothingElseIsStationary(@ForAll Draw draw) {
        holds(CriticalPointsChecks.nothingElse(), draw);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S1")
    void equilibriaTurnToTheTeacherBelowTheSaddleAngleOnly(@ForAll Draw draw) {
        holds(complete(CriticalPoints::saddleAngle), draw);
    }

    @Example
    @Statement("landscape.CriticalPoints/S1")
    void otherListsAreRejected() {
        rejects("no saddles", complete(t -> Optional.empty()));
        rejects("saddles for every teacher", complete(ALWAYS));
        rejects("φ_c and ψ_c exchanged", complete(EXCHANGED));
        rejects("a right angle always", complete(ALWAYS_RIGHT));
        rejects("ψ_c 10⁻⁵ too large", complete(moved(angle -> stretched(angle, 1 + 1e-5))));
        rejects("ψ_c 10⁻⁵ too small", complete(moved(angle -> stretched(angle, 1 - 1e-5))));
        rejects(
                "ā over every filter",
                CriticalPointsChecks.complete(
                        CriticalPoints::saddleAngle,
                        (t, w) -> new Student(w, SpuriousOptimum.of(t).a())));
        rejects(
                "π/2 for all ψ_c above 1.5",
                CriticalPointsChecks.saddles(moved(angle -> angle.psi() > 1.5 ? RIGHT : angle)));
    }

    @Example
    @Statement("landscape.CriticalPoints/S1")
    void otherSaddlesAreRejected() {
        holds(Identity.SADDLE_LEVEL.holds(), "aᵀa* = 0 where g = 1 − (π−1)q/(π−1+k−q)");
        rejects("(π−1)s*² lost", Identity.SADDLE_LEVEL.holdsWith(1, 1, 0, 2));
        rejects("π for π−1+k", Identity.SADDLE_LEVEL.holdsWith(1, 0, 1, 0, 1, 1));
        rejects("φ_c and ψ_c exchanged", CriticalPointsChecks.saddles(EXCHANGED));
        rejects("a right angle always", CriticalPointsChecks.saddles(ALWAYS_RIGHT));
        rejects("ψ_c off by 10⁻¹²", CriticalPointsChecks.saddles(moved(angle -> stretched(angle, 1 + 1e-12))));
        rejects("for every teacher", CriticalPointsChecks.saddles(ALWAYS));
        rejects("for none", CriticalPointsChecks.saddles(t -> Optional.empty()));
        rejects(
                "1 + k/π for the threshold",
                CriticalPointsChecks.saddles(t -> t.q() < 1 + t.k() / Math.PI ? ALWAYS.apply(t) : Optional.empty()));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S2")
    void saddlesAreStrict(@ForAll Draw draw) {
        holds(CriticalPointsChecks.strictSaddle(CriticalPoints::saddleAngle), draw);
    }

    @Example
    @Statement("landscape.CriticalPoints/S2")
    void pointsThatAreNoSaddlesAreRejected() {
        rejects("the optimum", CriticalPointsChecks.strictSaddle(moved(angle -> Angle.ofRadians(Angle.radians(0)))));
        rejects("ψ_c a third too large", CriticalPointsChecks.strictSaddle(moved(angle -> stretched(angle, 4.0 / 3))));
        rejects("ψ_c a third too small", CriticalPointsChecks.strictSaddle(moved(angle -> stretched(angle, 2.0 / 3))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S3")
    void saddleAngleIsAccurate(@ForAll Draw draw) {
        holds(CriticalPointsChecks.saddleAccuracy(CriticalPoints::saddleAngle), draw);
    }

    @Example
    @Statement("landscape.CriticalPoints/S3")
    void inaccurateAnglesAreRejected() {
        rejects("φ_c and ψ_c exchanged", CriticalPointsChecks.saddleAccuracy(EXCHANGED));
        rejects("a right angle always", CriticalPointsChecks.saddleAccuracy(ALWAYS_RIGHT));
        rejects("ψ_c off by 10⁻¹⁴", CriticalPointsChecks.saddleAccuracy(moved(angle -> stretched(angle, 1 + 1e-14))));
        rejects("one Newton step", CriticalPointsChecks.saddleAccuracy(newton(1)));
        rejects("q in doubles, cancelling at the threshold", CriticalPointsChecks.saddleAccuracy(newton(8)));
        rejects(
                "φ_c off by 10⁻¹⁴",
                CriticalPointsChecks.saddleAccuracy(
                        moved(angle -> new Angle(Angle.radians(angle.phi() + 1e-14), angle.psi()))));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("landscape.CriticalPoints/S3")
    void saddleWeightsAreAccurate(@ForAll Draw draw) {
        holds(weights(CriticalPoints::saddle), draw);
        holds(CriticalPointsChecks.equilibrium(LocalMinimality::descent, LocalMinimality::descentError), draw);
    }

    @Example
    @Statement("landscape.CriticalPoints/S3")
    void inaccurateWeightsAreRejected() {
        rejects("lost −1: g for g−1", weights((t, w) -> shifted(t, w, 1)));
        rejects("g off by 10⁻¹²", weights((t, w) -> shifted(t, w, 1e-12)));
        rejects(
                "ā over every filter",
                weights((t, w) -> new Student(w, SpuriousOptimum.of(t).a())));
    }

    private static Check complete(Function<Teacher, Optional<Angle>> saddleAngle) {
        return CriticalPointsChecks.complete(saddleAngle, CriticalPoints::saddle);
    }

    private static Check weights(BiFunction<Teacher, double[], Student> formula) {
        return CriticalPointsChecks.equilibrium(formula, (t, angle) -> CriticalPoints.saddleError(t));
    }

    /// The equilibrium over w for g plus an excess: M⁻¹(11ᵀ + (g + excess − 1)I)a*.
    private static Student shifted(Teacher t, double[] w, double excess) {
        double[] step = OutputSystem.solve(t.a());
        return new Student(
                w,
                Vectors.map(
                        (a, entry) -> a + excess * entry,
                        CriticalPoints.saddle(t, w).a(),
                        step));
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
