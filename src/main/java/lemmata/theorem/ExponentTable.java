package lemmata.theorem;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.smoothing.SmoothedKernel;
import lemmata.theorem.Exponents.Law;
import lemmata.theorem.Exponents.Row;

/// The rows of [Exponents], with the coefficients that the proofs derive.
///
/// **Source.** theorem.Exponents.
final class ExponentTable {

    private static final double LESS = Math.PI - 1;
    private static final double C = Scaling.FACTOR;
    private static final int MOST = 2048;

    /// 1 + 1/2(π−1): √A of the bias as p → ∞.
    private static final double OFF = 1 + 0.5 / LESS;

    /// The same at p = 6: (p + (p−1)/2(π−1))/(p+2).
    private static final double OFF_AT_6 = (6 + 2.5 / LESS) / 8;

    /// p where another variable moves.
    private static final int P = 8;

    private ExponentTable() {}

    /// What stays as it is: the scaling of ρ_w and the other variables.
    private static Row row(
            int statement, String quantity, String variable, String fixed, double stated, double exact, Law law) {
        return new Row(statement, quantity, variable, fixed, stated, exact, law);
    }

    private static Law law(double coefficient, double room, double order, double from, DoubleUnaryOperator value) {
        return new Law(coefficient, room, order, from, MOST, value);
    }

    /// A quantity that is an exact power: its value at `from` gives A.
    private static Law power(double from, double exact, DoubleUnaryOperator value) {
        double first = value.applyAsDouble(from);
        return law(exact == 0 ? first : first / Exponents.power(from, exact), 0, 0, from, value);
    }

    /// A of d_∞(π) in k at p = 8: (p+2)(g₀−1)/((p+1)(π−1)C_w p²).
    private static double alignmentPerPatch() {
        return (P + 2) * (SmoothedKernel.isotropic(P).value() - 1) / ((P + 1) * LESS * C * P * P);
    }

    static List<Row> alignment() {
        return List.of(
                row(
                        1,
                        "m_a",
                        "p",
                        "ρ_w = 2kp², k = 2",
                        0,
                        -3,
                        law(1 / (4 * LESS * C), 2, 1, 8, x -> least(x, 2, 0, 1))),
                row(
                        1,
                        "m_a",
                        "p",
                        "ρ_w = 2kp², k = 2, q = 1",
                        0,
                        -2,
                        law(1 / (2 * C * (LESS + 2)), 2.5, 1, 8, x -> least(x, 2, 1, 1))),
                row(
                        1,
                        "m_a",
                        "k",
                        "ρ_w = 2kp², p = 8",
                        0,
                        -1,
                        law(alignmentPerPatch(), 0.3, 1, 2, x -> least(P, x, 0, 1))),
                row(1, "m_a", "‖a*‖", "ρ_w = 2kp², p = 8, k = 2", 0, 2, power(1, 2, x -> least(P, 2, 0, x))),
                row(
                        1,
                        "m_a",
                        "p",
                        "ρ_w = 2ρ_esc, k = 2",
                        0,
                        -2,
                        law(1 / (8 * Math.PI * LESS), 3, 1, 8, x -> best(x, 2).least())),
                row(
                        1,
                        "m_a",
                        "k",
                        "ρ_w = 2ρ_esc, p = 8",
                        0,
                        0,
                        power(2, 0, x -> best(P, x).least())));
    }

    private static double least(double p, double k, double q, double norm) {
        return Scaling.poster((int) p, (int) k, q, norm).least();
    }

    private static Scaling best(double p, double k) {
        return Scaling.escape((int) p, (int) k, 0, 1);
    }

    static List<Row> noise() {
        return List.of(
                row(
                        2,
                        "ρ_w⁰",
                        "p",
                        "ρ_esc, k = 2",
                        2,
                        1,
                        law(Math.PI, 1, 1, 8, x -> Scaling.escapeNoise((int) x, 2, 0))),
                row(2, "ρ_w⁰", "k", "ρ_esc, p = 8", 1, 0, power(2, 0, x -> Scaling.escapeNoise(P, (int) x, 0))));
    }

    static List<Row> escape() {
        return List.of(
                row(3, "ηT₁", "p", "ρ_w = 2kp², k = 2", 1, 3, law(16 * LESS * C, 3, 1, 8, x -> time(x, 2, 1))),
                row(
                        3,
                        "ηT₁",
                        "k",
                        "ρ_w = 2kp², p = 8",
                        1,
                        1,
                        law(4 / alignmentPerPatch(), 0.5, 1, 2, x -> time(P, x, 1))),
                row(3, "ηT₁", "‖a*‖", "ρ_w = 2kp², p = 8, k = 2", 2, -2, power(1, -2, x -> time(P, 2, x))),
                row(
                        3,
                        "ηT₁",
                        "p",
                        "ρ_w = 2ρ_esc, k = 2",
                        1,
                        2,
                        law(32 * Math.PI * LESS, 4, 1, 8, x -> best(x, 2).escapeTime())),
                row(
                        3,
                        "ηT₁",
                        "k",
                        "ρ_w = 2ρ_esc, p = 8",
                        1,
                        0,
                        power(2, 0, x -> best(P, x).escapeTime())));
    }

    private static double time(double p, double k, double norm) {
        return Scaling.poster((int) p, (int) k, 0, norm).escapeTime();
    }

