package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.identity;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereHessian;
import lemmata.loss.SphereProjection;
import lemmata.loss.TangentGradient;

/// The procedures of the chapter loss.
final class LossProcedures {

    private LossProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addAngle(procedures);
        addLoss(procedures);
        addSphere(procedures);
    }

    private static void addAngle(Map<String, Procedure> to) {
        to.put("loss.Angle/S1", sampled("angle and supplement", AngleChecks.isTheAngle(Angle::between)));
        to.put("loss.Angle/S2", sampled("error over bound", AngleChecks.accuracy(Angle::between)));
        to.put("loss.Angle/S3", sampled("exchange, scaling, rotation", AngleChecks.symmetries(Angle::between)));
        to.put(
                "loss.AngleKernel/S1",
                all(
                        run -> List.of(Witnesses.kernelEnds()),
                        sampled("falls between drawn angles", AngleKernelChecks.decreasing(AngleKernel::g))));
        to.put(
                "loss.AngleKernel/S2",
                sampled("difference of the oracle", AngleKernelChecks.derivative(AngleKernel::derivative)));
        to.put(
                "loss.AngleKernel/S3",
                run -> List.of(run.kernelMean("E ½(σ(y) − σ(x))² = ½ − g/2π", Witnesses::onePatchLoss, 1)));
        to.put("loss.AngleKernel/S4", sampled("error over bound", AngleKernelChecks.accuracy(AngleKernel::g)));
        to.put(
                "loss.AngleKernel/S5",
                sampled("error over bound", AngleKernelChecks.complementAccuracy(AngleKernel::piMinusG)));
        to.put(
                "loss.AngleKernel/S6",
                run -> List.of(
                        KernelCertificates.cubicAbove(),
                        KernelCertificates.cubicBelow(),
                        KernelCertificates.complementFalls()));
        to.put("loss.AngleKernel/S7", sampled("both sides", AngleKernelChecks.reflection(AngleKernel::g)));
    }

    private static void addLoss(Map<String, Procedure> to) {
        to.put("loss.PopulationLoss/S1", run -> List.of(run.lossMean("E ½(f* − f)² = L", PopulationLoss::at, 1, 2)));
        to.put("loss.PopulationLoss/S2", identity("sum form = expanded form", PopulationLossChecks.expandedForm()));
        to.put("loss.PopulationLoss/S3", sampled("symmetries", PopulationLossChecks.symmetries(PopulationLoss::at)));
        to.put(
                "loss.PopulationLoss/S4",
                all(
                        sampled("error over bound", PopulationLossChecks.accuracy(PopulationLoss::at)),
                        sampled("bound over 2⁻⁴⁴L", PopulationLossChecks.boundIsRelative())));
        to.put("loss.PopulationLoss/S5", run -> List.of(run.lossMean("E (f* − f)² = 2L", PopulationLoss::at, 2, 3)));
        to.put(
                "loss.PopulationLoss/S6",
                run -> List.of(Evidence.notRead("the poster prints no closed form", "ours is judged by S1 to S4")));
        to.put(
                "loss.OutputGradient/S1",
                sampled("central differences", GradientChecks.outputDifferences(OutputGradient::at)));
        to.put(
                "loss.OutputGradient/S2",
                sampled("error over bound", GradientChecks.outputAccuracy(OutputGradient::at)));
        to.put("loss.OutputGradient/S3", identity("residual = textbook form", GradientChecks.textbookForm()));
        to.put(
                "loss.FilterGradient/S1",
                sampled("differences of the oracle", GradientChecks.filterDifferences(FilterGradient::at)));
        to.put(
                "loss.FilterGradient/S2",
                sampled("error over bound", GradientChecks.filterAccuracy(FilterGradient::at)));
        to.put("loss.FilterGradient/S3", sampled("wᵀ∇_w L = aᵀ∇_a L", GradientChecks.euler(FilterGradient::at)));
    }

    private static void addSphere(Map<String, Procedure> to) {
        to.put("loss.SphereProjection/S1", sampled("‖Π(w)‖ = 1", SphereChecks.unit(SphereProjection::project)));
        to.put(
                "loss.SphereProjection/S2",
                sampled("projected twice", SphereChecks.idempotent(SphereProjection::project)));
        to.put("loss.SphereProjection/S3", sampled("no point nearer", SphereChecks.nearest(SphereProjection::project)));
        to.put(
                "loss.TangentGradient/S1",
                sampled("P_w of the gradient", GradientChecks.tangentPart(TangentGradient::at)));
        to.put("loss.TangentGradient/S2", sampled("orthogonal to w", GradientChecks.orthogonal(TangentGradient::at)));
        to.put(
                "loss.TangentGradient/S3",
                sampled("error over bound", GradientChecks.tangentAccuracy(TangentGradient::at)));
        to.put("loss.SphereHessian/S1", sampled("great circles", SphereChecks.greatCircle(SphereHessian::times)));
        to.put("loss.SphereHessian/S2", sampled("both ends", SphereChecks.ends(SphereHessian::times)));
        to.put(
                "loss.SphereHessian/S3",
                all(
                        sampled(
                                "error over bound",
                                SphereChecks.eigenvalues(SphereHessian::along, SphereHessian::across)),
                        sampled("products", SphereChecks.products(SphereHessian::times))));
    }
}
