package lemmata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lemmata.model.InvalidField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lemmata experiment page`: the page of results of files that are there already.
@Command(
        name = "page",
        sortOptions = false,
        description = "Make the page of results from the files of studies, such as merge has written.",
        footer = {"", "Exit code: 0; 2 usage; 4 reading or writing failed."})
final class PageCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What --json has written.")
    private List<Path> files;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FOLDER",
            description = "Where index.html and its picture go; the folder must be there.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<StudyFile> studies = InvalidOption.named(spec, () -> {
            if (!Files.isDirectory(folder)) {
                throw new InvalidField("output", folder + " is no folder: create it, or name another");
            }
            return files.stream().map(file -> StudyFile.read(file, "file")).toList();
        });
        ResultsPage.write(folder, studies, List.of());
        Terminal.out(spec).println(folder.resolve("index.html"));
        Terminal.out(spec).flush();
        return 0;
    }
}
