package lemmata.audit;

import static lemmata.audit.NoiseEvidence.means;
import static lemmata.audit.NoiseEvidence.some;
import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Map;
import lemmata.audit.PassageRuns.Radius;
import lemmata.model.Target;
import lemmata.theorem.MeanPath;
import lemmata.theorem.OutputPath;

/// The procedures of the stems OutputPath and Exponents of the chapter theorem.
final class PathProcedures {

    private PathProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addPath(procedures);
        addNoise(procedures);
        addExponents(procedures);
    }

    private static void addPath(Map<String, Procedure> to) {
        to.put(
                "theorem.OutputPath/S1",
                all(
                        sampled("250 digits", OutputPathChecks.step(MeanPath::alongAfter, MeanPath::acrossAfter)),
                        means(
                                32,
                                "a step of P-GD, along 1 and across",
                                (draw, n) -> OutputMeans.steps(MeanPath::alongAfter, MeanPath::acrossAfter, draw, n))));
        to.put(
                "theorem.OutputPath/S2",
                all(
                        some(
                                12,
                                "four paths of the angle",
                                OutputPathChecks.envelope(MeanPath::least, MeanPath::greatest)),
                        some(
                                12,
                                "the same along 1",
                                OutputPathChecks.parts(
                                        (path, x, y, t) -> path.leastAlong(x, t),
                                        (path, x, y, t) -> path.greatestAlong(x, t),
                                        true)),
                        some(
                                12,
                                "the same across",
                                OutputPathChecks.parts(
                                        (path, x, y, t) -> path.leastAcross(y, t),
                                        (path, x, y, t) -> path.greatestAcross(y, t),
                                        false)),
                        sampled(
                                "ends attained",
                                OutputPathChecks.attained(
                                        (path, x, y, t) -> path.leastAlong(x, t),
                                        (path, x, y, t) -> path.greatestAlong(x, t))),
                        some(
                                12,
                                "reach and bias",
                                OutputPathChecks.reach((path, start) -> path.reach(start, 0, 0), OutputPath::bias))));
        to.put(
                "theorem.OutputPath/S3",
                all(
                        some(10, "laws of sixteen paths", OutputPathChecks.laws(MeanPath::least, MeanPath::greatest)),
                        some(12, "moments of 38 digits", OutputPathChecks.ceiling(OutputPath::ceiling)),
                        sampled("noise against a level", OutputPathChecks.against(draw -> {
                            Target target = OutputPathChecks.target(draw);
                            return OutputPath.noiseAgainst(target, draw.p(), OutputPathChecks.level(draw, target));
                        }))));
    }

    private static void addNoise(Map<String, Procedure> to) {
        to.put(
                "theorem.OutputPath/S4",
                all(
                        some(12, "variance along 1", OutputNoiseChecks.variance(OutputPath::varianceAlong, true)),
                        some(12, "variance across", OutputNoiseChecks.variance(OutputPath::varianceAcross, false)),
                        some(12, "S_g", OutputNoiseChecks.spread(OutputPath::kernelSpread)),
                        some(
                                4,
                                "extreme noise",
                                OutputNoiseChecks.range(OutputPath::rangeAlong, OutputPath::rangeAcross))));
        to.put(
                "theorem.OutputPath/S5",
                sampled(
                        "steps, with noise against z",
                        OutputNoiseChecks.rest((path, start) -> path.reach(start, 0, 0))));
        to.put(
                "theorem.OutputPath/S6",
                all(
                        sampled(
                                "variance along 1",
                                OutputNoiseChecks.accuracy(
                                        OutputPath::varianceAlong, (of, reach) -> of.variance(true, reach))),
                        sampled(
                                "variance across",
                                OutputNoiseChecks.accuracy(
                                        OutputPath::varianceAcross, (of, reach) -> of.variance(false, reach))),
                        sampled(
                                "range along 1",
                                OutputNoiseChecks.accuracy(
                                        OutputPath::rangeAlong, (of, reach) -> of.range(true, reach))),
                        sampled(
                                "range across",
                                OutputNoiseChecks.accuracy(
                                        OutputPath::rangeAcross, (of, reach) -> of.range(false, reach))),
                        sampled(
                                "S_g",
                                OutputNoiseChecks.accuracy(
                                        (path, reach) -> path.kernelSpread(), (of, reach) -> of.kernelSpread()))));
    }

    private static void addExponents(Map<String, Procedure> to) {
        for (int statement = 1; statement <= 5; statement++) {
            int own = statement;
            Procedure fits = run -> List.of(ExponentChecks.rows(own, pairs(run)));
            to.put("theorem.Exponents/S" + own, own == 3 ? all(fits, PathProcedures::passages) : fits);
        }
        to.put("theorem.Exponents/S6", run -> List.of(ExponentChecks.nearer(pairs(run))));
    }

    private static List<Evidence> passages(Run run) {
        return switch (run.budget()) {
            case QUICK -> List.of(PassageRuns.passages(run, Radius.ESCAPE, 2, 4, 4));
            case STANDARD ->
                List.of(
                        PassageRuns.passages(run, Radius.ESCAPE, 2, 4, 8),
                        PassageRuns.passages(run, Radius.POSTER, 2, 3, 4));
            case DEEP ->
                List.of(
                        PassageRuns.passages(run, Radius.ESCAPE, 2, 8, 32),
                        PassageRuns.passages(run, Radius.POSTER, 2, 4, 32));
        };
    }

    private static int pairs(Run run) {
        return run.budget() == Budget.QUICK ? 2 : run.budget() == Budget.STANDARD ? 5 : 9;
    }
}
