package dev.byline.preview;

import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A preview link as the newsroom gets it.
@Schema(
        name = "PreviewLink",
        description =
                "That somebody outside may see something before readers do, as readers will get it.")
record PreviewView(
        @Property(sql = "p.id", filter = VALUE) UUID id,
        @Property(sql = "p.article_id", filter = VALUE)
                @Schema(
                        description = "The id of the article whose newest revision it shows.",
                        nullable = true)
                UUID article,
        @Property(sql = "p.release_id", filter = VALUE)
                @Schema(description = "The id of the release that it shows.", nullable = true)
                UUID release,
        @Property(sql = "p.as_of", filter = VALUE)
                @Schema(description = "The instant as of which it shows the site.", nullable = true)
                Instant asOf,
        @Property(sql = "p.name", filter = PARTS_READ)
                @Schema(nullable = true, examples = "For the author")
                String name,
        @Property(sql = "p.created_by", filter = VALUE)
                @Schema(description = "The id of the account that made it.")
                UUID createdBy,
        @Property(sql = "p.created_at", sort = true, filter = VALUE) Instant createdAt,
        @Property(sql = "p.expires_at", sort = true, filter = VALUE)
                @Schema(description = "When it ceases to work.")
                Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "What a front-end sends as `?preview=…`, or behind `Authorization: Bearer`, to read as its"
                                        + " bearer. Shown in the answer to the request that made it, and never again.",
                        pattern = "^blp_[A-Za-z0-9]+$")
                String secret) {
    static final Properties<PreviewView> PROPERTIES = Properties.of(PreviewView.class);
}
