package dev.byline.support.contract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A path of the document, such as `/api/v1/articles/{article}`, cut at its slashes.
record PathTemplate(List<String> segments) {

    /// "When matching URLs, concrete (non-templated) paths would be matched before their
    /// templated counterparts" (OpenAPI 3.1, Paths Object).
    static final Comparator<PathTemplate> LITERAL_FIRST = Comparator.comparing(PathTemplate::shape);

    static PathTemplate of(String template) {
        return new PathTemplate(cut(template));
    }

    boolean matches(String path) {
        var sent = cut(path);
        if (sent.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!matches(segments.get(i), sent.get(i))) {
                return false;
            }
        }
        return true;
    }

    Map<String, String> variables(String path) {
        var sent = cut(path);
        var variables = new LinkedHashMap<String, String>();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (isVariable(segment)) {
                variables.put(segment.substring(1, segment.length() - 1), sent.get(i));
            }
        }
        return variables;
    }

    private String shape() {
        var shape = new StringBuilder();
        segments.forEach(segment -> shape.append(isVariable(segment) ? '1' : '0'));
        return shape.toString();
    }

    private static boolean matches(String segment, String sent) {
        return isVariable(segment) ? !sent.isEmpty() : segment.equals(sent);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> cut(String path) {
        return List.of(path.split("/", -1));
    }
}
