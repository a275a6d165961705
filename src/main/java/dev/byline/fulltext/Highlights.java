package dev.byline.fulltext;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.analysis.Analyzer;
import dev.byline.analysis.Finder;
import dev.byline.analysis.Stemming;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Finds the places of a search's words in the texts of the articles on a page.
@Singleton
public class Highlights {
    /// Of a longer body, what is looked through.
    private static final int MOST_CHARACTERS = 50_000;

    private static final String TEXTS =
            """
            select r.id, r.language, r.title, coalesce(r.summary, '') as summary,
                case when octet_length(r.body_text) <= %1$d then r.body_text else left(r.body_text, %1$d) end as body"""
                            .formatted(MOST_CHARACTERS)
                    + " from revision r where r.id";

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
    public record Found(HighlightedText title, HighlightedText summary, HighlightedText body) {
        boolean hasNone() {
            return title == null && summary == null && body == null;
        }
    }

    private record Texts(UUID id, String language, String title, String summary, String body) {
        public static Texts of(ResultSet row) throws SQLException {
            return new Texts(
                    Reads.id(row, "id"),
                    row.getString("language"),
                    row.getString("title"),
                    row.getString("summary"),
                    row.getString("body"));
        }

        Found found(Finder finder, Analyzer analyzer) {
            var inSummary = finder.places(summary, analyzer);
            var inBody = finder.places(body, analyzer);
            var marked = HighlightedText.whole(summary, inSummary);
            return new Found(
                    HighlightedText.whole(title, finder.places(title, analyzer)),
                    marked == null || inBody.isEmpty() ? marked : marked.withoutHtml(),
                    HighlightedText.snippet(body, inBody));
        }
    }

    public Map<UUID, Found> of(List<UUID> revisions, Search search) {
        if (revisions.isEmpty()) {
            return Map.of();
        }
        var finder = new Finder(search.marked());
        var analyzers = new EnumMap<Stemming, Analyzer>(Stemming.class);
        var found = new HashMap<UUID, Found>();
        reads.all(Sql.of(TEXTS).then(Sql.anyOf(revisions)), Texts::of)
                .forEach(
                        texts -> {
                            var analyzer =
                                    analyzers.computeIfAbsent(
                                            Stemming.of(texts.language), Analyzer::new);
                            found.put(texts.id, found(texts, finder, analyzer));
                        });
        return found;
    }

    /// What is found in a text that something else than this release indexed may stand otherwise in
    /// it: then each word is marked by itself.
    private static Found found(Texts texts, Finder finder, Analyzer analyzer) {
        var found = texts.found(finder, analyzer);
        return found.hasNone() ? texts.found(finder.ofSingleWords(), analyzer) : found;
    }
}
