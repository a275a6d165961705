package dev.byline.importer;

import java.util.Optional;
import java.util.regex.Pattern;

/// The note that the importer leaves with a revision. By it a later import tells its own work
/// from an editor's, and a file that changed from one that did not.
record Note(String path, String hash) {
    private static final Pattern FORM =
            Pattern.compile("Imported from (.+) \\(sha256 ([0-9a-f]{16})…\\)");

    /// A note has at most 500 characters; of a longer path the end tells more.
    private static final int LONGEST_PATH = 400;

    Note {
        if (path.length() > LONGEST_PATH) {
            path = "…" + path.substring(path.length() - LONGEST_PATH + 1);
        }
    }

    static Optional<Note> parse(String text) {
        var note = FORM.matcher(text == null ? "" : text);
        return note.matches()
                ? Optional.of(new Note(note.group(1), note.group(2)))
                : Optional.empty();
    }

    String text() {
        return "Imported from " + path + " (sha256 " + hash + "…)";
    }
}
