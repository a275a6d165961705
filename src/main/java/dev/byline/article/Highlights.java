package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.query.Reads;
import dev.byline.query.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Finds the places of a search's words in the texts of the articles on a page. PostgreSQL marks
/// them, since it alone knows what a word's other forms are; what it marks is plain text, of which
/// [Marked] makes offsets and HTML.
@Singleton
class Highlights {
    /// Of a longer body no reader gets further than this by a snippet.
    private static final int MOST_CHARACTERS = 50_000;

    private static final String MARKED =
            "ts_headline(('byline_' || search_stemming(r.language))::regconfig, search_text(%s), ?::tsquery,"
                    + " 'HighlightAll=true, StartSel=\uE000, StopSel=\uE001')";

    private static final String BODY = "left(r.body_text, %d)".formatted(MOST_CHARACTERS);

    private final Reads reads;

    Highlights(Reads reads) {
        this.reads = reads;
    }

    /// Where an article was found.
    @JsonInclude(Include.NON_NULL)
    @Schema(
            name = "Highlights",
            description =
                    "Where the words of `q` stand in it; only with `q`. A text in which none stands is left out. Of"
                            + " the body, the first 50,000 characters are looked through.")
    record Found(Marked title, Marked summary, Marked body) {}

    Map<UUID, Found> of(List<UUID> revisions, Search search) {
        if (revisions.isEmpty()) {
            return Map.of();
        }
        var sql =
                Sql.of("select r.id, r.title, coalesce(r.summary, '') as summary, ")
                        .then(BODY + " as body, ")
                        .then(MARKED.formatted("r.title") + " as marked_title, ", search.ranked())
                        .then(MARKED.formatted("coalesce(r.summary, '')"), search.ranked())
                        .then(" as marked_summary, ")
                        .then(MARKED.formatted(BODY) + " as marked_body", search.ranked())
                        .then(" from revision r where r.id = any (?)", (Object) ids(revisions));
        return reads
                .all(
                        sql,
                        row ->
                                Map.entry(
                                        Reads.id(row, "id"),
                                        new Found(
                                                Marked.whole(
                                                        row.getString("title"),
                                                        row.getString("marked_title")),
                                                Marked.whole(
                                                        row.getString("summary"),
                                                        row.getString("marked_summary")),
                                                Marked.snippet(
                                                        row.getString("body"),
                                                        row.getString("marked_body")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static UUID[] ids(List<UUID> revisions) {
        return revisions.toArray(UUID[]::new);
    }
}
