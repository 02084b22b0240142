package lemmata.audit;

/// A headed piece of a page.
///
/// @param file path from the root of the repository
/// @param line of the heading, from 1
/// @param level number of `#` before the title; 0 for what stands before the first heading
/// @param title the heading without them
/// @param text all up to the next heading, without blank lines at either end
public record Passage(String file, int line, int level, String title, String text) {

    /// `file:line`, as compilers print it.
    public String where() {
        return file + ":" + line;
    }

    /// The complaint that this passage is not in form.
    MalformedPage malformed(String what) {
        return new MalformedPage(file, line, what);
    }
}
