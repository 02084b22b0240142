package lemmata.cli;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream of bytes, one at a time in one reused buffer; the line feed is not part of them.
///
/// A line longer than the limit is skipped to its end and reported as [#isTooLong], so memory stays bounded.
final class Lines {

    private static final int FIRST_SIZE = 1 << 16;

    private final InputStream in;
    private final Flushable beforeWaiting;
    private final int limit;

    private byte[] buffer = new byte[FIRST_SIZE];
    private int filled;
    private int from;
    private int to;
    private int next;
    private long number;
    private boolean tooLong;

    /// `beforeWaiting` is flushed before each read, so that whoever waits for an answer before asking on gets it.
    Lines(InputStream in, Flushable beforeWaiting, int limit) {
        this.in = in;
        this.beforeWaiting = beforeWaiting;
        this.limit = limit;
    }

    /// Goes to the next line; false at the end of the stream. A last line need not end with a line feed.
    boolean next() throws IOException {
        from = next;
        tooLong = false;
        for (int at = from; ; at++) {
            if (at == filled) {
                at = moveToFront(at - from);
                if (!fill()) {
                    return (at > 0 || tooLong) && line(at, at);
                }
            }
            if (buffer[at] == '\n') {
                return line(at, at + 1);
            }
        }
    }

    private boolean line(int end, int following) {
        to = end;
        next = following;
        tooLong |= end - from > limit;
        number++;
        return true;
    }

    /// Moves the bytes of the current line to the front, or drops them if they are too many; returns how many are left.
    private int moveToFront(int length) {
        tooLong |= length > limit;
        int kept = length > limit ? 0 : length;
        System.arraycopy(buffer, from, buffer, 0, kept);
        from = 0;
        next = 0;
        filled = kept;
        return kept;
    }

    /// Reads on behind what is there; false at the end of the stream.
    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * filled, limit + FIRST_SIZE));
        }
        beforeWaiting.flush();
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read > 0;
    }

    /// The bytes that hold the current line, from [#from] to [#to]; good until [#next].
    byte[] buffer() {
        return buffer;
    }

    /// Where the line starts.
    int from() {
        return from;
    }

    /// Where it ends.
    int to() {
        return to;
    }

    /// Its number, from 1.
    long number() {
        return number;
    }

    /// Whether the line is over the limit; its bytes are then not there.
    boolean isTooLong() {
        return tooLong;
    }

    /// Whether the line holds nothing but spaces, tabs and carriage returns.
    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }
}
