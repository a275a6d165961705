package dev.byline.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.body.BodyFormat;
import dev.byline.http.Uuids;
import dev.byline.sql.Batch;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// An article and its revisions as commands load and write them. By SQL and not by Hibernate: what
/// a command needs comes in one round trip, and what it changed goes in one, where entities took
/// one for each table and each list.
@Singleton
public class ArticleRows {
    /// Not `for update`: guests' comments refer to the row meanwhile.
    private static final String LOCK =
            """
            select set_config('byline.held', coalesce((select a.id::text from article a where %s
                order by a.trashed_at desc nulls first limit 1 for no key update), ''), true)
            """;

    private static final String LOAD =
            """
            select a.id as article_id, a.version, a.slug, a.newest_revision, a.comments_open, a.created_at,
                a.changed_at, a.published_at, a.trashed_at, clock_timestamp() as now,
                r.id, r.number, r.live_from, r.live_until, r.agreed_until, n.*
            from article a join revision r on r.article_id = a.id
                left join lateral (
                    select r.title, r.summary, r.body, r.body_format, r.language, r.cover, r.seo, r.canonical_url,
                        r.note, r.body_text,
                        array(select author_id from revision_author where revision_id = r.id order by position)
                            as authors,
                        array(select tag_id from revision_tag where revision_id = r.id order by position) as tags
                    where r.number = a.newest_revision) n on true
            where a.id = nullif(current_setting('byline.held'), '')::uuid
                and (r.live_from is not null or r.number = a.newest_revision)
            order by r.number
            """;

    private static final String ADD =
            """
            insert into article (id, version, slug, newest_revision, comments_open, created_at, changed_at,
                published_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE =
            """
            update article set version = ?, slug = ?, newest_revision = ?, comments_open = ?, changed_at = ?,
                published_at = ?, trashed_at = ?
            where id = ?
            """;

    private static final String ADD_REVISION =
            """
            insert into revision (id, article_id, number, title, sort_key, summary, body, body_format, language,
                cover, seo, canonical_url, note, saved_at, saved_by, rendering_version, body_html, body_text,
                word_count, live_from, live_until, agreed_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD_TERMS =
            """
            insert into revision_%1$s (revision_id, position, %1$s_id)
            select ?, place - 1, id from unnest(?::uuid[]) with ordinality named (id, place)
            """;

    private static final String MOVE =
            "update revision set live_from = ?, live_until = ?, agreed_until = ? where id = ?";

    private final Reads reads;
    private final ObjectMapper mapper;

    ArticleRows(Reads reads, ObjectMapper mapper) {
        this.reads = reads;
        this.mapper = mapper;
    }

    /// A revision of the timeline, or the newest, whose content alone was loaded.
    ///
    /// @param now the database's clock, after the lock was had
    public record Loaded(Article article, Revision revision, Instant now) {}

    /// Locks the article of this id or slug until the transaction ends, and loads it as it is
    /// then, with the revisions of its timeline and the newest, which comes last. A slug is that
    /// of the article outside of the trash, where there is one. Nothing where there is none.
    public Batch.Result<Loaded> lock(Batch batch, String reference) {
        var id = Uuids.parse(reference);
        batch.add(
                id.isPresent()
                        ? Sql.of(LOCK.formatted("a.id = ?"), id.get())
                        : Sql.of(LOCK.formatted("a.slug = ?"), reference));
        return batch.ask(Sql.of(LOAD), this::loaded);
    }

    private Loaded loaded(ResultSet row) throws SQLException {
        var article = article(row);
        return new Loaded(article, revision(article, row), Reads.instant(row, "now"));
    }

    private static Article article(ResultSet row) throws SQLException {
        var article = new Article();
        article.id = Reads.id(row, "article_id");
        article.version = row.getInt("version");
        article.slug = row.getString("slug");
        article.newestRevision = row.getInt("newest_revision");
        article.commentsOpen = row.getBoolean("comments_open");
        article.createdAt = Reads.instant(row, "created_at");
        article.changedAt = Reads.instant(row, "changed_at");
        article.publishedAt = Reads.instant(row, "published_at");
        article.trashedAt = Reads.instant(row, "trashed_at");
        return article;
    }

    private Revision revision(Article article, ResultSet row) throws SQLException {
        var revision = new Revision();
        revision.article = article;
        revision.id = Reads.id(row, "id");
        revision.number = row.getInt("number");
        revision.liveFrom = Reads.instant(row, "live_from");
        revision.liveUntil = Reads.instant(row, "live_until");
        revision.agreedUntil = Reads.instant(row, "agreed_until");
        if (revision.number == article.newestRevision) {
            revision.title = row.getString("title");
            revision.summary = row.getString("summary");
            revision.body = row.getString("body");
            revision.bodyFormat = BodyFormat.valueOf(row.getString("body_format"));
            revision.language = row.getString("language");
            revision.cover = reads.json(row, "cover", Cover.class);
            revision.seo = reads.json(row, "seo", Seo.class);
            revision.canonicalUrl = row.getString("canonical_url");
            revision.note = row.getString("note");
            revision.bodyText = row.getString("body_text");
            revision.authors = Reads.ids(row, "authors");
            revision.tags = Reads.ids(row, "tags");
        }
        return revision;
    }

    public static Sql add(Article article) {
        return Sql.of(
                ADD,
                article.id,
                article.version,
                article.slug,
                article.newestRevision,
                article.commentsOpen,
                article.createdAt,
                article.changedAt,
                article.publishedAt);
    }

    public static Sql change(Article article) {
        return Sql.of(
                CHANGE,
                article.version,
                article.slug,
                article.newestRevision,
                article.commentsOpen,
                article.changedAt,
                article.publishedAt,
                article.trashedAt,
                article.id);
    }

    public Stream<Sql> add(Revision revision) {
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
                revision.article.id,
                revision.number,
                revision.title,
                revision.sortKey,
                revision.summary,
                revision.body,
                revision.bodyFormat,
                revision.language,
                json(revision.cover),
                json(revision.seo),
                revision.canonicalUrl,
                revision.note,
                revision.savedAt,
                revision.savedBy,
                revision.renderingVersion,
                revision.bodyHtml,
                revision.bodyText,
                revision.wordCount,
                revision.liveFrom,
                revision.liveUntil,
                revision.agreedUntil);
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

    private String json(Object value) {
        try {
            return value == null ? null : mapper.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
