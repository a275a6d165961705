package dev.byline.term;

import dev.byline.identity.Caller;
import dev.byline.list.FieldNames;
import dev.byline.list.Fields;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// What of a term is shown.
public record TermReading(
        @Parameter(extensions = @Extension(name = FieldNames.EXTENSION, value = TermReading.OTHERS))
                @RestQuery
                String fields,
        @Parameter(
                        description =
                                "Show `articleCount` as well: how many articles readers find.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {"articleCount"}))
                @RestQuery
                String include) {
    /// Whose those properties are that are not everybody's, as [FieldNames] are written.
    private static final String OTHERS = ";editors=" + TermView.INTERNAL;

    /// @param everyones the properties but `articleCount`, which is shown where it is asked for
    Fields of(List<String> everyones, Caller caller) {
        var names = String.join(",", everyones);
        var standard = FieldNames.of(names + OTHERS);
        var known = FieldNames.of(names + "," + TermView.ARTICLE_COUNT + OTHERS);
        return Fields.of(fields, standard.of(caller), known, caller)
                .with(Fields.includes(include, List.of(TermView.ARTICLE_COUNT)));
    }
}
