package dev.byline.answer;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An operation that answers in several media types, of which each client gets its own.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MediaTypesTest {
    private static final String JSON = "application/json";
    private static final String LINES = "application/jsonl";
    private static final String ALL_LINES = "{\"name\":\"one\"}\n{\"name\":\"two\"}\n";

    private final Given given = new Given();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "application/xml, text/*",
                "application/json;q=0, application/jsonl;q=0.0",
                "*/*;q=0"
            })
    void who_takes_none_of_them_is_told_which_there_are(String accept) {
        read(JSON);
        read(LINES);
        for (var who : List.of(given.reader(), given.editor())) {
            read(who, accept)
                    .then()
                    .statusCode(406)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-acceptable"))
                    .body("detail", containsString("This address answers in application/json"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    */*                                             | application/json
                    application/*                                   | application/json
                    application/jsonl                               | application/jsonl
                    Application/JSONL                               | application/jsonl
                    application/jsonl;q=0.5, application/json;q=0.4 | application/jsonl
                    application/jsonl;q=0.4, application/json;q=0.5 | application/json
                    application/jsonl, application/json             | application/json
                    application/jsonl, */*;q=0.1                    | application/jsonl
                    application/json;q=0, */*                       | application/jsonl
                    application/*;q=0.2, application/json;q=0.1     | application/jsonl
                    text/csv, application/jsonl;q=0.001             | application/jsonl
                    application/jsonl, */*                          | application/jsonl
                    application/json;p="a;q=0, application/jsonl"   | application/json
                    """)
    void each_gets_what_it_likes_best(String accept, String type) {
        for (var who : List.of(given.reader(), given.editor())) {
            read(who, accept).then().statusCode(200).header("Content-Type", equalTo(type));
        }
        // once more, where both are kept
        read(JSON);
        read(LINES);
        read(accept)
                .then()
                .header("Server-Timing", equalTo("cache;desc=hit"))
                .header("Content-Type", equalTo(type));
    }

    @Test
    void who_likes_better_what_is_not_kept_gets_it() {
        read(JSON);
        read(LINES + ", application/json;q=0.5")
                .then()
                .header("Server-Timing", startsWith("cache;desc=miss"))
                .body(equalTo(ALL_LINES));
    }

    @Test
    void their_bytes_and_tags_are_others_and_stay_so_in_the_cache() {
        for (var timing : List.of("cache;desc=miss", "cache;desc=hit")) {
            var json = read(JSON);
            json.then()
                    .header("Content-Type", equalTo(JSON))
                    .header("Server-Timing", startsWith(timing))
                    .header("Vary", equalTo("Authorization, Accept, Accept-Encoding"))
                    .body("data.name", equalTo(List.of("one", "two")));
            var lines = read(LINES);
            lines.then()
                    .header("Content-Type", equalTo(LINES))
                    .header("Server-Timing", startsWith(timing))
                    .header("Vary", equalTo("Authorization, Accept, Accept-Encoding"))
                    .header("Link", startsWith("</api/v1/forms>; rel=\"self\""));
            assertEquals(ALL_LINES, lines.asString());
            assertNotEquals(json.header("ETag"), lines.header("ETag"));
        }
    }

    @Test
    void a_tag_is_known_of_its_own_alone() {
        var json = read(JSON).header("ETag");
        var lines = read(LINES).header("ETag");
        assertUnchanged(JSON, json, 304);
        assertUnchanged(LINES, lines, 304);
        assertUnchanged(JSON, lines, 200);
        assertUnchanged(LINES, json, 200);
    }

    private void assertUnchanged(String accept, String known, int status) {
        for (var who : List.of(given.reader(), given.editor())) {
            read(who.header("If-None-Match", known), accept)
                    .then()
                    .statusCode(status)
                    .header("Vary", equalTo("Authorization, Accept, Accept-Encoding"));
        }
    }

    @Test
    void a_head_is_that_of_its_own() {
        for (var turn = 0; turn < 2; turn++) {
            given.reader()
                    .accept(LINES)
                    .head("/forms")
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo(LINES))
                    .header("Content-Length", equalTo(Integer.toString(ALL_LINES.length())));
        }
    }

    @Test
    void what_has_one_type_varies_with_none() {
        given.article().published();
        read(JSON);
        given.reader()
                .get("/articles")
                .then()
                .header("Vary", equalTo("Authorization, Accept-Encoding"));
        given.reader().accept(LINES).get("/articles").then().statusCode(406);
    }

    /// Also where they come while the other is being read.
    @Test
    void many_at_once_get_each_its_own() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers =
                    IntStream.range(0, 40)
                            .mapToObj(n -> n % 2 == 0 ? JSON : LINES)
                            .map(type -> (Callable<String>) () -> type + read(type).contentType())
                            .toList();
            for (var got : threads.invokeAll(readers)) {
                assertEquals(got.get().length() / 2, got.get().lastIndexOf("application/"));
            }
        }
    }

    @Test
    void an_error_has_its_own() {
        given.editor()
                .accept(LINES)
                .get("/changes?limit=1000")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private Response read(String accept) {
        return read(given.reader(), accept);
    }

    private static Response read(RequestSpecification who, String accept) {
        return who.header("Accept", accept).get("/forms");
    }
}
