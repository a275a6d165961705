package dev.byline.list;

import static dev.byline.http.ProblemType.UNKNOWN_FIELD;

import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.text.Nearest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The names that `fields` takes in an operation, and who may use those that are not for everybody.
/// The parameter has them as [#EXTENSION], from which the document is written.
///
/// @param everyones in the order in which they are told
/// @param audience of the others
public record FieldNames(List<String> everyones, Audience audience, List<String> others) {
    public static final String EXTENSION = "x-fields";

    /// Of the view that is answered, those that the operation does not take.
    public static final String WITHOUT = "x-fields-without";

    /// @param text such as `id,slug;newsroom=createdAt,savedAt`
    public static FieldNames of(String text) {
        var parts = text.split("[;=]");
        return parts.length == 1
                ? new FieldNames(List.of(parts[0].split(",")), Audience.EVERYONE, List.of())
                : new FieldNames(
                        List.of(parts[0].split(",")),
                        Audience.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                        List.of(parts[2].split(",")));
    }

    /// These but for those.
    ///
    /// @param names with commas between
    public FieldNames without(String names) {
        var less = Set.of(names.split(","));
        return new FieldNames(
                everyones.stream().filter(name -> !less.contains(name)).toList(), audience, others);
    }

    /// What this caller may ask for.
    public List<String> of(Caller caller) {
        return audience.has(caller)
                ? Stream.concat(everyones.stream(), others.stream()).toList()
                : everyones;
    }

    /// The names in the parameter's text. One that is not known is a 400 with the nearest that the
    /// caller may use, one that is for others a 401 or 403.
    Set<String> parse(String text, Caller caller) {
        var names = new LinkedHashSet<String>();
        for (var name : text.split(",", -1)) {
            if (others.contains(name)) {
                audience.demand(caller, "fields=" + name);
            }
            names.add(known("fields", name, of(caller)));
        }
        return names;
    }

    /// The name, where it is among those that are known.
    static String known(String parameter, String name, Collection<String> known) {
        if (known.contains(name)) {
            return name;
        }
        var hint =
                Nearest.of(name, known)
                        .map(near -> "did you mean \"%s\"?".formatted(near))
                        .orElse("known are " + String.join(", ", known) + ".");
        throw UNKNOWN_FIELD.because(
                "%s names \"%s\", which is not known; %s".formatted(parameter, name, hint));
    }
}
