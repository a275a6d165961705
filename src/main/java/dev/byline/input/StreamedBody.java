package dev.byline.input;

import static dev.byline.http.ProblemType.INVALID_REQUEST;
import static dev.byline.http.ProblemType.TOO_LARGE;

import dev.byline.connection.BrokenChunks;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A body as it comes in, for an operation that takes an [InputStream]: of any bytes, and never in
/// memory as a whole. Whoever reads it is told by a problem where it is larger than its limit, or
/// ends with chunks that cannot be read.
final class StreamedBody extends FilterInputStream {
    private final BodyLimit limit;
    private byte[] end = {};
    private long length;

    StreamedBody(InputStream body, BodyLimit limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        var count = super.read(into, from, most);
        if (count < 0 && BrokenChunks.areIn(end)) {
            throw INVALID_REQUEST.because("The chunks of the body cannot be read.");
        }
        if (count > 0) {
            take(into, from, count);
        }
        return count;
    }

    private void take(byte[] bytes, int from, int count) {
        length += count;
        if (length > limit.bytes()) {
            throw TOO_LARGE.because(limit.exceeded());
        }
        var kept = Math.min(end.length, Math.max(0, BrokenChunks.LENGTH - count));
        var added = Math.min(count, BrokenChunks.LENGTH);
        var next = Arrays.copyOfRange(end, end.length - kept, end.length + added);
        System.arraycopy(bytes, from + count - added, next, kept, added);
        end = next;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
