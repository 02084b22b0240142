package lemmata.dynamics;

import java.util.Locale;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.Ball;
import lemmata.rng.BallShadow;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// Where a run begins.
///
/// **Source.** dynamics.Start.
public enum Start {
    /// The poster's: w₀ on the unit sphere and a₀ in the ball of radius |1ᵀa*|/√k, here both uniform. **Words.** Domain
    /// [Words#STARTS]: those of w₀ ([Ball#sphereWords]), then those of a₀; for the lumped chains words 0 and 1 (w₀) and
    /// those from 2 on (a₀) of the same domain.
    RANDOM,
    /// The spurious point (−w*, ā).
    SPURIOUS;

    /// The start of a trial.
    @Statement({"dynamics.Start/S1", "dynamics.Start/S3"})
    public Student of(Teacher teacher, Generator generator, long seed, long trial) {
        if (this == SPURIOUS) {
            return SpuriousOptimum.of(teacher);
        }
        Words words = new Words(generator, seed, Words.STARTS);
        int p = teacher.p();
        double radius = Math.abs(Target.of(teacher).along());
        return new Student(
                Spaces.filter("w", Ball.onSphere(words, trial, 0, p)),
                Spaces.output("a", Ball.point(words, trial, Ball.sphereWords(p), teacher.k(), radius)));
    }

    /// The start of a trial of [LumpedBatch]: the filter lumped to (c, s), the output weights as they are.
    @Statement("dynamics.Start/S2")
    public Student plane(int p, double @OutputSpace [] aStar, Generator generator, long seed, long trial) {
        if (this == SPURIOUS) {
            return SpuriousOptimum.of(LumpedBatch.plane(aStar));
        }
        Words words = new Words(generator, seed, Words.STARTS);
        BallShadow w = filter(p, words, trial);
        double radius = Math.abs(Target.of(LumpedBatch.plane(aStar)).along());
        return new Student(
                Spaces.filter("w", w.first(), across(w)),
                Spaces.output("a", Ball.point(words, trial, 2, aStar.length, radius)));
    }

    /// The lumped start of a trial.
    @Statement("dynamics.Start/S2")
    public LumpedState lumped(int p, Target target, Generator generator, long seed, long trial) {
        if (this == SPURIOUS) {
            return LumpedState.spurious(target);
        }
        Words words = new Words(generator, seed, Words.STARTS);
        BallShadow w = filter(p, words, trial);
        long angles = words.word(trial, 4);
        BallShadow a = BallShadow.three(
                target.k(),
                Math.abs(target.along()),
                words.word(trial, 2),
                words.word(trial, 3),
                angles,
                angles >>> 32);
        return new LumpedState(
                w.first(), across(w), a.first(), a.second(), Math.sqrt(Math.fma(a.third(), a.third(), a.rest())));
    }

    private static BallShadow filter(int p, Words words, long trial) {
        return BallShadow.onSphere(p, words.word(trial, 0), words.word(trial, 1));
    }

    private static double across(BallShadow w) {
        return Math.sqrt(Math.fma(w.second(), w.second(), w.rest()));
    }

    /// `random`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
