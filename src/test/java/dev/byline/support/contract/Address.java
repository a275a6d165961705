package dev.byline.support.contract;

import java.util.regex.Pattern;

/// The parts of an address as sent. Not a [java.net.URI]: a test may well send what is none.
record Address(String origin, String path, String query) {

    private static final Pattern PARTS =
            Pattern.compile("(?<origin>https?://[^/?#]+)(?<path>[^?#]*)(\\?(?<query>[^#]*))?.*");

    static Address of(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an address of HTTP: " + text);
        }
        var query = parts.group("query");
        return new Address(parts.group("origin"), parts.group("path"), query == null ? "" : query);
    }

    boolean isUnder(String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
