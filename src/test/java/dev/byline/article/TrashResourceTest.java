package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrashResourceTest {

    private final Given given = new Given();

    @ParameterizedTest
    @CsvSource({"PUT,''", "PATCH,''", "PUT,/publication", "DELETE,/publication"})
    void refuses_to_change_what_is_in_it(String method, String place) {
        var article = given.article().trashed();
        var request = given.editor().header("If-Match", "*");
        if (!method.equals("DELETE")) {
            request.contentType(JSON)
                    .body(place.isEmpty() ? Map.of("title", "Two", "body", "Text") : Map.of());
        }
        request.request(method, "/articles/" + article.id() + place)
                .then()
                .statusCode(409)
                .body("code", equalTo("in-trash"));
    }

    @Test
    void refuses_a_stale_condition() {
        var article = given.article().published();
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Two"))
                .patch("/articles/{id}", article.id());
        delete(article, "", article.etag()).statusCode(412);
        reader(article).statusCode(200);
    }

    @Test
    void takes_article_and_comments_from_readers_and_gives_them_back() {
        var article = given.article().published();
        var comment = given.approvedComment(article);
        var before = reader(article).extract().asString();

        delete(article, "", article.etag()).statusCode(204);
        reader(article).statusCode(404);
        given.reader().get("/comments/{id}", comment.id()).then().statusCode(404);

        delete(article, "/trash", "*").statusCode(204);
        reader(article).statusCode(200).body(equalTo(before));
        given.reader().get("/comments/{id}", comment.id()).then().statusCode(200);
    }

    @Test
    void gives_a_draft_back_as_a_draft() {
        var article = given.article().draft();
        delete(article, "", "*").statusCode(204);
        delete(article, "/trash", "*").statusCode(204);
        given.editor()
                .get("/articles/{id}", article.id())
                .then()
                .body("status", equalTo("draft"))
                .body("trashedAt", nullValue());
    }

    @Test
    void is_shown_to_editors_who_ask_for_it_and_left_out_of_their_lists_otherwise() {
        var article = given.article().trashed();
        given.editor()
                .get("/articles/{id}", article.id())
                .then()
                .body("status", equalTo("trashed"))
                .body("trashedAt", notNullValue());
        given.editor().get("/articles").then().body("data.size()", equalTo(0));
        given.editor()
                .get("/articles?status=trashed")
                .then()
                .body("data[0].id", equalTo(article.id()));
    }

    @Test
    void does_nothing_twice() {
        var article = given.article().trashed();
        delete(article, "", article.etag()).statusCode(204);
        delete(article, "/trash", article.etag()).statusCode(204);
        delete(article, "/trash", "*").statusCode(204);
        reader(article).statusCode(200);
    }

    @Test
    void keeps_its_slug_from_nobody_and_takes_another_on_the_way_back() {
        var article = given.article().with("slug", "a-story").published();
        delete(article, "", "*").statusCode(204);
        var other = given.article().with("slug", "a-story").published();
        given.editor().get("/articles/a-story").then().body("id", equalTo(other.id()));
        given.editor().get("/articles/a-story/revisions/1").then().statusCode(200);

        delete(article, "/trash", "*")
                .statusCode(200)
                .body("id", equalTo(article.id()))
                .body("slug", equalTo("a-story-2"))
                .body("status", equalTo("published"));
        given.reader().get("/articles/a-story").then().body("id", equalTo(other.id()));
        given.reader().get("/articles/a-story-2").then().body("id", equalTo(article.id()));
        given.editor()
                .contentType(JSON)
                .body(Map.of("slug", "a-story"))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("slug-taken"));
    }

    @Test
    void many_of_one_slug_come_back_at_once() throws Exception {
        var articles =
                Stream.generate(() -> given.article().with("slug", "a-story").trashed())
                        .limit(6)
                        .toList();
        var restores =
                articles.stream()
                        .<Callable<Integer>>map(
                                one -> () -> delete(one, "/trash", "*").extract().statusCode())
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(restores).stream().map(Future::resultNow).toList();
            assertEquals(List.of(200, 200, 200, 200, 200, 204), answers.stream().sorted().toList());
        }
    }

    @Test
    void keeps_its_title_from_nobodys_slug() {
        given.article().titled("A story").trashed();
        given.article().with("formerSlugs", List.of("a-story-2")).trashed();
        var draft = given.article().titled("A story").draft();
        assertEquals("a-story", draft.slug());
        assertEquals("a-story-2", given.article().titled("A story").draft().slug());
    }

    @Test
    void is_read_by_its_slug_while_no_other_has_it() {
        var article = given.article().with("slug", "a-story").trashed();
        given.editor().get("/articles/a-story").then().body("id", equalTo(article.id()));
        given.editor().delete("/articles/a-story/trash").then().statusCode(428);
    }

    private ValidatableResponse delete(Made article, String place, String ifMatch) {
        return given.editor()
                .header("If-Match", ifMatch)
                .delete("/articles/" + article.id() + place)
                .then();
    }

    private ValidatableResponse reader(Made article) {
        return given.reader().get("/articles/{id}", article.id()).then();
    }
}
