package dev.byline.history;

import dev.byline.diff.TextDiff;
import dev.byline.reading.Reference;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one revision says otherwise than another as a unified diff, which takes each field for a
/// file.
record UnifiedDiff(String text) {
    private static final String NOTHING = "/dev/null";

    /// @param before null for nothing
    static UnifiedDiff of(Written before, Written after) {
        var was = before == null ? Written.NOTHING : before;
        var text = new StringBuilder();
        was.fieldsOf(after)
                .forEach(field -> add(text, was, after, field, was.texts(), after.texts()));
        var listsBefore = lines(was.lists());
        var listsAfter = lines(after.lists());
        listsAfter.keySet().forEach(field -> add(text, was, after, field, listsBefore, listsAfter));
        return new UnifiedDiff(text.toString());
    }

    private static void add(
            StringBuilder text,
            Written before,
            Written after,
            String field,
            Map<String, String> was,
            Map<String, String> is) {
        text.append(
                TextDiff.unified(
                        name(before, field, was),
                        name(after, field, is),
                        file(field, was),
                        file(field, is)));
    }

    private static String name(Written written, String field, Map<String, String> texts) {
        return texts.containsKey(field) ? written.revision().number + "/" + field : NOTHING;
    }

    /// The body is a file as it is, all else a line that ends.
    private static String file(String field, Map<String, String> texts) {
        var text = texts.getOrDefault(field, "");
        return field.equals(Written.BODY) || text.isEmpty() ? text : text + "\n";
    }

    private static Map<String, String> lines(Map<String, List<Reference>> lists) {
        return lists.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, list -> slugs(list.getValue())));
    }

    private static String slugs(List<Reference> list) {
        return list.stream().map(Reference::slug).collect(Collectors.joining("\n"));
    }
}
