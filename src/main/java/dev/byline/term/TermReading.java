package dev.byline.term;

import dev.byline.identity.Caller;
import dev.byline.list.Fields;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// What of a term is shown.
public record TermReading(
        @RestQuery String fields,
        @Parameter(
                        description =
                                "Show `articleCount` as well: how many articles readers find.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {"articleCount"}))
                @RestQuery
                String include) {
    /// @param everyones the properties but `articleCount`, which is shown where it is asked for
    Fields of(List<String> everyones, Caller caller) {
        var all = new ArrayList<>(everyones);
        if (caller.mayEdit()) {
            all.add(TermView.INTERNAL);
        }
        var known = new ArrayList<>(all);
        known.add(TermView.ARTICLE_COUNT);
        return Fields.of(fields, all, known)
                .with(Fields.includes(include, List.of(TermView.ARTICLE_COUNT)));
    }
}
