package dev.byline.reading;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.list.Listing;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Batch;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// What readers get at this very moment, for what is written under it.
@Singleton
public class LiveArticles {
    private static final String LOCK = " for no key update of a";
    private static final String IS_LIVE =
            """
            exists (select 1 from article a join revision r on r.article_id = a.id
                where a.id = %s and a.trashed_at is null and %s)""";

    private final Writes writes;
    private final StoryLookup stories;

    LiveArticles(Writes writes, StoryLookup stories) {
        this.writes = writes;
        this.stories = stories;
    }

    /// The live article of this id or slug, for a comment on it; not found where readers cannot
    /// see it. It is locked first and looked at then, so that what the lock was waited for is seen.
    /// The look locks as well, for an article that was given the slug between the two.
    ///
    /// @param more adds what else is asked of the database when the lock is had
    public Live lock(String reference, Consumer<Batch> more) {
        return Listing.of("a.id", "article a")
                .and(ARTICLE.is("a"))
                .and("a.published_at is not null")
                .named("a", reference)
                .flatMap(article -> lookLocked(article.statement(), reference, more))
                .orElseThrow(() -> stories.moved(reference, Viewpoint.READER));
    }

    private Optional<Live> lookLocked(Sql article, String reference, Consumer<Batch> more) {
        return live(reference).flatMap(live -> lookLocked(article, live, more));
    }

    private Optional<Live> lookLocked(Sql article, Sql live, Consumer<Batch> more) {
        var batch = writes.batch();
        batch.add(article.then(LOCK));
        var seen = batch.ask(live.then(LOCK), Live::of);
        more.accept(batch);
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
                .orElseThrow(() -> stories.moved(reference, Viewpoint.READER));
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
        return IS_LIVE.formatted(id, Viewpoint.liveNow("r"));
    }

    /// Likewise: not when the transaction began, but at this moment.
    public static String isLiveByTheClock(String id) {
        return IS_LIVE.formatted(id, Viewpoint.liveByTheClock("r"));
    }

    /// By how many more, or fewer, approved comments it has: what commands of comments tell.
    public static Sql counted(UUID article, int more) {
        return Sql.of(
                "update article set comment_count = comment_count + ? where id = ?", more, article);
    }
}
