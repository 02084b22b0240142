package lemmata.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.PublishedRate.Status;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.Test;

/// What is quoted, what is recalled, and what is neither.
class PublishedRateTest {

    @Test
    void onlyThePosterIsQuoted() {
        assertThat(of(Method.PGD, 6, 36, 4, Start.RANDOM))
                .extracting(PublishedRate::status, PublishedRate::value)
                .containsExactly(Status.QUOTED, 1.0);
        assertThat(of(Method.GD, 6, 36, 4, Start.RANDOM))
                .extracting(PublishedRate::status, PublishedRate::value)
                .containsExactly(Status.RECALLED, 0.66);
        assertThat(of(Method.GD, 6, 36, 4, Start.RANDOM).source()).endsWith("as recalled");
    }

    @Test
    void nothingIsKnownElsewhere() {
        assertThat(of(Method.PSGD, 6, 36, 4, Start.RANDOM).status()).isEqualTo(Status.ABSENT);
        assertThat(of(Method.GD, 5, 36, 4, Start.RANDOM).status()).isEqualTo(Status.ABSENT);
        assertThat(of(Method.GD, 6, 35, 4, Start.RANDOM).status()).isEqualTo(Status.ABSENT);
        assertThat(of(Method.GD, 6, 36, 4.5, Start.RANDOM).status()).isEqualTo(Status.ABSENT);
        assertThat(of(Method.GD, 6, 36, 4, Start.SPURIOUS).status()).isEqualTo(Status.ABSENT);
        assertThat(of(Method.PSGD, 6, 36, 4, Start.RANDOM).within(new BinomialInterval(0, 1)))
                .isEmpty();
    }

    @Test
    void aRoundedValueLiesWithinHalfAUnit() {
        PublishedRate rate = of(Method.GD, 6, 36, 4, Start.RANDOM);
        assertThat(rate.within(new BinomialInterval(0.6649, 0.7))).contains(true);
        assertThat(rate.within(new BinomialInterval(0.6651, 0.7))).contains(false);
        assertThat(rate.within(new BinomialInterval(0.6, 0.6551))).contains(true);
        assertThat(rate.within(new BinomialInterval(0.6, 0.6549))).contains(false);
    }

    private static PublishedRate of(Method method, int p, int k, double q, Start start) {
        SuccessRates.Common common = new SuccessRates.Common(p, 1, Generator.PHILOX, 1);
        return PublishedRate.of(
                SuccessRates.cell(common, method, Reading.POSTER, start, k, q, SuccessRates.recipe(method)));
    }
}
