package lemmata.simd;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The passes of [PlanePasses] on vectors, p ≥ 2: the operations of dynamics.LumpedBatch in their order, lane by lane.
final class VectorPlane implements PlanePasses {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final int STEP = DOUBLES.length();
    private static final int WIDTH = FullBlock.WIDTH;

    VectorPlane() {}

    @Override
    public Pass perturb(PlaneBlock plane) {
        return (step, at) -> perturb(plane, plane.block);
    }

    @Override
    public Pass filter(PlaneBlock plane) {
        return (step, at) -> filter(plane, plane.block);
    }

    private static void perturb(PlaneBlock plane, FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector rest = load(plane.rest, i);
            DoubleVector along = load(block.w, WIDTH + i).add(load(plane.sine, i));
            DoubleVector square = along.fma(along, rest);
            DoubleVector sine = square.sqrt();
            VectorMask<Double> straight = square.eq(0);
            load(block.w, i).add(load(plane.cosine, i)).intoArray(block.wTilde, i);
            sine.intoArray(block.wTilde, WIDTH + i);
            along.div(sine).blend(1, straight).intoArray(plane.cosChi, i);
            rest.sqrt().div(sine).blend(0, straight).intoArray(plane.sinChi, i);
        }
    }

    private static void filter(PlaneBlock plane, FullBlock block) {
        double share = plane.sum.share * plane.sum.share;
        int numbers = plane.p - 2;
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector spread = load(plane.sum.spread, i).mul(share);
            DoubleVector beside = DoubleVector.zero(DOUBLES);
            DoubleVector rest = DoubleVector.zero(DOUBLES);
            if (numbers > 0) {
                beside = spread.sqrt().mul(load(plane.normals, i));
            }
            for (int j = 1, at = WIDTH + i; j < numbers; j++, at += WIDTH) {
                DoubleVector normal = load(plane.normals, at);
                rest = normal.fma(normal, rest);
            }
            DoubleVector across = load(block.wTilde, WIDTH + i);
            DoubleVector cosChi = load(plane.cosChi, i);
            DoubleVector sinChi = load(plane.sinChi, i);
            DoubleVector inPlane = across.fma(cosChi, beside.mul(sinChi).neg());
            DoubleVector out = across.fma(sinChi, beside.mul(cosChi));
            DoubleVector lost = out.fma(out, spread.mul(rest));
            DoubleVector c = load(block.w, i);
            DoubleVector s = load(block.w, WIDTH + i);
            DoubleVector turn = c.fma(inPlane, s.mul(load(block.wTilde, i)).neg());
            DoubleVector eta = load(block.frame.eta, i);
            DoubleVector first = eta.mul(s).fma(turn, c);
            DoubleVector second = eta.mul(c).neg().fma(turn, s);
            DoubleVector length = second.fma(second, eta.mul(eta).mul(lost)).sqrt();
            DoubleVector inverse = DoubleVector.broadcast(DOUBLES, 1)
                    .div(first.fma(first, length.mul(length)).sqrt());
            VectorMask<Double> dead = eta.eq(0);
            first.mul(inverse).blend(c, dead).intoArray(block.w, i);
            length.mul(inverse).blend(s, dead).intoArray(block.w, WIDTH + i);
        }
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(DOUBLES, from, at);
    }
}
