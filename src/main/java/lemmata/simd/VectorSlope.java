package lemmata.simd;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lemmata.num.LaneFunctions;
import lemmata.num.Polynomial;

/// The passes of [SlopePasses] on vectors: the operations of dynamics.PopulationGradient and [LaneFunctions#angle] in
/// their order, lane by lane.
final class VectorSlope implements SlopePasses {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final int STEP = DOUBLES.length();
    private static final double[] ATAN = Polynomial.ATAN.coefficients();
    private static final double INVERSE_TURN = 1 / (2 * Math.PI);
    private static final double OWN = (Math.PI - 1) / (2 * Math.PI);

    VectorSlope() {}

    @Override
    public Pass liveness(Frame frame) {
        return (step, at) -> liveness(frame, step);
    }

    @Override
    public Pass coefficients(Frame frame, Form form, double sumStar) {
        return (step, at) -> coefficients(frame, form.radial(), form.filter(), sumStar);
    }

    private static void liveness(Frame frame, long step) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector taken = DoubleVector.fromArray(DOUBLES, frame.taken, i);
            VectorMask<Double> live = taken.compare(VectorOperators.EQ, (double) step)
                    .and(DoubleVector.fromArray(DOUBLES, frame.size, i).compare(VectorOperators.LE, Engine.LARGEST));
            taken.add(1, live).intoArray(frame.taken, i);
            DoubleVector.zero(DOUBLES).blend(frame.rate, live).intoArray(frame.eta, i);
        }
    }

    /// One long method: calls to the methods of vectors alone, which the compiler inlines without limit.
    private static void coefficients(Frame frame, boolean radial, Form.Filter filter, double sumStar) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector unit = DoubleVector.broadcast(DOUBLES, 1);
            DoubleVector c = DoubleVector.fromArray(DOUBLES, frame.cosine, i);
            DoubleVector square = DoubleVector.fromArray(DOUBLES, frame.square, i);
            DoubleVector y = square.sqrt();
            DoubleVector m2 = c.fma(c, square);
            DoubleVector r = m2.sqrt();
            DoubleVector inverse = unit.div(r);
            // π − φ = angle(y, −c)
            DoubleVector width = c.abs();
            VectorMask<Double> steep = width.compare(VectorOperators.LT, y.mul(LaneFunctions.TAN_EIGHTH));
            VectorMask<Double> flat = y.compare(VectorOperators.LT, width.mul(LaneFunctions.TAN_EIGHTH));
            DoubleVector numerator = y.sub(width).blend(width.neg(), steep).blend(y, flat);
            DoubleVector denominator = y.add(width).blend(y, steep).blend(width, flat);
            DoubleVector start = DoubleVector.broadcast(DOUBLES, Math.PI / 4)
                    .blend(Math.PI / 2, steep)
                    .blend(0, flat);
            DoubleVector t = numerator.div(denominator);
            DoubleVector tt = t.mul(t);
            DoubleVector value = DoubleVector.broadcast(DOUBLES, ATAN[ATAN.length - 1]);
            for (int j = ATAN.length - 2; j >= 0; j--) {
                value = value.fma(tt, DoubleVector.broadcast(DOUBLES, ATAN[j]));
            }
            DoubleVector acute = start.add(t.mul(tt).fma(value, t));
            DoubleVector opposite =
                    acute.blend(DoubleVector.broadcast(DOUBLES, Math.PI).sub(acute), c.compare(VectorOperators.GT, 0));
            DoubleVector cosPhi = c.mul(inverse);
            DoubleVector sinPhi = y.mul(inverse);
            DoubleVector s = DoubleVector.fromArray(DOUBLES, frame.s, i);
            DoubleVector d = DoubleVector.fromArray(DOUBLES, frame.d, i);
            DoubleVector two = radial ? m2 : unit;
            DoubleVector one = radial ? r : unit;
            two.fma(s, one.mul(sumStar).neg()).mul(INVERSE_TURN).intoArray(frame.common, i);
            two.mul(OWN).intoArray(frame.own, i);
            one.mul(opposite.fma(cosPhi, sinPhi).sub(1)).neg().mul(INVERSE_TURN).intoArray(frame.other, i);
            DoubleVector beta = opposite.mul(d).mul(INVERSE_TURN);
            DoubleVector alpha = DoubleVector.zero(DOUBLES);
            if (filter == Form.Filter.NETWORK) {
                DoubleVector drawn = s.fma(
                                DoubleVector.broadcast(DOUBLES, sumStar),
                                sinPhi.sub(1).mul(d))
                        .mul(inverse);
                alpha = DoubleVector.broadcast(DOUBLES, Math.PI - 1)
                        .fma(DoubleVector.fromArray(DOUBLES, frame.norm, i), s.mul(s))
                        .sub(drawn)
                        .mul(INVERSE_TURN);
            } else if (filter == Form.Filter.NORMALISED) {
                beta = beta.mul(inverse);
                alpha = beta.mul(cosPhi).mul(inverse);
            }
            alpha.intoArray(frame.alpha, i);
            beta.intoArray(frame.beta, i);
        }
    }
}
