package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import lemmata.landscape.LocalMinimality;
import lemmata.loss.Angle;
import lemmata.num.Vectors;
import org.junit.jupiter.api.Test;

/// The drawn cases are what their kinds say, and every kind is drawn.
class DrawTest {

    private static final int CASES = 2_000;

    @Test
    void everyKindAndTheSmallestShapesAreDrawnByEveryBudgetAboveQuick() {
        Set<Object> seen = new HashSet<>();
        int largest = 0;
        for (int index = 0; index < Budget.STANDARD.cases(); index++) {
            Draw draw = Draw.of(20260101, index);
            seen.addAll(Arrays.asList(draw.filter(), draw.target(), draw.weights(), "p" + draw.p(), "k" + draw.k()));
            largest = Math.max(largest, draw.k());
        }
        assertThat(seen)
                .contains((Object[]) Draw.Filter.values())
                .contains((Object[]) Draw.Target.values())
                .contains((Object[]) Draw.Weights.values())
                .contains("p1", "k1");
        assertThat(largest).isGreaterThan(150);
    }

    @Test
    void theSameSeedAndIndexGiveTheSameCase() {
        assertThat(Draw.of(7, 3)).isEqualTo(Draw.of(7, 3)).isNotEqualTo(Draw.of(8, 3));
        assertThat(Draw.of(7, 3).student()).isEqualTo(Draw.of(7, 3).student());
    }

    @Test
    void exactKindsAreExact() {
        for (int index = 0; index < CASES; index++) {
            Draw draw = Draw.of(11, index);
            double[] a = draw.unitStudent().a();
            double[] aStar = draw.teacher().a();
            if (draw.target() == Draw.Target.SUM_ZERO && draw.k() > 1) {
                assertThat(Vectors.sum(aStar).doubleValue()).as("%s", draw).isZero();
            }
            if (draw.weights() == Draw.Weights.ORTHOGONAL) {
                assertThat(Vectors.dot(a, aStar).doubleValue()).as("%s", draw).isZero();
            }
            double phi =
                    Angle.between(draw.unitStudent().w(), draw.teacher().w()).phi();
            if (draw.filter() == Draw.Filter.SAME || draw.filter() == Draw.Filter.NEARLY_SAME) {
                assertThat(phi).as("%s", draw).isLessThan(1.01);
            }
            if (draw.filter() == Draw.Filter.RIGHT && draw.p() > 1) {
                assertThat(phi).as("%s", draw).isBetween(1.57, 1.571);
            }
        }
    }

    @Test
    void scalesReachTheEndsOfTheRange() {
        double largest = 0;
        double smallest = 1;
        for (int index = 0; index < CASES; index++) {
            double size = Vectors.length(Draw.of(11, index).student().w());
            largest = Math.max(largest, size);
            smallest = Math.min(smallest, size);
        }
        assertThat(largest).isGreaterThan(1e60);
        assertThat(smallest).isLessThan(1e-60);
    }

    @Test
    void nearThresholdTeachersLieOnBothSides() {
        Set<Integer> signs = new HashSet<>();
        for (int index = 0; index < CASES; index++) {
            Draw draw = Draw.of(11, index);
            if (draw.target() == Draw.Target.NEAR_THRESHOLD && draw.k() > 1) {
                signs.add(LocalMinimality.alignmentSign(draw.teacher()));
            }
        }
        assertThat(signs).containsExactlyInAnyOrder(-1, 1);
    }
}
