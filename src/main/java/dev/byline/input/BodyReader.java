package dev.byline.input;

import static dev.byline.http.ProblemType.INVALID_REQUEST;
import static dev.byline.http.ProblemType.TOO_LARGE;
import static dev.byline.http.ProblemType.UNAVAILABLE;

import dev.byline.connection.BrokenChunks;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Reads bodies up to their limit, and counts what of large ones lies in memory: many that are sent
/// slowly would otherwise fill it. Beyond a part of the heap the next is told to come back. Small
/// ones do not count, so that no comment of usual length is ever refused for the sake of others;
/// and readers' apart from those with a token, so that they do not take each other's place.
@Singleton
class BodyReader {
    private static final int SMALL = 16 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final long MOST = Runtime.getRuntime().maxMemory() / 8;

    private final AtomicLong readers = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private final RoutingContext exchange;

    BodyReader(RoutingContext exchange) {
        this.exchange = exchange;
    }

    /// 413 where it is larger than its limit, whatever it said of its length; 400 where its chunks
    /// cannot be read.
    byte[] read(InputStream body) throws IOException {
        var start = body.readNBytes(SMALL);
        var all = start.length < SMALL ? start : rest(start, body);
        if (BrokenChunks.areIn(all)) {
            throw INVALID_REQUEST.because("The chunks of the body cannot be read.");
        }
        return all;
    }

    /// The same of one that is read as it comes in.
    InputStream stream(InputStream body) {
        return new StreamedBody(body, BodyLimit.of(exchange.request()));
    }

    private byte[] rest(byte[] start, InputStream body) throws IOException {
        var limit = BodyLimit.of(exchange.request());
        var counted = new Counted(limit == BodyLimit.WITHOUT_TOKEN ? readers : others);
        exchange.addEndHandler(_ -> counted.end());
        if (exchange.response().ended() || exchange.response().closed()) {
            // of what is over already, such as after too long a wait, nobody is told
            counted.end();
        }
        var bytes = new ByteArrayOutputStream(PIECE);
        for (var piece = start; piece.length > 0; piece = body.readNBytes(PIECE)) {
            counted.add(piece.length);
            bytes.writeBytes(piece);
            if (bytes.size() > limit.bytes()) {
                throw TOO_LARGE.because(limit.exceeded());
            }
        }
        return bytes.toByteArray();
    }

    /// Of one body.
    private static final class Counted {
        private final AtomicLong all;
        private long mine;
        private boolean isOver;

        Counted(AtomicLong all) {
            this.all = all;
        }

        synchronized void add(int length) {
            if (isOver) {
                return;
            }
            mine += length;
            if (all.addAndGet(length) > MOST) {
                throw UNAVAILABLE.because("Too many large bodies are on their way. Try again.");
            }
        }

        synchronized void end() {
            if (!isOver) {
                all.addAndGet(-mine);
                isOver = true;
            }
        }
    }
}
