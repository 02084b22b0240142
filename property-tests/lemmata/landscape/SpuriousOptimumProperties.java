package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.Identity;
import lemmata.audit.OptimaChecks;
import lemmata.claim.Statement;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereProjection;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute landscape.SpuriousOptimum.
@DrawnCases
class SpuriousOptimumProperties {

    private static final double LESS = Math.PI - 1;

    @Example
    @Statement("landscape.SpuriousOptimum/S1")
    void solvesTheSystem() {
        holds(Identity.SPURIOUS_SYSTEM.holds(), "(11ᵀ + (π−1)I)ā = (11ᵀ − I)a*");
        holds(Identity.INVERSE.holds(), "M M⁻¹ = I");
        rejects("11ᵀ + I for 11ᵀ − I", Identity.SPURIOUS_SYSTEM.holdsWith(-2, 0, 0, 0, 1));
        rejects("11ᵀa* lost", Identity.SPURIOUS_SYSTEM.holdsWith(1, 0, 0, 1));
        rejects("M without 11ᵀ", Identity.INVERSE.holdsWith(-1, 0, 0, 1));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.SpuriousOptimum/S2")
    void bothGradientsVanishThere(@ForAll Draw draw) {
        holds(OptimaChecks.stationary(SpuriousOptimum::of), draw);
    }

    @Example
    @Statement("landscape.SpuriousOptimum/S2")
    void pointsThatAreNotStationaryAreRejected() {
        rejects(
                "w̄ = w*",
                OptimaChecks.stationary(
                        t -> new Student(t.w(), SpuriousOptimum.of(t).a())));
        rejects("π−1 for π", OptimaChecks.stationary(t -> point(t, LESS * mean(t), 1, LESS)));
        rejects("+a* for −a*", OptimaChecks.stationary(t -> point(t, Math.PI * mean(t), -1, LESS)));
        rejects("π for π−1 under the bar", OptimaChecks.stationary(t -> point(t, Math.PI * mean(t), 1, Math.PI)));
        rejects("s* lost", OptimaChecks.stationary(t -> point(t, 0, 1, LESS)));
        rejects("ā off by 10⁻¹³", OptimaChecks.stationary(t -> point(t, Math.PI * mean(t), 1, LESS * (1 + 1e-13))));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.SpuriousOptimum/S3")
    void lossIsPositiveUnlessTheTeacherIsZero(@ForAll Draw draw) {
        holds(OptimaChecks.spuriousLossIsPositive(SpuriousOptimum::loss), draw);
    }

    @Example
    @Statement("landscape.SpuriousOptimum/S3")
    void lossFollowsFromTheClosedForm() {
        holds(Identity.SPURIOUS_LOSS.holds(), "4(π−1)L(w̄, ā) = (π−2)‖a*‖² + πs*²/(π−1+k)");
        rejects("‖a*‖²/4 too many", Identity.SPURIOUS_LOSS.holdsWith(1, 1, 0, 0, 1));
        rejects("‖a*‖² lost", OptimaChecks.spuriousLossIsPositive(t -> Math.PI * sum(t) * mean(t) / (4 * LESS)));
        rejects("0 for a* = 0 lost", OptimaChecks.spuriousLossIsPositive(t -> SpuriousOptimum.loss(t) + 1e-300));
        rejects("s*² lost", withLoss(t -> (Math.PI - 2) * square(t) / (4 * LESS)));
        rejects("½ dropped", withLoss(t -> 2 * SpuriousOptimum.loss(t)));
        rejects("π−1 for π−2", withLoss(t -> SpuriousOptimum.loss(t) + square(t) / (4 * LESS)));
    }

    @Example
    @Statement("landscape.SpuriousOptimum/S4")
    void alignmentFollowsFromTheWeights() {
        holds(Identity.SPURIOUS_ALIGNMENT.holds(), "(π−1)āᵀa* = πs*²/(π−1+k) − ‖a*‖² for a* = (x, y, …, y)");
        holds(Identity.SPURIOUS_ALIGNMENT_OF_THREE.holds(), "the same for k = 3");
        rejects("x² too many", Identity.SPURIOUS_ALIGNMENT.holdsWith(1, 0, 0, 2, 0));
        rejects("a*₁a*₂ too many", Identity.SPURIOUS_ALIGNMENT_OF_THREE.holdsWith(1, 0, 1, 1, 0));
        rejects("sign", withAlignment(t -> -SpuriousOptimum.alignment(t)));
        rejects("s*² lost", withAlignment(t -> -square(t) / LESS));
        rejects("k for π−1+k", withAlignment(t -> (Math.PI * sum(t) * sum(t) / t.k() - square(t)) / LESS));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({"landscape.SpuriousOptimum/S3", "landscape.SpuriousOptimum/S4", "landscape.SpuriousOptimum/S5"})
    void weightsLossAndAlignmentAreAccurate(@ForAll Draw draw) {
        holds(accuracy(SpuriousOptimum::of, SpuriousOptimum::loss, SpuriousOptimum::alignment), draw);
    }

    @Example
    @Statement("landscape.SpuriousOptimum/S5")
    void inaccurateNumbersAreRejected() {
        rejects("M without 11ᵀ", withPoint(t -> point(t, Math.PI * sum(t) / LESS, 1, LESS)));
        rejects("ā by elimination in doubles", withPoint(SpuriousOptimumProperties::byElimination));
        rejects("s* in plain doubles", withPoint(t -> point(t, Math.PI * plainSum(t) / (LESS + t.k()), 1, LESS)));
        rejects("loss in floats", withLoss(t -> (float) SpuriousOptimum.loss(t)));
        rejects("loss off by 10⁻¹⁴", withLoss(t -> (1 + 1e-14) * SpuriousOptimum.loss(t)));
        rejects("āᵀa* off by 10⁻¹⁴", withAlignment(t -> (1 + 1e-14) * SpuriousOptimum.alignment(t)));
    }

    /// The witness p = 2, k = 2, a* = (1, 1) has lower points at every small angle from w̄; a* = (1, −1) has none.
    @Example
    @Statement("landscape.SpuriousOptimum/S6")
    void existenceWithoutAHypothesisHasAWitnessAgainstIt() {
        Teacher witness = new Teacher(new double[] {1, 0}, new double[] {1, 1});
        holds(!LocalMinimality.holds(witness) && descends(witness), "(w̄, ā) is no local minimum for a* = (1, 1)");
        holds(Identity.WITNESS_DESCENT.holds(), "towards (w̄, ā) the loss differs by −g(g+2)/2π(π+1)");
        rejects("g² for g(g+2)", Identity.WITNESS_DESCENT.holdsWith(1, 0, 1));
        holds(CriticalPoints.saddleAngle(witness).isEmpty(), "no saddle either");
        Teacher orthogonal = new Teacher(new double[] {1, 0}, new double[] {1, -1});
        rejects("a* = (1, −1) as a witness", !LocalMinimality.holds(orthogonal) || descends(orthogonal));
    }

    /// Whether L(w, ā) < L(w̄, ā) beyond both bounds at the angles 1, 0.1, 0.01, 0.001 from w̄.
    private static boolean descends(Teacher teacher) {
        boolean all = true;
        for (double psi : new double[] {1, 0.1, 0.01, 0.001}) {
            double[] w = SphereProjection.project(new double[] {-Functions.cos(psi), Functions.sin(psi)});
            Student moved = new Student(w, SpuriousOptimum.of(teacher).a());
            double slack = PopulationLoss.error(teacher, moved) + SpuriousOptimum.lossError(teacher);
            all &= PopulationLoss.at(teacher, moved) < SpuriousOptimum.loss(teacher) - slack;
        }
        return all;
    }

    private static Check accuracy(
            Function<Teacher, Student> point, ToDoubleFunction<Teacher> loss, ToDoubleFunction<Teacher> alignment) {
        return OptimaChecks.spuriousAccuracy(point, loss, alignment);
    }

    private static Check withPoint(Function<Teacher, Student> point) {
        return accuracy(point, SpuriousOptimum::loss, SpuriousOptimum::alignment);
    }

    private static Check withLoss(ToDoubleFunction<Teacher> loss) {
        return accuracy(SpuriousOptimum::of, loss, SpuriousOptimum::alignment);
    }

    private static Check withAlignment(ToDoubleFunction<Teacher> alignment) {
        return accuracy(SpuriousOptimum::of, SpuriousOptimum::loss, alignment);
    }

    /// (−w*, (shift 1 − own a*)/divisor).
    private static Student point(Teacher t, double shift, double own, double divisor) {
        double[] a = Vectors.map(entry -> (shift - own * entry) / divisor, t.a());
        return new Student(Vectors.map(entry -> -entry, t.w()), a);
    }

    private static Student byElimination(Teacher t) {
        double total = (t.k() - 1) * sum(t) / (t.k() + LESS);
        double[] a = Vectors.map(entry -> (sum(t) - entry - total) / LESS, t.a());
        return new Student(SpuriousOptimum.of(t).w(), a);
    }

    /// s*/(π−1+k).
    private static double mean(Teacher t) {
        return sum(t) / (LESS + t.k());
    }

    private static double sum(Teacher t) {
        return Vectors.sum(t.a()).doubleValue();
    }

    private static double plainSum(Teacher t) {
        double sum = 0;
        for (double entry : t.a()) {
            sum += entry;
        }
        return sum;
    }

    private static double square(Teacher t) {
        return Vectors.dot(t.a(), t.a()).doubleValue();
    }
}
