package lemmata.audit;

import java.util.List;
import lemmata.model.Target;
import lemmata.smoothing.NoiseMoments;
import lemmata.theorem.MeanPath;

/// A law of paths of filter and output weights: from each state on with equal chances to two, whose pushes cancel, at
/// an angle that the state decides.
record OutputTree(OutputCase drawn, MeanPath path, List<NoiseMoments> moments) {

    /// Steps.
    static final int DEPTH = 4;

    /// E d after all steps.
    double mean(double x, double y) {
        return mean(x, y, 0, 1);
    }

    /// From the state of this number on.
    private double mean(double x, double y, int t, int node) {
        Target target = path.problem().target();
        if (t == DEPTH) {
            return target.along() * x + target.across() * y;
        }
        NoiseMoments now = moments.get((int) (moments.size() * drawn.draw().uniform(700 + node)));
        double pushX = drawn.draw().uniform(750 + node) * target.norm();
        double pushY = drawn.draw().uniform(800 + node) * target.norm();
        double nextX = path.alongAfter(x, now);
        double nextY = path.acrossAfter(y, now);
        double first = mean(nextX + pushX, nextY - pushY, t + 1, 2 * node);
        double second = mean(nextX - pushX, nextY + pushY, t + 1, 2 * node + 1);
        return (first + second) / 2;
    }
}
