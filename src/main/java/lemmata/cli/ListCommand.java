package lemmata.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lemmata.audit.Room;
import lemmata.audit.Rooms;
import lemmata.audit.StatementPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata list`: every statement in a line.
@Command(name = "list", description = "List every statement: id, kind, title.")
final class ListCommand implements Callable<Integer> {

    private static final String GAP = "  ";

    @Option(names = "--json", description = "As a JSON array of id, kind, title, source and what is recorded.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Terminal.out(spec);
        if (json) {
            out.println(json(Rooms.packed().statements()));
        } else {
            byChapter(Rooms.packed()).forEach(out::println);
        }
        return 0;
    }

    private static List<String> byChapter(Rooms rooms) {
        int columns = rooms.statements().stream()
                .mapToInt(statement -> statement.id().length())
                .max()
                .orElse(0);
        Map<String, List<Room>> chapters = rooms.rooms().stream()
                .collect(Collectors.groupingBy(Room::chapter, LinkedHashMap::new, Collectors.toList()));
        return chapters.entrySet().stream()
                .map(chapter -> Terminal.paint(chapter.getKey(), "bold") + "\n"
                        + chapter.getValue().stream()
                                .flatMap(room -> room.statements().stream())
                                .map(statement -> line(statement, columns))
                                .collect(Collectors.joining("\n")))
                .toList();
    }

    private static String line(StatementPage statement, int columns) {
        return GAP
                + Wrap.padded(statement.id(), columns)
                + GAP
                + Wrap.padded(
                        statement.kind().word(),
                        StatementPage.Kind.ASSERTED.word().length())
                + GAP
                + statement.title();
    }

    private static String json(List<StatementPage> statements) {
        JsonMapper mapper = new JsonMapper();
        return statements.stream()
                .map(statement -> mapper.writeValueAsString(fields(statement)))
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static Map<String, String> fields(StatementPage statement) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", statement.id());
        fields.put("kind", statement.kind().word());
        fields.put("title", statement.title());
        fields.put("source", statement.source());
        statement.deviation().ifPresent(deviation -> fields.put("recorded", deviation.recorded()));
        return fields;
    }
}
