package dev.byline.revision;

import java.time.Instant;
import java.util.UUID;

/// Who saved something, when, and with what note for the history.
public record Save(UUID by, Instant at, String note) {
    /// Whether it has a note, and another than this.
    public boolean isNoted(String other) {
        return note != null && !note.equals(other);
    }
}
