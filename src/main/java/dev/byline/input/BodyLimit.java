package dev.byline.input;

import io.vertx.core.http.HttpServerRequest;

/// How large a body may be, whether it says its length ahead or comes in chunks.
public enum BodyLimit {
    /// A reader's comment at its longest, in JSON's longest spelling of it.
    WITHOUT_TOKEN(128 * 1024, "Without a token a body has 128 KiB at most."),

    /// The longest article, 1,048,576 characters, in JSON's longest spelling of it (six bytes
    /// each, where all are escaped), and the rest of its properties. Who sends a token that is none
    /// is refused before the body is read.
    WITH_TOKEN(7 * 1024 * 1024, "The body is larger than 7 MiB.");

    private final int bytes;
    private final String exceeded;

    BodyLimit(int bytes, String exceeded) {
        this.bytes = bytes;
        this.exceeded = exceeded;
    }

    public static BodyLimit of(HttpServerRequest request) {
        return request.headers().contains("Authorization") ? WITH_TOKEN : WITHOUT_TOKEN;
    }

    public int bytes() {
        return bytes;
    }

    /// What is told of a larger one.
    public String exceeded() {
        return exceeded;
    }
}
