package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WarningsTest {
    private static final String BODY =
            "One.\n\nTwo <font>three</font>. <iframe src='https://x.org/a'></iframe>";

    private final Given given = new Given();

    @Test
    void nobody_who_reads_gets_them() {
        var article = given.article().with("body", BODY).published();
        for (var who : List.of(given.reader(), given.editor())) {
            who.get("/articles/" + article.id())
                    .then()
                    .statusCode(200)
                    .body("keySet()", not(hasItem("warnings")));
        }
        given.reader().get("/articles/{a}?fields=warnings", article.id()).then().statusCode(400);
        given.editor().get("/articles/{a}?fields=warnings", article.id()).then().statusCode(400);
        given.reader().get("/articles?fields=warnings").then().statusCode(400);
    }

    @Test
    void every_write_of_an_article_tells_what_was_taken_out_and_where() {
        var made = post(Map.of("title", "A", "body", BODY), "key-1").statusCode(201);
        told(made);
        String path = "/articles/" + made.extract().path("id");
        told(given.editor().body("{\"title\": \"B\"}").contentType(JSON).patch(path).then());
        told(given.editor().body("{}").contentType(JSON).patch(path).then());
        told(
                given.editor()
                        .body(Map.of("title", "C", "body", BODY))
                        .contentType(JSON)
                        .header("If-Match", "*")
                        .put(path)
                        .then());
        told(
                given.editor()
                        .body(Map.of("restore", 1))
                        .contentType(JSON)
                        .header("If-Match", "*")
                        .post(path + "/revisions")
                        .then());
        given.editor()
                .body("{\"body\": \"*Two* three.\"}")
                .contentType(JSON)
                .patch(path)
                .then()
                .body("warnings", empty());
    }

    @Test
    void a_frame_of_a_usual_host_is_none_of_them() {
        post(
                        Map.of(
                                "title",
                                "A",
                                "body",
                                "<iframe src=\"https://www.youtube-nocookie.com/embed/a\"></iframe>"),
                        null)
                .body("warnings", empty())
                .body(
                        "bodyHtml",
                        startsWith("<iframe src=\"https://www.youtube-nocookie.com/embed/a\""));
    }

    @Test
    void a_retry_answers_the_same() {
        var input = Map.<String, Object>of("title", "A", "body", BODY);
        var first = post(input, "key-2").extract().asString();
        post(input, "key-2").body(equalTo(first));
    }

    @Test
    void they_are_no_part_of_what_the_tag_stands_for() {
        var made = post(Map.of("title", "A", "body", BODY), null);
        String path = "/articles/" + made.extract().path("id");
        given.editor()
                .header("If-None-Match", made.extract().header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
    }

    @Test
    void beyond_a_hundred_they_are_counted() {
        post(Map.of("title", "A", "body", "<font>a</font>\n".repeat(120)), null)
                .body("warnings", hasSize(101))
                .body("warnings[100].reason", equalTo("more"))
                .body("warnings[100].what", equalTo("20 more"));
    }

    private ValidatableResponse post(Map<String, Object> input, String key) {
        var request = given.editor().body(input).contentType(JSON);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/articles")
                .then();
    }

    private static void told(ValidatableResponse response) {
        response.body("warnings.pointer", everyItem(equalTo("/body")))
                .body("warnings.what", contains("<font>", "https://x.org/a"))
                .body("warnings.line", contains(3, 3))
                .body("warnings.offset", contains(10, 30))
                .body("warnings.reason", contains("element-not-allowed", "embed-became-link"));
    }
}
