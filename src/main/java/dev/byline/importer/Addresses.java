package dev.byline.importer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where a reader's site shows what the folder holds: `/articles/{slug}`, `/authors/{slug}` and
/// `/tags/{slug}`, relative to the site. These paths stand in the bodies; a front end that has
/// others redirects them, and a slug that changes stays good, for Byline leads an old one to the
/// present one.
final class Addresses {
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    void article(String path, String slug) {
        var address = "/articles/" + slug;
        known.put(path, address);
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (known.putIfAbsent(name, address) != null) ambiguous.add(name);
    }

    void author(String folder, String slug) {
        known.put("authors/" + folder, "/authors/" + slug);
    }

    void topic(String folder, String slug) {
        known.put("topics/" + folder, "/tags/" + slug);
    }

    /// The address of what a `ref` names, by file name or by path, with its fragment; null where
    /// nothing in the folder is called so, or more than one thing.
    String of(String reference) {
        int hash = reference.indexOf('#');
        var fragment = hash < 0 ? "" : reference.substring(hash);
        var target = hash < 0 ? reference : reference.substring(0, hash);
        if (target.isEmpty()) return fragment;
        var name = trimmed(target);
        if (ambiguous.contains(name)) return null;
        var address = known.getOrDefault(name, known.get(name + ".md"));
        return address == null ? null : address + fragment;
    }

    private static String trimmed(String target) {
        var path = target.startsWith("/") ? target.substring(1) : target;
        if (path.endsWith("/_index.md")) path = path.substring(0, path.length() - 10);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
