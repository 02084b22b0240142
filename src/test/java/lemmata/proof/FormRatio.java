package lemmata.proof;

import java.util.function.IntToDoubleFunction;

/// How far the lemma code and a printed form are apart, over the sum of what both promise; NaN if nothing is promised.
///
/// @param forms the printed forms
record FormRatio(PrintedForms forms) {

    /// The ratio for one computed number with its promised error.
    double of(double value, double error, String name, Object... inputs) {
        return over(Math.abs(value - forms.value(name, inputs)), error + PrintedForms.error(name, inputs));
    }

    /// A distance over an error.
    static double over(double distance, double error) {
        return error < Double.POSITIVE_INFINITY ? distance / error : Double.NaN;
    }

    /// The largest ratio of so many entries; NaN if one is.
    static double worst(int entries, IntToDoubleFunction ratio) {
        double worst = 0;
        for (int i = 0; i < entries; i++) {
            worst = Math.max(worst, ratio.applyAsDouble(i));
        }
        return worst;
    }
}
