package lemmata.model;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.function.DoubleUnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.ModelChecks;
import lemmata.audit.ModelChecks.Network;
import lemmata.claim.Statement;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute model.ForwardPass.
@DrawnCases
class ForwardPassProperties {

    private static final DoubleUnaryOperator RECTIFIER = x -> Math.max(x, 0);

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({"model.ForwardPass/S1", "model.ForwardPass/S3"})
    void isTheNetworkWithinItsBound(@ForAll Draw draw) {
        holds(ModelChecks.forwardPass(ForwardPass::at), draw);
    }

    @Example
    @Statement({"model.ForwardPass/S1", "model.ForwardPass/S3"})
    void wrongNetworksAreRejected() {
        rejects("no rectifier", ModelChecks.forwardPass(network(x -> x)));
        rejects("|x| for max(x, 0)", ModelChecks.forwardPass(network(Math::abs)));
        rejects("leaky rectifier", ModelChecks.forwardPass(network(x -> Math.max(x, 1e-9 * x))));
        rejects(
                "rectified after the sum",
                ModelChecks.forwardPass((z, w, a) -> Math.max(network(x -> x).at(z, w, a), 0)));
        rejects("mean of the patches", ModelChecks.forwardPass((z, w, a) -> ForwardPass.at(z, w, a) / a.length));
    }

    @Example
    @Statement("model.ForwardPass/S3")
    void inaccurateNetworksAreRejected() {
        rejects("sums in plain doubles", ModelChecks.forwardPass(network(RECTIFIER)));
        rejects("activations in floats", ModelChecks.forwardPass(network(x -> (float) Math.max(x, 0))));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("model.ForwardPass/S2")
    void isPositivelyHomogeneous(@ForAll Draw draw) {
        holds(ModelChecks.homogeneity(ForwardPass::at), draw);
    }

    @Example
    @Statement("model.ForwardPass/S2")
    void networksThatAreNotHomogeneousAreRejected() {
        rejects("bias 1", ModelChecks.homogeneity(network(x -> Math.max(x + 1, 0))));
        rejects("bias 10⁻¹³", ModelChecks.homogeneity(network(x -> Math.max(x + 1e-13, 0))));
        rejects("squared rectifier", ModelChecks.homogeneity(network(x -> x * Math.max(x, 0))));
        rejects("multiplied by ‖w‖", ModelChecks.homogeneity((z, w, a) -> Vectors.length(w) * ForwardPass.at(z, w, a)));
    }

    /// The network with any activation, its sums in plain doubles.
    private static Network network(DoubleUnaryOperator activation) {
        return (z, w, a) -> {
            double output = 0;
            for (int j = 0; j < a.length; j++) {
                double input = 0;
                for (int i = 0; i < w.length; i++) {
                    input += z[j][i] * w[i];
                }
                output += a[j] * activation.applyAsDouble(input);
            }
            return output;
        };
    }
}
