package dev.byline.revision;

import static dev.byline.property.Filtering.PARTS;
import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import dev.byline.body.BodyFormat;
import dev.byline.property.Property;
import dev.byline.property.TextForm;
import dev.byline.record.Components;
import dev.byline.sql.Columns;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What an article says at one time: everything of a revision that was written and not derived, but
/// for [the authors and tags it names][TermIds]. Each component is a column of `revision`, what
/// [ArticleInput] takes under its name, and what articles and revisions show.
@Embeddable
public record Content(
        @Searched(weight = 'A')
                @Property(sql = "r.title", sort = true, sortKey = "r.sort_key", filter = PARTS)
                @Schema(examples = "A night at the council")
                String title,
        @Searched(weight = 'B')
                @Property(sql = "r.subtitle", filter = PARTS_READ)
                @Schema(
                        description = "The line under the title.",
                        nullable = true,
                        examples = "Nobody had gone home")
                String subtitle,
        @Searched(weight = 'B')
                @Property(sql = "r.summary", filter = VALUE)
                @Schema(nullable = true, examples = "The vote came late.")
                String summary,
        @Property(sql = "r.language", filter = VALUE, form = TextForm.LANGUAGE)
                @Schema(description = "A tag of BCP 47.", examples = "en")
                String language,
        @Searched(weight = 'D', rendered = true)
                @Property(sql = "r.body", onRequest = true)
                @Schema(
                        description = "The source, as it was written.",
                        examples = "The *vote* came late.")
                String body,
        @Enumerated(EnumType.STRING) @Property(sql = "r.body_format", filter = VALUE)
                BodyFormat bodyFormat,
        @JdbcTypeCode(SqlTypes.JSON) @Property(sql = "r.cover") @Schema(nullable = true)
                Cover cover,
        @JdbcTypeCode(SqlTypes.JSON) @Property(sql = "r.seo") @Schema(nullable = true) Seo seo,
        @Property(sql = "r.canonical_url", filter = VALUE, form = TextForm.WEB_ADDRESS)
                @Schema(nullable = true, format = "uri")
                String canonicalUrl) {
    public static final Components<Content> COMPONENTS = Components.of(Content.class);
    static final Columns<Content> COLUMNS = Columns.of(COMPONENTS);

    /// What an input says under the names of these.
    public static Content of(Map<String, ?> values) {
        return COMPONENTS.make(values);
    }
}
