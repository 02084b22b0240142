package lemmata.simd;

import java.lang.invoke.MethodHandles;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lemmata.num.LaneFunctions;
import lemmata.num.Polynomial;

/// The stages of [SlopeStages] on vectors: the operations of dynamics.PopulationGradient and [LaneFunctions#angle] in
/// their order, lane by lane.
final class VectorSlope implements SlopeStages {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final int STEP = DOUBLES.length();
    private static final double[] ATAN = Polynomial.ATAN.coefficients();
    private static final double INVERSE_TURN = 1 / (2 * Math.PI);
    private static final double OWN = (Math.PI - 1) / (2 * Math.PI);

    VectorSlope() {}

    @Override
    public Stage liveness(Frame frame) {
        return (step, at) -> liveness(frame, step);
    }

    @Override
    public List<Stage> coefficients(Frame frame, Form form, double sumStar) {
        Stage output = form.radial()
                ? (step, at) -> radialOutput(frame, sumStar)
                : (step, at) -> unitOutput(frame, sumStar);
        Stage filter =
                switch (form.filter()) {
                    case NETWORK -> (step, at) -> networkFilter(frame, sumStar);
                    case ANGLE -> (step, at) -> angleFilter(frame);
                    case NORMALISED -> (step, at) -> normalisedFilter(frame);
                };
        return List.of((step, at) -> angle(frame), (step, at) -> direction(frame), output, filter);
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

    /// π − φ = angle(√square, −c).
    private static void angle(Frame frame) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, frame.square, i).sqrt();
            DoubleVector c = DoubleVector.fromArray(DOUBLES, frame.cosine, i);
            y.intoArray(frame.sinPhi, i);
            DoubleVector width = c.abs();
            DoubleVector numerator = y.sub(width);
            DoubleVector denominator = y.add(width);
            DoubleVector start = DoubleVector.broadcast(DOUBLES, Math.PI / 4);
            VectorMask<Double> steep = width.compare(VectorOperators.LT, y.mul(LaneFunctions.TAN_EIGHTH));
            VectorMask<Double> flat = y.compare(VectorOperators.LT, width.mul(LaneFunctions.TAN_EIGHTH));
            numerator = numerator.blend(width.neg(), steep).blend(y, flat);
            denominator = denominator.blend(y, steep).blend(width, flat);
            start = start.blend(Math.PI / 2, steep).blend(0, flat);
            DoubleVector t = numerator.div(denominator);
            DoubleVector square = t.mul(t);
            DoubleVector value = DoubleVector.broadcast(DOUBLES, ATAN[ATAN.length - 1]);
            for (int j = ATAN.length - 2; j >= 0; j--) {
                value = value.fma(square, DoubleVector.broadcast(DOUBLES, ATAN[j]));
            }
            DoubleVector acute = start.add(t.mul(square).fma(value, t));
            VectorMask<Double> obtuse = c.neg().compare(VectorOperators.LT, 0);
            acute.blend(DoubleVector.broadcast(DOUBLES, Math.PI).sub(acute), obtuse)
                    .intoArray(frame.opposite, i);
        }
    }

    /// r, 1/r, cos φ, sin φ.
    private static void direction(Frame frame) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector c = DoubleVector.fromArray(DOUBLES, frame.cosine, i);
            DoubleVector r = c.fma(c, DoubleVector.fromArray(DOUBLES, frame.square, i)).sqrt();
            DoubleVector inverse = DoubleVector.broadcast(DOUBLES, 1).div(r);
            r.intoArray(frame.r, i);
            inverse.intoArray(frame.inverse, i);
            c.mul(inverse).intoArray(frame.cosPhi, i);
            DoubleVector.fromArray(DOUBLES, frame.sinPhi, i).mul(inverse).intoArray(frame.sinPhi, i);
        }
    }

    private static void radialOutput(Frame frame, double sumStar) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector c = DoubleVector.fromArray(DOUBLES, frame.cosine, i);
            DoubleVector two = c.fma(c, DoubleVector.fromArray(DOUBLES, frame.square, i));
            DoubleVector r = DoubleVector.fromArray(DOUBLES, frame.r, i);
            two.fma(DoubleVector.fromArray(DOUBLES, frame.s, i), r.mul(sumStar).neg())
                    .mul(INVERSE_TURN)
                    .intoArray(frame.common, i);
            two.mul(OWN).intoArray(frame.own, i);
            r.mul(excess(frame, i)).neg().mul(INVERSE_TURN).intoArray(frame.other, i);
        }
    }

    private static void unitOutput(Frame frame, double sumStar) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector.fromArray(DOUBLES, frame.s, i)
                    .sub(sumStar)
                    .mul(INVERSE_TURN)
                    .intoArray(frame.common, i);
            DoubleVector.broadcast(DOUBLES, OWN).intoArray(frame.own, i);
            excess(frame, i).neg().mul(INVERSE_TURN).intoArray(frame.other, i);
        }
    }

    /// g(φ) − 1.
    private static DoubleVector excess(Frame frame, int i) {
        return DoubleVector.fromArray(DOUBLES, frame.opposite, i)
                .fma(
                        DoubleVector.fromArray(DOUBLES, frame.cosPhi, i),
                        DoubleVector.fromArray(DOUBLES, frame.sinPhi, i))
                .sub(1);
    }

    private static void networkFilter(Frame frame, double sumStar) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector s = DoubleVector.fromArray(DOUBLES, frame.s, i);
            DoubleVector d = DoubleVector.fromArray(DOUBLES, frame.d, i);
            DoubleVector sine = DoubleVector.fromArray(DOUBLES, frame.sinPhi, i).sub(1);
            DoubleVector radial = s.fma(DoubleVector.broadcast(DOUBLES, sumStar), sine.mul(d))
                    .mul(DoubleVector.fromArray(DOUBLES, frame.inverse, i));
            DoubleVector.broadcast(DOUBLES, Math.PI - 1)
                    .fma(DoubleVector.fromArray(DOUBLES, frame.norm, i), s.mul(s))
                    .sub(radial)
                    .mul(INVERSE_TURN)
                    .intoArray(frame.alpha, i);
            DoubleVector.fromArray(DOUBLES, frame.opposite, i)
                    .mul(d)
                    .mul(INVERSE_TURN)
                    .intoArray(frame.beta, i);
        }
    }

    private static void angleFilter(Frame frame) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector.zero(DOUBLES).intoArray(frame.alpha, i);
            DoubleVector.fromArray(DOUBLES, frame.opposite, i)
                    .mul(DoubleVector.fromArray(DOUBLES, frame.d, i))
                    .mul(INVERSE_TURN)
                    .intoArray(frame.beta, i);
        }
    }

    private static void normalisedFilter(Frame frame) {
        for (int i = 0; i < frame.size.length; i += STEP) {
            DoubleVector inverse = DoubleVector.fromArray(DOUBLES, frame.inverse, i);
            DoubleVector beta = DoubleVector.fromArray(DOUBLES, frame.opposite, i)
                    .mul(DoubleVector.fromArray(DOUBLES, frame.d, i))
                    .mul(INVERSE_TURN)
                    .mul(inverse);
            beta.intoArray(frame.beta, i);
            beta.mul(DoubleVector.fromArray(DOUBLES, frame.cosPhi, i))
                    .mul(inverse)
                    .intoArray(frame.alpha, i);
        }
    }
}
