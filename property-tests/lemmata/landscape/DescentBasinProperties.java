package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.DescentBasinChecks;
import lemmata.audit.DescentBasinChecks.Margin;
import lemmata.audit.DescentRuns;
import lemmata.audit.Draw;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.SphereCoordinate;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute landscape.DescentBasin.
@DrawnCases
class DescentBasinProperties {

    private static final int DIRECTIONS = 1 << 17;

    /// p = 6, k = 25, q = 4, ‖a*‖ = 1.
    private static final Teacher TEACHER = teacher();

    @Example
    @Statement("landscape.DescentBasin/S1")
    void smallTeachersTrapTheStatedShareOfRuns() {
        holds(!refuted(t -> DescentBasin.trapLimit(t).value()), "share of w₀ beyond φ_c");
        rejects("½", !refuted(t -> 0.5));
        rejects("both caps", !refuted(t -> 2 * DescentBasin.trapLimit(t).value()));
        rejects("the sphere of R^{p+2}", !refuted(t -> cap(t.p() + 2)));
        holds(misses(1e-3, DescentBasinProperties::capUnlessNear) == 0, "runs end as the cap says, ‖a*‖ = 10⁻³");
        rejects("φ₀ < π/2", misses(1e-3, start -> DescentRuns.angle(start) < Math.PI / 2) == 0);
        rejects("the cap at ‖a*‖ = 1", misses(1, DescentBasinProperties::capUnlessNear) == 0);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.DescentBasin/S2")
    void tangentIsAnEigenvectorOfTheLinearisedFlow(@ForAll Draw draw) {
        holds(DescentBasinChecks.flow(rates -> rates), draw);
        holds(DescentBasinChecks.eigenpair(DescentBasin::of), draw);
    }

    @Example
    @Statement("landscape.DescentBasin/S2")
    void otherTangentsAreRejected() {
        rejects("μ off by 10⁻⁹", eigenpair(basin -> rated(basin, basin.rate() * (1 + 1e-9))));
        rejects("−μ", eigenpair(basin -> rated(basin, -basin.rate())));
        rejects("λ₁ for both", eigenpair(basin -> rated(basin, alike(basin, first(basin)))));
        rejects("λ₂ for both", eigenpair(basin -> rated(basin, alike(basin, second()))));
        rejects("σ/π", eigenpair(basin -> sloped(basin, 2 * basin.slope())));
        rejects("φ_c for ψ_c", eigenpair(basin -> sloped(basin, basin.slope() * ratio(basin))));
        rejects("φ′ twice as large", flow(rates -> new double[] {2 * rates[0], rates[1], rates[2]}));
        rejects("sign of φ′", flow(rates -> new double[] {-rates[0], rates[1], rates[2]}));
        rejects("x and y exchanged", flow(rates -> new double[] {rates[0], rates[2], rates[1]}));
    }

    @Example
    @Statement("landscape.DescentBasin/S3")
    void tangentPredictsSingleRuns() {
        DescentRuns.Outcome tangent = unitRuns(DescentRuns::tangent);
        holds(!DescentRuns.refutes(tangent, 0.005), "99.5 % of the runs at ‖a*‖ = 1");
        rejects("the cap", !DescentRuns.refutes(unitRuns(DescentBasinProperties::cap), 0.005));
        rejects("sign of aᵀa*", !DescentRuns.refutes(unitRuns(DescentBasinProperties::aligned), 0.005));
        rejects("always success", !DescentRuns.refutes(unitRuns(start -> true), 0.005));
        rejects("the other side", !DescentRuns.refutes(unitRuns(start -> !DescentRuns.tangent(start)), 0.005));
        rejects(
                "sign of the weights' part",
                !DescentRuns.refutes(unitRuns(DescentBasinProperties::weightsReversed), 0.005));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({"landscape.DescentBasin/S2", "landscape.DescentBasin/S4"})
    void limitAndMarginAreAccurate(@ForAll Draw draw) {
        holds(DescentBasinChecks.trapLimit(DescentBasin::trapLimit), draw);
        holds(DescentBasinChecks.margin(DescentBasin::margin), draw);
    }

    @Example
    @Statement("landscape.DescentBasin/S4")
    void inaccurateLimitsAreRejected() {
        rejects("off by 10⁻¹²", limit(value -> value * (1 + 1e-12)));
        rejects("the success probability", limit(value -> 1 - value));
        rejects(
                "0 for p = 1",
                DescentBasinChecks.trapLimit(t -> t.p() == 1 ? Bounded.exact(0) : DescentBasin.trapLimit(t)));
        rejects(
                "½ without saddles",
                DescentBasinChecks.trapLimit(
                        t -> DescentBasin.of(t).isPresent() ? DescentBasin.trapLimit(t) : Bounded.exact(0.5)));
        rejects("margin off by 10⁻¹²", margin((basin, start) -> shifted(basin, start, 1e-12)));
        rejects("a_c forgotten", margin(DescentBasinProperties::fromOrigin));
        rejects(
                "angle alone",
                margin((basin, start) -> new Bounded(basin.saddle().phi() - phi(basin, start), 1e-13)));
        assertThat(catchThrowableOfType(
                                InvalidField.class,
                                () -> DescentBasin.of(TEACHER)
                                        .orElseThrow()
                                        .margin(new Student(new double[] {1, 0}, TEACHER.a())))
                        .field())
                .isEqualTo("w");
    }

    private static boolean refuted(ToDoubleFunction<Teacher> limit) {
        return DescentRuns.capTest(TEACHER, 20261121, DIRECTIONS, limit).rejects();
    }

    /// ½ P(|u₁| > cos ψ_c) on the sphere of R^n.
    private static double cap(int n) {
        double cosine =
                Functions.cos(DescentBasin.of(TEACHER).orElseThrow().saddle().psi());
        return SphereCoordinate.outside(n, cosine, 0).value() / 2;
    }

    private static int misses(double norm, Predicate<DescentRuns.Start> predicts) {
        return DescentRuns.of(Target.of(25, 4, norm), 6, 1000, 20261121, predicts)
                .misses();
    }

    private static boolean capUnlessNear(DescentRuns.Start start) {
        double gap = start.basin().saddle().phi() - DescentRuns.angle(start);
        return Math.abs(gap) < 4e-6 ? DescentRuns.tangent(start) : gap > 0;
    }

    private static DescentRuns.Outcome unitRuns(Predicate<DescentRuns.Start> predicts) {
        return DescentRuns.atUnitNorm(25, 4, 4000, predicts);
    }

    private static boolean cap(DescentRuns.Start start) {
        return DescentRuns.angle(start) < start.basin().saddle().phi();
    }

    private static boolean aligned(DescentRuns.Start start) {
        return Vectors.dot(start.student().a(), start.basin().teacher().a()).doubleValue() > 0;
    }

    private static boolean weightsReversed(DescentRuns.Start start) {
        double angle = start.basin().saddle().phi() - DescentRuns.angle(start);
        return 2 * angle - start.basin().margin(start.student()).value() > 0;
    }

    private static Check eigenpair(UnaryOperator<DescentBasin> slip) {
        return DescentBasinChecks.eigenpair(t -> DescentBasin.of(t).map(slip));
    }

    private static Check flow(UnaryOperator<double[]> slip) {
        return DescentBasinChecks.flow(slip);
    }

    private static Check limit(DoubleUnaryOperator slip) {
        return DescentBasinChecks.trapLimit(t -> {
            Bounded right = DescentBasin.trapLimit(t);
            return new Bounded(slip.applyAsDouble(right.value()), right.error());
        });
    }

    private static Check margin(Margin margin) {
        return DescentBasinChecks.margin(margin);
    }

    private static DescentBasin rated(DescentBasin basin, double rate) {
        return new DescentBasin(basin.saddle(), basin.slope(), rate, basin.teacher());
    }

    private static DescentBasin sloped(DescentBasin basin, double slope) {
        return new DescentBasin(basin.saddle(), slope, basin.rate(), basin.teacher());
    }

    private static double ratio(DescentBasin basin) {
        return basin.saddle().phi() / basin.saddle().psi();
    }

    /// The positive root of μ(μ+λ) = s²‖a*‖².
    private static double alike(DescentBasin basin, double lambda) {
        double size = basin.slope() * Vectors.length(basin.teacher().a());
        return 2 * size * (size / (lambda + Math.sqrt(lambda * lambda + 4 * size * size)));
    }

    private static double first(DescentBasin basin) {
        return (Math.PI - 1 + basin.teacher().k()) / (2 * Math.PI);
    }

    private static double second() {
        return (Math.PI - 1) / (2 * Math.PI);
    }

    private static Bounded shifted(DescentBasin basin, Student start, double shift) {
        Bounded right = basin.margin(start);
        return new Bounded(right.value() + shift, right.error());
    }

    /// The margin with the parts of a₀ for those of a₀ − a_c.
    private static Bounded fromOrigin(DescentBasin basin, Student start) {
        Bounded right = basin.margin(start);
        Student zero = new Student(start.w(), Vectors.map(entry -> 0 * entry, start.a()));
        double still =
                basin.saddle().phi() - phi(basin, start) - basin.margin(zero).value();
        return new Bounded(right.value() + still, right.error());
    }

    private static double phi(DescentBasin basin, Student start) {
        return Angle.between(start.w(), basin.teacher().w()).phi();
    }

    private static Teacher teacher() {
        Target target = Target.of(25, 4, 1);
        double[] a = new double[25];
        Arrays.fill(a, target.along() / 5);
        a[0] += target.across() / Math.sqrt(2);
        a[1] -= target.across() / Math.sqrt(2);
        return new Teacher(new double[] {1, 0, 0, 0, 0, 0}, a);
    }
}
