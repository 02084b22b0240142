package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.dynamics.PopulationGradient.Coefficients;
import lemmata.model.Target;
import lemmata.rng.BallShadow;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// GD and P-GD as a Markov chain of four numbers: the law of the lumped state is that of the full algorithm, and a step
/// costs the same for every p and k.
///
/// With w = c w* + s v, τ = −s w* + c v, ξ = ξ₁w* + ξ₂v + ζ and T = α(cξ₂ − sξ₁) + βs:
/// w ← Π(w − η(Tτ + αζ)), and a ← a − η(own · ã + other · a* + common · 1) in its three coordinates
///
/// Without noise GD on the plane of w and w*. **Words.** Domain [Words#LUMPED_NOISE], step t the words 4t … 4t+3: the
/// exponentials of ξ (0), of ε (1), its third (2, lower half), the angle of ξ (2, upper half), those of ε (3).
/// **Source.** dynamics.LumpedChain.
///
/// @param p length of the filter
/// @param target a*
/// @param reading of the gradient
/// @param generator of the noise
/// @param seed of the noise
public record LumpedChain(int p, Target target, Reading reading, Generator generator, long seed) {

    /// Words per step.
    public static final int WORDS = 4;

    /// The state after step t of a trial.
    @Statement({"dynamics.LumpedChain/S2", "dynamics.LumpedChain/S4"})
    public LumpedState step(LumpedState state, Stage stage, long trial, long t) {
        Words words = new Words(generator, seed, Words.LUMPED_NOISE);
        long more = words.word(trial, WORDS * t + 2);
        long angles = words.word(trial, WORDS * t + 3);
        BallShadow xi = BallShadow.two(p, stage.rhoW(), words.word(trial, WORDS * t), more >>> 32);
        BallShadow epsilon = BallShadow.three(
                target.k(), stage.rhoA(), words.word(trial, WORDS * t + 1), more, angles, angles >>> 32);
        return step(state, xi, epsilon, stage.eta());
    }

    /// The state after a step with given noise: ξ along w*, v and the rest; ε along 1, n, the rest of a, and beyond.
    @Statement("dynamics.LumpedChain/S1")
    public LumpedState step(LumpedState at, BallShadow xi, BallShadow epsilon, double eta) {
        double cosine = at.c() + xi.first();
        double sine = at.s() + xi.second();
        double x = at.x() + epsilon.first();
        double y = at.y() + epsilon.second();
        double z = at.z() + epsilon.third();
        double root = Math.sqrt(target.k());
        Coefficients by = Coefficients.of(
                reading,
                cosine,
                Math.fma(sine, sine, xi.rest()),
                root * x,
                Math.fma(x, target.along(), y * target.across()),
                Math.fma(x, x, Math.fma(y, y, Math.fma(z, z, epsilon.rest()))),
                root * target.along());
        double turn = Math.fma(by.alpha(), Math.fma(at.c(), xi.second(), -(at.s() * xi.first())), by.beta() * at.s());
        Place filter = Place.of(at.c(), at.s(), turn, by.alpha() * by.alpha() * xi.rest(), eta);
        double decay = eta * by.own();
        double rest = Math.fma(-decay, z, at.z());
        return new LumpedState(
                filter.c,
                filter.s,
                Math.fma(-eta, Math.fma(by.own(), x, Math.fma(by.other(), target.along(), by.common() * root)), at.x()),
                Math.fma(-eta, Math.fma(by.own(), y, by.other() * target.across()), at.y()),
                Math.sqrt(Math.fma(rest, rest, decay * decay * epsilon.rest())));
    }

    /// Where the filter is.
    ///
    /// @param c along w*
    /// @param s across
    record Place(double c, double s) {

        /// Π(w − η(Tτ + ζ)), ζ orthogonal to w* and v.
        ///
        /// @param turn T
        /// @param lost ‖ζ‖²
        static Place of(double c, double s, double turn, double lost, double eta) {
            double along = Math.fma(eta * s, turn, c);
            double plane = Math.fma(-(eta * c), turn, s);
            double across = Math.sqrt(Math.fma(plane, plane, eta * eta * lost));
            double inverse = 1 / Math.sqrt(Math.fma(along, along, across * across));
            return new Place(along * inverse, across * inverse);
        }
    }
}
