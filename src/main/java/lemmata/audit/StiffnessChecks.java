package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.model.InvalidField;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;
import lemmata.smoothing.SmoothedKernel;

/// Schedule/S2: where the mean step of the output weights is stable.
public final class StiffnessChecks {

    /// A stiffness: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Stiffness {
        /// Its value for a stage.
        double at(Stage stage, Reading reading, int p, int k);
    }

    /// Steps of the mean dynamics, and how far from the limit of stability.
    private static final int STEPS = 64;

    private static final double MARGIN = 0x1p-6;
    private static final double FAR = 1e12;

    private StiffnessChecks() {}

    /// S2: two points of the mean dynamics that differ by 1 come apart by (1 − stiffness) · 1 in one step.
    public static Check meanStep(Stiffness stiffness) {
        return draw -> {
            Case here = Case.of(draw);
            Stage stage = new Stage(here.noise.rho(), 0, DescentChecks.eta(draw), 1);
            double[] ones = Vectors.map(x -> 1, here.student.a());
            double[] none = Vectors.map(x -> 0, here.student.a());
            double slope = here.output(ones)[0] - here.output(none)[0];
            double error = here.outputError(ones)[0] + here.outputError(none)[0];
            double claimed = stiffness.at(stage, here.reading, draw.p(), draw.k());
            double allowed =
                    stage.eta() * error + stage.stiffnessError(here.reading, draw.p(), draw.k()) + 0x1p-51 * claimed;
            return OptionalDouble.of(Check.over(Math.abs(stage.eta() * slope - claimed), allowed));
        };
    }

    /// S2: at 2 − 2⁻⁵ the mean dynamics takes any two points together, at 2 + 2⁻⁵ it takes those that differ by 1
    /// apart.
    public static Check limit(Stiffness stiffness) {
        return draw -> {
            Case here = Case.of(draw);
            double unit = stiffness.at(new Stage(here.noise.rho(), 0, 1, 1), here.reading, draw.p(), draw.k());
            double[] a = here.student.a();
            double[] any = Spaces.output("a", Vectors.map(Double::sum, a, draw.gaussians(341, draw.k())));
            double[] along = Vectors.map(x -> x + 1, a);
            double start = DescentChecks.distance(a, any);
            double end = here.apart(a, any, 2 * (1 - MARGIN) / unit);
            double outer = here.apart(a, along, 2 * (1 + MARGIN) / unit);
            return Check.exactly(end < start && outer > Math.sqrt(draw.k()));
        };
    }

    /// S2: a schedule is refused, for its first step size, exactly if its first stage is stiffer than 2.
    public static Check refusesUnstable(Stiffness stiffness) {
        return draw -> {
            Reading reading = PopulationGradientChecks.reading(draw);
            double rho = ScheduleChecks.radius(draw, 0);
            double unit = stiffness.at(new Stage(rho, 0, 1, 1), reading, draw.p(), draw.k());
            boolean stable = draw.uniform(342) < 0.5;
            double eta = 2 * (stable ? 1 - 0x1p-40 : 1 + 0x1p-40) / unit;
            Schedule schedule = Schedule.of(new Stage(rho, 0, eta, 1), new Stage(rho / 2, 0, eta / 2, 1));
            String refused = "";
            try {
                schedule.requireStable(reading, draw.p(), draw.k());
            } catch (InvalidField refusal) {
                refused = refusal.field();
            }
            return Check.exactly(refused.equals(stable ? "" : "stages[0].eta"));
        };
    }

    /// The mean dynamics at a fixed filter, in a reading.
    private record Case(Teacher teacher, Student student, Reading reading, NoiseDraw noise, NoiseMoments moments) {

        /// h does not matter here and is that of φ = 0 without noise.
        static Case of(Draw draw) {
            Reading reading = PopulationGradientChecks.reading(draw);
            NoiseDraw any = NoiseDraw.finite(draw).withLength(Math.max(draw.p(), 2));
            NoiseDraw noise = any.withRho(Math.min(any.rho(), Stage.MAX));
            boolean radial = reading.a() == Reading.Output.RADIAL;
            Bounded none = Bounded.exact(0);
            double share = draw.p() == 1 ? noise.rho() * noise.rho() / 3 : 0;
            Bounded square = draw.p() == 1 ? Bounded.within(4, share) : SmoothedKernel.m2Excess(noise.noise());
            NoiseMoments moments =
                    radial ? new NoiseMoments(none, square, none, none) : new NoiseMoments(none, none, none, none);
            return new Case(draw.unscaled().teacher(), draw.unscaled().unitStudent(), reading, noise, moments);
        }

        double[] output(double[] a) {
            return SmoothedGradient.output(teacher, at(a), moments);
        }

        double[] outputError(double[] a) {
            return SmoothedGradient.outputError(teacher, at(a), moments);
        }

        /// How far from each other two points end, or that they are far apart.
        double apart(double[] first, double[] second, double eta) {
            double[] x = first;
            double[] y = second;
            for (int t = 0; t < STEPS && DescentChecks.distance(x, y) < FAR; t++) {
                x = Vectors.map((entry, slope) -> entry - eta * slope, x, output(x));
                y = Vectors.map((entry, slope) -> entry - eta * slope, y, output(y));
            }
            return DescentChecks.distance(x, y);
        }

        private Student at(double[] a) {
            return new Student(student.w(), Spaces.output("a", a));
        }
    }
}
