package dev.byline.server;

import static io.quarkus.test.common.TestResourceScope.MATCHING_RESOURCES;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.TestCertificate;
import dev.byline.support.TestDatabase;
import dev.byline.support.TestOrigins;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.net.URL;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// HTTP/2, which TLS agrees on: a connection of many streams, each with a body of its own.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@WithTestResource(value = TestCertificate.class, scope = MATCHING_RESOURCES)
@WithTestResource(value = TestOrigins.class, scope = MATCHING_RESOURCES)
class Http2Test {
    private final Given given = new Given();

    @Inject Vertx vertx;

    @TestHTTPResource(tls = true)
    URL server;

    private HttpClient client;

    @BeforeEach
    void connect() {
        client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setUseAlpn(true)
                                .setProtocolVersion(HttpVersion.HTTP_2)
                                .setHttp2MaxPoolSize(1)
                                .setSsl(true)
                                .setTrustAll(true));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30_000})
    void goes_on_after_a_refusal(int length) {
        assertEquals(401, post("/articles", "no", article(length)));
        assertEquals(200, send(HttpMethod.GET, "/tags", null, Buffer.buffer()));
    }

    @Test
    void refuses_an_address_that_is_not_canonical() {
        assertEquals(400, send(HttpMethod.GET, "//tags", null, Buffer.buffer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags?after=100%", "/tags/%zz", "/tags?after=a|b"})
    void refuses_an_address_that_is_no_uri(String address) {
        var answer = answer(HttpMethod.GET, address, null, Buffer.buffer());

        assertEquals(400, answer.statusCode());
        assertEquals("application/problem+json", answer.getHeader("Content-Type"));
        assertNotNull(answer.getHeader("Date"));
        assertEquals(200, send(HttpMethod.GET, "/tags", null, Buffer.buffer()));
    }

    /// HTTP/1.1 with TLS is held to the same rules as without.
    @ParameterizedTest
    @CsvSource({"'', 200", "'X : a\r\n', 400"})
    void speaks_http_1_1_as_well(String header, int status) throws Exception {
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        var request = "GET /api/v1/tags HTTP/1.1\r\nHost: a\r\n%sConnection: close\r\n\r\n";
        try (var socket = tls.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.formatted(header).getBytes(US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertTrue(answer.startsWith("HTTP/1.1 %d ".formatted(status)), answer);
            assertTrue(status == 200 || answer.contains("\"invalid-request\""), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30_000})
    void takes_an_article(int length) {
        assertEquals(201, post("/articles", given.token(Role.EDITOR), article(length)));
        assertEquals(200, send(HttpMethod.GET, "/tags", null, Buffer.buffer()));
    }

    /// HTTP/2 does not say that there is no body.
    @Test
    void refuses_an_article_without_a_body() {
        assertEquals(400, post("/articles", given.token(Role.EDITOR), ""));
        assertEquals(200, send(HttpMethod.GET, "/tags", null, Buffer.buffer()));
    }

    private static String article(int length) {
        return "{\"title\": \"On one line\", \"body\": \"%s\"}".formatted("o".repeat(length));
    }

    private int post(String address, String token, String body) {
        return send(HttpMethod.POST, address, token, Buffer.buffer(body));
    }

    private int send(HttpMethod method, String address, String token, Buffer body) {
        return answer(method, address, token, body).statusCode();
    }

    private HttpClientResponse answer(
            HttpMethod method, String address, String token, Buffer body) {
        var options =
                new RequestOptions()
                        .setHost(server.getHost())
                        .setPort(server.getPort())
                        .setMethod(method)
                        .setURI("/api/v1" + address);
        if (token != null) {
            options.putHeader("Authorization", "Bearer " + token);
        }
        if (body.length() > 0) {
            options.putHeader("Content-Type", "application/json");
        }
        var answer =
                client.request(options)
                        .compose(request -> body.length() > 0 ? request.send(body) : request.send())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        assertEquals(HttpVersion.HTTP_2, answer.version());
        return answer;
    }
}
