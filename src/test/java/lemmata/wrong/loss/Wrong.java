package lemmata.wrong.loss;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import lemmata.wrong.cli.Command;
import lemmata.wrong.simd.Kernel;
import org.apache.commons.math3.util.FastMath;

/// One class for each way to break a rule of the floors, and one that breaks none.
final class Wrong {
    private Wrong() {}

    static final class Right {
        double free(double x) {
            return Math.fma(Math.abs(x), Math.sqrt(x), Math.scalb(Math.max(x, 1), 2));
        }
    }

    static final class UsesSimd {
        double value = Kernel.LANES;
    }

    static final class UsesCli {
        Command command = new Command();
    }

    static final class UsesVector {
        double[] read(DoubleVector v) {
            return v.toArray();
        }
    }

    static final class UsesSin {
        double of(double x) {
            return Math.sin(x);
        }
    }

    static final class RefersToLog {
        DoubleUnaryOperator log = Math::log;
    }

    static final class UsesStrictMath {
        double of(double x) {
            return StrictMath.sqrt(x);
        }
    }

    static final class UsesFastMath {
        double of(double x) {
            return FastMath.exp(x);
        }
    }

    static final class UsesRandom {
        double draw() {
            return new Random(1).nextDouble();
        }
    }

    static final class UsesThreadLocalRandom {
        double draw() {
            return ThreadLocalRandom.current().nextDouble();
        }
    }

    static final class UsesMathRandom {
        double draw() {
            return Math.random();
        }
    }

    static final class Prints {
        void print() {
            System.out.println();
        }
    }
}
