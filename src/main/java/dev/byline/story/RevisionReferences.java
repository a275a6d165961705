package dev.byline.story;

/// Told by rooms above that name revisions of stories by their numbers: what they name stays as it
/// is, and takes in no further autosave.
public interface RevisionReferences {
    /// SQL that holds where they name the revision `r`.
    String sql();
}
