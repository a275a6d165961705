package dev.byline.reading;

import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Another article that readers get, as far as a link to it needs.
@Schema(
        name = "ArticleReference",
        description = "Another article that readers get, as far as a link to it needs.")
record ArticleReference(
        UUID id,
        @Schema(examples = "a-morning-at-the-court") String slug,
        @Schema(examples = "A morning at the court") String title,
        Instant publishedAt) {

    /// The select list, of which [#of] makes a reference.
    static String columns(Viewpoint viewpoint) {
        return "a.id, a.slug, r.title, %s as published_at".formatted(viewpoint.published("a"));
    }

    static ArticleReference of(ResultSet row) throws SQLException {
        return new ArticleReference(
                Reads.id(row, "id"),
                row.getString("slug"),
                row.getString("title"),
                Reads.instant(row, "published_at"));
    }
}
