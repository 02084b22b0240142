package lemmata.experiment;

import java.util.ArrayList;
import java.util.List;
import lemmata.claim.Statement;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Target;
import lemmata.model.Teacher;

/// A schedule of step-size annealing for SGD on mini-batches.
///
/// η₁ = `scale` · 3.6 b/(k + 15b), halved from stage to stage
///
/// The first step size is large: at it the noise of single inputs throws runs out of the spurious minimum, and dies out
/// at the global one, where every input is fitted exactly. **Source.** experiment.StepSizeAnnealing.
///
/// @param batch b, inputs per mini-batch
/// @param scale of all step sizes
/// @param time η₁ times the steps of the first stage
/// @param halvings how many stages follow, each with half the step size and a tenth of the time
/// @param rho ρ_w and ρ_a/‖a*‖ of the first stage, for perturbed SGD; halved too
public record StepSizeAnnealing(int batch, double scale, double time, int halvings, double rho) implements Recipe {

    /// Found by search at p = 6, ‖a*‖ = 1, b = 1: 3.6/(k + 15) is close to the largest step size that is not thrown out
    /// of the global minimum.
    public static final StepSizeAnnealing DEFAULT = new StepSizeAnnealing(1, 1, 1000, 2, 0);

    /// The same for perturbed SGD.
    public static final StepSizeAnnealing PERTURBED = new StepSizeAnnealing(1, 1, 1000, 2, 0.1);

    private static final double REACH = 3.6;
    private static final double OFFSET = 15;
    private static final double TENTH = 0.1;

    /// E|x|, x standard normal.
    private static final double HALF_NORMAL = Math.sqrt(2 / Math.PI);

    /// The schedule; with b inputs for one the first step size grows like b at first, and stays below 0.24 · `scale`.
    @Override
    @Statement({"experiment.StepSizeAnnealing/S1", "experiment.StepSizeAnnealing/S3"})
    public Schedule schedule(int p, Target target) {
        List<Stage> stages = new ArrayList<>();
        double eta = scale * REACH * batch / (target.k() + OFFSET * batch);
        double radius = rho;
        for (int s = 0; s <= halvings; s++) {
            double share = s == 0 ? 1 : TENTH;
            stages.add(new Stage(radius, radius * target.norm(), eta, PlainDescent.steps(share * time, eta)));
            eta /= 2;
            radius /= 2;
        }
        return new Schedule(stages);
    }

    /// The variance of a tangent coordinate of the mini-batch gradient in w at the spurious point (−w*, ā), p ≥ 2.
    ///
    /// (1/b) Σᵢ āᵢ² E[R² 1{zᵢᵀw* < 0}], R the residual; positive for k ≥ 2, a* ≠ 0, and 0 for k = 1, where ā = 0; at
    /// (w*, a*) it is 0, because R is.
    ///
    /// **Accuracy.** (8k + 64)u of the sum with every term in magnitude.
    @Statement("experiment.StepSizeAnnealing/S2")
    public static double spuriousVariance(Teacher teacher, int batch) {
        double[] aStar = teacher.a();
        double[] a = SpuriousOptimum.of(teacher).a();
        double mean = 0;
        double variance = 0;
        for (int j = 0; j < a.length; j++) {
            mean += mean(a[j], aStar[j]);
            variance += variance(a[j], aStar[j]);
        }
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double others = mean - mean(a[j], aStar[j]);
            double spread = variance - variance(a[j], aStar[j]);
            double own = a[j] * a[j] + 2 * HALF_NORMAL * a[j] * others;
            sum += a[j] * a[j] * (own + spread + others * others) / 2;
        }
        return sum / batch;
    }

    /// Of a σ(−x) − a* σ(x), x standard normal.
    private static double mean(double a, double aStar) {
        return (a - aStar) * HALF_NORMAL / 2;
    }

    private static double variance(double a, double aStar) {
        double mean = mean(a, aStar);
        return (a * a + aStar * aStar) / 2 - mean * mean;
    }
}
