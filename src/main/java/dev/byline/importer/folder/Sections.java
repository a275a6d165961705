package dev.byline.importer.folder;

import dev.byline.importer.report.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a text inherits from the folders that it lies in: from the `_index.md` of a section, as
/// in Hugo, and from files of settings, as in Jekyll and Eleventy.
public final class Sections {
    private static final Pattern SECTION = Pattern.compile("(?i)_index\\..*");
    /// Of Jekyll, Hugo, Eleventy, Docusaurus, Quarto, Nuxt and Nextra, and what is named alike.
    private static final Pattern SETTINGS =
            Pattern.compile(
                    "(?i)(?:_?config|hugo|defaults|meta|metadata|.*\\.11tydata|_.*)"
                            + "\\.(?:ya?ml|json5?|toml|[cm]?js|ts)");

    /// After the name of the folder itself.
    private static final Pattern OF_FOLDER =
            Pattern.compile("(?i)\\.(?:ya?ml|json5?|toml|[cm]?js|ts)");

    private static final Pattern BUNDLE = Pattern.compile("(?i)index\\.(?:md|markdown|html?)");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("(?s)\\A[\\uFEFF\\s]*(---|\\+\\+\\+|\\{).*");
    private static final Pattern SETTING =
            Pattern.compile(
                    "([\\p{L}_][\\p{L}\\p{N}_-]*)[\"']?[ \\t]*[:=][ \\t]*[\"']?([^\\s\"',;{}\\[\\]()]*)");

    private final Set<String> ignored;
    private final Map<String, Visibility> byFolder = new HashMap<>();
    private final Set<String> bundles = new HashSet<>();
    private final LeftOut leftOut = new LeftOut();

    public Sections(Set<String> ignored) {
        this.ignored = ignored;
    }

    /// Whether the file may say something of those below its folder.
    static boolean isOne(String path) {
        var name = nameOf(path);
        return SECTION.matcher(name).matches()
                || SETTINGS.matcher(name).matches()
                || isOfFolder(name, nameOf(folderOf(path)));
    }

    private static boolean isOfFolder(String name, String folder) {
        return name.regionMatches(true, 0, folder, 0, folder.length())
                && OF_FOLDER.matcher(name.substring(folder.length())).matches();
    }

    void add(String path, String text) {
        var isSection = SECTION.matcher(nameOf(path)).matches();
        if (!isSection) leftOut.add(text);
        put(path, isSection ? section(path, text) : settings(text));
    }

    /// What cannot be read may say anything.
    void addUnreadable(String path) {
        put(path, Visibility.limited("what cannot be read"));
    }

    /// A folder with an `index.md` is one page: the other texts in it are none of their own.
    void addArticle(String path) {
        if (BUNDLE.matcher(nameOf(path)).matches() && folderOf(path).contains("/")) {
            bundles.add(folderOf(path));
        }
    }

    private void put(String path, Visibility visibility) {
        byFolder.merge(folderOf(path), visibility.saidBy(path), Visibility::and);
    }

    private Visibility section(String path, String text) {
        if (!FRONT_MATTER.matcher(text).matches()) return Visibility.PUBLIC;
        try {
            var frontMatter = SourceFile.parse(path, text).frontMatter();
            return VisibilityReader.readSection(frontMatter, ignored);
        } catch (Refusal _) {
            return Visibility.limited("what cannot be read");
        }
    }

    /// Settings come in many languages, but a name with its value looks alike in all of them.
    private static Visibility settings(String text) {
        return SETTING.matcher(text)
                .results()
                .filter(setting -> VisibilityReader.isLimit(setting.group(1), setting.group(2)))
                .map(setting -> Visibility.limited(setting.group(1) + ": " + setting.group(2)))
                .reduce(Visibility.PUBLIC, Visibility::and);
    }

    /// What the folders of a file say of it.
    public Visibility of(String path) {
        var visibility =
                leftOut.of(path)
                        .map(setting -> Visibility.limited("left out by the settings: " + setting))
                        .orElse(Visibility.PUBLIC);
        var isIndex = BUNDLE.matcher(nameOf(path)).matches();
        for (var folder = folderOf(path); ; folder = folderOf(folder)) {
            visibility = visibility.and(byFolder.getOrDefault(folder, Visibility.PUBLIC));
            if (bundles.contains(folder) && !(isIndex && folder.equals(folderOf(path)))) {
                var reason = "no page of its own: it lies in the page bundle " + folder;
                visibility = visibility.and(Visibility.limited(reason));
            }
            if (folder.isEmpty()) return visibility;
        }
    }

    private static String folderOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
