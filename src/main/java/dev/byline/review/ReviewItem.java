package dev.byline.review;

import static dev.byline.property.Filtering.VALUE;

import dev.byline.property.Properties;
import dev.byline.property.Property;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An article whose newest revision somebody said something of.
@Schema(
        name = "ReviewItem",
        description = "An article of whose newest revision colleagues said something.")
record ReviewItem(
        @Property(sql = "a.id", filter = VALUE) @Schema(description = "Its id.") UUID article,
        @Property(sql = "a.slug", filter = VALUE) @Schema(examples = "a-night-at-the-council")
                String slug,
        @Property(sql = "r.title") @Schema(examples = "A night at the council") String title,
        @Property(sql = "r.number") @Schema(minimum = "1", examples = "1") int revision,
        @Property(sql = "s.state", filter = VALUE)
                @Schema(description = "What it comes to, as the article's `review` says.")
                ReviewState state,
        @Property(sql = "s.approvals", filter = VALUE) @Schema(minimum = "0", examples = "0")
                int approvals,
        @Property(sql = "s.at", sort = true, filter = VALUE)
                @Schema(description = "When something was said of it last.")
                Instant at) {
    static final Properties<ReviewItem> PROPERTIES = Properties.of(ReviewItem.class);
}
