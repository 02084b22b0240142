package lemmata.audit;

import java.util.ArrayList;
import java.util.List;

/// Nodes in every binary order of magnitude between two, each order in equal parts; all exact doubles.
record NodeGrid(int smallest, int largest, int parts) {

    int size() {
        return (largest - smallest) * parts + 1;
    }

    double node(int index) {
        int order = Math.floorDiv(index, parts);
        return Math.scalb(1 + (index - order * parts) / (double) parts, smallest + order);
    }

    List<Double> nodes() {
        List<Double> nodes = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            nodes.add(node(i));
        }
        return nodes;
    }

    /// Index of the largest node ≤ x; −1 if there is none.
    int below(double x) {
        if (x < node(0)) {
            return -1;
        }
        int order = Math.getExponent(x);
        int part = (int) ((Math.scalb(x, -order) - 1) * parts);
        return Math.min((order - smallest) * parts + part, size() - 1);
    }

    /// Index of the smallest node ≥ x; `size()` if there is none.
    int above(double x) {
        int below = below(x);
        return below >= 0 && node(below) == x ? below : below + 1;
    }
}
