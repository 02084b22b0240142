package lemmata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import lemmata.claim.Statement;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.Store;

/// What one property has seen: tries, tries that met the hypothesis, the worst ratio, and how often each mutant was
/// refused.
final class Tally {

    private final List<String> mutants = new ArrayList<>();
    private String statement = "";
    private int tries;
    private int met;
    private double worst;

    /// The tally of the property that is running.
    static Tally current() {
        return Store.getOrCreate(Tally.class, Lifespan.PROPERTY, Tally::new).get();
    }

    /// The ids of the statements that the property tries to refute.
    String statement() {
        return statement;
    }

    void record(OptionalDouble ratio) {
        tries++;
        met += ratio.isPresent() ? 1 : 0;
        worst = Math.max(worst, ratio.orElse(0));
    }

    void recordMutant(String slip, long refused, int draws) {
        mutants.add(String.format(Locale.ROOT, "%s %d/%d", slip, refused, draws));
    }

    /// Whether there were tries, and none said anything.
    boolean isVacuous() {
        return tries > 0 && met == 0;
    }

    /// One line for people; empty if the property neither tried nor rejected anything by way of [Refutation].
    String line() {
        List<String> parts = new ArrayList<>();
        if (tries > 0) {
            parts.add(String.format(Locale.ROOT, "%d tries, %d met, worst ratio %.3g", tries, met, worst));
        }
        if (!mutants.isEmpty()) {
            parts.add("mutants refused: " + String.join("; ", mutants));
        }
        return String.join("; ", parts);
    }

    /// Prints the tally after each property, and fails one whose hypothesis no try met.
    static final class Hook implements AroundPropertyHook {

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            Tally tally = current();
            tally.statement = context.findAnnotation(Statement.class)
                    .map(ids -> String.join(", ", ids.value()))
                    .orElse(context.label());
            PropertyExecutionResult result = property.execute();
            if (!tally.line().isEmpty()) {
                context.reporter().publishValue(tally.statement, tally.line());
            }
            return tally.isVacuous() ? result.mapToFailed(tally.statement + ": no try met the hypothesis") : result;
        }

        @Override
        public PropagationMode propagateTo() {
            return PropagationMode.ALL_DESCENDANTS;
        }
    }
}
