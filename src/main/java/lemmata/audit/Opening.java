package lemmata.audit;

import java.util.Optional;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.simd.Engine;

/// Where the runs of a check begin: at one of the usual starts, or all in one state.
///
/// @param start the usual start; what [Setup] is told also if there is a state
/// @param own the state instead
public record Opening(Start start, Optional<LumpedState> own) {

    /// A usual start.
    public static Opening of(Start start) {
        return new Opening(start, Optional.empty());
    }

    /// A state of one's own.
    ///
    /// @throws InvalidField naming `phi0` or `a0` if there is no such student
    public static Opening at(int p, Target target, LumpedState state) {
        if (p == 1 && state.s() != 0) {
            throw new InvalidField("phi0", "is neither 0 nor π, but a filter of length 1 is w* or −w*: give 0 or pi");
        }
        double square = state.x() * state.x() + state.y() * state.y() + state.z() * state.z();
        if (!(state.z() >= 0 && square < Engine.LARGEST)) {
            throw new InvalidField("a0", "is no x,y,z with z ≥ 0 and ‖a₀‖ below 1e30: change it");
        }
        if (target.k() == 1 && state.y() != 0 || target.k() <= 2 && state.z() != 0) {
            throw new InvalidField(
                    "a0", "has more coordinates than k = " + target.k() + " patches: give 0 for the last");
        }
        return new Opening(Start.RANDOM, Optional.of(state));
    }

    /// The state in which all runs begin; empty if they differ.
    public Optional<LumpedState> state(Target target) {
        return own.isPresent() || start == Start.RANDOM ? own : Optional.of(LumpedState.spurious(target));
    }

    /// The runs of the lumped chain from here.
    ///
    /// @param bits width of the vectors, or 0 for the plain code
    Representation chain(Setup setup, int p, Target target, int bits) {
        Representation chain = setup.lumped(p, target, bits);
        return own.isPresent() ? new From(chain, own.get()) : chain;
    }

    /// A lumped chain that begins elsewhere.
    private record From(Representation chain, LumpedState state) implements Representation {

        @Override
        public void start(long trial, double[] states, int at) {
            double[] row = {state.c(), state.s(), state.x(), state.y(), state.z(), 0};
            System.arraycopy(row, 0, states, at, rows());
        }

        @Override
        public int rows() {
            return chain.rows();
        }

        @Override
        public Engine engine() {
            return chain.engine();
        }

        @Override
        public LumpedState observe(double[] states, int at) {
            return chain.observe(states, at);
        }

        @Override
        public boolean isPerturbed() {
            return chain.isPerturbed();
        }

        @Override
        public Target target() {
            return chain.target();
        }

        @Override
        public int bits() {
            return chain.bits();
        }

        @Override
        public String engineName() {
            return chain.engineName();
        }

        @Override
        public long words() {
            return chain.words();
        }

        @Override
        public int abreast() {
            return chain.abreast();
        }
    }
}
