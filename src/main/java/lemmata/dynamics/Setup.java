package lemmata.dynamics;

import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import lemmata.simd.Form;
import lemmata.smoothing.Reading;

/// Which algorithm runs, from where, on which random words.
///
/// @param method the algorithm
/// @param reading of the exact gradient at the perturbed point; of mini-batches the poster's
/// @param batch inputs per mini-batch; not looked at where none are drawn
/// @param start where runs begin
/// @param generator of all random words
/// @param seed of all random words
public record Setup(Method method, Reading reading, int batch, Start start, Generator generator, long seed) {

    /// Largest ‖a*‖: beyond √[Divergence#LIMIT] an optimum counts as diverged.
    private static final double MAX_NORM = 1e30;

    /// Checks that the reading has a meaning for the method.
    ///
    /// @throws InvalidField naming `reading` or `batch`
    public Setup {
        if (method.isSampled() && !reading.equals(Reading.POSTER)) {
            throw new InvalidField(
                    "reading", reading + " is no gradient of a mini-batch: leave it out, or choose gd or pgd");
        }
        MiniBatchGradient.requireBatch(batch);
    }

    /// The runs of the full algorithm, states (w, a, steps).
    ///
    /// @param bits width of the vectors, or 0 for the plain code
    public Representation full(Teacher teacher, int bits) {
        requireNorm(Target.of(teacher));
        return new FullRepresentation(this, teacher, bits);
    }

    /// The runs of the lumped chain, of the law of [#full] with [Target#teacher]: states (c, s, x, y, z, steps), with
    /// mini-batches (c, s, a, steps).
    ///
    /// @param bits width of the vectors, or 0 for the plain code
    public Representation lumped(int p, Target target, int bits) {
        requireNorm(target);
        return method.isSampled()
                ? new PlaneRepresentation(this, p, target, bits)
                : new LumpedRepresentation(this, p, target, bits);
    }

    /// A run that converges must not count as diverged.
    private static void requireNorm(Target target) {
        if (target.norm() > MAX_NORM) {
            throw new InvalidField(
                    "norm", "‖a*‖ = " + target.norm() + " is too large for a run: rescale, at most " + MAX_NORM);
        }
    }

    Words words(int domain) {
        return new Words(generator, seed, domain);
    }

    Form form() {
        return new Form(
                reading.a() == Reading.Output.RADIAL,
                Form.Filter.valueOf(reading.w().name()));
    }
}
