package dev.byline.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.byline.http.MediaTypes;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every [Form] by its media type.
@Singleton
class Forms {
    private final Map<String, Form> byType;

    Forms(@All List<Form> all) {
        byType = all.stream().collect(Collectors.toMap(Form::type, Function.identity()));
    }

    byte[] bytes(Object view, String type) {
        try {
            return byType.get(type).bytes(view);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    byte[] json(Object view) {
        return bytes(view, MediaTypes.JSON);
    }
}
