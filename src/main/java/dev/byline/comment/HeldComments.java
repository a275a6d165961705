package dev.byline.comment;

import dev.byline.answer.Idempotency;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Addresses;
import dev.byline.reading.LiveArticles;
import dev.byline.sql.Batch;
import dev.byline.sql.Moment;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Loads what a command changes in one round trip, and writes what it changed in another.
@Singleton
class HeldComments {
    /// The row of the article is locked, so that whatever changes the counts of its comments waits
    /// its turn.
    private static final String LOCK =
            """
            select from article where id = (select article_id from comment where id = ?)
            for no key update
            """;

    /// A comment and, up the thread, those that it replies to.
    private static final String THREAD =
            """
            with recursive thread as (
                select c.*, 0 as above from comment c where c.id = ?
                union all
                select c.*, above + 1 from comment c join thread on c.id = thread.parent_id)
            select t.*, clock_timestamp() as now, %s as is_under_live from thread t order by above
            """
                    .formatted(LiveArticles.isLiveByTheClock("t.article_id"));

    private final LiveArticles articles;
    private final ChangeLog changes;
    private final Writes writes;
    private final Idempotency idempotency;

    HeldComments(LiveArticles articles, ChangeLog changes, Writes writes, Idempotency idempotency) {
        this.articles = articles;
        this.changes = changes;
        this.writes = writes;
        this.idempotency = idempotency;
    }

    private record Loaded(Comment comment, boolean isUnderLive, Instant now) {
        static Loaded of(ResultSet row) throws SQLException {
            return new Loaded(
                    Comments.of(row), row.getBoolean("is_under_live"), Reads.instant(row, "now"));
        }
    }

    /// The comment of this id, its article locked until the transaction ends.
    Optional<HeldComment> hold(UUID id) {
        var batch = writes.batch();
        batch.add(Sql.of(LOCK, id));
        var loaded = thread(batch, id);
        var asked = System.nanoTime();
        batch.run();
        return loaded.first().map(first -> held(first, comments(loaded), asked));
    }

    private static HeldComment held(Loaded first, List<Comment> comments, long asked) {
        return HeldComment.of(
                first.comment(),
                comments.subList(1, comments.size()),
                first.isUnderLive(),
                new Moment(first.now(), asked));
    }

    /// Where a new comment is to stand.
    ///
    /// @param thread those that it replies to, the nearest first
    record Place(LiveArticles.Live article, List<Comment> thread, Moment moment) {}

    /// The live article of this id or slug, locked likewise, with the comment that is replied to.
    ///
    /// @param parent the id of that, or null
    Place place(String article, UUID parent) {
        var loaded = new ArrayList<Batch.Result<Loaded>>();
        var asked = System.nanoTime();
        var live =
                articles.lock(
                        article,
                        batch -> {
                            if (parent != null) {
                                loaded.add(thread(batch, parent));
                            }
                        });
        var thread = loaded.stream().flatMap(one -> comments(one).stream()).toList();
        return new Place(live, thread, new Moment(live.now(), asked));
    }

    private static Batch.Result<Loaded> thread(Batch batch, UUID id) {
        return batch.ask(Sql.of(THREAD, id), Loaded::of);
    }

    private static List<Comment> comments(Batch.Result<Loaded> loaded) {
        return loaded.all().stream().map(Loaded::comment).toList();
    }

    /// Writes what was changed, if anything. What the log says nothing of is not written.
    void settle(HeldComment held) {
        var difference = held.difference();
        difference.change().ifPresent(change -> settle(held, difference, change));
    }

    private void settle(HeldComment held, CommentDifference difference, Change change) {
        var comment = held.comment;
        comment.version += difference.isNew() ? 0 : 1;
        var batch = writes.batch();
        batch.add(difference.rows());
        batch.add(changes.statements(List.of(change), difference.outdated(), held.moment));
        batch.run();
        if (difference.isDeleted()) {
            idempotency.amend(
                    Addresses.of("comments", comment.id), comment.version, CommentView::erase);
        }
    }

    /// Adds a guest's that is no reply. As long as it waits for a moderator nothing else changes
    /// with it, so it is one statement without a lock. Of other writes it waits for a renaming
    /// alone.
    ///
    /// @param live the statement that yields the article
    /// @return the article as it was; where it takes no comments, nothing was added
    Optional<LiveArticles.Live> addWaiting(Comment comment, Sql live) {
        var change = changes.row(Change.of(CommentAct.POSTED, comment.id));
        return writes.first(Comments.row(comment, live, change), LiveArticles.Live::of);
    }
}
