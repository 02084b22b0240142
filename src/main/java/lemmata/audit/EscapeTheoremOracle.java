package lemmata.audit;

import java.math.BigDecimal;
import java.util.List;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.Drift;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Beginning;
import lemmata.theorem.Problem;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// The conditions of theorem.Escape and its T₁ in 80 digits, from the formulas of its page and of the pages it uses.
///
/// The moments of the noise are those of the lemma code, on the safe side: d₋ ≤ d_∞(π), κ₋ ≤ κ(π), bounds of the rest
/// points; what is built from them is written anew.
final class EscapeTheoremOracle {

    /// Decimal digits carried.
    private static final int DIGITS = 80;

    /// Of the series of eˣ for |x| ≤ 2⁻⁷: 2⁻²¹⁰/30! < 10⁻⁹⁴.
    private static final int TERMS = 30;

    private static final Apfloat PI = ApfloatMath.pi(DIGITS);
    private static final Apfloat ZERO = of(0);
    private static final Apfloat ONE = of(1);
    private static final Apfloat TWO = of(2);
    private static final Apfloat HIGH = ratio(1014, 1000);
    private static final Apfloat GAP = ratio(48, 100);

    /// One condition.
    ///
    /// @param value left side
    /// @param limit right side
    record Sides(Apfloat value, Apfloat limit) {}

    private final Problem problem;
    private final Beginning start;
    private final Apfloat delta;
    private final Apfloat k;
    private final Apfloat p;
    private final Apfloat first;
    private final Apfloat second;
    private final Apfloat rho;
    private final Apfloat rhoA;
    private final Apfloat m2;

    /// d₋.
    final Apfloat least;

    /// E₀.
    final Apfloat lacking;

    /// F₀.
    final Apfloat exceeding;

    private final NoiseMoments opposite;
    private final NoiseMoments straight;

    EscapeTheoremOracle(Problem problem, Beginning start, double delta) {
        this.problem = problem;
        this.start = start;
        this.delta = of(delta);
        Target target = problem.target();
        k = of(target.k());
        p = of(problem.p());
        first = ApfloatMath.abs(of(target.along()));
        second = of(target.across());
        rho = of(problem.rhoW());
        rhoA = of(problem.rhoA());
        m2 = ONE.add(square(rho).multiply(p).divide(p.add(TWO)));
        opposite = moments(NoiseDraw.fromOpposite(0));
        straight = moments(NoiseDraw.at(0));
        least = of(SmoothedEquilibrium.alignment(target, opposite).low());
        lacking = positive(
                        high(along(opposite), first).subtract(of(start.along().low())))
                .add(positive(high(across(opposite), second)
                        .subtract(of(start.across().low()))));
        exceeding = positive(of(start.along().high()).subtract(low(along(straight), first)))
                .add(positive(of(start.across().high()).subtract(low(across(straight), second))));
    }

    private NoiseMoments moments(Angle angle) {
        return NoiseMoments.ofOutput(Reading.Output.RADIAL, problem.noise(), angle);
    }

    private Bounded along(NoiseMoments moments) {
        return SmoothedEquilibrium.shareAlong(problem.target().k(), moments);
    }

    private static Bounded across(NoiseMoments moments) {
        return SmoothedEquilibrium.shareAcross(moments);
    }

    private static Apfloat high(Bounded share, Apfloat a) {
        return of(share.high()).multiply(square(a));
    }

    private static Apfloat low(Bounded share, Apfloat a) {
        return of(share.low()).multiply(square(a));
    }

    private static Apfloat farthest(Bounded share) {
        return ApfloatMath.max(ApfloatMath.abs(of(share.low())), ApfloatMath.abs(of(share.high())));
    }

    Apfloat lambdaAlong() {
        return rate(k).multiply(m2);
    }

    Apfloat lambdaAcross() {
        return rate(ZERO).multiply(m2);
    }

    /// (π−1+k)/2π.
    private static Apfloat rate(Apfloat k) {
        return PI.subtract(ONE).add(k).divide(TWO.multiply(PI));
    }

    /// μ = d₋κ₋/4π.
    Apfloat drift() {
        double pull = Drift.network(problem.noise(), NoiseDraw.fromOpposite(0)).low();
        return least.multiply(of(pull)).divide(of(4).multiply(PI));
    }

    /// min{b, ℓ₀}.
    Apfloat begin() {
        return start.cotangent() > 2 ? HIGH : ApfloatMath.min(HIGH, of(start.cotangent()));
    }

    /// ζ.
    Apfloat floor() {
        if (start.cotangent() == Double.NEGATIVE_INFINITY) {
            return ZERO;
        }
        Apfloat level = begin().subtract(lacking.divide(lambdaAcross())).subtract(GAP);
        Apfloat odds = exp(level);
        return ApfloatMath.min(ratio(3, 4), TWO.multiply(odds).divide(ONE.add(odds)));
    }

