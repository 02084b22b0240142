package lemmata.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Spaces;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.proof.ValueFile.Row;
import lemmata.proof.ValueFile.Table;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// The values of functions of scalars and of the teacher's output weights that are proved one by one.
final class ProvedValues {

    private static final long SEED = 20261121;

    /// What every file of values imports.
    static final String PREAMBLE = """
            From Coq Require Import Reals List ZArith.
            Import ListNotations.
            From Lemmata Require Import num.Vectors num.Intervals Definitions num.Constants num.Tables.
            Open Scope R_scope.
            """;

    private ProvedValues() {}

    /// g, π − g and g′; but for φ = 0, where the latter two are 0.
    static ValueFile angleKernel() {
        List<Row> kernel = new ArrayList<>();
        List<Row> complement = new ArrayList<>();
        List<Row> slope = new ArrayList<>();
        for (double phi : angles()) {
            String at = ValueFile.dyad(phi);
            kernel.add(new Row(at, new Bounded(AngleKernel.g(phi), AngleKernel.gError(phi))));
            if (phi > 0) {
                complement.add(new Row(at, new Bounded(AngleKernel.piMinusG(phi), AngleKernel.piMinusGError(phi))));
                slope.add(new Row(at, new Bounded(AngleKernel.derivative(phi), AngleKernel.derivativeError(phi))));
            }
        }
        List<Table> tables = List.of(
                new Table("g", 4, "R", "phi", "g phi", "kernel", kernel),
                new Table("complement", 5, "R", "phi", "(PI - g phi)", "kernel", complement),
                new Table("slope", 2, "R", "phi", "kernel_slope phi", "slope", slope));
        return new ValueFile(
                "loss/AngleKernel",
                "g, of PI - g and of g'",
                PREAMBLE + "From Lemmata Require Import loss.AngleKernel_points.\n",
                tables);
    }

    /// 1 + (k−1)/π for the numbers of patches of the experiments and a few more.
    static ValueFile localMinimality() {
        List<Row> rows = new ArrayList<>();
        for (int k : new int[] {1, 2, 3, 7, 25, 36, 49, 64, 81, 100, 200}) {
            rows.add(new Row(k + "%nat", EnclosedConstants.threshold(k)));
        }
        String tactic = "From Lemmata Require Import landscape.SpuriousOptimum_algebra.\n"
                + "\nLtac threshold_row := unfold threshold; simpl INR; numbers; interval with (i_prec 120).\n";
        Table table = new Table("threshold", 1, "nat", "k", "threshold k", "threshold_row", rows);
        return new ValueFile(
                "landscape/LocalMinimality", "the threshold 1 + (k-1)/PI", PREAMBLE + tactic, List.of(table));
    }

    /// āᵀa* and L(−w*, ā).
    static ValueFile spuriousOptimum() {
        List<Row> alignment = new ArrayList<>();
        List<Row> loss = new ArrayList<>();
        for (double[] a : outputs()) {
            Teacher teacher = new Teacher(Spaces.unit("w", 1), Spaces.output("a", a));
            String at = ValueFile.entries(a);
            alignment.add(new Row(
                    at, new Bounded(SpuriousOptimum.alignment(teacher), SpuriousOptimum.alignmentError(teacher))));
            loss.add(new Row(at, new Bounded(SpuriousOptimum.loss(teacher), SpuriousOptimum.lossError(teacher))));
        }
        String tactics = """
                From Lemmata Require Import num.Constants_bridge.

                Ltac closed := cbn [entries dot sum length nth INR]; numbers; interval with (i_prec 140).
                Ltac alignment_row := rewrite alignment_closed; closed.
                Ltac loss_row := rewrite spurious_loss_closed; closed.
                """;
        List<Table> tables = List.of(
                new Table("alignment", 5, "list R", "b", "alignment b", "alignment_row", alignment),
                new Table("loss", 5, "list R", "b", "spurious_loss b", "loss_row", loss));
        return new ValueFile(
                "landscape/SpuriousOptimum", "alignment and loss at the spurious point", PREAMBLE + tactics, tables);
    }

    /// The quotient of C1 without noise, κ = π − φ.
    static ValueFile filterDissipativity() {
        List<Row> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (double phi : angles()) {
            Angle angle = Angle.ofRadians(Angle.radians(phi));
            Bounded kappa = NoiseMoments.kappa(Reading.Filter.NETWORK, new BallNoise(2, 0), angle);
            double d = 2 * random.nextDouble() - 0.5;
            rows.add(new Row(
                    ValueFile.dyad(d) + ", " + ValueFile.dyad(phi), FilterDissipativity.coefficient(kappa, d, angle)));
        }
        String tactic =
                "\nLtac rate_row :=\n  unfold rate; numbers; first [interval with (i_prec 100) | interval with (i_prec 240)].\n";
        Table table = new Table("rate", 4, "R * R", "d, phi", "rate (PI - phi) d phi", "rate_row", rows);
        return new ValueFile(
                "dissipativity/FilterDissipativity",
                "the quotient of C1, without noise,",
                PREAMBLE + tactic,
                List.of(table));
    }

    /// 0, π/2, `Math.PI`, powers of two next to both ends, the seams of the code at 1 and π − 1, and drawn ones.
    private static List<Double> angles() {
        List<Double> angles = new ArrayList<>(List.of(0.0, 1.0, Math.nextDown(1.0), Math.PI / 2, Math.PI - 1, Math.PI));
        for (int exponent : new int[] {-60, -40, -26, -20, -10, -5}) {
            angles.add(Math.scalb(1.0, exponent));
            if (exponent >= -40) {
                angles.add(Math.PI - Math.scalb(1.0, exponent));
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 8; i++) {
            angles.add(Math.PI * random.nextDouble());
        }
        return angles;
    }

    /// Output weights of length 1 … 4: whole ones, one with 1ᵀa* = 0, drawn ones, one near the threshold.
    private static List<double[]> outputs() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> outputs = new ArrayList<>(List.of(
                new double[] {1},
                new double[] {1, 1},
                new double[] {1, -1},
                new double[] {0.75, 0.1, -0.3},
                new double[] {1, -2, 1},
                new double[] {2.2, 0.3},
                new double[] {1e-9, 3e5, 1}));
        for (int i = 0; i < 9; i++) {
            outputs.add(
                    random.doubles(1 + i % 4, -1, 1).map(entry -> (float) entry).toArray());
        }
        return outputs;
    }
}
