package lemmata.audit;

import java.util.List;
import lemmata.theorem.Problem;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// The numbers of theorem.Convergence from its page, in decimal arithmetic, with the moments of the noise by other
/// integrals than the lemma code's: 38 digits.
final class ConvergenceTheoremOracle {

    /// Both sides of a condition.
    record Sides(Apfloat value, Apfloat limit) {}

    private static final int DIGITS = 60;
    private static final Apfloat ONE = Oracle.exact(1);
    private static final Apfloat TWO = Oracle.exact(2);
    private static final Apfloat PI = Oracle.pi();

    private final ConvergenceTheoremCase at;
    private final Apfloat rho;
    private final Apfloat rhoA;
    private final Apfloat k;
    private final Apfloat p;
    private final Apfloat along;
    private final Apfloat across;
    private final Apfloat norm;
    private final Apfloat top;
    private final Apfloat m2;
    private final Apfloat gamma;
    private final Apfloat delta;
    private final Apfloat adverse;
    private final Apfloat[] widest;
    private final Apfloat[] straight;

    ConvergenceTheoremOracle(ConvergenceTheoremCase at) {
        this.at = at;
        Problem problem = at.problem();
        this.rho = number(problem.rhoW());
        this.rhoA = number(problem.rhoA());
        this.k = number(problem.target().k());
        this.p = number(problem.p());
        this.along = number(Math.abs(problem.target().along()));
        this.across = number(problem.target().across());
        this.norm = root(along.multiply(along).add(across.multiply(across)));
        this.top = PI.subtract(ONE).add(k);
        this.m2 = square(rho).multiply(p).divide(p.add(TWO)).add(ONE);
        this.gamma = number(at.gamma());
        this.delta = number(at.delta());
        this.adverse = number(at.entry().adverse());
        this.widest = shares(arc(number(19).divide(number(20))));
        this.straight = shares(number(0));
    }

    private static Apfloat number(double x) {
        return Oracle.exact(x).precision(DIGITS);
    }

    private static Apfloat square(Apfloat x) {
        return x.multiply(x);
    }

    private static Apfloat root(Apfloat x) {
        return x.signum() == 0 ? x : ApfloatMath.sqrt(x);
    }

    private static Apfloat min(Apfloat x, Apfloat y) {
        return x.compareTo(y) <= 0 ? x : y;
    }

    private static Apfloat max(Apfloat x, Apfloat y) {
        return x.compareTo(y) >= 0 ? x : y;
    }

    private static Apfloat log(Apfloat x) {
        return ApfloatMath.log(x.precision(DIGITS));
    }

    /// φ with 1 − cos φ = W.
    private static Apfloat arc(Apfloat versine) {
        return HighPrecision.atan2(root(versine.multiply(TWO.subtract(versine))), ONE.subtract(versine));
    }

    /// c₁ and c₂ at an angle.
    private Apfloat[] shares(Apfloat phi) {
        boolean still = rho.signum() == 0;
        SmoothingOracle noise = still ? null : oracle();
        Apfloat m1 = still ? ONE : noise.m1Excess().add(ONE);
        Apfloat h = still ? Oracle.g(phi) : PI.subtract(noise.deficit(Fold.of(phi)));
        return new Apfloat[] {
            m1.multiply(k.subtract(ONE)).add(h).divide(m2.multiply(top)),
            h.subtract(m1).divide(m2.multiply(PI.subtract(ONE)))
        };
    }

    private SmoothingOracle oracle() {
        return SmoothingOracle.at(at.problem().p(), at.problem().rhoW());
    }

    private Apfloat kappa(Apfloat phi) {
        return rho.signum() == 0 ? PI.subtract(phi) : oracle().network(Fold.of(phi));
    }

    private Apfloat rate(Apfloat size) {
        return m2.multiply(size).divide(TWO.multiply(PI));
    }

    Apfloat least() {
        return widest[0].multiply(square(along)).add(widest[1].multiply(square(across)));
    }

    Apfloat drift() {
        Apfloat phi = arc(number(19).divide(number(20)));
        return least().multiply(kappa(phi)).divide(PI.multiply(number(4)));
    }

    Apfloat goal() {
        return min(gamma.divide(TWO), root(gamma).divide(number(6)));
    }

