package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import lemmata.model.ForwardPass;
import lemmata.model.Perturbation;
import lemmata.model.Teacher;
import lemmata.rng.Gaussian;
import lemmata.rng.Philox;
import lemmata.simd.SampledLoss;
import lemmata.simd.VectorEngines;

/// Which procedure gathers evidence for which statement: the one place where ids meet checks of the lemma code.
final class Procedures {

    private Procedures() {}

    /// All of them, by statement id.
    static Map<String, Procedure> byId() {
        Map<String, Procedure> procedures = new TreeMap<>();
        addModel(procedures);
        LossProcedures.addTo(procedures);
        LandscapeProcedures.addTo(procedures);
        SmoothingProcedures.addTo(procedures);
        DissipativityProcedures.addTo(procedures);
        CertificateProcedures.addTo(procedures);
        NumProcedures.addTo(procedures);
        RngProcedures.addTo(procedures);
        DynamicsProcedures.addTo(procedures);
        StochasticProcedures.addTo(procedures);
        SimulationProcedures.addTo(procedures);
        ConcentrationProcedures.addTo(procedures);
        PathProcedures.addTo(procedures);
        EscapeBoxProcedures.addTo(procedures);
        EscapeTheoremProcedures.addTo(procedures);
        ConvergenceBoxProcedures.addTo(procedures);
        ConvergenceTheoremProcedures.addTo(procedures);
        RegimeProcedures.addTo(procedures);
        SuccessProcedures.addTo(procedures);
        AnnealingProcedures.addTo(procedures);
        CurveProcedures.addTo(procedures);
        ObservationProcedures.addTo(procedures);
        addInstruments(procedures);
        return procedures;
    }

    private static void addModel(Map<String, Procedure> to) {
        to.put(
                "model.Teacher/S1",
                sampled("unit filters accepted, others refused", ModelChecks.unitFilter(Teacher::new)));
        to.put(
                "model.Teacher/S2",
                all(
                        sampled("0 ≤ q ≤ k, q within its bound", ModelChecks.alignment(Teacher::q)),
                        sampled("q = k iff a* ∝ 1", ModelChecks.topAlignment(ModelChecks::isMultipleOfOne))));
        to.put("model.ForwardPass/S1", sampled("code against 250 digits", ModelChecks.forwardPass(ForwardPass::at)));
        to.put("model.ForwardPass/S2", sampled("f(cw, a) = f(w, ca)", ModelChecks.homogeneity(ForwardPass::at)));
        to.put("model.ForwardPass/S3", sampled("error over bound", ModelChecks.forwardPass(ForwardPass::at)));
        to.put("model.Perturbation/S1", run -> List.of(Witnesses.swappedNoises()));
        to.put(
                "model.Perturbation/S2",
                all(
                        sampled("sums rounded once", ModelChecks.perturbation(Perturbation::of)),
                        sampled("other lengths refused", ModelChecks.otherLengths(Perturbation::of))));
    }

    private static void addInstruments(Map<String, Procedure> to) {
        to.put(
                "simd.VectorEngines/S1",
                sampled(
                        "the plain bits on vectors of " + VectorEngines.widths() + " bits",
                        EngineChecks.sameBits(VectorEngines.widths(), UnaryOperator.identity())));
        to.put(
                "simd.VectorEngines/S2",
                sampled(
                        "calls and legs cut anywhere",
                        EngineChecks.splits(VectorEngines.machineBits(), UnaryOperator.identity())));
        to.put(
                "rng.Philox/S1",
                all(
                        run -> List.of(Instruments.knownAnswers()),
                        sampled("the published recipe", PhiloxChecks.publishedRecipe(Philox::block)),
                        sampled("fields of an address", PhiloxChecks.addresses(Philox::at)),
                        sampled("in any order", PhiloxChecks.pure(Philox::at)),
                        sampled("odd multiples of 2⁻⁵³", PhiloxChecks.uniform(Philox::uniform))));
        to.put(
                "rng.Gaussian/S1",
                all(
                        sampled("Box and Muller's formula", GaussianChecks.boxMuller(Gaussian::draw)),
                        sampled("blocks cut anywhere", GaussianChecks.blocks(Gaussian::fill, Gaussian::draw))));
        to.put("rng.Gaussian/S2", run -> List.of(Instruments.distribution(run)));
        to.put(
                "simd.SampledLoss/S1",
                all(
                        run -> List.of(Instruments.sameBits(run)),
                        sampled("any split, any threads", SampledLossChecks.splits(SampledLoss::losses))));
        to.put("simd.SampledLoss/S2", sampled("exact decimals", SampledLossChecks.accuracy(SampledLoss::losses)));
    }
}