    static List<Row> convergence() {
        double kernel = AngleKernel.g(Angle.ofRadians(Angle.radians(Region.ANGLE))) - 1;
        double pull = (Math.PI - Region.ANGLE) * kernel / LESS;
        double rho = 0x1p-10;
        return List.of(
                row(
                        4,
                        "ηT₂",
                        "p",
                        "ρ_w = 2⁻¹⁰, k = 2",
                        1,
                        0,
                        law(2 * Math.PI / pull, 3 * rho * rho, 0, 2, x -> late((int) x, 2, 0, 1, rho))),
                row(
                        4,
                        "ηT₂",
                        "k",
                        "ρ_w = 0, p = 8, q = 1",
                        0,
                        0,
                        law(2 * Math.PI / pull, 4, 1, 8, x -> late(P, x, 1, 1, 0))),
                row(4, "ηT₂", "‖a*‖", "ρ_w = 2⁻¹⁰, p = 8, k = 2", 2, -2, power(1, -2, x -> late(P, 2, 0, x, rho))));
    }

    private static double late(int p, double k, double q, double norm, double rho) {
        return Scaling.of(p, (int) k, q, norm, rho).convergenceTime();
    }

    static List<Row> smallNoise() {
        double fine = 0x1p-13;
        double tenth = 0x1p-10;
        return List.of(
                row(
                        4,
                        "bias",
                        "1/ρ_w",
                        "p = 6, k = 2",
                        Double.NaN,
                        -4,
                        law(OFF_AT_6 * OFF_AT_6, 0.5, 1, 8, x -> bias(6, 1, 1 / x))),
                row(
                        4,
                        "bias",
                        "p",
                        "ρ_w = 2⁻¹³, k = 2",
                        Double.NaN,
                        0,
                        law(OFF * OFF * Exponents.power(fine, 4), 5, 1, 8, x -> bias((int) x, 1, fine))),
                row(4, "bias", "‖a*‖", "ρ_w = 2⁻¹³, p = 6, k = 2", Double.NaN, 2, power(1, 2, x -> bias(6, x, fine))),
                row(
                        4,
                        "ρ_w¹",
                        "1/γ",
                        "p = 6, k = 2",
                        -1,
                        -0.25,
                        new Law(
                                1 / Math.sqrt(2 * OFF_AT_6),
                                0.15,
                                0.25,
                                4096,
                                0x1p30,
                                x -> Scaling.radius(6, 2, 0, 1, 1 / x))),
                row(
                        4,
                        "ρ_w¹",
                        "p",
                        "γ = 2⁻⁴⁰, k = 2",
                        -1,
                        0,
                        law(tenth / Math.sqrt(2 * OFF), 2, 1, 8, x -> Scaling.radius((int) x, 2, 0, 1, 0x1p-40))),
                row(
                        4,
                        "ρ_w¹",
                        "k",
                        "γ = 2⁻⁴⁰, p = 8",
                        -1,
                        0,
                        power(2, 0, x -> Scaling.radius(P, (int) x, 0, 1, 0x1p-40))),
                row(
                        4,
                        "ρ_w¹",
                        "‖a*‖",
                        "γ = 2⁻¹², p = 6, k = 2",
                        0,
                        -0.5,
                        law(0.125 / Math.sqrt(2 * OFF_AT_6), 0.02, 0.5, 1, x -> Scaling.radius(6, 2, 0, x, 0x1p-12))));
    }

    private static double bias(int p, double norm, double rho) {
        return Scaling.of(p, 2, 0, norm, rho).bias();
    }

    static List<Row> steps() {
        double beta = LESS / (2 * Math.PI);
        double perFilter = 1 / (4 * LESS * C);
        double perPatch = alignmentPerPatch();
        return List.of(
                row(
                        5,
                        "η₁, noise",
                        "p",
                        "ρ_w = 2kp², ρ_a = 1, k = 2",
                        -7,
                        -10,
                        law(2 * perFilter * perFilter / (beta * C * C), 8, 1, 16, x -> quiet(x, 2))),
                row(
                        5,
                        "η₁, noise",
                        "k",
                        "ρ_w = 2kp², ρ_a = 1, p = 8",
                        -4,
                        -3,
                        law(2.4 * perPatch * perPatch / (beta * C * C * P * P * P * P), 2.5, 1, 8, x -> quiet(P, x))),
                row(
                        5,
                        "η₁, stable",
                        "p",
                        "ρ_w = 2kp², k = 2",
                        -7,
                        -4,
                        law(Math.PI / (C * C * (LESS + 2)), 2.1, 1, 8, x -> stable(x, 2))),
                row(
                        5,
                        "η₁, stable",
                        "k",
                        "ρ_w = 2kp², p = 8",
                        -4,
                        -3,
                        law(4 * Math.PI * (P + 2) / (C * C * Exponents.power(P, 5)), 2.2, 1, 8, x -> stable(P, x))),
                row(
                        5,
                        "η₂, stable",
                        "p",
                        "ρ_w = 0, k = 2",
                        -7,
                        0,
                        power(2, 0, x -> Scaling.of((int) x, 2, 0, 1, 0).stableStep())),
                row(
                        5,
                        "η₂, stable",
                        "k",
                        "ρ_w = 0, p = 8",
                        -4,
                        -1,
                        law(
                                4 * Math.PI,
                                2.2,
                                1,
                                8,
                                x -> Scaling.of(P, (int) x, 0, 1, 0).stableStep())));
    }

    private static double quiet(double p, double k) {
        return Scaling.poster((int) p, (int) k, 0, 1).quietStep();
    }

    private static double stable(double p, double k) {
        return Scaling.poster((int) p, (int) k, 0, 1).stableStep();
    }
}
