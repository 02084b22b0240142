package lemmata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lemmata.dynamics.Stage;
import lemmata.model.InvalidField;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Reads the file of `--schedule`: `{"stages":[{"rhoW":…, "rhoA":…, "eta":…, "steps":…}, …]}`.
final class ScheduleReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String SCHEDULE = "an object {\"stages\":[…]}";
    private static final String STAGE = "an object {\"rhoW\":…, \"rhoA\":…, \"eta\":…, \"steps\":…}";
    private static final double LONGEST = 0x1p53;

    private final Complaint complaint = new Complaint();
    private final List<Stage> stages = new ArrayList<>();

    private ScheduleReader() {}

    /// The stages of a file.
    ///
    /// @throws InvalidField naming `schedule`, with the field of the file that is wrong
    static List<Stage> read(Path file) {
        ScheduleReader reader = new ScheduleReader();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            reader.read(parser);
            reader.complaint.raise();
        } catch (InvalidField e) {
            throw new InvalidField("schedule", e.getMessage());
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            String what = e.getOriginalMessage().replaceAll("\\s+", " ");
            throw new InvalidField("schedule", file + " is not JSON" + where + ": " + what + "; correct it");
        }
        return reader.stages;
    }

    private void read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidField("file", "is no object: give " + SCHEDULE);
        }
        Fields fields = new Fields(parser, complaint, "");
        for (String name = fields.next(); name != null; name = fields.next()) {
            if (!name.equals("stages")) {
                fields.refuse(name, "stages");
            } else if (parser.currentToken() != JsonToken.START_ARRAY) {
                complaint.ofType(parser, name, "an array of stages");
            } else {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    stage(parser, "stages[" + stages.size() + "]");
                }
            }
        }
        fields.require("stages", "an array of stages");
        if (parser.nextToken() != null) {
            complaint.of("file", "goes on behind its object: remove what follows");
        }
    }

    private void stage(JsonParser parser, String outer) {
        Fields fields = Fields.of(parser, complaint, outer, STAGE);
        if (fields == null) {
            return;
        }
        double rhoW = 0;
        double rhoA = 0;
        double eta = 0;
        double steps = 0;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "rhoW" -> rhoW = Numbers.number(parser, outer + ".rhoW", complaint);
                case "rhoA" -> rhoA = Numbers.number(parser, outer + ".rhoA", complaint);
                case "eta" -> eta = Numbers.number(parser, outer + ".eta", complaint);
                case "steps" -> steps = Numbers.number(parser, outer + ".steps", complaint);
                default -> fields.refuse(name, "rhoW, rhoA, eta and steps");
            }
        }
        fields.require("rhoW", "the radius of the noise on the filter, 0 for none");
        fields.require("rhoA", "the radius of the noise on the output weights, 0 for none");
        fields.require("eta", "the step size");
        fields.require("steps", "the number of steps");
        if (steps != Math.rint(steps) || steps > LONGEST) {
            complaint.of(outer + ".steps", steps + " is no number of steps: give a whole number");
        }
        complaint.raise();
        try {
            stages.add(new Stage(rhoW, rhoA, eta, (long) steps));
        } catch (InvalidField e) {
            complaint.of(outer + "." + e.field(), e.remedy());
        }
    }
}
