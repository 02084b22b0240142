package lemmata.simd;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The stages of [LumpedStages] on vectors, p ≥ 2 and k ≥ 4: the operations of dynamics.LumpedChain and rng.BallShadow
/// in their order, lane by lane.
final class VectorLumped implements LumpedStages {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final int STEP = DOUBLES.length();

    VectorLumped() {}

    @Override
    public Stage third(LumpedBlock block) {
        return (step, at) -> drawThird(block);
    }

    @Override
    public Stage perturb(LumpedBlock block) {
        return (step, at) -> perturb(block, at);
    }

    @Override
    public Stage output(LumpedBlock block) {
        return (step, at) -> output(block, at);
    }

    @Override
    public Stage filter(LumpedBlock block) {
        return (step, at) -> filter(block, at);
    }

    private static void drawThird(LumpedBlock block) {
        double[] third = block.cosine[2];
        for (int i = 0; i < LumpedBlock.SIZE; i += STEP) {
            DoubleVector rest = load(block.epsilonRest, i);
            DoubleVector beyond = load(block.power[4], i);
            DoubleVector length = rest.mul(beyond.neg()).mul(0.5).sqrt();
            DoubleVector fourth = length.mul(load(block.sine[2], i));
            fourth.fma(fourth, rest.mul(beyond.add(1))).intoArray(block.epsilonRest, i);
            length.mul(load(third, i)).intoArray(third, i);
        }
    }

    private static void perturb(LumpedBlock block, int at) {
        Frame frame = block.frame;
        for (int i = 0; i < LumpedBlock.WIDTH; i += STEP) {
            load(block.c, i).add(load(block.cosine[0], at + i)).intoArray(frame.cosine, i);
            DoubleVector sine = load(block.s, i).add(load(block.sine[0], at + i));
            sine.fma(sine, load(block.xiRest, at + i)).intoArray(frame.square, i);
            DoubleVector x = load(block.x, i).add(load(block.cosine[1], at + i));
            DoubleVector y = load(block.y, i).add(load(block.sine[1], at + i));
            DoubleVector z = load(block.z, i).add(load(block.cosine[2], at + i));
            x.intoArray(block.xTilde, i);
            y.intoArray(block.yTilde, i);
            z.intoArray(block.zTilde, i);
            x.mul(block.root).intoArray(frame.s, i);
            x.fma(DoubleVector.broadcast(DOUBLES, block.along), y.mul(block.across))
                    .intoArray(frame.d, i);
            x.fma(x, y.fma(y, z.fma(z, load(block.epsilonRest, at + i)))).intoArray(frame.norm, i);
        }
    }

    private static void output(LumpedBlock block, int at) {
        Frame frame = block.frame;
        for (int i = 0; i < LumpedBlock.WIDTH; i += STEP) {
            DoubleVector own = load(frame.own, i);
            DoubleVector other = load(frame.other, i);
            DoubleVector eta = load(frame.eta, i);
            DoubleVector minus = eta.neg();
            DoubleVector slopeX = own.fma(
                    load(block.xTilde, i),
                    other.fma(
                            DoubleVector.broadcast(DOUBLES, block.along),
                            load(frame.common, i).mul(block.root)));
            DoubleVector x = minus.fma(slopeX, load(block.x, i));
            DoubleVector y = minus.fma(
                    own.fma(load(block.yTilde, i), other.mul(block.across)), load(block.y, i));
            DoubleVector decay = eta.mul(own);
            DoubleVector rest = decay.neg().fma(load(block.zTilde, i), load(block.z, i));
            DoubleVector z = rest.fma(rest, decay.mul(decay).mul(load(block.epsilonRest, at + i)))
                    .sqrt();
            x.intoArray(block.x, i);
            y.intoArray(block.y, i);
            z.intoArray(block.z, i);
            x.fma(x, y.fma(y, z.mul(z))).intoArray(frame.size, i);
        }
    }

    private static void filter(LumpedBlock block, int at) {
        Frame frame = block.frame;
        for (int i = 0; i < LumpedBlock.WIDTH; i += STEP) {
            DoubleVector c = load(block.c, i);
            DoubleVector s = load(block.s, i);
            DoubleVector eta = load(frame.eta, i);
            DoubleVector alpha = load(frame.alpha, i);
            DoubleVector tangent =
                    c.fma(load(block.sine[0], at + i), s.mul(load(block.cosine[0], at + i)).neg());
            DoubleVector turn = alpha.fma(tangent, load(frame.beta, i).mul(s));
            DoubleVector along = eta.mul(s).fma(turn, c);
            DoubleVector plane = eta.mul(c).neg().fma(turn, s);
            DoubleVector lost = alpha.mul(alpha).mul(load(block.xiRest, at + i));
            DoubleVector across =
                    plane.fma(plane, eta.mul(eta).mul(lost)).sqrt();
            DoubleVector inverse = DoubleVector.broadcast(DOUBLES, 1)
                    .div(along.fma(along, across.mul(across)).sqrt());
            inverse = inverse.blend(1, eta.eq(0));
            along.mul(inverse).intoArray(block.c, i);
            across.mul(inverse).intoArray(block.s, i);
        }
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(DOUBLES, from, at);
    }
}
