package dev.byline.story;

import dev.byline.revision.SearchIndex;
import dev.byline.revision.SearchIndex.Texts;
import dev.byline.revision.StoryLists;
import dev.byline.sql.Backlog;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads anew the texts whose words something else than this release wrote: a migration names all
/// that there are, and triggers what a server of the release before writes. Until then they are
/// found as that release found them.
@Singleton
class Reindexing implements Backlog {
    private static final Sql TAKE =
            Sql.of(
                    """
                    delete from search_pending
                    where first_revision = (
                        select first_revision from search_pending order by first_revision desc
                        limit 1 for update skip locked)
                    returning first_revision, last_revision
                    """);

    private static final Sql LEFT =
            Sql.of("select coalesce(sum(texts), 0) as texts from search_pending");

    /// Rows that somebody writes at the moment are left for later: neither waits for the other.
    private static final String TEXTS =
            """
            select d.revision_id, d.live_from is not null as is_live, %s
            from search_document d join revision r on r.id = d.revision_id
            where d.revision_id between ? and ? order by d.revision_id for update of d skip locked
            """
                    .formatted(Texts.COLUMNS);

    private static final String LEAVE =
            """
            insert into search_pending
            select revision_id, revision_id, 1 from search_document
            where revision_id between ? and ? and not revision_id = any (?)
            on conflict do nothing
            """;

    private final Reads reads;
    private final Writes writes;

    private final StoryLists lists;

    Reindexing(Reads reads, Writes writes, StoryLists lists) {
        this.reads = reads;
        this.writes = writes;
        this.lists = lists;
    }

    private record Range(UUID first, UUID last) {
        static Range of(ResultSet row) throws SQLException {
            return new Range(Reads.id(row, "first_revision"), Reads.id(row, "last_revision"));
        }
    }

    private record Pending(Texts texts, boolean isLive) {
        static Pending of(ResultSet row) throws SQLException {
            return new Pending(Texts.of(row), row.getBoolean("is_live"));
        }
    }

    @Override
    public String metric() {
        return "byline.search.pending";
    }

    @Override
    public String task() {
        return "indexed anew for the search";
    }

    @Override
    public long left() {
        return reads.first(LEFT, row -> row.getLong("texts")).orElseThrow();
    }

    /// Lets this server and the others forget the answers that were made of the words of before.
    @Override
    public void announce() {
        lists.forget();
    }

    @Override
    public boolean batch() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var range = writes.first(TAKE, Range::of);
                            range.ifPresent(this::index);
                            return range.isPresent();
                        });
    }

    private void index(Range range) {
        var texts = reads.all(Sql.of(TEXTS, range.first, range.last), Pending::of);
        var ids = texts.stream().map(one -> one.texts.revisionId()).toArray(UUID[]::new);
        writes.run(Sql.of(LEAVE, range.first, range.last, ids));
        for (var one : texts) {
            var document = SearchIndex.document(one.texts);
            writes.run(
                    one.isLive
                            ? Stream.of(document, SearchIndex.words(one.texts))
                            : Stream.of(document));
        }
    }
}
