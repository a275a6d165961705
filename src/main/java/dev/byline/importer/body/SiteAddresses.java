package dev.byline.importer.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a reader's site shows what the folder holds: `/articles/{slug}`, `/authors/{slug}` and
/// `/tags/{slug}`, relative to the site. These paths stand in the bodies; a front end that has
/// others redirects them, and a slug that changes stays good, for Byline leads an old one to the
/// present one.
public final class SiteAddresses {
    private static final Pattern ENDING =
            Pattern.compile("(?i)(?:/_?index)?\\.(?:md|markdown)$|/+$");

    /// By path and by the last part of it, without the ending.
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    public void article(String path, String slug) {
        var address = "/articles/" + slug;
        var page = trimmed(path);
        add(page, address);
        add(page.substring(page.lastIndexOf('/') + 1), address);
    }

    /// A file that does not come in has its name all the same.
    public void refused(String path) {
        var page = trimmed(path);
        ambiguous.add(page.substring(page.lastIndexOf('/') + 1));
    }

    private void add(String name, String address) {
        var other = known.putIfAbsent(name, address);
        if (other != null && !other.equals(address)) ambiguous.add(name);
    }

    public void author(String folder, String slug) {
        known.put("authors/" + folder, "/authors/" + slug);
    }

    public void topic(String folder, String slug) {
        known.put("topics/" + folder, "/tags/" + slug);
    }

    /// The address of what a `ref` names, by file name or by path, with its fragment; null where
    /// nothing in the folder is called so, or more than one thing.
    String of(String reference) {
        var target = target(reference);
        var fragment = reference.substring(target.length());
        if (target.isEmpty()) return fragment;
        var name = trimmed(target);
        var address = ambiguous.contains(name) ? null : known.get(name);
        return address == null ? null : address + fragment;
    }

    /// Whether more than one file has the name.
    boolean isAmbiguous(String reference) {
        return reference != null && ambiguous.contains(trimmed(target(reference)));
    }

    private static String target(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    private static String trimmed(String target) {
        var path = target.startsWith("/") ? target.substring(1) : target;
        return ENDING.matcher(path).replaceFirst("");
    }
}
