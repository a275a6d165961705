package dev.byline.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The operators of RSQL, and `=null=`.
enum FilterOperator {
    EQUAL("="),
    NOT_EQUAL("is distinct from"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    IN("in"),
    OUT("not in"),
    NULL("is null");

    private static final List<List<String>> SYMBOLS =
            List.of(
                    List.of("=="),
                    List.of("!="),
                    List.of("=lt=", "<"),
                    List.of("=le=", "<="),
                    List.of("=gt=", ">"),
                    List.of("=ge=", ">="),
                    List.of("=in="),
                    List.of("=out="),
                    List.of("=null="));

    final String sql;

    FilterOperator(String sql) {
        this.sql = sql;
    }

    List<String> symbols() {
        return SYMBOLS.get(ordinal());
    }

    static Optional<FilterOperator> of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbols().contains(symbol))
                .findFirst();
    }

    static List<String> known() {
        return SYMBOLS.stream().flatMap(List::stream).toList();
    }

    boolean takesList() {
        return this == IN || this == OUT;
    }

    /// Whether it holds where another, [#positive], does not.
    boolean isNegative() {
        return this == NOT_EQUAL || this == OUT;
    }

    FilterOperator positive() {
        return switch (this) {
            case NOT_EQUAL -> EQUAL;
            case OUT -> IN;
            default -> this;
        };
    }

    boolean isSameness() {
        return this == EQUAL || this == IN;
    }

    boolean isOrder() {
        return Stream.of(LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL).anyMatch(this::equals);
    }
}
