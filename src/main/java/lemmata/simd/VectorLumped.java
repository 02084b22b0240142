package lemmata.simd;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The passes of [LumpedPasses] on vectors, p ≥ 2 and k ≥ 4: the operations of dynamics.LumpedChain and rng.BallShadow
/// in their order, lane by lane.
final class VectorLumped implements LumpedPasses {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final int STEP = DOUBLES.length();

    VectorLumped() {}

    @Override
    public Pass perturb(LumpedBlock block) {
        return (step, at) -> perturb(block, at);
    }

    @Override
    public Pass descend(LumpedBlock block) {
        return (step, at) -> descend(block, at);
    }

    /// One long method: calls to the methods of vectors alone, which the compiler inlines without limit.
    private static void perturb(LumpedBlock block, int at) {
        Frame frame = block.frame;
        double[] state = block.state;
        double[] noise = block.noise;
        double squareW = block.rhoW * block.rhoW;
        double squareA = block.rhoA * block.rhoA;
        for (int i = 0; i < LumpedBlock.WIDTH; i += STEP) {
            DoubleVector total = DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.POWER + at + i)
                    .add(1);
            DoubleVector beyond = DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.POWER + LumpedBlock.SIZE + at + i);
            DoubleVector length = total.mul(beyond.neg()).mul(squareW * 0.5).sqrt();
            DoubleVector rest = total.mul(squareW).mul(beyond.add(1));
            DoubleVector first = length.mul(DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.COSINE + at + i));
            DoubleVector second = length.mul(DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.SINE + at + i));
            first.intoArray(state, LumpedBlock.XI_FIRST + i);
            second.intoArray(state, LumpedBlock.XI_SECOND + i);
            rest.intoArray(state, LumpedBlock.XI_REST + i);
            DoubleVector.fromArray(DOUBLES, state, LumpedBlock.C + i).add(first).intoArray(frame.cosine, i);
            DoubleVector sine =
                    DoubleVector.fromArray(DOUBLES, state, LumpedBlock.S + i).add(second);
            sine.fma(sine, rest).intoArray(frame.square, i);
            total = DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.POWER + 2 * LumpedBlock.SIZE + at + i)
                    .add(1);
            beyond = DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.POWER + 3 * LumpedBlock.SIZE + at + i);
            length = total.mul(beyond.neg()).mul(squareA * 0.5).sqrt();
            rest = total.mul(squareA).mul(beyond.add(1));
            DoubleVector x = DoubleVector.fromArray(DOUBLES, state, LumpedBlock.X + i)
                    .add(length.mul(
                            DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.COSINE + LumpedBlock.SIZE + at + i)));
            DoubleVector y = DoubleVector.fromArray(DOUBLES, state, LumpedBlock.Y + i)
                    .add(length.mul(
                            DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.SINE + LumpedBlock.SIZE + at + i)));
            beyond = DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.POWER + 4 * LumpedBlock.SIZE + at + i);
            length = rest.mul(beyond.neg()).mul(0.5).sqrt();
            DoubleVector fourth = length.mul(
                    DoubleVector.fromArray(DOUBLES, noise, LumpedBlock.SINE + 2 * LumpedBlock.SIZE + at + i));
            rest = fourth.fma(fourth, rest.mul(beyond.add(1)));
            rest.intoArray(state, LumpedBlock.EPSILON_REST + i);
            DoubleVector z = DoubleVector.fromArray(DOUBLES, state, LumpedBlock.Z + i)
                    .add(length.mul(DoubleVector.fromArray(
                            DOUBLES, noise, LumpedBlock.COSINE + 2 * LumpedBlock.SIZE + at + i)));
            x.intoArray(state, LumpedBlock.X_TILDE + i);
            y.intoArray(state, LumpedBlock.Y_TILDE + i);
            z.intoArray(state, LumpedBlock.Z_TILDE + i);
            x.mul(block.root).intoArray(frame.s, i);
            x.fma(DoubleVector.broadcast(DOUBLES, block.along), y.mul(block.across))
                    .intoArray(frame.d, i);
            x.fma(x, y.fma(y, z.fma(z, rest))).intoArray(frame.norm, i);
        }
    }

    private static void descend(LumpedBlock block, int at) {
        Frame frame = block.frame;
        double[] state = block.state;
        for (int i = 0; i < LumpedBlock.WIDTH; i += STEP) {
            DoubleVector own = DoubleVector.fromArray(DOUBLES, frame.own, i);
            DoubleVector other = DoubleVector.fromArray(DOUBLES, frame.other, i);
            DoubleVector eta = DoubleVector.fromArray(DOUBLES, frame.eta, i);
            DoubleVector minus = eta.neg();
            VectorMask<Double> dead = eta.eq(0);
            DoubleVector oldX = DoubleVector.fromArray(DOUBLES, state, LumpedBlock.X + i);
            DoubleVector oldY = DoubleVector.fromArray(DOUBLES, state, LumpedBlock.Y + i);
            DoubleVector oldZ = DoubleVector.fromArray(DOUBLES, state, LumpedBlock.Z + i);
            DoubleVector slopeX = own.fma(
                    DoubleVector.fromArray(DOUBLES, state, LumpedBlock.X_TILDE + i),
                    other.fma(
                            DoubleVector.broadcast(DOUBLES, block.along),
                            DoubleVector.fromArray(DOUBLES, frame.common, i).mul(block.root)));
            DoubleVector x = minus.fma(slopeX, oldX).blend(oldX, dead);
            DoubleVector y = minus.fma(
                            own.fma(
                                    DoubleVector.fromArray(DOUBLES, state, LumpedBlock.Y_TILDE + i),
                                    other.mul(block.across)),
                            oldY)
                    .blend(oldY, dead);
            DoubleVector decay = eta.mul(own);
            DoubleVector rest = decay.neg().fma(DoubleVector.fromArray(DOUBLES, state, LumpedBlock.Z_TILDE + i), oldZ);
            DoubleVector z = rest.fma(
                            rest,
                            decay.mul(decay).mul(DoubleVector.fromArray(DOUBLES, state, LumpedBlock.EPSILON_REST + i)))
                    .sqrt()
                    .blend(oldZ, dead);
            x.intoArray(state, LumpedBlock.X + i);
            y.intoArray(state, LumpedBlock.Y + i);
            z.intoArray(state, LumpedBlock.Z + i);
            x.fma(x, y.fma(y, z.mul(z))).intoArray(frame.size, i);
            DoubleVector c = DoubleVector.fromArray(DOUBLES, state, LumpedBlock.C + i);
            DoubleVector s = DoubleVector.fromArray(DOUBLES, state, LumpedBlock.S + i);
            DoubleVector alpha = DoubleVector.fromArray(DOUBLES, frame.alpha, i);
            DoubleVector tangent = c.fma(
                    DoubleVector.fromArray(DOUBLES, state, LumpedBlock.XI_SECOND + i),
                    s.mul(DoubleVector.fromArray(DOUBLES, state, LumpedBlock.XI_FIRST + i))
                            .neg());
            DoubleVector turn = alpha.fma(
                    tangent, DoubleVector.fromArray(DOUBLES, frame.beta, i).mul(s));
            DoubleVector along = eta.mul(s).fma(turn, c);
            DoubleVector plane = eta.mul(c).neg().fma(turn, s);
            DoubleVector lost = alpha.mul(alpha).mul(DoubleVector.fromArray(DOUBLES, state, LumpedBlock.XI_REST + i));
            DoubleVector across = plane.fma(plane, eta.mul(eta).mul(lost)).sqrt();
            DoubleVector inverse = DoubleVector.broadcast(DOUBLES, 1)
                    .div(along.fma(along, across.mul(across)).sqrt());
            along.mul(inverse).blend(c, dead).intoArray(state, LumpedBlock.C + i);
            across.mul(inverse).blend(s, dead).intoArray(state, LumpedBlock.S + i);
        }
    }
}
