package dev.byline.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class BodyFormatTest {
    @Test
    void isLowerCaseInJson() throws JsonProcessingException {
        var json = new ObjectMapper().writeValueAsString(BodyFormat.values());
        assertEquals("[\"markdown\",\"html\"]", json);
    }
}
