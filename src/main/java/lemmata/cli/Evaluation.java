package lemmata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import lemmata.model.InvalidField;
import tools.jackson.core.exc.JacksonIOException;

/// Answers lines of JSON with lines of JSON, one for one and in their order; blank lines are passed over.
///
/// @param lines how many were answered
/// @param bad how many of them with a complaint
record Evaluation(long lines, long bad) {

    /// Longest line in bytes: a third of a million numbers of full length. It bounds the memory.
    static final int LONGEST = 1 << 24;

    /// Reads to the end of the stream, and flushes what it writes before it waits for more to read.
    ///
    /// @throws IOException if reading or writing fails
    static Evaluation of(InputStream in, OutputStream out) throws IOException {
        try (AnswerWriter writer = new AnswerWriter(out)) {
            Lines lines = new Lines(in, writer, LONGEST);
            QueryReader reader = new QueryReader();
            Evaluation sofar = new Evaluation(0, 0);
            while (lines.next()) {
                if (!lines.isBlank()) {
                    boolean good = answer(lines, reader, writer);
                    sofar = new Evaluation(sofar.lines + 1, sofar.bad + (good ? 0 : 1));
                }
            }
            return sofar;
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static boolean answer(Lines lines, QueryReader reader, AnswerWriter writer) {
        try {
            Answer answer = Answer.to(reader.read(lines));
            writer.write(reader.id(), answer);
            return true;
        } catch (InvalidField e) {
            writer.write(reader.id(), e);
            return false;
        }
    }
}
