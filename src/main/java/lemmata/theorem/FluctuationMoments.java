package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereRule;
import lemmata.num.TanhSinh;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Fluctuation.Pole;

/// Second moments of what ξ does to the output weights in a step, at w = ±w* and a = a_∞.
///
/// E₁ = E[r̃(k−1+g̃) − Λc₁r̃²]², E₂ = E[r̃(g̃−1) − (π−1)c₂r̃²]², E₁₂ the mean of the product; all 0 without noise
///
/// By two variables: v = wᵀξ/ρ, a coordinate on the sphere of R^{p+2}, and the share s of what is left of the radius,
/// of density (p−1)s^{p−2}. **Accuracy.** The bound comes with the value; of the quadrature it is an estimate.
/// **Source.** theorem.Fluctuation/S2.
///
/// @param along E₁
/// @param across E₂
/// @param cross E₁₂
@Statement("theorem.Fluctuation/S2")
record FluctuationMoments(Bounded along, Bounded across, Bounded cross) {

    private static final Bounded NONE = Bounded.exact(0);

    /// At a pole.
    static FluctuationMoments of(Fluctuation fluctuation, Pole pole) {
        Problem problem = fluctuation.problem();
        if (problem.rhoW() == 0) {
            return new FluctuationMoments(NONE, NONE, NONE);
        }
        NoiseMoments moments = NoiseMoments.ofOutput(fluctuation.reading(), problem.noise(), pole.angle());
        int k = problem.target().k();
        Bounded first = SmoothedEquilibrium.shareAlong(k, moments)
                .times(Bounded.within(2, problem.target().top()));
        Bounded second = SmoothedEquilibrium.shareAcross(moments).times(Bounded.within(2, Math.PI - 1));
        boolean radial = fluctuation.reading() == Reading.Output.RADIAL;
        Drive drive = new Drive(problem, pole, radial);
        return new FluctuationMoments(
                drive.mean((size, kernel) -> square(push(size, kernel, k, first))),
                drive.mean((size, kernel) -> square(push(size, kernel, 0, second))),
                drive.mean((size, kernel) -> push(size, kernel, k, first).times(push(size, kernel, 0, second))));
    }

    /// r̃(g̃−1) + k r̃ − share · r̃².
    private static Bounded push(double size, double kernel, int k, Bounded share) {
        double value = kernel + (k - 1) * size - share.value() * size * size;
        double sum = Math.abs(kernel) + (k + 1) * size + Math.abs(share.value()) * size * size;
        return new Bounded(value, 24 * RoundOff.U * sum + share.error() * size * size);
    }

    private static Bounded square(Bounded x) {
        return x.times(x);
    }

    /// A function of r̃ and r̃g̃.
    @FunctionalInterface
    private interface Integrand {
        Bounded at(double size, double kernel);
    }

    /// What ξ does, at a pole.
    private record Drive(Problem problem, Pole pole, boolean radial) {

        Bounded mean(Integrand f) {
            int p = problem.p();
            return new SphereRule(p + 2)
                    .mean((below, above) -> TanhSinh.COARSE.integrate(
                            (from, to) -> {
                                double density = (p - 1) * Functions.exp((p - 2) * Functions.log(from));
                                return at(f, (above - below) / 2, from * Math.sqrt(below * above))
                                        .times(Bounded.within(2.0 * p + 8, density));
                            },
                            0,
                            1));
        }

        /// At w̃ = (1 + ρv)w + ρs√(1−v²)t, t a unit vector across w.
        private Bounded at(Integrand f, double v, double side) {
            double cosine = pole.cosine() * (1 + problem.rhoW() * v);
            double sine = problem.rhoW() * side;
            double size = Math.sqrt(cosine * cosine + sine * sine);
            double kernel = (Math.PI - Functions.atan2(sine, cosine)) * cosine + sine;
            return radial ? f.at(size, kernel) : f.at(1, size == 0 ? 1 : kernel / size);
        }
    }
}
