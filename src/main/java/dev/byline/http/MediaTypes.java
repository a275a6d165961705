package dev.byline.http;

import java.util.List;

/// The media types in which views are answered.
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String JSON_LINES = "application/jsonl";

    /// Of a unified diff: nobody registered one, and this is what tools call it.
    public static final String DIFF = "text/x-diff";

    /// The usual one first: it is what a client gets that takes several alike.
    static final List<String> ALL = List.of(JSON, JSON_LINES, DIFF);

    private MediaTypes() {}
}
