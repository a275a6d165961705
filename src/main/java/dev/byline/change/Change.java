package dev.byline.change;

import java.util.UUID;

/// What one command did, as the row of the change log that it leaves in its own transaction.
/// The log adds by whom and from where, the database the time and the transaction.
///
/// @param act such as `article.published`: the kind of thing, and what was done to it
public record Change(String act, UUID subjectId, Integer revisionBefore, Integer revisionAfter) {
    public static Change of(String act, UUID subjectId) {
        return of(act, subjectId, null, null);
    }

    public static Change of(String act, UUID subjectId, Integer before, Integer after) {
        return new Change(act, subjectId, before, after);
    }

    String subjectType() {
        return act.substring(0, act.indexOf('.'));
    }
}
