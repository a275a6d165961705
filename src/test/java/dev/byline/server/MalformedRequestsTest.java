package dev.byline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.net.URL;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What breaks HTTP itself is answered with a problem document like everything else, and ends the
/// connection. `_` stands for a blank, `\t` and the like for what they do in Java.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MalformedRequestsTest {
    private static final String TAGS = "/api/v1/tags";

    @TestHTTPResource URL server;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET__/api/v1/tags_HTTP/1.1",
                "GET_/api/v1/tags__HTTP/1.1",
                "GET_/api/v1/tags_HTTP/1.1_",
                "_GET_/api/v1/tags_HTTP/1.1",
                "GET\t/api/v1/tags_HTTP/1.1",
                "GET_/api/v1/tags\tHTTP/1.1",
                "GET_/api/v1/ta\u0001gs_HTTP/1.1",
                "G(T_/api/v1/tags_HTTP/1.1",
                "GET_/api/v1/tags_http/1.1",
                "GET_/api/v1/tags_HTTP/1.1x",
                "GET_/api/v1/tags_HTTP/11",
                "GET_/api/v1/tags",
                "GET",
                "GET_api/v1/tags_HTTP/1.1",
                "GET_*_HTTP/1.1",
                "GET_http://b/api/v1/tags_HTTP/1.1",
                "GET_http://b@a/api/v1/tags_HTTP/1.1",
                "GET_ftp://a/api/v1/tags_HTTP/1.1",
                "CONNECT_a:443_HTTP/1.1",
                "GET_/api/v1/tags#a_HTTP/1.1",
                "GET_//_HTTP/1.1",
                "GET_//[/api/v1/tags_HTTP/1.1",
                "GET_http://a//_HTTP/1.1",
                "GET_/%_HTTP/1.1",
                "GET_/api/v1/articles/%zz_HTTP/1.1",
                "GET_/api/v1/articles?q=100%_HTTP/1.1",
                "GET_/api/v1/articles?q=%2_HTTP/1.1",
                "GET_/api/v1/articles?q=a|b_HTTP/1.1",
                "GET_/api/v1/articles?q=é_HTTP/1.1",
                "GET_/a\\b_HTTP/1.1",
                "GET_/a[b]_HTTP/1.1"
            })
    void a_first_line(String line) throws IOException {
        assertRefused(line.replace('_', ' ') + "\r\nHost: a\r\n\r\n", 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: a\r\n b\r\n",
                "X: a\r\n\tb\r\n",
                " X: a\r\n",
                ": a\r\n",
                "X : a\r\n",
                "X\t: a\r\n",
                "X\r\n",
                "X y: a\r\n",
                "é: a\r\n",
                "X\u0001: a\r\n",
                "X: a\u0001b\r\n",
                "X: a\u0000b\r\n",
                "X: a\u007fb\r\n",
                "X: a\rb\r\n",
                "X: a\r\r\n",
                "X: a\n",
                "Host: b\r\n",
                "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 3\r\nContent-Length: 4\r\n",
                "Content-Length: 3, 4\r\n",
                "Content-Length: +3\r\n",
                "Content-Length: -3\r\n",
                "Content-Length: 3a\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: xchunked\r\n"
            })
    void a_header(String header) throws IOException {
        for (var method : new String[] {"GET ", "POST "}) {
            var head = method + TAGS + " HTTP/1.1\r\nHost: a\r\n";
            assertRefused(head + header + "\r\n0\r\n\r\n", 400, "invalid-request");
        }
    }

    /// What came before the broken one is not taken for the whole.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "\r\n{}\r\n0\r\n\r\n",
                "2\n{}\n0\n\n",
                "ffffffffffffffff\r\n{}",
                "12\r\n{\"name\": \"Politics\"}x\r\n0\r\n\r\n",
                "14\r\n{\"name\": \"Politics\"}\r\nzz\r\n",
                "14\r\n{\"name\": \"Politics\"}\r\n0\r\nno colon\r\n\r\n"
            })
    void chunks(String chunks) throws IOException {
        var head =
                "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n"
                                .formatted(TAGS, new Given().token(Role.EDITOR))
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertRefused(head + chunks, 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer byl_a\r\nAuthorization: Bearer byl_b\r\n",
                "Content-Type: application/json\r\nContent-Type: text/plain\r\n"
            })
    void a_header_that_stands_there_twice(String headers) throws IOException {
        assertRefused(
                "POST %s HTTP/1.1\r\nHost: a\r\n%s\r\n".formatted(TAGS, headers),
                400,
                "invalid-request");
    }

    @Test
    void chunks_in_http_1_0() throws IOException {
        var request = "POST %s HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        assertRefused(request.formatted(TAGS), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/9.9", "HTTP/2.0", "HTTP/3.0", "HTTP/1.2", "HTTP/0.9"})
    void a_version(String version) throws IOException {
        assertRefused(
                "GET %s %s\r\nHost: a\r\n\r\n".formatted(TAGS, version),
                505,
                "version-not-supported");
    }

    @Test
    void http_2_without_tls() throws IOException {
        assertRefused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "version-not-supported");
    }

    @Test
    void too_long_an_address() throws IOException {
        var address = TAGS + "?after=" + "a".repeat(8_200);
        assertRefused(
                "GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(address), 414, "address-too-long");
    }

    @ParameterizedTest
    @CsvSource({"1, 30000", "300, 80"})
    void too_large_headers(int count, int length) throws IOException {
        var header = "X: %s\r\n".formatted("a".repeat(length));
        assertRefused(
                "GET %s HTTP/1.1\r\nHost: a\r\n%s\r\n".formatted(TAGS, header.repeat(count)),
                431,
                "headers-too-large");
    }

    @Test
    void a_head_is_refused_without_a_body() throws IOException {
        var answer =
                Wire.raw(server, "HEAD %s?after=%% HTTP/1.1\r\nHost: a\r\n\r\n".formatted(TAGS));

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    /// Each answer comes in its turn, and what is behind the refusal is no request.
    @Test
    void among_others_on_one_connection() throws IOException {
        var good = "GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(TAGS);
        var bad = "GET %s HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n".formatted(TAGS);

        var answers = Wire.raw(server, good + good + bad + good).split("(?=HTTP/1\\.1 \\d{3} )");

        assertEquals(3, answers.length);
        assertTrue(answers[1].startsWith("HTTP/1.1 200 "), answers[1]);
        assertTrue(answers[2].startsWith("HTTP/1.1 400 "), answers[2]);
    }

    @ParameterizedTest
    @CsvSource({
        "'GET http://a/api/v1/tags HTTP/1.1\r\nHost: a\r\n', 200",
        "'GET http://A:80/api/v1/tags?limit=1 HTTP/1.1\r\nHost: a\r\n', 200",
        "'GET HTTP://a HTTP/1.1\r\nHost: a\r\n', 200",
        "'OPTIONS * HTTP/1.1\r\nHost: a\r\n', 204",
        "'\r\n\r\nGET /api/v1/tags HTTP/1.1\r\nHost: a\r\n', 200",
        "'GET /api/v1/tags HTTP/1.1\r\nHost:a\r\nX:\r\nY: \t b\t c \t\r\n', 200",
        "'GET /api/v1/tags HTTP/1.0\r\n', 200"
    })
    void what_is_unusual_but_right_is_answered(String head, int status) throws IOException {
        var answer = Wire.raw(server, head + "Connection: close\r\n\r\n");

        assertTrue(answer.matches("(?s)HTTP/1\\.[01] " + status + " .*"), answer);
    }

    /// As every answer, it can be read by pages of other origins, and has a date.
    private void assertRefused(String request, int status, String code) throws IOException {
        var answer = Wire.raw(server, request);
        var head = answer.split("\r\n\r\n")[0].toLowerCase(Locale.ROOT) + "\r\n";

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\"type\":\"/problems/" + code + "\""), answer);
        assertTrue(answer.contains("\"status\":" + status), answer);
        assertTrue(answer.contains("\"detail\":\""), answer);
        for (var header :
                new String[] {
                    "content-type: application/problem+json\r\n",
                    "access-control-allow-origin: *\r\n",
                    "x-content-type-options: nosniff\r\n",
                    "connection: close\r\n",
                    "date: "
                }) {
            assertTrue(head.contains("\r\n" + header), answer);
        }
        assertFalse(answer.contains("xception"), answer);
    }
}
