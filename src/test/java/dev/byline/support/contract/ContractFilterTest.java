package dev.byline.support.contract;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The filter on the wire, against a server that answers right or wrong as it is told.
class ContractFilterTest {

    private static final Sample RIGHT = Sample.reading("/api/v1/stories/a-night");

    private final AtomicInteger readings = new AtomicInteger();
    private HttpServer server;
    private String body = RIGHT.body();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, 200, body));
        server.createContext(
                "/openapi",
                exchange -> {
                    readings.incrementAndGet();
                    answer(exchange, 200, Sample.DOCUMENT.toString());
                });
        server.createContext("/api/v1/nowhere", exchange -> answer(exchange, 404, "lost"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aWrongBodyFailsTheTestAndIsTold() {
        body = "{\"title\": 7}";
        var failure = assertThrows(AssertionError.class, () -> api().get(RIGHT.address()));
        var report = failure.getMessage();
        assertTrue(report.startsWith("GET /api/v1/stories/a-night was answered with 200"), report);
        assertTrue(report.contains("- body at \"/title\": integer found"), report);
        assertTrue(report.contains("Body: {\"title\": 7}"), report);
    }

    @Test
    void aPathOutsideTheDocumentFailsTheTest() {
        assertThrows(AssertionError.class, () -> api().get("/api/v1/nowhere"));
        assertThrows(AssertionError.class, () -> api().get("/docsy"));
    }

    @Test
    void aQueryThatIsNotDocumentedFailsTheTest() {
        var query = api().queryParam("tint", "a b");
        var failure = assertThrows(AssertionError.class, () -> query.get(RIGHT.address()));
        assertTrue(failure.getMessage().contains("tint is not documented"), failure::getMessage);
    }

    @Test
    void aRequestBodyIsCheckedWithItsMediaType() {
        var put = api().contentType("text/plain").body("{\"name\": 7}");
        var failure = assertThrows(AssertionError.class, () -> put.put(RIGHT.address()));
        assertTrue(failure.getMessage().contains("status 200"), failure::getMessage);
        assertTrue(
                failure.getMessage().contains("media type \"text/plain\" is not documented"),
                failure::getMessage);
    }

    @Test
    void aBodyThatCannotBeReadTwiceFailsTheTest() {
        var stream = api().body(new ByteArrayInputStream(new byte[] {1}));
        assertThrows(AssertionError.class, () -> stream.put(RIGHT.address()));
    }

    @Test
    void aRightAnswerReachesTheTestWhole() {
        var response = api().get(RIGHT.address());
        assertEquals(RIGHT.body(), response.asString());
        assertEquals("A night at the council", response.path("title"));
    }

    @Test
    void anAnswerToHeadIsChecked() {
        assertEquals(200, api().head(RIGHT.address()).statusCode());
    }

    @Test
    void whatIsServedBesideTheApiIsLeftAlone() {
        assertEquals(200, api().get("/docs/").statusCode());
        assertEquals(200, api().get("/q/health").statusCode());
        assertEquals(0, readings.get());
    }

    @Test
    void theDocumentIsReadOnceForAFilter() {
        var filter = new ContractFilter();
        api(filter).get(RIGHT.address());
        api(filter).get(RIGHT.address());
        assertEquals(1, readings.get());
    }

    private RequestSpecification api() {
        return api(new ContractFilter());
    }

    private RequestSpecification api(ContractFilter filter) {
        return given().noFilters()
                .filter(filter)
                .baseUri("http://localhost")
                .port(server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        var isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("ETag", "\"3\"");
        exchange.sendResponseHeaders(status, isHead ? -1 : bytes.length);
        if (!isHead) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
