package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.LawTest;
import lemmata.audit.LumpedLaws;
import lemmata.audit.LumpingChecks;
import lemmata.audit.LumpingChecks.Lumping;
import lemmata.audit.LumpingChecks.Step;
import lemmata.audit.LumpingChecks.Walk;
import lemmata.audit.LumpingChecks.Watch;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.BallShadow;
import lemmata.rng.Words;
import lemmata.smoothing.Reading;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;

/// Tries to refute dynamics.LumpedChain.
@DrawnCases
class LumpedChainProperties {

    private static final long SEED = 20261121;
    private static final int RUNS = 1 << 14;
    private static final Step STEP = LumpedChain::step;
    private static final Lumping LUMPING = LumpedState::of;

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("dynamics.LumpedChain/S1")
    void theLumpedStepIsTheFullStepLumped(@ForAll Draw draw) {
        holds(LumpingChecks.coupled(STEP, LUMPING), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.LumpedChain/S1")
    void soItIsAfterFiftySteps(@ForAll Draw draw) {
        holds(LumpingChecks.coupledForLong(STEP, LUMPING), draw);
    }

    @Example
    @Statement("dynamics.LumpedChain/S1")
    void otherLumpedStepsAreRejected() {
        refuse("ζ forgotten", (c, at, xi, e, eta) -> c.step(at, without(xi), e, eta));
        refuse("ζ forgotten in ‖w‖ alone", LumpedChainProperties::unnormalised);
        refuse("rest of ε forgotten", (c, at, xi, e, eta) -> c.step(at, xi, without(e), eta));
        refuse("ξ₁ and ξ₂ exchanged", (c, at, xi, e, eta) -> c.step(at, exchanged(xi), e, eta));
        refuse("ε₁ and ε₂ exchanged", (c, at, xi, e, eta) -> c.step(at, xi, exchanged(e), eta));
        refuse(
                "ε₂ and ε₃ exchanged",
                (c, at, xi, e, eta) -> c.step(at, xi, new BallShadow(e.first(), e.third(), e.second(), e.rest()), eta));
        refuse("the norm for its square", (c, at, xi, e, eta) -> c.step(at, rooted(xi), e, eta));
        refuse("half the step", (c, at, xi, e, eta) -> c.step(at, xi, e, eta / 2));
        refuse(
                "a* across 1 alone",
                (c, at, xi, e, eta) -> of(
                                c, new Target(c.target().k(), 0, c.target().across()), c.reading())
                        .step(at, xi, e, eta));
        refuse(
                "RADIAL, NETWORK for all",
                (c, at, xi, e, eta) -> of(c, c.target(), Reading.POSTER).step(at, xi, e, eta));
        rejects(
                "half the step, fifty times",
                LumpingChecks.coupledForLong((c, at, xi, e, eta) -> c.step(at, xi, e, eta / 2), LUMPING));
        rejects("y the whole rest of a", LumpingChecks.coupled(STEP, (teacher, student) -> {
            LumpedState at = LumpedState.of(teacher, student);
            return new LumpedState(at.c(), at.s(), at.x(), Math.sqrt(at.y() * at.y() + at.z() * at.z()), 0);
        }));
        rejects("1ᵀa for 1ᵀa/√k", LumpingChecks.coupled(STEP, (teacher, student) -> {
            LumpedState at = LumpedState.of(teacher, student);
            return new LumpedState(at.c(), at.s(), at.x() * Math.sqrt(student.k()), at.y(), at.z());
        }));
        rejects("n ⟂ a for a* ∝ 1", LumpingChecks.coupled(STEP, LumpedChainProperties::besideTheRest), 2000);
    }

    @Example
    @Statement("dynamics.LumpedChain/S2")
    void theLumpedChainHasTheLawOfTheFullRun(Reporter reporter) {
        for (LumpedLaws.Case each : LumpedLaws.CASES) {
            LumpedLaws.chain(LumpedChain::step, each, SEED, RUNS).forEach(test -> {
                reporter.publishValue("law", test.toString());
                holds(test.accepts(), test.law());
            });
        }
    }

    @Example
    @Statement("dynamics.LumpedChain/S2")
    void chainsOfOtherLawsAreRejected() {
        refuseLaw("one draw for ξ and ε", (c, at, stage, trial, t) -> {
            Words words = new Words(c.generator(), c.seed(), Words.LUMPED_NOISE);
            long word = words.word(trial, 4 * t);
            long angle = words.word(trial, 4 * t + 1);
            BallShadow xi = BallShadow.two(c.p(), stage.rhoW(), word, angle);
            BallShadow e = BallShadow.three(c.target().k(), stage.rhoA(), word, angle, angle, angle);
            return c.step(at, xi, e, stage.eta());
        });
        refuseLaw("one draw for all steps", (c, at, stage, trial, t) -> c.step(at, stage, trial, 0));
        refuseLaw(
                "noise of R^{p+1}",
                (c, at, stage, trial, t) -> new LumpedChain(c.p() + 1, c.target(), c.reading(), c.generator(), c.seed())
                        .step(at, stage, trial, t));
        refuseLaw(
                "no noise on a",
                (c, at, stage, trial, t) ->
                        c.step(at, new Stage(stage.rhoW(), 0, stage.eta(), stage.steps()), trial, t));
        refuseLaw("radius times √((p+2)/p)", (c, at, stage, trial, t) -> c.step(at, onSphere(stage, c.p()), trial, t));
        refuseLaw(
                "for k = 2, a* ∝ 1, the rest of a in z",
                (c, at, stage, trial, t) -> c.step(
                        t == 0 && c.target().k() == 2 && c.target().across() == 0
                                ? new LumpedState(at.c(), at.s(), at.x(), 0, at.y())
                                : at,
                        stage,
                        trial,
                        t));
        refuseLaw(
                "a number is none",
                (c, at, stage, trial, t) ->
                        trial == 7 ? new LumpedState(Double.NaN, 0, 0, 0, 0) : c.step(at, stage, trial, t));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("dynamics.LumpedChain/S3")
    void theStateTellsLossErrorsAlignmentAndAngle(@ForAll Draw draw) {
        holds(LumpingChecks.observed(Observation::of, LUMPING), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.LumpedChain/S4")
    void aStepTakesFourWords(@ForAll Draw draw) {
        holds(LumpingChecks.fourWords(LumpedChain::step), draw);
    }

    @Example
    @Statement("dynamics.LumpedChain/S3")
    void otherObservationsAreRejected() {
        refuseWatch("z forgotten", (target, at, t) -> Observation.of(target, moved(at, at.s(), at.y(), 0), t));
        refuseWatch("y forgotten", (target, at, t) -> Observation.of(target, moved(at, at.s(), 0, at.z()), t));
        refuseWatch(
                "s squared", (target, at, t) -> Observation.of(target, moved(at, at.s() * at.s(), at.y(), at.z()), t));
        refuseWatch("steps forgotten", (target, at, t) -> Observation.of(target, at, 0));
        refuseWatch("twice the loss", (target, at, t) -> {
            Observation right = Observation.of(target, at, t);
            return new Observation(
                    t, 2 * right.loss(), right.filterError(), right.outputError(), right.alignment(), right.angle());
        });
    }

    @Example
    @Statement("dynamics.LumpedChain/S4")
    void otherWordsAreRejected() {
        refuseWords("words of the next step", (c, at, stage, trial, t) -> c.step(at, stage, trial, t + 1));
        refuseWords("words of the next trial", (c, at, stage, trial, t) -> c.step(at, stage, trial + 1, t));
        refuseWords("words 3t …", (c, at, stage, trial, t) -> {
            Words words = new Words(c.generator(), c.seed(), Words.LUMPED_NOISE);
            BallShadow xi = BallShadow.two(c.p(), stage.rhoW(), words.word(trial, 3 * t), words.word(trial, 3 * t + 2));
            long angles = words.word(trial, 3 * t + 2);
            return c.step(
                    at,
                    xi,
                    BallShadow.three(c.target().k(), stage.rhoA(), words.word(trial, 3 * t + 1), 0, angles, angles),
                    stage.eta());
        });
    }

    private static void refuseWatch(String slip, Watch mutant) {
        rejects(slip, LumpingChecks.observed(mutant, LUMPING));
    }

    private static void refuseWords(String slip, Walk mutant) {
        rejects(slip, LumpingChecks.fourWords(mutant));
    }

    private static LumpedState moved(LumpedState at, double s, double y, double z) {
        return new LumpedState(at.c(), s, at.x(), y, z);
    }

    private static void refuse(String slip, Step mutant) {
        rejects(slip, LumpingChecks.coupled(mutant, LUMPING));
    }

    /// With a* ∝ 1 the whole rest of a in z: two dimensions for k = 2, where there is one.
    private static LumpedState besideTheRest(Teacher teacher, Student student) {
        LumpedState at = LumpedState.of(teacher, student);
        boolean free = Target.of(teacher).across() == 0 && student.k() > 1;
        return free ? new LumpedState(at.c(), at.s(), at.x(), 0, Math.abs(at.y())) : at;
    }

    /// A radius for which the mean square of the noise on the filter is that of the sphere.
    private static Stage onSphere(Stage stage, int p) {
        return new Stage(stage.rhoW() * Math.sqrt((p + 2.0) / p), stage.rhoA(), stage.eta(), stage.steps());
    }

    private static void refuseLaw(String slip, Walk mutant) {
        boolean accepted = LumpedLaws.CASES.stream()
                .flatMap(each -> LumpedLaws.chain(mutant, each, SEED, RUNS).stream())
                .allMatch(LawTest::accepts);
        rejects(slip, accepted);
    }

    private static LumpedState unnormalised(LumpedChain c, LumpedState at, BallShadow xi, BallShadow e, double eta) {
        LumpedState right = c.step(at, xi, e, eta);
        LumpedState flat = c.step(at, without(xi), e, eta);
        return new LumpedState(flat.c(), right.s(), right.x(), right.y(), right.z());
    }

    private static LumpedChain of(LumpedChain chain, Target target, Reading reading) {
        return new LumpedChain(chain.p(), target, reading, chain.generator(), chain.seed());
    }

    private static BallShadow without(BallShadow shadow) {
        return new BallShadow(shadow.first(), shadow.second(), shadow.third(), 0);
    }

    private static BallShadow exchanged(BallShadow shadow) {
        return new BallShadow(shadow.second(), shadow.first(), shadow.third(), shadow.rest());
    }

    private static BallShadow rooted(BallShadow shadow) {
        return new BallShadow(shadow.first(), shadow.second(), shadow.third(), Math.sqrt(shadow.rest()));
    }
}
