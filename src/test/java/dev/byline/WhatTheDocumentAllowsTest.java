package dev.byline;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import dev.byline.support.contract.Attempts;
import dev.byline.support.contract.Attempts.Attempt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests that a program makes from the document alone: what the document allows is not refused
/// for its body, unless it says of that place why it may be, and what it forbids is.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WhatTheDocumentAllowsTest {

    private static final Set<Integer> REFUSED = Set.of(400, 422);

    private static final List<String> API = List.of("", "api", "v1");

    private final Given given = new Given();

    private Made commented;
    private String account;
    private Map<String, String> ids;

    /// What the document's examples speak of.
    @BeforeEach
    void install() {
        account =
                given.admin()
                        .contentType("application/json")
                        .body(Map.of("name", "admin", "role", "admin"))
                        .post("/accounts")
                        .path("id");
        var author = given.author("Dani Graham");
        var tag = given.tag("Politics");
        commented = given.article().published();
        var article = given.article().published();
        var page = given.term("/pages", Map.of("title", "Imprint", "body", "Text"));
        var release = given.term("/releases", Map.of("name", "Election night"));
        var note = given.term("/articles/" + article.id() + "/notes", Map.of("text", "Right?"));
        ids =
                Map.of(
                        "{article}", article.id(),
                        "{author}", author.id(),
                        "{note}", note.id(),
                        "{page}", page.id(),
                        "{release}", release.id(),
                        "{tag}", tag.id());
    }

    @Test
    void andForbids() throws IOException {
        var json = given().get("/openapi?format=json").then().statusCode(200).extract();
        var attempts = new Attempts(new ObjectMapper().readTree(json.asString()));
        var all = attempts.all().toList();
        var wrong =
                all.stream()
                        .map(attempt -> fault(attempts, attempt))
                        .filter(fault -> !fault.isEmpty())
                        .toList();
        assertEquals("", String.join("\n", wrong));
        assertTrue(all.stream().anyMatch(Attempt::isAllowed));
    }

    private String fault(Attempts attempts, Attempt attempt) {
        var response = send(attempt);
        var isRefused = REFUSED.contains(response.statusCode());
        if (attempt.isAllowed() == !isRefused
                || isRefused && isExplained(attempts, attempt, response)) {
            return "";
        }
        return "%s %s: %d %s, and the document has against it: %s"
                .formatted(
                        attempt.operation(),
                        start(attempt.body().toString()),
                        response.statusCode(),
                        start(response.asString()),
                        attempt.refusals());
    }

    private static String start(String text) {
        return text.substring(0, Math.min(400, text.length()));
    }

    private static boolean isExplained(Attempts attempts, Attempt attempt, Response response) {
        if (response.path("code").equals("batch-failed")) {
            return true; // what an operation takes is told at the operation
        }
        List<Map<String, String>> errors = response.path("errors");
        return errors != null
                && errors.stream()
                        .allMatch(
                                error ->
                                        attempts.explains(
                                                attempt, error.get("pointer"), error.get("code")));
    }

    private Response send(Attempt attempt) {
        var path =
                attempt.path().stream()
                        .skip(API.size())
                        .map(segment -> filledIn(attempt, segment))
                        .collect(Collectors.joining("/", "/", ""));
        var request = given.admin().contentType(attempt.type()).body(attempt.body().toString());
        if (attempt.method().equals("put")) {
            request.header("If-Match", "*");
        }
        if (attempt.operation().equals("patchArticles")) {
            request.queryParam("filter", "id==" + ids.get("{article}"));
        }
        return request.request(attempt.method(), path);
    }

    /// A comment that was deleted takes nothing more, nor does what was replaced, so each attempt
    /// has one of its own; and none
    /// can be added to an article whose attempts close its comments.
    private String filledIn(Attempt attempt, String segment) {
        if (segment.equals("{id}")) {
            return attempt.operation().equals("patchAccount")
                    ? account
                    : given.approvedComment(commented).id();
        }
        if (attempt.operation().equals("replaceTagBy")) {
            return segment.equals("{tag}") ? given.tag().id() : segment;
        }
        if (attempt.operation().equals("replaceAuthorBy")) {
            return segment.equals("{author}") ? given.author().id() : segment;
        }
        return attempt.operation().equals("postComment") && segment.equals("{article}")
                ? commented.id()
                : ids.getOrDefault(segment, segment);
    }
}
