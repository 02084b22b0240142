package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.identity;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.PartialDissipativity;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.landscape.DescentBasin;
import lemmata.loss.AngleKernel;
import lemmata.smoothing.Reading;

/// The procedures of the chapter dissipativity, and of landscape.DescentBasin, whose runs they share.
final class DissipativityProcedures {

    private DissipativityProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addConditions(procedures);
        addEquilibrium(procedures);
        addRemarks(procedures);
        addBasin(procedures);
    }

    private static void addConditions(Map<String, Procedure> to) {
        to.put(
                "dissipativity.FilterDissipativity/S1",
                all(
                        identity(
                                "the inner product is the quotient times ‖w−w*‖²",
                                DissipativityIdentities.filterForm()),
                        sampled(
                                "the gradient as a vector",
                                FilterDissipativityChecks.identity(
                                        FilterDissipativity::inner, FilterDissipativity::coefficient))));
        to.put(
                "dissipativity.FilterDissipativity/S2",
                sampled("c_w on drawn regions", FilterRegionChecks.rate(FilterDissipativity::rate)));
        to.put(
                "dissipativity.FilterDissipativity/S3",
                sampled("γ_w on drawn regions", FilterRegionChecks.slack(FilterDissipativity::slack)));
        to.put(
                "dissipativity.FilterDissipativity/S4",
                all(
                        sampled(
                                "error over bound",
                                FilterDissipativityChecks.accuracy(
                                        FilterDissipativity::inner, FilterDissipativity::coefficient)),
                        sampled(
                                "error over bound, on regions",
                                FilterRegionChecks.regionAccuracy(
                                        FilterDissipativity::rate, FilterDissipativity::slack))));
        to.put(
                "dissipativity.OutputDissipativity/S1",
                all(
                        identity("the form in its coordinates", DissipativityIdentities.outputForm()),
                        sampled(
                                "the gradient as a vector",
                                OutputDissipativityChecks.quadraticForm(OutputDissipativity::inner))));
        to.put(
                "dissipativity.OutputDissipativity/S2",
                all(
                        sampled(
                                "γ_a attained, enough, and none beyond the limit",
                                OutputDissipativityChecks.sharp(
                                        OutputDissipativity::slack, OutputDissipativity::worst)),
                        sampled(
                                "over a range of angles",
                                OutputDissipativityChecks.overAngles(OutputDissipativity::slack))));
        to.put(
                "dissipativity.OutputDissipativity/S3",
                sampled(
                        "inside, outside and on the border",
                        OutputDissipativityChecks.ellipsoid(
                                OutputDissipativity::worst, OutputDissipativity::semiAxes)));
        to.put(
                "dissipativity.OutputDissipativity/S4",
                all(
                        sampled("γ_a/ρ⁴ at φ = 0", SmallNoiseChecks.smallNoise(OutputDissipativity::smallNoise)),
                        sampled("a positive limit elsewhere", SmallNoiseChecks.persists(AngleKernel::piMinusG))));
        to.put(
                "dissipativity.OutputDissipativity/S5",
                sampled(
                        "error over bound",
                        OutputDissipativityChecks.accuracy(OutputDissipativity::inner, OutputDissipativity::slack)));
    }

    private static void addEquilibrium(Map<String, Procedure> to) {
        to.put(
                "dissipativity.SmoothedEquilibrium/S1",
                sampled(
                        "the gradient vanishes",
                        SmoothedEquilibriumChecks.stationary(
                                SmoothedEquilibrium::weights, SmoothedEquilibrium::weightsError)));
        to.put(
                "dissipativity.SmoothedEquilibrium/S2",
                all(
                        identity("a_∞ᵀa* by parts", DissipativityIdentities.equilibriumParts()),
                        identity("its sign", DissipativityIdentities.equilibriumLevel()),
                        sampled(
                                "of the vector a_∞",
                                SmoothedEquilibriumChecks.alignment(
                                        SmoothedEquilibrium::alignment, SmoothedEquilibrium::level))));
        to.put(
                "dissipativity.SmoothedEquilibrium/S3",
                sampled("signs round ρ_esc", EscapeChecks.escape(SmoothedEquilibrium::escapeNoise)));
        to.put(
                "dissipativity.SmoothedEquilibrium/S4",
                sampled("critical, left at the rate dκ(π)/2π", EscapeChecks.opposite(SmoothedEquilibrium::escapeRate)));
        to.put(
                "dissipativity.SmoothedEquilibrium/S5",
                sampled("limit of ρ a_∞ᵀa*", EscapeChecks.largeNoise(EscapeChecks::largeNoiseLimit)));
        to.put(
                "dissipativity.SmoothedEquilibrium/S6",
                all(
                        sampled(
                                "a_∞ within its bound",
                                SmoothedEquilibriumChecks.weightsAccuracy(
                                        SmoothedEquilibrium::weights, SmoothedEquilibrium::weightsError)),
                        sampled(
                                "alignment and level",
                                SmoothedEquilibriumChecks.alignmentAccuracy(
                                        SmoothedEquilibrium::alignment, SmoothedEquilibrium::level)),
                        sampled("ρ_esc", EscapeChecks.escape(SmoothedEquilibrium::escapeNoise))));
    }

    private static void addRemarks(Map<String, Procedure> to) {
        to.put("dissipativity.PartialDissipativity/S1", run -> List.of(PosterRemarks.globally()));
        to.put(
                "dissipativity.PartialDissipativity/S2",
                all(
                        sampled(
                                "C1 at single students",
                                PosterRemarkChecks.pointwise(PartialDissipativity::filterHolds)),
                        sampled("C2 everywhere", PosterRemarkChecks.everywhere(PartialDissipativity::globalSlack))));
        to.put(
                "dissipativity.PartialDissipativity/S3",
                all(run -> List.of(PosterRemarks.notTogether()), run -> PosterRemarks.notTogetherWithNoise()));
        to.put("dissipativity.PartialDissipativity/S4", run -> PosterRemarks.varying());
        to.put(
                "dissipativity.PartialDissipativity/S5",
                sampled(
                        "means over mirrored noise",
                        PosterRemarkChecks.withoutOutputNoise(PosterRemarkChecks::projected)));
        to.put(
                "dissipativity.PartialDissipativity/S6",
                all(
                        run -> List.of(PosterRemarks.aroundInitialization()),
                        sampled(
                                "C1 fails on the starts",
                                EpochChecks.aroundInitialization(
                                        PartialDissipativity::filterHolds, PartialDissipativity::starts)),
                        sampled("C2 holds", PosterRemarkChecks.everywhere(PartialDissipativity::globalSlack))));
        to.put(
                "dissipativity.PartialDissipativity/S7",
                all(
                        sampled(
                                "C1 where ‖a−a*‖ < ‖a*‖",
                                EpochChecks.aligned(
                                        PartialDissipativity::filterHolds, PartialDissipativity::aligningError)),
                        run -> PosterRemarks.wherePgdLeads()));
        to.put(
                "dissipativity.PartialDissipativity/S8",
                all(
                        jointly(Reading.Filter.NETWORK),
                        jointly(Reading.Filter.ANGLE),
                        jointly(Reading.Filter.NORMALISED)));
        to.put(
                "dissipativity.PartialDissipativity/S9",
                all(
                        sampled(
                                "RADIAL: γ_a falls with ρ_w, c_a a share of its limit, every φ",
                                SlackTrendChecks.fallsInProportion(SlackTrendChecks.SHARP)),
                        sampled(
                                "RADIAL: γ_a falls with ρ_w, c_a fixed, φ up to 75°",
                                SlackTrendChecks.fallsAtFixedRate(SlackTrendChecks.SHARP)),
                        sampled("RADIAL: γ_a falls with φ", SlackTrendChecks.fallsWithTheAngle(SlackTrendChecks.SHARP)),
                        sampled(
                                "RADIAL: the limit without noise, positive but for φ = 0",
                                EpochChecks.falling(Reading.Output.RADIAL, PartialDissipativity::slackAt)),
                        sampled(
                                "UNIT: γ_a falls with ρ_w up to 60°, rises from 90° on",
                                EpochChecks.falling(Reading.Output.UNIT, PartialDissipativity::slackAt))));
        to.put(
                "dissipativity.PartialDissipativity/S10",
                all(
                        exponents(Reading.Output.RADIAL, "ρ_w⁴ k⁰ p⁰ ‖a*‖²(1+q)"),
                        exponents(Reading.Output.UNIT, "ρ_w⁴ k⁰ p⁰ ‖a*‖²")));
    }

    /// The procedures of landscape.DescentBasin.
    private static void addBasin(Map<String, Procedure> to) {
        to.put(
                "landscape.DescentBasin/S1",
                run -> List.of(DescentRuns.limit(
                        run, teacher -> DescentBasin.trapLimit(teacher).value())));
        to.put(
                "landscape.DescentBasin/S2",
                all(
                        sampled("the reduced flow", DescentBasinChecks.flow(rates -> rates)),
                        sampled("eigenvector and rate", DescentBasinChecks.eigenpair(DescentBasin::of))));
        to.put("landscape.DescentBasin/S3", run -> List.of(DescentRuns.prediction(run)));
        to.put(
                "landscape.DescentBasin/S4",
                all(
                        sampled("limit within its bound", DescentBasinChecks.trapLimit(DescentBasin::trapLimit)),
                        sampled("margin within its bound", DescentBasinChecks.margin(DescentBasin::margin))));
    }

    private static Procedure jointly(Reading.Filter reading) {
        return sampled(
                reading + ": C1 and C2 for aᵀa* ≥ d > 0, φ ≤ φ₀ < π",
                EpochChecks.jointly(PartialDissipativity::filterHolds, reading, PartialDissipativity::aligned));
    }

    private static Procedure exponents(Reading.Output reading, String order) {
        return sampled(
                reading + ": γ_a at φ = 0 is of the order " + order,
                EpochChecks.exponents(reading, PartialDissipativity::slackAt, OutputDissipativity::smallNoise));
    }
}
