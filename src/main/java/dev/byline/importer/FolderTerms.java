package dev.byline.importer;

import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import dev.byline.text.Slugs;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// The authors, or the topics, of a folder: what an article's front matter calls them (their
/// folder's name, or the name that readers see), and their slug in Byline.
final class FolderTerms {
    private final Map<String, String> slugs = new HashMap<>();
    private final Map<String, String> pathBySlug = new HashMap<>();
    private final Remark made;
    private final Map<String, Made> missing = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private record Made(String slug, String name) {}

    /// @param made what to report of one that has no file
    FolderTerms(Remark made) {
        this.made = made;
    }

    void add(SourceFile file, String slug) throws Refusal {
        var holder = pathBySlug.putIfAbsent(slug, file.path());
        if (holder != null) throw new Refusal("its slug " + slug + " is that of " + holder);
        slugs.put(file.parent(), slug);
        slugs.putIfAbsent(slug, slug);
    }

    /// The slugs that a file's terms have; one without a file of its own is made.
    List<String> resolve(List<String> names, SourceFile file, Report report) {
        var resolved = new LinkedHashSet<String>();
        for (var name : names) {
            var slug = slug(name.strip(), file, report);
            if (slug.isEmpty()) report.remark(Remark.FIELD, file.path(), name);
            else if (!resolved.add(slug)) report.remark(Remark.REPEATED, file.path(), name);
        }
        return List.copyOf(resolved);
    }

    private String slug(String name, SourceFile file, Report report) {
        var known = slugs.get(name);
        if (known != null) return known;
        var wanted = slugOf(name);
        if (wanted.isEmpty()) return wanted;
        var slug = slugs.containsKey(wanted) ? wanted : made(name, wanted);
        if (!slug.equals(name)) report.remark(Remark.TERM, file.path(), name + " → " + slug);
        if (!slugs.containsKey(slug)) report.remark(made, file.path(), name);
        return slug;
    }

    /// Two names may yield one slug, and are two people all the same.
    private String made(String name, String wanted) {
        return missing.computeIfAbsent(folded(name), _ -> new Made(free(wanted), name)).slug();
    }

    private String free(String wanted) {
        var slug = wanted;
        for (int number = 2; slugs.containsKey(slug) || !taken.add(slug); number++) {
            slug = wanted + "-" + number;
        }
        return slug;
    }

    /// What tells no two names apart: case, and what stands between the words.
    private static String folded(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return composed.replaceAll("[\\s_-]+", " ");
    }

    /// The slug of a name, in which C++ and C# differ.
    static String slugOf(String name) {
        return Slugs.from(name.replace("+", " plus ").replaceAll("(?<=\\p{L})#", " sharp "));
    }

    /// Those without a file, named as the articles write them.
    <T> List<T> missing(BiFunction<String, String, T> draft) {
        var drafts = new ArrayList<T>();
        missing.values().forEach(term -> drafts.add(draft.apply(term.slug(), term.name())));
        return drafts;
    }
}
