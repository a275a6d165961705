package dev.byline.tag;

import static dev.byline.identity.Audience.NEWSROOM;
import static dev.byline.property.Filtering.PARTS;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import dev.byline.term.TermView;
import dev.byline.text.Slugs;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tag as everybody gets it.
@Schema(name = "Tag", description = "A topic.")
public record TagView(
        @Property(sql = "x.id", filter = VALUE) UUID id,
        @Property(sql = "x.slug", sort = true, filter = PARTS)
                @Schema(pattern = Slugs.PATTERN, examples = "politics")
                String slug,
        @Property(sql = "x.name", sort = true, sortKey = "x.sort_key", filter = PARTS)
                @Schema(examples = "Politics")
                String name,
        @Property(sql = "x.description", filter = VALUE)
                @Schema(nullable = true, examples = "How we are governed.")
                String description,
        @Property(sql = "x.created_at", sort = true, filter = VALUE) Instant createdAt,
        @Property(sql = "x.updated_at", filter = VALUE) Instant updatedAt,
        @Property(
                        sql = "{articles}",
                        sort = true,
                        sortKey = TermView.ARTICLES_OF_ALL,
                        onRequest = true)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "How many articles readers find; where asked for.",
                        minimum = "0",
                        examples = "12")
                Integer articleCount,
        @Property(sql = "x.internal", filter = VALUE, audience = NEWSROOM)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Whether readers find it nowhere. For the newsroom.")
                Boolean internal)
        implements TermView {
    public static final Properties<TagView> PROPERTIES = Properties.of(TagView.class);
}
