package dev.byline.importer.folder;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the place of a file says about readers: editors, operating systems and site generators
/// keep by its name from readers what is not for them.
public final class Location {
    private static final Pattern EDITORS_OWN =
            Pattern.compile("(?i)\\..*|#.*|~.*|.*[~#]|.*\\.(bak|tmp|swp|swo|orig|old)");
    /// Of a service that syncs, of an editor, or of whoever duplicated a file in a window of
    // theirs.
    private static final Pattern COPY =
            Pattern.compile(
                    "(?i).*(conflicted copy|\\.sync-conflict-|\\.(bak|backup|old|orig|tmp|autosave)\\.).*"
                            + "|(?:copy of .*|.* copy(?: ?\\(?\\d+\\)?)?)\\.[^.]*");

    /// `budget (draft).md`, `DRAFT budget.md`: capitals are no part of a sentence.
    private static final Pattern IN_BRACKETS =
            Pattern.compile(
                    ".*[(\\[{](?i:draft|wip|unpublished|private|internal|confidential)[)\\]}].*"
                            + "|(?:.*[^\\p{L}])?(?:DRAFT|WIP|UNPUBLISHED|EMBARGOED)(?:[^\\p{L}].*)?");

    private Location() {}

    /// Whether a file, or a folder, is hidden, or left by an editor beside the file that it edits.
    static boolean isHidden(String name) {
        return EDITORS_OWN.matcher(name).matches();
    }

    /// The parts of a path below the folder of all articles that keep it from readers.
    public static List<String> limits(String path) {
        var parts = List.of(path.substring(path.indexOf('/') + 1).split("/"));
        var folders = parts.subList(0, parts.size() - 1).stream();
        return Stream.concat(
                        folders.filter(Location::isLimitingFolder),
                        Stream.of(parts.getLast()).filter(Location::isLimit))
                .map(part -> "its place: " + part)
                .toList();
    }

    private static boolean isLimitingFolder(String name) {
        return isLimit(name) || FieldKind.isLimitingFolder(name);
    }

    /// `_drafts`, `private`, `budget.draft.md`; Jekyll's `_posts` is public.
    private static boolean isLimit(String part) {
        if (part.equals("_posts")) return false;
        return part.startsWith("_")
                || IN_BRACKETS.matcher(part).matches()
                || COPY.matcher(part).matches()
                || Stream.of(part.split("\\.")).anyMatch(FieldKind::isLimit);
    }
}
