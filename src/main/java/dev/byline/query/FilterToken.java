package dev.byline.query;

/// A piece of a filter's text.
///
/// @param start where it begins, counted from 0
record FilterToken(Kind kind, String text, int start) {
    enum Kind {
        WORD,
        QUOTED,
        OPERATOR,
        OPEN,
        CLOSE,
        AND,
        OR;

        boolean isText() {
            return this == WORD || this == QUOTED;
        }
    }

    int end() {
        return start + text.length();
    }

    /// Where the first `*` stands that no backslash makes an ordinary character, or -1.
    int star() {
        if (kind == Kind.WORD) {
            var star = text.indexOf('*');
            return star < 0 ? -1 : start + star;
        }
        for (var index = 1; index < text.length() - 1; index++) {
            switch (text.charAt(index)) {
                case '\\' -> index++;
                case '*' -> {
                    return start + index;
                }
                default -> {}
            }
        }
        return -1;
    }

    /// Whether this place is its last character, but for a quote.
    boolean endsAt(int place) {
        return place == end() - (kind == Kind.QUOTED ? 2 : 1);
    }
}
