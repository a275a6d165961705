package dev.byline.fulltext;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.analysis.Analyzer;
import dev.byline.analysis.Finder;
import dev.byline.analysis.Stemming;
import dev.byline.record.Components;
import dev.byline.revision.SearchIndex.Texts;
import dev.byline.revision.SearchedText;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
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
            "select r.id as revision_id, r.language, "
                    + SearchedText.ALL.stream().map(Highlights::column).collect(joining(", "))
                    + " from revision r where r.id";

    private final Reads reads;

    Highlights(Reads reads) {
        this.reads = reads;
    }

    private static String column(SearchedText text) {
        var column = "r." + text.column();
        return text.rendered()
                ? "case when octet_length(%2$s) <= %1$d then %2$s else left(%2$s, %1$d) end as %3$s"
                        .formatted(MOST_CHARACTERS, column, text.column())
                : column;
    }

    /// Where an article was found.
    @JsonInclude(Include.NON_NULL)
    @Schema(
            name = "Highlights",
            description =
                    "Where the words of `q` stand in it; only with `q`. A text in which none stands is left out. Of"
                            + " the body, the first 50,000 characters are looked through.")
    public record Found(
            HighlightedText title,
            HighlightedText subtitle,
            HighlightedText summary,
            HighlightedText body) {
        private static final Components<Found> COMPONENTS = Components.of(Found.class);

        static Found of(Map<String, HighlightedText> texts) {
            if (texts.containsKey("body")) {
                texts.computeIfPresent("summary", (_, summary) -> summary.withoutHtml());
            }
            return COMPONENTS.make(texts);
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
                                            Stemming.of(texts.language()), Analyzer::new);
                            found.put(texts.revisionId(), found(texts, finder, analyzer));
                        });
        return found;
    }

    /// What is found in a text that something else than this release indexed may stand otherwise in
    /// it: then each word is marked by itself.
    private static Found found(Texts texts, Finder finder, Analyzer analyzer) {
        var marked = marked(texts, finder, analyzer);
        return Found.of(
                marked.isEmpty() ? marked(texts, finder.ofSingleWords(), analyzer) : marked);
    }

    /// By their names, the texts in which something was found.
    private static Map<String, HighlightedText> marked(
            Texts texts, Finder finder, Analyzer analyzer) {
        var marked = new HashMap<String, HighlightedText>();
        texts.all()
                .forEach(
                        (text, words) -> {
                            var places = finder.places(words, analyzer);
                            if (!places.isEmpty()) {
                                marked.put(text.name(), marked(text, words, places));
                            }
                        });
        return marked;
    }

    private static HighlightedText marked(SearchedText text, String words, List<int[]> places) {
        return text.rendered()
                ? HighlightedText.snippet(words, places)
                : HighlightedText.whole(words, places);
    }
}
