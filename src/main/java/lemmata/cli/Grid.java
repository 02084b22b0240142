package lemmata.cli;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Numbers on a grid over a rectangle, between whose points they run bilinearly.
///
/// @param values by row from below, by column from the left; at least two each way
record Grid(double[][] values) {

    /// The value at a place, given by the shares of width and height.
    double at(double across, double up) {
        double column = across * (values[0].length - 1);
        double row = up * (values.length - 1);
        int left = Math.min((int) column, values[0].length - 2);
        int below = Math.min((int) row, values.length - 2);
        double x = column - left;
        double y = row - below;
        return (1 - y) * ((1 - x) * values[below][left] + x * values[below][left + 1])
                + y * ((1 - x) * values[below + 1][left] + x * values[below + 1][left + 1]);
    }

    /// The smallest finite number.
    double least() {
        return finite().min().orElse(0);
    }

    /// The largest finite number.
    double most() {
        return finite().max().orElse(1);
    }

    private DoubleStream finite() {
        return Arrays.stream(values).flatMapToDouble(DoubleStream::of).filter(Double::isFinite);
    }
}
