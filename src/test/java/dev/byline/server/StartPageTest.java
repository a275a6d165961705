package dev.byline.server;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.http.FaultCode;
import dev.byline.http.ProblemType;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever comes without an address finds the way.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StartPageTest {
    private final Given given = new Given();

    private RequestSpecification outside() {
        return given.reader().basePath("");
    }

    @Test
    void takes_no_other_method() {
        outside().post("/").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        given.reader().post("").then().statusCode(405);
    }

    @Test
    void is_a_page_whose_links_lead_somewhere() {
        outside()
                .accept("text/html")
                .get("/")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Vary", containsString("Accept"));
        for (var address : List.of("/openapi", "/openapi?format=json", "/problems")) {
            outside().get(address).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'*/*', application/json",
        "'text/html;q=0, */*', application/json",
        "'application/json, text/html;q=0.5', application/json",
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html",
        "image/png, application/json"
    })
    void is_what_the_client_likes_best(String accept, String type) {
        for (var address : List.of("/", "/problems")) {
            outside().header("Accept", accept).get(address).then().contentType(startsWith(type));
        }
    }

    @Test
    void the_docs_are_those_of_this_version() {
        for (var address : List.of("/docs", "/docs/")) {
            var docs =
                    outside()
                            .get(address)
                            .then()
                            .statusCode(302)
                            .header("Cache-Control", "no-cache")
                            .extract()
                            .header("Location");
            assertTrue(docs.matches("/docs/[0-9]+\\.[0-9]+[^/]*/index.html"), docs);
            outside()
                    .get(docs)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .body(containsString("operations.js"), containsString("Folding]"));
            outside()
                    .get(docs.replace("index.html", "operations.js"))
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/javascript"))
                    .body(containsString("const Folding"));
        }
    }

    @Test
    void is_JSON_for_everybody_else() {
        outside()
                .accept("*/*")
                .get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("api", equalTo("/api/v1"));
    }

    @Test
    void the_API_lists_its_collections() {
        given.reader()
                .get("")
                .then()
                .statusCode(200)
                .body("collections.address", hasItems("/api/v1/articles", "/api/v1/tags"))
                .body("collections.name", not(hasItems("")));
    }

    @Test
    void every_problem_and_every_code_of_errors_has_an_entry() {
        var page = outside().accept("text/html").get("/problems").then().statusCode(200);
        var list = page.contentType(startsWith("text/html")).extract().asString();
        for (var type : ProblemType.values()) {
            assertTrue(list.contains(type.page()), type.code());
        }
        for (var fault : FaultCode.values()) {
            assertTrue(list.contains("id=\"error-" + fault.code() + "\""), fault.code());
        }
        outside()
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", containsString("Accept"))
                .body("problems.type", hasItems("/problems/invalid", "/problems/not-found"))
                .body("errors.code", hasItems("too-long", "out-of-range", "unknown-author"));
    }
}
