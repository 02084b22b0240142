package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import lemmata.audit.BallChecks.Shadows;
import lemmata.num.LaneFunctions;
import lemmata.rng.Ball;
import lemmata.rng.BallShadow;

/// The procedures of rng.Ball.
final class RngProcedures {

    private static final Shadows TWO = (d, radius, word, more, angle, other) -> BallShadow.two(d, radius, word, angle);
    private static final Shadows ON_SPHERE =
            (d, radius, word, more, angle, other) -> BallShadow.onSphere(d, word, angle);

    private RngProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        procedures.put(
                "rng.Ball/S1",
                all(
                        sampled("the formula at its words", BallChecks.formula(Ball::point)),
                        sampled("same bits, scales, norm at most ρ", BallChecks.pure(Ball::point))));
        procedures.put("rng.Ball/S2", run -> List.of(points(run)));
        procedures.put(
                "rng.Ball/S3",
                all(
                        sampled("the formula, norm 1", BallChecks.onSphere(Ball::onSphere)),
                        run -> List.of(directions(run))));
        procedures.put(
                "rng.Ball/S4",
                all(
                        sampled("two: formulas", BallChecks.shadow(TWO, false)),
                        sampled("three: formulas", BallChecks.shadow(BallShadow::three, true)),
                        sampled("on the sphere: formulas", BallChecks.shadowOnSphere(ON_SPHERE)),
                        sampled("1 + expm1", BallChecks.powers(LaneFunctions::expm1)),
                        run -> List.of(shadows(run), shadowsOnSphere(run))));
    }

    private static Evidence points(Run run) {
        return laws(
                "points of the ball",
                BallLaws.BALLS,
                d -> BallLaws.points(Ball::point, Ball::words, run.seed(), d, n(run)));
    }

    private static Evidence directions(Run run) {
        return laws(
                "points of the sphere",
                BallLaws.SPHERES,
                d -> BallLaws.directions(Ball::onSphere, run.seed(), d, n(run)));
    }

    private static Evidence shadows(Run run) {
        return laws(
                "shadows of the ball",
                BallLaws.SHADOWS,
                d -> BallLaws.shadows(BallShadow::three, run.seed(), d, n(run)));
    }

    private static Evidence shadowsOnSphere(Run run) {
        return laws(
                "shadows of the sphere",
                BallLaws.SPHERE_SHADOWS,
                d -> BallLaws.shadowsOnSphere(ON_SPHERE, run.seed(), d, n(run)));
    }

    private static int n(Run run) {
        return run.budget().samples() >> 4;
    }

    private static Evidence laws(String claim, List<Integer> dimensions, IntFunction<List<LawTest>> tests) {
        List<LawTest> all =
                dimensions.stream().flatMap(d -> tests.apply(d).stream()).toList();
        return LawTest.evidence(claim, all, BallLaws.FALSE_ALARM);
    }
}
