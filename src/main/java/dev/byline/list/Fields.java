package dev.byline.list;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import dev.byline.identity.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The properties that a response shows.
public final class Fields {
    private final Set<String> names;

    /// Those of the view that was shown last: the things of a list are of one class.
    private volatile Chosen chosen = new Chosen(null, List.of());

    public Fields(Set<String> names) {
        this.names = names;
    }

    /// @param parameter the parameter's value, such as `title,slug`, or null for the standard
    /// @param standard what is shown without it
    /// @param known what may be asked for, and by whom
    public static Fields of(
            String parameter, Collection<String> standard, FieldNames known, Caller caller) {
        return new Fields(
                parameter == null ? new LinkedHashSet<>(standard) : known.parse(parameter, caller));
    }

    /// The things that `include` names.
    public static Set<String> includes(String parameter, Collection<String> known) {
        return parameter == null
                ? Set.of()
                : Arrays.stream(parameter.split(",", -1))
                        .map(name -> FieldNames.known("include", name, known))
                        .collect(Collectors.toSet());
    }

    /// These, and those.
    public Fields with(Set<String> more) {
        var all = new LinkedHashSet<>(names);
        all.addAll(more);
        return new Fields(all);
    }

    /// These without those.
    public Fields without(Collection<String> less) {
        var rest = new LinkedHashSet<>(names);
        rest.removeAll(less);
        return new Fields(rest);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /// The view as JSON, with these properties alone.
    public Object of(Object view) {
        return new Shown(view, this);
    }

    private List<Place> of(Class<?> type, SerializerProvider serializers)
            throws JsonMappingException {
        var last = chosen;
        if (last.type != type) {
            var places = new ArrayList<Place>();
            collect(type, view -> view, serializers, places);
            places.removeIf(place -> !names.contains(place.property.getName()));
            last = new Chosen(type, places);
            chosen = last;
        }
        return last.places;
    }

    private static void collect(
            Class<?> type, Holder holder, SerializerProvider serializers, List<Place> places)
            throws JsonMappingException {
        var properties = serializers.findTypedValueSerializer(type, true, null).properties();
        while (properties.hasNext()) {
            var property = properties.next();
            if (property instanceof BeanPropertyWriter within && within.isUnwrapping()) {
                collect(
                        within.getType().getRawClass(),
                        view -> within.get(holder.of(view)),
                        serializers,
                        places);
            } else {
                places.add(new Place(holder, property));
            }
        }
    }

    private record Chosen(Class<?> type, List<Place> places) {}

    /// A property, and what of the view holds it: itself, or what it shows as its own
    /// (`@JsonUnwrapped`).
    private record Place(Holder holder, PropertyWriter property) {}

    @FunctionalInterface
    private interface Holder {
        Object of(Object view) throws Exception;
    }

    /// Written straight from the view's own properties, with no tree between.
    private record Shown(Object view, Fields fields) implements JsonSerializable {
        @Override
        public void serialize(JsonGenerator json, SerializerProvider serializers)
                throws IOException {
            json.writeStartObject(view);
            try {
                write(fields.of(view.getClass(), serializers), json, serializers);
            } catch (IOException | RuntimeException broken) {
                throw broken;
            } catch (Exception broken) {
                throw new IllegalStateException(view.getClass().toString(), broken);
            }
            json.writeEndObject();
        }

        private void write(List<Place> places, JsonGenerator json, SerializerProvider serializers)
                throws Exception {
            Holder last = null;
            Object holder = null;
            for (var place : places) {
                if (place.holder != last) {
                    last = place.holder;
                    holder = last.of(view);
                }
                place.property.serializeAsField(holder, json, serializers);
            }
        }

        @Override
        public void serializeWithType(
                JsonGenerator json, SerializerProvider serializers, TypeSerializer type)
                throws IOException {
            serialize(json, serializers);
        }
    }
}
