package dev.byline.importer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the place of a file says about readers: editors, operating systems and site generators
/// keep by its name from readers what is not for them.
final class Location {
    private static final Pattern EDITORS_OWN =
            Pattern.compile("(?i)\\..*|#.*|~.*|.*[~#]|.*\\.(bak|tmp|swp|swo|orig|old)");
    private static final Pattern COPY =
            Pattern.compile(
                    "(?i).*(conflicted copy|\\.sync-conflict-|\\.(bak|backup|old|orig|tmp|autosave)\\.).*");

    private Location() {}

    /// Whether a file, or a folder, is hidden, or left by an editor beside the file that it edits.
    static boolean isHidden(String name) {
        return EDITORS_OWN.matcher(name).matches();
    }

    /// The parts of a path below the folder of all articles that keep it from readers.
    static List<String> limits(String path) {
        return Stream.of(path.substring(path.indexOf('/') + 1).split("/"))
                .filter(Location::isLimit)
                .map(part -> "its place: " + part)
                .toList();
    }

    /// `_drafts`, `private`, `budget.draft.md`; Jekyll's `_posts` is public.
    private static boolean isLimit(String part) {
        if (part.equals("_posts")) return false;
        return part.startsWith("_")
                || COPY.matcher(part).matches()
                || Stream.of(part.split("\\.")).anyMatch(FieldKind::isLimit);
    }
}
