package dev.byline.list;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Which part of a list is asked for. The parameters are read as text, so that each wrong one
/// gets its own answer.
public record Paging(
        @Parameter(
                        description = "How many items a page has at most.",
                        schema =
                                @Schema(
                                        type = SchemaType.INTEGER,
                                        minimum = "1",
                                        maximum = "100",
                                        defaultValue = "20"))
                @RestQuery
                String limit,
        @Parameter(
                        description =
                                "The cursor `page.next` of the page before: the items behind it. Opaque; good for the"
                                        + " same `sort` only. Not together with `before`.",
                        schema = @Schema(type = SchemaType.STRING, maxLength = 4000))
                @RestQuery
                String after,
        @Parameter(
                        description =
                                "The cursor `page.prev` of a page: the items ahead of it. Not together with `after`.",
                        schema = @Schema(type = SchemaType.STRING, maxLength = 4000))
                @RestQuery
                String before,
        @Parameter(
                        description =
                                "Ask for `page.total`. `exact` counts all; `estimate` counts to 10,000 and says in"
                                        + " `page.totalIsExact` whether that was the end.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {"exact", "estimate"}))
                @RestQuery
                String count) {
    public static final int MAX_LIMIT = 100;
    static final int DEFAULT_LIMIT = 20;

    public int size() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[0-9]{1,9}")) {
            throw INVALID_PARAMETER.because("limit must be a whole number from 1 to 100.");
        }
        var size = Integer.parseInt(limit);
        if (size < 1 || size > MAX_LIMIT) {
            throw INVALID_PARAMETER.because(
                    "limit must be from 1 to 100, and is %d.".formatted(size));
        }
        return size;
    }

    public String cursor() {
        if (after != null && before != null) {
            throw INVALID_PARAMETER.because("after and before exclude each other.");
        }
        return after != null ? after : before;
    }

    public boolean isBackwards() {
        return before != null;
    }

    boolean counts() {
        return switch (count) {
            case null -> false;
            case "exact", "estimate" -> true;
            default -> throw INVALID_PARAMETER.because("count must be exact or estimate.");
        };
    }

    boolean countsExactly() {
        return "exact".equals(count);
    }
}
