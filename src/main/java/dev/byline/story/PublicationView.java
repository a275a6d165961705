package dev.byline.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.edit.IncludedSave;
import dev.byline.revision.Revision;
import dev.byline.revision.Story;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The timeline of a story: which revision readers got, get and will get.
@Schema(
        name = "Publication",
        description =
                "The timeline: which revision readers got, get and will get, the oldest first.")
public record PublicationView(
        @Schema(description = "The start of the first range.", nullable = true) Instant publishedAt,
        List<Range> timeline,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Only in answers to what publishes: the earlier saves that go out, which readers did not get"
                                        + " before.")
                IncludedSave.All published) {

    enum When {
        @JsonProperty("past")
        PAST,
        @JsonProperty("live")
        LIVE,
        @JsonProperty("planned")
        PLANNED
    }

    /// The span of time in which readers get one revision.
    @Schema(name = "LiveRange", description = "The span of time in which readers get one revision.")
    record Range(
            @Schema(minimum = "1", examples = "3") int revision,
            Instant from,
            @Schema(
                            description = "The end, not itself included; null while it is open.",
                            nullable = true)
                    Instant until,
            When when) {}

    static PublicationView of(
            Story story, List<Revision> revisions, Instant now, IncludedSave.All published) {
        return new PublicationView(
                story.publishedAt,
                revisions.stream()
                        .filter(revision -> revision.liveFrom != null)
                        .sorted(java.util.Comparator.comparing(revision -> revision.liveFrom))
                        .map(revision -> range(revision, now))
                        .toList(),
                published);
    }

    private static Range range(Revision revision, Instant now) {
        var when =
                revision.isPlanned(now)
                        ? When.PLANNED
                        : revision.hasEnded(now) ? When.PAST : When.LIVE;
        return new Range(revision.number, revision.liveFrom, revision.liveUntil, when);
    }
}
