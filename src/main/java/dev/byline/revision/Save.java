package dev.byline.revision;

import dev.byline.identity.Caller;
import java.time.Instant;
import java.util.UUID;

/// Who saved something, when, and with what note for the history.
///
/// @param name of the account
public record Save(UUID by, String name, Instant at, String note) {
    public static Save of(Caller caller, Instant at, String note) {
        return new Save(caller.accountId(), caller.name(), at, note);
    }

    /// Whether it has a note, and another than this.
    public boolean isNoted(String other) {
        return note != null && !note.equals(other);
    }
}
