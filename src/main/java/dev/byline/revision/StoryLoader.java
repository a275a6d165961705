package dev.byline.revision;

import dev.byline.http.Uuids;
import dev.byline.sql.Batch;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/// Loads for a command what it changes, in one round trip, locked.
@Singleton
public class StoryLoader {
    /// Not `for update`: guests' comments refer to the row meanwhile.
    private static final String LOCK =
            """
            select set_config('byline.held', coalesce((select a.id::text from article a where %s and %s
                order by a.trashed_at desc nulls first limit 1 for no key update), ''), true)
            """;

    /// In the order of their ids, so that no two commands wait for each other.
    private static final String LOCK_ALL =
            """
            select count(*) from (select a.id from article a where %s and a.id = any (?::uuid[]) order by a.id for no key update) held
            """;

    private static final String LOAD =
            """
            select a.id as article_id, a.kind, a.version, a.slug, a.newest_revision, a.comments_open, a.created_at,
                a.changed_at, a.published_at, a.trashed_at, a.trashed_by, clock_timestamp() as now,
                (select f.saved_by from revision f where f.article_id = a.id and f.number = 1) as made_by,
                r.id, r.number, r.live_from, r.live_until, r.agreed_until, n.*
            from article a join revision r on r.article_id = a.id %2$s
                left join lateral (
                    select %1$s, r.note, r.body_text, r.saved_by, r.since_version, r.autosave_since,
                        (select s.name from account s where s.id = r.saved_by) as saved_by_name,
                        array(select author_id from revision_author where revision_id = r.id order by position)
                            as authors,
                        array(select tag_id from revision_tag where revision_id = r.id order by position) as tags
                    where %3$s) n on true
            where a.id = %4$s and (r.live_from is not null or %3$s)
            order by a.id, r.number
            """;

    private static final String IS_NEWEST = "r.number = a.newest_revision";

    private static final String LOAD_ONE =
            LOAD.formatted(
                    Content.COLUMNS.names("r."),
                    "",
                    IS_NEWEST,
                    "nullif(current_setting('byline.held'), '')::uuid");

    private static final String LOAD_ALL =
            LOAD.formatted(
                    Content.COLUMNS.names("r."),
                    "left join (select id, number::integer from unnest(?::uuid[], ?::text[]) w (id, number)) w"
                            + " on w.id = a.id and w.number = r.number",
                    "(r.number = a.newest_revision or w.number is not null)",
                    "any (?::uuid[])");

    private final Reads reads;

    StoryLoader(Reads reads) {
        this.reads = reads;
    }

    /// A revision of the timeline, or one whose content was loaded: the newest, or one that was
    /// asked for.
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
        return batch.ask(Sql.of(LOAD_ONE), this::loaded);
    }

    /// A revision of a story.
    public record Numbered(UUID story, int number) {}

    /// Likewise those of these ids, one behind the other, each with the content of further
    /// revisions.
    public Batch.Result<Loaded> lockAll(
            Batch batch, StoryKind kind, Collection<UUID> ids, Collection<Numbered> further) {
        var all = ids.toArray(UUID[]::new);
        batch.add(Sql.of(LOCK_ALL.formatted(kind.is("a")), (Object) all));
        return batch.ask(
                Sql.of(
                        LOAD_ALL,
                        further.stream().map(Numbered::story).toArray(UUID[]::new),
                        further.stream()
                                .map(one -> String.valueOf(one.number()))
                                .toArray(String[]::new),
                        all),
                this::loaded);
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
        story.madeBy = Reads.id(row, "made_by");
        story.trashedBy = Reads.id(row, "trashed_by");
        return story;
    }

    /// What it says is null where it was not asked for.
    private Revision revision(Story story, ResultSet row) throws SQLException {
        var revision = new Revision();
        revision.story = story;
        revision.id = Reads.id(row, "id");
        revision.number = row.getInt("number");
        revision.liveFrom = Reads.instant(row, "live_from");
        revision.liveUntil = Reads.instant(row, "live_until");
        revision.agreedUntil = Reads.instant(row, "agreed_until");
        if (row.getString("title") != null) {
            revision.content = Content.COLUMNS.of(reads, row);
            revision.note = row.getString("note");
            revision.bodyText = row.getString("body_text");
            revision.sinceVersion = Reads.number(row, "since_version");
            revision.autosaveSince = Reads.instant(row, "autosave_since");
            revision.savedBy = Reads.id(row, "saved_by");
            revision.savedByName = row.getString("saved_by_name");
            revision.authors = Reads.ids(row, "authors");
            revision.tags = Reads.ids(row, "tags");
        }
        return revision;
    }
}
