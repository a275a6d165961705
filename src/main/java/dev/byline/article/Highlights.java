package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.article.Beginnings.Word;
import dev.byline.query.Reads;
import dev.byline.query.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Finds the places of a search's words in the texts of the articles on a page. PostgreSQL alone
/// knows what a word's other forms are, but takes half a millisecond for each body: it is only
/// asked for those words that begin like one searched for ([Beginnings]). Where that finds
/// nothing, as with forms that begin otherwise, it marks the whole text.
@Singleton
class Highlights {
    /// Of a longer body, what is looked through.
    private static final int MOST_CHARACTERS = 50_000;

    private static final String TEXTS =
            """
            select r.id, r.language, r.title, coalesce(r.summary, '') as summary,
                case when octet_length(r.body_text) <= %1$d then r.body_text else left(r.body_text, %1$d) end as body"""
                            .formatted(MOST_CHARACTERS)
                    + " from revision r where r.id";

    private static final String MARKED =
            "ts_headline(('byline_' || search_stemming(t.language))::regconfig, search_text(t.%1$s), ?::tsquery,"
                    + " 'HighlightAll=true, StartSel=\uE000, StopSel=\uE001') as %1$s";

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
    record Found(Marked title, Marked summary, Marked body) {
        boolean isEmpty() {
            return title == null && summary == null && body == null;
        }
    }

    private record Texts(UUID id, String language, String title, String summary, String body) {
        static Texts of(ResultSet row) throws SQLException {
            return new Texts(
                    Reads.id(row, "id"),
                    row.getString("language"),
                    row.getString("title"),
                    row.getString("summary"),
                    row.getString("body"));
        }

        Found found(Texts marked) {
            return found(
                    Marked.places(title, marked.title),
                    Marked.places(summary, marked.summary),
                    Marked.places(body, marked.body));
        }

        private Found found(List<int[]> inTitle, List<int[]> inSummary, List<int[]> inBody) {
            var marked = Marked.whole(summary, inSummary);
            return new Found(
                    Marked.whole(title, inTitle),
                    marked == null || inBody.isEmpty() ? marked : marked.withoutHtml(),
                    Marked.snippet(body, inBody));
        }
    }

    /// Texts, and those of their words that begin like one searched for.
    private record Candidates(Texts texts, List<Word> title, List<Word> summary, List<Word> body) {
        static Candidates of(Texts texts, Beginnings like) {
            return new Candidates(
                    texts,
                    like.words(texts.title),
                    like.words(texts.summary),
                    like.words(texts.body));
        }

        String lines() {
            return Stream.of(title, summary, body)
                    .flatMap(List::stream)
                    .map(Word::text)
                    .distinct()
                    .collect(Collectors.joining("\n"));
        }

        Found found(Set<String> words) {
            return texts.found(places(title, words), places(summary, words), places(body, words));
        }

        private static List<int[]> places(List<Word> candidates, Set<String> words) {
            return candidates.stream()
                    .filter(candidate -> words.contains(candidate.text()))
                    .map(candidate -> new int[] {candidate.start(), candidate.end()})
                    .toList();
        }
    }

    Map<UUID, Found> of(List<UUID> revisions, Search search) {
        if (revisions.isEmpty()) {
            return Map.of();
        }
        var beginnings = Beginnings.of(search.ranked());
        var candidates =
                reads.all(
                        Sql.of(TEXTS).then(Sql.anyOf(revisions)),
                        row -> Candidates.of(Texts.of(row), beginnings));
        var words = words(candidates, search);
        var found = new HashMap<UUID, Found>();
        var missed = new ArrayList<Texts>();
        for (var one : candidates) {
            var places = one.found(words.getOrDefault(one.texts.id, Set.of()));
            found.put(one.texts.id, places);
            if (places.isEmpty()) {
                missed.add(one.texts);
            }
        }
        found.putAll(marked(missed, search));
        return found;
    }

    private static UUID[] ids(List<UUID> revisions) {
        return revisions.toArray(UUID[]::new);
    }

    /// Of the words that begin like one searched for, those that are forms of it.
    private Map<UUID, Set<String>> words(List<Candidates> candidates, Search search) {
        var texts = candidates.stream().map(Candidates::texts).toList();
        var lines = candidates.stream().map(Candidates::lines).toArray(String[]::new);
        var found = new HashMap<UUID, Set<String>>();
        reads.all(
                Sql.of("select t.id, " + MARKED.formatted("words"), search.ranked())
                        .then(
                                " from unnest(?::uuid[], ?::text[], ?::text[]) t (id, language, words)",
                                ids(texts.stream().map(Texts::id).toList()),
                                texts.stream().map(Texts::language).toArray(String[]::new),
                                lines),
                row -> found.put(Reads.id(row, "id"), Marked.lines(row.getString("words"))));
        return found;
    }

    private Map<UUID, Found> marked(List<Texts> texts, Search search) {
        var found = new HashMap<UUID, Found>();
        if (texts.isEmpty()) {
            return found;
        }
        var sql =
                Sql.of("select t.id, t.language, ")
                        .then(MARKED.formatted("title") + ", ", search.ranked())
                        .then(MARKED.formatted("summary") + ", ", search.ranked())
                        .then(MARKED.formatted("body"), search.ranked())
                        .then(" from (")
                        .then(TEXTS)
                        .then(Sql.anyOf(texts.stream().map(Texts::id).toList()))
                        .then(") t");
        var marked = new HashMap<UUID, Texts>();
        reads.all(sql, Texts::of).forEach(one -> marked.put(one.id, one));
        texts.stream()
                .filter(text -> marked.containsKey(text.id))
                .forEach(text -> found.put(text.id, text.found(marked.get(text.id))));
        return found;
    }
}
