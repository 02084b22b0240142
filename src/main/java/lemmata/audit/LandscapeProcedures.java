package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.identity;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.FilterDegeneracy;
import lemmata.landscape.GlobalOptimum;
import lemmata.landscape.HalfSpaceMinimum;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereHessian;
import lemmata.model.Teacher;

/// The procedures of the chapter landscape.
final class LandscapeProcedures {

    private LandscapeProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addOptima(procedures);
        addCritical(procedures);
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
                        OptimaChecks.curvature(GlobalOptimum::filterCurvature, GlobalOptimum::outputCurvature)));
        to.put(
                "landscape.SpuriousOptimum/S1",
                all(
                        identity("M M⁻¹u = u", LandscapeIdentities.inverse()),
                        identity("M ā = (11ᵀ − I)a*", LandscapeIdentities.spuriousSystem())));
        to.put("landscape.SpuriousOptimum/S2", sampled("both gradients", OptimaChecks.stationary(SpuriousOptimum::of)));
        to.put(
                "landscape.SpuriousOptimum/S3",
                all(
                        identity("stated loss", LandscapeIdentities.spuriousLoss()),
                        sampled("positive unless a* = 0", OptimaChecks.spuriousLossIsPositive(SpuriousOptimum::loss))));
        to.put(
                "landscape.SpuriousOptimum/S4",
                all(
                        identity("stated āᵀa*, a* = (x, y, …, y)", LandscapeIdentities.spuriousAlignment()),
                        identity("stated āᵀa*, k = 3", LandscapeIdentities.spuriousAlignmentOfThree())));
        to.put(
                "landscape.SpuriousOptimum/S5",
                sampled(
                        "error over bound",
                        OptimaChecks.spuriousAccuracy(
                                SpuriousOptimum::of, SpuriousOptimum::loss, SpuriousOptimum::alignment)));
        to.put(
                "landscape.SpuriousOptimum/S6",
                all(
                        run -> List.of(Witnesses.noSpuriousMinimum(), KernelCertificates.cubicBelow()),
                        identity("a* = (1, 1): L falls by g(g+2)/2π(π+1)", LandscapeIdentities.witnessDescent())));
    }

    private static void addCritical(Map<String, Procedure> to) {
        to.put(
                "landscape.LocalMinimality/S1",
                all(
                        identity("sign of āᵀa* = sign of q − 1 − (k−1)/π", LandscapeIdentities.signOfAlignment()),
                        sampled("1 + (k−1)/π", MinimalityChecks.thresholdAccuracy(LocalMinimality::threshold)),
                        sampled("q against the threshold", MinimalityChecks.threshold(LocalMinimality::holds)),
                        sampled("nearby, and descents", MinimalityChecks.localMinimality(LocalMinimality::holds))));
        to.put(
                "landscape.LocalMinimality/S2",
                all(
                        sampled("radius", MinimalityChecks.radius(LocalMinimality::radius)),
                        sampled("in the ball", MinimalityChecks.neighbourhood(LocalMinimality::radius))));
        to.put(
                "landscape.LocalMinimality/S3",
                all(
                        identity("value on the curve", LandscapeIdentities.descentValue()),
                        sampled("loss on the curve", MinimalityChecks.descent(LocalMinimality::descentChange)),
                        sampled(
                                "weights on the curve",
                                CriticalPointsChecks.equilibrium(
                                        LocalMinimality::descent, LocalMinimality::descentError))));
        to.put(
                "landscape.LocalMinimality/S4",
                all(
                        sampled("sign", MinimalityChecks.exactSign(LocalMinimality::alignmentSign)),
                        sampled(
                                "sign at the threshold",
                                MinimalityChecks.exactSignAtThreshold(LocalMinimality::alignmentSign))));
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
                        draw -> MinimalityChecks.onePatch(LocalMinimality::holds, Teacher::q)
                                .ratio(draw.withOnePatch())));
        to.put(
                "landscape.HalfSpaceMinimum/S1",
                all(
                        identity("shift", LandscapeIdentities.halfSpaceShift()),
                        sampled("gain of the code", HalfSpaceChecks.rotationGain(HalfSpaceMinimum::rotationGain))));
        to.put(
                "landscape.HalfSpaceMinimum/S2",
                all(
                        sampled("āᵀa* ≤ 0", HalfSpaceChecks.attained(HalfSpaceMinimum::containsSpurious)),
                        sampled("never below L(w̄, ā)", HalfSpaceChecks.halfSpace(teacher -> 0))));
        to.put(
                "landscape.FilterDegeneracy/S1",
                all(
                        sampled("between the cubics", DegeneracyChecks.cubicGrowth(FilterDegeneracy::growth)),
                        sampled(
                                "the cubics",
                                DegeneracyChecks.cubicBounds(FilterDegeneracy::lower, FilterDegeneracy::upper))));
        to.put(
                "landscape.FilterDegeneracy/S2",
                all(
                        sampled("Hessian at w̄", DegeneracyChecks.flatHessian(SphereHessian::times)),
                        sampled("cubic for every a", DegeneracyChecks.noQuadraticGrowth(DegeneracyChecks::cubic))));
        to.put(
                "landscape.CriticalPoints/S1",
                all(
                        identity("level of g", LandscapeIdentities.saddleLevel()),
                        sampled("saddles", CriticalPointsChecks.saddles(CriticalPoints::saddleAngle)),
                        sampled(
                                "sign of aᵀa*, ∇_a L = 0",
                                CriticalPointsChecks.complete(CriticalPoints::saddleAngle, CriticalPoints::saddle)),
                        sampled("nothing else", CriticalPointsChecks.nothingElse())));
        to.put(
                "landscape.CriticalPoints/S2",
                sampled("negative curvature", CriticalPointsChecks.strictSaddle(CriticalPoints::saddleAngle)));
        to.put(
                "landscape.CriticalPoints/S3",
                all(
                        sampled("error over bound", CriticalPointsChecks.saddleAccuracy(CriticalPoints::saddleAngle)),
                        sampled(
                                "a_c within its bound",
                                CriticalPointsChecks.equilibrium(
                                        CriticalPoints::saddle,
                                        (teacher, angle) -> CriticalPoints.saddleError(teacher)))));
    }
}
