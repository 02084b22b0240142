package lemmata.cli;

import java.io.Closeable;
import java.io.Flushable;
import java.io.OutputStream;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes the lines that `evaluate` answers with; numbers as the shortest decimals that read back to the same bits.
final class AnswerWriter implements Flushable, Closeable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .rootValueSeparator("")
            .build();

    private final JsonGenerator json;

    AnswerWriter(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    /// `{"id":…, "angle":…, …}`.
    void write(String id, Answer answer) {
        start(id);
        json.writeNumberProperty("angle", answer.angle());
        json.writeNumberProperty("loss", answer.loss());
        json.writeObjectPropertyStart("gradient");
        write("w", answer.w());
        write("a", answer.a());
        json.writeEndObject();
        write("sphereGradient", answer.sphere());
        json.writeObjectPropertyStart("spurious");
        Student spurious = answer.spurious();
        write("w", spurious.w());
        write("a", spurious.a());
        json.writeNumberProperty("loss", answer.spuriousLoss());
        json.writeBooleanProperty("localMinimum", answer.localMinimum());
        json.writeEndObject();
        if (answer.smoothed() != null) {
            write(answer.smoothed());
        }
        end();
    }

    private void write(Smoothed smoothed) {
        json.writeObjectPropertyStart("smoothed");
        json.writeNumberProperty("m1", smoothed.m1());
        json.writeNumberProperty("m2", smoothed.m2());
        json.writeNumberProperty("h", smoothed.h());
        json.writeNumberProperty("kappa", smoothed.kappa());
        json.writeObjectPropertyStart("gradient");
        write("w", smoothed.w());
        write("a", smoothed.a());
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectPropertyStart("c1");
        json.writeNumberProperty("inner", smoothed.filterInner());
        json.writeNumberProperty("coefficient", smoothed.filterCoefficient());
        json.writeEndObject();
        json.writeObjectPropertyStart("c2");
        json.writeNumberProperty("inner", smoothed.outputInner());
        json.writeNumberProperty("gammaMin", smoothed.outputSlack());
        json.writeEndObject();
    }

    /// `{"id":…, "error":{"field":…, "message":…}}`.
    void write(String id, InvalidField error) {
        start(id);
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("field", error.field());
        json.writeStringProperty("message", error.remedy());
        json.writeEndObject();
        end();
    }

    private void start(String id) {
        json.writeStartObject();
        json.writeName("id");
        json.writeRawValue(id);
    }

    private void end() {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(String name, double[] values) {
        json.writeName(name);
        json.writeArray(values, 0, values.length);
    }

    @Override
    public void flush() {
        json.flush();
    }

    /// Writes out what is left; the stream below stays open.
    @Override
    public void close() {
        json.close();
    }
}
