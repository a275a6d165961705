package dev.byline.property;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.identity.Audience;
import java.lang.reflect.RecordComponent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where in a view a component stands, and what it has from there.
///
/// @param prefix ahead of its name
record Place(String prefix, Audience audience, boolean onRequest, boolean nullable) {
    static final Place TOP = new Place("", Audience.EVERYONE, false, false);

    /// Of the components of this one.
    Place within(RecordComponent record, boolean isFlat) {
        var said = record.getAnnotation(Property.class);
        return new Place(
                isFlat ? prefix : prefix + record.getName() + ".",
                said == null ? audience : said.audience().within(audience),
                onRequest || said != null && said.onRequest(),
                nullable || isNullable(record));
    }

    /// Whether it may be null, whether JSON tells that or leaves it out.
    private static boolean isNullable(RecordComponent component) {
        var include = component.getAccessor().getAnnotation(JsonInclude.class);
        return isTold(component)
                || include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static boolean isTold(RecordComponent component) {
        var schema = component.getAccessor().getAnnotation(Schema.class);
        return schema != null && schema.nullable();
    }

    boolean isNullableThere(RecordComponent component) {
        return nullable || isTold(component);
    }
}
