package dev.byline.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.query.Fields;
import dev.byline.security.Caller;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of an article a response shows: what the caller may see, of that what was asked for,
/// and whether authors and tags are shown whole.
record ArticleFields(Fields shown, Set<String> included) {
    private static final List<String> EVERYONES =
            List.of(
                    "id",
                    "slug",
                    "title",
                    "summary",
                    "language",
                    "bodyFormat",
                    "authors",
                    "tags",
                    "cover",
                    "seo",
                    "canonicalUrl",
                    "publishedAt",
                    "updatedAt",
                    "wordCount",
                    "readingMinutes",
                    "commentCount",
                    "commentsOpen",
                    "status",
                    "revision");
    private static final List<String> EDITORS =
            List.of(
                    "hasUnpublishedChanges",
                    "createdAt",
                    "savedAt",
                    "savedBy",
                    "note",
                    "trashedAt");
    private static final List<String> BODY = List.of("body", "bodyHtml");
    private static final List<String> ON_REQUEST = List.of("body", "bodyHtml", "bodyText");
    private static final List<String> INCLUDABLE = List.of("authors", "tags");

    static ArticleFields ofOne(Caller caller, String fields, String include) {
        return of(fields, include, join(visible(caller), BODY), caller);
    }

    static ArticleFields ofItem(Caller caller, String fields, String include) {
        return of(fields, include, visible(caller), caller);
    }

    private static ArticleFields of(
            String fields, String include, List<String> standard, Caller caller) {
        return new ArticleFields(
                Fields.of(fields, standard, join(visible(caller), ON_REQUEST)),
                Fields.includes(include, INCLUDABLE));
    }

    private static List<String> visible(Caller caller) {
        return caller.mayEdit() ? join(EVERYONES, EDITORS) : EVERYONES;
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean hasBodies() {
        return ON_REQUEST.stream().anyMatch(shown::has);
    }

    /// HQL for what the long texts asked for weigh, in bytes.
    String weight() {
        return ON_REQUEST.stream()
                .filter(shown::has)
                .map("octet_length(r.%s)"::formatted)
                .reduce("0", (sum, next) -> sum + " + " + next);
    }

    /// HQL for the long texts: source, HTML and plain, each null where it was not asked for.
    String bodies() {
        return ON_REQUEST.stream()
                .map(name -> shown.has(name) ? "r." + name : "cast(null as String)")
                .collect(Collectors.joining(", "));
    }

    ObjectNode of(ArticleView view, ObjectMapper mapper) {
        return shown.of(view, mapper);
    }
}
