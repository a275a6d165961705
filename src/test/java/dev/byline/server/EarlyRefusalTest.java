package dev.byline.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import dev.byline.support.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 9112, section 9.6: who sends a large body, and reads only then, gets the answer that was
/// given before the body was in.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EarlyRefusalTest {
    private static final int FIVE_MILLIONS = 5_000_000;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Given given = new Given();

    @TestHTTPResource URL server;

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/tags, none, application/json, 413",
        "POST, /api/v1/tags, byl_no, application/json, 401",
        "POST, /api/v1/tags, good, text/plain, 415",
        "PUT, /api/v1/tags, good, application/json, 405",
        "POST, /nowhere, good, application/json, 404",
        "POST, /api//v1/tags, good, application/json, 400",
        "DELETE, /api/v1/tags/a, good, application/json, 404",
        "GET, /api/v1/tags, none, application/json, 413"
    })
    void reaches_who_reads_last(String method, String path, String token, String type, int status)
            throws IOException {
        var head = head(method, path, "Content-Length: " + FIVE_MILLIONS, token, type);

        var answer = answer(head, " ".repeat(FIVE_MILLIONS));

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\"status\":" + status), answer);
        assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
    }

    @ParameterizedTest
    @CsvSource({"none, 5000000, 413", "byl_no, 5000000, 401", "good, 50000000, 413"})
    void reaches_who_sends_chunks(String token, int size, int status) throws IOException {
        var head =
                head(
                        "POST",
                        "/api/v1/articles/a/comments",
                        "Transfer-Encoding: chunked",
                        token,
                        "application/json");
        var chunk = "%x\r\n%s\r\n".formatted(100_000, " ".repeat(100_000));

        var answer = answer(head, chunk.repeat(size / 100_000) + "0\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    }

    @Test
    void reaches_who_waits_for_a_go_ahead() throws IOException {
        var headers = "Expect: 100-continue\r\nContent-Length: " + FIVE_MILLIONS;
        try (var socket = Wire.connect(server)) {
            send(socket, head("POST", "/api/v1/tags", headers, "none", "application/json"));
            socket.shutdownOutput();

            var answer = Wire.rest(socket);

            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
            assertFalse(answer.contains("100 Continue"), answer);
        }
    }

    @Test
    void is_cut_off_where_the_rest_comes_too_slowly() throws IOException {
        var headers = "Content-Length: " + FIVE_MILLIONS;
        try (var socket = Wire.connect(server)) {
            send(socket, head("POST", "/api/v1/tags", headers, "none", "application/json"));
            assertTrue(Wire.rest(socket).startsWith("HTTP/1.1 413 "));

            assertTimeoutPreemptively(
                    Duration.ofSeconds(15),
                    () -> assertThrows(IOException.class, () -> trickle(socket)));
        }
    }

    private static void trickle(Socket socket) throws IOException {
        while (true) {
            send(socket, " ");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String answer(String head, String body) throws IOException {
        try (var socket = Wire.connect(server)) {
            send(socket, head);
            send(socket, body);
            return Wire.rest(socket);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String head(String method, String path, String headers, String token, String type) {
        var authorization =
                switch (token) {
                    case "none" -> "";
                    case "good" ->
                            "Authorization: Bearer %s\r\n".formatted(given.token(Role.EDITOR));
                    default -> "Authorization: Bearer %s\r\n".formatted(token);
                };
        return "%s %s HTTP/1.1\r\nHost: a\r\n%sContent-Type: %s\r\n%s\r\n\r\n"
                .formatted(method, path, authorization, type, headers);
    }
}
