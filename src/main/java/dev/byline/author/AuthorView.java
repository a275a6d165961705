package dev.byline.author;

import static dev.byline.identity.Audience.NEWSROOM;
import static dev.byline.property.Filtering.PARTS;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import dev.byline.property.TextForm;
import dev.byline.term.TermView;
import dev.byline.text.Slugs;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An author as everybody gets it.
@Schema(name = "Author", description = "A person with a byline.")
public record AuthorView(
        @Property(sql = "x.id", filter = VALUE) UUID id,
        @Property(sql = "x.slug", sort = true, filter = PARTS)
                @Schema(pattern = Slugs.PATTERN, examples = "dani-graham")
                String slug,
        @Property(sql = "x.name", sort = true, sortKey = "x.sort_key", filter = PARTS)
                @Schema(examples = "Dani Graham")
                String name,
        @Property(sql = "x.biography", filter = VALUE)
                @Schema(nullable = true, examples = "Dani Graham writes on politics.")
                String biography,
        @Property(sql = "x.picture", filter = VALUE, form = TextForm.WEB_ADDRESS)
                @Schema(nullable = true, format = "uri", examples = "https://example.org/dani.jpg")
                String picture,
        @Property(sql = "x.links") List<AuthorLink> links,
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
    public static final Properties<AuthorView> PROPERTIES = Properties.of(AuthorView.class);
}
