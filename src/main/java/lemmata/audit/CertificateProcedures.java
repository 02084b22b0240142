package lemmata.audit;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lemmata.smoothing.Reading.Filter;

/// The interval certificates of the smoothed landscape, as further evidence for statements that are sampled too: each
/// is for one p and one area of (φ, ρ_w), which its claim names.
final class CertificateProcedures {

    private CertificateProcedures() {}

    /// Adds them to the procedures that are there.
    static void addTo(Map<String, Procedure> to) {
        extend(
                to,
                "smoothing.Drift/S2",
                p -> Stream.of(
                        SmoothingCertificates.driftFalls(Filter.NETWORK, p),
                        SmoothingCertificates.driftFalls(Filter.ANGLE, p)));
        extend(to, "smoothing.Drift/S4", p -> Stream.of(SmoothingCertificates.driftGains(Filter.NETWORK, p)));
        extend(to, "smoothing.Drift/S5", p -> Stream.of(SmoothingCertificates.driftRises(Filter.NETWORK, p)));
        extend(
                to,
                "smoothing.NormalisedDirection/S3",
                p -> Stream.of(SmoothingCertificates.driftGains(Filter.NORMALISED, p)));
        extend(
                to,
                "dissipativity.FilterDissipativity/S1",
                p -> Stream.of(
                        SmoothingCertificates.coefficientFalls(Filter.NETWORK, p),
                        SmoothingCertificates.coefficientFalls(Filter.ANGLE, p)));
        extend(to, "dissipativity.SmoothedEquilibrium/S3", p -> Stream.of(SmoothingCertificates.escapeRises(p)));
    }

    private static void extend(Map<String, Procedure> to, String id, IntFunction<Stream<Evidence>> certificates) {
        Procedure further = run ->
                lengths(run.budget()).boxed().flatMap(certificates::apply).toList();
        to.merge(id, further, Procedure::all);
    }

    /// The filter lengths for which a budget has certificates.
    private static IntStream lengths(Budget budget) {
        return budget == Budget.QUICK ? IntStream.of(6) : IntStream.of(2, 3, 6);
    }
}
