package dev.byline.input;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/// JSON as it is meant: no unknown property, no key twice, no value turned into another type,
/// nothing behind the end.
@Singleton
final class JsonStrictness implements ObjectMapperCustomizer {
    /// After Quarkus has registered the modules that it finds, one of which reads instants more
    /// freely.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        for (var scalar : new LogicalType[] {LogicalType.Boolean, LogicalType.Integer}) {
            mapper.coercionConfigFor(scalar)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Integer, action(scalar))
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        }
        mapper.registerModule(
                new SimpleModule("byline")
                        .addDeserializer(String.class, new StrictText())
                        .addDeserializer(Instant.class, new StrictInstant())
                        .addDeserializer(UUID.class, new StrictUuid())
                        .addDeserializer(Integer.class, new StrictInteger())
                        .setDeserializerModifier(StrictEnum.modifier()));
    }

    private static CoercionAction action(LogicalType type) {
        return type == LogicalType.Integer ? CoercionAction.TryConvert : CoercionAction.Fail;
    }
}
