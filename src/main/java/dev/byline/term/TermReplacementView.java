package dev.byline.term;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// That an author or tag replaces another.
@Schema(name = "TermReplacement", description = "That an author or tag replaces another.")
public record TermReplacementView(
        @Schema(description = "The one that was replaced.") UUID replaced,
        @Schema(description = "The one that replaces it.") UUID by,
        @Schema(
                        description = "How many articles followed, those in the trash among them.",
                        minimum = "0",
                        examples = "42")
                int articles,
        @Schema(description = "Until when it can be undone.") Instant undoableUntil) {}
