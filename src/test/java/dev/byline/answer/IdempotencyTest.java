package dev.byline.answer;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IdempotencyTest {
    private final Given given = new Given();

    @Test
    void a_retry_is_answered_as_the_first_try_was() {
        var first = post(given.editor(), "k", "A night");
        var second = post(given.editor(), "k", "A night");

        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(first.header("Location"), second.header("Location"));
        articles(1);
    }

    @Test
    void a_retry_is_answered_so_even_if_the_thing_has_changed_since() {
        var first = post(given.editor(), "k", "A night");
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "A day"))
                .patch(first.<String>path("slug").replaceFirst("^", "/articles/"))
                .then()
                .statusCode(200);

        assertEquals(first.asString(), post(given.editor(), "k", "A night").asString());
    }

    @Test
    void a_key_is_good_for_one_request() {
        post(given.editor(), "k", "A night");

        post(given.editor(), "k", "A day")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        given.editor()
                .header("Idempotency-Key", "k")
                .contentType(JSON)
                .body(Map.of("name", "Politics"))
                .post("/tags")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        articles(1);
    }

    @Test
    void a_try_that_was_refused_leaves_no_key() {
        post(given.editor(), "k", "").then().statusCode(422);
        write(given.editor(), "k", Map.of("title", "A", "body", "b", "authors", List.of("nobody")))
                .then()
                .statusCode(422);

        post(given.editor(), "k", "A night").then().statusCode(201);
    }

    @Test
    void two_callers_may_have_the_same_key() {
        var editors = post(given.editor(), "k", "A night");
        var admins = post(given.admin(), "k", "A night");

        assertEquals(201, admins.statusCode());
        assertNotEquals(editors.<String>path("id"), admins.<String>path("id"));
        articles(2);
    }

    @Test
    void a_comment_that_was_deleted_is_neither_made_again_nor_told() {
        var article = given.article().published();
        for (var who : List.<Supplier<RequestSpecification>>of(given::reader, given::moderator)) {
            var first = comment(who.get(), article, "k", "My number is 555-0100.");
            given.moderator()
                    .header("If-Match", "*")
                    .delete("/comments/" + first.<String>path("id"))
                    .then()
                    .statusCode(204);

            var second = comment(who.get(), article, "k", "My number is 555-0100.");

            second.then()
                    .statusCode(201)
                    .header("Location", equalTo(first.header("Location")))
                    .header("ETag", not(equalTo(first.header("ETag"))))
                    .body("id", equalTo(first.path("id")))
                    .body("status", equalTo("deleted"))
                    .body("name", nullValue())
                    .body("body", nullValue());
            assertFalse(second.asString().contains("555-0100"));
        }
        given.moderator()
                .get("/comments?status=deleted&count=exact")
                .then()
                .body("page.total", is(2));
        given.moderator().get("/comments?count=exact").then().body("page.total", is(2));
    }

    @ParameterizedTest
    @CsvSource({
        "tags, '{\"name\": \"Politics\"}'",
        "authors, '{\"name\": \"Dani Graham\"}'",
        "accounts, '{\"name\": \"dani\", \"role\": \"editor\"}'",
    })
    void what_was_deleted_is_not_made_again(String collection, String body) {
        var made = make(collection, body);
        assertEquals(made.asString(), make(collection, body).asString());
        given.admin()
                .header("If-Match", "*")
                .delete("/%s/%s".formatted(collection, made.<String>path("id")))
                .then()
                .statusCode(204);

        make(collection, body).then().statusCode(409).body("code", equalTo("deleted"));
        given.admin()
                .get("/%s/%s".formatted(collection, made.<String>path("id")))
                .then()
                .statusCode(404);
    }

    private Response make(String collection, String body) {
        return given.admin()
                .header("Idempotency-Key", "k")
                .contentType(JSON)
                .body(body)
                .post("/" + collection);
    }

    @Test
    void two_readers_may_have_the_same_key() {
        var article = given.article().published();

        var first = comment(given.reader(), article, "k", "Well put.");
        var second = comment(given.reader(), article, "k", "Not at all.");
        var third = comment(given.reader(), given.article().published(), "k", "Well put.");

        assertEquals(201, second.statusCode());
        assertEquals("Not at all.", second.path("body"));
        assertEquals(201, third.statusCode());
        assertNotEquals(first.<String>path("id"), third.<String>path("id"));
        assertEquals(
                first.asString(), comment(given.reader(), article, "k", "Well put.").asString());
        given.moderator().get("/comments?count=exact").then().body("page.total", is(3));
    }

    private static Response comment(
            RequestSpecification who, Made article, String key, String body) {
        return who.header("Idempotency-Key", key)
                .contentType(JSON)
                .body(Map.of("name", "A reader", "body", body))
                .post("/articles/{article}/comments", article.id());
    }

    @Test
    void many_tries_at_once_make_one_thing() throws Exception {
        var token = given.token(Role.EDITOR);
        Callable<String> attempt = () -> post(with(token), "k", "A night").path("id");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 8).mapToObj(_ -> attempt).toList();
            var ids =
                    threads.invokeAll(attempts).stream()
                            .map(Future::resultNow)
                            .collect(Collectors.toSet());
            assertEquals(1, ids.size());
        }
        articles(1);
    }

    private RequestSpecification with(String token) {
        return given.reader().header("Authorization", "Bearer " + token);
    }

    private static Response post(RequestSpecification who, String key, String title) {
        return write(who, key, Map.of("title", title, "body", "The vote came late."));
    }

    private static Response write(RequestSpecification who, String key, Map<String, ?> body) {
        return who.header("Idempotency-Key", key).contentType(JSON).body(body).post("/articles");
    }

    private void articles(int number) {
        given.editor().get("/articles?count=exact").then().body("page.total", is(number));
    }
}
