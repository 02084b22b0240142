package lemmata.audit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Stage;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.MeanPath;
import lemmata.theorem.OutputPath;
import lemmata.theorem.Problem;

/// Means of x and y after one drawn step of P-GD: that the mean path takes them.
final class OutputMeans {

    private static final double ETA = 0.05;

    private OutputMeans() {}

    /// E x⁺ and E y⁺ from a drawn state, with the variance that the path allows.
    static List<MeanTest> steps(OutputPathChecks.Step along, OutputPathChecks.Step across, Draw draw, int samples) {
        Problem problem = new Problem(new OutputCase(draw).target(), draw.p(), 0.3 + 2 * draw.uniform(631), 0.5);
        double phi = 0.2 + 2.7 * draw.uniform(632);
        Angle angle = NoiseDraw.at(phi);
        NoiseMoments moments = NoiseMoments.ofOutput(Reading.Output.RADIAL, problem.noise(), angle);
        MeanPath path = new MeanPath(problem, new OutputPath(problem, angle), ETA);
        double x = draw.uniform(633) - 0.5;
        double y = problem.target().across() == 0 ? 0 : draw.uniform(634) - 0.5;
        LumpedChain chain =
                new LumpedChain(problem.p(), problem.target(), Reading.POSTER, Generator.PHILOX, draw.seed());
        LumpedState state = new LumpedState(Functions.cos(phi), Functions.sin(phi), x, y, 0.25);
        MeanTest first = test(
                chain,
                state,
                problem,
                samples,
                LumpedState::x,
                along.after(path, x, moments),
                path.path().varianceAlong(Math.abs(x)));
        MeanTest second = test(
                chain,
                state,
                problem,
                samples,
                LumpedState::y,
                across.after(path, y, moments),
                path.path().varianceAcross(Math.abs(y)));
        return problem.target().across() == 0 ? List.of(first) : List.of(first, second);
    }

    private static MeanTest test(
            LumpedChain chain,
            LumpedState state,
            Problem problem,
            int samples,
            ToDoubleFunction<LumpedState> part,
            double mean,
            double variance) {
        Stage stage = new Stage(problem.rhoW(), problem.rhoA(), ETA, 1);
        return NoiseSample.test(
                i -> part.applyAsDouble(chain.step(state, stage, i, 0)),
                samples,
                new Bounded(mean, 1e-12),
                ETA * ETA * variance);
    }
}
