package lemmata.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lemmata.loss.PopulationLoss;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import lemmata.proof.ValueFile.Row;
import lemmata.proof.ValueFile.Table;

/// The values of the population loss that are proved one by one: p and k up to 3, all kinds of angles and weights.
///
/// At w = w*, −w*, twice both, beside them, and anywhere; each at a = a*, beside it, and anywhere.
final class ProvedLosses {

    private static final long SEED = 20261121;

    private static final String POINTS = "From Lemmata Require Import loss.PopulationLoss_points.\n";

    /// Where the student's filter is.
    private enum Filter {
        SAME,
        OPPOSITE,
        BESIDE,
        BESIDE_OPPOSITE,
        ANYWHERE
    }

    /// What the student's output weights are.
    private enum Weights {
        TEACHERS,
        BESIDE,
        ANYWHERE
    }

    /// All pairs of both, those with w on the line of w* first.
    private static final List<Case> CASES = Arrays.stream(Filter.values())
            .flatMap(filter -> Arrays.stream(Weights.values()).map(weights -> new Case(filter, weights)))
            .toList();

    private ProvedLosses() {}

    /// Every case once, at p = 2 or 3 where w is not on the line of w*, and those on the line at a second p.
    static ValueFile populationLoss() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < CASES.size() + 6; i++) {
            Case kind = CASES.get(i % CASES.size());
            int p = kind.isOnTheLine() ? 1 + (i + i / CASES.size()) % 3 : 2 + i % 2;
            rows.add(kind.row(random, p, 1 + (i + i / 3) % 3, i % 2 == 0 ? 1 : 2));
        }
        Table table = new Table(
                "loss",
                4,
                "nat * nat * list R * list R * list R * list R",
                "p, k, w, a, v, b",
                "loss p k (entries w) (entries a) (entries v) (entries b)",
                "point_row",
                rows);
        return new ValueFile(
                "loss/PopulationLoss", "the population loss", ProvedValues.PREAMBLE + POINTS, List.of(table));
    }

    /// A unit vector up to rounding.
    private static double[] unit(SplittableRandom random, int p) {
        double[] any = random.doubles(p, -1, 1).toArray();
        double length = Vectors.length(any);
        return Vectors.map(entry -> entry / length, Spaces.filter("w", any));
    }

    /// Where the student is.
    private record Case(Filter filter, Weights weights) {

        private boolean isOnTheLine() {
            return filter == Filter.SAME || filter == Filter.OPPOSITE;
        }

        /// One drawn case: w scaled, and a scaled back, so that at w*, a* the student is the teacher.
        private Row row(SplittableRandom random, int p, int k, double scale) {
            double[] target = unit(random, p);
            double[] aStar = random.doubles(k, -1, 1).toArray();
            double[] w = Vectors.map(entry -> scale * entry, Spaces.filter("w", filter(random, target)));
            double[] a = Vectors.map(entry -> entry / scale, Spaces.output("a", weights(random, aStar)));
            return ProvedLosses.row(
                    new Teacher(Spaces.unit("w", target), Spaces.output("a", aStar)),
                    new Student(Spaces.filter("w", w), Spaces.output("a", a)));
        }

        private double[] filter(SplittableRandom random, double[] target) {
            double sign = filter == Filter.OPPOSITE || filter == Filter.BESIDE_OPPOSITE ? -1 : 1;
            double[] w = Vectors.map(entry -> sign * entry, Spaces.filter("w", target));
            if (filter == Filter.BESIDE || filter == Filter.BESIDE_OPPOSITE) {
                w[0] += 0x1p-20 * (1 + Math.abs(target[0]));
            }
            return filter == Filter.ANYWHERE
                    ? random.doubles(target.length, -1, 1).toArray()
                    : w;
        }

        private double[] weights(SplittableRandom random, double[] aStar) {
            return switch (weights) {
                case TEACHERS -> aStar;
                case BESIDE -> Vectors.map(entry -> entry * (1 + 0x1p-30), Spaces.output("a", aStar));
                case ANYWHERE -> random.doubles(aStar.length, -1, 1).toArray();
            };
        }
    }

    private static Row row(Teacher teacher, Student student) {
        String arguments = Stream.of(student.w(), student.a(), teacher.w(), teacher.a())
                .map(ValueFile::entries)
                .collect(Collectors.joining(",\n    "));
        return new Row(
                teacher.p() + "%nat, " + teacher.k() + "%nat,\n    " + arguments,
                new Bounded(PopulationLoss.at(teacher, student), PopulationLoss.error(teacher, student)));
    }
}
