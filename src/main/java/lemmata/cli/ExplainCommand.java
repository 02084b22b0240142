package lemmata.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lemmata.audit.Room;
import lemmata.audit.Rooms;
import lemmata.audit.StatementPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lemmata explain`: everything the rooms hold about a statement or a lemma.
@Command(
        name = "explain",
        description = "Explain statements: formula, place in the paper, code, properties, proof, exercise.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description = "A statement (loss.Angle/S2) or a stem (loss.Angle), as `lemmata list` writes it.")
    private List<String> ids;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Rooms rooms = Rooms.packed();
        String text = ids.stream().map(id -> explained(rooms, id)).collect(Collectors.joining("\n"));
        Terminal.out(spec).print(text);
        return 0;
    }

    private String explained(Rooms rooms, String id) {
        Room room = rooms.room(id.split("/", 2)[0]).orElseThrow(() -> unknown(rooms, id));
        List<StatementPage> statements = room.statements().stream()
                .filter(statement -> id.equals(room.stem()) || id.equals(statement.id()))
                .toList();
        if (statements.isEmpty()) {
            throw unknown(rooms, id);
        }
        return Explanation.of(room, statements);
    }

    private ParameterException unknown(Rooms rooms, String id) {
        List<String> known = Stream.concat(
                        rooms.rooms().stream().map(Room::stem),
                        rooms.statements().stream().map(StatementPage::id))
                .toList();
        String nearest = String.join(", ", Nearest.to(id, known));
        return new ParameterException(
                spec.commandLine(), "ID: there is no statement or stem " + id + "; nearest: " + nearest);
    }
}
