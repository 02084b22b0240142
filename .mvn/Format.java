import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.util.stream.Stream;

static final int WIDTH = 120;
static final Formatter FORMATTER = Formatter.createFormatter(
        JavaFormatterOptions.builder().style(Style.PALANTIR).build());

/// Indent and slashes of a comment line, then its words.
static final Pattern COMMENT = Pattern.compile("( *///\\s*)(.*)");
/// Words that begin something of their own: a list item, a quotation, a tag, a bold title, a table, a fence.
static final Pattern BEGINS_ANEW = Pattern.compile("$|[-+*>@#|`].*|\\d+\\. .*");

/// Checks (`check`) or rewrites (`write`) every Java source below the given folders; exit code 1 if one is not in form.
///
/// palantir-java-format 2.103.0 takes a block of `///` lines for one token and breaks it beyond column 116. So the
/// overlong lines of such comments are broken here, it is shown plain comments of the same width, and `///` is put
/// back behind it.
void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    boolean inForm = true;
    for (String folder : List.of(args).subList(1, args.length)) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                inForm &= settle(file, write);
            }
        }
    }
    System.exit(inForm ? 0 : 1);
}

boolean settle(Path file, boolean write) throws IOException {
    String text = Files.readString(file);
    try {
        String formed = formed(text);
        if (formed.equals(text)) {
            return true;
        }
        System.err.println(file + (write ? ": rewritten" : ": not in form; mvn -q -Pformat initialize rewrites it"));
        if (write) {
            Files.writeString(file, formed);
        }
        return write;
    } catch (FormatterException e) {
        e.diagnostics().forEach(error -> System.err.println(file + ":" + error));
        return false;
    }
}

String formed(String text) throws FormatterException {
    String imports = RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, Style.PALANTIR));
    String plain = broken(imports).replaceAll("(?m)^( *)/// ", "$1// \uE000").replaceAll("(?m)^( *)///", "$1// \uE001");
    return FORMATTER.formatSource(plain).replace("// \uE000", "/// ").replace("// \uE001", "///");
}

/// Words beyond the width go to the front of the next comment line, or to a new one where the next begins anew.
String broken(String text) {
    var lines = new ArrayList<>(text.lines().toList());
    for (int i = 0; i < lines.size(); i++) {
        Matcher line = COMMENT.matcher(lines.get(i));
        int cut = lines.get(i).lastIndexOf(' ', WIDTH);
        while (cut > 0 && BEGINS_ANEW.matcher(lines.get(i).substring(cut + 1)).matches()) {
            cut = lines.get(i).lastIndexOf(' ', cut - 1);
        }
        if (lines.get(i).length() <= WIDTH || !line.matches() || cut < line.end(1)) {
            continue;
        }
        String rest = lines.get(i).substring(cut + 1);
        lines.set(i, lines.get(i).substring(0, cut));
        Matcher next = COMMENT.matcher(i + 1 < lines.size() ? lines.get(i + 1) : "");
        if (next.matches() && !BEGINS_ANEW.matcher(next.group(2)).matches()) {
            lines.set(i + 1, next.group(1) + rest + " " + next.group(2));
        } else {
            boolean inItem = line.group(2).startsWith("- ");
            lines.add(i + 1, line.group(1) + (inItem ? "  " : "") + rest);
        }
    }
    return String.join("\n", lines) + "\n";
}
