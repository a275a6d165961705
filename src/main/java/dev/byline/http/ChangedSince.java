package dev.byline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of a thing since the version that a request named.
@Schema(
        name = "ChangedSince",
        description = "What became of a thing since the version that `If-Match` names.")
public record ChangedSince(
        @Schema(
                        description =
                                "The account that made the version now; null where it was deleted since.",
                        nullable = true)
                By by,
        @Schema(description = "When.") Instant at,
        @Schema(
                        description = "The number of the newest revision now.",
                        minimum = "1",
                        examples = "4")
                int revision,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "What is another now: names of what is written, `publication` and `trash`. Left out where"
                                        + " nothing is known of that version: no such one was, an older release made it, or"
                                        + " an autosave went over it.",
                        examples = "[\"title\", \"body\"]")
                List<String> fields,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "Those of them that this request changes as well.",
                        examples = "[\"title\"]")
                List<String> both,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Whether PATCH with `merge=true` brings both edits together: each place is changed by one of"
                                        + " them alone. Left out where the request changes nothing that is written.")
                Boolean mergeable) {

    /// An account.
    @Schema(name = "ChangedBy", description = "An account.")
    public record By(UUID id, @Schema(examples = "admin") String name) {}
}
