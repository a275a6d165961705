package dev.byline.reading;

import dev.byline.list.Listing;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What readers get at this very moment, for what is written under it.
@Singleton
public class LiveArticles {
    private static final String LOCK = " for no key update of a";

    private final Reads reads;
    private final Writes writes;
    private final Articles articles;

    LiveArticles(Reads reads, Writes writes, Articles articles) {
        this.reads = reads;
        this.writes = writes;
        this.articles = articles;
    }

    /// The live article of this id or slug, for a comment on it; not found where readers cannot
    /// see it. It is locked first and looked at then, so that what the lock was waited for is seen.
    /// The look locks as well, for an article that was given the slug between the two.
    public Live lock(String reference) {
        return Listing.of("a.id", "article a")
                .and("a.published_at is not null")
                .named("a", reference)
                .flatMap(article -> lookLocked(article.statement(), reference))
                .orElseThrow(() -> articles.moved(reference, Viewpoint.READER));
    }

    private Optional<Live> lookLocked(Sql article, String reference) {
        return live(reference).flatMap(live -> lookLocked(article, live));
    }

    private Optional<Live> lookLocked(Sql article, Sql live) {
        var batch = writes.batch();
        batch.add(article.then(LOCK));
        var seen = batch.ask(live.then(LOCK), Live::of);
        batch.run();
        return seen.first();
    }

    /// The statement that yields it as [Live#of] reads it; empty for what is no reference.
    private static Optional<Sql> live(String reference) {
        return Viewpoint.byTheClock(Sql.of("a.id, a.comments_open, clock_timestamp() as now"))
                .named("a", reference)
                .map(Listing::statement);
    }

    /// The live article of this id or slug, for a statement that does something there and needs no
    /// lock; not found where readers cannot see it.
    ///
    /// @param work is given the statement that yields it, and yields what that does
    public Live where(String reference, Function<Sql, Optional<Live>> work) {
        return live(reference)
                .flatMap(work)
                .orElseThrow(() -> articles.moved(reference, Viewpoint.READER));
    }

    /// As it is when the statement is run, which is after the lock was had.
    ///
    /// @param now by the database's clock
    public record Live(UUID id, boolean commentsOpen, Instant now) {
        public static Live of(ResultSet row) throws SQLException {
            return new Live(
                    Reads.id(row, "id"),
                    row.getBoolean("comments_open"),
                    Reads.instant(row, "now"));
        }
    }

    /// SQL for whether readers get the article of an id.
    public static String isLive(String id) {
        return """
        exists (select 1 from article a join revision r on r.article_id = a.id
            where a.id = %s and a.trashed_at is null and %s)"""
                .formatted(id, Viewpoint.liveNow("r"));
    }

    /// Whether readers get it: not when the transaction began, but now.
    public boolean isLive(UUID id) {
        return Viewpoint.byTheClock(Sql.of("a.id"))
                .and("a.id = ?", id)
                .single(reads, row -> Reads.id(row, "id"))
                .isPresent();
    }

    /// By how many more, or fewer, approved comments it has: what commands of comments tell.
    public static Sql counted(UUID article, int more) {
        return Sql.of(
                "update article set comment_count = comment_count + ? where id = ?", more, article);
    }
}