    /// θ.
    Apfloat exponent(Apfloat eta) {
        Apfloat fourth = square(square(eta));
        return log(of(8).divide(fourth.multiply(delta))).divide(GAP);
    }

    /// T₁.
    Apfloat burnIn(Apfloat eta) {
        Apfloat mu = drift();
        Apfloat ratio =
                ApfloatMath.max(lacking.divide(mu), of(4).multiply(exceeding).divide(least));
        Apfloat settle = log(ApfloatMath.max(ONE, ratio)).divide(lambdaAcross());
        Apfloat way = HIGH.add(lacking.divide(lambdaAcross())).subtract(begin());
        return settle.add(way.divide(mu)).divide(eta);
    }

    /// U₁ (i = 1) and U₂, with |a₁|U₁ + a₂U₂ = d₋/2 and U₁ : U₂ = √Λ : √(π−1).
    private Apfloat level(int i) {
        Apfloat top = root(PI.subtract(ONE).add(k));
        Apfloat rest = root(PI.subtract(ONE));
        Apfloat unit = least.divide(TWO.multiply(first.multiply(top).add(second.multiply(rest))));
        return unit.multiply(i == 1 ? top : rest);
    }

    private Apfloat x() {
        Apfloat rest = farthest(along(straight)).multiply(first);
        return ApfloatMath.max(of(start.reach().x()), rest).add(level(1));
    }

    private Apfloat y() {
        Apfloat share = ApfloatMath.max(farthest(across(opposite)), farthest(across(straight)));
        return ApfloatMath.max(of(start.reach().y()), share.multiply(second)).add(level(2));
    }

    private Apfloat z() {
        return ApfloatMath.max(of(start.reach().z()), rhoA);
    }

    /// All conditions but the first three, in the order of the page.
    List<Sides> conditions(Apfloat eta) {
        Apfloat mu = drift();
        Apfloat zeta = floor();
        Apfloat theta = exponent(eta);
        Apfloat rootZeta = root(zeta);
        Apfloat slope = slope();
        Apfloat stiff = eta.multiply(rate(k)).multiply(square(ONE.add(rho)));
        Apfloat stride = ApfloatMath.min(ONE, of(8).multiply(rootZeta)).divide(of(32));
        Apfloat bend = ratio(674, 100).multiply(eta).multiply(square(slope));
        Apfloat noise = of(8).multiply(theta).multiply(eta).multiply(square(spread()));
        Apfloat range = of(4).multiply(theta).multiply(eta).multiply(range());
        return List.of(
                new Sides(stiff, ONE),
                new Sides(exit(eta), delta.divide(TWO)),
                new Sides(eta.multiply(slope), stride),
                new Sides(bend, mu.multiply(zeta)),
                new Sides(noise, mu.multiply(zeta)),
                new Sides(range, of(3).multiply(rootZeta)));
    }

    /// P_exit.
    Apfloat exit(Apfloat eta) {
        Apfloat kernel = kernelSpread();
        Apfloat radius = squareSpread().divide(root(m2));
        Apfloat widest = ApfloatMath.min(TWO.multiply(rho), ONE.add(rho));
        Apfloat driveX = k.multiply(radius).add(kernel).multiply(first);
        Apfloat driveY = kernel.multiply(second);
        Apfloat farX = k.add(PI).multiply(widest).multiply(first);
        Apfloat farY = PI.multiply(widest).multiply(second);
        return leaves(eta, lambdaAlong(), level(1), variance(k, x(), driveX), far(k, x(), farX))
                .add(leaves(eta, lambdaAcross(), level(2), variance(ZERO, y(), driveY), far(ZERO, y(), farY)));
    }

    private Apfloat variance(Apfloat more, Apfloat coordinate, Apfloat drive) {
        Apfloat fourth = ONE.add(TWO.multiply(square(rho)))
                .add(square(square(rho)).multiply(p).divide(p.add(of(4))));
        Apfloat output = square(rate(more).multiply(rhoA)).multiply(fourth).divide(k.add(TWO));
        Apfloat filter =
                rate(more).multiply(squareSpread()).multiply(coordinate).add(drive.divide(TWO.multiply(PI)));
        return output.add(square(filter));
    }

    private Apfloat far(Apfloat more, Apfloat coordinate, Apfloat drive) {
        Apfloat outer = square(ONE.add(rho));
        Apfloat inner = square(positive(ONE.subtract(rho)));
        Apfloat off = ApfloatMath.max(outer.subtract(m2), m2.subtract(inner));
        return rate(more)
                .multiply(off.multiply(coordinate).add(outer.multiply(rhoA)))
                .add(drive.divide(TWO.multiply(PI)));
    }

