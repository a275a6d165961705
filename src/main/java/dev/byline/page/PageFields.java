package dev.byline.page;

import static dev.byline.http.ProblemType.UNKNOWN_FIELD;

import dev.byline.identity.Caller;
import dev.byline.list.FieldNames;
import dev.byline.list.Fields;
import java.util.List;
import java.util.stream.Stream;

/// What of a page a response shows: of what the caller may see, what was asked for.
final class PageFields {
    /// What `fields` cannot ask for of one.
    static final String NOT_OF_ONE = "highlights";

    private static final FieldNames STANDARD = PageView.PROPERTIES.standard();
    private static final FieldNames ITEM = PageView.PROPERTIES.fieldNames();
    private static final FieldNames ONE = ITEM.without(NOT_OF_ONE);

    private PageFields() {}

    /// @param fields null for the standard
    static Fields ofOne(Caller caller, String fields) {
        return Fields.of(fields, standard(caller, "body", "bodyHtml"), ONE, caller);
    }

    /// Likewise, of those in a list.
    ///
    /// @param found whether they are hits of a search, and show where
    static Fields ofItem(Caller caller, String fields, boolean found) {
        var standard = found ? standard(caller, NOT_OF_ONE) : standard(caller);
        var shown = Fields.of(fields, standard, ITEM, caller);
        if (!found && shown.has(NOT_OF_ONE)) {
            throw UNKNOWN_FIELD.because(
                    "fields names highlights, which only a search has: send q.");
        }
        return shown;
    }

    private static List<String> standard(Caller caller, String... more) {
        return Stream.concat(STANDARD.of(caller).stream(), Stream.of(more)).toList();
    }
}
