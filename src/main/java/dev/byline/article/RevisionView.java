package dev.byline.article;

import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.body.BodyWarning;
import dev.byline.list.Slice;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import dev.byline.reading.Reference;
import dev.byline.reading.References;
import dev.byline.revision.Content;
import dev.byline.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A revision as editors get it.
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "Revision",
        description = "What one save left of an article. It never changes, but for its live range.")
record RevisionView(
        @Schema(minimum = "1", examples = "3") int number,
        @JsonUnwrapped Content content,
        String bodyHtml,
        List<Reference> authors,
        List<Reference> tags,
        @Schema(minimum = "0") int wordCount,
        Instant savedAt,
        @Schema(description = "The id of the account.", nullable = true) UUID savedBy,
        @Schema(nullable = true) String note,
        @Schema(nullable = true) Instant liveFrom,
        @Schema(nullable = true) Instant liveUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Only in the answer to its restoring: what of the body was taken out or changed when it"
                                        + " was rendered. Up to 100, and one that says how many more.",
                        maxItems = 101)
                List<BodyWarning> warnings) {

    static RevisionView of(Revision revision, References.Named names) {
        return of(revision, names, null);
    }

    /// In the answer to a write.
    static RevisionView warned(Revision revision, References.Named names) {
        return of(revision, names, revision.warnings());
    }

    private static RevisionView of(
            Revision revision, References.Named names, List<BodyWarning> warnings) {
        return new RevisionView(
                revision.number,
                revision.content,
                revision.bodyHtml,
                names.authors(),
                names.tags(),
                revision.wordCount,
                revision.savedAt,
                revision.savedBy,
                revision.note,
                revision.liveFrom,
                revision.liveUntil,
                warnings);
    }

    /// An item of the history: who saved what, and when readers got it, without the texts.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RevisionItem", description = "An item of an article's history.")
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
            @Property(sql = "r.note", filter = VALUE) @Schema(nullable = true) String note,
            @Property(sql = "r.live_from", filter = VALUE) @Schema(nullable = true)
                    Instant liveFrom,
            @Property(sql = "r.live_until", filter = VALUE) @Schema(nullable = true)
                    Instant liveUntil) {
        static final Properties<Item> PROPERTIES = Properties.of(Item.class);
    }

    /// A page of the history, for the OpenAPI document.
    @Schema(name = "RevisionList", description = "A page of an article's history.")
    record Page(List<Item> data, Slice.Page page) {}

    /// What makes an old revision the newest.
    @Schema(name = "RevisionInput", description = "Which old revision comes back.")
    record Restoring(
            @Schema(
                            description =
                                    "The number of the revision whose content comes back; one that is none of this"
                                            + " article is `unknown-revision`.",
                            minimum = "1",
                            examples = "1")
                    @jakarta.validation.constraints.NotNull
                    Integer restore,
            @Schema(nullable = true, examples = "Back to what we had")
                    @jakarta.validation.constraints.Size(max = 500)
                    String note) {}
}
