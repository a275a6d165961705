package dev.byline.author;

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

/// An author as everybody gets it.
@Schema(
        name = "Author",
        description = "A person with a byline.",
        requiredProperties = {
            "id",
            "slug",
            "name",
            "biography",
            "picture",
            "links",
            "createdAt",
            "updatedAt"
        })
public record AuthorView(
        UUID id,
        @Schema(pattern = Slugs.PATTERN, examples = "dani-graham") String slug,
        @Schema(examples = "Dani Graham") String name,
        @Schema(nullable = true, examples = "Dani Graham writes on politics.") String biography,
        @Schema(nullable = true, format = "uri", examples = "https://example.org/dani.jpg")
                String picture,
        List<AuthorLink> links,
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
            List.of(
                    "id",
                    "slug",
                    "name",
                    "biography",
                    "picture",
                    "links",
                    "createdAt",
                    "updatedAt");

    /// The select list, of which [#of] makes a view.
    static final String COLUMNS =
            """
            x.id, x.slug, x.name, x.biography, x.picture, x.links, x.created_at, x.updated_at, x.internal""";

    /// SQL for one as JSON, of the row `x`, for who may edit or may not.
    public static String json(boolean mayEdit) {
        return JSON.formatted(mayEdit ? ", 'internal', x.internal" : "");
    }

    private static final String JSON =
            """
            json_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'biography', x.biography,
            'picture', x.picture, 'links', x.links, 'createdAt', x.created_at, 'updatedAt', x.updated_at%s)""";

    static AuthorView of(Reads reads, ResultSet row) throws SQLException {
        return new AuthorView(
                Reads.id(row, "id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("biography"),
                row.getString("picture"),
                List.of(reads.json(row, "links", AuthorLink[].class)),
                Reads.instant(row, "created_at"),
                Reads.instant(row, "updated_at"),
                Reads.number(row, "articles"),
                row.getBoolean("internal"));
    }
}
