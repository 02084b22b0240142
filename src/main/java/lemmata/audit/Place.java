package lemmata.audit;

import java.util.List;

/// A method, constructor or type that carries statement ids.
///
/// @param ids as its `@Statement` annotation lists them
/// @param file path from the root of the repository
/// @param line of the declaration, from 1
/// @param name of the method, constructor or type
/// @param source the lines of the declaration; of a type, only up to its brace
public record Place(List<String> ids, String file, int line, String name, String source) {

    /// `file:line`, as compilers print it.
    public String where() {
        return file + ":" + line;
    }
}
