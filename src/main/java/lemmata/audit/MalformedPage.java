package lemmata.audit;

/// A page of a room that is not in the form which the program reads, with its file and line.
public final class MalformedPage extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedPage(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
