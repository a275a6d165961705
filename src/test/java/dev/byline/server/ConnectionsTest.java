package dev.byline.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 9112, section 9.3: a connection goes on after an answer, unless what is left of the request
/// would be taken for the next one.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConnectionsTest {
    private static final String LAST = "GET /api/v1/tags HTTP/1.1\nHost: a\nConnection: close\n\n";

    private final Given given = new Given();

    @TestHTTPResource URL server;

    @Test
    void ends_where_the_body_is_not_read() throws IOException {
        var answers = Wire.exchange(server, post("/nowhere", "", " ".repeat(20_000)) + LAST);

        assertTrue(answers.startsWith("HTTP/1.1 404"), answers);
        assertTrue(answers.contains("\r\nConnection: close\r\n"), answers);
        assertFalse(answers.contains("HTTP/1.1 200"), answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo, close", "CLOSE", "close, foo", "foo\nConnection: Close"})
    void ends_where_the_client_asks_for_it_among_others(String options) throws IOException {
        var answer =
                Wire.exchange(
                        server,
                        "GET /api/v1/tags HTTP/1.1\nHost: a\nConnection: %s\n\n"
                                .formatted(options));

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }

    /// RFC 9110, 10.1.1
    @Test
    void asks_no_client_of_http_1_0_to_continue() throws IOException {
        var answer =
                Wire.exchange(
                        server,
                        "POST /api/v1/tags HTTP/1.0\nExpect: 100-continue\nContent-Length: 2\n\n{}");

        assertTrue(answer.startsWith("HTTP/1.1 401") || answer.startsWith("HTTP/1.0 401"), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name": "A"}                                              | 422
                    {"name":                                                   | 400
                    {"name": "A", "email": "a@example.org", "body": "Indeed."} | 201
                    """)
    void goes_on_after_a_comment(String body, int status) throws IOException {
        var comments = "/articles/%s/comments".formatted(given.article().published().slug());

        assertGoesOn(post(comments, "", body), status);
    }

    @Test
    void goes_on_where_a_small_body_is_for_nobody() throws IOException {
        assertGoesOn(post("/nowhere", "", "{}"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void goes_on_after_a_refused_token(String body) throws IOException {
        assertGoesOn(post("/articles", "Authorization: Bearer no\n", body), 401);
    }

    /// Of which the larger is not taken in before somebody wants it.
    @ParameterizedTest
    @ValueSource(ints = {1, 20_000})
    void goes_on_after_an_article(int length) throws IOException {
        var body = article().replace("On", "o".repeat(length));

        assertGoesOn(post("/articles", token(), body), 201);
    }

    @Test
    void goes_on_after_an_article_in_chunks() throws IOException {
        var article = article();
        var chunks =
                "%x\n%s\n1\n%s\n0\n\n"
                        .formatted(
                                article.length() - 1,
                                article.substring(0, article.length() - 1),
                                article.substring(article.length() - 1));

        assertGoesOn(head("/articles", token() + "Transfer-Encoding: chunked\n") + chunks, 201);
    }

    /// More than the server answers at one time: each has to be over when its connection is.
    @Test
    void bodies_that_break_off_are_over() throws IOException {
        var part =
                head("/articles/a/comments", "Content-Length: 9000\n").replace("\n", "\r\n") + "{";
        for (var count = 0; count < 2_100; count++) {
            try (var socket = new Socket(server.getHost(), server.getPort())) {
                // half of them are reset
                socket.setSoLinger(count % 2 == 0, 0);
                socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
            }
        }

        assertTrue(Wire.exchange(server, LAST).startsWith("HTTP/1.1 200"));
    }

    private void assertGoesOn(String request, int status) throws IOException {
        var answers = Wire.exchange(server, request + LAST);

        assertTrue(answers.startsWith("HTTP/1.1 " + status), answers);
        assertTrue(answers.contains("HTTP/1.1 200"), answers);
    }

    private static String article() {
        return "{\"title\": \"Staying\", \"body\": \"On the line.\"}";
    }

    private String token() {
        return "Authorization: Bearer %s\n".formatted(given.token(Role.EDITOR));
    }

    private static String post(String address, String headers, String body) {
        return head(address, headers + "Content-Length: %d\n".formatted(body.length())) + body;
    }

    private static String head(String address, String headers) {
        return "POST /api/v1%s HTTP/1.1\nHost: a\nContent-Type: application/json\n%s\n"
                .formatted(address, headers);
    }
}
