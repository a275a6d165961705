package dev.byline.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.sql.Reads;
import dev.byline.term.TermView;
import dev.byline.text.Slugs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tag as everybody gets it.
@Schema(
        name = "Tag",
        description = "A topic.",
        requiredProperties = {"id", "slug", "name", "description", "createdAt", "updatedAt"})
public record TagView(
        UUID id,
        @Schema(pattern = Slugs.PATTERN, examples = "politics") String slug,
        @Schema(examples = "Politics") String name,
        @Schema(nullable = true, examples = "How we are governed.") String description,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "How many articles readers find; where asked for.",
                        minimum = "0",
                        examples = "12")
                Integer articleCount,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Whether readers find it nowhere. For editors.")
                Boolean internal)
        implements TermView {
    static final List<String> FIELDS =
            List.of("id", "slug", "name", "description", "createdAt", "updatedAt");

    /// The select list, of which [#of] makes a view.
    static final String COLUMNS =
            """
            x.id, x.slug, x.name, x.description, x.created_at, x.updated_at, x.internal""";

    /// SQL for one as JSON, of the row `x`, for who may edit or may not.
    public static String json(boolean mayEdit) {
        return JSON.formatted(mayEdit ? ", 'internal', x.internal" : "");
    }

    private static final String JSON =
            """
            json_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'description', x.description,
            'createdAt', x.created_at, 'updatedAt', x.updated_at%s)""";

    static TagView of(Reads reads, ResultSet row) throws SQLException {
        return new TagView(
                Reads.id(row, "id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("description"),
                Reads.instant(row, "created_at"),
                Reads.instant(row, "updated_at"),
                Reads.number(row, "articles"),
                row.getBoolean("internal"));
    }
}
