package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.function.LongFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.LawTest;
import lemmata.audit.StartChecks;
import lemmata.audit.StartLaws;
import lemmata.claim.Statement;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Ball;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.Start.
@DrawnCases
class StartProperties {

    private static final int NUMBERS = 1 << 16;
    private static final long SEED = 20261121;
    private static final Generator PHILOX = Generator.PHILOX;

    private static final StartChecks.Starts LARGE = scaled(Math.sqrt(2));
    private static final StartChecks.Starts OVERLAPPING = (teacher, generator, seed, trial) -> {
        Words words = new Words(generator, seed, Words.STARTS);
        double radius = Math.abs(Target.of(teacher).along());
        return new Student(
                Spaces.filter("w", Ball.onSphere(words, trial, 0, teacher.p())),
                Spaces.output("a", Ball.point(words, trial, 0, teacher.k(), radius)));
    };
    private static final StartChecks.Starts NORMAL = (teacher, generator, seed, trial) -> {
        double[] a = new double[teacher.k()];
        Gaussian.fill(a, seed, trial, 0);
        double scale = Math.abs(Target.of(teacher).along());
        return new Student(
                Start.RANDOM.of(teacher, generator, seed, trial).w(),
                Spaces.output("a", Vectors.map(x -> scale * x, a)));
    };
    private static final StartChecks.Starts ON_SPHERE = (teacher, generator, seed, trial) -> {
        Student right = Start.RANDOM.of(teacher, generator, seed, trial);
        double length = Vectors.length(right.a());
        double scale = length == 0 ? 1 : Math.abs(Target.of(teacher).along()) / length;
        return new Student(right.w(), Vectors.map(x -> scale * x, right.a()));
    };
    private static final StartChecks.Starts HALF = (teacher, generator, seed, trial) -> {
        Student right = Start.RANDOM.of(teacher, generator, seed, trial);
        boolean far = Vectors.fusedDot(right.w(), teacher.w()) < 0;
        return far ? new Student(Vectors.map(x -> 0 - x, right.w()), right.a()) : right;
    };
    private static final StartChecks.Starts ONE_TRIAL =
            (teacher, generator, seed, trial) -> Start.RANDOM.of(teacher, generator, seed, 0);

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.Start/S1")
    void areWhatTheirWordsSay(@ForAll Draw draw) {
        holds(StartChecks.formula(Start.RANDOM::of), draw);
        holds(StartChecks.spurious(Start.SPURIOUS::of), draw);
    }

    @Example
    @Statement("dynamics.Start/S1")
    void otherStartsAreRejected() {
        rejects("√2 times the radius", StartChecks.formula(LARGE));
        rejects("the same words for w₀ and a₀", StartChecks.formula(OVERLAPPING));
        rejects("normal a₀", StartChecks.formula(NORMAL));
        rejects("a₀ on the sphere", StartChecks.formula(ON_SPHERE));
        rejects("one start for all trials", StartChecks.formula(ONE_TRIAL));
        rejects("a random start", StartChecks.spurious(Start.RANDOM::of));
    }

    /// Power: a distance of 0.030 is found with probability 1 − 10⁻¹² at 2¹⁶ starts.
    @Example
    @Statement({"dynamics.Start/S1", "dynamics.Start/S2"})
    void allRoutesHaveTheSameLaws() {
        for (int[] shape : StartLaws.SHAPES) {
            Teacher teacher = StartLaws.teacher(shape[0], shape[1]);
            accepts(full(Start.RANDOM::of, teacher), teacher);
            accepts(t -> Start.RANDOM.lumped(shape[0], Target.of(teacher), PHILOX, SEED, t), teacher);
            accepts(
                    t -> LumpedState.of(
                            LumpedBatch.plane(teacher.a()), Start.RANDOM.plane(shape[0], teacher.a(), PHILOX, SEED, t)),
                    teacher);
        }
    }

    @Example
    @Statement({"dynamics.Start/S1", "dynamics.Start/S2"})
    void otherLawsAreRejected() {
        Teacher teacher = StartLaws.teacher(6, 25);
        Target target = Target.of(teacher);
        refuses("√2 times the radius", full(LARGE, teacher), teacher);
        refuses("the same words for w₀ and a₀", full(OVERLAPPING, teacher), teacher);
        refuses("normal a₀", full(NORMAL, teacher), teacher);
        refuses("a₀ on the sphere", full(ON_SPHERE, teacher), teacher);
        refuses("w₀ on the side of w*", full(HALF, teacher), teacher);
        refuses("one start for all trials", full(ONE_TRIAL, teacher), teacher);
        refuses("p + 1 for p", t -> Start.RANDOM.lumped(7, target, PHILOX, SEED, t), teacher);
        refuses(
                "k − 1 for k",
                t -> Start.RANDOM.lumped(6, new Target(24, target.along(), target.across()), PHILOX, SEED, t),
                teacher);
        refuses(
                "x and y exchanged for z",
                t -> {
                    LumpedState right = Start.RANDOM.lumped(6, target, PHILOX, SEED, t);
                    return new LumpedState(right.c(), right.s(), right.z(), right.y(), Math.abs(right.x()));
                },
                teacher);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.Start/S2")
    void lumpedStartsAreStates(@ForAll Draw draw) {
        holds(StartChecks.lumpedInTheSets(Start.RANDOM::lumped), draw);
    }

    @Example
    @Statement("dynamics.Start/S2")
    void otherLumpedStatesAreRejected() {
        rejects("larger", StartChecks.lumpedInTheSets((p, target, generator, seed, trial) -> {
            LumpedState right = Start.RANDOM.lumped(p, target, generator, seed, trial);
            return new LumpedState(right.c(), right.s(), 4 * right.x(), right.y(), right.z());
        }));
        rejects("angle for sine", StartChecks.lumpedInTheSets((p, target, generator, seed, trial) -> {
            LumpedState right = Start.RANDOM.lumped(p, target, generator, seed, trial);
            return new LumpedState(right.c(), Math.asin(right.s()), right.x(), right.y(), right.z());
        }));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.Start/S3")
    void lieInThePostersSets(@ForAll Draw draw) {
        holds(StartChecks.inTheSets(Start.RANDOM::of), draw);
    }

    @Example
    @Statement("dynamics.Start/S3")
    void othersDoNot() {
        rejects("√2 times the radius", StartChecks.inTheSets(LARGE));
        rejects("normal a₀", StartChecks.inTheSets(NORMAL));
        rejects("the spurious point", StartChecks.inTheSets(Start.SPURIOUS::of));
    }

    private static void accepts(LongFunction<LumpedState> starts, Teacher teacher) {
        for (LawTest test : tests(starts, teacher)) {
            holds(test.accepts(), test.law() + " at distance " + test.distance());
        }
    }

    private static void refuses(String slip, LongFunction<LumpedState> starts, Teacher teacher) {
        rejects(slip, tests(starts, teacher).stream().allMatch(LawTest::accepts));
    }

    private static List<LawTest> tests(LongFunction<LumpedState> starts, Teacher teacher) {
        return StartLaws.tests("start", starts, teacher.p(), Target.of(teacher), NUMBERS);
    }

    private static LongFunction<LumpedState> full(StartChecks.Starts starts, Teacher teacher) {
        return trial -> LumpedState.of(teacher, starts.of(teacher, PHILOX, SEED, trial));
    }

    private static StartChecks.Starts scaled(double factor) {
        return (teacher, generator, seed, trial) -> {
            Student right = Start.RANDOM.of(teacher, generator, seed, trial);
            return new Student(right.w(), Vectors.map(x -> factor * x, right.a()));
        };
    }
}
