package lemmata.audit;

import static lemmata.audit.Procedure.sampled;

import java.util.Map;
import java.util.function.UnaryOperator;

/// The procedures of dynamics.Simulation.
final class SimulationProcedures {

    private SimulationProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        procedures.put(
                "dynamics.Simulation/S1",
                sampled("interrupted runs on threads", SimulationChecks.sameBits(SimulationChecks::interrupted)));
        procedures.put(
                "dynamics.Simulation/S2",
                sampled("by definition", SimulationChecks.digest(SimulationChecks::definition)));
        procedures.put(
                "dynamics.Simulation/S3",
                sampled("saved and read on the way", SimulationChecks.goesOn(UnaryOperator.identity())));
    }
}
