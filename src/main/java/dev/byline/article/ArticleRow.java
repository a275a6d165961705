package dev.byline.article;

import dev.byline.text.BodyFormat;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/// One article as a query yields it, before its texts, authors and tags are known.
record ArticleRow(
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
        boolean planned) {

    static String columns(Viewpoint viewpoint) {
        var live = viewpoint.liveAlias();
        return """
                a.id as id, a.version as version, a.slug as slug, a.newestRevision as newestRevision,
                a.commentsOpen as commentsOpen, a.commentCount as commentCount, a.createdAt as createdAt,
                a.publishedAt as publishedAt, a.trashedAt as trashedAt,
                r.id as revisionId, r.number as revision, r.title as title, r.summary as summary,
                r.bodyFormat as bodyFormat, r.language as language, r.cover as cover, r.seo as seo,
                r.canonicalUrl as canonicalUrl, r.note as note, r.savedAt as savedAt,
                s.id as savedById, s.name as savedByName, r.wordCount as wordCount,
                """
                + live
                + ".liveFrom as liveFrom, "
                + live
                + ".number as liveNumber, "
                + "case when "
                + ArticleStatus.planned(viewpoint.now())
                + " then true else false end as planned";
    }

    static ArticleRow of(Tuple row) {
        return new ArticleRow(
                row.get("id", UUID.class),
                row.get("version", Integer.class),
                row.get("slug", String.class),
                row.get("newestRevision", Integer.class),
                row.get("commentsOpen", Boolean.class),
                row.get("commentCount", Integer.class),
                row.get("createdAt", Instant.class),
                row.get("publishedAt", Instant.class),
                row.get("trashedAt", Instant.class),
                row.get("revisionId", UUID.class),
                row.get("revision", Integer.class),
                row.get("title", String.class),
                row.get("summary", String.class),
                row.get("bodyFormat", BodyFormat.class),
                row.get("language", String.class),
                row.get("cover", Cover.class),
                row.get("seo", Seo.class),
                row.get("canonicalUrl", String.class),
                row.get("note", String.class),
                row.get("savedAt", Instant.class),
                row.get("savedById", UUID.class),
                row.get("savedByName", String.class),
                row.get("wordCount", Integer.class),
                row.get("liveFrom", Instant.class),
                row.get("liveNumber", Integer.class),
                row.get("planned", Boolean.class));
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
