package dev.byline;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.support.contract.ContractFilter;
import dev.byline.support.contract.DocumentRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The document that the code generates: published as it is, complete, and its problems
/// explained.
@Tag("dialect")
@QuarkusTest
class OpenApiDocumentTest {

    private static final Path PUBLISHED = Path.of("openapi", "openapi.yaml");

    private static final Pattern PROBLEM_TYPE = Pattern.compile("/problems/([a-z0-9-]+)");

    @Test
    void thePublishedFileIsWhatTheCodeGenerates() throws IOException {
        var generated = given().get("/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(PUBLISHED, generated);
        }
        assertEquals(
                Files.exists(PUBLISHED) ? Files.readString(PUBLISHED) : "",
                generated,
                """
                openapi/openapi.yaml is not what the code generates. Where the change is meant, write it with
                  mvn test -Dtest=OpenApiDocumentTest -Dopenapi.write=true
                and look at the difference before committing it.""");
    }

    @Test
    void everyOperationIsDocumentedInFull() throws IOException {
        assertEquals("", String.join("\n", DocumentRules.violations(document())));
    }

    @Test
    void everyProblemIsExplainedOnAPageOfItsOwn() throws IOException {
        var codes = problemCodes(document());
        assertFalse(codes.isEmpty(), "the document names no problem");
        for (var code : codes) {
            var page = given().accept("text/html").get("/problems/" + code);
            assertEquals(200, page.statusCode(), code);
            assertTrue(page.contentType().startsWith("text/html"), code);
        }
    }

    @Test
    void everyAnswerToAnErrorHasAnExampleOfEachOfItsProblems() throws IOException {
        var document = document();
        var examples = document.at("/components/examples");
        for (var example : examples.properties()) {
            assertEquals(example.getKey(), example.getValue().at("/value/code").asText());
        }
        for (var response : document.findValues("application/problem+json")) {
            assertFalse(response.path("examples").isEmpty(), response.toString());
        }
    }

    @Test
    void longRulesStandOnPagesOfTheirOwn() throws IOException {
        var document = document();
        var page = given().get("/docs/filter").then().statusCode(200).extract().asString();
        for (var parameter : document.findParents("x-filter-fields")) {
            var link = parameter.path("description").asText();
            var list = link.replaceAll("(?s).*\\(/docs/filter#([A-Za-z]+)\\).*", "$1");
            assertTrue(page.contains("id=\"" + list + "\""), list);
            for (var field : parameter.path("x-filter-fields")) {
                assertTrue(page.contains("<code>" + field.path("name").asText() + "</code>"));
            }
        }
        given().get("/docs/search").then().statusCode(200).contentType("text/html");
        for (var name : document.findParents("in")) {
            assertTrue(name.path("description").asText().length() <= 1_000, name::toString);
        }
    }

    @Test
    void articlesStandFirstAndAccountsLast() throws IOException {
        var tags = document().path("tags").findValuesAsText("name");
        assertEquals("Articles", tags.getFirst());
        assertEquals("Accounts", tags.getLast());
    }

    @Test
    void everyTestIsHeldToTheDocument() {
        assertEquals(
                List.of(ContractFilter.class),
                RestAssured.filters().stream().map(Object::getClass).toList());
    }

    private static JsonNode document() throws IOException {
        var json = given().get("/openapi?format=json").then().statusCode(200).extract();
        return new ObjectMapper().readTree(json.asString());
    }

    /// Every `/problems/…` that the document names, and every value that a `code` may have.
    private static Set<String> problemCodes(JsonNode document) {
        var codes = new TreeSet<String>();
        PROBLEM_TYPE
                .matcher(document.toString())
                .results()
                .forEach(type -> codes.add(type.group(1)));
        document.at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
