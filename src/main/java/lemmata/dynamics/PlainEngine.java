package lemmata.dynamics;

import java.util.Arrays;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.num.Vectors;
import lemmata.simd.Engine;

/// The plain code of an algorithm, trial by trial, step by step: what the vector engines are held against.
///
/// A state is (w, a, steps taken). **Source.** simd.VectorEngines.
///
/// @param algorithm the step
/// @param p length of the filter of the states
/// @param k number of output weights
public record PlainEngine(Algorithm algorithm, int p, int k) implements Engine {

    @Override
    public int rows() {
        return p + k + 1;
    }

    @Override
    public void advance(double[] states, long firstTrial, int count, Leg leg) {
        Stage stage = new Stage(leg.rhoW(), leg.rhoA(), leg.eta(), leg.steps());
        for (int trial = 0; trial < count; trial++) {
            int at = trial * rows();
            Student student = student(states, at);
            long t = leg.first();
            while (t < leg.first() + leg.steps()
                    && states[at + p + k] == t
                    && Divergence.allows(Vectors.fusedDot(student.a(), student.a()))) {
                student = algorithm.step(student, stage, firstTrial + trial, t);
                t++;
                states[at + p + k] = t;
            }
            put(student, states, at);
        }
    }

    /// The student at an index of states.
    public Student student(double[] states, int at) {
        return new Student(
                Spaces.filter("w", Arrays.copyOfRange(states, at, at + p)),
                Spaces.output("a", Arrays.copyOfRange(states, at + p, at + p + k)));
    }

    /// Writes a student to an index of states.
    public void put(Student student, double[] states, int at) {
        System.arraycopy(student.w(), 0, states, at, p);
        System.arraycopy(student.a(), 0, states, at + p, k);
    }
}
