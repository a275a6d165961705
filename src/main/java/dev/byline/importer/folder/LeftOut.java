package dev.byline.importer.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The files that the settings of a site generator name as not to be built: Hugo's `ignoreFiles`,
/// Jekyll's `exclude` and their like, as regular expressions, globs or beginnings of paths. A file
/// that may be meant is left out.
final class LeftOut {
    private static final Pattern LIST =
            Pattern.compile(
                    "(?is)(?:ignoreFiles|ignores?|exclude(?:s|d|Files|_files)?)[\"']?[ \\t]*[:=]"
                            + "(?:\\s*\\[(.*?)\\](?=\\s*(?:[,}#;\\r\\n]|\\z))"
                            // a list of YAML, an item a line
                            + "|((?:\\s*\\R\\s*-[^\\r\\n]*)+|[^\\r\\n]*))");

    private static final Pattern ITEM =
            Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|'([^']*)'|([^\\s,'\"\\[\\]-][^\\s,]*)");

    private final List<String> items = new ArrayList<>();

    void add(String settings) {
        LIST.matcher(settings)
                .results()
                .flatMap(list -> ITEM.matcher(list.group(list.start(1) < 0 ? 2 : 1)).results())
                .map(LeftOut::text)
                .filter(item -> !item.isBlank())
                .forEach(items::add);
    }

    private static String text(MatchResult item) {
        if (item.group(1) != null) return item.group(1).replace("\\\\", "\\");
        return item.group(2) != null ? item.group(2) : item.group(3);
    }

    /// The setting that leaves out the file at this path.
    Optional<String> of(String path) {
        return items.stream().filter(item -> isMeant(item, path)).findFirst();
    }

    private static boolean isMeant(String item, String path) {
        var plain = item.replaceAll("^[./^]+|[*/$]+$", "");
        return !plain.isEmpty()
                && (path.contains(plain) || matches(item, path) || matches(glob(item), path));
    }

    private static boolean matches(String expression, String path) {
        try {
            return Pattern.compile(expression).matcher(path).find();
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    private static String glob(String item) {
        return "(?:^|/)"
                + item.replaceAll("([.+^${}()|\\[\\]\\\\])", "\\\\$1")
                        .replace("*", ".*")
                        .replace("?", ".");
    }
}
