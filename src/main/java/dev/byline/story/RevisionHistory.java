package dev.byline.story;

import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.list.Slice;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of a story's history, for the OpenAPI document.
@Schema(name = "RevisionList", description = "A page of a history.")
public record RevisionHistory(List<Item> data, Slice.Page page) {

    /// An item of the history: who saved what, and when readers got it, without the texts.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RevisionItem", description = "An item of a history.")
    record Item(
            @Property(sql = "r.number", sort = true, filter = VALUE)
                    @Schema(minimum = "1", examples = "3")
                    int number,
            @Property(sql = "r.title", sortKey = "r.sort_key", filter = PARTS_READ)
                    @Schema(examples = "A night at the council")
                    String title,
            @Property(sql = "r.word_count", filter = VALUE) @Schema(minimum = "0") int wordCount,
            @Property(sql = "r.saved_at", filter = VALUE) Instant savedAt,
            @Property(sql = "r.saved_by", filter = VALUE)
                    @Schema(description = "The id of the account.", nullable = true)
                    UUID savedBy,
            @Property(
                            sql = "(select s.name from account s where s.id = r.saved_by)",
                            filter = PARTS_READ)
                    @Schema(
                            description = "The account's name; null where it was deleted since.",
                            nullable = true,
                            examples = "admin")
                    String savedByName,
            @Property(sql = "r.note", filter = VALUE) @Schema(nullable = true) String note,
            @Property(sql = "(r.autosave_since is not null)", filter = VALUE)
                    @Schema(
                            description =
                                    "Whether it is an autosave, which further ones of the account may still go into.")
                    boolean autosave,
            @Property(sql = "r.live_from", filter = VALUE) @Schema(nullable = true)
                    Instant liveFrom,
            @Property(sql = "r.live_until", filter = VALUE) @Schema(nullable = true)
                    Instant liveUntil) {
        static final Properties<Item> PROPERTIES = Properties.of(Item.class);
    }

    /// What makes an old revision the newest.
    @Schema(name = "RevisionInput", description = "Which old revision comes back.")
    public record Restoring(
            @Schema(
                            description =
                                    "The number of the revision whose content comes back; one that is not in this"
                                            + " history is `unknown-revision`.",
                            minimum = "1",
                            examples = "1")
                    @NotNull
                    Integer restore,
            @Schema(nullable = true, examples = "Back to what we had") @Size(max = 500)
                    String note) {}
}
