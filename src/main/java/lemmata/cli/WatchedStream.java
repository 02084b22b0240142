package lemmata.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Standard output, which remembers how it failed although those who print there do not ask.
final class WatchedStream extends FilterOutputStream {

    private @Nullable IOException failure;

    WatchedStream(OutputStream out) {
        super(out);
    }

    /// The first failure; null if there was none.
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
