package lemmata.proof;

import java.util.ArrayList;
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
final class ProvedLosses {

    private static final long SEED = 20261121;

    private static final String POINTS = "From Lemmata Require Import loss.PopulationLoss_points.\n";

    private ProvedLosses() {}

    /// At w = w*, −w*, multiples of both, beside them, and anywhere; at a = a*, beside it, and anywhere.
    static ValueFile populationLoss() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            int p = 1 + i % 3;
            int k = 1 + i / 3 % 3;
            double[] target = unit(random, p);
            double scale = i % 2 == 0 ? 1 : 2;
            String relation = p == 1 || i >= 13 ? random.nextBoolean() ? "same" : "opposite" : "across";
            double sign = relation.equals("opposite") ? -scale : scale;
            double[] w = Vectors.map(entry -> sign * entry, Spaces.filter("w", target));
            if (relation.equals("across")) {
                w = i % 4 == 1 ? beside(w, target) : random.doubles(p, -1, 1).toArray();
            }
            double[] aStar = random.doubles(k, -1, 1).toArray();
            double[] a = random.doubles(k, -1, 1).toArray();
            if (i % 5 == 0) {
                a = Vectors.map(entry -> entry * (1 + 0x1p-30), Spaces.output("a", aStar));
            }
            rows.add(row(
                    new Teacher(Spaces.unit("w", target), Spaces.output("a", aStar)),
                    new Student(Spaces.filter("w", w), Spaces.output("a", a))));
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

    private static Row row(Teacher teacher, Student student) {
        String arguments = Stream.of(student.w(), student.a(), teacher.w(), teacher.a())
                .map(ValueFile::entries)
                .collect(Collectors.joining(",\n    "));
        return new Row(
                teacher.p() + "%nat, " + teacher.k() + "%nat,\n    " + arguments,
                new Bounded(PopulationLoss.at(teacher, student), PopulationLoss.error(teacher, student)));
    }

    /// A unit vector up to rounding.
    private static double[] unit(SplittableRandom random, int p) {
        double[] any = random.doubles(p, -1, 1).toArray();
        double length = Vectors.length(any);
        return Vectors.map(entry -> entry / length, Spaces.filter("w", any));
    }

    /// w moved by 2⁻²⁰ in its first entry.
    private static double[] beside(double[] w, double[] target) {
        double[] moved = w.clone();
        moved[0] += 0x1p-20 * (1 + Math.abs(target[0]));
        return moved;
    }
}
