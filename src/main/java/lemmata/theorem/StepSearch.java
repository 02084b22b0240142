package lemmata.theorem;

import java.util.function.DoublePredicate;

/// The largest step size for which conditions hold that get easier as it falls.
final class StepSearch {

    private static final int BISECTIONS = 40;

    private static final double LEAST = 0x1p-400;

    private StepSearch() {}

    /// One that is met, in (0, 1], next to a larger one that is not, or 1; 0 if no power of 2 from 2⁻⁴⁰⁰ on is.
    static double largest(DoublePredicate met) {
        double good = 1;
        while (!met.test(good)) {
            good /= 2;
            if (good < LEAST) {
                return 0;
            }
        }
        double bad = 2 * good;
        for (int i = 0; i < BISECTIONS && good < 1; i++) {
            double middle = (good + bad) / 2;
            if (met.test(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }
}
