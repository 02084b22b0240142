package lemmata.audit;

import java.util.List;
import java.util.stream.IntStream;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.MeanPath;
import lemmata.theorem.OutputPath;
import lemmata.theorem.Problem;

/// What theorem.OutputPath adds to a draw with p ≥ 2 and a* ≠ 0: noise on both parts, a step size, a widest angle and
/// angles within it.
///
/// **Kinds.** ρ_w as in [SmoothedCase], ρ_a 0 in a quarter of the cases. ηλ₁ is 1 in a tenth, else from 10⁻³ to 1.
record OutputCase(Draw draw) {

    private static final int ANGLES = 3;

    /// Whether the theorem speaks of the drawn case.
    static boolean applies(Draw draw) {
        return draw.p() >= 2 && draw.target() != Draw.Target.ZERO;
    }

    Problem problem() {
        BallNoise noise = new SmoothedCase(draw.unscaled()).noise();
        return new Problem(target(), draw.p(), noise.rho(), rhoA());
    }

    Target target() {
        return Target.of(draw.unscaled().teacher());
    }

    double rhoA() {
        return draw.uniform(601) < 0.25 ? 0 : Functions.exp(6 * draw.uniform(602) - 4);
    }

    Angle widest() {
        return new SmoothedCase(draw).angle(603);
    }

    /// The widest angle, 0, and some between, with their moments.
    List<NoiseMoments> moments() {
        BallNoise noise = problem().noise();
        double limit = widest().phi();
        List<Angle> between = IntStream.range(0, ANGLES)
                .mapToObj(i -> NoiseDraw.at(limit * draw.uniform(606 + i)))
                .toList();
        return IntStream.range(0, ANGLES + 2)
                .mapToObj(i -> i == 0 ? widest() : i == 1 ? NoiseDraw.at(0) : between.get(i - 2))
                .map(angle -> NoiseMoments.ofOutput(Reading.Output.RADIAL, noise, angle))
                .toList();
    }

    MeanPath path() {
        Problem problem = problem();
        double rate = draw.uniform(610) < 0.1 ? 1 - 0x1p-40 : Functions.exp(-7 * draw.uniform(611));
        double eta = rate / problem.lambdaAlong().high();
        return new MeanPath(problem, new OutputPath(problem, widest()), eta);
    }

    /// A coordinate of a start: 0, that of a*, or any.
    double start(int tag, double coordinate) {
        double kind = draw.uniform(tag);
        double any = 4 * (draw.uniform(tag + 1) - 0.5);
        return kind < 0.2 ? 0 : kind < 0.3 ? coordinate : any;
    }
}
