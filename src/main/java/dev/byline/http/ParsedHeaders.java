package dev.byline.http;

import java.util.function.Function;

/// What the texts of a header mean, of which clients say nearly always one of a few: those are
/// kept. Two threads that write one place at once do no harm.
final class ParsedHeaders<T> {
    private static final int PLACES = 64;
    private static final int LONGEST = 200;

    private final Known[] known = new Known[PLACES];
    private final Function<String, T> parse;

    ParsedHeaders(Function<String, T> parse) {
        this.parse = parse;
    }

    private record Known(String header, Object meaning) {}

    @SuppressWarnings("unchecked") // only what was parsed here is kept
    T of(String header) {
        if (header.length() > LONGEST) {
            return parse.apply(header);
        }
        var place = header.hashCode() & PLACES - 1;
        var found = known[place];
        if (found == null || !found.header.equals(header)) {
            found = new Known(header, parse.apply(header));
            known[place] = found;
        }
        return (T) found.meaning;
    }
}
