package dev.byline.query;

import static dev.byline.http.ProblemType.UNKNOWN_FIELD;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.text.Nearest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// The properties that a response shows.
public record Fields(Set<String> names) {
    /// @param parameter the parameter's value, such as `title,slug`, or null for the standard
    /// @param standard what is shown without it
    /// @param known what this caller may ask for
    public static Fields of(
            String parameter, Collection<String> standard, Collection<String> known) {
        return new Fields(
                parameter == null
                        ? new LinkedHashSet<>(standard)
                        : parse("fields", parameter, known));
    }

    /// The things that `include` names.
    public static Set<String> includes(String parameter, Collection<String> known) {
        return parameter == null ? Set.of() : parse("include", parameter, known);
    }

    /// These, and those.
    public Fields with(Set<String> more) {
        var all = new LinkedHashSet<>(names);
        all.addAll(more);
        return new Fields(all);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /// The view as JSON, with these properties alone.
    public ObjectNode of(Object view, ObjectMapper mapper) {
        return mapper.<ObjectNode>valueToTree(view).retain(names);
    }

    private static Set<String> parse(String parameter, String text, Collection<String> known) {
        var names = new LinkedHashSet<String>();
        for (var name : text.split(",", -1)) {
            if (!known.contains(name)) {
                throw unknown(parameter, name, known);
            }
            names.add(name);
        }
        return names;
    }

    private static RuntimeException unknown(
            String parameter, String name, Collection<String> known) {
        var hint =
                Nearest.of(name, known)
                        .map(near -> "did you mean \"%s\"?".formatted(near))
                        .orElse("known are " + String.join(", ", known) + ".");
        return UNKNOWN_FIELD.because(
                "%s names \"%s\", which is not known; %s".formatted(parameter, name, hint));
    }
}
