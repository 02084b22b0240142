package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lemmata.audit.LaneFunctionChecks.Circle;
import lemmata.audit.WordsChecks.Source;
import lemmata.num.LaneFunctions;
import lemmata.num.Polynomial;
import lemmata.rng.SplitMix;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// The procedures of num.LaneFunctions and rng.Words.
final class NumProcedures {

    private static final Circle CIRCLE = new Circle(LaneFunctions::cosine, LaneFunctions::sine);

    private NumProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addFunctions(procedures);
        addWords(procedures);
    }

    private static void addFunctions(Map<String, Procedure> to) {
        to.put(
                "num.LaneFunctions/S1",
                all(
                        sampled("against 250 digits", LaneFunctionChecks.exponential(LaneFunctions::exponential)),
                        run -> List.of(spread(
                                run,
                                LaneFunctionChecks.exponentialOver(
                                        LaneFunctions::exponential, run.seed(), spread(run))))));
        to.put(
                "num.LaneFunctions/S2",
                all(
                        sampled("against 250 digits", LaneFunctionChecks.circle(CIRCLE)),
                        run -> List.of(spread(run, LaneFunctionChecks.circleOver(CIRCLE, run.seed(), spread(run))))));
        to.put(
                "num.LaneFunctions/S3",
                sampled("against 250 digits, range", LaneFunctionChecks.expm1(LaneFunctions::expm1)));
        to.put(
                "num.LaneFunctions/S4",
                sampled("against 250 digits, exact ends", LaneFunctionChecks.angle(LaneFunctions::angle)));
        to.put("num.LaneFunctions/S5", run -> sameEverywhere());
    }

    private static List<Evidence> sameEverywhere() {
        Set<String> foreign = LaneFunctionChecks.foreignCalls(LaneFunctions.class, Polynomial.class);
        boolean same = LaneFunctionChecks.sameBits(
                LaneFunctions::exponential, CIRCLE, LaneFunctions::expm1, LaneFunctions::angle);
        return List.of(
                Evidence.exact(
                        "enumeration",
                        "methods called in the class files",
                        2,
                        foreign.isEmpty(),
                        String.join(", ", foreign)),
                Evidence.exact("enumeration", "bits of fixed results", 5 << 14, same, ""));
    }

    private static long spread(Run run) {
        return 16L * run.budget().samples();
    }

    private static Evidence spread(Run run, double worst) {
        Verdict verdict = worst <= 1 ? Verdict.SAMPLED : Verdict.VIOLATED;
        return new Evidence("sample", verdict, "words evenly spread over all", spread(run), worst, "");
    }

    private static void addWords(Map<String, Procedure> to) {
        to.put(
                "rng.Words/S1",
                all(
                        run -> List.of(Instruments.knownAnswers(), splitMixAnswers()),
                        both("the published recipe", WordsChecks::publishedRecipe)));
        to.put(
                "rng.Words/S2",
                all(
                        both("in any order", (generator, source) -> WordsChecks.pure(source)),
                        sampled(
                                "SplitMix: trial and number found again",
                                WordsChecks.inverse(SplitMix::word, SplitMix::start))));
        to.put(
                "rng.Words/S3",
                all(sampled("streams on one cycle", WordsChecks.cycle(SplitMix::word)), run -> List.of(overlap())));
        to.put(
                "rng.Words/S4",
                run -> Stream.of(Generator.values())
                        .map(generator -> WordTests.evidence(
                                generator.toString(),
                                Source.of(generator),
                                run.seed(),
                                run.budget().samples()))
                        .toList());
    }

    private static Procedure both(String claim, GeneratorCheck check) {
        return all(Stream.of(Generator.values())
                .map(generator -> sampled(generator + ": " + claim, check.of(generator, Source.of(generator))))
                .toArray(Procedure[]::new));
    }

    private static Evidence splitMixAnswers() {
        int answers = WordsChecks.KNOWN_ANSWERS.stream()
                .mapToInt(answer -> answer.words().size())
                .sum();
        boolean holds = WordsChecks.givesKnownAnswers(SplitMix::word);
        return Evidence.exact("enumeration", "SplitMix64's known answers", answers, holds, "");
    }

    private static Evidence overlap() {
        Words words = new Words(Generator.SPLITMIX, 0, 0);
        boolean none = new Words(Generator.PHILOX, 0, 0).overlap(1e9, 1e9) == 0;
        double worst = WordsChecks.overlapOver(words::overlap);
        return Evidence.exact(
                "enumeration",
                "two and three windows on a cycle of 256 places",
                8 * (256 + 256 * 256),
                worst <= 1 && none,
                "probability over bound at most " + Math.ceil(1000 * worst) / 1000);
    }

    /// A check of the words of a generator.
    @FunctionalInterface
    private interface GeneratorCheck {
        Check of(Generator generator, Source source);
    }
}
