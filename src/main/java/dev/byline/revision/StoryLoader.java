package dev.byline.revision;

import dev.byline.http.Uuids;
import dev.byline.sql.Batch;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// Loads for a command what it changes, in one round trip, locked.
@Singleton
public class StoryLoader {
    /// Not `for update`: guests' comments refer to the row meanwhile.
    private static final String LOCK =
            """
            select set_config('byline.held', coalesce((select a.id::text from article a where %s and %s
                order by a.trashed_at desc nulls first limit 1 for no key update), ''), true)
            """;

    private static final String LOAD =
            """
            select a.id as article_id, a.kind, a.version, a.slug, a.newest_revision, a.comments_open, a.created_at,
                a.changed_at, a.published_at, a.trashed_at, clock_timestamp() as now,
                r.id, r.number, r.live_from, r.live_until, r.agreed_until, n.*
            from article a join revision r on r.article_id = a.id
                left join lateral (
                    select %s, r.note, r.body_text,
                        array(select author_id from revision_author where revision_id = r.id order by position)
                            as authors,
                        array(select tag_id from revision_tag where revision_id = r.id order by position) as tags
                    where r.number = a.newest_revision) n on true
            where a.id = nullif(current_setting('byline.held'), '')::uuid
                and (r.live_from is not null or r.number = a.newest_revision)
            order by r.number
            """
                    .formatted(Content.COLUMNS.names("r."));

    private final Reads reads;

    StoryLoader(Reads reads) {
        this.reads = reads;
    }

    /// A revision of the timeline, or the newest, whose content alone was loaded.
    ///
    /// @param now the database's clock, after the lock was had
    public record Loaded(Story story, Revision revision, Instant now) {}

    /// Locks the story of this id or slug until the transaction ends, and loads it as it is
    /// then, with the revisions of its timeline and the newest, which comes last. A slug is that
    /// of the one outside of the trash, where there is one. Nothing where there is none.
    public Batch.Result<Loaded> lock(Batch batch, StoryKind kind, String reference) {
        var id = Uuids.parse(reference);
        batch.add(
                id.isPresent()
                        ? Sql.of(LOCK.formatted(kind.is("a"), "a.id = ?"), id.get())
                        : Sql.of(LOCK.formatted(kind.is("a"), "a.slug = ?"), reference));
        return batch.ask(Sql.of(LOAD), this::loaded);
    }

    private Loaded loaded(ResultSet row) throws SQLException {
        var story = story(row);
        return new Loaded(story, revision(story, row), Reads.instant(row, "now"));
    }

    private static Story story(ResultSet row) throws SQLException {
        var story = new Story();
        story.kind = row.getString("kind");
        story.id = Reads.id(row, "article_id");
        story.version = row.getInt("version");
        story.slug = row.getString("slug");
        story.newestRevision = row.getInt("newest_revision");
        story.commentsOpen = row.getBoolean("comments_open");
        story.createdAt = Reads.instant(row, "created_at");
        story.changedAt = Reads.instant(row, "changed_at");
        story.publishedAt = Reads.instant(row, "published_at");
        story.trashedAt = Reads.instant(row, "trashed_at");
        return story;
    }

    private Revision revision(Story story, ResultSet row) throws SQLException {
        var revision = new Revision();
        revision.story = story;
        revision.id = Reads.id(row, "id");
        revision.number = row.getInt("number");
        revision.liveFrom = Reads.instant(row, "live_from");
        revision.liveUntil = Reads.instant(row, "live_until");
        revision.agreedUntil = Reads.instant(row, "agreed_until");
        if (revision.number == story.newestRevision) {
            revision.content = Content.COLUMNS.of(reads, row);
            revision.note = row.getString("note");
            revision.bodyText = row.getString("body_text");
            revision.authors = Reads.ids(row, "authors");
            revision.tags = Reads.ids(row, "tags");
        }
        return revision;
    }
}
