package lemmata.audit;

import java.util.Locale;

/// One thing that a run has seen about a statement.
///
/// @param method how: `sample`, `exact identity`, `interval certificate`, `mean
/// test`, `enumeration`, `witness`, `reading`, `Coq`
/// @param verdict what it alone would say
/// @param claim what was put to the test, in words
/// @param cases how many cases, grid points, boxes or samples; 0 where counting makes no sense
/// @param worst largest ratio of what was observed to what is allowed; NaN where there is none
/// @param detail numbers and witness, in words
public record Evidence(String method, Verdict verdict, String claim, long cases, double worst, String detail) {

    static Evidence exact(String method, String claim, long cases, boolean holds, String detail) {
        return new Evidence(method, holds ? Verdict.HOLDS_EXACTLY : Verdict.VIOLATED, claim, cases, Double.NaN, detail);
    }

    static Evidence certified(String claim, long boxes, Verdict verdict, String detail) {
        return new Evidence("interval certificate", verdict, claim, boxes, Double.NaN, detail);
    }

    static Evidence witness(String claim, boolean violated, String detail) {
        Verdict verdict = violated ? Verdict.VIOLATED : Verdict.ABSTAINED;
        return new Evidence("witness", verdict, claim, 1, Double.NaN, detail);
    }

    static Evidence notRead(String claim, String detail) {
        return new Evidence("reading", Verdict.NOT_READ, claim, 0, Double.NaN, detail);
    }

    /// One line for people.
    public String line() {
        StringBuilder line = new StringBuilder(method).append(": ").append(claim);
        if (cases > 0) {
            line.append(String.format(Locale.ROOT, "; n = %,d", cases));
        }
        if (!Double.isNaN(worst)) {
            line.append(String.format(Locale.ROOT, "; worst ratio %.3g", worst));
        }
        return detail.isEmpty()
                ? line.toString()
                : line.append("; ").append(detail).toString();
    }
}
