package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import lemmata.theorem.ExitBound;
import lemmata.theorem.FilterStep;

/// The procedures of theorem.ExitBound and theorem.FilterStep: how far noise can lead, and how large that of a step is.
final class ConcentrationProcedures {

    private ConcentrationProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addExit(procedures);
        addStep(procedures);
    }

    private static void addExit(Map<String, Procedure> to) {
        to.put(
                "theorem.ExitBound/S1",
                all(
                        sampled("five laws on two points", ExitBoundChecks.moment(ExitBound::logMoment)),
                        sampled("½ and ⅓ are needed", ExitBoundChecks.sharp(ExitBound::logMoment))));
        to.put(
                "theorem.ExitBound/S2",
                all(
                        sampled(
                                "200 extremal steps",
                                ExitBoundChecks.independent(ExitBound::logMoment, ExitBound::variance)),
                        sampled(
                                "all pasts of ten steps",
                                ExitBoundChecks.adapted(ExitBound::logMoment, ExitBound::variance)),
                        sampled("variance of forty steps", ExitBoundChecks.variance(ExitBound::variance))));
        to.put(
                "theorem.ExitBound/S3",
                all(
                        sampled("an opponent, up to 61 steps", ExitBoundChecks.exit(ExitBound::probability)),
                        sampled("exponent at θ", ExitBoundChecks.tilt(ExitBound::tilt, ExitBound::exponent))));
        to.put(
                "theorem.ExitBound/S4",
                all(
                        sampled("250 digits", ExitBoundChecks.momentAccuracy(ExitBound::logMoment)),
                        sampled("exact variance", ExitBoundChecks.variance(ExitBound::variance)),
                        sampled("60 digits", ExitBoundChecks.exitAccuracy(ExitBound::probability))));
    }

    private static void addStep(Map<String, Procedure> to) {
        to.put(
                "theorem.FilterStep/S1",
                all(
                        sampled(
                                "form of the gradient, 250 digits",
                                FilterStepChecks.form(FilterStep::noiseFactor, FilterStep::turnFactor)),
                        FilterMeans.means(FilterMeans.Claims.LEMMA)));
        to.put(
                "theorem.FilterStep/S2",
                all(
                        sampled("any tangent step, 250 digits", FilterStepChecks.cosine(FilterStep::leastCosine)),
                        sampled("P-GD at extreme noise", FilterStepChecks.step(FilterStep::leastCosine))));
        to.put(
                "theorem.FilterStep/S3",
                sampled("twelve kinds of extreme noise", FilterReachChecks.bounds(FilterReachChecks.Bounds.LEMMA)));
        to.put(
                "theorem.FilterStep/S4",
                all(
                        run -> List.of(FilterMeans.spreads(FilterMeans.Claims.LEMMA, run)),
                        sampled(
                                "range at extreme noise",
                                FilterReachChecks.range(FilterReachChecks.bound(FilterStep::range)))));
        to.put("theorem.FilterStep/S5", sampled("60 digits", FilterStepChecks.turn(FilterStep::leastTurn)));
        to.put(
                "theorem.FilterStep/S6",
                all(
                        sampled("the bounds, 250 digits", FilterBoundChecks.accuracy()),
                        sampled("cos φ, 250 digits", FilterBoundChecks.cosine(FilterStep::leastCosine)),
                        sampled("log cot²(φ/2), 250 digits", FilterBoundChecks.turn(FilterStep::leastTurn))));
    }
}
