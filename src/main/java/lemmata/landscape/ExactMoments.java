package lemmata.landscape;

import java.math.BigDecimal;
import lemmata.model.Teacher;

/// s*² and B = ‖a*‖² as the exact rationals that the doubles of a* give, for decisions that no rounding may touch.
///
/// @param sumSquared s*²
/// @param square B
/// @param others (k−1) B
record ExactMoments(BigDecimal sumSquared, BigDecimal square, BigDecimal others) {

    static ExactMoments of(Teacher teacher) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal square = BigDecimal.ZERO;
        for (double entry : teacher.a()) {
            BigDecimal exact = new BigDecimal(entry);
            sum = sum.add(exact);
            square = square.add(exact.multiply(exact));
        }
        return new ExactMoments(sum.multiply(sum), square, square.multiply(BigDecimal.valueOf(teacher.k() - 1L)));
    }
}
