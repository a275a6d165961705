package dev.byline.importer.body;

import java.util.TreeMap;

/// Replacements in a text, that do not overlap: of two that would, the first one made stays.
final class Edits {
    private record Edit(int end, String replacement) {}

    private final TreeMap<Integer, Edit> edits = new TreeMap<>();

    boolean replace(int start, int end, String replacement) {
        var before = edits.lowerEntry(end);
        if (edits.containsKey(start) || before != null && before.getValue().end() > start) {
            return false;
        }
        edits.put(start, new Edit(end, replacement));
        return true;
    }

    String apply(String text) {
        var result = new StringBuilder();
        int copied = 0;
        for (var edit : edits.entrySet()) {
            result.append(text, copied, edit.getKey()).append(edit.getValue().replacement());
            copied = edit.getValue().end();
        }
        return result.append(text, copied, text.length()).toString();
    }
}
