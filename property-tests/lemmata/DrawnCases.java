package lemmata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/// A class of properties over [Draws], each of which ends with a line of its [Tally].
///
/// jqwik's own edge cases are off: the kinds of a draw are the edges.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Domain(Draws.class)
@AddLifecycleHook(Tally.Hook.class)
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
@StatisticsReport(StatisticsReportMode.OFF)
public @interface DrawnCases {}
