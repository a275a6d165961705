package dev.byline.importer.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

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

    private final List<Item> items = new ArrayList<>();

    /// @param plain what is in the path of a file that is meant
    /// @param expressions or what matches a part of it
    private record Item(String text, String plain, List<Pattern> expressions) {
        static Item of(String text) {
            return new Item(
                    text,
                    text.replaceAll("^[./^]+|[*/$]+$", ""),
                    Stream.of(text, glob(text)).flatMap(Item::compiled).toList());
        }

        private static Stream<Pattern> compiled(String expression) {
            try {
                return Stream.of(Pattern.compile(expression));
            } catch (PatternSyntaxException _) {
                return Stream.of();
            }
        }

        private static String glob(String text) {
            return "(?:^|/)"
                    + text.replaceAll("([.+^${}()|\\[\\]\\\\])", "\\\\$1")
                            .replace("*", ".*")
                            .replace("?", ".");
        }

        private boolean means(String path) {
            return !plain.isEmpty()
                    && (path.contains(plain)
                            || expressions.stream().anyMatch(one -> one.matcher(path).find()));
        }
    }

    void add(String settings) {
        LIST.matcher(settings)
                .results()
                .flatMap(list -> ITEM.matcher(list.group(list.start(1) < 0 ? 2 : 1)).results())
                .map(LeftOut::text)
                .filter(item -> !item.isBlank())
                .map(Item::of)
                .forEach(items::add);
    }

    private static String text(MatchResult item) {
        if (item.group(1) != null) return item.group(1).replace("\\\\", "\\");
        return item.group(2) != null ? item.group(2) : item.group(3);
    }

    /// The setting that leaves out the file at this path.
    Optional<String> of(String path) {
        return items.stream().filter(item -> item.means(path)).map(Item::text).findFirst();
    }
}
