package dev.byline.filter;

import dev.byline.filter.FilterNode.Comparison;
import dev.byline.filter.FilterNode.Value;
import dev.byline.http.FaultCode;
import dev.byline.sql.Cost;
import dev.byline.text.Letters;
import java.util.List;

/// What `==` and `!=` compare with where a star stands at its beginning or its end, for whatever
/// may be there. Case does not count, whatever locale the database has: each letter is looked for
/// in both.
///
/// @param part the text beside the stars
/// @param begins whether it is the beginning
/// @param ends whether it is the end
record FilterPattern(FilterField field, String part, boolean begins, boolean ends) {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_IDEOGRAPHIC = 2;

    static boolean isOne(List<Value> values) {
        return values.stream().anyMatch(value -> !value.token().stars().isEmpty());
    }

    static FilterPattern of(FilterField field, Comparison asked) {
        for (var value : asked.values()) {
            checkStars(asked.operator(), value.token());
        }
        var token =
                asked.values().stream()
                        .map(Value::token)
                        .filter(one -> !one.stars().isEmpty())
                        .findFirst()
                        .orElseThrow();
        var stars = token.stars();
        var ends = !token.endsAt(stars.getLast());
        var begins = !token.beginsAt(stars.getFirst()) || stars.size() == 1 && !ends;
        var text = token.content();
        var part = text.substring(begins ? 0 : 1, text.length() - (ends ? 0 : 1));
        var pattern = new FilterPattern(field, field.text().form().apply(part), begins, ends);
        if (!begins) {
            pattern.checkPart(stars.getFirst());
        }
        return pattern;
    }

    private static void checkStars(FilterOperator operator, FilterToken token) {
        for (var star : token.stars()) {
            if (operator != FilterOperator.EQUAL && operator != FilterOperator.NOT_EQUAL
                    || !token.beginsAt(star) && !token.endsAt(star)) {
                throw FilterFault.at(
                        star,
                        FaultCode.WRONG_VALUE,
                        "* may only begin or end what == and != compare with, for whatever may be there; as a letter it"
                                + " is written \\* in quotes.");
            }
        }
    }

    /// Trigrams find no less, nor a text that has none.
    private void checkPart(int star) {
        if (field.text().parts() == null) {
            throw FilterFault.at(
                    star,
                    FaultCode.WRONG_VALUE,
                    "%s is found by its beginning alone: * may only end what it is compared with."
                            .formatted(field.name()));
        }
        var length = part.codePointCount(0, part.length());
        if (length < (isIdeographic() ? SHORTEST_IDEOGRAPHIC : SHORTEST)) {
            throw FilterFault.at(
                    star,
                    FaultCode.WRONG_VALUE,
                    "Behind a * stand three characters or more, or two of Chinese, Japanese or Korean.");
        }
    }

    private boolean isIdeographic() {
        return part.codePoints().allMatch(Letters::isEastAsian);
    }

    Cost cost() {
        if (begins) {
            return Cost.SEARCH;
        }
        return Letters.longestRun(part) < SHORTEST ? Cost.SCAN : field.text().parts();
    }

    /// For PostgreSQL, in which nothing of the part is anything but itself.
    String regex() {
        var regex = new StringBuilder(begins ? "^" : "");
        part.codePoints().forEach(character -> regex.append(Letters.inEitherCase(character)));
        return regex.append(ends ? "$" : "").toString();
    }
}
