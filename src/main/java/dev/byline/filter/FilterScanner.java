package dev.byline.filter;

import dev.byline.filter.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;

/// Takes a filter apart into its pieces.
final class FilterScanner {
    private static final String RESERVED = "\"'();,=<>!~ ";

    private final String text;
    private final List<FilterToken> tokens = new ArrayList<>();
    private int place;

    private FilterScanner(String text) {
        this.text = text;
    }

    static List<FilterToken> scan(String text) {
        var scanner = new FilterScanner(text);
        while (scanner.place < text.length()) {
            scanner.next();
        }
        return scanner.tokens;
    }

    private void next() {
        switch (text.charAt(place)) {
            case '(' -> add(Kind.OPEN, place + 1);
            case ')' -> add(Kind.CLOSE, place + 1);
            case ';' -> add(Kind.AND, place + 1);
            case ',' -> add(Kind.OR, place + 1);
            case '\'', '"' -> add(Kind.QUOTED, endOfQuoted());
            case '=', '!', '<', '>' -> operator();
            case ' ' -> space();
            case '~' ->
                    throw FilterFault.syntax(place, "\"~\" can only stand in a value in quotes.");
            default -> add(Kind.WORD, endOfWord());
        }
    }

    private void operator() {
        if (text.startsWith("!(", place)) {
            add(Kind.NOT, place + 1);
        } else {
            add(Kind.OPERATOR, endOfOperator());
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new FilterToken(kind, text.substring(place, end), place));
        place = end;
    }

    private void space() {
        if (text.startsWith(" and ", place)) {
            add(Kind.AND, place + 5);
        } else if (text.startsWith(" or ", place)) {
            add(Kind.OR, place + 4);
        } else {
            place++;
        }
    }

    private int endOfWord() {
        var end = place;
        while (end < text.length() && RESERVED.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int endOfQuoted() {
        var quote = text.charAt(place);
        for (var end = place + 1; end < text.length(); end++) {
            if (text.charAt(end) == '\\') {
                end++;
            } else if (text.charAt(end) == quote) {
                return end + 1;
            }
        }
        throw FilterFault.syntax(place, "The quote that opens here is not closed.");
    }

    private int endOfOperator() {
        var first = text.charAt(place);
        var end = place + 1;
        while (first == '=' && end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '=') {
            return end + 1;
        }
        if (first == '<' || first == '>') {
            return end;
        }
        throw FilterFault.syntax(
                place,
                "This is no operator: one begins and ends with \"=\", such as == or =in=."
                        + (first == '!' ? " ! alone stands before a bracket: !(…)." : ""));
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }
}
