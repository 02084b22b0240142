package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.identity;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.FilterDegeneracy;
import lemmata.landscape.GlobalOptimum;
import lemmata.landscape.HalfSpaceMinimum;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereHessian;
import lemmata.loss.SphereProjection;
import lemmata.loss.TangentGradient;
import lemmata.model.ForwardPass;
import lemmata.model.Perturbation;
import lemmata.model.Teacher;

/// Which procedure gathers evidence for which statement: the one place where ids meet checks of the lemma code.
final class Procedures {

    private Procedures() {}

    /// All of them, by statement id.
    static Map<String, Procedure> byId() {
        Map<String, Procedure> procedures = new TreeMap<>();
        addModel(procedures);
        addAngle(procedures);
        addLoss(procedures);
        addSphere(procedures);
        addOptima(procedures);
        addCritical(procedures);
        addInstruments(procedures);
        return procedures;
    }

    private static void addModel(Map<String, Procedure> to) {
        to.put(
                "model.Teacher/S1",
                sampled("unit filters accepted, others refused", ModelChecks.unitFilter(Teacher::new)));
        to.put("model.Teacher/S2", sampled("0 ≤ q ≤ k, q within its bound", ModelChecks.alignment(Teacher::q)));
        to.put("model.ForwardPass/S1", sampled("code against 250 digits", ModelChecks.forwardPass(ForwardPass::at)));
        to.put("model.ForwardPass/S2", sampled("f(cw, a) = f(w, ca)", ModelChecks.homogeneity(ForwardPass::at)));
        to.put("model.ForwardPass/S3", sampled("error over bound", ModelChecks.forwardPass(ForwardPass::at)));
        to.put("model.Perturbation/S1", run -> List.of(Witnesses.swappedNoises()));
        to.put("model.Perturbation/S2", sampled("sums rounded once", ModelChecks.perturbation(Perturbation::of)));
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
                run -> List.of(run.monteCarlo("E ½(σ(y) − σ(x))² = ½ − g/2π", Witnesses::onePatchLoss, 1, true)));
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
        to.put(
                "loss.PopulationLoss/S1",
                run -> List.of(run.monteCarlo("E ½(f* − f)² = L", PopulationLoss::at, 1, false)));
        to.put("loss.PopulationLoss/S2", identity("sum form = expanded form", PopulationLossChecks.expandedForm()));
        to.put("loss.PopulationLoss/S3", sampled("symmetries", PopulationLossChecks.symmetries(PopulationLoss::at)));
        to.put(
                "loss.PopulationLoss/S4",
                all(
                        sampled("error over bound", PopulationLossChecks.accuracy(PopulationLoss::at)),
                        sampled("bound over 2⁻⁴⁴L", PopulationLossChecks.boundIsRelative())));
        to.put(
                "loss.PopulationLoss/S5",
                run -> List.of(run.monteCarlo("E (f* − f)² = 2L", PopulationLoss::at, 2, false)));
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
                sampled("error over bound", SphereChecks.eigenvalues(SphereHessian::along, SphereHessian::across)));
    }

    private static void addOptima(Map<String, Procedure> to) {
        to.put(
                "landscape.GlobalOptimum/S1",
                sampled("L ≥ 0 = L(w*, a*)", OptimaChecks.zeroAtOptimum(GlobalOptimum::of)));
        to.put(
                "landscape.GlobalOptimum/S2",
                sampled("positive elsewhere", OptimaChecks.uniqueZero(PopulationLoss::at)));
        to.put(
                "landscape.GlobalOptimum/S3",
                sampled("below L, and met", OptimaChecks.lowerBound(GlobalOptimum::lowerBound)));
        to.put(
                "landscape.GlobalOptimum/S4",
                sampled(
                        "curvatures",
                        OptimaChecks.curvature(GlobalOptimum::filterCurvature, GlobalOptimum.outputCurvature())));
        to.put(
                "landscape.SpuriousOptimum/S1",
                all(
                        identity("M M⁻¹u = u", LandscapeIdentities.inverse()),
                        identity("M ā = (11ᵀ − I)a*", LandscapeIdentities.spuriousSystem())));
        to.put("landscape.SpuriousOptimum/S2", sampled("both gradients", OptimaChecks.stationary(SpuriousOptimum::of)));
        to.put("landscape.SpuriousOptimum/S3", identity("stated loss", LandscapeIdentities.spuriousLoss()));
        to.put("landscape.SpuriousOptimum/S4", identity("stated āᵀa*", LandscapeIdentities.spuriousAlignment()));
        to.put(
                "landscape.SpuriousOptimum/S5",
                sampled(
                        "error over bound",
                        OptimaChecks.spuriousAccuracy(
                                SpuriousOptimum::of, SpuriousOptimum::loss, SpuriousOptimum::alignment)));
        to.put("landscape.SpuriousOptimum/S6", run -> List.of(Witnesses.noSpuriousMinimum()));
    }

    private static void addCritical(Map<String, Procedure> to) {
        to.put(
                "landscape.LocalMinimality/S1",
                sampled("nearby, and descents", MinimalityChecks.localMinimality(LocalMinimality::holds)));
        to.put(
                "landscape.LocalMinimality/S2",
                sampled("in the ball", MinimalityChecks.neighbourhood(LocalMinimality::radius)));
        to.put(
                "landscape.LocalMinimality/S3",
                all(
                        identity("value on the curve", LandscapeIdentities.descentValue()),
                        sampled("loss on the curve", MinimalityChecks.descent(LocalMinimality::descentChange))));
        to.put(
                "landscape.LocalMinimality/S4",
                sampled("sign", MinimalityChecks.exactSign(LocalMinimality::alignmentSign)));
        to.put(
                "landscape.LocalMinimality/S5",
                sampled(
                        "p = 1",
                        draw -> MinimalityChecks.onTheLine(LocalMinimality::holds)
                                .ratio(draw.onTheLine())));
        to.put(
                "landscape.LocalMinimality/S6",
                sampled(
                        "k = 1",
                        draw -> MinimalityChecks.onePatch(LocalMinimality::holds)
                                .ratio(draw.withOnePatch())));
        to.put(
                "landscape.HalfSpaceMinimum/S1",
                all(
                        identity("shift", LandscapeIdentities.halfSpaceShift()),
                        sampled("gain of the code", MinimalityChecks.rotationGain(HalfSpaceMinimum::rotationGain))));
        to.put(
                "landscape.HalfSpaceMinimum/S2",
                sampled("in the half-space", MinimalityChecks.halfSpace(HalfSpaceMinimum::containsSpurious)));
        to.put(
                "landscape.FilterDegeneracy/S1",
                sampled("between the cubics", DegeneracyChecks.cubicGrowth(FilterDegeneracy::growth)));
        to.put(
                "landscape.FilterDegeneracy/S2",
                sampled("Hessian at w̄", DegeneracyChecks.noQuadraticGrowth(SphereHessian::times)));
        to.put(
                "landscape.CriticalPoints/S1",
                all(
                        identity("level of g", LandscapeIdentities.saddleLevel()),
                        sampled("saddles", DegeneracyChecks.saddles(CriticalPoints::saddleAngle)),
                        sampled("nothing else", DegeneracyChecks.nothingElse())));
        to.put(
                "landscape.CriticalPoints/S2",
                sampled("descent", DegeneracyChecks.strictSaddle(CriticalPoints::saddleAngle)));
        to.put(
                "landscape.CriticalPoints/S3",
                sampled("error over bound", DegeneracyChecks.saddleAccuracy(CriticalPoints::saddleAngle)));
    }

    private static void addInstruments(Map<String, Procedure> to) {
        to.put("rng.Philox/S1", run -> List.of(Instruments.knownAnswers()));
        to.put("rng.Gaussian/S1", run -> List.of(Instruments.blockBoundaries(run)));
        to.put("rng.Gaussian/S2", run -> List.of(Instruments.distribution(run)));
        to.put("simd.SampledLoss/S1", run -> List.of(Instruments.sameBits(run)));
        to.put("simd.SampledLoss/S2", run -> List.of(Instruments.plainForwardPass(run)));
    }
}
