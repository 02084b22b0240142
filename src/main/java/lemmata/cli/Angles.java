package lemmata.cli;

import java.util.stream.IntStream;
import lemmata.loss.Angle;

/// Angles in equal steps from 0 to π, both exact.
final class Angles {

    private Angles() {}

    /// So many steps.
    static Angle[] steps(int count) {
        return IntStream.rangeClosed(0, count).mapToObj(i -> at(i, count)).toArray(Angle[]::new);
    }

    /// iπ/n; beyond π/2 as the supplement of its counterpart.
    private static Angle at(int i, int n) {
        return 2 * i <= n
                ? Angle.ofRadians(Angle.radians(i * Math.PI / n))
                : at(n - i, n).supplement();
    }
}
