package dev.byline.review;

import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import dev.byline.edit.SavedBy;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A note as the newsroom gets it.
@Schema(name = "Note", description = "What a colleague notes on a revision of an article.")
record NoteView(
        @Property(sql = "n.id", filter = VALUE) UUID id,
        @Property(sql = "n.revision", filter = VALUE)
                @Schema(
                        description = "The revision that it was written on.",
                        minimum = "1",
                        examples = "1")
                int revision,
        @Property(sql = "n.text", filter = PARTS_READ) @Schema(examples = "Is this name right?")
                String text,
        @Schema(
                        description =
                                "Where what it is about stands in the newest revision; null where it is about the whole"
                                        + " article, or the words are gone.",
                        nullable = true)
                NotePlace place,
        @Property(sql = "n.quote")
                @Schema(
                        description =
                                "The words that it is about, as they were; null where it is about the whole article.",
                        nullable = true,
                        examples = "Dani")
                String quote,
        @Schema(description = "Whether the words that it is about are gone.", examples = "false")
                boolean lost,
        @Property
                @Schema(
                        description = "Who wrote it. Null where the account was deleted since.",
                        nullable = true)
                SavedBy by,
        @Property(sql = "n.created_at", sort = true, filter = VALUE) Instant createdAt,
        @Property(sql = "n.edited_at", filter = VALUE) @Schema(nullable = true) Instant editedAt,
        @Property(sql = "(n.resolved_at is not null)", filter = VALUE)
                @Schema(description = "Whether it is done with.")
                Boolean resolved,
        @Property(sql = "n.resolved_at", filter = VALUE) @Schema(nullable = true)
                Instant resolvedAt,
        @Property(sql = "n.resolved_by", filter = VALUE)
                @Schema(description = "The id of the account.", nullable = true)
                UUID resolvedBy) {
    static final Properties<NoteView> PROPERTIES = Properties.of(NoteView.class);
    static final String ROWS = "note n left join account s on s.id = n.account_id";
}
