package dev.byline.filter;

import java.util.ArrayList;
import java.util.List;

/// A piece of a filter's text.
///
/// @param start where it begins, counted from 0
record FilterToken(Kind kind, String text, int start) {
    enum Kind {
        WORD,
        QUOTED,
        OPERATOR,
        NOT,
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

    /// Without quotes, and without the backslashes that make ordinary characters in them.
    String content() {
        return kind == Kind.QUOTED
                ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
                : text;
    }

    /// Where each `*` stands that no backslash makes an ordinary character.
    List<Integer> stars() {
        var stars = new ArrayList<Integer>();
        for (var index = 0; index < text.length(); index++) {
            switch (text.charAt(index)) {
                case '\\' -> index += kind == Kind.QUOTED ? 1 : 0;
                case '*' -> stars.add(start + index);
                default -> {}
            }
        }
        return stars;
    }

    /// Whether this place is its first character, but for a quote.
    boolean beginsAt(int place) {
        return place == start + (kind == Kind.QUOTED ? 1 : 0);
    }

    /// Whether this place is its last character, but for a quote.
    boolean endsAt(int place) {
        return place == end() - (kind == Kind.QUOTED ? 2 : 1);
    }
}
