package lemmata.rng;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.PhiloxChecks;
import lemmata.audit.PhiloxChecks.Recipe;
import lemmata.claim.Statement;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute rng.Philox; every property holds for all seeds, none is statistical.
@DrawnCases
class PhiloxProperties {

    private static final Map<String, Recipe> SLIPS = new TreeMap<>(Map.of(
            "m₀ changed", new Recipe(0xD2511F55L, 0xCD9E8D57L, 0x9E3779B9L, 0xBB67AE85L, 10),
            "m₁ changed", new Recipe(0xD2511F53L, 0xCD9E8D59L, 0x9E3779B9L, 0xBB67AE85L, 10),
            "m₀ and m₁ exchanged", new Recipe(0xCD9E8D57L, 0xD2511F53L, 0x9E3779B9L, 0xBB67AE85L, 10),
            "w₀ and w₁ exchanged", new Recipe(0xD2511F53L, 0xCD9E8D57L, 0xBB67AE85L, 0x9E3779B9L, 10),
            "k₁ does not grow", new Recipe(0xD2511F53L, 0xCD9E8D57L, 0x9E3779B9L, 0L, 10),
            "nine rounds", Recipe.ofAuthors(9),
            "eleven rounds", Recipe.ofAuthors(11)));

    /// The authors' answer for seven rounds: what the recipe itself is tried on.
    private static final String SEVEN_ROUNDS =
            "243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 4dfccaba 190a87f0 c47362ba b6b5242a";

    @Example
    @Statement("rng.Philox/S1")
    void givesTheAuthorsKnownAnswers() {
        assertThat(PhiloxChecks.KNOWN_ANSWERS).hasSize(3);
        for (String answer : PhiloxChecks.KNOWN_ANSWERS) {
            holds(PhiloxChecks.givesAnswer(Philox::block, answer), answer);
            SLIPS.forEach((slip, recipe) -> rejects(slip, PhiloxChecks.givesAnswer(recipe, answer)));
        }
        holds(PhiloxChecks.givesAnswer(Recipe.ofAuthors(7), SEVEN_ROUNDS), "seven rounds");
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Philox/S1")
    void followsThePublishedRecipe(@ForAll Draw draw) {
        holds(PhiloxChecks.publishedRecipe(Philox::block), draw);
    }

    @Example
    @Statement("rng.Philox/S1")
    void otherRecipesAreRejected() {
        SLIPS.forEach((slip, recipe) -> rejects(slip, PhiloxChecks.publishedRecipe(recipe)));
        rejects(
                "halves of the counter exchanged",
                PhiloxChecks.publishedRecipe((key, low, high) -> Philox.block(key, high, low)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Philox/S1")
    void placesSeedTrialIndexAndDomainInFieldsOfTheirOwn(@ForAll Draw draw) {
        holds(PhiloxChecks.addresses(Philox::at), draw);
    }

    @Example
    @Statement("rng.Philox/S1")
    void otherAddressesAreRejected() {
        rejects(
                "no range refused",
                PhiloxChecks.addresses((seed, domain, trial, index) ->
                        Philox.block(seed, (long) domain << 48 | index & (1L << 48) - 1, trial)));
        rejects(
                "seed and trial exchanged",
                PhiloxChecks.addresses((seed, domain, trial, index) -> Philox.at(trial, domain, seed, index)));
        rejects(
                "domain lost",
                PhiloxChecks.addresses((seed, domain, trial, index) ->
                        Philox.at(seed, domain >>> 16 == 0 ? 0 : domain, trial, index)));
        rejects(
                "trial cut to 32 bits",
                PhiloxChecks.addresses((seed, domain, trial, index) -> Philox.at(seed, domain, (int) trial, index)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Philox/S1")
    void dependsOnNothingElse(@ForAll Draw draw) {
        holds(PhiloxChecks.pure(Philox::at), draw);
    }

    @Example
    @Statement("rng.Philox/S1")
    void generatorsWithStateAreRejected() {
        AtomicLong calls = new AtomicLong();
        rejects(
                "counts its calls",
                PhiloxChecks.pure(
                        (seed, domain, trial, index) -> Philox.at(seed, domain, trial, calls.getAndIncrement())));
        rejects(
                "two indices share a block",
                PhiloxChecks.pure((seed, domain, trial, index) -> Philox.at(seed, domain, trial, index / 2)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Philox/S1")
    void uniformIsTheOddMultipleOfTwoToTheMinus53(@ForAll Draw draw) {
        holds(PhiloxChecks.uniform(Philox::uniform), draw);
    }

    @Example
    @Statement("rng.Philox/S1")
    void otherUniformsAreRejected() {
        rejects("53 bits without an offset, which reach 0", PhiloxChecks.uniform(word -> (word >>> 11) * 0x1p-53));
        rejects("53 bits and a half, which reach 1", PhiloxChecks.uniform(word -> ((word >>> 11) + 0.5) * 0x1p-53));
        rejects("lower bits", PhiloxChecks.uniform(word -> ((word & (1L << 52) - 1) + 0.5) * 0x1p-52));
        rejects("sign extended", PhiloxChecks.uniform(word -> ((word >> 12) + 0.5) * 0x1p-52));
    }

    @Example
    @Statement("rng.Philox/S1")
    void uniformNeverReachesTheEnds() {
        assertThat(Philox.uniform(0)).isEqualTo(0x1p-53);
        assertThat(Philox.uniform(-1)).isEqualTo(1 - 0x1p-53);
    }
}
