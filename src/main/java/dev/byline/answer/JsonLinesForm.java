package dev.byline.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.http.MediaTypes;
import dev.byline.list.Listed;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;

/// The items of a page, each in a line of its own (jsonlines.org). Where the page stands in its
/// list the `Link` header tells.
@Singleton
class JsonLinesForm implements Form {
    private final ObjectMapper mapper;

    JsonLinesForm(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String type() {
        return MediaTypes.JSON_LINES;
    }

    @Override
    public byte[] bytes(Object view) throws JsonProcessingException {
        var lines = new ByteArrayOutputStream();
        for (var item : ((Listed) view).data()) {
            lines.writeBytes(mapper.writeValueAsBytes(item));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
