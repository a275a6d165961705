package dev.byline.story;

import static dev.byline.identity.Audience.NEWSROOM;
import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.body.BodyWarning;
import dev.byline.body.Rendering;
import dev.byline.edit.IncludedSave;
import dev.byline.edit.SavedBy;
import dev.byline.list.Listing;
import dev.byline.list.SortKey;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import dev.byline.property.ViewBuilder;
import dev.byline.revision.ArticleStatus;
import dev.byline.revision.Content;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the views of every kind of stories show alike, each as its own.
public record StoryView(
        @Property(sql = "a.id", filter = VALUE) UUID id,
        @Property(sql = "a.slug", filter = PARTS_READ)
                @Schema(description = "Its name in addresses.", examples = "a-night-at-the-council")
                String slug,
        @JsonUnwrapped Content content,
        @Property(sql = "r.body_html", onRequest = true)
                @Schema(
                        description = "The body as HTML, rendered and sanitised by the server.",
                        examples = "<p>The <em>vote</em> came late.</p>")
                String bodyHtml,
        @Property(sql = "r.body_text", onRequest = true)
                @Schema(description = "The body as plain text.", examples = "The vote came late.")
                String bodyText,
        @Property(sql = "{published}", sort = true, sortKey = "{publication}", filter = VALUE)
                @Schema(description = "When readers first got it.", nullable = true)
                Instant publishedAt,
        @Property(sql = "{updated}", sort = true, filter = VALUE)
                @Schema(description = "Since when readers get what they get now.", nullable = true)
                Instant updatedAt,
        @Property(sql = "r.word_count", filter = VALUE) @Schema(minimum = "0", examples = "412")
                int wordCount,
        @Property @Schema(minimum = "0", examples = "2") int readingMinutes,
        @Property(sql = "{status}", filter = VALUE) ArticleStatus status,
        @Property(sql = "r.number", filter = VALUE)
                @Schema(
                        description = "The number of the revision shown.",
                        minimum = "1",
                        examples = "3")
                int revision,
        @Property(
                        sql = "({live}.number is distinct from a.newest_revision)",
                        filter = VALUE,
                        audience = NEWSROOM)
                @Schema(
                        description =
                                "Whether readers get something else than the newest revision. For the newsroom.")
                Boolean hasUnpublishedChanges,
        @Property(sql = "a.created_at", sort = true, filter = VALUE, audience = NEWSROOM)
                @Schema(description = "For the newsroom.")
                Instant createdAt,
        @Property(sql = "r.saved_at", sort = true, filter = VALUE, audience = NEWSROOM)
                @Schema(description = "When this revision was saved. For the newsroom.")
                Instant savedAt,
        @Property(audience = NEWSROOM)
                @Schema(
                        description = "The account that saved it. For the newsroom.",
                        nullable = true)
                SavedBy savedBy,
        @Property(sql = "r.note", filter = VALUE, audience = NEWSROOM)
                @Schema(description = "What the save was about. For the newsroom.", nullable = true)
                String note,
        @Property(sql = "a.trashed_at", filter = VALUE, audience = NEWSROOM)
                @Schema(
                        description = "Since when it is in the trash. For the newsroom.",
                        nullable = true)
                Instant trashedAt,
        @Property(audience = NEWSROOM)
                @Schema(
                        description = "The account that put it there. For the newsroom.",
                        nullable = true)
                TrashedBy trashedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Only in answers to writes: what of the body was taken out or changed when it was rendered,"
                                        + " in the order of the source. Up to 100, and one that says how many more.",
                        maxItems = 101)
                List<BodyWarning> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Only in answers to edits that were merged: the saves since the revision that the edit began"
                                        + " from, which it goes together with.")
                IncludedSave.All merged,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Only in answers to what publishes: the earlier saves that go out with it, which readers did"
                                        + " not get before.")
                IncludedSave.All published) {
    /// What stands in answers to writes alone.
    public static final Set<String> OF_ANSWERS = Set.of("warnings", "merged", "published");

    private static final Set<String> SAY_WHETHER_TRASHED = Set.of("status", "trashedAt");
    private static final String EVER_PUBLISHED =
            "coalesce(a.published_at, timestamptz '9999-12-31 00:00:00Z')";

    /// The account that put a story into the trash. No join: few are there.
    @Schema(name = "TrashedBy", description = "An account.")
    record TrashedBy(
            @Property(sql = "a.trashed_by") UUID id,
            @Property(sql = "(select t.name from account t where t.id = a.trashed_by)")
                    @Schema(examples = "admin", nullable = true)
                    String name) {}

    /// SQL for the `{name}`s, as this viewpoint shows them. What was never published comes after
    /// all that was.
    public static Map<String, Sql> of(Viewpoint viewpoint) {
        return Map.of(
                "live", Sql.of(viewpoint.liveAlias()),
                "status", viewpoint.status(),
                "published", Sql.of(viewpoint.published("a")),
                "updated", Sql.of(viewpoint.updated()),
                "publication",
                        Sql.of(viewpoint.live() ? viewpoint.published("a") : EVER_PUBLISHED));
    }

    /// Unless a filter asks for these fields.
    public static void leaveOutTrash(Listing list, Set<String> filtered) {
        if (Collections.disjoint(filtered, SAY_WHETHER_TRASHED)) {
            list.and("a.trashed_at is null");
        }
    }

    /// With how long it takes to read.
    public static <V> ViewBuilder<V> timed(ViewBuilder<V> view) {
        var words = (int) view.get("wordCount");
        return view.set("readingMinutes", Rendering.readingMinutes(words));
    }

    /// What lists are sorted by. The time since when readers get what they get is no order of what
    /// they may not get at all.
    public static List<SortKey> sortKeys(Properties<?> properties, Viewpoint viewpoint) {
        return properties.sortKeys().stream()
                .filter(key -> viewpoint.live() || !key.name().equals("updatedAt"))
                .toList();
    }
}
