package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a save of an article leaves, by `PUT` and by `PATCH`.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SavingTest {

    private final Given given = new Given();

    @Test
    void a_save_makes_a_revision_and_a_new_tag() {
        var article = given.article().draft();
        var second =
                put(article, article.etag(), "Two")
                        .statusCode(200)
                        .header("ETag", not(equalTo(article.etag())))
                        .body("revision", equalTo(2))
                        .extract()
                        .header("ETag");
        put(article, second, "Three").statusCode(200).body("revision", equalTo(3));
    }

    @Test
    void the_same_content_makes_no_revision_and_no_new_tag() {
        var article = given.article().draft();
        var saved = put(article, "*", "Two").extract().header("ETag");
        put(article, "*", "Two").header("ETag", saved).body("revision", equalTo(2));
        patch(article, "{}").header("ETag", saved).body("revision", equalTo(2));
    }

    @Test
    void a_note_that_the_newest_does_not_have_is_a_save() {
        var article = given.article().with("note", "First draft").draft();
        patch(article, "{\"note\": \"First draft\"}").body("revision", equalTo(1));
        patch(article, "{\"note\": \"Fit to print\"}")
                .body("revision", equalTo(2))
                .body("note", equalTo("Fit to print"));
    }

    @Test
    void what_a_put_leaves_out_is_emptied_but_for_the_slug() {
        var article = given.article().by(given.author()).with("summary", "Short").draft();
        put(article, "*", "Two")
                .body("slug", equalTo(article.slug()))
                .body("summary", nullValue())
                .body("authors", empty());
    }

    @Test
    void a_patch_replaces_what_it_names_and_leaves_the_rest() {
        var article = given.article().by(given.author("Ann")).with("summary", "Short").draft();
        patch(article, "{\"title\": \"Two\"}")
                .body("title", equalTo("Two"))
                .body("slug", equalTo(article.slug()))
                .body("summary", equalTo("Short"))
                .body("authors.name", contains("Ann"))
                .body("revision", equalTo(2));
    }

    @Test
    void a_patch_clears_what_it_sets_to_null() {
        var article =
                given.article()
                        .about(given.tag())
                        .with("summary", "Short")
                        .with("commentsOpen", false)
                        .draft();
        patch(article, "{\"summary\": null, \"tags\": null, \"commentsOpen\": null}")
                .body("summary", nullValue())
                .body("tags", empty())
                .body("commentsOpen", equalTo(true));
    }

    @Test
    void a_patch_goes_into_objects_and_replaces_lists() {
        var article =
                given.article()
                        .by(given.author(), given.author())
                        .with("seo", Map.of("title", "One", "description", "Both"))
                        .draft();
        var carla = given.author("Carla");
        patch(
                        article,
                        """
                        {"seo": {"title": "Two"}, "authors": ["%s"]}
                        """
                                .formatted(carla.slug()))
                .body("seo.title", equalTo("Two"))
                .body("seo.description", equalTo("Both"))
                .body("authors.name", contains("Carla"));
    }

    @Test
    void a_patch_may_publish() {
        var article = given.article().draft();
        patch(article, "{\"title\": \"Two\", \"publication\": {}}")
                .body("status", equalTo("published"));
        given.reader().get("/articles/{id}", article.id()).then().body("title", equalTo("Two"));
    }

    @Test
    void a_comment_or_a_new_name_of_an_author_refuses_no_edit() {
        var author = given.author();
        var article = given.article().by(author).published();
        given.approvedComment(article);
        given.editor()
                .contentType(JSON)
                .body(Map.of("name", "Another name"))
                .patch("/authors/{author}", author.id())
                .then()
                .statusCode(200);
        put(article, article.etag(), "Two").statusCode(200);
    }

    @Test
    void a_reader_who_has_it_is_not_sent_it_again() {
        var article = given.article().published();
        var etag = given.reader().get("/articles/{id}", article.id()).header("ETag");
        given.reader()
                .header("If-None-Match", etag)
                .get("/articles/{id}", article.id())
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(equalTo(""));
        given.reader()
                .header("If-None-Match", "\"other\", W/" + etag)
                .get("/articles/{id}", article.id())
                .then()
                .statusCode(304);
        patch(article, "{\"title\": \"Two\", \"publication\": {}}");
        given.reader()
                .header("If-None-Match", etag)
                .get("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }

    /// The newsroom's own article, of the kind that editors get wrong and machines "repair".
    @Test
    void the_source_comes_back_byte_for_byte() throws IOException {
        byte[] source;
        try (var file = SavingTest.class.getResourceAsStream("seed.txt")) {
            source = file.readAllBytes();
        }
        var text = new String(source, StandardCharsets.UTF_8);
        assertTrue(Stream.of("“", "’", "\u00a0").allMatch(text::contains), "a fit sample");
        assertArrayEquals(source, comesBack(text).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void white_space_comes_back_as_it_was() throws IOException {
        var text = "\n Two  spaces,\ta tab, a hard break  \r\nand what a trim would take \n\n";
        assertEquals(text, comesBack(text));
    }

    private String comesBack(String text) throws IOException {
        var article = given.article().with("body", text).published();
        var answer = given.reader().get("/articles/{id}", article.id()).asByteArray();
        return new ObjectMapper().readTree(answer).get("body").textValue();
    }

    private ValidatableResponse put(Made article, String ifMatch, String title) {
        return given.editor()
                .header("If-Match", ifMatch)
                .contentType(JSON)
                .body(Map.of("title", title, "body", "Text"))
                .put("/articles/{article}", article.id())
                .then();
    }

    private ValidatableResponse patch(Made article, String changes) {
        return given.editor()
                .contentType("application/merge-patch+json")
                .body(changes)
                .patch("/articles/{article}", article.id())
                .then()
                .statusCode(200);
    }
}
