package dev.byline.filter;

import static dev.byline.filter.FilterOperator.EQUAL;
import static dev.byline.filter.FilterOperator.IN;
import static dev.byline.filter.FilterOperator.NOT_EQUAL;
import static dev.byline.filter.FilterOperator.NULL;
import static dev.byline.filter.FilterOperator.OUT;

import dev.byline.filter.FilterNode.Value;
import dev.byline.http.FaultCode;
import dev.byline.http.Instants;
import dev.byline.http.Uuids;
import dev.byline.http.WholeNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a field holds: which operators it takes, and how its values are written.
public enum FilterType {
    TEXT,
    NUMBER,
    INSTANT,
    BOOLEAN,
    ID,
    CHOICE;

    /// Its name in the document.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<FilterOperator> operators(boolean nullable) {
        return Stream.concat(
                        switch (this) {
                            case TEXT, NUMBER, INSTANT ->
                                    Arrays.stream(FilterOperator.values()).filter(o -> o != NULL);
                            case ID, CHOICE -> Stream.of(EQUAL, NOT_EQUAL, IN, OUT);
                            case BOOLEAN -> Stream.of(EQUAL, NOT_EQUAL);
                        },
                        nullable ? Stream.of(NULL) : Stream.of())
                .toList();
    }

    /// The value as the database gets it.
    Object read(String field, FilterOperator operator, Value value) {
        return switch (this) {
            case TEXT -> value.text();
            case NUMBER -> number(field, value);
            case INSTANT -> instant(field, operator, value);
            case BOOLEAN -> flag(field, value);
            case ID ->
                    Uuids.parse(value.text())
                            .<Object>map(id -> id)
                            .orElseGet(() -> wrong(field, value, "an id, which is a UUID"));
            case CHOICE -> throw new IllegalStateException("A choice is a condition by itself");
        };
    }

    private static Object number(String field, Value value) {
        var number = WholeNumber.parse(value.text());
        return number.isPresent() ? number.getAsLong() : wrong(field, value, "a whole number");
    }

    static boolean flag(String field, Value value) {
        return switch (value.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> (Boolean) wrong(field, value, "true or false");
        };
    }

    /// A day is its first instant. What is equal to that alone is hardly ever what is meant.
    private static Object instant(String field, FilterOperator operator, Value value) {
        Optional<?> read =
                operator.isOrder()
                        ? Instants.parseOrDate(value.text())
                        : Instants.parse(value.text());
        if (read.isPresent()) {
            return read.get();
        }
        if (Instants.parseOrDate(value.text()).isPresent()) {
            throw FilterFault.at(
                    value.place(),
                    FaultCode.WRONG_VALUE,
                    "%s is an instant, which equals no whole day: bound the day by =ge= and =lt=."
                            .formatted(field));
        }
        throw FilterFault.at(
                value.place(), FaultCode.WRONG_VALUE, Instants.faultOfDate(field, value.text()));
    }

    static Object wrong(String field, Value value, String expected) {
        throw FilterFault.at(
                value.place(),
                FaultCode.WRONG_VALUE,
                "%s must be compared with %s, and not with %s."
                        .formatted(field, expected, FilterFault.quote(value.text())));
    }
}
