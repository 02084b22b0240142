package lemmata.proof;

import static lemmata.proof.FormInputs.exactly;
import static lemmata.proof.FormInputs.h;
import static lemmata.proof.FormInputs.length;
import static lemmata.proof.FormInputs.m1;
import static lemmata.proof.FormInputs.m2;
import static lemmata.proof.FormInputs.phi;
import static lemmata.proof.FormInputs.unit;

import java.util.stream.Stream;
import lemmata.audit.Draw;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.SmoothedGradient;

/// The forms of teachers and students against the lemma code on one drawn case.
///
/// @param ratio what compares
/// @param draw the case
record VectorForms(FormRatio ratio, Draw draw) {

    double loss() {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        return ratio.of(
                PopulationLoss.at(teacher, student),
                PopulationLoss.error(teacher, student),
                "loss",
                student.k(),
                length(student),
                phi(teacher, student),
                exactly(student.a()),
                exactly(teacher.a()));
    }

    double gradientA() {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        return entries(
                "gradientA",
                OutputGradient.at(teacher, student),
                OutputGradient.error(teacher, student),
                student.k(),
                length(student),
                phi(teacher, student),
                exactly(student.a()),
                exactly(teacher.a()));
    }

    double gradientW() {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        return entries(
                "gradientW",
                FilterGradient.at(teacher, student),
                FilterGradient.error(teacher, student),
                student.k(),
                length(student),
                phi(teacher, student),
                exactly(student.w()),
                unit(teacher.w()),
                exactly(student.a()),
                exactly(teacher.a()));
    }

    /// The factor times the rejection R of w* from w, over ‖w*‖. R is within 8u of its norm, ‖w*‖ within 8u of 1, and
    /// the product is rounded once: 17u.
    double tangent() {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        Object[] inputs = {student.k(), phi(teacher, student), exactly(student.a()), exactly(teacher.a())};
        double[] gradient = TangentGradient.at(teacher, student);
        double[] across = Vectors.rejection(student.w(), teacher.w());
        double factor = ratio.forms().value("tangent", inputs);
        double size = Vectors.length(across);
        double here = PrintedForms.error("tangent", inputs) * size
                + (17 * RoundOff.U * size + RoundOff.UNDERFLOW) * Math.abs(factor);
        double error = TangentGradient.error(teacher, student) + here * FormInputs.SECOND_ORDER;
        return FormRatio.worst(gradient.length, i -> FormRatio.over(Math.abs(gradient[i] - factor * across[i]), error));
    }

    double spurious() {
        Teacher teacher = draw.teacher();
        return entries(
                "spurious",
                SpuriousOptimum.of(teacher).a(),
                SpuriousOptimum.weightsError(teacher),
                teacher.k(),
                (Object) exactly(teacher.a())); // one input, not its entries as many
    }

    /// The worst entry of a vector; its form takes k and the index before the other inputs.
    private double entries(String form, double[] values, double[] errors, int k, Object... inputs) {
        return FormRatio.worst(
                values.length,
                i -> ratio.of(
                        values[i],
                        errors[i],
                        form,
                        Stream.concat(Stream.of(k, i), Stream.of(inputs)).toArray()));
    }

    double alignment() {
        Teacher teacher = draw.teacher();
        return ratio.of(
                SpuriousOptimum.alignment(teacher),
                SpuriousOptimum.alignmentError(teacher),
                "alignment",
                teacher.k(),
                exactly(teacher.a()));
    }

    double spuriousLoss() {
        Teacher teacher = draw.teacher();
        return ratio.of(
                SpuriousOptimum.loss(teacher),
                SpuriousOptimum.lossError(teacher),
                "spuriousLoss",
                teacher.k(),
                exactly(teacher.a()));
    }

    double smoothedA(NoiseMoments moments) {
        Teacher teacher = draw.teacher();
        Student student = draw.unitStudent();
        double[] gradient = SmoothedGradient.output(teacher, student, moments);
        double[] error = SmoothedGradient.outputError(teacher, student, moments);
        return FormRatio.worst(
                gradient.length,
                i -> ratio.of(
                        gradient[i],
                        error[i],
                        "smoothedA",
                        student.k(),
                        i,
                        m2(moments),
                        m1(moments),
                        h(moments),
                        exactly(student.a()),
                        exactly(teacher.a())));
    }
}
