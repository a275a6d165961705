package dev.byline.openapi;

import static dev.byline.server.Page.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.filter.FilterFields;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `/docs/filter`: the language of `filter`, and the fields of each list, as the document has them.
@Singleton
class FilterPage extends DocumentPage {
    private static final String RULES =
            """
            <p>The parameter <code>filter</code> of a list says in RSQL which items are in it:</p>
            <pre>authors.slug==dani-graham;tags.slug=in=(politics,law);publishedAt=ge=2026-01-01</pre>
            <table>
            <tr><td><code>==</code> <code>!=</code><td>equal, not equal
            <tr><td><code>=lt=</code> <code>=le=</code> <code>=gt=</code> <code>=ge=</code>, or <code>&lt;</code> <code>&lt;=</code> \
            <code>&gt;</code> <code>&gt;=</code><td>less, at most, greater, at least
            <tr><td><code>=in=(…,…)</code> <code>=out=(…,…)</code><td>one of these, none of these
            <tr><td><code>=null=true</code> <code>=null=false</code><td>without a value, with one
            <tr><td><code>;</code> or <code> and </code><td>both hold
            <tr><td><code>,</code> or <code> or </code><td>one of them holds; binds less than and
            <tr><td><code>(…)</code><td>groups
            <tr><td><code>!(…)</code><td>what is in the brackets does not hold
            </table>
            <ul>
            <li>A value with a blank or one of <code>"'();,=&lt;&gt;!~</code> in it stands in quotes: <code>title=="A night"</code>. In
            quotes, a backslash makes the next character an ordinary one.
            <li>What has no value differs from every value: <code>summary!=x</code> finds what has no summary.
            <li><code>*</code> at the end of what <code>==</code> and <code>!=</code> compare with is any ending: <code>title==Night*</code>.
            Fields found by parts take <code>*part</code> and <code>*part*</code> as well, of three characters or more (two of Chinese,
            Japanese or Korean). With a <code>*</code>, upper and lower case are the same; accents count. As a letter it is
            <code>\\*</code>, in quotes.
            <li>A day stands for its first instant in UTC: <code>publishedAt=ge=2026-11-01;publishedAt=lt=2026-12-01</code> is
            November.
            <li>Of related things, such as the authors of an article, one must match, and with <code>!=</code>, <code>=out=</code> and
            <code>!(…)</code> none may. Each comparison may be about another of them; those of <code>changes.…</code> that an and holds
            together are about one change.
            <li>Where a slug is compared by <code>==</code>, <code>!=</code>, <code>=in=</code> or <code>=out=</code>, a former one stands for the
            present one.
            <li>Titles, and names of authors and tags, are less or greater as they are sorted, other texts by code point.
            <li>A number may be written in every way of JSON: <code>100</code>, <code>1e2</code>.
            <li>At most %,d characters, %d comparisons, brackets %d deep and lists of %d.
            </ul>
            <p>In an address the whole text is percent-encoded. With curl:</p>
            <pre>curl -G "$API/articles" --data-urlencode 'filter=title==*council*;wordCount=gt=300'</pre>
            """
                    .formatted(
                            FilterFields.MOST_CHARACTERS,
                            FilterFields.MOST_COMPARISONS,
                            FilterFields.DEEPEST,
                            FilterFields.MOST_VALUES);

    private static final String LIST =
            """
            <h2 id="%1$s">%2$s: <code>%5$s %3$s</code></h2>
            <table>
            <tr><th>field<th>type<th>for
            %4$s
            </table>
            """;

    FilterPage(OpenApiDocumentService documents) {
        super(documents, "How to write a filter");
    }

    void routes(@Observes Router router) {
        route(router, "/docs/filter");
    }

    @Override
    String body(JsonNode paths) {
        return RULES
                + paths.properties().stream()
                        .flatMap(path -> list(path.getKey(), path.getValue()))
                        .collect(Collectors.joining());
    }

    private static Stream<String> list(String path, JsonNode item) {
        return item.properties().stream()
                .flatMap(method -> list(method.getKey(), path, method.getValue()));
    }

    private static Stream<String> list(String method, String path, JsonNode operation) {
        return stream(operation.path("parameters"))
                .map(parameter -> parameter.path(FilterFields.EXTENSION))
                .filter(JsonNode::isArray)
                .map(
                        fields ->
                                LIST.formatted(
                                        operation.path("operationId").asText(),
                                        operation.path("summary").asText(),
                                        path,
                                        stream(fields)
                                                .map(FilterPage::row)
                                                .collect(Collectors.joining("\n")),
                                        method.toUpperCase(Locale.ROOT)));
    }

    private static String row(JsonNode field) {
        var values =
                stream(field.path("values"))
                        .map(value -> "`%s`".formatted(value.asText()))
                        .collect(Collectors.joining(", "));
        var type = values.isEmpty() ? field.path("type").asText() : values;
        return code("`%s`|%s%s%s|%s"
                        .formatted(
                                field.path("name").asText(),
                                type,
                                field.path("nullable").asBoolean() ? " or null" : "",
                                field.path("parts").asBoolean() ? ", by parts" : "",
                                field.path("for").asText().toLowerCase(Locale.ROOT)))
                .transform(cells -> "<tr><td>" + cells.replace("|", "<td>"));
    }
}
