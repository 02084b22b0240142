package lemmata;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The floors of the house, and the one door to each dangerous thing.
///
/// Every rule is a function of a root package: it must hold below `lemmata`, and must reject the class made for it
/// below
/// `lemmata.wrong`. A rule that meets no class at all fails.
class FloorsTest {
    /// From the ground up. A class may use its own package and the packages of lower rows, nothing else of the house.
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("claim"),
            Set.of("num"),
            Set.of("rng", "model"),
            Set.of("loss", "simd"),
            Set.of("landscape", "smoothing"),
            Set.of("dissipativity", "dynamics"),
            Set.of("theorem", "experiment"),
            Set.of("audit"),
            Set.of("cli"));

    /// The functions of `Math` whose last bit the platform may choose.
    private static final Set<String> TRANSCENDENTAL = Set.of(
            "sin cos tan asin acos atan atan2 sinh cosh tanh exp expm1 log log10 log1p pow cbrt hypot".split(" "));

    private static final Set<String> ROUNDED_BY_PLATFORM =
            Set.of("java.lang.Math", "org.apache.commons.math3.util.FastMath", "jdk.incubator.vector.VectorOperators");

    private static final JavaClasses HOUSE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("lemmata");
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("lemmata.wrong");

    /// A rule by its root package, and the classes of `lemmata.wrong` that it must reject.
    record Floor(String name, Function<String, ArchRule> below, List<String> rejected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Floor> rules() {
        return Stream.of(
                new Floor(
                        "imports go down only",
                        root -> classes().that().resideInAPackage(root + "..").should(useOnlyLowerFloors(root)),
                        List.of(
                                "num.UsesModel",
                                "loss.Wrong$UsesSimd",
                                "simd.Kernel$UsesLoss",
                                "loss.Wrong$UsesCli",
                                "attic.NoFloor")),
                new Floor(
                        "the vector module is used in simd alone",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackage(root + ".simd..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("jdk.incubator.vector.."),
                        List.of("loss.Wrong$UsesVector")),
                new Floor(
                        "transcendental functions are called in num alone",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackage(root + ".num..")
                                .should()
                                .accessTargetWhere(target(named(FloorsTest::isTranscendental))),
                        List.of(
                                "loss.Wrong$UsesSin",
                                "loss.Wrong$RefersToLog",
                                "loss.Wrong$UsesStrictMath",
                                "loss.Wrong$UsesFastMath",
                                "simd.Kernel$UsesVectorSin")),
                new Floor(
                        "randomness comes from rng alone",
                        root -> noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .doNotHaveSimpleName("TextbookLoop") // of `bench`: what others would write
                                .should()
                                .accessTargetWhere(target(named(FloorsTest::isRandom))),
                        List.of(
                                "loss.Wrong$UsesRandom",
                                "loss.Wrong$UsesThreadLocalRandom",
                                "loss.Wrong$UsesMathRandom")),
                new Floor(
                        "only cli prints",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackage(root + ".cli..")
                                .should()
                                .accessField(System.class, "out"),
                        List.of("loss.Wrong$Prints")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInTheHouse(Floor rule) {
        rule.below.apply("lemmata").check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rejectsExactlyTheClassesThatBreakIt(Floor rule) {
        List<String> report = rule.below
                .apply("lemmata.wrong")
                .evaluate(WRONG)
                .getFailureReport()
                .getDetails();
        List<String> broken = WRONG.stream()
                .map(JavaClass::getName)
                .filter(name -> report.stream().anyMatch(line -> blames(name, line)))
                .map(name -> name.substring("lemmata.wrong.".length()))
                .toList();
        assertThat(broken).containsExactlyInAnyOrderElementsOf(rule.rejected);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsWhereItMeetsNoClass(Floor rule) {
        JavaClasses none = HOUSE.that(DescribedPredicate.alwaysFalse());
        assertThatThrownBy(() -> rule.below.apply("lemmata").check(none))
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void meetsEveryRoomThatIsBuilt() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName().replaceFirst("^lemmata\\.", "")))
                .contains(
                        "claim",
                        "num",
                        "rng",
                        "model",
                        "loss",
                        "simd",
                        "landscape",
                        "smoothing",
                        "dissipativity",
                        "dynamics",
                        "theorem",
                        "experiment",
                        "audit",
                        "cli");
    }

    /// Whether the first class that a line of a report names, the one at fault, is this one.
    private static boolean blames(String name, String line) {
        String origin = line.substring(line.indexOf('<') + 1);
        return origin.startsWith(name + ">") || origin.startsWith(name + ".");
    }

    private static ArchCondition<JavaClass> useOnlyLowerFloors(String root) {
        return new ArchCondition<>("use only lower floors") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (floor(root, type) < 0) {
                    events.add(SimpleConditionEvent.violated(type, "<" + type.getName() + "> is on no floor"));
                }
                for (Dependency use : type.getDirectDependenciesFromSelf()) {
                    JavaClass used = use.getTargetClass().getBaseComponentType();
                    if (used.getPackageName().startsWith(root + ".")
                            && !used.getPackageName().equals(type.getPackageName())
                            && floor(root, used) >= floor(root, type)) {
                        events.add(SimpleConditionEvent.violated(
                                type, "<" + type.getName() + ">: " + use.getDescription()));
                    }
                }
            }
        };
    }

    /// The row of a class in [#FLOORS], −1 if its package stands in none.
    private static int floor(String root, JavaClass type) {
        String room = type.getPackageName()
                .substring(Math.min(root.length() + 1, type.getPackageName().length()))
                .split("\\.")[0];
        for (int row = 0; row < FLOORS.size(); row++) {
            if (FLOORS.get(row).contains(room)) {
                return row;
            }
        }
        return -1;
    }

    private static boolean isTranscendental(String owner, String member) {
        return owner.equals("java.lang.StrictMath")
                || ROUNDED_BY_PLATFORM.contains(owner) && TRANSCENDENTAL.contains(member.toLowerCase(Locale.ROOT));
    }

    private static boolean isRandom(String owner, String member) {
        return owner.equals("java.lang.Math") && member.equals("random")
                || owner.startsWith("java.util.random.")
                || owner.startsWith("org.apache.commons.math3.random.")
                || Set.of(
                                "java.util.Random",
                                "java.util.SplittableRandom",
                                "java.util.concurrent.ThreadLocalRandom",
                                "java.security.SecureRandom")
                        .contains(owner);
    }

    private static DescribedPredicate<AccessTarget> named(BiPredicate<String, String> ownerAndMember) {
        return DescribedPredicate.describe(
                "is forbidden there", to -> ownerAndMember.test(to.getOwner().getName(), to.getName()));
    }
}
