package lemmata.cli;

import lemmata.dissipativity.OutputDissipativity;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// The error e = a − a* in the coordinates of [lemmata.model.Target].
///
/// @param plane its parts along 1 and along the rest of a*
/// @param rest length of what remains
record Displaced(OutputDissipativity.Displacement plane, double rest) {

    /// Coordinates of an a. Where a* is a multiple of 1 to rounding, all that is across counts as remaining: the
    /// condition is then the same for every direction there.
    static Displaced of(double[] aStar, double[] a) {
        double[] error = Vectors.map((weight, target) -> weight - target, a, aStar);
        double along = Vectors.sum(error).doubleValue() / Math.sqrt(a.length);
        double[] across = centred(error);
        double[] direction = direction(aStar);
        double share = Vectors.dot(direction, across).doubleValue();
        double[] rest = Vectors.map((entry, unit) -> entry - share * unit, across, direction);
        return new Displaced(new OutputDissipativity.Displacement(along, share), Vectors.length(rest));
    }

    /// The unit vector of a* minus its mean; 0 where that is nothing but rounding.
    private static double[] direction(double[] aStar) {
        double[] once = centred(aStar);
        boolean rounding = Vectors.length(once) <= 8 * RoundOff.U * Vectors.length(aStar);
        double[] twice = centred(once);
        double length = Vectors.length(twice);
        return Vectors.map(entry -> rounding || length == 0 ? 0 : entry / length, twice);
    }

    private static double[] centred(double[] x) {
        double mean = Vectors.sum(x).doubleValue() / x.length;
        return Vectors.map(entry -> entry - mean, x);
    }
}