    private Apfloat level() {
        Apfloat both = min(least().divide(number(4)), rate(PI.subtract(ONE)).divide(number(20)));
        return min(root(gamma).multiply(norm).divide(number(8)), both.divide(along.add(across)));
    }

    /// X̄, Ȳ, Z̄.
    private Apfloat[] reach() {
        Apfloat rest = max(ApfloatMath.abs(widest[1]), ApfloatMath.abs(straight[1]));
        return new Apfloat[] {
            max(number(at.entry().reach().x()), straight[0].multiply(along)).add(level()),
            max(number(at.entry().reach().y()), rest.multiply(across)).add(level()),
            max(number(at.entry().reach().z()), rhoA)
        };
    }

    private Apfloat bias() {
        Apfloat[] there = shares(arc(goal()));
        Apfloat x = max(ApfloatMath.abs(ONE.subtract(there[0])), ApfloatMath.abs(ONE.subtract(straight[0])));
        Apfloat y = max(ApfloatMath.abs(ONE.subtract(there[1])), ApfloatMath.abs(ONE.subtract(straight[1])));
        return root(square(x.multiply(along)).add(square(y.multiply(across))));
    }

    /// 2N exp(−U²/2(v+cU)) for a coordinate of rate `size`/2π, with the spread and the range of its drive over |aᵢ|/2π.
    private Apfloat exit(Apfloat size, Apfloat bound, Apfloat drive, Apfloat swing, Apfloat star) {
        Apfloat eta = number(at.eta());
        Apfloat turn = TWO.multiply(PI);
        Apfloat rho2 = square(rho);
        Apfloat m4 = ONE.add(rho2.multiply(TWO)).add(square(rho2).multiply(p).divide(p.add(number(4))));
        Apfloat output = square(size.divide(turn).multiply(rhoA)).multiply(m4).divide(k.add(TWO));
        Apfloat filter = size.multiply(root(m4.subtract(square(m2))))
                .multiply(bound)
                .add(drive.multiply(star))
                .divide(turn);
        Apfloat variance = output.add(square(filter));
        Apfloat outer = square(ONE.add(rho));
        Apfloat swingOfSquare = max(outer.subtract(m2), m2.subtract(square(ONE.subtract(rho))));
        Apfloat range = size.multiply(swingOfSquare.multiply(bound).add(outer.multiply(rhoA)))
                .add(swing.multiply(star))
                .divide(turn);
        Apfloat lambda = rate(size);
        Apfloat v = eta.multiply(variance).divide(lambda.multiply(TWO.subtract(eta.multiply(lambda))));
        Apfloat below = TWO.multiply(v.add(eta.multiply(range).multiply(level()).divide(number(3))));
        Apfloat steps = TWO.divide(square(eta));
        return below.signum() == 0
                ? below
                : steps.multiply(
                        ApfloatMath.exp(square(level()).divide(below).negate().precision(DIGITS)));
    }

    private Apfloat exits() {
        Apfloat size = root(p.add(TWO));
        Apfloat rho2 = square(rho);
        Apfloat m4 = ONE.add(rho2.multiply(TWO)).add(square(rho2).multiply(p).divide(p.add(number(4))));
        Apfloat radius = root(m4.subtract(square(m2)).divide(m2));
        Apfloat steep = PI.multiply(rho).multiply(root(p)).divide(size);
        Apfloat even = PI.divide(TWO).subtract(ONE).multiply(root(ONE.add(rho2.divide(p.add(TWO)))));
        Apfloat kernel = min(steep, PI.multiply(rho).divide(TWO.multiply(size)).add(even));
        Apfloat swing = min(TWO.multiply(rho), ONE.add(rho));
        Apfloat first =
                exit(top, reach()[0], k.multiply(radius).add(kernel), k.add(PI).multiply(swing), along);
        return first.add(exit(PI.subtract(ONE), reach()[1], kernel, PI.multiply(swing), across));
    }

