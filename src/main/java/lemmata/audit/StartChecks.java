package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lemmata.dynamics.LumpedState;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.rng.Ball;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// What dynamics.Start claims of single starts, as checks of any implementation; for the laws see [StartLaws].
public final class StartChecks {

    /// Starts of trials: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Starts {
        /// The start of a trial.
        Student of(Teacher teacher, Generator generator, long seed, long trial);
    }

    /// Lumped starts of trials: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Lumped {
        /// The start of a trial.
        LumpedState of(int p, Target target, Generator generator, long seed, long trial);
    }

    private StartChecks() {}

    /// S1: w₀ and a₀ are the points of rng.Ball by the first words of domain 2, a₀ in the ball of radius |s*|/√k, and 0
    /// for s* = 0; the same bits again and on many threads.
    public static Check formula(Starts starts) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Words words = words(draw);
            long trial = PhiloxChecks.word(draw, 403);
            Student start = starts.of(teacher, words.generator(), words.seed(), trial);
            double sum = Vectors.sum(teacher.a()).doubleValue();
            double radius = Math.abs(sum) / Math.sqrt(draw.k());
            int pairs = (draw.p() + 1) / 2;
            double w = BallReference.onSphere(words, trial, 0, draw.p()).ratio(start.w());
            double a =
                    BallReference.point(words, trial, pairs, draw.k(), radius).ratio(start.a());
            boolean same = IntStream.range(0, 4)
                    .parallel()
                    .allMatch(i -> starts.of(teacher, words.generator(), words.seed(), trial)
                            .equals(start));
            boolean still = sum != 0 || Arrays.stream(start.a()).allMatch(x -> x == 0);
            return OptionalDouble.of(same && still ? Math.max(w, a) : Double.POSITIVE_INFINITY);
        };
    }

    /// S1: (−w*, ā), whatever the words.
    public static Check spurious(Starts starts) {
        return draw -> {
            Words words = words(draw);
            Student start = starts.of(draw.teacher(), words.generator(), words.seed(), PhiloxChecks.word(draw, 403));
            return Check.exactly(start.equals(SpuriousOptimum.of(draw.teacher())));
        };
    }

    /// S3: the poster's sets: |‖w₀‖ − 1| ≤ 5u, ‖a₀‖ ≤ |s*|/√k beyond no more than rng.Ball allows.
    public static Check inTheSets(Starts starts) {
        return draw -> {
            Words words = words(draw);
            Student start = starts.of(draw.teacher(), words.generator(), words.seed(), PhiloxChecks.word(draw, 403));
            double excess = Vectors.norm(start.w()).subtract(1).doubleValue();
            double radius = Math.abs(Vectors.sum(draw.teacher().a()).doubleValue()) / Math.sqrt(draw.k());
            double allowed = radius * (1 + Ball.RADIUS_ERROR + 16 * RoundOff.U);
            return OptionalDouble.of(
                    Math.max(Math.abs(excess) / (5 * RoundOff.U), Check.over(Vectors.length(start.a()), allowed)));
        };
    }

    /// S2: a lumped start lies on the half circle, in the ball, its numbers are none but those, and it comes again.
    public static Check lumpedInTheSets(Lumped starts) {
        return draw -> {
            Target target = Target.of(draw.unscaled().teacher());
            Words words = words(draw);
            long trial = PhiloxChecks.word(draw, 403);
            LumpedState start = starts.of(draw.p(), target, words.generator(), words.seed(), trial);
            double circle = Math.abs(start.c() * start.c() + start.s() * start.s() - 1);
            double norm = Math.sqrt(start.x() * start.x() + start.y() * start.y() + start.z() * start.z());
            double allowed = Math.abs(target.along()) * (1 + Ball.RADIUS_ERROR + 16 * RoundOff.U);
            boolean sound = start.s() >= 0
                    && start.z() >= 0
                    && (draw.k() > 1 || start.y() == 0)
                    && (draw.k() > 2 || start.z() == 0)
                    && start.equals(starts.of(draw.p(), target, words.generator(), words.seed(), trial));
            double ratio = Math.max(circle / (2 * Ball.RADIUS_ERROR), Check.over(norm, allowed));
            return OptionalDouble.of(sound ? ratio : Double.POSITIVE_INFINITY);
        };
    }

    private static Words words(Draw draw) {
        Generator generator = draw.uniform(401) < 0.5 ? Generator.PHILOX : Generator.SPLITMIX;
        return new Words(generator, PhiloxChecks.word(draw, 402), Words.STARTS);
    }
}
