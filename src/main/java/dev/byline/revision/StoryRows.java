package dev.byline.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The statements that write an article and its revisions. By SQL and not by Hibernate: they go to
/// the database in one round trip, where entities took one for each table and each list.
@Singleton
public class StoryRows {
    private static final String ADD =
            """
            insert into article (id, kind, version, slug, newest_revision, comments_open, created_at, changed_at,
                published_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE =
            """
            update article set version = ?, slug = ?, newest_revision = ?, comments_open = ?, changed_at = ?,
                published_at = ?, trashed_at = ?, trashed_by = ?
            where id = ?
            """;

    private static final String ADD_REVISION =
            """
            insert into revision (id, article_id, number, sort_key, note, saved_at, saved_by, rendering_version,
                body_html, body_text, word_count, live_from, live_until, agreed_until, since_version, version, autosave_since, %s)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
            """
                    .formatted(Content.COLUMNS.names(""), Content.COLUMNS.places());

    private static final String COPY_REVISION =
            """
            insert into revision (id, article_id, number, sort_key, note, saved_at, saved_by, rendering_version,
                body_html, body_text, word_count, live_from, live_until, agreed_until, since_version, version, %1$s)
            select ?::uuid, article_id, ?::integer, sort_key, ?::text, ?::timestamptz, ?::uuid, rendering_version,
                body_html, body_text, word_count, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::integer, ?::integer, %1$s
            from revision where id = ?
            """
                    .formatted(Content.COLUMNS.names(""));

    private static final String COPY_TERMS =
            """
            insert into revision_%1$s (revision_id, position, %1$s_id)
            select ?, position, %1$s_id from revision_%1$s where revision_id = ?
            """;

    private static final String ADD_TERMS =
            """
            insert into revision_%1$s (revision_id, position, %1$s_id)
            select ?, place - 1, id from unnest(?::uuid[]) with ordinality named (id, place)
            """;

    private static final String MOVE =
            "update revision set live_from = ?, live_until = ?, agreed_until = ?, autosave_since = null where id = ?";

    private final ObjectMapper mapper;

    StoryRows(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public static Sql add(Story story) {
        return Sql.of(
                ADD,
                story.id,
                story.kind,
                story.version,
                story.slug,
                story.newestRevision,
                story.commentsOpen,
                story.createdAt,
                story.changedAt,
                story.publishedAt);
    }

    public static Sql change(Story story) {
        return Sql.of(
                CHANGE,
                story.version,
                story.slug,
                story.newestRevision,
                story.commentsOpen,
                story.changedAt,
                story.publishedAt,
                story.trashedAt,
                story.trashedBy,
                story.id);
    }

    /// With its revisions and whatever else refers to it.
    public static Sql remove(Story story) {
        return Sql.of("delete from article where id = ?", story.id);
    }

    public Stream<Sql> add(Revision revision) {
        return revision.isCopy() ? copy(revision) : write(revision);
    }

    private static Stream<Sql> copy(Revision revision) {
        return Stream.of(
                Sql.of(
                        COPY_REVISION,
                        revision.id,
                        revision.number,
                        revision.note,
                        revision.savedAt,
                        revision.savedBy,
                        revision.liveFrom,
                        revision.liveUntil,
                        revision.agreedUntil,
                        revision.story.version,
                        revision.story.version,
                        revision.source),
                Sql.of(COPY_TERMS.formatted("author"), revision.id, revision.source),
                Sql.of(COPY_TERMS.formatted("tag"), revision.id, revision.source));
    }

    private Stream<Sql> write(Revision revision) {
        return Stream.of(
                        Stream.of(row(revision)),
                        terms("author", revision.id, revision.authors),
                        terms("tag", revision.id, revision.tags))
                .flatMap(statements -> statements);
    }

    private Sql row(Revision revision) {
        return Sql.of(
                        ADD_REVISION,
                        revision.id,
                        revision.story.id,
                        revision.number,
                        revision.sortKey,
                        revision.note,
                        revision.savedAt,
                        revision.savedBy,
                        revision.renderingVersion,
                        revision.bodyHtml,
                        revision.bodyText,
                        revision.wordCount,
                        revision.liveFrom,
                        revision.liveUntil,
                        revision.agreedUntil,
                        revision.sinceVersion == null
                                ? revision.story.version
                                : revision.sinceVersion,
                        revision.story.version,
                        revision.autosaveSince)
                .with(Content.COLUMNS.values(revision.content, this::json));
    }

    private static Stream<Sql> terms(String noun, UUID revision, List<UUID> ids) {
        return ids.isEmpty()
                ? Stream.of()
                : Stream.of(Sql.of(ADD_TERMS.formatted(noun), revision, ids.toArray(UUID[]::new)));
    }

    /// The time in which readers get it, which is all of a revision that ever changes.
    public static Sql move(Revision revision) {
        return Sql.of(
                MOVE, revision.liveFrom, revision.liveUntil, revision.agreedUntil, revision.id);
    }

    /// Makes way for one that takes its place.
    public static Sql remove(Revision revision) {
        return Sql.of("delete from revision where id = ?", revision.id);
    }

    /// It stays as it is from now on.
    public static Sql endAutosaves(Revision revision) {
        return Sql.of("update revision set autosave_since = null where id = ?", revision.id);
    }

    private String json(Object value) {
        try {
            return value == null ? null : mapper.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
