package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.LumpingError;
import lemmata.dynamics.Observation;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Stage;
import lemmata.loss.Angle;
import lemmata.loss.PopulationLoss;
import lemmata.model.Perturbation;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.BallShadow;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// What dynamics.LumpedChain claims without statistics, as checks of any lumped step; for its law see [LumpedLaws].
public final class LumpingChecks {

    /// A lumped step with given noise.
    @FunctionalInterface
    public interface Step {
        /// The state after it.
        LumpedState at(LumpedChain chain, LumpedState state, BallShadow xi, BallShadow epsilon, double eta);
    }

    /// A lumped step with noise of its own.
    @FunctionalInterface
    public interface Walk {
        /// The state after step t of a trial.
        LumpedState at(LumpedChain chain, LumpedState state, Stage stage, long trial, long t);
    }

    /// A lumping.
    @FunctionalInterface
    public interface Lumping {
        /// The state of a student.
        LumpedState of(Teacher teacher, Student student);
    }

    /// What is recorded of a state.
    @FunctionalInterface
    public interface Watch {
        /// After t steps.
        Observation of(Target target, LumpedState state, long t);
    }

    private static final int STEPS = 50;

    private LumpingChecks() {}

    /// S1: the full step, lumped, is the lumped step of the lumped noise within [LumpingError], in all readings.
    public static Check coupled(Step step, Lumping lumping) {
        return draw -> {
            Coupling coupling = Coupling.of(draw);
            double worst = 0;
            for (Reading reading : Reading.all()) {
                worst = Math.max(worst, coupling.ratio(step, lumping, reading));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S1: after fifty steps with common noise both are apart by less than the sum of the bounds of the steps:
    /// measured, not derived, since a step may also stretch a gap.
    public static Check coupledForLong(Step step, Lumping lumping) {
        return draw -> {
            Draw near = draw.unscaled();
            Teacher teacher = near.teacher();
            Reading reading = Reading.all().get((int) (draw.uniform(284) * 6));
            LumpedChain chain = chain(teacher, reading);
            double size = 1 + Vectors.length(teacher.a());
            double eta = 0.5 / (teacher.k() + 3) / size / size;
            Student student = near.unitStudent();
            LumpedState state = lumping.of(teacher, student);
            LumpingError sum = new LumpingError(0, 0);
            for (int t = 0; t < STEPS; t++) {
                double[] xi = NoiseSample.xi(draw, t, 0.5);
                double[] epsilon = NoiseSample.epsilon(draw, t, 0.5);
                LumpingFrame frame = LumpingFrame.of(near, teacher, student);
                Student perturbed = Perturbation.of(student, xi, epsilon);
                LumpingError bound = LumpingError.of(teacher, student, perturbed, reading, eta);
                sum = new LumpingError(sum.filter() + bound.filter(), sum.output() + bound.output());
                LumpedState framed = isFrameFree(teacher) ? alongRest(state) : state;
                state = step.at(chain, framed, frame.filter(xi), frame.output(epsilon), eta);
                student = Algorithm.descend(student, new PopulationGradient(teacher, reading).at(perturbed, 0, t), eta);
            }
            return OptionalDouble.of(gap(lumping.of(teacher, student), state, sum, isFrameFree(teacher)));
        };
    }

    /// S3: what is recorded of the lumped state is what the student has, within [Observation#error].
    public static Check observed(Watch watch, Lumping lumping) {
        return draw -> {
            Draw near = draw.unscaled();
            Teacher teacher = near.teacher();
            Student student = near.unitStudent();
            Observation seen = watch.of(Target.of(teacher), lumping.of(teacher, student), 7);
            Observation bound = Observation.error(teacher, student);
            Angle angle = Angle.between(student.w(), teacher.w());
            double loss = over(seen.loss() - PopulationLoss.at(teacher, student), bound.loss());
            double filter = over(seen.filterError() - distance(student.w(), teacher.w()), bound.filterError());
            double output = over(seen.outputError() - distance(student.a(), teacher.a()), bound.outputError());
            double dot = Vectors.dot(student.a(), teacher.a()).doubleValue();
            double alignment = over(seen.alignment() - dot, bound.alignment());
            double turned = over(seen.angle() - angle.phi(), bound.angle());
            double worst = Math.max(Math.max(loss, filter), Math.max(Math.max(output, alignment), turned));
            return OptionalDouble.of(seen.t() == 7 ? worst : Double.POSITIVE_INFINITY);
        };
    }

    /// S4: step t is the step with the noise of the words 4t … 4t + 3 of its own domain, halves as documented; no other
    /// word has a part in it, for any p and k up to a million.
    public static Check fourWords(Walk walk) {
        return draw -> {
            int p = 1 + (int) Functions.exp(draw.uniform(285) * 13.8);
            int k = 1 + (int) Functions.exp(draw.uniform(286) * 13.8);
            Target target = Target.of(k, k == 1 ? 1 : k * draw.uniform(287), 1);
            Generator generator = draw.uniform(288) < 0.5 ? Generator.PHILOX : Generator.SPLITMIX;
            LumpedChain chain = new LumpedChain(p, target, Reading.POSTER, generator, PhiloxChecks.word(draw, 289));
            long trial = PhiloxChecks.word(draw, 290);
            long t = PhiloxChecks.word(draw, 291) >>> 19;
            Words words = new Words(generator, chain.seed(), Words.LUMPED_NOISE);
            long[] four = {
                words.word(trial, 4 * t),
                words.word(trial, 4 * t + 1),
                words.word(trial, 4 * t + 2),
                words.word(trial, 4 * t + 3)
            };
            Stage stage = new Stage(0.7, 0.6, 0.5 / (k + 3), 1);
            LumpedState state =
                    new LumpedState(p == 1 ? -1 : 0.6, p == 1 ? 0 : 0.8, 0.3, k == 1 ? 0 : 0.2, k < 3 ? 0 : 1);
            BallShadow xi = BallShadow.two(p, 0.7, four[0], four[2] >>> 32);
            BallShadow epsilon =
                    BallShadow.three(k, 0.6, four[1], four[2] & 0xFFFFFFFFL, four[3] & 0xFFFFFFFFL, four[3] >>> 32);
            LumpedState after = walk.at(chain, state, stage, trial, t);
            return Check.exactly(after.equals(chain.step(state, xi, epsilon, stage.eta()))
                    && after.equals(walk.at(chain, state, stage, trial, t)));
        };
    }

    /// One step from a drawn student with drawn noise: radii 0, 1, and up to 30, step sizes e⁻⁶/(1+k) … e²/(1+k).
    private record Coupling(
            Teacher teacher, Student student, double[] xi, double[] epsilon, LumpingFrame frame, double eta) {

        static Coupling of(Draw draw) {
            Draw near = draw.unscaled();
            Teacher teacher = near.teacher();
            Student student = near.unitStudent();
            return new Coupling(
                    teacher,
                    student,
                    NoiseSample.xi(draw, 0, radius(draw, 292)),
                    NoiseSample.epsilon(draw, 0, radius(draw, 293)),
                    LumpingFrame.of(near, teacher, student),
                    Functions.exp(8 * draw.uniform(294) - 6) / (1 + teacher.k()));
        }

        double ratio(Step step, Lumping lumping, Reading reading) {
            Student perturbed = Perturbation.of(student, xi, epsilon);
            Student full =
                    Algorithm.descend(student, new PopulationGradient(teacher, reading).at(perturbed, 0, 0), eta);
            LumpedState lumped = step.at(
                    chain(teacher, reading),
                    lumping.of(teacher, student),
                    frame.filter(xi),
                    frame.output(epsilon),
                    eta);
            LumpingError bound = LumpingError.of(teacher, student, perturbed, reading, eta);
            return gap(lumping.of(teacher, full), lumped, bound, isFrameFree(teacher));
        }

        private static double radius(Draw draw, int tag) {
            double kind = draw.uniform(tag);
            return kind < 0.15 ? 0 : kind < 0.3 ? 1 : Functions.exp(8 * kind - 4.6);
        }
    }

    private static LumpedChain chain(Teacher teacher, Reading reading) {
        return new LumpedChain(teacher.p(), Target.of(teacher), reading, Generator.PHILOX, 0);
    }

    /// Whether a* is a multiple of 1, so that of y and z only y² + z² has a meaning of its own.
    private static boolean isFrameFree(Teacher teacher) {
        double first = teacher.a()[0];
        return Arrays.stream(teacher.a()).allMatch(entry -> entry == first);
    }

    private static double gap(LumpedState full, LumpedState lumped, LumpingError bound, boolean frameFree) {
        double filter = Math.max(Math.abs(full.c() - lumped.c()), Math.abs(full.s() - lumped.s()));
        double rest = frameFree
                ? Math.abs(across(full) - across(lumped))
                : Math.max(Math.abs(full.y() - lumped.y()), Math.abs(full.z() - lumped.z()));
        double output = Math.max(Math.abs(full.x() - lumped.x()), rest);
        return Math.max(over(filter, bound.filter()), over(output, bound.output()));
    }

    /// The same with n along the rest of a.
    private static LumpedState alongRest(LumpedState state) {
        return new LumpedState(state.c(), state.s(), state.x(), across(state), 0);
    }

    private static double across(LumpedState state) {
        return Math.sqrt(state.y() * state.y() + state.z() * state.z());
    }

    private static double distance(double[] x, double[] y) {
        double[] apart = Vectors.map((first, second) -> first - second, x, y);
        return Vectors.dot(apart, apart).doubleValue();
    }

    private static double over(double observed, double allowed) {
        return Check.over(Math.abs(observed), allowed);
    }
}
