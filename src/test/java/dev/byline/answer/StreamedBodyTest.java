package dev.byline.answer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import dev.byline.support.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A body that its operation reads as it comes in.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StreamedBodyTest {
    private static final String OCTETS = "application/octet-stream";

    /// In no text that is UTF-8.
    private static final String ODD = "\0\u00ff\u00fe";

    private final Given given = new Given();

    @TestHTTPResource URL server;

    @ParameterizedTest
    @CsvSource({
        "application/json, identity, 415",
        "text/plain, identity, 415",
        "application/octet-stream, gzip, 415",
        "application/octet-stream, identity, 200"
    })
    void has_the_types_of_its_operation(String type, String coding, int status) {
        given.editor()
                .header("Content-Type", type)
                .header("Content-Encoding", coding)
                .body("{}".getBytes(ISO_8859_1))
                .post("/forms")
                .then()
                .statusCode(status);
    }

    @Test
    void may_be_of_any_bytes() {
        var bytes = ODD.repeat(20_001).getBytes(ISO_8859_1);
        given.editor()
                .header("Content-Type", OCTETS)
                .body(bytes)
                .post("/forms")
                .then()
                .statusCode(200)
                .body("length", equalTo(bytes.length));
    }

    @Test
    void is_read_before_its_end_is_there() throws Exception {
        FormsResource.first = new CompletableFuture<>();
        // more than is looked for, as some of it may still be on its way between two threads
        var begin = "x".repeat(2 * FormsResource.FIRST);
        var rest = "y".repeat(FormsResource.FIRST);
        try (var socket = Wire.connect(server)) {
            var out = socket.getOutputStream();
            out.write(head("Content-Length: " + 3 * FormsResource.FIRST).getBytes(ISO_8859_1));
            out.write(begin.getBytes(ISO_8859_1));
            FormsResource.first.get(10, TimeUnit.SECONDS);
            out.write(rest.getBytes(ISO_8859_1));
            var answer = Wire.rest(socket);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            assertTrue(answer.contains("{\"length\":300000,\"last\":121}"), answer);
        }
    }

    @Test
    void is_refused_where_it_becomes_too_large() throws IOException {
        var chunk = "%x\r\n%s\r\n".formatted(1_000_000, "x".repeat(1_000_000));
        var answer =
                Wire.raw(
                        server, head("Transfer-Encoding: chunked") + chunk.repeat(8) + "0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("\"too-large\""), answer);
    }

    @ParameterizedTest
    @CsvSource({"1", "40", "70000"})
    void is_refused_where_its_chunks_cannot_be_read(int length) throws IOException {
        var chunk = "%x\r\n%s\r\n".formatted(length, "x".repeat(length));
        var answer = Wire.raw(server, head("Transfer-Encoding: chunked") + chunk + "zz\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    private String head(String length) {
        return "POST /api/v1/forms HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nConnection: close\r\nContent-Type: %s\r\n%s\r\n\r\n"
                .formatted(given.token(Role.EDITOR), OCTETS, length);
    }
}
