package dev.byline.revision;

import static java.util.stream.Collectors.joining;

import dev.byline.analysis.Indexed;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// The statements that write what revisions are found by, in the transaction that writes them.
/// Which of them are the newest, live or in the trash, triggers keep.
public final class SearchIndex {
    private static final String DOCUMENT =
            """
            insert into search_document (revision_id, article_id, kind, number, newest, trashed, live_from, live_until,
                published_at, language, stemming, ranking, words)
            select r.id, r.article_id, a.kind, r.number, r.number = a.newest_revision, a.trashed_at is not null, r.live_from,
                r.live_until, a.published_at, r.language, ?, ?::tsvector, ?::tsvector
            from revision r join article a on a.id = r.article_id
            where r.id = ? and (r.live_from is not null or r.number = a.newest_revision)
            on conflict (revision_id) do update
            set language = excluded.language, stemming = excluded.stemming, ranking = excluded.ranking,
                words = excluded.words
            """;

    private static final String COPY =
            """
            insert into search_document (revision_id, article_id, kind, number, newest, trashed, live_from, live_until,
                published_at, language, stemming, ranking, words)
            select r.id, r.article_id, a.kind, r.number, r.number = a.newest_revision, a.trashed_at is not null, r.live_from,
                r.live_until, a.published_at, d.language, d.stemming, d.ranking, d.words
            from revision r join article a on a.id = r.article_id, search_document d
            where r.id = ? and d.revision_id = ?
            """;

    private static final String WORDS =
            """
            insert into search_word
            select used.word from unnest(?::text[]) used (word)
            where not exists (select from search_word known where known.word = used.word)
            order by used.word
            on conflict do nothing
            """;

    private SearchIndex() {}

    /// The texts of a revision, in their order.
    public record Texts(UUID revisionId, String language, Map<SearchedText, String> all) {
        /// What [#of] reads, but for the id.
        public static final String COLUMNS =
                Stream.concat(
                                Stream.of("r.language"),
                                SearchedText.ALL.stream().map(text -> "r." + text.column()))
                        .collect(joining(", "));

        public static Texts of(Revision revision) {
            var texts = new LinkedHashMap<SearchedText, String>();
            var content = Content.COMPONENTS.values(revision.content);
            SearchedText.ALL.forEach(text -> texts.put(text, text.of(revision, content)));
            return new Texts(revision.id, revision.content.language(), texts);
        }

        /// Of a row with the columns of a revision, whose id is `revision_id` there.
        public static Texts of(ResultSet row) throws SQLException {
            var texts = new LinkedHashMap<SearchedText, String>();
            for (var text : SearchedText.ALL) {
                texts.put(text, text.of(row));
            }
            return new Texts(Reads.id(row, "revision_id"), row.getString("language"), texts);
        }

        /// With what its body came to by other rules.
        public Texts rendered(String text) {
            var others = new LinkedHashMap<>(all);
            others.replaceAll((one, before) -> one.rendered() ? text : before);
            return new Texts(revisionId, language, others);
        }

        private List<Indexed.Text> weighted() {
            return all.entrySet().stream()
                    .map(text -> new Indexed.Text(text.getKey().weight(), text.getValue()))
                    .toList();
        }
    }

    /// Of a new revision, once its row is written.
    public static Sql add(Revision revision) {
        return revision.isCopy()
                ? Sql.of(COPY, revision.id(), revision.source)
                : document(Texts.of(revision));
    }

    public static Sql document(Texts texts) {
        var indexed = Indexed.of(texts.language, texts.weighted());
        return Sql.of(
                DOCUMENT,
                indexed.stemming().label(),
                indexed.ranking(),
                indexed.words(),
                texts.revisionId);
    }

    public static Sql words(Texts texts) {
        return words(texts.all.values());
    }

    /// Of several revisions, whose words are known by one statement; none for none.
    public static Stream<Sql> words(List<Revision> revisions) {
        var texts =
                revisions.stream()
                        .map(Texts::of)
                        .flatMap(one -> one.all.values().stream())
                        .toList();
        return texts.isEmpty() ? Stream.of() : Stream.of(words(texts));
    }

    private static Sql words(Collection<String> texts) {
        var words = Indexed.vocabulary(texts);
        return Sql.of(WORDS, (Object) words.toArray(String[]::new));
    }
}
