package dev.byline.story;

import dev.byline.edit.IncludedSave;
import dev.byline.revision.Revision;
import java.util.List;
import java.util.Optional;

/// From what a command on a story began, how it saves, and which saves of others it takes along.
final class EditOrigin {
    private Revision base;
    private boolean isUnconditional;
    private boolean isCorrecting;
    private boolean isAutosave;
    private boolean takesAutosave;
    private List<IncludedSave> merged = List.of();
    private List<IncludedSave> published = List.of();

    /// What the command wants is merged with what was saved since an earlier revision.
    ///
    /// @param saves since it
    void beginFrom(Revision earlier, List<IncludedSave> saves) {
        base = earlier;
        merged = saves;
    }

    /// Empty for the newest: then there is nothing to merge.
    Optional<Revision> base() {
        return Optional.ofNullable(base);
    }

    /// The command corrects what readers get.
    ///
    /// @param saves since that
    void correct(Revision live, List<IncludedSave> saves) {
        beginFrom(live, saves);
        isCorrecting = true;
    }

    boolean isCorrecting() {
        return isCorrecting;
    }

    /// Nobody said which version the command is for.
    void beUnconditional() {
        isUnconditional = true;
    }

    boolean isUnconditional() {
        return isUnconditional;
    }

    /// What is saved is an autosave.
    ///
    /// @param takes whether it goes into the newest revision
    void autosave(boolean takes) {
        isAutosave = true;
        takesAutosave = takes;
    }

    boolean isAutosave() {
        return isAutosave;
    }

    boolean takesAutosave() {
        return takesAutosave;
    }

    /// @param saves that go out with what the command publishes
    void publish(List<IncludedSave> saves) {
        published = saves;
    }

    /// Null for none.
    IncludedSave.All merged() {
        return IncludedSave.All.of(merged);
    }

    /// Null for none.
    IncludedSave.All published() {
        return IncludedSave.All.of(published);
    }
}
