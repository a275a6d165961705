package dev.byline.story;

import java.util.Map;

/// Told by rooms above that name revisions of stories by their numbers: what they name stays as it
/// is, and takes in no further autosave.
public interface RevisionReferences {
    /// SQL that holds where they name the revision `r`.
    String sql();

    /// Has them name others from now on.
    ///
    /// @param held after a correction of what readers get
    /// @param successors the numbers of those that came in the place of others, by the numbers of
    // these
    default void follow(HeldStory held, Map<Integer, Integer> successors) {}
}
