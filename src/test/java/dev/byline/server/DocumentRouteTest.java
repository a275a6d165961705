package dev.byline.server;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The OpenAPI document as it is served.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DocumentRouteTest {
    private final Given given = new Given();

    @TestHTTPResource("/openapi")
    URI document;

    private RequestSpecification outside() {
        return given.reader().basePath("");
    }

    @Test
    void refuses_another_format() {
        outside()
                .get("/openapi?format=xml")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi?format=json", "/openapi.json", "/openapi.yaml"})
    void is_sent_once_to_who_has_it(String address) {
        var tag = outside().get(address).then().statusCode(200).extract().header("ETag");
        outside().header("If-None-Match", tag).get(address).then().statusCode(304);
        outside().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
        outside().head(address).then().statusCode(200).header("ETag", equalTo(tag));
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi, */*, application/yaml",
        "/openapi, application/json, application/json",
        "/openapi, 'text/html, application/json;q=0.9', application/json",
        "/openapi, 'application/json;q=0.5, application/yaml', application/yaml",
        "/openapi, 'application/json, */*', application/json",
        "/openapi, 'application/json;q=0, */*', application/yaml",
        "/openapi?format=yaml, application/json, application/yaml",
        "/openapi.json, */*, application/json"
    })
    void has_the_format_that_is_asked_for(String address, String accept, String type) {
        outside()
                .accept(accept)
                .get(address)
                .then()
                .contentType(startsWith(type))
                .header("Vary", containsString("Accept"));
    }

    @Test
    void is_compressed_for_who_takes_it() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var plain =
                    client.send(
                            HttpRequest.newBuilder(document).build(), BodyHandlers.ofByteArray());
            var asked = HttpRequest.newBuilder(document).header("Accept-Encoding", "gzip").build();
            var coded = client.send(asked, BodyHandlers.ofByteArray());
            assertEquals("gzip", coded.headers().firstValue("Content-Encoding").orElseThrow());
            assertNotEquals(plain.headers().firstValue("ETag"), coded.headers().firstValue("ETag"));
            assertThat(coded.body().length, lessThan(plain.body().length / 4));
        }
    }
}
