package lemmata.cli;

import lemmata.audit.Opening;
import lemmata.audit.TheoremCheck;
import lemmata.audit.TheoremCheck.Form;
import lemmata.dynamics.Method;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that put a theorem to a configuration.
final class TheoremOptions {

    private static final int LONGEST = 1 << 20;
    private static final double LARGEST_NORM = 1e30;
    /// Least η, γ and δ, so that all times are doubles.
    private static final double LEAST = 1e-100;

    @Option(names = "--theorem", required = true, paramLabel = "1|2", description = "1: escape, 2: convergence.")
    private int theorem;

    @Mixin
    private TeacherOptions teacher;

    @Option(
            names = "--rho-w",
            required = true,
            paramLabel = "R",
            converter = RealNumber.class,
            description = "Radius ρ_w of the noise on the filter.")
    private double rhoW;

    @Option(
            names = "--rho-a",
            required = true,
            paramLabel = "R",
            converter = RealNumber.class,
            description = "Radius ρ_a of the noise on the output weights.")
    private double rhoA;

    @Option(
            names = "--eta",
            required = true,
            paramLabel = "E",
            converter = RealNumber.class,
            description = "Step size η.")
    private double eta;

    @Option(
            names = "--gamma",
            paramLabel = "G",
            converter = RealNumber.class,
            description = "Squared error γ of theorem 2; relative to ‖a*‖² in a for the repaired one.")
    private @Nullable Double gamma;

    @Option(
            names = "--delta",
            paramLabel = "D",
            converter = RealNumber.class,
            description = "Failure probability δ. Default: 0.1.")
    private double delta = 0.1;

    @Option(
            names = "--form",
            paramLabel = "printed|repaired",
            converter = OfForm.class,
            description = "Which form is judged; the other is shown beside it. Default: printed.")
    private Form form = Form.PRINTED;

    @Option(
            names = "--reading",
            paramLabel = "A,W",
            converter = ReadingName.class,
            description = "RADIAL or UNIT, with NETWORK, ANGLE or NORMALISED. Default: RADIAL,NETWORK.")
    private Reading reading = Reading.POSTER;

    @Option(
            names = "--start",
            paramLabel = "random|spurious",
            converter = Choice.OfStart.class,
            description =
                    "w uniform on the sphere and a in the ball of radius |1ᵀa*|/√k, or (−w*, ā). Default: random.")
    private @Nullable Start start;

    @Option(
            names = "--phi0",
            paramLabel = "PHI",
            converter = RealNumber.class,
            description = "Instead of --start, with --a0: all runs begin at this angle φ₀ in [0, pi], …")
    private @Nullable Double phi;

    @Option(
            names = "--a0",
            paramLabel = "X,Y,Z",
            converter = Coordinates.Converter.class,
            description = "… and at a₀ with x = 1ᵀa₀/√k, y along a* minus its mean, z the norm of the rest.")
    private @Nullable Coordinates output;

    @Mixin
    private TheoremConstants constants;

    @Option(names = "--seed", paramLabel = "S", description = "Determines every draw. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--generator",
            paramLabel = "splitmix|philox",
            converter = Choice.OfGenerator.class,
            description = "Of all random words. Default: ${DEFAULT-VALUE}.")
    private Generator generator = Generator.SPLITMIX;

    /// printed, repaired.
    static final class OfForm extends Choice<Form> {
        OfForm() {
            super(Form.values());
        }
    }

    /// The theorem's number.
    int theorem() {
        return theorem;
    }

    /// q as it was given.
    double q() {
        return teacher.q;
    }

    /// ‖a*‖ as it was given.
    double norm() {
        return teacher.norm;
    }

    /// The form that is judged.
    Form form() {
        return form;
    }

    /// What is to be judged.
    ///
    /// @throws InvalidField naming an option
    TheoremCheck check() {
        require(theorem == 1 || theorem == 2, "theorem", theorem + " is none of the paper's two: give 1 or 2");
        require(theorem == 2 || gamma == null, "gamma", "is of theorem 2: leave it out, or choose --theorem 2");
        require(theorem == 1 || gamma != null, "gamma", "is missing: theorem 2 needs the squared error γ");
        requireSize("p", teacher.p);
        requireSize("k", teacher.k);
        Target target = teacher.target();
        require(target.norm() <= LARGEST_NORM, "norm", teacher.norm + " is too large for runs: give at most 1e30");
        Configuration at = new Configuration(target, teacher.p, rhoW, rhoA, eta, gamma == null ? 1 : gamma, delta);
        requireLarge("eta", eta);
        requireLarge("gamma", at.gamma());
        requireLarge("delta", delta);
        Opening opening = opening(target);
        Setup setup = new Setup(Method.PGD, reading, 1, opening.start(), generator, seed);
        return theorem == 1
                ? TheoremCheck.escape(form, constants.escape(at), setup, opening)
                : TheoremCheck.convergence(form, constants.convergence(at), setup, opening);
    }

    private Opening opening(Target target) {
        Double angle = phi;
        Coordinates weights = output;
        if (angle == null && weights == null) {
            return Opening.of(start == null ? Start.RANDOM : start);
        }
        require(start == null, "start", "is given by --phi0 and --a0: leave it out, or them");
        if (angle == null || weights == null) {
            String missing = angle == null ? "phi0" : "a0";
            throw new InvalidField(missing, "is missing: --phi0 and --a0 go together");
        }
        require(angle >= 0 && angle <= Math.PI, "phi0", Constant.shown(angle) + " is not in [0, π]: give radians");
        double sine = angle == Math.PI ? 0 : Functions.sin(angle); // the double nearest to π stands for π
        return Opening.at(teacher.p, target, weights.with(Functions.cos(angle), sine));
    }

    private static void requireSize(String field, int size) {
        require(size >= 1 && size <= LONGEST, field, "is " + size + ": give a number from 1 to " + LONGEST);
    }

    private static void requireLarge(String field, double value) {
        require(value >= LEAST, field, value + " is too small for times in doubles: give at least " + LEAST);
    }

    private static void require(boolean right, String field, String remedy) {
        TrialOptions.require(right, field, remedy);
    }
}
