package lemmata.cli;

import java.util.ArrayList;
import java.util.List;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.num.Bounded;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// The constants of the smoothed landscape for a region of one's own, section by section.
final class Constants {

    private static final String C1 = "dissipativity.FilterDissipativity/S";
    private static final String C2 = "dissipativity.OutputDissipativity/S";
    private static final String EQUILIBRIUM = "dissipativity.SmoothedEquilibrium/S";

    private final Situation situation;
    private final NoiseMoments low;
    private final NoiseMoments high;

    private Constants(Situation situation) {
        this.situation = situation;
        this.low = situation.low();
        this.high = situation.high();
    }

    /// All sections.
    ///
    /// @throws InvalidField if the region is empty, aᵀa* has no lower bound on it, or a rate is not admissible
    static List<Section> of(Situation situation) {
        Constants constants = new Constants(situation);
        return List.of(
                constants.moments(),
                constants.filter(),
                constants.output(),
                constants.equilibrium(),
                constants.descent());
    }

    private Section moments() {
        boolean radial = situation.reading().a() == Reading.Output.RADIAL;
        String h = radial ? "smoothing.SmoothedKernel/S2" : "smoothing.NormalisedDirection/S2";
        String kappa = situation.reading().w() == Reading.Filter.NORMALISED
                ? "smoothing.NormalisedDirection/S2"
                : "smoothing.Drift/S1";
        String ofKappa = "pull of w towards w*: P_w E∇_w L = −(aᵀa*/2π) κ P_w w*";
        String ofH = radial ? "E[r̃ g(φ̃)]" : "E g(φ̃)";
        return new Section(
                "moments",
                "Moments of the noise at the ends of φ",
                List.of(
                        new Constant("m1", "m₁", low.m1(), "E‖w+ξ‖; 1 for UNIT", "smoothing.SmoothedKernel/S1"),
                        new Constant("m2", "m₂", low.m2(), "E‖w+ξ‖²; 1 for UNIT", "smoothing.SmoothedKernel/S1"),
                        new Constant("hAtPhiLow", "h(φ_lo)", low.h(), ofH, h),
                        new Constant("hAtPhiHigh", "h(φ_hi)", high.h(), ofH, h),
                        new Constant("kappaAtPhiLow", "κ(φ_lo)", low.kappa(), ofKappa, kappa),
                        new Constant("kappaAtPhiHigh", "κ(φ_hi)", high.kappa(), ofKappa, kappa)));
    }

    private Section filter() {
        Reading.Filter reading = situation.reading().w();
        return new Section(
                "c1",
                "C1, the filter: ⟨−P_w E∇_w L, w*−w⟩ ≥ c_w ‖w−w*‖² − γ_w",
                List.of(
                        Constant.sharp(
                                "rate",
                                "c_w",
                                FilterDissipativity.rate(
                                        situation.target(), situation.noise(), reading, situation.region()),
                                "largest rate on U with γ_w = 0; C1 holds on U for none if it is not positive",
                                C1 + "2"),
                        Constant.sharp(
                                "slack",
                                "γ_w",
                                FilterDissipativity.slack(
                                        situation.target(),
                                        situation.noise(),
                                        reading,
                                        situation.region(),
                                        situation.cw()),
                                "smallest slack on U (its place searched for if aᵀa* < 0) for the rate c_w = "
                                        + Constant.shown(situation.cw()),
                                C1 + "3")));
    }

    private Section output() {
        Angle phiLow = situation.region().phiLow();
        Angle phiHigh = situation.region().phiHigh();
        OutputDissipativity atLow = new OutputDissipativity(situation.target(), low);
        List<Constant> constants = new ArrayList<>();
        constants.add(new Constant("limit", "c_a,max", atLow.limit(), "what every rate c_a stays below", C2 + "2"));
        constants.add(Constant.sharp(
                "slack",
                "γ_a",
                OutputDissipativity.slack(
                        situation.target(),
                        situation.noise(),
                        situation.reading().a(),
                        phiLow,
                        phiHigh,
                        situation.ca()),
                "smallest slack, for all a and the angles of U, for the rate c_a = " + Constant.shown(situation.ca()),
                C2 + "2"));
        constants.addAll(ellipsoid(atLow, "AtPhiLow", "(φ_lo)"));
        constants.addAll(ellipsoid(new OutputDissipativity(situation.target(), high), "AtPhiHigh", "(φ_hi)"));
        return new Section("c2", "C2, the output weights: ⟨−E∇_a L, a*−a⟩ ≥ c_a ‖a−a*‖² − γ_a", constants);
    }

    /// With γ_a = 0, C2 fails exactly in an ellipsoid of errors e = a − a*.
    private List<Constant> ellipsoid(OutputDissipativity condition, String key, String at) {
        Ellipsoid ellipsoid = Ellipsoid.of(condition, situation.ca());
        String centre = "centre of the ellipsoid of errors a − a* where C2 with γ_a = 0 fails, ";
        String axis = "its semi-axis ";
        String along = "along 1";
        String across = "across 1";
        return List.of(
                new Constant("centreAlong" + key, "e₁" + at, ellipsoid.centreAlong(), centre + along, C2 + "3"),
                new Constant("centreAcross" + key, "e₂" + at, ellipsoid.centreAcross(), centre + across, C2 + "3"),
                new Constant("axisAlong" + key, "r₁" + at, ellipsoid.axisAlong(), axis + along, C2 + "3"),
                new Constant("axisAcross" + key, "r₂" + at, ellipsoid.axisAcross(), axis + across, C2 + "3"));
    }

    private Section equilibrium() {
        Angle opposite = Angle.ofRadians(Angle.radians(0)).supplement();
        NoiseMoments moments = NoiseMoments.ofOutput(situation.reading().a(), situation.noise(), opposite);
        Bounded alignment = SmoothedEquilibrium.alignment(situation.target(), moments);
        Bounded escape = SmoothedEquilibrium.escapeNoise(
                situation.target(), situation.noise().p(), situation.reading().a());
        return new Section(
                "equilibrium",
                "Where the smoothed a-step stands still, at w = −w*",
                List.of(
                        new Constant(
                                "alignment",
                                "a_∞ᵀa*",
                                alignment,
                                "alignment of these weights; where it is positive C1 holds at them for φ < π",
                                EQUILIBRIUM + "2"),
                        new Constant(
                                "escapeNoise",
                                "ρ_esc",
                                escape,
                                "smallest ρ_w above which it is positive; 0 where it is without noise",
                                EQUILIBRIUM + "3")));
    }

    private Section descent() {
        Descent descent = Descent.of(situation.noise().p(), situation.target().k(), situation.q(), situation.norm());
        List<Constant> constants = new ArrayList<>();
        if (descent.saddleAngle() != null) {
            constants.add(new Constant(
                    "saddleAngle",
                    "φ_c",
                    descent.saddleAngle(),
                    "angle of the saddles of the loss; there are none where it is missing",
                    "landscape.CriticalPoints/S1"));
        }
        constants.add(new Constant(
                "trapLimit",
                "P(trap)",
                descent.trapLimit(),
                "limit for ‖a*‖ → 0 of the chance that GD from a uniform w₀ ends at the spurious point",
                "landscape.DescentBasin/S1"));
        return new Section("descent", "Gradient descent without noise", constants);
    }
}