    /// Γ₀, D, Σ, R.
    Apfloat[] step() {
        Apfloat[] reach = reach();
        Apfloat x = reach[0].add(rhoA);
        Apfloat length = root(square(reach[0]).add(square(reach[1])).add(square(reach[2])))
                .add(rhoA);
        Apfloat stiffness = k.multiply(square(x)).add(PI.subtract(ONE).multiply(square(length)));
        Apfloat d = along.multiply(reach[0]).add(across.multiply(reach[1]));
        Apfloat output = norm.multiply(rhoA);
        Apfloat pull = k.multiply(along).multiply(x).add(d).add(output);
        Apfloat near = rho.divide(ONE.subtract(rho));
        Apfloat turn = TWO.multiply(PI);
        Apfloat slope =
                stiffness.multiply(rho).add(pull.multiply(min(ONE, near))).divide(turn);
        Apfloat size = root(p.add(TWO));
        Apfloat direction = min(ONE.divide(root(p.subtract(ONE))), near.divide(size));
        Apfloat spread = stiffness
                .multiply(rho)
                .divide(size)
                .add(pull.multiply(direction))
                .add(PI.multiply(output).divide(root(k.add(TWO))))
                .add(d.multiply(rho).multiply(PI).divide(TWO));
        Apfloat range = PI.multiply(output.add(d.multiply(rho))).divide(turn).add(slope.multiply(TWO));
        return new Apfloat[] {slope, d.add(output), spread.divide(turn), range};
    }

    /// ηT_a, ηT_w, ηT_b and ηT_z.
    Apfloat[] times() {
        Apfloat lambda = rate(PI.subtract(ONE));
        Apfloat[] reach = reach();
        Apfloat far = root(square(reach[0].add(along)).add(square(reach[1].add(across))));
        Apfloat beyond = max(ONE, far.multiply(number(4)).divide(root(gamma).multiply(norm)));
        Apfloat rest = max(ONE, square(reach[2]).multiply(number(256)).divide(gamma.multiply(square(norm))));
        Apfloat slowest = PI.subtract(ONE).multiply(square(ONE.subtract(rho))).divide(TWO.multiply(PI));
        return new Apfloat[] {
            log(ONE.add(adverse.divide(least())).multiply(number(4))).divide(lambda),
            log(number(8).divide(goal())).multiply(number(4)).divide(drift()),
            log(beyond).divide(lambda),
            log(rest).multiply(TWO).divide(slowest)
        };
    }

    /// 5π/12 + 2⁻⁴⁰.
    private static Apfloat entry() {
        return PI.multiply(number(5)).divide(number(12)).add(number(0x1p-40));
    }

    /// The conditions, in the order of the page.
    List<Sides> conditions() {
        Apfloat eta = number(at.eta());
        Apfloat logarithm = log(number(8).divide(square(eta).multiply(delta)));
        Apfloat theta = logarithm.multiply(max(number(4).divide(goal().multiply(number(3))), number(20)));
        Apfloat[] step = step();
        Apfloat fast =
                eta.multiply(PI.subtract(ONE)).multiply(square(ONE.add(rho))).divide(TWO.multiply(PI));
        Apfloat ratio = square(ONE.add(rho).divide(ONE.subtract(rho)));
        Apfloat small = gamma.multiply(square(norm)).divide(number(64));
        Apfloat noisy = square(step[0])
                .add(square(step[1]).divide(TWO))
                .add(theta.multiply(square(step[2])).multiply(TWO));
        Apfloat mu = drift();
        return List.of(
                new Sides(number(at.entry().angle()), entry()),
                new Sides(gamma, ONE),
                new Sides(rho, ONE.divide(TWO)),
                new Sides(adverse, rate(PI.subtract(ONE)).multiply(number(3)).divide(number(20))),
                new Sides(bias(), root(gamma).multiply(norm).divide(TWO)),
                new Sides(
                        eta.multiply(top).multiply(square(ONE.add(rho))).divide(TWO.multiply(PI)),
                        ONE.divide(number(3))),
                new Sides(exits(), delta.divide(TWO)),
                new Sides(number(8).multiply(fast).multiply(square(rhoA)).multiply(max(logarithm, ratio)), small),
                new Sides(TWO.multiply(theta).multiply(eta).multiply(step[3]), number(3)),
                new Sides(
                        eta.multiply(times()[0].add(eta)).multiply(noisy),
                        number(3).divide(number(100))),
                new Sides(TWO.multiply(eta).multiply(square(step[1])), mu),
                new Sides(number(4).multiply(theta).multiply(eta).multiply(square(step[2])), mu),
                new Sides(number(32).multiply(eta).multiply(square(step[0])), mu.multiply(goal())));
    }
}
