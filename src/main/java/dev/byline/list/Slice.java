package dev.byline.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.http.Addresses;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One page of a list.
public record Slice<T>(List<T> data, Page page) implements Listed {
    private static final Set<String> CURSORS = Set.of("after", "before");

    @JsonInclude(Include.ALWAYS)
    @Schema(name = "PageInfo", description = "Where in its list a page stands.")
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

    Slice<T> counted(Counting.Total total) {
        var counted = new Page(page.limit, page.next, page.prev, total.rows(), total.isExact());
        return new Slice<>(data, counted);
    }

    /// @param cursor of the page behind it, at the end of the list too
    public Slice<T> followedBy(String cursor) {
        return new Slice<>(
                data, new Page(page.limit, cursor, page.prev, page.total, page.totalIsExact));
    }

    public <R> Slice<R> map(Function<T, R> to) {
        return new Slice<>(data.stream().map(to).toList(), page);
    }

    /// The `Link` header (RFC 8288): this page, the first one and those beside it, by the
    /// parameters of the request in their order.
    public String links(UriInfo asked) {
        var path = Addresses.of(asked.getPathSegments().stream().map(s -> s.getPath()).toArray());
        var query = Query.of(asked.getRequestUri().getRawQuery());
        var links = new ArrayList<String>();
        links.add(link(path, query, "self"));
        links.add(link(path, query.without(CURSORS), "first"));
        if (page.next() != null) {
            links.add(link(path, query.without(CURSORS).with("after", page.next()), "next"));
        }
        if (page.prev() != null) {
            links.add(link(path, query.without(CURSORS).with("before", page.prev()), "prev"));
        }
        return String.join(", ", links);
    }

    private static String link(String path, Query query, String relation) {
        return "<" + path + query + ">; rel=\"" + relation + "\"";
    }

    /// The parameters of an address, in their order.
    private record Query(List<String> parts) {
        static Query of(String raw) {
            return new Query(
                    raw == null
                            ? List.of()
                            : Stream.of(raw.split("&"))
                                    .filter(part -> !part.isEmpty())
                                    .map(Query::canonical)
                                    .toList());
        }

        /// As this server would write it: a sign that ends a link could stand in it otherwise.
        private static String canonical(String part) {
            var pair = part.split("=", 2);
            return pair.length == 1 ? encode(pair[0]) : encode(pair[0]) + "=" + encode(pair[1]);
        }

        private static String encode(String raw) {
            return Addresses.encode(URLDecoder.decode(raw, StandardCharsets.UTF_8));
        }

        Query without(Set<String> names) {
            return new Query(
                    parts.stream().filter(part -> !names.contains(part.split("=", 2)[0])).toList());
        }

        Query with(String name, String value) {
            var all = new ArrayList<>(parts);
            all.add(name + "=" + Addresses.encode(value));
            return new Query(all);
        }

        @Override
        public String toString() {
            return parts.isEmpty() ? "" : "?" + String.join("&", parts);
        }
    }
}
