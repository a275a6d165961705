package dev.byline.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.http.MediaTypes;
import jakarta.inject.Singleton;

/// Any view.
@Singleton
class JsonForm implements Form {
    private final ObjectMapper mapper;

    JsonForm(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String type() {
        return MediaTypes.JSON;
    }

    @Override
    public byte[] bytes(Object view) throws JsonProcessingException {
        return mapper.writeValueAsBytes(view);
    }
}
