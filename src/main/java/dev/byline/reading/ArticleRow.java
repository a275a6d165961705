package dev.byline.reading;

import dev.byline.body.BodyFormat;
import dev.byline.revision.ArticleStatus;
import dev.byline.revision.Cover;
import dev.byline.revision.Seo;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One article as a query yields it, but for its long texts.
///
/// @param authors in their order, as ids or whole; null where nobody asked for them
/// @param tags likewise
/// @param weight how many bytes the long texts that were asked for have
public record ArticleRow(
        UUID id,
        int version,
        String slug,
        int newestRevision,
        boolean commentsOpen,
        int commentCount,
        Instant createdAt,
        Instant publishedAt,
        Instant trashedAt,
        UUID revisionId,
        int revision,
        String title,
        String summary,
        BodyFormat bodyFormat,
        String language,
        Cover cover,
        Seo seo,
        String canonicalUrl,
        String note,
        Instant savedAt,
        UUID savedById,
        String savedByName,
        int wordCount,
        Instant liveFrom,
        Integer liveNumber,
        boolean planned,
        int renderingVersion,
        List<?> authors,
        List<?> tags,
        long weight) {

    /// The select list, of which [#of] makes a row.
    static Sql columns(Viewpoint viewpoint, ArticleFields fields) {
        return Sql.of(
                        """
                        a.id, a.version, a.slug, a.newest_revision, a.comments_open, a.comment_count,
                        a.published_at, a.trashed_at, r.id as revision_id, r.number, r.title, r.summary,
                        r.body_format, r.language, r.cover, r.seo, r.canonical_url, r.word_count,
                        r.rendering_version, %1$s.live_from, %1$s.number as live_number, %2$s,
                        """
                                .formatted(viewpoint.liveAlias(), editors(viewpoint)))
                .then(fields.columns(viewpoint.mayEdit()) + ", ")
                .then(viewpoint.planned())
                .then(" as planned");
    }

    private static String editors(Viewpoint viewpoint) {
        return viewpoint.mayEdit()
                ? "a.created_at, r.note, r.saved_at, s.id as saved_by_id, s.name as saved_by_name"
                : "null::timestamptz as created_at, null::text as note, null::timestamptz as saved_at,"
                        + " null::uuid as saved_by_id, null::text as saved_by_name";
    }

    static Reads.Row<ArticleRow> of(Reads reads, ArticleFields fields) {
        return row ->
                new ArticleRow(
                        Reads.id(row, "id"),
                        row.getInt("version"),
                        row.getString("slug"),
                        row.getInt("newest_revision"),
                        row.getBoolean("comments_open"),
                        row.getInt("comment_count"),
                        Reads.instant(row, "created_at"),
                        Reads.instant(row, "published_at"),
                        Reads.instant(row, "trashed_at"),
                        Reads.id(row, "revision_id"),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("summary"),
                        BodyFormat.valueOf(row.getString("body_format")),
                        row.getString("language"),
                        reads.json(row, "cover", Cover.class),
                        reads.json(row, "seo", Seo.class),
                        row.getString("canonical_url"),
                        row.getString("note"),
                        Reads.instant(row, "saved_at"),
                        Reads.id(row, "saved_by_id"),
                        row.getString("saved_by_name"),
                        row.getInt("word_count"),
                        Reads.instant(row, "live_from"),
                        Reads.number(row, "live_number"),
                        row.getBoolean("planned"),
                        row.getInt("rendering_version"),
                        fields.authors(reads, row),
                        fields.tags(reads, row),
                        row.getLong("weight"));
    }

    ArticleStatus status() {
        if (trashedAt != null) {
            return ArticleStatus.TRASHED;
        }
        if (liveNumber != null) {
            return ArticleStatus.PUBLISHED;
        }
        if (planned) {
            return ArticleStatus.SCHEDULED;
        }
        return publishedAt != null ? ArticleStatus.WITHDRAWN : ArticleStatus.DRAFT;
    }

    boolean hasUnpublishedChanges() {
        return liveNumber == null || liveNumber != newestRevision;
    }
}
