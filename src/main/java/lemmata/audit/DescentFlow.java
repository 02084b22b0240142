package lemmata.audit;

import lemmata.loss.AngleKernel;
import lemmata.model.Target;
import lemmata.num.Functions;

/// The flow of gradient descent without noise in the coordinates that it closes in: φ, x = 1ᵀa/√k and y, the part of a
/// along the rest of a*.
///
/// φ′ = −(d/2π)(π−φ) sin φ, x′ = −λ₁(x − x_e), y′ = −λ₂(y − y_e), d = x a₁ + y a₂, with the equilibrium
/// x_e = (k−1+g)a₁/(π−1+k), y_e = (g−1)a₂/(π−1) of the present angle.
///
/// A step takes the middle angle from an exact half step of (x, y) at fixed φ, then an exact full step at the middle
/// angle, and moves φ by at most [#TURN] or so; its error is of second order. It stops where the end is certain for the
/// flow: if |a₁(x−x_e)| + |a₂(y−y_e)| < |d_e|, then d keeps the sign of d_e. For d > 0, say, φ falls, so the
/// equilibrium's parts of d rise, each part of d stays above the smaller of itself and its equilibrium, and
/// d ≥ d_e − |a₁(x−x_e)| − |a₂(y−y_e)| > 0 ever after: φ falls to 0.
///
/// @param target a*
/// @param turn largest step of φ
record DescentFlow(Target target, double turn) {

    static final double TURN = 0.01;

    private static final int STEPS = 1_000_000;

    /// The rates (φ′, x′, y′) at a point.
    double[] rates(double phi, double x, double y) {
        Place place = place(phi);
        double d = x * target.along() + y * target.across();
        return new double[] {-d * place.slope, -first() * (x - place.x), -second() * (y - place.y)};
    }

    /// Whether the flow from a start ends at the global optimum.
    ///
    /// @throws ArithmeticException if it does not decide, as on the stable manifold of the saddles
    boolean succeeds(double phi, double x, double y) {
        double angle = phi;
        double along = x;
        double across = y;
        for (int step = 0; step < STEPS; step++) {
            Place place = place(angle);
            double aligned = place.x * target.along() + place.y * target.across();
            double away = Math.abs(target.along() * (along - place.x)) + Math.abs(target.across() * (across - place.y));
            if (away < Math.abs(aligned)) {
                return aligned > 0;
            }
            double d = Math.abs(along * target.along() + across * target.across());
            double square = target.norm() * target.norm();
            double rate = Math.max(Math.max(d, Math.abs(aligned)), place.slope * square / second());
            double time = turn / (place.slope * rate);
            double half = angle - place.slope * alignedTime(place, along, across, time / 2);
            Place middle = place(Math.clamp(half, 0, Math.PI));
            angle -= middle.slope * alignedTime(middle, along, across, time);
            angle = Math.clamp(angle, 0, Math.PI);
            along = middle.x + (along - middle.x) * Functions.exp(-first() * time);
            across = middle.y + (across - middle.y) * Functions.exp(-second() * time);
        }
        throw new ArithmeticException("undecided after " + STEPS + " steps");
    }

    /// (π−φ) sin φ/2π and the equilibrium.
    private record Place(double slope, double x, double y) {}

    private Place place(double phi) {
        double g = AngleKernel.g(NoiseDraw.at(phi));
        double x = (target.k() - 1 + g) * target.along() / target.top();
        double y = (g - 1) * target.across() / (Math.PI - 1);
        return new Place((Math.PI - phi) * Functions.sin(phi) / (2 * Math.PI), x, y);
    }

    /// ∫ d dt over a time at fixed φ.
    private double alignedTime(Place place, double x, double y, double time) {
        double along = place.x * time - (x - place.x) * Functions.expm1(-first() * time) / first();
        double across = place.y * time - (y - place.y) * Functions.expm1(-second() * time) / second();
        return along * target.along() + across * target.across();
    }

    /// λ₁.
    private double first() {
        return target.top() / (2 * Math.PI);
    }

    /// λ₂.
    private static double second() {
        return (Math.PI - 1) / (2 * Math.PI);
    }
}
