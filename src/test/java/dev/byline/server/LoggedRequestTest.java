package dev.byline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedRequestTest {
    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/articles?limit=2 HTTP/1.1, GET /api/v1/articles?limit=2 HTTP/1.1",
        "GET /a?preview=%62lp_x&limit=2 HTTP/1.1, GET /a?preview=…&limit=2 HTTP/1.1",
        "GET /a?limit=2&preview=x HTTP/1.1, GET /a?limit=2&preview=… HTTP/1.1",
        "GET /a/byl_0123456789abcdefghijXYZ HTTP/1.1, GET /a/byl_… HTTP/1.1"
    })
    void hides_secrets(String line, String logged) {
        assertEquals(logged, LoggedRequest.without(line));
    }
}