    /// 2N exp(−U²/2(v+cU)).
    private static Apfloat leaves(Apfloat eta, Apfloat lambda, Apfloat level, Apfloat variance, Apfloat range) {
        Apfloat v = eta.multiply(variance).divide(lambda.multiply(TWO.subtract(eta.multiply(lambda))));
        Apfloat c = eta.multiply(range).divide(of(3));
        Apfloat exponent = square(level).divide(TWO.multiply(v.add(c.multiply(level))));
        return TWO.divide(square(eta)).multiply(exp(exponent.negate()));
    }

    private Apfloat squareSpread() {
        Apfloat size = p.add(TWO);
        Apfloat fourth = of(4).multiply(p).multiply(square(square(rho)));
        return root(of(4).multiply(square(rho))
                .divide(size)
                .add(fourth.divide(p.add(of(4)).multiply(square(size)))));
    }

    private Apfloat kernelSpread() {
        Apfloat size = p.add(TWO);
        Apfloat half = PI.divide(TWO);
        Apfloat even = half.subtract(ONE).multiply(root(ONE.add(square(rho).divide(size))));
        return ApfloatMath.min(
                PI.multiply(rho).multiply(root(p.divide(size))),
                half.multiply(rho).divide(root(size)).add(even));
    }

    private Apfloat stiffness() {
        Apfloat length = root(square(x()).add(square(y())).add(square(z()))).add(rhoA);
        return k.multiply(square(x().add(rhoA))).add(PI.subtract(ONE).multiply(square(length)));
    }

    private Apfloat alignment() {
        return first.multiply(x()).add(second.multiply(y()));
    }

    private Apfloat output() {
        return root(square(first).add(square(second))).multiply(rhoA);
    }

    /// T.
    private Apfloat pull() {
        return k.multiply(first).multiply(x().add(rhoA)).add(alignment()).add(output());
    }

    /// min{1, ρ/(1−ρ)}, times T, with H̄ρ.
    private Apfloat noiseAlone() {
        Apfloat share = rho.compareTo(ratio(1, 2)) >= 0 ? ONE : rho.divide(ONE.subtract(rho));
        return stiffness().multiply(rho).add(pull().multiply(share));
    }

    /// Γ.
    Apfloat slope() {
        return noiseAlone()
                .divide(TWO.multiply(PI))
                .add(alignment().add(output()).divide(TWO));
    }

    private Apfloat spread() {
        Apfloat coordinate = root(p.add(TWO));
        Apfloat direction = ONE.divide(root(p.subtract(ONE)));
        if (rho.compareTo(ONE) < 0) {
            direction = ApfloatMath.min(direction, rho.divide(ONE.subtract(rho).multiply(coordinate)));
        }
        Apfloat sum = stiffness()
                .multiply(rho)
                .divide(coordinate)
                .add(pull().multiply(direction))
                .add(PI.multiply(output()).divide(root(k.add(TWO))))
                .add(alignment().multiply(PI.divide(TWO)).multiply(ApfloatMath.min(ONE, rho)));
        return sum.divide(TWO.multiply(PI));
    }

    private Apfloat range() {
        Apfloat sum = TWO.multiply(noiseAlone())
                .add(PI.multiply(output()))
                .add(PI.multiply(alignment()).multiply(ApfloatMath.min(ONE, rho)));
        return sum.divide(TWO.multiply(PI));
    }

    static Apfloat of(double value) {
        return new Apfloat(new BigDecimal(value), DIGITS);
    }

    /// eˣ, 0 below x = −10⁶: a Taylor series at a small share of x, squared.
    static Apfloat exp(Apfloat x) {
        if (x.doubleValue() < -1e6) {
            return ZERO;
        }
        int halvings = Math.max(0, 8 + Math.getExponent(x.doubleValue()));
        Apfloat small = x.divide(ApfloatMath.pow(TWO, halvings));
        Apfloat term = ONE;
        Apfloat sum = ONE;
        for (int n = 1; n <= TERMS; n++) {
            term = term.multiply(small).divide(of(n));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = square(sum);
        }
        return sum;
    }

    /// log x by Halley's steps from its double.
    static Apfloat log(Apfloat x) {
        Apfloat y = of(Functions.log(x.doubleValue()));
        for (int i = 0; i < 2; i++) {
            Apfloat power = exp(y);
            y = y.add(TWO.multiply(x.subtract(power)).divide(x.add(power)));
        }
        return y;
    }

    static Apfloat ratio(int numerator, int denominator) {
        return of(numerator).divide(of(denominator));
    }

    static Apfloat square(Apfloat x) {
        return x.multiply(x);
    }

    private static Apfloat root(Apfloat x) {
        return x.signum() == 0 ? x : ApfloatMath.sqrt(x);
    }

    private static Apfloat positive(Apfloat x) {
        return ApfloatMath.max(ZERO, x);
    }
}
