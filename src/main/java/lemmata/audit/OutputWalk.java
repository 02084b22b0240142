package lemmata.audit;

import java.util.List;
import lemmata.model.Target;
import lemmata.smoothing.NoiseMoments;
import lemmata.theorem.MeanPath;
import org.apfloat.Apfloat;

/// A mean path in 40 digits along a path of the filter within the widest angle.
///
/// Kind 0 stays at the widest angle, kind 1 at 0, kind 2 draws, kind 3 turns to 0 while d̂ is below the middle of the
/// envelope and to the widest angle when it is above.
record OutputWalk(OutputCase drawn, MeanPath path, List<NoiseMoments> moments, int kind) {

    /// How many kinds there are.
    static final int KINDS = 4;

    private static final int STEPS = 20;

    /// What is looked at after t steps.
    @FunctionalInterface
    interface Look {
        /// An observed number over what is allowed.
        double at(long t, Apfloat x, Apfloat y);
    }

    /// The largest over all steps.
    double worst(Look look) {
        Apfloat x = Oracle.exact(x());
        Apfloat y = Oracle.exact(y());
        double worst = 0;
        for (int t = 0; t <= STEPS; t++) {
            worst = Math.max(worst, look.at(t, x, y));
            ExactOutput step = new ExactOutput(path, next(t, alignment(x, y)));
            x = step.along(x).precision(40);
            y = step.across(y).precision(40);
        }
        return worst;
    }

    /// x̂_0.
    double x() {
        return drawn.start(620, path.problem().target().along());
    }

    /// ŷ_0; 0 where there is no coordinate across.
    double y() {
        return path.problem().target().k() == 1
                ? 0
                : drawn.start(622, path.problem().target().across());
    }

    /// a₁x̂ + a₂ŷ.
    double alignment(Apfloat x, Apfloat y) {
        Target target = path.problem().target();
        return x.multiply(Oracle.exact(target.along()))
                .add(y.multiply(Oracle.exact(target.across())))
                .doubleValue();
    }

    private NoiseMoments next(int t, double d) {
        double middle = (path.path().least().value() + path.path().greatest().value()) / 2;
        int any = (int) (moments.size() * drawn.draw().uniform(640 + t));
        return moments.get(kind < 2 ? kind : kind == 2 ? any : d < middle ? 1 : 0);
    }
}
