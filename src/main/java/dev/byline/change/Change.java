package dev.byline.change;

import java.util.UUID;

/// What one command did, as the entry of the change log that it leaves in its own transaction.
/// The log adds by whom and from where, the database the time and the position.
///
/// @param revisionBefore the number of the revision that was in effect, or null
/// @param revisionAfter that of the one which is in effect now, or null
/// @param version of the thing that it left, where versions of it are counted, or null
public record Change(
        Act act, UUID subjectId, Integer revisionBefore, Integer revisionAfter, Integer version) {
    public static Change of(Act act, UUID subjectId) {
        return of(act, subjectId, null, null);
    }

    public static Change of(Act act, UUID subjectId, Integer before, Integer after) {
        return new Change(act, subjectId, before, after, null);
    }

    /// The same, which left this version of the thing.
    public Change leaving(int version) {
        return new Change(act, subjectId, revisionBefore, revisionAfter, version);
    }
}
