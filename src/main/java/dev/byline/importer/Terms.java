package dev.byline.importer;

import dev.byline.text.Slugs;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The authors, or the topics, of a folder: what an article's front matter calls them (their
/// folder's name), and their slug in Byline.
final class Terms {
    private final Map<String, String> slugs = new HashMap<>();
    private final Remark made;
    private final Set<String> missing = new LinkedHashSet<>();

    /// @param made what to report of one that has no file
    Terms(Remark made) {
        this.made = made;
    }

    void add(String folder, String slug) {
        slugs.put(folder, slug);
        slugs.putIfAbsent(slug, slug);
    }

    /// The slugs that a file's terms have; one without a file of its own is made.
    List<String> resolve(List<String> names, SourceFile file, Report report) {
        var resolved = new LinkedHashSet<String>();
        for (var name : names) {
            var slug = slug(name, file, report);
            if (slug.isEmpty()) report.remark(Remark.FIELD, file.path(), name);
            else if (!resolved.add(slug)) report.remark(Remark.REPEATED, file.path(), name);
        }
        return List.copyOf(resolved);
    }

    private String slug(String name, SourceFile file, Report report) {
        var known = slugs.get(name);
        if (known != null) return known;
        var slug = Slugs.from(name);
        if (slug.isEmpty()) return slug;
        if (!slug.equals(name)) report.remark(Remark.TERM, file.path(), name + " → " + slug);
        if (!slugs.containsKey(slug)) {
            missing.add(slug);
            report.remark(made, file.path(), slug);
        }
        return slugs.getOrDefault(slug, slug);
    }

    Set<String> missing() {
        return missing;
    }
}
