package dev.byline.page;

import dev.byline.identity.Caller;
import dev.byline.list.FieldNames;
import dev.byline.list.Fields;
import java.util.List;
import java.util.stream.Stream;

/// What of a page a response shows: of what the caller may see, what was asked for.
final class PageFields {
    private static final FieldNames STANDARD = PageView.PROPERTIES.standard();
    private static final FieldNames ALL = PageView.PROPERTIES.fieldNames();
    private static final List<String> BODY = List.of("body", "bodyHtml");

    private PageFields() {}

    /// @param fields null for the standard
    static Fields ofOne(Caller caller, String fields) {
        var standard = Stream.concat(STANDARD.of(caller).stream(), BODY.stream()).toList();
        return Fields.of(fields, standard, ALL, caller);
    }

    /// Likewise, of those in a list.
    static Fields ofItem(Caller caller, String fields) {
        return Fields.of(fields, STANDARD.of(caller), ALL, caller);
    }
}
