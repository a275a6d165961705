package dev.byline.release;

import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A release as editors get it.
@Schema(
        name = "Release",
        description =
                "Several articles that go live, or are withdrawn, at one instant: all or none of them.")
record ReleaseView(
        @Property(sql = "x.id", filter = VALUE) UUID id,
        @Property(sql = "x.name", filter = PARTS_READ) @Schema(examples = "Election night")
                String name,
        @Property(sql = "x.note", filter = PARTS_READ)
                @Schema(nullable = true, examples = "Not before the polls close.")
                String note,
        @Property(sql = ReleaseView.STATUS, filter = VALUE)
                @Schema(
                        description =
                                "`open` while nothing is planned, `planned` up to `at`, `out` from then on.")
                ReleaseStatus status,
        @Property(sql = "x.at", sort = true, sortKey = ReleaseView.AT, filter = VALUE)
                @Schema(description = "When it goes out, or went.", nullable = true)
                Instant at,
        @Property(sql = "(select count(*) from release_item i where i.release_id = x.id)::integer")
                @Schema(minimum = "0", maximum = "500", examples = "1")
                int itemCount,
        @Property(sql = "x.created_at", sort = true, filter = VALUE) Instant createdAt,
        @Property(sql = "x.updated_at", filter = VALUE) Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "In their order. Not in lists.")
                List<Item> items) {
    static final Properties<ReleaseView> PROPERTIES = Properties.of(ReleaseView.class);

    /// Of when the statement is asked: a command's own instant is later than its transaction's.
    static final String STATUS =
            "case when x.at is null then 'OPEN' when x.at > statement_timestamp() then 'PLANNED' else 'OUT' end";

    /// What has no instant comes after all that has.
    static final String AT = "coalesce(x.at, timestamptz '9999-12-31 00:00:00Z')";

    /// What became of an item.
    enum State {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("planned")
        PLANNED,
        @JsonProperty("live")
        LIVE,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("replaced")
        REPLACED,
        @JsonProperty("trashed")
        TRASHED
    }

    /// An article of a release.
    @Schema(name = "ReleaseItem", description = "An article of a release.")
    record Item(
            @Schema(description = "Its id.") UUID article,
            @Schema(examples = "a-night-at-the-council") String slug,
            @Schema(
                            description = "As the revision says it; of a withdrawal the newest.",
                            examples = "A night at the council")
                    String title,
            @Schema(
                            description =
                                    "The number of the revision that goes live; null where it is withdrawn.",
                            nullable = true,
                            minimum = "1",
                            examples = "1")
                    Integer revision,
            boolean withdraw,
            @Schema(
                            description =
                                    "`pending` while the release is open; `planned`; `live` or `withdrawn` once it is out;"
                                            + " `replaced` where somebody changed the article's timeline otherwise since;"
                                            + " `trashed` while the article is in the trash.")
                    State state) {}
}
