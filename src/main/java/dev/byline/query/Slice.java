package dev.byline.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.http.Addresses;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One page of a list.
public record Slice<T>(List<T> data, Page page) {
    @JsonInclude(Include.ALWAYS)
    @Schema(
            name = "Page",
            description = "Where in its list a page stands.",
            requiredProperties = {"limit", "next", "prev"})
    public record Page(
            @Schema(
                            description = "How many items were asked for.",
                            minimum = "1",
                            maximum = "100",
                            examples = "20")
                    int limit,
            @Schema(
                            description =
                                    "The cursor for `after`: the page behind this one. Null at the end.",
                            nullable = true)
                    String next,
            @Schema(
                            description =
                                    "The cursor for `before`: the page ahead. Null at the beginning.",
                            nullable = true)
                    String prev,
            @JsonInclude(Include.NON_NULL)
                    @Schema(
                            description = "How many items the list has; only with `count`.",
                            minimum = "0")
                    Long total,
            @JsonInclude(Include.NON_NULL)
                    @Schema(description = "Whether `total` is the whole number; only with `count`.")
                    Boolean totalIsExact) {}

    Slice<T> counted(Listing.Total total) {
        var counted = new Page(page.limit, page.next, page.prev, total.rows(), total.isExact());
        return new Slice<>(data, counted);
    }

    public <R> Slice<R> map(Function<T, R> to) {
        return new Slice<>(data.stream().map(to).toList(), page);
    }

    /// The `Link` header (RFC 8288), with the parameters of the request and another cursor.
    public Map<String, String> links(UriInfo asked) {
        var links = new ArrayList<String>();
        if (page.next() != null) {
            links.add(link(asked, "after", page.next(), "next"));
        }
        if (page.prev() != null) {
            links.add(link(asked, "before", page.prev(), "prev"));
        }
        return links.isEmpty() ? Map.of() : Map.of("Link", String.join(", ", links));
    }

    private static String link(UriInfo asked, String parameter, String cursor, String relation) {
        var query = new StringBuilder();
        asked.getQueryParameters()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("after") && !name.equals("before")) {
                                query.append(name)
                                        .append('=')
                                        .append(Addresses.encode(values.getFirst()))
                                        .append('&');
                            }
                        });
        var path = Addresses.of(asked.getPathSegments().stream().map(s -> s.getPath()).toArray());
        return "<%s?%s%s=%s>; rel=\"%s\"".formatted(path, query, parameter, cursor, relation);
    }
}
