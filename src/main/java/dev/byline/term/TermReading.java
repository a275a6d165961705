package dev.byline.term;

import dev.byline.identity.Caller;
import dev.byline.list.Fields;
import dev.byline.property.Properties;
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
    Fields of(Properties<?> properties, Caller caller) {
        var known = properties.fieldNames();
        return Fields.of(fields, properties.standard().of(caller), known, caller)
                .with(Fields.includes(include, List.of(TermView.ARTICLE_COUNT)));
    }
}
